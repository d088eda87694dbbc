"""What people do about the shared side: begin one, invite counters to it, look after them, settle what collided.

Everything here may take as long as a network takes; nothing of it runs on a window's own thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from app.config.paths import Home
from app.crypto.invites import invite_text, new_invite
from app.db.attachment_files import AttachmentFiles
from app.db.home_keys import office_seed
from app.db.schema_version import HEAD
from app.db.shared_links import SharedLink
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor
from app.domain.errors import AppError, UnknownDepartment
from app.domain.sharing import (
    PROTOCOL,
    Caller,
    Comparison,
    CounterState,
    Exchanged,
    FieldConflict,
    Invitation,
    Login,
    Relabelled,
    SharedAddress,
    SharedFound,
    SharedKind,
    SharedLook,
    SyncState,
    Ticket,
)
from app.domain.sharing_errors import (
    AlreadyShared,
    NotShared,
    SharedDatabaseMissing,
    SharedLoginRefused,
    SharedSideNotOurs,
    SharedSideOfAnotherOffice,
)
from app.sync.comparison import compare
from app.sync.conflicts import Conflicts
from app.sync.exchange import Exchange, note_failure
from app.sync.fetching import Fetching
from app.sync.hub import Hub, HubOwner
from app.sync.hubs import open_hub, open_owner
from app.sync.identity import Identity
from app.sync.one_at_a_time import Alone
from app.sync.pace import Pace
from app.sync.passwords import ADMINISTRATOR, Passwords, StoredPasswords, administrator_login, keep_administrator
from app.sync.retention import hold_from

INVITE_TIME = timedelta(hours=24)
_END_SECONDS = 2.0

OpenHub = Callable[[SharedAddress, Login | None], Hub]
OpenOwner = Callable[[SharedAddress, Login | None], HubOwner]
T = TypeVar("T")


@dataclass(frozen=True)
class SharingParts:
    """What sharing stands on. `release` is this program's version."""

    database: Database
    home: Home
    clock: Callable[[], datetime]
    release: str
    open_hub: OpenHub = open_hub
    open_owner: OpenOwner = open_owner
    passwords: Callable[[Path, str], Passwords] = StoredPasswords


class Sharing(Fetching):
    """One home's tie to the shared side. Its connection is kept from one exchange to the next."""

    def __init__(self, parts: SharingParts) -> None:
        self._parts = parts
        self._database = parts.database
        self._conflicts = Conflicts(parts.database, parts.clock)
        self._turn = threading.Lock()
        self._hub: tuple[SharedAddress, str, Hub] | None = None
        self._pace: Pace | None = None

    def state(self) -> SyncState:
        """A look into this home's own tables: quick, and without an acting person."""
        with self._database.read() as work:
            return work.shared.state(*work.queue.count())

    def exchange(self) -> Exchanged:
        """One whole exchange; how it went is noted in the state, too.

        Another process of this home that exchanges just now is waited for. Errors: `NotShared`, the `SharedSide…`
        family, `PasswordStoreUnavailable`.
        """
        with self._alone():
            link = self._link()
            try:
                hub = self._opened(link)
            except AppError as error:
                note_failure(self._database, self._parts.clock(), error)
                raise
            try:
                return self._exchange_over(hub).once()
            except AppError:
                self._let_go()
                raise

    # --- the administrator's ---

    def look(self, actor: Actor, address: SharedAddress, login: Login | None) -> SharedLook:
        """Reach `address` and tell what is there; nothing is changed. Errors: `NotAllowed`, the `SharedSide…` family,
        `SharedLoginRefused`."""
        self._require(actor, Action.SHARE)
        with self._owner(address, login) as owner:
            try:
                office, name = owner.office()
            except (SharedSideNotOurs, SharedDatabaseMissing):
                if owner.is_empty():
                    return SharedLook(SharedFound.EMPTY)
                raise
        ours = office == self._office_id()
        return SharedLook(SharedFound.OURS if ours else SharedFound.OTHER_OFFICE, name)

    def begin(self, actor: Actor, address: SharedAddress, login: Login | None) -> None:
        """Make the shared side of this office at `address` from this home, or bring it up to date.

        The home's records are offered with the next exchange. The login goes into the operating system's store, for
        inviting counters later; this home exchanges by a login of its own. Errors: `NotAllowed`, `AlreadyShared` at
        another address, those of `HubOwner`.
        """
        self._require(actor, Action.SHARE)
        with self._database.read() as work:
            link = work.shared.link()
            office_name = work.offices.settings().name
            counter = work.offices.counter(work.offices.home_counter())
            home_id = work.offices.home_id()
            public = work.offices.signing_key()
        if link is not None and link.address.url() != address.url():
            raise AlreadyShared(link.address.url())
        office = self._office_id()
        with self._owner(address, login) as owner:
            owner.prepare(office, office_name)
            own = owner.admit(home_id, counter.code, counter.name, public)
        passwords = self._passwords()
        self._keep_administrator(passwords, login)
        if own is not None:
            passwords.put(own.user, own.password)
        if link is not None:
            self._attach_again(actor, address, own)
            return
        office_seed(self._parts.home.keys)
        epoch = self._greeted_epoch(address, own, home_id)
        at = self._parts.clock()
        with self._database.write() as work:
            if work.shared.link() is not None:
                return  # another window of this home was quicker, and has offered everything
            work.queue.set_aside()
            self._offer_everything(work, at)
            work.attachments.send_all()
            work.shared.attach(office, address, own.user if own else "", epoch, HEAD, at, joined=False)
            self._note(work, actor, "begin_sharing")

    def invite(self, actor: Actor, departments: Sequence[str] | None = None) -> Invitation:
        """A one-time code for one more counter, good for a day. With `departments` (codes) it will be given the visits
        of these only. Errors: `NotAllowed`, `NotShared`, `UnknownDepartment`, `SharedRightsMissing` where this home has
        no administrator's login of the database."""
        self._require(actor, Action.SHARE)
        link = self._link()
        limit = self._known_departments(departments)
        code, until = new_invite(), self._parts.clock() + INVITE_TIME
        with self._owner(link.address, self._administrator(link)) as owner:
            name = owner.invite(code, until, limit)
        with self._database.write() as work:
            self._note(work, actor, "invite_counter")
        return Invitation(invite_text(code), until, name)

    def withdraw(self, actor: Actor, invitation: str) -> None:
        """End an invitation that nobody has used; `invitation` is its name among `counters`.

        Errors: those of `invite`, `UnknownInvitation`, `InvitationTaken`.
        """
        self._require(actor, Action.SHARE)
        link = self._link()
        with self._owner(link.address, self._administrator(link)) as owner:
            owner.withdraw(invitation)
        with self._database.write() as work:
            self._note(work, actor, "withdraw_invitation")

    def counters(self, actor: Actor) -> tuple[CounterState, ...]:
        """Every home of the office and every code neither used nor withdrawn. Errors: those of `invite`."""
        self._require(actor, Action.SHARE)
        link = self._link()
        with self._owner(link.address, self._administrator(link)) as owner:
            return owner.counters()

    def remove(self, actor: Actor, home: str, last_day: date) -> None:
        """End a counter; its slips of days until `last_day` stay valid. Errors: those of `invite`."""
        self._require(actor, Action.SHARE)
        link = self._link()
        with self._owner(link.address, self._administrator(link)) as owner:
            owner.remove(home, last_day)
        with self._database.write() as work:
            self._note(work, actor, "remove_counter")

    def survey_login(self, actor: Actor) -> Login | None:
        """See `HubOwner.survey_login`; the password is told this once. Errors: those of `invite`."""
        self._require(actor, Action.SHARE)
        link = self._link()
        with self._owner(link.address, self._administrator(link)) as owner:
            login = owner.survey_login()
        with self._database.write() as work:
            self._note(work, actor, "survey_login")
        return login

    def restored(self, actor: Actor) -> None:
        """After a backup was put back over there: every counter offers its operations again. Errors: of `invite`."""
        self._require(actor, Action.SHARE)
        link = self._link()
        with self._owner(link.address, self._administrator(link)) as owner:
            owner.begin_anew()
        with self._database.write() as work:
            self._note(work, actor, "shared_side_restored")

    def change_login(self, actor: Actor, address: SharedAddress, login: Login | None) -> None:
        """The shared side moved, or a password changed there; this home's own login gets a new one.

        Errors: `NotAllowed`, `NotShared`, `SharedSideNotOurs` where nothing is kept yet, `SharedSideOfAnotherOffice`,
        those of `HubOwner`.
        """
        self._require(actor, Action.SHARE)
        link = self._link()
        with self._database.read() as work:
            counter = work.offices.counter(work.offices.home_counter())
            public = work.offices.signing_key()
        with self._owner(address, login) as owner:
            office, name = owner.office()
            if office != link.office:
                raise SharedSideOfAnotherOffice(address.url(), name)
            own = owner.admit(link.home, counter.code, counter.name, public)
        passwords = self._passwords()
        self._keep_administrator(passwords, login)
        if own is not None:
            passwords.put(own.user, own.password)
        self._attach_again(actor, address, own)

    # --- what collided, and what got another number ---

    def conflicts(self, actor: Actor) -> tuple[FieldConflict, ...]:
        """See `Conflicts.list`."""
        return self._conflicts.list(actor)

    def settle(self, actor: Actor, conflict_id: str, *, take_other: bool) -> None:
        """See `Conflicts.settle`."""
        self._conflicts.settle(actor, conflict_id, take_other=take_other)

    def relabelled(self, actor: Actor) -> tuple[Relabelled, ...]:
        """Visits that got another number because this home was put back or copied. Errors: `NotAllowed`."""
        actor.require(Action.SEE_OFFICE)
        with self._database.read() as work:
            return work.shared.relabelled()

    def compare(self) -> Comparison:
        """Lay both sides side by side. Errors: those of `exchange`."""
        with self._alone():
            link = self._link()
            with self._database.read() as work:
                since = hold_from(work, self._parts.clock())
            try:
                return compare(self._database, self._opened(link), since)
            except AppError:
                self._let_go()
                raise

    def close(self) -> None:
        """Let go of the connection. One that is still busy is left: it ends with the program, and nothing is lost."""
        if self._turn.acquire(timeout=_END_SECONDS):
            try:
                self._let_go()
            finally:
                self._turn.release()

    # --- how it is done ---

    def _over_there(self, do: Callable[[Exchange, SharedLink], T]) -> T:
        with self._alone():
            link = self._link()
            try:
                return do(self._exchange_over(self._opened(link)), link)
            except AppError:
                self._let_go()
                raise

    def _attach_again(self, actor: Actor, address: SharedAddress, own: Login | None) -> None:
        """The same shared side, perhaps at another address or with another password."""
        with self._database.write() as work:
            work.shared.move(address, own.user if own else "")
            self._note(work, actor, "change_shared_login")
        with self._turn:
            self._let_go()

    def _alone(self) -> Alone:
        return Alone(self._turn, self._parts.home.root / "sync.lock")

    def _exchange_over(self, hub: Hub) -> Exchange:
        identity = Identity(self._database, self._parts.home.keys, self._parts.clock, self._carry_passwords)
        parts = self._parts
        introduce = self._introduce if self._link().address.kind is SharedKind.FILE else None
        files = AttachmentFiles(parts.home.attachments)
        exchange = Exchange(
            self._database, hub, identity, parts.clock, parts.release, files, pace=self._pace, introduce=introduce
        )
        self._pace = exchange.pace
        return exchange

    def _introduce(self) -> None:
        """Enter this home in a file that was made anew: it is filled again by what every home offers."""
        link = self._link()
        with self._database.read() as work:
            counter = work.offices.counter(work.offices.home_counter())
            public = work.offices.signing_key()
        with self._owner(link.address, None) as owner:
            owner.admit(link.home, counter.code, counter.name, public)

    def _opened(self, link: SharedLink) -> Hub:
        if self._hub is not None and self._hub[:2] == (link.address, link.user):
            return self._hub[2]
        self._let_go()
        login = None
        if link.user:
            password = self._passwords().get(link.user)
            if password is None:
                raise SharedLoginRefused(link.user)
            login = Login(link.user, password)
        hub = self._parts.open_hub(link.address, login)
        self._hub = (link.address, link.user, hub)
        return hub

    def _let_go(self) -> None:
        if self._hub is not None:
            self._hub[2].close()
            self._hub = None

    def _link(self) -> SharedLink:
        with self._database.read() as work:
            link = work.shared.link()
        if link is None:
            raise NotShared
        return link

    def _known_departments(self, wanted: Sequence[str] | None) -> tuple[str, ...] | None:
        if wanted is None:
            return None
        with self._database.read() as work:
            known = {department.code for department in work.lists.departments()}
        for code in wanted:
            if code not in known:
                raise UnknownDepartment(code)
        return tuple(sorted(set(wanted)))

    def _owner(self, address: SharedAddress, login: Login | None) -> closing[HubOwner]:
        return closing(self._parts.open_owner(address, login))

    def _office_id(self) -> str:
        with self._database.read() as work:
            return work.shared.office_id()

    def _greeted_epoch(self, address: SharedAddress, login: Login | None, home_id: str) -> str:
        hub = self._parts.open_hub(address, login)
        try:
            caller = Caller(home_id, "", Ticket(), Ticket(1), self._parts.release, PROTOCOL, self._parts.clock())
            return hub.greet(caller).epoch
        finally:
            hub.close()

    def _offer_everything(self, work: UnitOfWork, at: datetime) -> None:
        for snapshot in list(work.snapshots.everything()):
            work.outbox.write(
                at=at,
                entity=snapshot.entity,
                row_id=snapshot.row_id,
                kind="create",
                by=snapshot.by,
                fields=snapshot.fields,
                personal=snapshot.personal,
            )

    def _note(self, work: UnitOfWork, actor: Actor, action: str) -> None:
        work.audit.write(
            at=self._parts.clock(),
            login=actor.login,
            role=actor.role.value,
            counter_code=work.offices.here().code,
            action=action,
            entity="shared_side",
            row_id="",
        )

    # --- passwords ---

    def _passwords(self) -> Passwords:
        # By the office and not by the home: a home that goes on as another counter keeps its login.
        return self._parts.passwords(self._parts.home.keys, self._office_id())

    def _carry_passwords(self, link: SharedLink, home_id: str) -> None:
        """The home goes on as `home_id`, by the same logins."""
        kept, carried = self._passwords(), self._parts.passwords(self._parts.home.keys, home_id)
        for user in (link.user, ADMINISTRATOR):
            password = kept.get(user) if link.user else None
            if password is not None:
                carried.put(user, password)

    def _keep_administrator(self, passwords: Passwords, login: Login | None) -> None:
        if login is not None:
            keep_administrator(passwords, login)

    def _administrator(self, link: SharedLink) -> Login | None:
        if not link.user:
            return None
        return administrator_login(self._passwords(), link.user)
