"""Homes made by earlier releases open in today's program: copied first, then brought up to date, nothing lost.

`tests/data/homes/<release>/` holds a home as that release left it and what that release said about it.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import sqlite3
import tarfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from sqlalchemy import Engine

from app.bootstrap import Office, open_office, render_slip
from app.config.paths import Home
from app.config.settings import PRINT_TO_FILES, load_settings
from app.db import opening
from app.db.opening import open_database
from app.db.schema_version import HEAD
from app.db.survey_store import SurveyStore
from app.db.unit_of_work import Database
from app.domain.actors import Actor
from app.domain.errors import DiskFull
from app.domain.languages import Language
from app.domain.period_figures import PeriodFigures
from app.domain.periods import By
from app.domain.slips import Paper
from app.domain.visits import NewVisit
from tests.printing.samples import pixels
from tests.support.faults import in_unprivileged_child
from tests.support.offices import SetClock, stored

HOMES = Path(__file__).resolve().parents[1] / "data" / "homes"
RELEASES = sorted(path.name for path in HOMES.iterdir())
PASSWORD = "minwon"
PASSPHRASE = "correct horse battery"
LAST_MOMENT = datetime.fromisoformat("2026-11-20T17:30:00+09:00")
"""When the earlier program was closed. Its slips can still be answered then."""
EVENTS = ("visit", "visit_step", "slip", "slip_token", "audit", "outbox", "person", "record_key")

Rows = dict[str, set[tuple[object, ...]]]


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


def revision(database: Path) -> str:
    return str(stored(Home(database.parent), "SELECT version_num FROM alembic_version")[0][0])


def columns(database: Path) -> dict[str, tuple[str, ...]]:
    """Every table of the program and its columns."""
    with closing(sqlite3.connect(database)) as connection:
        names = [
            str(name)
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not str(name).startswith("sqlite_") and name != "alembic_version"
        ]
        return {name: tuple(row[1] for row in connection.execute(f"PRAGMA table_info({name})")) for name in names}


def rows(database: Path, wanted: dict[str, tuple[str, ...]]) -> Rows:
    """All rows of the `wanted` tables, cut to the `wanted` columns."""
    with closing(sqlite3.connect(database)) as connection:
        return {
            table: set(connection.execute("SELECT " + ", ".join(f'"{name}"' for name in names) + f" FROM {table}"))
            for table, names in wanted.items()
        }


def copies(home: Home) -> list[str]:
    return sorted(path.name for path in home.root.glob("*before*"))


def counted(figures: PeriodFigures) -> dict[str, Any]:
    """The counts of a day, in the words of release 0.1.0."""
    names = ("visits", "waiting", "serving", "done", "undone", "slips_printed", "surveys_answered", "scored_answers")
    return {
        **{name: getattr(figures, name) for name in names},
        "provisional": figures.provisional,
        "final_from": figures.final_from.isoformat(),
        **{
            f"by_{by.value}": {row.key: (row.name, row.visits, row.done, row.slips) for row in figures.cuts[by].rows}
            for by in (By.SERVICE, By.DEPARTMENT, By.COUNTER)
        },
        "waiting_time": (figures.waiting_time.n, figures.waiting_time.median, figures.waiting_time.p90),
        "handling_time": (figures.handling_time.n, figures.handling_time.median, figures.handling_time.p90),
    }


def counted_then(recorded: dict[str, Any]) -> dict[str, Any]:
    """The same of what was recorded."""
    return {
        **{name: value for name, value in recorded.items() if isinstance(value, int)},
        "final_from": recorded["final_from"],
        **{
            name: {row["code"]: (row["name"], row["visits"], row["done"], row["slips"]) for row in recorded[name]}
            for name in ("by_service", "by_department", "by_counter")
        },
        **{name: tuple(recorded[name].values()) for name in ("waiting_time", "handling_time")},
    }


def shares(figures: PeriodFigures) -> dict[str, float | None]:
    """Shares and scores of a day, in the words of release 0.1.0."""
    return {
        "response_rate": figures.response.value,
        "satisfied_share": figures.satisfied.value,
        "route_success": figures.route.value,
        **{item.id: item.score.value for item in figures.items},
    }


def shares_then(recorded: dict[str, Any]) -> dict[str, float | None]:
    """The same of what was recorded."""
    names = ("response_rate", "satisfied_share", "route_success")
    return {**{name: recorded[name] for name in names}, **{item["id"]: item["score"] for item in recorded["items"]}}


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
    assert {name: lost for name in tables if (lost := before[name] - after[name])} == {}
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


def test_the_lists_and_the_figures_are_those_of_then(office: Office, clerk: Actor, recorded: dict[str, Any]) -> None:
    supervisor = office.accounts.sign_in("supervisor1", PASSWORD)
    days = [date.fromisoformat(day) for day in recorded["figures"]]
    listed = [
        {
            "id": visit.id,
            "number": visit.number,
            "status": visit.status.value,
            "note": visit.note,
            "queue_number": visit.queue_number,
            "service": visit.service_name,
            "department": visit.department_name,
        }
        for day in days
        for visit in reversed(office.visits.list_day(clerk, day))
    ]
    assert listed == recorded["visits"]
    for day in days:
        now, then = office.summaries.day(supervisor, day), recorded["figures"][day.isoformat()]
        assert counted(now) == counted_then(then)
        # What is shown of how few answers is a rule that may become stricter; a figure shown is still the same one.
        shown = {name: value for name, value in shares(now).items() if value is not None}
        assert shown == {name: pytest.approx(shares_then(then)[name], abs=0.001) for name in shown}
        assert len(shown) >= (7 if then["scored_answers"] else 0)


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
