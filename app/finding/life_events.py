"""The life events a query speaks of: one of their words stands in it, or it means much the same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from app.domain.directory import LifeEvent
from app.finding.features import pieces, plain
from app.finding.language import Language
from app.finding.reading import Reading

_ALIKE = 0.77
"""How near (as a cosine) a query must be to something said of an event."""
_ALIKE_AND_TO_DO = 0.6
"""The same, where the first answer is one of the things to do then."""
_MOST = 2
"""Events that are told of one query."""
_SHORTEST = 2


class LifeEvents:
    """The office's events and what is said of them, as rows of numbers."""

    def __init__(self, language: Language, events: Sequence[LifeEvent]) -> None:
        self._events = tuple(events)
        self._to_do = [{step.task_id for step in event.steps} for event in self._events]
        self._language = language
        said: dict[tuple[str, int], None] = {}
        for at, event in enumerate(self._events):
            for part in (event.name, *event.words.replace("\n", ",").split(",")):
                text = plain(part)
                if len(text) >= _SHORTEST:
                    said[text, at] = None
        self._said = [text.replace(" ", "") for text, _ in said]
        self._owners = [at for _, at in said]
        meanings = language.meanings(pieces([text for text, _ in said]), len(said))
        self._meanings = meanings / np.maximum(np.linalg.norm(meanings, axis=1, keepdims=True), np.float32(1e-6))

    def spoken_of(self, reading: Reading, first: str | None) -> tuple[LifeEvent, ...]:
        """The events that `reading` speaks of, the nearest first; `first` is the first answer's task."""
        if not self._events or reading.choseong:
            return ()
        squeezed = reading.text.replace(" ", "")
        meaning = reading.heard.meaning
        length = float(np.linalg.norm(meaning))
        alike = self._meanings @ meaning / max(length, 1e-6)
        best: dict[int, float] = {}
        for text, owner, near in zip(self._said, self._owners, alike.tolist(), strict=True):
            value = 1.0 if text in squeezed else near
            least = _ALIKE_AND_TO_DO if first in self._to_do[owner] else _ALIKE
            if value >= least and value > best.get(owner, 0.0):
                best[owner] = value
        order = sorted(best, key=lambda owner: (-best[owner], owner))
        return tuple(self._events[owner] for owner in order[:_MOST])
