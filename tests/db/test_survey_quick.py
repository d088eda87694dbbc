"""Counting answers within a minute of registering: what is kept, what comes out, and stores of the first release."""

from __future__ import annotations

import os
import random
import sqlite3
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.crypto.secrets import unlock
from app.db.survey_answers import ENVELOPE_BYTES
from app.db.survey_store import Form, Outcome, StoreTurn, SurveyStore, Work
from app.domain.errors import DatabaseBusy, SurveyStoreDamaged
from app.domain.figures import FEW, QuickCounts
from tests.support.survey import DAY, NOON
from tests.support.survey_forms import LATER, OVER, SLIP_DAYS, a_form, an_answer

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SurveyStore]:
    opened = SurveyStore.open(tmp_path)
    yield opened
    opened.close()


def a_quick_form() -> Form:
    return Form(DAY, os.urandom(15), os.urandom(16), b"content", quick=True)


def fill(store: SurveyStore, department: int, quick: int, slow: int) -> None:
    for form in [a_quick_form() for _ in range(quick)] + [a_form() for _ in range(slow)]:
        assert store.accept(form, an_answer(department=department), NOON) is Outcome.STORED


def published(store: SurveyStore) -> QuickCounts | None:
    store.close_expired(OVER, SLIP_DAYS)
    return store.figures_of(DAY).quick


def test_counts_come_out_when_the_day_is_closed_and_no_sooner(store: SurveyStore) -> None:
    fill(store, 3, quick=6, slow=4)
    fill(store, 4, quick=0, slow=5)
    assert store.figures_of(DAY).quick is None
    assert published(store) == QuickCounts({3: 6, 4: 0}, 6)


def test_a_few_are_told_as_few_and_no_sum_gives_them_away(store: SurveyStore) -> None:
    fill(store, 3, quick=6, slow=4)
    fill(store, 4, quick=2, slow=3)
    told = published(store)
    assert told == QuickCounts({3: 6, 4: FEW}, None)


def test_a_department_whose_answers_are_not_shown_is_not_in_it(store: SurveyStore) -> None:
    for department, quick in {3: 9, 4: 6, 5: 7, 6: 6}.items():
        fill(store, department, quick, slow=0)
    # Two answers are the difference to the office's; so the smallest of the others is not shown either.
    fill(store, 7, quick=2, slow=0)
    assert published(store) == QuickCounts({3: 9, 5: 7, 6: 6}, None)


def test_nothing_is_told_of_a_day_with_fewer_than_five_answers(store: SurveyStore) -> None:
    fill(store, 3, quick=4, slow=0)
    assert published(store) is None


def test_answers_that_never_enter_a_score_are_not_counted_either(store: SurveyStore) -> None:
    fill(store, 3, quick=5, slow=0)
    fill(store, 3, quick=4, slow=0)
    assert published(store) == QuickCounts({3: 5}, 5)


def test_a_held_answer_counts_at_its_first_page_and_once(store: SurveyStore) -> None:
    forms = [a_quick_form() for _ in range(5)]
    for form in forms:
        assert store.hold(form, an_answer(), NOON) is Outcome.HELD
        assert store.hold(form, an_answer(), NOON) is Outcome.HELD
    second = Form(DAY, forms[0].nonce, forms[0].submission, b"second")
    assert store.finish(second, os.urandom(ENVELOPE_BYTES), DAY) is Outcome.STORED
    assert store.release_due(LATER, DAY) == 4
    fill(store, 3, quick=0, slow=5)
    assert published(store) == QuickCounts({3: 5}, 5)


def test_a_form_sent_again_and_a_used_token_are_not_counted_again(store: SurveyStore) -> None:
    for _ in range(5):
        form = a_quick_form()
        for expected in (Outcome.STORED, Outcome.REPEATED):
            assert store.accept(form, an_answer(), NOON) is expected
        other = Form(DAY, form.nonce, os.urandom(16), b"other", quick=True)
        assert store.accept(other, an_answer(), NOON) is Outcome.REFUSED
    fill(store, 3, quick=0, slow=5)
    assert published(store) == QuickCounts({3: 5}, 5)


def test_counts_go_on_after_a_restart(store: SurveyStore, tmp_path: Path) -> None:
    fill(store, 3, quick=3, slow=0)
    store.close()
    with closing(SurveyStore.open(tmp_path)) as again:
        fill(again, 3, quick=3, slow=4)
        assert published(again) == QuickCounts({3: 6}, 6)


def test_two_servers_on_one_store_count_together(store: SurveyStore, tmp_path: Path) -> None:
    """What one remembers is dropped when the other has written."""
    with closing(SurveyStore.open(tmp_path)) as other:
        for number in range(20):
            fill((store, other)[number % 2], 3, quick=1, slow=0)
        form = a_quick_form()
        assert store.accept(form, an_answer(), NOON) is Outcome.STORED
        assert other.accept(form, an_answer(), NOON) is Outcome.REPEATED
        assert (store.is_used(DAY, form.nonce), other.is_used(DAY, form.nonce)) == (True, True)
        other.close_expired(OVER, SLIP_DAYS)
        assert store.accept(a_form(), an_answer(), NOON) is Outcome.CLOSED
    day = store.figures_of(DAY)
    assert (day.answers, day.quick) == (21, QuickCounts({3: 20}, 20))
    assert day.office is not None
    assert (day.office.answers, day.office.counts["Q8_OVERALL"]) == (20, {"4": 20})


@pytest.mark.parametrize("altered", ["zeroblob(length(locked))", "x'00'", "'text'"])
def test_altered_counts_are_a_damaged_store(store: SurveyStore, tmp_path: Path, altered: str) -> None:
    fill(store, 3, quick=5, slow=0)
    alter(tmp_path, f"UPDATE running_quick SET locked = {altered}")
    with pytest.raises(SurveyStoreDamaged):
        store.accept(a_form(), an_answer(), NOON)
    with pytest.raises(SurveyStoreDamaged):
        store.close_expired(OVER, SLIP_DAYS)


@pytest.mark.parametrize("text", ["{", "[]", '{"departments": {"3": 2}, "office": null}', '{"departments": {"3": 5}}'])
def test_counts_no_server_publishes_are_a_damaged_store(store: SurveyStore, tmp_path: Path, text: str) -> None:
    fill(store, 3, quick=5, slow=0)
    store.close_expired(OVER, SLIP_DAYS)
    alter(tmp_path, f"UPDATE quick_tally SET published = '{text}'")
    with closing(SurveyStore.open(tmp_path, read_only=True)) as reader, pytest.raises(SurveyStoreDamaged):
        reader.figures_of(DAY)


_UNTIL_KILLED = """
import os, sys
from pathlib import Path
from app.db.survey_store import Form, SurveyStore
from tests.support.survey import DAY, NOON
from tests.support.survey_forms import an_answer
store = SurveyStore.open(Path(sys.argv[1]))
while True:
    forms = [Form(DAY, os.urandom(15), os.urandom(16), b"content", quick=number < 2) for number in range(3)]
    store.together([lambda turn, form=form: turn.accept(form, an_answer(), NOON) for form in forms])
    print("stored", flush=True)
"""


def test_killed_at_any_moment_the_count_is_that_of_the_stored_answers(tmp_path: Path) -> None:
    acknowledged = 0
    for _ in range(4):
        command = [sys.executable, "-c", _UNTIL_KILLED, str(tmp_path)]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        assert process.stdout is not None
        for _ in range(random.randrange(1, 12)):
            acknowledged += process.stdout.readline() == b"stored\n"
        process.kill()
        acknowledged += process.stdout.read().count(b"stored\n")
        process.wait()
        process.stdout.close()

        with closing(SurveyStore.open(tmp_path)) as store:
            answers = store.figures_of(DAY).answers
        assert answers % 3 == 0
        assert answers // 3 - acknowledged in (0, 1)
        acknowledged = answers // 3
        with sqlite3.connect(tmp_path / "answers.db") as raw:
            [(locked,)] = raw.execute("SELECT locked FROM running_quick").fetchall()
        raw.close()
        plain = unlock((tmp_path / "hold.key").read_bytes(), bytes(locked))
        assert struct.unpack_from(">HHI", plain) == (1, 3, answers // 3 * 2)


# --- stores of the first release -------------------------------------------------------------------------------------


def alter(folder: Path, *statements: str) -> None:
    with sqlite3.connect(folder / "answers.db") as raw:
        for statement in statements:
            raw.execute(statement)
    raw.close()


def as_of_the_first_release(folder: Path) -> None:
    alter(folder, "DROP TABLE running_quick", "DROP TABLE quick_tally")


def test_a_store_of_the_first_release_opens_and_goes_on(store: SurveyStore, tmp_path: Path) -> None:
    used = a_form()
    assert store.accept(used, an_answer(), NOON) is Outcome.STORED
    fill(store, 3, quick=0, slow=6)
    store.close()
    as_of_the_first_release(tmp_path)

    with closing(SurveyStore.open(tmp_path, read_only=True)) as reader:
        assert reader.figures_of(DAY).answers == 7
    with closing(SurveyStore.open(tmp_path)) as again:
        assert again.is_used(DAY, used.nonce)
        assert again.accept(used, an_answer(), NOON) is Outcome.REPEATED
        fill(again, 3, quick=8, slow=0)
        assert published(again) == QuickCounts({3: 8}, 8)


def test_a_closed_day_of_the_first_release_has_no_counts(store: SurveyStore, tmp_path: Path) -> None:
    fill(store, 3, quick=0, slow=5)
    store.close_expired(OVER, SLIP_DAYS)
    departments = store.figures_of(DAY).departments
    store.close()
    as_of_the_first_release(tmp_path)

    with closing(SurveyStore.open(tmp_path, read_only=True)) as reader:
        assert (reader.figures_of(DAY).departments, reader.figures_of(DAY).quick) == (departments, None)
    with closing(SurveyStore.open(tmp_path)) as again:
        assert (again.figures_of(DAY).departments, again.figures_of(DAY).quick) == (departments, None)


def test_a_day_begun_before_the_counting_has_no_counts_when_nothing_was_counted(
    store: SurveyStore, tmp_path: Path
) -> None:
    fill(store, 3, quick=0, slow=5)
    store.close()
    as_of_the_first_release(tmp_path)
    with closing(SurveyStore.open(tmp_path)) as again:
        assert published(again) is None


@pytest.mark.parametrize("lost", ["used_token", "closed_day", "answer", "held", "hold_key_mark"])
@pytest.mark.parametrize("read_only", [True, False])
def test_a_table_that_guards_tokens_is_never_made_anew(
    store: SurveyStore, tmp_path: Path, lost: str, read_only: bool
) -> None:
    fill(store, 3, quick=0, slow=1)
    store.close()
    as_of_the_first_release(tmp_path)
    alter(tmp_path, f"DROP TABLE {lost}")
    with pytest.raises(SurveyStoreDamaged), closing(SurveyStore.open(tmp_path, read_only=read_only)) as again:
        again.figures_of(DAY)
    with sqlite3.connect(tmp_path / "answers.db") as raw:
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    raw.close()
    assert not tables & {lost, "running_quick", "quick_tally"}


# --- several in one transaction --------------------------------------------------------------------------------------


def accepting(form: Form, comment: str = "") -> Work[Outcome]:
    return lambda turn: turn.accept(form, an_answer(comment), NOON)


def test_several_are_stored_together_and_each_hears_its_own(store: SurveyStore) -> None:
    first, second, same = a_form(), a_form(), a_form()
    forms = [first, second, first, same, Form(DAY, same.nonce, os.urandom(16), b"other")]
    made = store.together([accepting(form) for form in forms])
    assert made == [Outcome.STORED, Outcome.STORED, Outcome.REPEATED, Outcome.STORED, Outcome.REFUSED]
    assert store.figures_of(DAY).answers == 3


def test_one_that_fails_takes_nobody_with_it_and_leaves_nothing(store: SurveyStore) -> None:
    def half_done(turn: StoreTurn) -> Outcome:
        turn.accept(a_form(), an_answer(), NOON)
        raise RuntimeError("a bug")

    forms = [a_form() for _ in range(6)]
    good = [accepting(form) for form in forms]
    made = store.together([*good[:3], half_done, *good[3:]])
    assert [made[at] for at in (0, 1, 2, 4, 5, 6)] == [Outcome.STORED] * 6
    assert isinstance(made[3], RuntimeError)
    assert store.figures_of(DAY).answers == 6
    office = store.figures_of(DAY).office
    assert office is not None
    assert office.answers == 5
    # What is remembered is what is stored.
    assert [store.accept(form, an_answer(), NOON) for form in forms] == [Outcome.REPEATED] * 6


def test_a_disk_that_is_busy_is_not_tried_again_for_each(store: SurveyStore) -> None:
    tries = []

    def busy(turn: StoreTurn) -> Outcome:
        tries.append(turn)
        raise DatabaseBusy

    made = store.together([busy, busy, busy])
    assert [type(one) for one in made] == [DatabaseBusy] * 3
    assert len(tries) == 1


def test_answers_are_mixed_over_all_blanks_also_when_many_come_together(store: SurveyStore, tmp_path: Path) -> None:
    for start in range(0, 60, 12):
        forms = [a_form() for _ in range(12)]
        works = [accepting(form, f"<{number:02d}>") for number, form in enumerate(forms, start)]
        assert store.together(works) == [Outcome.STORED] * 12
    store.close()
    content = (tmp_path / "answers.db").read_bytes()
    assert [content.count(f"<{number:02d}>".encode()) for number in range(60)] == [1] * 60
    with closing(SurveyStore.open(tmp_path)) as again:
        assert again.figures_of(DAY).answers == 60
