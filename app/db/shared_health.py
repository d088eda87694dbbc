"""What this home knows of its shared side, read without changing a byte. Looks at this PC only; no network."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, NullPool, create_engine
from sqlalchemy.exc import DBAPIError

from app.db.health import read_only
from app.db.outbox_queue import OutboxQueue
from app.db.replicas import ReplicaRepository
from app.db.shared_links import SharedLinkRepository
from app.domain.health import Check, Code, Finding, not_checked, problem, warning

CLOCK_LIMIT = 120.0
"""Seconds a PC's clock may differ from the shared side's before anybody is told."""


def look_at_shared(path: Path) -> Finding:
    """Whether anything could not be handed over or taken, and whether the clocks agree.

    A home on its own is fine: its only value is `attached`, False.
    """
    engine = create_engine("sqlite+pysqlite://", creator=lambda: read_only(path), poolclass=NullPool)
    try:
        with engine.connect() as connection:
            return _found(connection)
    except DBAPIError as error:
        # A home of a release that knew no shared side has no such tables and columns.
        alone = isinstance(error.orig, sqlite3.Error) and str(error.orig).startswith("no such ")
        return Finding(Check.SHARED, values={"attached": False}) if alone else not_checked(Check.SHARED)
    except OSError:
        return not_checked(Check.SHARED)
    finally:
        engine.dispose()


def _found(connection: Connection) -> Finding:
    check = Check.SHARED
    state = SharedLinkRepository(connection).state(*OutboxQueue(connection).count())
    if not state.attached:
        return Finding(check, values={"attached": False})
    parked = len(ReplicaRepository(connection).parked())
    values = {
        "attached": True,
        "address": state.address,
        "last_exchange": state.last_exchange.isoformat() if state.last_exchange else None,
        "failing_since": state.failing_since.isoformat() if state.failing_since else None,
        "trouble": state.trouble,
        "unsent": state.unsent,
        "refused": state.refused,
        "parked": parked,
        "conflicts": state.conflicts,
        "clock_seconds": None if state.clock is None else round(state.clock),
    }
    if state.refused:
        return problem(check, Code.REFUSED, **values)
    if parked:
        return problem(check, Code.PARKED, **values)
    if state.clock is not None and abs(state.clock) > CLOCK_LIMIT:
        return warning(check, Code.CLOCK_DIFFERS, **values, minutes=round(abs(state.clock) / 60))
    return Finding(check, values=values)
