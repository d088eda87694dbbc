"""This PC's settings: kept the moment they are chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.config.settings import DeskSettings
from app.domain.errors import AppError
from app.domain.printer_addresses import is_printer_address, parse_printer_address
from app.domain.slips import Paper
from app.ui.shared.messages import sentence
from app.ui.shared.printing import printer_names
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane


class DeskSettingsPresenter(QObject):
    """Asks for printers on the print lane, because a print server may hang."""

    printers_found = Signal(object)
    kept = Signal()
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    @property
    def settings(self) -> DeskSettings:
        return self._session.store.settings

    def look_for_printers(self) -> None:
        """Ask the system which printers there are."""
        self._session.runner.run(Lane.PRINT, self, printer_names, self.printers_found.emit)

    def problem_with_address(self, typed: str) -> str:
        """What is wrong with a receipt printer's address, in words; empty when nothing is."""
        try:
            parse_printer_address(typed)
        except AppError as error:
            return sentence(error)
        return ""

    def keep(self, settings: DeskSettings) -> None:
        """Write the settings, if they changed."""
        if settings == self.settings:
            return
        if is_printer_address(settings.printer) and settings.paper is Paper.A5:
            self.refused.emit(
                self.tr("영수증 프린터에는 A5를 쓸 수 없습니다. 바뀐 것은 없습니다. 용지를 먼저 바꿔 주세요.")
            )
            return
        try:
            self._session.store.keep(settings)
        except AppError as error:
            self.refused.emit(sentence(error))
            return
        self.kept.emit()
