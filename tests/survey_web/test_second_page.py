from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from app.db.survey_store import SurveyStore
from app.domain.languages import Language
from app.survey_web.live_files import LiveFiles
from app.survey_web.sweeper import sweep
from tests.support.survey import DAY, GOOD_ANSWERS, Clock, SurveyPlace, survey_raw
from tests.support.survey_client import SurveyClient, hidden_fields

TROUBLE = {**GOOD_ANSWERS, "Q7_INTEGRITY": ["ASKED", "GAVE"], "Q9_COMMENT": "게시판 글"}
DAY_END = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)  # midnight in Seoul after the seventh day
TEXT = "창구에서 따로 돈을 달라고 했습니다"


def stored(place: SurveyPlace) -> tuple[int, list[tuple[tuple[str, ...], str]]]:
    """How many answers there are, and what the audit officer reads."""
    store = SurveyStore.open(place.folder, read_only=True)
    notes = [place.opened(envelope) for _, _, envelope in store.envelopes()]
    count = store.figures_of(DAY).answers
    store.close()
    return count, [(note.q7, note.text) for note in notes]


def report(client: SurveyClient, token: str) -> tuple[dict[str, str], Mapping[str, str | list[str]]]:
    """Send a first page that reports trouble: its hidden fields, and the second page's."""
    hidden = client.open_form(token)
    page = client.post(f"/s/{token}", {**hidden, **TROUBLE})
    assert page.status_code == 200
    assert "second_text" in page.text
    second = hidden_fields(page.text)
    return hidden, {**second, "Q7_INTEGRITY": ["ASKED", "GAVE"]}


@pytest.mark.parametrize("language", list(Language))
def test_it_says_who_reads_it_and_where_to_get_help(
    client: SurveyClient, place: SurveyPlace, language: Language
) -> None:
    token = place.token()
    page = client.post(f"/s/{token}", {**client.open_form(token), **TROUBLE, "language": language.value})

    assert survey_raw()["messages"]["INTEGRITY_HELP"][language.value].replace("&", "&amp;").split("'")[0] in page.text
    assert 'href="tel:02-000-4101"' in page.text
    assert 'href="tel:1398"' in page.text
    assert 'href="https://www.clean.go.kr" target="_blank" rel="noreferrer noopener"' in page.text
    assert page.text.count('name="Q7_INTEGRITY"') == 2
    assert page.text.count("<h1>") == 1


def test_its_text_goes_into_the_one_envelope_and_nowhere_else(client: SurveyClient, place: SurveyPlace) -> None:
    token = place.token()
    _, second = report(client, token)
    assert stored(place) == (0, [])

    page = client.post(f"/s/{token}", {**second, "second_text": TEXT})

    assert "감사합니다." in page.text
    assert stored(place) == (1, [(("ASKED", "GAVE"), TEXT)])
    assert TEXT.encode() not in (place.folder / "answers.db").read_bytes()
    assert b"ASKED" not in (place.folder / "answers.db").read_bytes()
    assert "게시판 글".encode() in (place.folder / "answers.db").read_bytes()


def test_nothing_of_a_held_answer_is_readable_in_the_database(client: SurveyClient, place: SurveyPlace) -> None:
    report(client, place.token())

    assert "게시판 글".encode() not in (place.folder / "answers.db").read_bytes()


def test_skipping_stores_the_answer_without_a_text(client: SurveyClient, place: SurveyPlace) -> None:
    token = place.token()
    _, second = report(client, token)

    page = client.post(f"/s/{token}", {**second, "second_text": TEXT, "action": "skip"})

    assert "감사합니다." in page.text
    assert stored(place) == (1, [(("ASKED", "GAVE"), "")])


def test_lost_replies_may_be_sent_again(client: SurveyClient, place: SurveyPlace) -> None:
    token = place.token()
    hidden, second = report(client, token)

    again = client.post(f"/s/{token}", {**hidden, **TROUBLE})
    assert "second_text" in again.text
    first_thanks = client.post(f"/s/{token}", {**second, "second_text": TEXT})
    same_thanks = client.post(f"/s/{token}", {**second, "second_text": TEXT})
    assert (same_thanks.status_code, same_thanks.text) == (200, first_thanks.text)
    assert client.post(f"/s/{token}", {**hidden, **TROUBLE}).text == first_thanks.text
    assert stored(place) == (1, [(("ASKED", "GAVE"), TEXT)])


def test_the_slip_is_used_up_while_the_answer_is_held(client: SurveyClient, place: SurveyPlace) -> None:
    token = place.token()
    theirs = client.open_form(token)
    report(client, token)

    assert client.get(f"/s/{token}").status_code == 410
    assert client.post(f"/s/{token}", {**theirs, **GOOD_ANSWERS}).status_code == 410
    assert client.post(f"/s/{token}", {**theirs, **TROUBLE}).status_code == 410


def test_after_thirty_minutes_the_answer_is_stored_and_a_late_text_is_given_back(
    client: SurveyClient, place: SurveyPlace, clock: Clock
) -> None:
    token = place.token()
    _, second = report(client, token)
    files, store = LiveFiles(place.folder), SurveyStore.open(place.folder)
    sweep(store, files, clock.at + timedelta(minutes=29))
    assert stored(place)[0] == 0
    sweep(store, files, clock.at + timedelta(minutes=31))
    store.close()
    assert stored(place) == (1, [(("ASKED", "GAVE"), "")])

    late = client.post(f"/s/{token}", {**second, "second_text": TEXT})

    assert late.status_code == 410
    assert "이 글은 저장되지 않았습니다" in late.text
    assert TEXT in late.text
    assert 'href="tel:1398"' in late.text
    assert stored(place) == (1, [(("ASKED", "GAVE"), "")])
    assert client.post(f"/s/{token}", {**second, "action": "skip"}).status_code == 410


def test_the_minute_of_a_visit_is_not_kept(client: SurveyClient, place: SurveyPlace, clock: Clock) -> None:
    clock.forward(timedelta(minutes=1))
    report(client, place.token())
    clock.forward(timedelta(minutes=4))
    report(client, place.token())
    files, store = LiveFiles(place.folder), SurveyStore.open(place.folder)
    sweep(store, files, Clock().at + timedelta(minutes=39))
    assert stored(place)[0] == 0
    sweep(store, files, Clock().at + timedelta(minutes=40))
    store.close()

    assert stored(place)[0] == 2


def test_a_second_page_after_midnight_of_the_last_day_is_still_taken(
    client: SurveyClient, place: SurveyPlace, clock: Clock
) -> None:
    token = place.token()
    clock.at = DAY_END - timedelta(minutes=10)
    _, second = report(client, token)
    clock.at = DAY_END + timedelta(minutes=10)
    store = SurveyStore.open(place.folder)
    sweep(store, LiveFiles(place.folder), clock.at)
    store.close()

    assert client.get(f"/s/{token}").status_code == 410
    assert "감사합니다." in client.post(f"/s/{token}", {**second, "second_text": TEXT}).text
    assert stored(place) == (1, [(("ASKED", "GAVE"), TEXT)])
    # Its reply may be lost, too.
    assert "감사합니다." in client.post(f"/s/{token}", {**second, "second_text": TEXT}).text


def test_a_text_that_comes_when_the_hold_has_just_ended_after_midnight_is_given_back(
    client: SurveyClient, place: SurveyPlace, clock: Clock
) -> None:
    token = place.token()
    clock.at = DAY_END - timedelta(minutes=2)
    _, second = report(client, token)
    clock.at = DAY_END + timedelta(minutes=35)
    store = SurveyStore.open(place.folder)
    sweep(store, LiveFiles(place.folder), clock.at)
    store.close()

    assert TEXT in client.post(f"/s/{token}", {**second, "second_text": TEXT}).text


def test_a_text_written_while_its_day_was_closed_by_a_wrong_clock_is_given_back(
    client: SurveyClient, place: SurveyPlace, clock: Clock
) -> None:
    token = place.token()
    _, second = report(client, token)
    store = SurveyStore.open(place.folder)
    sweep(store, LiveFiles(place.folder), clock.at + timedelta(days=30))
    store.close()

    late = client.post(f"/s/{token}", {**second, "second_text": TEXT})
    assert late.status_code == 410
    assert TEXT in late.text
    assert stored(place) == (1, [(("ASKED", "GAVE"), "")])


def test_a_server_that_starts_late_ends_the_holds_at_once(client: SurveyClient, place: SurveyPlace) -> None:
    report(client, place.token())
    store = SurveyStore.open(place.folder)
    sweep(store, LiveFiles(place.folder), Clock().at + timedelta(days=9))
    store.close()

    assert stored(place) == (1, [(("ASKED", "GAVE"), "")])


def test_personal_data_and_length_are_checked_here_too(client: SurveyClient, place: SurveyPlace) -> None:
    token = place.token()
    _, second = report(client, token)

    page = client.post(f"/s/{token}", {**second, "second_text": "홍길동 hong@example.com"})
    assert page.status_code == 422
    assert "<mark>hong@example.com</mark>" in page.text
    assert page.text.count('name="Q7_INTEGRITY"') == 2
    masked = client.post(f"/s/{token}", {**second, "second_text": "홍길동 hong@example.com", "action": "mask"})
    assert "홍길동 ****************</textarea>" in masked.text
    long = client.post(f"/s/{token}", {**second, "second_text": "가" * 501})
    assert long.status_code == 422
    assert "501" in long.text
    assert stored(place)[0] == 0
    assert client.post(f"/s/{token}", {**second, "second_text": "\U0001f600" * 500}).status_code == 200


def test_changing_the_language_keeps_text_and_sends_nothing(client: SurveyClient, place: SurveyPlace) -> None:
    token = place.token()
    _, second = report(client, token)

    page = client.post(f"/s/{token}", {**second, "second_text": TEXT, "lang": "en"})

    assert '<html lang="en">' in page.text
    assert TEXT in page.text
    assert page.text.count('name="Q7_INTEGRITY"') == 2
    assert stored(place)[0] == 0


def test_a_second_page_of_nobody_stores_nothing(client: SurveyClient, place: SurveyPlace) -> None:
    token = place.token()

    page = client.post(f"/s/{token}", {"page": "2", "second_text": TEXT, "Q7_INTEGRITY": ["ASKED"]})

    assert page.status_code == 410
    assert stored(place)[0] == 0
    assert client.get(f"/s/{token}").status_code == 200
