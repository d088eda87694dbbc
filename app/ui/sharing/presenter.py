"""What the administrator does about the shared side. Everything that may reach over a network runs on the sync lane."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.administration import DepartmentEntry
from app.domain.sharing import CounterState, Invitation, Login, SharedAddress
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane


class SharingPresenter(QObject):
    """One wish at a time: while one is under way, `busy` is true. What was agreed to in a dialog waits then; all other
    wishes are not taken."""

    busy_changed = Signal(bool)
    counters_loaded = Signal(object)
    departments_loaded = Signal(object)
    """Every `DepartmentEntry` of the office, as this PC knows them."""
    looked = Signal(object)
    """A `SharedLook`: what a test of a connection found."""
    begun = Signal()
    invited = Signal(object)
    """An `Invitation`, to be shown once."""
    login_changed = Signal()
    done = Signal(str)
    """A sentence about what went well."""
    failed = Signal(object)
    """The error itself, for whoever goes to the field that is to be typed anew."""
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.busy = False
        self.departments: tuple[DepartmentEntry, ...] = ()
        self._waiting: Callable[[], None] | None = None

    def load_departments(self) -> None:
        """Look up the office's departments; that is done here, so it holds up nothing."""
        work = partial(self._session.parts.admin.catalogue.departments, self._session.actor)
        self._session.runner.run(Lane.DESK, self, work, self._on_departments, self._on_departments_failed)

    def load_counters(self) -> None:
        """Ask the shared side about every counter."""
        sharing, actor = self._session.parts.sharing, self._session.actor
        self._do(Lane.SYNC, partial(sharing.counters, actor), self._on_counters)

    def look(self, address: SharedAddress, login: Login | None) -> None:
        """Test a connection; nothing is changed."""
        sharing, actor = self._session.parts.sharing, self._session.actor
        self._do(Lane.SYNC, partial(sharing.look, actor, address, login), self.looked.emit)

    def begin(self, address: SharedAddress, login: Login | None) -> None:
        """Share from now on."""
        sharing, actor = self._session.parts.sharing, self._session.actor
        self._do(Lane.SYNC, partial(sharing.begin, actor, address, login), self._on_begun)

    def change_login(self, address: SharedAddress, login: Login | None) -> None:
        """The server moved, or its password changed."""
        sharing, actor = self._session.parts.sharing, self._session.actor
        self._do(Lane.SYNC, partial(sharing.change_login, actor, address, login), self._on_login_changed)

    def invite(self, departments: tuple[str, ...] | None) -> None:
        """A code for one more counter, which is given visits of `departments` (codes) only; None: of all."""
        sharing, actor = self._session.parts.sharing, self._session.actor
        self._do_next(partial(sharing.invite, actor, departments), self._on_invited)

    def withdraw(self, invited: CounterState) -> None:
        """End an invitation that nobody has used."""
        sharing, actor = self._session.parts.sharing, self._session.actor
        words = self.tr("초대를 취소했습니다. 그 코드로는 이제 등록할 수 없습니다.")
        self._do_next(partial(sharing.withdraw, actor, invited.invitation), partial(self._on_done, words))

    def remove(self, counter: CounterState, last_day: date) -> None:
        """End a counter."""
        sharing, actor = self._session.parts.sharing, self._session.actor
        words = self.tr("{name}을(를) 공유에서 뺐습니다.").format(name=counter.name)
        self._do_next(partial(sharing.remove, actor, counter.home, last_day), partial(self._on_done, words))

    def back_up(self, path: Path) -> None:
        """Write this PC's whole home into one file."""
        words = self.tr("백업을 만들었습니다: {path}. 열쇠가 들어 있으니 관리자만 여는 곳에 두세요.").format(path=path)
        self._do(Lane.FILES, partial(self._session.parts.back_up, path), partial(self._on_done, words))

    def _do(self, lane: Lane, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        if not self.busy:
            self._set_busy(True)
            self._session.runner.run(lane, self, work, partial(self._on_answer, done), self._on_failed)

    def _do_next(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """What somebody has just agreed to in a dialog is not lost because the list is being read at that moment."""
        wish = partial(self._do, Lane.SYNC, work, done)
        if self.busy:
            self._waiting = wish
        else:
            wish()

    def _go_on(self) -> None:
        if not self.busy and self._waiting is not None:
            wish, self._waiting = self._waiting, None
            wish()

    def _on_answer(self, done: Callable[[Any], None], answer: Any) -> None:
        self._set_busy(False)
        done(answer)
        self._go_on()

    def _on_departments(self, departments: tuple[DepartmentEntry, ...]) -> None:
        self.departments = departments
        self.departments_loaded.emit(departments)

    def _on_departments_failed(self, error: Exception) -> None:
        self.refused.emit(sentence_for(error))

    def _on_counters(self, counters: tuple[CounterState, ...]) -> None:
        self.counters_loaded.emit(counters)

    def _on_begun(self, _nothing: None) -> None:
        self._session.syncing.look()
        self.begun.emit()

    def _on_login_changed(self, _nothing: None) -> None:
        self._session.syncing.exchange_now()
        self.login_changed.emit()

    def _on_invited(self, invitation: Invitation) -> None:
        self.invited.emit(invitation)
        self.load_counters()

    def _on_done(self, words: str, _nothing: None) -> None:
        self.done.emit(words)
        if self._session.syncing.state.attached:
            self.load_counters()

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        self.failed.emit(error)
        self.refused.emit(sentence_for(error))
        self._go_on()

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit(busy)
