"""What the program ships for an office's first directory: papers, decisive questions and life events, by tasks' names.

Also how rows of the directory are written down with their operations, inside somebody's transaction.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.db.directory import choice_pairs, step_pairs, task_fields
from app.db.outbox_log import new_id
from app.db.unit_of_work import UnitOfWork
from app.domain.directory import (
    CHOICES,
    Choice,
    LifeEventForm,
    LifeStep,
    QuestionForm,
    Task,
)
from app.services.trail import Trail

_BETWEEN = "|"


@dataclass(frozen=True, slots=True)
class Starter:
    """Where the files lie: `papers.tsv`, `questions.tsv` and `life_events.tsv`."""

    folder: Path

    def papers(self) -> dict[str, str]:
        """What citizens bring, a line each, by the task's title."""
        return {row["task"]: "\n".join(_parts(row["papers"])) for row in _rows(self.folder / "papers.tsv")}

    def questions(self, ids: Mapping[str, str]) -> Iterator[QuestionForm]:
        """Those of which two or more choices lead to one of `ids` (task ids by title)."""
        for row in _rows(self.folder / "questions.tsv"):
            pairs = [part.partition("=") for part in _parts(row["choices"])]
            choices = [Choice(text.strip(), ids[title.strip()]) for text, _, title in pairs if title.strip() in ids]
            if len(choices) in CHOICES:
                yield QuestionForm(row["question"], tuple(choices))

    def events(self, ids: Mapping[str, str]) -> Iterator[LifeEventForm]:
        """Those with anything to do, in the files' order; steps of other tasks than `ids` are left out."""
        words: dict[str, str] = {}
        steps: dict[str, list[tuple[int, LifeStep]]] = {}
        for row in _rows(self.folder / "life_events.tsv"):
            name = row["event"]
            words[name] = words.get(name) or row["words"]
            known = steps.setdefault(name, [])
            if row["task"] in ids:
                known.append((int(row["order"]), LifeStep(ids[row["task"]], row["note"])))
        for name, found in steps.items():
            if found:
                ordered = sorted(found, key=lambda step: step[0])
                yield LifeEventForm(name, words[name], tuple(step for _, step in ordered))


def add_starter(work: UnitOfWork, trail: Trail, starter: Starter) -> None:
    """Give an office's first directory the questions and life events of its tasks."""
    ids = {task.title: task.id for task in work.directory.tasks() if task.active}
    for question in starter.questions(ids):
        add_question(work, trail, new_id(), question.checked())
    for position, event in enumerate(starter.events(ids), start=1):
        add_event(work, trail, new_id(), event.checked(), position)


def add_tasks(work: UnitOfWork, trail: Trail, tasks: Iterable[Task]) -> None:
    made = list(tasks)
    work.directory.add_tasks(made)
    for task in made:
        fields = {**task_fields(task.form), "position": task.position, "active": task.active}
        trail.operation("task", task.id, "create", fields)


def add_question(work: UnitOfWork, trail: Trail, question_id: str, form: QuestionForm) -> None:
    work.directory.add_question(question_id, form)
    fields = {"text": form.text, "choices": choice_pairs(form), "active": True}
    trail.operation("decisive_question", question_id, "create", fields)


def add_event(work: UnitOfWork, trail: Trail, event_id: str, form: LifeEventForm, position: int) -> None:
    work.directory.add_event(event_id, form, position)
    fields = {"name": form.name, "words": form.words, "steps": step_pairs(form), "position": position, "active": True}
    trail.operation("life_event", event_id, "create", fields)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(_BETWEEN) if part.strip()]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
