"""A new directory file beside the directory there is: what is new, changed, moved, gone, back, or bad."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.directory import Task, TaskForm
from app.domain.directory_import import DifferenceKind, DirectoryDifference, compare_directory
from app.domain.errors import ColumnMissing, ColumnTwice
from app.domain.tables import CellFault, FaultReason, Table, TableRow

HEAD = ("bureau", "department", "team", "task", "keywords", "location", "phone")
PASSPORT = Task(
    "1", TaskForm("민원여권과", "여권 발급", "행정국", "여권팀", "여권", "1층", "02-1", words="여행", papers="사진")
)
DOGS = Task("2", TaskForm("동물과", "개 등록", "복지국", "반려팀", "강아지", "2층", "02-2"), position=1)


def table(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> Table:
    return Table(TableRow(1, head), tuple(TableRow(number, row) for number, row in enumerate(rows, start=2)))


def row_of(task: Task) -> tuple[str, ...]:
    form = task.form
    return (form.bureau, form.department, form.team, form.title, form.keywords, form.location, form.phone)


def kinds(difference: DirectoryDifference) -> list[DifferenceKind]:
    return [line.kind for line in difference.lines]


def test_the_same_file_changes_nothing() -> None:
    difference = compare_directory(table(row_of(PASSPORT), row_of(DOGS)), (PASSPORT, DOGS))
    assert kinds(difference) == [DifferenceKind.UNCHANGED] * 2


def test_what_a_file_brings_is_named_field_by_field_and_what_the_office_added_stays() -> None:
    changed = replace(PASSPORT, form=replace(PASSPORT.form, location="3층", phone="02-9"))
    (line, gone) = compare_directory(table(row_of(changed)), (PASSPORT, DOGS)).lines
    assert (line.kind, line.task_id, line.seen) == (DifferenceKind.CHANGED, "1", 1)
    assert [(c.field, c.before, c.after) for c in line.changes] == [
        ("location", "1층", "3층"),
        ("phone", "02-1", "02-9"),
    ]
    assert (line.form.words, line.form.papers) == ("여행", "사진")
    assert (gone.kind, gone.task_id, gone.row) == (DifferenceKind.GONE, "2", None)


def test_a_task_that_went_to_another_department_is_the_same_task() -> None:
    moved = replace(DOGS, form=replace(DOGS.form, department="반려동물과", team="등록팀"))
    new = ("", "새과", "", "새 일", "", "", "")
    lines = compare_directory(table(row_of(moved), new, row_of(PASSPORT)), (PASSPORT, DOGS)).lines
    assert [(line.kind, line.task_id) for line in lines] == [
        (DifferenceKind.MOVED, "2"),
        (DifferenceKind.NEW, ""),
        (DifferenceKind.UNCHANGED, "1"),
    ]


def test_the_same_work_of_two_departments_is_not_mixed_up() -> None:
    """Each keeps its own, whichever stands first in the file; only what is left over is matched by title alone."""
    here, there = (Task(n, TaskForm(name, "민원 접수", team="가")) for n, name in (("1", "가과"), ("2", "나과")))
    lines = compare_directory(table(row_of(there), row_of(here)), (here, there)).lines
    assert [(line.kind, line.task_id) for line in lines] == [
        (DifferenceKind.UNCHANGED, "2"),
        (DifferenceKind.UNCHANGED, "1"),
    ]


def test_a_retired_task_comes_back_and_one_that_stays_away_is_not_gone_twice() -> None:
    retired = replace(DOGS, active=False, version=4)
    assert kinds(compare_directory(table(row_of(PASSPORT)), (PASSPORT, retired))) == [DifferenceKind.UNCHANGED]
    back = compare_directory(table(row_of(DOGS)), (retired,)).lines[0]
    assert (back.kind, back.task_id, back.seen, back.returns) == (DifferenceKind.CHANGED, "2", 4, True)


def test_a_column_the_file_does_not_have_leaves_what_is_there() -> None:
    lines = compare_directory(table(("민원여권과", "여권 발급"), head=("부서", "업무")), (PASSPORT,)).lines
    assert [line.kind for line in lines] == [DifferenceKind.UNCHANGED]


@pytest.mark.parametrize(
    "head",
    [
        ("국", "부서", "팀", "업무", "키워드", "위치", "전화"),
        ("소속", "과", "팀", "사무", "검색어", "위치", "전화"),
        ("국/소속", "부서/과", "팀", "업무/사무", "키워드/검색어", "위치", "전화"),
        (" Bureau ", "DEPARTMENT", "Team", "Task", "Keywords", "Location", "Phone"),
    ],
)
def test_columns_may_be_called_as_offices_call_them(head: tuple[str, ...]) -> None:
    assert kinds(compare_directory(table(row_of(PASSPORT), head=head), (PASSPORT,))) == [DifferenceKind.UNCHANGED]


def test_bad_rows_are_named_with_their_reason_and_nothing_else_is_made_of_them() -> None:
    again, empty, long = row_of(PASSPORT), ("", "과", "", "", "", "", ""), ("", "과", "", "가" * 201, "", "", "")
    faulty = TableRow(9, row_of(DOGS), (CellFault(5, FaultReason.FORMULA, "=1"),))
    read = table(row_of(PASSPORT), again, empty, long)
    difference = compare_directory(replace(read, rows=(*read.rows, faulty)), ())
    assert [(line.row, [fault.reason for fault in line.faults]) for line in difference.of(DifferenceKind.BAD)] == [
        (3, [FaultReason.TWICE]),
        (4, [FaultReason.EMPTY]),
        (5, [FaultReason.TOO_LONG]),
        (9, [FaultReason.FORMULA]),
    ]
    assert difference.counts == {kind: {"new": 1, "bad": 4}.get(kind.value, 0) for kind in DifferenceKind}


def test_a_file_without_what_is_needed_is_refused() -> None:
    with pytest.raises(ColumnMissing):
        compare_directory(table(("가",), head=("부서",)), ())
    with pytest.raises(ColumnTwice):
        compare_directory(table(("가", "나", "다"), head=("부서", "과", "업무")), ())
