"""What a new directory file would change: each row compared with the tasks the office has. Nothing is changed here."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.domain.directory import IMPORTED, Task, TaskForm
from app.domain.errors import AppError, ColumnMissing, ColumnTwice
from app.domain.imports import RowFault, fault_of
from app.domain.tables import FaultReason, Table, TableRow


class DifferenceKind(StrEnum):
    """What a row, or its absence, does to a task."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    """It is another department's or team's now."""
    GONE = "gone"
    """No row says it any more: it is retired."""
    UNCHANGED = "unchanged"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """`field` as `TaskForm` names it."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class DirectoryLine:
    """What becomes of one task. `row` is that of the file, None for one that is gone.

    `form` is how the task would be (of one that is gone or bad: how it is, as far as it could be read). `task_id` is ""
    for a new one, `seen` the version that was compared, `returns`: it had been retired.
    """

    kind: DifferenceKind
    row: int | None
    form: TaskForm
    task_id: str = ""
    seen: int = 0
    changes: tuple[FieldChange, ...] = ()
    faults: tuple[RowFault, ...] = ()
    returns: bool = False


@dataclass(frozen=True, slots=True)
class DirectoryDifference:
    """The whole preview, in the order of the file, what is gone last; `table` is what it was made from."""

    table: Table
    lines: tuple[DirectoryLine, ...] = field(default=())

    def count(self, kind: DifferenceKind) -> int:
        return sum(line.kind is kind for line in self.lines)

    @property
    def counts(self) -> dict[DifferenceKind, int]:
        """Every kind, those that do not occur included."""
        return {kind: self.count(kind) for kind in DifferenceKind}

    def of(self, kind: DifferenceKind) -> tuple[DirectoryLine, ...]:
        return tuple(line for line in self.lines if line.kind is kind)


COLUMNS: dict[str, tuple[str, ...]] = {
    "bureau": ("bureau", "국", "소속", "국소", "국소속", "국명", "실국", "국소명"),
    "department": ("department", "부서", "부서명", "과", "담당부서", "부서과", "과명"),
    "team": ("team", "팀", "팀명", "담당", "계"),
    "title": ("task", "title", "업무", "업무명", "사무", "사무명", "업무사무", "담당업무", "단위업무"),
    "keywords": ("keywords", "키워드", "검색어", "찾는말", "키워드검색어"),
    "location": ("location", "위치", "장소", "사무실", "사무실위치"),
    "phone": ("phone", "tel", "전화", "전화번호", "연락처", "대표전화"),
}
"""Titles a column may have, by field; capitals, spaces and marks in a title do not count."""

_NEEDED = ("department", "title")


def compare_directory(table: Table, tasks: Sequence[Task]) -> DirectoryDifference:
    """What importing `table` would do to `tasks`. Errors: `ColumnMissing`, `ColumnTwice`."""
    places = _places(table.head)
    good: list[tuple[TableRow, TaskForm]] = []
    bad: list[DirectoryLine] = []
    taken: set[tuple[str, str, str]] = set()
    for row in table.rows:
        form = _form(row, places)
        faults = _faults(row, places)
        try:
            form = form.checked()
        except AppError as error:
            bad.append(DirectoryLine(DifferenceKind.BAD, row.number, form, faults=(*faults, fault_of(error))))
            continue
        name = (form.department, form.team, form.title)
        if name in taken and not faults:
            faults = (RowFault("title", FaultReason.TWICE, form.title),)
        if faults:
            bad.append(DirectoryLine(DifferenceKind.BAD, row.number, form, faults=faults))
            continue
        taken.add(name)
        good.append((row, form))
    matched = _matched([form for _, form in good], tasks)
    lines = [_line(row.number, form, before, places) for (row, form), before in zip(good, matched, strict=True)]
    lines = sorted([*lines, *bad], key=lambda line: line.row or 0)
    kept = {task.id for task in matched if task is not None}
    gone = [
        DirectoryLine(DifferenceKind.GONE, None, task.form, task.id, task.version)
        for task in tasks
        if task.active and task.id not in kept
    ]
    return DirectoryDifference(table, (*lines, *gone))


def _matched(forms: Sequence[TaskForm], tasks: Sequence[Task]) -> list[Task | None]:
    """The task each row stands for: by its whole name, else by department and title, else by title alone.

    Tasks in use come before retired ones.
    """
    found: list[Task | None] = [None] * len(forms)
    used: set[str] = set()
    ordered = sorted(tasks, key=lambda task: not task.active)
    for names in (("department", "team", "title"), ("department", "title"), ("title",)):
        waiting: dict[tuple[str, ...], list[Task]] = defaultdict(list)
        for task in reversed(ordered):
            if task.id not in used:
                waiting[_name(task.form, names)].append(task)
        for place, form in enumerate(forms):
            if found[place] is None and (same := waiting.get(_name(form, names))):
                chosen = same.pop()
                found[place] = chosen
                used.add(chosen.id)
    return found


def _name(form: TaskForm, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(getattr(form, name) for name in names)


def _line(row: int, form: TaskForm, before: Task | None, places: Mapping[str, int]) -> DirectoryLine:
    if before is None:
        return DirectoryLine(DifferenceKind.NEW, row, form)
    # A column that the file does not have leaves what is there.
    values = {name: getattr(form, name) for name in IMPORTED if name in places}
    after = replace(before.form, **values)
    changes = tuple(
        FieldChange(name, getattr(before.form, name), value)
        for name, value in values.items()
        if value != getattr(before.form, name)
    )
    kind = DifferenceKind.UNCHANGED
    if changes or not before.active:
        moved = any(change.field in ("department", "team") for change in changes)
        kind = DifferenceKind.MOVED if moved else DifferenceKind.CHANGED
    return DirectoryLine(kind, row, after, before.id, before.version, changes, returns=not before.active)


def _places(head: TableRow) -> dict[str, int]:
    """Errors: `ColumnMissing`, `ColumnTwice`."""
    titles = [_folded(title) for title in head.cells]
    places: dict[str, int] = {}
    for name, known in COLUMNS.items():
        found = [place for place, title in enumerate(titles) if title in known]
        if len(found) > 1:
            raise ColumnTwice(name)
        if found:
            places[name] = found[0]
        elif name in _NEEDED:
            raise ColumnMissing(name)
    return places


def _form(row: TableRow, places: Mapping[str, int]) -> TaskForm:
    texts = {
        name: " ".join(row.cells[place].split()) if place < len(row.cells) else "" for name, place in places.items()
    }
    return TaskForm(**{"department": "", "title": "", **texts})


def _faults(row: TableRow, places: Mapping[str, int]) -> tuple[RowFault, ...]:
    names = {place: name for name, place in places.items()}
    return tuple(
        RowFault(names[fault.column], fault.reason, fault.value) for fault in row.faults if fault.column in names
    )


def _folded(title: str) -> str:
    plain = unicodedata.normalize("NFKC", title).casefold()
    return "".join(sign for sign in plain if sign.isalnum())
