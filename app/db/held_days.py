"""Which days' visits are all here, and of which days the counts at least (see `app.models.shared_day`).

A home on its own holds everything. A counter of a shared office holds its own visits and the office's newest days; a
day whose other visits are on the shared side only must never be taken for the whole day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, case, delete, exists, func, insert, select, update

from app.domain.day_counts import DayCounts, beginning
from app.models.tables import day_elsewhere, day_rollup, shared_link, visit


@dataclass(frozen=True, slots=True)
class Held:
    """The days that are whole here: from `since` on, without `gone`; `fetched` are those among `gone`, or before
    `since`, that were asked for and are whole for now."""

    since: date
    gone: frozenset[date]
    fetched: frozenset[date]

    def has(self, day: date) -> bool:
        return day in self.fetched or (day >= self.since and day not in self.gone)


EVERYTHING = Held(date.min, frozenset(), frozenset())


def held_here() -> ColumnElement[bool]:
    """Whether the day of a visit is whole here; for statements over `visit` in a shared office."""
    noted = select(day_elsewhere.c.held_until).where(day_elsewhere.c.day == visit.c.day)
    since = select(shared_link.c.whole_from).scalar_subquery()
    return case(
        (exists(noted), exists(noted.where(day_elsewhere.c.held_until.is_not(None)))), else_=visit.c.day >= since
    )


class HeldDays:
    """Works inside the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Held:
        """What is whole here."""
        row = self._connection.execute(select(shared_link.c.whole_from)).one_or_none()
        if row is None:
            return EVERYTHING
        noted = self._connection.execute(select(day_elsewhere.c.day, day_elsewhere.c.held_until)).all()
        gone = frozenset(day for day, _ in noted)
        fetched = frozenset(day for day, until in noted if until is not None)
        # Before the first exchange nothing is whole but this home's own.
        return Held(row.whole_from or date.max, gone, fetched)

    def without_visits(self, first: date, last: date) -> Iterator[date]:
        """The days from `first` to `last` that have, or may have, visits that are not here; oldest first."""
        held = self.all()
        if held is not EVERYTHING:
            yield from (day for day in _days(first, last) if not held.has(day))

    def without_counts(self, first: date, last: date, timezone: str) -> Iterator[date]:
        """Of those the days whose counts are not kept either."""
        missing = list(self.without_visits(first, last))
        if missing:
            kept = self.counted(missing[0], missing[-1], timezone)
            yield from (day for day in missing if day not in kept)

    def counted(self, first: date, last: date, timezone: str) -> dict[date, bool]:
        """The days with kept counts that can be used, and whether there was any visit."""
        usable = day_rollup.c.counts.startswith(beginning(timezone), autoescape=True)
        empty = DayCounts().to_json(timezone)
        chosen = select(day_rollup.c.day, day_rollup.c.counts != empty)
        return {day: bool(any_) for day, any_ in self._connection.execute(chosen.where(_between(first, last), usable))}

    def newest_before(self, day: date, timezone: str) -> date | None:
        """The last day before `day` that had any visit; None also when nobody can tell here."""
        here: date | None = self._connection.scalar(select(func.max(visit.c.day)).where(visit.c.day < day))
        if self.all() is EVERYTHING:
            return here
        first = here or date.min
        counted = self.counted(first, day - timedelta(days=1), timezone)
        found = max((one for one, any_ in counted.items() if any_), default=here)
        if found is None or next(self.without_counts(found, day - timedelta(days=1), timezone), None) is not None:
            return None
        return found

    # --- for the exchange alone ---

    def begin(self, since: date) -> None:
        """From now on every visit of the office comes here that is of the day `since` or a later one."""
        self._connection.execute(update(shared_link).values(whole_from=since, pull_from=since))

    def reach_back(self, day: date) -> None:
        """`day` was fetched whole, and is to stay: no note of it, and all days behind it are whole as they were."""
        self._connection.execute(delete(day_elsewhere).where(day_elsewhere.c.day == day))
        before = shared_link.c.whole_from == day + timedelta(days=1)
        self._connection.execute(update(shared_link).where(before).values(whole_from=day))

    def fetched(self, day: date, until: date, at: datetime) -> None:
        """`day` was fetched whole, and stays until the end of the day `until`."""
        row = {"day": day, "since": at, "held_until": until}
        self._connection.execute(insert(day_elsewhere).prefix_with("OR REPLACE"), row)

    def let_go(self, day: date, at: datetime) -> None:
        """The visits of `day` need not all be here any more."""
        row = {"day": day, "since": at, "held_until": None}
        self._connection.execute(insert(day_elsewhere).prefix_with("OR REPLACE"), row)

    def overdue(self, today: date) -> tuple[date, ...]:
        """Days that were fetched, and need not stay."""
        late = day_elsewhere.c.held_until < today
        return tuple(self._connection.scalars(select(day_elsewhere.c.day).where(late).order_by(day_elsewhere.c.day)))

    def uncounted(self, timezone: str) -> tuple[date, ...]:
        """Days that are gone without counts that can be used; newest first."""
        usable = day_rollup.c.counts.startswith(beginning(timezone), autoescape=True)
        kept = exists().where(day_rollup.c.day == day_elsewhere.c.day, usable)
        chosen = select(day_elsewhere.c.day).where(day_elsewhere.c.held_until.is_(None), ~kept)
        return tuple(self._connection.scalars(chosen.order_by(day_elsewhere.c.day.desc())))

    def changed(self, days: Iterable[date]) -> None:
        """Something of these days changed that is not here: their counts hold no more."""
        for day in days:
            self._connection.execute(delete(day_rollup).where(day_rollup.c.day == day))

    def oldest_of_others(self, hold_from: date) -> date:
        """From what day on other homes' visits of whole days are here: `hold_from` or an earlier one."""
        link = select(shared_link.c.whole_from).scalar_subquery()
        noted = exists().where(day_elsewhere.c.day == visit.c.day)
        chosen = select(func.min(visit.c.day)).where(visit.c.elsewhere, visit.c.day >= link, ~noted)
        oldest: date | None = self._connection.scalar(chosen.where(visit.c.day < hold_from))
        return oldest or hold_from

    def forget(self, since: date) -> None:
        """Nothing is known any more of days before `since`: the shared side is another one."""
        self._connection.execute(delete(day_rollup).where(day_rollup.c.day < since))
        self._connection.execute(delete(day_elsewhere).where(day_elsewhere.c.day < since))
        self._connection.execute(update(day_elsewhere).values(held_until=None))
        noted = select(day_elsewhere.c.day)
        self._connection.execute(delete(day_rollup).where(day_rollup.c.day.in_(noted)))
        self._connection.execute(update(shared_link).values(whole_from=since))

    def let_fetched_go(self) -> None:
        """What was fetched is not read again by itself."""
        self._connection.execute(update(day_elsewhere).values(held_until=None))


def _between(first: date, last: date) -> ColumnElement[bool]:
    return and_(day_rollup.c.day >= first, day_rollup.c.day <= last)


def _days(first: date, last: date) -> Sequence[date]:
    return [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)]
