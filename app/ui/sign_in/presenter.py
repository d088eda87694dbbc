"""Signing in: what happens between pressing Enter and the first screen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.errors import AppError, PasswordMustChange
from app.domain.languages import ScreenLanguage
from app.domain.presence import Presence
from app.ui.parts import DeskParts
from app.ui.shared import session
from app.ui.shared.messages import sentence, sentence_for
from app.ui.shared.settings_store import SettingsStore
from app.ui.shared.task_runner import Lane, TaskRunner


class SignInPresenter(QObject):
    """Takes login and password once; the password is not kept."""

    signed_in = Signal(object)
    """A `SignedIn`, and the password nowhere."""
    refused = Signal(str)
    busy_changed = Signal(bool)
    must_choose = Signal(str, str)
    """Login and temporary password: nothing can be done with it but choosing an own one."""

    def __init__(self, parts: DeskParts, runner: TaskRunner, store: SettingsStore, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._runner = runner
        self._store = store
        self._busy = False

    def submit(self, login: str, password: str, presence: Presence = Presence.SIGN_IN) -> None:
        """Try to sign in, or to come back to a window that is locked."""
        if self._busy:
            return
        if not login.strip() or not password:
            self.refused.emit(self.tr("아이디와 비밀번호를 모두 입력해 주세요."))
            return
        self._set_busy(True)
        self._runner.run(
            Lane.DESK,
            self,
            partial(session.sign_in, self._parts, login.strip(), password, presence),
            self._on_signed_in,
            partial(self._on_failed, login.strip(), password),
        )

    def choose_language(self, language: ScreenLanguage) -> None:
        """Use `language` for the whole window and remember it on this PC."""
        try:
            self._store.keep(replace(self._store.settings, language=language))
        except AppError as error:
            self.refused.emit(sentence(error))

    def _on_signed_in(self, found: session.SignedIn) -> None:
        self._set_busy(False)
        self.signed_in.emit(found)

    def _on_failed(self, login: str, password: str, error: Exception) -> None:
        self._set_busy(False)
        self.refused.emit(sentence_for(error))
        if isinstance(error, PasswordMustChange):
            self.must_choose.emit(login, password)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.busy_changed.emit(busy)
