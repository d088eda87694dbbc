"""Survey comments on the board: each once, after its day is over, and never more of its author than figures tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest

from app.bootstrap import Office
from app.config.paths import Home
from app.crypto.secrets import random_bytes
from app.db.survey_store import Form, NewAnswer, Outcome, SurveyStore
from app.domain.actors import Actor
from app.domain.cards import Card, CardFilter, CardSource, CardState, Side
from app.domain.clocks import office_day
from app.domain.comment_cards import GivenComment, comment_cards, side_of
from app.domain.languages import Language
from app.domain.tokens import NONCE_BYTES
from tests.support.offices import MORNING, SetClock, stored

DAY = date(2026, 11, 20)
GOOD = {"Q1_KIND": ("5",), "Q8_OVERALL": ("5",)}
BAD = {"Q1_KIND": ("1",), "Q8_OVERALL": ("1",)}

Say = Callable[..., None]


@pytest.fixture
def store(office: Office, home: Home) -> Iterator[SurveyStore]:
    """The survey store as its server has it open."""
    office.stores.export(home.survey)
    opened = SurveyStore.open(home.survey)
    yield opened
    opened.close()


@pytest.fixture
def say(store: SurveyStore) -> Say:
    """Lets answers of a department (by number) with a comment arrive."""

    def some(department: int, comment: str = "", count: int = 1, day: date = DAY, answers: object = GOOD) -> None:
        for _ in range(count):
            form = Form(day, random_bytes(NONCE_BYTES), random_bytes(16), b"content")
            new = NewAnswer(day, department, 1, Language.KO, answers, comment, None)  # type: ignore[arg-type]
            assert store.accept(form, new, MORNING) is Outcome.STORED

    return some


def _over(store: SurveyStore, clock: SetClock, days: int = 9) -> None:
    clock.pass_by(days=days)
    store.close_expired(office_day(clock()), 7)


def _board(office: Office, actor: Actor) -> tuple[Card, ...]:
    return office.board.cards(actor, CardFilter())


def test_a_comment_becomes_a_card_once(
    office: Office, clerk: Actor, store: SurveyStore, say: Say, clock: SetClock, home: Home
) -> None:
    say(1, count=5)
    say(1, "번호표 기계 글씨가 작아요 010-1234-5678 \U0001f600")
    _over(store, clock)
    assert office.board.collect_comments(clerk) == 1
    (card,) = _board(office, clerk)
    assert card.text == "번호표 기계 글씨가 작아요 *************"
    assert (card.source, card.side, card.day, card.department_code) == (CardSource.SURVEY, Side.MISSED, DAY, "D001")
    assert (card.by, card.state) == ("", CardState.NEW)
    office.board.triage(clerk, card.id, CardState.HIDDEN)
    assert office.board.collect_comments(clerk) == 0
    assert stored(home, "SELECT count(*) FROM card") == [(1,)]
    said = stored(home, "SELECT fields FROM outbox WHERE entity = 'card'")
    assert not any("번호표" in fields for (fields,) in said)


def test_nothing_is_read_before_the_day_is_over_for_good(
    office: Office, clerk: Actor, store: SurveyStore, say: Say, clock: SetClock
) -> None:
    say(1, "의자가 부족해요", count=5)
    assert office.board.collect_comments(clerk) == 0
    clock.pass_by(days=9)  # the server has not closed it: some page may wait for its second one
    assert office.board.collect_comments(clerk) == 0
    clock.pass_by(days=-1)
    store.close_expired(office_day(clock()), 7)  # closed today: an answer may still be on its way
    assert office.board.collect_comments(clerk) == 0
    clock.pass_by(days=1)
    assert office.board.collect_comments(clerk) == 5


def test_a_department_is_named_only_where_its_figures_are(
    office: Office, clerk: Actor, store: SurveyStore, say: Say, clock: SetClock
) -> None:
    say(1, "여권과에서", count=8)
    say(2, "세무과에서", count=5)
    say(3, "혼자 온 곳에서")
    _over(store, clock)
    office.board.collect_comments(clerk)
    # One answer alone would be told by being the only one without a department: the smallest neighbour goes with it.
    assert {each.text: each.department_code for each in _board(office, clerk)} == {
        "여권과에서": "D001",
        "세무과에서": "",
        "혼자 온 곳에서": "",
    }


def test_quiet_days_are_put_together(
    office: Office, clerk: Actor, store: SurveyStore, say: Say, clock: SetClock
) -> None:
    say(1, "첫날", count=2)
    say(1, "둘째 날", count=2, day=DAY + timedelta(days=1))
    _over(store, clock, days=12)
    assert office.board.collect_comments(clerk) == 0
    say(1, "넷째 날", day=DAY + timedelta(days=5))
    _over(store, clock)
    assert office.board.collect_comments(clerk) == 5
    assert {(each.day, each.department_code) for each in _board(office, clerk)} == {(DAY + timedelta(days=5), "")}


def test_the_side_says_nothing_of_the_answers(
    office: Office, clerk: Actor, store: SurveyStore, say: Say, clock: SetClock
) -> None:
    say(1, "직원분이 친절해서 감사했습니다", answers=BAD)
    say(1, "의자를 더 놓아 주세요", answers=GOOD)
    say(1, count=5)
    _over(store, clock)
    office.board.collect_comments(clerk)
    sides = {each.text: each.side for each in _board(office, clerk)}
    assert sides == {"직원분이 친절해서 감사했습니다": Side.LIKED, "의자를 더 놓아 주세요": Side.MISSED}


@pytest.mark.parametrize(
    ("comment", "side"),
    [
        ("감사합니다", Side.LIKED),
        ("정말 친절하고 빨랐어요", Side.LIKED),
        ("불친절했습니다", Side.MISSED),
        ("친절한데 너무 오래 기다렸어요", Side.MISSED),
        ("주차장", Side.MISSED),
        ("Thank you, very kind staff", Side.LIKED),
        ("Kind, but I had to wait", Side.MISSED),
        ("工作人员很亲切", Side.LIKED),
        ("Cảm ơn, rất nhiệt tình", Side.LIKED),
    ],
)
def test_sides(comment: str, side: Side) -> None:
    assert side_of(comment) is side


def test_cards_come_in_no_order_that_tells_which_was_first(
    office: Office, clerk: Actor, store: SurveyStore, say: Say, clock: SetClock, home: Home
) -> None:
    for number in range(12):
        say(1, f"의견 {number:02d}")
    _over(store, clock)
    office.board.collect_comments(clerk)
    ids = [row[0] for row in stored(home, "SELECT row_id FROM outbox WHERE entity = 'card' ORDER BY n")]
    assert ids == sorted(ids)  # by names that are made of what the answers say and of noise
    assert len({row[0] for row in stored(home, "SELECT at FROM card")}) == 1


def test_the_same_answers_give_the_same_cards() -> None:
    answers = [GivenComment(f"answer {number}", 1, f"의견 {number}") for number in range(6)]
    one = comment_cards([(DAY, answers)])
    other = comment_cards([(DAY, list(reversed(answers)))])
    assert set(one) == set(other)
    assert len({each.id for each in one}) == 6


def test_without_a_survey_of_its_own_a_home_has_nothing_to_collect(office: Office, clerk: Actor) -> None:
    assert office.board.collect_comments(clerk) == 0
