"""What the finder says: ranked tasks, why each, and whether it is sure enough to say so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.directory import LifeEvent, Question, Task

QUERY_LIMIT = 300
"""Characters of a query that are read; people say the rest again."""


class Reason(StrEnum):
    """Why a task was found."""

    LEARNED = "learned"
    """The same was asked before, and it was confirmed."""
    WORDS = "words"
    """These words of what was said are said of this task."""
    KEYWORD = "keyword"
    """These words stand in the directory."""
    CHOSEONG = "choseong"
    """The first consonants of these words."""
    KEYBOARD = "keyboard"
    """Typed in the other keyboard mode; this is what was meant."""
    NAME = "name"
    """The name of the department or team."""
    PHONE = "phone"
    """The phone number."""


@dataclass(frozen=True, slots=True)
class Why:
    """`parts` are the words it was found by, as they were said (of `KEYBOARD` and `CHOSEONG`: what they mean)."""

    reason: Reason
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A task that fits. `score` is between 0 and 1 and orders the answers of one query only."""

    task: Task
    score: float
    why: Why


@dataclass(frozen=True, slots=True)
class Lesson:
    """A phrase that was confirmed to mean a task; `login` is whose, None when it is everybody's."""

    phrase: str
    task_id: str
    login: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What fits a query, best first.

    `confident`: whether the first answer is to be told; if not, `answers` are what is nearest and no more.
    `question` decides between the first answers where they lead to different desks; `events` are the life events that
    the query speaks of.
    """

    query: str
    answers: tuple[Answer, ...] = ()
    confident: bool = False
    question: Question | None = None
    events: tuple[LifeEvent, ...] = ()
