"""Homes made by earlier releases open in today's program: copied first, then brought up to date, nothing lost.

`tests/data/homes/<release>/` holds a home as that release left it and what that release said about it.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from sqlalchemy import Engine

from app.bootstrap import Office, open_office, opened_office, render_slip
from app.commands.figures import figures_json
from app.config.paths import Home
from app.config.settings import PRINT_TO_FILES, load_settings
from app.db import opening
from app.db.opening import open_database
from app.db.schema_version import HEAD
from app.db.survey_store import SurveyStore
from app.db.unit_of_work import Database
from app.domain.actors import Actor
from app.domain.errors import DiskFull, PasswordMustChange
from app.domain.languages import Language
from app.domain.periods import Period, Span
from app.domain.slips import Paper
from app.domain.visit_exports import ExportedVisit
from app.domain.visits import NewVisit, VisitStatus
from tests.printing.samples import pixels
from tests.support.earlier_homes import (
    as_far_as,
    columns,
    copies,
    leaves,
    of_answers,
    revision,
    rows,
    told_its_counter,
    visit_said,
)
from tests.support.faults import in_unprivileged_child
from tests.support.offices import SetClock, stored

HOMES = Path(__file__).resolve().parents[1] / "data" / "homes"
RELEASES = sorted(path.name for path in HOMES.iterdir())
PASSWORD = "minwon"
PASSPHRASE = "correct horse battery"
LAST_MOMENT = datetime.fromisoformat("2026-11-20T17:30:00+09:00")
"""When the earlier program was closed. Its slips can still be answered then."""
EVENTS = ("visit", "visit_step", "slip", "slip_token", "audit", "outbox", "person", "record_key")

# Homes in which people waited, were handed over and corrected, and in which accounts, services and counters changed.
whole_days = pytest.mark.parametrize("release", [name for name in RELEASES if name != "0.1.0"], indirect=True)


@pytest.fixture(params=RELEASES)
def release(request: pytest.FixtureRequest) -> Path:
    return HOMES / str(request.param)


@pytest.fixture
def recorded(release: Path) -> dict[str, Any]:
    """What the earlier program itself said about the home."""
    said: dict[str, Any] = json.loads((release / "recorded.json").read_text(encoding="utf-8"))
    return said


@pytest.fixture
def home(release: Path, tmp_path: Path) -> Home:
    """The home as the earlier program left it."""
    with tarfile.open(release / "home.tar.gz") as packed:
        packed.extractall(tmp_path, filter="data")
    return Home(tmp_path / "home")


@pytest.fixture
def office(home: Home) -> Iterator[Office]:
    """Today's program over the earlier home."""
    opened = open_office(home, SetClock(LAST_MOMENT))
    yield opened
    opened.close()


@pytest.fixture
def clerk(office: Office) -> Actor:
    return office.accounts.sign_in("clerk1", PASSWORD)


def test_everything_is_still_there_and_a_copy_of_before_beside_it(home: Home) -> None:
    found = revision(home.database)
    tables = columns(home.database)
    before = rows(home.database, tables)
    assert {len(before[name]) > 0 for name in ("visit", "visit_step", "slip", "slip_token", "audit", "outbox")} == {
        True
    }

    open_database(home.database).dispose()

    assert (revision(home.database), found < HEAD) == (HEAD, True)
    after = rows(home.database, tables)
    steps = {
        step if step in after["visit_step"] else told_its_counter(home, tables["visit_step"], step)
        for step in before["visit_step"]
    }
    expected = {**before, "visit_step": steps}
    assert {name: lost for name in tables if (lost := expected[name] - after[name])} == {}
    assert {name: len(after[name]) for name in EVENTS} == {name: len(before[name]) for name in EVENTS}
    assert stored(home, "PRAGMA integrity_check") == [("ok",)]
    assert stored(home, "PRAGMA foreign_key_check") == []
    assert copies(home) == [f"minwon.db.before-{found}"]
    copy = home.root / copies(home)[0]
    assert rows(copy, tables) == before
    assert columns(copy) == tables


def test_opening_it_again_makes_no_second_copy(home: Home) -> None:
    open_database(home.database).dispose()
    made = copies(home)
    times = [(home.root / name).stat().st_mtime_ns for name in made]
    open_database(home.database).dispose()
    assert copies(home) == made
    assert [(home.root / name).stat().st_mtime_ns for name in made] == times


def test_the_copy_is_its_owners_alone(home: Home) -> None:
    before = os.umask(0o022)
    try:
        open_database(home.database).dispose()
    finally:
        os.umask(before)
    assert [(home.root / name).stat().st_mode & 0o777 for name in copies(home)] == [0o600]


def test_an_earlier_database_that_comes_again_with_more_in_it_is_copied_too(home: Home) -> None:
    found, tables = revision(home.database), columns(home.database)
    earlier = home.database.read_bytes()
    first = home.root / f"minwon.db.before-{found}"
    expected = [first.name]
    open_database(home.database).dispose()
    kept = first.read_bytes()
    for number in (2, 3):
        # Back to the earlier release with the copy, a week's work with it, and today's program once more.
        for left in ("minwon.db-wal", "minwon.db-shm"):
            (home.root / left).unlink(missing_ok=True)
        home.database.write_bytes(earlier)
        stored(home, "UPDATE visit SET note = ?", (f"week {number}",))
        worked = rows(home.database, tables)
        open_database(home.database).dispose()
        expected.append(f"{first.name}-{number}")
        assert copies(home) == expected
        assert rows(home.root / expected[-1], tables) == worked
        assert revision(home.database) == HEAD
    assert first.read_bytes() == kept


def test_trying_again_makes_no_further_copy_of_the_same(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    found = revision(home.database)

    def cut_off(*_: object) -> None:
        raise RuntimeError("cut off")

    with monkeypatch.context() as broken:
        broken.setattr("alembic.command.upgrade", cut_off)
        for _ in range(3):
            with pytest.raises(RuntimeError):
                open_database(home.database)
    assert (copies(home), revision(home.database)) == ([f"minwon.db.before-{found}"], found)
    open_database(home.database).dispose()
    assert (copies(home), revision(home.database)) == ([f"minwon.db.before-{found}"], HEAD)


def test_a_program_that_was_quicker_leaves_nothing_to_copy(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    found = revision(home.database)
    tables = columns(home.database)
    before = rows(home.database, tables)
    migrate = opening.migrate

    def slower(engine: Engine, copy: Callable[[], None]) -> None:
        monkeypatch.setattr(opening, "migrate", migrate)
        open_database(home.database).dispose()
        migrate(engine, copy)

    monkeypatch.setattr(opening, "migrate", slower)
    open_database(home.database).dispose()
    assert (copies(home), revision(home.database)) == ([f"minwon.db.before-{found}"], HEAD)
    assert rows(home.root / copies(home)[0], tables) == before


def test_the_copy_can_take_the_place_of_the_database_again(home: Home, recorded: dict[str, Any]) -> None:
    open_database(home.database).dispose()
    for left in home.root.glob("minwon.db*"):
        if "before" not in left.name:
            left.unlink()
    (home.root / copies(home)[0]).rename(home.database)
    open_database(home.database).dispose()
    assert len(stored(home, "SELECT id FROM visit")) == len(recorded["visits"])


def test_the_chain_of_the_access_log_is_whole_and_goes_on(office: Office, home: Home, clerk: Actor) -> None:
    written = stored(home, "SELECT max(n) FROM audit")
    office.visits.register(clerk, NewVisit("SEAL"))
    database = Database(open_database(home.database), home.database)
    with database.read() as work:
        assert work.audit.first_broken_row() is None
    database.close()
    assert stored(home, "SELECT max(n) FROM audit") > written


def test_the_lists_are_those_of_then(office: Office, clerk: Actor, recorded: dict[str, Any]) -> None:
    days = [date.fromisoformat(day) for day in recorded["figures"]]
    listed = [visit_said(visit) for day in days for visit in reversed(office.visits.list_day(clerk, day))]
    assert as_far_as(listed, recorded["visits"]) == recorded["visits"]


def test_the_figures_are_those_of_then(office: Office, recorded: dict[str, Any]) -> None:
    supervisor = office.accounts.sign_in("supervisor1", PASSWORD)
    for day, said in recorded["figures"].items():
        then = leaves(said)
        now = leaves(as_far_as(figures_json(office.summaries.day(supervisor, date.fromisoformat(day))), said))
        assert {place: value for place, value in now.items() if not of_answers(place)} == {
            place: value for place, value in then.items() if not of_answers(place)
        }
        # What is shown of how few answers is a rule that may become stricter; a figure shown is still the same one.
        shown = {place: value for place, value in now.items() if of_answers(place) and value not in (None, 0)}
        assert shown == {place: then.get(place) for place in shown}
        numbers = [value for value in shown.values() if isinstance(value, float)]
        assert len(numbers) >= (7 if said["scored_answers"] else 0)


@whole_days
def test_lists_that_leave_the_program_are_those_of_then(office: Office, recorded: dict[str, Any]) -> None:
    supervisor = office.accounts.sign_in("supervisor1", PASSWORD)
    auditor = office.accounts.sign_in("auditor1", PASSWORD)
    first, *_, last = [date.fromisoformat(day) for day in recorded["figures"]]
    exported: list[ExportedVisit] = []
    office.summaries.export_visits(supervisor, Period.between(first, last), "비교", exported.extend)
    rows = [{**asdict(row), "registered_at": row.registered_at.isoformat()} for row in exported]
    assert as_far_as(rows, recorded["exported"]) == recorded["exported"]
    signs = [asdict(row) for row in office.integrity.report(auditor, first, last).rows]
    assert as_far_as(signs, recorded["integrity"]) == recorded["integrity"]


@whole_days
def test_those_who_waited_are_called_and_served_where_they_were_sent(home: Home, recorded: dict[str, Any]) -> None:
    with opened_office(home, SetClock(LAST_MOMENT), "B") as office:
        clerk = office.accounts.sign_in("clerk2", PASSWORD)
        assert [visit.id for visit in office.reception.queue(clerk)] == recorded["queue"]
        waiting = next(visit for visit in recorded["visits"] if visit["status"] == "waiting")
        called = office.reception.call_next(clerk)
        assert (called.id, called.number, called.word) == (waiting["id"], waiting["number"], waiting["word"])
        started = office.reception.start(clerk, called.id)
        assert (started.status, office.visits.finish(clerk, called.id).status) == (
            VisitStatus.SERVING,
            VisitStatus.DONE,
        )
        assert asdict(office.visits.own_day(office.accounts.sign_in("clerk1", PASSWORD))) == recorded["own_day"]


@whole_days
def test_the_counts_that_were_kept_are_not_counted_again(office: Office, recorded: dict[str, Any]) -> None:
    over = Period.of(Span.DAY, date.fromisoformat(next(iter(recorded["figures"]))))
    assert office.rollups.missing(over) == []


@whole_days
def test_the_next_sheet_tells_what_was_corrected_since_that_of_then(
    office: Office, clerk: Actor, recorded: dict[str, Any]
) -> None:
    """A service retired by then stays with its visit, and a further correction is told with those of then."""
    day = next(iter(recorded["figures"]))
    visit = next(v for v in recorded["visits"] if set(v["further_services"]) & {*recorded["retired_services"].values()})
    retired = next(iter(recorded["retired_services"]))
    corrected = office.corrections.correct_services(clerk, visit["id"], ("RESREG", retired))
    assert corrected.further_codes == (retired,)
    correction = office.summaries.day(
        office.accounts.sign_in("supervisor1", PASSWORD), date.fromisoformat(day)
    ).correction
    assert correction is not None
    before = recorded["figures"][day]["corrected_since_print"]
    assert correction.printed_at.isoformat() == before["printed_at"]
    assert correction.corrections == before["corrections"] + 1
    assert {change.key for change in correction.changes} > {change["key"] for change in before["changes"]}


def test_a_slip_issued_again_has_the_qr_code_of_then(office: Office, clerk: Actor, recorded: dict[str, Any]) -> None:
    undone = {visit["id"] for visit in recorded["visits"] if visit["status"] == "undone"}
    again = {
        visit_id: office.slips.issue(clerk, visit_id, Paper.ROLL80, Language.KO)
        for visit_id in recorded["survey_urls"]
        if visit_id not in undone
    }
    assert {visit_id: content.survey_url for visit_id, (_, content) in again.items()} == {
        visit_id: url for visit_id, url in recorded["survey_urls"].items() if visit_id not in undone
    }
    reissued = next(slip for slip, _ in again.values() if slip.reissue)
    printed = render_slip(again[reissued.visit_id][1], Paper.ROLL80)
    (code,) = zxingcpp.read_barcodes(pixels(printed), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    assert code.text == recorded["survey_urls"][reissued.visit_id]


def test_sealed_answers_can_still_be_read(office: Office, recorded: dict[str, Any]) -> None:
    auditor = office.accounts.sign_in("auditor1", PASSWORD)
    read = [
        [entry.received_on.isoformat(), entry.department, list(entry.q7), entry.text]
        for entry in office.sealed.list(auditor, PASSPHRASE)
        if entry.readable
    ]
    assert sorted(read, key=str) == recorded["sealed"]
    assert any(text for *_, text in read)


def test_the_survey_store_opens_with_its_key_and_knows_what_it_held(home: Home, recorded: dict[str, Any]) -> None:
    """One citizen had sent the first page only when the earlier program ended."""
    day = date.fromisoformat(next(iter(recorded["figures"])))
    answered = recorded["figures"][day.isoformat()]["surveys_answered"]
    store = SurveyStore.open(home.survey, hold_key_file=home.keys / "hold.key")
    assert store.figures_of(day).answers == answered
    released = store.release_due(datetime.fromisoformat("2027-01-01T00:00:00+09:00"), day)
    assert (released, store.figures_of(day).answers) == (1, answered + 1)
    store.close()


def test_this_pcs_settings_are_those_of_then(home: Home, office: Office) -> None:
    assert load_settings(home.settings).printer == PRINT_TO_FILES
    settings = office.offices.settings()
    assert (settings.undo_seconds, settings.approval_boxes) == (20, ("담당", "팀장", "과장"))


@whole_days
def test_the_offices_lists_and_settings_are_those_of_then(office: Office, recorded: dict[str, Any]) -> None:
    admin = office.accounts.sign_in("admin", PASSWORD)
    settings = {**asdict(office.offices.settings()), "approval_boxes": list(office.offices.settings().approval_boxes)}
    assert as_far_as(settings, recorded["settings"]) == recorded["settings"]
    people, counters = office.admin.people.list(admin), office.admin.counters.list(admin)
    assert [[p.login, p.name, p.role, p.must_change, p.retired_at is not None] for p in people] == recorded["people"]
    assert [[c.code, c.name, c.retired_at is not None] for c in counters] == recorded["counters"]
    services = office.admin.catalogue.services(admin)
    assert {s.code: s.name for s in services if s.retired_at is None} == recorded["services"]
    assert {s.code: s.name for s in services if s.retired_at is not None} == recorded["retired_services"]


@whole_days
def test_a_temporary_password_is_good_for_choosing_an_own_one(office: Office, recorded: dict[str, Any]) -> None:
    login, password = recorded["temporary_password"].values()
    with pytest.raises(PasswordMustChange):
        office.accounts.sign_in(login, password)
    assert office.accounts.choose_password(login, password, "an own one").login == login
    assert office.accounts.sign_in(login, "an own one").login == login


@whole_days
def test_the_code_on_paper_lets_the_administrator_in(office: Office, recorded: dict[str, Any]) -> None:
    recovered = office.admin.recovery.recover("admin", recorded["recovery_code"], "an own one")
    assert office.accounts.sign_in("admin", "an own one") == recovered.actor


def test_a_disk_that_is_full_while_copying_leaves_the_earlier_database_as_it_was(home: Home) -> None:
    before = home.database.read_bytes()

    def attempt() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, len(before) // 2))
        try:
            open_database(home.database)
        except DiskFull as full:
            return f"full: {Path(full.path).name}"
        return "opened"

    found = revision(home.database)
    assert in_unprivileged_child(attempt, keep_account=True) == "full: home"
    assert home.database.read_bytes() == before
    assert (copies(home), revision(home.database)) == ([], found)
    # With room again everything goes its way.
    open_database(home.database).dispose()
    assert (copies(home), revision(home.database)) == ([f"minwon.db.before-{found}"], HEAD)


def test_a_copy_cut_off_by_the_end_of_the_program_is_made_anew(home: Home) -> None:
    found = revision(home.database)
    tables = columns(home.database)
    before = rows(home.database, tables)
    half = home.root / f"minwon.db.before-{found}.tmp"
    half.write_bytes(b"cut off" * 1000)
    open_database(home.database).dispose()
    assert copies(home) == [f"minwon.db.before-{found}"]
    assert rows(home.root / copies(home)[0], tables) == before


def test_a_home_moved_to_a_folder_with_hangul_and_spaces_opens(home: Home, recorded: dict[str, Any]) -> None:
    moved = Home(shutil.copytree(home.root, home.root.parent / "민원 데스크 1번 창구"))
    opened = open_office(moved, SetClock(LAST_MOMENT))
    clerk = opened.accounts.sign_in("clerk1", PASSWORD)
    days = [date.fromisoformat(day) for day in recorded["figures"]]
    assert sum(len(opened.visits.list_day(clerk, day)) for day in days) == len(recorded["visits"])
    opened.close()
