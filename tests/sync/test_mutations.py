"""The tests of sharing are tested: a protocol with one safeguard less must be caught, the right one must not be."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase
from hypothesis.stateful import run_state_machine_as_test

from app.db.outbox_queue import OutboxQueue
from app.db.replicas import ReplicaRepository
from app.domain.errors import AppError
from app.domain.sharing import (
    EVERY_PLACE,
    Caller,
    Cursor,
    Document,
    Operation,
    Outcome,
    Page,
    Push,
    RecordKey,
    Standing,
)
from app.sync.file.merge import Kept
from tests.support.faulty_hub import Fault
from tests.support.model_hub import ModelHub
from tests.support.model_state import Member
from tests.support.offices import MORNING, SetClock
from tests.support.shared_homes import PreparedOffice, SharedHome
from tests.sync.shared_machine import Office
from tests.sync.shared_machine_cases import OfficeOfCases

CAUGHT = (AssertionError, AppError)
_IS_RULE = "hypothesis_stateful_rule"
"""What hypothesis marks a rule with."""


class NoLedger(ModelHub):
    def outcome_before(self, operation: Operation) -> Outcome | None:
        return None


class NoHorizon(ModelHub):
    """Reads what is committed, although a transaction that began before may still add to it."""

    def readable(self, cursor: Cursor) -> list[tuple[int, int, tuple[str, str]]]:
        return sorted(entry for entry in self.state.feed if entry[:2] > (cursor.xid, cursor.seq))


class SequenceOnly(ModelHub):
    """Reads behind a sequence, although a transaction may have taken its place long before it shows."""

    def readable(self, cursor: Cursor) -> list[tuple[int, int, tuple[str, str]]]:
        horizon = min(self.running, default=self.state.xid + 1)
        found = [entry for entry in self.state.feed if entry[1] > cursor.seq and entry[0] < horizon]
        return sorted(found, key=lambda entry: entry[1])


class NoEpoch(ModelHub):
    def _new_epoch(self) -> str:
        return self.state.epoch


class NoTicket(ModelHub):
    def may_push(self, member: Member, push: Push) -> None: ...

    def _standing(self, member: Member, caller: Caller) -> Standing:
        return Standing.RESTORED if caller.epoch not in ("", self.state.epoch) else Standing.IN_STEP


class KeysAfterErasing(ModelHub):
    def keys_to_take(self, keys: Iterable[RecordKey]) -> dict[tuple[str, str], bytes]:
        return {(key.entity, key.row_id): key.key for key in keys}


class CursorFirst(ModelHub):
    """As if the counter wrote down how far it has read before it has written down what it read."""

    folder: Path

    def pull(
        self, home: str, epoch: str, cursor: Cursor, limit: int, hold_from: date, own_before: int = EVERY_PLACE
    ) -> Page:
        page = super().pull(home, epoch, cursor, limit, hold_from, own_before)
        for database in self.folder.glob("home-*/minwon.db"):
            with closing(sqlite3.connect(database)) as connection, connection:
                moved = "UPDATE shared_link SET cursor_xid = ?, cursor_seq = ? WHERE EXISTS "
                only = "(SELECT 1 FROM home WHERE home_id = ?)"
                connection.execute(moved + only, (page.cursor.xid, page.cursor.seq, home))
        return page


class ChangedOnesToo(ModelHub):
    """Leaves out what a counter has made, although somebody has changed it since."""

    def is_known(self, kept: Kept, home: str, own_before: int) -> bool:
        return kept.home == home and kept.place >= own_before


class OthersToo(ModelHub):
    """Leaves out all that is untouched from a place on, whoever made it."""

    def is_known(self, kept: Kept, home: str, own_before: int) -> bool:
        return kept.version == 1 and kept.place >= own_before


def an_answer_is_lost(office: Office) -> None:
    office.administer(at=0, what=0, name="가")
    office.exchange_over_a_bad_network(at=0, method="push", fault=Fault.REPLY, after=0)


def a_request_is_lost(office: Office) -> None:
    office.register(at=0, service="SEAL", note="")
    office.exchange_over_a_bad_network(at=0, method="push", fault=Fault.REQUEST, after=0)


def the_second_transaction_ends_first(office: Office) -> None:
    office.two_pushes_overlap_and_a_third_pulls(order=[1, 2, 0], draws=(True, True), first=False)


def the_second_transaction_draws_first(office: Office) -> None:
    office.two_pushes_overlap_and_a_third_pulls(order=[1, 2, 0], draws=(False, True), first=True)


def a_backup_is_put_back(office: Office) -> None:
    office.back_up_the_shared_side()
    office.register(at=1, service="SEAL", note="")
    office.exchange(at=1)
    office.exchange(at=0)
    office.restore_the_shared_side(told=True, which=0)


def a_disk_is_put_back(office: Office) -> None:
    office.image_a_disk(at=0)
    office.register(at=0, service="SEAL", note="")
    office.exchange(at=0)
    office.put_a_disk_back(which=0)
    office.register(at=0, service="PASSPORT", note="")
    office.exchange(at=0)


def words_are_erased_and_everything_is_offered_again(office: Office) -> None:
    office.register(at=0, service="SEAL", note="메모")
    office.exchange(at=0)
    office.exchange(at=1)
    office.days_pass(days=40, at=1)
    office.exchange(at=1)
    assert office.hub.state.tombs
    office.back_up_the_shared_side()
    office.restore_the_shared_side(told=True, which=0)


def a_page_is_lost(office: Office) -> None:
    office.register(at=1, service="SEAL", note="")
    office.exchange(at=1)
    office.exchange_over_a_bad_network(at=0, method="pull", fault=Fault.REPLY, after=0)


def what_was_just_made_is_changed(office: Office) -> None:
    office.register(at=0, service="SEAL", note="")
    office.exchange_over_a_bad_network(at=0, method="push", fault=Fault.REPLY, after=0)
    office.exchange(at=1)
    office.correct(at=1, which=0, services=["PASSPORT", "MOVEIN"], many=2)
    office.exchange(at=1)


def two_register_at_once(office: Office) -> None:
    office.register(at=0, service="SEAL", note="")
    office.exchange_over_a_bad_network(at=0, method="push", fault=Fault.REPLY, after=0)
    office.register(at=1, service="SEAL", note="")
    office.exchange(at=1)


STORIES: dict[type[ModelHub], Callable[[Office], None]] = {
    NoLedger: an_answer_is_lost,
    NoHorizon: the_second_transaction_ends_first,
    SequenceOnly: the_second_transaction_draws_first,
    NoEpoch: a_backup_is_put_back,
    NoTicket: a_disk_is_put_back,
    KeysAfterErasing: words_are_erased_and_everything_is_offered_again,
    CursorFirst: a_page_is_lost,
    ChangedOnesToo: what_was_just_made_is_changed,
    OthersToo: two_register_at_once,
}


def machine(prepared: PreparedOffice, kind: type[ModelHub] = ModelHub) -> type[Office]:
    def make(prepared: PreparedOffice, clock: Callable[[], datetime]) -> ModelHub:
        hub = kind(clock)
        hub.state = ModelHub.read_backup(prepared.state)
        return hub

    # Cases need none of the safeguards that visits do not need; without them chance finds what is missing sooner.
    without = {name: None for name in vars(OfficeOfCases) if hasattr(getattr(OfficeOfCases, name), _IS_RULE)}
    return type("WrongOffice", (Office,), {**without, "prepared": prepared, "make_hub": staticmethod(make)})


def told(prepared: PreparedOffice, story: Callable[[Office], None], kind: type[ModelHub] = ModelHub) -> None:
    """Play one story to its end; everything must hold then."""
    office = machine(prepared, kind)()
    if isinstance(office.hub, CursorFirst):
        office.hub.folder = office.folder
    office.open()
    try:
        story(office)
    except BaseException:
        office.shut()
        raise
    office.teardown()


@pytest.mark.parametrize("story", [*STORIES.values(), a_request_is_lost], ids=lambda story: story.__name__)
def test_the_right_protocol_survives(prepared: PreparedOffice, story: Callable[[Office], None]) -> None:
    told(prepared, story)


@pytest.mark.parametrize("kind", list(STORIES), ids=lambda kind: kind.__name__)
def test_a_wrong_shared_side_is_caught(prepared: PreparedOffice, kind: type[ModelHub]) -> None:
    with pytest.raises(CAUGHT):
        told(prepared, STORIES[kind], kind)


def test_acknowledging_before_the_answer_is_caught(prepared: PreparedOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = OutboxQueue.waiting

    def taken_for_sent(self: OutboxQueue, *arguments: Any) -> tuple[Operation, ...]:
        offered = waiting(self, *arguments)
        for operation in offered:
            with closing(sqlite3.connect(_file_of(self))) as connection, connection:
                connection.execute("UPDATE outbox SET state = 'sent' WHERE op_id = ?", (operation.op_id,))
        return offered

    monkeypatch.setattr(OutboxQueue, "waiting", taken_for_sent)
    with pytest.raises(CAUGHT):
        told(prepared, a_request_is_lost)


def an_older_version_comes_late(home: SharedHome, hub: ModelHub) -> None:
    service = hub.state.documents["service", "SEAL"]
    newer, older = (
        Document("service", "SEAL", version, service.place, service.home, False, {**service.fields, "name": name})
        for version, name in ((9, "새 이름"), (8, "옛 이름"))
    )
    with home.write() as work:
        work.replica.take([newer])
        work.replica.take([older])
        assert work.offices.service("SEAL").name == "새 이름"


@pytest.mark.parametrize("guarded", [True, False])
def test_taking_an_older_version_is_caught(
    prepared: PreparedOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, guarded: bool
) -> None:
    hub = prepared.hub(SetClock(MORNING))
    home = prepared.copy(0, tmp_path / "home", hub, SetClock(MORNING))
    with closing(home):
        if guarded:
            an_older_version_comes_late(home, hub)
            return
        monkeypatch.setattr(ReplicaRepository, "versions", lambda *_: {})
        with pytest.raises(AssertionError):
            an_older_version_comes_late(home, hub)


@pytest.mark.parametrize("kind", [NoHorizon, SequenceOnly], ids=lambda kind: kind.__name__)
def test_chance_alone_finds_what_only_an_overlap_shows(prepared: PreparedOffice, kind: type[ModelHub]) -> None:
    wrong = machine(prepared, kind)
    settings = hypothesis.settings(
        max_examples=40,
        stateful_step_count=30,
        deadline=None,
        derandomize=False,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
        report_multiple_bugs=False,
    )
    hypothesis.seed(8)(wrong)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(wrong, settings=settings)


def _file_of(queue: OutboxQueue) -> str:
    return str(queue._connection.engine.url.database)
