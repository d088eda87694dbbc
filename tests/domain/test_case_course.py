"""Where a case stands after its steps, and what the act allows next; each test names its rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest

from app.domain.case_course import course_of
from app.domain.case_errors import (
    BadPeriod,
    BeforeItBegan,
    CaseAlreadyEnded,
    ExtensionDoesNotFit,
    InTheFuture,
    NotPossibleNow,
)
from app.domain.case_hindrances import Hindrance
from app.domain.case_rules import due_of_case, hindrances, may_close_as_repeated, objection_until
from app.domain.case_steps import CaseStepKind
from app.domain.cases import CaseKind, CaseResult, CaseStatus
from app.domain.due import PauseWhy
from app.domain.guidance import TransferKind
from tests.support.cases import RECEIVED, SEOUL, WORKING, Casebook, a_case, a_step

Kind = CaseStepKind
MONDAY = RECEIVED.date()


def day(after: int) -> date:
    """A day after the Monday of receipt."""
    return MONDAY + timedelta(days=after)


def refused(book: Casebook, kind: CaseStepKind, **said: Any) -> Hindrance:
    """Why a step is not possible."""
    with pytest.raises(NotPossibleNow) as caught:
        book.take(kind, **said)
    return Hindrance(caught.value.why)


# --- the way of a case ---


def test_a_case_is_received_taken_over_answered_and_closed() -> None:
    book = Casebook()
    assert book.standing.course.status is CaseStatus.RECEIVED
    book.take(Kind.TAKEN_OVER)
    assert (book.standing.course.status, book.standing.course.owner) == (CaseStatus.HANDLING, "clerk1")
    book.after(1).answer()
    course = book.standing.course
    assert (course.status, course.answered_on, course.ended_on) == (CaseStatus.ANSWERED, day(1), None)
    book.after(3).take(Kind.CLOSED)
    course = book.standing.course
    assert (course.status, course.answered_on, course.ended_on) == (CaseStatus.CLOSED, day(1), day(3))
    assert (course.result, course.ended_by) == (CaseResult.DONE, "clerk1")


def test_no_case_is_closed_before_the_citizen_was_told() -> None:
    """법 27조; a simple question by word of mouth is told while it is closed."""
    assert refused(Casebook(), Kind.CLOSED) is Hindrance.NOT_ANSWERED
    simple = Casebook(CaseKind.OTHER)
    simple.take(Kind.CLOSED)
    assert simple.standing.course.answered_on == MONDAY
    assert simple.standing.course.result is CaseResult.DONE


def test_what_was_closed_is_not_closed_again() -> None:
    book = Casebook(CaseKind.OTHER)
    book.take(Kind.CLOSED, by="clerk2")
    with pytest.raises(CaseAlreadyEnded) as caught:
        book.take(Kind.CLOSED)
    assert (caught.value.by, caught.value.on) == ("clerk2", MONDAY)
    book.take(Kind.NOTED)


def test_whoever_has_it_need_not_take_it_over() -> None:
    book = Casebook()
    book.take(Kind.TAKEN_OVER)
    assert refused(book, Kind.TAKEN_OVER) is Hindrance.YOURS_ALREADY
    book.take(Kind.TAKEN_OVER, by="clerk2")
    assert book.standing.course.owner == "clerk2"
    assert hindrances(book.standing, "clerk2")[Kind.TAKEN_OVER] is Hindrance.YOURS_ALREADY
    assert Kind.TAKEN_OVER not in hindrances(book.standing, "clerk1")


# --- refusals (법 27조 2항) and objections (법 35조) ---


def test_a_refusal_says_why_and_what_can_be_done() -> None:
    book = Casebook()
    said = {"result": CaseResult.REFUSED}
    assert refused(book, Kind.ANSWERED, text="", **said) is Hindrance.REASON_NEEDED
    assert refused(book, Kind.ANSWERED, **said) is Hindrance.REMEDY_NEEDED
    book.answer(CaseResult.REFUSED, "60일 안에 이의신청")
    assert book.standing.course.result is CaseResult.REFUSED


@pytest.mark.parametrize(
    "result", [CaseResult.RETURNED, CaseResult.WITHDRAWN, CaseResult.PASSED_ON, CaseResult.REPEATED, CaseResult.THANKED]
)
def test_an_answer_has_a_result_that_answers(result: CaseResult) -> None:
    assert refused(Casebook(), Kind.ANSWERED, result=result) is Hindrance.RESULT_NOT_FITTING
    assert refused(Casebook(), Kind.ANSWERED) is Hindrance.RESULT_NEEDED


def test_an_objection_comes_within_sixty_days_of_a_refusal() -> None:
    book = Casebook(CaseKind.PERMIT, period="7d")
    book.answer(CaseResult.REFUSED, "이의신청")
    book.take(Kind.CLOSED)
    last = objection_until(WORKING, MONDAY)
    assert last == date(2027, 1, 1)  # sixty days of the calendar, the first not counted
    assert refused(book.on(last + timedelta(days=1)), Kind.OBJECTED) is Hindrance.OBJECTION_TOO_LATE
    book.on(last).take(Kind.OBJECTED)
    course = book.standing.course
    assert (course.status, course.ended_on, course.answered_on) == (CaseStatus.HANDLING, None, None)
    assert book.standing.due is not None
    assert book.standing.due.day == date(2027, 1, 11)


def test_the_time_for_deciding_an_objection_is_extended_once_by_ten_days() -> None:
    book = Casebook(CaseKind.PERMIT, period="7d")
    assert refused(book, Kind.OBJECTED) is Hindrance.NOT_REFUSED
    book.answer(CaseResult.REFUSED, "이의신청")
    book.take(Kind.OBJECTED)
    assert refused(book, Kind.EXTENDED, period="11d") is Hindrance.EXTENSION_TOO_LONG
    book.take(Kind.EXTENDED, period="10d")
    assert book.standing.due is not None
    assert book.standing.due.day == day(21)  # twenty days are over on a Sunday
    assert refused(book, Kind.EXTENDED, period="1d") is Hindrance.EXTENDED_ALREADY
    assert refused(book, Kind.OBJECTED) is Hindrance.OBJECTED_ALREADY
    book.answer(CaseResult.REFUSED, "행정심판")
    assert refused(book, Kind.OBJECTED) is Hindrance.OBJECTED_ALREADY


# --- supplements (법 22조, 영 24·25조) ---


def test_the_clock_stands_from_asking_to_arrival() -> None:
    """The worked case: seven days from the 9th, asked on the 11th, arrived on the 16th: due on the 23rd."""
    book = Casebook(received=datetime(2026, 11, 9, 10, 0, tzinfo=SEOUL)).on(date(2026, 11, 11))
    book.take(Kind.SUPPLEMENT_ASKED, until=date(2026, 11, 18))
    assert book.standing.course.status is CaseStatus.SUPPLEMENT
    book.on(date(2026, 11, 16)).take(Kind.SUPPLEMENT_ARRIVED)
    [pause] = book.standing.course.pauses
    assert (pause.first, pause.last, pause.why) == (date(2026, 11, 11), date(2026, 11, 16), PauseWhy.SUPPLEMENT)
    assert book.standing.due is not None
    assert book.standing.due.day == date(2026, 11, 23)
    assert book.standing.course.supplements == 1


def test_while_it_stands_the_deadline_is_that_of_the_last_day() -> None:
    book = Casebook()
    book.take(Kind.SUPPLEMENT_ASKED, until=day(7))
    waiting = book.standing.due
    book.after(7).take(Kind.SUPPLEMENT_ARRIVED)
    assert waiting is not None
    assert book.standing.due is not None
    assert book.standing.due.day == waiting.day


def test_the_whole_way_of_a_supplement_that_never_comes() -> None:
    """Asked once, prolonged twice, asked again for ten days, then returned (반려)."""
    book = Casebook()
    assert refused(book, Kind.SUPPLEMENT_ASKED) is Hindrance.UNTIL_NEEDED
    assert refused(book, Kind.SUPPLEMENT_ASKED, text="", until=day(7)) is Hindrance.TEXT_NEEDED
    assert refused(book, Kind.SUPPLEMENT_ASKED, until=day(-1)) is Hindrance.UNTIL_TOO_EARLY
    book.take(Kind.SUPPLEMENT_ASKED, until=day(7))
    assert refused(book, Kind.SUPPLEMENT_ASKED, until=day(9)) is Hindrance.SUPPLEMENT_RUNS
    assert refused(book, Kind.SUPPLEMENT_PROLONGED, until=day(7)) is Hindrance.UNTIL_TOO_EARLY
    book.after(6).take(Kind.SUPPLEMENT_PROLONGED, until=day(14))
    book.after(13).take(Kind.SUPPLEMENT_PROLONGED, until=day(21))
    assert refused(book, Kind.SUPPLEMENT_PROLONGED, until=day(28)) is Hindrance.PROLONGED_TWICE
    assert refused(book.after(21), Kind.SUPPLEMENT_ASKED, until=day(28)) is Hindrance.SUPPLEMENT_RUNS
    assert refused(book.after(22), Kind.RETURNED) is Hindrance.RETURN_TOO_EARLY
    assert refused(book, Kind.SUPPLEMENT_ASKED, until=day(33)) is Hindrance.SECOND_TEN_DAYS
    book.take(Kind.SUPPLEMENT_ASKED, until=day(32))
    assert refused(book.after(23), Kind.SUPPLEMENT_PROLONGED, until=day(40)) is Hindrance.SECOND_NOT_PROLONGED
    assert refused(book.after(32), Kind.RETURNED) is Hindrance.RETURN_TOO_EARLY
    assert refused(book.after(33), Kind.RETURNED, text="") is Hindrance.REASON_NEEDED
    assert refused(book, Kind.SUPPLEMENT_ASKED, until=day(40)) is Hindrance.NO_THIRD_SUPPLEMENT
    book.take(Kind.RETURNED)
    course = book.standing.course
    assert (course.status, course.result, course.supplements) == (CaseStatus.CLOSED, CaseResult.RETURNED, 2)
    [pause] = course.pauses
    assert (pause.first, pause.last) == (MONDAY, day(33))


def test_after_something_came_it_can_be_asked_for_once_more() -> None:
    book = Casebook()
    book.take(Kind.SUPPLEMENT_ASKED, until=day(7))
    book.after(2).take(Kind.SUPPLEMENT_ARRIVED)
    book.take(Kind.SUPPLEMENT_ASKED, until=day(10))
    assert book.standing.course.supplements == 2
    book.after(4).take(Kind.SUPPLEMENT_ARRIVED)
    assert refused(book, Kind.SUPPLEMENT_ASKED, until=day(10)) is Hindrance.NO_THIRD_SUPPLEMENT


def test_nothing_is_answered_while_something_is_waited_for() -> None:
    book = Casebook()
    book.take(Kind.SUPPLEMENT_ASKED, until=day(7))
    for kind in (Kind.ANSWERED, Kind.TRANSFERRED, Kind.PASSED_ON, Kind.CLOSED, Kind.SURVEY_BEGUN):
        assert refused(book, kind) is Hindrance.WAITS_FOR_SUPPLEMENT
    assert refused(Casebook(), Kind.SUPPLEMENT_ARRIVED) is Hindrance.NO_SUPPLEMENT_ASKED
    book.take(Kind.WITHDRAWN)
    assert book.standing.course.result is CaseResult.WITHDRAWN


# --- extensions (영 21조) ---


def test_an_extension_is_no_longer_than_the_period_and_comes_within_it() -> None:
    book = Casebook()
    assert refused(book, Kind.EXTENDED, period="7d", text="") is Hindrance.REASON_NEEDED
    assert refused(book, Kind.EXTENDED, period="8d") is Hindrance.EXTENSION_TOO_LONG
    with pytest.raises(ExtensionDoesNotFit):
        book.take(Kind.EXTENDED, period="1w")
    with pytest.raises(BadPeriod):
        book.take(Kind.EXTENDED, period="0d")
    due = book.standing.due
    assert due is not None
    assert refused(book.on(due.day + timedelta(days=1)), Kind.EXTENDED, period="7d") is Hindrance.EXTENSION_TOO_LATE
    book.on(due.day).take(Kind.EXTENDED, period="7d")
    assert book.standing.due is not None
    assert book.standing.due.day == date(2026, 11, 19)


def test_a_second_extension_needs_consent_and_there_is_no_third() -> None:
    book = Casebook()
    book.take(Kind.EXTENDED, period="3d")
    assert refused(book, Kind.EXTENDED, period="3d") is Hindrance.CONSENT_NEEDED
    book.take(Kind.EXTENDED, period="3d", consent=True)
    assert refused(book, Kind.EXTENDED, period="1d", consent=True) is Hindrance.EXTENDED_ALREADY
    assert [str(each) for each in book.standing.course.extensions] == ["3d", "3d"]
    assert refused(Casebook(CaseKind.PRAISE), Kind.EXTENDED, period="1d") is Hindrance.NO_DEADLINE


def test_hours_are_extended_by_hours() -> None:
    book = Casebook(CaseKind.OTHER, received=datetime(2026, 11, 2, 14, 0, tzinfo=SEOUL))
    book.take(Kind.EXTENDED, period="3h")
    assert book.standing.due is not None
    assert (book.standing.due.day, book.standing.due.clock) == (day(1), "11:00")
    assert refused(book, Kind.EXTENDED, period="4h", consent=True) is Hindrance.EXTENSION_TOO_LONG


# --- field surveys (영 17조) ---


def test_a_field_survey_stops_the_clock_of_grievances_for_fourteen_days() -> None:
    assert refused(Casebook(CaseKind.SUGGESTION), Kind.SURVEY_BEGUN) is Hindrance.SURVEY_OF_GRIEVANCES_ONLY
    book = Casebook()
    assert refused(book, Kind.SURVEY_BEGUN, until=day(14)) is Hindrance.SURVEY_TOO_LONG
    book.take(Kind.SURVEY_BEGUN, until=day(13))  # the day it begins is the first of fourteen
    assert book.standing.course.status is CaseStatus.SURVEY
    assert refused(book, Kind.ANSWERED) is Hindrance.SURVEY_RUNS
    book.after(9).take(Kind.SURVEY_ENDED)
    [pause] = book.standing.course.pauses
    assert (pause.first, pause.last, pause.why) == (MONDAY, day(9), PauseWhy.SURVEY)
    assert refused(book, Kind.SURVEY_BEGUN) is Hindrance.SURVEYED_ALREADY
    assert refused(book, Kind.SURVEY_ENDED) is Hindrance.NO_SURVEY


def test_it_is_prolonged_once_and_what_takes_longer_counts() -> None:
    book = Casebook()
    book.take(Kind.SURVEY_BEGUN)
    book.after(13).take(Kind.SURVEY_BEGUN)
    assert book.standing.course.survey is not None
    assert book.standing.course.survey.until == day(20)
    assert refused(book, Kind.SURVEY_BEGUN) is Hindrance.SURVEY_PROLONGED_ALREADY
    book.after(30).take(Kind.SURVEY_ENDED)
    [pause] = book.standing.course.pauses
    assert pause.last == day(20)


# --- transfers (법 16조, 영 13조) ---


def test_a_transfer_has_a_clock_of_its_own_until_it_is_taken_over() -> None:
    book = Casebook()
    assert refused(book, Kind.TRANSFERRED) is Hindrance.DEPARTMENT_NEEDED
    assert refused(book, Kind.TRANSFERRED, department_code="D001") is Hindrance.SAME_DEPARTMENT
    book.take(Kind.TRANSFERRED, department_code="D002", transfer=TransferKind.TO_HANDLING)
    running = book.standing.course.transfer
    assert running is not None
    assert running.due == datetime(2026, 11, 2, 16, 0, tzinfo=SEOUL)
    book.take(Kind.TRANSFERRED, department_code="D003")
    course = book.standing.course
    assert course.transfer is not None
    assert course.transfer.due == datetime(2026, 11, 2, 18, 0, tzinfo=SEOUL)
    assert (course.status, course.department_code, course.owner) == (CaseStatus.TRANSFERRED, "D003", "")
    book.take(Kind.TAKEN_OVER)
    assert (book.standing.course.transfer, book.standing.course.status) == (None, CaseStatus.HANDLING)


def test_undoing_the_first_transfer_brings_it_back() -> None:
    book = Casebook(department_code="D002")  # the case itself names where it is now
    book.steps.append(
        a_step(1, Kind.TRANSFERRED, MONDAY, department_code="D002", transfer="inside", from_department="D001")
    )
    assert book.standing.course.department_code == "D002"
    book.take(Kind.UNDONE, of="step1")
    assert book.standing.course.department_code == "D001"


def test_passing_it_on_ends_it_here() -> None:
    book = Casebook()
    assert refused(book, Kind.PASSED_ON, text="") is Hindrance.TEXT_NEEDED
    book.take(Kind.PASSED_ON)
    assert (book.standing.course.status, book.standing.course.result) == (CaseStatus.CLOSED, CaseResult.PASSED_ON)
    assert book.standing.course.answered_on is None


# --- reminders (법 25조), progress (영 23조), repeated matters (법 23조) ---


def test_a_reminder_is_for_what_is_overdue() -> None:
    book = Casebook()
    due = book.standing.due
    assert due is not None
    assert refused(book.on(due.day), Kind.REMINDED) is Hindrance.NOT_OVERDUE
    assert hindrances(book.standing, "supervisor1")[Kind.REMINDED] is Hindrance.NOT_OVERDUE
    book.on(due.day + timedelta(days=1)).take(Kind.REMINDED)
    assert book.standing.course.reminded == (due.day + timedelta(days=1),)


@pytest.mark.parametrize(
    ("submissions", "notices", "may"), [(3, 2, True), (5, 4, True), (2, 2, False), (3, 1, False), (1, 0, False)]
)
def test_a_matter_is_repeated_from_the_third_time_on_after_two_answers(
    submissions: int, notices: int, may: bool
) -> None:
    assert may_close_as_repeated(submissions, notices) is may
    book = Casebook()
    book.more = {"submissions": submissions, "notices": notices}
    if may:
        book.take(Kind.REPEAT_CLOSED)
        assert book.standing.course.result is CaseResult.REPEATED
    else:
        assert refused(book, Kind.REPEAT_CLOSED) is Hindrance.NOT_REPEATED_ENOUGH


def test_what_the_acts_give_a_right_to_is_never_closed_as_repeated() -> None:
    book = Casebook(CaseKind.PERMIT, period="7d")
    book.more = {"submissions": 9, "notices": 9}
    assert refused(book, Kind.REPEAT_CLOSED) is Hindrance.NOT_OF_LEGAL_KINDS


# --- days ---


def test_days_lie_between_the_receipt_and_today() -> None:
    book = Casebook().after(3)
    with pytest.raises(BeforeItBegan):
        book.take(Kind.TAKEN_OVER, on=day(-1))
    with pytest.raises(InTheFuture):
        book.take(Kind.TAKEN_OVER, on=day(4))
    book.take(Kind.TAKEN_OVER, on=day(0))


def test_done_on_the_seventh_closed_on_the_tenth() -> None:
    book = Casebook().after(8)
    answered = book.answer()
    closed = book.take(Kind.CLOSED)
    book.take(Kind.CORRECTED, of=answered.id, on=day(5))
    book.take(Kind.CORRECTED, of=closed.id, on=day(6))
    course = book.standing.course
    assert (course.answered_on, course.ended_on) == (day(5), day(6))
    again = book.take(Kind.CORRECTED, of=closed.id, on=day(7))
    assert book.standing.course.ended_on == day(7)
    book.take(Kind.UNDONE, of=again.id)
    assert book.standing.course.ended_on == day(6)
    with pytest.raises(BeforeItBegan):
        book.take(Kind.CORRECTED, of=closed.id, on=day(-1))
    assert refused(book, Kind.CORRECTED, of=again.id) is Hindrance.UNDONE_ALREADY


# --- undoing ---


def test_undoing_makes_as_if_it_had_not_been_done() -> None:
    book = Casebook()
    book.take(Kind.TAKEN_OVER)
    before = book.standing.course
    answered = book.answer()
    closed = book.take(Kind.CLOSED)
    assert refused(book, Kind.UNDONE, of=answered.id) is Hindrance.OTHERS_REST_ON_IT
    undone = book.take(Kind.UNDONE, of=closed.id)
    assert book.standing.course.status is CaseStatus.ANSWERED
    book.take(Kind.UNDONE, of=answered.id)
    after = book.standing.course
    assert after.undone == {closed.id, answered.id}
    assert replace(after, undone=frozenset()) == before
    assert refused(book, Kind.UNDONE, of=answered.id) is Hindrance.UNDONE_ALREADY
    assert refused(book, Kind.UNDONE, of=undone.id) is Hindrance.NOT_TO_BE_UNDONE
    assert refused(book, Kind.UNDONE, of="nothing") is Hindrance.NO_SUCH_STEP


# --- steps of counters that knew nothing of each other ---


def test_two_closings_at_once_close_it_once() -> None:
    case = a_case(CaseKind.OTHER)
    first = a_step(1, Kind.CLOSED, MONDAY, by="clerk1")
    second = a_step(2, Kind.CLOSED, day(1), by="clerk2")
    course = course_of(case, [second, first], WORKING)
    assert (course.ended_by, course.ended_on, course.unfit) == ("clerk1", MONDAY, frozenset({"step2"}))


def test_the_order_they_are_given_in_makes_no_difference() -> None:
    case = a_case()
    steps = [
        a_step(1, Kind.TAKEN_OVER, MONDAY, by="clerk2"),
        a_step(2, Kind.SUPPLEMENT_ASKED, day(1), until=day(8).isoformat()),
        a_step(3, Kind.ANSWERED, day(1), result="done"),
        replace(a_step(4, Kind.SUPPLEMENT_ARRIVED, day(2)), place=None),
    ]
    courses = [course_of(case, given, WORKING) for given in permutations(steps)]
    assert courses.count(courses[0]) == len(courses)
    assert (courses[0].status, courses[0].unfit) == (CaseStatus.HANDLING, frozenset({"step3"}))


@pytest.mark.parametrize(
    "detail", [{"until": "soon"}, {"until": 7}, {"until": None}, {"period": []}, {"result": "wonderful"}, {}]
)
@pytest.mark.parametrize("kind", [Kind.SUPPLEMENT_ASKED, Kind.EXTENDED, Kind.ANSWERED, Kind.TRANSFERRED])
def test_what_no_program_here_understands_changes_nothing(kind: CaseStepKind, detail: dict[str, Any]) -> None:
    strange = replace(a_step(1, kind, MONDAY), detail=detail)
    course = course_of(a_case(), [strange], WORKING)
    assert course.unfit == {"step1"}
    assert course.status is CaseStatus.RECEIVED


# --- deadlines ---


@pytest.mark.parametrize(
    ("kind", "service_period", "due"),
    [
        (CaseKind.GRIEVANCE, "", date(2026, 11, 10)),
        (CaseKind.LAW_QUESTION, "", date(2026, 11, 19)),
        (CaseKind.PERMIT, "1m", date(2026, 12, 1)),
        (CaseKind.GRIEVANCE, "1m", date(2026, 11, 10)),
        (CaseKind.CERTIFICATE, "", MONDAY),
        (CaseKind.PRAISE, "", None),
        (CaseKind.PERMIT, "", None),
    ],
)
def test_the_kind_decides_the_period_of_what_the_acts_leave_open_the_service(
    kind: CaseKind, service_period: str, due: date | None
) -> None:
    case = a_case(kind)
    found = due_of_case(case, course_of(case, [], WORKING), WORKING, service_period)
    assert (found.day if found else None) == due


def test_a_new_holiday_makes_no_step_unfit() -> None:
    book = Casebook()
    book.take(Kind.SURVEY_BEGUN)
    book.after(9).take(Kind.SURVEY_ENDED)
    book.take(Kind.EXTENDED, period="7d")
    closed = replace(WORKING, holidays={day(n): "임시공휴일" for n in range(20)})
    assert course_of(book.case, book.steps, closed).unfit == frozenset()
