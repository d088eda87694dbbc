"""Who may do what with cases, what is erased of them, and that a kill loses nothing acknowledged."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.bootstrap import Office, open_office
from app.config.paths import Home
from app.domain.actors import Actor
from app.domain.case_errors import (
    NotPossibleNow,
    ResidentNumberInText,
)
from app.domain.case_hindrances import Hindrance
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.case_views import CaseChange, CaseView
from app.domain.cases import (
    CaseFilter,
    CaseKind,
    CaseResult,
    CaseScope,
    CaseStatus,
    NewCase,
)
from app.domain.errors import BadValue, NotAllowed, PersonalDataInText
from app.domain.letters import LetterKind
from tests.support.crashes import Statements, killed
from tests.support.offices import SetClock, stored
from tests.support.received_cases import RESIDENT, Open, operations

Kind = CaseStepKind


def test_who_may_do_what(office: Office, clerk: Actor, admin: Actor, auditor: Actor, receive: Open) -> None:
    case = receive()
    for use in (
        lambda: office.cases.open(admin, NewCase(CaseKind.OTHER, "x", department_code="D001")),
        lambda: office.cases.open(auditor, NewCase(CaseKind.OTHER, "x", department_code="D001")),
        lambda: office.cases.show(admin, case.id),
        lambda: office.cases.list(admin, CaseFilter()),
        lambda: office.cases.step(admin, case.id, NewStep(Kind.NOTED, text="x")),
        lambda: office.cases.step(auditor, case.id, NewStep(Kind.NOTED, text="x")),
        lambda: office.cases.letter(admin, case.id, LetterKind.RECEIPT),
        lambda: office.cases.erase(clerk, case.id, "x"),
    ):
        with pytest.raises(NotAllowed):
            use()


def left(home: Home, case_id: str) -> list[tuple[Any, ...]]:
    """Whatever is personal of the case, and keys to it."""
    return [
        *stored(home, "SELECT title, text, name, phone, address FROM case_file WHERE title || name != ''"),
        *stored(home, "SELECT text, remedy FROM case_step WHERE text || remedy != ''"),
        *stored(home, "SELECT entity, row_id FROM record_key WHERE entity IN ('case_file', 'case_step')"),
    ]


def test_what_is_personal_is_erased_and_the_rest_counted_on(
    office: Office, home: Home, clerk: Actor, supervisor: Actor, receive: Open
) -> None:
    case = receive(CaseKind.GRIEVANCE)
    office.cases.step(clerk, case.id, NewStep(Kind.ANSWERED, text="고쳤습니다", result=CaseResult.DONE))
    with pytest.raises(NotPossibleNow) as caught:
        office.cases.erase(supervisor, case.id, "요청")
    assert caught.value.why == Hindrance.STILL_OPEN
    office.cases.step(clerk, case.id, NewStep(Kind.CLOSED))
    for wrong, error in (("", BadValue), (RESIDENT, ResidentNumberInText), ("010-1234-5678", PersonalDataInText)):
        with pytest.raises(error):
            office.cases.erase(supervisor, case.id, wrong)
    office.cases.erase(supervisor, case.id, "본인 요청")
    assert left(home, case.id) == []
    view = office.cases.show(clerk, case.id)
    assert (view.case.erased, view.line.status, view.line.title) == (True, CaseStatus.CLOSED, "")
    assert (view.course.answered_on, view.possible) == (date(2026, 11, 20), frozenset())
    assert [kind for kind, _ in operations(home, "case_step")][-2:] == ["erase", "erase"]
    assert office.cases.list(clerk, CaseFilter(CaseScope.ALL, text="가로등")).lines == ()
    for refused in (
        lambda: office.cases.step(clerk, case.id, NewStep(Kind.NOTED, text="x")),
        lambda: office.cases.edit(clerk, case.id, CaseChange(title="x")),
        lambda: office.cases.letter(clerk, case.id, LetterKind.RECEIPT),
        lambda: office.cases.erase(supervisor, case.id, "x"),
    ):
        with pytest.raises(NotPossibleNow) as caught:
            refused()
        assert caught.value.why == Hindrance.ERASED


def test_what_ended_long_ago_is_erased_by_itself(
    office: Office, home: Home, clerk: Actor, receive: Open, clock: SetClock
) -> None:
    kept, gone = receive(), receive(CaseKind.GRIEVANCE)
    office.cases.step(clerk, gone.id, NewStep(Kind.WITHDRAWN, text="다시 내겠다고 함"))
    clock.pass_by(days=office.offices.settings().case_days)
    assert office.day_end.sweep(clerk, date_is_right=True).cases == 0
    clock.pass_by(days=1)
    assert office.day_end.sweep(clerk, date_is_right=True).cases == 1
    assert office.cases.show(clerk, gone.id).case.erased
    assert office.cases.show(clerk, kept.id).case.title == kept.title
    assert office.day_end.sweep(clerk, date_is_right=True).cases == 0


def test_killed_in_the_middle_of_a_step_nothing_acknowledged_is_lost(
    office: Office, home: Home, clock: SetClock, clerk: Actor, receive: Open
) -> None:
    case = receive(CaseKind.GRIEVANCE)
    view = office.cases.step(clerk, case.id, NewStep(Kind.ANSWERED, text="답", result=CaseResult.DONE))
    office.close()

    def close_killed_at(statement: int) -> None:
        statements = Statements()
        opened = open_office(home, clock)
        statements.die_at(statement)
        opened.cases.step(clerk, case.id, NewStep(Kind.CLOSED))

    statement = 1
    while killed(lambda at=statement: close_killed_at(at)):  # type: ignore[misc]
        again = open_office(home, clock)
        shown = again.cases.show(clerk, case.id)
        whole = (len(shown.steps), shown.line.status, shown.line.ended_on)
        assert whole == (1, CaseStatus.ANSWERED, None), statement
        assert shown.steps == view.steps
        again.close()
        statement += 7
    assert statement > 20
    again = open_office(home, clock)
    shown = again.cases.show(clerk, case.id)
    assert (len(shown.steps), shown.line.status) == (2, CaseStatus.CLOSED)
    assert [kind for kind, _ in operations(home, "case_file")] == ["create", "edit"]
    again.close()


def test_steps_of_others_mark_the_case_for_counting(office: Office, home: Home, clerk: Actor, receive: Open) -> None:
    """As an exchange writes them: straight into the tables."""
    case = receive()
    columns = "id, case_id, kind, at, on_day, by, counter_code, text, remedy, of_step, detail, place, elsewhere"
    values = ("s1", case.id, "closed", "2026-11-20T01:00:00.000000Z", "2026-11-20", "clerk9", "Z", "", "", None, "{}")
    stored(home, f"INSERT INTO case_step ({columns}) VALUES (?,?,?,?,?,?,?,?,?,?,?,7,1)", values)
    assert office.cases.list(clerk, CaseFilter()).lines == ()
    view: CaseView = office.cases.show(clerk, case.id)
    assert (view.line.status, view.course.ended_by) == (CaseStatus.CLOSED, "clerk9")
