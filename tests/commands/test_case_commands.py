"""minwon case, the way a person or a script uses it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.config.paths import Home
from tests.support.command_line import ROOT, Ran, environment, minwon, minwon_here
from tests.support.offices import stored

Run = Callable[..., Ran]
GRIEVANCE = {
    "kind": "GRIEV",
    "title": "골목 소음",
    "text": "밤마다\n시끄럽습니다",
    "name": "홍길동",
    "address": "한빛구 1",
}


@pytest.fixture
def run(qapp: QApplication, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Home) -> Run:
    """A command; of a clerk unless somebody else is named."""

    def run(*arguments: str, login: str = "clerk1") -> Ran:
        return minwon_here(capsys, monkeypatch, home.root, *arguments, login=login)

    return run


@pytest.fixture
def given(tmp_path: Path) -> Callable[..., str]:
    """A JSON file of what is said."""

    def given(**said: Any) -> str:
        path = tmp_path / "said.json"
        path.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
        return str(path)

    return given


def test_a_case_goes_all_its_way_by_real_processes(home: Home, tmp_path: Path) -> None:
    """From a JSON object on stdin to a letter and a closed case."""
    said = json.dumps({**GRIEVANCE, "department": "D001", "by-clerk": True}, ensure_ascii=False)
    command = [sys.executable, "-m", "app", "--home", str(home.root), "--as", "clerk1", "case", "open", "--json", "-"]
    opened = subprocess.run(
        command,
        cwd=ROOT,
        env=environment(),
        input=said,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (opened.returncode, opened.stderr) == (0, "")
    case = json.loads(opened.stdout)
    assert (case["number"].endswith("-A-0001"), case["text"], case["written_by"]) == (True, GRIEVANCE["text"], "clerk")
    out = tmp_path / "접수증.pdf"
    letter = minwon(home.root, "case", "letter", case["number"], "--kind", "receipt", "--out", str(out), login="clerk2")
    assert letter.one == {"number": case["number"], "letter": "receipt", "file": str(out), "due": case["due"]}
    assert out.read_bytes().startswith(b"%PDF-")
    done = minwon(
        *(home.root, "case", "step", case["case_id"], "--kind", "answered", "--result", "done", "--text", "고쳤습니다"),
        login="clerk1",
    )
    shown, step = done.lines
    assert (shown["status"], step["kind"], step["result"], step["counts"]) == ("answered", "answered", "done", True)
    assert shown["deadline"]["due"] == case["due"]


def test_options_go_over_what_the_file_says(run: Run, given: Callable[..., str]) -> None:
    case = run("case", "open", given(**GRIEVANCE, department="D001"), "--department", "D002", "--json").one
    assert (case["department"], case["title"]) == ("D002", "골목 소음")
    assert run("case", "step", case["number"], given(kind="noted", text="전화함")).lines[1]["text"] == "전화함"


@pytest.mark.parametrize(
    "said",
    [
        {"colour": "red"},
        {"title": 7},
        {"flag": "MANY"},
        {"flag": ["ANY"]},
        {"by_clerk": "yes"},
        {"kind": "COMPLAINT"},
        {"received": "yesterday"},
    ],
)
def test_what_is_wrong_in_the_file_is_named(run: Run, given: Callable[..., str], said: dict[str, Any]) -> None:
    ran = run("case", "open", given(**{"kind": "OTHER", "title": "가로등", "department": "D001", **said}))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("text", ["", "[]", "7", "{", '{"title": "\\ud800"}', "[" * 200_000])
def test_no_json_is_said(run: Run, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    ran = run("case", "open", "--kind", "OTHER", "--department", "D001", "--json", "-")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    "wrong",
    [
        ["open"],
        ["open", "--kind", "OTHER", "--title", "800101-1234567", "--department", "D001"],
        ["open", "--kind", "GRIEV", "--title", "이름 없음", "--department", "D001"],
        ["open", "--kind", "L-PERMIT", "--title", "허가", "--name", "홍길동", "--address", "1", "--department", "D001"],
        ["open", "--kind", "OTHER", "--title", "가로등", "--department", "D001", "--received", "2026-01-05"],
        ["open", "--kind", "OTHER", "--title", "가로등", "--department", "D001", "--received", "2099-01-05T10:00"],
        ["show", "2026-A-9999"],
        ["step", "2026-A-9999", "--kind", "closed"],
        ["list", "--scope", "nothing"],
        ["list", "--after", "x"],
        ["list", "--first", "someday"],
        ["letter", "2026-A-9999", "--kind", "receipt", "--out", "x.pdf"],
        ["erase", "2026-A-9999", "--reason", "x"],
    ],
)
def test_bad_input_is_one_sentence_and_nothing_is_kept(run: Run, home: Home, wrong: list[str]) -> None:
    ran = run("case", *wrong, login="supervisor1")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert stored(home, "SELECT count(*) FROM case_file") == [(0,)]


def test_what_is_not_possible_is_named_in_words(run: Run, given: Callable[..., str], tmp_path: Path) -> None:
    number = run("case", "open", given(**GRIEVANCE, department="D001")).one["number"]
    letter = tmp_path / "letter.pdf"
    for wrong, login, says in (
        (["erase", number, "--reason", "본인 요청"], "supervisor1", "개인정보 지우기: "),
        (["link", number, number], "clerk1", "앞선 민원과 잇기: "),
        (["letter", number, "--kind", "result", "--out", str(letter)], "clerk1", "서식 만들기: "),
    ):
        ran = run("case", *wrong, login=login)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert says in ran.err
    assert not letter.exists()


def test_steps_that_are_not_possible_are_said(run: Run, given: Callable[..., str]) -> None:
    case = run("case", "open", given(**GRIEVANCE, department="D001")).one
    for wrong in (
        ["--kind", "closed"],
        ["--kind", "answered", "--result", "refused", "--text", "안 됨"],
        ["--kind", "noted", "--text", "전", "--on", "2020-01-01"],
        ["--kind", "noted", "--text", "후", "--on", "2099-01-01"],
        ["--kind", "extended", "--period", "0d", "--text", "바쁨"],
        ["--kind", "noted", "--text", "800101-1234567"],
        ["--kind", "wonderful"],
    ):
        ran = run("case", "step", case["number"], *wrong)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1), wrong
    assert len(run("case", "show", case["number"]).lines) == 1


def test_roles_are_those_of_the_window(run: Run, given: Callable[..., str]) -> None:
    case = run("case", "open", given(**GRIEVANCE, department="D001")).one
    for login, arguments in (
        ("admin", ["list"]),
        ("admin", ["open", "--kind", "OTHER", "--title", "가로등", "--department", "D001"]),
        ("auditor1", ["show", case["number"]]),
        ("clerk1", ["erase", case["number"], "--reason", "x"]),
    ):
        assert run("case", *arguments, login=login).code == 3
    second = run("case", "open", given(**GRIEVANCE, department="D001", matter=case["number"])).one
    assert (second["to_auditor"], second["sealed"], second["title"], second["name"]) == (True, True, "", "")
    assert [line["number"] for line in run("case", "list", login="auditor1").lines] == [second["number"]]
    assert run("case", "step", second["number"], "--kind", "taken_over").code == 3
    assert run("case", "step", second["number"], "--kind", "taken_over", login="auditor1").code == 0


def test_lists_search_link_edit_and_erase(run: Run, given: Callable[..., str]) -> None:
    one = run("case", "open", given(**GRIEVANCE, department="D001")).one
    two = run("case", "open", "--kind", "OTHER", "--title", "가로등이 꺼졌어요", "--department", "D002").one
    numbers = [one["number"], two["number"]]
    assert sorted(line["number"] for line in run("case", "list").lines) == numbers
    *lines, end = run("case", "list", "--order", "newest", "-n", "1").lines
    assert [line["number"] for line in lines] == [two["number"]]
    rest = run("case", "list", "--order", "newest", "--after", end["more"]).lines
    assert [line["number"] for line in rest] == [one["number"]]
    assert [line["number"] for line in run("case", "list", "--department", "D002").lines] == [two["number"]]
    assert run("case", "search", "소음").lines[0]["number"] == one["number"]
    linked = run("case", "link", two["number"], one["number"]).one
    assert linked["same_matter"] == [one["number"]]
    edited = run("case", "edit", two["number"], "--title", "가로등 고장", "--flag", "MANY").one
    assert (edited["title"], edited["flags"], edited["version"]) == ("가로등 고장", ["MANY"], 3)
    closed = run("case", "step", two["number"], "--kind", "closed").lines[0]
    assert (closed["status"], closed["result"]) == ("closed", "done")
    again = run("case", "step", two["number"], "--kind", "closed", login="clerk2")
    assert again.code == 2
    assert two["number"] in again.err
    erased = run("case", "erase", two["number"], "--reason", "본인 요청", login="supervisor1").one
    assert erased == {"case_id": two["case_id"], "erased": True}
    assert run("case", "show", two["number"]).lines[0]["title"] == ""
