"""A list of cases leaves the program: why and where to in one small step, by keys."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from app.domain.actors import Actor
from app.domain.case_errors import TooManyToExport
from app.domain.cases import CaseKind
from app.ui.cases.browser import CaseBrowser
from app.ui.cases.export_dialog import CaseExportDialog, free_name
from app.ui.shared.messages import sentence_for
from tests.support.offices import stored
from tests.ui.conftest import CTRL, Desk
from tests.ui.test_cases import log, receive

K = Qt.Key


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What is not said otherwise goes into a folder of the test's own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))


def ask(desk: Desk, browser: CaseBrowser) -> CaseExportDialog:
    desk.press(K.Key_E, CTRL)
    [dialog] = asked(browser)
    return dialog


def asked(browser: CaseBrowser) -> list[CaseExportDialog]:
    """The dialogs that stand open."""
    return [each for each in browser.window().findChildren(CaseExportDialog) if each.isVisible()]


def exports(desk: Desk) -> list[dict[str, object]]:
    rows = stored(desk.office.home, "SELECT detail FROM audit WHERE action = 'export_cases' ORDER BY n")
    return [json.loads(detail) for (detail,) in rows]


def test_a_reason_and_enter_and_the_list_is_out(desk: Desk, clerk: Actor, tmp_path: Path) -> None:
    for number in range(55):
        receive(desk, clerk, f"{number}번 가로등", CaseKind.OTHER)
    browser = log(desk)
    dialog = ask(desk, browser)
    assert not dialog.go.isEnabled()
    desk.enter()  # nothing leaves without a reason
    desk.commit("월간 보고")
    desk.enter()
    desk.settle()
    assert asked(browser) == []
    [made] = tmp_path.glob("minwon-*.xlsx")
    assert made.read_bytes().startswith(b"PK")
    assert str(made) in browser.list.said.words.text()
    assert "55건" in browser.list.said.words.text()
    assert not browser.list.left.under_way.isVisible()
    [said] = exports(desk)
    assert (said["reason"], said["count"], said["form"]) == ("월간 보고", 55, "xlsx")
    assert browser.list.table.hasFocus()


def test_the_last_reasons_come_back_and_a_file_is_written_over_only_when_said_twice(
    desk: Desk, clerk: Actor, tmp_path: Path
) -> None:
    receive(desk, clerk, "가로등", CaseKind.OTHER)
    browser = log(desk)
    there = tmp_path / "list.csv"
    there.write_text("먼저 있던 것", encoding="utf-8")
    dialog = ask(desk, browser)
    assert dialog.offers == []
    desk.commit("월간 보고")
    dialog.place.setText("list.csv")  # in the home folder
    desk.enter()
    desk.settle()
    assert dialog.isVisible()
    assert "list.csv" in dialog.hint.words.text()
    assert there.read_text(encoding="utf-8") == "먼저 있던 것"
    desk.enter()
    desk.settle()
    assert there.read_bytes().startswith("\ufeff".encode())
    dialog = ask(desk, browser)
    assert [chip.accessibleName() for chip in dialog.offers] == ["월간 보고"]
    desk.press(K.Key_Down)
    assert dialog.reason.text() == "월간 보고"
    desk.enter()
    desk.settle()
    assert len(exports(desk)) == 2
    assert "내보냈습니다" in browser.list.said.words.text()


def test_escape_leaves_everything_as_it_was(desk: Desk, clerk: Actor, tmp_path: Path) -> None:
    receive(desk, clerk, "가로등", CaseKind.OTHER)
    browser = log(desk)
    ask(desk, browser)
    desk.commit("월간 보고")
    desk.press(K.Key_Escape)
    desk.settle()
    assert asked(browser) == []
    assert (exports(desk), list(tmp_path.glob("minwon-*")), browser.list.leaving.reasons) == ([], [], ())


@pytest.mark.parametrize("reason", ["900101-1234567 확인", "010-1234-5678로 보냄"])
def test_what_may_not_stand_in_the_log_is_said_and_what_was_typed_stays(desk: Desk, clerk: Actor, reason: str) -> None:
    receive(desk, clerk, "가로등", CaseKind.OTHER)
    browser = log(desk)
    dialog = ask(desk, browser)
    desk.commit(reason)
    desk.enter()
    desk.settle()
    assert dialog.isVisible()
    assert dialog.hint.isVisible()
    assert dialog.reason.text() == reason
    assert exports(desk) == []
    desk.press(K.Key_Backspace)
    assert not dialog.hint.isVisible()


def test_the_ending_says_what_file_it_is(desk: Desk, clerk: Actor, tmp_path: Path) -> None:
    browser = log(desk)
    dialog = ask(desk, browser)
    xlsx, csv = dialog.findChildren(QRadioButton)
    assert (xlsx.isChecked(), dialog.path.suffix) == (True, ".xlsx")
    csv.click()
    assert dialog.path.suffix == ".csv"
    dialog.place.setText(str(tmp_path / "list.XLSX"))
    assert xlsx.isChecked()
    dialog.place.setText("목록")
    assert dialog.path == tmp_path / "목록.xlsx"
    desk.commit("보고")
    dialog.place.setText(str(tmp_path / "없는 폴더" / "list.xlsx"))
    desk.enter()
    assert dialog.isVisible()
    assert "폴더" in dialog.hint.words.text()


def test_what_goes_wrong_stays_said_and_was_logged(desk: Desk, clerk: Actor, tmp_path: Path) -> None:
    receive(desk, clerk, "가로등", CaseKind.OTHER)
    browser = log(desk)
    browser.list.leaving.begin(browser.list.presenter.filter, tmp_path / "gone" / "list.xlsx", "보고")
    desk.settle()
    browser.list.presenter.reload()
    desk.settle()
    assert browser.list.left.kept_back.isVisible()
    assert len(exports(desk)) == 1
    ask(desk, browser)
    assert not browser.list.left.kept_back.isVisible()


def test_a_list_that_is_too_long_says_so() -> None:
    assert "100,000건까지" in sentence_for(TooManyToExport(100_000))


def test_no_name_is_offered_twice(tmp_path: Path) -> None:
    day = date(2026, 11, 20)
    first = free_name(tmp_path, day)
    first.touch()
    assert (first.name, free_name(tmp_path, day).name) == ("minwon-20261120.xlsx", "minwon-20261120-2.xlsx")
