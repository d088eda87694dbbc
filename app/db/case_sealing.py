"""Giving cases to the audit officer: from then on everybody else sees that they are there, and no more (영 17조)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app.db.unit_of_work import UnitOfWork
from app.domain.cases import Case


def seal_seconds(work: UnitOfWork, matter_ids: Iterable[str], at: datetime) -> None:
    """Give every grievance that came after another one on its matter to the audit officer.

    Whichever of the two was linked, became a grievance or arrived here last; every counter that has both does it, and
    all say the same.
    """
    for case in work.cases.unsealed_seconds(matter_ids):
        seal(work, case, at)


def seal(work: UnitOfWork, case: Case, at: datetime) -> None:
    """Give the case to the audit officer, tell the other counters, and log it. Nobody does this: the rule does."""
    work.cases.change(case.id, case.version, {"to_auditor": True})
    said = {"to_auditor": True}
    work.outbox.write(
        at=at, entity="case_file", row_id=case.id, kind="edit", by="", fields=said, personal={}, about=case.id
    )
    work.audit.write(
        at=at,
        login="",
        role="",
        counter_code=work.offices.here().code,
        action="seal_case",
        entity="case_file",
        row_id=case.id,
        detail={"matter": case.matter_id},
    )
