"""What the nights erase in a shared file: cases that nobody is left to erase, and what was left of others that were.

Counters erase what they have received themselves and are given a week; a counter that is gone for good erases nothing.
"""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from app.domain.clocks import office_day
from app.domain.sharing import Operation, OperationKind
from app.sync.file.documents import enter, offer_of
from app.sync.file.merge import SYSTEM, RecordName
from app.sync.file.parts import forget_parts
from app.sync.file.words import forget_words

AT_ONCE = 20
"""Records erased in one transaction: counters wait for it."""
_CASE_DAYS = 1095
_OTHERS_FIRST = timedelta(days=7)
_BELIEVED_GAP = timedelta(days=14)
"""A clock this far ahead of the newest operation may be wrong: nothing goes by it."""
_OVER = "SELECT entity, row_id FROM doc WHERE entity = 'case_file' AND NOT erased AND day < ? ORDER BY place"
_LEFT = """
SELECT d.entity, d.row_id FROM doc c JOIN doc d ON d.parent = c.row_id
WHERE c.entity = 'case_file' AND c.erased AND d.entity IN ('case_step', 'attachment') AND NOT d.erased
"""
_NEWEST = "SELECT at_server FROM op ORDER BY place DESC LIMIT 1"
_SETTINGS = "SELECT fields FROM doc WHERE entity = 'office_setting' AND row_id = 'office'"


def due(connection: sqlite3.Connection, now: datetime) -> list[RecordName]:
    """Cases that ended more than `case_days` ago, and what belongs to cases that were erased."""
    left = connection.execute(_LEFT).fetchall()
    newest = connection.execute(_NEWEST).fetchone()
    if newest is None or now - datetime.fromisoformat(newest[0]) > _BELIEVED_GAP:
        return left
    before = office_day(now) - timedelta(days=_case_days(connection)) - _OTHERS_FIRST
    return left + connection.execute(_OVER, (before.isoformat(),)).fetchall()


def erase(connection: sqlite3.Connection, names: Sequence[RecordName], now: datetime) -> None:
    """Erase records, as if a counter had."""
    at = now.isoformat()
    operations = [Operation(str(uuid.uuid4()), 0, *name, OperationKind.ERASE, 0, "{}", "", at) for name in names]
    erased = enter(connection, offer_of(SYSTEM, operations, at)).erased
    forget_words(connection, erased)
    forget_parts(connection, erased)


def _case_days(connection: sqlite3.Connection) -> int:
    row = connection.execute(_SETTINGS).fetchone()
    days = json.loads(row[0]).get("case_days") if row is not None else None
    return days if isinstance(days, int) and days >= 30 else _CASE_DAYS
