"""Steps of visits that come of an exchange or of settling: written down, and told to the shared side."""

from __future__ import annotations

from datetime import datetime

from app.db.outbox_log import new_id
from app.db.unit_of_work import UnitOfWork
from app.db.visits import NewStep
from app.domain.visits import StepKind


def take_step(
    work: UnitOfWork,
    clock: datetime,
    visit_id: str,
    kind: StepKind,
    *,
    by: str,
    counter_code: str,
    automatic: bool,
    to_counter: str | None = None,
    services: tuple[str, str] = ("", ""),
) -> None:
    """Add a step whose time is not measured. `services` are the codes before and after a correction."""
    now = work.now(clock)
    step = NewStep(
        id=new_id(),
        visit_id=visit_id,
        kind=kind,
        at=now.at,
        by=by,
        counter_code=counter_code,
        automatic=automatic,
        because_of=None,
        trusted=False,
        pc_clock=now.pc_clock,
        to_counter=to_counter,
        services_before=services[0],
        services_after=services[1],
    )
    work.visits.add_step(step)
    fields: dict[str, object] = {
        "visit_id": visit_id,
        "kind": kind.value,
        "at": step.at.isoformat(),
        "by": by,
        "counter_code": counter_code,
        "automatic": automatic,
        "because_of": None,
        "trusted": False,
        "pc_clock": step.pc_clock.isoformat(),
    }
    if to_counter is not None:
        fields["to_counter"] = to_counter
    if kind is StepKind.CORRECTED:
        fields |= {"services_before": services[0], "services_after": services[1]}
    work.outbox.write(at=now.at, entity="visit_step", row_id=step.id, kind="create", by=by, fields=fields)
