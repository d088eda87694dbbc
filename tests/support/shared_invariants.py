"""What must hold of an office and its shared side when everything has been exchanged, however it came about."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.model_hub import ModelHub

RecordName = tuple[str, str]


@dataclass(frozen=True)
class LedgerRow:
    op_id: str
    home: str
    name: RecordName
    kind: str
    fields: Mapping[str, Any]
    result: str
    version: int


@dataclass
class SharedView:
    """What lies on the shared side. `documents` gives version, fields and whether it was erased."""

    ledger: dict[str, LedgerRow]
    documents: dict[RecordName, tuple[int, Mapping[str, Any], bool]]
    audits: set[tuple[int, bytes]]
    keys: set[RecordName] = field(default_factory=set)


def view_of_model(hub: ModelHub) -> SharedView:
    state = hub.state
    return SharedView(
        {
            op_id: LedgerRow(
                op_id,
                home,
                (entered.operation.entity, entered.operation.row_id),
                entered.operation.kind,
                json.loads(entered.fields or "{}"),
                entered.outcome.result,
                entered.outcome.version,
            )
            for op_id, (home, entered) in state.ledger.items()
        },
        {name: (kept.version, kept.fields, kept.erased) for name, kept in state.documents.items()},
        {(n, row.chain) for (_, n), row in state.audits.items()},
        set(state.keys),
    )


def view_of(stored: Callable[[str], list[tuple[Any, ...]]]) -> SharedView:
    """Read past the program, whatever kind it is; `stored` answers statements."""
    ledger = stored("SELECT op_id, home, entity, row_id, kind, fields, result, version FROM op")
    documents = stored("SELECT entity, row_id, version, fields, erased FROM doc")
    audits = stored("SELECT n, chain FROM audit")
    keys = stored("SELECT entity, row_id FROM record_key")
    return SharedView(
        {
            op_id: LedgerRow(op_id, home, (entity, row_id), kind, _fields(fields), result, version)
            for op_id, home, entity, row_id, kind, fields, result, version in ledger
        },
        {
            (entity, row_id): (version, _fields(fields), bool(erased))
            for entity, row_id, version, fields, erased in documents
        },
        {(n, bytes(chain)) for n, chain in audits},
        set(keys),
    )


def check_shared_side(view: SharedView) -> None:
    """Of the shared side alone: versions without a gap, both values of every conflict, every number once."""
    versions: dict[RecordName, list[int]] = defaultdict(list)
    for row in view.ledger.values():
        if row.result in ("applied", "conflict") and row.version:
            if row.kind == "create" and row.result == "conflict":
                continue  # it stands as it was made by somebody else
            versions[row.name].append(row.version)
    for name, (version, _, _) in view.documents.items():
        if name[0] == "conflict" and name not in versions:
            assert version == 1, name
            continue
        given = sorted(versions[name])
        first = 1 if name[0] != "conflict" else 2
        assert given == list(range(first, version + 1)), f"{name}: versions {given} and {version}"
    for row in view.ledger.values():
        if row.result == "conflict":
            _, both, _ = view.documents["conflict", row.op_id]
            for said in both["fields"].values():
                assert {"kept", "kept_by", "other", "other_by"} <= said.keys()
            if row.kind == "edit":
                assert all(
                    said["kept"] == row.fields[of] or _emptied(view, row.name) for of, said in both["fields"].items()
                )
    numbers = Counter(
        (fields["counter_code"], fields["day"], fields["seq"])
        for (entity, _), (_, fields, _) in view.documents.items()
        if entity == "visit"
    )
    assert all(times == 1 for times in numbers.values()), "a number was given twice"


def check_home(view: SharedView, database: Path) -> None:
    """Of one home: everything it was told is there, and nothing of it waits."""
    assert stored(database, "PRAGMA integrity_check") == [("ok",)]
    outbox = stored(database, "SELECT op_id, entity, row_id, kind, state FROM outbox WHERE state != 'kept'")
    unsent = [row for row in outbox if row[4] != "sent"]
    assert not unsent, f"not taken: {unsent[:5]}"
    missing = [row for row in outbox if row[0] not in view.ledger]
    assert not missing, f"lost: {missing[:5]}"
    for table, entity in (("visit", "visit"), ("visit_step", "visit_step"), ("slip", "slip")):
        for (row_id,) in stored(database, f"SELECT id FROM {table}"):
            assert (entity, row_id) in view.documents, f"{entity} {row_id} is here alone"
    numbers = stored(database, "SELECT counter_code, day, seq FROM visit GROUP BY 1, 2, 3 HAVING count(*) > 1")
    assert not numbers
    # Rows from before there was a shared side go there, too: the chain is of no use without its beginning.
    for n, chain in stored(database, "SELECT n, chain FROM audit"):
        assert (n, chain) in view.audits, f"row {n} of the access log is here alone"


def check_courses(databases: Iterable[Path]) -> None:
    """Everybody who has a visit sees it at the same place of its course."""
    seen: dict[str, tuple[str, str | None]] = {}
    for database in databases:
        for visit_id, status, now_at in stored(database, "SELECT id, status, now_at FROM visit"):
            assert seen.setdefault(visit_id, (status, now_at)) == (status, now_at), f"visit {visit_id}"


def ever_offered(database: Path) -> set[str]:
    """The ids of all operations that the home has or may have offered."""
    return {op_id for (op_id,) in stored(database, "SELECT op_id FROM outbox WHERE state != 'kept'")}


def check_nothing_invented(view: SharedView, offered: set[str]) -> None:
    """Whatever lies there was offered by a home, or is the shared side's own."""
    invented = [row for op_id, row in view.ledger.items() if op_id not in offered and row.home != "system"]
    assert not invented, f"invented: {invented[:3]}"


def stored(database: Path, statement: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(statement).fetchall()


def _emptied(view: SharedView, name: RecordName) -> bool:
    return view.documents[name][2]


def _fields(said: Any) -> Mapping[str, Any]:
    fields: Mapping[str, Any] = json.loads(said or "{}") if not isinstance(said, dict) else said
    return fields
