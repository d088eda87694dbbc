"""The unit of work: one transaction, and the only place that commits (design law 1)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from app.db.audit_log import AuditLog
from app.db.day_counts import DayCountRepository
from app.db.faults import translated
from app.db.offices import OfficeRepository
from app.db.outbox_log import OutboxLog
from app.db.people import PersonRepository
from app.db.slips import SlipRepository
from app.db.visits import VisitRepository
from app.domain.clocks import OfficeNow, office_now
from app.models.visit_step import visit_step


class UnitOfWork:
    """The repositories over one transaction. Made by `Database.write` and `Database.read`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def visits(self) -> VisitRepository:
        return VisitRepository(self._connection)

    @cached_property
    def slips(self) -> SlipRepository:
        return SlipRepository(self._connection)

    @cached_property
    def offices(self) -> OfficeRepository:
        return OfficeRepository(self._connection)

    @cached_property
    def people(self) -> PersonRepository:
        return PersonRepository(self._connection)

    @cached_property
    def day_counts(self) -> DayCountRepository:
        return DayCountRepository(self._connection)

    @cached_property
    def outbox(self) -> OutboxLog:
        return OutboxLog(self._connection)

    @cached_property
    def audit(self) -> AuditLog:
        return AuditLog(self._connection)

    def now(self, clock: datetime) -> OfficeNow:
        """What time the office goes by, given the PC's clock: never before the newest record."""
        newest = self._connection.scalar(select(visit_step.c.at).order_by(visit_step.c.at.desc()).limit(1))
        return office_now(clock, newest, self.offices.settings().timezone)


class Database:
    """The home's database. Every use of it is a `with database.write()` or `with database.read()`."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        """One write transaction, begun IMMEDIATE; committed at the end, rolled back on any exception."""
        with (
            translated(self._path),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            yield UnitOfWork(connection)

    @contextmanager
    def read(self) -> Iterator[UnitOfWork]:
        """One read transaction: everything read inside is of the same moment."""
        with translated(self._path), self._engine.connect() as connection, connection.begin():
            yield UnitOfWork(connection)

    def close(self) -> None:
        self._engine.dispose()
