"""Cases and their steps."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Integer, and_, bindparam, exists, func, insert, select, text, tuple_, update

from app.db.prepared import PreparedSelect
from app.db.record_rows import pieces
from app.db.told import told
from app.domain.case_errors import UnknownCase
from app.domain.case_steps import CaseStep, CaseStepKind
from app.domain.cases import Case, CaseFlag, CaseKind, CaseResult, CaseStatus, Channel, WrittenBy
from app.domain.errors import RecordChanged
from app.models.case_file import UNASKED
from app.models.tables import attachment, case_file, case_step, service

# As in their indexes.
_STALE = text("case_file.stale = 1")
_UNERASED = text("case_file.ended_on IS NOT NULL AND case_file.title != ''")
_IS_STALE = PreparedSelect(lambda: select(case_file.c.id).where(_STALE).limit(1))
_STALE_CASES = PreparedSelect(
    lambda: select(case_file).where(_STALE).order_by(case_file.c.id).limit(bindparam("most", type_=Integer()))
)
_STEPS = PreparedSelect(lambda: select(case_step).where(case_step.c.case_id == bindparam("of")))
_STEPS_OF = PreparedSelect(
    lambda: select(case_step).where(
        case_step.c.case_id.in_(select(func.json_each(bindparam("ids")).table_valued("value").c.value))
    )
)
_earlier = case_file.alias("earlier")
_UNSEALED_SECOND = and_(
    case_file.c.kind == CaseKind.GRIEVANCE.value,
    ~case_file.c.to_auditor,
    exists().where(
        _earlier.c.matter_id == case_file.c.matter_id,
        _earlier.c.kind == CaseKind.GRIEVANCE.value,
        tuple_(_earlier.c.received_at, _earlier.c.id) < tuple_(case_file.c.received_at, case_file.c.id),
    ),
)
_RECKONED = (
    "UPDATE case_file SET status = ?, result = ?, owner = ?, due_day = ?, due_clock = ?, moved_from = ?, basis = ?, "
    "supplements = ?, answered_on = ?, stale = 0 WHERE id = ?"
)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What was worked out of a case the last time: `due_day` and `moved_from` of it, and what from (`basis`)."""

    due_day: date | None
    moved_from: date | None
    basis: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What is worked out of a case."""

    case_id: str
    status: CaseStatus
    result: CaseResult | None
    owner: str
    due_day: date | None
    due_clock: str
    moved_from: date | None
    basis: str
    supplements: int
    answered_on: date | None


class CaseRepository:
    """Steps are given as they were stored; in what order they count, `app.domain.case_course` knows."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # --- cases ---

    def next_number(self, year: int, counter_code: str) -> str:
        """The counter's next number of `year`. Only safe inside a write transaction, which is IMMEDIATE."""
        begins = f"{year}-{counter_code}-"
        within = case_file.c.number.between(begins, begins + "~")
        newest = (
            select(case_file.c.number)
            .where(within)
            .order_by(func.length(case_file.c.number).desc(), case_file.c.number.desc())
            .limit(1)
        )
        found: str | None = self._connection.scalar(newest)
        return f"{begins}{int(found.removeprefix(begins)) + 1 if found else 1:04d}"

    def add(self, case: Case) -> None:
        row = {name: getattr(case, name) for name in _PLAIN}
        row |= {"kind": case.kind.value, "channel": case.channel.value, "written_by": case.written_by.value}
        row |= {"flags": flags_text(case.flags), "of_visit": case.visit_id, "elsewhere": False}
        self._connection.execute(insert(case_file), row)

    def get(self, case: str) -> Case:
        """By its id or its number. Errors: `UnknownCase`."""
        wanted = case.strip()
        row = self._connection.execute(select(case_file).where(case_file.c.id == wanted)).one_or_none()
        if row is None:
            by_number = select(case_file).where(case_file.c.number == wanted.upper()).order_by(case_file.c.id).limit(1)
            row = self._connection.execute(by_number).one_or_none()
        if row is None:
            raise UnknownCase(case)
        return _case(row)

    def change(self, case_id: str, seen: int, values: Mapping[str, Any]) -> None:
        """`values` are columns. Errors: `RecordChanged`."""
        chosen = and_(case_file.c.id == case_id, case_file.c.version == seen)
        done = self._connection.execute(update(case_file).where(chosen).values(**values, version=seen + 1))
        if done.rowcount != 1:
            raise RecordChanged(case_id)

    def of_matter(self, matter_id: str) -> tuple[Case, ...]:
        """Oldest first."""
        found = select(case_file).where(case_file.c.matter_id == matter_id)
        return tuple(map(_case, self._connection.execute(found.order_by(case_file.c.received_at, case_file.c.id))))

    def unsealed_seconds(self, matter_ids: Iterable[str]) -> tuple[Case, ...]:
        """Grievances of these matters that came after another one, and are not the audit officer's yet."""
        found = select(case_file).where(_UNSEALED_SECOND)
        return tuple(
            _case(row)
            for piece in pieces(matter_ids)
            for row in self._connection.execute(found.where(case_file.c.matter_id.in_(piece)))
        )

    def unasked(self, limit: int) -> tuple[Case, ...]:
        """Grievances on a matter that was there before, which the shared side was not asked about."""
        found = select(case_file).where(text(UNASKED)).limit(limit)
        return tuple(map(_case, self._connection.execute(found)))

    def matter_asked(self, case: Case) -> None:
        """The shared side was asked about the matter that the case is on."""
        asked = update(case_file).where(case_file.c.id == case.id)
        self._connection.execute(asked.values(matter_asked=case.matter_id))

    def ended_on(self, case_id: str) -> date | None:
        """When it ended, as the other counters were told."""
        found: date | None = self._connection.scalar(select(case_file.c.ended_on).where(case_file.c.id == case_id))
        return found

    def service_period(self, code: str | None) -> str:
        """How long the service's cases may take, "" where that is not set."""
        if code is None:
            return ""
        return self._connection.scalar(select(service.c.period).where(service.c.code == code)) or ""

    def service_periods(self) -> dict[str, str]:
        rows = self._connection.execute(select(service.c.code, service.c.period))
        return {row.code: row.period for row in rows}

    # --- steps ---

    def add_step(self, step: CaseStep) -> None:
        self._connection.execute(
            insert(case_step),
            {
                "id": step.id,
                "case_id": step.case_id,
                "kind": step.kind.value,
                "at": step.at,
                "on_day": step.on,
                "by": step.by,
                "counter_code": step.counter_code,
                "text": step.text,
                "remedy": step.remedy,
                "of_step": step.of,
                "detail": json.dumps(dict(step.detail), ensure_ascii=False, sort_keys=True),
                "place": step.place,
                "elsewhere": False,
            },
        )

    def steps(self, case_id: str) -> tuple[CaseStep, ...]:
        return tuple(_step(row) for row in _STEPS.all(self._connection, of=case_id))

    def steps_of(self, case_ids: Iterable[str]) -> dict[str, list[CaseStep]]:
        """The steps of several cases."""
        found: dict[str, list[CaseStep]] = defaultdict(list)
        for row in _STEPS_OF.all(self._connection, ids=json.dumps(list(case_ids))):
            found[row.case_id].append(_step(row))
        return found

    # --- what is worked out ---

    def any_stale(self) -> bool:
        """Whether there are cases to be counted again."""
        return _IS_STALE.first(self._connection) is not None

    def stale(self, limit: int) -> tuple[tuple[Case, Reckoned], ...]:
        """Cases to be counted again, and what was counted before."""
        found = _STALE_CASES.all(self._connection, most=limit)
        return tuple((_case(row), Reckoned(row.due_day, row.moved_from, row.basis)) for row in found)

    def reckoned(self, case_id: str) -> Reckoned:
        columns = (case_file.c.due_day, case_file.c.moved_from, case_file.c.basis)
        row = self._connection.execute(select(*columns).where(case_file.c.id == case_id)).one()
        return Reckoned(row.due_day, row.moved_from, row.basis)

    def keep(self, reckonings: Sequence[Reckoning]) -> None:
        """Straight to the driver: ten thousand are kept while clerks wait for the lock."""
        rows = [
            (
                one.status.value,
                one.result.value if one.result is not None else "",
                one.owner,
                _iso(one.due_day),
                one.due_clock,
                _iso(one.moved_from),
                one.basis,
                one.supplements,
                _iso(one.answered_on),
                one.case_id,
            )
            for one in reckonings
        ]
        if rows:
            self._connection.exec_driver_sql(_RECKONED, rows)

    # --- erasing ---

    def parts(self, case_id: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Every record that holds personal data of the case: entities and ids."""
        found = [("case_file", (case_id,))]
        for entity, table in (("case_step", case_step), ("attachment", attachment)):
            ids = select(table.c.id).where(table.c.case_id == case_id).order_by(table.c.id)
            found.append((entity, tuple(self._connection.scalars(ids))))
        made_of = select(case_file.c.card_id).where(case_file.c.id == case_id, case_file.c.card_id.is_not(None))
        found.append(("card", tuple(self._connection.scalars(made_of))))  # its words are the case's
        return tuple(found)

    def ended_before(self, before: date, others_before: date, limit: int) -> tuple[str, ...]:
        """Cases not erased yet that ended before `before`; those of other homes before `others_before`."""
        late = and_(case_file.c.ended_on < before, ~case_file.c.elsewhere | (case_file.c.ended_on < others_before))
        found = select(case_file.c.id).where(_UNERASED, late)
        return tuple(self._connection.scalars(found.order_by(case_file.c.ended_on).limit(limit)))


_PLAIN = (
    *("id", "number", "title", "text", "name", "phone", "address", "received_at", "received_by", "counter_code"),
    *("department_code", "service_code", "period", "card_id", "matter_id", "external_number", "to_auditor", "version"),
)


def flags_text(flags: Iterable[CaseFlag]) -> str:
    """Flags as they are stored."""
    return " ".join(sorted(flag.value for flag in flags))


def _case(row: Any) -> Case:
    """What only a newer program knows reads as something else (design law 14)."""
    flags = frozenset(flag for flag in CaseFlag if flag.value in row.flags.split()) if row.flags else frozenset()
    return Case(
        id=row.id,
        number=row.number,
        kind=told(CaseKind, row.kind, CaseKind.OTHER),
        title=row.title,
        text=row.text,
        name=row.name,
        phone=row.phone,
        address=row.address,
        channel=told(Channel, row.channel, Channel.COUNTER),
        written_by=told(WrittenBy, row.written_by, WrittenBy.CITIZEN),
        received_at=row.received_at,
        received_by=row.received_by,
        counter_code=row.counter_code,
        department_code=row.department_code,
        service_code=row.service_code,
        period=row.period,
        flags=flags,
        visit_id=row.of_visit,
        card_id=row.card_id,
        matter_id=row.matter_id or row.id,
        external_number=row.external_number,
        to_auditor=bool(row.to_auditor),
        version=row.version,
        erased=not row.title,
    )


def _step(row: Any) -> CaseStep:
    try:
        detail = json.loads(row.detail) if row.detail else {}
    except ValueError:
        detail = {}
    return CaseStep(
        id=row.id,
        case_id=row.case_id,
        kind=told(CaseStepKind, row.kind, CaseStepKind.NOTED),
        at=row.at,
        on=row.on_day,
        by=row.by,
        counter_code=row.counter_code,
        text=row.text,
        remedy=row.remedy,
        of=row.of_step,
        detail=detail if isinstance(detail, dict) else {},
        place=row.place,
    )


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
