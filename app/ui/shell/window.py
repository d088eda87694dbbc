"""The one window, and what outlives a sign-in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow
from shiboken6 import isValid

from app.config.settings import DeskSettings
from app.domain.actors import Action
from app.domain.languages import ScreenLanguage
from app.ui.audit_key.view import AuditKeyDialog
from app.ui.parts import DeskParts
from app.ui.shared.dialogs import CalmDialog
from app.ui.shared.language import install_language
from app.ui.shared.settings_store import SettingsStore
from app.ui.shared.slip_printing import SlipPrinting
from app.ui.shared.syncing import Syncing
from app.ui.shared.task_runner import TaskRunner
from app.ui.shared.theme import apply_theme, chosen_theme, contrast_hints, icon
from app.ui.shared.unexpected import UnexpectedFailures
from app.ui.shell.account_end import AccountEnd
from app.ui.shell.counter_change import CounterChange
from app.ui.shell.desks import Desk
from app.ui.shell.doorway import Doorway
from app.ui.shell.questions import closing_question, sign_out_question
from app.ui.shell.view import ShellView
from app.ui.sign_in.view import SignInView

_NAMES_AFTER_MS = 50
"""The first picture waits for nothing, and the home is opened right after it: names are asked for then."""

_IN_USE_SECONDS = 180.0


class MainWindow(QMainWindow):
    """Owns what outlives a sign-in: the task runner, the settings, the slips under way, the desks."""

    def __init__(self, parts: DeskParts, settings: DeskSettings) -> None:
        super().__init__()
        self._parts = parts
        self.runner = TaskRunner(self)
        self.store = SettingsStore(parts.settings_path, settings, self)
        self.slips = SlipPrinting(parts, self.runner, self.store, self)
        self.unexpected = UnexpectedFailures(self)
        self.syncing = Syncing(parts, self.runner, self)
        self.doorway = Doorway(parts, self.runner, self.store, self.slips, self.syncing, self)
        self.counter_change = CounterChange(parts, self.runner, self.syncing, self.doorway, self)
        self.account_end = AccountEnd(self.runner, self.doorway, self)
        self.audit_key: AuditKeyDialog | None = None
        self.question: CalmDialog | None = None
        self.closing_agreed = False
        """What is begun and not done may be thrown away with the window."""
        self._settings = settings
        self.setCentralWidget(self.doorway.pages)
        self.runner.crashed.connect(self.unexpected.report)
        self.store.changed.connect(self._on_settings)
        self.doorway.taken.connect(self._on_taken)
        self.doorway.pages.currentChanged.connect(self._name_window)
        self.doorway.sign_out_pressed.connect(self.ask_to_sign_out)
        self.setMinimumSize(1024, 640)
        self.resize(1366, 768)
        self._dress(settings)
        self.doorway.show_sign_in()
        self._names: QTimer | None = QTimer(self)
        self._names.setSingleShot(True)
        self._names.setInterval(_NAMES_AFTER_MS)
        self._names.timeout.connect(self.doorway.recent.ask)
        self._names.timeout.connect(self.syncing.begin)
        if (hints := contrast_hints(self._application())) is not None:
            hints.contrastPreferenceChanged.connect(self._on_contrast_wanted)
        self._application().installEventFilter(self.doorway.idle)
        self.syncing.in_use = self._is_in_use
        self.doorway.idle.stirred.connect(self.syncing.be_stirred)

    @property
    def sign_in_view(self) -> SignInView | None:
        """The sign-in card, when nobody is signed in."""
        page = self.doorway.pages.currentWidget()
        return page if isinstance(page, SignInView) else None

    @property
    def shell(self) -> ShellView | None:
        """The desk of whoever is signed in, also while it is covered."""
        return None if self.doorway.desk is None else self.doorway.desk.shell

    def sign_out(self) -> None:
        """Back to the sign-in card without a question. Slips under way are finished all the same."""
        self.doorway.sign_out()

    @Slot()
    def ask_to_sign_out(self) -> None:
        """Sign out, after a question if anything would be lost."""
        begun = self.shell.unfinished() if self.shell is not None else None
        if not begun:
            self.sign_out()
            return
        self._ask(sign_out_question(begun, self))
        assert self.question is not None
        self.question.finished.connect(self._on_sign_out_answered)

    @Slot()
    def come_to_front(self) -> None:
        """Show this window above the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._names is not None:
            self._names.start()
            self._names = None

    def closeEvent(self, event: QCloseEvent) -> None:
        begun = self.doorway.begun()
        if begun and not self.closing_agreed:
            event.ignore()
            if self.question is None or not self.question.isVisible():
                self._ask(closing_question(begun, self))
                assert self.question is not None
                self.question.finished.connect(self._on_close_answered)
            return
        if self.shell is not None:
            self.shell.close_screens()
        self._application().removeEventFilter(self.doorway.idle)
        self.doorway.idle.rest()
        self.syncing.end()
        self.runner.shut_down()
        super().closeEvent(event)

    def language(self) -> ScreenLanguage:
        """The language the window speaks now."""
        return self.store.settings.language

    def _is_in_use(self) -> bool:
        return self.doorway.idle.touched_within(_IN_USE_SECONDS)

    def _application(self) -> QApplication:
        application = QCoreApplication.instance()
        assert isinstance(application, QApplication)
        return application

    def _dress(self, settings: DeskSettings) -> None:
        install_language(settings.language)
        apply_theme(self._application(), settings.text_size, chosen_theme(settings.theme))
        self.setWindowIcon(icon("clipboard-pen"))

    def _on_taken(self, desk: Desk | None) -> None:
        self._name_window()
        if desk is None:
            return
        signed_in = desk.signed_in
        self.syncing.came(signed_in.actor)
        if signed_in.actor.may(Action.ISSUE_SLIP):
            self.slips.close_interrupted(signed_in.actor)
        asked = self.audit_key is not None and isValid(self.audit_key) and self.audit_key.parent() is desk.shell
        if signed_in.needs_audit_key and not asked:
            self.audit_key = AuditKeyDialog(self._parts, self.runner, signed_in.actor, desk.shell)
            self.audit_key.open()

    def _name_window(self) -> None:
        """Two counters side by side, or one person's window left open, can be told apart on the task bar."""
        desk = self.doorway.desk
        named = self.tr("민원데스크 · {name}").format(name=desk.name) if desk is not None else self.tr("민원데스크")
        self.setWindowTitle(named)

    def _ask(self, question: CalmDialog) -> None:
        if self.question is not None:
            self.question.deleteLater()
        self.question = question
        desk = self.doorway.desk
        if desk is not None and desk.curtain is not None:
            desk.curtain.spared = question  # it tells names and numbers, and nothing of any visit
        question.open()

    def _on_sign_out_answered(self, result: int) -> None:
        if self._throws_away(result):
            self.sign_out()

    def _on_close_answered(self, result: int) -> None:
        if self._throws_away(result):
            self.closing_agreed = True
            self.close()

    def _throws_away(self, result: int) -> bool:
        """Esc is no answer."""
        return result == QDialog.DialogCode.Accepted and self.question is not None and self.question.chosen == 1

    def _on_settings(self, settings: DeskSettings) -> None:
        before, self._settings = self._settings, settings
        words = (before.language, before.text_size) != (settings.language, settings.text_size)
        if not words and before.theme == settings.theme:
            return
        self._dress(settings)
        if words and self.doorway.desk is not None:
            self.doorway.renew()
            self._name_window()
        elif words and self.sign_in_view is not None:
            self.doorway.show_sign_in(self.sign_in_view.login.text())

    def _on_contrast_wanted(self) -> None:
        self._dress(self._settings)
