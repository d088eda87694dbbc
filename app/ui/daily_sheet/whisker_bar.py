"""A small bar with its interval: a line where the true value lies with 95 % confidence."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.period_figures import Estimate
from app.ui.shared.theme import PALETTE


class WhiskerBar(QWidget):
    """Filled to a share of 0..1; the words stand beside it, so it is silent itself."""

    def __init__(self, share: Estimate, colour: str = "primary50") -> None:
        super().__init__()
        self._share = share
        self._colour = colour
        self.setMinimumWidth(70)
        self.setMaximumWidth(120)
        self.setFixedHeight(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(110, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        share = self._share
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, 3, self.width(), 8)
        painter.setBrush(QColor(PALETTE["gray10"]))
        painter.drawRoundedRect(track, 4, 4)
        if share.value:
            painter.setBrush(QColor(PALETTE[self._colour]))
            painter.drawRoundedRect(QRectF(0, 3, max(8.0, self.width() * share.value), 8), 4, 4)
        if share.low is not None and share.high is not None:
            left = 1 + (self.width() - 2) * share.low
            right = 1 + (self.width() - 2) * share.high
            painter.setBrush(QColor(PALETTE["gray90"]))
            painter.drawRect(QRectF(left, 6.25, right - left, 1.5))
            for end in (left, right):
                painter.drawRect(QRectF(end - 0.75, 2, 1.5, 10))
        painter.end()
