"""Keeps the day's list true: after every change here, and every few seconds for what other windows did."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from app.domain.actors import Actor
from app.domain.clocks import OfficeNow
from app.domain.slips import SlipState
from app.domain.visits import VisitRecord, VisitStatus
from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane
from app.ui.today.filtering import DayFilter

_LOOK_AGAIN_MS = 10_000


@dataclass(frozen=True)
class DayList:
    """The list as the screen shows it. `counts` are of the whole day, whatever the filter."""

    day: date
    shown: tuple[VisitRecord, ...]
    counts: dict[VisitStatus, int]
    total: int
    filtered: bool


class TodayPresenter(QObject):
    """The visits of the office's day."""

    list_changed = Signal(object)
    visits_changed = Signal(object)
    """All visits of the day, for whoever follows them."""
    clock_changed = Signal(object)
    """An `OfficeNow`: a new day, or a clock that is behind."""
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._visits: tuple[VisitRecord, ...] = ()
        self._filter = DayFilter()
        self._now: OfficeNow | None = None
        self._since = QElapsedTimer()
        self._asked = False
        self._ask_again = False
        self.timer = QTimer(self)
        self.timer.setInterval(_LOOK_AGAIN_MS)
        self.timer.timeout.connect(self.reload)
        self.timer.start()
        session.slips.changed.connect(self._on_slip_changed)

    @property
    def loaded(self) -> bool:
        """Whether the list has been read once."""
        return self._now is not None

    def moment(self) -> datetime:
        """The office's moment now, from the last answer and the time passed since."""
        if self._now is None:
            return datetime.now(UTC)
        return self._now.at + timedelta(milliseconds=self._since.elapsed())

    def reload(self) -> None:
        """Ask for the day and its visits again; several wishes in a row become one question."""
        if self._asked:
            self._ask_again = True
            return
        self._asked = True
        work = partial(_ask, self._session.parts, self._session.actor)
        self._session.runner.run(Lane.DESK, self, work, self._on_answer, self._on_failed)

    def put(self, visit: VisitRecord) -> None:
        """Show a visit's new record at once, before the list is read again."""
        known = {v.id for v in self._visits}
        if visit.id in known:
            self._visits = tuple(visit if v.id == visit.id else v for v in self._visits)
        elif self._now is None or visit.day == self._now.day:
            self._visits = (visit, *self._visits)
        self._announce()
        self.reload()

    def filter_by(self, status: VisitStatus | None) -> None:
        """Show only visits in `status`, or all."""
        self._filter = replace(self._filter, status=status)
        self._announce()

    def search(self, typed: str) -> None:
        """Show only visits that fit what was typed."""
        self._filter = replace(self._filter, typed=typed)
        self._announce()

    def print_again(self, visit: VisitRecord) -> None:
        """Print the slip of `visit` again; the same QR code, marked 재발행."""
        if visit.status is not VisitStatus.UNDONE:
            self._session.slips.print_slip(self._session.actor, visit)

    def _on_answer(self, answer: tuple[OfficeNow, tuple[VisitRecord, ...]]) -> None:
        now, visits = answer
        changed = visits != self._visits or self._now is None or now.day != self._now.day
        self._now, self._visits = now, visits
        self._since.start()
        self.clock_changed.emit(now)
        if changed:
            self._announce()
        else:
            self.list_changed.emit(self._list())
        self._ready()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(sentence_for(error))
        self._ready()

    def _ready(self) -> None:
        self._asked = False
        if self._ask_again:
            self._ask_again = False
            self.reload()

    def _on_slip_changed(self, visit_id: str, state: SlipState, reason: str) -> None:
        self._visits = tuple(
            replace(v, slip_state=state, slip_reason=reason) if v.id == visit_id else v for v in self._visits
        )
        self._announce()
        self.reload()

    def _announce(self) -> None:
        self.list_changed.emit(self._list())
        self.visits_changed.emit(self._visits)

    def _list(self) -> DayList:
        shown = self._filter.chosen(self._visits, self._session.signed_in.services)
        counts = Counter(visit.status for visit in self._visits)
        filtered = self._filter != DayFilter()
        return DayList(
            self.moment().astimezone(self._session.zone).date(), shown, dict(counts), len(self._visits), filtered
        )


def _ask(parts: DeskParts, actor: Actor) -> tuple[OfficeNow, tuple[VisitRecord, ...]]:
    now = parts.visits.now(actor)
    return now, parts.visits.list_day(actor, now.day)
