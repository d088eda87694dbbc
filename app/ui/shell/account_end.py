"""What happens at an open window when its person's account is withdrawn: it is said, and then the window is free."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.errors import AccountWithdrawn, PasswordMustChange
from app.ui.shared.dialogs import CalmDialog
from app.ui.shared.messages import sentence
from app.ui.shared.task_runner import TaskRunner
from app.ui.shell.doorway import Doorway


class AccountEnd(QObject):
    """Every refused service call comes by here. What was typed stays in sight until the person has read why."""

    def __init__(self, runner: TaskRunner, doorway: Doorway, window: QWidget) -> None:
        super().__init__(window)
        self._doorway = doorway
        self._window = window
        self.dialog: CalmDialog | None = None
        runner.account_ended.connect(self._on_ended)

    def _on_ended(self, error: AccountWithdrawn | PasswordMustChange) -> None:
        desk = self._doorway.desk
        if desk is None or desk.login != error.login or self.dialog is not None:
            return
        if desk.curtain is not None:
            return  # covered: whoever comes back learns it from the password that is asked there
        words = sentence(error)
        if desk.shell.unfinished():
            words += "\n" + self.tr("적던 내용은 아직 뒤에 보입니다. 필요하면 옮겨 적은 다음 눌러 주세요.")
        self.dialog = CalmDialog(
            self.tr("이 계정으로 더 일할 수 없습니다"), words, [self.tr("로그인 화면으로")], parent=self._window
        )
        self.dialog.finished.connect(self._on_read)
        self.dialog.open()

    def _on_read(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
        self._doorway.sign_out()
