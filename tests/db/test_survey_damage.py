"""What stands in a store that no server wrote there."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.db.survey_store import SurveyStore
from app.domain.errors import SurveyStoreDamaged
from tests.support.survey import DAY, NOON
from tests.support.survey_forms import CLOSED_DAY, LATER, OVER, SLIP_DAYS, a_form, an_answer


@pytest.mark.parametrize("read_only", [True, False])
def test_a_database_of_garbage_is_a_damaged_store(tmp_path: Path, read_only: bool) -> None:
    garbage = os.urandom(9_000)
    (tmp_path / "answers.db").write_bytes(garbage)

    with pytest.raises(SurveyStoreDamaged):
        SurveyStore.open(tmp_path, read_only=read_only)
    assert (tmp_path / "answers.db").read_bytes() == garbage


def begun_store(folder: Path) -> None:
    """Five answers of a running day, and five of a closed one."""
    store = SurveyStore.open(folder)
    for day in (DAY, CLOSED_DAY):
        for _ in range(5):
            store.accept(a_form(day=day), an_answer(day=day), NOON)
    store.close_expired(DAY, SLIP_DAYS)
    assert store.is_closed(CLOSED_DAY)
    store.close()


def alter(folder: Path, statement: str) -> None:
    with sqlite3.connect(folder / "answers.db") as raw:
        raw.execute(statement)
    raw.close()


READS: dict[str, Callable[[SurveyStore], object]] = {
    "running": lambda store: store.figures_of(DAY),
    "closed": lambda store: store.figures_of(CLOSED_DAY),
    "envelopes": lambda store: store.envelopes(),
}


@pytest.mark.parametrize(
    ("statement", "read"),
    [
        ("UPDATE answer SET body = zeroblob(1696)", "envelopes"),
        ("UPDATE answer SET body = 'text'", "envelopes"),
        ("UPDATE answer SET body = CAST('[]' AS BLOB)", "envelopes"),
        ("UPDATE answer SET body = CAST(replace(hex(zeroblob(800)), '00', '[[') AS BLOB)", "envelopes"),
        ("UPDATE answer SET day = 'some day'", "envelopes"),
        ("UPDATE answer SET day = 5", "envelopes"),
        ("UPDATE answer SET department = 'nine'", "envelopes"),
        ("UPDATE answer SET envelope = x'00'", "envelopes"),
        ("UPDATE answer SET envelope = 7", "envelopes"),
        ("UPDATE day_tally SET published = '{'", "running"),
        ("UPDATE day_tally SET published = '[1]'", "running"),
        ("UPDATE day_tally SET published = '{\"answers\": 5}'", "running"),
        ("UPDATE day_tally SET published = x'ff'", "running"),
        ("UPDATE department_tally SET published = 'x'", "closed"),
        ("UPDATE department_tally SET department = 'nine'", "closed"),
        *((f"DROP TABLE {table}", "running") for table in ("answer", "held", "closed_day", "hold_key_mark")),
        ("ALTER TABLE answer RENAME COLUMN filled TO full", "running"),
    ],
)
def test_what_no_server_wrote_is_a_damaged_store_for_readers(tmp_path: Path, statement: str, read: str) -> None:
    begun_store(tmp_path)
    alter(tmp_path, statement)

    with pytest.raises(SurveyStoreDamaged) as raised, closing(SurveyStore.open(tmp_path, read_only=True)) as reader:
        READS[read](reader)
    assert raised.value.path == str(tmp_path / "answers.db")


WORK: dict[str, Callable[[SurveyStore], object]] = {
    "accept": lambda store: store.accept(a_form(), an_answer(), NOON),
    "hold": lambda store: store.hold(a_form(), an_answer(), NOON),
    "five more": lambda store: [store.accept(a_form(), an_answer(), NOON) for _ in range(5)],
    "release": lambda store: store.release_due(LATER, DAY),
    "close": lambda store: store.close_expired(OVER, SLIP_DAYS),
}


@pytest.mark.parametrize(
    ("statement", "work"),
    [
        ("UPDATE used_token SET entries = x'00'", "accept"),
        ("UPDATE used_token SET entries = 'text'", "hold"),
        ("UPDATE answer SET body = zeroblob(1696)", "five more"),
        ("UPDATE day_tally SET published = '{'", "five more"),
        ("UPDATE used_token SET entries = printf('%048d', 0)", "accept"),
        ("UPDATE answer SET id = (SELECT count(*) FROM answer other WHERE other.id < answer.id)", "accept"),
        ("UPDATE running_departments SET locked = zeroblob(length(locked))", "close"),
        ("UPDATE running_departments SET locked = 'text'", "close"),
        ("UPDATE used_token SET day = '0 some day'", "close"),
        ("UPDATE answer SET day = '2000-13-01' WHERE day < '2026-11-20'", "close"),
        *((f"DROP TABLE {table}", "accept") for table in ("answer", "used_token", "closed_day", "held")),
        ("DELETE FROM hold_key_mark", "accept"),
        ("INSERT INTO hold_key_mark VALUES (x'00')", "accept"),
    ],
)
def test_what_no_server_wrote_is_a_damaged_store_for_the_server(tmp_path: Path, statement: str, work: str) -> None:
    begun_store(tmp_path)
    alter(tmp_path, statement)

    with pytest.raises(SurveyStoreDamaged), closing(SurveyStore.open(tmp_path)) as store:
        WORK[work](store)


def test_a_day_that_cannot_be_closed_does_not_keep_the_others_open(tmp_path: Path) -> None:
    begun_store(tmp_path)
    later = DAY + timedelta(days=1)
    with closing(SurveyStore.open(tmp_path)) as store:
        for _ in range(5):
            store.accept(a_form(day=later), an_answer(day=later), NOON)
        alter(tmp_path, f"UPDATE running_departments SET locked = x'00' WHERE day = '{DAY.isoformat()}'")
        with pytest.raises(SurveyStoreDamaged):
            store.close_expired(OVER + timedelta(days=30), SLIP_DAYS)
        assert [store.is_closed(day) for day in (DAY, later)] == [False, True]
    with sqlite3.connect(tmp_path / "answers.db") as raw:
        # What is not closed is not forgotten either.
        assert raw.execute("SELECT day FROM used_token").fetchall() == [(DAY.isoformat(),)]
    raw.close()
