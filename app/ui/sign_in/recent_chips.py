"""Names of those who signed in here lately, above the login field: Alt and a digit fills it in."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from app.ui.away.recent import RecentPeople
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Text, shortcut

_SHOWN = 6
_IN_A_ROW = 3
_LONGEST = 8


class RecentChips(QWidget):
    """Nothing at all while nobody is known. Digits alone are no keys here: a login may begin with one."""

    picked = Signal(str)
    """A login."""

    def __init__(self, recent: RecentPeople, card: QWidget) -> None:
        super().__init__()
        self._recent = recent
        self.buttons = QButtonGroup(self)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self._grid.setColumnStretch(_IN_A_ROW, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        column.addWidget(Text(self.tr("최근 사용한 직원 · Alt+숫자"), "small", Tone.QUIET))
        column.addLayout(self._grid)
        for number in range(1, _SHOWN + 1):
            shortcut(card, f"Alt+{number}", _Picker(self, number).pick)
        self.buttons.idClicked.connect(self.pick)
        recent.changed.connect(self.show_people)
        self.show_people()

    def show_people(self) -> None:
        """A numbered chip for each of the newest people."""
        for old in self.buttons.buttons():
            self.buttons.removeButton(old)
            old.hide()
            old.deleteLater()
        for place, person in enumerate(self._recent.people[:_SHOWN]):
            name = person.name if len(person.name) <= _LONGEST else person.name[: _LONGEST - 1] + "…"
            chip = Button(f"{place + 1} {name}", "chip", name=person.name)
            self.buttons.addButton(chip, place + 1)
            self._grid.addWidget(chip, place // _IN_A_ROW, place % _IN_A_ROW)
        self.setVisible(bool(self._recent.people))

    def pick(self, number: int) -> None:
        """The person with this number, if there is one."""
        if number <= len(self._recent.people[:_SHOWN]):
            self.picked.emit(self._recent.people[number - 1].login)


class _Picker(QObject):
    """A key's slot."""

    def __init__(self, chips: RecentChips, number: int) -> None:
        super().__init__(chips)
        self._chips = chips
        self._number = number

    def pick(self) -> None:
        self._chips.pick(self._number)
