"""Repeated matters and the audit officer, lists and the calendar, letters."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap import Office
from app.config.paths import Home
from app.domain.actors import Actor
from app.domain.case_errors import (
    NotPossibleNow,
    UnknownStep,
)
from app.domain.case_hindrances import Hindrance
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.cases import (
    CaseFilter,
    CaseKind,
    CaseLine,
    CaseOrder,
    CaseResult,
    CaseScope,
)
from app.domain.errors import BadValue, NotAllowed
from app.domain.letters import LetterKind
from tests.support.offices import SetClock
from tests.support.received_cases import Open, actions

Kind = CaseStepKind

# --- repeated matters and the audit officer ---


def test_a_second_grievance_is_the_audit_officers(
    office: Office, home: Home, clerk: Actor, supervisor: Actor, auditor: Actor, receive: Open
) -> None:
    first = receive(CaseKind.GRIEVANCE, "골목 소음")
    assert receive(CaseKind.SUGGESTION, "골목 소음", matter_id=first.id).to_auditor is False
    second = receive(CaseKind.GRIEVANCE, "골목 소음 그대로", matter_id=first.number)
    assert (second.to_auditor, second.matter_id) == (True, first.id)
    for actor in (clerk, supervisor):
        view = office.cases.show(actor, second.number)
        assert (view.sealed, view.case.title, view.case.name, view.line.title) == (True, "", "", "")
        assert (view.case.number, view.line.masked_name, view.possible) == (second.number, "", frozenset())
        with pytest.raises(NotAllowed):
            office.cases.step(actor, second.id, NewStep(Kind.NOTED, text="메모"))
        with pytest.raises(NotAllowed):
            office.cases.letter(actor, second.id, LetterKind.RESULT)
        assert office.cases.list(actor, CaseFilter(CaseScope.ALL, text="그대로")).lines == ()
    assert "see_case" not in actions(home, second.id)
    with pytest.raises(NotAllowed):
        office.cases.show(auditor, first.id)
    assert [line.id for line in office.cases.list(auditor, CaseFilter(CaseScope.ALL)).lines] == [second.id]
    assert office.cases.step(auditor, second.id, NewStep(Kind.TAKEN_OVER)).case.title == "골목 소음 그대로"
    receipt = office.cases.letter(clerk, second.id, LetterKind.RECEIPT)
    assert (receipt.case.name, receipt.case.text) == ("홍길동", "")


def test_linking_says_that_it_is_the_same_matter(office: Office, clerk: Actor, receive: Open) -> None:
    first, second, third = (receive(CaseKind.GRIEVANCE, f"소음 {n}") for n in range(3))
    office.cases.link(clerk, third.id, second.id)
    assert office.cases.show(clerk, third.id).sealed
    view = office.cases.link(clerk, second.id, first.number)
    assert (view.case.matter_id, view.sealed, len(view.same_matter)) == (first.id, True, 2)
    assert office.cases.show(clerk, first.id).sealed is False
    assert [office.cases.show(clerk, each.id).case.matter_id for each in (second, third)] == [first.id] * 2
    with pytest.raises(NotPossibleNow) as itself:
        office.cases.link(clerk, first.id, first.id)
    assert (itself.value.step, itself.value.why) == ("link", Hindrance.SAME_CASE.value)


def test_the_third_time_after_two_answers_it_may_be_closed(
    office: Office, clerk: Actor, receive: Open, clock: SetClock
) -> None:
    earlier = ""
    for time in range(3):
        case = receive(CaseKind.SUGGESTION, "벤치를 놓아 주세요", matter_id=earlier or None)
        earlier = case.id
        view = office.cases.show(clerk, case.id)
        assert (view.submissions, view.notices) == (time + 1, time)
        assert (Kind.REPEAT_CLOSED in view.possible) is (time == 2)
        if time < 2:
            office.cases.step(clerk, case.id, NewStep(Kind.ANSWERED, text="안 됩니다", result=CaseResult.DONE))
        clock.pass_by(days=1)
    with pytest.raises(NotPossibleNow) as caught:
        office.cases.step(clerk, earlier, NewStep(Kind.REPEAT_CLOSED))
    assert caught.value.why == Hindrance.REASON_NEEDED
    view = office.cases.step(clerk, earlier, NewStep(Kind.REPEAT_CLOSED, text="같은 내용"))
    assert view.line.result is CaseResult.REPEATED


# --- lists and the calendar ---


def test_a_holiday_moves_open_cases_visibly(
    office: Office, clerk: Actor, supervisor: Actor, admin: Actor, receive: Open
) -> None:
    moving, hours, done = receive(CaseKind.GRIEVANCE), receive(), receive()
    office.cases.step(clerk, done.id, NewStep(Kind.CLOSED))
    assert office.cases.show(clerk, moving.id).line.due_day == date(2026, 11, 30)
    office.calendar.add_holiday(admin, date(2026, 11, 24), "임시공휴일")
    [line] = office.cases.moved(clerk)
    assert (line.id, line.due_day, line.moved_from) == (moving.id, date(2026, 12, 1), date(2026, 11, 30))
    view = office.cases.show(clerk, moving.id)
    assert view.due is not None
    assert "임시공휴일" in [skipped.name for skipped in view.due.skipped]
    office.calendar.add_holiday(admin, date(2026, 11, 25), "임시공휴일")
    assert [each.moved_from for each in office.cases.moved(supervisor)] == [date(2026, 11, 30)]
    office.cases.step(clerk, moving.id, NewStep(Kind.EXTENDED, text="바쁨", period="3d"))
    assert office.cases.moved(clerk) == ()
    assert office.cases.show(clerk, hours.id).line.due_clock == "14:00"


def test_lists_are_read_a_page_at_a_time(office: Office, clerk: Actor, receive: Open, clock: SetClock) -> None:
    cases = []
    for number in range(7):
        kind = (CaseKind.GRIEVANCE, CaseKind.PRAISE, CaseKind.OTHER)[number % 3]
        cases.append(receive(kind, f"민원 {number}"))
        clock.pass_by(minutes=1)
    for wanted in (
        CaseFilter(),
        CaseFilter(order=CaseOrder.NEWEST),
        CaseFilter(CaseScope.ALL),
        CaseFilter(kind=CaseKind.OTHER),
    ):
        whole = office.cases.list(clerk, wanted).lines
        paged: list[CaseLine] = []
        after = ""
        while True:
            page = office.cases.list(clerk, wanted, after, 2)
            paged += page.lines
            after = page.more
            if not after:
                break
        assert tuple(paged) == whole
    urgent = office.cases.list(clerk, CaseFilter()).lines
    assert [line.due_day for line in urgent[-2:]] == [None, None]
    newest = office.cases.list(clerk, CaseFilter(CaseScope.ALL)).lines
    assert [line.id for line in newest] == [case.id for case in reversed(cases)]
    for wrong in ("x", "[]", '["2026-11-20"]', '["never", "x"]'):
        with pytest.raises(BadValue):
            office.cases.list(clerk, CaseFilter(order=CaseOrder.NEWEST), wrong)


def test_scopes_show_what_is_due(office: Office, clerk: Actor, receive: Open, clock: SetClock) -> None:
    simple = receive()  # due at 14:00
    grievance = receive(CaseKind.GRIEVANCE)
    waiting = receive(CaseKind.GRIEVANCE, "보완")
    office.cases.step(clerk, waiting.id, NewStep(Kind.SUPPLEMENT_ASKED, text="사진", until=date(2026, 11, 23)))
    office.cases.step(clerk, grievance.id, NewStep(Kind.TAKEN_OVER))

    def ids(scope: CaseScope) -> list[str]:
        return [line.id for line in office.cases.list(clerk, CaseFilter(scope)).lines]

    assert ids(CaseScope.TODAY) == ids(CaseScope.WEEK) == [simple.id]
    assert (ids(CaseScope.OVERDUE), ids(CaseScope.MINE)) == ([], [grievance.id])
    clock.pass_by(hours=5)
    assert ids(CaseScope.OVERDUE) == [simple.id]
    office.cases.step(clerk, simple.id, NewStep(Kind.CLOSED))
    assert ids(CaseScope.CLOSED) == [simple.id]
    clock.pass_by(days=30)
    assert ids(CaseScope.OVERDUE) == [grievance.id], "the citizen is waited for, and that stops the clock"
    assert office.cases.counts(clerk)[CaseScope.OPEN] == 2
    first = CaseFilter(CaseScope.ALL, first=date(2026, 11, 21))
    assert office.cases.list(clerk, first).lines == ()


# --- letters ---


def test_letters_say_what_their_step_says(office: Office, clerk: Actor, receive: Open, home: Home) -> None:
    case = receive(CaseKind.PERMIT, period="7d")
    for kind in LetterKind:
        if kind is not LetterKind.RECEIPT:
            with pytest.raises(NotPossibleNow):
                office.cases.letter(clerk, case.id, kind)
    receipt = office.cases.letter(clerk, case.id, LetterKind.RECEIPT)
    assert (receipt.receiver, receipt.due_day, receipt.office) == ("홍길동", date(2026, 11, 30), "한빛구")
    office.cases.step(clerk, case.id, NewStep(Kind.EXTENDED, text="협의 중", period="2d"))
    extension = office.cases.letter(clerk, case.id, LetterKind.EXTENSION)
    assert (extension.due_before, extension.due_day, extension.step_text) == (
        date(2026, 11, 30),
        date(2026, 12, 2),
        "협의 중",
    )
    office.cases.step(clerk, case.id, NewStep(Kind.SUPPLEMENT_ASKED, text="도면", until=date(2026, 11, 27)))
    assert office.cases.letter(clerk, case.id, LetterKind.SUPPLEMENT).until == date(2026, 11, 27)
    office.cases.step(clerk, case.id, NewStep(Kind.SUPPLEMENT_ARRIVED))
    refusal = NewStep(Kind.ANSWERED, text="요건이 안 됩니다", result=CaseResult.REFUSED, remedy="이의신청")
    answered = office.cases.step(clerk, case.id, refusal).steps[-1]
    office.cases.step(clerk, case.id, NewStep(Kind.CLOSED))
    result = office.cases.letter(clerk, case.id, LetterKind.RESULT)
    assert (result.result, result.remedy, result.step_text) == (CaseResult.REFUSED, "이의신청", "요건이 안 됩니다")
    assert result.object_until == date(2027, 1, 19)
    assert "민원처리법 제27조" in result.articles
    assert office.cases.letter(clerk, case.id, LetterKind.RESULT, answered.id).step_text == "요건이 안 됩니다"
    with pytest.raises(UnknownStep):
        office.cases.letter(clerk, case.id, LetterKind.RESULT, "nothing")
    assert actions(home, case.id).count("print_letter") == 5


@pytest.mark.parametrize("kind", [kind for kind in CaseKind if kind is not CaseKind.PRAISE])
def test_the_right_to_object_is_named_to_statutory_petitions_only(
    office: Office, clerk: Actor, receive: Open, kind: CaseKind
) -> None:
    legal = kind.value.startswith("L-")
    case = receive(kind, period="7d" if legal else "")
    told = NewStep(
        Kind.ANSWERED, text="안 됩니다", result=CaseResult.REFUSED, remedy="담당 부서에 물어보실 수 있습니다"
    )
    office.cases.step(clerk, case.id, told)
    letter = office.cases.letter(clerk, case.id, LetterKind.RESULT)
    assert (letter.result, letter.object_until is not None) == (CaseResult.REFUSED, legal)
    assert ("민원처리법 제35조" in letter.articles) == legal


def test_a_reminder_goes_to_the_department(
    office: Office, clerk: Actor, supervisor: Actor, receive: Open, clock: SetClock
) -> None:
    case = receive()
    clock.pass_by(days=3)
    with pytest.raises(NotAllowed):
        office.cases.step(clerk, case.id, NewStep(Kind.REMINDED))
    assert Kind.REMINDED not in office.cases.show(clerk, case.id).possible
    office.cases.step(supervisor, case.id, NewStep(Kind.REMINDED))
    assert office.cases.letter(clerk, case.id, LetterKind.REMINDER).receiver == "감사담당관"
