"""What happens at an open window when its person's account is withdrawn: it is said, and then the window is free.

So too when whoever comes back has another role by now, and has begun something on the screens of the one before.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.errors import AccountWithdrawn, PasswordMustChange
from app.ui.shared.dialogs import CalmDialog
from app.ui.shared.messages import sentence
from app.ui.shared.task_runner import TaskRunner
from app.ui.shell.desks import Desk
from app.ui.shell.doorway import Doorway
from app.ui.shell.questions import words_for


class AccountEnd(QObject):
    """Every refused service call comes by here. What was typed stays in sight until the person has read why."""

    def __init__(self, runner: TaskRunner, doorway: Doorway, window: QWidget) -> None:
        super().__init__(window)
        self._doorway = doorway
        self.dialog: CalmDialog | None = None
        runner.account_ended.connect(self._on_ended)
        doorway.role_changed.connect(self._on_role_changed)

    def _on_ended(self, error: AccountWithdrawn | PasswordMustChange) -> None:
        desk = self._doorway.desk
        if desk is None or desk.login != error.login:
            return
        if desk.curtain is not None:
            return  # covered: whoever comes back learns it from the password that is asked there
        words = sentence(error)
        if desk.shell.unfinished():
            words += "\n" + self.tr("적던 내용은 아직 뒤에 보입니다. 필요하면 옮겨 적은 다음 눌러 주세요.")
        dialog = self._tell(desk, self.tr("이 계정으로 더 일할 수 없습니다"), words, self.tr("로그인 화면으로"))
        if dialog is not None:
            dialog.finished.connect(self._on_read)

    def _on_role_changed(self) -> None:
        desk = self._doorway.desk
        if desk is None:
            return
        words = self.tr(
            "관리자가 역할을 바꾸어 화면도 바뀝니다. 이 화면에 남은 것은 새 화면으로 옮길 수 없습니다: {what}. "
            "아직 뒤에 보이니 필요하면 옮겨 적은 다음 눌러 주세요. 이미 저장된 접수는 그대로 있습니다."
        ).format(what=words_for(desk.shell.unfinished()))
        dialog = self._tell(desk, self.tr("맡은 역할이 바뀌었습니다"), words, self.tr("버리고 새 화면으로"))
        if dialog is not None:
            dialog.finished.connect(self._on_role_read)

    def _tell(self, desk: Desk, heading: str, words: str, button: str) -> CalmDialog | None:
        """None when something is being said at this desk already. It stays with the desk when that is put aside."""
        if desk.shell.findChild(_LastWords) is not None:
            return None
        self.dialog = _LastWords(heading, words, [button], parent=desk.shell)
        self.dialog.open()
        return self.dialog

    def _on_read(self) -> None:
        self.dialog = None  # it goes with the desk
        self._doorway.sign_out()

    def _on_role_read(self) -> None:
        self.dialog = None  # it goes with the desk
        self._doorway.take_new_role()


class _LastWords(CalmDialog):
    """Esc is no answer: what stands behind it is gone with the answer."""

    def reject(self) -> None:
        pass
