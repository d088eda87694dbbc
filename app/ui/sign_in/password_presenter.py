"""Choosing a password: a first own one, another one, or an administrator's with the recovery code."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.actors import Actor
from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence_for
from app.ui.shared.task_runner import Lane, TaskRunner


class PasswordPresenter(QObject):
    """No password is kept after it was handed on."""

    done = Signal(object)
    """What the service gave back."""
    refused = Signal(str)
    busy_changed = Signal(bool)
    minimum_known = Signal(int)
    """How many characters a password has at least here."""

    def __init__(self, parts: DeskParts, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._runner = runner
        runner.run(Lane.DESK, self, parts.accounts.password_minimum, self.minimum_known.emit)

    def choose(self, login: str, temporary: str, new: str, again: str) -> None:
        """A first own password in the place of a temporary one."""
        self._submit(partial(self._parts.accounts.choose_password, login, temporary, new), new, again)

    def change(self, actor: Actor, present: str, new: str, again: str) -> None:
        """Another password."""
        self._submit(partial(self._parts.accounts.change_password, actor, present, new), new, again)

    def recover(self, login: str, code: str, new: str, again: str) -> None:
        """An administrator's password, with the code on paper."""
        self._submit(partial(self._parts.admin.recovery.recover, login, code, new), new, again)

    def _submit(self, work: Callable[[], Any], new: str, again: str) -> None:
        if new != again:
            self.refused.emit(self.tr("두 번 입력한 비밀번호가 서로 다릅니다. 바뀐 것은 없습니다. 다시 입력해 주세요."))
            return
        self.busy_changed.emit(True)
        self._runner.run(Lane.DESK, self, work, self._on_done, self._on_failed)

    def _on_done(self, result: object) -> None:
        self.busy_changed.emit(False)
        self.done.emit(result)

    def _on_failed(self, error: Exception) -> None:
        self.busy_changed.emit(False)
        self.refused.emit(sentence_for(error))
