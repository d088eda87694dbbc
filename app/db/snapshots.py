"""This home's tables as documents: how a shared side is begun from them, and how both sides are compared."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, literal_column, or_, select, true

from app.db.document_fields import MAPS
from app.db.entity_map import EntityMap
from app.db.held_days import held_here
from app.models.tables import (
    attachment,
    audit_key,
    case_file,
    case_step,
    conflict,
    further_service,
    guidance,
    office_setting,
    slip,
    step_word,
    survey_day,
    visit,
    visit_step,
)

_PIECE = 500


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One record as a document would have it. `personal` texts are plain here and must not leave so.

    `by` is who made the record, "" where nobody knows.
    """

    entity: str
    row_id: str
    fields: Mapping[str, Any]
    personal: Mapping[str, str]
    by: str = ""


class SnapshotReader:
    """Works inside the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def everything(self, hold_from: date | None = None) -> Iterator[Snapshot]:
        """Every record, parents before children.

        With `hold_from` other homes' visits of that day on only, and of other days that are whole here; and of their
        cases those that are open, or ended on that day or later.
        """
        held = true() if hold_from is None else or_(~visit.c.elsewhere, visit.c.day >= hold_from, held_here())
        yield from self._rows(MAPS["counter"])
        yield from self._rows(MAPS["department"])
        yield from self._rows(MAPS["person"])
        yield Snapshot("office_setting", "office", self._settings(), {})
        yield from self._survey_days()
        yield from self._rows(MAPS["task"])
        for entity in ("holiday", "improvement"):
            yield from self._rows(MAPS[entity])
        yield from self._rows(MAPS["service"])
        yield from self._audit_keys()
        for entity in ("decisive_question", "life_event", "phrase_ruling"):
            yield from self._rows(MAPS[entity])
        for entity in ("improvement_review", "card", "precedent"):
            yield from self._written(entity)
        yield from self._guidance()
        for entity in ("incident", "re_review"):
            yield from self._written(entity)
        yield from self._visits(held)
        yield from self._cases(hold_from)
        yield from self._steps(held)
        yield from self._slips(held)
        yield from self._of_cases(hold_from)
        yield from self._conflicts()

    def _rows(self, known: EntityMap) -> Iterator[Snapshot]:
        for row in self._connection.execute(select(known.table).order_by(known.table.c[known.key])).mappings():
            personal = {name: row[name] for name in known.personal}
            yield Snapshot(known.entity, row[known.key], known.document(dict(row)), personal)

    def _guidance(self) -> Iterator[Snapshot]:
        known = MAPS["guidance"]
        chosen = select(guidance).order_by(guidance.c.day, guidance.c.at, guidance.c.id)
        for row in self._connection.execution_options(yield_per=_PIECE).execute(chosen).mappings():
            yield Snapshot("guidance", row["id"], known.document(dict(row)), {"phrase": row["phrase"]}, row["login"])

    def _written(self, entity: str) -> Iterator[Snapshot]:
        """Records that somebody wrote, oldest first."""
        known = MAPS[entity]
        chosen = select(known.table).order_by(known.table.c.id)
        for row in self._connection.execution_options(yield_per=_PIECE).execute(chosen).mappings():
            yield _snapshot(known, row, row["by"])

    def _cases(self, hold_from: date | None) -> Iterator[Snapshot]:
        chosen = select(case_file).where(_held_case(hold_from)).order_by(case_file.c.received_at, case_file.c.id)
        for row in self._connection.execution_options(yield_per=_PIECE).execute(chosen).mappings():
            yield _snapshot(MAPS["case_file"], row, row["received_by"])

    def _of_cases(self, hold_from: date | None) -> Iterator[Snapshot]:
        order: tuple[Any, ...] = (case_step.c.place.is_(None), case_step.c.place, literal_column("case_step.rowid"))
        for table, by in ((case_step, order), (attachment, (attachment.c.id,))):
            belongs = case_file.c.id == table.c.case_id
            chosen = select(table).join(case_file, and_(belongs, _held_case(hold_from))).order_by(*by)
            for row in self._connection.execution_options(yield_per=_PIECE).execute(chosen).mappings():
                yield _snapshot(MAPS[table.name], row, row["by"])

    def _settings(self) -> dict[str, Any]:
        return {row.name: json.loads(row.value) for row in self._connection.execute(select(office_setting))}

    def _survey_days(self) -> Iterator[Snapshot]:
        for row in self._connection.execute(select(survey_day)):
            yield Snapshot("survey_day", row.day.isoformat(), {"tallies": json.loads(row.tallies)}, {})

    def _audit_keys(self) -> Iterator[Snapshot]:
        for row in self._connection.execute(select(audit_key)):
            yield Snapshot("audit_key", row.login, {"public": row.public.hex(), "made_at": row.made_at.isoformat()}, {})

    def _visits(self, held: ColumnElement[bool]) -> Iterator[Snapshot]:
        further: dict[str, list[list[str]]] = defaultdict(list)
        for row in self._connection.execute(select(further_service).order_by(further_service.c.position)):
            further[row.visit_id].append([row.service_code, row.department_code])
        known = MAPS["visit"]
        found = self._connection.execution_options(yield_per=_PIECE).execute(
            select(visit).where(held).order_by(visit.c.registered_at, visit.c.id)
        )
        for one in found.mappings():
            fields = known.document(dict(one))
            if one["id"] in further:
                fields["further_services"] = further[one["id"]]
            yield Snapshot("visit", one["id"], fields, {n: one[n] for n in known.personal}, one["registered_by"])

    def _steps(self, held: ColumnElement[bool]) -> Iterator[Snapshot]:
        words = {row.step_id: row.word for row in self._connection.execute(select(step_word))}
        known = MAPS["visit_step"]
        chosen = (
            select(visit_step)
            .join(visit, visit.c.id == visit_step.c.visit_id)
            .where(held)
            .order_by(visit_step.c.place.is_(None), visit_step.c.place, visit_step.c.id)
        )
        for row in self._connection.execution_options(yield_per=_PIECE).execute(chosen).mappings():
            word = words.get(row["id"])
            yield Snapshot(
                "visit_step", row["id"], known.document(dict(row)), {"word": word} if word else {}, row["by"]
            )

    def _slips(self, held: ColumnElement[bool]) -> Iterator[Snapshot]:
        known = MAPS["slip"]
        chosen = select(slip).join(visit, and_(visit.c.id == slip.c.visit_id, held)).order_by(slip.c.id)
        for row in self._connection.execution_options(yield_per=_PIECE).execute(chosen).mappings():
            yield Snapshot("slip", row["id"], known.document(dict(row)), {}, row["made_by"])

    def _conflicts(self) -> Iterator[Snapshot]:
        for row in self._connection.execute(select(conflict)):
            fields: dict[str, Any] = {
                "entity": row.entity,
                "row_id": row.row_id,
                "fields": json.loads(row.fields),
            }
            if row.settled_at is not None:
                fields |= {"settled_at": row.settled_at.isoformat(), "settled_by": row.settled_by}
            yield Snapshot("conflict", row.id, fields, {})


def _held_case(hold_from: date | None) -> ColumnElement[bool]:
    if hold_from is None:
        return true()
    return or_(~case_file.c.elsewhere, case_file.c.ended_on.is_(None), case_file.c.ended_on >= hold_from)


def _snapshot(known: EntityMap, row: RowMapping, by: str) -> Snapshot:
    personal = {name: row[name] for name in known.personal}
    return Snapshot(known.entity, row[known.key], known.document(dict(row)), personal, by)
