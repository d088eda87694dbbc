"""Showing the way: what was told is written down, printed, handed over, or begins a clock of the act; and undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.finder_errors import NoServiceForTask
from app.domain.guidance import Guidance, GuidanceOutcome, TransferKind
from app.domain.languages import Language
from app.ui.finder.asking_presenter import Asked, Row
from app.ui.finder.guidance_printing import GuidancePrinting
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane


class GivingPresenter(QObject):
    """Remembers what was given since the line last changed, so that a slip printed afterwards is no second guidance."""

    given = Signal(object, object)
    """A `Guidance` and its `Row`."""
    undone = Signal(str)
    """A sentence about what was taken back."""
    printed = Signal(str)
    """A sentence about a slip that is on its way."""
    refused = Signal(str)
    service_wanted = Signal(object)
    """The `Task` of a department that registers nothing of its own: as what is somebody to wait there?"""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._busy = False
        self._about: str | None = None
        self._done: dict[str, Guidance] = {}
        self._dealt = False
        """Something was given or printed since the line last changed."""
        self.language = Language.KO
        self.printing = GuidancePrinting(session, self)
        self.printing.handed.connect(self._on_handed)
        self.printing.failed.connect(self.refused)

    def follow(self, asked: Asked) -> None:
        """Something else is asked now: what was given before belongs to somebody else."""
        about = f"{asked.query}\n{asked.event.id if asked.event is not None else ''}"
        if about != self._about:
            self._about = about
            self._done = {}
            if self._dealt or not asked.phrase:
                self.language = Language.KO
            self._dealt = False

    def done(self, task_id: str) -> Guidance | None:
        """What is written down of this task for whoever stands here."""
        return self._done.get(task_id)

    def give(self, asked: Asked, transfer: TransferKind = TransferKind.NONE) -> None:
        """Write down that the citizen was sent to the chosen task; with `transfer` its clock begins."""
        row = self._chosen(asked)
        if row is None:
            return
        guidance, actor = self._session.parts.guidance, self._session.actor
        before = self.done(row.task.id)
        if before is None:
            self._do(row, partial(guidance.give, actor, asked.phrase, row.task.id, transfer=transfer))
        elif transfer not in (TransferKind.NONE, before.transfer):
            self._do(row, partial(guidance.start_transfer, actor, before.id, transfer))

    def hand_over(self, asked: Asked, service_code: str | None = None) -> None:
        """Announce the citizen at the department of the chosen task: they see who comes, and with what.

        `service_code` is what they wait as; None: what the department registers.
        """
        row = self._chosen(asked)
        if row is None:
            return
        if row.task.outside:
            self.refused.emit(self.tr("이 건물의 부서가 아니어서 알릴 수 없습니다. 안내문을 드리세요: Ctrl+P"))
            return
        before = self.done(row.task.id)
        if before is None or before.visit_id is None:
            guidance, actor = self._session.parts.guidance, self._session.actor
            told = before.id if before is not None else None
            announce = partial(guidance.hand_over, actor, asked.phrase, row.task.id, service_code, guidance_id=told)
            self._do(row, announce)

    def print_out(self, asked: Asked) -> None:
        """The chosen task on paper, which is a guidance; of a life event everything in one list, which is none yet."""
        if asked.event is not None and asked.rows:
            self._dealt = True
            steps = tuple((row.task, row.note) for row in asked.rows)
            self.printing.print_event(asked.event, steps, self.language)
            return
        row = self._chosen(asked)
        if row is None:
            return
        if self.done(row.task.id) is None:
            self.give(asked)
        self.printing.print_task(row.task, self.language)

    def undo(self, guidance: Guidance) -> None:
        """Take it back, the clock first where one runs; whoever waits at the other desk for it waits no more."""
        if self._busy:
            return
        parts, actor = self._session.parts, self._session.actor
        undo: Callable[[], Guidance]
        if guidance.transfer is not TransferKind.NONE and guidance.visit_id is None:
            undo = partial(parts.guidance.start_transfer, actor, guidance.id, TransferKind.NONE)
            said = self.tr("이송 시계를 멈추었습니다")
        elif guidance.visit_id is not None:
            undo = partial(self._withdraw_both, guidance.visit_id, guidance.id)
            said = self.tr("알린 것을 거두었습니다. 받는 창구의 대기에서 빠졌습니다.")
        else:
            undo = partial(parts.guidance.withdraw, actor, guidance.id)
            said = self.tr("안내한 것을 거두었습니다")
        self._busy = True
        self._session.runner.run(Lane.DESK, self, undo, partial(self._on_undone, said), self._on_refused)

    def _withdraw_both(self, visit_id: str, guidance_id: str) -> Guidance:
        parts, actor = self._session.parts, self._session.actor
        parts.visits.undo(actor, visit_id)
        return parts.guidance.withdraw(actor, guidance_id)

    def _chosen(self, asked: Asked) -> Row | None:
        if asked.row is None:
            self.refused.emit(self.tr("안내할 곳을 먼저 고르세요: ↑ ↓"))
            return None
        return None if self._busy else asked.row

    def _do(self, row: Row, work: Callable[[], Guidance]) -> None:
        self._busy = True
        failed = partial(self._on_not_given, row)
        self._session.runner.run(Lane.DESK, self, work, partial(self._on_given, self._about, row), failed)

    def _on_given(self, about: str | None, row: Row, guidance: Guidance) -> None:
        self._busy = False
        if about == self._about:
            self._dealt = True
            self._done[row.task.id] = guidance
        self.given.emit(guidance, row)

    def _on_undone(self, said: str, guidance: Guidance) -> None:
        self._busy = False
        left = {task: each for task, each in self._done.items() if each.id != guidance.id}
        self._done = left if guidance.outcome is GuidanceOutcome.WITHDRAWN else {**left, guidance.task_id: guidance}
        self.undone.emit(said)

    def _on_handed(self, name: str) -> None:
        self.printed.emit(self.tr("안내문을 프린터로 보냈습니다: {name}").format(name=name))

    def _on_not_given(self, row: Row, error: Exception) -> None:
        if isinstance(error, NoServiceForTask) and self._session.signed_in.services:
            self._busy = False
            self.service_wanted.emit(row.task)
        else:
            self._on_refused(error)

    def _on_refused(self, error: Exception) -> None:
        self._busy = False
        self.refused.emit(sentence_for(error))
