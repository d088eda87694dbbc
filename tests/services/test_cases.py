"""Receiving and handling cases: what is kept, told, logged and refused."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta

import pytest

from app.bootstrap import Office, open_office
from app.config.paths import Home
from app.domain.actors import Actor
from app.domain.case_errors import (
    CaseAlreadyEnded,
    InTheFuture,
    NameNeeded,
    NotByWordOfMouth,
    NotPossibleNow,
    PeriodNeeded,
    ResidentNumberInText,
    UnknownCase,
)
from app.domain.case_hindrances import Hindrance
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.case_views import CaseChange
from app.domain.cases import (
    CaseKind,
    CaseResult,
    CaseStatus,
    Channel,
    NewCase,
    WrittenBy,
)
from app.domain.errors import BadValue, RecordChanged, UnknownDepartment
from app.domain.guidance import TransferKind
from app.domain.letters import LetterKind
from app.domain.visits import NewVisit
from tests.support.offices import MORNING, SetClock, stored
from tests.support.received_cases import RESIDENT, Open, actions, operations

Kind = CaseStepKind

# --- receiving ---


def test_a_case_is_received_with_a_number_and_told_to_all(office: Office, home: Home, receive: Open) -> None:
    case = receive(CaseKind.GRIEVANCE, "골목 소음", text="밤마다\r\n시끄럽습니다 ")
    assert (case.number, case.text, case.received_at) == ("2026-A-0001", "밤마다\n시끄럽습니다", MORNING)
    assert (case.matter_id, case.to_auditor, case.received_by) == (case.id, False, "clerk1")
    assert receive().number == "2026-A-0002"
    kind, fields = operations(home, "case_file")[0]
    assert (kind, fields["number"], fields["kind"], fields["department_code"]) == (
        "create",
        "2026-A-0001",
        "GRIEV",
        "D001",
    )
    for name in ("title", "text", "name", "phone", "address"):
        assert fields[name] != getattr(case, name), "personal text goes out locked"
    assert actions(home, case.id) == ["open_case"]


def test_numbers_run_by_the_year_of_receipt(receive: Open) -> None:
    last_year = receive(received=datetime(2025, 12, 31, 10, 0, tzinfo=UTC))
    assert (last_year.number, receive().number) == ("2025-A-0001", "2026-A-0001")


def test_more_than_ten_thousand_a_year_go_on(office: Office, home: Home, receive: Open) -> None:
    receive()
    stored(home, "UPDATE case_file SET number = '2026-A-9999'")
    assert receive().number == "2026-A-10000"
    assert receive().number == "2026-A-10001"


@pytest.mark.parametrize("field", ["title", "text", "name", "phone", "address", "external_number"])
def test_no_field_takes_a_resident_number(office: Office, home: Home, receive: Open, field: str) -> None:
    with pytest.raises(ResidentNumberInText):
        receive(**{field: f"번호 {RESIDENT}"})
    assert stored(home, "SELECT count(*) FROM case_file") == [(0,)]
    with pytest.raises(ResidentNumberInText):
        receive(**{field: "８００１０１－１２３４５６７"})


def test_a_number_of_the_other_system_is_none(receive: Open) -> None:
    assert receive(external_number="202611201005301234").external_number == "202611201005301234"


@pytest.mark.parametrize("field", ["name", "address"])
def test_most_kinds_need_name_and_address(receive: Open, field: str) -> None:
    with pytest.raises(NameNeeded) as caught:
        receive(CaseKind.SUGGESTION, **{field: " "})
    assert caught.value.field == field


def test_only_simple_questions_come_by_phone(receive: Open) -> None:
    with pytest.raises(NotByWordOfMouth):
        receive(CaseKind.GRIEVANCE, channel=Channel.PHONE)
    case = receive(channel=Channel.PHONE, written_by=WrittenBy.CLERK)
    assert (case.channel, case.written_by) == (Channel.PHONE, WrittenBy.CLERK)


def test_what_the_acts_leave_open_the_service_says_or_whoever_receives_it(
    office: Office, home: Home, clerk: Actor, receive: Open
) -> None:
    stored(home, "UPDATE service SET period = '' WHERE code = 'MOVEIN'")
    with pytest.raises(PeriodNeeded):
        receive(CaseKind.PERMIT)
    with pytest.raises(PeriodNeeded):
        receive(CaseKind.REPORT, service_code="MOVEIN")
    assert receive(CaseKind.REPORT, period=" 2W ").period == "2w"
    stored(home, "UPDATE service SET period = '7d' WHERE code = 'MOVEIN'")
    case = receive(CaseKind.REPORT, service_code="MOVEIN", department_code="")
    assert case.department_code
    assert office.cases.show(clerk, case.id).line.due_day == date(2026, 11, 30)
    stored(home, "UPDATE service SET period = '1w' WHERE code = 'MOVEIN'")
    assert office.cases.show(clerk, case.id).line.due_day == date(2026, 11, 26)
    assert office.cases.moved(clerk) == ()


def test_what_cannot_be_is_refused_and_nothing_kept(office: Office, home: Home, clerk: Actor, receive: Open) -> None:
    for wrong, error in (
        ({"title": "  "}, BadValue),
        ({"department_code": "nowhere"}, UnknownDepartment),
        ({"department_code": ""}, UnknownDepartment),
        ({"received": MORNING + timedelta(minutes=1)}, InTheFuture),
        ({"matter_id": "nothing"}, UnknownCase),
    ):
        with pytest.raises(error):
            receive(**wrong)
    new = NewCase(CaseKind.GRIEVANCE, "골목 소음", department_code="D001")
    with pytest.raises(NameNeeded):
        office.cases.check(clerk, new)
    assert stored(home, "SELECT count(*) FROM case_file") == [(0,)]


def test_a_case_of_a_visit_goes_where_the_visit_went(office: Office, clerk: Actor, receive: Open) -> None:
    visit = office.visits.register(clerk, NewVisit(office.offices.services()[0].code)).visit
    case = receive(department_code="", visit_id=visit.id)
    assert case.visit_id == visit.id
    assert case.department_code == office.offices.services()[0].department_code


def test_earlier_cases_on_the_same_matter_are_found(office: Office, clerk: Actor, receive: Open) -> None:
    mine = receive(CaseKind.GRIEVANCE, "밤에 개가 짖어요")
    words = receive(title="은하로 가로등이 꺼져 있어요", text="은하로 3길 앞 가로등")
    receive(title="주차 단속 문의")
    like = NewCase(
        CaseKind.OTHER, "은하로 가로등이 꺼져 있습니다", "은하로 3길 앞 가로등", name="홍길동", phone="01012345678"
    )
    assert [line.id for line in office.cases.similar(clerk, like)] == [mine.id, words.id]
    assert office.cases.similar(clerk, NewCase(CaseKind.OTHER, "여권", name="홍길동", phone="010-9999-9999")) == ()


# --- handling ---


def test_steps_are_kept_told_and_logged(office: Office, home: Home, clerk: Actor, receive: Open) -> None:
    case = receive(CaseKind.GRIEVANCE)
    office.cases.step(clerk, case.id, NewStep(Kind.TAKEN_OVER))
    view = office.cases.step(clerk, case.id, NewStep(Kind.ANSWERED, text="고쳤습니다\r\n내일", result=CaseResult.DONE))
    assert [step.kind for step in view.steps] == [Kind.TAKEN_OVER, Kind.ANSWERED]
    assert (view.line.status, view.line.owner) == (CaseStatus.ANSWERED, "clerk1")
    assert view.line.owner_name == clerk.name
    _, said = operations(home, "case_step")[-1]
    assert (said["case_id"], said["kind"], said["on_day"], said["detail"]) == (
        case.id,
        "answered",
        "2026-11-20",
        {"result": "done"},
    )
    assert said["text"] != "고쳤습니다\n내일"
    assert view.steps[-1].text == "고쳤습니다\n내일"
    assert stored(home, "SELECT DISTINCT about FROM outbox WHERE entity = 'case_step'") == [(case.id,)]
    assert actions(home, case.id) == ["open_case", "step_case", "step_case"]
    assert view.names["clerk1"] == clerk.name


def test_ending_and_reopening_are_told_of_the_case_itself(
    office: Office, home: Home, clerk: Actor, receive: Open
) -> None:
    case = receive()
    closed = office.cases.step(clerk, case.id, NewStep(Kind.CLOSED))
    assert closed.line.ended_on == date(2026, 11, 20)
    assert operations(home, "case_file")[-1] == ("edit", {"ended_on": "2026-11-20"})
    again = office.cases.step(clerk, case.id, NewStep(Kind.UNDONE, of=closed.steps[-1].id))
    assert (again.line.status, again.line.ended_on) == (CaseStatus.RECEIVED, None)
    assert operations(home, "case_file")[-1] == ("edit", {"ended_on": None})


def test_done_on_the_seventh_closed_on_the_tenth(
    office: Office, home: Home, clerk: Actor, receive: Open, clock: SetClock
) -> None:
    case = receive()
    clock.pass_by(days=3)
    closed = office.cases.step(clerk, case.id, NewStep(Kind.CLOSED)).steps[-1]
    view = office.cases.step(clerk, case.id, NewStep(Kind.CORRECTED, of=closed.id, on=date(2026, 11, 20)))
    assert view.line.ended_on == date(2026, 11, 20)
    assert view.course.corrected == {closed.id: date(2026, 11, 20)}
    assert (view.steps[0].on, len(view.steps)) == (date(2026, 11, 23), 2), "the trail stays"


def test_a_transfer_moves_it_and_undoing_brings_it_back(
    office: Office, home: Home, clerk: Actor, receive: Open
) -> None:
    case = receive(CaseKind.GRIEVANCE)
    with pytest.raises(UnknownDepartment):
        office.cases.step(clerk, case.id, NewStep(Kind.TRANSFERRED, department_code="nowhere"))
    to = NewStep(Kind.TRANSFERRED, department_code="D002", transfer=TransferKind.TO_HANDLING)
    view = office.cases.step(clerk, case.id, to)
    assert (view.case.department_code, view.line.department_code) == ("D002", "D002")
    assert view.course.transfer is not None
    assert view.course.transfer.due.isoformat() == "2026-11-20T11:00:00+09:00"
    assert operations(home, "case_file")[-1] == ("edit", {"department_code": "D002"})
    letter = office.cases.letter(clerk, case.id, LetterKind.TRANSFER)
    assert (letter.department, letter.to_department) == ("감사담당관", "홍보담당관")
    back = office.cases.step(clerk, case.id, NewStep(Kind.UNDONE, of=view.steps[-1].id))
    assert back.case.department_code == "D001"


@pytest.mark.parametrize("field", ["text", "remedy"])
def test_no_step_takes_a_resident_number(office: Office, home: Home, clerk: Actor, receive: Open, field: str) -> None:
    case = receive()
    said = {"text": "메모", field: RESIDENT}
    with pytest.raises(ResidentNumberInText):
        office.cases.step(clerk, case.id, NewStep(Kind.NOTED, text=said["text"], remedy=said.get("remedy", "")))
    assert stored(home, "SELECT count(*) FROM case_step") == [(0,)]


def test_somebody_elses_closing_is_said(office: Office, clerk: Actor, colleague: Actor, receive: Open) -> None:
    case = receive()
    office.cases.step(colleague, case.id, NewStep(Kind.NOTED, text="메모"))
    with pytest.raises(RecordChanged):
        office.cases.step(clerk, case.id, NewStep(Kind.CLOSED), seen=0)
    office.cases.step(colleague, case.id, NewStep(Kind.CLOSED), seen=1)
    for seen in (0, 1, 2, None):
        with pytest.raises(CaseAlreadyEnded) as caught:
            office.cases.step(clerk, case.id, NewStep(Kind.CLOSED), seen=seen)
        assert (caught.value.number, caught.value.by) == (case.number, colleague.name)


def test_two_closing_at_once_close_it_once(
    office: Office, home: Home, clock: SetClock, clerk: Actor, colleague: Actor, receive: Open
) -> None:
    case = receive()
    other = open_office(home, clock)
    ready = threading.Barrier(2)
    ended: list[str] = []

    def close(at: Office, actor: Actor) -> None:
        ready.wait()
        try:
            at.cases.step(actor, case.id, NewStep(Kind.CLOSED, text=f"{actor.login}이 적은 글"))
            ended.append("closed")
        except CaseAlreadyEnded as error:
            ended.append(error.by)

    threads = [threading.Thread(target=close, args=each) for each in ((office, clerk), (other, colleague))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    [step] = office.cases.show(clerk, case.id).steps
    winner = clerk if step.by == clerk.login else colleague
    assert sorted(ended) == sorted(["closed", winner.name])


def test_what_was_received_is_put_right(office: Office, home: Home, clerk: Actor, receive: Open) -> None:
    case = receive(CaseKind.GRIEVANCE)
    view = office.cases.edit(clerk, case.id, CaseChange(title="가로등 고장", name="홍길순"), seen=1)
    assert (view.case.title, view.case.name, view.case.version) == ("가로등 고장", "홍길순", 2)
    kind, fields = operations(home, "case_file")[-1]
    assert (kind, sorted(fields)) == ("edit", ["name", "title"])
    with pytest.raises(RecordChanged):
        office.cases.edit(clerk, case.id, CaseChange(title="다른 제목"), seen=1)
    with pytest.raises(NameNeeded):
        office.cases.edit(clerk, case.id, CaseChange(name=""))
    view = office.cases.edit(clerk, case.id, CaseChange(kind=CaseKind.SUGGESTION))
    assert view.line.due_day == date(2026, 12, 9)
    office.cases.edit(clerk, case.id, CaseChange(title="가로등 고장"))
    assert operations(home, "case_file")[-1] == ("edit", {"kind": "SUGGEST"})


def test_a_case_says_why_it_does_not_allow_a_step(office: Office, clerk: Actor, clock: SetClock, receive: Open) -> None:
    case = receive()
    clock.pass_by(days=30)
    view = office.cases.show(clerk, case.id)
    assert view.hindered[CaseStepKind.SUPPLEMENT_ARRIVED] is Hindrance.NO_SUPPLEMENT_ASKED
    assert view.hindered[CaseStepKind.UNDONE] is Hindrance.NO_SUCH_STEP
    assert view.hindered.keys() | view.possible >= set(CaseStepKind) - {CaseStepKind.REMINDED}
    for kind, why in view.hindered.items():
        if kind is not CaseStepKind.REMINDED:  # which a clerk may not do at all
            with pytest.raises(NotPossibleNow) as refused:
                office.cases.step(clerk, case.id, NewStep(kind, text="까닭", until=date(2027, 3, 2), period="3d"))
            assert refused.value.why == why.value, kind
