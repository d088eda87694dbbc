"""Keeps the day's list true: after every change here, and every few seconds for what other windows did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.actors import Actor
from app.domain.clocks import OfficeNow
from app.domain.slips import SlipState
from app.domain.visits import OwnDay, VisitRecord, VisitStatus
from app.ui.parts import DeskParts
from app.ui.shared.looking import Looking
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane
from app.ui.sharing.earlier_days import EarlierDays
from app.ui.today.filtering import STATUSES_OF, DayFilter, Haystack, Order, StatusGroup

_LOOK_AGAIN_MS = 10_000


@dataclass(frozen=True)
class DayList:
    """The list as the screen shows it. `counts` are of the whole day, whatever the filter; `earlier`: not today."""

    day: date
    shown: tuple[VisitRecord, ...]
    counts: dict[StatusGroup, int]
    total: int
    filtered: bool
    earlier: bool


@dataclass(frozen=True)
class _Answer:
    """`visits` is None when nothing has changed since `mark`."""

    now: OfficeNow
    mark: int
    visits: tuple[VisitRecord, ...] | None
    own: OwnDay | None


class TodayPresenter(Looking):
    """The visits of the office's day, or of an earlier one."""

    list_changed = Signal(object)
    visits_changed = Signal(object)
    """All visits of today, for whoever follows them, also while an earlier day is looked at."""
    clock_changed = Signal(object)
    """An `OfficeNow`: a new day, or a clock that is behind."""
    own_changed = Signal(object)
    """An `OwnDay`: the person's own numbers of today."""
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session, parent, _LOOK_AGAIN_MS)
        self._visits: tuple[VisitRecord, ...] = ()
        self._earlier: tuple[VisitRecord, ...] = ()
        self._day: date | None = None
        self._filter = DayFilter()
        self._haystack = Haystack()
        self._now: OfficeNow | None = None
        self._mark = -1
        self.days = EarlierDays(session, self)
        self.days.fetched.connect(self._read_earlier)
        self.days.changed.connect(self._announce_list)
        session.slips.changed.connect(self._on_slip_changed)
        session.slips.interrupted_closed.connect(self.reload)

    @property
    def loaded(self) -> bool:
        """Whether the list has been read once."""
        return self._now is not None

    @property
    def filter(self) -> DayFilter:
        return self._filter

    @property
    def today(self) -> date:
        return self.moment().astimezone(self._session.zone).date() if self._now is None else self._now.day

    @property
    def day(self) -> date:
        """The day whose visits are shown."""
        return self._day or self.today

    def open_day(self, day: date) -> None:
        """Show the visits of `day`; today's are followed all the same. A day to come is none."""
        if day >= self.today:
            self._day = None
            self.days.want(self.today, self.today, self.today)
            self._announce()
            return
        self._day = day
        self._earlier = ()
        self.days.want(day, day, self.today)
        self._announce()
        self._read_earlier()

    def _read_earlier(self) -> None:
        if (day := self._day) is None:
            return
        work = partial(self._session.parts.visits.list_day, self._session.actor, day)
        self._session.runner.run(Lane.DESK, self, work, partial(self._on_earlier, day), self._on_earlier_failed)

    def step(self, days: int) -> None:
        """Go some days on or back."""
        self.open_day(self.day + timedelta(days=days))

    def put(self, visit: VisitRecord) -> None:
        """Show a visit's new record at once, before the list is read again."""
        if self._day is not None and visit.day == self._day:
            self._earlier = _with(self._earlier, visit)
        elif self._now is None or visit.day == self._now.day or any(v.id == visit.id for v in self._visits):
            self._visits = _with(self._visits, visit)
        self._announce()
        self.reload()

    def filter_by(self, group: StatusGroup) -> None:
        """Show only visits of `group`."""
        self._filter = replace(self._filter, group=group)
        self._announce_list()

    def search(self, typed: str) -> None:
        """Show only visits that fit what was typed."""
        self._filter = replace(self._filter, typed=typed)
        self._announce_list()

    def sort(self, order: Order, descending: bool) -> None:
        """Show the visits in another order."""
        self._filter = replace(self._filter, order=order, descending=descending)
        self._announce_list()

    def print_again(self, visit: VisitRecord) -> None:
        """Print the slip of `visit` again; the same QR code, marked 재발행."""
        if visit.status is not VisitStatus.UNDONE:
            self._session.slips.print_slip(self._session.actor, visit)

    def _question(self) -> Callable[[], _Answer]:
        known = {visit.id: visit for visit in self._visits}
        return partial(_ask, self._session.parts, self._session.actor, self._now, self._mark, known)

    def _answered(self, answer: _Answer) -> None:
        new_day = self._now is None or answer.now.day != self._now.day
        self._now, self._mark = answer.now, answer.mark
        self._tell_moment(answer.now.at)
        self.clock_changed.emit(answer.now)
        if answer.own is not None:
            self.own_changed.emit(answer.own)
        if answer.visits is not None and (new_day or answer.visits != self._visits):
            self._visits = answer.visits
            self._haystack.keep_only(answer.visits)
            self._announce()
        else:
            self._announce_list()

    def _on_earlier(self, day: date, visits: tuple[VisitRecord, ...]) -> None:
        if day == self._day:
            self._earlier = visits
            self._announce_list()

    def _on_earlier_failed(self, error: Exception) -> None:
        self.failed.emit(sentence_for(error))

    def _went_wrong(self, error: Exception) -> None:
        self.failed.emit(sentence_for(error))

    def _on_slip_changed(self, visit_id: str, state: SlipState, reason: str) -> None:
        self._visits = self._with_slip(self._visits, visit_id, state, reason)
        self._earlier = self._with_slip(self._earlier, visit_id, state, reason)
        self._announce()
        self.reload()

    def _with_slip(
        self, visits: tuple[VisitRecord, ...], visit_id: str, state: SlipState, reason: str
    ) -> tuple[VisitRecord, ...]:
        return tuple(replace(v, slip_state=state, slip_reason=reason) if v.id == visit_id else v for v in visits)

    def _announce(self) -> None:
        self._announce_list()
        self.visits_changed.emit(self._visits)

    def _announce_list(self) -> None:
        self.list_changed.emit(self._list())

    def _list(self) -> DayList:
        visits = self._visits if self._day is None else self._earlier
        shown = self._filter.chosen(visits, self._session.signed_in.services, self._haystack)
        by_status = Counter(visit.status for visit in visits)
        counts = {group: sum(by_status[status] for status in statuses) for group, statuses in STATUSES_OF.items()}
        return DayList(self.day, shown, counts, len(visits), self._filter.narrows, self._day is not None)


def _ask(parts: DeskParts, actor: Actor, before: OfficeNow | None, mark: int, known: dict[str, VisitRecord]) -> _Answer:
    """Read the list only when something has changed, and keep the records that are the same: comparing is for here."""
    now, newest = parts.visits.now(actor), parts.visits.mark(actor)
    if before is not None and before.day == now.day and newest == mark:
        return _Answer(now, newest, None, None)
    visits = parts.visits.list_day(actor, now.day)
    same = tuple(old if (old := known.get(visit.id)) == visit else visit for visit in visits)
    return _Answer(now, newest, same, parts.visits.own_day(actor))


def _with(visits: tuple[VisitRecord, ...], visit: VisitRecord) -> tuple[VisitRecord, ...]:
    """`visits`, newest first, with `visit` in the place of its former record, or where its time belongs."""
    for place, before in enumerate(visits):
        if before.id == visit.id:
            return (*visits[:place], visit, *visits[place + 1 :])
    mine = (visit.registered_at, visit.seq)
    place = next((n for n, v in enumerate(visits) if (v.registered_at, v.seq) <= mine), len(visits))
    return (*visits[:place], visit, *visits[place:])
