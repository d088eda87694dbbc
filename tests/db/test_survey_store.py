from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.db.survey_answers import ENVELOPE_BYTES
from app.db.survey_store import Form, Outcome, StoredDay, SurveyStore
from app.domain.errors import SurveyStoreDamaged
from app.domain.figures import QuickCounts
from tests.support.survey import DAY, NOON
from tests.support.survey_forms import LAST_DAY, LATER, OVER, SLIP_DAYS, a_form, an_answer


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SurveyStore]:
    opened = SurveyStore.open(tmp_path)
    yield opened
    opened.close()


def test_an_answer_is_stored_once(store: SurveyStore) -> None:
    form = a_form()

    assert not store.is_used(form.day, form.nonce)
    assert store.accept(form, an_answer(), NOON) is Outcome.STORED
    assert store.accept(form, an_answer(), NOON) is Outcome.REPEATED
    assert store.accept(Form(form.day, form.nonce, os.urandom(16), form.content), an_answer(), NOON) is Outcome.REFUSED
    assert store.accept(Form(form.day, form.nonce, form.submission, b"other"), an_answer(), NOON) is Outcome.REFUSED
    assert store.is_used(form.day, form.nonce)
    assert store.figures_of(DAY).answers == 1


def test_a_held_answer_counts_only_when_it_is_finished(store: SurveyStore) -> None:
    form = a_form()
    second = Form(form.day, form.nonce, form.submission, b"second")
    envelope = os.urandom(ENVELOPE_BYTES)

    assert store.hold(form, an_answer(), NOON) is Outcome.HELD
    assert store.hold(form, an_answer(), NOON) is Outcome.HELD
    assert store.figures_of(DAY).answers == 0
    assert store.finish(second, envelope, DAY) is Outcome.STORED
    assert store.finish(second, envelope, DAY) is Outcome.REPEATED
    assert store.hold(form, an_answer(), NOON) is Outcome.REPEATED
    assert store.figures_of(DAY).answers == 1
    assert [sealed for _, _, sealed in store.envelopes()] == [envelope]


def test_a_hold_ends_by_itself_and_a_late_second_page_is_refused(store: SurveyStore) -> None:
    form, answer = a_form(), an_answer()
    store.hold(form, answer, NOON)

    assert store.release_due(NOON + timedelta(minutes=29), DAY) == 0
    assert store.release_due(LATER, DAY) == 1
    assert store.release_due(LATER, DAY) == 0
    late = Form(form.day, form.nonce, form.submission, b"late")
    assert store.finish(late, os.urandom(ENVELOPE_BYTES), DAY) is Outcome.REFUSED
    assert store.figures_of(DAY).answers == 1
    assert [sealed for _, _, sealed in store.envelopes()] == [answer.envelope]


def test_a_second_page_without_a_first_is_refused(store: SurveyStore) -> None:
    assert store.finish(a_form(), os.urandom(ENVELOPE_BYTES), DAY) is Outcome.REFUSED
    assert store.figures_of(DAY).answers == 0


def test_every_accepted_first_page_leaves_a_held_row_of_one_size(store: SurveyStore, tmp_path: Path) -> None:
    store.accept(a_form(), an_answer(), NOON)
    store.accept(a_form(), an_answer(sealed=False), NOON)
    store.hold(a_form(), an_answer("x" * 300), NOON)

    with sqlite3.connect(tmp_path / "answers.db") as raw:
        sizes = raw.execute("SELECT length(id), length(sealed) FROM held").fetchall()
    raw.close()
    assert len(sizes) == 3
    assert len(set(sizes)) == 1
    assert store.release_due(LATER, DAY) == 1
    assert store.release_due(LATER, DAY) == 0


def test_figures_are_published_at_every_fifth_answer(store: SurveyStore) -> None:
    for number in range(1, 13):
        store.accept(a_form(), an_answer(department=3 if number % 2 else 4), NOON)
        published = store.figures_of(DAY).office
        assert (published.answers if published else 0) == number // 5 * 5

    tally = store.figures_of(DAY).office
    assert tally is not None
    assert tally.counts["Q6_TROUBLE"] == {"PASSIVE": 10, "COLD_ANSWER": 10}
    assert "Q2_ROUTE" not in tally.bases
    assert store.figures_of(DAY).answers == 12
    assert store.figures_of(DAY + timedelta(days=1)).office is None
    assert store.figures_of(DAY) == StoredDay(12, tally, {})


def test_departments_come_out_once_when_the_day_is_closed(store: SurveyStore, tmp_path: Path) -> None:
    for number in range(1, 13):
        store.accept(a_form(), an_answer(department=3 if number % 2 else 4), NOON)
    for today in (DAY, LAST_DAY):
        store.close_expired(today, SLIP_DAYS)
        assert store.figures_of(DAY).departments == {}
    with sqlite3.connect(tmp_path / "answers.db") as raw:
        assert raw.execute("SELECT count(*) FROM department_tally").fetchone() == (0,)
        [(locked,)] = raw.execute("SELECT locked FROM running_departments").fetchall()
    raw.close()
    assert b"answers" not in locked

    office = store.figures_of(DAY).office
    store.close_expired(OVER, SLIP_DAYS)
    departments = store.figures_of(DAY).departments
    assert {number: cell.answers for number, cell in departments.items()} == {3: 5, 4: 5}
    assert departments[3].counts["Q8_OVERALL"] == {"4": 5}
    none_quick = QuickCounts({3: 0, 4: 0}, 0)
    assert store.figures_of(DAY) == StoredDay(12, office, departments, none_quick)
    with sqlite3.connect(tmp_path / "answers.db") as raw:
        assert raw.execute("SELECT count(*) FROM running_departments").fetchone() == (0,)
        assert raw.execute("SELECT count(*) FROM running_quick").fetchone() == (0,)
    raw.close()

    # Nothing moves any more, whatever day and setting come later.
    store.hold(a_form(day=DAY), an_answer(), NOON)
    for today, slip_days in ((DAY, 60), (OVER, SLIP_DAYS), (OVER + timedelta(days=90), 1)):
        store.close_expired(today, slip_days)
        assert store.figures_of(DAY) == StoredDay(12, office, departments, none_quick)


def test_figures_of_a_day_that_is_over_do_not_move(store: SurveyStore) -> None:
    for _ in range(4):
        store.accept(a_form(), an_answer(), NOON)
    store.hold(a_form(), an_answer(), NOON)

    assert store.release_due(LATER, first_open_day=DAY + timedelta(days=1)) == 1
    assert store.figures_of(DAY).answers == 5
    assert store.figures_of(DAY).office is None
    assert store.figures_of(DAY).departments == {}


def test_a_closed_day_takes_no_first_page_whatever_comes_later(store: SurveyStore) -> None:
    used, fresh, trouble, other = a_form(), a_form(), a_form(), a_form(day=DAY + timedelta(days=30))
    store.accept(used, an_answer(), NOON)
    store.close_expired(DAY + timedelta(days=30), SLIP_DAYS)  # a wrong clock, for one round
    store.close_expired(DAY, 60)

    assert store.is_closed(DAY)
    assert store.accept(used, an_answer(), NOON) is Outcome.CLOSED
    assert store.accept(fresh, an_answer(), NOON) is Outcome.CLOSED
    assert store.hold(trouble, an_answer(), NOON) is Outcome.CLOSED
    assert store.accept(other, an_answer(day=other.day), NOON) is Outcome.STORED
    assert store.release_due(LATER, DAY) == 0
    assert store.figures_of(DAY).answers == 1


def test_what_is_held_when_its_day_closes_is_counted_and_moves_no_figure(store: SurveyStore, tmp_path: Path) -> None:
    for _ in range(8):
        store.accept(a_form(), an_answer(), NOON)
    form = a_form()
    store.hold(form, an_answer(), NOON)
    store.hold(a_form(), an_answer(), NOON)
    before = store.figures_of(DAY)
    store.close_expired(OVER, SLIP_DAYS)
    closed = store.figures_of(DAY)
    assert (closed.answers, closed.office) == (8, before.office)

    second = Form(form.day, form.nonce, form.submission, b"second")
    assert store.finish(second, os.urandom(ENVELOPE_BYTES), DAY) is Outcome.STORED
    assert store.finish(second, os.urandom(ENVELOPE_BYTES), DAY) is Outcome.REPEATED
    assert store.release_due(LATER, DAY) == 1  # even where the clock is wrong and says that the day runs
    assert store.figures_of(DAY) == StoredDay(10, closed.office, closed.departments, closed.quick)
    with sqlite3.connect(tmp_path / "answers.db") as raw:
        assert raw.execute("SELECT count(*) FROM answer").fetchone() == (10,)
    raw.close()


@pytest.mark.parametrize("left", ["used_token", "answer", "day_tally"])
def test_every_day_of_which_there_is_anything_is_closed(store: SurveyStore, tmp_path: Path, left: str) -> None:
    days = [DAY, DAY - timedelta(days=3), DAY - timedelta(days=400)]
    for day in days:
        for _ in range(5):
            store.accept(a_form(day=day), an_answer(day=day), NOON)
    with sqlite3.connect(tmp_path / "answers.db") as raw:
        for table in {"used_token", "answer", "day_tally"} - {left}:
            raw.execute(f"DELETE FROM {table}")
    raw.close()

    store.close_expired(LAST_DAY, SLIP_DAYS)
    assert [store.is_closed(day) for day in days] == [False, True, True]


def test_a_server_killed_before_its_first_commit_leaves_an_empty_store(tmp_path: Path) -> None:
    (tmp_path / "answers.db").touch()
    reader = SurveyStore.open(tmp_path, read_only=True)
    assert reader.figures_of(DAY).answers == 0
    reader.close()


def test_a_reader_without_leave_to_write_reads(tmp_path: Path, store: SurveyStore) -> None:
    store.accept(a_form(), an_answer(), NOON)
    store.close()
    (tmp_path / "answers.db").chmod(0o444)
    reader = SurveyStore.open(tmp_path, read_only=True)
    assert reader.figures_of(DAY).answers == 1
    reader.close()


def test_a_reader_that_came_first_sees_the_server_begin(tmp_path: Path) -> None:
    reader = SurveyStore.open(tmp_path, read_only=True)
    assert reader.figures_of(DAY).answers == 0
    store = SurveyStore.open(tmp_path)
    store.accept(a_form(), an_answer(), NOON)
    store.close()

    assert reader.figures_of(DAY).answers == 1
    reader.close()


def test_only_real_envelopes_come_out(store: SurveyStore) -> None:
    store.accept(a_form(), an_answer(sealed=False), NOON)
    answer = an_answer(department=4)
    store.accept(a_form(), answer, NOON)

    assert store.envelopes() == [(DAY, 4, answer.envelope)]


def test_closed_days_keep_their_answers_and_nothing_else(store: SurveyStore, tmp_path: Path) -> None:
    form = a_form()
    store.accept(form, an_answer(), NOON)

    store.close_expired(LAST_DAY, SLIP_DAYS)
    assert (store.is_used(form.day, form.nonce), store.is_closed(DAY)) == (True, False)
    store.close_expired(OVER, SLIP_DAYS)
    assert (store.is_used(form.day, form.nonce), store.is_closed(DAY)) == (True, True)
    store.close_expired(OVER + timedelta(days=1), SLIP_DAYS)
    assert (store.is_used(form.day, form.nonce), store.is_closed(DAY)) == (False, True)
    assert store.figures_of(DAY).answers == 1
    with sqlite3.connect(tmp_path / "answers.db") as raw:
        assert raw.execute("SELECT count(*) FROM answer").fetchone() == (1,)
        assert raw.execute("SELECT count(*) FROM used_token").fetchone() == (0,)
    raw.close()


def test_a_store_no_server_has_opened_reads_as_empty(tmp_path: Path) -> None:
    store = SurveyStore.open(tmp_path, read_only=True)

    assert store.figures_of(DAY).answers == 0
    assert store.figures_of(DAY).office is None
    assert store.figures_of(DAY).departments == {}
    assert store.envelopes() == []
    store.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("altered", ["zeroblob(length(sealed))", "'text'", "5"])
def test_an_altered_held_row_does_not_keep_the_others_waiting(store: SurveyStore, tmp_path: Path, altered: str) -> None:
    form = a_form()
    store.hold(form, an_answer(), NOON)
    with sqlite3.connect(tmp_path / "answers.db") as raw:
        raw.execute(f"UPDATE held SET sealed = {altered}")
    raw.close()
    store.hold(a_form(), an_answer(), NOON)

    assert store.release_due(LATER, DAY) == 1
    with pytest.raises(SurveyStoreDamaged):
        store.finish(Form(form.day, form.nonce, form.submission, b"2"), None, DAY)


def test_readers_and_writers_get_on_while_one_token_is_sent_from_many_sides(store: SurveyStore, tmp_path: Path) -> None:
    form = a_form()
    outcomes: list[Outcome] = []
    reader = SurveyStore.open(tmp_path, read_only=True)
    seen: list[int] = []

    def send(number: int) -> None:
        outcomes.append(store.accept(Form(form.day, form.nonce, bytes([number]) * 16, form.content), an_answer(), NOON))
        seen.append(reader.figures_of(DAY).answers)

    threads = [threading.Thread(target=send, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    reader.close()

    assert sorted(outcomes) == [Outcome.REFUSED] * 7 + [Outcome.STORED]
    assert seen == [1] * 8
