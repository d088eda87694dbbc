"""Very many cases, written past the program as it would have written them: into a home, a PostgreSQL, a shared file.

A text is about sixty syllables of words that citizens of an office use, common ones more often, so that there are
syllables, pairs and initials in nearly every case and words in hardly any. Cases come every three minutes, one in a
hundred is open. Each text comes ten times, years apart: the words of a tenth of the cases are worked out, by the
program's own `searchable`, and only the writing is done in bulk.
"""

from __future__ import annotations

import csv
import json
import os
import random
import sqlite3
import uuid
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate
from typing import Any, Protocol

import psycopg

from app.config.paths import Home, resources
from app.db.locked_text import locked
from app.db.search import entry_number
from app.db.term_index import add
from app.domain.search_terms import filter_terms, searchable, term_number
from app.domain.sharing import SharedAddress
from app.sync.file.merge import NEVER
from app.sync.file.words import MAKE as MAKE_WORDS

NEWEST = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
KINDS = ("GRIEV", "OTHER", "SUGGEST", "L-REPORT", "Q-PROC")
DEPARTMENTS = tuple(f"D{number:03}" for number in range(1, 41))
COMMON = (
    *(
        "소음",
        "여권",
        "주차",
        "길",
        "가로등",
        "쓰레기",
        "도로",
        "공사",
        "민원",
        "신청",
        "안내",
        "창구",
        "직원",
        "횡단보도",
    ),
    *("불법주차", "주차위반", "보도블록", "놀이터", "어린이집", "악취", "하수구", "흡연", "층간소음", "버스", "정류장"),
)
RARE = "쌍무지개"
"""A word of one case in ten thousand."""
_ENDINGS = (
    *(
        "너무 심합니다",
        "불편합니다",
        "확인해 주세요",
        "부탁드립니다",
        "빨리 고쳐 주세요",
        "어떻게 된 건가요",
        "감사합니다",
    ),
    *("위험해 보입니다", "매일 그렇습니다", "답변을 기다립니다", "밤마다 잠을 못 잡니다", "여러 번 말씀드렸습니다"),
)
_PARTICLES = ("이", "가", "을", "를", "에서", "은", "는", "에", "도", "으로", "와", "")
_FAMILIES = "김이박최정강조윤장임한오서신권황안송류홍"
_GIVEN = "민서연지우현수영진하준은도윤재성호경미정희동길순철"
_BATCH = 2000
_COLUMNS = (
    *("id", "number", "kind", "title", "text", "name", "phone", "address", "channel", "written_by", "received_at"),
    *(
        "received_by",
        "counter_code",
        "department_code",
        "period",
        "flags",
        "matter_id",
        "external_number",
        "to_auditor",
    ),
    *("ended_on", "version", "elsewhere", "status", "stale"),
)


@dataclass(frozen=True, slots=True)
class StoredCase:
    """`n` is its entry's number, `words` the terms it is found by (without that it is a case)."""

    id: str
    number: str
    kind: str
    title: str
    text: str
    name: str
    phone: str
    department: str
    received: datetime
    ended: bool
    n: int
    words: frozenset[str]


TURNS = 10


class Sink(Protocol):
    def put(self, cases: Sequence[StoredCase], turn: int, later: timedelta) -> None:
        """Those of `turn` (from 0), that much later than in the first."""


def fill(count: int, *sinks: Sink) -> None:
    """The same `count` cases into all of `sinks`, oldest first."""
    cases, later = list(made_cases(count)), timedelta(minutes=3 * (count // TURNS))
    for turn in range(TURNS):
        for first in range(0, len(cases), _BATCH):
            for sink in sinks:
                sink.put(cases[first : first + _BATCH], turn, turn * later)


def made_cases(count: int) -> Iterator[StoredCase]:
    """Those of the first turn."""
    dice = random.Random(20261120)
    vocabulary, weights = _vocabulary()
    at = NEWEST - timedelta(minutes=3 * count)
    for number in range(count // TURNS):
        at += timedelta(minutes=3)
        said = dice.choices(vocabulary, cum_weights=weights, k=12)
        if number % 10_000 == 5_000:
            said[3] = RARE
        joined = [word + dice.choice(_PARTICLES) for word in said]
        title = f"{said[0]} {said[1]}"
        text = f"{' '.join(joined[2:7])} {dice.choice(_ENDINGS)}. {' '.join(joined[7:])} {dice.choice(_ENDINGS)}."
        name = dice.choice(_FAMILIES) + dice.choice(_GIVEN) + dice.choice(_GIVEN)
        phone = f"010-{dice.randrange(10_000):04}-{dice.randrange(10_000):04}"
        kind, department = dice.choice(KINDS), dice.choice(DEPARTMENTS)
        said_number, ended = f"{at.year}-A-{number:07}", dice.random() < 0.99
        found = searchable((title, text), names=(name,), phones=(phone,), numbers=(said_number,))
        narrowed = filter_terms("", kind=kind, department=department, ended=ended)
        id_ = str(uuid.UUID(int=(1 << 120) + number))
        received, words = at, found.terms() | narrowed
        yield StoredCase(
            id_, said_number, kind, title, text, name, phone, department, received, ended, entry_number(at), words
        )


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """Words and their weights, added up: common ones first, then those of the sample office's directory."""
    with (resources() / "sample" / "directory.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    seen = dict.fromkeys(COMMON)
    for row in rows:
        seen.update(dict.fromkeys(f"{row['task']} {row['keywords']}".replace("·", " ").split()))
    words = list(seen)
    return words, list(accumulate(1 / (place + 20) for place in range(len(words))))


class IntoHome:
    """The home must be closed. Used as a context manager: triggers are put back at the end."""

    def __init__(self, home: Home) -> None:
        self._connection = sqlite3.connect(home.database, isolation_level=None)
        for pragma in ("journal_mode = DELETE", "journal_mode = OFF", "synchronous = OFF", "cache_size = -400000"):
            self._connection.execute(f"PRAGMA {pragma}")
        chosen = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'case_file'"
        self._triggers = self._connection.execute(chosen).fetchall()

    def __enter__(self) -> IntoHome:
        for name, _ in self._triggers:
            self._connection.execute(f'DROP TRIGGER "{name}"')
        self._connection.execute("BEGIN")
        return self

    def __exit__(self, *_: object) -> None:
        for _, text in self._triggers:
            self._connection.execute(text)
        self._connection.execute("COMMIT")
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.close()

    def put(self, cases: Sequence[StoredCase], turn: int, later: timedelta) -> None:
        rows = []
        for case in cases:
            id_, at = _id(case, turn), (case.received + later).replace(tzinfo=None)
            rows.append(
                (
                    *(
                        id_,
                        case.number,
                        case.kind,
                        case.title,
                        case.text,
                        case.name,
                        case.phone,
                        "",
                        "counter",
                        "citizen",
                    ),
                    *(at.isoformat(timespec="microseconds") + "Z", "clerk1", "A", case.department, "", "", id_, "", 0),
                    *(_day(case) if case.ended else None, 1, 0, "closed" if case.ended else "handling", 0),
                )
            )
        marks = ", ".join("?" * len(_COLUMNS))
        self._connection.executemany(f"INSERT INTO case_file ({', '.join(_COLUMNS)}) VALUES ({marks})", rows)
        entries = [(_n(case, later), "case_file", _id(case, turn), 0) for case in cases]
        self._connection.executemany("INSERT INTO search_entry VALUES (?, ?, ?, ?)", entries)
        entity = filter_terms("case_file")
        add(self._connection, [(_n(case, later), case.words | entity) for case in cases])


class IntoPostgres:
    """`connect` with a superuser's login; `close` builds the index of words."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self._place = 10**6
        self._later = timedelta()
        connection.execute("SET search_path = minwon")
        connection.execute("SET session_replication_role = replica")  # nobody pulls them: no feed is needed
        connection.execute("DROP INDEX searched_words")

    def put(self, cases: Sequence[StoredCase], turn: int, later: timedelta) -> None:
        """The server copies what comes again by itself (`close`)."""
        if turn:
            self._later = max(self._later, later)
            return
        cursor = self._connection.cursor()
        keys = [os.urandom(32) for _ in cases]
        columns = "entity, row_id, version, place, home, made_by, made_at, fields, day, department, holder"
        with cursor.copy(f"COPY doc ({columns}) FROM STDIN".encode()) as copy:
            for case, key in zip(cases, keys, strict=True):
                self._place += 1
                fields = json.dumps(_fields(case, key), ensure_ascii=False)
                head = ("case_file", _id(case, 0), 1, self._place, "elsewhere", "clerk1", case.received)
                copy.write_row((*head, fields, _day(case), case.department, "elsewhere"))
        with cursor.copy("COPY record_key FROM STDIN") as copy:
            for case, key in zip(cases, keys, strict=True):
                copy.write_row(("case_file", _id(case, 0), key))
        with cursor.copy("COPY searched (entity, row_id, version, n, words) FROM STDIN") as copy:
            for case in cases:
                words = ",".join(sorted(map(_number_text, case.words)))
                copy.write(f"case_file\t{_id(case, 0)}\t1\t{case.n}\t{{{words}}}\n")

    def close(self) -> None:
        for statement in _AGAIN:
            for turn in range(1, TURNS):
                again = {"turn": str(turn), "later": self._later * turn / (TURNS - 1)}
                self._connection.execute(statement.encode(), again)
        self._connection.execute("SET maintenance_work_mem = '1GB'")
        self._connection.execute(
            "CREATE INDEX searched_words ON searched USING gin (words) WITH (gin_pending_list_limit = 256)"
        )
        for table in ("doc", "record_key", "searched"):
            self._connection.execute(f"VACUUM (ANALYZE) {table}".encode())


class IntoFile:
    """A shared file that nobody has open. Used as a context manager."""

    def __init__(self, address: SharedAddress) -> None:
        self._connection = sqlite3.connect(address.path, isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._place = 10**6

    def __enter__(self) -> IntoFile:
        self._connection.execute("BEGIN")
        self._connection.execute("DROP TRIGGER doc_made")
        for statement in MAKE_WORDS:
            self._connection.execute(statement)
        return self

    def __exit__(self, *_: object) -> None:
        made = "CREATE TRIGGER doc_made AFTER INSERT ON doc BEGIN INSERT INTO feed (place) VALUES (new.place); END"
        self._connection.execute(made)
        self._connection.execute("COMMIT")
        self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.close()

    def put(self, cases: Sequence[StoredCase], turn: int, later: timedelta) -> None:
        docs, keys, words, entries = [], [], [], []
        for case in cases:
            self._place += 1
            key, numbers = os.urandom(32), array("i", sorted(map(_number, case.words)))
            fields = json.dumps(_fields(case, key), ensure_ascii=False)
            head = (
                self._place,
                "case_file",
                _id(case, turn),
                1,
                "elsewhere",
                "clerk1",
                case.received.isoformat(),
                0,
                fields,
            )
            docs.append((*head, "{}", None, _day(case), case.department, "elsewhere", None))
            keys.append(("case_file", _id(case, turn), key))
            n = _n(case, later)
            words.append((n, "case_file", _id(case, turn), 1, n, numbers.tobytes()))
            entries.append((n, [f"{number & 0xFFFFFFFF:08x}" for number in numbers]))
        self._connection.executemany(f"INSERT INTO doc VALUES ({', '.join('?' * 15)})", docs)
        self._connection.executemany("INSERT INTO record_key VALUES (?, ?, ?)", keys)
        self._connection.executemany("INSERT INTO searched VALUES (?, ?, ?, ?, ?, ?)", words)
        add(self._connection, entries)


def _id(case: StoredCase, turn: int) -> str:
    return f"{turn}{case.id[1:]}"


def _n(case: StoredCase, later: timedelta) -> int:
    return case.n + int(later.total_seconds())


# What the first turn has, again for a later one.
_AGAIN = (
    "INSERT INTO doc (entity, row_id, version, place, home, made_by, made_at, fields, day, department, holder) "
    "SELECT entity, %(turn)s::text || substr(row_id, 2), 1, place + %(turn)s::bigint * 10000000, home, made_by, "
    "made_at + %(later)s, fields || jsonb_build_object('received_at', iso(made_at + %(later)s)), day, department, "
    "holder FROM doc WHERE entity = 'case_file' AND row_id LIKE '0%%'",
    "INSERT INTO record_key SELECT entity, %(turn)s::text || substr(row_id, 2), key FROM record_key "
    "WHERE entity = 'case_file' AND row_id LIKE '0%%' AND %(later)s::interval IS NOT NULL",
    "INSERT INTO searched SELECT entity, %(turn)s::text || substr(row_id, 2), 1, "
    "n + extract(epoch FROM %(later)s::interval)::bigint, words FROM searched WHERE row_id LIKE '0%%'",
)

_number = cache(term_number)
_number_text = cache(lambda term: str(term_number(term)))


def _day(case: StoredCase) -> str:
    return case.received.date().isoformat() if case.ended else NEVER


def _fields(case: StoredCase, key: bytes) -> dict[str, object]:
    return {
        "number": case.number,
        "kind": case.kind,
        "received_at": case.received.isoformat(),
        "department_code": case.department,
        "ended_on": case.received.date().isoformat() if case.ended else None,
        "to_auditor": False,
        "title": locked(key, case.title),
        "text": locked(key, case.text),
        "name": locked(key, case.name),
        "phone": locked(key, case.phone),
        "address": "",
    }
