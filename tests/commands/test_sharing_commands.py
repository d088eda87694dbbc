"""minwon shared, sync, backup, restore and doctor over both kinds of shared side: the main story in real processes."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import opened_office
from app.config.paths import Home
from app.config.settings import PRINT_TO_FILES, DeskSettings, save_settings
from app.domain.sharing import SharedKind
from app.domain.visits import NewVisit
from app.sync.addresses import read_address
from tests.support.command_line import ROOT, environment, minwon
from tests.support.offices import PASSWORD, stored
from tests.support.shared_desks import Desk
from tests.support.shared_places import FilePlace, PostgresPlace

SEEN_WITHIN = {SharedKind.POSTGRESQL: 2.0, SharedKind.FILE: 3.0}
"""Seconds until another home's work is seen. A file is asked every two seconds at most."""
_FIRST_KEYS = ["pushed", "pulled", "unsent", "conflicts", "seconds"]


def kind_of(desk: Desk) -> SharedKind:
    return read_address(desk.place.url)[0].kind


# --- the main story ---


def test_two_pcs_share_an_office(desk: Desk, tmp_path: Path) -> None:
    """Each command a process of its own, the way an administrator works."""
    first, second = desk.home.root, tmp_path / "second"
    made = minwon(first, "shared", "init", desk.place.url, login="admin", env=desk.place.env)
    assert (made.code, made.one["unsent"], made.one["counter"]) == (0, 0, "A"), made.err
    assert made.one["address"] == read_address(desk.place.url)[0].url()
    assert made.one["office"] == "한빛구"
    assert made.one["pushed"] > 50

    invited = minwon(first, "shared", "invite", login="admin", env=desk.place.env).one
    assert set(invited) == {"code", "until", "invitation"}
    left = datetime.fromisoformat(invited["until"]) - datetime.now(UTC)
    assert timedelta(hours=23) < left <= timedelta(hours=24)

    arguments = ("shared", "join", desk.place.url, "--code", invited["code"], "--counter", "2층 창구")
    joined = minwon(second, *arguments)
    assert (joined.code, joined.one["counter"]) == (0, "D"), joined.err
    save_settings(Home(second).settings, DeskSettings(printer=PRINT_TO_FILES))

    desk.further.append(Home(second))
    assert desk("visit", "register", "--service", "SEAL", "--note", "휠체어", login="clerk1").code == 0
    assert desk("visit", "register", "--service", "PASSPORT", login="clerk2", home=Home(second)).code == 0
    assert [desk("visit", "list", login="clerk1", home=home).code for home in (desk.home, Home(second))] == [0, 0]
    sent = minwon(first, "sync", "once").one
    assert list(sent)[:5] == _FIRST_KEYS
    assert (sent["unsent"], sent["conflicts"]) == (0, 0)
    assert sent["pushed"] > 0
    came = desk("sync", "once", home=Home(second)).one
    assert came["pulled"] > 0
    assert came["pushed"] > 0
    assert desk("sync", "once").one["pulled"] > 0

    lists = [desk("visit", "list", login="clerk1", home=home).lines for home in (desk.home, Home(second))]
    assert lists[0] == lists[1]
    assert [visit["number"] for visit in lists[0]] == ["A-001", "D-001"]

    desk.in_step()
    zone = {"TZ": "Asia/Seoul"}
    for ran in (minwon(first, "doctor", env=zone), desk("doctor", home=Home(second), **zone)):
        lines = {line["name"]: line for line in ran.lines}
        assert ran.code == 0, ran.err
        assert (lines["shared"]["state"], lines["comparison"]["state"]) == ("ok", "ok")
        found = lines["comparison"]["found"]
        assert found["agree"] is True
        assert found["here"] == found["there"]
        assert found["here"]["visit"] == 2
        assert found["digest_here"] == found["digest_there"]
        assert found["unsent"] == found["audits_unsent"] == found["differing_count"] == 0
        assert lines["shared"]["found"]["address"] == made.one["address"]
    assert {line["counter"] for line in desk("shared", "counters", login="admin").lines} == {"A", "D"}


def test_init_again_brings_it_up_to_date_and_changes_nothing_else(shared_desk: Desk) -> None:
    before = {line["counter"]: line["home"] for line in shared_desk("shared", "counters", login="admin").lines}
    again = shared_desk("shared", "init", shared_desk.place.url, login="admin")
    assert (again.code, again.one["unsent"]) == (0, 0), again.err
    after = {line["counter"]: line["home"] for line in shared_desk("shared", "counters", login="admin").lines}
    assert after == before
    assert shared_desk("sync", "once").code == 0


# --- sync run ---


@dataclass
class Running:
    """`minwon sync run` as a process."""

    process: subprocess.Popen[str]

    def line(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        told: dict[str, Any] = json.loads(self.process.stdout.readline())
        return told

    def stop(self) -> tuple[int, str]:
        self.process.send_signal(signal.SIGTERM)
        out, err = self.process.communicate(timeout=30)
        assert all(json.loads(line) for line in out.splitlines())
        return self.process.returncode, err


@pytest.fixture
def running() -> Iterator[Callable[[Home], Running]]:
    started: list[subprocess.Popen[str]] = []

    def start(home: Home) -> Running:
        process = subprocess.Popen(
            [sys.executable, "-m", "app", "--home", str(home.root), "sync", "run"],
            cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        started.append(process)
        return Running(process)

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
            process.communicate()


def seconds_until(condition: Callable[[], bool], limit: float = 20.0) -> float:
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < limit, "it never comes"
        time.sleep(0.01)
    return time.monotonic() - began


def test_a_running_exchange_sees_a_hand_over_in_time_and_ends_when_told_to(
    shared_desk: Desk, running: Callable[[Home], Running]
) -> None:
    other = shared_desk.join()
    shared_desk.in_step()
    exchanging = running(other)
    first = exchanging.line()
    assert (first["attached"], first["unsent"], first["trouble"]) == (True, 0, "")

    with opened_office(shared_desk.home) as office:
        clerk = office.accounts.sign_in("clerk1", PASSWORD)
        visit = office.visits.register(clerk, NewVisit("SEAL")).visit
        office.sharing.exchange()
        seconds_until(lambda: bool(stored(other, "SELECT * FROM visit WHERE id = ?", (visit.id,))))
        office.reception.hand_over(clerk, visit.id, "D", "여권 창구로")
        office.sharing.exchange()
        waiting_there = "SELECT * FROM visit WHERE id = ? AND status = 'waiting' AND now_at = 'D'"
        took = seconds_until(lambda: bool(stored(other, waiting_there, (visit.id,))))
    assert took < SEEN_WITHIN[kind_of(shared_desk)]

    # What is saved at its own PC by another process goes out without waiting for the next turn.
    with opened_office(other) as office:
        office.visits.register(office.accounts.sign_in("clerk2", PASSWORD), NewVisit("PASSPORT"))
        sent = "SELECT * FROM outbox WHERE state = 'waiting'"
        assert seconds_until(lambda: not stored(other, sent)) < 1.5

    code, err = exchanging.stop()
    assert (code, err) == (0, "")
    shared_desk.in_step()
    assert shared_desk("doctor", TZ="Asia/Seoul").code == 0


def test_a_running_exchange_tells_when_the_shared_side_is_gone_and_back(
    file_desk: Desk, running: Callable[[Home], Running]
) -> None:
    file_desk.share()
    exchanging = running(file_desk.home)
    assert exchanging.line()["trouble"] == ""
    with file_desk.place.cut():
        gone = exchanging.line()
        assert (gone["trouble"], gone["failing_since"] is None) == ("SharedSideUnreachable", False)
        status = file_desk("sync", "status")
        assert (status.code, status.one["trouble"]) == (4, "SharedSideUnreachable")
    assert exchanging.line()["trouble"] == ""
    assert exchanging.stop() == (0, "")
    status = file_desk("sync", "status")
    assert (status.code, status.one["unsent"], status.one["kind"]) == (0, 0, "sqlite")


def test_a_pc_on_its_own_has_a_status_and_nothing_to_exchange(file_desk: Desk) -> None:
    alone = file_desk("sync", "status")
    assert (alone.code, alone.one["attached"]) == (0, False)
    for words in (("sync", "once"), ("sync", "run")):
        ran = file_desk(*words)
        assert (ran.code, ran.out) == (2, "")
        assert "아직 공유하지 않습니다" in ran.err


# --- looking after it ---


def test_a_removed_counter_is_told_so(shared_desk: Desk) -> None:
    other = shared_desk.join("민원실")
    gone = shared_desk("shared", "remove", "D", "--last-day", "2026-11-30", login="admin")
    assert gone.code == 0, gone.err
    assert (gone.one["counter"], gone.one["name"]) == ("D", "민원실")
    assert gone.one["removed_on"] is not None
    ran = shared_desk("sync", "once", home=other)
    assert ran.code == 3
    assert "공유에서 뺐습니다" in ran.err
    nobody = shared_desk("shared", "remove", "Z9", "--last-day", "2026-11-30", login="admin")
    assert (nobody.code, "Z9" in nobody.err) == (2, True)
    mistyped = shared_desk("shared", "remove", "A", "--last-day", "11/30", login="admin")
    assert mistyped.code == 2
    assert shared_desk("sync", "once").code == 0


def test_open_codes_are_listed(shared_desk: Desk) -> None:
    until = shared_desk("shared", "invite", login="admin").one["until"]
    (line,) = (line for line in shared_desk("shared", "counters", login="admin").lines if line["invited_until"])
    assert datetime.fromisoformat(line["invited_until"]) == datetime.fromisoformat(until)
    assert (line["home"], line["counter"]) == ("", "")


def test_a_field_changed_by_two_is_settled(file_desk: Desk) -> None:
    file_desk.share()
    other = file_desk.join()
    file_desk.in_step()
    for home, name in ((file_desk.home, "여권 발급"), (other, "여권 접수")):
        assert file_desk("service", "edit", "PASSPORT", "--name", name, login="admin", home=home).code == 0
    file_desk.in_step()
    (conflict,) = file_desk("sync", "conflicts", login="admin").lines
    assert {conflict["kept"], conflict["other"]} == {"여권 발급", "여권 접수"}
    settled = file_desk("sync", "settle", conflict["conflict_id"], "--take", "other", login="admin")
    assert settled.one == {"conflict_id": conflict["conflict_id"], "taken": "other"}
    file_desk.in_step()
    for home in (file_desk.home, other):
        assert stored(home, "SELECT name FROM service WHERE code = 'PASSPORT'") == [(conflict["other"],)]
        assert file_desk("sync", "conflicts", login="admin", home=home).lines == []
    again = file_desk("sync", "settle", conflict["conflict_id"], "--take", "kept", login="admin")
    assert again.code == 2
    wrong = file_desk("sync", "settle", conflict["conflict_id"], "--take", "both", login="admin")
    assert wrong.code == 2


def test_after_a_backup_was_put_back_over_there_everything_is_offered_again(file_desk: Desk, tmp_path: Path) -> None:
    file_desk.share()
    assert isinstance(file_desk.place, FilePlace)
    shutil.copy(file_desk.place.path, tmp_path / "kept.db")
    assert file_desk("visit", "register", "--service", "SEAL", login="clerk1").code == 0
    assert file_desk("sync", "once").code == 0
    shutil.copy(tmp_path / "kept.db", file_desk.place.path)
    told = file_desk("shared", "restored", login="admin")
    assert (told.code, told.one["unsent"]) == (0, 0), told.err
    assert told.one["pushed"] > 50
    assert file_desk("doctor", TZ="Asia/Seoul").code == 0


def test_a_password_changed_over_there_is_put_right_with_login(server_desk: Desk) -> None:
    server_desk.share()
    place = server_desk.place
    assert isinstance(place, PostgresPlace)
    (user,) = stored(server_desk.home, "SELECT user FROM shared_link")[0]
    with closing(place.cluster.connect(place.database)) as connection:
        connection.execute(f"ALTER ROLE {user} PASSWORD 'another'")
    refused = server_desk("sync", "once")
    assert refused.code == 3
    assert user in refused.err
    assert server_desk("sync", "status").code == 4
    ran = server_desk("doctor", TZ="Asia/Seoul")
    (line,) = (line for line in ran.lines if line["name"] == "comparison")
    assert (ran.code, line["code"], line["found"]["trouble"]) == (4, "not_compared", "SharedLoginRefused")
    put_right = server_desk("shared", "login", place.url, login="admin")
    assert put_right.code == 0, put_right.err
    assert server_desk("sync", "once").code == 0


def test_a_share_that_was_moved_is_found_again_with_login(file_desk: Desk, tmp_path: Path) -> None:
    file_desk.share()
    other = file_desk.join()
    (tmp_path / "share").rename(tmp_path / "moved")
    url = f"sqlite:///{tmp_path}/moved/office.db"
    assert file_desk("sync", "once").code == 4
    assert file_desk("shared", "init", url, login="admin").code == 2
    for home in (file_desk.home, other):
        moved = file_desk("shared", "login", url, login="admin", home=home)
        assert (moved.code, moved.one["unsent"]) == (0, 0), moved.err
        assert file_desk("sync", "status", home=home).one["address"] == moved.one["address"]
    nothing = file_desk("shared", "login", f"sqlite:///{tmp_path}/moved/nothing.db", login="admin")
    assert nothing.code == 4
    assert not (tmp_path / "moved" / "nothing.db").exists()


def test_login_goes_to_this_offices_shared_side_only(server_desk: Desk, request: pytest.FixtureRequest) -> None:
    server_desk.share()
    strange = PostgresPlace(request.getfixturevalue("postgres_cluster"))
    before = server_desk.state(), strange.rows()
    ran = server_desk("shared", "login", strange.url, login="admin")
    assert ran.code == 4, ran.err
    assert (server_desk.state(), strange.rows()) == before


# --- doctor ---


def test_doctor_names_what_is_not_sent_and_what_differs(shared_desk: Desk) -> None:
    shared_desk.in_step()
    assert shared_desk("visit", "register", "--service", "SEAL", login="clerk1").code == 0
    before = shared_desk.state()
    ran = shared_desk("doctor")
    assert shared_desk.state() == before, "it only looks"
    (line,) = (line for line in ran.lines if line["name"] == "comparison")
    assert (ran.code, line["code"]) == (4, "not_sent")
    assert line["found"]["unsent"] > 0
    assert "보내지 않은 것" in ran.err
    shared_desk.in_step()
    assert shared_desk("doctor", TZ="Asia/Seoul").code == 0
    stored(shared_desk.home, "UPDATE visit SET queue_number = '바뀜'")
    ran = shared_desk("doctor")
    (line,) = (line for line in ran.lines if line["name"] == "comparison")
    assert (ran.code, line["code"], line["found"]["differing_count"]) == (4, "sides_differ", 1)
    assert line["found"]["digest_here"] != line["found"]["digest_there"]
    stored(shared_desk.home, "UPDATE person SET name = '바뀜' WHERE login = 'clerk2'")
    assert "clerk2" not in shared_desk("doctor").out


def test_doctor_says_what_keeps_it_from_comparing(shared_desk: Desk) -> None:
    with shared_desk.place.cut():
        ran = shared_desk("doctor")
    (line,) = (line for line in ran.lines if line["name"] == "comparison")
    assert (ran.code, line["state"], line["code"]) == (4, "problem", "not_compared")
    assert line["found"]["trouble"] == "SharedSideUnreachable"
    assert "닿지 않습니다" in line["sentence"]
    assert {line["state"] for line in ran.lines if line["name"] in ("database", "integrity", "shared")} == {"ok"}


@pytest.mark.parametrize(
    ("change", "state", "code"),
    [
        ("UPDATE shared_link SET clock = 119.0", "ok", "fine"),
        ("UPDATE shared_link SET clock = -7200.0", "warning", "clock_differs"),
        ("UPDATE outbox SET state = 'refused' WHERE n = (SELECT max(n) FROM outbox)", "problem", "refused"),
        ("INSERT INTO parked_document VALUES ('visit', 'x', '{}', 'unfit')", "problem", "parked"),
    ],
)
def test_doctor_tells_what_this_pc_knows_of_the_shared_side(
    file_desk: Desk, change: str, state: str, code: str
) -> None:
    file_desk.share()
    stored(file_desk.home, change)
    (line,) = (line for line in file_desk("doctor").lines if line["name"] == "shared")
    assert (line["state"], line["code"]) == (state, code)
    assert line["found"]["last_exchange"] is not None
    assert "{" not in line["sentence"] + line["what_to_do"]


# --- passwords ---


def test_no_password_lies_about(server_desk: Desk, tmp_path: Path) -> None:
    """Not in what is printed, not in any file of either home but the one of passwords, which is its owner's alone."""
    place = server_desk.place
    assert isinstance(place, PostgresPlace)
    secret = "zq7-administrator"
    with closing(place.cluster.connect(place.database)) as connection:
        connection.execute(f"CREATE ROLE tender SUPERUSER LOGIN PASSWORD '{secret}'")
    url = place.url.replace(f"{place.login.user}@", f"tender:{secret}@")
    made = server_desk("shared", "init", url, login="admin")
    assert made.code == 0, made.err
    assert "MINWON_SHARED_PASSWORD" in made.err
    said = [made]
    said.append(server_desk("shared", "invite", login="admin"))
    home = Home(tmp_path / "second")
    joining = url.replace("tender:", "somebody-else:")
    said.append(server_desk("shared", "join", joining, "--code", said[-1].one["code"], "--counter", "새", home=home))
    assert said[-1].code == 0, said[-1].err
    said += [server_desk("sync", "status", home=each) for each in (server_desk.home, home)]
    said += [server_desk("doctor", home=each) for each in (server_desk.home, home)]
    assert [ran for ran in said if secret in ran.out + ran.err] == []
    assert "somebody-else" not in "".join(ran.out + ran.err for ran in said)

    for each in (server_desk.home, home):
        passwords = each.keys / "shared.json"
        assert passwords.stat().st_mode & 0o777 == 0o600
        words = [
            secret.encode(),
            b"somebody-else",
            *(word.encode() for word in json.loads(passwords.read_text()).values()),
        ]
        told = [
            path.name
            for path in each.root.rglob("*")
            if path.is_file() and path != passwords and any(word in path.read_bytes() for word in words)
        ]
        assert told == []
    assert secret not in json.loads((home.keys / "shared.json").read_text()).values()


# --- backups ---


def test_a_home_is_backed_up_and_restored(file_desk: Desk, tmp_path: Path) -> None:
    file_desk.share()
    desk, file, restored = file_desk, tmp_path / "minwon.backup", Home(tmp_path / "restored")
    assert desk("visit", "register", "--service", "SEAL", login="clerk1").code == 0
    desk.in_step()
    kept = desk("backup", str(file))
    assert (kept.code, kept.one) == (0, {"backup": str(file), "bytes": file.stat().st_size})
    ran = desk("restore", str(file))
    assert (ran.code, ran.out) == (2, "")
    assert "이미 자료가 있는 폴더" in ran.err
    assert desk("restore", str(file), home=restored).one == {"home": str(restored.root)}
    assert desk("sync", "once", home=restored).code == 0
    assert len(desk("visit", "list", login="clerk1", home=restored).lines) == 1


def test_files_that_are_no_backup(file_desk: Desk, tmp_path: Path) -> None:
    home = Home(tmp_path / "restored")
    (tmp_path / "text").write_text("not a backup", "utf-8")
    for name in ("text", "nothing", "."):
        ran = file_desk("restore", str(tmp_path / name), home=home)
        assert (ran.code, ran.out) == (2, "")
        assert "백업으로 쓸 수 없는 파일" in ran.err
        assert not home.root.exists()
    assert file_desk("backup", str(tmp_path / "no" / "folder")).code == 4
    assert file_desk("backup", str(tmp_path / "file"), home=home).code == 4
    assert not (tmp_path / "file").exists()
