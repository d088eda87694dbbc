"""The supervisor's view: what is due and overdue, who has how much, what is to be sent, and a month's sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.bootstrap import Office
from app.domain.actors import Actor
from app.domain.case_overview import CheckCounts, WorkingDays, month_before, month_days, progress_mark
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.cases import Case, CaseKind, CaseLine, CaseResult, NewCase
from app.domain.deadlines import WorkingTime
from app.domain.errors import BadValue, NotAllowed
from app.domain.guidance import TransferKind
from tests.support.offices import SetClock

SEOUL = ZoneInfo("Asia/Seoul")
Receive = Callable[..., Case]


@pytest.fixture
def receive(office: Office, clerk: Actor) -> Receive:
    """Receives a case on a day at ten."""

    def one(day: date, department: str = "D002", kind: CaseKind = CaseKind.GRIEVANCE, **said: Any) -> Case:
        received = datetime(day.year, day.month, day.day, 10, tzinfo=SEOUL)
        new = NewCase(kind, "제목", name="김시민", address="한빛로 1", department_code=department, received=received)
        return office.cases.open(clerk, new)

    return one


@pytest.fixture
def answer(office: Office, clerk: Actor) -> Callable[[Case, date], None]:
    def one(case: Case, on: date) -> None:
        step = NewStep(CaseStepKind.ANSWERED, "그렇게 하겠습니다", on=on, result=CaseResult.DONE)
        office.cases.step(clerk, case.id, step)

    return one


def ids(lines: tuple[CaseLine, ...]) -> list[str]:
    return [line.id for line in lines]


def test_what_is_overdue_and_what_is_due(office: Office, supervisor: Actor, receive: Receive) -> None:
    # Today is Friday 2026-11-20; a grievance has seven working days, its first among them.
    late = receive(date(2026, 11, 10))  # due 11-18
    today = receive(date(2026, 11, 12))  # due 11-20
    receive(date(2026, 11, 13))  # due Monday
    found = office.workload.overview(supervisor)
    assert (ids(found.overdue), ids(found.today), ids(found.week)) == ([late.id], [today.id], [today.id])
    assert (found.counts.open, found.counts.overdue, found.counts.today, found.counts.week) == (3, 1, 1, 1)
    assert (ids(found.reminders), found.counts.reminders) == ([late.id], 1)
    assert (found.day, found.check_month) == (date(2026, 11, 20), date(2026, 10, 1))


def test_a_department_is_reminded_once(
    office: Office, supervisor: Actor, clerk: Actor, receive: Receive, clock: SetClock
) -> None:
    late = receive(date(2026, 11, 10))
    office.cases.step(supervisor, late.id, NewStep(CaseStepKind.REMINDED))
    assert office.workload.overview(supervisor).reminders == ()
    view = office.cases.show(clerk, late.id)
    reminded = next(step for step in view.steps if step.kind is CaseStepKind.REMINDED)
    office.cases.step(supervisor, late.id, NewStep(CaseStepKind.UNDONE, of=reminded.id))
    assert ids(office.workload.overview(supervisor).reminders) == [late.id]


def test_a_citizen_is_told_every_thirty_days(
    office: Office, supervisor: Actor, clerk: Actor, receive: Receive, clock: SetClock
) -> None:
    old = receive(date(2026, 10, 20))
    receive(date(2026, 10, 25))
    assert ids(office.workload.overview(supervisor).progress) == [old.id]
    office.cases.step(clerk, old.id, NewStep(CaseStepKind.PROGRESS_TOLD, "알아보고 있습니다"))
    assert office.workload.overview(supervisor).progress == ()
    clock.pass_by(days=30)
    assert old.id in ids(office.workload.overview(supervisor).progress)


def test_a_transfer_that_nobody_takes_over(
    office: Office, supervisor: Actor, clerk: Actor, receive: Receive, clock: SetClock
) -> None:
    case = receive(date(2026, 11, 19))
    moved = NewStep(CaseStepKind.TRANSFERRED, "우리 일이 아님", department_code="D003", transfer=TransferKind.INSIDE)
    office.cases.step(clerk, case.id, moved)
    assert office.workload.overview(supervisor).transfers == ()
    clock.pass_by(hours=5)  # three working hours and lunch
    assert ids(office.workload.overview(supervisor).transfers) == [case.id]
    office.cases.step(clerk, case.id, NewStep(CaseStepKind.TAKEN_OVER))
    assert office.workload.overview(supervisor).transfers == ()


def test_what_the_calendar_has_moved(office: Office, supervisor: Actor, admin: Actor, receive: Receive) -> None:
    case = receive(date(2026, 11, 16))
    office.workload.overview(supervisor)
    office.calendar.add_holiday(admin, date(2026, 11, 23), "임시공휴일")
    found = office.workload.overview(supervisor)
    assert (ids(found.moved), found.counts.moved) == ([case.id], 1)
    assert found.moved[0].moved_from == date(2026, 11, 24)


def test_work_by_department_and_bureau(
    office: Office, supervisor: Actor, clerk: Actor, receive: Receive, answer: Callable[[Case, date], None]
) -> None:
    departments = {each.code: each for each in office.admin.catalogue.departments(_admin(office))}
    bureau_of = {code: each.bureau for code, each in departments.items()}
    neighbour = next(code for code, name in bureau_of.items() if name == bureau_of["D002"] and code != "D002")
    for day in (2, 3, 4, 5, 6):
        answer(receive(date(2026, 11, day)), date(2026, 11, 9))
    waits = receive(date(2026, 11, 18))
    ask = NewStep(CaseStepKind.SUPPLEMENT_ASKED, "사진", until=date(2026, 12, 4))
    office.cases.step(clerk, waits.id, ask)
    receive(date(2026, 11, 10), department=neighbour)
    found = office.workload.overview(supervisor)
    row = next(row for row in found.by_department if row.code == "D002")
    assert (row.name, row.open, row.overdue, row.answered, row.median_days) == (
        departments["D002"].name,
        1,
        0,
        5,
        3.0,  # answered on Monday the 9th: 5, 4, 3, 2 and 1 working days after they came
    )
    assert (row.supplements, row.supplements_per_case) == (1, 1 / 6)
    bureau = next(row for row in found.by_bureau if row.code == departments["D002"].bureau)
    assert (bureau.open, bureau.overdue, bureau.answered) == (2, 1, 5)
    assert {row.code for row in found.by_department} == {"D002", neighbour}


def test_four_answers_are_no_median(
    office: Office, supervisor: Actor, receive: Receive, answer: Callable[[Case, date], None]
) -> None:
    for day in (2, 3, 4, 5):
        answer(receive(date(2026, 11, day)), date(2026, 11, 9))
    (row,) = office.workload.overview(supervisor).by_department
    assert (row.answered, row.median_days) == (4, None)


def test_a_months_sheet(
    office: Office, supervisor: Actor, clerk: Actor, receive: Receive, answer: Callable[[Case, date], None]
) -> None:
    answer(receive(date(2026, 10, 1)), date(2026, 10, 6))  # due 10-14
    answer(receive(date(2026, 10, 2), kind=CaseKind.PROCEDURE_QUESTION), date(2026, 10, 29))  # due 10-14
    answer(receive(date(2026, 9, 28), department="D003"), date(2026, 11, 3))  # was open, and overdue
    receive(date(2026, 10, 30))  # still open, due in November
    receive(date(2026, 11, 3))  # not of that month
    refused = receive(date(2026, 10, 5), department="D003")
    no = NewStep(
        CaseStepKind.ANSWERED, "요건 미달", on=date(2026, 10, 8), result=CaseResult.REFUSED, remedy="60일 안에 이의신청"
    )
    office.cases.step(clerk, refused.id, no)
    office.cases.step(clerk, refused.id, NewStep(CaseStepKind.OBJECTED, "다시 봐 주세요", on=date(2026, 10, 28)))
    found = office.workload.month(supervisor, 2026, 10)
    assert (found.first, found.last, found.printed_by) == (date(2026, 10, 1), date(2026, 10, 31), supervisor.name)
    assert found.total.received == 4
    # The one that was objected to is open again, and has its own ten days.
    assert (found.total.in_time, found.total.late, found.total.objections) == (1, 1, 1)
    assert (found.total.open, found.total.overdue) == (3, 1)
    by_kind = dict(found.by_kind)
    assert by_kind[CaseKind.PROCEDURE_QUESTION] == CheckCounts(received=1, late=1)
    assert sum((counts for _, counts in found.by_department), CheckCounts()) == found.total
    names = {each.code: each.name for each in office.admin.catalogue.departments(_admin(office))}
    assert [name for name, _ in found.by_department] == [names["D002"], names["D003"]]


def test_a_month_that_has_not_begun(office: Office, supervisor: Actor) -> None:
    for month in (12, 13, 0):
        with pytest.raises(BadValue):
            office.workload.month(supervisor, 2026, month)
    assert office.workload.month(supervisor, 2026, 11).total == CheckCounts()


def test_it_is_the_supervisors(office: Office, clerk: Actor, auditor: Actor) -> None:
    for actor in (clerk, auditor):
        with pytest.raises(NotAllowed):
            office.workload.overview(actor)
        with pytest.raises(NotAllowed):
            office.workload.month(actor, 2026, 10)


def test_working_days_between_days() -> None:
    working = WorkingTime(holidays={date(2026, 11, 25): "임시공휴일"})
    days = WorkingDays(working)
    assert days.taken(date(2026, 11, 20), date(2026, 11, 20)) == 0
    assert days.taken(date(2026, 11, 20), date(2026, 11, 23)) == 1
    assert days.taken(date(2026, 11, 20), date(2026, 11, 27)) == 4
    assert days.taken(date(2026, 11, 2), date(2026, 11, 20)) == 14
    assert days.taken(date(2026, 11, 21), date(2026, 11, 22)) == 0


def test_marks_and_months() -> None:
    assert progress_mark(date(2026, 10, 21), date(2026, 11, 19)) is None
    assert progress_mark(date(2026, 10, 21), date(2026, 11, 20)) == date(2026, 11, 20)
    assert progress_mark(date(2026, 9, 1), date(2026, 11, 20)) == date(2026, 10, 31)
    assert month_days(2026, 12) == (date(2026, 12, 1), date(2026, 12, 31))
    assert month_days(2028, 2)[1] == date(2028, 2, 29)
    assert month_before(date(2027, 1, 31)) == date(2026, 12, 1)


def _admin(office: Office) -> Actor:
    return office.accounts.sign_in("admin", "minwon")
