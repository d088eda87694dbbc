"""minwon integrity: whether clerks could be answering for citizens, as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from app.commands.context import emit, office_as_actor
from app.commands.values import read_date


def integrity(
    first: Annotated[str, typer.Option("--from", help="the first day, such as 2026-11-01")],
    last: Annotated[str, typer.Option("--to", help="the last day")],
) -> None:
    """By department: reprints, visits undone after a slip, slips withheld, short or late visits, very quick answers."""
    with office_as_actor() as (opened, actor):
        report = opened.integrity.report(actor, read_date("--from", first), read_date("--to", last))
        emit(
            {
                "office": report.office,
                "from": report.first.isoformat(),
                "to": report.last.isoformat(),
                "rows": [asdict(row) for row in report.rows],
                "total": asdict(report.total),
            }
        )
