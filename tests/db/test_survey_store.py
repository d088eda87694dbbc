from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.db.survey_answers import ENVELOPE_BYTES
from app.db.survey_store import Form, NewAnswer, Outcome, SurveyStore
from app.domain.errors import SurveyStoreDamaged
from app.domain.languages import Language
from tests.support.survey import DAY, NOON

LATER = NOON + timedelta(minutes=31)


def a_form(content: bytes = b"content", day: date = DAY) -> Form:
    return Form(day, os.urandom(16), os.urandom(16), content)


def an_answer(comment: str = "", *, department: int = 3, sealed: bool = True, day: date = DAY) -> NewAnswer:
    return NewAnswer(
        day=day,
        department=department,
        area=1,
        language=Language.KO,
        answers={
            "Q1_KIND": ("5",),
            "Q2_ROUTE": ("NA",),
            "Q6_TROUBLE": ("PASSIVE", "COLD_ANSWER"),
            "Q8_OVERALL": ("4",),
        },
        comment=comment,
        envelope=os.urandom(ENVELOPE_BYTES) if sealed else None,
    )


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
    assert store.answers_on(DAY) == 1


def test_a_held_answer_counts_only_when_it_is_finished(store: SurveyStore) -> None:
    form = a_form()
    second = Form(form.day, form.nonce, form.submission, b"second")
    envelope = os.urandom(ENVELOPE_BYTES)

    assert store.hold(form, an_answer(), NOON) is Outcome.HELD
    assert store.hold(form, an_answer(), NOON) is Outcome.HELD
    assert store.answers_on(DAY) == 0
    assert store.finish(second, envelope, DAY) is Outcome.STORED
    assert store.finish(second, envelope, DAY) is Outcome.REPEATED
    assert store.hold(form, an_answer(), NOON) is Outcome.REPEATED
    assert store.answers_on(DAY) == 1
    assert [sealed for _, _, sealed in store.envelopes()] == [envelope]


def test_a_hold_ends_by_itself_and_a_late_second_page_is_refused(store: SurveyStore) -> None:
    form, answer = a_form(), an_answer()
    store.hold(form, answer, NOON)

    assert store.release_due(NOON + timedelta(minutes=29), DAY) == 0
    assert store.release_due(LATER, DAY) == 1
    assert store.release_due(LATER, DAY) == 0
    late = Form(form.day, form.nonce, form.submission, b"late")
    assert store.finish(late, os.urandom(ENVELOPE_BYTES), DAY) is Outcome.REFUSED
    assert store.answers_on(DAY) == 1
    assert [sealed for _, _, sealed in store.envelopes()] == [answer.envelope]


def test_a_second_page_without_a_first_is_refused(store: SurveyStore) -> None:
    assert store.finish(a_form(), os.urandom(ENVELOPE_BYTES), DAY) is Outcome.REFUSED
    assert store.answers_on(DAY) == 0


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
        published = store.published(DAY)
        assert (published.answers if published else 0) == number // 5 * 5

    tally = store.published(DAY)
    assert tally is not None
    assert tally.counts["Q6_TROUBLE"] == {"PASSIVE": 10, "COLD_ANSWER": 10}
    assert "Q2_ROUTE" not in tally.bases
    departments = store.published_departments(DAY)
    assert {number: cell.answers for number, cell in departments.items()} == {3: 5, 4: 5}
    assert store.answers_on(DAY) == 12
    assert store.published(DAY + timedelta(days=1)) is None


def test_figures_of_a_day_that_is_over_do_not_move(store: SurveyStore) -> None:
    for _ in range(4):
        store.accept(a_form(), an_answer(), NOON)
    store.hold(a_form(), an_answer(), NOON)

    assert store.release_due(LATER, first_open_day=DAY + timedelta(days=1)) == 1
    assert store.answers_on(DAY) == 5
    assert store.published(DAY) is None
    assert store.published_departments(DAY) == {}


def test_a_server_killed_before_its_first_commit_leaves_an_empty_store(tmp_path: Path) -> None:
    (tmp_path / "answers.db").touch()
    reader = SurveyStore.open(tmp_path, read_only=True)
    assert reader.answers_on(DAY) == 0
    reader.close()


def test_a_reader_without_leave_to_write_reads(tmp_path: Path, store: SurveyStore) -> None:
    store.accept(a_form(), an_answer(), NOON)
    store.close()
    (tmp_path / "answers.db").chmod(0o444)
    reader = SurveyStore.open(tmp_path, read_only=True)
    assert reader.answers_on(DAY) == 1
    reader.close()


def test_a_reader_that_came_first_sees_the_server_begin(tmp_path: Path) -> None:
    reader = SurveyStore.open(tmp_path, read_only=True)
    assert reader.answers_on(DAY) == 0
    store = SurveyStore.open(tmp_path)
    store.accept(a_form(), an_answer(), NOON)
    store.close()

    assert reader.answers_on(DAY) == 1
    reader.close()


def test_only_real_envelopes_come_out(store: SurveyStore) -> None:
    store.accept(a_form(), an_answer(sealed=False), NOON)
    answer = an_answer(department=4)
    store.accept(a_form(), answer, NOON)

    assert store.envelopes() == [(DAY, 4, answer.envelope)]


def test_expired_days_keep_their_answers_and_nothing_else(store: SurveyStore, tmp_path: Path) -> None:
    form = a_form()
    store.accept(form, an_answer(), NOON)

    store.forget_expired(first_open_day=DAY)
    assert store.is_used(form.day, form.nonce)
    store.forget_expired(first_open_day=DAY + timedelta(days=1))
    assert store.is_used(form.day, form.nonce)
    store.forget_expired(first_open_day=DAY + timedelta(days=2))
    assert not store.is_used(form.day, form.nonce)
    assert store.answers_on(DAY) == 1
    with sqlite3.connect(tmp_path / "answers.db") as raw:
        assert raw.execute("SELECT count(*) FROM answer").fetchone() == (1,)
        assert raw.execute("SELECT count(*) FROM used_token").fetchone() == (0,)
    raw.close()


def test_a_store_no_server_has_opened_reads_as_empty(tmp_path: Path) -> None:
    store = SurveyStore.open(tmp_path, read_only=True)

    assert store.answers_on(DAY) == 0
    assert store.published(DAY) is None
    assert store.published_departments(DAY) == {}
    assert store.envelopes() == []
    store.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("read_only", [True, False])
def test_a_database_of_garbage_is_a_damaged_store(tmp_path: Path, read_only: bool) -> None:
    garbage = os.urandom(9_000)
    (tmp_path / "answers.db").write_bytes(garbage)

    with pytest.raises(SurveyStoreDamaged):
        SurveyStore.open(tmp_path, read_only=read_only)
    assert (tmp_path / "answers.db").read_bytes() == garbage


@pytest.mark.parametrize("found", [b"", b"short", b"k" * 32])
def test_another_hold_key_is_refused_because_used_tokens_would_look_unused(tmp_path: Path, found: bytes) -> None:
    SurveyStore.open(tmp_path).close()
    (tmp_path / "hold.key").write_bytes(found)

    with pytest.raises(SurveyStoreDamaged):
        SurveyStore.open(tmp_path)


def test_a_lost_hold_key_is_not_replaced(tmp_path: Path) -> None:
    SurveyStore.open(tmp_path).close()
    (tmp_path / "hold.key").unlink()

    with pytest.raises(SurveyStoreDamaged):
        SurveyStore.open(tmp_path)
    assert not (tmp_path / "hold.key").exists()


def test_the_hold_key_is_for_the_server_alone_and_may_lie_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    SurveyStore.open(tmp_path / "here").close()
    assert (tmp_path / "here" / "hold.key").stat().st_mode & 0o777 == 0o600

    (tmp_path / "there").mkdir()
    monkeypatch.setenv("MINWON_HOLD_KEY_FILE", str(tmp_path / "elsewhere.key"))
    SurveyStore.open(tmp_path / "there").close()
    assert sorted(path.name for path in (tmp_path / "there").iterdir()) == ["answers.db"]
    assert len((tmp_path / "elsewhere.key").read_bytes()) == 32


def test_an_altered_held_row_does_not_keep_the_others_waiting(store: SurveyStore, tmp_path: Path) -> None:
    form = a_form()
    store.hold(form, an_answer(), NOON)
    with sqlite3.connect(tmp_path / "answers.db") as raw:
        raw.execute("UPDATE held SET sealed = zeroblob(length(sealed))")
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
        seen.append(reader.answers_on(DAY))

    threads = [threading.Thread(target=send, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    reader.close()

    assert sorted(outcomes) == [Outcome.REFUSED] * 7 + [Outcome.STORED]
    assert seen == [1] * 8
