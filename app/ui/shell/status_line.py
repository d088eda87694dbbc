"""The line below everything."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.shared.widgets import Text


class StatusLine(QFrame):
    """Office, counter and person on the left, what to know about keys on the right."""

    def __init__(self, office: str, counter: str, person: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self.setFixedHeight(34)
        self._fixed = f"{office}  ·  {counter}  ·  {person}"
        self.left = Text(self._fixed, "small")
        self.right = Text(self.tr("F1 단축키·안내"), "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self.left)
        row.addStretch(1)
        row.addWidget(self.right)

    def show_clock(self, wrong: bool) -> None:
        """Say that the PC's clock is behind, or that all is well by saying nothing."""
        self.left.setText(self._fixed + self.tr("  ·  PC 시계 확인 필요") if wrong else self._fixed)
