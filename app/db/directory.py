"""The office's directory: tasks, decisive questions and life events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, Table, func, insert, select, update

from app.db.prepared import PreparedSelect
from app.domain.directory import Choice, LifeEvent, LifeEventForm, LifeStep, Question, QuestionForm, Task, TaskForm
from app.domain.errors import RecordChanged
from app.domain.finder_errors import UnknownLifeEvent, UnknownQuestion, UnknownTask
from app.models.tables import decisive_question, finder_mark, life_event, task

_FORM = ("department", "title", "bureau", "team", "keywords", "location", "phone", "words", "papers", "way")
_MARKS = PreparedSelect(lambda: select(finder_mark.c.directory, finder_mark.c.lessons, finder_mark.c.forgotten))


class DirectoryRepository:
    """Retired rows are given, too."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def marks(self) -> tuple[int, int, int]:
        """Numbers that grow: with the directory, with what is learned of phrases, with phrases being erased."""
        (row,) = _MARKS.all(self._connection)
        return row.directory, row.lessons, row.forgotten

    # --- tasks ---

    def tasks(self) -> tuple[Task, ...]:
        """In the office's order."""
        return tuple(_task(row) for row in self._connection.execute(select(task).order_by(task.c.position, task.c.id)))

    def has_tasks(self) -> bool:
        """Whether there is anything to find."""
        return self._connection.scalar(select(task.c.id).where(task.c.active).limit(1)) is not None

    def task(self, task_id: str) -> Task:
        """Errors: `UnknownTask`."""
        row = self._connection.execute(select(task).where(task.c.id == task_id)).one_or_none()
        if row is None:
            raise UnknownTask(task_id)
        return _task(row)

    def add_tasks(self, tasks: Iterable[Task]) -> None:
        rows = [
            {"id": t.id, **task_fields(t.form), "position": t.position, "active": t.active, "version": t.version}
            for t in tasks
        ]
        if rows:
            self._connection.execute(insert(task), rows)

    def change_task(self, task_id: str, seen: int, values: Mapping[str, Any]) -> None:
        """Errors: `RecordChanged`."""
        self._change(task, task_id, seen, values)

    def next_position(self) -> int:
        """The place after the last task."""
        return (self._connection.scalar(select(func.max(task.c.position))) or 0) + 1

    # --- decisive questions ---

    def questions(self) -> tuple[Question, ...]:
        rows = self._connection.execute(select(decisive_question).order_by(decisive_question.c.id))
        return tuple(_question(row) for row in rows)

    def question(self, question_id: str) -> Question:
        """Errors: `UnknownQuestion`."""
        chosen = select(decisive_question).where(decisive_question.c.id == question_id)
        row = self._connection.execute(chosen).one_or_none()
        if row is None:
            raise UnknownQuestion(question_id)
        return _question(row)

    def add_question(self, question_id: str, form: QuestionForm) -> None:
        row = {"id": question_id, "text": form.text, "choices": _stored(choice_pairs(form)), "active": True}
        self._connection.execute(insert(decisive_question), {**row, "version": 1})

    def change_question(self, question_id: str, seen: int, values: Mapping[str, Any]) -> None:
        """`choices` as pairs. Errors: `RecordChanged`."""
        stored = {**values, **({"choices": _stored(values["choices"])} if "choices" in values else {})}
        self._change(decisive_question, question_id, seen, stored)

    # --- life events ---

    def events(self) -> tuple[LifeEvent, ...]:
        """In the office's order."""
        rows = self._connection.execute(select(life_event).order_by(life_event.c.position, life_event.c.id))
        return tuple(_event(row) for row in rows)

    def event(self, event_id: str) -> LifeEvent:
        """Errors: `UnknownLifeEvent`."""
        row = self._connection.execute(select(life_event).where(life_event.c.id == event_id)).one_or_none()
        if row is None:
            raise UnknownLifeEvent(event_id)
        return _event(row)

    def add_event(self, event_id: str, form: LifeEventForm, position: int) -> None:
        row = {"id": event_id, "name": form.name, "words": form.words, "steps": _stored(step_pairs(form))}
        self._connection.execute(insert(life_event), {**row, "position": position, "active": True, "version": 1})

    def change_event(self, event_id: str, seen: int, values: Mapping[str, Any]) -> None:
        """`steps` as pairs. Errors: `RecordChanged`."""
        stored = {**values, **({"steps": _stored(values["steps"])} if "steps" in values else {})}
        self._change(life_event, event_id, seen, stored)

    def _change(self, table: Table, row_id: str, seen: int, values: Mapping[str, Any]) -> None:
        done = self._connection.execute(
            update(table).where(table.c.id == row_id, table.c.version == seen).values(**values, version=seen + 1)
        )
        if done.rowcount != 1:
            raise RecordChanged(row_id)


def task_fields(form: TaskForm) -> dict[str, str]:
    """The form by the names of the columns."""
    return {name: getattr(form, name) for name in _FORM}


def choice_pairs(form: QuestionForm) -> list[list[str]]:
    """Text and task id of each choice."""
    return [[choice.text, choice.task_id] for choice in form.choices]


def step_pairs(form: LifeEventForm) -> list[list[str]]:
    """Task id and note of each step."""
    return [[step.task_id, step.note] for step in form.steps]


def _stored(pairs: list[list[str]]) -> str:
    return json.dumps(pairs, ensure_ascii=False)


def _task(row: Row[Any]) -> Task:
    form = TaskForm(*(getattr(row, name) for name in _FORM))
    return Task(row.id, form, row.position, row.active, row.version)


def _question(row: Row[Any]) -> Question:
    choices = tuple(Choice(text, task_id) for text, task_id in json.loads(row.choices))
    return Question(row.id, row.text, choices, row.active, row.version)


def _event(row: Row[Any]) -> LifeEvent:
    steps = tuple(LifeStep(task_id, note) for task_id, note in json.loads(row.steps))
    return LifeEvent(row.id, row.name, row.words, steps, row.position, row.active, row.version)
