"""What stands on the paper for a citizen who is shown the way: one department, or a life event's whole list.

Nothing here is about the citizen: neither what was said nor who asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.directory import Task
from app.domain.languages import Language


@dataclass(frozen=True, slots=True)
class GuidanceStep:
    """One thing to do, and where. Everything is in the directory's own words, so in Korean.

    `outside`: it is done by another authority. `note` says what to do there, of a step of a life event.
    """

    title: str
    department: str
    team: str = ""
    location: str = ""
    phone: str = ""
    papers: tuple[str, ...] = ()
    way: str = ""
    outside: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class GuidanceSlip:
    """One department to go to. `printed_at` is in the office's zone."""

    office: str
    step: GuidanceStep
    printed_at: datetime
    language: Language


@dataclass(frozen=True, slots=True)
class GuidanceList:
    """Everything to do after something happened in a life, in order. `printed_at` is in the office's zone."""

    office: str
    event: str
    steps: tuple[GuidanceStep, ...]
    printed_at: datetime
    language: Language


def guidance_step(task: Task, note: str = "") -> GuidanceStep:
    """What the directory says of `task`."""
    form = task.form
    return GuidanceStep(
        title=form.title,
        department=form.department,
        team=form.team,
        location=form.location,
        phone=form.phone,
        papers=tuple(paper.strip() for paper in form.papers.splitlines() if paper.strip()),
        way=" ".join(form.way.split()),
        outside=task.outside,
        note=note,
    )
