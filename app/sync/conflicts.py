"""Fields that two people changed at the same time: in words a person can compare, and settling them (design §4)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from app.crypto.secrets import CannotUnlock
from app.db.locked_text import is_locked, open_locked
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor, Role
from app.domain.errors import NotAllowed
from app.domain.sharing import FieldConflict
from app.domain.sharing_errors import ConflictSettled
from app.domain.visits import StepKind
from app.sync.steps import take_step

_AT_COUNTERS = frozenset({"visit", "visit_step", "slip", "guidance", "case_file", "case_step", "attachment", "card"})
_AT_COUNTERS |= {"improvement", "improvement_review", "incident", "re_review", "precedent"}


class Conflicts:
    """A conflict document may have several fields; they are settled together."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def list(self, actor: Actor) -> tuple[FieldConflict, ...]:
        """Those this person may settle, newest first; values in the words of the tables. Errors: `NotAllowed`."""
        actor.require(Action.SETTLE_CONFLICTS)
        with self._database.read() as work:
            work.people.require_active(actor)
            found = work.shared.conflicts()
            return tuple(
                replace(
                    one,
                    title=work.shared.title(one.entity, one.row_id),
                    kept=_words(work, one, one.kept),
                    other=_words(work, one, one.other),
                    kept_by=_name(work, one.kept_by),
                    other_by=_name(work, one.other_by),
                )
                for one in found
                if _may(actor, one.entity)
            )

    def settle(self, actor: Actor, conflict_id: str, *, take_other: bool) -> None:
        """Let what stands stand, or give the record the other values. Errors: `NotAllowed`, `ConflictSettled`."""
        actor.require(Action.SETTLE_CONFLICTS)
        with self._database.write() as work:
            work.people.require_active(actor)
            said = [one for one in work.shared.conflicts() if one.conflict_id == conflict_id]
            if not said:
                raise ConflictSettled
            entity, row_id = said[0].entity, said[0].row_id
            if not _may(actor, entity):
                raise NotAllowed(action=Action.SETTLE_CONFLICTS.value, role=actor.role.value)
            at = self._clock()
            if take_other:
                self._give(work, actor, entity, row_id, {one.field: one.other for one in said})
            work.shared.settle_conflict(conflict_id, actor.login, at)
            settled = {"settled_at": at.isoformat(), "settled_by": actor.login}
            work.outbox.write(at=at, entity="conflict", row_id=conflict_id, kind="edit", by=actor.login, fields=settled)
            work.audit.write(
                at=at,
                login=actor.login,
                role=actor.role.value,
                counter_code=work.offices.here().code,
                action="settle_conflict",
                entity=entity,
                row_id=row_id,
                detail={"fields": sorted(one.field for one in said), "other": take_other},
            )

    def _give(self, work: UnitOfWork, actor: Actor, entity: str, row_id: str, values: Mapping[str, Any]) -> None:
        personal = {name: _opened(work, entity, row_id, value) for name, value in values.items() if is_locked(value)}
        plain = {name: value for name, value in values.items() if not is_locked(value)}
        before = work.visits.get(row_id).service_codes if entity == "visit" else ()
        work.replica.give(entity, row_id, {**plain, **personal})
        after = work.visits.get(row_id).service_codes if entity == "visit" else ()
        work.outbox.write(
            at=self._clock(),
            entity=entity,
            row_id=row_id,
            kind="edit",
            by=actor.login,
            fields=plain,
            personal=personal or None,
        )
        if before != after:
            # As if somebody had corrected it: a sheet printed before has to say so.
            take_step(
                work,
                self._clock(),
                row_id,
                StepKind.CORRECTED,
                by=actor.login,
                counter_code=work.offices.here().code,
                automatic=False,
                services=(" ".join(before), " ".join(after)),
            )


def _may(actor: Actor, entity: str) -> bool:
    return actor.role is Role.ADMIN if entity not in _AT_COUNTERS else actor.role is not Role.ADMIN


def _opened(work: UnitOfWork, entity: str, row_id: str, value: Any) -> str:
    key = work.replica.key(entity, row_id)
    try:
        return "" if key is None else open_locked(key, value)
    except CannotUnlock:
        return ""


def _words(work: UnitOfWork, one: FieldConflict, value: Any) -> str:
    """A department or service by its name, a list as it is read, nothing as nothing."""
    if is_locked(value):
        return _opened(work, one.entity, one.row_id, value)
    match one.field:
        case "department_code":
            return work.shared.title("department", str(value))
        case "service_code":
            return work.shared.title("service", str(value))
        case "task_id" | "actual_task_id":
            return work.shared.title("task", str(value)) if value else ""
        case "further_services":
            return ", ".join(work.shared.title("service", code) for code, _ in value or ())
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _name(work: UnitOfWork, login: str) -> str:
    person = work.people.find(login)
    return person.name if person is not None else login
