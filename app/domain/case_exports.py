"""Lists of cases that leave the program: why they do, how many fit, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.cases import SearchedWhere
from app.domain.written_text import check_impersonal

EXPORT_LIMIT = 100_000
"""Lines of one file. A spreadsheet holds ten times as many, but nobody reads them; a year of a large office fits."""
EXPORT_REASON_LIMIT = 60


@dataclass(frozen=True, slots=True)
class ExportedCases:
    """`count` lines were written. `left_out`: cases of the audit officer that the list shows and the file does not.

    `where` is how far a search went: `HERE_ONLY` where the shared side could not be asked for all of it.
    """

    count: int
    left_out: int
    where: SearchedWhere


def export_reason(text: str) -> str:
    """Why a list leaves the program, in a line that the access log may keep for good.

    Errors: `BadValue` (`reason`) without one, those of `check_impersonal`.
    """
    return check_impersonal("reason", text.replace("\n", " "), EXPORT_REASON_LIMIT, needed=True)
