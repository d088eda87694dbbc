"""The finder: what a citizen said in, the tasks that fit out, best first.

A query goes this way: lessons (it was confirmed before), telephone numbers, names, first consonants and what is typed
so far, and above all the language of citizens together with the office's own words.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence

import numpy as np

from app.domain.directory import LifeEvent, Question, Task
from app.domain.finding import QUERY_LIMIT, Answer, Found, Lesson, Reason, Why
from app.finding.deciding import Questions
from app.finding.features import Integers, plain
from app.finding.language import Floats, Language
from app.finding.lessons import Lessons
from app.finding.life_events import LifeEvents
from app.finding.office_index import OfficeIndex
from app.finding.reading import Reading, read
from app.finding.readings import other_readings

_DESKS_FIRST = 3
"""So many first answers are of different desks: a citizen is sent to a desk, not to a task."""
_NAMED = 0.4
"""What it adds to a desk that its name stands among other words: "소방서 앞 불법주차" is not for the fire station."""
_STANDS = 0.6
"""A word stands in the directory when this share of it does, from its beginning."""
_BETTER = 0.1
"""How much more of another reading must be known before it is taken instead of what was typed."""


class Finder:
    """Everything to answer with, for one directory. Only read after it is made, so several threads may ask it."""

    def __init__(
        self,
        language: Language,
        tasks: Sequence[Task],
        questions: Sequence[Question] = (),
        events: Sequence[LifeEvent] = (),
        lessons: Sequence[Lesson] = (),
    ) -> None:
        self._language = language
        self._index = OfficeIndex(language, [task for task in tasks if task.active])
        self._number = {task.id: at for at, task in enumerate(self._index.tasks)}
        self._questions = Questions(self._index, [question for question in questions if question.active])
        self._events = LifeEvents(language, [event for event in events if event.active])
        self._lessons = Lessons(lessons)

    def with_lessons(self, lessons: Sequence[Lesson]) -> Finder:
        """The same with other lessons; cheap."""
        other = copy.copy(self)
        other._lessons = Lessons(lessons)
        return other

    def find(self, query: str, limit: int = 5, login: str | None = None) -> Found:
        """The tasks that fit `query`, at most `limit`; `login` is whose lessons count. Any text may be asked."""
        shown, limit = query[:QUERY_LIMIT], max(limit, 0)
        text = plain(query)
        if not text or not self._index.count:
            return Found(shown)
        taught = [self._number[task] for task in self._lessons.task_ids(query, login) if task in self._number]
        phoned = self._index.phoned(shown)
        if len(phoned) and not taught:
            every = self._all(phoned, limit, Why(Reason.PHONE, (shown.strip(),)))
            return Found(shown, tuple(every), confident=True)
        reading, other = self._best_reading(text)
        name, there, alone = self._index.named(reading.text)
        if name:
            reading.scores[there] += 1 if alone else _NAMED
        answers = [self._answer(at, reading, other) for at in self._ranked(reading.scores, limit)]
        confident = bool(answers) and (reading.sure or bool(name))
        if alone and not taught:
            order = there[np.argsort(-reading.scores[there], kind="stable")]
            answers = self._first(self._all(order, limit, Why(Reason.NAME, (name,))), answers, limit)
        if taught:
            learned = self._all(np.array(taught), limit, Why(Reason.LEARNED))
            answers = self._first(learned, answers, limit)
        question = None
        if confident and not taught and not alone:
            first = self._number[answers[0].task.id]
            question = self._questions.between(reading.scores, first, reading.said.words)
        events = self._events.spoken_of(reading, answers[0].task.id if answers else None)
        return Found(shown, tuple(answers), confident or bool(taught), question, events)

    def _best_reading(self, text: str) -> tuple[Reading, bool]:
        """The way of reading that fits better, and whether it is in the other keyboard mode than it was typed in."""
        best, other = read(text, self._language, self._index), False
        for meant in other_readings(text):
            reading = read(plain(meant), self._language, self._index)
            if reading.known > best.known + _BETTER:
                best, other = reading, True
        return best, other

    # -------------------------------------------------------------------------------------------------------- answers

    def _ranked(self, scores: Floats, limit: int) -> list[int]:
        """The best tasks: first one of each of the best desks, then whatever comes next."""
        first_of_desk = np.full(len(self._index.desks), -1.0, np.float32)
        np.maximum.at(first_of_desk, self._index.desk_of, scores)
        count = min(len(scores), limit + _DESKS_FIRST)
        best = np.argpartition(-scores, count - 1)[:count]
        best = best[np.lexsort((best, -scores[best]))]
        desks = np.argsort(-first_of_desk, kind="stable")[: min(limit, _DESKS_FIRST)]
        first = [
            int(np.flatnonzero((self._index.desk_of == desk) & (scores == first_of_desk[desk]))[0]) for desk in desks
        ]
        every = dict.fromkeys((*first, *best.tolist()))
        return [at for at in every if scores[at] > 0][:limit]

    def _all(self, tasks: Integers, limit: int, why: Why) -> list[Answer]:
        return [Answer(self._index.tasks[at], 1.0, why) for at in dict.fromkeys(tasks[:limit].tolist())]

    def _first(self, answers: Sequence[Answer], others: Sequence[Answer], limit: int) -> list[Answer]:
        known = {answer.task.id for answer in answers}
        return [*answers, *(other for other in others if other.task.id not in known)][:limit]

    def _answer(self, at: int, reading: Reading, other: bool) -> Answer:
        score = min(1.0, round(float(reading.scores[at]), 4))
        return Answer(self._index.tasks[at], score, self._why(at, reading, other))

    def _why(self, at: int, reading: Reading, other: bool) -> Why:
        if other:
            return Why(Reason.KEYBOARD, (reading.text,))
        if reading.choseong:
            return Why(Reason.CHOSEONG, (self._index.meant(at, reading.text),))
        words = reading.said.words
        stands = self._index.stands_in(at, words)
        if float(stands.max(initial=0)) >= _STANDS:
            return Why(Reason.KEYWORD, _chosen(words, stands, _STANDS))
        topics, fit = self._index.topics[at], self._index.fit[at]
        column = int((reading.heard.topics[topics] * fit).argmax())
        carried = np.maximum(self._language.carried(reading.heard, int(topics[column]), len(words)), 0)
        most = float(carried.max(initial=0))
        return Why(Reason.WORDS, _chosen(words, carried, 0.4 * most) if most > 0 else words[:3])


def _chosen(words: Sequence[str], weights: Floats, least: float) -> tuple[str, ...]:
    """At most three words that weigh enough, in the order they were said."""
    heavy = [at for at in np.argsort(-weights, kind="stable")[:3].tolist() if weights[at] >= least]
    return tuple(dict.fromkeys(words[at] for at in sorted(heavy)))
