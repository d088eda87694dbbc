"""A card, painted as a whole: state, source and due on the first line, below it what was said, or what was changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.cards import Card, CardState
from app.ui.board import words
from app.ui.board.card_model import CardModel, Index
from app.ui.shared.theme import PALETTE, Tone, colour, ground, pixmap, screen_ratio

_SIDE = 14
_TOP = 10
_GAP = 6
_APART = 8
_RADIUS = 10
_ICON = 16
_LINES = 2
_KEPT = 600
_LONGEST_LINE = 200
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class CardDelegate(QStyledItemDelegate):
    """Every card has the same height, so a list of thousands is laid out at once; broken lines are kept."""

    def __init__(self, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._today = today
        self._broken: OrderedDict[tuple[object, ...], tuple[str, ...]] = OrderedDict()
        self._font = QFont()
        self._bold = QFont()
        self._metrics = QFontMetrics(self._font)
        self._bold_metrics = QFontMetrics(self._bold)

    def measure(self, font: QFont) -> None:
        """The letters are others: another size was chosen."""
        self._font, self._bold = QFont(font), QFont(font)
        self._bold.setBold(True)
        self._metrics, self._bold_metrics = QFontMetrics(self._font), QFontMetrics(self._bold)
        self._broken.clear()

    @property
    def height(self) -> int:
        """Of a card with what keeps it apart from the next one."""
        return 2 * _TOP + self._head_height() + _GAP + _LINES * self._line_height() + _APART

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, CardModel):
            return
        card = model.card_at(index)
        box = option.rect.adjusted(1, 1, -1, -_APART)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        active = option.widget.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), card, chosen=chosen and active)
        inside = box.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        line = QRect(inside.x(), inside.y(), inside.width(), self._head_height())
        self._paint_head(painter, line, card, chosen=chosen and active)
        inside.setTop(inside.y() + self._head_height() + _GAP)
        self._paint_text(painter, inside, card)
        painter.restore()

    def _head_height(self) -> int:
        return self._metrics.height() + 6

    def _line_height(self) -> int:
        return self._metrics.height() + 2

    def _paint_ground(self, painter: QPainter, box: QRectF, card: Card, *, chosen: bool) -> None:
        painter.setPen(QPen(QColor(PALETTE["primary50" if chosen else "gray20"]), 2 if chosen else 1))
        painter.setBrush(QColor(PALETTE["primary5" if chosen else "white"]))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _paint_head(self, painter: QPainter, line: QRect, card: Card, *, chosen: bool) -> None:
        """State, where it comes from; at the right when it is due and whom it is about."""
        tone = words.STATE_TONES[card.state]
        left = line.x() + self._pill(painter, line.x(), line, words.state(card.state), tone, white=chosen)
        right = line.right() + 1
        due = words.due(card, self._today())
        if due:
            tone = words.due_tone(card, self._today())
            if tone is Tone.QUIET:
                width = self._metrics.horizontalAdvance(due)
                self._write(painter, QRect(right - width, line.y(), width, line.height()), due, PALETTE["gray70"])
            else:
                width = self._bold_metrics.horizontalAdvance(due) + 16
                self._pill(painter, right - width, line, due, tone)
            right -= width + 12
        about = words.about(card)
        if about:
            about = self._metrics.elidedText(about, Qt.TextElideMode.ElideRight, max(60, (right - left) // 2))
            width = self._metrics.horizontalAdvance(about)
            self._write(painter, QRect(right - width, line.y(), width, line.height()), about, colour(Tone.SUCCESS))
            right -= width + 6
            self._icon(painter, "heart", right - _ICON, line, colour(Tone.SUCCESS))
            right -= _ICON + 12
        left += 10
        self._icon(painter, words.SOURCE_ICONS[card.source], left, line, PALETTE["gray70"])
        left += _ICON + 6
        self._write(painter, QRect(left, line.y(), right - left, line.height()), words.origin(card), PALETTE["gray70"])

    def _paint_text(self, painter: QPainter, box: QRect, card: Card) -> None:
        """What was said; of a card that was put right what was before and what is now."""
        quiet = card.state is CardState.HIDDEN or card.cover is not None
        ink = PALETTE["gray60" if quiet else "gray90"]
        inks = (ink,) * _LINES
        fix = words.fix_lines(card)
        if fix is not None:
            inks = (PALETTE["gray70"], colour(Tone.SUCCESS))
        lines = fix or self.broken(card, box.width())
        top = box.y()
        painter.setFont(self._font)
        for text, ink in zip(lines, inks, strict=False):
            painter.setPen(QColor(ink))
            room = QRect(box.x(), top, box.width(), self._line_height())
            painter.drawText(room, _LEFT, self._fitted(text, box.width()))
            top += self._line_height()

    def broken(self, card: Card, width: int) -> tuple[str, ...]:
        """The card's text in lines of `width` units, the last one ending in … where more was said."""
        text = words.said(card)
        key = (card.id, card.version, text, width)
        found = self._broken.get(key)
        if found is None:
            found = self._broken[key] = _break(text, self._font, self._metrics, width, _LINES)
            if len(self._broken) > _KEPT:
                self._broken.popitem(last=False)
        return found

    def _pill(self, painter: QPainter, left: int, line: QRect, text: str, tone: Tone, *, white: bool = False) -> int:
        """Words on their tone's ground (`white`: on a card that has a ground of its own); the width they take."""
        width = self._bold_metrics.horizontalAdvance(text) + 16
        box = QRect(left, line.y(), width, line.height())
        painter.setPen(Qt.PenStyle.NoPen)
        behind = PALETTE["gray10"] if tone in (Tone.QUIET, Tone.PLAIN) else ground(tone)
        painter.setBrush(QColor(PALETTE["white"] if white else behind))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(PALETTE["gray70"] if tone is Tone.QUIET else colour(tone)))
        painter.setFont(self._bold)
        painter.drawText(box, _CENTRE, text)
        return width

    def _icon(self, painter: QPainter, name: str, left: int, line: QRect, ink: str) -> None:
        picture = pixmap(name, ink, _ICON, screen_ratio())
        painter.drawPixmap(QRect(left, line.y() + (line.height() - _ICON) // 2, _ICON, _ICON), picture)

    def _write(self, painter: QPainter, box: QRect, text: str, ink: str) -> None:
        if box.width() < 24:
            return
        painter.setFont(self._font)
        painter.setPen(QColor(ink))
        painter.drawText(box, _LEFT, self._fitted(text, box.width()))

    def _fitted(self, text: str, width: int) -> str:
        """`text`, ending in … where it is clearly too wide: of broken lines a unit more or less is no matter."""
        if self._metrics.horizontalAdvance(text) <= width + 2:
            return text
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _break(text: str, font: QFont, metrics: QFontMetrics, width: int, most: int) -> tuple[str, ...]:
    plain = " ".join(text.split())[: most * _LONGEST_LINE]
    layout = QTextLayout(plain, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found: list[str] = []
    layout.beginLayout()
    while len(found) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        last = len(found) == most - 1
        found.append(plain[start:] if last else plain[start : start + line.textLength()].rstrip())
    layout.endLayout()
    if found:
        found[-1] = metrics.elidedText(found[-1], Qt.TextElideMode.ElideRight, width)
    return tuple(found)
