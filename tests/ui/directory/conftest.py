"""A small directory, its pages in front of an administrator, and hands on them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.actors import Actor
from app.domain.directory import Task, TaskForm
from app.ui.admin.directory.pages import DirectoryPages
from app.ui.admin.directory.task_field import TaskField
from app.ui.admin.view import AdminView
from app.ui.shared.list_page import ListPage
from app.ui.shared.places import ScreenName
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.typed_text import TypedText
from tests.support.offices import PASSWORD
from tests.ui.conftest import ALT, CTRL, Desk

TASKS, QUESTIONS, EVENTS, LEARNED, CALENDAR, IMPORT = range(6)

ROWS = (
    TaskForm("민원여권과", "여권 발급", "행정국", "여권팀", "여권 패스포트", "본관 1층 102호", "02-000-1001"),
    TaskForm("민원여권과", "가족관계 사망신고", "행정국", "가족팀", "사망 장례", "본관 1층 101호", "02-000-1002"),
    TaskForm("주차관리과", "주정차위반 과태료", "교통국", "과태료팀", "딱지 주차위반", "본관 3층 301호", "02-000-3001"),
    TaskForm("관할경찰서", "속도위반 범칙금", "외부기관", "", "속도 과속", "외부", "182"),
)


@pytest.fixture
def admin(desk: Desk) -> Actor:
    return desk.office.accounts.sign_in("admin", PASSWORD)


@pytest.fixture
def tasks(desk: Desk, admin: Actor, tmp_path: Path) -> dict[str, Task]:
    """A directory of four tasks and nothing else, by their titles."""
    take_in(desk, admin, tmp_path, ROWS)
    for question in desk.office.directory.questions(admin):
        desk.office.directory.retire_question(admin, question.id)
    for event in desk.office.directory.events(admin):
        desk.office.directory.retire_event(admin, event.id)
    return {task.title: task for task in desk.office.directory.tasks(admin) if task.active}


@pytest.fixture
def pages(desk: Desk, tasks: dict[str, Task]) -> DirectoryPages:
    """The tab, in front."""
    desk.sign_in("admin")
    view = desk.screen(ScreenName.OFFICE, AdminView)
    desk.settle()
    desk.press(Qt.Key.Key_8, ALT)
    desk.settle()
    return view.directory


def table_file(path: Path, rows: tuple[TaskForm, ...]) -> Path:
    names = ("bureau", "department", "team", "title", "keywords", "location", "phone")
    lines = ["국,부서,팀,업무,검색어,위치,전화", *(",".join(getattr(row, name) for name in names) for row in rows)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def take_in(desk: Desk, admin: Actor, folder: Path, rows: tuple[TaskForm, ...]) -> None:
    difference = desk.office.directory.compare_file(admin, table_file(folder / "first.csv", rows))
    desk.office.directory.accept(admin, difference)


def turn(desk: Desk, pages: DirectoryPages, place: int) -> None:
    desk.press(Qt.Key(int(Qt.Key.Key_1) + place), CTRL)
    assert pages.place == place


def pick(desk: Desk, page: ListPage, code: str) -> None:
    row = page.model.row_of(code)
    assert row is not None
    page.table.setFocus()
    page.table.selectRow(row)


def typed(page: ListPage, name: str, text: str) -> None:
    """Somebody types into a field of the form instead of what stands there."""
    put(page.form.grid.widgets[name], text)


def put(widget: QWidget, text: str) -> None:
    widget.setFocus()
    if isinstance(widget, TypedText):
        widget.selectAll()
        widget.insertPlainText(text)
    else:
        assert isinstance(widget, TypedLine)
        widget.selectAll()
        widget.insert(text)
        widget.textEdited.emit(text)


def choose(desk: Desk, field: TaskField, text: str, steps: int = 0) -> None:
    """Type a few letters, go down `steps` times, Enter."""
    field.setFocus()
    field.line.selectAll()
    desk.commit(text)
    assert field.found()
    for _ in range(steps):
        desk.press(Qt.Key.Key_Down)
    desk.enter()
    assert not field.found()


def form_of(desk: Desk, admin: Actor, task_id: str) -> TaskForm:
    return next(task.form for task in desk.office.directory.tasks(admin) if task.id == task_id)
