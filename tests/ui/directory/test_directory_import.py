"""A directory from a file: shown before it is accepted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from app.config.paths import resources
from app.domain.actors import Actor
from app.domain.directory import Task, TaskForm
from app.domain.directory_import import DifferenceKind
from app.ui.admin.directory.pages import DirectoryPages
from tests.ui.conftest import CTRL, Desk
from tests.ui.directory.conftest import (
    IMPORT,
    ROWS,
    TASKS,
    form_of,
    table_file,
    turn,
)


def test_a_file_is_shown_before_it_is_accepted(
    desk: Desk, pages: DirectoryPages, tasks: dict[str, Task], admin: Actor, tmp_path: Path
) -> None:
    passport = tasks["여권 발급"]
    with_words = TaskForm(
        **{name: getattr(passport.form, name) for name in TaskForm.__slots__ if name not in ("words", "papers")},
        words="여행 수첩",
        papers="신분증",
    )
    desk.office.directory.edit(admin, passport.id, with_words)
    turn(desk, pages, IMPORT)
    page = pages.imports
    rows = (
        TaskForm("민원여권과", "여권 발급", "행정국", "여권팀", "여권 패스포트", "별관 2층", "02-000-7777"),
        TaskForm("가족관계과", "가족관계 사망신고", "행정국", "가족팀", "사망 장례", "본관 1층 101호", "02-000-1002"),
        ROWS[2],
        TaskForm("보건소", "독감 예방접종"),
    )
    page.read(str(table_file(tmp_path / "new.csv", rows)))
    desk.settle()
    shown = {line.form.title: line.kind for line in page.model.records}
    assert shown == {
        "여권 발급": DifferenceKind.CHANGED,
        "가족관계 사망신고": DifferenceKind.MOVED,
        "독감 예방접종": DifferenceKind.NEW,
        "속도위반 범칙금": DifferenceKind.GONE,
    }
    assert page.details.text().splitlines() == [
        "위치: 본관 1층 102호 → 별관 2층",
        "전화: 02-000-1001 → 02-000-7777",
    ]
    page.chips[DifferenceKind.GONE].click()
    assert [line.form.title for line in page.model.records] == ["속도위반 범칙금"]
    assert form_of(desk, admin, passport.id) == with_words  # nothing has changed yet
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    taken = form_of(desk, admin, passport.id)
    assert (taken.location, taken.phone, taken.words, taken.papers) == (
        "별관 2층",
        "02-000-7777",
        "여행 수첩",
        "신분증",
    )
    now = {task.title: task.active for task in desk.office.directory.tasks(admin)}
    assert now["독감 예방접종"]
    assert not now["속도위반 범칙금"]
    assert page.difference is None
    page.read(str(tmp_path / "new.csv"))
    desk.settle()
    assert page.model.records == ()
    assert "같습니다" in page.counts.text()
    assert not page.accept.isEnabled()


def test_a_file_with_a_bad_row_changes_nothing(desk: Desk, pages: DirectoryPages, admin: Actor, tmp_path: Path) -> None:
    before = desk.office.directory.tasks(admin)
    turn(desk, pages, IMPORT)
    page = pages.imports
    page.read(str(table_file(tmp_path / "bad.csv", (*ROWS, TaskForm("", "부서가 없는 업무")))))
    desk.settle()
    assert [(line.row, line.kind) for line in page.model.records] == [(6, DifferenceKind.BAD)]
    assert page.details.text() == "부서: 비어 있습니다"
    assert not page.accept.isEnabled()
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert desk.office.directory.tasks(admin) == before
    page.read(str(tmp_path / "nothing.csv"))
    desk.settle()
    assert page.trouble.text()
    assert page.difference is None


def test_the_shipped_directory_comes_whole(desk: Desk, admin: Actor, pages: DirectoryPages) -> None:
    turn(desk, pages, IMPORT)
    pages.imports.read(str(resources() / "sample" / "directory.csv"))
    desk.settle()
    assert len(pages.imports.model.records) == 385 + len(ROWS)
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    turn(desk, pages, TASKS)
    assert len(pages.tasks.model.records) == 385
