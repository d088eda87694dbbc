"""Cases on several counters of one office, on both kinds of shared side: all come to the same, whoever did what."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.config.paths import Home
from app.db.attachment_files import AttachmentFiles
from app.domain.actors import Actor, Role
from app.domain.cards import CardFilter, CardState, NewCard, Side
from app.domain.case_errors import NotPossibleNow, UnknownCase
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.case_views import CaseChange, CaseView
from app.domain.cases import Case, CaseFilter, CaseKind, CaseResult, CaseScope, CaseStatus, NewCase
from app.domain.errors import NotAllowed
from app.domain.re_reviews import ReReviewForm
from app.domain.visits import NewVisit
from tests.support.offices import SetClock, stored
from tests.support.scans import pdf, written
from tests.support.shared_offices import Desk, SharedOffice

AUDITOR = Actor("auditor1", "", Role.AUDITOR)
WORDS = "골목 가로등이 꺼져 있습니다"
OF_CASES = "entity IN ('case_file', 'case_step', 'attachment')"
PERSONAL = ("가로등 고장", WORDS, "홍길동", "010-1234-5678", "한빛로 12")


@pytest.fixture
def third(shared: SharedOffice, first: Desk, second: Desk) -> Desk:
    joined = shared.join(first, "8", "clerk1")
    for desk in (first, second):
        desk.exchange()
    return joined


def opened(desk: Desk, **changes: object) -> Case:
    said = NewCase(
        CaseKind.GRIEVANCE, PERSONAL[0], WORDS, name=PERSONAL[2], phone=PERSONAL[3], address=PERSONAL[4],
        department_code=departments(desk)[0],
    )  # fmt: skip
    return desk.office.cases.open(desk.clerk, said if not changes else NewCase(**{**_fields(said), **changes}))  # type: ignore[arg-type]


def _fields(said: NewCase) -> dict[str, object]:
    return {name: getattr(said, name) for name in said.__dataclass_fields__}


def departments(desk: Desk) -> list[str]:
    return [department.code for department in desk.office.offices.departments(desk.clerk)]


def step(desk: Desk, case: Case, kind: CaseStepKind, **more: object) -> CaseView:
    return desk.office.cases.step(desk.clerk, case.id, NewStep(kind, **more))  # type: ignore[arg-type]


def answered_and_closed(desk: Desk, case: Case) -> None:
    step(desk, case, CaseStepKind.TAKEN_OVER)
    step(desk, case, CaseStepKind.ANSWERED, result=CaseResult.DONE, text="고쳤습니다")
    step(desk, case, CaseStepKind.CLOSED)


def seen(desk: Desk, case: Case) -> tuple[object, ...]:
    """Everything a person sees of a case that must be the same everywhere."""
    view = desk.office.cases.show(desk.clerk, case.id)
    steps = [(s.id, s.kind, s.on, s.by, s.text, s.remedy, s.of, dict(s.detail), s.place) for s in view.steps]
    said = (view.case.number, view.case.title, view.case.text, view.case.name, view.case.department_code)
    return view.course.status, view.line.due_day, view.line.ended_on, said, steps, view.due


def is_here(desk: Desk, case: Case) -> bool:
    return stored(desk.home, f"SELECT count(*) FROM case_file WHERE id = '{case.id}'") == [(1,)]


def pass_days(days: int, *desks: Desk) -> None:
    for desk in desks:
        desk.clock.at += timedelta(days=days)


def test_three_counters_come_to_the_same(shared: SharedOffice, first: Desk, second: Desk, third: Desk) -> None:
    case = opened(first)
    shared.settled(first, second, third)
    step(second, case, CaseStepKind.TAKEN_OVER)
    shared.settled(second, third, first)
    step(third, case, CaseStepKind.SUPPLEMENT_ASKED, text="사진을 주세요", until=date(2026, 12, 10))
    step(first, case, CaseStepKind.NOTED, text="전화 드림")
    shared.settled(third, first, second)
    views = [seen(desk, case) for desk in (first, second, third)]
    assert views[0] == views[1] == views[2]
    assert views[0][0] is CaseStatus.SUPPLEMENT
    for desk in (first, second, third):
        lines = desk.office.cases.list(desk.clerk, CaseFilter(scope=CaseScope.OPEN)).lines
        assert [line.id for line in lines] == [case.id]


def test_two_officers_who_close_at_once_agree_who_did(
    shared: SharedOffice, first: Desk, second: Desk, third: Desk
) -> None:
    case = opened(first)
    step(first, case, CaseStepKind.TAKEN_OVER)
    step(first, case, CaseStepKind.ANSWERED, result=CaseResult.DONE, text="고쳤습니다")
    shared.settled(first, second, third)
    step(second, case, CaseStepKind.CLOSED)
    step(third, case, CaseStepKind.CLOSED)
    third.exchange()  # the later one is heard first
    shared.settled(second, first, third)
    views = [desk.office.cases.show(desk.clerk, case.id) for desk in (first, second, third)]
    assert {view.course.status for view in views} == {CaseStatus.CLOSED}
    assert {view.course.ended_by for view in views} == {third.clerk.login}
    # Nothing of either is lost: the second closing is there to be seen, and changes nothing.
    closings = [[s.by for s in view.steps if s.kind is CaseStepKind.CLOSED] for view in views]
    assert all(sorted(by) == sorted([second.clerk.login, third.clerk.login]) for by in closings)
    assert len({view.course.unfit for view in views}) == 1
    assert len(views[0].course.unfit) == 1


def test_edits_of_different_fields_merge_and_of_the_same_are_shown(
    shared: SharedOffice, first: Desk, second: Desk
) -> None:
    case = opened(first)
    shared.settled(first, second)
    first.office.cases.edit(first.clerk, case.id, CaseChange(text="가로등 세 개가 꺼져 있습니다"))
    second.office.cases.edit(second.clerk, case.id, CaseChange(external_number="국민신문고-1"))
    shared.settled(first, second)
    for desk in (first, second):
        found = desk.office.cases.show(desk.clerk, case.id).case
        assert (found.text, found.external_number) == ("가로등 세 개가 꺼져 있습니다", "국민신문고-1")
        assert desk.office.sharing.conflicts(desk.clerk) == ()
    first.office.cases.edit(first.clerk, case.id, CaseChange(external_number="국민신문고-2"))
    second.office.cases.edit(second.clerk, case.id, CaseChange(external_number="국민신문고-3"))
    shared.settled(first, second)
    numbers = {desk.office.cases.show(desk.clerk, case.id).case.external_number for desk in (first, second)}
    assert len(numbers) == 1
    [conflict] = first.office.sharing.conflicts(first.clerk)
    assert (conflict.entity, conflict.field) == ("case_file", "external_number")


def test_erasing_reaches_everywhere_and_nothing_stays_to_be_read(
    shared: SharedOffice, first: Desk, second: Desk, third: Desk, tmp_path: Path
) -> None:
    case = opened(first)
    scan = first.office.attachments.attach(first.clerk, case.id, written(tmp_path, "홍길동 신분증.pdf", pdf()))
    answered_and_closed(first, case)
    shared.settled(first, second, third)
    assert third.office.attachments.open(third.clerk, scan.id)[2] == pdf()
    files = [AttachmentFiles(desk.home.attachments) for desk in (first, third)]
    assert all(each.has(scan.blob) for each in files)
    second.office.cases.erase(second.supervisor, case.id, "본인 요청")
    shared.settled(second, first, third)
    for desk in (first, second, third):
        view = desk.office.cases.show(desk.clerk, case.id)
        assert (view.case.erased, view.case.number) == (True, case.number)
        assert {(s.text, s.remedy) for s in view.steps} == {("", "")}
        assert stored(desk.home, "SELECT name, key FROM attachment") == [("", "")]
        assert stored(desk.home, f"SELECT count(*) FROM record_key WHERE {OF_CASES}") == [(0,)]
        assert desk.office.cases.list(desk.clerk, CaseFilter(CaseScope.ALL, text="가로등")).lines == ()
        with pytest.raises(NotPossibleNow):
            desk.office.attachments.open(desk.clerk, scan.id)
    assert shared.stored(f"SELECT count(*) FROM record_key WHERE {OF_CASES}") == [(0,)]
    assert not any(word.encode() in shared.raw() for word in PERSONAL)


def test_nothing_personal_leaves_in_the_clear(shared: SharedOffice, first: Desk, second: Desk, tmp_path: Path) -> None:
    case = opened(first)
    first.office.attachments.attach(first.clerk, case.id, written(tmp_path, "홍길동 신분증.pdf", pdf()))
    answered_and_closed(first, case)
    first.office.board.put(first.clerk, NewCard(Side.MISSED, "김철수 님이 불친절했어요"))
    first.office.incidents.begin(first.clerk)
    days = (date(2026, 11, 1), date(2027, 1, 4))
    form = ReReviewForm("긴급복지", "소득 초과", "이영희", "010-9876-5432", departments(first)[0], *days)
    first.office.re_reviews.add(first.clerk, form)
    shared.settled(first, second)
    lying = shared.raw()
    for word in (*PERSONAL, "고쳤습니다", "김철수", "이영희", "소득 초과", "010-9876-5432"):
        assert word.encode() not in lying, word
    assert pdf()[40:200] not in lying
    assert [r.form for r in second.office.re_reviews.all(second.clerk)] == [form]
    assert second.office.board.cards(second.clerk, CardFilter())[0].text == "김철수 님이 불친절했어요"


# --- who holds what ---------------------------------------------------------------------------------------------------


def test_a_counter_holds_cases_of_its_departments_only(shared: SharedOffice, first: Desk, second: Desk) -> None:
    ours, theirs = departments(first)[:2]
    invitation_of(shared, second, [ours])
    one, other = opened(first, department_code=ours), opened(first, department_code=theirs)
    shared.settled(first, second)
    assert (is_here(second, one), is_here(second, other)) == (True, False)
    # It is handed to another department: there it is whole, here it has left.
    step(first, one, CaseStepKind.TRANSFERRED, department_code=theirs)
    shared.settled(first, second)
    assert not is_here(second, one)
    assert stored(second.home, "SELECT count(*) FROM case_step") == [(0,)]
    with pytest.raises(UnknownCase):
        second.office.cases.show(second.clerk, one.id)
    step(first, other, CaseStepKind.TRANSFERRED, department_code=ours)
    step(first, one, CaseStepKind.TRANSFERRED, department_code=ours)
    shared.settled(first, second)
    assert seen(second, one) == seen(first, one)
    assert seen(second, other) == seen(first, other)


def invitation_of(shared: SharedOffice, desk: Desk, codes: list[str]) -> None:
    """Limit a counter that has joined to these departments."""
    [(home,)] = stored(desk.home, "SELECT home_id FROM home")
    limit = "'[" + ",".join(f'"{code}"' for code in codes) + "]'" if shared.address.path else f"'{{{','.join(codes)}}}'"
    shared.stored(f"UPDATE node SET departments = {limit} WHERE home = '{home}'")


def test_an_open_case_stays_however_old_and_one_that_ended_goes_with_all_that_belongs_to_it(
    shared: SharedOffice, first: Desk, second: Desk, tmp_path: Path
) -> None:
    still_open, over = opened(first), opened(first)
    scan = first.office.attachments.attach(first.clerk, over.id, written(tmp_path, "사진.pdf", pdf()))
    answered_and_closed(first, over)
    shared.settled(first, second)
    second.office.attachments.open(second.clerk, scan.id)
    pass_days(60, first, second)
    for desk in (first, second):  # somebody works, so that the clock is believed
        desk.office.visits.register(desk.clerk, NewVisit(desk.office.offices.services()[0].code))
    shared.settled(first, second)
    assert (is_here(second, still_open), is_here(second, over)) == (True, False)
    for table in ("case_step", "attachment"):
        assert stored(second.home, f"SELECT count(*) FROM {table} WHERE case_id = '{over.id}'") == [(0,)]
    assert not AttachmentFiles(second.home.attachments).has(scan.blob)
    assert second.office.cases.list(second.clerk, CaseFilter(CaseScope.ALL)).lines[0].id == still_open.id
    # The counter that made it keeps it.
    assert is_here(first, over)
    # What is done with it later does not bring it here; asking for it does, and it stays for some days.
    step(first, over, CaseStepKind.NOTED, text="나중에")
    shared.settled(first, second)
    assert not is_here(second, over)
    second.office.sharing.fetch_case(second.clerk, over.id)
    assert seen(second, over) == seen(first, over)
    assert second.office.attachments.open(second.clerk, scan.id)[2] == pdf()
    pass_days(2, second)
    second.office.visits.register(second.clerk, NewVisit(second.office.offices.services()[0].code))
    second.exchange()
    assert is_here(second, over)
    pass_days(3, second)
    second.office.visits.register(second.clerk, NewVisit(second.office.offices.services()[0].code))
    second.exchange()
    assert not is_here(second, over)


def test_a_case_that_is_opened_again_comes_back(shared: SharedOffice, first: Desk, second: Desk) -> None:
    case = opened(first)
    answered_and_closed(first, case)
    shared.settled(first, second)
    pass_days(60, first, second)
    for desk in (first, second):
        desk.office.visits.register(desk.clerk, NewVisit(desk.office.offices.services()[0].code))
    shared.settled(first, second)
    assert not is_here(second, case)
    closing = next(s for s in first.office.cases.show(first.clerk, case.id).steps if s.kind is CaseStepKind.CLOSED)
    step(first, case, CaseStepKind.UNDONE, of=closing.id)
    shared.settled(first, second)
    assert seen(second, case) == seen(first, case)


def test_who_may_ask_for_a_case_is_checked_on_both_sides(shared: SharedOffice, first: Desk, second: Desk) -> None:
    case = opened(first)
    shared.settled(first, second)
    with pytest.raises(NotAllowed):
        second.office.sharing.fetch_case(second.admin, case.id)
    second.office.sharing.fetch_case(second.clerk, case.id)
    logged = shared.stored("SELECT login, wanted, argument FROM access_log WHERE wanted = 'case'")
    assert logged == [(second.clerk.login, "case", case.id)]
    asked = "SELECT login, row_id FROM audit WHERE action = 'fetch_case'"
    assert stored(second.home, asked) == [(second.clerk.login, case.id)]
    with pytest.raises(UnknownCase):
        second.office.sharing.fetch_case(second.clerk, "nowhere")


# --- beginning, and being put back ------------------------------------------------------------------------------------


def test_a_shared_side_begins_with_the_cases_as_they_stand(
    shared: SharedOffice, home: Home, clock: SetClock, tmp_path: Path
) -> None:
    alone = shared.desk(home, clock)
    case = opened(alone)
    scan = alone.office.attachments.attach(alone.clerk, case.id, written(tmp_path, "사진.pdf", pdf(600_000)))
    answered_and_closed(alone, case)
    card = alone.office.board.put(alone.clerk, NewCard(Side.LIKED, "고마워요"))
    alone.office.sharing.begin(alone.admin, shared.address, shared.login)
    alone.exchange()
    joined = shared.join(alone, "7")
    shared.settled(alone, joined)
    assert seen(joined, case) == seen(alone, case)
    assert joined.office.attachments.open(joined.clerk, scan.id)[2] == pdf(600_000)
    assert joined.office.board.card(joined.clerk, card.id).text == "고마워요"


def test_a_shared_side_put_back_is_told_everything_again(
    shared: SharedOffice, first: Desk, second: Desk, tmp_path: Path
) -> None:
    before = opened(first)
    shared.settled(first, second)
    backup = shared.back_up()
    after = opened(second)
    scan = second.office.attachments.attach(second.clerk, after.id, written(tmp_path, "사진.pdf", pdf()))
    step(first, before, CaseStepKind.TAKEN_OVER)
    shared.settled(first, second)
    shared.restore(backup)
    shared.settled(second, first)
    for case in (before, after):
        assert seen(first, case) == seen(second, case)
    assert first.office.attachments.open(first.clerk, scan.id)[2] == pdf()


def test_the_board_and_what_grows_out_of_it_are_everywhere(shared: SharedOffice, first: Desk, second: Desk) -> None:
    card = first.office.board.put(first.clerk, NewCard(Side.MISSED, "의자가 부족해요"))
    shared.settled(first, second)
    second.office.board.triage(second.clerk, card.id, CardState.FIXED, before="의자 둘", after="의자 여섯")
    shared.settled(second, first)
    here = first.office.board.card(first.clerk, card.id)
    assert (here.state, here.before, here.after, here.state_by) == (CardState.FIXED, "의자 둘", "의자 여섯", "clerk2")
