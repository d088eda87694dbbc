"""Improvement tasks: consulting first, links to cards and cases, quarterly reviews, and a failure worth honouring."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.bootstrap import Office
from app.config.paths import Home
from app.domain.actors import Actor
from app.domain.cards import Card, NewCard, Side
from app.domain.case_errors import ConsultFirst, InTheFuture, LessonNeeded, TooEarly, UnknownCase, UnknownRecord
from app.domain.cases import CaseKind, NewCase
from app.domain.errors import BadValue, NotAllowed, PersonalDataInText, RecordChanged, TextTooLong, UnknownDepartment
from app.domain.improvements import ImprovementForm, ImprovementStatus, LinkKind
from tests.support.offices import PASSWORD, SetClock, stored

FORM = ImprovementForm(
    title="번호표 기계 글씨 키우기",
    goal="어르신이 안경 없이 읽는다",
    department_code="D001",
    measure="다시 묻는 분(명/일)",
    before="32",
    begins=date(2026, 5, 1),
    ends=date(2026, 12, 31),
)
CONSULTED = replace(FORM, consulted="어르신복지과와 기계 업체", status=ImprovementStatus.ON_TRACK)


@pytest.fixture
def card(office: Office, clerk: Actor) -> Card:
    return office.board.put(clerk, NewCard(Side.MISSED, "김영희씨 말씀: 글씨가 작아요 010-1234-5678"))


def test_a_task_begins_with_consulting(office: Office, clerk: Actor) -> None:
    made = office.improvements.put(clerk, FORM)
    assert (made.form, made.department, made.made_by) == (FORM, "감사담당관", clerk.login)
    with pytest.raises(ConsultFirst):
        office.improvements.put(clerk, replace(FORM, status=ImprovementStatus.ON_TRACK), made.id)
    with pytest.raises(ConsultFirst):
        office.improvements.put(clerk, replace(FORM, status=ImprovementStatus.STOPPED))
    begun = office.improvements.put(clerk, CONSULTED, made.id, seen=made.version)
    assert begun.form.status is ImprovementStatus.ON_TRACK
    assert office.improvements.all(clerk) == (begun,)


def test_a_failure_is_exemplary_when_something_was_learned(office: Office, clerk: Actor) -> None:
    failed = replace(CONSULTED, status=ImprovementStatus.EXEMPLARY_FAILURE)
    with pytest.raises(LessonNeeded):
        office.improvements.put(clerk, failed)
    made = office.improvements.put(clerk, replace(failed, learned="큰 글씨보다 소리 안내가 낫다"))
    assert made.review_due == ""


def test_two_at_once(office: Office, clerk: Actor) -> None:
    made = office.improvements.put(clerk, FORM)
    office.improvements.put(clerk, replace(FORM, goal="다른 목표"), made.id, seen=made.version)
    colleague = office.accounts.sign_in("clerk2", PASSWORD)
    with pytest.raises(RecordChanged):
        office.improvements.put(colleague, replace(FORM, goal="또 다른 목표"), made.id, seen=made.version)
    assert office.improvements.show(clerk, made.id).form.goal == "다른 목표"


def test_cards_and_cases_lead_to_a_task(office: Office, clerk: Actor, card: Card) -> None:
    case = office.cases.open(clerk, NewCase(CaseKind.OTHER, "글씨", department_code="D001"))
    made = office.improvements.put(clerk, FORM)
    office.improvements.link(clerk, made.id, LinkKind.CARD, card.id)
    linked = office.improvements.link(clerk, made.id, LinkKind.CASE, case.id)
    assert linked.links == ((LinkKind.CARD, card.id), (LinkKind.CASE, case.id))
    assert office.improvements.link(clerk, made.id, LinkKind.CARD, card.id) == linked
    assert office.board.card(clerk, card.id).improvement_id == made.id
    with pytest.raises(BadValue):
        office.improvements.link(clerk, office.improvements.put(clerk, FORM).id, LinkKind.CARD, card.id)
    sheet = office.improvements.sheet(clerk, made.id)
    assert [kind for kind, _ in sheet.linked] == [LinkKind.CARD, LinkKind.CASE]
    assert sheet.linked[1][1] == case.number
    assert "김영희" not in sheet.linked[0][1]
    assert "1234" not in sheet.linked[0][1]
    assert dict(sheet.names) == {clerk.login: clerk.name}
    left = office.improvements.unlink(clerk, made.id, LinkKind.CARD, card.id)
    assert left.links == ((LinkKind.CASE, case.id),)
    assert office.board.card(clerk, card.id).improvement_id is None
    with pytest.raises(UnknownRecord):
        office.improvements.link(clerk, made.id, LinkKind.CARD, "nothing")
    with pytest.raises(UnknownCase):
        office.improvements.link(clerk, made.id, LinkKind.CASE, "nothing")


def test_every_quarter_is_looked_at(office: Office, clerk: Actor, clock: SetClock) -> None:
    made = office.improvements.put(clerk, CONSULTED)
    assert made.review_due == "2026-2"  # it began in May, and it is November
    office.improvements.review(clerk, made.id, "2026-2", ImprovementStatus.ON_TRACK, "기계를 바꿈", "20")
    later = office.improvements.review(clerk, made.id, "2026-3", ImprovementStatus.DELAYED, "글꼴이 없음")
    assert (later.review_due, later.form.status, later.form.after) == ("", ImprovementStatus.DELAYED, "20")
    clock.pass_by(days=60)
    assert office.improvements.show(clerk, made.id).review_due == "2026-4"
    # What is said of an earlier quarter later on does not move the task.
    again = office.improvements.review(clerk, made.id, "2026-2", ImprovementStatus.STOPPED, "다시 보니")
    assert again.form.status is ImprovementStatus.DELAYED
    assert [review.quarter for review in again.reviews] == ["2026-2", "2026-2", "2026-3"]
    done = office.improvements.review(clerk, made.id, "2026-4", ImprovementStatus.EXEMPLARY_FAILURE, "소리가 낫다")
    assert (done.form.learned, done.review_due) == ("소리가 낫다", "")


def test_a_review_does_not_pass_over_consulting(office: Office, clerk: Actor) -> None:
    made = office.improvements.put(clerk, FORM)
    with pytest.raises(ConsultFirst):
        office.improvements.review(clerk, made.id, "2026-4", ImprovementStatus.ON_TRACK, "시작함")
    assert office.improvements.show(clerk, made.id) == made


@pytest.mark.parametrize(
    ("form", "error"),
    [
        (replace(FORM, title=" "), BadValue),
        (replace(FORM, goal=""), BadValue),
        (replace(FORM, goal="가" * 1001), TextTooLong),
        (replace(FORM, department_code="D999"), UnknownDepartment),
        (replace(FORM, department_code=""), UnknownDepartment),
        (replace(FORM, ends=date(2026, 4, 30)), TooEarly),
        (replace(FORM, consulted="김시민 010-1234-5678"), PersonalDataInText),
    ],
)
def test_what_no_task_can_be(office: Office, clerk: Actor, form: ImprovementForm, error: type[Exception]) -> None:
    with pytest.raises(error):
        office.improvements.put(clerk, form)
    assert office.improvements.all(clerk) == ()


@pytest.mark.parametrize(
    ("quarter", "error"), [("2026", BadValue), ("2026-5", BadValue), ("26-1", BadValue), ("2027-1", InTheFuture)]
)
def test_what_no_quarter_is(office: Office, clerk: Actor, quarter: str, error: type[Exception]) -> None:
    made = office.improvements.put(clerk, CONSULTED)
    with pytest.raises(error):
        office.improvements.review(clerk, made.id, quarter, ImprovementStatus.ON_TRACK, "봄")


def test_what_is_done_travels(office: Office, clerk: Actor, auditor: Actor, card: Card, home: Home) -> None:
    made = office.improvements.put(clerk, CONSULTED)
    office.improvements.link(clerk, made.id, LinkKind.CARD, card.id)
    office.improvements.review(clerk, made.id, "2026-3", ImprovementStatus.ON_TRACK, "봄")
    kinds = stored(home, "SELECT entity, kind FROM outbox WHERE entity LIKE 'improvement%' ORDER BY n")
    assert kinds == [("improvement", "create"), ("improvement", "edit"), ("improvement_review", "create")]
    with pytest.raises(NotAllowed):
        office.improvements.all(auditor)
