"""Importing services, departments and people: a preview that changes nothing, then one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.config.table_files import read_table
from app.crypto.passwords import hash_password
from app.crypto.readable_codes import new_temporary_password
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor
from app.domain.errors import ImportHasBadRows, RecordChanged, TableTooLong
from app.domain.import_rows import plan_import
from app.domain.imports import ImportKind, ImportLine, ImportPlan, LineState, OfficeLists
from app.services.clock import Clock
from app.services.people_admin import add_person, change_person, require_an_administrator
from app.services.services_admin import require_own_keys
from app.services.survey_stores import SurveyStoreService
from app.services.trail import Trail

MOST_NEW_PEOPLE = 300
"""Each gets a password behind a slow hash: more at once would take minutes."""

_ACTIONS = {
    ImportKind.SERVICES: Action.CHANGE_SERVICES,
    ImportKind.DEPARTMENTS: Action.CHANGE_SERVICES,
    ImportKind.PEOPLE: Action.CHANGE_PEOPLE,
}


@dataclass(frozen=True, slots=True)
class Imported:
    """What was done; `passwords` are the new people's logins with their temporary ones, shown once."""

    new: int
    changed: int
    unchanged: int
    skipped: int
    passwords: tuple[tuple[str, str], ...] = ()


class ImportService:
    def __init__(self, database: Database, clock: Clock, stores: SurveyStoreService, survey_folder: Path) -> None:
        self._database = database
        self._clock = clock
        self._stores = stores
        self._survey_folder = survey_folder

    def preview(self, actor: Actor, kind: ImportKind, path: Path) -> ImportPlan:
        """What importing the file would do, row by row. Nothing is changed.

        Errors: `NotAllowed`, those of `read_table`, `ColumnMissing`, `ColumnTwice`.
        """
        actor.require(_ACTIONS[kind])
        table = read_table(path)
        with self._database.read() as work:
            work.people.require_active(actor)
            return plan_import(kind, table, _lists(work))

    def accept(self, actor: Actor, plan: ImportPlan, *, skip_bad: bool = False) -> Imported:
        """Do what `plan` says, all of it or nothing. Bad rows are left out only with `skip_bad`.

        Errors: `NotAllowed`, `ImportHasBadRows`, `TableTooLong` (too many new people at once), `RecordChanged` when
        the office's lists are no longer those of the preview. `KeyTaken` and `LastAdministrator` where the result
        would break a rule that the preview did not see broken.
        """
        actor.require(_ACTIONS[plan.kind])
        if plan.bad and not skip_bad:
            raise ImportHasBadRows(len(plan.bad))
        passwords = self._passwords(plan)
        hashes = {login: hash_password(password) for login, password in passwords.items()}
        with self._database.write() as work:
            work.people.require_active(actor)
            if plan_import(plan.kind, plan.table, _lists(work)).lines != plan.lines:
                raise RecordChanged(plan.kind.value)
            trail = Trail(work, actor, work.offices.here().code, self._clock())
            for line in plan.lines:
                if line.state in (LineState.NEW, LineState.CHANGED):
                    _apply(work, trail, plan.kind, line, hashes)
            if plan.kind is ImportKind.PEOPLE:
                require_an_administrator(work)
            elif plan.kind is ImportKind.SERVICES:
                require_own_keys(work, [line.code for line in plan.lines if line.values.get("key")])
            done = Imported(
                plan.count(LineState.NEW),
                plan.count(LineState.CHANGED),
                plan.count(LineState.UNCHANGED),
                plan.count(LineState.BAD),
                tuple(passwords.items()),
            )
            counts = {"new": done.new, "changed": done.changed, "skipped": done.skipped}
            trail.act("import", plan.kind.value, "", counts)
        if plan.kind is ImportKind.DEPARTMENTS and self._survey_folder.exists():
            self._stores.export(self._survey_folder)
        return done

    def _passwords(self, plan: ImportPlan) -> dict[str, str]:
        if plan.kind is not ImportKind.PEOPLE:
            return {}
        new = [line.code for line in plan.lines if line.state is LineState.NEW]
        if len(new) > MOST_NEW_PEOPLE:
            raise TableTooLong(MOST_NEW_PEOPLE)
        return {login: new_temporary_password() for login in new}


def _lists(work: UnitOfWork) -> OfficeLists:
    return OfficeLists(work.lists.departments(), work.lists.services(), work.people.entries())


def _apply(work: UnitOfWork, trail: Trail, kind: ImportKind, line: ImportLine, hashes: dict[str, str]) -> None:
    new = line.state is LineState.NEW
    if kind is ImportKind.PEOPLE:
        if new:
            add_person(work, trail, line.code, line.values["name"], line.values["role"], hashes[line.code])
        else:
            change_person(work, trail, line.code, line.values.get("name"), line.values.get("role"), line.seen)
        return
    values: dict[str, Any] = dict(line.values)
    if kind is ImportKind.DEPARTMENTS:
        stored = {**values, **({"phones": " ".join(values["phones"])} if "phones" in values else {})}
        if new:
            work.lists.add_department({"code": line.code, **stored})
        else:
            work.lists.change_department(line.code, line.seen, stored)
        entity = "department"
    else:
        if new:
            work.lists.add_service({"code": line.code, **values})
        else:
            work.lists.change_service(line.code, line.seen, values)
        entity = "service"
    trail.operation(entity, line.code, "create" if new else "edit", values)
