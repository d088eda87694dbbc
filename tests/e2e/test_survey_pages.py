"""The citizen's pages in a real Chromium at 360×740, in four languages, with and without JavaScript."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from app.db.survey_store import SurveyStore
from app.domain.languages import Language
from app.survey_web.languages import WORDS
from tests.support.survey import SurveyPlace, survey_raw
from tests.support.survey_server import survey_server

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
LANGUAGES = list(Language)
PHONE: ViewportSize = {"width": 360, "height": 740}
ONE_CHOICE = {"Q1_KIND": "4", "Q2_ROUTE": "ONCE", "Q3_EXPLAIN": "5", "Q4_SPEED": "4", "Q5_FAIR": "5", "Q8_OVERALL": "4"}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> SurveyPlace:
    return SurveyPlace(tmp_path_factory.mktemp("survey") / "store").write()


@pytest.fixture(scope="module")
def address(place: SurveyPlace) -> Iterator[str]:
    with survey_server(place.folder) as listening:
        yield listening


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium is not None, "Chromium is missing; set-up installs it"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, has_touch=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """Without JavaScript."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="en-US")
    yield context.new_page()
    context.close()


@pytest.fixture
def audited_page(browser: Browser) -> Iterator[Page]:
    """With leave to inject the accessibility audit, which the policy forbids otherwise."""
    context = browser.new_context(viewport=PHONE, bypass_csp=True)
    yield context.new_page()
    context.close()


def fill(page: Page, *, trouble: str = "NONE", comment: str = "") -> None:
    for question, value in ONE_CHOICE.items():
        page.locator(f"label:has(input[name={question}][value='{value}'])").click()
    page.locator("label:has(input[name=Q6_TROUBLE][value=NONE])").click()
    page.locator(f"label:has(input[name=Q7_INTEGRITY][value={trouble}])").click()
    page.fill("#Q9_COMMENT", comment)


def send(page: Page) -> None:
    page.locator("form > button.main").click()


def words(language: Language, message: str) -> str:
    return str(survey_raw()["messages"][message][language.value])


def counted(place: SurveyPlace) -> int:
    store = SurveyStore.open(place.folder, read_only=True)
    envelopes = len(store.envelopes())
    store.close()
    return envelopes


def assert_nothing_sticks_out(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", ["with script", "without script"])
def test_a_citizen_answers_the_survey(
    place: SurveyPlace, address: str, page: Page, plain_page: Page, language: Language, script: str
) -> None:
    page = page if script == "with script" else plain_page
    before = counted(place)
    page.goto(f"{address}/s/{place.today_token()}")
    page.locator(f"button[name=lang][value={language.value}]").click()
    send(page)
    assert page.locator("[role=alert] a").count() == 8
    page.locator("[role=alert] a").first.click()
    assert page.locator("#Q1_KIND-0").evaluate("field => field === document.activeElement")

    fill(page, comment="Hong Gil-dong 010-1234-5678")
    send(page)
    assert page.locator("mark").inner_text() == "010-1234-5678"
    assert page.locator("input:checked").count() == 8
    page.locator("button[value=mask]").click()
    assert page.locator("#Q9_COMMENT").input_value() == "Hong Gil-dong *************"
    page.locator("button.main[value=send]").click()

    assert page.locator("h1").inner_text() == words(language, "THANKS")
    assert counted(place) == before + 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", ["with script", "without script"])
def test_a_reported_trouble_leads_to_a_second_page(
    place: SurveyPlace, address: str, page: Page, plain_page: Page, language: Language, script: str
) -> None:
    page = page if script == "with script" else plain_page
    page.goto(f"{address}/s/{place.today_token()}?lang={language.value}")
    fill(page, trouble="ASKED")
    send(page)
    assert page.locator("h1").inner_text() == WORDS[language].second_title
    assert page.locator(".help p").first.inner_text() == words(language, "INTEGRITY_HELP")
    assert page.locator("a[href='tel:1398']").is_visible()

    page.fill("#second_text", f"text in {language.value}, {script}")
    send(page)
    assert page.locator("h1").inner_text() == words(language, "THANKS")
    store = SurveyStore.open(place.folder, read_only=True)
    texts = [place.opened(envelope).text for _, _, envelope in store.envelopes()]
    store.close()
    assert texts.count(f"text in {language.value}, {script}") == 1


def test_back_restores_what_was_typed_without_script(place: SurveyPlace, address: str, plain_page: Page) -> None:
    page = plain_page
    page.goto(f"{address}/s/{place.today_token()}")
    fill(page, comment="고맙습니다")
    page.goto(f"{address}/elsewhere")
    page.go_back()
    assert page.locator("input:checked").count() == 8
    assert page.locator("#Q9_COMMENT").input_value() == "고맙습니다"

    # Also from the page that says what is wrong.
    page.fill("#Q9_COMMENT", "hong@example.com")
    send(page)
    page.locator("mark").wait_for()
    page.go_back()
    assert page.locator("input:checked").count() == 8
    assert page.locator("#Q9_COMMENT").input_value() == "hong@example.com"


def test_a_lost_reply_is_asked_for_again_and_back_says_answered(
    place: SurveyPlace, address: str, plain_page: Page
) -> None:
    page = plain_page
    before = counted(place)
    page.goto(f"{address}/s/{place.today_token()}")
    fill(page)
    send(page)
    assert page.locator("h1").inner_text() == words(Language.EN, "THANKS")
    page.reload()
    assert page.locator("h1").inner_text() == words(Language.EN, "THANKS")
    assert counted(place) == before + 1
    page.go_back()
    assert page.locator("section.card").count() == 4
    assert counted(place) == before + 1


def test_a_reload_restores_what_was_typed_until_it_is_accepted(place: SurveyPlace, address: str, page: Page) -> None:
    page.goto(f"{address}/s/{place.today_token()}")
    fill(page, trouble="GAVE", comment="고맙습니다")
    page.reload()
    assert page.locator("input:checked").count() == 8
    assert page.locator("#Q9_COMMENT").input_value() == "고맙습니다"
    assert page.evaluate("sessionStorage.length") == 1

    send(page)
    page.locator("#second_text").fill("더 쓸 말")
    page.reload()
    assert page.locator("#second_text").input_value() == "더 쓸 말"
    page.locator("button[value=skip]").click()
    page.locator(".done").wait_for()
    assert page.evaluate("sessionStorage.length") == 0


def test_answers_that_stand_alone_are_kept_alone(place: SurveyPlace, address: str, page: Page) -> None:
    page.goto(f"{address}/s/{place.today_token()}")
    boxes = "input[name=Q6_TROUBLE]:checked"
    for value in ("PASSIVE", "COLD_ANSWER"):
        page.check(f"input[name=Q6_TROUBLE][value={value}]")
    assert page.locator(boxes).count() == 2
    page.check("input[name=Q6_TROUBLE][value=NONE]")
    assert page.locator(boxes).evaluate_all("all => all.map(box => box.value)") == ["NONE"]
    page.check("input[name=Q6_TROUBLE][value=PASSIVE]")
    assert page.locator(boxes).evaluate_all("all => all.map(box => box.value)") == ["PASSIVE"]


def test_the_keyboard_alone_answers_and_return_sends(place: SurveyPlace, address: str, page: Page) -> None:
    page.goto(f"{address}/s/{place.today_token()}?lang=en")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "lang"
    for _ in range(len(LANGUAGES)):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "Q1_KIND"
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.locator("[role=alert]").wait_for()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("[role=alert] a").count() == 7


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_pass_the_accessibility_audit(
    place: SurveyPlace, address: str, audited_page: Page, language: Language
) -> None:
    page = audited_page
    axe = AXE.read_text(encoding="utf-8")
    audited = []

    def audit(name: str) -> None:
        page.wait_for_load_state()
        page.evaluate(axe)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        problems = [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found["violations"]]
        assert problems == [], f"{name}: {json.dumps(problems, ensure_ascii=False, indent=1)}"
        assert_nothing_sticks_out(page)
        audited.append(name)

    def small_targets() -> list[str]:
        found: list[str] = page.evaluate(
            """() => [...document.querySelectorAll('button:not(.unseen), .options label, .contacts a, .summary a')]
            .filter(e => { const b = e.getBoundingClientRect(); return b.height < 43.9 || b.width < 43.9; })
            .map(e => e.outerHTML)"""
        )
        return found

    token = place.today_token()
    page.goto(f"{address}/s/{token}?lang={language.value}")
    audit("form")
    send(page)
    audit("form with errors")
    assert small_targets() == []
    fill(page, trouble="RUDE_POWER", comment="hong@example.com")
    send(page)
    audit("form with personal data")
    page.locator("button[value=mask]").click()
    audit("form with masked text")
    assert small_targets() == []
    page.locator("button.main[value=send]").click()
    page.locator("#second_text").wait_for()
    audit("second page")
    assert small_targets() == []
    page.fill("#second_text", "M12345678")
    send(page)
    audit("second page with personal data")
    page.locator("button[value=mask]").click()
    audit("second page with masked text")
    page.locator("button[value=skip]").click()
    page.locator(".done").wait_for()
    audit("thanks")
    page.go_back()
    page.locator("#second_text").fill("late")
    page.locator("form > button.main").click()
    page.locator("#yours").wait_for()
    audit("late")
    page.goto(f"{address}/s/{token}")
    audit("used")
    page.goto(f"{address}/s/{place.token(day=date(2024, 5, 1))}")
    audit("expired")
    page.goto(f"{address}/s/forged")
    audit("unusable")
    assert len(audited) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_fit_at_twice_the_text_size(
    place: SurveyPlace, address: str, browser: Browser, language: Language
) -> None:
    # 200 % zoom on a phone halves the width there is.
    context = browser.new_context(viewport={"width": 180, "height": 370})
    page = context.new_page()
    page.goto(f"{address}/s/{place.today_token()}?lang={language.value}")
    assert_nothing_sticks_out(page)
    send(page)
    assert_nothing_sticks_out(page)
    fill(page, trouble="FAVOUR", comment="010-1234-5678")
    send(page)
    assert_nothing_sticks_out(page)
    page.locator("button[value=mask]").click()
    page.locator("button.main[value=send]").click()
    page.locator("#second_text").wait_for()
    assert_nothing_sticks_out(page)
    context.close()
