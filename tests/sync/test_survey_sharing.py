"""The survey server and the shared side: keys, answers and figures between real homes and real answers over HTTP."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import survey_file
from app.crypto.signing import key_id
from app.db.store_files import read_store_keys, read_store_survey
from app.db.survey_store import SurveyStore
from app.domain.actors import Actor, Role
from app.domain.errors import NotAllowed
from app.domain.languages import Language
from app.domain.period_figures import PeriodFigures
from app.domain.periods import By, Period, Span
from app.domain.sharing_errors import (
    HomeRemoved,
    SealedAnswersElsewhere,
    SharedRightsMissing,
    SharedSideUnavailable,
)
from app.domain.slips import Paper, SlipState
from app.domain.tokens import split_token
from app.domain.visits import NewVisit, Registered
from app.services.survey_stores import read_survey, take_keys
from app.survey_web.live_files import LiveFiles
from app.survey_web.server import create_app
from app.survey_web.sweeper import sweep
from app.sync.hubs import open_hub, open_survey
from app.sync.survey_link import PROGRESS_NAME, SharingBeside, SurveyLink, open_link
from tests.support.hubs import HubKit
from tests.support.offices import PASSPHRASE, SetClock, stored
from tests.support.shared_offices import Desk, SharedOffice
from tests.support.survey import DAY, GOOD_ANSWERS
from tests.support.survey_client import SurveyClient, survey_client

AUDITOR = Actor("auditor1", "", Role.AUDITOR)
COMMENT = "안내판이 더 컸으면 합니다"
SERVICES = ("SEAL", "PASSPORT", "LOCALTAX", "CARREG", "SEAL", "SEAL")
SLIP_DAYS = 7


class Survey:
    """A survey server's machine: its store, its clock, and its tie to the shared side."""

    def __init__(self, folder: Path, shared: SharedOffice, desk: Desk) -> None:
        self.folder = folder
        self.clock = SetClock(desk.clock.at)
        self._shared = shared
        self.login = desk.office.sharing.survey_login(desk.admin)
        self.link = self.new_link()

    def new_link(self) -> SurveyLink:
        return open_link(self.folder, self._shared.address, self.login, lambda: read_survey(survey_file()), self.clock)

    @contextmanager
    def serving(self) -> Iterator[SurveyClient]:
        with survey_client(create_app(self.folder, self.clock)) as client:
            yield client

    def sweep(self) -> None:
        """What the server does by itself every quarter of a minute."""
        with closing(SurveyStore.open(self.folder)) as store:
            sweep(store, LiveFiles(self.folder), self.clock())

    def rows(self) -> Sequence[tuple[Any, ...]]:
        """The answers as they lie on the shared side, in the order they lie there."""
        return self._shared.stored("SELECT id, department, area, language, body FROM survey_answer")


@pytest.fixture
def survey(tmp_path: Path, shared: SharedOffice, first: Desk) -> Iterator[Survey]:
    """A server that has its store from the shared side alone."""
    made = Survey(tmp_path / "survey-server", shared, first)
    made.link.once()
    yield made
    made.link.close()


def slip(desk: Desk, service: str = "SEAL") -> str:
    """The token of a slip that was handed over."""
    registered = desk.office.visits.register(desk.clerk, NewVisit(service))
    printed(desk, registered)
    return token_of(registered)


def printed(desk: Desk, registered: Registered) -> str:
    """The address on the slip of a visit."""
    record, content = desk.office.slips.issue(desk.clerk, registered.visit.id, Paper.ROLL80, Language.KO)
    desk.office.slips.mark(desk.clerk, record.id, SlipState.HANDED)
    return content.survey_url


def token_of(registered: Registered) -> str:
    return registered.survey_url.rsplit("/", 1)[1]


def answer_all(survey: Survey, tokens: Sequence[str], chance: random.Random) -> None:
    with survey.serving() as client:
        for token in tokens:
            told = {**GOOD_ANSWERS, "Q8_OVERALL": chance.choice("12345"), "Q9_COMMENT": COMMENT}
            told["Q2_ROUTE"] = chance.choice(["ONCE", "MOVED1", "NA"])
            assert client.answer(token, told).status_code == 200


def figures_of(desk: Desk, span: Span) -> PeriodFigures:
    made = desk.office.summaries.period(desk.supervisor, Period.of(span, DAY))
    # What came before a home joined is not here to be compared with.
    return replace(made, previous=None)


# --- figures ---


def test_every_counter_shows_the_figures_of_the_office_with_the_store(
    shared: SharedOffice, first: Desk, second: Desk, tmp_path: Path
) -> None:
    """The survey server serves the first home's own store; the others know the shared side alone."""
    chance = random.Random(5)
    survey = Survey(first.home.survey, shared, first)
    desks = (first, second, shared.join(first, "9"))
    with closing(survey.link):
        assert survey.link.once().keys_changed
        tokens = [slip(desks[n % 2], SERVICES[n % len(SERVICES)]) for n in range(23)]
        answer_all(survey, tokens[:17], chance)
        shared.settled(*desks)
        survey.clock.pass_by(minutes=11)
        assert (survey.link.once().days, survey.rows()) == (1, [])
        shared.settled(*desks)
        running = [figures_of(desk, Span.DAY) for desk in desks]
        assert running[0] == running[1] == running[2]
        assert (running[0].surveys_answered, running[0].scored_answers) == (17, 15)
        assert all(score.answers is None for score in running[1].scores[By.DEPARTMENT])

        for desk in (*desks, survey):
            desk.clock.pass_by(days=SLIP_DAYS + 1)
        survey.sweep()
        assert survey.link.once().days == 1
        shared.settled(*desks)
        for span in (Span.DAY, Span.WEEK, Span.MONTH):
            closed = [figures_of(desk, span) for desk in desks]
            assert closed[0] == closed[1] == closed[2]
            assert any(score.answers for score in closed[1].scores[By.DEPARTMENT])
        reports = [desk.office.integrity.report(desk.supervisor, DAY, DAY) for desk in desks]
        assert reports[0].rows == reports[1].rows == reports[2].rows
        assert any(row.answers for row in reports[1].rows)

        # A day later no page waits any more: now the answers go, and to no counter.
        survey.clock.pass_by(days=1)
        assert survey.link.once().answers == 17
        assert survey.link.once().answers == 0
        shared.settled(*desks)
    assert len(survey.rows()) == 17
    assert sum(COMMENT in str(row[-1]) for row in survey.rows()) == 17
    with closing(SurveyStore.open(survey.folder, read_only=True)) as store:
        envelopes = [answer.envelope for answer in store.answers_of(DAY)]
    for desk in desks:
        # Of the answers nothing but the words for the board comes to a counter.
        assert stored(desk.home, "SELECT text, count(*) FROM card GROUP BY text") == [(COMMENT, 17)]
        files = [path for path in desk.home.root.iterdir() if path.is_file()]
        content = b"".join(path.read_bytes() for path in files)
        for envelope in envelopes:
            assert envelope[:24] not in content
            assert envelope.hex()[:24].encode() not in content


def test_a_department_that_is_not_shown_stays_behind(
    shared: SharedOffice, first: Desk, second: Desk, survey: Survey
) -> None:
    """Seven answers of one department and six of another; and two of a third, which would tell too much."""
    tokens = [slip(first, service) for service in ("SEAL",) * 7 + ("CARREG",) * 6 + ("LOCALTAX",) * 2]
    answer_all(survey, tokens, random.Random(1))
    for clocked in (first, second, survey):
        clocked.clock.pass_by(days=SLIP_DAYS + 1)
    survey.sweep()
    survey.link.once()
    shared.settled(first, second)
    told = shared.fields("survey_day", DAY.isoformat())["tallies"]
    with closing(SurveyStore.open(survey.folder, read_only=True)) as store:
        stored = store.figures_of(DAY)
    assert len(stored.departments) == 3
    small = min(stored.departments, key=lambda number: stored.departments[number].answers)
    assert str(small) not in told["departments"]
    assert {question for tally in told["departments"].values() for question in tally["counts"]} == {"Q8_OVERALL"}


# --- answers ---


def test_answers_go_once_in_no_order_and_with_no_time(shared: SharedOffice, first: Desk, survey: Survey) -> None:
    tokens = [slip(first) for _ in range(24)]
    with survey.serving() as client:
        for n, token in enumerate(tokens):
            assert client.answer(token, {**GOOD_ANSWERS, "Q9_COMMENT": f"{n:02}번째"}).status_code == 200
            survey.clock.pass_by(minutes=1)
    survey.clock.pass_by(days=SLIP_DAYS + 1)
    survey.sweep()
    assert survey.link.once().answers == 0
    survey.clock.pass_by(days=1)
    assert survey.link.once().answers == 24
    there = survey.rows()
    order = [json.loads(str(row[-1]))["comment"] if isinstance(row[-1], str) else row[-1]["comment"] for row in there]
    assert sorted(order) == [f"{n:02}번째" for n in range(24)]
    assert order != sorted(order)
    # Another process tells all of it again, and nothing is there twice.
    with closing(survey.new_link()) as again:
        assert again.once().answers == 24
    assert sorted(map(str, survey.rows())) == sorted(map(str, there))
    for moment in ("10:", "2026-11-20T", "T01:"):
        assert not any(moment in str(row) for row in there)


def test_an_answer_that_lands_after_its_day_was_given_is_added_and_doubles_none(
    shared: SharedOffice, first: Desk, survey: Survey
) -> None:
    """A server that was off with a page waiting stores it days later, and deals the day's rows out anew for it."""
    tokens = [slip(first) for _ in range(17)]
    answer_all(survey, tokens[:16], random.Random(2))
    with survey.serving() as client:
        second_page = client.answer(tokens[16], {**GOOD_ANSWERS, "Q7_INTEGRITY": ["ASKED"]})
        assert "second_text" in second_page.text
    with closing(SurveyStore.open(survey.folder)) as store:
        survey.clock.pass_by(days=SLIP_DAYS + 2)
        store.close_expired(DAY + timedelta(days=SLIP_DAYS + 2), SLIP_DAYS)
    assert survey.link.once().answers == 16
    survey.sweep()
    with closing(survey.new_link()) as later:
        assert later.once().answers == 17
    with closing(SurveyStore.open(survey.folder, read_only=True)) as store:
        assert {str(row[0]) for row in survey.rows()} == {answer.id for answer in store.answers_of(DAY)}
    assert len(survey.rows()) == 17


def test_how_far_it_has_come_outlives_the_process_and_is_no_secret(first: Desk, survey: Survey) -> None:
    answer_all(survey, [slip(first) for _ in range(5)], random.Random(3))
    survey.clock.pass_by(days=SLIP_DAYS + 2)
    survey.sweep()
    assert survey.link.once().answers == 5
    survey.clock.pass_by(days=1)
    kept = json.loads((survey.folder / PROGRESS_NAME).read_text(encoding="utf-8"))
    assert kept == {"address": survey.link._address, "given_until": DAY.isoformat()}
    everything = b"".join(path.read_bytes() for path in survey.folder.iterdir())
    if survey.login is not None:
        assert survey.login.password.encode() not in everything
    (survey.folder / PROGRESS_NAME).write_text(json.dumps({**kept, "given_until": "2027-03-01"}), encoding="utf-8")
    with closing(survey.new_link()) as link:
        assert link.once().answers == 0
        assert link.once(everything=True).answers == 5


# --- keys ---


def test_a_new_counter_and_a_new_audit_key_reach_the_server(shared: SharedOffice, first: Desk, survey: Survey) -> None:
    before = read_store_keys(survey.folder)
    assert before.audit_public is not None
    joined = shared.join(first, "8")
    token = slip(joined)
    with survey.serving() as client:
        assert client.get(f"/s/{token}").status_code == 404
        assert survey.link.once().keys_changed
        assert client.get(f"/s/{token}").status_code == 200
        assert not survey.link.once().keys_changed
    survey_here, office = read_store_survey(survey.folder)
    settings = first.office.offices.settings()
    assert (office.name, office.host) == (settings.name, settings.survey_host)
    assert len(office.departments) > 3
    assert survey_here.questions


def test_removing_a_counter_ends_its_key_on_that_day(
    shared: SharedOffice, first: Desk, second: Desk, survey: Survey, tmp_path: Path
) -> None:
    survey.link.once()
    early = slip(second)
    first.office.sharing.remove(first.admin, home_id(second), DAY)
    for clocked in (first, second, survey):
        clocked.clock.pass_by(days=1)
    # Nobody has told it yet: what it prints now cannot be answered.
    late = slip(second)
    assert survey.link.once().keys_changed
    first.exchange()
    first.office.stores.sign_keys(first.admin, tmp_path / "keys.json")
    carried = tmp_path / "carried"
    assert take(carried, tmp_path / "keys.json")
    for folder in (survey.folder, carried):
        with survey_client(create_app(folder, survey.clock)) as client:
            assert client.answer(early, GOOD_ANSWERS).status_code == 200
            refused = client.get(f"/s/{late}")
            assert refused.status_code == 404
            assert refused.text == client.get(f"/s/{late[:-4]}AAAA").text
            assert client.get(f"/s/{slip(first)}").status_code == 200
        found = read_store_keys(folder).counter(split_token(late)[0].key_id)
        assert found is not None
        assert found.until == DAY
    # It hears of it: from now on its slips carry no QR, and are slips all the same.
    with pytest.raises(HomeRemoved):
        second.exchange()
    assert not second.office.sharing.state().key_accepted
    registered = second.office.visits.register(second.clerk, NewVisit("SEAL"))
    assert (registered.survey_url, printed(second, registered)) == ("", "")


def test_a_slip_printed_again_carries_its_code_once_the_key_is_accepted(second: Desk) -> None:
    stored(second.home, "UPDATE shared_link SET key_accepted = 0")
    registered = second.office.visits.register(second.clerk, NewVisit("SEAL"))
    assert (registered.survey_url, printed(second, registered)) == ("", "")
    second.exchange()
    assert split_token(printed(second, registered).rsplit("/", 1)[1])[0].day == DAY


def test_a_key_past_its_end_is_not_accepted(hub_kit: HubKit) -> None:
    for name, last_day in (("B", date(2099, 1, 1)), ("C", date(2020, 1, 1))):
        counter = hub_kit.joined(name)
        assert counter.greet().key_accepted
        hub_kit.owner.remove(counter.home, last_day)
        with suppress(HomeRemoved):  # where its login is closed it is told by that
            assert not counter.greet().key_accepted


def home_id(desk: Desk) -> str:
    ((found,),) = stored(desk.home, "SELECT home_id FROM home")
    return str(found)


def take(folder: Path, file: Path) -> bool:
    return take_keys(folder, file, survey_file())


def test_an_office_that_has_not_told_everything_yet_changes_no_keys(
    shared: SharedOffice, first: Desk, survey: Survey
) -> None:
    before = (survey.folder / "keys.json").read_bytes()
    shared.stored("DELETE FROM doc WHERE entity = 'office_setting'")
    assert not survey.link.once().keys_changed
    assert (survey.folder / "keys.json").read_bytes() == before


# --- rights, sealed answers, and a shared side that is gone ---


def test_the_survey_login_can_do_nothing_else(shared: SharedOffice, first: Desk, survey: Survey) -> None:
    if survey.login is None:
        assert shared.address.path
        return
    with closing(open_hub(shared.address, survey.login)) as hub, pytest.raises(SharedRightsMissing):
        hub.get_part(home_id(first), "", "00", 0)
    renewed = first.office.sharing.survey_login(first.admin)
    assert renewed is not None
    assert renewed.user == survey.login.user
    assert renewed.password != survey.login.password
    with closing(open_survey(shared.address, renewed)) as hub:
        assert hub.survey_keys().counters
    with pytest.raises(NotAllowed):
        first.office.sharing.survey_login(first.supervisor)


def test_sealed_answers_are_read_where_store_and_key_are(first: Desk, second: Desk) -> None:
    with pytest.raises(SealedAnswersElsewhere):
        second.office.sealed.list(AUDITOR, PASSPHRASE)
    with pytest.raises(SealedAnswersElsewhere):
        first.office.sealed.list(AUDITOR, PASSPHRASE)
    first.office.stores.export(first.home.survey)
    assert first.office.sealed.list(AUDITOR, PASSPHRASE) == ()


def test_serving_goes_on_while_the_shared_side_is_gone(
    shared: SharedOffice, first: Desk, survey: Survey, caplog: pytest.LogCaptureFixture
) -> None:
    class Gone:
        """A shared side that cannot be reached, and then one with a mistake in it."""

        asked = 0

        def survey_keys(self) -> object:
            self.asked += 1
            raise SharedSideUnavailable("there") if self.asked == 1 else RuntimeError("a mistake")

        def close(self) -> None: ...

    survey.link._hub.close()
    survey.link._hub = gone = Gone()  # type: ignore[assignment]
    beside = SharingBeside(survey.link, seconds=0.001)
    with survey.serving() as client:
        beside.start()
        try:
            for _ in range(3):
                assert client.answer(slip(first), GOOD_ANSWERS).status_code == 200
            assert beside._thread.is_alive()
        finally:
            beside.stop()
    assert not beside._thread.is_alive()
    assert gone.asked >= 1
    assert [record.getMessage() for record in caplog.records][:1] == [
        "sharing does not work just now: SharedSideUnavailable"
    ]


def test_counters_that_share_a_pc_have_one_key(first: Desk, second: Desk, survey: Survey) -> None:
    survey.link.once()
    found = read_store_keys(survey.folder).counters
    assert len({key.public for key in found}) == len(found) == 2
    assert all(key.key_id == key_id(key.public) and key.until is None for key in found)
