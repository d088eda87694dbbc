"""Phrases that were confirmed before: the same one again, or one that differs in a letter or in how it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from app.domain.finding import QUERY_LIMIT, Lesson
from app.domain.guidance import phrase_key

_ENDINGS = re.compile(
    "(?:하고싶은데요?|하고싶어요|하려고요?|하려면요?|할려고요?|해주세요|해줘요?|주세요|인데요?|는데요?|은데요?|어디로가요|"
    "어디서해요|어디예요|어디에요|어디요|습니다|니까|입니다|합니다|할게요|해요|나요|까요|어요|아요|에요|예요|세요|네요|지요|죠|"
    "요|유|여|다|데|어|아)$"
)
_SHORTEST = 4
"""Signs a phrase must have to be known again when it is not quite the same."""
_LONGEST = 40


class Lessons:
    """What was learned, ready for asking. A person's own lesson goes before everybody's."""

    def __init__(self, lessons: Iterable[Lesson]) -> None:
        self._same: dict[str, dict[str | None, str]] = {}
        self._near: dict[str, dict[str | None, str]] = {}
        for lesson in lessons:
            key = phrase_key(lesson.phrase[:QUERY_LIMIT])
            if not key:
                continue
            self._same.setdefault(key, {})[lesson.login] = lesson.task_id
            for other in _variants(key):
                self._near.setdefault(other, {}).setdefault(lesson.login, lesson.task_id)

    def task_ids(self, query: str, login: str | None) -> tuple[str, ...]:
        """The tasks that were confirmed for `query`, the surest first."""
        key = phrase_key(query[:QUERY_LIMIT])
        found: list[str] = []
        kinds = [self._same.get(key)]
        kinds += [self._near.get(other) for other in _variants(key)]
        for known in kinds:
            for who in (login, None):
                if known and (task := known.get(who)) is not None and task not in found:
                    found.append(task)
        return tuple(found)


def _variants(key: str) -> Iterator[str]:
    """What a phrase has in common with one that differs in a letter or the ending."""
    stem = _ENDINGS.sub("", key)
    if len(stem) >= _SHORTEST:
        yield "." + stem
    if _SHORTEST < len(key) <= _LONGEST:
        yield key
        for at in range(len(key)):
            yield key[:at] + key[at + 1 :]
