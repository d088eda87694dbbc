"""Nothing of the pages for showing the way is cut off, overlapped or nameless; ten thousand tasks stay quick."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.directory import Task, TaskForm
from app.domain.languages import ScreenLanguage
from app.ui.admin.directory.pages import DirectoryPages
from app.ui.admin.directory.task_search import TaskSearch
from app.ui.admin.view import AdminView
from app.ui.shared.places import ScreenName
from tests.support.offices import PASSWORD
from tests.ui.conftest import CTRL, Desk, MakeDesk
from tests.ui.directory.conftest import table_file
from tests.ui.test_looks import check

every_look = pytest.mark.parametrize(
    ("language", "text_size"), [(language, size) for language in ScreenLanguage for size in (0, 2)]
)
DIRECTORY_TAB = 7


def shown(desk: Desk) -> DirectoryPages:
    assert desk.window.sign_in_view is not None
    desk.window.sign_in_view.presenter.submit("admin", PASSWORD)
    desk.settle()
    view = desk.screen(ScreenName.OFFICE, AdminView)
    view.turn_to(DIRECTORY_TAB)
    desk.settle()
    return view.directory


@every_look
def test_every_page(make_desk: MakeDesk, language: ScreenLanguage, text_size: int, tmp_path: Path) -> None:
    desk = make_desk(language=language, text_size=text_size)
    clerks = [desk.office.accounts.sign_in(login, PASSWORD) for login in ("clerk1", "clerk2")]
    admin = desk.office.accounts.sign_in("admin", PASSWORD)
    task = desk.office.directory.tasks(admin)[0]
    for clerk in clerks:
        given = desk.office.guidance.give(clerk, "할머니 장례 치르고 왔는데 나라에 알려야 되죠 " * 3, task.id)
        desk.office.guidance.right(clerk, given.id)
    desk.office.guidance.rule(admin, "감사합니다", task.id)
    pages = shown(desk)
    check(desk.window)
    for place, page in enumerate((pages.tasks, pages.questions, pages.events, pages.learned, pages.calendar)):
        pages.turn_to(place)
        assert page.model.records
        page.table.selectRow(0)
        desk.settle()
        check(desk.window)
        page.begin()
        page.form.submitted.emit()
        desk.settle()
        check(desk.window)
        page.form.cancelled.emit()
    pages.turn_to(5)
    check(desk.window)
    good, bad = TaskForm("새 부서", "새 업무"), TaskForm("", "부서가 없는 업무")
    for rows in ((good,), (good, bad)):
        pages.imports.read(str(table_file(tmp_path / "table.csv", rows)))
        desk.settle()
        assert pages.imports.model.records
        check(desk.window)


def test_a_wide_screen_gives_the_form_room(make_desk: MakeDesk) -> None:
    desk = make_desk(size=(1920, 1080))
    pages = shown(desk)
    pages.turn_to(2)
    pages.events.table.selectRow(0)
    desk.settle()
    check(desk.window)
    assert pages.events.form.width() > 520


def test_ten_thousand_tasks_stay_quick(desk: Desk, tmp_path: Path) -> None:
    admin = desk.office.accounts.sign_in("admin", PASSWORD)
    rows = tuple(
        TaskForm(
            f"부서 {number % 70}", f"업무 {number} 신고 접수", "국", f"{number % 9}팀", "말 다른말", "본관", "02-1"
        )
        for number in range(10_000)
    )
    directory = desk.office.directory
    directory.accept(admin, directory.compare_file(admin, table_file(tmp_path / "many.csv", rows)))
    pages = shown(desk)
    assert len(pages.tasks.model.records) == len(rows)
    desk.press(Qt.Key.Key_F, CTRL)
    slowest = 0.0
    for letter in "업무 99":
        begun = time.perf_counter()
        desk.commit(letter)
        QApplication.processEvents()
        slowest = max(slowest, time.perf_counter() - begun)
    assert slowest < 1.0  # about a tenth of it; a list that is laid out row by row takes many times as long
    assert {record.title for record in pages.tasks.model.records} >= {"업무 99 신고 접수", "업무 9999 신고 접수"}


def test_ten_thousand_tasks_are_looked_through_in_a_moment() -> None:
    tasks = [Task(str(n), TaskForm("부서", f"업무 {n}", keywords="말 다른말 " * 5)) for n in range(10_000)]
    search = TaskSearch(tasks)
    search.find("업", 30)  # what is looked in is made at the first key
    begun = time.perf_counter()
    found = search.find("ㅇㅁ 99", 30)
    assert time.perf_counter() - begun < 0.5
    assert found[0].title.startswith("업무 99")
