"""The survey: page and answer over HTTP, against a bare app on the same stack in the same run.

Both servers are processes of their own and run on uvicorn with the same settings. The bare one serves a page of as many
bytes and writes one row for each form with SQLite alone, in a commit of its own with `synchronous=FULL` and the store's
journal mode (DELETE). One client drives both in turns over several kept-open connections: each opens a page, takes the
form's secret out of it and posts a filled form. Every slip is a real one and is used once; slips are signed beforehand.
What was acknowledged is counted in the store at the end.

Run: python -m benchmarks survey, or python -m benchmarks.survey --help
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from nacl.public import PrivateKey

from app.config.paths import resources
from app.crypto.signing import key_id, new_seed, public_key, sign_token
from app.db.store_files import CounterKey, StoreKeys, StoreOffice, write_store_files
from app.db.survey_answers import ENVELOPE_BYTES
from app.db.survey_store import Form, NewAnswer, Outcome, SurveyStore, Work
from app.domain.languages import Language
from app.domain.tokens import MARKED_NONCE_BYTES, TokenClaims, minute_mark
from benchmarks.measure import Row, Times, milliseconds

LIMIT = 0.6
PAGE_LIMIT = 50 * 1024
CONNECTIONS = 8
ROUNDS = 6
ANSWERS_A_ROUND = 150
STORED_BEFORE = 4_000
_ROOT = Path(__file__).resolve().parents[1]
_ZONE = ZoneInfo("Asia/Seoul")
_DEPARTMENTS = 20
_AREAS = 3
_NOT_OPEN = ("Q7_INTEGRITY", "Q9_COMMENT")
_SUBMISSION = b'name="submission" value="'
_ANSWERS = {
    "page": "1",
    "language": "ko",
    "Q1_KIND": "5",
    "Q2_ROUTE": "ONCE",
    "Q3_EXPLAIN": "4",
    "Q4_SPEED": "4",
    "Q5_FAIR": "5",
    "Q6_TROUBLE": "NONE",
    "Q7_INTEGRITY": "NONE",
    "Q8_OVERALL": "4",
    "Q9_COMMENT": "창구가 한눈에 보여서 편했습니다.",
    "action": "send",
}

_OURS = """
import sys
from pathlib import Path
from app.survey_web.server import serve
serve(Path(sys.argv[1]), "127.0.0.1", 0, lambda address: print(address, flush=True))
"""

_BARE = """
import sqlite3, sys, threading
from pathlib import Path
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from app.survey_web.running import run_app

folder = Path(sys.argv[1])
page = (folder / "page.html").read_text(encoding="utf-8")
database = sqlite3.connect(folder / "bare.db", check_same_thread=False, isolation_level=None)
database.execute("PRAGMA journal_mode = DELETE")
database.execute("PRAGMA synchronous = FULL")
database.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, body BLOB NOT NULL)")
turn = threading.Lock()


def insert(body: bytes) -> None:
    with turn:
        database.execute("INSERT INTO answer (body) VALUES (?)", (body,))


async def slip(request: Request) -> Response:
    if request.method == "POST":
        await run_in_threadpool(insert, await request.body())
        return HTMLResponse("<p>thank you</p>")
    return HTMLResponse(page)


run_app(Starlette(routes=[Route("/s/{token}", slip, methods=["GET", "POST"])]), "127.0.0.1", 0,
        lambda address: print(address, flush=True))
"""


@dataclass
class _Side:
    """One of the two servers, and what was measured of it."""

    port: int
    seconds: float = 0.0
    answers: int = 0
    gets: list[float] = field(default_factory=list)
    posts: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Pages with their answers, a second."""
        return self.answers / self.seconds


class _Office:
    """A store folder with one counter, and that counter's slips."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seed = new_seed()
        self._key_id = key_id(public_key(self._seed))
        self.now = datetime.now(UTC)
        self.day: date = self.now.astimezone(_ZONE).date()
        counter = CounterKey(self._key_id, public_key(self._seed))
        keys = StoreKeys(7, "Asia/Seoul", (counter,), bytes(PrivateKey.generate().public_key))
        names = {number: f"{number}과" for number in range(1, _DEPARTMENTS + 1)}
        survey = json.loads((resources() / "survey" / "survey.json").read_text(encoding="utf-8"))
        write_store_files(folder, keys, StoreOffice("한빛구청", "survey.hanbit.go.kr", (), names), survey)

    def token(self, number: int) -> str:
        claims = TokenClaims(
            self._key_id,
            number % _DEPARTMENTS + 1,
            number % _AREAS + 1,
            self.day,
            self.now.astimezone(_ZONE).hour >= 12,
            os.urandom(MARKED_NONCE_BYTES),
            minute_mark(self.now),
        )
        return sign_token(claims, self._seed)

    def fill(self, answers: int) -> None:
        """Store so many answers of today without a server."""
        store = SurveyStore.open(self.folder)
        chosen = {name: (value,) for name, value in _ANSWERS.items() if name[0] == "Q" and name not in _NOT_OPEN}

        def storing(number: int) -> Work[Outcome]:
            department, area = number % _DEPARTMENTS + 1, number % _AREAS + 1
            answer = NewAnswer(self.day, department, area, Language.KO, chosen, "", os.urandom(ENVELOPE_BYTES))
            form = Form(self.day, os.urandom(MARKED_NONCE_BYTES), os.urandom(16), b"")
            # Long ago enough that no first page of theirs waits any more.
            return lambda turn: turn.accept(form, answer, self.now - timedelta(hours=2))

        for start in range(0, answers, 20):
            store.together([storing(number) for number in range(start, min(answers, start + 20))])
        store.close()


@contextmanager
def _server(program: str, folder: Path) -> Iterator[int]:
    command = [sys.executable, "-c", program, str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=_ROOT)
    try:
        assert process.stdout is not None
        yield int(process.stdout.readline().rpartition(":")[2])
    finally:
        process.terminate()
        process.communicate(timeout=30)


class _Browser:
    """One kept-open connection that reads no more of an answer than it must."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def open(cls, port: int) -> _Browser:
        return cls(*await asyncio.open_connection("127.0.0.1", port, limit=1 << 20))

    async def close(self) -> None:
        self._writer.close()
        await self._writer.wait_closed()

    async def send(self, head: str, body: bytes = b"") -> bytes:
        """The body of the answer, which has to be a 200."""
        self._writer.write(f"{head}\r\nHost: survey.hanbit.go.kr\r\nAccept-Language: ko\r\n".encode() + body)
        top = await self._reader.readuntil(b"\r\n\r\n")
        if not top.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(top.decode("latin-1").partition("\r\n")[0])
        length = int(top.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
        return await self._reader.readexactly(length)

    async def answer(self, token: str, side: _Side) -> None:
        begun = time.perf_counter()
        page = await self.send(f"GET /s/{token} HTTP/1.1", b"\r\n")
        opened = time.perf_counter()
        secret = page.partition(_SUBMISSION)[2][:32].decode()
        form = urlencode({**_ANSWERS, "submission": secret}).encode()
        kind = b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n" % len(form)
        posted = time.perf_counter()
        await self.send(f"POST /s/{token} HTTP/1.1", kind + form)
        side.gets.append(opened - begun)
        side.posts.append(time.perf_counter() - posted)


async def _round(side: _Side, tokens: Sequence[str], connections: int) -> None:
    browsers = [await _Browser.open(side.port) for _ in range(connections)]
    left = iter(tokens)

    async def drive(browser: _Browser) -> None:
        for token in left:
            await browser.answer(token, side)

    begun = time.perf_counter()
    await asyncio.gather(*(drive(browser) for browser in browsers))
    side.seconds += time.perf_counter() - begun
    side.answers += len(tokens)
    for browser in browsers:
        await browser.close()


async def _page(port: int, token: str) -> bytes:
    browser = await _Browser.open(port)
    page = await browser.send(f"GET /s/{token} HTTP/1.1", b"\r\n")
    await browser.close()
    return page


async def _take_turns(ours: _Side, bare: _Side, office: _Office, rounds: int, answers: int, connections: int) -> None:
    rows = iter(range(10**9))
    # The first round of each is to warm up and is not counted.
    for number in range(rounds + 1):
        for side in (ours, bare) if number % 2 else (bare, ours):
            tokens = [office.token(next(rows)) for _ in range(answers)]
            await _round(side, tokens, connections)
            if not number:
                side.seconds, side.answers = 0.0, 0
                side.gets.clear()
                side.posts.clear()


def measure(quick: bool) -> list[Row]:
    """Two rows: with no answer of the day stored before, and with a very busy day's."""
    if quick:
        return [compare(20, rounds=1, answers=10)]
    return [compare(0), compare(STORED_BEFORE)]


def compare(
    stored_before: int, rounds: int = ROUNDS, answers: int = ANSWERS_A_ROUND, connections: int = CONNECTIONS
) -> Row:
    """Drive both servers in turns; the ratio is our rate ÷ the bare one's."""
    with tempfile.TemporaryDirectory(prefix="minwon-bench-") as place:
        folder, bare_folder = Path(place) / "store", Path(place) / "bare"
        office = _Office(folder)
        bare_folder.mkdir()
        office.fill(stored_before)
        with _server(_OURS, folder) as port:
            page = asyncio.run(_page(port, office.token(0)))
            (bare_folder / "page.html").write_bytes(page)
            with _server(_BARE, bare_folder) as bare_port:
                ours, bare = _Side(port), _Side(bare_port)
                asyncio.run(_take_turns(ours, bare, office, rounds, answers, connections))
        _check(folder, stored_before + (rounds + 1) * answers)
    ratio = ours.rate / bare.rate
    return Row(
        what=f"survey page + answer, {stored_before:,} answers of the day stored",
        target=f"≥ {LIMIT}× the bare app's rate, page ≤ {PAGE_LIMIT // 1024} KB",
        measured=f"{ours.rate:.0f}/s, answer p95 {milliseconds(Times(tuple(ours.posts)).p95)}",
        limit=f"{bare.rate:.0f}/s, answer p95 {milliseconds(Times(tuple(bare.posts)).p95)}",
        ratio=ratio,
        met=ratio >= LIMIT and len(page) <= PAGE_LIMIT,
        note=f"{connections} connections, page of {len(page)} bytes, journal DELETE and synchronous FULL on both sides",
        figures={
            **Times(tuple(ours.gets)).figures("page"),
            **Times(tuple(ours.posts)).figures("answer"),
            **Times(tuple(bare.gets)).figures("bare_page"),
            **Times(tuple(bare.posts)).figures("bare_answer"),
            "answers_per_second": round(ours.rate, 1),
            "bare_answers_per_second": round(bare.rate, 1),
            "page_bytes": len(page),
        },
    )


def _check(folder: Path, expected: int) -> None:
    """What was acknowledged has to be in the store."""
    with sqlite3.connect(folder / "answers.db") as raw:
        found = raw.execute("SELECT count(*) FROM answer WHERE filled = 'y'").fetchone()[0]
    raw.close()
    if found != expected:
        raise RuntimeError(f"{found} answers are stored, {expected} were acknowledged")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stored", type=int, default=STORED_BEFORE, help="answers of the day before it begins")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--answers", type=int, default=ANSWERS_A_ROUND, help="a round")
    parser.add_argument("--connections", type=int, default=CONNECTIONS)
    chosen = parser.parse_args()
    row = compare(chosen.stored, chosen.rounds, chosen.answers, chosen.connections)
    sys.stdout.write(json.dumps(asdict(row), ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
