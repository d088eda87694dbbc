"""The command line as a script sees it: JSON lines, exit codes, sentences."""

from __future__ import annotations

import json
import resource
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.bootstrap import open_office
from app.config.paths import Home
from app.domain.personal_data import find_personal_data
from app.domain.visits import NewVisit
from tests.support.command_line import ROOT, Ran, minwon, minwon_here, serving
from tests.support.faults import in_unprivileged_child, read_only
from tests.support.offices import PASSPHRASE, PASSWORD, stored

SENTENCE_WORDS = ("습니다", "세요", "합니다")


def _is_a_sentence(ran: Ran) -> bool:
    return ran.out == "" and "Traceback" not in ran.err and any(words in ran.err for words in SENTENCE_WORDS)


def _rows(home: Home) -> list[object]:
    tables = ("visit", "visit_step", "slip", "outbox", "person", "office_setting", "audit_key")
    return [stored(home, f"SELECT * FROM {table}") for table in tables]


def test_the_whole_way_of_a_visit(home: Home, tmp_path: Path) -> None:
    services = minwon(home.root, "service", "list").lines
    assert {"code", "name", "department"} <= services[0].keys()
    registered = minwon(home.root, "visit", "register", "--service", "PASSPORT", login="clerk1").one
    assert registered["number"] == "A-001"
    assert registered["survey_url"].startswith("https://survey.hanbit.go.kr/s/")
    (visit,) = minwon(home.root, "visit", "list", login="clerk1").lines
    assert visit["visit_id"] == registered["visit_id"]
    assert (visit["number"], visit["service"], visit["status"]) == ("A-001", "PASSPORT", "serving")
    assert visit["registered_at"] == registered["registered_at"]
    slip = tmp_path / "slip.pdf"
    receipt = minwon(home.root, "receipt", visit["visit_id"], "--out", str(slip), login="clerk1").one
    assert slip.read_bytes().startswith(b"%PDF")
    assert receipt["reissue"] is False
    again = minwon(home.root, "receipt", visit["visit_id"], "--out", str(slip), login="clerk1").one
    assert again["reissue"] is True
    undone = minwon(home.root, "visit", "register", "--service", "SEAL", login="clerk1").one
    minwon(home.root, "visit", "undo", undone["visit_id"], login="clerk1")
    visits = minwon(home.root, "visit", "list", login="clerk1").lines
    assert [(v["number"], v["status"]) for v in visits] == [("A-001", "serving"), ("A-002", "undone")]


def test_general_options_stand_before_or_after(home: Home) -> None:
    ran = minwon(home.root, "visit", "list", "--json", "--as", "clerk1")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_the_same_print_time_gives_the_same_bytes(home: Home, tmp_path: Path) -> None:
    visit = minwon(home.root, "visit", "register", "--service", "SEAL", login="clerk1").one["visit_id"]
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for file in files:
        arguments = ["--paper", "roll58", "--language", "vi", "--printed-at", "2026-11-20T10:05"]
        assert minwon(home.root, "receipt", visit, "--out", str(file), *arguments, login="clerk1").code == 0
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.parametrize(
    ("login", "arguments", "code"),
    [
        (None, ["visit", "register", "--service", "SEAL"], 3),
        (None, ["visit", "list"], 3),
        (None, ["summary", "--date", "2026-11-20"], 3),
        (None, ["simulate", "--visits", "1"], 3),
        ("nobody", ["visit", "list"], 3),
        ("auditor1", ["visit", "register", "--service", "SEAL"], 3),
        ("admin", ["visit", "list"], 3),
        ("clerk1", ["summary", "--date", "2026-11-20"], 3),
        ("consultant1", ["summary", "--date", "2026-11-20"], 3),
        ("clerk1", ["sealed", "list"], 3),
        ("supervisor1", ["sealed", "list"], 3),
        ("admin", ["sealed", "list"], 3),
        ("auditor1", ["sealed", "list"], 3),
        ("clerk1", ["visit", "register", "--service", "NOSUCH"], 2),
        ("clerk1", ["visit", "register", "--service", ""], 2),
        ("clerk1", ["visit", "register"], 2),
        ("clerk1", ["visit", "register", "--service", "SEAL", "--kind", "robot"], 2),
        ("clerk1", ["visit", "register", "--service", "SEAL", "--note", "가" * 201], 2),
        ("clerk1", ["visit", "register", "--service", "SEAL", "--note", "a\tb"], 2),
        ("clerk1", ["visit", "register", "--service", "SEAL", "--note", "😀"], 2),
        ("clerk1", ["visit", "register", "--service", "SEAL", "--note", "שלום"], 2),
        ("clerk1", ["visit", "register", "--service", "SEAL", "--note", "900101-1234567"], 2),
        ("clerk1", ["visit", "register", "--service", "SEAL", "--queue-number", "010-1234-5678"], 2),
        ("clerk1", ["visit", "list", "--date", "yesterday"], 2),
        ("clerk1", ["visit", "undo", "nothing"], 2),
        ("clerk1", ["receipt", "nothing", "--out", "x.pdf"], 2),
        ("supervisor1", ["summary", "--date", "2026-02-30"], 2),
        ("clerk1", ["nonsense"], 2),
        ("clerk1", ["simulate", "--visits", "-1"], 2),
        (None, ["init", "--sample", "--password", "minwon"], 2),
        ("supervisor1", ["summary", "--date", "9999-12-31"], 2),
        ("clerk1", ["visit", "register", "--service", "\udcff"], 2),
        ("\udcff", ["visit", "list"], 2),
        (None, ["survey", "export-keys", "~nosuchperson/x"], 2),
        (None, ["demo", "--out", "/dev/null/x"], 4),
        ("admin", ["office", "set", "--slip-days", "99"], 2),
        ("clerk1", ["office", "set", "--slip-days", "9"], 3),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_what_cannot_be_done_is_said_and_changes_nothing(
    home: Home,
    login: str | None,
    arguments: list[str],
    code: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = _rows(home)
    ran = minwon_here(capsys, monkeypatch, home.root, *arguments, login=login)
    assert ran.code == code
    assert _is_a_sentence(ran), ran
    assert not find_personal_data(ran.err)
    assert _rows(home) == before


def test_sentences_are_english_when_the_user_is(home: Home) -> None:
    ran = minwon(home.root, "visit", "list", login="nobody", env={"MINWON_LANGUAGE": "en"})
    assert ran.code == 3
    assert not any("가" <= character <= "힣" for character in ran.err)


def test_a_missing_home_is_unavailable(tmp_path: Path) -> None:
    ran = minwon(tmp_path / "nowhere", "service", "list")
    assert ran.code == 4
    assert _is_a_sentence(ran)
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("garbage", [b"", b"garbage" * 1000, b"SQLite format 3\x00" + b"\x01" * 4096])
@pytest.mark.usefixtures("qapp")
def test_a_database_replaced_by_garbage_is_unavailable(
    home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, garbage: bytes
) -> None:
    home.database.write_bytes(garbage)
    ran = minwon_here(capsys, monkeypatch, home.root, "visit", "list", login="clerk1")
    assert ran.code == 4
    assert _is_a_sentence(ran)
    assert home.database.read_bytes() == garbage


@pytest.mark.parametrize(
    "garbage", ['{"text_size": 1e999}', "[" * 200_000, "{", "[]", '{"paper": "papyrus"}', "\x00\xff", '{"printer": 7}']
)
@pytest.mark.usefixtures("qapp")
def test_an_unreadable_settings_file_stops_every_command(
    home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, garbage: str
) -> None:
    home.settings.write_text(garbage, encoding="latin-1")
    before = _rows(home)
    ran = minwon_here(capsys, monkeypatch, home.root, "visit", "register", "--service", "SEAL", login="clerk1")
    assert ran.code == 2
    assert _is_a_sentence(ran)
    assert _rows(home) == before
    assert home.settings.read_text(encoding="latin-1") == garbage


def test_a_damaged_key_file_is_unavailable(home: Home) -> None:
    (home.keys / "slip.key").write_text("not a key")
    ran = minwon(home.root, "visit", "register", "--service", "SEAL", login="clerk1")
    assert ran.code == 4
    assert _is_a_sentence(ran)


def test_a_slip_that_cannot_be_written_is_not_counted(home: Home, tmp_path: Path) -> None:
    visit = minwon(home.root, "visit", "register", "--service", "SEAL", login="clerk1").one
    missing = tmp_path / "no" / "such" / "folder" / "slip.pdf"
    ran = minwon(home.root, "receipt", visit["visit_id"], "--out", str(missing), login="clerk1")
    assert ran.code == 4
    assert _is_a_sentence(ran)
    day = minwon(home.root, "visit", "list", login="clerk1").one
    assert day["slip_state"] == "failed"


@pytest.mark.parametrize("out", ["", ".", "/", "/dev/null/x.pdf", "가" * 250, "folder"])
@pytest.mark.usefixtures("qapp")
def test_an_impossible_file_is_said_so_and_the_next_slip_is_still_the_original(
    home: Home, tmp_path: Path, out: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    visit = minwon_here(capsys, monkeypatch, home.root, "visit", "register", "--service", "SEAL", login="clerk1").one
    receipt = ("receipt", visit["visit_id"], "--out")
    ran = minwon_here(capsys, monkeypatch, home.root, *receipt, out, login="clerk1")
    assert ran.code == 4
    assert _is_a_sentence(ran)
    good = minwon_here(capsys, monkeypatch, home.root, *receipt, str(tmp_path / "good.pdf"), login="clerk1")
    assert good.one["reissue"] is False


@pytest.mark.parametrize("printed_at", ["0001-01-01", "0999-01-01", "9999-12-31T23:59Z", "noon", "2026-13-01"])
@pytest.mark.usefixtures("qapp")
def test_an_impossible_print_time_changes_nothing(
    home: Home, tmp_path: Path, printed_at: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = minwon_here(capsys, monkeypatch, home.root, "visit", "register", "--service", "SEAL", login="clerk1").one
    before = _rows(home)
    arguments = ("receipt", visit["visit_id"], "--out", str(tmp_path / "x.pdf"), "--printed-at", printed_at)
    ran = minwon_here(capsys, monkeypatch, home.root, *arguments, login="clerk1")
    assert ran.code == 2
    assert _is_a_sentence(ran)
    assert _rows(home) == before


def test_results_that_nobody_can_receive_are_said_so(home: Home) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "app", "--home", str(home.root), "service", "list"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ran.returncode == 4
    assert "Traceback" not in ran.stderr


def test_without_a_display_the_window_says_so(home: Home) -> None:
    env = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    ran = minwon(home.root, "desk", env=env)
    assert ran.code == 4
    assert _is_a_sentence(ran)


def test_a_read_only_home_is_unavailable(home: Home) -> None:
    def attempt() -> str:
        import contextlib
        import io

        from app.commands.application import run

        said = io.StringIO()
        with contextlib.redirect_stderr(said):
            code = run(["--home", str(home.root), "--as", "clerk1", "visit", "register", "--service", "SEAL"])
        return f"{code} {said.getvalue()}"

    before = _rows(home)
    with read_only(home.root):
        said = in_unprivileged_child(attempt)
    assert said.startswith("4 ")
    assert any(words in said for words in SENTENCE_WORDS)
    assert _rows(home) == before


def test_a_full_disk_is_said_and_loses_nothing(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINWON_PASSWORD", PASSWORD)

    def attempt() -> str:
        import contextlib
        import io

        from app.commands.application import run

        size = max(path.stat().st_size for path in home.root.glob("minwon.db*")) + 100_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run(["--home", str(home.root), "--as", "clerk1", "simulate", "--visits", "10000"])
        return json.dumps([code, out.getvalue(), err.getvalue()])

    code, out, err = json.loads(in_unprivileged_child(attempt, keep_account=True))
    acknowledged = [json.loads(line)["visit_id"] for line in out.splitlines()]
    assert code == 4
    assert _is_a_sentence(Ran(code, "", err))
    assert acknowledged
    assert [row[0] for row in stored(home, "SELECT id FROM visit ORDER BY seq")] == acknowledged
    assert stored(home, "PRAGMA integrity_check") == [("ok",)]


def test_a_clock_set_back_a_year_is_said_and_the_newest_day_goes_on(home: Home) -> None:
    ahead = datetime.now(UTC) + timedelta(days=365)
    opened = open_office(home, lambda: ahead)
    newest = opened.visits.register(opened.accounts.sign_in("clerk1", PASSWORD), NewVisit("SEAL")).visit
    opened.close()
    ran = minwon(home.root, "visit", "register", "--service", "SEAL", login="clerk1")
    assert (ran.code, ran.one["number"]) == (0, "A-002")
    assert "시계" in ran.err
    days = stored(home, "SELECT DISTINCT day FROM visit")
    assert days == [(newest.day.isoformat(),)]


def test_init_makes_the_home_whole_or_not_at_all(tmp_path: Path) -> None:
    same = minwon(
        tmp_path / "h",
        "init",
        "--sample",
        "--password",
        "the same words",
        env={"MINWON_AUDIT_PASSPHRASE": "the same words"},
    )
    assert same.code == 2
    assert _is_a_sentence(same)
    assert not (tmp_path / "h").exists()
    made = minwon(tmp_path / "한글 폴더" / "집", "init", "--sample", "--password", "minwon").one
    assert made["accounts"] == ["clerk1", "clerk2", "consultant1", "supervisor1", "auditor1", "admin"]
    assert minwon(tmp_path / "한글 폴더" / "집", "service", "list").code == 0


def test_two_at_once_make_one_home(tmp_path: Path) -> None:
    for root, stands in ((tmp_path / "new", False), (tmp_path / "empty", True)):
        if stands:
            root.mkdir()
        with ThreadPoolExecutor(3) as pool:
            made = [pool.submit(minwon, root, "init", "--sample", "--password", "minwon") for _ in range(3)]
            tries = [future.result() for future in made]
        assert sorted(ran.code for ran in tries) == [0, 2, 2]
        assert minwon(root, "visit", "register", "--service", "SEAL", login="clerk1").code == 0
        assert sorted(path.name for path in tmp_path.glob(".minwon-new-*")) == []


def test_a_home_is_its_owners_alone(tmp_path: Path) -> None:
    root = tmp_path / "home"
    root.mkdir(mode=0o755)
    assert minwon(root, "init", "--sample", "--password", "minwon").code == 0
    minwon(root, "visit", "register", "--service", "SEAL", login="clerk1")
    assert stat.S_IMODE(root.stat().st_mode) == 0o700
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in root.glob("minwon.db*"))
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in (root / "keys").iterdir())


def test_a_folder_with_anything_in_it_is_not_made_a_home(tmp_path: Path) -> None:
    root = tmp_path / "home"
    (root / "keys").mkdir(parents=True)
    (root / "keys" / "slip.key").write_text("kept")
    ran = minwon(root, "init", "--sample", "--password", "minwon")
    assert ran.code == 2
    assert _is_a_sentence(ran)
    assert [path.name for path in root.rglob("*")] == ["keys", "slip.key"]


def test_init_without_the_practice_office(tmp_path: Path) -> None:
    assert minwon(tmp_path / "h", "init", "--password", "long enough").code == 2
    made = minwon(
        tmp_path / "h", "init", "--password", "long enough", "--office", "새벽구", "--survey-host", "survey.example.kr"
    ).one
    assert (made["office"], made["accounts"]) == ("새벽구", ["admin"])


def test_a_real_office_needs_a_real_password_and_the_practice_office_does_not(tmp_path: Path) -> None:
    real = minwon(
        tmp_path / "real", "init", "--password", "short", "--office", "새벽구", "--survey-host", "survey.example.kr"
    )
    assert real.code == 2
    assert _is_a_sentence(real)
    assert not (tmp_path / "real").exists()
    env = {"MINWON_AUDIT_PASSPHRASE": "phrase", "MINWON_PASSWORD": "p"}
    assert minwon(tmp_path / "practice", "init", "--sample", "--password", "p", env=env).code == 0
    assert minwon(tmp_path / "practice", "sealed", "list", login="auditor1", env=env).code == 0


def test_sealed_answers_need_the_auditor_and_the_passphrase(home: Home) -> None:
    wrong = minwon(home.root, "sealed", "list", login="auditor1", env={"MINWON_AUDIT_PASSPHRASE": "wrong words"})
    assert wrong.code == 3
    assert _is_a_sentence(wrong)
    right = minwon(home.root, "sealed", "list", login="auditor1", env={"MINWON_AUDIT_PASSPHRASE": PASSPHRASE})
    assert (right.code, right.out) == (0, "")


def test_export_keys_writes_public_things_only(home: Home, tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert minwon(home.root, "survey", "export-keys", str(store)).code == 0
    assert sorted(path.name for path in store.iterdir()) == ["keys.json", "survey.json"]
    written = b"".join(path.read_bytes() for path in store.iterdir())
    for key in home.keys.iterdir():
        assert key.read_text().strip().encode() not in written


def test_the_server_listens_and_stops_cleanly(home: Home) -> None:
    with serving(home.root) as address:
        assert address.startswith("http://127.0.0.1:")
    assert (home.survey / "keys.json").exists()


def test_self_test_goes_the_whole_way(tmp_path: Path) -> None:
    ran = minwon(tmp_path / "unused", "self-test")
    assert ran.code == 0, ran.err
    assert ran.lines[-1] == {"self_test": "passed"}
    assert not (tmp_path / "unused").exists()
