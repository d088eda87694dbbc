"""Reading the visits of a period as rows of a list: one statement, in order, a few at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, text

from app.domain.visit_exports import ExportedVisit
from app.domain.visits import VisitStatus, late_reason, visit_number

_AT_ONCE = 500
_STATUS = {status.value: status for status in VisitStatus}

# For every visit the same steps as in the counts: see app/db/day_counts.py.
_VISITS = text("""
SELECT v.day, v.counter_code, v.seq, v.registered_at, v.status, v.service_code, v.department_code, v.visitor_kind,
  v.slip_withheld, v.late_reason,
  EXISTS (SELECT 1 FROM slip WHERE slip.visit_id = v.id AND slip.state IN ('handed', 'confirmed')) AS slip,
  (SELECT group_concat(service_code || char(31) || department_code, char(30))
   FROM (SELECT service_code, department_code FROM further_service WHERE visit_id = v.id ORDER BY position)) AS further,
  max(s.kind = 'corrected') AS corrected,
  CASE WHEN v.status <> 'undone' AND NOT sum(s.kind = 'serving_started' AND s.automatic)
    AND NOT sum(s.kind IN ('registered', 'serving_started') AND NOT s.trusted)
  THEN CAST(round((julianday(min(CASE WHEN s.kind = 'serving_started' THEN s.at END))
    - julianday(min(CASE WHEN s.kind = 'registered' THEN s.at END))) * 86400) AS INTEGER) END AS waited,
  CASE WHEN v.status = 'done' AND NOT sum(s.kind = 'handed_over')
    AND NOT sum(s.kind IN ('serving_started', 'finished') AND NOT s.trusted)
  THEN CAST(round((julianday(max(CASE WHEN s.kind = 'finished' THEN s.at END))
    - julianday(min(CASE WHEN s.kind = 'serving_started' THEN s.at END))) * 86400) AS INTEGER) END AS handled
FROM visit AS v CROSS JOIN visit_step AS s ON s.visit_id = v.id
WHERE v.day = :day GROUP BY v.id ORDER BY v.registered_at, v.counter_code, v.seq
""")
_COUNT = text("SELECT count(*) FROM visit WHERE day BETWEEN :first AND :last")


class VisitExportRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self, first: date, last: date) -> int:
        """How many rows `of_day` gives for all days from `first` to `last`."""
        found = self._connection.scalar(_COUNT, {"first": first.isoformat(), "last": last.isoformat()})
        return int(found or 0)

    def of_day(
        self, day: date, services: dict[str, str], departments: dict[str, str], timezone: str
    ) -> Iterator[ExportedVisit]:
        """Every visit of `day` in the order of registration, undone ones included, under the names given by code."""
        zone = ZoneInfo(timezone)
        found = self._connection.execute(_VISITS, {"day": day.isoformat()}).yield_per(_AT_ONCE)
        # Unpacked by place and not by name: a hundred thousand rows are a usual list.
        for row in found:
            of_day, counter, seq, at, status, service, department, kind, withheld, late, *rest = row
            slip, further, corrected, waited, handled = rest
            names, of = services.get(service, service), departments.get(department, department)
            if further:
                pairs = [pair.split("\x1f") for pair in further.split("\x1e")]
                names = ", ".join((names, *(services.get(code, code) for code, _ in pairs)))
                of = ", ".join(dict.fromkeys((of, *(departments.get(code, code) for _, code in pairs))))
            registered = datetime.fromisoformat(at[:19] + "+00:00").astimezone(zone).replace(tzinfo=None)
            yield ExportedVisit(
                of_day,
                visit_number(counter, seq),
                counter,
                registered,
                _STATUS[status],
                names,
                of,
                kind,
                bool(slip),
                bool(withheld),
                bool(corrected),
                waited,
                handled,
                late_reason(late),
            )
