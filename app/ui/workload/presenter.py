"""Asks again every few seconds how the office's cases stand; sends reminders; prints a month's sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.config.settings import DeskSettings
from app.domain.actors import Actor
from app.domain.case_overview import CaseOverview
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.cases import CaseLine
from app.domain.letters import LetterKind
from app.ui.parts import DeskParts
from app.ui.shared.looking import Looking
from app.ui.shared.messages import sentence_for
from app.ui.shared.printing import print_pdf, write_pdf
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

_EVERY = 60_000
"""Milliseconds. At a million cases the answer takes the desk's lane for most of a second."""


class WorkloadPresenter(Looking):
    """One question, one answer: a `CaseOverview`."""

    overview_read = Signal(object)
    failed = Signal(str)
    done = Signal(str)
    """A sentence about something that was printed, saved or written down."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session, parent, _EVERY)
        self.overview: CaseOverview | None = None

    def _question(self) -> Callable[[], CaseOverview]:
        return partial(self._session.parts.workload.overview, self._session.actor)

    def _answered(self, answer: CaseOverview) -> None:
        self.overview = answer
        self.overview_read.emit(answer)

    def _went_wrong(self, error: Exception) -> None:
        self.failed.emit(sentence_for(error))

    def remind(self, line: CaseLine) -> None:
        """Write the reminder down, and print its letter."""
        session = self._session
        work = partial(_remind, session.parts, session.actor, line.id)
        session.runner.run(Lane.DESK, self, work, partial(self._on_reminded, line), self._on_not_done)

    def print_month(self, first: date) -> None:
        """The check sheet of a month on paper."""
        work = partial(_draw_month, self._session.parts, self._session.actor, first, self._session.store.settings)
        said = self.tr("{month} 점검표를 프린터로 보냈습니다.").format(month=f"{first:%Y-%m}")
        name = f"check-{first:%Y-%m}"
        self._session.runner.run(Lane.DESK, self, work, partial(self._print, "checks", name, said), self._on_not_done)

    def save_month(self, first: date, path: Path) -> None:
        """The same as PDF."""
        session = self._session
        work = partial(_save_month, session.parts, session.actor, first, session.store.settings, path)
        said = self.tr("PDF로 저장했습니다: {path}").format(path=path)
        session.runner.run(Lane.DESK, self, work, partial(self._on_done, said), self._on_not_done)

    def _on_reminded(self, line: CaseLine, pdf: bytes) -> None:
        said = self.tr("{number}: 독촉을 적고 독촉장을 프린터로 보냈습니다.").format(number=line.number)
        self.reload()
        self._print("letters", f"{line.number}-reminder", said, pdf)

    def _print(self, folder: str, name: str, said: str, pdf: bytes) -> None:
        parts, settings = self._session.parts, self._session.store.settings
        work = partial(print_pdf, pdf, settings.printer, parts.rasterise, parts.home / folder, name)
        self._session.runner.run(Lane.PRINT, self, work, partial(self._on_done, said), self._on_not_done)

    def _on_done(self, said: str, _nothing: None) -> None:
        self.done.emit(said)

    def _on_not_done(self, error: Exception) -> None:
        self.failed.emit(sentence_for(error))


def _remind(parts: DeskParts, actor: Actor, case_id: str) -> bytes:
    view = parts.cases.step(actor, case_id, NewStep(CaseStepKind.REMINDED))
    step = next(each for each in reversed(view.steps) if each.kind is CaseStepKind.REMINDED)
    return parts.render_letter(parts.cases.letter(actor, case_id, LetterKind.REMINDER, step.id), None)


def _draw_month(parts: DeskParts, actor: Actor, first: date, settings: DeskSettings) -> bytes:
    return parts.render_monthly_check(parts.workload.month(actor, first.year, first.month), settings.language)


def _save_month(parts: DeskParts, actor: Actor, first: date, settings: DeskSettings, path: Path) -> None:
    write_pdf(path, _draw_month(parts, actor, first, settings), private=True)
