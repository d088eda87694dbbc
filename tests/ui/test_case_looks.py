"""The screen for cases in both languages, at every text size and both usual screens: nothing clipped or covered."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.domain.actors import Actor
from app.domain.case_names import NameReason
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.cases import CaseKind, CaseResult, NewCase
from app.domain.improvements import ImprovementForm
from app.domain.languages import ScreenLanguage
from app.domain.re_reviews import PrecedentForm
from app.ui.cases.acts import CaseAct
from app.ui.cases.browser import CaseBrowser
from app.ui.cases.card_form import CardForm
from app.ui.cases.edit_form import EditForm
from app.ui.cases.erase_card import EraseCard
from app.ui.cases.step_form import StepForm
from app.ui.casework.view import CaseworkView
from app.ui.keys.view import KeysDialog
from app.ui.shared.places import ScreenName
from app.ui.shell.screens import places
from tests.ui.conftest import ALT, CTRL, Desk, MakeDesk
from tests.ui.test_looks import check

K = Qt.Key
PERSON = {"name": "홍길동", "phone": "010-1234-5678", "address": "새빛구 새빛로 12"}
TITLE = "공원 가로등이 일주일째 꺼져 있어 어르신들이 다니기 위험합니다"
TEXT = "지난주 월요일 저녁부터 불이 들어오지 않습니다. 언제 고쳐 주시는지 알려 주세요. " * 4

LOOKS = [
    *((language, text_size, (1366, 768)) for language in ScreenLanguage for text_size in (0, 1, 2)),
    *((language, 0, (1920, 1080)) for language in ScreenLanguage),
]


@pytest.fixture(params=LOOKS)
def seen(make_desk: MakeDesk, clerk: Actor, request: pytest.FixtureRequest) -> Desk:
    """A log with a case of every state."""
    language, text_size, size = request.param
    desk = make_desk(language=language, text_size=text_size, size=size)
    cases, step = desk.office.cases, desk.office.cases.step
    department = desk.office.offices.departments(clerk)[1].code
    desk.clock.pass_by(days=-14)
    made = []
    for kind in (CaseKind.GRIEVANCE, CaseKind.SUGGESTION, CaseKind.LAW_QUESTION, CaseKind.OTHER, CaseKind.PRAISE):
        person = {} if kind in (CaseKind.OTHER, CaseKind.PRAISE) else PERSON
        new = NewCase(kind, TITLE, text=TEXT, department_code=department, **person)  # type: ignore[arg-type]
        made.append(cases.open(clerk, new))
    desk.clock.pass_by(days=14)
    first, second, third, fourth, _ = made
    again = NewCase(
        CaseKind.GRIEVANCE,
        TITLE,
        department_code=department,
        matter_id=first.id,
        **PERSON,  # type: ignore[arg-type]
    )
    cases.open(clerk, again)
    step(clerk, second.id, NewStep(CaseStepKind.SUPPLEMENT_ASKED, TEXT, until=date(2026, 11, 30)))
    note = step(clerk, second.id, NewStep(CaseStepKind.NOTED, "통화함")).steps[-1]
    step(clerk, second.id, NewStep(CaseStepKind.UNDONE, of=note.id))
    step(clerk, third.id, NewStep(CaseStepKind.TAKEN_OVER))
    step(clerk, fourth.id, NewStep(CaseStepKind.ANSWERED, TEXT, result=CaseResult.DONE))
    desk.office.precedents.add(clerk, PrecedentForm(TITLE, "사흘 안에 고칩니다."))
    desk.sign_in()
    desk.press(K.Key_F7)
    desk.settle()
    return desk


def browser_of(desk: Desk) -> CaseBrowser:
    return desk.screen(ScreenName.CASEWORK, CaseworkView).cases.browser


def test_the_list_every_case_and_every_form(seen: Desk) -> None:
    browser = browser_of(seen)
    check(seen.window)
    for line in browser.list.model.records:
        browser.open_case(line.id)
        seen.settle()
        check(seen.window)
        assert browser.view is not None
        seen.press(K.Key_D, CTRL)
        check(seen.window)
        seen.press(K.Key_Escape)
    handled = next(line for line in browser.list.model.records if line.kind is CaseKind.LAW_QUESTION)
    browser.open_case(handled.id)
    seen.settle()
    assert browser.view is not None
    for kind in sorted(browser.view.possible - {CaseStepKind.TAKEN_OVER}):
        browser.begin(kind)
        form = browser.side.card
        assert isinstance(form, StepForm)
        seen.settle()
        check(seen.window)
        form.show_trouble("text", "그 사이 무엇이 바뀌었는지 길게 말하는 문장입니다. " * 3)
        form.say_overtaken("다른 사람이 먼저 한 일을 알리는 문장입니다. " * 2)
        check(seen.window)
    browser.begin(CaseStepKind.ANSWERED)
    answer = browser.side.card
    assert isinstance(answer, StepForm)
    seen.until(answer.precedents.isVisible)
    answer.results.button(2).click()
    check(seen.window)
    seen.press(K.Key_Escape)
    seen.press(K.Key_I, CTRL)
    check(seen.window)
    browser.refuse("프린터를 찾을 수 없습니다. 기록은 안전합니다. " * 2)
    check(seen.window)


def test_the_search_and_the_form_of_a_new_case(seen: Desk) -> None:
    browser = browser_of(seen)
    seen.press(K.Key_F, CTRL)
    seen.commit("없는 말")
    seen.until(lambda: browser.list.presenter.rows.filter.text == "없는 말")
    check(seen.window)
    seen.press(K.Key_Escape)
    seen.settle()
    seen.press(K.Key_N, CTRL)
    form = seen.screen(ScreenName.CASEWORK, CaseworkView).cases.form
    check(seen.window)
    for place in range(10):
        form.fields.choose_kind(place)
        check(seen.window)
    form.fields.choose_kind(0)
    form.fields.title.setText(TITLE)
    seen.until(lambda: bool(form.similar.model.records))
    seen.press(K.Key_F5)
    check(seen.window)
    seen.press(K.Key_Return, CTRL)
    seen.settle()
    check(seen.window)
    seen.press(K.Key_Escape)
    assert form.question is not None
    check(form.question)
    form.question.close()


def test_what_is_seldom_done_to_a_case_or_written_in_a_new_one(seen: Desk) -> None:
    browser = browser_of(seen)
    clerk = seen.shell.session.actor
    department = seen.office.offices.departments(clerk)[1].code
    for number in range(3):
        seen.office.improvements.put(clerk, ImprovementForm(f"{TITLE} {number}", TEXT[:200], department))
    line = next(line for line in browser.list.model.records if line.kind is CaseKind.LAW_QUESTION)
    browser.open_case(line.id)
    seen.settle()
    for act in browser.sheet.deeds.acts:
        browser.rarer.begin(act)
        seen.settle()
        check(seen.window)
        card = browser.side.card
        assert isinstance(card, CardForm)
        card.say_overtaken("다른 사람이 먼저 한 일을 알리는 문장입니다. " * 2)
        card.show_trouble(next(iter(card.fields), ""), "무엇이 맞지 않는지 길게 말하는 문장입니다. " * 2)
        check(seen.window)
    browser.case.see_name(NameReason.CONTACT)
    seen.settle()
    browser.rarer.begin(CaseAct.EDIT)
    seen.settle()
    check(seen.window)
    form = browser.side.card
    assert isinstance(form, EditForm)
    form.kind.setCurrentIndex(form.kind.findData(CaseKind.PERMIT))
    check(seen.window)
    seen.press(K.Key_Escape)
    browser.side.put(EraseCard(line.number))
    check(seen.window)
    browser.leave_card()
    browser.list.coming.say("이 PC에 없는 민원이라 공유 쪽에서 가져옵니다. 잠시만 기다려 주세요.  Esc 그만두기")
    check(seen.window)
    seen.press(K.Key_N, CTRL)
    new = seen.screen(ScreenName.CASEWORK, CaseworkView).cases.form
    seen.press(K.Key_1, CTRL)
    seen.press(K.Key_Period, CTRL)
    new.fields.more.external.setText("20261119")
    check(seen.window)
    new.fields.more.received.line.setText("언젠가")
    check(seen.window)
    new.fields.title.setText(TITLE)
    new.begin(NewCase(CaseKind.OTHER, TITLE, department_code=department))
    assert new.question is not None
    check(new.question)
    new.question.close()


def test_its_keys(seen: Desk) -> None:
    actor = seen.shell.session.actor
    dialog = KeysDialog(actor, places(actor), ScreenName.CASEWORK, seen.window, page="cases")
    dialog.show()
    seen.bot.waitExposed(dialog)
    check(dialog)
    assert dialog.width() <= 1366
    assert dialog.height() <= 768
    dialog.close()
    seen.press(K.Key_1, ALT)
    check(seen.window)
