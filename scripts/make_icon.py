"""Draw the program's icon for Windows, resources/windows/minwon.ico: the clipboard of the window, white on our blue.

Run by hand when the drawing or the colour changes: `.venv/bin/python scripts/make_icon.py`. Qt draws every size by
itself, because lines two units thick vanish when a large picture is made small; Pillow puts the sizes into one file.
"""

from __future__ import annotations

import os
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[1]
DRAWING = ROOT / "resources" / "icons" / "clipboard-pen.svg"
ICON = ROOT / "resources" / "windows" / "minwon.ico"
BLUE = "#256ef4"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
# On the smallest sizes nearly all of the square is needed for the drawing.
_MARGIN, _SMALL_MARGIN, _SMALL = 0.18, 0.06, 24
_CORNER = 0.2
# The drawing's lines are 2 of 24 units wide; below this size they need to be thicker to be seen.
_LINE, _SMALL_LINE, _THICKER_BELOW = "2", "2.6", 40


def drawn(size: int) -> Image.Image:
    """The icon, `size` pixels square."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(BLUE))
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * _CORNER, size * _CORNER)
    margin = size * (_SMALL_MARGIN if size <= _SMALL else _MARGIN)
    line = _SMALL_LINE if size < _THICKER_BELOW else _LINE
    svg = DRAWING.read_text("utf-8").replace("currentColor", "#ffffff")
    svg = svg.replace('stroke-width="2"', f'stroke-width="{line}"')
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(margin, margin, size - 2 * margin, size - 2 * margin))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(BytesIO(buffer.data().data())).convert("RGBA")


def icon_file() -> bytes:
    """All sizes as one .ico file."""
    pictures = [drawn(size) for size in SIZES]
    file = BytesIO()
    pictures[-1].save(file, "ICO", sizes=[(size, size) for size in SIZES], append_images=pictures[:-1])
    return file.getvalue()


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application = QGuiApplication(sys.argv[:1])
    ICON.parent.mkdir(exist_ok=True)
    ICON.write_bytes(icon_file())
    print(f"{ICON.relative_to(ROOT)}: {len(SIZES)} sizes, {ICON.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
