"""Comments of the survey on every counter's board: once, of days that are over, and no more of them than the words."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from app.domain.cards import CardFilter, CardSource, CardState, Side, comment_card_id
from app.domain.shared_survey import SurveyComment
from app.sync.hubs import open_survey
from tests.support.hubs import DAY, HubKit, locked
from tests.support.offices import stored
from tests.support.postgres import Cluster
from tests.support.postgres_kit import PostgresKit
from tests.support.shared_offices import Desk, SharedOffice
from tests.support.survey import GOOD_ANSWERS
from tests.sync.test_survey_sharing import SLIP_DAYS, Survey, slip

MISSED, LIKED = "의자가 부족해서 불편했어요", "친절하게 도와주셔서 감사합니다"


@pytest.fixture
def survey(tmp_path: Path, shared: SharedOffice, first: Desk) -> Iterator[Survey]:
    made = Survey(tmp_path / "survey-server", shared, first)
    made.link.once()
    yield made
    made.link.close()


def write_comments(survey: Survey, tokens: list[str], comments: list[str]) -> None:
    with survey.serving() as client:
        for token, comment in zip(tokens, comments, strict=True):
            assert client.answer(token, {**GOOD_ANSWERS, "Q9_COMMENT": comment}).status_code == 200


def texts(desk: Desk) -> list[str]:
    return sorted(card.text for card in desk.office.board.cards(desk.clerk, CardFilter()))


def test_comments_come_to_every_board_once_and_when_the_day_is_over(
    shared: SharedOffice, first: Desk, second: Desk, survey: Survey
) -> None:
    tokens = [slip(first) for _ in range(6)]
    said = [MISSED, LIKED, "창구가 넓어요", "", "", ""]
    random.Random(3).shuffle(said)
    write_comments(survey, tokens, said)
    for days in (0, SLIP_DAYS + 1):
        for clocked in (first, second, survey):
            clocked.clock.pass_by(days=days)
        survey.sweep()
        assert survey.link.once().comments == 0
        shared.settled(first, second)
        assert texts(first) == []
    survey.clock.pass_by(days=1)
    assert survey.link.once().comments == 3
    assert survey.link.once().comments == 0
    with closing(survey.new_link()) as again:
        assert again.once().comments == 3  # a server that was started anew offers them again, and nothing changes
    shared.settled(first, second)
    for desk in (first, second):
        cards = desk.office.board.cards(desk.clerk, CardFilter())
        assert {card.source for card in cards} == {CardSource.SURVEY}
        assert {(card.day, card.by, card.state) for card in cards} == {(DAY, "", CardState.NEW)}
        assert len({card.at for card in cards}) == 1  # all at one moment, which is none of theirs
        assert {card.side for card in cards if card.text == LIKED} == {Side.LIKED}
        assert texts(desk) == sorted([MISSED, LIKED, "창구가 넓어요"])
    # What the words came with stays where it was: no area, no language, no other answer.
    fields = json.loads(shared.stored(f"SELECT {shared.text} FROM doc WHERE entity = 'card'")[0][0])
    assert fields.keys() == {"side", "source", "day", "department_code", "about", "state", "by", "at", "text"}


def test_a_comment_that_was_erased_does_not_come_back(
    shared: SharedOffice, first: Desk, second: Desk, survey: Survey
) -> None:
    write_comments(survey, [slip(first) for _ in range(5)], [MISSED, "", "", "", ""])
    for clocked in (first, second, survey):
        clocked.clock.pass_by(days=SLIP_DAYS + 2)
    survey.sweep()
    survey.link.once()
    shared.settled(first, second)
    [(card_id,)] = stored(first.home, "SELECT id FROM card")
    first.office.board.triage(first.clerk, card_id, CardState.THANKED)
    first.clock.pass_by(days=1100)
    first.office.day_end.sweep(first.clerk, date_is_right=True)
    shared.settled(first, second)
    with closing(survey.new_link()) as again:
        again.once(everything=True)
    shared.settled(first, second)
    for desk in (first, second):
        assert stored(desk.home, "SELECT text, state FROM card") == [("", "thanked")]
    assert shared.stored("SELECT count(*) FROM record_key WHERE entity = 'card'") == [(0,)]


# --- the shared side's half -------------------------------------------------------------------------------------------


def comment(number: int, **changes: object) -> SurveyComment:
    said = {"id": comment_card_id(str(number)), "day": DAY, "department": 1, "side": "missed", "text": "bG9ja2Vk"}
    return SurveyComment(**{**said, "key": bytes([number]) * 32, **changes})  # type: ignore[arg-type]


def test_a_card_is_made_once_and_its_first_key_stands(hub_kit: HubKit) -> None:
    counter = hub_kit.admitted()
    counter.push(counter.create("department", "D007", {"number": 1, "name": "민원과"}))
    login = hub_kit.made_login("minwon_survey") if isinstance(hub_kit, PostgresKit) else None
    with closing(open_survey(hub_kit.address, login)) as survey:
        assert survey.publish_comments([comment(2), comment(1, department=None)])
        assert survey.publish_comments([comment(2, text="YW5vdGhlcg==", key=bytes(32)), comment(3, department=9)])
        assert survey.publish_comments([])
    cards = {row_id: d for (entity, row_id), d in counter.catch_up().items() if entity == "card"}
    made = cards[comment(2).id]
    assert (made.key, made.version, made.fields["text"]) == (bytes([2]) * 32, 1, locked("bG9ja2Vk"))
    assert [cards[comment(n).id].fields["department_code"] for n in (1, 2, 3)] == ["", "D007", ""]
    # Those that came together lie in the order of their ids, which tells nothing.
    together = sorted([comment(1).id, comment(2).id])
    assert sorted(together, key=lambda one: cards[one].place) == together
    assert {d.home for d in cards.values()} == {"survey"}
    counter.push(counter.erase("card", comment(1).id))
    with closing(open_survey(hub_kit.address, login)) as survey:
        survey.publish_comments([comment(1)])
    gone = counter.document("card", comment(1).id)
    assert (gone.erased, gone.key, gone.fields["text"]) == (True, None, "")


@pytest.mark.parametrize(
    "batch",
    [
        '{"id": 1}',
        '[{"id": "11111111-2222-4333-8444-555555555555", "day": "2026-11-20", "side": "both", "text": "x"}]',
        '[{"id": "11111111-2222-4333-8444-555555555555", "side": "liked", "text": "x", "key": "' + "ab" * 32 + '"}]',
        '[{"id": "11111111-2222-4333-8444-555555555555", "day": "2026-11-20", "side": "liked", "text": "x"}]',
    ],
)
def test_what_is_no_comment_is_refused(request: pytest.FixtureRequest, batch: str, postgres_cluster: Cluster) -> None:
    with closing(PostgresKit(postgres_cluster)) as kit:
        login = kit.made_login("minwon_survey")
        refused = pytest.raises(psycopg.DatabaseError, match="not a batch")
        with closing(kit.cluster.connect(kit.address.database, login)) as connection, refused:
            connection.execute("SELECT minwon.survey_cards(%s)", (batch,))
        assert kit.stored("SELECT count(*) FROM doc WHERE entity = 'card'") == [(0,)]
