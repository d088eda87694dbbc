"""What was corrected since the same period was printed last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from app.db.printed_sheets import PrintedSheet
from app.db.unit_of_work import UnitOfWork
from app.domain.period_figures import Change, Correction, PeriodFigures
from app.domain.periods import By
from app.services.held_days import require_visits

_COUNTED = ("visits", "services", "done", "late", "left", "unrecorded", "undone", "slips_printed", "slips_withheld")
SERVICE = "service:"


def totals_of(figures: PeriodFigures) -> dict[str, object]:
    """What is kept of a printed sheet: the totals that only a correction changes once the day is over."""
    return {
        "counts": {name: getattr(figures, name) for name in _COUNTED},
        "services": {row.key: [row.name, row.visits] for row in figures.cuts[By.SERVICE].rows},
        "corrections": figures.corrections,
    }


def correction(work: UnitOfWork, figures: PeriodFigures) -> Correction | None:
    """None when nothing was printed before, or nothing was put right since.

    A sheet of a period that was over says what stays so, and any difference is a correction. One printed before only
    grew since, as days do: there only what was corrected or undone of the visits that stood on it counts, and visits
    from before it that were typed in from paper after it. Errors: `DayNotHere`.
    """
    period = figures.period
    before = work.printed_sheets.newest(period.first, period.last)
    if before is None:
        return None
    settings = work.offices.settings()
    printed_at = before.printed_at.astimezone(ZoneInfo(settings.timezone))
    corrected = figures.corrections - int(before.totals["corrections"])
    if _was_over(before, printed_at, period.last, settings.day_end):
        changes = [*_changed_counts(before.totals, figures), *_changed_services(before.totals, figures)]
    else:
        # Kept counts do not tell when something was corrected.
        require_visits(work, period.first, min(period.last, printed_at.date()))
        of_sheet, undone = work.day_counts.changed_since(before.printed_at, period.first, period.last)
        corrected = min(corrected, of_sheet)
        late = work.day_counts.late_since(before.printed_at, period.first, period.last)
        names = [name for name, changed in (("undone", undone), ("late", late)) if changed]
        changes = _changed_counts(before.totals, figures, names)
    if not changes and corrected <= 0:
        return None
    return Correction(printed_at, tuple(changes), max(0, corrected))


def _was_over(before: PrintedSheet, printed_at: datetime, last: date, day_end: str) -> bool:
    """Whether the last day had ended, and no visit was left open that the end of the day would still close."""
    counts: Mapping[str, int] = before.totals["counts"]
    left_open = counts["visits"] - counts["done"] - counts["left"] - counts["unrecorded"]
    ended = (printed_at.date(), printed_at.time()) >= (last, time.fromisoformat(day_end))
    return ended and not left_open


def _changed_counts(totals: Mapping[str, Any], figures: PeriodFigures, names: Sequence[str] = _COUNTED) -> list[Change]:
    # Sheets printed by an earlier release say nothing of some counts: they were 0.
    counted = [(name, int(totals["counts"].get(name, 0)), int(getattr(figures, name))) for name in names]
    return [Change(name, name, before, now) for name, before, now in counted if before != now]


def _changed_services(totals: Mapping[str, Any], figures: PeriodFigures) -> list[Change]:
    before: Mapping[str, Any] = totals["services"]
    now = {row.key: row for row in figures.cuts[By.SERVICE].rows}
    changes = []
    for code in [*now, *(code for code in before if code not in now)]:
        name = now[code].name if code in now else str(before[code][0])
        old, new = int(before[code][1]) if code in before else 0, now[code].visits if code in now else 0
        if old != new:
            changes.append(Change(f"{SERVICE}{code}", name, old, new))
    return changes
