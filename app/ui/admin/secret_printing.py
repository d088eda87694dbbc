"""A paper with a secret on its way to the printer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence_for
from app.ui.shared.printing import print_pdf, write_pdf
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

Draw = Callable[[], bytes]
"""Gives the paper as PDF; holds no widget."""

# Nothing of the secret or the person in the printer's queue.
_NAME = "minwon"


class SecretPrinting(QObject):
    """Draws and prints on the print lane, because a driver may hang."""

    said = Signal(str, bool)
    """A sentence, and whether all went well."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def print_paper(self, draw: Draw) -> None:
        """Print it on this PC's printer for sheets."""
        work = partial(_print, self._session.parts, draw, self._session.store.settings.printer)
        self._session.runner.run(Lane.PRINT, self, work, self._on_printed, self._on_failed)

    def save_paper(self, draw: Draw, path: str) -> None:
        """Write it where the person said."""
        self._session.runner.run(Lane.PRINT, self, partial(_save, draw, Path(path)), self._on_saved, self._on_failed)

    def _on_printed(self, _nothing: None) -> None:
        self.said.emit(self.tr("프린터로 보냈습니다. 종이를 확인해 주세요."), True)

    def _on_saved(self, _nothing: None) -> None:
        self.said.emit(self.tr("저장했습니다. 인쇄한 뒤에는 파일을 지워 주세요."), True)

    def _on_failed(self, error: Exception) -> None:
        self.said.emit(sentence_for(error), False)


def _print(parts: DeskParts, draw: Draw, printer: str) -> None:
    print_pdf(draw(), printer, parts.rasterise, parts.home / "slips", _NAME)


def _save(draw: Draw, path: Path) -> None:
    write_pdf(path, draw(), private=True)
