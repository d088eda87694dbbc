"""One page of the wall display, painted large enough to be read from four metres away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from app.ui.board.wall_text import WallItem
from app.ui.shared.theme import PALETTE, Tone, colour, ground, pixmap, screen_ratio

_LARGEST, _SMALLEST = 1 / 9, 1 / 20
"""Letters as parts of the screen's height: on a display 60 cm high (a 48-inch one) 6.7 to 3 cm, on an office screen of
30 cm still 1.5 cm, which can be read from four metres."""
_STEPS = 6
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class WallPage(QWidget):
    """The office's name and the heading on top, one thing in the middle, where we are at the foot."""

    def __init__(self, office: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._item: WallItem | None = None
        self._foot = ""
        self._place = ""

    def sizeHint(self) -> QSize:
        return QSize(960, 540)

    def show_item(self, item: WallItem | None, place: str, foot: str) -> None:
        """Show `item`, None: nothing has been said yet."""
        self._item, self._place, self._foot = item, place, foot
        said = [self._office, *((item.heading, *item.blocks) if item is not None else (self._nothing(),))]
        self.setAccessibleName(", ".join(said))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.update()

    def _nothing(self) -> str:
        return self.tr("여러분의 이야기를 기다립니다")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(PALETTE["white"]))
        height = self.height()
        side, band = round(self.width() * 0.06), round(height * 0.15)
        inside = self.rect().adjusted(side, band + round(height * 0.05), -side, -round(height * 0.12))
        liked = self._item is None or not self._item.fix
        tone = Tone.SUCCESS if liked else Tone.PRIMARY
        painter.fillRect(QRect(0, 0, self.width(), band), QColor(ground(tone)))
        self._paint_head(painter, QRect(side, 0, self.width() - 2 * side, band), tone)
        if self._item is None:
            self._paint_blocks(painter, inside, (self._nothing(),))
        elif self._item.fix:
            self._paint_fix(painter, inside, self._item.blocks)
        else:
            self._paint_blocks(painter, inside, (f"“{self._item.blocks[0]}”",))
        self._paint_foot(painter, QRect(side, height - round(height * 0.11), self.width() - 2 * side, height // 10))
        painter.end()

    def _font(self, part: float, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(16, round(self.height() * part)))
        font.setBold(bold)
        return font

    def _paint_head(self, painter: QPainter, band: QRect, tone: Tone) -> None:
        size = round(band.height() * 0.5)
        name = "thumbs-up" if self._item is None or not self._item.fix else "wrench"
        picture = pixmap(name, colour(tone), size, screen_ratio())
        painter.drawPixmap(QRect(band.x(), (band.height() - size) // 2, size, size), picture)
        painter.setPen(QColor(colour(tone)))
        painter.setFont(self._font(0.055, bold=True))
        heading = self._item.heading if self._item is not None else ""
        painter.drawText(band.adjusted(size + size // 2, 0, 0, 0), _LEFT, heading)
        painter.setPen(QColor(PALETTE["gray70"]))
        painter.setFont(self._font(0.04))
        painter.drawText(band, _RIGHT, self._office)

    def _paint_foot(self, painter: QPainter, line: QRect) -> None:
        painter.setPen(QColor(PALETTE["gray70"]))
        painter.setFont(self._font(0.028))
        painter.drawText(line, _LEFT, self._foot)
        painter.drawText(line, _RIGHT, self._place)

    def _paint_blocks(self, painter: QPainter, box: QRect, blocks: tuple[str, ...]) -> None:
        font, lines = self._fitted(blocks[0], box.size(), bold=True)
        height = QFontMetrics(font).lineSpacing()
        top = box.y() + max(0, (box.height() - height * len(lines)) // 2)
        painter.setPen(QColor(PALETTE["gray90"]))
        painter.setFont(font)
        for number, text in enumerate(lines):
            painter.drawText(QRect(box.x(), top + number * height, box.width(), height), _LEFT, text)

    def _paint_fix(self, painter: QPainter, box: QRect, blocks: tuple[str, ...]) -> None:
        """Before above, after below: the eye goes down, and the arrow says so."""
        gap = round(self.height() * 0.05)
        half = (box.height() - gap) // 2
        captions = (self.tr("전"), self.tr("후"))
        for number, (caption, text) in enumerate(zip(captions, blocks, strict=True)):
            after = number == 1
            part = QRect(box.x(), box.y() + number * (half + gap), box.width(), half)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground(Tone.PRIMARY) if after else PALETTE["gray5"]))
            painter.drawRoundedRect(QRectF(part), 18, 18)
            label = QRect(part.x(), part.y(), round(self.height() * 0.16), part.height())
            painter.setPen(QColor(colour(Tone.PRIMARY) if after else PALETTE["gray70"]))
            painter.setFont(self._font(0.06, bold=True))
            painter.drawText(label, _CENTRE, caption)
            room = part.adjusted(label.width(), gap // 3, -gap, -gap // 3)
            font, lines = self._fitted(text, room.size(), bold=after)
            height = QFontMetrics(font).lineSpacing()
            top = room.y() + max(0, (room.height() - height * len(lines)) // 2)
            painter.setPen(QColor(PALETTE["gray90"] if after else PALETTE["gray70"]))
            painter.setFont(font)
            for place, line in enumerate(lines):
                painter.drawText(QRect(room.x(), top + place * height, room.width(), height), _LEFT, line)
        size = round(gap * 0.9)
        arrow = pixmap("chevron-down", PALETTE["gray70"], size, screen_ratio())
        painter.drawPixmap(QRect(box.center().x() - size // 2, box.y() + half + (gap - size) // 2, size, size), arrow)

    def _fitted(self, text: str, room: QSize, *, bold: bool) -> tuple[QFont, tuple[str, ...]]:
        """The largest letters in which `text` fits `room`; in the smallest ones it ends in … where it does not."""
        font = self._font(_SMALLEST, bold=bold)
        lines: tuple[str, ...] = ()
        for step in range(_STEPS + 1):
            font = self._font(_LARGEST - (_LARGEST - _SMALLEST) * step / _STEPS, bold=bold)
            metrics = QFontMetrics(font)
            most = max(1, room.height() // metrics.lineSpacing())
            lines, whole = broken(text, font, room.width(), most)
            if whole:
                break
        return font, lines


def broken(text: str, font: QFont, width: int, most: int) -> tuple[tuple[str, ...], bool]:
    """`text` in lines of `width`, and whether all of it found room in `most` lines."""
    plain = " ".join(text.split())
    layout = QTextLayout(plain, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found: list[str] = []
    end = 0
    layout.beginLayout()
    while len(found) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(plain[line.textStart() : line.textStart() + line.textLength()].rstrip())
        end = line.textStart() + line.textLength()
    layout.endLayout()
    if end < len(plain) and found:
        metrics = QFontMetrics(font)
        found[-1] = metrics.elidedText(found[-1] + " …" * 8, Qt.TextElideMode.ElideRight, width)
        found[-1] = found[-1].rstrip(" …") + " …"
    return tuple(found), end >= len(plain)
