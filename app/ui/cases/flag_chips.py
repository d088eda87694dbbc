"""What is special about a case, as chips of which several may be chosen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.cases import CaseFlag
from app.ui.shared import case_words as words
from app.ui.shared.flow import Flow
from app.ui.shared.widgets import Button, shortcut


class FlagChips(QWidget):
    """Space chooses one and takes it back; Enter is the form's."""

    edited = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chips: dict[CaseFlag, Button] = {}
        for flag in CaseFlag:
            chip = Button(words.flag(flag), "chip")
            chip.setCheckable(True)
            chip.toggled.connect(self.edited)
            for keys in ("Return", "Enter"):
                shortcut(chip, keys, self.entered.emit)
            self.chips[flag] = chip
        flow = Flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow)
        flow.put(tuple(self.chips.values()))

    @property
    def flags(self) -> frozenset[CaseFlag]:
        """Those that are chosen."""
        return frozenset(flag for flag, chip in self.chips.items() if chip.isChecked())

    def show_flags(self, flags: Iterable[CaseFlag]) -> None:
        """Choose these and no others."""
        chosen = frozenset(flags)
        for flag, chip in self.chips.items():
            chip.setChecked(flag in chosen)
