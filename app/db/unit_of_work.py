"""The unit of work: one transaction, and the only place that commits (design law 1)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, Engine, select, text

from app.db.attachments import AttachmentRepository
from app.db.audit_log import AuditLog
from app.db.cards import CardRepository
from app.db.case_lists import CaseLists
from app.db.case_retention import CaseRetentionRepository
from app.db.case_ties import CaseTies
from app.db.cases import CaseRepository
from app.db.day_counts import DayCountRepository
from app.db.day_rollups import DayRollupRepository
from app.db.directory import DirectoryRepository
from app.db.erasures import ErasureRepository
from app.db.faults import translated
from app.db.guidance import GuidanceRepository
from app.db.held_days import HeldDays
from app.db.holidays import HolidayRepository
from app.db.home_moves import HomeMoves
from app.db.improvements import ImprovementRepository
from app.db.incidents import IncidentRepository
from app.db.integrity_counts import IntegrityCounts
from app.db.office_lists import OfficeListRepository
from app.db.offices import OfficeRepository
from app.db.outbox_log import OutboxLog
from app.db.outbox_queue import OutboxQueue
from app.db.people import PersonRepository
from app.db.precedents import PrecedentRepository
from app.db.prepared import PreparedSelect
from app.db.printed_sheets import PrintedSheetRepository
from app.db.re_reviews import ReReviewRepository
from app.db.replicas import ReplicaRepository
from app.db.retention import RetentionRepository
from app.db.search import SearchIndex
from app.db.shared_links import SharedLinkRepository
from app.db.slips import SlipRepository
from app.db.snapshots import SnapshotReader
from app.db.survey_days import SurveyDayRepository
from app.db.visit_exports import VisitExportRepository
from app.db.visit_words import VisitWords
from app.db.visits import VisitRepository
from app.db.workload import WorkloadRepository
from app.domain.clocks import OfficeNow, office_now
from app.models.visit_step import visit_step

# What the program did by itself does not count: a clock that was wrong for a moment must not move the office's day. Nor
# does what was recorded in other homes: by whose clock is not known here. Nor do times that were typed from paper: like
# those of a clock that was behind they are not trusted, and those are no newer than the trusted one they stood still
# at. Written out as in the index.
_NEWEST_STEP = PreparedSelect(
    lambda: (
        select(visit_step.c.at)
        .where(text("automatic = 0 AND elsewhere = 0 AND trusted = 1"))
        .order_by(visit_step.c.at.desc())
        .limit(1)
    )
)


class UnitOfWork:
    """The repositories over one transaction. Made by `Database.write` and `Database.read`."""

    def __init__(self, connection: Connection, counter_code: str | None = None) -> None:
        self._connection = connection
        self._counter_code = counter_code

    @cached_property
    def visits(self) -> VisitRepository:
        return VisitRepository(self._connection)

    @cached_property
    def visit_words(self) -> VisitWords:
        return VisitWords(self._connection)

    @cached_property
    def slips(self) -> SlipRepository:
        return SlipRepository(self._connection)

    @cached_property
    def offices(self) -> OfficeRepository:
        return OfficeRepository(self._connection, self._counter_code)

    @cached_property
    def lists(self) -> OfficeListRepository:
        return OfficeListRepository(self._connection)

    @cached_property
    def directory(self) -> DirectoryRepository:
        return DirectoryRepository(self._connection)

    @cached_property
    def guidance(self) -> GuidanceRepository:
        return GuidanceRepository(self._connection)

    @cached_property
    def holidays(self) -> HolidayRepository:
        return HolidayRepository(self._connection)

    @cached_property
    def people(self) -> PersonRepository:
        return PersonRepository(self._connection)

    @cached_property
    def day_counts(self) -> DayCountRepository:
        return DayCountRepository(self._connection)

    @cached_property
    def day_rollups(self) -> DayRollupRepository:
        return DayRollupRepository(self._connection)

    @cached_property
    def printed_sheets(self) -> PrintedSheetRepository:
        return PrintedSheetRepository(self._connection)

    @cached_property
    def visit_exports(self) -> VisitExportRepository:
        return VisitExportRepository(self._connection)

    @cached_property
    def integrity_counts(self) -> IntegrityCounts:
        return IntegrityCounts(self._connection)

    @cached_property
    def outbox(self) -> OutboxLog:
        return OutboxLog(self._connection)

    @cached_property
    def queue(self) -> OutboxQueue:
        return OutboxQueue(self._connection)

    @cached_property
    def snapshots(self) -> SnapshotReader:
        return SnapshotReader(self._connection)

    @cached_property
    def moves(self) -> HomeMoves:
        return HomeMoves(self._connection)

    @cached_property
    def replica(self) -> ReplicaRepository:
        return ReplicaRepository(self._connection)

    @cached_property
    def shared(self) -> SharedLinkRepository:
        return SharedLinkRepository(self._connection)

    @cached_property
    def survey_days(self) -> SurveyDayRepository:
        return SurveyDayRepository(self._connection)

    @cached_property
    def held_days(self) -> HeldDays:
        return HeldDays(self._connection)

    @cached_property
    def retention(self) -> RetentionRepository:
        return RetentionRepository(self._connection)

    @cached_property
    def attachments(self) -> AttachmentRepository:
        return AttachmentRepository(self._connection)

    @cached_property
    def case_retention(self) -> CaseRetentionRepository:
        return CaseRetentionRepository(self._connection)

    @cached_property
    def cases(self) -> CaseRepository:
        return CaseRepository(self._connection)

    @cached_property
    def case_lists(self) -> CaseLists:
        return CaseLists(self._connection)

    @cached_property
    def case_ties(self) -> CaseTies:
        return CaseTies(self._connection)

    @cached_property
    def cards(self) -> CardRepository:
        return CardRepository(self._connection)

    @cached_property
    def workload(self) -> WorkloadRepository:
        return WorkloadRepository(self._connection)

    @cached_property
    def improvements(self) -> ImprovementRepository:
        return ImprovementRepository(self._connection)

    @cached_property
    def re_reviews(self) -> ReReviewRepository:
        return ReReviewRepository(self._connection)

    @cached_property
    def precedents(self) -> PrecedentRepository:
        return PrecedentRepository(self._connection)

    @cached_property
    def incidents(self) -> IncidentRepository:
        return IncidentRepository(self._connection)

    @cached_property
    def erasures(self) -> ErasureRepository:
        return ErasureRepository(self._connection)

    @cached_property
    def search(self) -> SearchIndex:
        return SearchIndex(self._connection)

    @cached_property
    def audit(self) -> AuditLog:
        return AuditLog(self._connection)

    def now(self, clock: datetime) -> OfficeNow:
        """What time the office goes by, given the PC's clock: never before the newest record."""
        return office_now(clock, self.newest_record(), self.offices.settings().timezone)

    def newest_record(self) -> datetime | None:
        """When somebody last recorded a step of a visit."""
        newest: datetime | None = _NEWEST_STEP.scalar(self._connection)
        return newest


class Database:
    """The home's database. Every use of it is a `with database.write()` or `with database.read()`.

    `counter_code` is the counter this desk stands at; None: the home's own.
    """

    def __init__(self, engine: Engine, path: Path, counter_code: str | None = None) -> None:
        self._engine = engine
        self._path = path
        self._counter_code = counter_code

    @contextmanager
    def write(self) -> Iterator[UnitOfWork]:
        """One write transaction, begun IMMEDIATE; committed at the end, rolled back on any exception."""
        with (
            translated(self._path),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            work = UnitOfWork(connection, self._counter_code)
            yield work
            work.search.follow()

    @contextmanager
    def read(self) -> Iterator[UnitOfWork]:
        """One read transaction: everything read inside is of the same moment."""
        with translated(self._path), self._engine.connect() as connection, connection.begin():
            yield UnitOfWork(connection, self._counter_code)

    def close(self) -> None:
        self._engine.dispose()
