"""The lunch hour, below the holidays' form."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.domain.offices import OfficeSettings
from app.ui.shared.side_form import FieldGrid, FormField
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, Text, row, shortcut


class LunchCard(Card):
    """From and until; both empty where the office works through."""

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(20, 14, 20, 14))
        self.dirty = False
        self._settings: OfficeSettings | None = None
        self.setFixedWidth(340)
        self.column.setSpacing(8)
        self.grid = FieldGrid(
            (FormField("begins", self.tr("부터")), FormField("ends", self.tr("까지"))),
            columns=2,
        )
        self.hint = Text(
            self.tr("이 시간은 처리 시간에 넣지 않습니다. 비우면 점심시간 없이 셉니다."), "small", Tone.QUIET, wrap=True
        )
        self.save = Button(self.tr("점심시간 저장"), "secondary")
        self.column.addWidget(Text(self.tr("점심시간"), "heading"))
        self.column.addWidget(self.grid)
        self.column.addWidget(self.hint)
        self.column.addLayout(row(1, self.save))
        self.grid.edited.connect(self._on_edited)
        self.grid.entered.connect(self.submitted)
        self.save.clicked.connect(self.submitted)
        shortcut(self, "Esc", self._on_cancelled)

    def wanted(self) -> str:
        """What is typed, as the office's settings have it: 12:00-13:00, or nothing."""
        values = self.grid.values()
        begins, ends = values["begins"].strip(), values["ends"].strip()
        return f"{begins}-{ends}" if begins or ends else ""

    def show_settings(self, settings: OfficeSettings) -> None:
        """Show the lunch hour; what is being typed stays."""
        self._settings = settings
        if not self.dirty:
            begins, _, ends = settings.lunch.partition("-")
            self.grid.show_values({"begins": begins, "ends": ends}, new=True)

    def say(self, sentence: str) -> None:
        """What is wrong with it."""
        self.grid.show_trouble("begins", sentence)

    def done(self) -> None:
        """It was saved."""
        self.dirty = False

    def _on_edited(self) -> None:
        self.dirty = True

    def _on_cancelled(self) -> None:
        self.dirty = False
        if self._settings is not None:
            self.show_settings(self._settings)
