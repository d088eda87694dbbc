"""The language of citizens: which topic of a district office words speak of, from weights made beforehand.

Each piece of a text has a row of small numbers; their weighed sum is held against each topic and each group of topics
(the desk of the office the topics were written for). The weights are made by `scripts/train_finder.py` from the
sentences in `resources/finder`. Topics are named by their title; an office with other tasks and departments has its own
fitted to them (`app/finding/office_index.py`).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from app.finding.features import VERSION, Codes, Integers, Pieces, distinct

FILE = "language.npz"
GROUP_WEIGHT = 0.5
"""How much the group counts beside the topic itself."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Heard:
    """What the language makes of a text: how likely each topic is (in all 1 with `nothing`), and how much it knows.

    `known` is the share, from 0 to 1, of what was said that the language has words for; `nothing` how likely it is that
    no office does it; `meaning` is the weighed sum of rows. `at` are the pieces it knows (where they stand in the
    language), `weights` what each counts, `places` the words they begin in.
    """

    topics: Floats
    nothing: float
    known: float
    meaning: Floats
    at: Integers
    weights: Floats
    places: Integers


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """Weights and names. `rows` times `scales` are the numbers of a piece; columns of `topics` belong to `titles`."""

    titles: tuple[str, ...]
    words: tuple[str, ...]
    """Everyday words of each topic, separated by commas."""
    codes: Codes
    rarity: Floats
    rows: npt.NDArray[np.uint8]
    """Two weights a byte, each 1 to 15 steps with 8 for none; `scales` are the steps' sizes."""
    scales: Floats
    topics: Floats
    topic_bias: Floats
    groups: Floats
    group_bias: Floats
    group_of: Integers

    @classmethod
    def load(cls, folder: Path) -> Language:
        """Read `folder/language.npz`. Errors: `OSError`, `ValueError` for weights made for another release."""
        with np.load(folder / FILE, allow_pickle=False) as file:
            names = json.loads(bytes(file["names"]).decode("utf-8"))
            if names["version"] != VERSION:
                raise ValueError(f"{folder / FILE}: made for version {names['version']} of the pieces, not {VERSION}")
            return cls(
                titles=tuple(names["titles"]),
                words=tuple(names["words"]),
                codes=np.cumsum(file["codes"], dtype=np.uint32),
                rarity=file["rarity"].astype(np.float32),
                rows=file["rows"],
                scales=file["scales"].astype(np.float32),
                topics=file["topics"].astype(np.float32),
                topic_bias=file["topic_bias"],
                groups=file["groups"].astype(np.float32),
                group_bias=file["group_bias"],
                group_of=file["group_of"].astype(np.int64),
            )

    def hear(self, said: Pieces) -> Heard:
        """What one text, the only one in `said`, speaks of."""
        at, counted = self.known(said.codes)
        order = np.argsort(at, kind="stable")
        first = order[np.flatnonzero(np.diff(at[order], prepend=-1))]
        single = at[first]
        weights = self.rarity[single]
        length = float(np.sqrt(np.square(weights).sum()))
        weights = np.asarray(weights / length if length else weights, np.float32)
        meaning = (self._steps(single) * (self.scales[single] * weights)[:, None]).sum(axis=0)
        shares = self.shares(meaning[None, :])[0]
        share = len(single) / max(len(distinct(said.codes)), 1)
        return Heard(shares[:-1], float(shares[-1]), share, meaning, single, weights, said.places[counted[first]])

    def known(self, codes: Codes) -> tuple[Integers, Integers]:
        """Where the pieces the language knows have their rows, and which of `codes` those are."""
        at = np.searchsorted(self.codes, codes)
        at[at == len(self.codes)] = 0
        counted = np.flatnonzero(self.codes[at] == codes)
        return at[counted], counted

    def rarity_of(self, codes: Codes) -> Floats:
        """How rare each piece is; one the language does not know is the rarest."""
        at, counted = self.known(codes)
        found = np.full(len(codes), self.rarity.max(initial=1), np.float32)
        found[counted] = self.rarity[at]
        return found

    def _steps(self, at: Integers) -> Floats:
        """The rows of these pieces, in steps."""
        packed = self.rows[at]
        steps = np.empty((len(at), packed.shape[1] * 2), np.float32)
        steps[:, 0::2] = packed & 15
        steps[:, 1::2] = packed >> 4
        return steps - np.float32(8)

    def shares(self, meanings: Floats) -> Floats:
        """How likely each topic is for each row of numbers; the last column is nothing an office does."""
        topics = _log_shares(meanings @ self.topics + self.topic_bias)
        groups = _log_shares(meanings @ self.groups + self.group_bias)
        both = _log_shares(topics + GROUP_WEIGHT * groups[:, self.group_of])
        return np.exp(both)

    def meanings(self, texts: Pieces, count: int) -> Floats:
        """The row of numbers of each of `count` texts."""
        at, counted = self.known(texts.codes)
        pairs = np.sort(texts.texts[counted] * len(self.codes) + at)
        pairs = pairs[np.flatnonzero(np.diff(pairs, prepend=-1))]
        owners, at = np.divmod(pairs, len(self.codes))
        weights = self.rarity[at]
        lengths = np.sqrt(np.bincount(owners, np.square(weights), count)).astype(np.float32)
        weights = self.scales[at] * weights / lengths[owners]
        bounds = np.searchsorted(owners, np.arange(count + 1)).tolist()
        found = np.zeros((count, len(self.topics)), np.float32)
        for text, (start, end) in enumerate(pairwise(bounds)):
            if end > start:
                found[text] = weights[start:end] @ self._steps(at[start:end])
        return found

    def carried(self, heard: Heard, topic: int, words: int) -> Floats:
        """How much each of the `words` of what was heard speaks for `topic` rather than for any other."""
        against = self.topics.mean(axis=1)
        direction = (self.topics[:, topic] - against) + GROUP_WEIGHT * (
            self.groups[:, self.group_of[topic]] - self.groups.mean(axis=1)
        )
        each = (self._steps(heard.at) @ direction) * self.scales[heard.at] * heard.weights
        return np.bincount(heard.places, each, words).astype(np.float32)


def _log_shares(values: Floats) -> Floats:
    values = values - values.max(axis=1, keepdims=True)
    return np.asarray(values - np.log(np.exp(values).sum(axis=1, keepdims=True)), np.float32)
