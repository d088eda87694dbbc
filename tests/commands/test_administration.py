"""The administrator's commands: accounts, lists, imports, passwords, the code on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.commands.application import run
from app.config.paths import Home, resources
from tests.support.command_line import Ran
from tests.support.offices import PASSWORD, stored

Minwon = Callable[..., Ran]


@pytest.fixture
def minwon(
    qapp: QApplication, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Home
) -> Minwon:
    """One command in this process; keyword arguments are environment variables without their MINWON_."""

    def command(*arguments: str, login: str | None = "admin", root: Path | None = None, **env: str) -> Ran:
        with monkeypatch.context() as surroundings:
            for name, value in {"PASSWORD": PASSWORD, **env}.items():
                surroundings.setenv(f"MINWON_{name}", value)
            capsys.readouterr()
            code = run(["--home", str(root or home.root), *(["--as", login] if login else []), *arguments])
        return Ran(code, *capsys.readouterr())

    return command


def test_accounts(minwon: Minwon) -> None:
    added = minwon("person", "add", "clerk9", "--name", "오새롬").one
    assert (added["login"], added["role"], added["temporary_password"]) == ("clerk9", "clerk", True)
    refused = minwon("visit", "list", login="clerk9", PASSWORD=added["password"])
    assert refused.code == 3
    assert "임시 비밀번호" in refused.err
    chosen = minwon("password", login="clerk9", PASSWORD=added["password"], NEW_PASSWORD="own words")
    assert chosen.one["login"] == "clerk9"
    assert minwon("visit", "list", login="clerk9", PASSWORD="own words").code == 0
    assert minwon("person", "set-role", "clerk9", "supervisor").one["role"] == "supervisor"
    assert minwon("person", "rename", "clerk9", "--name", "오새봄").one["name"] == "오새봄"
    assert minwon("person", "withdraw", "clerk9").one["withdrawn_at"]
    assert minwon("visit", "list", login="clerk9", PASSWORD="own words").code == 3
    assert minwon("person", "reinstate", "clerk9").one["withdrawn_at"] is None
    assert minwon("person", "reset-password", "clerk9").one["password"] != added["password"]
    assert [line["login"] for line in minwon("person", "list").lines][-1] == "supervisor1"
    last = minwon("person", "withdraw", "admin")
    assert (last.code, last.out) == (3, "")
    assert "마지막 관리자" in last.err


@pytest.mark.parametrize("command", ["person list", "department list", "counter list", "service all", "recovery-code"])
def test_nobody_else_may(minwon: Minwon, command: str) -> None:
    assert minwon(*command.split(), login="clerk1").code == 3
    assert minwon(*command.split(), login=None).code == 3


def test_services_departments_and_counters(minwon: Minwon) -> None:
    department = minwon("department", "add", "--name", "새 부서", "--phone", "02-000-9999").one
    assert minwon("department", "edit", department["code"], "--location", "별관 2층").one["location"] == "별관 2층"
    service = minwon("service", "add", "--name", "새 업무", "--department", "새 부서", "--code", "new").one
    assert (service["code"], service["department"]) == ("NEW", "새 부서")
    assert minwon("department", "retire", department["code"]).code == 2
    edited = minwon("service", "edit", "NEW", "--keywords", "새것", "--department", "D001").one
    assert (edited["keywords"], edited["department_code"], edited["name"]) == ("새것", "D001", "새 업무")
    assert minwon("service", "move", "NEW", "--", "-1").code == 0
    assert minwon("department", "retire", department["code"]).one["retired_at"]
    assert minwon("department", "reinstate", department["code"]).one["retired_at"] is None
    assert minwon("service", "retire", "NEW").one["retired_at"]
    refused = minwon("visit", "register", "--service", "NEW", login="clerk1")
    assert refused.code == 2
    assert "새 업무" in refused.err
    assert minwon("service", "reinstate", "NEW").one["retired_at"] is None
    assert minwon("counter", "add", "z", "--name", "9번 창구").one["code"] == "Z"
    assert minwon("counter", "rename", "Z", "--name", "빠른 창구").one["name"] == "빠른 창구"
    assert minwon("counter", "retire", "Z").one["retired_at"]
    assert minwon("counter", "reinstate", "Z").one["retired_at"] is None
    assert minwon("counter", "retire", "A").code == 2
    for unknown in (
        ("service", "edit", "NOPE", "--name", "x"),
        ("department", "edit", "NOPE"),
        ("person", "withdraw", "x"),
    ):
        assert minwon(*unknown).code == 2


def test_the_new_settings(minwon: Minwon) -> None:
    hours = ("--opens", "08:30", "--closes", "17:30", "--day-end", "18:30")
    assert minwon("office", "set", *hours, "--lock-minutes", "5", "--note-days", "90").one["opens"] == "08:30"
    assert minwon("office", "set", "--opens", "19:00").code == 2
    assert minwon("office", "show", login=None).one["lock_minutes"] == 5


def test_imports(minwon: Minwon, tmp_path: Path, home: Home) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes("업무명,부서\n새 업무,민원여권과\n,민원여권과\n".encode("cp949"))
    before = stored(home, "SELECT * FROM service")
    checked = minwon("import", "services", str(path), "--check")
    assert checked.code == 2
    assert checked.lines[0] == {"row": 3, "label": "", "reasons": ["이름: 비어 있습니다"]}
    assert checked.lines[1] == {
        "kind": "services", "new": 1, "changed": 0, "unchanged": 0, "bad": 1, "imported": False
    }  # fmt: skip
    refused = minwon("import", "services", str(path))
    assert refused.code == 2
    assert "아무것도 가져오지 않았습니다" in refused.err
    assert stored(home, "SELECT * FROM service") == before
    assert minwon("import", "services", str(path), "--skip-bad").lines[-1]["imported"] is True
    assert len(stored(home, "SELECT * FROM service")) == len(before) + 1
    directory = str(resources() / "sample" / "directory.csv")
    assert minwon("import", "departments", directory, "--check").one["bad"] == 0
    people = tmp_path / "people.csv"
    people.write_text("아이디,이름,역할\nnew1,가나다,팀장\n", encoding="utf-8-sig")
    assert minwon("import", "people", str(people)).lines[-1].keys() == {"login", "password"}
    assert minwon("import", "services", str(tmp_path / "nothing.csv")).code == 2
    assert minwon("import", "services", directory, login="clerk1").code == 3


def test_the_code_on_paper(minwon: Minwon, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.pdf"
    code = minwon("recovery-code", "--out", str(sheet)).one["recovery_code"]
    assert sheet.read_bytes().startswith(b"%PDF")
    assert sheet.stat().st_mode & 0o777 == 0o600
    wrong = minwon("recover", "--login", "admin", login=None, RECOVERY_CODE="nope", NEW_PASSWORD="own words")
    assert (wrong.code, wrong.out) == (3, "")
    following = tmp_path / "following.pdf"
    recover = ("recover", "--login", "admin", "--out", str(following))
    done = minwon(*recover, login=None, RECOVERY_CODE=code, NEW_PASSWORD="own words").one
    assert done["recovery_code"] != code
    assert following.stat().st_mode & 0o777 == 0o600
    assert minwon("person", "list", PASSWORD="own words").code == 0
    assert minwon("person", "list").code == 3


def test_an_own_password(minwon: Minwon) -> None:
    assert minwon("password", login=None).code == 3
    assert minwon("password", login="clerk1", PASSWORD="wrong", NEW_PASSWORD="own words").code == 3
    assert minwon("password", login="clerk1", NEW_PASSWORD=PASSWORD).code == 2
    assert minwon("password", login="clerk1", NEW_PASSWORD="own words").code == 0
    assert minwon("visit", "list", login="clerk1", PASSWORD="own words").code == 0


def test_a_real_office_is_given_a_code(minwon: Minwon, tmp_path: Path) -> None:
    root, sheet = tmp_path / "real", tmp_path / "sheet.pdf"
    office = ("--office", "가람구", "--survey-host", "survey.garam.go.kr", "--password", "long enough")
    made = minwon("init", *office, "--recovery-sheet", str(sheet), login=None, root=root)
    assert made.code == 0
    assert made.one["office"] == "가람구"
    assert sheet.read_bytes().startswith(b"%PDF")
    assert sheet.stat().st_mode & 0o777 == 0o600
    code = next(word for word in made.err.split() if word.count("-") == 4)
    recovered = minwon(
        "recover", "--login", "admin", login=None, root=root, RECOVERY_CODE=code, NEW_PASSWORD="another one"
    )
    assert recovered.code == 0
