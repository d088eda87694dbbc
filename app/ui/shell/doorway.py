"""Who has the window: nobody, somebody at a desk, somebody who is away, or somebody about to take it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.presence import Presence
from app.ui.away.change import ChangeView
from app.ui.away.cover import CoverView
from app.ui.away.curtain import Curtain
from app.ui.away.idle import IdleWatch
from app.ui.away.recent import RecentPeople
from app.ui.parts import DeskParts
from app.ui.shared.session import Session, SignedIn
from app.ui.shared.settings_store import SettingsStore
from app.ui.shared.slip_printing import SlipPrinting
from app.ui.shared.syncing import Syncing
from app.ui.shared.task_runner import Lane, TaskRunner
from app.ui.shared.unfinished import Unfinished
from app.ui.shell.desks import Desk, KeptDesks
from app.ui.shell.view import ShellView
from app.ui.sign_in.view import SignInView


class Doorway(QObject):
    """Puts one page on the window at a time. A desk that is covered or put aside stays as its owner left it."""

    taken = Signal(object)
    """A `Desk`: somebody has come, or has come back; None: nobody is signed in."""
    sign_out_pressed = Signal()
    role_changed = Signal()
    """Something is begun on screens of a role that their owner, just back, has no more. Then comes `take_new_role`."""

    def __init__(
        self,
        parts: DeskParts,
        runner: TaskRunner,
        store: SettingsStore,
        slips: SlipPrinting,
        syncing: Syncing,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._parts = parts
        self._runner = runner
        self._store = store
        self._slips = slips
        self._syncing = syncing
        self._window = window
        self.pages = QStackedWidget()
        self.recent = RecentPeople(parts, runner, store, self)
        self.idle = IdleWatch(self)
        self.kept = KeptDesks()
        self.desk: Desk | None = None
        self.cover: CoverView | None = None
        self.idle.idle.connect(self.lock)
        self.idle.away_pressed.connect(self.go_away)
        self.idle.incident_pressed.connect(self._on_incident_key)

    @property
    def change(self) -> ChangeView | None:
        """The list of people who could take the window, while it is shown."""
        page = self.pages.currentWidget()
        return page if isinstance(page, ChangeView) else None

    def begun(self) -> tuple[tuple[str, Unfinished], ...]:
        """Name and unfinished input of everybody for whom there is any, whoever is here first."""
        desks = [*([self.desk] if self.desk is not None else []), *self.kept]
        return tuple((desk.name, begun) for desk in desks if (begun := desk.shell.unfinished()))

    # --- nobody ---

    def show_sign_in(self, login: str = "") -> None:
        """The sign-in card."""
        view = SignInView(self._parts, self._runner, self._store, self.recent, login)
        view.signed_in.connect(self._on_signed_in)
        self._show(view)
        self.taken.emit(None)

    def sign_out(self) -> None:
        """Back to the sign-in card; what was begun at this desk is gone."""
        self.idle.rest()
        desk, self.desk = self.desk, None
        if desk is not None:
            desk.shell.close_screens()
        self.show_sign_in()
        self._forget_cover()
        if desk is not None:
            self._drop(desk.shell)

    def put_aside(self) -> None:
        """Back to the sign-in card; what was begun at this desk is kept for its owner."""
        desk = self.desk
        if desk is None or not desk.shell.unfinished():
            self.sign_out()
            return
        self.idle.rest()
        self._draw_curtain(desk)
        self.desk = None
        self.show_sign_in(desk.login)
        self._forget_cover()
        self._put_aside(desk)

    # --- away and back ---

    @Slot()
    def go_away(self) -> None:
        """Cover the desk: its owner goes away for a while."""
        self._cover(Presence.AWAY)

    @Slot()
    def lock(self) -> None:
        """Cover the desk: nobody has touched anything for a while."""
        self._cover(Presence.LOCKED)

    def _cover(self, presence: Presence) -> None:
        desk = self.desk
        if desk is None or (self.cover is not None and self.change is None):
            return
        self.idle.rest()
        if self.cover is None:
            self._draw_curtain(desk)
            zone = desk.shell.session.zone
            self.cover = CoverView(self._parts, self._runner, self._store, desk.signed_in.actor, zone, presence)
            self.cover.returned.connect(self._on_returned)
            self.cover.change_pressed.connect(self.ask_who)
        self._show(self.cover)

    def _on_incident_key(self, modifier: Qt.KeyboardModifier) -> None:
        desk = self.desk
        if desk is not None and desk.shell.incident is not None and self.pages.currentWidget() is desk.shell:
            desk.shell.incident.key(modifier)

    def _on_returned(self, signed_in: SignedIn) -> None:
        desk = self.desk
        if desk is None:
            return
        desk.signed_in = signed_in
        if not desk.has_role() and not desk.shell.unfinished():
            self.take_new_role()
            return
        self._uncover(desk)
        self._look_at_role(desk)
        self.renew()

    def _uncover(self, desk: Desk) -> None:
        self._show(desk.shell)
        self._forget_cover()
        if desk.curtain is not None:
            desk.curtain.lift()
            desk.curtain = None
        self.idle.watch(desk.signed_in.office.lock_minutes * 60)

    def _forget_cover(self) -> None:
        cover, self.cover = self.cover, None
        if cover is not None:
            self._drop(cover)

    def _draw_curtain(self, desk: Desk) -> None:
        if desk.curtain is None:
            desk.curtain = Curtain(desk.shell, self._window)

    # --- another person ---

    @Slot()
    def ask_who(self) -> None:
        """Offer the window to somebody else. Whoever was here keeps what was begun."""
        desk = self.desk
        if desk is None or self.change is not None:
            return
        refusal = ""
        if not self.kept.has_room_for(desk):
            refusal = self.tr(
                "입력 중인 내용을 이미 여러 명 보관하고 있어 더 보관할 수 없습니다. "
                "하던 접수를 마치거나, 보관된 직원이 먼저 로그인해 마쳐 주세요."
            )
        self._draw_curtain(desk)
        people = self.recent.others(desk.login)
        unfinished = frozenset(self.kept.unfinished())
        view = ChangeView(self._parts, self._runner, self._store, people, unfinished, refusal)
        view.signed_in.connect(self._on_signed_in)
        view.left.connect(self._on_change_left)
        self._show(view)

    def _on_change_left(self) -> None:
        if self.cover is not None:
            self._show(self.cover)
        elif self.desk is not None:
            self._uncover(self.desk)

    def _on_signed_in(self, signed_in: SignedIn) -> None:
        here = self.desk
        if here is not None and here.login == signed_in.actor.login:
            self._on_returned(signed_in)
            return
        if here is not None:
            self._put_aside(here)
        self.recent.came(signed_in.actor)
        desk = self.kept.take(signed_in.actor.login)
        if desk is not None:
            desk.signed_in = signed_in  # name, role and the office's settings may be others by now
            if not self._is_good(desk):
                self._drop(desk.shell)
                desk = None
        self.desk = desk or self._new_desk(signed_in)
        self._come_in(self.desk)
        self._look_at_role(self.desk)

    def _put_aside(self, desk: Desk) -> None:
        desk.shell.close_screens()
        if desk.curtain is not None:
            desk.curtain.leave()
        self.kept.put(desk)
        work = partial(self._parts.accounts.note, desk.signed_in.actor, Presence.SET_ASIDE)
        self._runner.run(Lane.DESK, self, work)

    def _is_good(self, desk: Desk) -> bool:
        """Whether a desk still fits its owner. Another name or role, other words or widths wait for what was begun."""
        return desk.fits(self._store.settings) or bool(desk.shell.unfinished())

    def _look_at_role(self, desk: Desk) -> None:
        if not desk.has_role():
            self.role_changed.emit()

    def take_new_role(self) -> None:
        """The screens of the role that whoever is here has now; what was begun on the ones before is gone."""
        old = self.desk
        if old is not None:
            old.shell.close_screens()
            self.desk = self._new_desk(old.signed_in)
            self._come_in(self.desk)
            self._drop(old.shell)

    def _come_in(self, desk: Desk) -> None:
        self._show(desk.shell)
        self._forget_cover()
        desk.shell.open(desk.shell.current or desk.shell.first())
        if desk.curtain is not None:
            desk.curtain.lift()
            desk.curtain = None
        self.idle.watch(desk.signed_in.office.lock_minutes * 60)
        self.taken.emit(desk)

    # --- pages ---

    def renew(self) -> None:
        """Make the desk anew in another language, size or name where it stands; later, if anything is begun on it."""
        old = self.desk
        if old is None or old.fits(self._store.settings) or old.shell.unfinished():
            return
        current = old.shell.current
        old.shell.close_screens()
        self.desk = self._new_desk(old.signed_in)
        self._show(self.desk.shell)
        self.desk.shell.open(current or self.desk.shell.first())
        self._drop(old.shell)

    def _new_desk(self, signed_in: SignedIn) -> Desk:
        shell = ShellView(Session(self._parts, self._runner, self._store, self._slips, self._syncing, signed_in))
        connections: tuple[tuple[object, Callable[[], None]], ...] = (
            (shell.change_pressed, self.ask_who),
            (shell.away_pressed, self.go_away),
            (shell.opened, self.renew),
        )
        for signal, slot in connections:
            signal.connect(slot)  # type: ignore[attr-defined]
        shell.sign_out_pressed.connect(self.sign_out_pressed)
        return Desk(signed_in, shell, self._store.settings)

    def _show(self, page: QWidget) -> None:
        """Bring `page` to the front. Desks and the cover stay behind it; any other page goes."""
        before = self.pages.currentWidget()
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if isinstance(before, SignInView | ChangeView) and before is not page:
            self._drop(before)
        if not isinstance(page, ShellView):
            page.setFocus()

    def _drop(self, page: QWidget) -> None:
        self.pages.removeWidget(page)
        page.hide()
        page.deleteLater()
