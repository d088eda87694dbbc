"""What a server remembers between two transactions, so that it need not read a whole day again for each answer.

All of it follows from what stands in the store. It is dropped as soon as anybody else has written there, when a
transaction does not end well, and when a day is closed; then it is read anew. Nothing of it says who came when.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from app.db.survey_answers import GroupRows, overwrite
from app.db.survey_closing import is_closed
from app.db.survey_quick import RunningQuick
from app.db.survey_statements import driver
from app.db.survey_tallies import DayTallies
from app.db.survey_tokens import UsedTokens, token_mark


class StoreMemory:
    """To be used by one transaction at a time. Errors: `RowDamaged`."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._source: tuple[object, int] | None = None
        self._closed: dict[date, bool] = {}
        self._used: dict[date, UsedTokens] = {}
        self._quick: dict[date, RunningQuick] = {}
        self._tallies: dict[date, DayTallies] = {}
        self._groups: dict[tuple[date, int, int], GroupRows] = {}
        self._touched: list[GroupRows] = []

    def begin(self, connection: Connection) -> None:
        """To be called at the beginning of each transaction that may write."""
        # The number changes when another connection has committed since; it means something on one connection only.
        raw = driver(connection)
        (version,) = raw.execute("PRAGMA data_version").fetchone()
        source = (raw, int(version))
        if source != self._source:
            self.forget()
            self._source = source

    def forget(self) -> None:
        self._source = None
        self._touched.clear()
        for known in (self._closed, self._used, self._quick, self._tallies, self._groups):
            known.clear()

    def write(self, connection: Connection) -> None:
        """Write what has changed. To be called before each transaction is committed."""
        for kept in (self._used, self._quick, self._tallies):
            for one in kept.values():
                one.write(connection)
        overwrite(connection, [row for group in self._touched for row in group.take_waiting()])
        self._touched.clear()

    def is_closed(self, connection: Connection, day: date) -> bool:
        if day not in self._closed:
            self._closed[day] = is_closed(connection, day)
        return self._closed[day]

    def seems_open(self, day: date, nonce: bytes) -> bool:
        """Whether the token looks unused and its day open, going by what is remembered; from any thread, at once.

        True can be out of date where another server writes into the same store, until the next transaction here.
        """
        used = self._used.get(day)
        return self._closed.get(day) is False and used is not None and not used.has(token_mark(self._key, day, nonce))

    def used(self, connection: Connection, day: date) -> UsedTokens:
        if day not in self._used:
            self._used[day] = UsedTokens(connection, day, self._key)
        return self._used[day]

    def quick(self, connection: Connection, day: date) -> RunningQuick:
        if day not in self._quick:
            self._quick[day] = RunningQuick(connection, day, self._key)
        return self._quick[day]

    def tallies(self, connection: Connection, day: date) -> DayTallies:
        if day not in self._tallies:
            self._tallies[day] = DayTallies(connection, day, self._key)
        return self._tallies[day]

    def group(self, connection: Connection, day: date, department: int, area: int) -> GroupRows:
        group = (day, department, area)
        if group not in self._groups:
            self._groups[group] = GroupRows(connection, *group)
        self._touched.append(self._groups[group])
        return self._groups[group]
