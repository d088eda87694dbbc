"""Decisive questions and life events, kept by the administrator."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.domain.actors import Actor
from app.domain.directory import Choice, LifeEventForm, LifeStep, QuestionForm, Task
from app.ui.admin.directory.pages import DirectoryPages
from tests.ui.conftest import ALT, CTRL, Desk
from tests.ui.directory.conftest import (
    EVENTS,
    QUESTIONS,
    choose,
    pick,
    turn,
    typed,
)


def new_question(desk: Desk, pages: DirectoryPages) -> None:
    desk.press(Qt.Key.Key_N, CTRL)
    desk.commit("속도위반인가요, 주차위반인가요?")
    for place, (words, letters) in enumerate((("속도위반", "속도"), ("주차위반", "주정차"))):
        row = pages.questions.choices.rows[place]
        row.text.setFocus()
        desk.commit(words)
        choose(desk, row.task, letters)


def test_a_question_with_its_choices(desk: Desk, pages: DirectoryPages, tasks: dict[str, Task], admin: Actor) -> None:
    turn(desk, pages, QUESTIONS)
    new_question(desk, pages)
    assert len(pages.questions.choices.rows) == 3  # one to go on with
    desk.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    made = next(q for q in desk.office.directory.questions(admin) if q.active)
    speed, parking = tasks["속도위반 범칙금"].id, tasks["주정차위반 과태료"].id
    assert made.text == "속도위반인가요, 주차위반인가요?"
    assert made.choices == (Choice("속도위반", speed), Choice("주차위반", parking))
    pages.questions.choices.rows[1].text.setFocus()
    desk.press(Qt.Key.Key_Up, ALT)
    assert pages.questions.choices.rows[0].text.hasFocus()
    desk.enter()
    desk.settle()
    made = next(q for q in desk.office.directory.questions(admin) if q.active)
    assert [choice.task_id for choice in made.choices] == [parking, speed]
    for expected in ([speed, parking], None):
        desk.press(Qt.Key.Key_Z, CTRL)
        desk.settle()
        left = [q for q in desk.office.directory.questions(admin) if q.active]
        assert [[c.task_id for c in q.choices] for q in left] == ([] if expected is None else [expected])


def test_tab_goes_through_the_choices(desk: Desk, pages: DirectoryPages) -> None:
    turn(desk, pages, QUESTIONS)
    desk.press(Qt.Key.Key_N, CTRL)
    desk.commit("질문")
    choices = pages.questions.choices
    for words, letters in (("하나", "여권 발급"), ("둘", "속도"), ("셋", "주정차")):
        desk.press(Qt.Key.Key_Tab)
        desk.commit(words)
        desk.press(Qt.Key.Key_Tab)
        desk.commit(letters)
    assert len(choices.rows) == 4
    assert choices.rows[2].task.line.hasFocus()
    desk.press(Qt.Key.Key_Tab)
    assert [text for text, _task in choices.pairs()] == ["하나", "둘", "셋"]
    assert all(task for _text, task in choices.pairs())
    for _ in range(2):
        desk.press(Qt.Key.Key_Tab)  # over the empty row
    assert not choices.isAncestorOf(desk.focus())


def test_a_question_says_what_it_lacks(desk: Desk, pages: DirectoryPages, admin: Actor) -> None:
    turn(desk, pages, QUESTIONS)
    new_question(desk, pages)
    choices = pages.questions.choices
    choices.rows[1].task.setFocus()
    choices.rows[1].task.line.selectAll()
    desk.commit("아무 데도 없는 업무")
    desk.press(Qt.Key.Key_S, CTRL)
    assert "골라" in choices.rows[1].trouble.text()
    assert choices.rows[1].task.line.hasFocus()
    choices.rows[1].text.setFocus()
    desk.press(Qt.Key.Key_Delete, ALT)
    desk.press(Qt.Key.Key_S, CTRL)
    assert "둘 이상" in pages.questions.form.trouble.text()
    desk.settle()
    assert not [q for q in desk.office.directory.questions(admin) if q.active]
    assert pages.dirty


def test_a_question_is_retired_and_asked_again(
    desk: Desk, pages: DirectoryPages, tasks: dict[str, Task], admin: Actor
) -> None:
    choices = tuple(Choice(title, task.id) for title, task in list(tasks.items())[:2])
    made = desk.office.directory.put_question(admin, QuestionForm("어느 쪽인가요?", choices))
    pages.presenter.load()
    turn(desk, pages, QUESTIONS)
    desk.settle()
    pick(desk, pages.questions, made.id)
    for active in (False, True):
        desk.press(Qt.Key.Key_D, CTRL)
        desk.settle()
        stored = {q.id: q.active for q in desk.office.directory.questions(admin)}
        assert stored[made.id] is active
        if not active:
            pages.questions.retired.click()
            pick(desk, pages.questions, made.id)
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert not {q.id: q.active for q in desk.office.directory.questions(admin)}[made.id]


def test_a_life_event_with_its_steps_in_order(
    desk: Desk, pages: DirectoryPages, tasks: dict[str, Task], admin: Actor
) -> None:
    turn(desk, pages, EVENTS)
    desk.press(Qt.Key.Key_N, CTRL)
    desk.commit("사망")
    typed(pages.events, "words", "돌아가셨어요, 상 치렀어요")
    steps = pages.events.steps
    choose(desk, steps.rows[0].task, "여권")
    desk.press(Qt.Key.Key_Tab)
    desk.commit("여권을 반납합니다.")
    choose(desk, steps.rows[1].task, "사망")
    desk.press(Qt.Key.Key_Tab)
    desk.commit("1개월 안에 신고합니다.")
    desk.press(Qt.Key.Key_Up, ALT)
    desk.enter()
    desk.settle()
    made = next(event for event in desk.office.directory.events(admin) if event.active)
    assert (made.name, made.words) == ("사망", "돌아가셨어요, 상 치렀어요")
    assert made.steps == (
        LifeStep(tasks["가족관계 사망신고"].id, "1개월 안에 신고합니다."),
        LifeStep(tasks["여권 발급"].id, "여권을 반납합니다."),
    )
    desk.press(Qt.Key.Key_D, CTRL)
    desk.settle()
    assert not [event for event in desk.office.directory.events(admin) if event.active]
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert [event.steps for event in desk.office.directory.events(admin) if event.active] == [made.steps]


def test_a_life_event_needs_something_to_do(desk: Desk, pages: DirectoryPages) -> None:
    turn(desk, pages, EVENTS)
    desk.press(Qt.Key.Key_N, CTRL)
    desk.commit("출생")
    desk.enter()
    assert "할 일" in pages.events.form.trouble.text()
    desk.press(Qt.Key.Key_Escape)
    assert not pages.dirty


def test_a_shipped_life_event_is_found_by_the_title_of_a_step(
    desk: Desk, pages: DirectoryPages, tasks: dict[str, Task], admin: Actor
) -> None:
    form = LifeEventForm("이사", "집을 옮겼어요", (LifeStep(tasks["여권 발급"].id, ""),))
    desk.office.directory.put_event(admin, form)
    pages.presenter.load()
    desk.settle()
    turn(desk, pages, EVENTS)
    desk.press(Qt.Key.Key_F, CTRL)
    desk.commit("여권")
    assert [event.name for event in pages.events.model.records] == ["이사"]
