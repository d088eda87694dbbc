"""The directory, kept by the administrator: tasks, and picking one by typing."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.domain.actors import Actor
from app.domain.directory import Task, TaskForm
from app.ui.admin.directory.pages import DirectoryPages
from tests.ui.conftest import CTRL, Desk
from tests.ui.directory.conftest import (
    QUESTIONS,
    choose,
    form_of,
    pick,
    turn,
    typed,
)


def test_every_page_is_a_key_away(desk: Desk, pages: DirectoryPages) -> None:
    for place in range(6):
        turn(desk, pages, place)
        desk.settle()
        assert pages.page.isVisible()
        focused = desk.focus()
        assert focused is pages.page or pages.page.isAncestorOf(focused)


def test_a_task_is_found_edited_and_put_back(
    desk: Desk, pages: DirectoryPages, tasks: dict[str, Task], admin: Actor
) -> None:
    passport = tasks["여권 발급"]
    desk.press(Qt.Key.Key_F, CTRL)
    desk.commit("ㅇㄱㅂㄱ")  # 초성 of a title
    assert [task.title for task in pages.tasks.model.records] == ["여권 발급"]
    desk.enter()
    pick(desk, pages.tasks, passport.id)
    typed(pages.tasks, "phone", "02-000-9999")
    typed(pages.tasks, "words", "해외여행 수첩, 비행기 탈 때 쓰는 거")
    typed(pages.tasks, "papers", "신분증\n여권용 사진 1장")
    assert pages.dirty
    desk.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    edited = form_of(desk, admin, passport.id)
    assert edited.phone == "02-000-9999"
    assert edited.words == "해외여행 수첩, 비행기 탈 때 쓰는 거"
    assert edited.papers == "신분증\n여권용 사진 1장"
    assert not pages.dirty
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert form_of(desk, admin, passport.id) == passport.form


def test_enter_saves_where_text_wraps_and_begins_a_line_among_the_papers(
    desk: Desk, pages: DirectoryPages, tasks: dict[str, Task], admin: Actor
) -> None:
    passport = tasks["여권 발급"]
    pick(desk, pages.tasks, passport.id)
    pages.tasks.form.grid.widgets["papers"].setFocus()
    desk.commit("신분증")
    desk.enter()
    desk.commit("사진")
    pages.tasks.form.grid.widgets["words"].setFocus()
    desk.compose("여행 수첩")  # still being composed when Enter is pressed
    desk.enter()
    desk.settle()
    stored = form_of(desk, admin, passport.id)
    assert (stored.papers, stored.words) == ("신분증\n사진", "여행 수첩")


def test_a_task_is_added_retired_and_taken_up_again(desk: Desk, pages: DirectoryPages, admin: Actor) -> None:
    desk.press(Qt.Key.Key_N, CTRL)
    desk.commit("반려견 등록")
    desk.press(Qt.Key.Key_Tab)
    desk.commit("지역경제과")
    desk.enter()
    desk.settle()
    added = next(task for task in desk.office.directory.tasks(admin) if task.title == "반려견 등록")
    assert pages.tasks.entry == added
    desk.press(Qt.Key.Key_D, CTRL)
    desk.settle()
    assert pages.tasks.model.row_of(added.id) is None
    pages.tasks.retired.click()
    pick(desk, pages.tasks, added.id)
    desk.press(Qt.Key.Key_D, CTRL)
    desk.settle()
    assert next(task.active for task in desk.office.directory.tasks(admin) if task.id == added.id)
    for _ in range(3):
        desk.press(Qt.Key.Key_Z, CTRL)
        desk.settle()
    assert not next(task.active for task in desk.office.directory.tasks(admin) if task.id == added.id)


def test_trouble_stands_beside_the_field(desk: Desk, pages: DirectoryPages, tasks: dict[str, Task]) -> None:
    pick(desk, pages.tasks, tasks["여권 발급"].id)
    typed(pages.tasks, "department", "")
    desk.enter()
    desk.settle()
    assert pages.tasks.form.grid.widgets["department"].property("wrong") == "true"
    assert pages.tasks.form.grid.troubles["department"].text()
    typed(pages.tasks, "department", "주차관리과")
    typed(pages.tasks, "team", "과태료팀")
    typed(pages.tasks, "title", "주정차위반 과태료")  # there is one of that name already
    desk.enter()
    desk.settle()
    assert "주정차위반 과태료" in pages.tasks.form.trouble.text()


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(
    desk: Desk, pages: DirectoryPages, tasks: dict[str, Task], admin: Actor
) -> None:
    passport = tasks["여권 발급"]
    pick(desk, pages.tasks, passport.id)
    other = TaskForm("민원여권과", "여권 발급", phone="02-1")
    desk.office.directory.edit(admin, passport.id, other)
    typed(pages.tasks, "phone", "02-2")
    desk.enter()
    desk.settle()
    assert pages.tasks.form.trouble.text()
    assert form_of(desk, admin, passport.id).phone == "02-1"
    assert pages.tasks.form.grid.values()["phone"] == "02-2"


def test_a_task_is_picked_by_typing(desk: Desk, pages: DirectoryPages, tasks: dict[str, Task]) -> None:
    turn(desk, pages, QUESTIONS)
    desk.press(Qt.Key.Key_N, CTRL)
    field = pages.questions.choices.rows[0].task
    field.setFocus()
    desk.compose("주")  # from the first, half-composed letter on
    assert [task.title for task in field.found()] == ["주정차위반 과태료"]
    desk.press(Qt.Key.Key_Escape)
    assert (field.found(), field.task_id) == ((), "")
    choose(desk, field, "위반", steps=1)
    assert field.task_id in (tasks["주정차위반 과태료"].id, tasks["속도위반 범칙금"].id)
    picked = field.task_id
    field.line.selectAll()
    desk.commit("여권")
    desk.press(Qt.Key.Key_Escape)  # leaves what there was
    assert field.task_id == picked
    field.line.selectAll()
    desk.commit("여권 발급")
    desk.press(Qt.Key.Key_Tab)  # the only one that fits
    assert field.task_id == tasks["여권 발급"].id
    field.setFocus()
    field.line.selectAll()
    desk.press(Qt.Key.Key_Delete)
    assert field.task_id == ""
