"""Improvement tasks: loads them, changes them, looks at a quarter, prints a task's sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.config.settings import DeskSettings
from app.domain.actors import Actor
from app.domain.improvements import Improvement, ImprovementSheet, ImprovementStatus
from app.domain.offices import DepartmentRecord
from app.ui.parts import DeskParts
from app.ui.shared.changes import Change
from app.ui.shared.list_presenter import ListPresenter, Lists
from app.ui.shared.messages import sentence_for
from app.ui.shared.printing import print_pdf
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

_ID_TAIL = 8


@dataclass(frozen=True)
class ImprovementLists(Lists):
    """Everything the page shows, of one moment."""

    improvements: tuple[Improvement, ...]
    departments: tuple[DepartmentRecord, ...]
    today: date


class ImprovementPresenter(ListPresenter):
    """`loaded` gives `ImprovementLists`."""

    sheet_read = Signal(object)
    """The `ImprovementSheet` of the task that was asked about."""
    handed = Signal(str)
    """A sentence about a sheet that the printer has taken."""

    def __init__(self, session: Session, parent: QObject | None) -> None:
        super().__init__(session, parent)
        self._asked = ""

    def _loading(self) -> Callable[[], ImprovementLists]:
        return partial(_load, self.parts, self.actor)

    def read_sheet(self, improvement_id: str) -> None:
        """Fetch what asks for the task, in words."""
        self._asked = improvement_id
        work = partial(self.parts.improvements.sheet, self.actor, improvement_id)
        self.session.runner.run(Lane.DESK, self, work, self._on_sheet, self._on_failed)

    def review(
        self, task: Improvement, quarter: str, status: ImprovementStatus, text: str, value: str, words: str
    ) -> None:
        """Write down a quarter's look; it is never taken back, another one may follow."""
        work = partial(self.parts.improvements.review, self.actor, task.id, quarter, status, text, value)
        self.make(Change(words, ("improvement", task.id), work))

    def print_sheet(self, improvement_id: str) -> None:
        """Print the task's sheet."""
        settings = self.session.store.settings
        work = partial(_draw, self.parts, self.actor, improvement_id, settings)
        self.session.runner.run(Lane.DESK, self, work, partial(self._on_drawn, improvement_id), self._on_failed)

    def _on_sheet(self, sheet: ImprovementSheet) -> None:
        if sheet.improvement.id == self._asked:
            self.sheet_read.emit(sheet)

    def _on_drawn(self, improvement_id: str, pdf: bytes) -> None:
        name = f"improvement-{improvement_id[-_ID_TAIL:]}"
        work = partial(_print, self.parts, self.session.store.settings, pdf, name)
        self.session.runner.run(Lane.PRINT, self, work, self._on_printed, self._on_not_printed)

    def _on_printed(self, _nothing: None) -> None:
        self.handed.emit(self.tr("과제 한 장을 프린터로 보냈습니다"))

    def _on_not_printed(self, error: Exception) -> None:
        self.refused.emit("", sentence_for(error))


def _load(parts: DeskParts, actor: Actor) -> ImprovementLists:
    return ImprovementLists(
        parts.improvements.all(actor),
        parts.offices.departments(actor),
        parts.offices.today(),
        conflicts=parts.sharing.conflicts(actor),
    )


def _draw(parts: DeskParts, actor: Actor, improvement_id: str, settings: DeskSettings) -> bytes:
    return parts.render_improvement(parts.improvements.sheet(actor, improvement_id), settings.language)


def _print(parts: DeskParts, settings: DeskSettings, pdf: bytes, name: str) -> None:
    print_pdf(pdf, settings.printer, parts.rasterise, parts.home / "improvements", name)
