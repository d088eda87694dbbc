"""Make the language of citizens, `resources/finder/language.npz`, from the sentences beside it.

    .venv/bin/python scripts/train_finder.py [--folder resources/finder]

Run it whenever a sentence there, or what a text is made of (`app/finding/features.py`), has changed; some minutes. The
same sentences give the same weights. What is learned: a row of numbers for each piece of text and a column for each
topic, so that a sentence's weighed sum of rows speaks for the topic it was written for (a linear model of low rank,
two softmaxes over topics and over groups of topics, Adam). Why this and nothing else: docs/decisions/0014-finder.md.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import json
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.finding import features  # noqa: E402
from app.finding.language import FILE  # noqa: E402

FOLDER = ROOT / "resources" / "finder"
DIRECTORY = ROOT / "resources" / "sample" / "directory.csv"
SENTENCES = ("phrases.tsv", "more_phrases.tsv")
CHATTER = ("chatter.tsv", "no_office.tsv")

WIDTH = 64
WIDTH_OF_ALL = 88
MEMBERS = 3
"""So many are learned from different beginnings and made one: each errs elsewhere."""
EPOCHS = 8
BATCH = 512
RATE = 0.01
LEFT_OUT = 0.3
"""Share of the pieces of a sentence that one round of learning does not see."""
LEAST = 3
"""Sentences a piece must stand in."""
GROUP_SHARE = 0.5
WEIGHT_OF_WORDS = 0.5
WEIGHT_OF_CHATTER = 1.5
SEED = 1
PIECES = 72_000
"""The weightiest pieces, which are kept."""
STEPS = 2
"""A weight is kept as one of so many steps up or down: half a byte."""

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Corpus:
    """What to learn from: texts, the number of the topic of each (the last number: nothing), what each counts."""

    titles: list[str]
    words: list[str]
    groups: Integers
    texts: list[str]
    topics: Integers
    weights: Floats


def sources(folder: Path) -> list[Path]:
    """The files that are learned from, in order."""
    names = (*SENTENCES, "words.tsv", *CHATTER)
    return [DIRECTORY, *(folder / name for name in names if (folder / name).exists())]


def digest(folder: Path) -> str:
    """The same as long as nothing that is learned from has changed."""
    whole = hashlib.sha256(str(features.VERSION).encode())
    for path in sources(folder):
        whole.update(path.name.encode())
        whole.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return whole.hexdigest()


def corpus(folder: Path) -> Corpus:
    """Read it all."""
    with DIRECTORY.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    titles = [row["task"] for row in rows]
    number = {title: at for at, title in enumerate(titles)}
    desks = [_desk(row["department"]) for row in rows]
    names = sorted(set(desks))
    groups = np.array([*(names.index(desk) for desk in desks), len(names)])
    texts: list[str] = []
    topics: list[int] = []
    weights: list[float] = []

    def add(text: str, topic: int, weight: float) -> None:
        texts.append(features.plain(text))
        topics.append(topic)
        weights.append(weight)

    for at, row in enumerate(rows):
        for text in (row["task"], row["keywords"], f"{row['task']} {row['keywords']}", *row["keywords"].split()):
            add(text, at, 1.0)
    words = [""] * len(titles)
    for row in _table(folder / "words.tsv"):
        every = (features.plain(word) for word in row["words"].split(","))
        words[number[row["task"]]] = ", ".join(word for word in every if word)
        for word in row["words"].split(","):
            add(word, number[row["task"]], WEIGHT_OF_WORDS)
    for name in SENTENCES:
        for row in _table(folder / name):
            add(row["phrase"], number[row["task"]], 1.0)
    for name in CHATTER:
        for row in _table(folder / name):
            add(row["phrase"], len(titles), WEIGHT_OF_CHATTER)
    return Corpus(titles, words, groups, texts, np.array(topics), np.array(weights, np.float32))


def _desk(department: str) -> str:
    return "동주민센터" if department.endswith("동주민센터") else department


def _table(path: Path) -> Iterator[dict[str, str]]:
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


@dataclass(frozen=True)
class Sparse:
    """Texts as rows: `columns[starts[i]:starts[i + 1]]` are the pieces of text i, `values` what each counts in it."""

    starts: Integers
    columns: Integers
    values: Floats

    def rows(self, chosen: Integers) -> Sparse:
        """Only those texts."""
        lengths = self.starts[chosen + 1] - self.starts[chosen]
        starts = np.concatenate([[0], np.cumsum(lengths)])
        at = np.arange(starts[-1]) - np.repeat(starts[:-1] - self.starts[chosen], lengths)
        return Sparse(starts, self.columns[at], self.values[at])


def known_pieces(texts: Sequence[str], least: int = LEAST) -> tuple[npt.NDArray[np.uint32], Floats]:
    """The pieces that stand in at least `least` texts, in order, and how rare each is."""
    told = features.pieces(texts)
    pairs = np.unique(told.codes.astype(np.uint64) << np.uint64(32) | told.texts.astype(np.uint64))
    codes, counts = np.unique((pairs >> np.uint64(32)).astype(np.uint32), return_counts=True)
    kept = counts >= least
    return codes[kept], np.log((len(texts) + 1) / counts[kept]).astype(np.float16).astype(np.float32)


def as_rows(texts: Sequence[str], codes: npt.NDArray[np.uint32], rarity: Floats) -> Sparse:
    """Each text as a row of length 1."""
    told = features.pieces(texts)
    at = np.minimum(np.searchsorted(codes, told.codes), len(codes) - 1)
    there = codes[at] == told.codes
    pairs = np.unique(told.texts[there] * len(codes) + at[there])
    owners, columns = pairs // len(codes), pairs % len(codes)
    lengths = np.sqrt(np.bincount(owners, np.square(rarity[columns]), len(texts)))
    starts = np.searchsorted(owners, np.arange(len(texts) + 1))
    return Sparse(starts, columns, (rarity[columns] / lengths[owners]).astype(np.float32))


class Learner:
    """The weights while they are learned: rows of pieces, columns of topics and groups, and where each topic starts."""

    def __init__(self, pieces: int, groups: Integers, width: int = WIDTH, seed: int = SEED) -> None:
        self._chance = np.random.default_rng(seed)
        self._groups = groups
        topics, desks = len(groups), int(groups.max()) + 1
        normal = self._chance.normal
        self.rows = normal(0, 0.05, (pieces, width)).astype(np.float32)
        self.topics = normal(0, 0.1, (width, topics)).astype(np.float32)
        self.topic_bias = np.zeros(topics, np.float32)
        self.desks = normal(0, 0.1, (width, desks)).astype(np.float32)
        self.desk_bias = np.zeros(desks, np.float32)
        self._small = [self.topics, self.topic_bias, self.desks, self.desk_bias]
        self._moments = [(np.zeros_like(each), np.zeros_like(each)) for each in (self.rows, *self._small)]
        self._steps = 0

    def learn(self, texts: Sparse, topics: Integers, weights: Floats, epochs: int = EPOCHS) -> None:
        """Go through all texts `epochs` times, in another order each time, ever more slowly."""
        count = len(topics)
        batches = -(-count // BATCH)
        for epoch in range(epochs):
            order = self._chance.permutation(count)
            for batch in range(batches):
                some = order[batch * BATCH : (batch + 1) * BATCH]
                rate = RATE * (1 - (epoch * batches + batch) / (epochs * batches)) + 1e-5
                self._step(texts.rows(some), topics[some], weights[some], rate)

    def meanings(self, texts: Sparse) -> Floats:
        """The weighed sum of the rows of each text."""
        sums = np.zeros((len(texts.starts) - 1, self.rows.shape[1]), np.float32)
        there = np.flatnonzero(np.diff(texts.starts))
        if len(there):
            values = self.rows[texts.columns] * texts.values[:, None]
            sums[there] = np.add.reduceat(values, texts.starts[there], axis=0)
        return sums

    def _step(self, texts: Sparse, topics: Integers, weights: Floats, rate: float) -> None:
        kept = self._chance.random(len(texts.values)) > LEFT_OUT
        texts = Sparse(texts.starts, texts.columns, (texts.values * kept / (1 - LEFT_OUT)).astype(np.float32))
        meanings = self.meanings(texts)
        by_topic = _shares(meanings @ self.topics + self.topic_bias)
        by_desk = _shares(meanings @ self.desks + self.desk_bias)
        each = np.arange(len(topics))
        by_topic[each, topics] -= 1
        by_desk[each, self._groups[topics]] -= 1
        by_topic *= (weights / len(topics))[:, None]
        by_desk *= (GROUP_SHARE * weights / len(topics))[:, None]
        back = by_topic @ self.topics.T + by_desk @ self.desks.T
        slopes = [meanings.T @ by_topic, by_topic.sum(axis=0), meanings.T @ by_desk, by_desk.sum(axis=0)]
        self._steps += 1
        order = np.argsort(texts.columns, kind="stable")
        columns = texts.columns[order]
        first = np.flatnonzero(np.r_[True, columns[1:] != columns[:-1]])
        owners = np.repeat(each, np.diff(texts.starts))
        of_rows = np.add.reduceat(back[owners[order]] * texts.values[order][:, None], first, axis=0)
        self._adam(self.rows, of_rows, self._moments[0], rate, columns[first])
        for weight, slope, moments in zip(self._small, slopes, self._moments[1:], strict=True):
            self._adam(weight, slope, moments, rate, slice(None))

    def _adam(
        self, weight: Floats, slope: Floats, moments: tuple[Floats, Floats], rate: float, at: Integers | slice
    ) -> None:
        mean = 0.9 * moments[0][at] + 0.1 * slope
        square = 0.99 * moments[1][at] + 0.01 * np.square(slope)
        moments[0][at], moments[1][at] = mean, square
        step = rate / (1 - 0.9**self._steps)
        weight[at] -= step * mean / (np.sqrt(square / (1 - 0.99**self._steps)) + 1e-8)


def _shares(values: Floats) -> Floats:
    values = np.exp(values - values.max(axis=1, keepdims=True))
    return np.asarray(values / values.sum(axis=1, keepdims=True), np.float32)


def learned(given: Corpus) -> dict[str, npt.NDArray[np.generic]]:
    """The arrays of the language, as `app.finding.language` reads them."""
    codes, rarity = known_pieces(given.texts)
    texts = as_rows(given.texts, codes, rarity)
    often = np.bincount(texts.columns, minlength=len(codes))
    members = [Learner(len(codes), given.groups, seed=SEED + member) for member in range(MEMBERS)]
    for member in members:
        member.learn(texts, given.topics, given.weights)
    return kept_small(given, codes, rarity, often, members)


def kept_small(
    given: Corpus, codes: npt.NDArray[np.uint32], rarity: Floats, often: Integers, members: Sequence[Learner]
) -> dict[str, npt.NDArray[np.generic]]:
    """The members as one, with the weightiest pieces only, in steps."""
    rows, columns = as_one(members, rarity * np.sqrt(often).astype(np.float32))
    weighty = np.linalg.norm(rows, axis=1) * rarity
    kept = np.sort(np.argsort(-weighty, kind="stable")[:PIECES])
    steps, sizes = in_steps(rows[kept])
    topics = len(given.groups)
    return {
        "codes": np.diff(codes[kept], prepend=np.uint32(0)),
        "rarity": rarity[kept].astype(np.float16),
        "rows": steps,
        "scales": sizes,
        "topics": columns[:, :topics].astype(np.float16),
        "topic_bias": np.mean([member.topic_bias for member in members], axis=0, dtype=np.float32),
        "groups": columns[:, topics:].astype(np.float16),
        "group_bias": np.mean([member.desk_bias for member in members], axis=0, dtype=np.float32),
        "group_of": given.groups.astype(np.int16),
    }


def as_one(members: Sequence[Learner], counts: Floats) -> tuple[Floats, Floats]:
    """The mean of what the members say, as rows and columns: its largest singular values, `counts` weighing the pieces.

    The axes are then turned at random, so that a step of the same size serves all numbers of a row.
    """
    rows = np.concatenate([member.rows for member in members], axis=1) * counts[:, None]
    columns = np.concatenate([np.concatenate([member.topics, member.desks], axis=1) for member in members])
    basis, triangle = np.linalg.qr(rows.astype(np.float64))
    left, values, right = np.linalg.svd(triangle @ columns.astype(np.float64) / len(members), full_matrices=False)
    root = np.sqrt(values[:WIDTH_OF_ALL])
    turn = np.linalg.qr(np.random.default_rng(SEED).normal(size=(WIDTH_OF_ALL, WIDTH_OF_ALL)))[0]
    rows = (basis @ left[:, :WIDTH_OF_ALL]) * root / counts[:, None] @ turn
    columns = turn.T @ (root[:, None] * right[:WIDTH_OF_ALL])
    return np.asarray(rows, np.float32), np.asarray(columns, np.float32)


def in_steps(rows: Floats) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.float16]]:
    """Each row in steps of its own size, two weights a byte, and those sizes: the ones that lose least."""
    best = np.full(len(rows), np.inf)
    sizes = np.zeros(len(rows), np.float32)
    most = np.maximum(np.abs(rows).max(axis=1), 1e-6)
    for share in (1.0, 0.85, 0.72, 0.6, 0.5):
        size = (most * share / STEPS).astype(np.float16).astype(np.float32)
        lost = np.square(np.clip(np.rint(rows / size[:, None]), -STEPS, STEPS) * size[:, None] - rows).sum(axis=1)
        better = lost < best
        best[better], sizes[better] = lost[better], size[better]
    steps = (np.clip(np.rint(rows / sizes[:, None]), -STEPS, STEPS) + 8).astype(np.uint8)
    return steps[:, 0::2] | steps[:, 1::2] << 4, sizes.astype(np.float16)


def write(path: Path, arrays: dict[str, npt.NDArray[np.generic]]) -> None:
    """One file, the same bytes for the same arrays."""
    with zipfile.ZipFile(path, "w") as file:
        for name, array in arrays.items():
            content = io.BytesIO()
            np.save(content, array, allow_pickle=False)
            file.writestr(zipfile.ZipInfo(f"{name}.npy"), content.getvalue(), zipfile.ZIP_DEFLATED)


def main(arguments: Sequence[str]) -> int:
    """Make it and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    folder = parser.parse_args(arguments).folder
    given = corpus(folder)
    arrays = learned(given)
    names = {
        "version": features.VERSION,
        "digest": digest(folder),
        "titles": given.titles,
        "words": given.words,
    }
    arrays["names"] = np.frombuffer(json.dumps(names, ensure_ascii=False).encode(), np.uint8)
    write(folder / FILE, arrays)
    size = (folder / FILE).stat().st_size
    print(f"{len(given.texts):,} texts, {len(arrays['codes']):,} pieces, {size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
