"""The incident key of one desk: F11 begins a note wherever the keyboard is, and its strip, window and list follow."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.domain.incidents import Incident, IncidentEnd, IncidentForm
from app.ui.away.curtain import PUBLIC
from app.ui.incident.presenter import IncidentPresenter
from app.ui.incident.report_printing import ReportPrinting
from app.ui.incident.strip import IncidentStrip
from app.ui.shared.session import Session
from app.ui.shared.unfinished import Unfinished

if TYPE_CHECKING:
    from app.ui.incident.dialog import IncidentDialog

_READ_MS = 6_000
"""How long the strip of a note that has been written still says so."""
_NONE = Qt.KeyboardModifier.NoModifier


class IncidentDesk(QObject):
    """Belongs to a shell, which hands the key on to it; the windows are made when they are first asked for."""

    def __init__(self, session: Session, shell: QWidget) -> None:
        super().__init__(shell)
        self._session = session
        self._shell = shell
        self.presenter = IncidentPresenter(session, self)
        self.strip = IncidentStrip(self.presenter)
        self.printing = ReportPrinting(session, self)
        self.dialog: QDialog | None = None
        self._written: IncidentDialog | None = None
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.setInterval(_READ_MS)
        self._gone.timeout.connect(self._put_away)
        self._keys: dict[Qt.KeyboardModifier, Callable[[], None]] = {
            _NONE: self.press,
            Qt.KeyboardModifier.ShiftModifier: self.presenter.warn,
            Qt.KeyboardModifier.ControlModifier: self.strip.end_talk,
            Qt.KeyboardModifier.AltModifier: self.show_list,
        }
        self.strip.write_pressed.connect(self.write)
        self.printing.handed.connect(self.strip.tell)
        self.printing.failed.connect(self.strip.refuse)
        self.presenter.look()

    def unfinished(self) -> Unfinished:
        """A note that is being written; also while a cover hides its window."""
        return Unfinished(typed=self._written is not None and self._written.begun())

    def key(self, modifier: Qt.KeyboardModifier) -> None:
        """The incident key, alone or with a modifier; a wall display in front has no counter."""
        if self._is_here():
            self._keys[modifier]()

    def press(self) -> None:
        """The key: a note begins; while one is there it is written."""
        if self.presenter.incident is None:
            self.presenter.begin()
        else:
            self.write()

    def write(self) -> None:
        """The small window of the note that runs, or has just ended."""
        incident = self.presenter.incident
        if incident is not None and not self._has_dialog():
            self._open_note(incident)

    def show_list(self) -> None:
        """Notes of the last weeks: one's own, for a supervisor the office's."""
        from app.ui.incident.list_dialog import IncidentListDialog

        if not self._has_dialog():
            made = IncidentListDialog(self._session, self._shell)
            made.opened.connect(self._open_note)
            self._open(made)

    def _open_note(self, incident: Incident) -> None:
        from app.ui.incident.dialog import IncidentDialog

        made = IncidentDialog(incident, self._counter(incident), self._session.zone, self._shell)
        made.kept.connect(partial(self._on_kept, made))
        made.rejected.connect(self.presenter.put_away)
        made.finished.connect(self._on_finished)
        self._open(made)
        self._written = made

    def _open(self, dialog: QDialog) -> None:
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
        self.dialog = dialog
        dialog.open()

    def _on_finished(self) -> None:
        self._written = None

    def _on_kept(self, dialog: IncidentDialog, form: IncidentForm, end: IncidentEnd, printed: bool) -> None:
        done = partial(self._on_written, dialog, printed)
        self.presenter.write(dialog.incident, form, end, done, dialog.refuse)

    def _on_written(self, dialog: IncidentDialog, printed: bool, incident: Incident) -> None:
        dialog.incident = incident
        if dialog.isVisible():
            dialog.accept()
        self.strip.tell(self.tr("적었습니다"))
        self._gone.start()
        if printed:
            self.printing.print_report(incident)

    def _put_away(self) -> None:
        if not self._has_dialog():
            self.presenter.put_away()

    def _counter(self, incident: Incident) -> str:
        here = self._session.signed_in.counter
        return here.name if here.code == incident.counter_code else incident.counter_code

    def _has_dialog(self) -> bool:
        return self.dialog is not None and self.dialog.isVisible()

    def _is_here(self) -> bool:
        """Whether the keyboard is on this desk or in one of its dialogs."""
        front = QApplication.activeWindow()
        return front is not None and not front.property(PUBLIC)
