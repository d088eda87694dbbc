from __future__ import annotations

import html
import re

import pytest

from app.db.survey_store import SurveyStore
from app.domain.languages import Language
from app.survey_web.pages import STATIC
from tests.support.survey import DAY, GOOD_ANSWERS, OFFICE, SurveyPlace, survey_raw
from tests.support.survey_client import SurveyClient

KEPT = {
    "ko": "부서, 업무 분야, 날짜, 언어와 답만 저장합니다. 시각·이름·전화번호·기기 정보는 저장하지 않습니다.",
    "en": "We keep only the department, service area, date, language and your answers.",
    "zh": "只保存部门、业务领域、日期、语言和回答。",
    "vi": "Chúng tôi chỉ lưu phòng ban, lĩnh vực, ngày, ngôn ngữ và câu trả lời.",
}


@pytest.mark.parametrize("language", list(Language))
def test_the_survey_says_whose_it_is_what_it_asks_and_what_is_kept(
    client: SurveyClient, place: SurveyPlace, language: Language
) -> None:
    page = client.get(f"/s/{place.token()}?lang={language.value}")

    assert page.status_code == 200
    assert OFFICE.name in page.text
    assert "민원여권과" in page.text
    assert f'datetime="{DAY.isoformat()}"' in page.text
    assert survey_raw()["messages"]["INTRO"][language.value] in page.text
    assert KEPT[language.value] in page.text
    for question in survey_raw()["questions"]:
        assert html.escape(question[language.value]) in page.text.replace("&#39;", "&#x27;")
    assert page.text.count("<h1>") == 1
    html_lang = "zh-Hans" if language is Language.ZH else language.value
    assert f'<html lang="{html_lang}">' in page.text


@pytest.mark.parametrize("language", list(Language))
def test_a_page_with_its_style_and_script_stays_under_50_kb(
    client: SurveyClient, place: SurveyPlace, language: Language
) -> None:
    page = client.post(f"/s/{place.token()}?lang={language.value}", {"language": language.value})

    assert len(page.content) + sum(path.stat().st_size for path in STATIC.iterdir()) < 50_000


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", "ko"),
        ("vi-VN,vi;q=0.9,en;q=0.8", "vi"),
        ("fr-FR,fr;q=0.9,en;q=0.4,zh-CN;q=0.6", "zh-Hans"),
        ("de", "ko"),
        ("en;q=nonsense, zh;q=0.1", "zh-Hans"),
    ],
)
def test_the_browsers_language_is_used_unless_another_is_asked_for(
    client: SurveyClient, place: SurveyPlace, header: str, expected: str
) -> None:
    path = f"/s/{place.token()}"
    assert f'<html lang="{expected}">' in client.get(path, headers={"accept-language": header}).text
    assert '<html lang="en">' in client.get(f"{path}?lang=en", headers={"accept-language": header}).text


def test_a_complete_survey_is_thanked_for_and_stored(
    client: SurveyClient, place: SurveyPlace, reader: SurveyStore
) -> None:
    page = client.answer(place.token(), GOOD_ANSWERS)

    assert page.status_code == 200
    assert "감사합니다." in page.text
    assert reader.figures_of(DAY).answers == 1
    [(day, department, envelope)] = reader.envelopes()
    assert (day, department) == (DAY, 3)
    assert place.opened(envelope).q7 == ("NONE",)


def test_the_same_form_again_gets_the_same_thanks_and_another_form_does_not(
    client: SurveyClient, place: SurveyPlace, reader: SurveyStore
) -> None:
    token = place.token()
    mine, theirs = client.open_form(token), client.open_form(token)

    first = client.post(f"/s/{token}", {**mine, **GOOD_ANSWERS})
    again = client.post(f"/s/{token}", {**mine, **GOOD_ANSWERS})
    assert (again.status_code, again.text) == (first.status_code, first.text)
    assert client.post(f"/s/{token}", {**mine, **GOOD_ANSWERS, "Q1_KIND": "1"}).status_code == 410
    assert client.post(f"/s/{token}", {**theirs, **GOOD_ANSWERS}).status_code == 410
    assert client.get(f"/s/{token}").status_code == 410
    assert reader.figures_of(DAY).answers == 1


@pytest.mark.parametrize("language", list(Language))
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    client: SurveyClient, place: SurveyPlace, language: Language
) -> None:
    token = place.token()
    hidden = client.open_form(token)
    typed: dict[str, str | list[str]] = {
        "Q2_ROUTE": "MOVED1",
        "Q6_TROUBLE": ["REPEAT_DOCS", "PASSIVE"],
        "Q9_COMMENT": 'A <b>"quoted"</b>\n둘째 줄',
    }

    page = client.post(f"/s/{token}", {**hidden, "language": language.value, **typed})

    assert page.status_code == 422
    assert 'role="alert"' in page.text
    for question in ("Q1_KIND", "Q3_EXPLAIN", "Q7_INTEGRITY", "Q8_OVERALL"):
        assert f'href="#{question}-0"' in page.text
        assert f'id="{question}-error"' in page.text
    assert 'id="Q2_ROUTE-error"' not in page.text
    checked = re.findall(r'name="(\w+)" value="(\w+)"[^>]* checked', page.text)
    assert checked == [("Q2_ROUTE", "MOVED1"), ("Q6_TROUBLE", "REPEAT_DOCS"), ("Q6_TROUBLE", "PASSIVE")]
    assert "A &lt;b&gt;&#34;quoted&#34;&lt;/b&gt;\n둘째 줄</textarea>" in page.text
    assert hidden["submission"] in page.text
    assert client.get(f"/s/{token}").status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"Q6_TROUBLE": ["NONE", "PASSIVE"]},
        {"Q7_INTEGRITY": ["SKIP", "ASKED"]},
        {"Q1_KIND": "9"},
        {"Q1_KIND": ["1", "2"]},
        {"Q9_COMMENT": "가" * 301},
    ],
)
def test_answers_that_cannot_be_are_sent_back(
    client: SurveyClient, place: SurveyPlace, wrong: dict[str, str | list[str]]
) -> None:
    page = client.answer(place.token(), {**GOOD_ANSWERS, **wrong})

    assert page.status_code == 422
    assert f'id="{next(iter(wrong))}-error"' in page.text


def test_length_counts_after_tidying(client: SurveyClient, place: SurveyPlace) -> None:
    decomposed = "\u1112\u1161\u11ab" * 300
    assert client.answer(place.token(), {**GOOD_ANSWERS, "Q9_COMMENT": f"  {decomposed}\r\n\r\n"}).status_code == 200
    assert client.answer(place.token(), {**GOOD_ANSWERS, "Q9_COMMENT": "\U0001f600" * 300}).status_code == 200


def test_changing_the_language_keeps_everything_and_sends_nothing(
    client: SurveyClient, place: SurveyPlace, reader: SurveyStore
) -> None:
    token = place.token()
    hidden = client.open_form(token)

    page = client.post(f"/s/{token}", {**hidden, **GOOD_ANSWERS, "Q9_COMMENT": "고맙습니다", "lang": "vi"})

    assert page.status_code == 200
    assert '<html lang="vi">' in page.text
    assert 'name="language" value="vi"' in page.text
    assert page.text.count(" checked>") == 8
    assert "고맙습니다" in page.text
    assert hidden["submission"] in page.text
    assert reader.figures_of(DAY).answers == 0


def test_personal_data_comes_back_marked_and_is_masked_by_one_button(client: SurveyClient, place: SurveyPlace) -> None:
    token = place.token()
    hidden = client.open_form(token)
    typed = {**hidden, **GOOD_ANSWERS, "Q9_COMMENT": "연락은 010-1234-5678 <여기>로, 900101-1234567"}

    page = client.post(f"/s/{token}", typed)
    assert page.status_code == 422
    assert "<mark>010-1234-5678</mark>" in page.text
    assert "<mark>900101-1234567</mark>" in page.text
    assert "전화번호, 주민등록번호·외국인등록번호" in page.text
    assert page.text.count(" checked>") == 8

    masked = client.post(f"/s/{token}", {**typed, "action": "mask"})
    assert masked.status_code == 200
    assert "연락은 ************* &lt;여기&gt;로, **************</textarea>" in masked.text
    assert "010-1234-5678" not in masked.text

    sent = client.post(f"/s/{token}", {**typed, "Q9_COMMENT": "연락은 ************* <여기>로, **************"})
    assert sent.status_code == 200
    assert b"010-1234-5678" not in (place.folder / "answers.db").read_bytes()


@pytest.mark.parametrize("phone", ["02-000-4000", "02 000 4101", "+82-2-000-4000"])
def test_the_offices_own_numbers_may_be_written(client: SurveyClient, place: SurveyPlace, phone: str) -> None:
    page = client.answer(place.token(), {**GOOD_ANSWERS, "Q9_COMMENT": f"{phone} 상담이 친절했습니다"})

    assert page.status_code == 200


def test_without_an_audit_key_the_sealed_question_is_neither_asked_nor_kept(
    client: SurveyClient, place: SurveyPlace, reader: SurveyStore
) -> None:
    place.with_audit_key = False
    place.write()
    token = place.token()

    assert "Q7_INTEGRITY" not in client.get(f"/s/{token}").text
    page = client.answer(token, {**GOOD_ANSWERS, "Q7_INTEGRITY": ["ASKED"]})
    assert "감사합니다." in page.text
    assert reader.figures_of(DAY).answers == 1
    assert reader.envelopes() == []


def test_a_form_without_its_hidden_fields_is_still_one_answer(client: SurveyClient, place: SurveyPlace) -> None:
    token = place.token()

    assert client.post(f"/s/{token}", GOOD_ANSWERS).status_code == 200
    assert client.post(f"/s/{token}", {**GOOD_ANSWERS, "submission": "zz"}).status_code == 410
