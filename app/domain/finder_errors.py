"""Expected failures of the directory, of showing the way and of the calendar. See `app.domain.errors`."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.errors import AppError, Unavailable


@dataclass(eq=False)
class UnknownTask(AppError):
    """`task`: its id, or what was typed."""

    task: str


@dataclass(eq=False)
class UnknownQuestion(AppError):
    question_id: str


@dataclass(eq=False)
class UnknownLifeEvent(AppError):
    event_id: str


@dataclass(eq=False)
class UnknownGuidance(AppError):
    guidance_id: str


@dataclass(eq=False)
class NoDirectory(AppError):
    """The office has no directory to find anything in."""


@dataclass(eq=False)
class NoServiceForTask(AppError):
    """No service can be registered for the department the task belongs to."""

    department: str


@dataclass(eq=False)
class NoSuchTransfer(AppError):
    """No clock of the act runs for that guidance."""


@dataclass(eq=False)
class UnknownHoliday(AppError):
    day: str


@dataclass(eq=False)
class FinderUnreadable(Unavailable):
    """The finder's files, which come with the program, cannot be read."""

    path: str
