"""The server as a process: its start, its end, and its death at any moment."""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from app.db.survey_store import SurveyStore
from app.domain.errors import AddressInUse, BadValue, SurveyFileUnreadable, SurveyStoreDamaged
from app.survey_web.server import serve
from tests.support.survey import GOOD_ANSWERS, SurveyPlace
from tests.support.survey_client import hidden_fields
from tests.support.survey_server import end_server, start_server

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534


def never(address: str) -> None:
    raise AssertionError(f"listening on {address}")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_answers_when_it_says_so_and_ends_cleanly_on_a_signal(place: SurveyPlace, number: signal.Signals) -> None:
    process, address = start_server(place.folder)
    page = httpx.get(f"{address}/s/{place.today_token()}")
    assert page.status_code == 200
    assert "server" not in page.headers
    too_long = {**hidden_fields(page.text), **GOOD_ANSWERS, "Q9_COMMENT": "가" * 20_000}
    assert httpx.post(f"{address}/s/{place.today_token()}", data=too_long).status_code == 413

    process.send_signal(number)
    printed, _ = process.communicate(timeout=20)
    assert (process.returncode, printed) == (0, "ended\n")


def test_an_address_in_use_is_said(place: SurveyPlace) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(AddressInUse) as raised:
        serve(place.folder, "127.0.0.1", taken.getsockname()[1], never)
    assert raised.value.host == "127.0.0.1"


def test_a_half_sent_form_does_not_make_its_end_a_fault(place: SurveyPlace) -> None:
    process, address = start_server(place.folder, stderr=subprocess.PIPE)
    head = f"POST /s/{place.today_token()} HTTP/1.1\r\nHost: here\r\nContent-Length: 500\r\n"
    kind = "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    port = int(address.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)) as half, socket.create_connection(("127.0.0.1", port)) as less:
        half.sendall(f"{head}{kind}Q1_KIND=5".encode())
        less.sendall(head.encode())
        assert httpx.get(f"{address}/s/{place.today_token()}").status_code == 200  # the server has seen them by now
        process.terminate()
        printed, said = process.communicate(timeout=20)
    assert (process.returncode, printed, said) == (0, "ended\n", "")


@pytest.mark.parametrize("host", ["no such host", "192.0.2.1", "a..b", "h" * 70, f"{'h' * 70}.kr"])
def test_an_address_that_is_not_this_pcs_is_said(place: SurveyPlace, host: str) -> None:
    with pytest.raises(BadValue):
        serve(place.folder, host, 0, never)


def test_a_store_that_cannot_be_read_does_not_start(place: SurveyPlace) -> None:
    (place.folder / "survey.json").write_text("{}")
    with pytest.raises(SurveyFileUnreadable):
        serve(place.folder, "127.0.0.1", 0, never)

    place.write()
    (place.folder / "answers.db").write_bytes(b"garbage " * 1000)
    with pytest.raises(SurveyStoreDamaged):
        serve(place.folder, "127.0.0.1", 0, never)


def test_a_folder_that_is_no_store_is_said(place: SurveyPlace, tmp_path: Path) -> None:
    (place.folder / "keys.json").unlink()
    (tmp_path / "empty").mkdir()
    for folder in (place.folder, tmp_path / "empty", tmp_path / "nowhere"):
        with pytest.raises(SurveyStoreDamaged) as raised:
            serve(folder, "127.0.0.1", 0, never)
        assert raised.value.path == str(folder)
    assert not (tmp_path / "nowhere").exists()


def test_the_hold_key_lies_where_the_caller_says(place: SurveyPlace, tmp_path: Path) -> None:
    key_file = tmp_path / "keys" / "hold.key"
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(AddressInUse):
        serve(place.folder, "127.0.0.1", taken.getsockname()[1], never, hold_key_file=key_file)

    assert len(key_file.read_bytes()) == 32
    assert sorted(path.name for path in place.folder.iterdir()) == ["answers.db", "keys.json", "survey.json"]


def test_it_loads_nothing_of_the_desks_database_nor_of_its_window() -> None:
    listed = subprocess.run(
        [sys.executable, "-c", "import sys, app.survey_web.server; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    own = {name for name in listed if name.startswith(("app.db.", "app.models."))}
    allowed = {"app.db.faults", "app.db.hold_key", "app.db.store_files", "app.models.base"}
    assert {name for name in own if not name.startswith(("app.db.survey_", "app.models.survey_"))} <= allowed
    assert not [
        name for name in listed if name.startswith(("app.services", "app.ui", "app.sync", "PySide6", "alembic"))
    ]


def test_killed_at_any_moment_it_leaves_what_it_acknowledged_and_nothing_half_done(place: SurveyPlace) -> None:
    forms: dict[str, dict[str, str | list[str]]] = {}
    acknowledged: set[str] = set()

    def send_until_killed(address: str, tokens: list[str]) -> None:
        with httpx.Client() as browser:
            for token in tokens:
                try:
                    opened = hidden_fields(browser.get(f"{address}/s/{token}").text)
                    forms[token] = {**opened, **GOOD_ANSWERS, "Q9_COMMENT": f"<{token[40:60]}>"}
                    if browser.post(f"{address}/s/{token}", data=forms[token]).status_code == 200:
                        acknowledged.add(token)
                except httpx.TransportError:
                    return

    for _ in range(3):
        process, address = start_server(place.folder)
        rounds = [[place.today_token() for _ in range(500)] for _ in range(2)]
        threads = [threading.Thread(target=send_until_killed, args=(address, tokens)) for tokens in rounds]
        before = len(acknowledged)
        for thread in threads:
            thread.start()
        wanted = before + random.randrange(3, 25)
        while len(acknowledged) < wanted and any(thread.is_alive() for thread in threads):
            threads[0].join(0.001)
        process.kill()
        process.communicate()
        for thread in threads:
            thread.join()

    # A reader that comes first finds the interrupted transaction undone.
    store = SurveyStore.open(place.folder, read_only=True)
    found = len(store.envelopes())
    store.close()
    assert len(acknowledged) <= found <= len(forms)

    process, address = start_server(place.folder)
    with httpx.Client() as browser:
        for token, form in forms.items():
            if token in acknowledged:
                assert browser.get(f"{address}/s/{token}").status_code == 410
            assert browser.post(f"{address}/s/{token}", data=form).status_code == 200
    assert end_server(process) == "ended\n"
    with sqlite3.connect(place.folder / "answers.db") as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        bodies = [bytes(body) for (body,) in raw.execute("SELECT body FROM answer WHERE filled = 'y'")]
    raw.close()
    assert len(bodies) == len(forms)
    comments = {body.split(b"<")[1].split(b">")[0].decode() for body in bodies}
    assert comments == {token[40:60] for token in forms}


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder every account can reach, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="survey-account-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


_AS_SOMEBODY_ELSE = """
import encodings.idna, os, sys, zoneinfo
from pathlib import Path
import uvicorn.protocols.http.h11_impl, uvicorn.lifespan.on, uvicorn.loops.auto, anyio._backends._asyncio
from app.survey_web.server import serve
zoneinfo.ZoneInfo("Asia/Seoul")
if os.getuid() == 0:
    os.setgroups([]); os.setgid(int(sys.argv[3])); os.setuid(int(sys.argv[3]))
for secret in ("minwon.db", "keys/counter.key", "survey/answers.db"):
    try:
        (Path(sys.argv[2]) / secret).read_bytes()
        print("read", secret, flush=True)
    except PermissionError:
        pass
serve(Path(sys.argv[1]), "127.0.0.1", 0, lambda address: print(address, flush=True))
"""


def test_it_runs_as_an_account_that_cannot_read_the_home(open_folder: Path) -> None:
    home, folder = open_folder / "home", open_folder / "store"
    for name in ("minwon.db", "keys/counter.key", "survey/answers.db"):
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("secret")
    place = SurveyPlace(home / "survey").write()
    shutil.copytree(home / "survey", folder, ignore=shutil.ignore_patterns("answers.db"))
    if os.getuid() == 0:
        home.chmod(0o700)
        os.chown(folder, NOBODY, NOBODY)
    else:
        home.chmod(0)
    try:
        process = subprocess.Popen(
            [sys.executable, "-c", _AS_SOMEBODY_ELSE, str(folder), str(home), str(NOBODY)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://"), address
        token = place.today_token()
        opened = hidden_fields(httpx.get(f"{address}/s/{token}").text)
        page = httpx.post(f"{address}/s/{token}", data={**opened, **GOOD_ANSWERS})
        assert (page.status_code, "감사합니다." in page.text) == (200, True)
        process.terminate()
        process.communicate(timeout=20)
        assert process.returncode == 0
    finally:
        home.chmod(stat.S_IRWXU)
