"""Second looks at rejected applicants, each at its day; and answers that two officers give alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.bootstrap import Office
from app.config.paths import Home
from app.domain.actors import Actor
from app.domain.case_errors import InTheFuture, ResidentNumberInText, TooEarly, UnknownCase, UnknownRecord
from app.domain.errors import BadValue, NotAllowed, PersonalDataInText, RecordChanged, TextTooLong, UnknownDepartment
from app.domain.re_reviews import PrecedentForm, ReReviewForm, ReReviewState
from tests.support.offices import PASSWORD, SetClock, stored

FORM = ReReviewForm(
    applied_for="긴급복지 생계지원",
    reason="소득이 기준을 3만 원 넘음",
    name="김시민",
    phone="010-1234-5678",
    department_code="D001",
    rejected_on=date(2026, 11, 2),
    look_on=date(2026, 12, 1),
)
PRECEDENT = PrecedentForm(
    question="공사장 소음은 몇 시부터 막을 수 있나",
    answer="생활소음 규제기준에 따라 주거지역은 저녁 6시부터 다음 날 아침 7시까지 더 낮은 기준을 적용한다고 답합니다.",
    law="소음·진동관리법 제21조",
    department_code="D001",
)


def test_somebody_is_looked_at_again_at_their_day(office: Office, clerk: Actor, clock: SetClock) -> None:
    late = office.re_reviews.add(clerk, replace(FORM, look_on=date(2027, 1, 4)))
    soon = office.re_reviews.add(clerk, FORM)
    assert (soon.form, soon.department, soon.state) == (FORM, "감사담당관", ReReviewState.WAITING)
    assert office.re_reviews.due(clerk) == ()
    assert office.re_reviews.all(clerk) == (soon, late)
    clock.pass_by(days=11)
    assert office.re_reviews.due(clerk) == (soon,)
    with pytest.raises(BadValue):
        office.re_reviews.decide(clerk, soon.id, ReReviewState.OTHER_HELP)
    decided = office.re_reviews.decide(clerk, soon.id, ReReviewState.OTHER_HELP, "에너지바우처", seen=soon.version)
    assert (decided.outcome, decided.state_by, decided.state_at) == ("에너지바우처", clerk.login, clock.at)
    assert office.re_reviews.due(clerk) == ()
    assert office.re_reviews.all(clerk) == (late, decided)
    waiting = office.re_reviews.decide(clerk, soon.id, ReReviewState.WAITING)
    assert (waiting.state_at, waiting.outcome) == (None, "")


def test_two_at_once(office: Office, clerk: Actor) -> None:
    made = office.re_reviews.add(clerk, FORM)
    changed = office.re_reviews.edit(clerk, made.id, replace(FORM, reason="다시 셈"), seen=made.version)
    colleague = office.accounts.sign_in("clerk2", PASSWORD)
    with pytest.raises(RecordChanged):
        office.re_reviews.decide(colleague, made.id, ReReviewState.UPHELD, seen=made.version)
    assert office.re_reviews.show(colleague, made.id) == changed


@pytest.mark.parametrize(
    ("form", "error"),
    [
        (replace(FORM, look_on=FORM.rejected_on), TooEarly),
        (replace(FORM, rejected_on=date(2026, 11, 21), look_on=date(2026, 12, 1)), InTheFuture),
        (replace(FORM, name=""), BadValue),
        (replace(FORM, applied_for=""), BadValue),
        (replace(FORM, reason="900101-1234567"), ResidentNumberInText),
        (replace(FORM, reason="가" * 1001), TextTooLong),
        (replace(FORM, department_code="D999"), UnknownDepartment),
        (replace(FORM, case_id="nothing"), UnknownCase),
    ],
)
def test_what_no_second_look_can_be(office: Office, clerk: Actor, form: ReReviewForm, error: type[Exception]) -> None:
    with pytest.raises(error):
        office.re_reviews.add(clerk, form)
    assert office.re_reviews.all(clerk) == ()


def test_what_is_personal_travels_locked_and_is_erased(
    office: Office, clerk: Actor, clock: SetClock, home: Home
) -> None:
    made = office.re_reviews.add(clerk, FORM)
    office.re_reviews.decide(clerk, made.id, ReReviewState.GRANTED, "받으시게 됨")
    said = " ".join(row[0] for row in stored(home, "SELECT fields FROM outbox WHERE entity = 're_review'"))
    for word in ("김시민", "5678", "생계지원", "3만", "받으시게"):
        assert word not in said
    clock.pass_by(days=1110)
    assert office.day_end.sweep(clerk, date_is_right=True).notes == 1
    (gone,) = office.re_reviews.all(clerk)
    assert (gone.form.name, gone.form.phone, gone.form.reason, gone.outcome) == ("", "", "", "")
    assert gone.state is ReReviewState.GRANTED
    with pytest.raises(BadValue):
        office.re_reviews.edit(clerk, made.id, FORM)


# --- precedents ---


def test_a_precedent_is_found_while_an_answer_is_written(office: Office, clerk: Actor) -> None:
    made = office.precedents.add(clerk, PRECEDENT)
    office.precedents.add(clerk, PrecedentForm("여권 사진은 언제 찍은 것이어야 하나", "6개월 안에 찍은 것"))
    assert office.precedents.find(clerk, "밤에 공사장 소음이 심해요")[0] == made
    assert made not in office.precedents.find(clerk, "여권 사진")
    assert office.precedents.find(clerk, "") == ()
    retired = office.precedents.retire(clerk, made.id, seen=made.version)
    assert office.precedents.find(clerk, "공사장 소음") == ()
    assert office.precedents.all(clerk)[-1] == retired
    with pytest.raises(RecordChanged):
        office.precedents.edit(clerk, made.id, PRECEDENT, seen=made.version)
    office.precedents.reinstate(clerk, made.id)
    edited = office.precedents.edit(clerk, made.id, replace(PRECEDENT, law=""))
    assert office.precedents.find(clerk, "공사장 소음") == (edited,)


@pytest.mark.parametrize(
    ("form", "error"),
    [
        (replace(PRECEDENT, question=""), BadValue),
        (replace(PRECEDENT, answer="문의는 010-1234-5678로"), PersonalDataInText),
        (replace(PRECEDENT, answer="900101-1234567"), ResidentNumberInText),
    ],
)
def test_a_precedent_holds_nothing_personal(
    office: Office, clerk: Actor, form: PrecedentForm, error: type[Exception]
) -> None:
    with pytest.raises(error):
        office.precedents.add(clerk, form)
    assert office.precedents.all(clerk) == ()


def test_whoever_is_not_at_a_counter_keeps_none(office: Office, auditor: Actor, clerk: Actor) -> None:
    with pytest.raises(NotAllowed):
        office.re_reviews.all(auditor)
    with pytest.raises(NotAllowed):
        office.precedents.all(auditor)
    with pytest.raises(UnknownRecord):
        office.precedents.retire(clerk, "nothing")
