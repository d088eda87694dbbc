"""minwon shared invite and withdraw: an invitation taken back, and one that limits what the counter is given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.config.paths import Home
from app.config.settings import PRINT_TO_FILES, DeskSettings, save_settings
from tests.support.offices import stored
from tests.support.shared_desks import Desk


def joining(desk: Desk, code: str) -> tuple[str, ...]:
    return ("shared", "join", desk.place.url, "--code", code, "--counter", "2층 창구")


def counters(desk: Desk) -> dict[str, dict[str, Any]]:
    """The lines by counter code; that of an open invitation under ""."""
    return {line["counter"]: line for line in desk("shared", "counters", login="admin").lines}


def test_an_invitation_is_withdrawn(shared_desk: Desk, tmp_path: Path) -> None:
    desk, home = shared_desk, Home(tmp_path / "second")
    made = desk("shared", "invite", login="admin").one
    assert counters(desk)[""]["invitation"] == made["invitation"]
    assert counters(desk)["A"]["invitation"] is None
    assert desk("shared", "withdraw", made["invitation"], login="clerk1").code == 3
    ran = desk("shared", "withdraw", made["invitation"], login="admin")
    assert (ran.code, ran.one) == (0, {"withdrawn": made["invitation"]})
    assert set(counters(desk)) == {"A"}
    ran = desk(*joining(desk, made["code"]), home=home)
    assert (ran.code, ran.out) == (2, "")
    assert "관리자가 취소한 코드" in ran.err
    assert not home.root.exists()
    noted = stored(desk.home, "SELECT login FROM audit WHERE action = 'withdraw_invitation'")
    assert noted == [("admin",)]


def test_what_cannot_be_withdrawn(shared_desk: Desk, tmp_path: Path) -> None:
    desk = shared_desk
    made = desk("shared", "invite", login="admin").one
    assert desk(*joining(desk, made["code"]), home=Home(tmp_path / "second")).code == 0
    before = desk.state()
    for name, words in ((made["invitation"], "이미 창구가 등록되어"), ("없는 초대", "그런 초대가 없습니다: 없는 초대")):
        ran = desk("shared", "withdraw", name, login="admin")
        assert (ran.code, ran.out) == (2, "")
        assert words in ran.err
    assert desk.state() == before
    with desk.place.cut():
        assert desk("shared", "withdraw", made["invitation"], login="admin").code == 4


def test_a_counter_is_given_the_departments_it_was_invited_for(shared_desk: Desk, tmp_path: Path) -> None:
    desk, home = shared_desk, Home(tmp_path / "second")
    services = dict(stored(desk.home, "SELECT code, department_code FROM service WHERE code IN ('SEAL', 'LOCALTAX')"))
    assert services["SEAL"] != services["LOCALTAX"]
    made = desk("shared", "invite", "--departments", services["SEAL"], login="admin").one
    assert counters(desk)[""]["departments"] == [services["SEAL"]]
    for service in ("SEAL", "LOCALTAX"):
        assert desk("visit", "register", "--service", service, login="clerk1").code == 0
    assert desk("sync", "once").code == 0
    assert desk(*joining(desk, made["code"]), home=home).code == 0
    save_settings(home.settings, DeskSettings(printer=PRINT_TO_FILES))
    desk.further.append(home)
    lines = counters(desk)
    (code,) = set(lines) - {"A"}
    assert (lines[code]["departments"], lines["A"]["departments"]) == ([services["SEAL"]], None)
    # What it registers itself it has, whatever the department; both sides agree about what it holds.
    assert desk("visit", "register", "--service", "LOCALTAX", login="clerk2", home=home).code == 0
    desk.in_step()
    held = [(visit["number"], visit["service"]) for visit in desk("visit", "list", login="clerk1", home=home).lines]
    assert sorted(held) == [("A-001", "SEAL"), (f"{code}-001", "LOCALTAX")]
    assert len(desk("visit", "list", login="clerk1").lines) == 3
    desk.in_step()
    (compared,) = (line for line in desk("doctor", home=home).lines if line["name"] == "comparison")
    assert (compared["state"], compared["found"]["differing_count"]) == ("ok", 0)


def test_departments_nobody_knows(shared_desk: Desk) -> None:
    desk = shared_desk
    before = desk.state()
    for given, words in (
        ("D001,X999", "‘X999’ 부서를 찾을 수 없습니다"),
        ("", "--departments"),
        ("D001,", "--departments"),
    ):
        ran = desk("shared", "invite", "--departments", given, login="admin")
        assert (ran.code, ran.out) == (2, "")
        assert words in ran.err
    assert desk.state() == before
