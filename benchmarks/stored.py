"""Homes of the practice office with many visits already stored: filled past the program, as it would have filled them.

Each past visit was registered, served, finished and got a slip: one row in `visit`, three in `visit_step`, one in
`slip`, six operations in the outbox and two rows in the access log, whose chain holds. Tokens are there for the last
week only, as the program deletes older ones. Days are working days of `PER_DAY` visits.
"""

from __future__ import annotations

import hashlib
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from app.bootstrap import found_home
from app.config.paths import Home, resources
from app.domain.clocks import office_day
from app.services.founding import sample_office

PASSWORD = "minwon"
PER_DAY = 400
_LOGINS = ("clerk1", "clerk2")
_KINDS = ("self", "self", "self", "self", "proxy", "company", "foreigner")
_BATCH = 5_000
_OPENS = time(0, 0, 1, 250_000, tzinfo=UTC)
"""09:00 in Seoul, and no round second: the program writes microseconds."""

_COLUMNS = {
    "visit": "id counter_code day seq service_code department_code visitor_kind queue_number note registered_by "
    "registered_at status version now_at slip_withheld",
    "visit_step": 'id visit_id kind at "by" counter_code automatic trusted pc_clock services_before services_after',
    "slip": "id visit_id paper language reissue state reason printed_at version made_by",
    "slip_token": "visit_id department_number area_number day afternoon locked_nonce",
    "outbox": "op_id entity row_id kind base_version fields made_at state",
    "audit": "at login role counter_code action entity row_id detail chain",
}


def practice_home(folder: Path) -> Home:
    """A new home of the practice office in `folder`/home; everybody's password is `PASSWORD`."""
    home = Home(folder / "home")
    found_home(home, sample_office(resources() / "sample"), PASSWORD)
    return home


def filled_home(folder: Path, visits: int, today: int = 0) -> Home:
    """`practice_home` with `visits` stored: `today` of them today, the others on the working days before."""
    home = practice_home(folder)
    with closing(sqlite3.connect(home.database, isolation_level=None)) as connection:
        for pragma in ("journal_mode = DELETE", "journal_mode = OFF", "synchronous = OFF", "cache_size = -300000"):
            connection.execute(f"PRAGMA {pragma}")
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("BEGIN")
        _Filling(connection).fill(_moments(visits - today, today))
        for _, statement in triggers:
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")
    return home


def _moments(past: int, today: int) -> Iterator[tuple[date, datetime]]:
    """The day and the moment of registration of each visit, oldest first."""
    now = datetime.now(UTC)
    day = office_day(now)
    days: list[date] = []
    while len(days) * PER_DAY < past:
        day -= timedelta(days=1)
        if day.weekday() < 5:
            days.append(day)
    apart = timedelta(hours=9) / PER_DAY
    for number in range(past):
        place, within = divmod(number, PER_DAY)
        day = days[len(days) - 1 - place]
        yield day, datetime.combine(day, _OPENS) + within * apart
    for number in range(today):
        yield office_day(now), now - timedelta(minutes=1) - (today - 1 - number) * timedelta(seconds=1)


@dataclass
class _Filling:
    """One writing of many visits."""

    connection: sqlite3.Connection
    rows: dict[str, list[tuple[object, ...]]] = field(default_factory=lambda: {table: [] for table in _COLUMNS})

    def fill(self, moments: Iterator[tuple[date, datetime]]) -> None:
        """Write a visit for each of `moments`; each finishes the one before, and the last is being served."""
        self._services = self.connection.execute(
            "SELECT service.code, department.code, department.number, service.area_number FROM service "
            "JOIN department ON department.code = service.department_code ORDER BY position"
        ).fetchall()
        ((self._chain,),) = self.connection.execute("SELECT chain FROM audit ORDER BY n DESC LIMIT 1")
        self._dice = random.Random(7)
        self._keep_tokens_from = office_day(datetime.now(UTC)) - timedelta(days=8)
        seq, before = 0, None
        waiting = list(moments)
        for number, (day, at) in enumerate(waiting):
            seq = seq + 1 if day == before else 1
            before = day
            served = timedelta(minutes=2) if day < waiting[-1][0] else timedelta(milliseconds=500)
            self._visit(number, day, seq, at, served, last=number == len(waiting) - 1)
            if number % _BATCH == _BATCH - 1:
                self._write()
        self._write()

    def _visit(self, number: int, day: date, seq: int, at: datetime, served: timedelta, *, last: bool) -> None:
        stamp = f"{int(at.timestamp() * 1000):012x}"
        ids = [f"{stamp[:8]}-{stamp[8:]}-7{place:03x}-8000-{number:012x}" for place in range(11)]
        visit_id, slip_id = ids[0], ids[4]
        login = _LOGINS[number % 2]
        service, department, department_number, area = self._services[self._dice.randrange(9)]
        kind = self._dice.choice(_KINDS)
        started, ended, day_text = at, at + served, day.isoformat()
        at_text, end_text = _utc(started), _utc(ended)
        rows = self.rows
        rows["visit"].append(
            (
                *(visit_id, "A", day_text, seq, service, department, kind, str(seq % 300), "", login, at_text),
                *("serving" if last else "done", 1, "A", 0),
            )
        )
        fields = (
            f'{{"counter_code": "A", "day": "{day_text}", "department_code": "{department}", "note": "", "now_at": "A",'
            f' "queue_number": {{"locked": "{number:064x}"}}, "registered_at": "{started.isoformat()}",'
            f' "registered_by": "{login}", "seq": {seq}, "service_code": "{service}", "slip_withheld": false,'
            f' "visitor_kind": "{kind}"}}'
        )
        self._operation(ids[5], "visit", visit_id, fields, at_text)
        steps = [("registered", 0, started, at_text), ("serving_started", 1, started, at_text)]
        if not last:
            steps.append(("finished", 1, ended, end_text))
        for place, (step, automatic, moment, moment_text) in enumerate(steps, start=1):
            rows["visit_step"].append(
                (ids[place], visit_id, step, moment_text, login, "A", automatic, 1, moment_text, "", "")
            )
            fields = (
                f'{{"at": "{moment.isoformat()}", "automatic": {"true" if automatic else "false"}, "because_of": null,'
                f' "by": "{login}", "counter_code": "A", "kind": "{step}", "trusted": true, "visit_id": "{visit_id}"}}'
            )
            self._operation(ids[5 + place], "visit_step", ids[place], fields, moment_text)
        rows["slip"].append((slip_id, visit_id, "roll80", "ko", 0, "handed", "", at_text, 2, login))
        fields = (
            f'{{"language": "ko", "made_by": "{login}", "paper": "roll80", "printed_at": "{started.isoformat()}",'
            f' "reissue": false, "state": "waiting", "visit_id": "{visit_id}"}}'
        )
        self._operation(ids[9], "slip", slip_id, fields, at_text)
        self._operation(ids[10], "slip", slip_id, '{"reason": "", "state": "handed"}', at_text, "edit", 1)
        if day >= self._keep_tokens_from:
            nonce = self._dice.randbytes(56)
            rows["slip_token"].append((visit_id, department_number, area, day_text, int(at.hour >= 3), nonce))
        for action in ("register", "issue_slip"):
            self._act(started, at_text, login, action, visit_id)

    def _operation(
        self, op_id: str, entity: str, row_id: str, fields: str, at: str, kind: str = "create", version: int = 0
    ) -> None:
        self.rows["outbox"].append((op_id, entity, row_id, kind, version, fields, at, "waiting"))

    def _act(self, at: datetime, at_text: str, login: str, action: str, row_id: str) -> None:
        sealed = f'["{action}", "{at}", "A", "{{}}", "visit", "{login}", "clerk", "{row_id}"]'
        self._chain = hashlib.sha256(self._chain + sealed.encode()).digest()
        self.rows["audit"].append((at_text, login, "clerk", "A", action, "visit", row_id, "{}", self._chain))

    def _write(self) -> None:
        for table, rows in self.rows.items():
            names = _COLUMNS[table].split()
            places = ", ".join("?" * len(names))
            self.connection.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})", rows)
            rows.clear()


def _utc(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")
