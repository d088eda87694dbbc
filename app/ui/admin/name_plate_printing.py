"""A name plate on its way to paper: drawn and printed on the print lane, because a photo's disk may hang, too."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.config.settings import PRINT_TO_FILES, DeskSettings
from app.domain.case_errors import AttachmentUnreadable, NotAnAttachment
from app.domain.name_plates import NamePlate
from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence_for
from app.ui.shared.printing import print_pdf
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

_FOLDER = "plates"


class NamePlatePrinting(QObject):
    """One person, one plate."""

    handed = Signal(str)
    """What to say when the printer has taken it, or it lies in a file."""
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def print_plate(self, plate: NamePlate, login: str) -> None:
        """Print it, or write it among this home's papers where the PC prints to files."""
        settings, parts = self._session.store.settings, self._session.parts
        file = f"plate-{login}"
        if settings.printer == PRINT_TO_FILES:
            said = self.tr("{name} 님의 명패를 PDF로 저장했습니다: {path}").format(
                name=plate.name, path=parts.home / _FOLDER / f"{file}.pdf"
            )
        else:
            said = self.tr("{name} 님의 명패를 프린터로 보냈습니다.").format(name=plate.name)
        work = partial(_print, parts, settings, plate, file)
        self._session.runner.run(Lane.PRINT, self, work, partial(self._on_printed, said), self._on_failed)

    def _on_printed(self, said: str, _nothing: None) -> None:
        self.handed.emit(said)

    def _on_failed(self, error: Exception) -> None:
        match error:
            case NotAnAttachment(name=name):
                said = self.tr(
                    "{name}은(는) JPEG나 PNG 사진이 아니거나 너무 큽니다. 인쇄하지 않았습니다. 다른 사진을 골라 주세요."
                ).format(name=name)
            case AttachmentUnreadable(name=name):
                said = self.tr(
                    "{name}을(를) 읽을 수 없습니다. 인쇄하지 않았습니다. 사진을 이 PC로 복사한 뒤 다시 골라 주세요."
                ).format(name=name)
            case _:
                said = sentence_for(error)
        self.failed.emit(said)


def _print(parts: DeskParts, settings: DeskSettings, plate: NamePlate, file: str) -> None:
    try:
        pdf = parts.render_name_plate(plate)
    except OSError as error:
        if plate.photo is None:
            raise
        raise AttachmentUnreadable(plate.photo.name) from error
    print_pdf(pdf, settings.printer, parts.rasterise, parts.home / _FOLDER, file)
