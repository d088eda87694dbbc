"""One open case: shown, read again when something has changed, and taken a step further."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.actors import Actor, Role
from app.domain.case_errors import CaseAlreadyEnded, UnknownCase
from app.domain.case_names import NameReason
from app.domain.case_steps import CaseStep, CaseStepKind, NewStep
from app.domain.case_views import CaseView
from app.domain.errors import RecordChanged
from app.ui.cases import words
from app.ui.parts import DeskParts
from app.ui.shared import case_words
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane


@dataclass(frozen=True)
class _Shown:
    """`today` is the office's day."""

    today: date
    view: CaseView


class CasePresenter(QObject):
    """A step that somebody else takes in between is told, and nothing typed is lost."""

    changed = Signal(object)
    """A `CaseView`; None when no case is open."""
    taken = Signal(object, object)
    """A `NewStep` that is saved now, and the `CaseView` after it."""
    refused = Signal(str, str)
    """A field's name, or nothing, and a sentence: what was typed stays."""
    overtaken = Signal(str)
    """Somebody else has done something meanwhile: a sentence about it. The case is shown anew."""
    failed = Signal(str)
    """The case could not be shown."""
    fetching = Signal(bool)
    """Whether a case is on its way here that only the shared side has."""
    said = Signal(str)
    """Something else was done to the open case: what."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.view: CaseView | None = None
        self.today: date | None = None
        self.named = False
        """The citizen's name was asked for, with a reason, and is shown until another case is opened."""
        self._wanted = ""
        self._busy = False
        self._coming = ""
        """The case that is being fetched, until it is here or somebody wants another one."""

    @property
    def coming(self) -> bool:
        """Whether a case is being fetched to be shown."""
        return bool(self._coming)

    @property
    def busy(self) -> bool:
        """Whether a step is on its way."""
        return self._busy

    def open(self, case_id: str) -> None:
        """Show another case; one that is not here is fetched first, where there is a shared side."""
        self._wanted = case_id
        self.named = False
        self._await("")
        work = partial(_show, self._session.parts, self._session.actor, case_id)
        failed = partial(self._on_failed, case_id)
        self._session.runner.run(Lane.DESK, self, work, partial(self._on_shown, case_id), failed)

    def close(self) -> None:
        """No case is open any more."""
        self._wanted = ""
        self._await("")
        self.view = None
        self.named = False
        self.changed.emit(None)

    def reload(self) -> None:
        """Read the open case again: others may have done something."""
        if self._wanted and not self._busy:
            case_id = self._wanted
            work = partial(_show, self._session.parts, self._session.actor, case_id)
            self._session.runner.run(Lane.DESK, self, work, partial(self._on_shown, case_id))

    # --- steps ---

    def take(self, new: NewStep) -> None:
        """Take a step. Errors are told; what was typed is the view's to keep."""
        if self.view is None or self._busy:
            return
        self._busy = True
        case_id, seen = self.view.case.id, len(self.view.steps)
        session = self._session
        work = partial(_step, session.parts, session.actor, case_id, new, seen)
        done, failed = partial(self._on_taken, new), partial(self._on_not_taken, case_id)
        session.runner.run(Lane.DESK, self, work, done, failed)

    def undo(self, step: CaseStep) -> None:
        """Take a step back; it stays in the record, crossed out."""
        self.take(NewStep(CaseStepKind.UNDONE, of=step.id))

    def do(self, work: Callable[[DeskParts, Actor, str], Any], said: str, lane: Lane = Lane.DESK) -> None:
        """Do something else to the open case, show it anew, and say `said`."""
        if self.view is None or self._busy:
            return
        self._busy = True
        case_id = self.view.case.id
        run = partial(work, self._session.parts, self._session.actor, case_id)
        done, failed = partial(self._on_done, said), partial(self._on_not_taken, case_id)
        self._session.runner.run(lane, self, run, done, failed)

    def see_name(self, reason: NameReason) -> None:
        """Show the name from now on, until another case is opened, once it is logged why."""
        if self.view is not None:
            case_id = self.view.case.id
            work = partial(self._session.parts.case_names.see, self._session.actor, case_id, reason)
            done, failed = partial(self._on_name_logged, case_id), partial(self._on_not_taken, case_id)
            self._session.runner.run(Lane.DESK, self, work, done, failed)

    # --- what came back ---

    def _on_shown(self, case_id: str, shown: _Shown) -> None:
        if case_id != self._wanted:
            return
        self._await("")
        before, self.view, self.today = self.view, shown.view, shown.today
        if before is None or before != shown.view:
            self.changed.emit(shown.view)

    def _on_failed(self, case_id: str, error: Exception) -> None:
        if case_id != self._wanted:
            return
        if isinstance(error, UnknownCase) and not self._coming and self._session.syncing.state.attached:
            self._fetch(case_id)
            return
        self._await("")
        self.failed.emit(sentence_for(error))

    def _fetch(self, case_id: str) -> None:
        """Bring the case here from the shared side, over a network that may hang; no other is open meanwhile."""
        self.view = None
        self.changed.emit(None)
        self._await(case_id)
        work = partial(_fetch, self._session.parts, self._session.actor, case_id)
        done, failed = partial(self._on_fetched, case_id), partial(self._on_not_fetched, case_id)
        self._session.runner.run(Lane.SYNC, self, work, done, failed)

    def _on_fetched(self, case_id: str, _nothing: None) -> None:
        if case_id == self._coming:
            work = partial(_show, self._session.parts, self._session.actor, case_id)
            done, failed = partial(self._on_shown, case_id), partial(self._on_failed, case_id)
            self._session.runner.run(Lane.DESK, self, work, done, failed)

    def _on_not_fetched(self, case_id: str, error: Exception) -> None:
        if case_id == self._coming:
            self._await("")
            why = sentence_for(error)
            self.failed.emit(self.tr("공유 쪽에만 있는 민원이라 지금은 열 수 없습니다. {why}").format(why=why))

    def _await(self, case_id: str) -> None:
        if case_id != self._coming:
            self._coming = case_id
            self.fetching.emit(bool(case_id))

    def _on_taken(self, new: NewStep, shown: _Shown) -> None:
        self._busy = False
        if shown.view.case.id == self._wanted:
            self.view, self.today = shown.view, shown.today
            self.changed.emit(shown.view)
        self.taken.emit(new, shown.view)

    def _on_name_logged(self, case_id: str, _nothing: None) -> None:
        if self.view is not None and self.view.case.id == case_id:
            self.named = True
            self.changed.emit(self.view)

    def _on_done(self, said: str, result: object) -> None:
        self._busy = False
        if isinstance(result, CaseView) and self._session.actor.role is Role.AUDITOR and not result.case.to_auditor:
            # It is its department's again: the audit officer has seen the last of it.
            self.close()
        else:
            self.reload()
        self.said.emit(said)

    def _on_not_taken(self, case_id: str, error: Exception) -> None:
        self._busy = False
        if isinstance(error, RecordChanged | CaseAlreadyEnded):
            work = partial(_show, self._session.parts, self._session.actor, case_id)
            done, failed = partial(self._on_overtaken, case_id), partial(self._on_failed, case_id)
            self._session.runner.run(Lane.DESK, self, work, done, failed)
            return
        self.refused.emit(words.field_of(error), words.case_sentence(error))

    def _on_overtaken(self, case_id: str, shown: _Shown) -> None:
        if case_id != self._wanted:
            return
        seen = {step.id for step in self.view.steps} if self.view is not None else set()
        new = [step for step in shown.view.steps if step.id not in seen]
        self.view, self.today = shown.view, shown.today
        self.changed.emit(shown.view)
        told = [self._told(step, shown.view) for step in new[-3:]]
        self.overtaken.emit(
            self.tr("그 사이 {what}. 적으신 글은 그대로 있습니다. 확인하고 다시 저장해 주세요.").format(
                what=", ".join(told)
            )
            if told
            else self.tr("그 사이 이 민원이 바뀌었습니다. 적으신 글은 그대로 있습니다. 확인하고 다시 저장해 주세요.")
        )

    def _told(self, step: CaseStep, view: CaseView) -> str:
        clock = f"{step.at.astimezone(self._session.zone):%H:%M}"
        name = view.names.get(step.by, step.by)
        return self.tr("{name}님이 {time}에 ‘{step}’을(를) 했습니다").format(
            name=name, time=clock, step=case_words.step(step.kind)
        )


def _show(parts: DeskParts, actor: Actor, case_id: str) -> _Shown:
    return _Shown(parts.visits.now(actor).day, parts.cases.show(actor, case_id))


def _fetch(parts: DeskParts, actor: Actor, case_id: str) -> None:
    parts.sharing.fetch_case(actor, case_id)


def _step(parts: DeskParts, actor: Actor, case_id: str, new: NewStep, seen: int) -> _Shown:
    view = parts.cases.step(actor, case_id, new, seen)
    return _Shown(parts.visits.now(actor).day, view)
