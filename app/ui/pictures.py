"""Pictures of every screen, taken without a display: for the practice day and for the documentation."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QWidget

from app.config.settings import DeskSettings
from app.domain.languages import ScreenLanguage
from app.domain.offices import ServiceRecord
from app.domain.visits import VisitorKind, VisitRecord, VisitStatus
from app.ui.application import make_application
from app.ui.correction.view import CorrectionDialog
from app.ui.counter.view import CounterView
from app.ui.parts import DeskParts
from app.ui.reception.hand_over import HandOverDialog
from app.ui.sealed_answers.view import SealedAnswersView
from app.ui.shared.places import ScreenName
from app.ui.shell.view import ShellView
from app.ui.shell.window import MainWindow

_WIDTH, _HEIGHT = 1366, 768
_PATIENCE_SECONDS = 20.0
_PEOPLE = ("clerk1", "consultant1", "supervisor1", "auditor1", "admin")


def take_pictures(
    parts: DeskParts,
    folder: Path,
    password: str,
    passphrase: str,
    size: tuple[int, int] = (_WIDTH, _HEIGHT),
) -> list[Path]:
    """Sign in each sample role and write every screen as PNG, in Korean and English; the files written."""
    make_application()
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for language in ScreenLanguage:
        written += _Photographer(parts, folder, language, size).everything(password, passphrase)
    return written


def _sample_visit(service: ServiceRecord) -> VisitRecord:
    """A visit that is in no home, for pictures only."""
    at = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)
    return VisitRecord(
        id="",
        number="A-012",
        counter_code="A",
        day=at.date(),
        seq=12,
        service_code=service.code,
        service_name=service.name,
        department_name=service.department_name,
        status=VisitStatus.SERVING,
        visitor_kind=VisitorKind.SELF,
        queue_number="",
        note="",
        registered_by="",
        registered_at=at,
        serving_since=at,
        finished_at=None,
        slip_state=None,
        slip_reason="",
        slips=0,
    )


class _Photographer:
    """One window in one language. What it is set to is not written to the home's settings."""

    def __init__(self, parts: DeskParts, folder: Path, language: ScreenLanguage, size: tuple[int, int]) -> None:
        self._folder = folder
        self._language = language
        settings = DeskSettings(language=language, printer="files")
        draft = replace(parts, settings_path=folder / ".settings.json")
        self._window = MainWindow(draft, settings)
        self._window.resize(*size)
        self._window.show()

    def everything(self, password: str, passphrase: str) -> list[Path]:
        """Every screen of every role."""
        written = [self._grab("sign-in", self._window)]
        seen: set[ScreenName] = set()
        for login in _PEOPLE:
            self._sign_in(login, password)
            shell = self._window.shell
            if shell is None:
                continue
            for place in shell.navigation.places:
                if place.name in seen:
                    continue
                seen.add(place.name)
                shell.open(place.name)
                self._settle()
                self._show_more(shell.screen_widget(place.name), passphrase)
                written.append(self._grab(place.name.value.replace("_", "-"), self._window))
            if login == "clerk1":
                written += self._dialogs(shell)
            if login == "supervisor1":
                shell.show_keys()
                self._settle()
                if shell.keys is not None:
                    written.append(self._grab("keys", shell.keys))
                    shell.keys.close()
                written += self._covers(shell)  # by now there is somebody to change with
            self._window.sign_out()
        self._window.close()
        self._window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        (self._folder / ".settings.json").unlink(missing_ok=True)
        return written

    def _dialogs(self, shell: ShellView) -> list[Path]:
        """What opens over the counter screen, about a visit that is in no home."""
        counter = shell.screen_widget(ScreenName.COUNTER)
        assert isinstance(counter, CounterView)
        services = counter.entry.presenter.picker.services
        visit = _sample_visit(services[0])
        correction = CorrectionDialog(shell.session, visit, services, shell)
        correction.services.field.setFocus()
        hand_over = HandOverDialog(shell.session, visit, shell)
        written = []
        for name, dialog in (("correction", correction), ("hand-over", hand_over)):
            dialog.show()
            self._settle()
            written.append(self._grab(name, dialog))
            dialog.close()
            dialog.deleteLater()
        return written

    def _covers(self, shell: ShellView) -> list[Path]:
        """What stands before the desk: another person takes the window, nobody is there."""
        shell.change_pressed.emit()
        written = [self._grab("change", self._window)]
        shell.away_pressed.emit()
        return [*written, self._grab("away", self._window)]

    def _sign_in(self, login: str, password: str) -> None:
        view = self._window.sign_in_view
        if view is None:
            return
        view.presenter.submit(login, password)
        self._settle()
        if self._window.audit_key is not None:
            self._window.audit_key.close()

    def _show_more(self, screen: QWidget, passphrase: str) -> None:
        if isinstance(screen, SealedAnswersView):
            screen.passphrase.setText(passphrase)
            screen.open_button.click()
            self._settle()
        elif isinstance(screen, CounterView) and screen.today.model.records:
            screen.today.table.selectRow(0)
            screen.entry.presenter.picker.press_key(4)

    def _settle(self) -> None:
        """Let background work and layout come to rest."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < deadline:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            if self._window.runner.idle:
                QCoreApplication.processEvents()
                if self._window.runner.idle:
                    return

    def _grab(self, name: str, widget: QWidget) -> Path:
        self._settle()
        path = self._folder / f"{name}-{self._language.value}.png"
        widget.grab().save(str(path))
        return path
