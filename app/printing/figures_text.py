"""Figures as the sheet writes them. What is suppressed, or does not exist, is a dash."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.period_figures import CountRow, Estimate

DASH = "–"


def count_text(n: int | None) -> str:
    return DASH if n is None else f"{n:,}"


def share_text(share: float | None) -> str:
    """A share of 0..1 in percent with one decimal."""
    return DASH if share is None else f"{share * 100:.1f}%"


def score_text(score: float | None) -> str:
    """A score of 0..100 with one decimal."""
    return DASH if score is None else f"{score:.1f}"


def interval_text(estimate: Estimate, pattern: str, scale: float = 1.0) -> str:
    """The interval of a share (`scale` 100: percent) or of a score, in `pattern` with {low} and {high}, or nothing."""
    if estimate.low is None or estimate.high is None:
        return ""
    return pattern.format(low=f"{estimate.low * scale:.0f}", high=f"{estimate.high * scale:.0f}")


def minutes_text(seconds: float | None) -> str:
    """Seconds in minutes with one decimal."""
    return DASH if seconds is None else f"{seconds / 60:.1f}"


def total(rows: Sequence[CountRow], name: str) -> CountRow:
    """The sums of `rows`, for rows that do not overlap or for a row of the rest."""
    return CountRow(
        "",
        name,
        sum(r.visits for r in rows),
        sum(r.services for r in rows),
        sum(r.done for r in rows),
        sum(r.slips for r in rows),
        sum(r.withheld for r in rows),
    )


def busiest(rows: Sequence[CountRow], limit: int, others: str, by_visits: bool = True) -> tuple[CountRow, ...]:
    """At most `limit` (≥ 1) rows that add up to what `rows` add up to.

    The busiest rows stand for themselves and the rest becomes one row named by `others`, which holds {n}. Without
    `by_visits` the rows that stay keep their order.
    """
    order = sorted(range(len(rows)), key=lambda i: (-rows[i].visits, -rows[i].slips, i))
    kept = order if len(rows) <= limit else order[: limit - 1]
    shown = [rows[i] for i in (kept if by_visits else sorted(kept))]
    rest = [rows[i] for i in order[len(kept) :]]
    if rest:
        shown.append(total(rest, others.format(n=len(rest))))
    return tuple(shown)
