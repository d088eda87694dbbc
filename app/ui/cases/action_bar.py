"""What can be done with a case now, each with its key."""

from __future__ import annotations

from collections.abc import Set
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.domain.case_steps import CaseStepKind
from app.ui.cases.acts import CaseAct, act_words
from app.ui.cases.step_fields import FURTHER, KEYS
from app.ui.shared import case_words
from app.ui.shared.flow import Flow
from app.ui.shared.widgets import Button

_ICONS = {
    CaseStepKind.ANSWERED: "message-circle",
    CaseStepKind.CLOSED: "check",
    CaseStepKind.TRANSFERRED: "arrow-right-left",
    CaseStepKind.UNDONE: "undo-2",
}


_MARKS = "1234567890ABCDEF"


class ActionBar(QWidget):
    """The step that comes next is blue; rare ones stand behind one button, by number."""

    wanted = Signal(object)
    """A `CaseStepKind`."""
    act_wanted = Signal(object)
    """A `CaseAct`."""
    letter_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cardInside")
        self._shown: tuple[object, ...] | None = None
        self.buttons: dict[CaseStepKind, Button] = {}
        self.further: tuple[CaseStepKind, ...] = ()
        self.acts: tuple[CaseAct, ...] = ()
        self.more: Button | None = None
        self.menu: QMenu | None = None
        self.flow = Flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.flow)

    def show_possible(
        self, possible: Set[CaseStepKind], following: CaseStepKind | None, letter: str, acts: tuple[CaseAct, ...] = ()
    ) -> None:
        """Buttons for what is possible; `letter` is what Ctrl+P prints, "" where nothing can be printed."""
        asked = (frozenset(possible), following, letter, acts)
        if asked == self._shown:
            return
        self._shown = asked
        self.buttons = {}
        made: list[QWidget] = []
        for kind, keys in KEYS.items():
            if kind in possible:
                made.append(self._button(kind, keys, kind is following))
        self.further = tuple(kind for kind in FURTHER if kind in possible)
        self.acts = acts
        self.more = None
        if self.further or acts:
            self.more = Button(self.tr("그 밖에  Ctrl+."), "secondary", "chevron-down", self.tr("그 밖에 할 일"))
            self.more.clicked.connect(self.open_menu)
            made.append(self.more)
        if letter:
            paper = Button(self.tr("{letter}  Ctrl+P").format(letter=letter), "secondary", "printer", letter)
            paper.clicked.connect(self.letter_wanted)
            pdf = Button(self.tr("PDF  Ctrl+S"), "secondary", "download", self.tr("PDF로 저장"))
            pdf.clicked.connect(self.pdf_wanted)
            made += [paper, pdf]
        for each in made:
            each.setProperty("scale", "small")
        self.flow.put(made)

    def open_menu(self) -> None:
        """The rare ones, each with a number, and after ten with a letter."""
        if self.more is not None:
            self.menu = self.make_menu()
            height = self.menu.sizeHint().height()
            self.menu.popup(self.more.mapToGlobal(QPoint(0, -height)))

    def make_menu(self) -> QMenu:
        """The rare steps, and below them what else is done to a case."""
        menu = QMenu(self)
        marks = iter(_MARKS)
        for kind in self.further:
            action = menu.addAction(f"&{next(marks)}   {case_words.step(kind)}")
            action.triggered.connect(partial(self.wanted.emit, kind))
        if self.further and self.acts:
            menu.addSeparator()
        for act in self.acts:
            action = menu.addAction(f"&{next(marks)}   {act_words(act)}")
            action.triggered.connect(partial(self.act_wanted.emit, act))
        return menu

    def _button(self, kind: CaseStepKind, keys: str, following: bool) -> Button:
        words = f"{case_words.step(kind)}  {keys}"
        made = Button(words, "primary" if following else "secondary", _ICONS.get(kind, ""), case_words.step(kind))
        if following:
            made.setToolTip("F5")
        made.clicked.connect(partial(self.wanted.emit, kind))
        self.buttons[kind] = made
        return made
