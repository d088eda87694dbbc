"""What became of cases in the second thought: whose a grievance is, what a kind brings with it, what goes together."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap import Office
from app.config.paths import Home
from app.domain.actors import Actor
from app.domain.cards import NewCard, Side
from app.domain.case_errors import NotPossibleNow
from app.domain.case_hindrances import Hindrance
from app.domain.case_steps import CaseStepKind as Kind
from app.domain.case_steps import NewStep
from app.domain.case_views import CaseChange
from app.domain.cases import Case, CaseKind, NewCase
from app.domain.errors import NotAllowed
from tests.support.offices import PASSWORD, SetClock, stored
from tests.support.received_cases import Open, actions


def _grievance(receive: Open, **more: object) -> Case:
    return receive(CaseKind.GRIEVANCE, **more)


def test_a_second_grievance_is_the_auditors_whichever_of_the_two_is_linked(
    office: Office, clerk: Actor, clock: SetClock, receive: Open
) -> None:
    older = _grievance(receive)
    clock.pass_by(hours=1)
    newer = _grievance(receive)
    office.cases.link(clerk, older.id, newer.id)
    assert not office.cases.show(clerk, older.id).case.to_auditor
    assert office.cases.show(clerk, newer.id).sealed


def test_what_was_linked_by_mistake_is_taken_out_again(
    office: Office, home: Home, clerk: Actor, clock: SetClock, receive: Open
) -> None:
    cases: list[Case] = []
    for _ in range(3):
        cases.append(receive(CaseKind.SUGGESTION, matter_id=cases[0].id if cases else None))
        clock.pass_by(hours=1)
    first, second, third = cases
    view = office.cases.unlink(clerk, second.id)
    assert (view.case.matter_id, view.submissions, view.same_matter) == (second.id, 1, ())
    assert office.cases.show(clerk, third.id).submissions == 2
    office.cases.unlink(clerk, first.id)  # the others would be counted from it
    assert office.cases.show(clerk, third.id).case.matter_id == third.id
    with pytest.raises(NotPossibleNow) as alone:
        office.cases.unlink(clerk, third.id)
    assert alone.value.why == Hindrance.NOT_LINKED
    assert actions(home, second.id).count("unlink_case") == 1


def test_only_the_audit_officer_takes_a_second_grievance_out_of_its_matter(
    office: Office, home: Home, clerk: Actor, auditor: Actor, receive: Open
) -> None:
    first = _grievance(receive)
    second = _grievance(receive, matter_id=first.id)
    with pytest.raises(NotAllowed):
        office.cases.unlink(clerk, second.id)
    with pytest.raises(NotPossibleNow) as rests:
        office.cases.unlink(clerk, first.id)
    assert rests.value.why == Hindrance.LINKED_WITH_AUDITORS
    view = office.cases.unlink(auditor, second.id)
    assert (view.case.to_auditor, view.case.matter_id) == (False, second.id)
    assert not office.cases.show(clerk, second.id).sealed
    with pytest.raises(NotAllowed):
        office.cases.show(auditor, second.id)
    office.cases.link(clerk, second.id, first.id)
    assert office.cases.show(clerk, second.id).sealed


def test_what_turns_out_to_be_a_grievance_makes_the_later_one_the_second(
    office: Office, clerk: Actor, clock: SetClock, receive: Open
) -> None:
    first = receive(CaseKind.SUGGESTION)
    clock.pass_by(hours=1)
    later = _grievance(receive, matter_id=first.id)
    assert not later.to_auditor
    office.cases.edit(clerk, first.id, CaseChange(kind=CaseKind.GRIEVANCE))
    assert office.cases.show(clerk, later.id).sealed


def test_what_an_exchange_brought_is_judged_before_anybody_looks(
    office: Office, home: Home, clerk: Actor, clock: SetClock, receive: Open
) -> None:
    first, other = receive(CaseKind.SUGGESTION), receive(CaseKind.SUGGESTION)
    clock.pass_by(hours=1)
    later = _grievance(receive, matter_id=first.id)
    alone = _grievance(receive)
    assert not office.cases.show(clerk, later.id).sealed
    stored(home, "UPDATE case_file SET kind = 'GRIEV' WHERE id = ?", (first.id,))
    assert office.cases.show(clerk, later.id).sealed
    stored(home, "UPDATE case_file SET kind = 'GRIEV', matter_id = ? WHERE id = ?", (alone.id, other.id))
    assert office.cases.show(clerk, alone.id).sealed
    stored(home, "UPDATE case_file SET to_auditor = 0 WHERE id = ?", (alone.id,))
    assert office.cases.show(clerk, alone.id).sealed
    said = "SELECT by, fields FROM outbox WHERE kind = 'edit' AND row_id = ? ORDER BY n"
    assert stored(home, said, (later.id,)) == [("", '{"to_auditor": true}')]
    assert stored(home, said, (first.id,)) == []


def test_the_period_of_another_kind_does_not_stay(office: Office, clerk: Actor, receive: Open) -> None:
    case = receive(CaseKind.PERMIT, period="20d")
    office.cases.edit(clerk, case.id, CaseChange(kind=CaseKind.GRIEVANCE))
    view = office.cases.show(clerk, case.id)
    assert view.case.period == ""
    assert view.due is not None
    assert view.due.day < date(2026, 12, 5)


def test_what_is_the_auditors_no_supervisor_erases(
    office: Office, supervisor: Actor, auditor: Actor, receive: Open
) -> None:
    first = _grievance(receive)
    second = _grievance(receive, matter_id=first.id)
    office.cases.step(auditor, second.id, NewStep(Kind.WITHDRAWN))
    with pytest.raises(NotAllowed):
        office.cases.erase(supervisor, second.id, "요청")
    assert office.cases.show(auditor, second.id).case.title == second.title


def test_erasing_a_case_erases_the_card_it_was_made_of(
    office: Office, clerk: Actor, supervisor: Actor, receive: Open
) -> None:
    card = office.board.put(clerk, NewCard(Side.MISSED, "골목이 어둡습니다"))
    case = office.board.make_case(clerk, card.id, NewCase(CaseKind.OTHER, "골목이 어둡습니다", department_code="D001"))
    office.cases.step(clerk, case.id, NewStep(Kind.CLOSED))
    assert office.board.hide_personal(clerk, card.id).text == "골목이 어둡습니다"
    office.cases.erase(supervisor, case.id, "요청")
    assert office.board.card(clerk, card.id).text == ""


def test_a_closing_that_no_longer_counts_opens_the_case_for_everybody(
    office: Office, clerk: Actor, receive: Open
) -> None:
    case = receive(CaseKind.OTHER, name="홍길동", address="한빛로 1")
    assert office.cases.step(clerk, case.id, NewStep(Kind.CLOSED)).line.ended_on is not None
    office.cases.edit(clerk, case.id, CaseChange(kind=CaseKind.PROCEDURE_QUESTION))
    view = office.cases.show(clerk, case.id)
    assert (view.course.ended_on, view.line.ended_on) == (None, None)
    with pytest.raises(NotPossibleNow):
        office.cases.erase(office.accounts.sign_in("supervisor1", PASSWORD), case.id, "요청")
