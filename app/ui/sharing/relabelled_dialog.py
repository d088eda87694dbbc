"""Visits that got another number: before and after, one a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.sharing import Relabelled
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.record_table import Column, RecordTable, RecordTableModel
from app.ui.shared.widgets import Button, Text, row

_WIDTH = 600
_MOST_ROWS = 6


class RelabelledDialog(FittedDialog):
    """`sentence` says why it comes up by itself; it is empty when somebody asked for the list."""

    def __init__(
        self, moved: Sequence[Relabelled], sentence: str, button: str, parent: QWidget, heading: str = ""
    ) -> None:
        super().__init__(_WIDTH, parent)
        heading = heading or self.tr("번호가 바뀐 접수")
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        self.sentence = Text(sentence, "body", wrap=True)
        self.model: RecordTableModel[Relabelled] = RecordTableModel(
            (
                Column(self.tr("날짜"), lambda one: f"{one.day:%Y-%m-%d}", 140),
                Column(self.tr("전 번호"), lambda one: one.before),
                Column(self.tr("새 번호"), lambda one: one.after, bold=True),
            ),
            key=lambda one: one.visit_id,
            parent=self,
        )
        self.table = RecordTable(heading)
        self.table.setModel(self.model)
        self.table.fit_columns(self.model.columns)
        self.model.set_records(moved)
        self.button = Button(button, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        column.addWidget(Text(heading, "heading", wrap=True))
        column.addWidget(self.sentence)
        column.addWidget(self.table)
        column.addLayout(row(1, self.button))
        self.sentence.setVisible(bool(sentence))
        self.table.setVisible(bool(moved))
        rows = min(_MOST_ROWS, len(moved))
        self.table.setFixedHeight(
            self.table.verticalHeader().defaultSectionSize() * rows
            + self.table.horizontalHeader().sizeHint().height()
            + 8
        )
        self.button.clicked.connect(self.accept)
        self.button.setFocus()
