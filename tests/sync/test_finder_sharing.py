"""The directory, what is learned and the calendar are the office's: every counter comes to the same."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.actors import Actor, Role
from app.domain.directory import Choice, LifeEventForm, LifeStep, QuestionForm, TaskForm
from app.domain.finding import Reason
from app.domain.guidance import GuidanceOutcome, TransferKind, WrongReason
from tests.support.offices import stored
from tests.support.shared_offices import Desk, SharedOffice

PHRASE = "뿌뿌 어쩌고 하려고요"
ONE, TWO = Actor("consultant1", "", Role.CONSULTANT), Actor("clerk1", "", Role.CLERK)
THREE = Actor("clerk2", "", Role.CLERK)
OWN_DAY = date(2026, 11, 25)


def task_id(desk: Desk, title: str) -> str:
    return next(task.id for task in desk.office.directory.tasks(desk.admin) if task.title.startswith(title))


def first_of(desk: Desk, actor: Actor, phrase: str = PHRASE) -> str | None:
    """The task that was learned to be meant; None when nothing was."""
    desk.office.finder.ready(actor)
    found = desk.office.finder.find(actor, phrase)
    if found.answers and found.answers[0].why.reason is Reason.LEARNED:
        return found.answers[0].task.id
    return None


def confirm(desk: Desk, actor: Actor, task: str) -> str:
    given = desk.office.guidance.give(actor, PHRASE, task)
    desk.office.guidance.right(actor, given.id)
    return given.id


def test_whatever_the_administrator_keeps_reaches_every_counter(
    shared: SharedOffice, first: Desk, second: Desk
) -> None:
    admin = first.admin
    directory = first.office.directory
    task = directory.add(admin, TaskForm("새과", "반딧불이 신고", papers="신분증\n사진", words="반짝"))
    other = directory.tasks(admin)[0]
    directory.put_question(admin, QuestionForm("어느 쪽인가요?", (Choice("가", task.id), Choice("나", other.id))))
    directory.put_event(admin, LifeEventForm("반딧불이", "반딧불이를 봤어요", (LifeStep(task.id, "먼저"),)))
    first.office.calendar.add_holiday(admin, OWN_DAY, "개청기념일")
    first.office.guidance.rule(admin, PHRASE, task.id)
    first.office.guidance.rule(admin, "아무것도 아닌 말", None)
    shared.settled(first, second)
    assert second.office.directory.tasks(admin)[-1].form == task.form
    second.office.finder.ready()
    found = second.office.finder.find(second.clerk, "반딧불이 신고")
    assert task.id in [answer.task.id for answer in found.answers]
    asked = [q for q in second.office.directory.questions(admin) if q.text == "어느 쪽인가요?"]
    assert [choice.task_id for choice in asked[0].choices] == [task.id, other.id]
    assert second.office.directory.events(admin)[-1].steps == (LifeStep(task.id, "먼저"),)
    assert OWN_DAY in second.office.calendar.working_time().holidays
    assert first_of(second, THREE) == task.id
    # And what is changed over there comes back here.
    second.office.directory.retire(admin, task.id)
    second.office.guidance.unrule(admin, PHRASE)
    second.office.calendar.remove_holiday(admin, OWN_DAY)
    shared.settled(second, first)
    assert not directory.tasks(admin)[-1].active
    assert first_of(first, TWO) is None
    assert OWN_DAY not in first.office.calendar.working_time().holidays


def test_learning_with_three_consultants_and_two_counters(shared: SharedOffice, first: Desk, second: Desk) -> None:
    wanted, other = task_id(first, "개명"), task_id(first, "여권 신규")
    confirm(first, ONE, wanted)
    shared.settled(first, second)
    # Once: for who gave it, at whatever counter they sit; for nobody else.
    assert [first_of(desk, ONE) for desk in (first, second)] == [wanted, wanted]
    assert [first_of(desk, actor) for desk in (first, second) for actor in (TWO, THREE)] == [None] * 4
    # The same person at the other counter is still one person.
    confirm(second, ONE, wanted)
    shared.settled(second, first)
    assert [first_of(desk, TWO) for desk in (first, second)] == [None, None]
    # A second person: for everybody.
    confirm(second, THREE, wanted)
    assert first_of(second, TWO) == wanted
    assert first_of(first, TWO) is None
    shared.settled(second, first)
    assert {first_of(desk, actor) for desk in (first, second) for actor in (ONE, TWO, THREE)} == {wanted}
    # One wrong among many right changes nothing, anywhere.
    for _ in range(4):
        confirm(first, ONE, wanted)
        confirm(second, THREE, wanted)
    given = first.office.guidance.give(TWO, PHRASE, wanted)
    first.office.guidance.wrong(TWO, given.id, other, WrongReason.SAID_OTHERWISE)
    shared.settled(first, second)
    assert {first_of(desk, actor) for desk in (first, second) for actor in (ONE, TWO, THREE)} == {wanted}


def test_what_a_citizen_said_travels_locked_and_is_erased_everywhere(
    shared: SharedOffice, first: Desk, second: Desk
) -> None:
    wanted = task_id(first, "개명")
    confirm(first, ONE, wanted)
    given = first.office.guidance.give(TWO, "비밀스러운 이야기", wanted)
    shared.settled(first, second)
    assert "비밀스러운 이야기".encode() not in shared.raw()
    assert stored(second.home, "SELECT phrase FROM guidance WHERE id = ?", (given.id,)) == [("비밀스러운 이야기",)]
    first.clock.pass_by(days=366)
    second.clock.pass_by(days=366)
    assert first.office.day_end.sweep(TWO, date_is_right=True).phrases == 2
    shared.settled(first, second)
    for desk in (first, second):
        assert stored(desk.home, "SELECT count(*) FROM guidance WHERE phrase != '' OR key != ''") == [(0,)]
        assert first_of(desk, ONE) is None
    assert second.office.day_end.sweep(THREE, date_is_right=True).phrases == 0


def test_phrases_of_a_counter_that_is_never_heard_again_are_erased_a_week_later(
    shared: SharedOffice, first: Desk, second: Desk
) -> None:
    first.office.guidance.give(TWO, PHRASE, task_id(first, "개명"))
    shared.settled(first, second)
    second.clock.pass_by(days=366)
    assert second.office.day_end.sweep(THREE, date_is_right=True).phrases == 0
    second.clock.pass_by(days=7)
    assert second.office.day_end.sweep(THREE, date_is_right=True).phrases == 1


@pytest.mark.parametrize("same", [True, False])
def test_two_counters_say_what_became_of_the_same_person(
    shared: SharedOffice, first: Desk, second: Desk, same: bool
) -> None:
    wanted, other = task_id(first, "개명"), task_id(first, "여권 신규")
    given = first.office.guidance.give(TWO, PHRASE, wanted, transfer=TransferKind.INSIDE)
    shared.settled(first, second)
    first.office.guidance.taken_over(TWO, given.id)
    first.office.guidance.right(TWO, given.id)
    second.clock.pass_by(minutes=3)
    second.office.guidance.taken_over(THREE, given.id)
    if same:
        second.office.guidance.right(THREE, given.id)
    else:
        second.office.guidance.wrong(THREE, given.id, other, WrongReason.SOUNDS_ALIKE)
    shared.settled(first, second)
    assert first.office.guidance.today(TWO) == second.office.guidance.today(TWO)
    conflicts = [one.field for one in first.office.sharing.conflicts(TWO)]
    if same:
        # Nobody is asked to settle that two people have said the same.
        assert conflicts == []
        assert first.office.sharing.state().conflicts == 0
    else:
        assert "outcome" in conflicts
        assert first.office.guidance.today(TWO)[0].outcome is GuidanceOutcome.WRONG
        (outcome,) = [one for one in first.office.sharing.conflicts(TWO) if one.field == "outcome"]
        first.office.sharing.settle(TWO, outcome.conflict_id, take_other=True)
        shared.settled(first, second)
        assert {desk.office.guidance.today(TWO)[0].outcome for desk in (first, second)} == {GuidanceOutcome.RIGHT}


def test_a_warm_hand_over_is_seen_at_the_other_counter(shared: SharedOffice, first: Desk, second: Desk) -> None:
    given = first.office.guidance.hand_over(ONE, "여권 잃어버렸어요", task_id(first, "여권 신규"))
    shared.settled(first, second)
    (waiting,) = second.office.reception.queue(THREE)
    assert waiting.id == given.visit_id
    assert waiting.note.endswith("여권 잃어버렸어요")
    assert second.office.guidance.open_today(THREE)[0].visit_id == waiting.id


def test_two_administrators_change_different_fields_of_a_task(shared: SharedOffice, first: Desk, second: Desk) -> None:
    task = first.office.directory.tasks(first.admin)[0]
    with_words = TaskForm(**{**_fields(task.form), "words": "잠복"})
    with_papers = TaskForm(**{**_fields(task.form), "papers": "신분증"})
    first.office.directory.edit(first.admin, task.id, with_words)
    second.office.directory.edit(second.admin, task.id, with_papers)
    shared.settled(first, second)
    for desk in (first, second):
        form = desk.office.directory.tasks(desk.admin)[0].form
        assert (form.words, form.papers) == ("잠복", "신분증")
        assert desk.office.sharing.state().conflicts == 0


def _fields(form: TaskForm) -> dict[str, str]:
    return {name: getattr(form, name) for name in form.__slots__}
