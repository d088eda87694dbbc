"""One day's figures: fetched, printed, saved."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.domain.actors import Actor
from app.domain.clocks import OfficeNow
from app.domain.day_figures import DayFigures
from app.domain.languages import ScreenLanguage
from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence_for
from app.ui.shared.printing import print_pdf, write_pdf
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane


class DailySheetPresenter(QObject):
    """The day on the screen, and the same day on paper."""

    loading = Signal(object)
    """The day asked for."""
    loaded = Signal(object)
    failed = Signal(str)
    said = Signal(str, bool)
    """What became of a sheet, and whether it went well."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.day: date | None = None
        self.today: date | None = None
        self.figures: DayFigures | None = None

    def enter(self) -> None:
        """Show the day chosen before, or the office's today."""
        work = partial(self._session.parts.visits.now, self._session.actor)
        self._session.runner.run(Lane.DESK, self, work, self._on_now, self._on_failed)

    def show(self, day: date) -> None:
        """Fetch the figures of `day`; days to come have none."""
        self.day = min(day, self.today) if self.today is not None else day
        self.loading.emit(self.day)
        work = partial(self._session.parts.summaries.day, self._session.actor, self.day)
        self._session.runner.run(Lane.DESK, self, work, self._on_figures, self._on_failed)

    def step(self, days: int) -> None:
        """Some days back or on."""
        if self.day is not None and (self.today is None or self.day + timedelta(days=days) <= self.today):
            self.show(self.day + timedelta(days=days))

    def show_today(self) -> None:
        """Back to the office's today."""
        if self.today is not None:
            self.show(self.today)

    def print_sheet(self) -> None:
        """Print the day on this PC's printer."""
        if self.day is not None:
            self.said.emit(self.tr("현황을 인쇄하는 중…"), True)
            self._make_sheet(self.day, self._on_sheet_to_print)

    def save_sheet(self, path: Path) -> None:
        """Write the day's PDF to `path`."""
        if self.day is not None:
            self.said.emit(self.tr("PDF를 만드는 중…"), True)
            self._session.runner.run(
                Lane.DESK,
                self,
                partial(_save, self._session.parts, self._session.actor, self.day, self._language(), path),
                partial(self._on_saved, path),
                self._on_sheet_failed,
            )

    def file_name(self) -> str:
        """A name for the day's PDF."""
        return f"minwon-{self.day.isoformat()}.pdf" if self.day is not None else "minwon.pdf"

    def _language(self) -> ScreenLanguage:
        return self._session.store.settings.language

    def _make_sheet(self, day: date, done: object) -> None:
        assert callable(done)
        work = partial(_sheet, self._session.parts, self._session.actor, day, self._language())
        self._session.runner.run(Lane.DESK, self, work, done, self._on_sheet_failed)

    def _on_now(self, now: OfficeNow) -> None:
        was_today = self.day is None or self.day == self.today
        self.today = now.day
        self.show(now.day if was_today or self.day is None else self.day)

    def _on_figures(self, figures: DayFigures) -> None:
        if figures.day == self.day:
            self.figures = figures
            self.loaded.emit(figures)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(sentence_for(error))

    def _on_sheet_to_print(self, pdf: bytes) -> None:
        parts, day = self._session.parts, self.day
        printer = self._session.store.settings.printer
        name = f"sheet-{day.isoformat()}" if day is not None else "sheet"
        work = partial(print_pdf, pdf, printer, parts.rasterise, parts.home / "sheets", name)
        self._session.runner.run(Lane.PRINT, self, work, self._on_printed, self._on_sheet_failed)

    def _on_printed(self, _nothing: None) -> None:
        self.said.emit(self.tr("일일 현황을 내보냈습니다."), True)

    def _on_saved(self, path: Path, _nothing: None) -> None:
        self.said.emit(self.tr("PDF로 저장했습니다: {path}").format(path=path), True)

    def _on_sheet_failed(self, error: Exception) -> None:
        self.said.emit(sentence_for(error), False)


def _sheet(parts: DeskParts, actor: Actor, day: date, language: ScreenLanguage) -> bytes:
    return parts.render_sheet(parts.summaries.sheet(actor, day), language)


def _save(parts: DeskParts, actor: Actor, day: date, language: ScreenLanguage, path: Path) -> None:
    write_pdf(path, _sheet(parts, actor, day, language))
