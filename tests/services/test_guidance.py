"""Showing the way: clocks of the act, what became of it, what is learned, and that nothing of a person is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from app.bootstrap import Office
from app.config.paths import Home
from app.domain.actors import Actor
from app.domain.directory import Task
from app.domain.errors import BadValue, NotAllowed
from app.domain.finder_errors import NoServiceForTask, NoSuchTransfer, UnknownGuidance, UnknownTask
from app.domain.finding import Reason
from app.domain.guidance import Guidance, GuidanceOutcome, LearnedPhrase, TransferKind, WrongReason, WrongReferral
from app.domain.visits import VisitStatus
from tests.support.offices import PASSWORD, SetClock, stored

PHRASE = "뿌뿌 어쩌고 하려고요"
"""Nothing that any directory says."""


@pytest.fixture
def consultant(office: Office) -> Actor:
    return office.accounts.sign_in("consultant1", PASSWORD)


@pytest.fixture
def colleague(office: Office) -> Actor:
    return office.accounts.sign_in("clerk2", PASSWORD)


@pytest.fixture
def task(office: Office, admin: Actor) -> Callable[[str], Task]:
    """A task by what its title begins with."""
    known = office.directory.tasks(admin)
    return lambda title: next(task for task in known if task.title.startswith(title))


def first_of(office: Office, actor: Actor, phrase: str = PHRASE) -> tuple[str, Reason] | None:
    """What the finder puts first, and why; None when it is not sure."""
    office.finder.ready(actor)
    found = office.finder.find(actor, phrase)
    return (found.answers[0].task.id, found.answers[0].why.reason) if found.confident else None


def test_somebody_is_shown_a_way_and_it_is_seen_by_all(
    office: Office, consultant: Actor, colleague: Actor, task: Callable[[str], Task], clock: SetClock
) -> None:
    one = office.guidance.give(consultant, "홍길동씨 여권 010-1234-5678", task("여권").id)
    clock.pass_by(minutes=1)
    other = office.guidance.give(colleague, "", task("개명").id)
    assert (one.phrase, other.phrase) == ("여권", "")
    assert office.guidance.open_today(consultant) == (other, one) == office.guidance.open_today(colleague)
    office.guidance.right(colleague, one.id)
    assert office.guidance.open_today(consultant) == (other,)
    assert [each.id for each in office.guidance.today(consultant)] == [other.id, one.id]
    clock.pass_by(days=1)
    assert office.guidance.today(consultant) == ()


def test_nothing_of_a_person_lies_anywhere(
    office: Office, consultant: Actor, task: Callable[[str], Task], home: Home
) -> None:
    office.guidance.give(consultant, "김철수님 900101-1234567 한빛로 12 인감", task("인감").id)
    for table in ("guidance", "outbox", "audit"):
        said = " ".join(str(value) for row in stored(home, f"SELECT * FROM {table}") for value in row)
        assert "김철수" not in said
        assert "1234567" not in said
        assert "한빛로" not in said
    ((fields,),) = stored(home, "SELECT fields FROM outbox WHERE entity = 'guidance'")
    assert "인감" not in fields  # a phrase travels locked


@pytest.mark.parametrize(
    ("began", "transfer", "due"),
    [
        # Friday 2026-11-20, 10:00 in Seoul
        (datetime(2026, 11, 20, 1, tzinfo=UTC), TransferKind.TO_HANDLING, datetime(2026, 11, 20, 2, tzinfo=UTC)),
        (datetime(2026, 11, 20, 1, tzinfo=UTC), TransferKind.INSIDE, datetime(2026, 11, 20, 5, tzinfo=UTC)),
        (datetime(2026, 11, 20, 1, tzinfo=UTC), TransferKind.OUTSIDE, datetime(2026, 11, 23, 1, tzinfo=UTC)),
    ],
)
def test_clocks_of_the_act_run_in_working_hours(
    office: Office,
    consultant: Actor,
    task: Callable[[str], Task],
    clock: SetClock,
    began: datetime,
    transfer: TransferKind,
    due: datetime,
) -> None:
    clock.at = began
    given = office.guidance.give(consultant, PHRASE, task("여권").id, transfer=transfer)
    assert given.due == due
    assert office.guidance.waiting_transfers(consultant) == (given,)
    clock.pass_by(minutes=10)
    taken = office.guidance.taken_over(consultant, given.id)
    assert taken.taken_at == clock.at
    assert office.guidance.waiting_transfers(consultant) == ()
    assert office.guidance.taken_over(consultant, given.id) == taken


def test_a_clock_goes_by_the_offices_lunch_and_holidays(
    office: Office, admin: Actor, consultant: Actor, task: Callable[[str], Task]
) -> None:
    office.offices.change(admin, lunch="")
    given = office.guidance.give(consultant, "", task("여권").id, transfer=TransferKind.INSIDE)
    assert given.due == datetime(2026, 11, 20, 4, tzinfo=UTC)
    office.calendar.add_holiday(admin, date(2026, 11, 23), "개청기념일")
    given = office.guidance.start_transfer(consultant, given.id, TransferKind.OUTSIDE)
    assert given.due == datetime(2026, 11, 20, 9, tzinfo=UTC)
    office.offices.change(admin, closes="17:00", lunch="12:00-13:00")
    given = office.guidance.start_transfer(consultant, given.id, TransferKind.OUTSIDE)
    assert given.due == datetime(2026, 11, 24, 2, tzinfo=UTC)
    stopped = office.guidance.start_transfer(consultant, given.id, TransferKind.NONE)
    assert (stopped.transfer, stopped.due) == (TransferKind.NONE, None)
    with pytest.raises(NoSuchTransfer):
        office.guidance.taken_over(consultant, given.id)


def test_warm_hand_over(
    office: Office, consultant: Actor, clerk: Actor, task: Callable[[str], Task], admin: Actor
) -> None:
    given = office.guidance.hand_over(consultant, "홍길동씨 여권 잃어버렸어요", task("여권 신규").id)
    (waiting,) = office.reception.queue(clerk)
    assert waiting.id == given.visit_id
    assert (waiting.status, waiting.department_name) == (VisitStatus.WAITING, task("여권 신규").department)
    assert waiting.note == f"{task('여권 신규').title}: 여권 잃어버렸어요"
    assert office.guidance.open_today(clerk) == (given,)
    codes = {service.department_name for service in office.offices.services()}
    nowhere = next(t for t in office.directory.tasks(admin) if t.department not in codes and not t.outside)
    with pytest.raises(NoServiceForTask):
        office.guidance.hand_over(consultant, "", nowhere.id)
    chosen = office.offices.services()[0].code
    again = office.guidance.hand_over(
        consultant, "", nowhere.id, chosen, counter_code="B", transfer=TransferKind.INSIDE
    )
    visit = next(visit for visit in office.reception.queue(clerk) if visit.id == again.visit_id)
    assert (visit.service_code, visit.now_at, visit.note) == (chosen, "B", nowhere.title)
    assert office.guidance.waiting_transfers(clerk) == (again,)


def test_what_was_noted_by_mistake_counts_nowhere(
    office: Office, consultant: Actor, supervisor: Actor, task: Callable[[str], Task]
) -> None:
    given = office.guidance.give(consultant, PHRASE, task("여권 신규").id, transfer=TransferKind.INSIDE)
    wrong = office.guidance.wrong(consultant, given.id, task("개명").id, WrongReason.SOUNDS_ALIKE)
    withdrawn = office.guidance.withdraw(consultant, wrong.id)
    assert (withdrawn.outcome, withdrawn.confirmed, withdrawn.due) == (GuidanceOutcome.WITHDRAWN, None, None)
    assert office.guidance.today(consultant) == ()
    assert office.guidance.waiting_transfers(consultant) == ()
    assert office.guidance.wrong_referrals(supervisor, given.day) == ()


def test_outcomes_can_be_said_changed_and_taken_back(
    office: Office, consultant: Actor, task: Callable[[str], Task]
) -> None:
    given = office.guidance.give(consultant, PHRASE, task("여권 신규").id)
    right = office.guidance.right(consultant, given.id)
    assert (right.outcome, right.confirmed, right.outcome_by) == (GuidanceOutcome.RIGHT, given.task_id, "consultant1")
    assert office.guidance.right(consultant, given.id) == right
    wrong = office.guidance.wrong(consultant, given.id, task("개명").id, WrongReason.SOUNDS_ALIKE)
    assert (wrong.confirmed, wrong.reason) == (task("개명").id, WrongReason.SOUNDS_ALIKE)
    unknown = office.guidance.wrong(consultant, given.id, None, WrongReason.MOVED)
    assert (unknown.confirmed, unknown.reason) == (None, WrongReason.MOVED)
    opened = office.guidance.undo(consultant, given.id)
    assert (opened.outcome, opened.reason, opened.outcome_at, opened.outcome_by) == (
        GuidanceOutcome.OPEN,
        None,
        None,
        "",
    )
    with pytest.raises(BadValue):
        office.guidance.wrong(consultant, given.id, given.task_id)


def test_what_is_not_there_and_who_may_not(
    office: Office, consultant: Actor, admin: Actor, auditor: Actor, supervisor: Actor, task: Callable[[str], Task]
) -> None:
    with pytest.raises(UnknownTask):
        office.guidance.give(consultant, PHRASE, "none")
    with pytest.raises(UnknownGuidance):
        office.guidance.right(consultant, "none")
    for actor in (admin, auditor):
        with pytest.raises(NotAllowed):
            office.guidance.give(actor, PHRASE, task("여권").id)
    for actor in (consultant, supervisor):
        with pytest.raises(NotAllowed):
            office.guidance.learned(actor)
        with pytest.raises(NotAllowed):
            office.guidance.rule(actor, PHRASE, None)
    with pytest.raises(NotAllowed):
        office.guidance.wrong_referrals(consultant, date(2026, 11, 20))


def test_once_is_enough_for_oneself_and_two_people_for_everybody(
    office: Office, consultant: Actor, colleague: Actor, clerk: Actor, task: Callable[[str], Task]
) -> None:
    wanted = task("개명").id
    assert first_of(office, consultant) != (wanted, Reason.LEARNED)
    given = office.guidance.give(consultant, PHRASE, wanted)
    assert first_of(office, consultant) != (wanted, Reason.LEARNED)  # nobody has said that it was right
    office.guidance.right(consultant, given.id)
    assert first_of(office, consultant) == (wanted, Reason.LEARNED)
    assert first_of(office, colleague) != (wanted, Reason.LEARNED)
    for _ in range(3):  # one person alone convinces nobody else, however often
        office.guidance.right(consultant, office.guidance.give(consultant, PHRASE, wanted).id)
    assert first_of(office, colleague) != (wanted, Reason.LEARNED)
    office.guidance.right(colleague, office.guidance.give(colleague, PHRASE, wanted).id)
    for anybody in (consultant, colleague, clerk):
        assert first_of(office, anybody) == (wanted, Reason.LEARNED)
    assert first_of(office, clerk, "홍길동씨, 뿌뿌 어쩌고 하려고요 010-1234-5678") == (wanted, Reason.LEARNED)


def test_one_wrong_among_ten_right_changes_nothing(
    office: Office, consultant: Actor, colleague: Actor, clerk: Actor, task: Callable[[str], Task]
) -> None:
    wanted, other = task("개명").id, task("여권 신규").id
    for turn in range(10):
        actor = (consultant, colleague)[turn % 2]
        office.guidance.right(actor, office.guidance.give(actor, PHRASE, wanted).id)
    last = office.guidance.give(clerk, PHRASE, wanted)
    office.guidance.wrong(clerk, last.id, other, WrongReason.SAID_OTHERWISE)
    for anybody in (consultant, colleague, clerk):
        assert first_of(office, anybody) == (wanted, Reason.LEARNED)
    office.guidance.undo(clerk, last.id)
    assert first_of(office, clerk) == (wanted, Reason.LEARNED)


def test_a_confirmation_taken_back_teaches_nothing(
    office: Office, consultant: Actor, task: Callable[[str], Task]
) -> None:
    given = office.guidance.give(consultant, PHRASE, task("개명").id)
    office.guidance.right(consultant, given.id)
    assert first_of(office, consultant) == (given.task_id, Reason.LEARNED)
    office.guidance.undo(consultant, given.id)
    assert first_of(office, consultant) != (given.task_id, Reason.LEARNED)


def test_the_administrator_sees_edits_and_undoes_what_was_learned(
    office: Office, consultant: Actor, colleague: Actor, admin: Actor, clerk: Actor, task: Callable[[str], Task]
) -> None:
    learned, decided = task("개명").id, task("여권 신규").id
    for actor in (consultant, colleague):
        office.guidance.right(actor, office.guidance.give(actor, PHRASE, learned).id)
    assert office.guidance.learned(admin) == (LearnedPhrase(PHRASE, learned, ((learned, 2),), 2),)
    office.guidance.rule(admin, PHRASE, decided)
    assert first_of(office, clerk) == (decided, Reason.LEARNED)
    assert office.guidance.learned(admin) == (LearnedPhrase(PHRASE, decided, ((learned, 2),), 0, "admin"),)
    office.guidance.rule(admin, PHRASE, None)
    assert first_of(office, consultant) not in [(learned, Reason.LEARNED), (decided, Reason.LEARNED)]
    office.guidance.unrule(admin, PHRASE)
    assert first_of(office, clerk) == (learned, Reason.LEARNED)
    office.guidance.rule(admin, "홍길동씨 새로운 말 010-1234-5678", decided)
    assert {known.phrase for known in office.guidance.learned(admin)} == {PHRASE, "새로운 말"}
    office.guidance.unrule(admin, "새로운 말")
    office.guidance.rule(admin, "새로운 말", learned)
    assert first_of(office, clerk, "새로운 말") == (learned, Reason.LEARNED)
    with pytest.raises(BadValue):
        office.guidance.rule(admin, "010-1234-5678", None)
    with pytest.raises(UnknownTask):
        office.guidance.rule(admin, PHRASE, "none")


def said_wrong(office: Office, actor: Actor, phrase: str, sent: Task, actual: Task, reason: WrongReason) -> Guidance:
    given = office.guidance.give(actor, phrase, sent.id)
    return office.guidance.wrong(actor, given.id, actual.id, reason)


def test_wrong_referrals_are_counted_by_desk_and_reason_and_never_by_person(
    office: Office,
    consultant: Actor,
    colleague: Actor,
    supervisor: Actor,
    task: Callable[[str], Task],
    clock: SetClock,
) -> None:
    sent, actual = task("여권 신규"), task("불법주정차")
    clock.pass_by(days=-40)
    said_wrong(office, consultant, "오래된 말", sent, actual, WrongReason.MOVED)
    clock.pass_by(days=40)
    for actor, phrase in ((consultant, "딱지"), (colleague, "딱지"), (consultant, "다른 말")):
        said_wrong(office, actor, phrase, sent, actual, WrongReason.SOUNDS_ALIKE)
    office.guidance.wrong(consultant, office.guidance.give(consultant, "", sent.id).id, None, WrongReason.OTHER)
    office.guidance.right(consultant, office.guidance.give(consultant, "", sent.id).id)
    found = office.guidance.wrong_referrals(supervisor, date(2026, 11, 20))
    assert found == (
        WrongReferral(actual.title, sent.department, actual.department, WrongReason.SOUNDS_ALIKE, "딱지", 3),
        WrongReferral(sent.title, sent.department, "", WrongReason.OTHER, "", 1),
    )
    assert len(office.guidance.wrong_referrals(supervisor, date(2026, 11, 20), days=60)) == 3
    assert office.guidance.wrong_referrals(supervisor, date(2026, 11, 19)) == ()


def test_phrases_are_erased_with_the_notes_and_what_two_people_confirmed_stays_known(
    office: Office,
    consultant: Actor,
    colleague: Actor,
    clerk: Actor,
    admin: Actor,
    task: Callable[[str], Task],
    clock: SetClock,
    home: Home,
) -> None:
    public, own = task("개명").id, task("여권 신규").id
    for actor in (consultant, colleague):
        office.guidance.right(actor, office.guidance.give(actor, PHRASE, public).id)
    office.guidance.right(consultant, office.guidance.give(consultant, "혼잣말 같은 것", own).id)
    assert first_of(office, consultant, "혼잣말 같은 것") == (own, Reason.LEARNED)
    clock.pass_by(days=366)
    swept = office.day_end.sweep(clerk, date_is_right=True)
    assert swept.phrases == 3
    assert office.day_end.sweep(clerk, date_is_right=True).phrases == 0
    assert stored(home, "SELECT count(*) FROM guidance WHERE phrase != '' OR key != ''") == [(0,)]
    assert stored(home, "SELECT count(*) FROM record_key WHERE entity = 'guidance'") == [(0,)]
    assert stored(home, "SELECT count(*) FROM outbox WHERE entity = 'guidance' AND kind = 'erase'") == [(3,)]
    assert first_of(office, clerk) == (public, Reason.LEARNED)
    assert first_of(office, consultant, "혼잣말 같은 것") != (own, Reason.LEARNED)
    assert office.guidance.learned(admin) == (LearnedPhrase(PHRASE, public, (), 0),)
    # What two people confirm from now on goes before what was written down.
    for actor in (consultant, colleague):
        office.guidance.right(actor, office.guidance.give(actor, PHRASE, own).id)
    assert first_of(office, clerk) == (own, Reason.LEARNED)


def test_a_deadline_of_another_time_zone_of_the_pc_is_the_same(
    office: Office, consultant: Actor, task: Callable[[str], Task], clock: SetClock
) -> None:
    clock.at = clock.at.astimezone(UTC) + timedelta(hours=7, minutes=30)  # 17:30 in Seoul
    given = office.guidance.give(consultant, "", task("여권").id, transfer=TransferKind.TO_HANDLING)
    assert given.due == datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


def test_a_clock_asked_for_with_an_announcement_runs_whether_they_were_told_before_or_not(
    office: Office, consultant: Actor, task: Callable[[str], Task]
) -> None:
    told = office.guidance.give(consultant, PHRASE, task("여권 신규").id)
    announced = office.guidance.hand_over(
        consultant, PHRASE, told.task_id, transfer=TransferKind.INSIDE, guidance_id=told.id
    )
    assert (announced.id, announced.transfer) == (told.id, TransferKind.INSIDE)
    assert announced.visit_id is not None
    assert office.guidance.waiting_transfers(consultant) == (announced,)
