"""What the plate at a counter (명패) says beside the name: the department, and a photo where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QVBoxLayout, QWidget

from app.domain.administration import PersonEntry
from app.domain.name_plates import NamePlate
from app.ui.admin.name_plate_printing import NamePlatePrinting
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, ElidedText, Notice, Text, row, shortcut

_WIDTH = 620


class NamePlateDialog(FittedDialog):
    """Enter prints. What is refused is said here, and what was chosen stays."""

    printed = Signal(str)
    """What to say of the plate that is on its way."""

    def __init__(self, session: Session, person: PersonEntry, departments: Sequence[str], parent: QWidget) -> None:
        """`departments`: the names of those the office has."""
        super().__init__(_WIDTH, parent)
        self.setWindowTitle(self.tr("명패 인쇄"))
        self.setAccessibleName(self.tr("명패 인쇄"))
        self._office = session.signed_in.office.name
        self._person = person
        self._photo: Path | None = None
        self.printing = NamePlatePrinting(session, self)
        self.department = QComboBox()
        self.department.setAccessibleName(self.tr("명패에 적을 부서"))
        self.department.addItem(self.tr("부서 없이"), "")
        for name in departments:
            self.department.addItem(name, name)
        self.photo = ElidedText("", "body")
        self.choose = Button(self.tr("사진 고르기…  Ctrl+O"), "secondary", name=self.tr("사진 고르기"))
        self.without = Button(self.tr("사진 빼기"), "quiet")
        self.hint = Notice(Tone.DANGER, "circle-alert")
        self.print = Button(self.tr("인쇄   Enter"), "primary", "printer", self.tr("인쇄"))
        self.leave = Button(self.tr("닫기  Esc"), name=self.tr("닫기"))
        for button in (self.choose, self.without, self.leave):
            button.setAutoDefault(False)
        self.print.setDefault(True)
        self._lay_out()
        self.choose.clicked.connect(self.ask_for_photo)
        self.without.clicked.connect(self._on_without)
        self.print.clicked.connect(self._on_print)
        self.leave.clicked.connect(self.reject)
        self.printing.handed.connect(self._on_handed)
        self.printing.failed.connect(self._on_failed)
        shortcut(self, "Ctrl+O", self.ask_for_photo)
        self._show_photo()
        self.department.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Text(self.tr("{name} 님의 명패").format(name=self._person.name), "title", wrap=True))
        said = self.tr("A5 한 장입니다. 사진이 없으면 붙일 자리가 비어 나옵니다.")
        column.addWidget(Text(said, "body", Tone.QUIET, wrap=True))
        column.addWidget(Text(self.tr("부서"), "strong"))
        column.addWidget(self.department)
        column.addWidget(Text(self.tr("사진"), "strong"))
        line = row(self.choose, self.without)
        line.insertWidget(0, self.photo, 1)
        column.addLayout(line)
        column.addWidget(self.hint)
        column.addSpacing(4)
        column.addLayout(row(self.leave, 1, self.print))

    def plate(self) -> NamePlate:
        """What is chosen now."""
        return NamePlate(self._office, self.department.currentData(), self._person.name, photo=self._photo)

    def ask_for_photo(self) -> None:
        """Which photo."""
        dialog = QFileDialog(self, self.tr("명패에 넣을 사진"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("사진 (*.jpg *.jpeg *.png)"))
        dialog.fileSelected.connect(self.take_photo)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self.activateWindow)  # also on a screen without a window manager
        dialog.open()

    def take_photo(self, path: str) -> None:
        """The photo at `path` goes onto the plate; whether it is one shows when it is printed."""
        self._photo = Path(path)
        self._show_photo()

    def _on_without(self) -> None:
        self._photo = None
        self._show_photo()
        self.choose.setFocus()

    def _show_photo(self) -> None:
        there = self._photo is not None
        self.photo.say(self._photo.name if self._photo is not None else self.tr("고르지 않음"))
        self.without.setVisible(there)
        self.hint.say("")

    def _on_print(self) -> None:
        self.hint.say("")
        self.print.setEnabled(False)
        self.printing.print_plate(self.plate(), self._person.login)

    def _on_handed(self, sentence: str) -> None:
        self.printed.emit(sentence)
        self.accept()

    def _on_failed(self, sentence: str) -> None:
        self.print.setEnabled(True)
        self.hint.say(sentence)
        self.department.setFocus()
