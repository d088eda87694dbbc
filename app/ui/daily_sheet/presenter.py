"""The figures of a day, week or month: fetched, printed, saved, exported."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.config.files import write_file
from app.domain.actors import Actor
from app.domain.clocks import OfficeNow
from app.domain.errors import Cancelled
from app.domain.languages import ScreenLanguage
from app.domain.period_figures import PeriodFigures
from app.domain.periods import FIRST_DAY, LAST_DAY, By, Period, Span
from app.domain.visit_exports import ExportedVisit
from app.ui.daily_sheet.meter import Meter
from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence_for
from app.ui.shared.printing import print_pdf, write_pdf
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane
from app.ui.sharing.earlier_days import EarlierDays

_LOOK_EVERY_MS = 150


class DailySheetPresenter(QObject):
    """A period on the screen, and the same period on paper and in files."""

    loading = Signal(object)
    """The period asked for."""
    loaded = Signal(object)
    failed = Signal(str)
    said = Signal(str, bool)
    """What became of a sheet or a file, and whether it went well."""
    progressed = Signal(float)
    """How much of the work that runs is done, 0..1; 1 when nothing runs any more."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.span = Span.DAY
        self.period: Period | None = None
        self.today: date | None = None
        self.figures: PeriodFigures | None = None
        self.cut = By.SERVICE
        self._loading: Meter | None = None
        self._writing: Meter | None = None
        self.days = EarlierDays(session, self, counts=True)
        self.days.fetched.connect(self._load)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_EVERY_MS)
        self._look.timeout.connect(self._on_look)

    # --- which period -----------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Show the period chosen before, or the office's today."""
        work = partial(self._session.parts.visits.now, self._session.actor)
        self._session.runner.run(Lane.DESK, self, work, self._on_now, self._on_failed)

    def leave(self) -> None:
        """Nobody looks any more: what is being fetched need not come. A file being written goes on."""
        if self._loading is not None:
            self._loading.cancel()

    def show_day(self, day: date) -> None:
        """Fetch the period around `day`, or around the nearest day that has figures; days to come have none."""
        newest = min(self.today or LAST_DAY, LAST_DAY)
        chosen = max(FIRST_DAY, min(day, newest))
        self._show(Period.of(self.span, chosen))

    def choose_span(self, span: Span) -> None:
        """Another length, around the same day where that is possible."""
        if span is not self.span:
            around = self._around()
            self.span = span
            if around is not None:
                self.show_day(around)

    def step(self, periods: int) -> None:
        """Some periods back or on."""
        if self.period is not None:
            moved = self.period.moved(periods)
            if moved.last >= FIRST_DAY and (self.today is None or moved.first <= self.today):
                self._show(moved)

    def show_today(self) -> None:
        """Back to the period of the office's today."""
        if self.today is not None:
            self.show_day(self.today)

    @property
    def is_newest(self) -> bool:
        """Whether there is no later period with a day that has begun."""
        return self.period is not None and self.today is not None and self.period.last >= self.today

    def _around(self) -> date | None:
        if self.period is None:
            return None
        return self.today if self.is_newest else self.period.last

    def _show(self, period: Period) -> None:
        self.period = period
        if self.today is not None:
            self.days.want(period.first, period.last, self.today)
        self._load()

    def _load(self) -> None:
        if (period := self.period) is None:
            return
        if self._loading is not None:
            self._loading.cancel()
        self._loading = Meter()
        self.loading.emit(period)
        self._look.start()
        work = partial(self._session.parts.summaries.period, self._session.actor, period, self._loading)
        done, failed = partial(self._on_figures, period), partial(self._on_period_failed, period)
        self._session.runner.run(Lane.FILES, self, work, done, failed)

    # --- paper and files --------------------------------------------------------------------------------------------

    def print_sheet(self) -> None:
        """Print the period on this PC's printer."""
        if self.period is not None:
            self.said.emit(self.tr("현황을 인쇄하는 중…"), True)
            name = f"sheet-{self.period.text()}"
            self._write(partial(_sheet, self._work(), self.cut), partial(self._on_sheet_to_print, name))

    def save_sheet(self, path: Path) -> None:
        """Write the period's PDF to `path`."""
        if self.period is not None:
            self.said.emit(self.tr("PDF를 만드는 중…"), True)
            self._write(partial(_save_sheet, self._work(), self.cut, path), partial(self._on_saved, path))

    def export_figures(self, path: Path, form: str, reason: str) -> None:
        """Write the period's tables to `path` as xlsx or csv."""
        if self.period is not None:
            self.said.emit(self.tr("파일을 만드는 중…"), True)
            self._write(partial(_save_figures, self._work(), form, reason, path), partial(self._on_exported, path))

    def export_visits(self, path: Path, reason: str) -> None:
        """Write the period's list of visits to `path`."""
        if self.period is not None:
            self.said.emit(self.tr("파일을 만드는 중…"), True)
            self._write(partial(_save_visits, self._work(), reason, path), partial(self._on_exported, path))

    def cancel(self) -> None:
        """Stop whatever takes so long."""
        for meter in (self._loading, self._writing):
            if meter is not None:
                meter.cancel()

    def file_name(self, ending: str = "pdf") -> str:
        """A name for a file of the period."""
        return f"minwon-{self.period.text() if self.period is not None else 'figures'}.{ending}"

    def _work(self) -> _Work:
        assert self.period is not None
        self._writing = Meter()
        language = self._session.store.settings.language
        return _Work(self._session.parts, self._session.actor, self.period, language, self._writing)

    def _write(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        self._look.start()
        self._session.runner.run(Lane.FILES, self, work, partial(self._on_written, done), self._on_not_written)

    # --- what comes back --------------------------------------------------------------------------------------------

    def _on_look(self) -> None:
        running = [meter for meter in (self._loading, self._writing) if meter is not None]
        self.progressed.emit(min((meter.share for meter in running), default=1.0))
        if not running:
            self._look.stop()

    def _on_now(self, now: OfficeNow) -> None:
        was_newest = self.period is None or self.is_newest
        self.today = now.day
        if was_newest or self.period is None:
            self.show_day(now.day)
        else:
            self._show(self.period)

    def _on_figures(self, period: Period, figures: PeriodFigures) -> None:
        if period == self.period:
            self._loading = None
            self.figures = figures
            self.loaded.emit(figures)

    def _on_period_failed(self, period: Period, error: Exception) -> None:
        # What was cancelled because another period was asked for is nobody's concern.
        if period == self.period and self._loading is not None:
            self._loading = None
            self._on_failed(error)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(sentence_for(error))

    def _on_written(self, done: Callable[[object], None], result: object) -> None:
        self._writing = None
        done(result)

    def _on_not_written(self, error: Exception) -> None:
        self._writing = None
        self.said.emit(sentence_for(error), isinstance(error, Cancelled))

    def _on_sheet_to_print(self, name: str, pdf: object) -> None:
        assert isinstance(pdf, bytes)
        parts = self._session.parts
        printer = self._session.store.settings.printer
        work = partial(print_pdf, pdf, printer, parts.rasterise, parts.home / "sheets", name)
        self._session.runner.run(Lane.PRINT, self, work, self._on_printed, self._on_not_written)

    def _on_printed(self, _nothing: None) -> None:
        self.said.emit(self.tr("현황을 프린터로 보냈습니다."), True)

    def _on_saved(self, path: Path, _nothing: object) -> None:
        self.said.emit(self.tr("PDF로 저장했습니다: {path}").format(path=path), True)

    def _on_exported(self, path: Path, _nothing: object) -> None:
        self.said.emit(self.tr("내보냈습니다: {path}").format(path=path), True)


class _Work:
    """What a piece of work on the lane needs; holds no QObject."""

    def __init__(self, parts: DeskParts, actor: Actor, period: Period, language: ScreenLanguage, meter: Meter) -> None:
        self.parts = parts
        self.actor = actor
        self.period = period
        self.language = language
        self.meter = meter


def _sheet(work: _Work, by: By) -> bytes:
    content = work.parts.summaries.period_sheet(work.actor, work.period, work.meter)
    return work.parts.render_sheet(content, work.language, by)


def _save_sheet(work: _Work, by: By, path: Path) -> None:
    write_pdf(path, _sheet(work, by))


def _save_figures(work: _Work, form: str, reason: str, path: Path) -> None:
    figures = work.parts.summaries.figures_for_file(work.actor, work.period, form, reason, work.meter)
    write_file(path, work.parts.render_figures(figures, form, work.language))


def _save_visits(work: _Work, reason: str, path: Path) -> None:
    def write(visits: Iterator[ExportedVisit]) -> None:
        write_file(path, work.parts.render_visits(visits, work.language))

    work.parts.summaries.export_visits(work.actor, work.period, reason, write, work.meter)
