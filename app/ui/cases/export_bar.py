"""What is said above a list about its export: how far it is, and what went wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.cases.list_export import ListExport
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Notice


class ExportBar(QWidget):
    """With nothing to say it takes no room. What went wrong stays, although the list below is read again."""

    def __init__(self, leaving: ListExport) -> None:
        super().__init__()
        self.under_way = Notice(Tone.PRIMARY, "download")
        self.stop = Button(self.tr("멈추기"), "quiet")
        self.under_way.row.addWidget(self.stop)
        self.kept_back = Notice(Tone.DANGER, "circle-alert")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for notice in (self.under_way, self.kept_back):
            column.addWidget(notice)
        leaving.begun.connect(self._forget)
        for told, notice in ((leaving.progressed, self.under_way), (leaving.failed, self.kept_back)):
            told.connect(notice.say)
            told.connect(self._show_if_needed)
        self.stop.clicked.connect(leaving.cancel)
        self._show_if_needed()

    def _forget(self) -> None:
        self.kept_back.say("")
        self._show_if_needed()

    def _show_if_needed(self) -> None:
        self.setVisible(any(each.words.text() for each in (self.under_way, self.kept_back)))
