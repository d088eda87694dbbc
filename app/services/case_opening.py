"""Receiving a case: what was said is checked, gets its number, and is written down once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from app.db.cases import flags_text
from app.db.outbox_log import new_id
from app.db.search import SearchFilter
from app.db.unit_of_work import UnitOfWork
from app.domain.case_errors import InTheFuture, NameNeeded, NotByWordOfMouth, PeriodNeeded
from app.domain.cases import (
    ADDRESS_LIMIT,
    KIND_RULES,
    NAME_LIMIT,
    PHONE_LIMIT,
    TEXT_LIMIT,
    TITLE_LIMIT,
    Case,
    CaseKind,
    CaseLine,
    Channel,
    NewCase,
)
from app.domain.clocks import OfficeNow
from app.domain.due import Period, set_by_service
from app.domain.errors import BadValue
from app.domain.search_queries import query_of
from app.domain.written_text import check_written
from app.services.case_reading import CaseReader
from app.services.visit_steps import AtCounter

EXTERNAL_LIMIT = 40
SIMILAR = 5
_COMPARED = 1000
"""Newest cases whose words are compared."""
_COMPARED_LETTERS = 200
_ALIKE = 0.5
_PEOPLE_LOOKED_AT = 200


def checked(work: UnitOfWork, new: NewCase, now: OfficeNow) -> NewCase:
    """`new` with its texts tidied, its department and moment named, and nothing missing that its kind needs.

    Errors: `BadValue` (`case_title`), `ResidentNumberInText`, those of `check_plain_text`; `NameNeeded`,
    `NotByWordOfMouth`, `PeriodNeeded`, `BadPeriod`, `InTheFuture`, `UnknownService`, `UnknownVisit`,
    `UnknownDepartment`, `UnknownCase`.
    """
    rule = KIND_RULES[new.kind]
    title = _line("case_title", new.title, TITLE_LIMIT)
    if not title:
        raise BadValue("case_title", "")
    text = check_written("text", new.text, TEXT_LIMIT)
    name = _line("name", new.name, NAME_LIMIT)
    phone = _line("phone", new.phone, PHONE_LIMIT)
    address = _line("address", new.address, ADDRESS_LIMIT)
    external = _line("external_number", new.external_number, EXTERNAL_LIMIT)
    if not rule.oral and new.channel is Channel.PHONE:
        raise NotByWordOfMouth(new.kind.value)
    for field, given in (("name", name), ("address", address)):
        if rule.named and not given:
            raise NameNeeded(new.kind.value, field)
    if new.visit_id is not None:
        work.visits.get(new.visit_id)
    if new.matter_id is not None:
        work.cases.get(new.matter_id)
    return replace(
        new,
        title=title,
        text=text,
        name=name,
        phone=phone,
        address=address,
        external_number=external,
        department_code=_department(work, new),
        period=checked_period(work, new),
        received=_received(new.received, now, work.offices.settings().timezone),
    )


def checked_period(work: UnitOfWork, new: NewCase) -> str:
    """The period as it is kept, "" where the kind or the service has it. Errors: `BadPeriod`, `PeriodNeeded`."""
    if new.service_code is not None:
        work.offices.service(new.service_code, retired=True)
    if new.period.strip():
        return str(Period.parse(new.period))
    by_service = set_by_service(new.kind) and new.kind is not CaseKind.CERTIFICATE
    if by_service and not work.cases.service_period(new.service_code):
        raise PeriodNeeded(new.kind.value)
    return ""


def open_case(here: AtCounter, new: NewCase) -> Case:
    """Write down a case that was `checked`, with the counter's next number of its year."""
    work = here.work
    assert new.received is not None
    received = new.received.astimezone(UTC)
    case_id = new_id()
    matter = work.cases.get(new.matter_id).matter_id if new.matter_id is not None else case_id
    year = received.astimezone(ZoneInfo(work.offices.settings().timezone)).year
    case = Case(
        id=case_id,
        number=work.cases.next_number(year, here.counter_code),
        kind=new.kind,
        title=new.title,
        text=new.text,
        name=new.name,
        phone=new.phone,
        address=new.address,
        channel=new.channel,
        written_by=new.written_by,
        received_at=received,
        received_by=here.actor.login,
        counter_code=here.counter_code,
        department_code=new.department_code,
        service_code=new.service_code,
        period=new.period,
        flags=new.flags,
        visit_id=new.visit_id,
        card_id=new.card_id,
        matter_id=matter,
        external_number=new.external_number,
        to_auditor=goes_to_auditor(new.kind, work.cases.of_matter(matter)),
        version=1,
    )
    work.cases.add(case)
    here.trail.operation("case_file", case.id, "create", _told(case), personal=personal_of(case), about=case.id)
    here.trail.act("open_case", "case_file", case.id, {"kind": case.kind.value})
    return case


def goes_to_auditor(kind: CaseKind, earlier: Iterable[Case]) -> bool:
    """A second grievance on the same matter is the audit officer's (영 17조)."""
    return kind is CaseKind.GRIEVANCE and any(each.kind is CaseKind.GRIEVANCE for each in earlier)


def personal_of(case: Case) -> dict[str, str]:
    """What of a case is locked on its way, and erased."""
    return {name: getattr(case, name) for name in ("title", "text", "name", "phone", "address")}


def similar_cases(reader: CaseReader, new: NewCase) -> tuple[CaseLine, ...]:
    """Up to five earlier cases on what looks like the same matter: of the same person by name and phone, or in much
    the same words; whoever has the same name and phone first."""
    found = list(_same_person(reader, new))
    if len(found) < SIMILAR:
        wanted = _pairs(new.title, new.text)
        alike = [
            (likeness, row.id)
            for row in reader.work.case_lists.newest(_COMPARED)
            if row.id not in found and (likeness := _likeness(wanted, _pairs(row.title, row.text))) >= _ALIKE
        ]
        found += [case_id for _, case_id in sorted(alike, key=lambda one: -one[0])]
    return reader.work.case_lists.lines(found[:SIMILAR], reader.looker)


def _same_person(reader: CaseReader, new: NewCase) -> Iterable[str]:
    digits = _digits(new.phone)
    name = new.name.strip()
    if not digits or not name:
        return ()
    hits = reader.work.search.find([query_of(new.phone)], SearchFilter(), ZoneInfo(reader.timezone))
    cases = (reader.work.cases.get(hit.row_id) for hit in islice(hits, _PEOPLE_LOOKED_AT))
    return (case.id for case in cases if case.name == name and _digits(case.phone) == digits and not case.to_auditor)


def _likeness(one: set[str], other: set[str]) -> float:
    """Pairs of letters that both have, of all that either has on average (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _pairs(title: str, text: str) -> set[str]:
    plain = "".join(sign for sign in f"{title} {text[:_COMPARED_LETTERS]}".casefold() if sign.isalnum())
    return {plain[at : at + 2] for at in range(len(plain) - 1)}


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _line(field: str, text: str, limit: int) -> str:
    """One line of text. Errors: `ResidentNumberInText`, those of `check_plain_text`."""
    return check_written(field, text.replace("\r", " ").replace("\n", " "), limit)


def _department(work: UnitOfWork, new: NewCase) -> str:
    """Where it goes first: as said, else its service's, else its visit's. Errors: `UnknownDepartment`."""
    code = new.department_code.strip()
    if not code and new.service_code is not None:
        code = work.offices.service(new.service_code, retired=True).department_code
    if not code and new.visit_id is not None:
        visited = work.visits.get(new.visit_id).service_code
        code = work.offices.service(visited, retired=True).department_code
    return work.lists.department(code).code


def _received(said: datetime | None, now: OfficeNow, timezone: str) -> datetime:
    """Errors: `InTheFuture`."""
    if said is None:
        return now.at
    moment = said if said.tzinfo is not None else said.replace(tzinfo=ZoneInfo(timezone))
    if moment > now.at:
        raise InTheFuture("received", moment.isoformat(timespec="minutes"))
    return moment


def _told(case: Case) -> dict[str, object]:
    """What the other counters are told of a new case, but for what is personal."""
    plain = ("number", "received_by", "counter_code", "department_code", "service_code", "period")
    told: dict[str, object] = {name: getattr(case, name) for name in plain}
    told |= {name: getattr(case, name) for name in ("card_id", "matter_id", "external_number", "to_auditor")}
    told |= {"kind": case.kind.value, "channel": case.channel.value, "written_by": case.written_by.value}
    told |= {"received_at": case.received_at.isoformat(), "flags": flags_text(case.flags), "of_visit": case.visit_id}
    return told
