"""Starting the window, and saying calmly why it cannot start."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app.config.settings import DeskSettings, load_settings, set_aside
from app.domain.errors import AppError, SettingsUnreadable
from app.domain.languages import ScreenLanguage
from app.ui.home_opening import HomeOpening, StartProblem
from app.ui.parts import DeskParts
from app.ui.shared.dialogs import CalmDialog
from app.ui.shared.language import install_language
from app.ui.shared.messages import sentence
from app.ui.shared.single_instance import SingleInstance
from app.ui.shared.theme import Tone, apply_theme
from app.ui.shell.window import MainWindow

_TURN_SECONDS = 0.001


def make_application() -> QApplication:
    """The one QApplication of the process."""
    present = QCoreApplication.instance()
    if isinstance(present, QApplication):
        return present
    application = QApplication(sys.argv[:1])
    application.setApplicationName("minwon-desk")
    application.setStyle("Fusion")  # the style sheet is drawn alike on every system
    # Each call into Qt lets go of Python; while a lane works, the window would wait 5 ms after each to have it back.
    sys.setswitchinterval(_TURN_SECONDS)
    return application


def run_window(parts: DeskParts, open_home: Callable[[], object] | None = None) -> int:
    """Open the window and stay until it is closed; the exit code of the program.

    `open_home` is run on the desk lane once the sign-in card is there; when it fails, that is said and the program
    ends. A second window on the same home brings the first to the front and gives back 0.
    """
    application = make_application()
    instance = SingleInstance(parts.home)
    if not instance.is_first():
        instance.knock()
        return 0
    try:
        settings = settings_to_start_with(parts)
        if isinstance(settings, AppError):
            return settings.exit_code
        window = MainWindow(parts, settings)
        window.unexpected.watch()
        instance.knocked.connect(window.come_to_front)
        if open_home is not None:
            opening = HomeOpening(window, open_home)
            opening.failed.connect(StartProblem(window, _tell_start_problem).end_because)
        _show(window)
        try:
            return application.exec()
        finally:
            window.unexpected.stop_watching()
            window.runner.shut_down()
    finally:
        instance.release()


def show_start_problem(error: AppError, settings_path: Path | None = None) -> int:
    """Say in a dialog why the program cannot start, in this PC's language; the exit code to end with."""
    application = make_application()
    try:
        language = load_settings(settings_path).language if settings_path is not None else ScreenLanguage.KO
    except SettingsUnreadable:
        language = ScreenLanguage.KO
    install_language(language)
    apply_theme(application, 0)
    start_problem_dialog(error).exec()
    return error.exit_code


def _tell_start_problem(error: AppError) -> None:
    start_problem_dialog(error).exec()


def start_problem_dialog(error: AppError) -> CalmDialog:
    """The dialog that says why the program cannot start."""
    translate = QCoreApplication.translate
    return CalmDialog(
        translate("Start", "민원데스크를 시작할 수 없습니다"),
        sentence(error),
        [translate("Start", "끝내기")],
        Tone.DANGER,
    )


def settings_problem_dialog(error: SettingsUnreadable) -> CalmDialog:
    """The dialog that offers to start with default settings."""
    translate = QCoreApplication.translate
    return CalmDialog(
        translate("Start", "설정 파일을 읽을 수 없습니다"),
        sentence(error),
        [translate("Start", "기본 설정으로 시작"), translate("Start", "끝내기")],
    )


def settings_to_start_with(parts: DeskParts) -> DeskSettings | AppError:
    """This PC's settings; when they cannot be read the user decides, and the broken file is kept beside."""
    try:
        return load_settings(parts.settings_path)
    except SettingsUnreadable as error:
        application = make_application()
        install_language(ScreenLanguage.KO)
        apply_theme(application, 0)
        dialog = settings_problem_dialog(error)
        dialog.exec()
        if dialog.chosen != 0:
            return error
        try:
            set_aside(parts.settings_path)
        except AppError as refusal:
            start_problem_dialog(refusal).exec()
            return refusal
        return DeskSettings()


def _show(window: MainWindow) -> None:
    room = QApplication.primaryScreen().availableGeometry()
    # On the smallest screens the window takes all of it; elsewhere most, so that other programs stay in reach.
    if room.width() <= 1440 or room.height() <= 860:
        window.showMaximized()
    else:
        window.resize(min(room.width(), 1600), min(room.height(), 940))
        window.show()
    # Keys must work from the first one on, also on a screen without a window manager, where nobody else would ask.
    window.activateWindow()
