"""minwon shared with bad input: a sentence, an exit code, and nothing changed on either side."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.config.paths import Home
from app.crypto.invites import invite_text, new_invite
from app.sync.addresses import read_address
from app.sync.hubs import open_owner
from tests.support.command_line import Ran
from tests.support.hubs import OFFICE, OFFICE_NAME
from tests.support.shared_desks import Desk
from tests.support.shared_places import PostgresPlace, Rows


def refuses(desk: Desk, ran: Ran, before: tuple[Rows, Rows], code: int, words: str) -> None:
    assert (ran.code, ran.out) == (code, ""), ran.err
    assert words in ran.err
    assert desk.state() == before


@pytest.mark.parametrize(
    ("url", "code", "words"),
    [
        ("mysql://office_admin@127.0.0.1/office", 2, "공유 주소를 알아볼 수 없습니다"),
        ("postgresql://office_admin@127.0.0.1", 2, "공유 주소를 알아볼 수 없습니다"),
        ("/srv/office.db", 2, "공유 주소를 알아볼 수 없습니다"),
        ("postgresql://office_admin@127.0.0.1:1/office", 4, "공유 서버에 닿지 않습니다"),
        ("postgresql://127.0.0.1:1/office", 3, "사용자"),
        ("sqlite:////no/such/folder/office.db", 4, "닿지 않습니다"),
    ],
)
def test_an_address_that_leads_nowhere(file_desk: Desk, url: str, code: int, words: str) -> None:
    before = file_desk.state()
    ran = file_desk("shared", "init", url, login="admin", MINWON_SHARED_PASSWORD="a secret")
    refuses(file_desk, ran, before, code, words)


def test_only_the_administrator_shares(file_desk: Desk) -> None:
    before = file_desk.state()
    for login in ("clerk1", "supervisor1"):
        assert file_desk("shared", "init", file_desk.place.url, login=login).code == 3
    assert file_desk("shared", "init", file_desk.place.url).code == 3
    assert file_desk.state() == before
    file_desk.share()
    before = file_desk.state()
    for words in (("invite",), ("counters",), ("restored",), ("login", file_desk.place.url)):
        assert file_desk("shared", *words, login="clerk1").code == 3
    assert file_desk.state() == before


def test_a_wrong_password_and_a_database_that_is_not_there(server_desk: Desk) -> None:
    before = server_desk.state()
    url = server_desk.place.url
    ran = server_desk("shared", "init", url, login="admin", MINWON_SHARED_PASSWORD="wrong")
    refuses(server_desk, ran, before, 3, "office_admin")
    assert "wrong" not in ran.err
    ran = server_desk("shared", "init", url.rpartition("/")[0] + "/nowhere", login="admin")
    refuses(server_desk, ran, before, 4, "데이터베이스나 파일이 없습니다")


def test_the_shared_side_of_another_office(desk: Desk) -> None:
    address, login = read_address(desk.place.url)
    if isinstance(desk.place, PostgresPlace):
        login = desk.place.login
    with closing(open_owner(address, login)) as owner:
        owner.prepare(OFFICE, OFFICE_NAME)
    before = desk.state()
    refuses(desk, desk("shared", "init", desk.place.url, login="admin"), before, 4, f"다른 사무실 ‘{OFFICE_NAME}’")


def test_a_place_where_something_else_is_kept(desk: Desk, tmp_path: Path) -> None:
    if isinstance(desk.place, PostgresPlace):
        with closing(desk.place.cluster.connect(desk.place.database)) as connection:
            connection.execute("CREATE TABLE payroll (name text)")
            connection.execute("INSERT INTO payroll VALUES ('남의 것')")
    else:
        with closing(sqlite3.connect(desk.place.path)) as file, file:
            file.execute("CREATE TABLE payroll (name text)")
            file.execute("INSERT INTO payroll VALUES ('남의 것')")
    before = desk.state()
    refuses(desk, desk("shared", "init", desk.place.url, login="admin"), before, 4, "민원데스크의 자료가 없습니다")
    home = Home(tmp_path / "second")
    code = invite_text(new_invite())
    ran = desk("shared", "join", desk.place.url, "--code", code, "--counter", "새 창구", home=home)
    # A server lets nobody in who has no code of its own; what is kept there is not looked at.
    refuses(desk, ran, before, *((2, "초대 코드") if isinstance(desk.place, PostgresPlace) else (4, "자료가 없습니다")))
    assert not home.root.exists()


def test_a_home_that_is_shared_already_is_not_shared_elsewhere(desk: Desk, tmp_path: Path) -> None:
    desk.share()
    before = desk.state()
    (tmp_path / "elsewhere").mkdir()
    ran = desk("shared", "init", f"sqlite:///{tmp_path}/elsewhere/office.db", login="admin")
    refuses(desk, ran, before, 2, "이미 공유하고 있습니다")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_codes_that_do_not_open(shared_desk: Desk, tmp_path: Path) -> None:
    desk, home = shared_desk, Home(tmp_path / "second")
    used = desk("shared", "invite", login="admin").one["code"]
    arguments = ("shared", "join", desk.place.url, "--counter", "새 창구")
    assert desk(*arguments, "--code", used, home=Home(tmp_path / "first")).code == 0
    expired = new_invite()
    address, login = read_address(desk.place.url)
    if isinstance(desk.place, PostgresPlace):
        login = desk.place.login
    with closing(open_owner(address, login)) as owner:
        owner.invite(expired, datetime.now(UTC) - timedelta(minutes=1))
    good = desk("shared", "invite", login="admin").one["code"]
    mistyped = good[:-1] + ("A" if good[-1] != "A" else "B")
    before = desk.state()
    for code, words in (
        (used, "이미 쓴 초대 코드"),
        (invite_text(expired), "기한(24시간)이 지났습니다"),
        (mistyped, "초대 코드가 맞지 않습니다"),
        (good[:9], "초대 코드가 맞지 않습니다"),
        ("", "초대 코드가 맞지 않습니다"),
    ):
        refuses(desk, desk(*arguments, "--code", code, home=home), before, 2, words)
        assert not home.root.exists()
    spoken = good.lower().replace("-", " ")
    assert desk("shared", "join", desk.place.url, "--counter", "셋째", "--code", spoken, home=home).code == 0


@pytest.mark.parametrize(
    ("name", "words"), [("2번 창구", "이미 있습니다"), ("b", "이미 있습니다"), (" ", "비어 있습니다")]
)
def test_names_that_a_new_counter_cannot_have(shared_desk: Desk, tmp_path: Path, name: str, words: str) -> None:
    desk, home = shared_desk, Home(tmp_path / "second")
    code = desk("shared", "invite", login="admin").one["code"]
    before = desk.state()
    ran = desk("shared", "join", desk.place.url, "--code", code, "--counter", name, home=home)
    refuses(desk, ran, before, 2, words)
    assert not home.root.exists()
    assert desk("shared", "join", desk.place.url, "--code", code, "--counter", "새 창구", home=home).code == 0


def test_a_home_that_is_there_already_does_not_join(file_desk: Desk, tmp_path: Path) -> None:
    file_desk.share()
    desk, home = file_desk, Home(tmp_path / "second")
    code = desk("shared", "invite", login="admin").one["code"]
    before = desk.state()
    arguments = ("shared", "join", desk.place.url, "--code", code, "--counter", "새 창구")
    refuses(desk, desk(*arguments), before, 2, "이미 자료가 있는 폴더")
    home.root.mkdir()
    (home.root / "노트.txt").write_text("남의 것", "utf-8")
    refuses(desk, desk(*arguments, home=home), before, 2, "이미 자료가 있는 폴더")
    assert [path.name for path in home.root.iterdir()] == ["노트.txt"]
    (home.root / "노트.txt").unlink()
    assert desk(*arguments, home=home).code == 0


def test_a_place_that_cannot_be_reached_is_not_joined(shared_desk: Desk, tmp_path: Path) -> None:
    desk, home = shared_desk, Home(tmp_path / "second")
    code = desk("shared", "invite", login="admin").one["code"]
    before = desk.state()
    with desk.place.cut():
        ran = desk("shared", "join", desk.place.url, "--code", code, "--counter", "새 창구", home=home)
    refuses(desk, ran, before, 4, "닿지 않습니다")
    assert not home.root.exists()
    assert desk("shared", "join", desk.place.url, "--code", code, "--counter", "새 창구", home=home).code == 0
