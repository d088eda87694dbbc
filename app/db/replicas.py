"""Taking documents of the shared side into this home's tables, and what has not been acknowledged yet on top of them.

A document is taken only when its version is higher than the one known, or erased and that one was not (design §4); the
caller's transaction also moves the cursor. What this home has said and the shared side has not acknowledged goes over
what arrives. What belongs to a case that was erased is erased with it, in whatever order the two are told of.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Insert, and_, bindparam, delete, insert, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import DataError, IntegrityError, InterfaceError, ProgrammingError

from app.db.document_fields import MAPS, RANKS
from app.db.entity_map import EntityMap
from app.db.erasures import ErasureRepository
from app.db.locked_text import is_locked
from app.db.offices import check_usable
from app.db.outbox_queue import REFUSED, WAITING
from app.db.record_keys import RecordKeys, open_with
from app.db.record_rows import among, pieces
from app.db.search import SearchIndex
from app.domain.actors import Role
from app.domain.guidance import phrase_key
from app.domain.sharing import Document, Refusal
from app.domain.survey_days import StoredDay
from app.domain.visit_course import CourseStep, course_of
from app.domain.visits import StepKind
from app.models.tables import (
    audit_key,
    conflict,
    further_service,
    home,
    office_setting,
    outbox,
    parked_document,
    replica,
    step_word,
    survey_day,
    visit,
    visit_step,
)

_Row = tuple[str, str]

STEPS = frozenset({"visit_step", "case_step"})
"""What orders by its place on the shared side, the same on every counter."""

_OF_A_CASE = frozenset({"case_step", "attachment"})

_MISFITS = (
    IntegrityError,
    DataError,
    InterfaceError,
    ProgrammingError,
    ArithmeticError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
)
"""What a document that does not fit the tables ends with: a list for a name, a number too long, a date that is none."""


class ReplicaRepository:
    """Works inside the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._keys = RecordKeys(connection)
        self._erasures = ErasureRepository(connection)

    def take(self, documents: Iterable[Document]) -> int:
        """Take a page into the tables; how many documents were new here.

        One that does not fit is parked and does not hold up the others.
        """
        newest: dict[_Row, Document] = {}
        for document in documents:
            if document.entity in RANKS:
                newest[document.entity, document.row_id] = document
        known = self.versions(newest)
        # What this home has made after it was erased over there is erased in its first version, the one known here.
        new = [d for row, d in newest.items() if (d.version, d.erased) > known.get(row, (0, False))]
        gone = self._gone(new, known)
        new = [replace(d, erased=True, key=None) if (d.entity, d.row_id) in gone else d for d in new]
        self._keys.keep(new)
        self._keys.forget([(d.entity, d.row_id) for d in new if d.erased])  # whether the rest of it fits or not
        opened = self._opened(new)
        new.sort(key=lambda d: RANKS[d.entity])
        for entity, group in groupby(new, key=lambda d: d.entity):
            self._write_all(entity, list(group), opened)
        self._note(new)
        self._erasures.erase_within(d.row_id for d in new if d.entity == "case_file" and d.erased)
        SearchIndex(self._connection).follow(told=True)
        return len(new)

    def _gone(self, documents: Sequence[Document], known: Mapping[_Row, tuple[int, bool]]) -> set[_Row]:
        """Those that are erased whatever they say of themselves."""
        # Erased here stays erased, whatever an older copy of the shared side brings back.
        gone = {row for row, (_, erased) in known.items() if erased}
        cases = {
            (d.entity, d.row_id): ("case_file", str(d.fields.get("case_id")))
            for d in documents
            if d.entity in _OF_A_CASE
        }
        erased = {(d.entity, d.row_id) for d in documents if d.erased}
        erased |= {row for row, (_, is_erased) in self.versions(set(cases.values())).items() if is_erased}
        return gone | {row for row, case in cases.items() if case in erased}

    def versions(self, rows: Iterable[_Row]) -> dict[_Row, tuple[int, bool]]:
        """The version known of each of `rows`, and whether it was erased."""
        found: dict[_Row, tuple[int, bool]] = {}
        for chosen in among(replica, rows):
            for row in self._connection.execute(select(replica).where(chosen)):
                found[row.entity, row.row_id] = (row.version, row.erased)
        return found

    def acknowledge(self, versions: Sequence[tuple[str, str, int]], places: Sequence[tuple[str, str, int]]) -> None:
        """The shared side has taken operations of this home: records and their versions, steps and their places (the
        entity is one of `STEPS`)."""
        if versions:
            # Straight to the driver, as all that is written while clerks wait for the lock.
            self._connection.exec_driver_sql(
                "INSERT INTO replica (entity, row_id, version, erased) VALUES (?, ?, ?, 0) "
                "ON CONFLICT DO UPDATE SET version = excluded.version WHERE excluded.version > version",
                list(versions),
            )
        for entity in STEPS:
            placed = [(place, step) for of, step, place in places if of == entity]
            if placed:
                self._connection.exec_driver_sql(f"UPDATE {entity} SET place = ? WHERE id = ?", placed)

    def forget_versions(self) -> None:
        """The shared side was restored: everything it has is taken anew. What was erased stays erased."""
        self._connection.execute(update(replica).values(version=0))

    def not_there(self, rows: Iterable[_Row]) -> None:
        """The shared side has said that it does not have these records: they are taken anew when they come back."""
        for entity, row_id in rows:
            named = and_(replica.c.entity == entity, replica.c.row_id == row_id)
            self._connection.execute(update(replica).where(named).values(version=0))

    def try_parked(self, *, without_cause: bool = False) -> int:
        """Take documents that did not fit earlier; how many fit now.

        `without_cause`: a step's cause is left out where that visit is not here, because its day is not.
        """
        parked = self._connection.execute(select(parked_document)).all()
        if not parked:
            return 0
        self._connection.execute(delete(parked_document))
        known = self.versions((row.entity, row.row_id) for row in parked)
        documents = [_unparked(row.document) for row in parked]
        # A newer version may have come since, and fitted.
        documents = [d for d in documents if d.version >= known.get((d.entity, d.row_id), (0, False))[0]]
        self.not_there((d.entity, d.row_id) for d in documents)
        self.take(map(self._without_cause, documents) if without_cause else documents)
        return len(parked) - len(self._connection.execute(select(parked_document)).all())

    def _without_cause(self, document: Document) -> Document:
        cause = document.fields.get("because_of") if document.entity == "visit_step" else None
        if cause is None or self._connection.scalar(select(visit.c.id).where(visit.c.id == cause)):
            return document
        return replace(document, fields={**document.fields, "because_of": None})

    def parked(self) -> tuple[tuple[str, str, str], ...]:
        """Documents that do not fit: entity, row and why."""
        columns = (parked_document.c.entity, parked_document.c.row_id, parked_document.c.why)
        return tuple((row.entity, row.row_id, row.why) for row in self._connection.execute(select(*columns)))

    def give(self, entity: str, row_id: str, fields: Mapping[str, Any]) -> None:
        """Set fields, as documents name them, in this home's tables; the caller writes the operation."""
        if entity == "office_setting":
            rows = [{"name": name, "value": json.dumps(value, ensure_ascii=False)} for name, value in fields.items()]
            self._connection.execute(insert(office_setting).prefix_with("OR REPLACE"), rows)
            return
        known = MAPS[entity]
        values = {f.name: f.into(fields[f.name]) for f in known.fields if f.name in fields}
        values |= {name: fields[name] for name in known.personal if name in fields}
        if entity == "guidance" and "phrase" in values:
            values["key"] = phrase_key(values["phrase"])
        if "version" in known.fixed:
            values["version"] = known.table.c.version + 1
        self._connection.execute(update(known.table).where(known.table.c[known.key] == row_id).values(**values))
        if entity == "visit" and "further_services" in fields:
            self._connection.execute(delete(further_service).where(further_service.c.visit_id == row_id))
            further = [
                {"visit_id": row_id, "position": position, "service_code": code, "department_code": department}
                for position, (code, department) in enumerate(fields["further_services"] or (), start=2)
            ]
            if further:
                self._connection.execute(insert(further_service), further)

    def key(self, entity: str, row_id: str) -> bytes | None:
        """The key of a record's personal text, if it has any and was not erased."""
        return self._keys.of([(entity, row_id)]).get((entity, row_id))

    # --- opening ---

    def _opened(self, documents: Sequence[Document]) -> dict[_Row, dict[str, Any]]:
        """Each document's fields with what this home has not yet had acknowledged on top, all of it readable."""
        over = self._unacknowledged((d.entity, d.row_id) for d in documents)
        keys = self._keys.of([(d.entity, d.row_id) for d in documents if _has_locked(d.fields)] + list(over))
        opened = {}
        for document in documents:
            row = (document.entity, document.row_id)
            fields = dict(document.fields)
            for changed in over.get(row, ()):
                fields.update(changed)
            key = None if document.erased else document.key or keys.get(row)
            opened[row] = {name: _open(key, value) for name, value in fields.items()}
        return opened

    def _unacknowledged(self, rows: Iterable[_Row]) -> dict[_Row, list[dict[str, Any]]]:
        wanted = set(rows)
        over: dict[_Row, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
        # What was refused because its record was not there waits for that record, which may be what comes now.
        said = select(outbox.c.n, outbox.c.entity, outbox.c.row_id, outbox.c.fields)
        for which in (WAITING, and_(REFUSED, outbox.c.reason == Refusal.ORPHAN.value)):
            for chosen in among(outbox, wanted):
                for row in self._connection.execute(said.where(which, chosen)):
                    over[row.entity, row.row_id].append((row.n, json.loads(row.fields)))
        return {row: [fields for _, fields in sorted(changes, key=lambda c: c[0])] for row, changes in over.items()}

    # --- writing ---

    def _write_all(self, entity: str, documents: list[Document], opened: dict[_Row, dict[str, Any]]) -> None:
        try:
            with self._connection.begin_nested():
                self._write(entity, documents, opened)
        except _MISFITS as error:
            if len(documents) == 1:
                self._park(documents[0], type(error).__name__)
                return
            for document in documents:
                self._write_all(entity, [document], opened)

    def _write(self, entity: str, documents: list[Document], opened: dict[_Row, dict[str, Any]]) -> None:
        fields = [(d, opened[entity, d.row_id]) for d in documents]
        if entity in MAPS:
            self._write_rows(MAPS[entity], fields)
        match entity:
            case "person":
                for _, person in fields:
                    Role(person.get("role", Role.CLERK))  # the list of all the others could not be read with it
            case "visit":
                self._write_further(fields)
                self.follow_course([d.row_id for d in documents])
            case "visit_step":
                self._write_words(fields)
                self.follow_course({f["visit_id"] for _, f in fields})
            case "office_setting":
                self._write_settings(fields)
            case "audit_key":
                self._write_audit_keys(fields)
            case "survey_day":
                for _, opened_day in fields:
                    StoredDay.from_json(opened_day["tallies"])  # one that no figure can be made of is parked
                days = [{"day": date.fromisoformat(d.row_id), "tallies": json.dumps(f["tallies"])} for d, f in fields]
                self._connection.execute(insert(survey_day).prefix_with("OR REPLACE"), days)
            case "conflict":
                self._write_conflicts(fields)

    def _write_rows(self, known: EntityMap, fields: Sequence[tuple[Document, Mapping[str, Any]]]) -> None:
        here = self._home()
        rows = []
        for document, opened in fields:
            row = {**known.fixed, **known.row(document.row_id, opened)}
            if known.entity == "visit":
                row |= {"elsewhere": document.home != here, "status": "waiting", "now_at": None}
            elif known.entity in STEPS:
                row |= {"elsewhere": document.home != here, "place": document.place}
            elif known.entity == "case_file":
                row |= {"elsewhere": document.home != here}
            elif known.entity == "guidance":
                row |= {"elsewhere": document.home != here, "key": phrase_key(row["phrase"])}
            rows.append(row)
        self._connection.execute(_written(known.entity, tuple(rows[0])), rows)

    def _write_further(self, fields: Sequence[tuple[Document, Mapping[str, Any]]]) -> None:
        ids = [document.row_id for document, _ in fields]
        for piece in pieces(ids):
            self._connection.execute(delete(further_service).where(further_service.c.visit_id.in_(piece)))
        rows = [
            {"visit_id": document.row_id, "position": position, "service_code": code, "department_code": department}
            for document, opened in fields
            for position, (code, department) in enumerate(opened.get("further_services", ()), start=2)
        ]
        if rows:
            self._connection.execute(insert(further_service), rows)

    def _write_words(self, fields: Sequence[tuple[Document, Mapping[str, Any]]]) -> None:
        worded = [(d.row_id, f["visit_id"], f["word"]) for d, f in fields if f.get("word")]
        if worded:
            rows = [{"step_id": step, "visit_id": of, "word": word} for step, of, word in worded]
            self._connection.execute(insert(step_word).prefix_with("OR REPLACE"), rows)
        silent = [d.row_id for d, _ in fields if d.erased]
        for piece in pieces(silent):
            self._connection.execute(delete(step_word).where(step_word.c.step_id.in_(piece)))

    def _write_settings(self, fields: Sequence[tuple[Document, Mapping[str, Any]]]) -> None:
        for _, opened in fields:
            check_usable(opened)
        rows = [
            {"name": name, "value": json.dumps(value, ensure_ascii=False)}
            for _, opened in fields
            for name, value in opened.items()
        ]
        self._connection.execute(insert(office_setting).prefix_with("OR REPLACE"), rows)

    def _write_audit_keys(self, fields: Sequence[tuple[Document, Mapping[str, Any]]]) -> None:
        # The private half never leaves the home where it was made: there the row stands as it is.
        rows = [
            {
                "login": document.row_id,
                "public": bytes.fromhex(opened["public"]),
                "salt": b"",
                "locked_private": b"",
                "made_at": datetime.fromisoformat(opened["made_at"]),
            }
            for document, opened in fields
        ]
        self._connection.execute(insert(audit_key).prefix_with("OR IGNORE"), rows)

    def _write_conflicts(self, fields: Sequence[tuple[Document, Mapping[str, Any]]]) -> None:
        for document, opened in fields:
            settled = opened.get("settled_at")
            _check_shown(opened["fields"])
            row = {
                "id": document.row_id,
                "entity": opened["entity"],
                "row_id": opened["row_id"],
                "fields": json.dumps(opened["fields"], ensure_ascii=False),
                "settled_at": datetime.fromisoformat(settled) if settled else None,
                "settled_by": opened.get("settled_by", ""),
            }
            self._connection.execute(insert(conflict).prefix_with("OR REPLACE"), row)

    def follow_course(self, visit_ids: Iterable[str]) -> None:
        """Work out where these visits stand from all of their steps that are known here."""
        for piece in pieces(sorted(set(visit_ids))):
            found = (
                select(visit_step.c.visit_id, visit_step.c.kind, visit_step.c.counter_code, visit_step.c.to_counter)
                .where(visit_step.c.visit_id.in_(piece))
                .order_by(visit_step.c.visit_id, visit_step.c.place.is_(None), visit_step.c.place, _ROWID)
            )
            steps: dict[str, list[CourseStep]] = defaultdict(list)
            for row in self._connection.execute(found):
                steps[row.visit_id].append(CourseStep(StepKind(row.kind), row.counter_code, row.to_counter))
            courses = {one: course_of(taken) for one, taken in steps.items()}
            rows = [{"of": one, "to": course.status.value, "where": course.now_at} for one, course in courses.items()]
            if rows:
                moved = update(visit).where(visit.c.id == bindparam("of"))
                self._connection.execute(moved.values(status=bindparam("to"), now_at=bindparam("where")), rows)

    def _park(self, document: Document, why: str) -> None:
        row = {"entity": document.entity, "row_id": document.row_id, "document": _parked(document), "why": why}
        self._connection.execute(insert(parked_document).prefix_with("OR REPLACE"), row)

    def _note(self, documents: Sequence[Document]) -> None:
        rows = [{name: getattr(d, name) for name in ("entity", "row_id", "version", "erased")} for d in documents]
        if rows:
            self._connection.execute(insert(replica).prefix_with("OR REPLACE"), rows)

    def _home(self) -> str:
        home_id: str = self._connection.execute(select(home.c.home_id)).scalar_one()
        return home_id


@cache
def _written(entity: str, columns: tuple[str, ...]) -> Insert:
    """How rows with these columns are written, over what is there: made once, a clerk may be waiting."""
    known = MAPS[entity]
    made = upsert(known.table)
    kept = {known.key, *known.fixed, "elsewhere", "status", "now_at"}
    if entity == "case_file":
        # A home that goes on as another one learns here which cases it had made before.
        kept.discard("elsewhere")
    # A step is as it was taken, wherever it comes from; only its place and what is left of its words are told anew.
    told = ["place", *known.personal] if entity in STEPS else [name for name in columns if name not in kept]
    changed: dict[str, Any] = {name: made.excluded[name] for name in told}
    if "version" in known.fixed:
        changed["version"] = known.table.c.version + 1
    return made.on_conflict_do_update(index_elements=[known.table.c[known.key]], set_=changed)


_ROWID: Any = literal_column("visit_step.rowid")  # the order in which this home wrote them down


def _check_shown(fields: Mapping[str, Mapping[str, Any]]) -> None:
    """That a conflict can be shown: one that cannot must not spoil the list of all the others. Errors: `_MISFITS`."""
    for said in fields.values():
        for side in ("kept", "other"):
            if side not in said or not isinstance(said[f"{side}_by"], str):
                raise KeyError(side)
            if datetime.fromisoformat(said[f"{side}_at"]).tzinfo is None:
                raise ValueError(said[f"{side}_at"])


def _has_locked(fields: Mapping[str, Any]) -> bool:
    return any(is_locked(value) for value in fields.values())


def _open(key: bytes | None, value: Any) -> Any:
    """What was locked, or "" when there is no key for it any more."""
    if not is_locked(value):
        return value
    return (open_with(key, value) or "") if key is not None else ""


def _parked(document: Document) -> str:
    key = document.key.hex() if document.key is not None else None
    said = {name: getattr(document, name) for name in ("entity", "row_id", "version", "place", "home", "erased")}
    return json.dumps({**said, "fields": dict(document.fields), "key": key}, ensure_ascii=False)


def _unparked(text: str) -> Document:
    said = json.loads(text)
    key = bytes.fromhex(said.pop("key")) if said["key"] else said.pop("key")
    return Document(**said, key=key)
