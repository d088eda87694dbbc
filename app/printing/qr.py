"""The slip's QR code, as rectangles on the printer's dot grid."""

from __future__ import annotations

from dataclasses import dataclass

import qrcode
from qrcode.constants import ERROR_CORRECT_M

from app.printing.drawing import Rect

QUIET_MODULES = 4


@dataclass(frozen=True, slots=True)
class QrSymbol:
    """`modules[row][column]` is True where it is black. The quiet zone is not part of it."""

    modules: tuple[tuple[bool, ...], ...]

    @property
    def side(self) -> int:
        """Modules along one side: 17 + 4 × version."""
        return len(self.modules)

    def rects(self, left: int, top: int, dots: int) -> tuple[Rect, ...]:
        """The black modules, runs of a row joined; the symbol's corner at (`left`, `top`), `dots` to a module."""
        found: list[Rect] = []
        for row, line in enumerate(self.modules):
            start = 0
            while start < self.side:
                end = start
                while end < self.side and line[end]:
                    end += 1
                if end > start:
                    found.append((left + start * dots, top + row * dots, (end - start) * dots, dots))
                start = end + 1
        return tuple(found)


def qr_symbol(text: str) -> QrSymbol:
    """`text` in the smallest version that holds it at level M. Errors: `ValueError` when none does."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text, optimize=0)
    try:
        code.make(fit=True)
    except (qrcode.exceptions.DataOverflowError, ValueError) as error:
        raise ValueError(f"{len(text)} characters do not fit a QR code") from error
    return QrSymbol(tuple(tuple(bool(module) for module in row) for row in code.modules))
