"""One answer, painted as a whole: a label less to lay out is a letter sooner on the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.finder import words
from app.ui.finder.asking_presenter import Row
from app.ui.shared.theme import PALETTE, Tone, colour, ground

_SIDE = 16
_TOP = 9
_GAP = 3
_BETWEEN = 16
_BADGE = 34
_RIGHT_SHARE = 0.46
_RADIUS = 10
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AnswerRow(QWidget):
    """On the left the desk, the task and why; on the right the place and the phone. Pressing it chooses it."""

    pressed = Signal(int)
    """Its place in the list."""

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._row: Row | None = None
        self._chosen = self._pale = False
        self._given = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._measure()

    def show_row(self, row: Row, *, chosen: bool, pale: bool, given: str) -> None:
        """Show `row`; a `pale` one is no answer. `given` says what has been done with it."""
        if (row, chosen, pale, given) == (self._row, self._chosen, self._pale, self._given):
            return
        self._row, self._chosen, self._pale, self._given = row, chosen, pale, given
        self.setAccessibleName(", ".join(part for part in (words.spoken(row.task), self._third(), given) if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._height)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_given"):
            self._measure()
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(self._place)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._row is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        left = _SIDE
        if self._row.step:
            left = self._paint_step(painter, self._row.step)
        right = self.width() - _SIDE
        used = self._paint_place(painter, self._row, right)
        self._paint_words(painter, self._row, QRect(left, 0, right - used - _BETWEEN - left, self.height()), right)
        painter.end()

    def _third(self) -> str:
        if self._row is None:
            return ""
        return self._row.note or (words.why(self._row.why) if self._row.why is not None else "")

    def _measure(self) -> None:
        points = self.font().pointSizeF()
        self._big, self._lead, self._small = (QFont(self.font()) for _ in range(3))
        self._big.setPointSizeF(points + 3)
        self._big.setBold(True)
        self._lead.setPointSizeF(points + 1)
        self._heights = tuple(QFontMetrics(font).height() for font in (self._big, self._lead, self._small))
        self._height = sum(self._heights) + 2 * _GAP + 2 * _TOP

    def _line(self, number: int) -> tuple[int, int]:
        """Top and height of a line of text."""
        return _TOP + sum(self._heights[:number]) + number * _GAP, self._heights[number]

    def _ink(self, plain: str) -> QColor:
        return QColor(PALETTE["gray70"] if self._pale and not self._chosen else PALETTE[plain])

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        line = "primary50" if self._chosen else "gray40" if self._pale else "gray20"
        edge = QPen(QColor(PALETTE[line]), 2 if self._chosen else 1)
        if self._pale and not self._chosen:
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(QColor(PALETTE["primary5" if self._chosen else "white"]))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _paint_step(self, painter: QPainter, step: int) -> int:
        """A number in a circle; where the words begin."""
        circle = QRectF(_SIDE - 4, (self.height() - _BADGE) / 2, _BADGE, _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(PALETTE["primary50"]))
        painter.drawEllipse(circle)
        painter.setPen(QColor(PALETTE["white"]))
        painter.setFont(self._big)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(step))
        return _SIDE + _BADGE + 8

    def _paint_place(self, painter: QPainter, row: Row, right: int) -> int:
        """Place and phone at the right, or that it is not here; the width they take."""
        task = row.task
        most = round(self.width() * _RIGHT_SHARE)
        lines = [(words.outside() if task.outside else words.place_of(task), self._big), (task.form.phone, self._lead)]
        used = 0
        for number, (text, font) in enumerate(lines):
            metrics = QFontMetrics(font)
            fitted = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most)
            width = metrics.horizontalAdvance(fitted)
            top, height = self._line(number)
            box = QRect(right - width, top, width, height)
            warning = number == 0 and task.outside
            if warning:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(ground(Tone.WARNING)))
                painter.drawRoundedRect(box.adjusted(-8, 0, 8, 0), 6, 6)
            painter.setPen(QColor(colour(Tone.WARNING)) if warning else self._ink("gray90"))
            painter.setFont(font)
            painter.drawText(box, _RIGHT, fitted)
            used = max(used, width + (8 if warning else 0))
        return used

    def _paint_words(self, painter: QPainter, row: Row, box: QRect, right: int) -> None:
        task = row.task
        top, height = self._line(0)
        metrics = QFontMetrics(self._big)
        name = metrics.elidedText(task.department, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(self._big)
        painter.setPen(self._ink("gray90"))
        painter.drawText(QRect(box.x(), top, box.width(), height), _LEFT, name)
        taken = metrics.horizontalAdvance(name) + 10
        self._write(painter, QRect(box.x() + taken, top, box.width() - taken, height), task.form.team, self._lead)
        top, height = self._line(1)
        self._write(painter, QRect(box.x(), top, box.width(), height), task.title, self._lead, "gray90")
        top, height = self._line(2)
        third = QRect(box.x(), top, right - box.x(), height)
        if self._given:
            painter.setPen(QColor(colour(Tone.SUCCESS)))
            painter.setFont(self._small)
            painter.drawText(third, _RIGHT, self._given)
            third.setRight(third.right() - QFontMetrics(self._small).horizontalAdvance(self._given) - _BETWEEN)
        self._write(painter, third, self._third(), self._small)

    def _write(self, painter: QPainter, box: QRect, text: str, font: QFont, ink: str = "gray70") -> None:
        if box.width() < 24:
            return
        painter.setPen(self._ink(ink))
        painter.setFont(font)
        painter.drawText(box, _LEFT, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width()))
