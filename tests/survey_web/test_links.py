from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.db.store_files import write_store_files
from app.db.survey_store import SurveyStore
from app.domain.languages import Language
from app.survey_web.languages import WORDS
from app.survey_web.live_files import LiveFiles
from app.survey_web.sweeper import sweep
from tests.support.survey import DAY, GOOD_ANSWERS, OFFICE, Clock, SurveyPlace, survey_raw
from tests.support.survey_client import SurveyClient


def said_in_all_languages(page: str, name: str) -> bool:
    return OFFICE.name in page and all(getattr(WORDS[language].notices, name).title in page for language in Language)


def test_a_used_slip_says_so(client: SurveyClient, place: SurveyPlace) -> None:
    token = place.token()
    client.answer(token, GOOD_ANSWERS)

    page = client.get(f"/s/{token}")
    assert page.status_code == 410
    assert said_in_all_languages(page.text, "used")


def test_a_slip_is_good_until_the_end_of_its_seventh_day(
    client: SurveyClient, place: SurveyPlace, clock: Clock
) -> None:
    token = place.token()
    clock.forward(timedelta(days=7, hours=11, minutes=59))  # 23:59 in Seoul
    assert client.get(f"/s/{token}").status_code == 200
    clock.forward(timedelta(minutes=1))

    page = client.get(f"/s/{token}")
    assert page.status_code == 410
    assert said_in_all_languages(page.text, "expired")
    assert client.post(f"/s/{token}", GOOD_ANSWERS).status_code == 410


def test_a_day_closed_by_a_wrong_clock_stays_closed_and_says_so(client: SurveyClient, place: SurveyPlace) -> None:
    used, unused, opened = place.token(), place.token(), place.token()
    client.answer(used, GOOD_ANSWERS)
    form = client.open_form(opened)
    store = SurveyStore.open(place.folder)
    sweep(store, LiveFiles(place.folder), Clock().at + timedelta(days=30))
    store.close()

    # The clock of the server itself is right again.
    for token in (used, unused):
        page = client.get(f"/s/{token}")
        assert page.status_code == 410
        assert said_in_all_languages(page.text, "expired")
    for fields in (GOOD_ANSWERS, {**GOOD_ANSWERS, "Q7_INTEGRITY": ["ASKED"]}, {**form, **GOOD_ANSWERS}, {"lang": "en"}):
        page = client.post(f"/s/{opened}", fields)
        assert page.status_code == 410
        assert said_in_all_languages(page.text, "expired")
    # Other days are not touched.
    assert client.get(f"/s/{place.token(day=DAY - timedelta(days=1))}").status_code == 200


def test_a_day_that_closes_between_the_page_and_its_form_says_so(client: SurveyClient, place: SurveyPlace) -> None:
    token = place.token()
    form = client.open_form(token)
    client.answer(place.token(), GOOD_ANSWERS)
    store = SurveyStore.open(place.folder)
    store.close_expired(DAY + timedelta(days=8), 7)
    store.close()

    page = client.post(f"/s/{token}", {**form, **GOOD_ANSWERS})
    assert page.status_code == 410
    assert said_in_all_languages(page.text, "expired")


def test_more_days_for_slips_do_not_open_a_closed_day(client: SurveyClient, place: SurveyPlace, clock: Clock) -> None:
    token = place.token()
    client.answer(token, GOOD_ANSWERS)
    clock.forward(timedelta(days=9))
    store = SurveyStore.open(place.folder)
    sweep(store, LiveFiles(place.folder), clock.at)
    store.close()
    place.slip_days = 60
    place.write()

    for slip in (token, place.token()):
        assert said_in_all_languages(client.get(f"/s/{slip}").text, "expired")
        assert client.post(f"/s/{slip}", GOOD_ANSWERS).status_code == 410


def test_a_slip_of_tomorrow_is_taken_and_one_of_later_is_not(client: SurveyClient, place: SurveyPlace) -> None:
    assert client.get(f"/s/{place.token(day=DAY + timedelta(days=1))}").status_code == 200
    page = client.get(f"/s/{place.token(day=DAY + timedelta(days=2))}")
    assert page.status_code == 404
    assert said_in_all_languages(page.text, "unusable")


@pytest.mark.parametrize("mangle", ["cut", "grown", "letter", "nothing", "hangul", "other_counter", "padding"])
def test_a_mangled_or_forged_link_says_so(client: SurveyClient, place: SurveyPlace, mangle: str) -> None:
    token = place.token()
    bad = {
        "cut": token[:-3],
        "grown": token + "A",
        "letter": token[:50] + ("A" if token[50] != "A" else "B") + token[51:],
        "nothing": "x",
        "hangul": "한빛",
        "other_counter": place.stranger().token(),
        "padding": token + "==",
    }[mangle]

    page = client.get(f"/s/{bad}")
    assert page.status_code == 404
    assert said_in_all_languages(page.text, "unusable")
    assert client.post(f"/s/{bad}", GOOD_ANSWERS).status_code == 404


@pytest.mark.parametrize(
    "path", ["/", "/s/", "/s/a/b", "/admin", "/static/../keys.json", "/static/keys.json", "/keys.json"]
)
def test_every_other_address_is_a_kind_page(client: SurveyClient, path: str) -> None:
    page = client.get(path)

    assert page.status_code == 404
    assert said_in_all_languages(page.text, "missing")


def test_other_methods_are_not_allowed_and_head_works(client: SurveyClient, place: SurveyPlace) -> None:
    token = place.token()

    assert client.request("HEAD", f"/s/{token}").status_code == 200
    refused = client.request("PUT", f"/s/{token}")
    assert refused.status_code == 405
    assert set(refused.headers["allow"].split(", ")) == {"GET", "HEAD", "POST"}


def test_a_counter_or_audit_key_added_later_counts_without_a_restart(client: SurveyClient, place: SurveyPlace) -> None:
    newcomer = SurveyPlace(place.folder, audit_private=place.audit_private)
    token = newcomer.token()
    assert client.get(f"/s/{token}").status_code == 404

    newcomer.write()
    assert client.get(f"/s/{token}").status_code == 200


def test_files_that_turn_bad_leave_the_running_server_as_it_was(client: SurveyClient, place: SurveyPlace) -> None:
    (place.folder / "keys.json").write_text("{half a fi")
    (place.folder / "survey.json").unlink()

    assert client.get(f"/s/{place.token()}").status_code == 200


def test_after_the_end_of_its_key_a_slip_is_an_unknown_one_and_earlier_slips_stay_good(
    client: SurveyClient, place: SurveyPlace, clock: Clock
) -> None:
    clock.forward(timedelta(days=1))
    last, late, opened = (
        place.token(),
        place.token(day=DAY + timedelta(days=1)),
        place.token(day=DAY + timedelta(days=1)),
    )
    assert client.get(f"/s/{late}").status_code == 200
    form = client.open_form(opened)
    keys = place.keys()
    ended = replace(keys, counters=tuple(replace(key, until=DAY) for key in keys.counters))
    write_store_files(place.folder, ended, OFFICE, survey_raw())

    assert client.answer(last, GOOD_ANSWERS).status_code == 200
    refused = client.get(f"/s/{late}")
    assert refused.status_code == 404
    assert refused.text == client.get(f"/s/{place.stranger().token()}").text
    # A form that was opened before the end came to be known is not taken either.
    assert client.post(f"/s/{opened}", {**form, **GOOD_ANSWERS}).status_code == 404
