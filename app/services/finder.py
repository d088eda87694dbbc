"""Finding who does what: one index of the directory, kept and made anew when something it is made of has changed.

What changes is seen by numbers that the database's triggers raise, so a change that another counter made is seen like
one made here. While a large index is made anew the old one answers.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor
from app.domain.errors import ColumnMissing, TableEmpty, TableNotText, TableUnreadable
from app.domain.finder_errors import FinderUnreadable
from app.domain.finding import QUERY_LIMIT, Found, Lesson
from app.domain.guidance import Ruling, in_force, learned, phrase_key
from app.domain.kept_phrases import kept_phrase

# The arithmetic they need takes longer to load than many a command takes to run.
if TYPE_CHECKING:
    from app.finding.finder import Finder
    from app.finding.judging import Judged
    from app.finding.language import Language

_AT_ONCE_SECONDS = 0.3
"""An index that took no longer than this is made anew before the answer; a larger one beside the answers."""


@dataclass(frozen=True, slots=True)
class _Lessons:
    """What is learned of each phrase, by its key, and the numbers it was read at."""

    mark: int
    forgotten: int
    by_key: Mapping[str, tuple[Lesson, ...]] = field(default_factory=dict)
    rulings: Mapping[str, Ruling] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Ready:
    """What answers: the finder with lessons, the same without, and how long each of the two took to make (seconds).

    `marks` are the numbers of the directory, the lessons and the forgetting that it was made at.
    """

    marks: tuple[int, int, int]
    finder: Finder
    untaught: Finder
    lessons: _Lessons
    seconds: tuple[float, float]

    def is_of(self, marks: tuple[int, int, int]) -> bool:
        """Whether nothing has changed since; numbers only grow."""
        return all(now <= then for now, then in zip(marks, self.marks, strict=True))

    def renewed_in(self, marks: tuple[int, int, int]) -> float:
        """How long it takes, going by the last time, to bring it up to `marks`."""
        return self.seconds[1] + (self.seconds[0] if marks[0] > self.marks[0] else 0.0)


class FinderService:
    """May be asked from several threads at once."""

    def __init__(self, database: Database, folder: Path) -> None:
        """`folder` holds the language of citizens that the program ships."""
        self._database = database
        self._folder = folder
        self._turn = threading.Lock()
        self._ready: _Ready | None = None
        self._maker: threading.Thread | None = None
        self._closed = False

    def find(self, actor: Actor | None, query: str, limit: int = 5) -> Found:
        """What fits `query`, best first, with what was learned for everybody and for `actor`.

        The directory hangs on the wall of every office, so no sign-in is needed. Errors: `NotAllowed`,
        `AccountWithdrawn`, `FinderUnreadable`; never for what the query is.
        """
        if actor is not None:
            actor.require(Action.FIND)
        with self._database.read() as work:
            if actor is not None:
                work.people.require_active(actor)
            marks = work.directory.marks()
        finder = self._finder(marks)
        login = actor.login if actor is not None else None
        # What was learned is kept without names and numbers, so it is known again without them only.
        kept = kept_phrase(query)
        if phrase_key(kept) != phrase_key(query) and self._knows(kept):
            return replace(finder.find(kept, limit, login), query=query[:QUERY_LIMIT])
        return finder.find(query, limit, login)

    def has_directory(self) -> bool:
        """Whether the office has any task to find."""
        with self._database.read() as work:
            return work.directory.has_tasks()

    def ready(self, actor: Actor | None = None) -> None:
        """Make the index now if it is not that of the directory as it is. Takes a moment: not where somebody types.

        Errors: `NotAllowed`, `FinderUnreadable`.
        """
        if actor is not None:
            actor.require(Action.FIND)
        with self._turn:
            maker = self._maker
        if maker is not None:
            maker.join()
        with self._database.read() as work:
            marks = work.directory.marks()
        with self._turn:
            self._bring_up_to(marks)

    def judge(self, actor: Actor | None, path: Path) -> Judged:
        """How well the finder does on a file of queries whose answers are known; learning is off.

        `path` is a file of lines with tabs between; its columns are query, department, alternates (separated by `;`
        or `|`) and kind, others are passed over. Errors: `NotAllowed`, `FinderUnreadable`, `TableUnreadable`,
        `TableNotText`, `TableEmpty`, `ColumnMissing`.
        """
        from app.finding.judging import JudgedRow, judge

        if actor is not None:
            actor.require(Action.FIND)
        rows = [
            JudgedRow(row["query"], row["department"], _several(row.get("alternates", "")), row.get("kind", ""))
            for row in _rows(path)
        ]
        self.ready(actor)
        with self._turn:
            assert self._ready is not None
            untaught = self._ready.untaught
        return judge(untaught, rows)

    def close(self) -> None:
        """Wait for an index that is being made."""
        with self._turn:
            self._closed = True
            maker = self._maker
        if maker is not None:
            maker.join()

    def _finder(self, marks: tuple[int, int, int]) -> Finder:
        with self._turn:
            ready = self._ready
            if ready is not None and not ready.is_of(marks) and ready.renewed_in(marks) > _AT_ONCE_SECONDS:
                if self._maker is None and not self._closed:
                    self._maker = threading.Thread(target=self._renew_beside, name="finder", daemon=True)
                    self._maker.start()
                return ready.finder
            return self._bring_up_to(marks).finder

    def _bring_up_to(self, marks: tuple[int, int, int]) -> _Ready:
        """Inside somebody's turn."""
        if self._ready is None or not self._ready.is_of(marks):
            self._ready = self._renewed(self._ready)
        return self._ready

    def _renew_beside(self) -> None:
        try:
            renewed = self._renewed(self._ready)
            with self._turn:
                self._ready = renewed
        finally:
            with self._turn:
                self._maker = None

    def _renewed(self, before: _Ready | None) -> _Ready:
        """Everything as it is now; what has not changed since `before` is kept. Errors: `FinderUnreadable`."""
        language = _language(self._folder)
        began = time.perf_counter()
        with self._database.read() as work:
            marks = work.directory.marks()
            lessons = _lessons(work, before.lessons if before is not None else None)
            if before is not None and before.marks[0] == marks[0]:
                untaught, making = before.untaught, before.seconds[0]
                taught_from = began
            else:
                untaught = _untaught(work, language)
                taught_from = time.perf_counter()
                making = taught_from - began
        told = [lesson for known in lessons.by_key.values() for lesson in known]
        finder = untaught.with_lessons(told)
        return _Ready(marks, finder, untaught, lessons, (making, time.perf_counter() - taught_from))

    def _knows(self, phrase: str) -> bool:
        ready = self._ready
        return ready is not None and phrase_key(phrase) in ready.lessons.by_key


def _untaught(work: UnitOfWork, language: Language) -> Finder:
    from app.finding.finder import Finder

    tasks = [task for task in work.directory.tasks() if task.active]
    questions = [question for question in work.directory.questions() if question.active]
    events = [event for event in work.directory.events() if event.active]
    return Finder(language, tasks, questions, events)


def _lessons(work: UnitOfWork, known: _Lessons | None) -> _Lessons:
    _, mark, forgotten = work.directory.marks()
    rulings = {phrase_key(ruling.phrase): ruling for ruling in work.guidance.rulings()}
    if known is None or known.forgotten != forgotten:
        return _Lessons(mark, forgotten, _told(work, None, rulings), rulings)
    keys = work.guidance.keys_told_since(known.mark)
    keys |= {key for key in rulings.keys() | known.rulings.keys() if rulings.get(key) != known.rulings.get(key)}
    kept = {key: told for key, told in known.by_key.items() if key not in keys}
    of_keys = {key: ruling for key, ruling in rulings.items() if key in keys}
    return _Lessons(mark, forgotten, {**kept, **_told(work, keys, of_keys)}, rulings)


def _told(work: UnitOfWork, keys: Iterable[str] | None, rulings: Mapping[str, Ruling]) -> dict[str, tuple[Lesson, ...]]:
    confirmed = work.guidance.confirmed(keys)
    by_key: dict[str, tuple[Lesson, ...]] = {}
    for lesson in learned(confirmed, in_force(confirmed, rulings.values())):
        key = phrase_key(lesson.phrase)
        by_key[key] = (*by_key.get(key, ()), lesson)
    return by_key


def _rows(path: Path) -> list[dict[str, str]]:
    """Errors: `TableUnreadable`, `TableNotText`, `TableEmpty`, `ColumnMissing`."""
    try:
        head, *lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise TableNotText(1) from error
    except OSError as error:
        raise TableUnreadable(path.name) from error
    except ValueError as error:
        raise TableEmpty from error
    names = [name.strip().lower() for name in head.split("\t")]
    for needed in ("query", "department"):
        if needed not in names:
            raise ColumnMissing(needed)
    rows = [dict(zip(names, line.split("\t"), strict=False)) for line in lines if line.strip()]
    return [{"query": "", "department": "", **row} for row in rows]


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.replace("|", ";").split(";") if part.strip())


@cache
def _language(folder: Path) -> Language:
    """Errors: `FinderUnreadable`."""
    from app.finding.language import Language

    try:
        return Language.load(folder)
    except (OSError, ValueError, KeyError) as error:
        raise FinderUnreadable(str(folder)) from error
