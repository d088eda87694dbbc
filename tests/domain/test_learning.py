"""What is learned from confirmed guidance: for one person after one, for everybody after two people."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.finding import Lesson
from app.domain.guidance import Guidance, GuidanceOutcome, Ruling, learned, learned_phrases, phrase_key

MORNING = datetime(2026, 11, 20, 0, 0, tzinfo=UTC)


def told(number: int, login: str, task: str, phrase: str = "장례 치르고 왔는데", actual: str | None = None) -> Guidance:
    """One citizen, sent to `task`, who belonged there unless `actual` says otherwise."""
    at = MORNING + timedelta(minutes=number)
    right = actual is None
    return Guidance(
        id=f"g{number}",
        day=date(2026, 11, 20),
        at=at,
        login=login,
        counter_code="A",
        phrase=phrase,
        task_id=task,
        outcome=GuidanceOutcome.RIGHT if right else GuidanceOutcome.WRONG,
        actual_task_id=actual,
        outcome_at=at,
        outcome_by=login,
    )


def leads(lessons: tuple[Lesson, ...], login: str, phrase: str = "장례 치르고 왔는데") -> str | None:
    """Where the phrase leads this person: the own lesson before everybody's."""
    key = phrase_key(phrase)
    known = {lesson.login: lesson.task_id for lesson in lessons if phrase_key(lesson.phrase) == key}
    return known.get(login, known.get(None))


def test_one_confirmation_counts_for_the_person_who_gave_it() -> None:
    lessons = learned([told(1, "kim", "death")])
    assert leads(lessons, "kim") == "death"
    assert leads(lessons, "lee") is None


def test_two_people_count_for_everybody() -> None:
    lessons = learned([told(1, "kim", "death"), told(2, "lee", "death")])
    assert {leads(lessons, login) for login in ("kim", "lee", "park")} == {"death"}


def test_one_person_often_is_still_one_person() -> None:
    lessons = learned([told(n, "kim", "death") for n in range(10)])
    assert leads(lessons, "lee") is None


def test_one_wrong_among_ten_right_changes_nothing() -> None:
    right = [told(n, "kim" if n % 2 else "lee", "death") for n in range(10)]
    lessons = learned([*right, told(11, "park", "death", actual="tax")])
    assert {leads(lessons, login) for login in ("kim", "lee", "park", "choi")} == {"death"}


def test_what_two_people_find_wrong_more_often_than_right_is_learned_anew() -> None:
    right = [told(1, "kim", "death"), told(2, "lee", "death")]
    wrong = [told(n, login, "death", actual="tax") for n, login in enumerate(["kim", "lee", "park"], start=3)]
    assert leads(learned([*right, *wrong]), "choi") == "tax"


def test_wrong_without_a_desk_teaches_nothing() -> None:
    lost = replace(told(1, "kim", "death"), outcome=GuidanceOutcome.WRONG)
    assert learned([lost]) == ()


def test_open_guidance_teaches_nothing() -> None:
    assert learned([replace(told(1, "kim", "death"), outcome=GuidanceOutcome.OPEN)]) == ()


def test_spaces_and_signs_make_no_other_phrase() -> None:
    lessons = learned([told(1, "kim", "death", "장례 치르고 왔는데!"), told(2, "lee", "death", "장례치르고 왔는데")])
    assert leads(lessons, "park", "장례 치르고, 왔는데") == "death"


def test_the_administrator_decides_before_all() -> None:
    confirmed = [told(1, "kim", "death"), told(2, "lee", "death")]
    assert leads(learned(confirmed, [Ruling("장례 치르고 왔는데", "tax", "admin")]), "kim") == "tax"
    assert learned(confirmed, [Ruling("장례 치르고 왔는데", None, "admin")]) == ()


def test_the_administrator_sees_how_often_and_by_how_many() -> None:
    confirmed = [told(1, "kim", "death"), told(2, "kim", "death"), told(3, "lee", "death", actual="tax")]
    [phrase] = learned_phrases(confirmed)
    assert (phrase.task_id, phrase.counts, phrase.people) == (None, (("death", 2), ("tax", 1)), 1)
    [ruled] = learned_phrases(confirmed, [Ruling("장례치르고왔는데", "tax", "admin")])
    assert (ruled.task_id, ruled.people, ruled.set_by) == ("tax", 1, "admin")


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["death", "tax", "move"])), max_size=30))
def test_everybody_learns_only_what_two_people_confirmed(said: list[tuple[str, str]]) -> None:
    lessons = learned([told(n, login, task) for n, (login, task) in enumerate(said)])
    people = {task: {login for login, confirmed in said if confirmed == task} for _, task in said}
    public = [lesson.task_id for lesson in lessons if lesson.login is None]
    assert len(public) == (1 if any(len(logins) >= 2 for logins in people.values()) else 0)
    assert all(len(people[task]) >= 2 for task in public)
    for lesson in lessons:
        if lesson.login is not None:
            assert lesson.login in people[lesson.task_id]


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["death", "tax"])), max_size=20))
def test_the_order_in_which_counters_hear_of_it_does_not_matter(said: list[tuple[str, str]]) -> None:
    confirmed = [told(n, login, task) for n, (login, task) in enumerate(said)]
    assert learned(confirmed) == learned(reversed(confirmed))
