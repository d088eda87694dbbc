"""A guidance slip's way to paper: drawn on the desk lane, printed on the print lane. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from app.config.settings import DeskSettings
from app.domain.actors import Actor
from app.domain.directory import LifeEvent, Task
from app.domain.errors import PaperNotOnRoll
from app.domain.guidance_slips import GuidanceList, GuidanceSlip, guidance_step
from app.domain.languages import Language
from app.domain.printer_addresses import is_printer_address
from app.domain.slips import Paper
from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence_for
from app.ui.shared.printing import print_pdf
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

_ID_TAIL = 8


@dataclass(frozen=True)
class _Job:
    """`name` is what the printer's notice calls it, `file` what it is called on disk: nothing about whom it is for."""

    actor: Actor
    office: str
    event: str
    steps: tuple[tuple[Task, str], ...]
    language: Language
    settings: DeskSettings
    name: str
    file: str
    zone: ZoneInfo


class GuidancePrinting(QObject):
    """One slip for a task, one list for a life event."""

    handed = Signal(str)
    """The name of what the printer has taken."""
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def print_task(self, task: Task, language: Language) -> None:
        """Where to go for `task`."""
        self._begin("", ((task, ""),), language, task.department, task.id)

    def print_event(self, event: LifeEvent, steps: Sequence[tuple[Task, str]], language: Language) -> None:
        """Everything to be done after `event`, in order."""
        self._begin(event.name, tuple(steps), language, event.name, event.id)

    def _begin(
        self, event: str, steps: tuple[tuple[Task, str], ...], language: Language, name: str, about: str
    ) -> None:
        session = self._session
        office = session.signed_in.office.name
        file = f"{about[-_ID_TAIL:]}-{language.value}"
        job = _Job(session.actor, office, event, steps, language, session.store.settings, name, file, session.zone)
        work = partial(_draw, session.parts, job)
        session.runner.run(Lane.DESK, self, work, partial(self._on_drawn, job), self._on_failed)

    def _on_drawn(self, job: _Job, pages: tuple[bytes, ...]) -> None:
        work = partial(_print, self._session.parts, job, pages)
        self._session.runner.run(Lane.PRINT, self, work, partial(self._on_printed, job), self._on_failed)

    def _on_printed(self, job: _Job, _nothing: None) -> None:
        self.handed.emit(job.name)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(sentence_for(error))


def _draw(parts: DeskParts, job: _Job) -> tuple[bytes, ...]:
    settings = job.settings
    if is_printer_address(settings.printer) and settings.paper is Paper.A5:
        raise PaperNotOnRoll(settings.printer)
    now = parts.visits.now(job.actor)
    moment = now.at.astimezone(job.zone)
    steps = tuple(guidance_step(task, note) for task, note in job.steps)
    content: GuidanceSlip | GuidanceList
    if job.event:
        content = GuidanceList(job.office, job.event, steps, moment, job.language)
    else:
        content = GuidanceSlip(job.office, steps[0], moment, job.language)
    return parts.render_guidance(content, settings.paper)


def _print(parts: DeskParts, job: _Job, pages: tuple[bytes, ...]) -> None:
    for number, page in enumerate(pages, start=1):
        if is_printer_address(job.settings.printer):
            parts.print_receipt(page, job.settings.paper, job.settings.printer)
        else:
            name = f"{job.file}-{number}" if len(pages) > 1 else job.file
            print_pdf(page, job.settings.printer, parts.rasterise, parts.home / "guidance", name)
