"""What lies in the database of an earlier release's home, and what its program said, beside what today's says."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from app.config.paths import Home
from app.domain.visits import VisitRecord
from tests.support.offices import stored

SHARES = {"response_rate", "response", "satisfied_share", "satisfied", "route_success", "route", "items"}

Rows = dict[str, set[tuple[object, ...]]]


def revision(database: Path) -> str:
    return str(stored(Home(database.parent), "SELECT version_num FROM alembic_version")[0][0])


def columns(database: Path) -> dict[str, tuple[str, ...]]:
    """Every table of the program and its columns."""
    with closing(sqlite3.connect(database)) as connection:
        names = [
            str(name)
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if not str(name).startswith("sqlite_") and name != "alembic_version"
        ]
        return {name: tuple(row[1] for row in connection.execute(f"PRAGMA table_info({name})")) for name in names}


def rows(database: Path, wanted: dict[str, tuple[str, ...]]) -> Rows:
    """All rows of the `wanted` tables, cut to the `wanted` columns."""
    with closing(sqlite3.connect(database)) as connection:
        return {
            table: set(connection.execute("SELECT " + ", ".join(f'"{name}"' for name in names) + f" FROM {table}"))
            for table, names in wanted.items()
        }


def told_its_counter(home: Home, names: tuple[str, ...], step: tuple[object, ...]) -> tuple[object, ...]:
    """A step of before as it may be from schema 0003 on: the first one of an open visit says where the visit is."""
    said = dict(zip(names, step, strict=True))
    open_at = "SELECT now_at FROM visit WHERE id = ? AND status IN ('waiting', 'called', 'serving')"
    found = stored(home, open_at, (said["visit_id"],))
    return tuple({**said, "to_counter": found[0][0]}.values()) if found and said["kind"] == "registered" else step


def copies(home: Home) -> list[str]:
    return sorted(path.name for path in home.root.glob("*before*"))


def as_far_as(now: Any, then: Any) -> Any:
    """`now` cut to what `then` has: a later release says more."""
    if isinstance(then, dict):
        return {name: as_far_as(now[name], said) for name, said in then.items()}
    if isinstance(then, list) and len(now) == len(then):
        return [as_far_as(one, said) for one, said in zip(now, then, strict=True)]
    return now


def leaves(record: Any, *path: object) -> dict[tuple[object, ...], object]:
    """Every single value of a record and where it stands in it."""
    if not isinstance(record, dict | list):
        return {path: record}
    parts = record.items() if isinstance(record, dict) else enumerate(record)
    return {place: value for name, part in parts for place, value in leaves(part, *path, name).items()}


def of_answers(place: tuple[object, ...]) -> bool:
    """Whether it is a share or a score, which is told of enough answers only."""
    return any(name in SHARES or str(name).endswith("_scores") for name in place)


def visit_said(visit: VisitRecord) -> dict[str, object]:
    """A visit of a list, in the words of release 0.2.0."""
    return {
        "id": visit.id,
        "number": visit.number,
        "status": visit.status.value,
        "note": visit.note,
        "queue_number": visit.queue_number,
        "service": visit.service_name,
        "department": visit.department_name,
        "further_services": list(visit.further_services),
        "visitor_kind": visit.visitor_kind.value,
        "registered_by": visit.registered_by,
        "registered_at": visit.registered_at.isoformat(),
        "serving_since": visit.serving_since.isoformat() if visit.serving_since else None,
        "finished_at": visit.finished_at.isoformat() if visit.finished_at else None,
        "now_at": visit.now_at,
        "slip_state": visit.slip_state.value if visit.slip_state else None,
        "slip_reason": visit.slip_reason,
        "slips": visit.slips,
        "slip_withheld": visit.slip_withheld,
        "word": visit.word,
        "corrected": visit.corrected,
    }
