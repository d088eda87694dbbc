from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.languages import Language
from app.survey_web.languages import WORDS
from tests.support.survey import DAY, GOOD_ANSWERS, OFFICE, Clock, SurveyPlace
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
