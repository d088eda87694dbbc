"""The board, improvement tasks, notes of abuse, second looks and the workload from the command line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from app.config.paths import Home
from tests.support.command_line import Ran, minwon_here

Run = Callable[..., Ran]


@pytest.fixture
def run(qapp: QApplication, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Home) -> Run:
    """A command of a clerk, or of somebody else."""

    def one(*arguments: str, login: str = "clerk1") -> Ran:
        return minwon_here(capsys, monkeypatch, home.root, *arguments, login=login)

    return one


def test_the_board(run: Run) -> None:
    card = run("board", "put", "missed", "의자가 부족해요 010-1234-5678", "--source", "paper").one
    assert (card["side"], card["source"], card["state"], card["version"]) == ("missed", "paper", "new", 1)
    assert card["shown"] == "의자가 부족해요 *************"
    assert card["due"] > card["day"]
    fixed = run("board", "triage", card["id"], "fixed", "--after", "의자 열 개를 놓았습니다").one
    assert (fixed["state"], fixed["after"], fixed["due"]) == ("fixed", "의자 열 개를 놓았습니다", None)
    assert [line["id"] for line in run("board", "list", "--side", "missed", "--text", "의자").lines] == [card["id"]]
    assert run("board", "list", "--state", "new").lines == []
    (shown,) = run("board", "wall").lines
    assert (shown["text"], shown["by"]) == (card["shown"], "")
    assert run("board", "hide-personal", card["id"]).one["text"] == card["shown"]
    praise = run("board", "put", "liked", "친절해요", "--about", "clerk2", "--day", "2026-01-05").one
    assert (praise["about"], praise["day"]) == ("clerk2", "2026-01-05")
    assert run("board", "collect").one == {"collected": 0}


def test_a_card_becomes_a_case(run: Run) -> None:
    card = run("board", "put", "missed", "의자가 부족해요").one
    given = ("--kind", "SUGGEST", "--title", "의자", "--department", "D001")
    refused = run("board", "make-case", card["id"], *given)
    assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1)
    made = run("board", "make-case", card["id"], *given, "--name", "김시민", "--address", "한빛로 1").one
    assert made["card"] == card["id"]
    assert run("case", "show", made["case"]).one["number"] == made["number"]
    again = run("board", "triage", card["id"], "review")
    assert (again.code, again.out) == (2, "")


def test_what_the_board_refuses(run: Run) -> None:
    for arguments in (
        ("board", "put", "missed", "900101-1234567"),
        ("board", "put", "liked", "좋아요", "--about", "nobody"),
        ("board", "put", "sideways", "좋아요"),
        ("board", "triage", "nothing", "review"),
        ("board", "put", "missed", "불편", "--day", "2099-01-01"),
    ):
        ran = run(*arguments)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1), ran.err
    assert run("board", "list", login="auditor1").code == 3


def test_improvement_tasks(run: Run) -> None:
    card = run("board", "put", "missed", "글씨가 작아요").one
    made = run("improvement", "put", "--title", "글씨 키우기", "--goal", "안경 없이", "--department", "D001").one
    assert (made["title"], made["status"], made["links"]) == ("글씨 키우기", "consulting", [])
    refused = run("improvement", "put", "--id", made["id"], "--status", "on_track")
    assert (refused.code, refused.out) == (2, "")
    begun = run("improvement", "put", "--id", made["id"], "--status", "on_track", "--consulted", "기계 업체").one
    assert (begun["status"], begun["goal"]) == ("on_track", "안경 없이")
    assert run("improvement", "link", made["id"], "card", card["id"]).one["links"] == [["card", card["id"]]]
    assert run("improvement", "link", made["id"], "card", card["id"], "--undo").one["links"] == []
    reviewed = run("improvement", "review", made["id"], "2026-1", "delayed", "업체를 찾는 중", "--value", "32").one
    assert [review["quarter"] for review in reviewed["reviews"]] == ["2026-1"]
    assert [line["id"] for line in run("improvement", "list").lines] == [made["id"]]
    assert run("improvement", "put", "--title", "목표 없음").code == 2


def test_notes_of_abuse(run: Run) -> None:
    begun = run("incident", "begin").one
    assert run("incident", "begin").one["id"] == begun["id"]
    assert run("incident", "warn", begun["id"]).one["warned_at"] is not None
    written = run("incident", "write", begun["id"], "shouting", "--text", "욕을 함", "--witnesses", "옆 창구").one
    assert (written["kind"], written["witnesses"]) == ("shouting", "옆 창구")
    assert run("incident", "end", begun["id"], "left").one["end"] == "left"
    assert [line["id"] for line in run("incident", "list", login="supervisor1").lines] == [begun["id"]]
    assert run("incident", "list", login="clerk2").lines == []
    assert run("incident", "warn", begun["id"], login="clerk2").code == 2


def test_second_looks_and_precedents(run: Run) -> None:
    given = ("--applied-for", "긴급복지", "--name", "김시민", "--rejected", "2026-01-05")
    assert run("re-review", "add", *given, "--look", "2026-01-05").code == 2
    made = run("re-review", "add", *given, "--look", "2026-02-02", "--department", "D001").one
    assert (made["look_on"], made["state"], made["name"]) == ("2026-02-02", "waiting", "김시민")
    assert [line["id"] for line in run("re-review", "list", "--due").lines] == [made["id"]]
    assert run("re-review", "decide", made["id"], "granted").one["state"] == "granted"
    assert run("re-review", "list", "--due").lines == []
    answer = run("precedent", "add", "공사장 소음은 몇 시부터", "저녁 6시부터", "--law", "소음·진동관리법 제21조").one
    assert [line["id"] for line in run("precedent", "find", "공사장 소음").lines] == [answer["id"]]
    run("precedent", "retire", answer["id"])
    assert run("precedent", "find", "공사장 소음").lines == []


def test_the_workload(run: Run) -> None:
    given = ("--kind", "GRIEV", "--title", "소음", "--name", "김시민", "--address", "한빛로 1")
    number = run("case", "open", *given, "--department", "D001", "--received", "2026-01-05T10:00").one["number"]
    found = run("workload", login="supervisor1").one
    assert (found["counts"]["open"], found["counts"]["overdue"]) == (1, 1)
    assert [line["number"] for line in found["overdue"]] == [number]
    month = run("workload", "--month", "2026-01", login="supervisor1").one
    assert (month["total"]["received"], month["by_kind"][0][0]) == (1, "GRIEV")
    assert run("workload", "--month", "January", login="supervisor1").code == 2
    assert run("workload").code == 3


def test_what_the_office_sets(run: Run) -> None:
    before = run("office", "show").one
    named = ("case_days", "attachment_mb", "case_mb", "talk_notice", "talk_end", "card_days")
    assert [before[name] for name in named] == [1095, 20, 100, 15, 20, 7]
    after = run("office", "set", "--case-days", "730", "--talk-notice", "10", "--card-days", "5", login="admin").one
    assert [after[name] for name in named] == [730, 20, 100, 10, 20, 5]
    for wrong in (("--case-days", "29"), ("--attachment-mb", "21"), ("--case-mb", "0"), ("--talk-end", "10")):
        assert run("office", "set", *wrong, login="admin").code == 2
    period = run("service", "edit", "PASSPORT", "--period", "10D", login="admin").one["period"]
    assert period == "10d"
    assert run("service", "edit", "PASSPORT", "--period", "0d", login="admin").code == 2
