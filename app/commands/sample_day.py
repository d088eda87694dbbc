"""A sample day at three counters, played through the real services: who comes, what is pressed, what is printed."""

from __future__ import annotations

import heapq
import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from app.bootstrap import Office, opened_office, render_slip
from app.config.files import write_file
from app.config.paths import Home
from app.domain.actors import Actor
from app.domain.languages import Language
from app.domain.offices import ServiceRecord
from app.domain.slips import Paper, SlipState
from app.domain.visits import NewVisit, Registered, VisitorKind, VisitStatus

_OPENING, _CLOSING, _DAY_END = 9 * 60, 17 * 60 + 50, 19 * 60 + 5
_AT_DESK = (("A", "clerk1"), ("B", "clerk2"), ("C", "consultant1"))
_WORDS = ("여권은 다른 창구에서", "통역이 필요함", "담당 창구로 안내")
_PAPERS = ((Paper.ROLL80, 90), (Paper.A5, 6), (Paper.ROLL58, 4))


class SampleClock:
    """A clock that can be set."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


@dataclass(frozen=True)
class Desk:
    """One counter of the home and who sits there."""

    code: str
    office: Office
    clerk: Actor


@contextmanager
def three_desks(home: Home, clock: SampleClock, password: str) -> Iterator[tuple[Desk, ...]]:
    """The three counters of the practice office, each with somebody signed in."""
    with ExitStack() as stack:
        opened = [(stack.enter_context(opened_office(home, clock, code)), code, login) for code, login in _AT_DESK]
        yield tuple(Desk(code, office, office.accounts.sign_in(login, password)) for office, code, login in opened)


class SampleDay:
    """Plays `visits` visits on `day`; `folder` takes the slips, None writes no files."""

    def __init__(
        self,
        desks: tuple[Desk, ...],
        clock: SampleClock,
        day: date,
        visits: int,
        choice: random.Random,
        folder: Path | None,
    ) -> None:
        self._desks = desks
        self._clock = clock
        self._day = day
        self._choice = choice
        self._folder = folder
        self._services = desks[0].office.offices.services(desks[0].clerk)
        self._order = count()
        self._agenda: list[tuple[float, int, Callable[[], None]]] = []
        self.answerable: list[Registered] = []
        """Visits with a slip in the visitor's hand, as they come."""
        for _ in range(visits):
            self._later(choice.uniform(_OPENING, _CLOSING), self._arrive)

    def coming(self, minute: float = _DAY_END) -> int:
        """How many visitors are still to come before `minute`."""
        return sum(at < minute and step in (self._arrive, self._sit_down) for at, _, step in self._agenda)

    def play_until(self, minute: float, on_visit: Callable[[], None]) -> None:
        """Everything that happens before `minute` of the day."""
        while self._agenda and self._agenda[0][0] < minute:
            at, _, step = heapq.heappop(self._agenda)
            self._clock.at = self.moment(at)
            step()
            if step in (self._arrive, self._sit_down):
                on_visit()
        self._clock.at = self.moment(minute)

    def play_to_the_end(self, on_visit: Callable[[], None]) -> None:
        """The rest of the day, and what the program tidies up after it."""
        self.play_until(_DAY_END, on_visit)
        self._desks[0].office.day_end.sweep(self._desks[0].clerk)

    def gather(self, people: int, minute: float) -> None:
        """Let `people` come in the last minutes before `minute` who still wait then."""
        for place in range(people):
            self._later(minute - 1.5 - 2.5 * place, self._sit_down)

    def _sit_down(self) -> None:
        reception, server, new = self._desks[0], self._choice.choice(self._desks), self._wish()
        registered = reception.office.visits.admit(reception.clerk, new)
        self._hand_out(reception, registered, new)
        calling = partial(self._call_and_start, server, registered.visit.id)
        self._later(_minute(self._clock.at, self._day) + 25, calling)

    def _arrive(self) -> None:
        for wait, step in self._arrival():
            self._later(_minute(self._clock.at, self._day) + wait, step)

    def _later(self, minute: float, step: Callable[[], None]) -> None:
        heapq.heappush(self._agenda, (minute, next(self._order), step))

    def moment(self, minutes: float) -> datetime:
        midnight = datetime.combine(self._day, time(), ZoneInfo("Asia/Seoul"))
        return (midnight + timedelta(minutes=minutes)).astimezone(UTC)

    def _arrival(self) -> list[tuple[float, Callable[[], None]]]:
        """Somebody comes in: what happens at once, and what is still to happen, in minutes from now."""
        choice = self._choice
        desk = choice.choice(self._desks)
        new = self._wish()
        if choice.random() < 0.25:
            return self._by_way_of_the_reception(new)
        registered = desk.office.visits.register(desk.clerk, new)
        visit_id = registered.visit.id
        if choice.random() < 0.03:
            desk.office.visits.undo(desk.clerk, visit_id)
            return []
        self._hand_out(desk, registered, new)
        chance = choice.random()
        if chance < 0.03:
            other = choice.choice([d for d in self._desks if d.code != desk.code])
            word = choice.choice(_WORDS)
            return [
                (0.8, lambda: self._hand_over(desk, visit_id, other, word)),
                (0.8 + choice.uniform(2, 8), lambda: self._call_and_start(other, visit_id)),
            ]
        if chance < 0.05:
            right = choice.choice([s for s in self._services if s.code not in new.service_codes])
            return [(choice.uniform(5, 40), lambda: self._correct(desk, visit_id, right))]
        if chance < 0.07:
            return [(choice.uniform(0.5, 3), lambda: self._hand_out(desk, registered, new))]
        # Some finish with F8, most with the next visitor.
        return [(choice.uniform(2, 12), lambda: self._finish(desk, visit_id))] if chance < 0.6 else []

    def _by_way_of_the_reception(self, new: NewVisit) -> list[tuple[float, Callable[[], None]]]:
        reception, server = self._desks[0], self._choice.choice(self._desks)
        target = server.code if self._choice.random() < 0.5 else None
        registered = reception.office.visits.admit(reception.clerk, new, target)
        visit_id = registered.visit.id
        self._hand_out(reception, registered, new)
        if self._choice.random() < 0.08:
            return [(self._choice.uniform(5, 20), lambda: self._leave(reception, visit_id))]
        if self._choice.random() < 0.04:
            return []  # nobody ever called: closed as not recorded at the end of the day
        return [(self._choice.uniform(1, 14), lambda: self._call_and_start(server, visit_id))]

    def _wish(self) -> NewVisit:
        choice = self._choice
        keyed = [service for service in self._services if service.key]
        wanted = choice.choices((1, 2, 3), weights=(84, 12, 4))[0]
        picked = choice.sample(keyed if choice.random() < 0.85 else self._services, wanted)
        kind = choice.choices(list(VisitorKind), weights=(80, 10, 5, 5))[0]
        further = tuple(service.code for service in picked[1:])
        return NewVisit(picked[0].code, kind, further_services=further, slip_withheld=choice.random() < 0.04)

    def _hand_out(self, desk: Desk, registered: Registered, new: NewVisit) -> None:
        """The slip, unless the visitor wants none; the second one of a visit is a reissue."""
        if new.slip_withheld:
            return
        language = Language.EN if new.visitor_kind is VisitorKind.FOREIGNER else Language.KO
        paper = self._choice.choices([p for p, _ in _PAPERS], weights=[w for _, w in _PAPERS])[0]
        slip, content = desk.office.slips.issue(desk.clerk, registered.visit.id, paper, language)
        if self._folder is not None:
            again = "-2" if slip.reissue else ""
            write_file(self._folder / f"{content.number}-{paper.value}{again}.pdf", render_slip(content, paper))
        desk.office.slips.mark(desk.clerk, slip.id, SlipState.HANDED)
        if not slip.reissue:
            self.answerable.append(registered)

    def _finish(self, desk: Desk, visit_id: str) -> None:
        if self._status(desk, visit_id) is VisitStatus.SERVING:
            desk.office.visits.finish(desk.clerk, visit_id)

    def _leave(self, desk: Desk, visit_id: str) -> None:
        desk.office.reception.leave(desk.clerk, visit_id)

    def _hand_over(self, desk: Desk, visit_id: str, other: Desk, word: str) -> None:
        if self._status(desk, visit_id) is VisitStatus.SERVING:
            desk.office.reception.hand_over(desk.clerk, visit_id, other.code, word)

    def _call_and_start(self, desk: Desk, visit_id: str) -> None:
        if self._status(desk, visit_id) is VisitStatus.WAITING:
            desk.office.reception.call(desk.clerk, visit_id)
            self._clock.at += timedelta(seconds=20)
            desk.office.reception.start(desk.clerk, visit_id)

    def _correct(self, desk: Desk, visit_id: str, right: ServiceRecord) -> None:
        desk.office.corrections.correct_services(desk.clerk, visit_id, (right.code,), "잘못 고름")

    def _status(self, desk: Desk, visit_id: str) -> VisitStatus:
        return next(v.status for v in desk.office.visits.list_day(desk.clerk) if v.id == visit_id)


def _minute(moment: datetime, day: date) -> float:
    """The minutes of the office's day that have passed at `moment`."""
    midnight = datetime.combine(day, time(), ZoneInfo("Asia/Seoul"))
    return (moment - midnight).total_seconds() / 60
