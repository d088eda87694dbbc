"""Answers within a minute of registering, over HTTP; and forms shown without asking the disk."""

from __future__ import annotations

from datetime import timedelta

from app.crypto.signing import sign_token
from app.db.survey_store import SurveyStore
from app.domain.figures import QuickCounts
from app.domain.tokens import TokenClaims
from app.survey_web.live_files import LiveFiles
from app.survey_web.sweeper import sweep
from tests.support.survey import DAY, GOOD_ANSWERS, NOON, Clock, SurveyPlace
from tests.support.survey_client import SurveyClient


def quick_counts(place: SurveyPlace) -> QuickCounts | None:
    store = SurveyStore.open(place.folder)
    sweep(store, LiveFiles(place.folder), NOON + timedelta(days=9))
    told = store.figures_of(DAY).quick
    store.close()
    return told


def test_only_answers_of_the_first_minute_are_counted(client: SurveyClient, place: SurveyPlace) -> None:
    for seconds in (0, 10, 29, 30, 45, 60, 120, 600, 3000):
        token = place.token(registered_at=NOON - timedelta(seconds=seconds))
        assert client.answer(token, GOOD_ANSWERS).status_code == 200
    first_release = TokenClaims(place.keys().counters[0].key_id, 3, 1, DAY, True, bytes(16))
    assert client.answer(sign_token(first_release, place.seed), GOOD_ANSWERS).status_code == 200
    assert quick_counts(place) == QuickCounts({3: 6}, 6)


def test_it_is_the_form_sent_that_counts_and_not_the_page_opened(
    client: SurveyClient, place: SurveyPlace, clock: Clock
) -> None:
    tokens = [place.token(registered_at=NOON) for _ in range(5)]
    forms = [client.open_form(token) for token in tokens]
    clock.forward(timedelta(minutes=3))
    for token, form in zip(tokens, forms, strict=True):
        assert client.post(f"/s/{token}", {**form, **GOOD_ANSWERS}).status_code == 200
    assert quick_counts(place) == QuickCounts({3: 0}, 0)


def test_a_quick_answer_that_waits_for_its_second_page_is_counted(client: SurveyClient, place: SurveyPlace) -> None:
    trouble = {**GOOD_ANSWERS, "Q7_INTEGRITY": ["ASKED"]}
    for _ in range(5):
        token = place.token(registered_at=NOON)
        form = client.open_form(token)
        client.post(f"/s/{token}", {**form, **trouble})
        second: dict[str, str | list[str]] = {**form, "page": "2", "Q7_INTEGRITY": ["ASKED"], "action": "skip"}
        assert client.post(f"/s/{token}", second).status_code == 200
    assert quick_counts(place) == QuickCounts({3: 5}, 5)


def test_a_form_is_shown_by_memory_and_judged_by_the_store(client: SurveyClient, place: SurveyPlace) -> None:
    first, second = place.token(), place.token()
    assert client.answer(first, GOOD_ANSWERS).status_code == 200
    form = client.open_form(second)  # the day is remembered by now
    assert client.get(f"/s/{first}").status_code == 410
    store = SurveyStore.open(place.folder)
    store.close_expired(DAY + timedelta(days=8), 7)
    store.close()
    assert client.post(f"/s/{second}", {**form, **GOOD_ANSWERS}).status_code == 410
    assert client.get(f"/s/{place.token()}").status_code == 410, "what another process wrote is seen by now"


def test_each_form_has_a_secret_of_its_own(client: SurveyClient, place: SurveyPlace) -> None:
    pages = [client.get(f"/s/{place.token()}").text for _ in range(4)]
    secrets = [client.open_form(place.token())["submission"] for _ in range(4)]
    assert len(set(secrets)) == 4
    assert len({len(page) for page in pages}) == 1
    assert len(set(pages)) == 4
