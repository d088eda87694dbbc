"""What every screen asks about the office: its settings, this counter, its services; and changing the settings."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

from app.db.unit_of_work import Database
from app.domain.actors import Action, Actor
from app.domain.offices import CounterRecord, DepartmentRecord, OfficeSettings, ServiceRecord
from app.services.clock import Clock
from app.services.survey_stores import SurveyStoreService
from app.services.trail import Trail


class OfficeService:
    """Public facts of the office: nothing here is kept from anybody; only the administrator changes them."""

    def __init__(self, database: Database, clock: Clock, stores: SurveyStoreService, survey_folder: Path) -> None:
        self._database = database
        self._clock = clock
        self._stores = stores
        self._survey_folder = survey_folder

    def settings(self) -> OfficeSettings:
        with self._database.read() as work:
            return work.offices.settings()

    def today(self) -> date:
        """The office's day."""
        with self._database.read() as work:
            return work.now(self._clock()).day

    def counter(self) -> CounterRecord:
        """The counter this PC is."""
        with self._database.read() as work:
            return work.offices.here()

    def counters(self, actor: Actor) -> tuple[CounterRecord, ...]:
        """Every counter in use, by its code. Errors: `NotAllowed`."""
        actor.require(Action.SEE_OFFICE)
        with self._database.read() as work:
            return work.offices.counters()

    def services(self, actor: Actor | None = None) -> tuple[ServiceRecord, ...]:
        """What can be picked, in the office's order. It hangs on the wall of every office, so no sign-in is needed."""
        if actor is not None:
            actor.require(Action.SEE_OFFICE)
        with self._database.read() as work:
            return work.offices.services()

    def departments(self, actor: Actor) -> tuple[DepartmentRecord, ...]:
        """Every department in use, in the office's order. Errors: `NotAllowed`."""
        actor.require(Action.SEE_OFFICE)
        with self._database.read() as work:
            return work.offices.departments()

    def change(self, actor: Actor, **changes: object) -> OfficeSettings:
        """Change the settings named; a single-PC office's survey store learns of them at once.

        Errors: `NotAllowed`, `BadValue`, those of `check_plain_text`; nothing is changed then.
        """
        actor.require(Action.CHANGE_OFFICE)
        with self._database.write() as work:
            work.people.require_active(actor)
            before = work.offices.settings()
            wanted = replace(before, **changes).checked()  # type: ignore[arg-type]
            changed = {name: value for name, value in asdict(wanted).items() if value != getattr(before, name)}
            if changed:
                work.offices.save_settings(wanted)
                trail = Trail(work, actor, work.offices.here().code, self._clock())
                trail.operation("office_setting", "office", "edit", changed)
                trail.act("change_office", "office_setting", "office", {"changed": sorted(changed)})
        if changed and self._survey_folder.exists():
            self._stores.export(self._survey_folder)
        return wanted
