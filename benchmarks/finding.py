"""Finding who does what a citizen says: how often it is right, how fast, what it adds to the start and to memory.

Asked are the sentences of `tests/data/finder_*.tsv`, which the language is not made from, and what is on the screen
while their first words are typed. The large directory has the sample office's tasks over and over with other words
mixed in, up to 10,000. The limit of an answer is looking for every word of the sentence in every task's text, the least
that a search would do. Start and memory are those of a process that has done nothing yet; numpy is counted too.
"""

from __future__ import annotations

import csv
import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from app.config.paths import resources
from app.domain.directory import Task, TaskForm
from app.finding.features import plain
from app.finding.finder import Finder
from app.finding.judging import Figures, JudgedRow, judge
from app.finding.language import Language
from benchmarks.measure import Row, Times, in_turns, milliseconds

_DATA = Path(__file__).resolve().parents[1] / "tests" / "data"
_LARGE = 10_000

_STARTED = r"""
import csv, json, re, sys, time
from pathlib import Path

def kilobytes(name):
    return int(re.search(name + r":\s+(\d+)", Path("/proc/self/status").read_text())[1])

before, held = time.perf_counter(), kilobytes("VmRSS")
from app.config.paths import resources
from app.domain.directory import Task, TaskForm
from app.finding.finder import Finder
from app.finding.language import Language
with (resources() / "sample" / "directory.csv").open(encoding="utf-8-sig", newline="") as file:
    rows = list(csv.DictReader(file))
tasks = [Task(str(at), TaskForm(title=row.pop("task"), **row), at) for at, row in enumerate(rows)]
Finder(Language.load(resources() / "finder"), tasks).find("여권")
print(json.dumps([time.perf_counter() - before, kilobytes("VmHWM") - held]))
"""


def measure(quick: bool) -> list[Row]:
    """Six rows: three of figures, one of an answer, one of the start, one of memory."""
    office = ready()
    rows = [
        _figures(office, "finder_heldout.tsv", "written by somebody else"),
        _figures(office, "finder_given.tsv", "said at counters"),
        _figures(office, "finder_fresh.tsv", "written later"),
    ]
    rows.append(_answers(1000 if quick else _LARGE, 40 if quick else 1500))
    return [*rows, *_started(2 if quick else 9)]


def ready() -> Finder:
    """The finder of the sample office."""
    return Finder(Language.load(resources() / "finder"), sample_tasks())


def sample_tasks() -> list[Task]:
    """The directory of the sample office."""
    with (resources() / "sample" / "directory.csv").open(encoding="utf-8-sig", newline="") as file:
        return [
            Task(str(at), TaskForm(title=row.pop("task"), **row), at) for at, row in enumerate(csv.DictReader(file))
        ]


def large_directory(count: int) -> list[Task]:
    """`count` tasks of an office far larger than any; none has a title that the language knows."""
    chance, sample = random.Random(1), sample_tasks()
    words = [word for task in sample for word in task.form.keywords.split()]
    tasks = []
    for at in range(count):
        form, turn = sample[at % len(sample)].form, at // len(sample)
        tasks.append(
            Task(
                str(at),
                TaskForm(
                    department=f"제{turn % 9 + 1}{form.department}",
                    team=f"{form.team[:-1]}{turn + 1}팀",
                    title=f"{chance.choice(words)} {chance.choice(words)} {form.title}",
                    keywords=" ".join(chance.choices(words, k=5)),
                    phone=f"02-{at // 10_000:03d}-{at:05d}",
                ),
                at,
            )
        )
    return tasks


def _rows(name: str) -> Iterator[JudgedRow]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            others = tuple(each for each in re.split("[;|]", row["alternates"] or "") if each)
            yield JudgedRow(row["query"], row["department"], others, row["kind"])


def _figures(office: Finder, name: str, whose: str) -> Row:
    whole = judge(office, _rows(name)).whole
    return Row(
        what=f"{whole.n} sentences {whose}: the right desk first, and in the first three",
        target="≥ 0.90, ≥ 0.97; others not told ≥ 0.85, refused ≤ 0.03",
        measured=f"{whole.top1_with_alternates:.3f}, {whole.top3:.3f}",
        limit="",
        ratio=None,
        met=_met(whole),
        note=f"not told {_said(whole.abstained_right)}, refused {_said(whole.refused_answerable)}",
        figures={
            key: value
            for key in ("top1", "top1_with_alternates", "top3", "mrr", "abstained_right", "refused_answerable")
            if (value := getattr(whole, key)) is not None
        },
    )


def _met(whole: Figures) -> bool:
    return (
        (whole.top1_with_alternates or 0) >= 0.9
        and (whole.top3 or 0) >= 0.97
        and (whole.abstained_right is None or whole.abstained_right >= 0.85)
        and (whole.refused_answerable or 0) <= 0.03
    )


def _said(share: float | None) -> str:
    return "none asked" if share is None else f"{share:.3f}"


def _answers(count: int, rounds: int) -> Row:
    finder = Finder(Language.load(resources() / "finder"), tasks := large_directory(count))
    queries = [row.query for name in ("finder_heldout.tsv", "finder_given.tsv") for row in _rows(name)]
    queries += [query[:length] for query in queries[:80] for length in range(1, min(len(query), 8))]
    random.Random(2).shuffle(queries)
    texts = [plain(f"{task.title} {task.form.keywords}") for task in tasks]
    asked, searched = cycle(queries), cycle(queries)

    def search() -> int:
        words = plain(next(searched)).split()
        return sum(word in text for text in texts for word in words)

    answer, limit = in_turns([lambda: finder.find(next(asked)), search], rounds=rounds, warm_up=20)
    return Row(
        what=f"a key to the answers, {count:,} tasks",
        target="p95 ≤ 10 ms",
        measured=f"{milliseconds(answer.median)}, p95 {milliseconds(answer.p95)}",
        limit=f"{milliseconds(limit.median)} (each word looked for in each text)",
        ratio=answer.ratio_to(limit),
        met=answer.p95 <= 0.01,
        figures={**answer.figures("answer"), **limit.figures("search")},
    )


def _started(rounds: int) -> list[Row]:
    told = [json.loads(subprocess.run([sys.executable, "-c", _STARTED], check=True, stdout=subprocess.PIPE).stdout)
            for _ in range(rounds)]  # fmt: skip
    taken = Times(tuple(seconds for seconds, _ in told))
    megabytes = max(kilobytes for _, kilobytes in told) / 1024
    return [
        Row(
            what="the finder ready, the first answer given",
            target="≤ 300 ms",
            measured=f"{milliseconds(taken.median)}, p95 {milliseconds(taken.p95)}",
            limit="",
            ratio=None,
            met=taken.median <= 0.3,
            note="modules, numpy, language and directory of the sample office, in a process of its own",
            figures=taken.figures("ready"),
        ),
        Row(
            what="memory the finder adds",
            target="≤ 80 MB",
            measured=f"{megabytes:.0f} MB",
            limit="",
            ratio=None,
            met=megabytes <= 80,
            note="the most ever held, loading included",
            figures={"added_mb": round(megabytes, 1)},
        ),
    ]
