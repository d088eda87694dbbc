"""Counting one day's visits: one statement that looks at each visit of the day once and at no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, bindparam, text

from app.db.figure_names import FigureNames, read_names
from app.domain.day_counts import Cell, Cells, DayCounts
from app.models.base import OfficeDay, UtcTime

# CROSS JOIN keeps SQLite to the order written: from the day's visits to what belongs to them, never the other way.
# Times are compared as julianday, whose grain is a twentieth of a millisecond.
# All slips of a visit carry the department of its QR code: the slip says which, not the visit, which may be corrected.
COUNT_DAY = """
WITH v AS MATERIALIZED (
  SELECT id, status, service_code AS service, department_code AS department, counter_code AS counter,
    substr(registered_at, 1, 15) AS ten_minutes, status <> 'undone' AS counted, status = 'done' AS done,
    (SELECT min(coalesce(slip.department_code, visit.department_code)) FROM slip
     WHERE slip.visit_id = visit.id AND slip.state IN ('handed', 'confirmed')) AS printed,
    slip_withheld AS declined, late_reason <> '' AS late,
    (SELECT count(*) FROM further_service WHERE further_service.visit_id = visit.id) AS further
  FROM visit WHERE day = :day
),
steps AS MATERIALIZED (
  SELECT v.id AS id, v.done AS done, v.counted AS counted,
    min(CASE WHEN s.kind = 'registered' THEN s.at END) AS registered,
    min(CASE WHEN s.kind = 'serving_started' THEN s.at END) AS started,
    max(CASE WHEN s.kind = 'finished' THEN s.at END) AS finished,
    sum(s.kind = 'serving_started' AND s.automatic) AS by_itself,
    sum(s.kind IN ('registered', 'serving_started') AND NOT s.trusted) AS start_doubted,
    sum(s.kind IN ('serving_started', 'finished') AND NOT s.trusted) AS end_doubted,
    sum(s.kind = 'handed_over') AS handed_over,
    sum(s.kind = 'corrected') AS corrections
  FROM v CROSS JOIN visit_step AS s ON s.visit_id = v.id GROUP BY v.id
),
every AS MATERIALIZED (
  SELECT id, service, department, counted, done, printed, declined FROM v
  UNION ALL
  SELECT v.id, f.service_code, f.department_code, v.counted, v.done, v.printed, v.declined
  FROM v CROSS JOIN further_service AS f ON f.visit_id = v.id WHERE v.further > 0
),
several AS MATERIALIZED (
  SELECT id, group_concat(department, char(31)) AS departments
  FROM (SELECT DISTINCT every.id, every.department FROM v CROSS JOIN every ON every.id = v.id WHERE v.further > 0
        ORDER BY 1, 2)
  GROUP BY id
)
SELECT 'status', status, count(*), 0, 0, 0, 0 FROM v GROUP BY status
UNION ALL
SELECT 'service', service, sum(counted), sum(counted), sum(done), count(printed),
  sum(declined AND counted AND printed IS NULL)
FROM every GROUP BY service
UNION ALL
SELECT 'departments', coalesce(several.departments, v.department), sum(counted), sum(counted * (1 + further)),
  sum(done), count(printed), sum(declined AND counted AND printed IS NULL)
FROM v LEFT JOIN several ON several.id = v.id GROUP BY 2
UNION ALL
SELECT 'handled', department, sum(counted), 0, 0, 0, 0 FROM every GROUP BY department
UNION ALL
SELECT 'counter', counter, sum(counted), sum(counted * (1 + further)), sum(done), count(printed),
  sum(declined AND counted AND printed IS NULL)
FROM v GROUP BY counter
UNION ALL
SELECT 'ten_minutes', ten_minutes, sum(counted), sum(counted * (1 + further)), sum(done), count(printed),
  sum(declined AND counted AND printed IS NULL)
FROM v GROUP BY ten_minutes
UNION ALL
SELECT 'printed', printed, count(*), 0, 0, 0, 0 FROM v WHERE printed IS NOT NULL GROUP BY printed
UNION ALL
SELECT 'waiting', CAST(round((julianday(started) - julianday(registered)) * 86400) AS INTEGER), count(*), 0, 0, 0, 0
FROM steps WHERE counted AND NOT by_itself AND NOT start_doubted AND started >= registered GROUP BY 2
UNION ALL
SELECT 'handling', CAST(round((julianday(finished) - julianday(started)) * 86400) AS INTEGER), count(*), 0, 0, 0, 0
FROM steps WHERE done AND NOT end_doubted AND NOT handed_over AND finished >= started GROUP BY 2
UNION ALL
SELECT 'corrected', '', coalesce(sum(corrections), 0), 0, 0, 0, 0 FROM steps
UNION ALL
SELECT 'late', '', coalesce(sum(late AND counted), 0), 0, 0, 0, 0 FROM v
"""

_COUNT_DAY = text(COUNT_DAY)

_SINCE = (bindparam("at", type_=UtcTime()), bindparam("first", type_=OfficeDay()), bindparam("last", type_=OfficeDay()))

# What changed on a sheet after it was printed: visits that came later are not on it, nor those typed in later.
_CHANGED_SINCE = text("""
SELECT coalesce(sum(s.kind = 'corrected'), 0), coalesce(sum(s.kind = 'undone'), 0)
FROM visit_step AS s CROSS JOIN visit AS v ON v.id = s.visit_id
WHERE s.at >= :at AND s.kind IN ('corrected', 'undone') AND v.day BETWEEN :first AND :last
  AND coalesce(v.entered_at, v.registered_at) <= :at
""").bindparams(*_SINCE)

_LATE_SINCE = text("""
SELECT count(*) FROM visit
WHERE day BETWEEN :first AND :last AND late_reason <> '' AND status <> 'undone'
  AND entered_at > :at AND registered_at <= :at
""").bindparams(*_SINCE)

_NEXT_DAY = text("SELECT min(day) FROM visit WHERE day > :day AND day <= :last")


class DayCountRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_day(self, day: date, timezone: str) -> DayCounts:
        """Everything counted of the visits of `day`; hours are those of `timezone`."""
        counts = DayCounts()
        hours = _hours(counts.hours, ZoneInfo(timezone))
        for kind, key, *n in self._connection.execute(_COUNT_DAY, {"day": day.isoformat()}):
            match kind:
                case "waiting":
                    counts.waiting[key] = n[0]
                case "handling":
                    counts.handling[key] = n[0]
                case "ten_minutes":
                    hours(key, n)
                case "service":
                    counts.services[key] = Cell(*n)
                case "departments":
                    counts.departments[key] = Cell(*n)
                case "counter":
                    counts.counters[key] = Cell(*n)
                case "status":
                    counts.statuses[key] = n[0]
                case "handled":
                    counts.handled[key] = n[0]
                case "printed":
                    counts.printed[key] = n[0]
                case "late":
                    counts.late = n[0]
                case _:
                    counts.corrections = n[0]
        return counts

    def changed_since(self, at: datetime, first: date, last: date) -> tuple[int, int]:
        """How often visits of these days registered until `at` (aware) were corrected since, and how many undone."""
        corrected, undone = self._connection.execute(_CHANGED_SINCE, {"at": at, "first": first, "last": last}).one()
        return corrected, undone

    def late_since(self, at: datetime, first: date, last: date) -> int:
        """How many visits of these days from before `at` (aware) were noted on paper and typed in after it."""
        found: int = self._connection.execute(_LATE_SINCE, {"at": at, "first": first, "last": last}).scalar_one()
        return found

    def names(self) -> FigureNames:
        """What the codes in the counts are called."""
        return read_names(self._connection)

    def days_with_visits(self, first: date, last: date) -> list[date]:
        """The days from `first` to `last` that have any visit: one step in the index for each."""
        found: list[date] = []
        before = date.fromordinal(first.toordinal() - 1).isoformat()
        while day := self._connection.scalar(_NEXT_DAY, {"day": before, "last": last.isoformat()}):
            found.append(date.fromisoformat(day))
            before = day
        return found


def _hours(cells: Cells, zone: ZoneInfo) -> Callable[[str, Sequence[Any]], None]:
    """Ten-minute groups, so that a zone that is half an hour off still falls into the right hour."""

    def add(ten_minutes: str, n: Sequence[Any]) -> None:
        hour = datetime.fromisoformat(f"{ten_minutes}0+00:00").astimezone(zone).hour
        cells.setdefault(f"{hour:02d}", Cell()).add(Cell(*n))

    return add
