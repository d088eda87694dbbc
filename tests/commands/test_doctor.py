"""minwon doctor on homes that are really broken: it names the fault, keeps on, and changes nothing."""

from __future__ import annotations

import hashlib
import os
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap import examine_home, opened_office
from app.config.paths import Home, resources
from app.config.settings import PRINT_TO_FILES, DeskSettings, save_settings
from app.db.schema_version import HEAD
from app.domain.actors import Actor
from app.domain.health import Check, Code, Finding, Health
from app.domain.visits import NewVisit
from app.services.clock import system_clock
from tests.support.command_line import ROOT, Ran, environment, minwon_here
from tests.support.faults import in_unprivileged_child, read_only
from tests.support.offices import PASSWORD, SetClock, stored

Doctor = Callable[..., Ran]


@pytest.fixture
def doctor(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Doctor:
    """Runs `minwon doctor` in this process."""
    return lambda home, *arguments: minwon_here(capsys, monkeypatch, home.root, "doctor", *arguments, login=None)


@pytest.fixture
def home(home: Home) -> Home:
    """A home that prints to files and has a survey store which has been served from."""
    save_settings(home.settings, DeskSettings(printer=PRINT_TO_FILES))
    with opened_office(home) as office:
        office.visits.register(office.accounts.sign_in("clerk1", PASSWORD), NewVisit("SEAL"))
        office.stores.export(home.survey)
    from app.db.survey_store import SurveyStore

    SurveyStore.open(home.survey, hold_key_file=home.keys / "hold.key").close()
    return home


def state_of(folder: Path) -> dict[str, str]:
    """Every file below `folder` and what is in it."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def found(ran: Ran) -> dict[str, tuple[str, str]]:
    """State and code by check, without those that are fine; the PC's time zone is the PC's own matter."""
    names = [line["name"] for line in ran.lines]
    assert names == list(Check), "every check gives one line, whatever the others found"
    ignored = {Check.TIME_ZONE.value: "other_zone"}
    return {
        line["name"]: (line["state"], line["code"])
        for line in ran.lines
        if line["code"] != "fine" and ignored.get(line["name"]) != line["code"]
    }


def one(check: Check, code: Code) -> dict[str, tuple[str, str]]:
    return {check.value: ("problem", code.value)}


def test_a_sound_home_is_said_to_be_so_and_left_alone(doctor: Doctor, home: Home) -> None:
    before = state_of(home.root)
    ran = doctor(home)
    assert (ran.code, found(ran)) == (0, {})
    assert state_of(home.root) == before
    assert "[정상] 기록 파일: 이상이 없습니다." in ran.err
    versions = ran.lines[0]["found"]
    assert (versions["schema"], versions["sqlite"]) == (HEAD, sqlite3.sqlite_version)


def test_it_shows_nothing_personal(doctor: Doctor, home: Home) -> None:
    stored(home, "UPDATE visit SET note = '휠체어 이용'")
    said = doctor(home).out + doctor(home).err
    people = [row[0] for row in stored(home, "SELECT name FROM person")]
    assert [word for word in (*people, "clerk1", "휠체어", str(home.root)) if word in said] == []


def test_it_speaks_english_too_and_is_silent_for_scripts(
    doctor: Doctor, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert doctor(home, "--json").err == ""
    monkeypatch.setenv("MINWON_LANGUAGE", "en")
    (home.keys / "slip.key").unlink()
    assert [line["name"] for line in doctor(home).lines] == list(Check)


def test_a_home_that_is_not_there(doctor: Doctor, tmp_path: Path) -> None:
    ran = doctor(Home(tmp_path / "nowhere"))
    assert ran.code == 4
    assert found(ran)["database"] == ("problem", "no_home")
    assert "minwon init" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_has_no_database_and_no_keys(doctor: Doctor, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    ran = doctor(Home(tmp_path / "home"))
    assert ran.code == 4
    assert found(ran)["database"] == ("problem", "no_database")
    assert found(ran)["keys"] == ("problem", "key_missing")
    assert list((tmp_path / "home").iterdir()) == []


@pytest.mark.parametrize("garbage", [b"", b"not a database at all" * 300, b"SQLite format 3\x00" + b"\xff" * 9000])
def test_a_database_of_garbage(doctor: Doctor, home: Home, garbage: bytes) -> None:
    home.database.write_bytes(garbage)
    ran = doctor(home)
    assert ran.code == 4
    assert found(ran)["database"] == ("problem", "damaged")
    assert home.database.read_bytes() == garbage


def test_a_page_overwritten_in_the_middle(doctor: Doctor, home: Home) -> None:
    with closing(sqlite3.connect(home.database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'service'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    with home.database.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)
    ran = doctor(home)
    assert ran.code == 4
    assert found(ran)["integrity"] == ("problem", "damaged")
    assert "access_log" not in found(ran)


def test_a_row_that_refers_to_nothing(doctor: Doctor, home: Home) -> None:
    stored(home, "UPDATE visit SET service_code = 'GONE'")
    assert found(doctor(home)) == one(Check.INTEGRITY, Code.LOOSE_ROWS)


def test_a_newer_database(doctor: Doctor, home: Home) -> None:
    stored(home, "UPDATE alembic_version SET version_num = '9999'")
    ran = doctor(home)
    assert found(ran) == one(Check.DATABASE, Code.NEWER)
    assert ran.lines[2]["found"] == {"found": "9999", "known": HEAD}


def test_a_home_of_an_earlier_release_is_no_fault(doctor: Doctor, tmp_path: Path) -> None:
    with tarfile.open(ROOT / "tests" / "data" / "homes" / "0.1.0" / "home.tar.gz") as packed:
        packed.extractall(tmp_path, filter="data")
    earlier = Home(tmp_path / "home")
    before = state_of(earlier.root)
    ran = doctor(earlier)
    assert (ran.code, found(ran)) == (0, {"database": ("ok", "older")})
    assert state_of(earlier.root) == before


def test_a_row_of_the_access_log_taken_out(doctor: Doctor, home: Home) -> None:
    with opened_office(home) as office:
        for _ in range(3):
            office.accounts.sign_in("clerk1", PASSWORD)
    middle = stored(home, "SELECT max(n) FROM audit")[0][0] - 1
    trigger = stored(home, "SELECT sql FROM sqlite_master WHERE name = 'audit_no_delete'")[0][0]
    stored(home, "DROP TRIGGER audit_no_delete")
    stored(home, "DELETE FROM audit WHERE n = ?", (middle,))
    stored(home, trigger)
    ran = doctor(home)
    assert found(ran) == one(Check.ACCESS_LOG, Code.CHAIN_BROKEN)
    assert next(line for line in ran.lines if line["name"] == "access_log")["found"] == {"row": middle + 1}


def test_a_journal_that_does_not_survive_a_power_cut(doctor: Doctor, home: Home) -> None:
    stored(home, "PRAGMA journal_mode = DELETE")
    assert found(doctor(home)) == one(Check.DURABILITY, Code.NOT_DURABLE)


_KEPT_OPEN = """
import sys, time
from pathlib import Path
from app.bootstrap import open_office
from app.config.paths import Home
from app.domain.visits import NewVisit
office = open_office(Home(Path(sys.argv[1])))
office.visits.register(office.accounts.sign_in("clerk1", sys.argv[2]), NewVisit("SEAL"))
print("open", flush=True)
time.sleep(600)
"""


def test_a_program_that_runs_is_told_from_one_that_was_cut_off(doctor: Doctor, home: Home) -> None:
    running = subprocess.Popen(
        [sys.executable, "-c", _KEPT_OPEN, str(home.root), PASSWORD],
        cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert running.stdout is not None
    try:
        assert running.stdout.readline() == "open\n"
        assert found(doctor(home)) == {}
        os.kill(running.pid, signal.SIGKILL)
    finally:
        running.kill()
        running.wait()
        running.stdout.close()
    left = state_of(home.root)
    assert left["minwon.db-wal"]
    ran = doctor(home)
    assert (ran.code, found(ran)) == (0, {"durability": ("warning", "cut_off")})
    assert {name: state for name, state in state_of(home.root).items() if not name.endswith("-shm")} == {
        name: state for name, state in left.items() if not name.endswith("-shm")
    }


@pytest.mark.parametrize("name", ["slip.key", "nonce.key"])
def test_a_key_that_is_gone_damaged_exposed_or_another_ones(doctor: Doctor, home: Home, name: str) -> None:
    path = home.keys / name
    kept = path.read_text("ascii")
    path.chmod(0o644)
    assert found(doctor(home)) == one(Check.KEYS, Code.KEY_EXPOSED)
    path.chmod(0o600)
    path.write_text("00" * 32 + "\n", "ascii")
    assert found(doctor(home)) == one(Check.KEYS, Code.KEY_OF_ANOTHER)
    path.write_text(kept[:20], "ascii")
    assert found(doctor(home)) == one(Check.KEYS, Code.KEY_DAMAGED)
    path.unlink()
    ran = doctor(home)
    assert found(ran) == one(Check.KEYS, Code.KEY_MISSING)
    assert f"keys/{name}" in ran.err


def test_a_survey_store_that_is_damaged_or_has_lost_its_key(doctor: Doctor, home: Home) -> None:
    key = home.keys / "hold.key"
    kept = key.read_bytes()
    key.write_bytes(bytes(32))
    assert found(doctor(home)) == one(Check.SURVEY_STORE, Code.HOLD_KEY_WRONG)
    key.unlink()
    assert found(doctor(home)) == one(Check.SURVEY_STORE, Code.HOLD_KEY_WRONG)
    assert not key.exists()
    key.write_bytes(kept)
    key.chmod(0o600)
    answers = (home.survey / "answers.db").read_bytes()
    (home.survey / "answers.db").write_bytes(b"gone" * 2000)
    assert found(doctor(home)) == one(Check.SURVEY_STORE, Code.STORE_DAMAGED)
    (home.survey / "answers.db").write_bytes(answers)
    (home.survey / "survey.json").write_text("{", "utf-8")
    assert found(doctor(home)) == one(Check.SURVEY_STORE, Code.STORE_DAMAGED)
    shutil.rmtree(home.survey)
    ran = doctor(home)
    assert (ran.code, found(ran)) == (0, {"survey_store": ("ok", "no_store")})


def test_a_clock_behind_the_newest_record(doctor: Doctor, home: Home) -> None:
    ahead = SetClock(system_clock() + timedelta(hours=3))
    with opened_office(home, ahead) as office:
        clerk: Actor = office.accounts.sign_in("clerk1", PASSWORD)
        office.visits.register(clerk, NewVisit("SEAL"))
    ran = doctor(home)
    assert found(ran) == one(Check.CLOCK, Code.CLOCK_BEHIND)
    (line,) = [line for line in ran.lines if line["name"] == "clock"]
    assert 178 <= line["found"]["minutes"] <= 180


def test_time_zones(doctor: Doctor, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def line(ran: Ran) -> tuple[Any, Any]:
        (told,) = [line for line in ran.lines if line["name"] == "time_zone"]
        return told["state"], told["code"]

    try:
        monkeypatch.setenv("TZ", "Asia/Seoul")
        time.tzset()
        assert line(doctor(home)) == ("ok", "fine")
        monkeypatch.setenv("TZ", "America/New_York")
        time.tzset()
        assert line(doctor(home)) == ("warning", "other_zone")
        stored(home, "UPDATE office_setting SET value = '\"Asia/Nowhere\"' WHERE name = 'timezone'")
        assert line(doctor(home)) == ("problem", "no_zone")
    finally:
        monkeypatch.undo()
        time.tzset()


def test_settings_that_cannot_be_read(doctor: Doctor, home: Home) -> None:
    home.settings.write_text("{", "utf-8")
    assert found(doctor(home)) == {
        **one(Check.SETTINGS, Code.SETTINGS_UNREADABLE),
        "printer": ("warning", "not_checked"),
    }


def _codes(home: Home, last: Check) -> dict[Check, Code]:
    """What is not fine, up to the check `last`."""
    codes: dict[Check, Code] = {}
    for finding in examine_home(home):
        codes[finding.check] = finding.code
        if finding.check is last:
            break
    return {check: code for check, code in codes.items() if code is not Code.FINE and check is not Check.TIME_ZONE}


def test_a_home_that_cannot_be_written(home: Home) -> None:
    with read_only(home.root):
        told = in_unprivileged_child(lambda: str(_codes(home, Check.DISK)))
    assert told == str({Check.DATABASE: Code.READ_ONLY, Check.KEYS: Code.KEY_EXPOSED, Check.DISK: Code.READ_ONLY})


def test_a_disk_without_room_for_another_file(home: Home) -> None:
    def attempt() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        return str(_codes(home, Check.DISK).get(Check.DISK))

    assert in_unprivileged_child(attempt, keep_account=True) == str(Code.DISK_FULL)


@pytest.mark.parametrize(
    ("free", "state", "code"),
    [
        (99_000_000, Health.PROBLEM, Code.DISK_FULL),
        (999_000_000, Health.WARNING, Code.DISK_LOW),
        (1_000_000_000, Health.OK, Code.FINE),
    ],
)
def test_the_disk_runs_full(home: Home, monkeypatch: pytest.MonkeyPatch, free: int, state: Health, code: Code) -> None:
    real = shutil.disk_usage(home.root)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: real._replace(free=free))
    disk = next(finding for finding in examine_home(home) if finding.check is Check.DISK)
    assert (disk.state, disk.code) == (state, code)


def test_fonts_that_are_damaged_incomplete_or_gone(
    doctor: Doctor, home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    packaged = tmp_path / "packaged"
    shutil.copytree(resources(), packaged / "resources", ignore=shutil.ignore_patterns("fonts"))
    fonts = packaged / "resources" / "fonts"
    shutil.copytree(resources() / "fonts", fonts)
    monkeypatch.setattr(sys, "_MEIPASS", str(packaged), raising=False)
    regular = fonts / "PretendardGOV-Regular.ttf"
    assert found(doctor(home)) == {}
    whole = regular.read_bytes()
    regular.write_bytes(whole[: len(whole) // 3])
    assert found(doctor(home)) == one(Check.FONTS, Code.FONT_DAMAGED)
    shutil.copyfile(fonts / "NotoSansSC-Regular-subset.ttf", regular)
    ran = doctor(home)
    assert found(ran) == one(Check.FONTS, Code.FONT_INCOMPLETE)
    assert "똠" in ran.err
    regular.unlink()
    assert found(doctor(home)) == one(Check.FONTS, Code.FONT_MISSING)


def _printer(doctor: Doctor, home: Home, printer: str) -> tuple[str, str] | None:
    save_settings(home.settings, DeskSettings(printer=printer))
    return found(doctor(home)).get("printer")


def test_printers(doctor: Doctor, home: Home, tmp_path: Path) -> None:
    assert _printer(doctor, home, "없는 프린터") == ("problem", "printer_gone")
    assert _printer(doctor, home, "tcp:no such host") == ("problem", "printer_mistyped")
    assert _printer(doctor, home, f"file:{tmp_path}/nowhere/printed.bin") == ("problem", "printer_silent")
    assert _printer(doctor, home, f"file:{tmp_path}/printed.bin") is None
    assert not (tmp_path / "printed.bin").exists()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        assert _printer(doctor, home, f"tcp:127.0.0.1:{port}") is None
        listener.settimeout(10)
        connection, _ = listener.accept()
        with connection:
            assert connection.recv(10) == b"", "nothing is sent to the printer"
    assert _printer(doctor, home, f"tcp:127.0.0.1:{port}") == ("problem", "printer_silent")


def test_without_a_printer_chosen_the_systems_default_must_be_there(
    doctor: Doctor, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.shared.printing.default_printer_name", lambda: "")
    assert _printer(doctor, home, "") == ("problem", "no_printer")
    monkeypatch.setattr("app.ui.shared.printing.default_printer_name", lambda: "창구 1")
    assert _printer(doctor, home, "") is None


def test_a_check_that_fails_hides_no_other(doctor: Doctor, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall_over() -> Finding:
        raise RuntimeError("of a kind nobody foresaw")

    monkeypatch.setattr("app.printing.font_health.look_at_fonts", fall_over)
    ran = doctor(home)
    assert (ran.code, found(ran)) == (4, one(Check.FONTS, Code.UNEXPECTED))
    assert "RuntimeError" in ran.err
    assert "nobody foresaw" not in ran.out + ran.err


@pytest.mark.parametrize("code", list(Code))
def test_every_finding_has_its_words(code: Code, qapp: QApplication) -> None:
    from app.ui.shared.health_words import diagnosis

    names = "kind found known rows journal row file minutes zone pc free_mb missing printer refused parked trouble"
    names += " waiting differing_count"
    values = dict.fromkeys(names.split(), "○")
    said = diagnosis(Finding(Check.DATABASE, Health.PROBLEM, code, values))
    assert said.sentence.endswith((".", "○"))
    assert (said.what_to_do == "") is (code in (Code.FINE, Code.OLDER, Code.NO_STORE))
