"""What a counter that was cut off adds to a case which was erased meanwhile can be read nowhere afterwards."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.config.paths import Home
from app.db.attachment_files import AttachmentFiles
from app.db.locked_text import locked
from app.domain.attachments import Attachment
from app.domain.case_errors import AttachmentAway, UnknownRecord
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.case_views import CaseChange
from app.domain.cases import Case, CaseKind, CaseResult, NewCase
from app.domain.sharing import Document
from app.domain.visits import NewVisit
from tests.support.offices import MORNING, SetClock, stored
from tests.support.scans import pdf, written
from tests.support.shared_homes import CLERK, SharedHome
from tests.support.shared_offices import Desk, SharedOffice

TITLE, TEXT, NAME, PHONE = "가로등 고장", "골목이 어둡습니다", "천무량", "010-3819-5620"
NOTED, SCAN, EDITED = "전화로 사정을 들음", "천무량 진단서.pdf", "골목 끝 집입니다"
WORDS = (TITLE, TEXT, NAME, PHONE, NOTED, SCAN, EDITED)
OF_CASES = "entity IN ('case_file', 'case_step', 'attachment')"


def spelt(word: str) -> tuple[bytes, bytes]:
    return word.encode(), json.dumps(word)[1:-1].encode()


def readable(raw: bytes) -> list[str]:
    return [word for word in WORDS if any(way in raw for way in spelt(word))]


def ended(desk: Desk) -> Case:
    """A case that is closed."""
    department = desk.office.offices.departments(desk.clerk)[0].code
    said = NewCase(CaseKind.OTHER, TITLE, TEXT, name=NAME, phone=PHONE, department_code=department)
    case = desk.office.cases.open(desk.clerk, said)
    for step in (NewStep(CaseStepKind.ANSWERED, result=CaseResult.DONE), NewStep(CaseStepKind.CLOSED)):
        desk.office.cases.step(desk.clerk, case.id, step)
    return case


def added(desk: Desk, case: Case, folder: Path) -> Attachment:
    """What is done with it at a counter that is cut off: a step, a scan, and the text put right."""
    desk.office.cases.step(desk.clerk, case.id, NewStep(CaseStepKind.NOTED, text=NOTED))
    desk.office.cases.edit(desk.clerk, case.id, CaseChange(text=EDITED))
    return desk.office.attachments.attach(desk.clerk, case.id, written(folder, SCAN, pdf()))


def keys_at(desk: Desk) -> list[bytes]:
    return [bytes(key) for (key,) in stored(desk.home, f"SELECT key FROM record_key WHERE {OF_CASES}")]


def a_day_passes(*desks: Desk) -> None:
    """And somebody works, so that the clocks are believed and each counter tidies up."""
    for desk in desks:
        desk.clock.at += timedelta(days=1)
        desk.office.visits.register(desk.clerk, NewVisit(desk.office.offices.services()[0].code))
        desk.exchange()
        desk.office.day_end.sweep(desk.clerk)


def assert_nothing_left(shared: SharedOffice, case: Case, blob: str, keys: list[bytes], *desks: Desk) -> None:
    """No word, no key and no bytes: in the tables, and in the files themselves."""
    assert shared.stored(f"SELECT count(*) FROM record_key WHERE {OF_CASES}") == [(0,)]
    assert shared.stored("SELECT count(*) FROM blob") == [(0,)]
    assert {bool(erased) for (erased,) in shared.stored(f"SELECT erased FROM doc WHERE {OF_CASES}")} == {True}
    said = shared.stored(f"SELECT {shared.text} FROM doc WHERE {OF_CASES} OR entity = 'conflict'")
    assert "locked" not in str(said)
    raws = {"shared": shared.raw()}
    for desk in desks:
        view = desk.office.cases.show(desk.clerk, case.id)
        assert (view.case.erased, view.case.text, {(s.text, s.remedy) for s in view.steps}) == (True, "", {("", "")})
        assert stored(desk.home, "SELECT DISTINCT name, key FROM attachment") == [("", "")]
        assert keys_at(desk) == []
        assert not AttachmentFiles(desk.home.attachments).has(blob)
        assert desk.office.sharing.conflicts(desk.clerk) == ()
        shared.shut(desk)
        raws[desk.home.root.name] = desk.home.database.read_bytes()
    for whose, raw in raws.items():
        assert readable(raw) == [], whose
        assert not any(key in raw or key.hex().encode() in raw for key in keys), whose


@pytest.mark.parametrize("heard_first", [False, True], ids=["erased first", "added first"])
def test_what_is_added_at_a_counter_that_was_cut_off_is_erased_with_its_case(
    shared: SharedOffice, first: Desk, second: Desk, tmp_path: Path, heard_first: bool
) -> None:
    case = ended(first)
    shared.settled(first, second)
    scan = added(second, case, tmp_path)
    keys = keys_at(second)
    assert len(keys) == 3
    if heard_first:
        second.exchange()  # it has reached the shared side, and the one who erases does not know of it
        assert shared.stored("SELECT count(*) FROM blob") != [(0,)]
    first.office.cases.erase(first.supervisor, case.id, "본인 요청")
    first.exchange()
    shared.settled(second, first)
    assert shared.stored("SELECT count(*) FROM op WHERE result = 'refused'") == [(0,)]
    with pytest.raises((AttachmentAway, UnknownRecord)):
        first.office.sharing.fetch_attachment(first.clerk, scan.id)
    third = shared.join(first, "8", "clerk1")
    a_day_passes(second, third)
    shared.settled(first, second, third)
    assert_nothing_left(shared, case, scan.blob, keys, first, second, third)


# --- whatever the shared side says ------------------------------------------------------------------------------------


def told(homes: list[SharedHome]) -> tuple[SharedHome, Document, Document, Document]:
    """A home, and a case with a step and a scan, as a shared side tells of them that erases nothing by itself."""
    home = homes[0]
    department = home.office.offices.departments(CLERK)[0].code
    at, day = MORNING.isoformat(), MORNING.date().isoformat()
    case = {"number": "2026-B-0001", "kind": "OTHER", "department_code": department, "ended_on": day}
    case |= {"received_at": at, "matter_id": "c1"}
    step = {"case_id": "c1", "kind": "noted", "at": at, "on_day": day}
    scan = {"case_id": "c1", "medium": "application/pdf", "size": 9, "blob": "ab" * 32, "at": at}
    return (
        home,
        document("case_file", "c1", case, title=TITLE),
        document("case_step", "s1", step, text=NOTED),
        document("attachment", "f1", scan, name=SCAN, key="ab"),
    )


def document(entity: str, row_id: str, fields: Mapping[str, object], **personal: str) -> Document:
    key = secrets.token_bytes(32)
    said = {**fields, **{name: locked(key, text) for name, text in personal.items()}}
    return Document(entity, row_id, 1, 900, "another home", erased=False, fields=said, key=key)


def changed(before: Document, **fields: object) -> Document:
    return replace(before, fields={**before.fields, **fields})


def erased(case: Document) -> Document:
    return replace(changed(case, title=""), version=2, erased=True, key=None)


def take(home: SharedHome, *documents: Document) -> None:
    with home.write() as work:
        work.replica.take(documents)


def left_at(home: Home) -> list[tuple[object, ...]]:
    """Whatever can be read of cases, and keys to it."""
    return [
        *stored(home, "SELECT title || text || name FROM case_file WHERE title || text || name != ''"),
        *stored(home, "SELECT text || remedy FROM case_step WHERE text || remedy != ''"),
        *stored(home, "SELECT name || key FROM attachment WHERE name || key != ''"),
        *stored(home, f"SELECT entity, row_id FROM record_key WHERE {OF_CASES}"),
        *stored(home, "SELECT document FROM parked_document"),
    ]


@pytest.mark.parametrize("order", ["before", "with", "after"])
def test_what_belongs_to_a_case_erased_here_is_kept_without_its_words(homes: list[SharedHome], order: str) -> None:
    home, case, step, scan = told(homes)
    gone = erased(case)
    pages = {
        "before": [[case, step, scan], [gone]],
        "with": [[gone, step, scan]],
        "after": [[case], [gone], [scan, step]],
    }
    for page in pages[order]:
        take(home, *page)
    assert left_at(home.home) == []
    assert stored(home.home, "SELECT count(*) FROM case_step") == [(1,)]
    # Nor does it come back, at whatever version and with its key.
    take(home, replace(step, version=7), replace(scan, version=7))
    assert left_at(home.home) == []
    with pytest.raises(UnknownRecord):
        home.sharing.fetch_attachment(CLERK, "f1")


def test_what_did_not_fit_keeps_no_key_once_its_case_is_erased(homes: list[SharedHome]) -> None:
    home, case, step, _ = told(homes)
    assert step.key is not None
    take(home, case, changed(step, at="no day"))
    assert step.key.hex() in str(stored(home.home, "SELECT document FROM parked_document"))
    take(home, erased(case))
    with home.write() as work:
        work.replica.try_parked()
    assert step.key.hex() not in str(stored(home.home, "SELECT document FROM parked_document"))
    assert left_at(home.home)[:-1] == []


def test_a_counter_s_own_words_go_when_it_hears_that_the_case_was_erased(
    homes: list[SharedHome], tmp_path: Path
) -> None:
    """Before the shared side has taken them."""
    home, case, _, _ = told(homes)
    take(home, changed(case, ended_on=None))
    home.office.cases.step(CLERK, "c1", NewStep(CaseStepKind.NOTED, text=NOTED))
    home.office.attachments.attach(CLERK, "c1", written(tmp_path, SCAN, pdf()))
    take(home, erased(case))
    assert left_at(home.home) == []
    assert stored(home.home, "SELECT parts_sent FROM attachment") == [(None,)]
    assert home.office.attachments.sweep() == 1


# --- at the day's end -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "left",
    [
        "UPDATE case_file SET phone = '010-1234-5678'",
        "UPDATE case_step SET remedy = '행정심판'",
        "UPDATE attachment SET name = '진단서.pdf'",
        "UPDATE attachment SET key = 'ab'",
        *(
            f"INSERT INTO record_key VALUES ('{e}', '{r}', x'ab')"
            for e, r in (("case_file", "c1"), ("case_step", "s1"))
        ),
        "INSERT INTO record_key VALUES ('attachment', 'f1', x'ab')",
        "UPDATE case_file SET title = '가로등 고장'",
    ],
)
def test_what_was_left_of_an_erased_case_is_found_and_erased(homes: list[SharedHome], left: str) -> None:
    home, case, step, scan = told(homes)
    take(home, case, step, scan)
    take(home, erased(case))
    assert home.office.day_end.sweep(CLERK).cases == 0
    stored(home.home, left)
    # Once a day is enough: nothing should have been left.
    assert home.office.day_end.sweep(CLERK).cases == 0
    assert isinstance(home.clock, SetClock)
    home.clock.pass_by(days=1)
    assert home.office.day_end.sweep(CLERK).cases == 1
    assert left_at(home.home) == []
    told_of = stored(
        home.home, "SELECT entity, kind FROM outbox WHERE state = 'waiting' AND about = 'c1' ORDER BY entity"
    )
    assert told_of == [(entity, "erase") for entity in ("attachment", "case_file", "case_step")]
    home.clock.pass_by(days=1)
    assert home.office.day_end.sweep(CLERK).cases == 0
