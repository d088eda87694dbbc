"""Directories to find in, and rows to judge by."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path

from app.config.paths import resources
from app.domain.directory import Task, TaskForm
from app.finding.finder import Finder
from app.finding.judging import JudgedRow
from app.finding.language import Language

DATA = Path(__file__).resolve().parents[1] / "data"


@lru_cache
def language() -> Language:
    """The language that the program comes with."""
    return Language.load(resources() / "finder")


@lru_cache
def sample_tasks() -> tuple[Task, ...]:
    """The directory of the sample office."""
    with (resources() / "sample" / "directory.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(Task(f"task-{at}", TaskForm(title=row.pop("task"), **row), at) for at, row in enumerate(rows))


@lru_cache
def sample_finder() -> Finder:
    """A finder of the sample office, without questions, events and lessons."""
    return Finder(language(), sample_tasks())


def task_named(title: str) -> Task:
    """The sample office's task of that title."""
    return next(task for task in sample_tasks() if task.title == title)


def judged_rows(name: str) -> list[JudgedRow]:
    """The rows of a file in `tests/data`."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        JudgedRow(
            row["query"],
            row["department"],
            tuple(other for other in re.split("[;|]", row["alternates"] or "") if other),
            row["kind"],
        )
        for row in rows
    ]
