"""minwon find, directory, learned and holidays, the way a person or a script uses them."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.config.paths import Home, resources
from tests.support.command_line import Ran, minwon, minwon_here

SAMPLE = resources() / "sample" / "directory.csv"
ANSWER = ["rank", "department", "team", "task", "location", "phone", "score", "why", "confident"]
FIGURES = ["n", "top1", "top1_with_alternates", "top3", "mrr", "abstained_right", "refused_answerable"]

Run = Callable[..., Ran]


@pytest.fixture
def anybody(qapp: QApplication, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Home) -> Run:
    """A command of somebody who has not signed in."""
    return lambda *arguments: minwon_here(capsys, monkeypatch, home.root, *arguments, login=None)


@pytest.fixture
def run(qapp: QApplication, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Home) -> Run:
    """A command of the administrator."""
    return lambda *arguments: minwon_here(capsys, monkeypatch, home.root, *arguments, login="admin")


def test_anybody_finds_who_does_it(home: Home) -> None:
    lines = minwon(home.root, "find", "여권 잃어버렸어요", "-n", "3").lines
    assert [list(line) for line in lines] == [ANSWER] * len(lines)
    assert 1 <= len(lines) <= 3
    first = lines[0]
    assert (first["rank"], first["department"], first["confident"]) == (1, "민원여권과", True)
    assert "여권" in first["task"]
    assert "‘여권’" in first["why"]
    assert 0 <= first["score"] <= 1


def test_what_no_office_does_is_one_line(anybody: Run) -> None:
    assert anybody("find", "오늘 날씨 참 좋네요").out == '{"confident": false}\n'


@pytest.mark.parametrize("query", [" ", "가" * 10_000, "😀", "'; DROP TABLE task; --"])
def test_odd_queries_are_answered(anybody: Run, query: str) -> None:
    ran = anybody("find", query)
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines


def test_no_query_and_both_are_refused(anybody: Run) -> None:
    for wrong in ([], ["여권", "--eval", "x.tsv"], ["여권", "--misses"]):
        ran = anybody("find", *wrong)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.count("\n") == 1


def test_how_often_it_is_right(anybody: Run, tmp_path: Path) -> None:
    path = tmp_path / "queries.tsv"
    rows = [
        "여권 잃어버렸어요\t민원여권과\t\tplain",
        "여권 재발급\t없는과\t민원여권과\tplain",
        "오늘 날씨 참 좋네요\tNONE\t\tchat",
    ]
    path.write_text("\n".join(["query\tdepartment\talternates\tkind", *rows]), encoding="utf-8")
    figures = anybody("find", "--eval", str(path)).one
    assert list(figures) == [*FIGURES, "by_kind"]
    assert (figures["n"], figures["top1"], figures["top1_with_alternates"]) == (3, 0.5, 1.0)
    assert (figures["abstained_right"], figures["refused_answerable"]) == (1.0, 0.0)
    assert list(figures["by_kind"]) == ["plain", "chat"]
    assert figures["by_kind"]["plain"]["abstained_right"] is None
    assert figures["by_kind"]["chat"]["top1"] is None
    path.write_text("query\tdepartment\n오늘 날씨 참 좋네요\t민원여권과\n", encoding="utf-8")
    miss, figures = anybody("find", "--eval", str(path), "--misses").lines
    assert (miss["query"], miss["department"], miss["confident"]) == ("오늘 날씨 참 좋네요", "민원여권과", False)
    assert figures["refused_answerable"] == 1.0


def test_an_office_without_a_directory_says_so_and_finds_after_importing_one(tmp_path: Path) -> None:
    root, env = tmp_path / "new", {"MINWON_PASSWORD": "minwon-minwon"}
    made = ("init", "--password", "minwon-minwon", "--office", "새빛구", "--survey-host", "survey.example.kr")
    assert minwon(root, *made).code == 0
    ran = minwon(root, "find", "여권")
    assert (ran.code, ran.out) == (2, "")
    assert "minwon import directory" in ran.err
    done = minwon(root, "import", "directory", str(SAMPLE), "--accept", login="admin", env=env).one
    assert done == {"new": 385, "changed": 0, "moved": 0, "gone": 0, "unchanged": 0, "bad": 0, "accepted": True}
    assert minwon(root, "find", "여권 잃어버렸어요", "-n", "1").one["department"] == "민원여권과"


def test_a_directory_is_compared_before_it_is_accepted(run: Run, tmp_path: Path) -> None:
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    rows[0][5] = "별관 9층"
    rows[2][1] = "새감사과"
    rows[1:2] = [["", "새과", "", "새 일", "", "", ""]]
    path = tmp_path / "directory.csv"
    with path.open("w", encoding="cp949", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    counts = {"new": 1, "changed": 1, "moved": 1, "gone": 1, "unchanged": len(rows) - 3, "bad": 0}
    assert run("import", "directory", str(path)).one == {**counts, "accepted": False}
    *shown, last = run("import", "directory", str(path), "--show").lines
    assert [line["difference"] for line in shown] == ["changed", "new", "moved", "gone"]
    assert list(shown[0]["changes"]) == ["location"]
    assert shown[0]["changes"]["location"][1] == "별관 9층"
    assert last["accepted"] is False
    assert run("import", "directory", str(path), "--accept").one == {**counts, "accepted": True}
    assert run("import", "directory", str(path)).one["unchanged"] == len(rows)


def test_a_bad_row_is_named_and_nothing_is_changed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "directory.csv"
    path.write_text("부서,업무\n과,\n과,가\n과,가\n", encoding="utf-8")
    ran = run("import", "directory", str(path), "--accept")
    empty, twice, counts = ran.lines
    assert ran.code == 2
    assert ((empty["row"], twice["row"], twice["label"])) == (2, 4, "가")
    assert all(line["reasons"] for line in (empty, twice))
    assert (counts["bad"], counts["accepted"]) == (2, False)
    assert run("import", "directory", str(SAMPLE)).one["unchanged"] == 385
    assert run("import", "services", str(path), "--accept").code == 2


def test_tasks_words_and_holidays_by_hand(run: Run) -> None:
    added = run(
        "directory", "add", "--department", "새과", "--task", "반딧불이 신고", "--paper", "신분증", "--paper", "사진"
    ).one
    assert added["papers"] == ["신분증", "사진"]
    assert run("directory", "list").lines[-1] == added
    assert run("directory", "edit", added["id"], "--phone", "120", "--words", "반짝").one["phone"] == "120"
    assert run("directory", "retire", added["id"]).one["active"] is False
    assert run("directory", "list").lines[-1] != added
    assert run("directory", "list", "--all").lines[-1]["id"] == added["id"]
    assert run("directory", "reinstate", added["id"]).one["active"] is True
    assert run("directory", "edit", "none", "--phone", "120").code == 2

    said = run("learned", "set", "홍길동씨 뿌뿌 어쩌고", "--task", added["id"]).one
    assert said == {"phrase": "뿌뿌 어쩌고", "task_id": added["id"], "set_by": "admin"}
    assert run("learned", "list").one["task"] == "반딧불이 신고"
    assert run("find", "뿌뿌 어쩌고", "-n", "1").one["task"] == "반딧불이 신고"
    assert run("learned", "undo", "뿌뿌 어쩌고").code == 0
    assert run("learned", "list").lines == []
    assert run("learned", "set", "뿌뿌").code == 2

    assert run("holidays", "add", "2026-11-25", "개청기념일").one["own"] is True
    assert "2026-11-25" in [line["date"] for line in run("holidays", "list", "--year", "2026").lines]
    assert run("holidays", "remove", "2026-11-25").one == {"date": "2026-11-25", "removed": True}
    assert run("holidays", "remove", "2026-11-25").code == 2
    assert run("office", "set", "--lunch", "11:30-12:30").one["lunch"] == "11:30-12:30"
    assert run("office", "set", "--lunch", "noon").code == 2
