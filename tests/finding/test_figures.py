"""How often the finder is right, on sentences it was not made from."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import numpy as np

from app.config.paths import resources
from app.domain.directory import NEIGHBOURHOOD, OUTSIDE, Task
from app.finding.finder import Finder
from app.finding.judging import JudgedRow, judge
from app.finding.language import FILE
from scripts.train_finder import digest
from tests.finding.directories import judged_rows, language, sample_finder, sample_tasks


def test_sentences_of_another_writer() -> None:
    judged = judge(sample_finder(), judged_rows("finder_heldout.tsv"))
    figures = judged.whole
    assert figures.n == 420
    assert figures.top1_with_alternates is not None
    assert figures.top1_with_alternates >= 0.915
    assert figures.top3 is not None
    assert figures.top3 >= 0.975
    assert figures.abstained_right is not None
    assert figures.abstained_right >= 0.85
    assert figures.refused_answerable is not None
    assert figures.refused_answerable <= 0.03
    assert (judged.by_kind["title"].top3 or 0) >= 0.95


def test_sentences_from_counters() -> None:
    figures = judge(sample_finder(), judged_rows("finder_given.tsv")).whole
    assert figures.n == 89
    assert (figures.top1_with_alternates or 0) >= 0.93
    assert (figures.top3 or 0) >= 0.975
    assert figures.abstained_right is None


def test_sentences_of_writers_who_came_later() -> None:
    figures = judge(sample_finder(), judged_rows("finder_fresh.tsv")).whole
    assert figures.n == 220
    assert (figures.top1_with_alternates or 0) >= 0.96
    assert (figures.top3 or 0) >= 0.985
    assert (figures.refused_answerable or 0) <= 0.01
    still = judge(sample_finder(), judged_rows("finder_no_office.tsv")).whole
    assert still.n == 120
    assert (still.abstained_right or 0) >= 0.87


def test_the_language_is_made_of_what_lies_beside_it() -> None:
    """If this fails, a sentence has changed since: `make finder`."""
    with np.load(resources() / "finder" / FILE) as file:
        names = json.loads(bytes(file["names"]).decode())
    assert names["digest"] == digest(resources() / "finder")


def test_the_language_is_small() -> None:
    assert (resources() / "finder" / FILE).stat().st_size <= 2_700_000


# ------------------------------------------------------------------------------------------------------ another office


def test_an_office_with_other_departments_and_other_words_for_its_tasks() -> None:
    """Departments are cut otherwise and named otherwise, titles said otherwise: most is found all the same."""
    tasks, name_of = _another_office()
    finder = Finder(language(), tasks)
    rows = [
        JudgedRow(row.query, name_of[row.department], tuple(name_of[other] for other in row.alternates), row.kind)
        for row in judged_rows("finder_heldout.tsv")
        if row.department in name_of and all(other in name_of for other in row.alternates)
    ]
    figures = judge(finder, rows).whole
    assert figures.n >= 300
    assert (figures.top1_with_alternates or 0) >= 0.8
    assert (figures.top3 or 0) >= 0.92
    assert (figures.refused_answerable or 0) <= 0.03


def _another_office() -> tuple[list[Task], dict[str, str]]:
    """Each two departments of the sample office are one of another name; titles are made of the keywords."""
    chance = random.Random(7)
    names = sorted({task.department for task in sample_tasks()})
    name_of: dict[str, str] = {}
    here = [name for name in names if not name.endswith(NEIGHBOURHOOD)]
    outside = {task.department for task in sample_tasks() if task.form.bureau == OUTSIDE}
    chance.shuffle(here)
    for at, name in enumerate(here):
        name_of[name] = name if name in outside else f"{'갑을병정무기경신임계'[at // 2 % 10]}{at // 20 + 1}과"
    for name in names:
        name_of.setdefault(name, NEIGHBOURHOOD)
    tasks = []
    for task in sample_tasks():
        words = task.form.keywords.split()
        chance.shuffle(words)
        form = replace(task.form, department=name_of[task.department], team="", bureau="", keywords="")
        title = " ".join(words) + " 업무"
        tasks.append(replace(task, form=replace(form, title=title)))
    return tasks, name_of


# ------------------------------------------------------------------------------------------------------------- counting


def test_how_it_is_counted() -> None:
    first, second = "민원여권과", "교통행정과"
    rows = [
        JudgedRow("여권 재발급", first, (), "a"),
        JudgedRow("여권 재발급", second, (first,), "a"),
        JudgedRow("여권 재발급", "구의회사무국", (), "b"),
        JudgedRow("오늘 날씨 참 좋네요", "NONE", (), "c"),
        JudgedRow("여권 재발급", "NONE", (), "c"),
    ]
    judged = judge(sample_finder(), rows)
    whole = judged.whole
    assert (whole.n, whole.top1, whole.top1_with_alternates) == (5, 0.3333, 0.6667)
    assert whole.abstained_right == 0.5
    assert whole.refused_answerable == 0.0
    assert judged.by_kind["a"].top3 == 1.0
    assert judged.by_kind["a"].abstained_right is None
    assert judged.by_kind["c"].top1 is None
    assert judged.by_kind["c"].mrr is None
    assert [miss.row.query for miss in judged.misses] == ["여권 재발급", "여권 재발급"]
    assert judge(sample_finder(), []).whole.n == 0


def test_any_neighbourhood_centre_is_the_same_desk() -> None:
    rows = [JudgedRow("은하1동주민센터 어디예요", NEIGHBOURHOOD), JudgedRow("동사무소 어디예요", "은하1동주민센터")]
    assert judge(sample_finder(), rows).whole.top1_with_alternates == 1.0
