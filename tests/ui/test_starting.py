"""Starting: one window a home, and calm words when it cannot start."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Office, desk_parts
from app.config.settings import DeskSettings
from app.domain.errors import (
    AppError,
    DatabaseDamaged,
    DatabaseNewer,
    DiskFull,
    HomeMissing,
    HomeReadOnly,
    SettingsUnreadable,
)
from app.ui import application
from app.ui.shared.dialogs import CalmDialog
from app.ui.shared.single_instance import SingleInstance
from tests.ui.conftest import Desk

SECOND_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.ui.shared.single_instance import SingleInstance
application = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
print(instance.is_first(), instance.knock())
"""


def test_a_second_process_brings_the_first_window_to_the_front(desk: Desk) -> None:
    home = desk.office.home.root
    first = SingleInstance(home, desk.window)
    assert first.is_first()
    first.knocked.connect(desk.window.come_to_front)
    desk.window.showMinimized()
    second = subprocess.Popen([sys.executable, "-c", SECOND_START, str(home)], stdout=subprocess.PIPE, text=True)
    with desk.bot.waitSignal(first.knocked, timeout=20_000):
        pass
    said, _ = second.communicate(timeout=20)
    assert said.split() == ["False", "True"]
    assert not desk.window.isMinimized()
    first.release()


def test_a_second_start_ends_with_0_and_opens_nothing(office: Office, qtbot: QtBot) -> None:
    first = SingleInstance(office.home.root)
    assert first.is_first()
    before = set(QApplication.topLevelWidgets())
    assert application.run_window(desk_parts(office)) == 0
    assert set(QApplication.topLevelWidgets()) == before
    first.release()
    again = SingleInstance(office.home.root)
    assert again.is_first()
    again.release()


def test_two_homes_have_two_windows(tmp_path: Path, qtbot: QtBot) -> None:
    homes = [tmp_path / "하나", tmp_path / "둘"]
    for home in homes:
        home.mkdir()
    instances = [SingleInstance(home) for home in homes]
    assert all(instance.is_first() for instance in instances)
    for instance in instances:
        instance.release()


def test_the_window_opens_and_closes(office: Office, qtbot: QtBot) -> None:
    QTimer.singleShot(0, QApplication.closeAllWindows)
    assert application.run_window(desk_parts(office)) == 0


@contextmanager
def answering(button: int) -> Iterator[list[CalmDialog]]:
    """Press the button with this number in the next dialog."""
    seen: list[CalmDialog] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, CalmDialog):
            seen.append(dialog)
            dialog.buttons[button].click()

    timer = QTimer()
    timer.setInterval(20)
    timer.timeout.connect(press)
    timer.start()
    yield seen
    timer.stop()


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (HomeMissing("/srv/minwon"), "이 PC의 자료 폴더가 없습니다: /srv/minwon."),
        (DatabaseDamaged("minwon.db"), "자료 파일을 읽을 수 없습니다: minwon.db. 파일을 고치거나 지우지 않았습니다."),
        (DatabaseNewer("7", "3"), "자료가 더 새 프로그램으로 만들어졌습니다(자료 7, 프로그램 3)."),
        (HomeReadOnly("/home"), "자료 폴더에 쓸 수 없습니다: /home."),
        (DiskFull("/home"), "디스크가 가득 차 저장하지 못했습니다: /home."),
    ],
)
def test_what_prevents_the_start_is_said_calmly(qtbot: QtBot, error: AppError, says: str) -> None:
    with answering(0) as seen:
        assert application.show_start_problem(error) == 4
    assert seen[0].sentence.text().startswith(says)
    assert seen[0].windowTitle() == "민원데스크를 시작할 수 없습니다"


def test_the_start_problem_speaks_the_language_of_this_pc(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"language": "en"}', encoding="utf-8")
    with answering(0) as seen:
        application.show_start_problem(DiskFull("/home"), tmp_path / "settings.json")
    assert seen[0].sentence.text().startswith("The disk is full, so this was not saved: /home.")


def test_unreadable_settings_can_be_set_aside(office: Office, qtbot: QtBot) -> None:
    office.home.settings.write_text("{not json", encoding="utf-8")
    with answering(0) as seen:
        assert application.settings_to_start_with(desk_parts(office)) == DeskSettings()
    assert seen[0].sentence.text().startswith("이 PC의 설정 파일을 읽을 수 없습니다:")
    assert not office.home.settings.exists()
    aside = office.home.settings.with_name("settings.json.unreadable")
    assert aside.read_text(encoding="utf-8") == "{not json"


def test_unreadable_settings_can_end_the_program_untouched(office: Office, qtbot: QtBot) -> None:
    office.home.settings.write_text("{not json", encoding="utf-8")
    with answering(1):
        assert application.run_window(desk_parts(office)) == SettingsUnreadable.exit_code
    assert office.home.settings.read_text(encoding="utf-8") == "{not json"
