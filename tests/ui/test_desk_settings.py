"""Settings of this PC, kept the moment they are chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from app.config.settings import DeskSettings, load_settings
from app.domain.languages import Language, ScreenLanguage
from app.domain.slips import Paper
from app.ui.desk_settings.view import DeskSettingsView
from app.ui.shared.places import ScreenName
from app.ui.shared.theme import body_points
from tests.ui.conftest import Desk


def open_settings(desk: Desk, login: str = "clerk1") -> DeskSettingsView:
    desk.sign_in(login)
    desk.press(Qt.Key.Key_F9)
    desk.settle()
    return desk.screen(ScreenName.SETTINGS, DeskSettingsView)


def choose(desk: Desk, box: QComboBox, steps: int) -> None:
    """Down or up in a box, as the keyboard does it."""
    box.setFocus()
    for _ in range(abs(steps)):
        desk.press(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


def kept(desk: Desk) -> DeskSettings:
    return load_settings(desk.office.home.settings)


def test_paper_and_language_of_the_slip(desk: Desk) -> None:
    settings = open_settings(desk)
    choose(desk, settings.paper, 2)
    choose(desk, settings.slip_language, 3)
    desk.until(lambda: kept(desk).slip_language is Language.VI)
    choose(desk, settings.foreigner_language, 1)
    desk.until(lambda: kept(desk).foreigner_language is Language.ZH)
    assert kept(desk).paper is Paper.A5
    assert settings.kept.words.text() == "저장했습니다."


def test_another_language_changes_every_word_at_once(desk: Desk) -> None:
    settings = open_settings(desk)
    choose(desk, settings.language, 1)
    desk.until(lambda: desk.shell.navigation.places[0].words == "Register")
    assert desk.shell.current is ScreenName.SETTINGS
    assert kept(desk).language is ScreenLanguage.EN
    desk.settle()


def test_larger_text(desk: Desk) -> None:
    settings = open_settings(desk)
    choose(desk, settings.text_size, 2)
    desk.until(lambda: kept(desk).text_size == 2)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert application.font().pointSizeF() == body_points(2)


def test_a_printer_that_is_gone_stays_chosen_and_says_so(desk: Desk) -> None:
    desk.window.store.keep(DeskSettings(printer="창구 프린터"))
    settings = open_settings(desk)
    assert settings.printer.currentText() == "창구 프린터 (지금 없음)"
    assert [settings.printer.itemText(i) for i in range(2)] == ["이 PC의 기본 프린터", "프린터 없이 PDF 파일로"]


def test_settings_that_cannot_be_written_change_nothing(desk: Desk, tmp_path: Path) -> None:
    settings = open_settings(desk)
    desk.window.store._path = tmp_path / "missing" / "settings.json"
    choose(desk, settings.paper, 1)
    desk.until(settings.refused.isVisible)
    assert settings.refused.words.text().startswith("파일을 쓸 수 없습니다:")
    assert desk.window.store.settings.paper is Paper.ROLL80
    assert settings.paper.currentData() == "roll80"


def choose_receipt_printer(desk: Desk, settings: DeskSettingsView) -> None:
    choose(desk, settings.printer, 2 - settings.printer.currentIndex())
    desk.until(settings.address.isVisible)


def test_a_receipt_printer_is_kept_by_its_address(desk: Desk) -> None:
    settings = open_settings(desk)
    assert not settings.address.isVisible()
    choose_receipt_printer(desk, settings)
    assert settings.printer.currentText() == "영수증 프린터 (직접 연결)"
    settings.address.setFocus()
    desk.write("tcp:192.168.0.50:9100")
    desk.enter()
    desk.until(lambda: kept(desk).printer == "tcp:192.168.0.50:9100")
    assert settings.kept.words.text() == "저장했습니다."
    desk.press(Qt.Key.Key_F2)
    desk.press(Qt.Key.Key_F9)
    desk.settle()
    assert settings.address.isVisible()
    assert settings.address.text() == "tcp:192.168.0.50:9100"
    choose(desk, settings.printer, -1)
    desk.until(lambda: kept(desk).printer == "files")
    assert not settings.address.isVisible()


def test_an_address_that_cannot_be_meant_changes_nothing_and_can_be_put_right(desk: Desk) -> None:
    settings = open_settings(desk)
    choose_receipt_printer(desk, settings)
    desk.settle()
    settings.address.setFocus()
    desk.write("tcp:host:99999")
    desk.enter()
    desk.until(settings.refused.isVisible)
    assert "‘tcp:host:99999’은(는) 프린터 주소로 쓸 수 없습니다" in settings.refused.words.text()
    assert settings.address.text() == "tcp:host:99999"
    assert kept(desk).printer == "files"
    choose(desk, settings.paper, 1)
    desk.until(lambda: kept(desk).paper is Paper.ROLL58)
    assert kept(desk).printer == "files"
    settings.address.setFocus()
    settings.address.selectAll()
    desk.write("usb:04b8:0e15")
    desk.enter()
    desk.until(lambda: kept(desk).printer == "usb:04b8:0e15")
    assert not settings.refused.isVisible()


def test_a_receipt_printer_takes_no_sheets(desk: Desk) -> None:
    desk.window.store.keep(DeskSettings(printer="tcp:192.168.0.50:9100"))
    settings = open_settings(desk)
    choose(desk, settings.paper, 2)
    desk.until(settings.refused.isVisible)
    assert "A5를 쓸 수 없습니다" in settings.refused.words.text()
    assert settings.paper.currentData() != "a5"
    assert desk.window.store.settings.paper is not Paper.A5
