"""The line below everything."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.shared.session import Session
from app.ui.shared.widgets import Text
from app.ui.sharing.indicator import SyncIndicator


class StatusLine(QFrame):
    """Office, counter and person on the left; how sharing stands and what to know about keys on the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        signed_in = session.signed_in
        office, counter, person = signed_in.office.name, signed_in.counter.name, session.actor.name
        self.setObjectName("statusLine")
        self.setFixedHeight(34)
        self._fixed = f"{office}  ·  {counter}  ·  {person}"
        self.left = Text(self._fixed, "small")
        self.syncing = SyncIndicator(session)
        self.right = Text(self.tr("F1 단축키·안내"), "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(self.left)
        row.addStretch(1)
        row.addWidget(self.syncing)
        row.addSpacing(8)
        row.addWidget(self.right)

    def show_clock(self, wrong: bool) -> None:
        """Say that the PC's clock is behind, or that all is well by saying nothing."""
        self.left.setText(self._fixed + self.tr("  ·  PC 시계 확인 필요") if wrong else self._fixed)
