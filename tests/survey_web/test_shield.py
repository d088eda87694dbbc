from __future__ import annotations

import logging
from collections.abc import AsyncIterator

import pytest
from starlette.datastructures import Headers

from app.db.survey_store import StoreTurn
from app.domain.errors import SurveyStoreDamaged
from app.survey_web.shield import comes_from_elsewhere
from tests.support.survey import GOOD_ANSWERS, SurveyPlace
from tests.support.survey_client import SurveyClient

PATHS = ["/s/{token}", "/s/mangled", "/nowhere", "/static/survey.css"]


@pytest.mark.parametrize("path", PATHS)
def test_every_response_carries_the_security_headers(client: SurveyClient, place: SurveyPlace, path: str) -> None:
    headers = client.get(path.format(token=place.token())).headers

    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy == {
        "default-src": "'none'",
        "style-src": "'self'",
        "script-src": "'self'",
        "img-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert "set-cookie" not in headers


def test_the_form_may_be_kept_for_back_but_not_shared(client: SurveyClient, place: SurveyPlace) -> None:
    assert client.get(f"/s/{place.token()}").headers["cache-control"] == "private, no-cache"


def test_plain_http_promises_no_https(client: SurveyClient, place: SurveyPlace) -> None:
    page = client.get(f"http://survey.hanbit.go.kr/s/{place.token()}")

    assert page.status_code == 200
    assert "strict-transport-security" not in page.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"origin": "https://[broken"},
        {"origin": "https://survey.hanbit.go.kr.elsewhere.example"},
    ],
)
def test_a_form_sent_by_another_site_is_refused(
    client: SurveyClient, place: SurveyPlace, headers: dict[str, str]
) -> None:
    token = place.token()
    hidden = client.open_form(token)

    page = client.post(f"/s/{token}", {**hidden, **GOOD_ANSWERS}, headers=headers)
    assert page.status_code == 403
    assert client.get(f"/s/{token}").status_code == 200
    own = {"origin": "https://survey.hanbit.go.kr", "sec-fetch-site": "same-origin"}
    behind_a_proxy = {**own, "host": "127.0.0.1:8000"}
    assert client.post(f"/s/{token}", {**hidden, **GOOD_ANSWERS}, headers=own).status_code == 200
    assert client.post(f"/s/{token}", {**hidden, **GOOD_ANSWERS}, headers=behind_a_proxy).status_code == 200


@pytest.mark.parametrize("origin", ["null", "https://[broken", "https://elsewhere.example"])
@pytest.mark.parametrize("office_host", ["survey.hanbit.go.kr", ""])
@pytest.mark.parametrize("host", [{}, {"host": ""}])
def test_a_form_without_a_host_is_not_everybodys(origin: str, office_host: str, host: dict[str, str]) -> None:
    assert comes_from_elsewhere(Headers({**host, "origin": origin}), office_host)
    assert not comes_from_elsewhere(Headers(host), office_host)


def test_too_much_is_refused_whether_announced_or_not(client: SurveyClient, place: SurveyPlace) -> None:
    path = f"/s/{place.token()}"
    kind = {"content-type": "application/x-www-form-urlencoded"}

    async def unannounced() -> AsyncIterator[bytes]:
        for _ in range(1000):
            yield b"Q9_COMMENT=" + b"a" * 1013

    assert client.request("POST", path, content=b"a=" + b"b" * 16_400, headers=kind).status_code == 413
    assert client.request("POST", path, content=unannounced(), headers=kind).status_code == 413
    many = b"&".join(b"a=b" for _ in range(3000))
    assert client.request("POST", path, content=many, headers=kind).status_code == 400


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=x", "text/plain", ""])
def test_only_forms_are_read(client: SurveyClient, place: SurveyPlace, kind: str) -> None:
    page = client.request("POST", f"/s/{place.token()}", content=b"{}", headers={"content-type": kind})

    assert page.status_code == 415


@pytest.mark.parametrize("body", [b"\xff\xfe%ff%00=%zz", b"Q9_COMMENT=%ED%A0%80%00%1b", b"&&&===", b"submission=%F0"])
def test_bytes_that_are_no_text_come_back_as_an_incomplete_survey(
    client: SurveyClient, place: SurveyPlace, body: bytes
) -> None:
    kind = {"content-type": "application/x-www-form-urlencoded"}

    assert client.request("POST", f"/s/{place.token()}", content=body, headers=kind).status_code == 422


def test_a_store_that_fails_is_a_kind_page_and_no_personal_log(
    client: SurveyClient, place: SurveyPlace, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    token = place.token()

    def damaged(*_: object) -> None:
        raise SurveyStoreDamaged("answers.db")

    monkeypatch.setattr(StoreTurn, "accept", damaged)
    page = client.answer(token, {**GOOD_ANSWERS, "Q9_COMMENT": "비밀 이야기"})
    assert page.status_code == 503

    def bug(*_: object) -> None:
        raise RuntimeError(f"비밀 이야기 {token}")

    monkeypatch.setattr(StoreTurn, "accept", bug)
    with caplog.at_level(logging.DEBUG):
        page = client.answer(token, {**GOOD_ANSWERS, "Q9_COMMENT": "비밀 이야기"})
    assert page.status_code == 500
    assert "잠시 뒤" in page.text
    own = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("app."))
    assert "unexpected RuntimeError at " in own
    assert token not in own
    assert "비밀" not in own
