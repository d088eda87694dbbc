"""minwon workload: how the office's cases stand, and how a month went."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from app.commands.context import emit, office_as_actor
from app.commands.record_lines import record_line
from app.domain.errors import BadValue

_MONTH = re.compile(r"(20\d\d)-(\d\d)")


def workload(
    month: Annotated[str, typer.Option(help="a month's check instead, such as 2026-10")] = "",
) -> None:
    """One JSON object: what is overdue or due, who has how much, what is to be sent; for the supervisor."""
    with office_as_actor() as (opened, actor):
        if not month:
            emit(record_line(opened.workload.overview(actor)))
            return
        read = _MONTH.fullmatch(month)
        if read is None:
            raise BadValue("--month", month)
        emit(record_line(opened.workload.month(actor, int(read[1]), int(read[2]))))
