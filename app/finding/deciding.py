"""Which question decides: between answers that are near each other, and where one word says too little."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.domain.directory import Question
from app.finding.features import Integers, plain
from app.finding.language import Floats
from app.finding.office_index import OfficeIndex

_NEAR = 0.25
"""A second answer is near the first from this share of its score on."""
_AS_GOOD = 0.75
"""A choice is as good as the first answer from this share of its score on."""
_SAYS_LITTLE = 10
"""Signs up to which a query of one word that means something may mean several desks: "딱지가 날아왔어요"."""
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class _Known:
    """A question, the tasks its choices lead to, and what stands about each of them."""

    question: Question
    asked: str
    choices: Integers
    texts: tuple[str, ...]


class Questions:
    """The office's decisive questions over its directory."""

    def __init__(self, index: OfficeIndex, questions: Sequence[Question]) -> None:
        self._index = index
        number = {task.id: at for at, task in enumerate(index.tasks)}
        self._known: list[_Known] = []
        for question in questions:
            there = [choice for choice in question.choices if choice.task_id in number]
            tasks = [index.tasks[number[choice.task_id]].form for choice in there]
            texts = [f"{c.text} {t.title} {t.keywords} {t.words}" for c, t in zip(there, tasks, strict=True)]
            choices = np.array([number[choice.task_id] for choice in there], np.int64)
            self._known.append(_Known(question, plain(question.text), choices, tuple(map(plain, texts))))
        self._said = "\n".join(text for known in self._known for text in known.texts)
        self._asked = "\n".join(known.asked for known in self._known)

    def between(self, scores: Floats, first: int, words: Sequence[str]) -> Question | None:
        """The question that desk of the `first` answer and another one are choices of; the one with most to say."""
        desk, most_of_all = self._index.desk_of[first], float(scores.max())
        best, most = None, 0.0
        for known in self._known:
            told = known.choices[scores[known.choices] >= _NEAR * most_of_all]
            here = self._index.desk_of[told] == desk
            value = float(scores[told].sum())
            fits = float(scores[told[here]].max(initial=0)) >= _AS_GOOD * most_of_all
            if value > most and fits and not here.all():
                best, most = known.question, value
        return best or self._about_one_word(scores, first, words)

    def _about_one_word(self, scores: Floats, first: int, words: Sequence[str]) -> Question | None:
        """Where hardly more than one word was said: it stands in choices that lead to different desks, or in none of
        them but in the question itself.
        """
        if sum(map(len, words)) > _SAYS_LITTLE:
            return None
        meant = _stems(words, self._said) or _stems(words, self._asked)
        if len(meant) != 1:
            return None
        best, most = None, 0.0
        for known in self._known:
            if first not in known.choices:
                continue
            with_it = [at for at, text in enumerate(known.texts) if meant[0] in text]
            desks = {int(self._index.desk_of[known.choices[at]]) for at in with_it}
            value = len(with_it) + float(scores[known.choices].sum())
            asks = len(desks) > 1 or (not with_it and meant[0] in known.asked)
            if asks and value > most:
                best, most = known.question, value
        return best


def _stems(words: Sequence[str], text: str) -> list[str]:
    """Of each word the longest beginning that stands in `text`, where one does."""
    found = []
    for word in words:
        stem = next((word[:end] for end in range(len(word), _SHORTEST - 1, -1) if word[:end] in text), None)
        if stem is not None:
            found.append(stem)
    return found
