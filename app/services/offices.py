"""What every screen asks about the office: its settings, this counter, its services."""

from __future__ import annotations

from app.db.unit_of_work import Database
from app.domain.actors import Action, Actor
from app.domain.offices import CounterRecord, OfficeSettings, ServiceRecord


class OfficeService:
    """Public facts of the office: nothing here is kept from anybody who has signed in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def settings(self) -> OfficeSettings:
        with self._database.read() as work:
            return work.offices.settings()

    def counter(self) -> CounterRecord:
        """The counter this PC is."""
        with self._database.read() as work:
            return work.offices.here()

    def services(self, actor: Actor | None = None) -> tuple[ServiceRecord, ...]:
        """What can be picked, in the office's order. It hangs on the wall of every office, so no sign-in is needed."""
        if actor is not None:
            actor.require(Action.SEE_OFFICE)
        with self._database.read() as work:
            return work.offices.services()
