"""The board: cards, what becomes of them, whom a praise reaches, and that nothing personal is shown to everybody."""

from __future__ import annotations

from datetime import date

import pytest

from app.bootstrap import Office
from app.config.paths import Home
from app.domain.actors import Actor
from app.domain.cards import CardFilter, CardSource, CardState, NewCard, Side
from app.domain.case_errors import CardIsCase, InTheFuture, NameNeeded, ResidentNumberInText, UnknownRecord
from app.domain.cases import CaseKind, Channel, NewCase
from app.domain.errors import BadValue, NotAllowed, RecordChanged, TextTooLong, UnknownDepartment, UnknownPerson
from tests.support.offices import PASSWORD, SetClock, stored

MISSED = NewCard(Side.MISSED, "번호표 기계 글씨가 작아요", CardSource.PAPER)
PRAISE = NewCard(Side.LIKED, "서류를 하나하나 짚어 주셔서 고마웠습니다", about="clerk1")


@pytest.fixture
def colleague(office: Office) -> Actor:
    return office.accounts.sign_in("clerk2", PASSWORD)


def test_two_columns_newest_first_and_page_by_page(office: Office, clerk: Actor, clock: SetClock) -> None:
    made = []
    for number in range(5):
        clock.pass_by(days=1)
        made.append(office.board.put(clerk, NewCard(Side.MISSED, f"불편 {number}")))
    liked = office.board.put(clerk, PRAISE)
    wanted = CardFilter(side=Side.MISSED)
    first = office.board.cards(clerk, wanted, limit=3)
    assert [each.id for each in first] == [each.id for each in reversed(made)][:3]
    rest = office.board.cards(clerk, wanted, after=first[-1].id, limit=3)
    assert [each.id for each in (*first, *rest)] == [each.id for each in reversed(made)]
    assert office.board.cards(clerk, CardFilter(side=Side.LIKED)) == (liked,)
    assert office.board.counts(clerk, CardFilter()) == {Side.LIKED: 1, Side.MISSED: 5}
    assert [each.text for each in office.board.cards(clerk, CardFilter(text="불편 3"))] == ["불편 3"]


def test_the_offices_own_clock_skips_what_is_no_working_day(office: Office, clerk: Actor, admin: Actor) -> None:
    card = office.board.put(clerk, MISSED)  # Friday 2026-11-20
    assert card.due == date(2026, 12, 1)
    office.calendar.add_holiday(admin, date(2026, 11, 25), "임시공휴일")
    office.offices.change(admin, card_days=3)
    assert office.board.card(clerk, card.id).due == date(2026, 11, 26)
    assert office.board.triage(clerk, card.id, CardState.FIXING).due == date(2026, 11, 26)
    assert office.board.triage(clerk, card.id, CardState.REVIEW).due is None


def test_triage_in_one_call_and_back(office: Office, clerk: Actor) -> None:
    card = office.board.put(clerk, MISSED)
    fixing = office.board.triage(clerk, card.id, CardState.FIXING, seen=card.version)
    assert (fixing.state, fixing.state_by) == (CardState.FIXING, clerk.login)
    with pytest.raises(BadValue) as missing:
        office.board.triage(clerk, card.id, CardState.FIXED)
    assert missing.value.field == "after"
    fixed = office.board.triage(clerk, card.id, CardState.FIXED, after="글씨를 두 배로 키웠습니다")
    assert (fixed.before, fixed.after) == (MISSED.text, "글씨를 두 배로 키웠습니다")
    back = office.board.undo(clerk, card.id)
    assert (back.state, back.before, back.after) == (CardState.FIXING, "", "")
    assert office.board.undo(clerk, card.id).state is CardState.NEW
    with pytest.raises(BadValue):
        office.board.triage(clerk, card.id, CardState.CASE)


def test_what_is_put_away_is_seen_only_when_asked_for(office: Office, clerk: Actor) -> None:
    card = office.board.put(clerk, MISSED)
    hidden = office.board.triage(clerk, card.id, CardState.HIDDEN)
    assert office.board.cards(clerk, CardFilter()) == ()
    assert office.board.cards(clerk, CardFilter(states=frozenset({CardState.HIDDEN}))) == (hidden,)


def test_two_at_once(office: Office, clerk: Actor, colleague: Actor) -> None:
    card = office.board.put(clerk, MISSED)
    office.board.triage(clerk, card.id, CardState.REVIEW, seen=card.version)
    with pytest.raises(RecordChanged):
        office.board.triage(colleague, card.id, CardState.FIXING, seen=card.version)
    office.board.triage(colleague, card.id, CardState.FIXING)
    office.board.edit_text(clerk, card.id, "번호표 기계 글씨가 너무 작아요")
    with pytest.raises(RecordChanged):
        office.board.undo(colleague, card.id)  # somebody has changed it since
    assert office.board.card(clerk, card.id).state is CardState.FIXING


def test_a_turned_card_goes_back_with_whom_it_was_about(office: Office, clerk: Actor, colleague: Actor) -> None:
    card = office.board.put(colleague, PRAISE)
    office.board.triage(clerk, card.id, CardState.REVIEW)
    turned = office.board.turn(clerk, card.id, Side.MISSED)
    assert (turned.side, turned.about, turned.state) == (Side.MISSED, "", CardState.REVIEW)
    office.board.triage(clerk, card.id, CardState.FIXING)
    steps = [office.board.undo(clerk, card.id) for _ in range(3)]
    assert [(each.side, each.about, each.state) for each in steps] == [
        (Side.MISSED, "", CardState.REVIEW),
        (Side.LIKED, "clerk1", CardState.REVIEW),
        (Side.LIKED, "clerk1", CardState.NEW),
    ]
    assert [each.id for each in office.board.praise_for(clerk)] == [card.id]


def test_a_turn_is_not_undone_over_what_somebody_else_did_since(office: Office, clerk: Actor, colleague: Actor) -> None:
    card = office.board.put(clerk, MISSED)
    office.board.turn(clerk, card.id, Side.LIKED)
    office.board.say_about(colleague, card.id, "clerk2")
    with pytest.raises(RecordChanged):
        office.board.undo(clerk, card.id)
    with pytest.raises(RecordChanged):
        office.board.undo(clerk, card.id)  # nor by pressing the key once more
    now = office.board.card(clerk, card.id)
    assert (now.side, now.about) == (Side.LIKED, "clerk2")


def test_praise_reaches_the_clerk_it_is_about(office: Office, clerk: Actor, colleague: Actor) -> None:
    card = office.board.put(colleague, PRAISE)
    assert card.about_name
    assert office.board.praise_for(clerk) == (card,)
    assert office.board.praise_for(colleague) == ()
    with pytest.raises(UnknownRecord):
        office.board.thank_seen(colleague, card.id)
    seen = office.board.thank_seen(clerk, card.id)
    assert seen.thanked_at is not None
    assert office.board.thank_seen(clerk, card.id) == seen
    office.board.say_about(colleague, card.id, "clerk2")
    assert [each.id for each in office.board.praise_for(colleague)] == [card.id]
    turned = office.board.turn(colleague, card.id, Side.MISSED)
    assert (turned.side, turned.about, office.board.praise_for(colleague)) == (Side.MISSED, "", ())
    with pytest.raises(BadValue):
        office.board.say_about(colleague, card.id, "clerk1")


def test_nothing_personal_is_on_the_wall(office: Office, clerk: Actor) -> None:
    name = clerk.name
    praise = NewCard(Side.LIKED, f"{name} 주무관님 고맙습니다. 김영희씨 010-1234-5678", about="clerk1")
    liked = office.board.put(clerk, praise)
    missed = office.board.put(clerk, NewCard(Side.MISSED, "번호 900101-1 까지만. kim@example.kr 로 답 주세요"))
    assert office.board.wall(clerk) == ()  # nobody has looked at them yet
    office.board.triage(clerk, liked.id, CardState.THANKED)
    office.board.triage(clerk, missed.id, CardState.FIXED, after="이영희씨께 010-1234-5678로 알림")
    assert "010-1234-5678" in office.board.card(clerk, liked.id).text
    wall = office.board.wall(clerk)
    assert {each.id for each in wall} == {liked.id, missed.id}
    for each in wall:
        said = f"{each.text} {each.before} {each.after}"
        for word in ("1234", "example.kr", name, "김영희", "이영희"):
            assert word not in said
        assert (each.about, each.about_name, each.by, each.state_by) == ("", "", "", "")
        assert each.text == each.shown


def test_the_offices_own_numbers_stay(office: Office, clerk: Actor) -> None:
    own = next(each.phone for each in office.admin.catalogue.departments(_admin(office)) if each.phone)
    card = office.board.put(clerk, NewCard(Side.MISSED, f"{own} 로 걸면 안 받고 02-987-6543 은 받아요"))
    assert card.shown == f"{own} 로 걸면 안 받고 *********** 은 받아요"


def test_personal_data_is_covered_for_good(office: Office, clerk: Actor, home: Home) -> None:
    card = office.board.put(clerk, NewCard(Side.MISSED, "김영희씨인데 010-1234-5678로 전화 주세요"))
    covered = office.board.hide_personal(clerk, card.id)
    assert "010" not in covered.text
    assert "김영희" not in covered.text
    assert office.board.undo(clerk, card.id).text == card.text
    office.board.hide_personal(clerk, card.id)
    assert "5678" not in str(stored(home, "SELECT text, before, after FROM card"))


def test_words_travel_locked(office: Office, clerk: Actor, home: Home) -> None:
    card = office.board.put(clerk, MISSED)
    office.board.triage(clerk, card.id, CardState.FIXED, after="글씨를 키웠습니다")
    rows = stored(home, "SELECT fields FROM outbox WHERE entity = 'card'")
    assert len(rows) == 2
    said = " ".join(row[0] for row in rows)
    assert '"state": "fixed"' in said
    assert "글씨" not in said


@pytest.mark.parametrize(
    ("new", "error"),
    [
        (NewCard(Side.MISSED, "  \n "), BadValue),
        (NewCard(Side.MISSED, "가" * 1001), TextTooLong),
        (NewCard(Side.MISSED, "900101-1234567"), ResidentNumberInText),
        (NewCard(Side.MISSED, "불편", department_code="D999"), UnknownDepartment),
        (NewCard(Side.MISSED, "불편", about="clerk1"), BadValue),
        (NewCard(Side.LIKED, "칭찬", about="nobody"), UnknownPerson),
        (NewCard(Side.LIKED, "칭찬", day=date(2026, 11, 21)), InTheFuture),
    ],
)
def test_what_no_card_can_be(office: Office, clerk: Actor, new: NewCard, error: type[Exception]) -> None:
    with pytest.raises(error):
        office.board.put(clerk, new)
    assert office.board.cards(clerk, CardFilter()) == ()


def test_whoever_is_not_at_a_counter_has_no_board(office: Office, auditor: Actor, admin: Actor) -> None:
    for actor in (auditor, admin):
        with pytest.raises(NotAllowed):
            office.board.cards(actor, CardFilter())
        with pytest.raises(NotAllowed):
            office.board.wall(actor)


# --- cards that become cases ---


def test_a_card_becomes_a_case_in_one_go(office: Office, clerk: Actor, home: Home) -> None:
    card = office.board.put(clerk, MISSED)
    new = NewCase(CaseKind.SUGGESTION, "번호표 기계", name="김시민", address="한빛로 1", department_code="D001")
    made = office.board.make_case(clerk, card.id, new, seen=card.version)
    assert (made.card_id, made.channel, made.text) == (card.id, Channel.BOARD, MISSED.text)
    after = office.board.card(clerk, card.id)
    assert (after.state, after.case_id) == (CardState.CASE, made.id)
    assert office.cases.show(clerk, made.number).due is not None
    for change in (
        lambda: office.board.triage(clerk, card.id, CardState.REVIEW),
        lambda: office.board.make_case(clerk, card.id, new),
        lambda: office.board.edit_text(clerk, card.id, "다른 말"),
    ):
        with pytest.raises(CardIsCase):
            change()
    assert stored(home, "SELECT count(*) FROM case_file") == [(1,)]


def test_a_comment_without_a_name_is_no_petition(office: Office, clerk: Actor, home: Home) -> None:
    card = office.board.put(clerk, MISSED)
    with pytest.raises(NameNeeded):
        office.board.make_case(clerk, card.id, NewCase(CaseKind.GRIEVANCE, "번호표", department_code="D001"))
    with pytest.raises(RecordChanged):
        office.board.make_case(clerk, card.id, NewCase(CaseKind.OTHER, "번호표", department_code="D001"), seen=9)
    assert stored(home, "SELECT count(*) FROM case_file") == [(0,)]
    assert office.board.card(clerk, card.id) == card


# --- erasing ---


def test_words_are_erased_when_their_time_has_passed(office: Office, clerk: Actor, clock: SetClock, home: Home) -> None:
    old = office.board.put(clerk, NewCard(Side.MISSED, "오래된 불편", day=date(2026, 10, 1)))
    clock.pass_by(days=1095)
    young = office.board.put(clerk, MISSED)
    swept = office.day_end.sweep(clerk)
    assert swept.notes == 1
    assert [each.id for each in office.board.cards(clerk, CardFilter())] == [young.id]
    assert stored(home, "SELECT text, side FROM card WHERE id = ?", (old.id,)) == [("", "missed")]
    assert stored(home, "SELECT count(*) FROM record_key WHERE row_id = ?", (old.id,)) == [(0,)]
    assert stored(home, "SELECT kind FROM outbox WHERE row_id = ? ORDER BY n", (old.id,)) == [("create",), ("erase",)]
    assert office.board.cards(clerk, CardFilter(text="오래된")) == ()
    with pytest.raises(UnknownRecord):
        office.board.triage(clerk, old.id, CardState.REVIEW)
    assert office.day_end.sweep(clerk).notes == 0


def _admin(office: Office) -> Actor:
    return office.accounts.sign_in("admin", PASSWORD)
