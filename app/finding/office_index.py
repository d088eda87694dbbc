"""The office's own directory made ready for matching: which pieces of text, names and numbers lead to which task."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from app.domain.choseong import initials
from app.domain.directory import NEIGHBOURHOOD, Task
from app.domain.finding import QUERY_LIMIT
from app.finding.features import Integers, Pieces, distinct, pieces, plain
from app.finding.language import Floats, Language
from app.finding.typed import BEGINS, TypedIndex

_NEAREST = 4
"""Topics a task of the office is fitted to when none has its title."""
_FEW = 5
"""Tasks that may have a word which is still a name."""
_RARE = 2.0
"""How much a piece's rarity in the directory counts beside that in the language, at most."""
_SURE = 0.3
"""How likely the first topic must be for a task to be fitted to it wholly."""
_COMMON = 0.85
"""How much everyday words count beside the words of the directory, by their letters."""
_LONGEST_TYPED = 10
"""Signs up to which what is typed in one is tried as two words."""
_WHERE = re.compile("(?:어디|어딨|어데|위치|전화|번호|연락처|몇층|가려면|가는|찾아|알려|where|phone).*$")
_BESIDE_NAMES = re.compile(
    "주무관|팀장|과장|국장|계장|담당|담당자|선생|씨|님|좀|(?:있|계|어디|어딨|자리|만나|찾|전화|번호).*|.+(?:님|씨)"
)
"""What is said beside the name of somebody who is looked for."""
_NEIGHBOURHOOD_TOO = frozenset({"동사무소", "동주민센터", "주민센터", "행정복지센터", "주민자치센터", "동회"})
"""What people call a neighbourhood centre."""
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"[\d\s()+.~-]+")


class OfficeIndex:
    """Built once for a directory; everything in it is only read afterwards."""

    def __init__(self, language: Language, tasks: Sequence[Task]) -> None:
        self.tasks = tuple(tasks)
        self.count = len(self.tasks)
        desks: dict[str, int] = {}
        self.desk_of = np.array([desks.setdefault(_desk(task.department), len(desks)) for task in self.tasks], np.int64)
        self.desks, self._desk_numbers = tuple(desks), desks
        self._texts = [_read_of(task) for task in self.tasks]
        told = pieces(self._texts, letters=False)
        self._post(told)
        self._fit(language, told)
        self._name()
        self._type(language)
        self._phones = [_numbers(task.form.phone) for task in self.tasks]

    # ---------------------------------------------------------------------------------------------- the office's words

    def _post(self, told: Pieces) -> None:
        pairs = np.sort(told.codes.astype(np.uint64) << np.uint64(32) | told.texts.astype(np.uint64))
        pairs = pairs[np.flatnonzero(np.diff(pairs, prepend=~pairs[:1]))]
        codes = (pairs >> np.uint64(32)).astype(np.uint32)
        self._owners = (pairs & np.uint64(0xFFFFFFFF)).astype(np.int32)
        first = np.flatnonzero(np.diff(codes, prepend=~codes[:1]))
        self._codes = codes[first]
        self._starts = np.append(first, len(codes))
        counts = np.diff(self._starts)
        self._rarity = np.log((self.count + 1) / np.maximum(counts, 1)).astype(np.float32)

    def lexical(self, said: Pieces, language: Language) -> Floats:
        """How much of what was said stands in each task's title, keywords and words, from 0 to 1.

        What everybody says ("어디 있어요") counts little, as does what most tasks have.
        """
        codes = distinct(said.codes)
        if not len(codes) or not len(self._codes):
            return np.zeros(self.count, np.float32)
        common = language.rarity_of(codes)
        at = np.minimum(np.searchsorted(self._codes, codes), len(self._codes) - 1)
        there = self._codes[at] == codes
        at = at[there]
        weights = np.minimum(common[there], _RARE * self._rarity[at])
        whole = float(weights.sum() + common[~there].sum())
        lengths = self._starts[at + 1] - self._starts[at]
        ends = np.cumsum(lengths)
        if not len(ends) or whole <= 0:
            return np.zeros(self.count, np.float32)
        which = np.arange(ends[-1]) - np.repeat(ends - lengths - self._starts[at], lengths)
        summed = np.bincount(self._owners[which], np.repeat(weights, lengths), self.count)
        return (summed / whole).astype(np.float32)

    def own_names(self, said: Pieces, language: Language) -> Floats:
        """How much words count that few tasks have and the language does not know: names of people and places.

        2 where nothing else was said ("홍길동 주무관 어디 있어요"), else 0.6, for each task.
        """
        found = np.zeros(self.count, np.float32)
        unknown = np.ones(len(said.words), bool)
        unknown[language.known(said.whole)[1]] = False
        others = 0
        for word, code, new in zip(said.words, said.whole.tolist(), unknown.tolist(), strict=True):
            at = int(np.searchsorted(self._codes, code))
            few = new and len(word) > 1 and at < len(self._codes) and self._codes[at] == code
            owners = self._owners[self._starts[at] : self._starts[at + 1]] if few else self._owners[:0]
            if few and len(owners) <= _FEW:
                found[owners] = 1
            elif not _BESIDE_NAMES.fullmatch(word):
                others += 1
        return found * np.float32(0.6 if others else 2)

    def stands_in(self, task: int, words: Sequence[str]) -> Floats:
        """How much of each word, from its beginning, stands in the text of a task: from 0 to 1."""
        text = self._texts[task].replace(" ", "")
        shares = np.zeros(len(words), np.float32)
        for at, word in enumerate(words):
            length = next((length for length in range(len(word), 1, -1) if word[:length] in text), 0)
            shares[at] = length / len(word)
        return shares

    # ------------------------------------------------------------------------------------------- the language's topics

    def _fit(self, language: Language, told: Pieces) -> None:
        """Which topics each task is of: the one of its title, else those its text speaks of."""
        number = {_squeezed(title): at for at, title in enumerate(language.titles)}
        self.topics = np.zeros((self.count, _NEAREST), np.int64)
        self.fit = np.zeros((self.count, _NEAREST), np.float32)
        others = []
        for at, task in enumerate(self.tasks):
            topic = number.get(_squeezed(task.title))
            if topic is None:
                others.append(at)
            else:
                self.topics[at, 0], self.fit[at, 0] = topic, 1.0
        if others:
            unfitted = np.array(others, np.int64)
            shares = language.shares(language.meanings(told, self.count)[unfitted])[:, :-1]
            nearest = np.argpartition(-shares, _NEAREST, axis=1)[:, :_NEAREST]
            likely = np.take_along_axis(shares, nearest, axis=1)
            first = likely.max(axis=1, keepdims=True)
            self.topics[unfitted] = nearest
            self.fit[unfitted] = likely / np.maximum(first, 1e-6) * np.minimum(1, first / _SURE)
        whole = len(language.titles)
        every = (self.desk_of[:, None] * whole + self.topics).ravel()
        pairs = distinct(every)
        which = np.searchsorted(pairs, every)
        self._pair_fit = np.zeros(len(pairs), np.float32)
        np.maximum.at(self._pair_fit, which, self.fit.ravel())
        self._pair_desk, self._pair_topic = pairs // whole, pairs % whole

    def of_tasks(self, topics: Floats) -> Floats:
        """What each task has of its topics."""
        return np.asarray((topics[self.topics] * self.fit).max(axis=1), np.float32)

    def of_desks(self, topics: Floats) -> Floats:
        """What each desk has of the topics of its tasks."""
        each = topics[self._pair_topic] * self._pair_fit
        return np.minimum(np.bincount(self._pair_desk, each, len(self.desks)), 1).astype(np.float32)

    def best_of_desks(self, tasks: Floats) -> Floats:
        """The most that any task of each desk has."""
        best = np.zeros(len(self.desks), np.float32)
        np.maximum.at(best, self.desk_of, tasks)
        return best

    # ----------------------------------------------------------------------------------------- names, numbers, letters

    def _name(self) -> None:
        names: dict[str, list[int]] = {}
        for at, task in enumerate(self.tasks):
            for name in {task.department, task.form.team}:
                squeezed = _squeezed(name)
                if len(squeezed) >= 2:
                    names.setdefault(squeezed, []).append(at)
        self._names = {name: np.array(at, np.int64) for name, at in names.items()}
        self._name_lengths = sorted({len(name) for name in names if len(name) > 2}, reverse=True)

    def named(self, query: str) -> tuple[str, Integers, bool]:
        """The longest name of a department or team in `query`, the tasks there, and whether that is all that is said.

        ("", none, False) if there is none.
        """
        squeezed = query.replace(" ", "")
        alone = _WHERE.sub("", squeezed)
        if alone in _NEIGHBOURHOOD_TOO:
            return alone, np.flatnonzero(self.desk_of == self._desk_numbers.get(NEIGHBOURHOOD, -1)), True
        parts = (
            squeezed[start : start + length]
            for length in self._name_lengths
            for start in range(len(squeezed) - length + 1)
        )
        best = next((part for part in parts if part in self._names), alone if alone in self._names else "")
        return best, self._names.get(best, np.zeros(0, np.int64)), best == alone

    def phoned(self, query: str) -> Integers:
        """The tasks with the telephone number `query`, or its end; none if it is no number."""
        digits = "".join(_DIGITS.findall(query))
        if len(digits) < 3 or not _NUMBER.fullmatch(query.strip()):
            return np.zeros(0, np.int64)
        fits = [at for at, numbers in enumerate(self._phones) if any(_same_number(digits, each) for each in numbers)]
        return np.array(fits, np.int64)

    def _type(self, language: Language) -> None:
        texts: list[str] = []
        owners: list[int] = []
        for at, task in enumerate(self.tasks):
            names = _names_of(task)
            texts += names
            owners += [at] * len(names)
        self._own_words = TypedIndex(texts, np.array(owners, np.int64), self.count)
        words = [word.split(", ") if word else [] for word in language.words]
        topics = np.repeat(np.arange(len(words)), [len(each) for each in words])
        self._common_words = TypedIndex([word for each in words for word in each], topics, len(words))

    def typed(self, text: str) -> Floats:
        """How well each task fits the letters of `text`: what its words begin with, first consonants too."""
        squeezed = text.replace(" ", "")
        whole = self._fits(squeezed)
        parts = _divided(text)
        if float(whole.max(initial=0)) >= BEGINS or not parts:
            return whole
        together = np.zeros(self.count, np.float32)
        fits = {part: self._fits(part) for division in parts for part in division}
        for division in parts:
            least = np.minimum.reduce([fits[part] for part in division])
            mean = np.mean([fits[part] for part in division], axis=0)
            together = np.maximum(together, np.where(least >= BEGINS, 0.9 * mean, 0))
        return np.asarray(np.maximum(whole, together), np.float32)

    def _fits(self, typed: str) -> Floats:
        common = self.of_tasks(self._common_words.fits(typed))
        return np.asarray(np.maximum(self._own_words.fits(typed), _COMMON * common), np.float32)

    def meant(self, at: int, typed: str) -> str:
        """The word of a task that the first consonants `typed` stand for; its title if they are of several."""
        wanted = initials(typed)
        fits = [text for text in _names_of(self.tasks[at]) if wanted in initials(text)]
        return min(fits, key=len, default=self.tasks[at].title)


def _names_of(task: Task) -> list[str]:
    """What a task is found by letter by letter."""
    form = task.form
    every = (plain(task.title), *_several(form.keywords), *_several(form.words))
    return [name for name in (*every, _plain_name(task.department), _plain_name(form.team)) if name]


@lru_cache(4096)
def _plain_name(name: str) -> str:
    return plain(name)


def _divided(text: str) -> list[tuple[str, ...]]:
    """Ways to take what is typed as words one after the other: as divided by spaces, or in two of two signs or more."""
    words = tuple(text.split())
    if len(words) > 1:
        return [words]
    return [(text[:at], text[at:]) for at in range(2, len(text) - 1)] if len(text) <= _LONGEST_TYPED else []


def _read_of(task: Task) -> str:
    """What is read of a task: title, keywords and everyday words."""
    return " ".join((plain(task.title), *_several(task.form.keywords), *_several(task.form.words)))


def _several(text: str) -> list[str]:
    """Words or phrases, divided by commas if there are any, else by spaces."""
    if "," in text or "\n" in text:
        return [part for each in re.split(r"[,\n]", text) if (part := plain(each))]
    return [
        word for start in range(0, len(text), QUERY_LIMIT) for word in plain(text[start : start + QUERY_LIMIT]).split()
    ]


def _squeezed(text: str) -> str:
    return plain(text).replace(" ", "")


def _desk(department: str) -> str:
    return NEIGHBOURHOOD if department.endswith(NEIGHBOURHOOD) else department


def _numbers(phone: str) -> tuple[str, ...]:
    """The telephone numbers of a field, digits only."""
    return tuple("".join(_DIGITS.findall(each)) for each in re.split(r"[,/·;]", phone) if _DIGITS.search(each))


def _same_number(digits: str, number: str) -> bool:
    if digits == number:
        return True
    return len(digits) >= 4 and (number.endswith(digits) or (len(digits) >= 6 and number.startswith(digits)))
