"""The office's directory: what is done where, decisive questions and life events, kept by the administrator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.config.table_files import read_table
from app.db.directory import choice_pairs, step_pairs, task_fields
from app.db.outbox_log import new_id
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor
from app.domain.directory import LifeEvent, LifeEventForm, Question, QuestionForm, Task, TaskForm
from app.domain.directory_import import (
    DifferenceKind,
    DirectoryDifference,
    DirectoryLine,
    compare_directory,
)
from app.domain.errors import AlreadyThere, ImportHasBadRows, RecordChanged
from app.services.clock import Clock
from app.services.starter_directory import Starter, add_event, add_question, add_starter, add_tasks
from app.services.trail import Trail


class DirectoryService:
    """`seen` is the version of the row that the change is meant for; None stands for whatever it is now."""

    def __init__(self, database: Database, clock: Clock, starter: Starter) -> None:
        """`starter` is what the program ships for a first directory."""
        self._database = database
        self._clock = clock
        self._starter = starter

    # --- tasks ---

    def tasks(self, actor: Actor) -> tuple[Task, ...]:
        """Retired ones too, in the office's order. Errors: `NotAllowed`."""
        actor.require(Action.FIND)
        with self._database.read() as work:
            work.people.require_active(actor)
            return work.directory.tasks()

    def add(self, actor: Actor, form: TaskForm) -> Task:
        """At the end. Errors: `NotAllowed`, those of `TaskForm.checked`, `AlreadyThere`."""
        actor.require(Action.CHANGE_DIRECTORY)
        checked = form.checked()
        with self._database.write() as work:
            trail = self._trail(work, actor)
            _must_be_alone(work, checked, "")
            task = Task(new_id(), checked, work.directory.next_position())
            add_tasks(work, trail, (task,))
            trail.act("add_task", "task", task.id)
            return task

    def edit(self, actor: Actor, task_id: str, form: TaskForm, seen: int | None = None) -> Task:
        """Errors: as adding, and `UnknownTask`, `RecordChanged`."""
        actor.require(Action.CHANGE_DIRECTORY)
        checked = form.checked()
        with self._database.write() as work:
            trail = self._trail(work, actor)
            before = work.directory.task(task_id)
            version = _version(before.title, before.version, seen)
            if before.active:
                _must_be_alone(work, checked, task_id)
            changed = _changed(before.form, checked)
            if changed:
                work.directory.change_task(task_id, version, changed)
                _tell(trail, "change_task", "task", task_id, changed)
            return work.directory.task(task_id)

    def retire(self, actor: Actor, task_id: str, seen: int | None = None) -> Task:
        """It is found no more; what was learned of it stays. Errors: `NotAllowed`, `UnknownTask`, `RecordChanged`."""
        return self._set_active(actor, task_id, seen, active=False)

    def reinstate(self, actor: Actor, task_id: str, seen: int | None = None) -> Task:
        """Errors: as retiring, and `AlreadyThere` where another task in use has its name."""
        return self._set_active(actor, task_id, seen, active=True)

    def _set_active(self, actor: Actor, task_id: str, seen: int | None, *, active: bool) -> Task:
        actor.require(Action.CHANGE_DIRECTORY)
        with self._database.write() as work:
            trail = self._trail(work, actor)
            before = work.directory.task(task_id)
            version = _version(before.title, before.version, seen)
            if before.active is not active:
                if active:
                    _must_be_alone(work, before.form, task_id)
                work.directory.change_task(task_id, version, {"active": active})
                _tell(trail, "reinstate_task" if active else "retire_task", "task", task_id, {"active": active})
            return work.directory.task(task_id)

    # --- a whole directory from a file ---

    def compare_file(self, actor: Actor, path: Path) -> DirectoryDifference:
        """What importing the file (CSV or XLSX) would change, row by row. Nothing is changed.

        Errors: `NotAllowed`, those of `read_table`, `ColumnMissing`, `ColumnTwice`.
        """
        actor.require(Action.CHANGE_DIRECTORY)
        table = read_table(path)
        with self._database.read() as work:
            work.people.require_active(actor)
            return compare_directory(table, work.directory.tasks())

    def accept(self, actor: Actor, difference: DirectoryDifference) -> DirectoryDifference:
        """Do what `difference` says, all of it in one transaction; what the office added itself stays.

        An office's first directory also gets the papers, decisive questions and life events that the program ships,
        as far as its tasks have the names of theirs. Errors: `NotAllowed`, `ImportHasBadRows`, `RecordChanged` when
        the directory is no longer that of the preview; nothing is changed then.
        """
        actor.require(Action.CHANGE_DIRECTORY)
        if bad := difference.count(DifferenceKind.BAD):
            raise ImportHasBadRows(bad)
        with self._database.write() as work:
            trail = self._trail(work, actor)
            before = work.directory.tasks()
            if compare_directory(difference.table, before).lines != difference.lines:
                raise RecordChanged("directory")
            self._apply(work, trail, difference.lines, {} if before else self._starter.papers())
            if not before:
                add_starter(work, trail, self._starter)
            counts = {kind.value: count for kind, count in difference.counts.items()}
            trail.act("import", "directory", "", counts)
        return difference

    def _apply(
        self, work: UnitOfWork, trail: Trail, lines: tuple[DirectoryLine, ...], papers: Mapping[str, str]
    ) -> None:
        position = work.directory.next_position()
        new = [line.form for line in lines if line.kind is DifferenceKind.NEW]
        new = [replace(form, papers=papers.get(form.title, "")) for form in new]
        add_tasks(work, trail, [Task(new_id(), form, position + place) for place, form in enumerate(new)])
        for line in lines:
            changed: dict[str, Any] = {change.field: change.after for change in line.changes}
            if line.returns:
                changed["active"] = True
            if line.kind is DifferenceKind.GONE:
                changed = {"active": False}
            if line.task_id and changed:
                work.directory.change_task(line.task_id, line.seen, changed)
                trail.operation("task", line.task_id, "edit", changed)

    # --- decisive questions ---

    def questions(self, actor: Actor) -> tuple[Question, ...]:
        """Retired ones too. Errors: `NotAllowed`."""
        actor.require(Action.FIND)
        with self._database.read() as work:
            work.people.require_active(actor)
            return work.directory.questions()

    def put_question(
        self, actor: Actor, form: QuestionForm, question_id: str | None = None, seen: int | None = None
    ) -> Question:
        """A new question, or another wording of `question_id`, which is in use again by it.

        Errors: `NotAllowed`, those of `QuestionForm.checked`, `UnknownTask`, `UnknownQuestion`, `RecordChanged`.
        """
        actor.require(Action.CHANGE_DIRECTORY)
        checked = form.checked()
        with self._database.write() as work:
            trail = self._trail(work, actor)
            for choice in checked.choices:
                work.directory.task(choice.task_id)
            if question_id is None:
                made = new_id()
                add_question(work, trail, made, checked)
                trail.act("add_question", "decisive_question", made)
                return work.directory.question(made)
            before = work.directory.question(question_id)
            version = _version(before.text, before.version, seen)
            changed: dict[str, Any] = {} if before.active else {"active": True}
            if before.text != checked.text:
                changed["text"] = checked.text
            if before.choices != checked.choices:
                changed["choices"] = choice_pairs(checked)
            if changed:
                work.directory.change_question(question_id, version, changed)
                _tell(trail, "change_question", "decisive_question", question_id, changed)
            return work.directory.question(question_id)

    def retire_question(self, actor: Actor, question_id: str, seen: int | None = None) -> Question:
        """It is asked no more. Errors: `NotAllowed`, `UnknownQuestion`, `RecordChanged`."""
        actor.require(Action.CHANGE_DIRECTORY)
        with self._database.write() as work:
            trail = self._trail(work, actor)
            before = work.directory.question(question_id)
            version = _version(before.text, before.version, seen)
            if before.active:
                work.directory.change_question(question_id, version, {"active": False})
                _tell(trail, "retire_question", "decisive_question", question_id, {"active": False})
            return work.directory.question(question_id)

    # --- life events ---

    def events(self, actor: Actor) -> tuple[LifeEvent, ...]:
        """Retired ones too, in the office's order. Errors: `NotAllowed`."""
        actor.require(Action.FIND)
        with self._database.read() as work:
            work.people.require_active(actor)
            return work.directory.events()

    def put_event(
        self, actor: Actor, form: LifeEventForm, event_id: str | None = None, seen: int | None = None
    ) -> LifeEvent:
        """A new life event at the end, or another content of `event_id`, which is in use again by it.

        Errors: `NotAllowed`, those of `LifeEventForm.checked`, `UnknownTask`, `UnknownLifeEvent`, `RecordChanged`.
        """
        actor.require(Action.CHANGE_DIRECTORY)
        checked = form.checked()
        with self._database.write() as work:
            trail = self._trail(work, actor)
            for step in checked.steps:
                work.directory.task(step.task_id)
            if event_id is None:
                made = new_id()
                position = max((event.position for event in work.directory.events()), default=0) + 1
                add_event(work, trail, made, checked, position)
                trail.act("add_event", "life_event", made)
                return work.directory.event(made)
            before = work.directory.event(event_id)
            version = _version(before.name, before.version, seen)
            changed: dict[str, Any] = {} if before.active else {"active": True}
            for name in ("name", "words"):
                if getattr(before, name) != getattr(checked, name):
                    changed[name] = getattr(checked, name)
            if before.steps != checked.steps:
                changed["steps"] = step_pairs(checked)
            if changed:
                work.directory.change_event(event_id, version, changed)
                _tell(trail, "change_event", "life_event", event_id, changed)
            return work.directory.event(event_id)

    def retire_event(self, actor: Actor, event_id: str, seen: int | None = None) -> LifeEvent:
        """It is shown no more. Errors: `NotAllowed`, `UnknownLifeEvent`, `RecordChanged`."""
        actor.require(Action.CHANGE_DIRECTORY)
        with self._database.write() as work:
            trail = self._trail(work, actor)
            before = work.directory.event(event_id)
            version = _version(before.name, before.version, seen)
            if before.active:
                work.directory.change_event(event_id, version, {"active": False})
                _tell(trail, "retire_event", "life_event", event_id, {"active": False})
            return work.directory.event(event_id)

    def _trail(self, work: UnitOfWork, actor: Actor) -> Trail:
        work.people.require_active(actor)
        return Trail(work, actor, work.offices.here().code, self._clock())


def _tell(trail: Trail, action: str, entity: str, row_id: str, changed: Mapping[str, Any]) -> None:
    """To the other counters what was changed, to the access log what was done."""
    trail.operation(entity, row_id, "edit", dict(changed))
    trail.act(action, entity, row_id, {"changed": sorted(changed)})


def _must_be_alone(work: UnitOfWork, form: TaskForm, task_id: str) -> None:
    """Errors: `AlreadyThere` where another task in use has the same department, team and title."""
    for other in work.directory.tasks():
        same = (other.form.department, other.form.team, other.title) == (form.department, form.team, form.title)
        if same and other.active and other.id != task_id:
            raise AlreadyThere(form.title)


def _changed(before: TaskForm, after: TaskForm) -> dict[str, Any]:
    known = task_fields(before)
    return {name: value for name, value in task_fields(after).items() if value != known[name]}


def _version(name: str, version: int, seen: int | None) -> int:
    if seen is not None and seen != version:
        raise RecordChanged(name)
    return version
