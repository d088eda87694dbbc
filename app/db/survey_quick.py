"""How many first pages came within a minute of registering, by department (decision 0005).

While a day runs the counts are locked under the hold key, in a row of one size that is written anew with every first
page, quick or not; so neither the row nor its changes say anything. They come out once, when the day is closed, and
only as far as small numbers may be told.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, bindparam, delete, insert, select

from app.crypto.secrets import CannotUnlock, lock, unlock
from app.db.survey_file import RowDamaged, as_bytes, reading_rows
from app.db.survey_statements import WriteStatement
from app.domain.figures import QuickCounts, publish_quick
from app.models.survey_store import quick_tally, running_quick

ROOM_BYTES = 4096
_HEAD = struct.Struct(">H")
_ENTRY = struct.Struct(">HII")
_LOCKED = select(running_quick.c.locked).where(running_quick.c.day == bindparam("of_day"))
# REPLACE puts a row of the same size where the old one was.
_WRITE = WriteStatement(insert(running_quick).prefix_with("OR REPLACE"))


class RunningQuick:
    """The counts of one day. Errors: `RowDamaged`."""

    def __init__(self, connection: Connection, day: date, key: bytes) -> None:
        self._day = day
        self._key = key
        found = connection.execute(_LOCKED, {"of_day": day}).scalar_one_or_none()
        # Of each department: now, and when the day's tally was last published.
        self._counts: dict[int, tuple[int, int]] = {}
        self._touched = False
        if found is not None:
            try:
                self._counts = _unpacked(unlock(key, as_bytes(found)))
            except (CannotUnlock, struct.error) as error:
                raise RowDamaged from error

    def count(self, department: int, *, quick: bool) -> None:
        """Count an accepted first page."""
        now, published = self._counts.get(department, (0, 0))
        self._counts[department] = (now + quick, published)
        self._touched = True

    def keep_for_publishing(self) -> None:
        """What is counted by now belongs to the answers just published."""
        self._counts = {department: (now, now) for department, (now, _) in self._counts.items()}
        self._touched = True

    def published(self) -> dict[int, int]:
        """The counts that belong to the answers last published."""
        return {department: published for department, (_, published) in self._counts.items()}

    def write(self, connection: Connection) -> None:
        """To be called before a transaction is committed in which a first page was counted, quick or not."""
        if self._touched:
            _WRITE.run(connection, [{"day": self._day, "locked": lock(self._key, _packed(self._counts))}])
            self._touched = False


def _packed(counts: Mapping[int, tuple[int, int]]) -> bytes:
    entries = b"".join(_ENTRY.pack(department, *both) for department, both in sorted(counts.items()))
    plain = _HEAD.pack(len(counts)) + entries
    # More than four hundred departments need a second room; how many answered stands in the answers anyway.
    return plain.ljust(-(-len(plain) // ROOM_BYTES) * ROOM_BYTES, b"\0")


def _unpacked(plain: bytes) -> dict[int, tuple[int, int]]:
    (count,) = _HEAD.unpack_from(plain)
    places = range(_HEAD.size, _HEAD.size + count * _ENTRY.size, _ENTRY.size)
    entries = (_ENTRY.unpack_from(plain, place) for place in places)
    return {department: (now, published) for department, now, published in entries}


def publish_day_quick(connection: Connection, key: bytes, day: date, answers: Mapping[int, int]) -> None:
    """To be called once, in the transaction that closes `day`. `answers` are its departments' published ones.

    Nothing is told of a day on which nothing was counted. Errors: `RowDamaged`.
    """
    if answers and connection.execute(_LOCKED, {"of_day": day}).first() is not None:
        told = publish_quick(answers, RunningQuick(connection, day, key).published())
        connection.execute(insert(quick_tally).values(day=day, published=json.dumps(told.to_json())))
    connection.execute(delete(running_quick).where(running_quick.c.day == day))


def published_quick(connection: Connection, day: date) -> QuickCounts | None:
    """Errors: `RowDamaged`."""
    with reading_rows():
        chosen = select(quick_tally.c.published).where(quick_tally.c.day == day)
        found = connection.execute(chosen).scalar_one_or_none()
        return None if found is None else QuickCounts.from_json(json.loads(found))
