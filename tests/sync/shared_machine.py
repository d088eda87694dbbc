"""Everything that can happen to an office of several counters, as rules for hypothesis to play with.

The homes are real; the shared side is the model, so that hypothesis also decides how transactions over there overlap.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import hypothesis.strategies as st
from hypothesis.stateful import initialize, precondition, rule

from app.domain.administration import DepartmentForm, ServiceForm
from app.domain.errors import AppError
from app.domain.languages import Language
from app.domain.sharing import Exchanged
from app.domain.sharing_errors import DayNotHere, SharedSideUnavailable
from app.domain.slips import Paper, SlipState
from app.domain.visits import LateReason, NewVisit, VisitRecord, VisitStatus
from tests.support.faulty_hub import Fault
from tests.support.model_hub import ModelHub
from tests.support.model_state import Transaction
from tests.support.offices import MORNING
from tests.support.shared_homes import ADMIN, CLERK, COLLEAGUE, PreparedOffice, SharedHome
from tests.support.shared_invariants import (
    check_courses,
    check_home,
    check_nothing_invented,
    check_shared_side,
    ever_offered,
    stored,
    view_of_model,
)
from tests.sync.shared_machine_cases import OfficeOfCases, homes, picks

SERVICES = ("SEAL", "MOVEIN", "PASSPORT")
NAMES = ("가", "나")
HEALING_ROUNDS = 12

faults = st.sampled_from([*Fault])
methods = st.sampled_from(["greet", "push", "pull", "renew", "fetch"])


class Office(OfficeOfCases):
    """Three counters, and a fourth when a disk is cloned. `prepared` and `make_hub` are set by the test."""

    prepared: PreparedOffice
    make_hub: Callable[[PreparedOffice, Callable[[], datetime]], ModelHub] = PreparedOffice.hub

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.prepared.homes[0].parent))
        self.now = MORNING + timedelta(hours=1)
        self.hub = type(self).make_hub(self.prepared, lambda: self.now)
        self.offsets = [timedelta(0)] * 4
        self.images: dict[int, Path] = {}
        self.backups: list[tuple[bytes, int]] = []
        self.offered: set[str] = set()
        self.acknowledged: set[str] = set()
        self.slow: list[Transaction] = []
        self.foreign: list[Transaction] = []

    @initialize()
    def open(self) -> None:
        for n, template in enumerate(self.prepared.homes):
            self._add(Path(shutil.copytree(template, self.folder / f"home-{n}")))

    # --- what people do ---

    @rule(at=homes, service=st.sampled_from(SERVICES), note=st.sampled_from(["", "메모"]))
    def register(self, at: int, service: str, note: str) -> None:
        made = self.homes[at].office.visits.register(CLERK, NewVisit(service, note=note))
        self.acknowledged.add(made.visit.id)

    @rule(at=homes, to=st.none() | homes)
    def admit(self, at: int, to: int | None) -> None:
        code = None if to is None else self.homes[to].office.offices.counter().code
        with suppress(AppError):  # that counter may not be known here yet
            made = self.homes[at].office.visits.admit(COLLEAGUE, NewVisit("SEAL", queue_number="B12"), code)
            self.acknowledged.add(made.visit.id)

    @rule(at=homes, which=picks, what=st.sampled_from(["call", "start", "leave", "finish", "undo", "close"]))
    def step(self, at: int, which: int, what: str) -> None:
        home = self.homes[at]
        if (visit := self._visit(home, which)) is None:
            return
        with suppress(AppError):
            match what:
                case "call":
                    home.office.reception.call(CLERK, visit.id)
                case "start":
                    home.office.reception.start(CLERK, visit.id)
                case "leave":
                    home.office.reception.leave(CLERK, visit.id)
                case "finish":
                    home.office.visits.finish(CLERK, visit.id)
                case "undo":
                    home.office.visits.undo(CLERK, visit.id)
                case "close":
                    home.office.day_end.sweep(CLERK, date_is_right=True)

    @rule(at=homes, which=picks, to=homes)
    def hand_over(self, at: int, which: int, to: int) -> None:
        home, code = self.homes[at], self.homes[to].office.offices.counter().code
        if (visit := self._visit(home, which)) is not None:
            with suppress(AppError):
                home.office.reception.hand_over(CLERK, visit.id, code, "다음 창구로")

    @rule(at=homes, which=picks, services=st.permutations(SERVICES), many=st.integers(1, 2))
    def correct(self, at: int, which: int, services: list[str], many: int) -> None:
        home = self.homes[at]
        if (visit := self._visit(home, which)) is not None:
            with suppress(AppError):
                home.office.corrections.correct_services(COLLEAGUE, visit.id, tuple(services[:many]), "잘못 적음")

    @rule(at=homes, which=picks)
    def print_slip(self, at: int, which: int) -> None:
        home = self.homes[at]
        if (visit := self._visit(home, which)) is not None:
            with suppress(AppError):
                slip, _ = home.office.slips.issue(CLERK, visit.id, Paper.ROLL80, Language.KO)
                home.office.slips.mark(CLERK, slip.id, SlipState.HANDED)

    @rule(at=homes, minutes=st.integers(1, 90))
    def enter_late(self, at: int, minutes: int) -> None:
        home = self.homes[at]
        with suppress(AppError):
            when = self.clock_of(at)() - timedelta(minutes=minutes)
            made = home.office.late_visits.enter(CLERK, NewVisit("SEAL", note="종이"), when, LateReason.POWER)
            self.acknowledged.add(made.visit.id)

    @rule(at=homes, what=st.integers(0, 4), name=st.sampled_from(NAMES))
    def administer(self, at: int, what: int, name: str) -> None:
        admin, offices = self.homes[at].office.admin, self.homes[at].office.offices
        with suppress(AppError):
            match what:
                case 0:
                    service = next(s for s in admin.catalogue.services(ADMIN) if s.code == "SEAL")
                    form = ServiceForm(f"인감 {name}", service.department_code, service.area, service.key, name)
                    admin.catalogue.edit_service(ADMIN, "SEAL", form)
                case 1:
                    admin.people.change(ADMIN, "clerk2", name=f"김{name}")
                case 2:
                    offices.change(ADMIN, undo_seconds=30 if name == "가" else 60)
                case 3:
                    department = admin.catalogue.departments(ADMIN)[0]
                    form_of_one = DepartmentForm(department.name, department.bureau, f"{name}층", department.phone)
                    admin.catalogue.edit_department(ADMIN, department.code, form_of_one)
                case 4:
                    admin.counters.rename(ADMIN, "A", f"{name} 창구")

    @rule(at=homes, take_other=st.booleans())
    def settle(self, at: int, take_other: bool) -> None:
        sharing = self.homes[at].sharing
        with suppress(AppError):
            for actor in (ADMIN, CLERK):
                if found := sharing.conflicts(actor):
                    sharing.settle(actor, found[0].conflict_id, take_other=take_other)

    @rule(days=st.sampled_from([1, 3, 40]), at=homes)
    def days_pass(self, days: int, at: int) -> None:
        """So long that words are to be erased, or that visits of others need not be held any more."""
        self.now += timedelta(days=days)
        self.homes[at].office.day_end.sweep(CLERK, date_is_right=True)

    # --- exchanges, and what goes wrong with them ---

    @rule(at=homes)
    def exchange(self, at: int) -> None:
        self._exchange(self.homes[at])

    @rule(at=homes)
    def exchange_too(self, at: int) -> None:
        self._exchange(self.homes[at])

    @rule(at=homes, method=methods, fault=faults, after=st.integers(0, 1))
    def exchange_over_a_bad_network(self, at: int, method: str, fault: Fault, after: int) -> None:
        home = self.homes[at]
        home.hub.plan(method, fault, after)
        self._exchange(home)
        home.hub.heal()

    @rule(at=homes, other=picks, method=st.sampled_from(["push", "pull", "fetch", "renew"]))
    def another_one_exchanges_meanwhile(self, at: int, other: int, method: str) -> None:
        """Just before the first such message of this exchange is sent."""
        home, another = self.homes[at], self.homes[other % len(self.homes)]
        if another is home:
            return

        def meanwhile(sent: str) -> None:
            if sent == method:
                home.hub.before = lambda _: None
                self._exchange(another)

        home.hub.before = meanwhile
        self._exchange(home)
        home.hub.before = lambda _: None

    @rule(at=homes, stops=st.sampled_from(["begun", "drawn"]))
    def a_push_takes_long(self, at: int, stops: str) -> None:
        """The counter has given up waiting; its transaction goes on over there."""
        before = set(self.hub.running)
        self.hub.hold = stops
        self._exchange(self.homes[at])
        self.hub.hold = ""
        self.slow += [self.hub.running[xid] for xid in set(self.hub.running) - before]

    @precondition(lambda self: self.slow)
    @rule(which=picks, ends=st.booleans())
    def a_long_push_ends(self, which: int, ends: bool) -> None:
        transaction = self.slow.pop(which % len(self.slow))
        if transaction.xid in self.hub.running:
            self._end(transaction, commit=ends)

    @rule(order=st.permutations(range(3)), draws=st.tuples(st.booleans(), st.booleans()), first=st.booleans())
    def two_pushes_overlap_and_a_third_pulls(self, order: list[int], draws: tuple[bool, bool], first: bool) -> None:
        """What takes six steps in exactly this order otherwise, and finds what nothing else finds."""
        *two, third = order
        self._end_all()
        begun: list[Transaction] = []
        for at, drawn in zip(two, draws, strict=True):
            made = self.homes[at].office.visits.admit(CLERK, NewVisit("SEAL"))
            self.acknowledged.add(made.visit.id)
            self._exchange(self.homes[third])
            before = set(self.hub.running)
            self.hub.hold = "drawn" if drawn else "begun"
            self._exchange(self.homes[at])
            self.hub.hold = ""
            begun += [self.hub.running[xid] for xid in set(self.hub.running) - before]
        for transaction in begun if first else begun[::-1]:
            self._end(transaction, commit=True)
            self._exchange(self.homes[third])

    @rule()
    def somebody_else_writes(self) -> None:
        """A long transaction of another program in the same server: nothing newer is to be seen until it ends."""
        if not self.foreign:
            self.foreign.append(self.hub.begin(None, "foreign"))

    @precondition(lambda self: self.foreign)
    @rule()
    def somebody_else_is_done(self) -> None:
        self.hub.running.pop(self.foreign.pop().xid, None)

    # --- disks and clocks ---

    @rule(at=homes, years=st.sampled_from([-1, 1]))
    def a_clock_is_wrong(self, at: int, years: int) -> None:
        self.offsets[at] = timedelta(days=365 * years)

    @rule(at=homes)
    def a_clock_is_right(self, at: int) -> None:
        self.offsets[at] = timedelta(0)

    @rule()
    def back_up_the_shared_side(self) -> None:
        self.backups.append((self.hub.backup(), len(self.hub.state.members)))

    @precondition(lambda self: self.backups)
    @rule(told=st.booleans(), which=picks)
    def restore_the_shared_side(self, told: bool, which: int) -> None:
        backup, members = self.backups[which % len(self.backups)]
        if members == len(self.hub.state.members):  # a home that was not there yet is another story
            self.hub.restore(backup, told=told or not self._somebody_knows_better(backup))
            self.slow.clear()
            self.foreign.clear()

    @rule(at=homes)
    def image_a_disk(self, at: int) -> None:
        self.images[at] = self.folder / f"image-{at}"
        self.homes[at].image(self.images[at])

    @precondition(lambda self: self.images)
    @rule(which=picks)
    def put_a_disk_back(self, which: int) -> None:
        at = sorted(self.images)[which % len(self.images)]
        self._forget_what_is_nowhere_else(self.homes[at])
        self.homes[at].put_back(self.images[at])

    @precondition(lambda self: self.images and len(self.homes) < 4)
    @rule(which=picks)
    def clone_a_disk(self, which: int) -> None:
        at = sorted(self.images)[which % len(self.images)]
        root = self.folder / "home-3"
        shutil.copytree(self.images[at], root)
        self._add(root)

    @precondition(lambda self: len(self.homes) == 4)
    @rule(note=st.booleans())
    def the_clone_works(self, note: bool) -> None:
        clone = self.homes[3]
        made = clone.office.visits.register(CLERK, NewVisit("MOVEIN", note="복제" if note else ""))
        self.acknowledged.add(made.visit.id)
        self._exchange(clone)

    # --- the end ---

    def teardown(self) -> None:
        try:
            if self.homes:
                self.heal()
                self.check()
        finally:
            self.shut()

    def shut(self) -> None:
        for home in self.homes:
            home.close()
        shutil.rmtree(self.folder)

    def heal(self) -> None:
        """Everything works again; everybody exchanges until nothing is left to say."""
        self._end_all()
        self.offsets = [timedelta(0)] * 4
        done: list[Exchanged] = []
        for _ in range(HEALING_ROUNDS):
            done = [home.exchange() for home in self.homes]
            self._remember()
            if all(not (e.pushed or e.pulled or e.unsent or e.refused or e.relabelled) for e in done):
                return
        raise AssertionError(f"the counters never agree: {done}")

    def check(self) -> None:
        view = view_of_model(self.hub)
        check_shared_side(view)
        for home in self.homes:
            check_home(view, home.database)
        check_nothing_invented(view, self.offered)
        there = {row_id for entity, row_id in view.documents if entity == "visit"}
        assert self.acknowledged <= there, f"lost: {self.acknowledged - there}"
        self.check_cases(set(view.documents))
        check_courses(home.database for home in self.homes)
        for home in self.homes:
            compared = home.compare()
            for _ in range(HEALING_ROUNDS):
                if compared.agree:
                    break
                home.exchange()  # days that a wrong clock took out come back a few at a time
                compared = home.compare()
            assert compared.agree, compared
        for entity, row_id in self.hub.state.tombs:
            assert (entity, row_id) not in self.hub.state.keys, "a key came back after it was destroyed"

    # --- how it is done ---

    def _add(self, root: Path) -> None:
        self.homes.append(SharedHome(root, self.hub, self.clock_of(len(self.homes))))

    def clock_of(self, at: int) -> Callable[[], datetime]:
        return lambda: self.now + self.offsets[at]

    def _exchange(self, home: SharedHome) -> None:
        self.now += timedelta(seconds=1)
        with suppress(SharedSideUnavailable):
            home.exchange()
        self._remember()

    def _remember(self) -> None:
        for home in self.homes:
            self.offered |= ever_offered(home.database)

    def _somebody_knows_better(self, backup: bytes) -> bool:
        """Whether a home has been answered since the backup: it finds out, and then everybody does."""
        then = ModelHub.read_backup(backup).members
        for home in self.homes:
            ((home_id, ticket),) = stored(home.database, "SELECT home_id, ticket_count FROM home JOIN shared_link")
            if home_id in then and ticket > then[home_id].ticket.count:
                return True
        return False

    def _forget_what_is_nowhere_else(self, home: SharedHome) -> None:
        """A disk that burns takes with it what nobody else had heard of."""
        self._remember()
        unheard = {
            row_id
            for (row_id,) in stored(
                home.database, "SELECT row_id FROM outbox WHERE entity = 'visit' AND kind = 'create'"
            )
        } - {row_id for entity, row_id in self.hub.state.documents if entity == "visit"}
        self.acknowledged -= unheard
        self.forget_cases(home, set(self.hub.state.documents))

    def _visit(self, home: SharedHome, which: int) -> VisitRecord | None:
        """One of the newest visits this home knows of."""
        try:
            visits = home.office.visits.list_day(CLERK)
        except DayNotHere:  # by this home's clock the day is one long past
            return None
        alive = [visit for visit in visits if visit.status is not VisitStatus.UNDONE]
        return alive[which % len(alive)] if alive else None

    def _end(self, transaction: Transaction, *, commit: bool) -> None:
        try:
            if commit:
                self.hub.commit(transaction)
                return
        except SharedSideUnavailable:
            pass
        self.hub.abort(transaction)

    def _end_all(self) -> None:
        for transaction in list(self.hub.running.values()):
            if transaction.push is None:
                self.hub.abort(transaction)
            else:
                self._end(transaction, commit=True)
        self.slow.clear()
        self.foreign.clear()
