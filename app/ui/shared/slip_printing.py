"""A slip's way to paper: issued and drawn on the desk lane, printed on the print lane, its state written down after."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.config.settings import DeskSettings
from app.domain.actors import Actor
from app.domain.errors import AppError, PaperNotOnRoll
from app.domain.printer_addresses import is_printer_address
from app.domain.slip_failures import failure_of
from app.domain.slips import Paper, SlipFailure, SlipRecord, SlipState
from app.domain.visits import VisitorKind, VisitRecord
from app.ui.parts import DeskParts
from app.ui.shared.printing import print_pdf
from app.ui.shared.settings_store import SettingsStore
from app.ui.shared.task_runner import Lane, TaskRunner


@dataclass(frozen=True)
class _Job:
    actor: Actor
    visit: VisitRecord
    settings: DeskSettings


@dataclass(frozen=True)
class _Drawn:
    record: SlipRecord
    pdf: bytes


class SlipPrinting(QObject):
    """Belongs to the window, not to a screen: a slip under way is finished also after signing out."""

    changed = Signal(str, object, str)
    """A visit's id, its slip's new state, and the reason of a failure."""

    interrupted_closed = Signal()
    """Slips that a crash left waiting are marked as failed now."""

    refused = Signal(str, object)
    """A visit's id and the error: no slip could be issued at all."""

    def __init__(self, parts: DeskParts, runner: TaskRunner, store: SettingsStore, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._runner = runner
        self._store = store
        self._interrupted_closed = False

    def close_interrupted(self, actor: Actor) -> None:
        """Mark slips that a crash left waiting as failed. Only once: later ones waiting are this window's own."""
        if not self._interrupted_closed:
            self._interrupted_closed = True
            work = partial(self._parts.slips.close_interrupted, actor)
            self._runner.run(Lane.DESK, self, work, self._on_interrupted_closed)

    def _on_interrupted_closed(self, count: int) -> None:
        if count:
            self.interrupted_closed.emit()

    def print_slip(self, actor: Actor, visit: VisitRecord) -> None:
        """Print the slip of `visit`, or print it again."""
        job = _Job(actor, visit, self._store.settings)
        self._runner.run(
            Lane.DESK,
            self,
            partial(_draw, self._parts, job),
            partial(self._on_drawn, job),
            partial(self._on_refused, job),
        )

    def _on_drawn(self, job: _Job, drawn: _Drawn) -> None:
        self.changed.emit(job.visit.id, SlipState.WAITING, "")
        self._runner.run(
            Lane.PRINT,
            self,
            partial(_print, self._parts, job, drawn),
            partial(self._on_printed, job, drawn),
            partial(self._on_print_failed, job, drawn),
        )

    def _on_printed(self, job: _Job, drawn: _Drawn, state: SlipState) -> None:
        self._mark(job, drawn, state, "")

    def _on_print_failed(self, job: _Job, drawn: _Drawn, error: Exception) -> None:
        self._mark(job, drawn, SlipState.FAILED, failure_of(error).value)

    def _mark(self, job: _Job, drawn: _Drawn, state: SlipState, reason: str) -> None:
        self._runner.run(
            Lane.DESK,
            self,
            partial(self._parts.slips.mark, job.actor, drawn.record.id, state, reason),
            partial(self._on_marked, job, state, reason),
            partial(self._on_refused, job),
        )

    def _on_marked(self, job: _Job, state: SlipState, reason: str, _record: SlipRecord) -> None:
        self.changed.emit(job.visit.id, state, reason)

    def _on_refused(self, job: _Job, error: Exception) -> None:
        if isinstance(error, AppError):
            self.refused.emit(job.visit.id, error)
        else:
            self.changed.emit(job.visit.id, SlipState.FAILED, SlipFailure.UNKNOWN.value)


def _draw(parts: DeskParts, job: _Job) -> _Drawn:
    settings = job.settings
    foreign = job.visit.visitor_kind is VisitorKind.FOREIGNER
    if is_printer_address(settings.printer) and settings.paper is Paper.A5:
        raise PaperNotOnRoll(settings.printer)
    language = settings.foreigner_language if foreign else settings.slip_language
    record, content = parts.slips.issue(job.actor, job.visit.id, settings.paper, language)
    try:
        return _Drawn(record, parts.render_slip(content, settings.paper))
    except Exception:
        # The slip is on record as waiting; it must not stay so when it cannot be drawn.
        parts.slips.mark(job.actor, record.id, SlipState.FAILED, SlipFailure.UNKNOWN.value)
        raise


def _print(parts: DeskParts, job: _Job, drawn: _Drawn) -> SlipState:
    if is_printer_address(job.settings.printer):
        return parts.print_receipt(drawn.pdf, job.settings.paper, job.settings.printer)
    # The number, and the slip's own id so that a reissue does not overwrite the original: nothing personal.
    suffix = f"-{drawn.record.id[-6:]}" if drawn.record.reissue else ""
    name = f"{job.visit.day:%Y%m%d}-{job.visit.number}{suffix}"
    print_pdf(drawn.pdf, job.settings.printer, parts.rasterise, parts.home / "slips", name)
    return SlipState.HANDED
