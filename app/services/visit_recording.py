"""Writing a new visit down: its row, its first steps, its operation and its slip's token, inside one transaction.

Every way a visit comes into being goes through here: at the counter, at the reception, and from a paper list.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.db.home_keys import HomeKeys
from app.db.slips import StoredToken
from app.domain.offices import DepartmentRecord, ServiceRecord
from app.domain.tokens import last_day_to_answer
from app.domain.visits import LateReason, NewVisit, Registered, StepKind, VisitStatus
from app.services.survey_links import new_locked_nonce, survey_link
from app.services.visit_steps import AtCounter


@dataclass(frozen=True, slots=True)
class LateEntry:
    """Of a visit noted on paper: why, when it was typed (UTC), the office's day then, and when it had been served."""

    reason: LateReason
    entered_at: datetime
    today: date
    until: datetime | None


def record_visit(
    here: AtCounter,
    keys: HomeKeys,
    visit_id: str,
    new: NewVisit,
    status: VisitStatus,
    now_at: str | None,
    finished: str | None = None,
    late: LateEntry | None = None,
) -> Registered:
    """Record `new` (checked) at the moment of `here`, as the counter's next of that day.

    `finished` is the number of the visit that ended by it. Errors: `UnknownService`, those of the database.
    """
    work, now = here.work, here.now
    service, *further = [work.offices.service(code) for code in new.service_codes]
    department = work.offices.department(service.department_code)
    seq = work.visits.next_seq(here.counter_code, now.day)
    work.visits.add(
        visit_id,
        new,
        counter_code=here.counter_code,
        day=now.day,
        seq=seq,
        department_code=department.code,
        registered_by=here.actor.login,
        registered_at=now.at,
        status=status,
        now_at=now_at,
        late_reason=late.reason if late is not None else None,
        entered_at=late.entered_at if late is not None else None,
    )
    work.visits.add_further(visit_id, [(s.code, s.department_code) for s in further])
    fields: dict[str, object] = {
        "counter_code": here.counter_code,
        "day": now.day,
        "seq": seq,
        "service_code": service.code,
        "department_code": department.code,
        "visitor_kind": new.visitor_kind.value,
        "registered_by": here.actor.login,
        "registered_at": now.at.isoformat(),
        "slip_withheld": new.slip_withheld,
    }
    if further:
        fields["further_services"] = [[s.code, s.department_code] for s in further]
    if late is not None:
        fields |= {"late_reason": late.reason.value, "entered_at": late.entered_at.isoformat()}
    here.trail.operation(
        "visit", visit_id, "create", fields, personal={"queue_number": new.queue_number, "note": new.note}
    )
    _first_steps(here, visit_id, status, now_at, late)
    url = _prepare_slip(here, keys, visit_id, service, department, late)
    return Registered(work.visits.get(visit_id), url, finished)


def _first_steps(
    here: AtCounter, visit_id: str, status: VisitStatus, now_at: str | None, late: LateEntry | None
) -> None:
    """Nothing is measured from the times on paper: they were written down to the minute, if not afterwards."""
    measurable = late is None
    here.take(visit_id, StepKind.REGISTERED, to_counter=now_at, measurable=measurable)
    if status is not VisitStatus.WAITING:
        here.take(visit_id, StepKind.SERVING_STARTED, automatic=True, measurable=measurable)
    if late is not None:
        ended = here.at(late.until or here.now.at)
        ended.take(visit_id, StepKind.FINISHED, automatic=late.until is None, measurable=False)


def _prepare_slip(
    here: AtCounter,
    keys: HomeKeys,
    visit_id: str,
    service: ServiceRecord,
    department: DepartmentRecord,
    late: LateEntry | None,
) -> str:
    """Keep what the slip's QR code is made from; the address behind it.

    Nothing, and "", when the slip's last day has passed already; "" also while the survey does not know this counter's
    key yet. The token of a late visit looks like any other, and
    its mark is that of the time on paper: a server that could tell late slips apart could tell more about a visit than
    its half-day.
    """
    work, now = here.work, here.now
    settings = work.offices.settings()
    if late is not None and late.today > last_day_to_answer(now.day, settings.slip_days):
        return ""
    local = now.at.astimezone(ZoneInfo(settings.timezone))
    token = StoredToken(
        department_number=department.number,
        area_number=service.area_number,
        day=now.day,
        afternoon=local.hour >= 12,
        locked_nonce=new_locked_nonce(keys, now.at),
        # Asked anew each time: another process of this home may have given it another key a moment ago.
        key_id=keys.key_in_force(work.offices.signing_key()),
    )
    work.slips.add_token(visit_id, token)
    # Kept all the same: a slip printed again later can carry the code.
    return survey_link(token, settings, keys) if work.shared.key_accepted() else ""
