"""What citizens say: every task has enough of it, nothing stands there twice, and nothing points at a person."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.support.command_line import ROOT

_FOLDER = ROOT / "resources" / "finder"
_PHONE = re.compile(r"0\d{1,2}[ -]?\d{3,4}[ -]?\d{4}")


def _rows(path: Path, delimiter: str = "\t") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


@pytest.fixture(scope="module")
def tasks() -> set[str]:
    return {row["task"] for row in _rows(ROOT / "resources" / "sample" / "directory.csv", ",")}


def test_every_task_has_phrases_and_words(tasks: set[str]) -> None:
    phrases = Counter(row["task"] for row in _rows(_FOLDER / "phrases.tsv"))
    words = {row["task"]: row["words"].split(", ") for row in _rows(_FOLDER / "words.tsv")}
    assert phrases.keys() == words.keys() == tasks
    assert min(phrases.values()) >= 30
    assert min(map(len, words.values())) >= 30


def test_no_phrase_stands_twice_for_one_task() -> None:
    seen = Counter((row["task"], re.sub(r"\W", "", row["phrase"])) for row in _rows(_FOLDER / "phrases.tsv"))
    assert [said for said, times in seen.items() if times > 1] == []


def test_nothing_points_at_a_person() -> None:
    said = [row["phrase"] for name in ("phrases", "chatter") for row in _rows(_FOLDER / f"{name}.tsv")]
    assert [phrase for phrase in said if _PHONE.search(phrase)] == []
    assert all(phrase == phrase.strip() and phrase for phrase in said)
