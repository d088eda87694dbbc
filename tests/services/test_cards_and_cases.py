"""Cards that became a case: taking that back while nothing was done, and covering words that are the case's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.bootstrap import Office
from app.domain.actors import Actor
from app.domain.cards import MADE_BY_MISTAKE, Card, CardCover, CardFilter, CardState, CaseHold, NewCard, Side
from app.domain.case_errors import CardCaseHeld, CardIsCase
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.case_views import CaseChange
from app.domain.cases import Case, CaseKind, CaseResult, CaseStatus, NewCase
from app.domain.errors import AppError
from app.domain.improvements import ImprovementForm, LinkKind
from app.domain.letters import LetterKind
from tests.support.offices import PASSWORD, stored
from tests.support.scans import photo, written

EVERY = CardFilter(states=frozenset(CardState))
PERSON = {"name": "홍길동", "address": "새빛구 새빛로 12", "department_code": "D001"}


@pytest.fixture
def colleague(office: Office) -> Actor:
    return office.accounts.sign_in("clerk2", PASSWORD)


@pytest.fixture
def card(office: Office, clerk: Actor) -> Card:
    return office.board.put(clerk, NewCard(Side.MISSED, "가로등 밑이 어둡습니다", department_code="D001"))


def make(office: Office, actor: Actor, card: Card, kind: CaseKind = CaseKind.OTHER, **more: object) -> Case:
    return office.board.make_case(actor, card.id, NewCase(kind, "가로등", **{**PERSON, **more}))  # type: ignore[arg-type]


def test_a_case_made_by_mistake_is_taken_back_and_nothing_is_rewritten(
    office: Office, clerk: Actor, supervisor: Actor, card: Card
) -> None:
    fixing = office.board.triage(clerk, card.id, CardState.FIXING)
    made = make(office, clerk, card)
    back = office.board.undo(clerk, card.id)
    assert (back.state, back.case_id, back.text) == (CardState.FIXING, None, card.text)
    assert back.state is fixing.state
    view = office.cases.show(clerk, made.number)
    assert (view.case.text, view.case.card_id) == (card.text, card.id)
    assert [(step.kind, step.text) for step in view.steps] == [(CaseStepKind.WITHDRAWN, MADE_BY_MISTAKE)]
    assert (view.course.status, view.course.result) == (CaseStatus.CLOSED, CaseResult.WITHDRAWN)
    assert view.course.answered_on is None
    counts = office.workload.month(supervisor, 2026, 11).total
    assert (counts.received, counts.in_time, counts.late, counts.open) == (1, 0, 0, 0)
    acts = [action for (action,) in stored(office.home, "SELECT action FROM audit ORDER BY n")]
    assert acts.count("unmake_case") == 1
    # The step before it is undone by the next key, and the card may become a case once more.
    assert office.board.undo(clerk, card.id).state is CardState.NEW
    again = make(office, clerk, card)
    assert again.number != made.number
    assert office.board.card(clerk, card.id).case_id == again.id


def _step(office: Office, actor: Actor, case: Case, tmp_path: Path) -> None:
    office.cases.step(actor, case.id, NewStep(CaseStepKind.NOTED, "전화함"))


def _edit(office: Office, actor: Actor, case: Case, tmp_path: Path) -> None:
    office.cases.edit(actor, case.id, CaseChange(title="가로등 두 개"))


def _attach(office: Office, actor: Actor, case: Case, tmp_path: Path) -> None:
    office.attachments.attach(actor, case.id, written(tmp_path, "scan.jpg", photo()))


def _print(office: Office, actor: Actor, case: Case, tmp_path: Path) -> None:
    office.cases.letter(actor, case.id, LetterKind.RECEIPT)


def _link(office: Office, actor: Actor, case: Case, tmp_path: Path) -> None:
    earlier = office.cases.open(actor, NewCase(CaseKind.OTHER, "먼저 온 것", **PERSON))  # type: ignore[arg-type]
    office.cases.link(actor, case.id, earlier.id)


def _task(office: Office, actor: Actor, case: Case, tmp_path: Path) -> None:
    task = office.improvements.put(actor, ImprovementForm("밝은 길", "밤에도 밝다", "D001"))
    office.improvements.link(actor, task.id, LinkKind.CASE, case.id)


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (_step, CaseHold.STEP),
        (_edit, CaseHold.EDITED),
        (_attach, CaseHold.ATTACHED),
        (_print, CaseHold.PRINTED),
        (_link, {CaseHold.EDITED, CaseHold.LINKED}),
        (_task, CaseHold.LINKED),
    ],
)
def test_what_was_done_with_the_case_is_not_undone_with_it(
    office: Office,
    clerk: Actor,
    card: Card,
    tmp_path: Path,
    act: Callable[[Office, Actor, Case, Path], None],
    why: CaseHold | set[CaseHold],
) -> None:
    made = make(office, clerk, card)
    act(office, clerk, made, tmp_path)
    for _ in range(2):
        with pytest.raises(CardCaseHeld) as held:
            office.board.undo(clerk, card.id)
        assert held.value.number == made.number
        assert CaseHold(held.value.why) in (why if isinstance(why, set) else {why})
    assert office.board.card(clerk, card.id).case_id == made.id
    assert office.cases.show(clerk, made.id).course.status is not CaseStatus.CLOSED


def test_nobody_elses_case_is_taken_back(office: Office, clerk: Actor, colleague: Actor, card: Card) -> None:
    made = make(office, colleague, card)
    with pytest.raises(CardCaseHeld) as held:
        office.board.undo(clerk, card.id)
    assert held.value.why == CaseHold.OTHERS
    # Covering what is personal in its words makes it nobody else's.
    office.board.hide_personal(clerk, card.id)
    assert office.board.undo(clerk, card.id).case_id == made.id
    with pytest.raises(CardCaseHeld):
        office.board.undo(clerk, card.id)
    assert office.board.undo(colleague, card.id).state is CardState.NEW


def test_a_card_whose_case_is_the_audit_officers_says_nothing(
    office: Office, clerk: Actor, supervisor: Actor, card: Card
) -> None:
    task = office.improvements.put(clerk, ImprovementForm("밝은 길", "밤에도 밝다", "D001"))
    office.improvements.link(clerk, task.id, LinkKind.CARD, card.id)
    first = office.cases.open(clerk, NewCase(CaseKind.GRIEVANCE, "어둡습니다", **PERSON))  # type: ignore[arg-type]
    made = make(office, clerk, card, CaseKind.GRIEVANCE)
    [shown] = office.board.cards(clerk, EVERY)
    assert (shown.text, shown.cover, shown.case_number) == (card.text, None, made.number)
    office.cases.link(clerk, made.id, first.id)
    for actor in (clerk, supervisor):
        [covered] = office.board.cards(actor, EVERY)
        assert (covered.cover, covered.case_number) == (CardCover.AUDITOR, made.number)
        assert (covered.text, covered.shown, covered.before, covered.after, covered.about) == ("", "", "", "", "")
        assert covered.state is CardState.CASE
        assert office.board.card(actor, card.id) == covered
        assert office.board.cards(actor, CardFilter(text="가로등", states=EVERY.states)) == ()
        assert office.improvements.sheet(actor, task.id).linked == ((LinkKind.CARD, made.number),)
    # Two counters that knew nothing of each other may have left it among the cards that hang on the wall.
    stored(office.home, "UPDATE card SET state = 'fixed'")
    assert office.board.wall(clerk) == ()
    stored(office.home, "UPDATE card SET state = 'case'")
    tries: list[Callable[[], object]] = [
        lambda: office.board.hide_personal(clerk, card.id),
        lambda: office.board.edit_text(clerk, card.id, "다른 말"),
        lambda: office.board.triage(clerk, card.id, CardState.FIXED, after="고침"),
        lambda: office.board.undo(clerk, card.id),
    ]
    for change in tries:
        with pytest.raises((CardIsCase, CardCaseHeld)) as refused:
            change()
        assert isinstance(refused.value, AppError)


def test_a_card_whose_case_is_not_on_this_pc_says_nothing(office: Office, clerk: Actor, card: Card) -> None:
    make(office, clerk, card)
    stored(office.home, "UPDATE card SET case_id = 'gone'")
    [covered] = office.board.cards(clerk, EVERY)
    assert (covered.text, covered.cover, covered.case_number) == ("", CardCover.ELSEWHERE, "")
    with pytest.raises(CardIsCase):
        office.board.undo(clerk, card.id)


def test_a_praise_that_became_a_sealed_case_reaches_nobody(office: Office, clerk: Actor) -> None:
    praise = office.board.put(clerk, NewCard(Side.LIKED, "고마웠습니다", about="clerk1"))
    first = office.cases.open(clerk, NewCase(CaseKind.GRIEVANCE, "어둡습니다", **PERSON))  # type: ignore[arg-type]
    assert [each.id for each in office.board.praise_for(clerk)] == [praise.id]
    make(office, clerk, praise, CaseKind.GRIEVANCE, matter_id=first.id)
    assert office.board.praise_for(clerk) == ()
