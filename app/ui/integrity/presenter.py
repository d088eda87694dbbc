"""The report of a period: fetched when a period is chosen."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.clocks import OfficeNow
from app.domain.integrity import IntegrityReport
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane


class Period(StrEnum):
    WEEK = "week"
    MONTH = "month"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"


def days_of(period: Period, today: date) -> tuple[date, date]:
    """The first and the last day of `period`, both included."""
    first_of_month = today.replace(day=1)
    match period:
        case Period.WEEK:
            return today - timedelta(days=6), today
        case Period.MONTH:
            return today - timedelta(days=29), today
        case Period.THIS_MONTH:
            return first_of_month, today
        case Period.LAST_MONTH:
            last = first_of_month - timedelta(days=1)
            return last.replace(day=1), last


class IntegrityPresenter(QObject):
    loading = Signal()
    loaded = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._today: date | None = None
        self.period = Period.MONTH

    def enter(self) -> None:
        """Show the period chosen before, up to the office's today."""
        work = partial(self._session.parts.visits.now, self._session.actor)
        self._session.runner.run(Lane.DESK, self, work, self._on_now, self._on_failed)

    def choose(self, period: Period) -> None:
        """Show another period."""
        self.period = period
        if self._today is not None:
            self.loading.emit()
            first, last = days_of(period, self._today)
            # Many days are read: a save of this window must not wait for them.
            work = partial(self._session.parts.integrity.report, self._session.actor, first, last)
            self._session.runner.run(Lane.FILES, self, work, self._on_report, self._on_failed)

    def _on_now(self, now: OfficeNow) -> None:
        self._today = now.day
        self.choose(self.period)

    def _on_report(self, report: IntegrityReport) -> None:
        # An answer to a period left meanwhile is not shown.
        if self._today is not None and (report.first, report.last) == days_of(self.period, self._today):
            self.loaded.emit(report)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(sentence_for(error))
