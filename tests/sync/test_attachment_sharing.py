"""Scans on their way between counters: after everything else, gone on with when cut off, believed only whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from app.bootstrap import open_office
from app.db.attachment_files import AttachmentFiles
from app.domain.attachments import Attachment, AttachmentState
from app.domain.case_errors import AttachmentAway, AttachmentLost
from app.domain.cases import Case, CaseKind, NewCase
from app.domain.sharing import PART_BYTES, SharedKind
from app.domain.sharing_errors import SharedSideUnreachable
from app.domain.visits import NewVisit
from app.sync.file.file_hub import FileHub
from app.sync.postgres.postgres_hub import PostgresHub
from tests.support.crashes import die, killed
from tests.support.faulty_hub import Fault
from tests.support.model_hub import ModelHub
from tests.support.offices import stored
from tests.support.scans import pdf, photo, written
from tests.support.shared_homes import CLERK, SharedHome
from tests.support.shared_offices import Desk, SharedOffice

LARGE = pdf(5 * PART_BYTES + 17)
PARTS = 6


def opened(at: SharedHome | Desk) -> Case:
    department = at.office.offices.departments(CLERK)[0].code
    return at.office.cases.open(CLERK, NewCase(CaseKind.OTHER, "가로등이 꺼져 있어요", department_code=department))


def attached(at: SharedHome | Desk, folder: Path, content: bytes = LARGE) -> Attachment:
    return at.office.attachments.attach(CLERK, opened(at).id, written(folder, "사진.pdf", content))


def state(at: SharedHome | Desk, scan: Attachment) -> AttachmentState:
    [found] = at.office.attachments.list(CLERK, scan.case_id)
    return found.state


def sent(at: SharedHome) -> int | None:
    [(parts,)] = stored(at.home, "SELECT parts_sent FROM attachment")
    return None if parts is None else int(parts)


@pytest.fixture
def calls(homes: list[SharedHome]) -> Iterator[list[str]]:
    """What the first home has had carried out over there, in order."""
    made: list[str] = []
    homes[0].hub.done = made.append
    yield made
    homes[0].hub.done = lambda _: None


def test_a_scan_reaches_the_other_counters_and_its_state_is_told(
    shared: SharedOffice, first: Desk, second: Desk, tmp_path: Path
) -> None:
    scan = attached(first, tmp_path)
    assert state(first, scan) is AttachmentState.WAITING
    first.exchange()
    assert state(first, scan) is AttachmentState.HERE
    second.exchange()
    assert state(second, scan) is AttachmentState.AWAY
    assert second.office.attachments.open(second.clerk, scan.id) == ("사진.pdf", scan.medium, LARGE)
    assert state(second, scan) is AttachmentState.HERE
    shared.settled(first, second)


def test_the_same_scan_is_stored_once(shared: SharedOffice, first: Desk, second: Desk, tmp_path: Path) -> None:
    one = attached(first, tmp_path)
    shared.settled(first, second)
    other = attached(second, tmp_path)
    shared.settled(second, first)
    assert one.blob == other.blob
    assert shared.stored("SELECT count(*), count(DISTINCT blob) FROM blob") == [(PARTS, 1)]
    assert stored(second.home, "SELECT parts_sent FROM attachment ORDER BY id") == [(None,), (None,)]
    # Taking one away leaves the other to be opened.
    first.office.attachments.remove(first.clerk, one.id)
    shared.settled(first, second)
    assert first.office.attachments.open(first.clerk, other.id)[2] == LARGE


def test_what_a_clerk_records_goes_before_the_next_part(
    homes: list[SharedHome], calls: list[str], tmp_path: Path
) -> None:
    home = homes[0]
    attached(home, tmp_path)

    def work(method: str) -> None:
        if method == "put_part":
            home.office.visits.admit(CLERK, NewVisit("SEAL"))

    home.hub.before = work
    home.exchange()
    going = [call for call in calls if call in ("push", "put_part")]
    assert going == ["push", *["put_part", "push"] * PARTS]
    # Every visit that was saved in between is there, whatever of the scan is.
    assert stored(home.home, "SELECT count(*) FROM outbox WHERE state = 'waiting'") == [(0,)]


def test_no_part_goes_before_its_case_was_taken(
    homes: list[SharedHome], hub: ModelHub, calls: list[str], tmp_path: Path
) -> None:
    home = homes[0]
    scan = attached(home, tmp_path)
    for fault in (Fault.REQUEST, Fault.REPLY):
        home.hub.plan("push", fault)
        with pytest.raises(SharedSideUnreachable):
            home.exchange()
        assert hub.state.parts == {}
    home.exchange()
    assert calls.index("put_part") > calls.index("push")
    assert {blob for blob, _ in hub.state.parts} == {scan.blob}


@pytest.mark.parametrize("fault", [Fault.REQUEST, Fault.REPLY, Fault.TWICE])
def test_a_scan_cut_off_goes_on_where_it_was(
    homes: list[SharedHome], hub: ModelHub, calls: list[str], tmp_path: Path, fault: Fault
) -> None:
    sender, reader = homes[:2]
    scan = attached(sender, tmp_path)
    sender.hub.plan("put_part", fault, 3)
    with suppress(SharedSideUnreachable):
        sender.exchange()
    assert sent(sender) == (None if fault is Fault.TWICE else 3)
    before = len([call for call in calls if call == "put_part"])
    sender.exchange()
    again = len([call for call in calls if call == "put_part"]) - before
    assert again == (0 if fault is Fault.TWICE else PARTS - 3)
    reader.exchange()
    reader.hub.plan("get_part", Fault.REPLY, 2)
    with pytest.raises(AttachmentAway):
        reader.sharing.fetch_attachment(CLERK, scan.id)
    got: list[str] = []
    reader.hub.done = got.append
    reader.sharing.fetch_attachment(CLERK, scan.id)
    assert got.count("get_part") == PARTS - 2
    assert reader.office.attachments.open(CLERK, scan.id)[2] == LARGE


@pytest.mark.parametrize("after", [False, True], ids=["before the part", "after the part"])
def test_a_program_killed_in_the_middle_goes_on_where_it_was(
    shared: SharedOffice, first: Desk, second: Desk, tmp_path: Path, after: bool
) -> None:
    scan = attached(first, tmp_path)
    home, clock = first.home, first.clock
    shared.shut(first)
    hub = FileHub if shared.address.kind is SharedKind.FILE else PostgresHub

    def work() -> None:
        put, left = hub.put_part, [3]

        def put_part(*arguments: object) -> None:
            left[0] -= 1
            if not after and left[0] == 0:
                die()
            put(*arguments)  # type: ignore[arg-type]
            if left[0] == 0:
                die()

        hub.put_part = put_part  # type: ignore[assignment]
        open_office(home, clock).sharing.exchange()

    assert killed(work)
    [(there,)] = shared.stored("SELECT count(*) FROM blob")
    assert there == (3 if after else 2)
    again = shared.desk(home, clock)
    assert state(again, scan) is AttachmentState.WAITING
    shared.settled(again, second)
    assert second.office.attachments.open(second.clerk, scan.id)[2] == LARGE


def test_a_program_killed_while_it_fetches_goes_on_where_it_was(
    shared: SharedOffice, first: Desk, second: Desk, tmp_path: Path
) -> None:
    scan = attached(first, tmp_path)
    shared.settled(first, second)
    home, clock = second.home, second.clock
    shared.shut(second)
    hub = FileHub if shared.address.kind is SharedKind.FILE else PostgresHub

    def work() -> None:
        get, left = hub.get_part, [3]

        def get_part(*arguments: object) -> bytes | None:
            left[0] -= 1
            return die() if left[0] == 0 else get(*arguments)  # type: ignore[arg-type, func-returns-value]

        hub.get_part = get_part  # type: ignore[assignment]
        open_office(home, clock).sharing.fetch_attachment(second.clerk, scan.id)

    assert killed(work)
    assert AttachmentFiles(home.attachments).begun(scan.blob) == 2 * PART_BYTES
    again = shared.desk(home, clock, second.clerk.login)
    assert again.office.attachments.open(again.clerk, scan.id)[2] == LARGE


def test_a_damaged_part_is_never_shown(shared: SharedOffice, first: Desk, second: Desk, tmp_path: Path) -> None:
    scan = attached(first, tmp_path)
    shared.settled(first, second)
    [kept] = shared.stored("SELECT data FROM blob WHERE part = 2")
    spoilt = bytes(PART_BYTES).hex()
    as_bytes = f"X'{spoilt}'" if shared.address.kind is SharedKind.FILE else f"'\\x{spoilt}'"
    shared.stored(f"UPDATE blob SET data = {as_bytes} WHERE part = 2")
    with pytest.raises(AttachmentLost):
        second.office.attachments.open(second.clerk, scan.id)
    assert not AttachmentFiles(second.home.attachments).has(scan.blob)
    # Where it was attached it is as it was; and put right over there it can be had.
    assert first.office.attachments.open(first.clerk, scan.id)[2] == LARGE
    right = bytes(kept[0]).hex()
    as_bytes = f"X'{right}'" if shared.address.kind is SharedKind.FILE else f"'\\x{right}'"
    shared.stored(f"UPDATE blob SET data = {as_bytes} WHERE part = 2")
    assert second.office.attachments.open(second.clerk, scan.id)[2] == LARGE


def test_a_missing_part_is_waited_for(shared: SharedOffice, first: Desk, second: Desk, tmp_path: Path) -> None:
    scan = attached(first, tmp_path)
    shared.settled(first, second)
    shared.stored("DELETE FROM blob WHERE part = 4")
    with pytest.raises(AttachmentAway) as away:
        second.office.attachments.open(second.clerk, scan.id)
    assert away.value.name == "사진.pdf"
    assert state(second, scan) is AttachmentState.AWAY


def test_what_was_damaged_on_this_disk_is_fetched_anew(
    shared: SharedOffice, first: Desk, second: Desk, tmp_path: Path
) -> None:
    scan = attached(first, tmp_path)
    shared.settled(first, second)
    path = first.home.attachments / scan.blob[:2] / scan.blob
    path.write_bytes(b"spoilt" + path.read_bytes()[6:])
    assert first.office.attachments.open(first.clerk, scan.id)[2] == LARGE


def test_a_draft_left_by_a_power_cut_is_not_believed(
    shared: SharedOffice, first: Desk, second: Desk, tmp_path: Path
) -> None:
    scan = attached(first, tmp_path)
    shared.settled(first, second)
    AttachmentFiles(second.home.attachments).go_on(scan.blob, 0, bytes(2 * PART_BYTES))
    assert second.office.attachments.open(second.clerk, scan.id)[2] == LARGE


def test_a_scan_that_was_erased_is_neither_sent_nor_kept(
    homes: list[SharedHome], hub: ModelHub, tmp_path: Path
) -> None:
    sender = homes[0]
    scan = attached(sender, tmp_path)
    sender.office.attachments.remove(CLERK, scan.id)
    sender.exchange()
    assert hub.state.parts == {}
    assert not AttachmentFiles(sender.home.attachments).has(scan.blob)
    sender.exchange()
    assert sender.compare().agree


def test_what_names_no_file_reaches_none(homes: list[SharedHome], tmp_path: Path) -> None:
    """A name that leads out of the folder, said by another counter."""
    sender, reader = homes[:2]
    attached(sender, tmp_path, photo())
    with closing(sqlite3.connect(sender.database, isolation_level=None)) as connection:
        connection.execute("UPDATE attachment SET parts_sent = NULL")
        said = "json_set(fields, '$.blob', '../../keys/slip.key')"
        connection.execute(f"UPDATE outbox SET fields = {said} WHERE entity = 'attachment'")
    sender.exchange()
    reader.exchange()
    [(scan,)] = stored(reader.home, "SELECT id FROM attachment")
    with pytest.raises((AttachmentAway, AttachmentLost)):
        reader.office.attachments.open(CLERK, scan)
