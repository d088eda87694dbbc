"""Finding a task of the directory by words of it or by its 초성; no Qt in here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from app.domain.choseong import initials
from app.domain.directory import Task

_CONSONANTS = frozenset(map(chr, range(0x3131, 0x314F)))
"""Single consonants, as they are typed for 초성."""


class TaskSearch:
    """What is looked in is made once for each task: a list of ten thousand is looked through at every key."""

    def __init__(self, tasks: Iterable[Task] = ()) -> None:
        self.tasks: tuple[Task, ...] = tuple(tasks)
        self.by_id: Mapping[str, Task] = {task.id: task for task in self.tasks}
        self._texts: dict[str, str] = {}
        self._initials: dict[str, str] = {}

    def fits(self, task: Task, wanted: Sequence[str]) -> bool:
        """Whether every one of the words `wanted` is found in `task`: in its texts, or as 초성 of its names."""
        text = self._text(task)
        return all(
            word.casefold() in text or (_CONSONANTS.issuperset(word) and word in self._initials_of(task))
            for word in wanted
        )

    def find(self, typed: str, limit: int) -> tuple[Task, ...]:
        """Tasks in use that `typed` fits; first those whose title begins with it or holds it."""
        wanted = typed.split()
        if not wanted:
            return ()
        found = [task for task in self.tasks if task.active and self.fits(task, wanted)]
        whole = " ".join(wanted).casefold()
        found.sort(key=lambda task: _rank(task.title.casefold(), whole))
        return tuple(found[:limit])

    def _text(self, task: Task) -> str:
        text = self._texts.get(task.id)
        if text is None:
            form = task.form
            parts = (form.title, form.department, form.team, form.bureau, form.keywords, form.words)
            text = " ".join((*parts, form.location, form.phone)).casefold()
            self._texts[task.id] = text
        return text

    def _initials_of(self, task: Task) -> str:
        kept = self._initials.get(task.id)
        if kept is None:
            kept = f"{initials(task.title)} {initials(task.department)}"
            self._initials[task.id] = kept
        return kept


def _rank(title: str, wanted: str) -> int:
    if title.startswith(wanted):
        return 0
    return 1 if wanted in title else 2
