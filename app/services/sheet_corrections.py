"""What was corrected since the same period was printed last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from app.db.printed_sheets import PrintedSheet
from app.domain.period_figures import Change, Correction, PeriodFigures
from app.domain.periods import By

_COUNTED = ("visits", "services", "done", "left", "unrecorded", "undone", "slips_printed", "slips_withheld")
SERVICE = "service:"


def totals_of(figures: PeriodFigures) -> dict[str, object]:
    """What is kept of a printed sheet: the totals that only a correction changes once the day is over."""
    return {
        "counts": {name: getattr(figures, name) for name in _COUNTED},
        "services": {row.key: [row.name, row.visits] for row in figures.cuts[By.SERVICE].rows},
        "corrections": figures.corrections,
    }


def correction(before: PrintedSheet | None, figures: PeriodFigures, timezone: str) -> Correction | None:
    """None when nothing was printed before, or nothing differs."""
    if before is None:
        return None
    changes = [*_changed_counts(before.totals, figures), *_changed_services(before.totals, figures)]
    corrected = figures.corrections - int(before.totals["corrections"])
    if not changes and corrected <= 0:
        return None
    return Correction(before.printed_at.astimezone(ZoneInfo(timezone)), tuple(changes), max(0, corrected))


def _changed_counts(totals: Mapping[str, Any], figures: PeriodFigures) -> list[Change]:
    counted = [(name, int(totals["counts"][name]), int(getattr(figures, name))) for name in _COUNTED]
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
