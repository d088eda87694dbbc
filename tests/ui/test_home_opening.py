"""The window is there before the home is open."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Office, desk_parts
from app.config.settings import DeskSettings
from app.domain.errors import DatabaseDamaged
from app.ui import application
from app.ui.home_opening import HomeOpening
from app.ui.parts import DeskParts, LaterParts
from app.ui.shared.dialogs import CalmDialog
from app.ui.shell.window import MainWindow
from tests.support.offices import PASSWORD


def later(office: Office, make: Callable[[], DeskParts]) -> LaterParts:
    return LaterParts(office.home.root, office.home.settings, make)


def test_home_and_settings_are_there_before_anything_is_made(office: Office) -> None:
    parts = later(office, lambda: pytest.fail("made too early"))
    assert (parts.home, parts.settings_path) == (office.home.root, office.home.settings)


def test_parts_are_made_once_and_by_whoever_asks_first(office: Office) -> None:
    made: list[DeskParts] = []

    def make() -> DeskParts:
        made.append(desk_parts(office))
        return made[-1]

    parts = later(office, make)
    asked: list[object] = []
    askers = [threading.Thread(target=lambda: asked.append(parts.visits)) for _ in range(4)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert asked == [office.visits] * 4
    assert len(made) == 1


def test_after_a_failure_the_next_one_tries_again(office: Office) -> None:
    failures = [DatabaseDamaged("minwon.db")]

    def make() -> DeskParts:
        if failures:
            raise failures.pop()
        return desk_parts(office)

    parts = later(office, make)
    with pytest.raises(DatabaseDamaged):
        parts.made()
    assert parts.accounts is office.accounts


def test_the_card_is_painted_first_and_signing_in_waits_for_the_home(office: Office, qtbot: QtBot) -> None:
    opened, may_open = threading.Event(), threading.Event()

    def make() -> DeskParts:
        opened.set()
        assert may_open.wait(20)
        return desk_parts(office)

    parts = later(office, make)
    window = MainWindow(parts, DeskSettings())
    HomeOpening(window, parts.made)
    qtbot.addWidget(window, before_close_func=lambda closing: closing.runner.shut_down())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(opened.is_set, timeout=10_000)
    card = window.sign_in_view
    assert card is not None
    card.login.setText("clerk1")
    card.password.setText(PASSWORD)
    qtbot.keyClick(card.password, Qt.Key.Key_Return)
    assert window.shell is None
    may_open.set()
    qtbot.waitUntil(lambda: window.shell is not None, timeout=10_000)
    qtbot.waitUntil(lambda: window.runner.idle, timeout=10_000)


def test_a_home_that_cannot_be_opened_ends_the_program_with_its_code(office: Office, qtbot: QtBot) -> None:
    said: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, CalmDialog):
            said.append(dialog.sentence.text())
            dialog.buttons[0].click()

    def fail() -> DeskParts:
        raise DatabaseDamaged(str(Path("minwon.db")))

    reader = QTimer()
    reader.setInterval(20)
    reader.timeout.connect(read)
    reader.start()
    parts = later(office, fail)
    assert application.run_window(parts, parts.made) == DatabaseDamaged.exit_code
    reader.stop()
    assert said[0].startswith("자료 파일을 읽을 수 없습니다: minwon.db.")
