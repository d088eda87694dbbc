"""When a case is due, and why: the days of its period counted one by one (민원처리법 제19조, 시행령 제17조–제21조).

* "At once", hours, and five days or less are working hours from the moment of receipt. A day is eight of them whatever
  the office's own hours are: the act says so. 12:00 and 13:00 are the same instant and are given as 12:00.
* Six days or more are working days. The day of receipt is the first; when the office was closed or had closed for the
  day, the next working day is.
* Weeks, months and years go by the calendar from the day of receipt, closed or not. A day that the last month does not
  have is its last day; a last day on a Saturday or holiday moves to the next working day.

The days of a pause are not counted, both ends included, whatever the counting. An extension is added to the period:
seven days and seven days are fourteen. Days counted and days passed over cover the time from receipt to end without a
gap. Moments are the office's own clock time, in whole minutes.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from app.domain.case_errors import BadPeriod, ExtensionDoesNotFit, PauseBackwards, TimeNeeded
from app.domain.cases import KIND_RULES, CaseKind
from app.domain.deadlines import AT_ONCE, WorkingTime

HOURS_A_DAY = 8
"""Of a period of five days or less (민원처리법 제19조제1항)."""
MOST_DAYS_IN_HOURS = 5
EXTENSION_ARTICLE = "민원처리법 시행령 제21조"

_TYPED = re.compile(r"([1-9][0-9]{0,2})([hdwmy])")
_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_LONGEST_CLOSED = 400
"""Closed days in a row after which the calendar is taken to be wrong."""


class Counting(StrEnum):
    """What a period is counted in."""

    HOUR = "hour"
    DAY = "day"
    CALENDAR = "calendar"


class PeriodUnit(StrEnum):
    NOW = "now"
    HOURS = "h"
    DAYS = "d"
    WEEKS = "w"
    MONTHS = "m"
    YEARS = "y"


@dataclass(frozen=True, slots=True)
class Period:
    """How long something may take; as text "now", "3h", "7d", "2w", "1m" or "1y"."""

    count: int
    unit: PeriodUnit

    @classmethod
    def parse(cls, text: str) -> Period:
        """What was typed, from 1 to 999 of a unit, or "now". Errors: `BadPeriod`."""
        plain = text.strip().lower()
        if plain == PeriodUnit.NOW:
            return cls(1, PeriodUnit.NOW)
        typed = _TYPED.fullmatch(plain)
        if typed is None:
            raise BadPeriod(text)
        return cls(int(typed[1]), PeriodUnit(typed[2]))

    def __str__(self) -> str:
        return "now" if self.unit is PeriodUnit.NOW else f"{self.count}{self.unit}"

    @property
    def counting(self) -> Counting:
        if self.unit in (PeriodUnit.NOW, PeriodUnit.HOURS):
            return Counting.HOUR
        if self.unit is PeriodUnit.DAYS:
            return Counting.HOUR if self.count <= MOST_DAYS_IN_HOURS else Counting.DAY
        return Counting.CALENDAR

    @property
    def hours(self) -> int:
        """Working hours of a period of "at once", hours or days."""
        if self.unit is PeriodUnit.NOW:
            return AT_ONCE // timedelta(hours=1)
        return self.count * HOURS_A_DAY if self.unit is PeriodUnit.DAYS else self.count

    def may_grow_by(self, extension: Period) -> bool:
        """Whether `extension` can be counted as this period is: hours or days to hours, days to days, calendar to
        calendar."""
        if self.counting is Counting.DAY:
            return extension.unit is PeriodUnit.DAYS
        return (self.counting is Counting.CALENDAR) is (extension.counting is Counting.CALENDAR)


class PauseWhy(StrEnum):
    """Why the clock stands."""

    SUPPLEMENT = "supplement"
    SURVEY = "survey"
    """A field survey about a grievance."""
    OTHER = "pause"


PAUSE_ARTICLES = {
    PauseWhy.SUPPLEMENT: "민원처리법 시행령 제20조(행정절차법 시행령 제11조제1호)",
    PauseWhy.SURVEY: "민원처리법 시행령 제17조제4항·제5항",
    PauseWhy.OTHER: "민원처리법 시행령 제20조(행정절차법 시행령 제11조)",
}


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that are not counted, `first` and `last` among them. Errors: `PauseBackwards`."""

    first: date
    last: date
    why: PauseWhy = PauseWhy.OTHER

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise PauseBackwards(self.first, self.last)


class NotCounted(StrEnum):
    """Why a day was passed over."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    AFTER_HOURS = "after_hours"
    """Received when the office had closed for the day."""
    FIRST_DAY = "first_day"
    """By civil law the day that something happened on is none."""
    SUPPLEMENT = "supplement"
    SURVEY = "survey"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class CountedDay:
    """A day that was counted. `spans` are its working hours that were, of a period counted in hours."""

    day: date
    spans: tuple[tuple[time, time], ...] = ()

    @property
    def minutes(self) -> int:
        return sum(_minutes(end) - _minutes(start) for start, end in self.spans)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A day that was passed over. `name` is the holiday's; `article` says by which rule ("" where none says so)."""

    day: date
    why: NotCounted
    name: str = ""
    article: str = ""


class RuleCode(StrEnum):
    AT_ONCE = "at_once"
    HOURS = "hours"
    DAYS = "days"
    CALENDAR = "calendar"
    CIVIL = "civil"


@dataclass(frozen=True, slots=True)
class DueRule:
    """By which rule the period was counted; `further` are the articles of its pauses and extensions."""

    code: RuleCode
    article: str
    further: tuple[str, ...] = ()


_RULES = {
    RuleCode.AT_ONCE: "민원처리법 시행령 제19조",
    RuleCode.HOURS: "민원처리법 제19조제1항",
    RuleCode.DAYS: "민원처리법 제19조제2항",
    RuleCode.CALENDAR: "민원처리법 제19조제3항(민법 제160조·제161조)",
    RuleCode.CIVIL: "민법 제157조·제159조–제161조",
}
_ROLLED = "민법 제161조"
_FIRST_DAY = "민법 제157조"


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due: on `day`, at `clock` ("HH:MM") where hours are counted, else "" and until its end.

    `counted` and `skipped` are in the order of the days; both empty where they were not asked for.
    """

    day: date
    clock: str
    unit: Counting
    counted: tuple[CountedDay, ...]
    skipped: tuple[Skipped, ...]
    rule: DueRule

    def is_over(self, now: datetime) -> bool:
        """Whether `now`, the office's own clock time, is later."""
        return (self.day, self.clock or "24:00") < (now.date(), f"{now:%H:%M}")


def statutory_period(kind: CaseKind) -> Period | None:
    """The act's own period for `kind`; None where the service sets it (L-*) and where none runs (praise)."""
    period = KIND_RULES[kind].period
    return None if not period or set_by_service(kind) else Period.parse(period)


def set_by_service(kind: CaseKind) -> bool:
    """Whether the service says how long a case of `kind` may take, and not the kind (민원처리법 제17조)."""
    return kind.startswith("L-")


def due_of(
    working: WorkingTime,
    period: Period,
    received: datetime,
    *,
    pauses: Iterable[Pause] = (),
    extensions: Sequence[Period] = (),
    has_time: bool = True,
    listed: bool = True,
) -> Due:
    """When what came in at `received` is due. `listed` False leaves the days out, where only the end matters.

    `has_time` False: only the day of receipt is known. Errors: `TimeNeeded` where hours are counted without a time;
    `ExtensionDoesNotFit`; `ValueError` where the calendar has no working day for a year.
    """
    walk = _Walk(working, tuple(pauses), listed)
    for extension in extensions:
        if not period.may_grow_by(extension):
            raise ExtensionDoesNotFit(str(period), str(extension))
    parts = (period, *extensions)
    if period.counting is Counting.HOUR:
        if not has_time:
            raise TimeNeeded(str(period))
        code = RuleCode.AT_ONCE if period.unit is PeriodUnit.NOW else RuleCode.HOURS
        rule = _rule(code, walk.pauses, extensions)
        return walk.hours(received, 60 * sum(part.hours for part in parts), rule)
    if period.counting is Counting.DAY:
        rule = _rule(RuleCode.DAYS, walk.pauses, extensions)
        late = has_time and received.time() >= working.closes
        return walk.days(received.date(), sum(part.count for part in parts), rule, late=late)
    rule = _rule(RuleCode.CALENDAR, walk.pauses, extensions)
    return walk.calendar(received.date(), _calendar_days(received.date(), parts), rule)


def civil_due(
    working: WorkingTime,
    period: Period,
    happened: date,
    *,
    pauses: Iterable[Pause] = (),
    extensions: Sequence[Period] = (),
) -> Due:
    """The last day of a period by civil law (민법 제157조·제161조): what citizens are given to supplement, to object.

    It is counted from the day after, every day of the calendar; a last day on a Saturday or holiday moves to the next
    working day. Errors: `BadPeriod` for hours; `ValueError` as `due_of`.
    """
    parts = (period, *extensions)
    for part in parts:
        if part.unit in (PeriodUnit.NOW, PeriodUnit.HOURS):
            raise BadPeriod(str(part))
    walk = _Walk(working, tuple(pauses), listed=True)
    walk.skip(Skipped(happened, NotCounted.FIRST_DAY, article=_FIRST_DAY))
    first = happened + _ONE_DAY
    return walk.calendar(first, _calendar_days(first, parts), _rule(RuleCode.CIVIL, walk.pauses, extensions))


class _Walk:
    """One way through the calendar, day by day, and what it came past."""

    def __init__(self, working: WorkingTime, pauses: tuple[Pause, ...], listed: bool) -> None:
        self.pauses = pauses
        self._working = working
        self._holidays = working.holidays
        self._listed = listed
        self._counted: list[CountedDay] = []
        self._skipped: list[Skipped] = []
        self._closed_in_a_row = 0

    def hours(self, received: datetime, left: int, rule: DueRule) -> Due:
        """`left`: minutes of working time."""
        halves = [(_minutes(begins), _minutes(ends)) for begins, ends in self._working.halves()]
        day, clock = received.date(), _minutes(received.time())
        while True:
            if self._is_open(day):
                spans = []
                for begins, ends in halves:
                    begins = max(begins, clock)
                    if begins >= ends:
                        continue
                    end = min(ends, begins + left)
                    left -= end - begins
                    spans.append((begins, end))
                    if not left:
                        self._count(day, spans)
                        return self._due(day, _clock(end).strftime("%H:%M"), Counting.HOUR, rule)
                if spans:
                    self._count(day, spans)
                else:
                    self.skip(Skipped(day, NotCounted.AFTER_HOURS))
            else:
                self._pass(day, rule.article)
            clock = 0
            day = self._after(day)

    def days(self, day: date, left: int, rule: DueRule, *, late: bool) -> Due:
        if late and self._is_open(day):
            self.skip(Skipped(day, NotCounted.AFTER_HOURS))
            day += _ONE_DAY
        while True:
            if self._is_open(day):
                left -= 1
                self._count(day)
                if not left:
                    return self._due(day, "", Counting.DAY, rule)
            else:
                self._pass(day, rule.article)
            day = self._after(day)

    def calendar(self, day: date, left: int, rule: DueRule) -> Due:
        """`left`: days of the calendar. Only the last of them has to be a working day."""
        while True:
            if self._is_open(day) if left == 1 else self._paused(day) is None:
                left -= 1
                self._count(day)
                if not left:
                    return self._due(day, "", Counting.CALENDAR, rule)
            else:
                self._pass(day, _ROLLED)
            day = self._after(day)

    def skip(self, skipped: Skipped) -> None:
        if self._listed:
            self._skipped.append(skipped)

    def _is_open(self, day: date) -> bool:
        return day.weekday() < _SATURDAY and day not in self._holidays and self._paused(day) is None

    def _paused(self, day: date) -> Pause | None:
        for pause in self.pauses:
            if pause.first <= day <= pause.last:
                return pause
        return None

    def _count(self, day: date, spans: Sequence[tuple[int, int]] = ()) -> None:
        self._closed_in_a_row = 0
        if self._listed:
            self._counted.append(CountedDay(day, tuple((_clock(start), _clock(end)) for start, end in spans)))

    def _pass(self, day: date, article: str) -> None:
        """Note why `day` was not counted: closed, which it would be without a pause too, or paused."""
        pause = self._paused(day)
        if pause is None:
            self._closed_in_a_row += 1
        if self._listed:
            closed = self._working.closed(day)
            if closed is not None:
                self._skipped.append(Skipped(day, NotCounted(closed.why), closed.name, article))
            elif pause is not None:
                self._skipped.append(Skipped(day, NotCounted(pause.why), "", PAUSE_ARTICLES[pause.why]))

    def _after(self, day: date) -> date:
        if self._closed_in_a_row > _LONGEST_CLOSED:
            raise ValueError(day)
        return day + _ONE_DAY

    def _due(self, day: date, clock: str, unit: Counting, rule: DueRule) -> Due:
        return Due(day, clock, unit, tuple(self._counted), tuple(self._skipped), rule)


def _rule(code: RuleCode, pauses: Sequence[Pause], extensions: Sequence[Period]) -> DueRule:
    if not pauses and not extensions:
        return _PLAIN_RULES[code]
    further = dict.fromkeys(PAUSE_ARTICLES[pause.why] for pause in pauses)
    if extensions:
        further[EXTENSION_ARTICLE] = None
    return DueRule(code, _RULES[code], tuple(further))


_PLAIN_RULES = {code: DueRule(code, article) for code, article in _RULES.items()}


def _calendar_days(first: date, parts: Sequence[Period]) -> int:
    """How many days of the calendar `parts` together are when `first` is one of them: months before weeks and days."""
    months = sum(part.count * _MONTHS.get(part.unit, 0) for part in parts)
    days = sum(part.count * _DAYS.get(part.unit, 0) for part in parts)
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    length = monthrange(year, month + 1)[1]
    # The period ends the day before the one that has the first day's number, or where there is none, with the month.
    after = date(year, month + 1, first.day) if first.day <= length else date(year, month + 1, length) + _ONE_DAY
    return (after - first).days + days


_MONTHS = {PeriodUnit.MONTHS: 1, PeriodUnit.YEARS: 12}
_DAYS = {PeriodUnit.DAYS: 1, PeriodUnit.WEEKS: 7}


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _clock(minutes: int) -> time:
    return time(*divmod(minutes, 60))
