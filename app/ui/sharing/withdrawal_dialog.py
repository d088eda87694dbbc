"""Before an invitation is taken back."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.sharing import CounterState
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.widgets import Button, Text, row

_WIDTH = 600


class WithdrawalDialog(FittedDialog):
    """Enter goes back; withdrawing is a press of its own."""

    chosen = Signal(object)
    """The `CounterState` of the invitation."""

    def __init__(self, invited: CounterState, zone: ZoneInfo, parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        self._invited = invited
        assert invited.invited_until is not None
        until = f"{invited.invited_until.astimezone(zone):%m-%d %H:%M}"
        heading = self.tr("{until}까지인 초대를 취소할까요?").format(until=until)
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.stay = Button(self.tr("그만두기  Esc"), "primary", name=self.tr("그만두기"))
        self.go = Button(self.tr("초대 취소"), "secondary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text(heading, "heading", wrap=True))
        words = self.tr("그 초대 코드로는 창구를 등록할 수 없게 됩니다. 이미 등록된 창구는 그대로입니다.")
        column.addWidget(Text(words, "body", wrap=True))
        column.addLayout(row(1, self.go, self.stay))
        self.go.setAutoDefault(False)
        self.stay.setDefault(True)
        self.stay.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)
        self.stay.setFocus()

    def _on_go(self) -> None:
        self.chosen.emit(self._invited)
        self.accept()
