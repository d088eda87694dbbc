"""The one window: the sign-in card or somebody's desk."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from app.config.settings import DeskSettings
from app.domain.actors import Action
from app.domain.languages import ScreenLanguage
from app.ui.audit_key.view import AuditKeyDialog
from app.ui.parts import DeskParts
from app.ui.shared.language import install_language
from app.ui.shared.session import Session, SignedIn
from app.ui.shared.settings_store import SettingsStore
from app.ui.shared.slip_printing import SlipPrinting
from app.ui.shared.task_runner import TaskRunner
from app.ui.shared.theme import apply_theme, icon
from app.ui.shared.unexpected import UnexpectedFailures
from app.ui.shell.view import ShellView
from app.ui.sign_in.view import SignInView


class MainWindow(QMainWindow):
    """Owns what outlives a sign-in: the task runner, the settings, the slips under way."""

    def __init__(self, parts: DeskParts, settings: DeskSettings) -> None:
        super().__init__()
        self._parts = parts
        self.runner = TaskRunner(self)
        self.store = SettingsStore(parts.settings_path, settings, self)
        self.slips = SlipPrinting(parts, self.runner, self.store, self)
        self.unexpected = UnexpectedFailures(self)
        self.audit_key: AuditKeyDialog | None = None
        self._signed_in: SignedIn | None = None
        self._settings = settings
        self.runner.crashed.connect(self.unexpected.report)
        self.store.changed.connect(self._on_settings)
        self.setMinimumSize(1024, 640)
        self.resize(1366, 768)
        self._dress(settings)
        self._show_sign_in()

    @property
    def sign_in_view(self) -> SignInView | None:
        """The sign-in card, when nobody is signed in."""
        central = self.centralWidget()
        return central if isinstance(central, SignInView) else None

    @property
    def shell(self) -> ShellView | None:
        """The desk of whoever is signed in."""
        central = self.centralWidget()
        return central if isinstance(central, ShellView) else None

    def sign_out(self) -> None:
        """Back to the sign-in card. Slips under way are finished all the same."""
        if self.shell is not None:
            self.shell.close_screens()
        self._signed_in = None
        self._show_sign_in()

    @Slot()
    def come_to_front(self) -> None:
        """Show this window above the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.shell is not None:
            self.shell.close_screens()
        self.runner.shut_down()
        super().closeEvent(event)

    def _dress(self, settings: DeskSettings) -> None:
        application = QCoreApplication.instance()
        assert isinstance(application, QApplication)
        install_language(settings.language)
        apply_theme(application, settings.text_size)
        self.setWindowIcon(icon("clipboard-pen"))

    def _show_sign_in(self, login: str = "") -> None:
        view = SignInView(self._parts, self.runner, self.store, login)
        view.signed_in.connect(self._on_signed_in)
        self.setCentralWidget(view)
        self.setWindowTitle(self.tr("민원데스크"))
        view.setFocus()

    def _on_signed_in(self, signed_in: SignedIn) -> None:
        self._signed_in = signed_in
        if signed_in.actor.may(Action.ISSUE_SLIP):
            self.slips.close_interrupted(signed_in.actor)
        self._show_shell(signed_in)
        if signed_in.needs_audit_key:
            self._ask_for_audit_key()

    def _show_shell(self, signed_in: SignedIn) -> ShellView:
        shell = ShellView(Session(self._parts, self.runner, self.store, self.slips, signed_in))
        shell.sign_out_pressed.connect(self.sign_out)
        self.setCentralWidget(shell)
        shell.open(shell.first())
        # Two counters side by side, or one person's window left open, can be told apart on the task bar.
        self.setWindowTitle(self.tr("민원데스크 · {name}").format(name=signed_in.actor.name))
        return shell

    def _ask_for_audit_key(self) -> None:
        shell = self.shell
        assert shell is not None
        assert self._signed_in is not None
        self.audit_key = AuditKeyDialog(self._parts, self.runner, self._signed_in.actor, shell)
        self.audit_key.open()

    def _on_settings(self, settings: DeskSettings) -> None:
        before, self._settings = self._settings, settings
        if (before.language, before.text_size) == (settings.language, settings.text_size):
            return
        self._dress(settings)
        # Every word or width changes, so the screen is made anew where it was.
        if self._signed_in is not None and self.shell is not None:
            current = self.shell.current
            self.shell.close_screens()
            shell = self._show_shell(self._signed_in)
            if current is not None:
                shell.open(current)
        elif self.sign_in_view is not None:
            self._show_sign_in(self.sign_in_view.login.text())

    def language(self) -> ScreenLanguage:
        """The language the window speaks now."""
        return self.store.settings.language
