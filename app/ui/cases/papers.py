"""The papers of the open case: its letters on their way to the printer or a file, and what is attached to it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from app.domain.attachments import Attachment
from app.ui.cases.case_board import CaseBoard
from app.ui.cases.words import letter_of
from app.ui.shared import case_words
from app.ui.shared.dialogs import CalmDialog
from app.ui.shared.theme import Tone


class CasePapers(QObject):
    """Asks where from and where to; the presenters do the work."""

    def __init__(self, board: CaseBoard) -> None:
        super().__init__(board)
        self._board = board
        self.question: CalmDialog | None = None
        strip, deeds = board.sheet.attachments, board.sheet.deeds
        board.sheet.files_dropped.connect(self._on_files)
        strip.add_pressed.connect(self.ask_for_files)
        strip.opened.connect(board.files.open)
        strip.removal_wanted.connect(self._ask_to_remove)
        deeds.letter_wanted.connect(self.print_letter)
        deeds.pdf_wanted.connect(self.ask_where_to_save)

    def print_letter(self) -> None:
        """Print the letter of the chosen step, or the newest there is."""
        if self._board.view is not None and not self._board.view.sealed:
            kind, step = letter_of(self._board.view, self._board.sheet.timeline.chosen())
            case = self._board.view.case
            self._board.letters.print_letter(case.id, case.number, kind, None if step is None else step.id)

    def ask_where_to_save(self) -> None:
        """Ask where the letter goes as PDF."""
        if self._board.view is None or self._board.view.sealed:
            return
        kind, _ = letter_of(self._board.view, self._board.sheet.timeline.chosen())
        name = f"{self._board.view.case.number}-{case_words.letter(kind)}.pdf"
        dialog = QFileDialog(self._board.window(), self.tr("PDF로 저장"), str(Path.home() / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter(self.tr("PDF 파일 (*.pdf)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_letter)
        dialog.open()

    def save_letter(self, path: str) -> None:
        """Write the letter of the chosen step as PDF."""
        if self._board.view is not None:
            kind, step = letter_of(self._board.view, self._board.sheet.timeline.chosen())
            case = self._board.view.case
            self._board.letters.save_letter(case.id, case.number, kind, None if step is None else step.id, Path(path))

    def ask_for_files(self) -> None:
        """Ask which files to attach."""
        if self._board.view is None or not self._board.sheet.attachments.add.isVisibleTo(self._board.sheet):
            return
        dialog = QFileDialog(self._board.window(), self.tr("붙일 파일"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(self.tr("PDF와 사진 (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_files_chosen)
        dialog.open()

    def _on_files_chosen(self, paths: list[str]) -> None:
        self._on_files(tuple(Path(path) for path in paths))

    def _on_files(self, paths: tuple[Path, ...]) -> None:
        if self._board.view is not None and self._board.sheet.attachments.add.isVisibleTo(self._board.sheet):
            self._board.say("")
            self._board.files.attach(self._board.view.case.id, paths)

    def _ask_to_remove(self, attachment: Attachment) -> None:
        self.question = CalmDialog(
            self.tr("붙임에서 뺄까요?"),
            self.tr("{name}을(를) 이 민원에서 뺍니다. 누가 뺐는지 기록에 남습니다.").format(name=attachment.name),
            [self.tr("빼기"), self.tr("그대로 두기")],
            Tone.WARNING,
            self._board.window(),
        )
        self.question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.question.accepted.connect(partial(self._on_removal_answered, self.question, attachment))
        self.question.open()

    def _on_removal_answered(self, question: CalmDialog, attachment: Attachment) -> None:
        if question.chosen == 0:
            self._board.files.remove(attachment)
