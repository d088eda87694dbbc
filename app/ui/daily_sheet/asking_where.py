"""Asking what leaves the screen, why, and where it goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.daily_sheet import figure_words
from app.ui.daily_sheet.export_dialog import ExportDialog
from app.ui.daily_sheet.presenter import DailySheetPresenter


class AskingWhere(QObject):
    """The dialogs in front of saving and exporting."""

    def __init__(self, presenter: DailySheetPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._window = parent
        self._export: tuple[str, str] = ("", "")

    def ask_where_to_save(self) -> None:
        """Ask for a place and write the PDF there."""
        dialog = self._place_dialog(self.tr("현황을 PDF로 저장"), "pdf", self.tr("PDF 파일 (*.pdf)"))
        dialog.fileSelected.connect(self._on_place_chosen)
        dialog.open()

    def ask_what_to_export(self) -> None:
        """Ask what leaves the program and why, then where to."""
        if self._presenter.period is None:
            return
        dialog = ExportDialog(figure_words.period_name(self._presenter.period), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._on_export_chosen)
        dialog.open()

    def _place_dialog(self, title: str, ending: str, files: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(Path.home() / self._presenter.file_name(ending)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.setNameFilter(files)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _on_place_chosen(self, path: str) -> None:
        self._presenter.save_sheet(Path(path))

    def _on_export_chosen(self, kind: str, reason: str) -> None:
        self._export = (kind, reason)
        csv = kind == "csv"
        files = self.tr("CSV 파일 (*.csv)") if csv else self.tr("엑셀 파일 (*.xlsx)")
        dialog = self._place_dialog(self.tr("어디에 내보낼까요"), "csv" if csv else "xlsx", files)
        dialog.fileSelected.connect(self._on_export_place)
        dialog.open()

    def _on_export_place(self, path: str) -> None:
        kind, reason = self._export
        if kind == "visits":
            self._presenter.export_visits(Path(path), reason)
        else:
            self._presenter.export_figures(Path(path), kind, reason)
