"""The screen for cases: a strip of pages, and the ways from one to another."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.actors import Actor
from app.domain.cases import Case, NewCase
from app.domain.visits import VisitRecord
from app.ui.cases.view import CasesView
from app.ui.casework.pages import CasePage, CasePageName, import_board, pages_for
from app.ui.parts import DeskParts
from app.ui.shared.places import ScreenName
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane
from app.ui.shared.unfinished import HoldsUnfinished, Unfinished
from app.ui.shared.widgets import Button, Text, shortcut


class CaseworkView(QWidget):
    """Alt+1 – 6 turns to a page; each is made when it is first opened."""

    screen_wanted = Signal(object, object)
    """A `ScreenName`, and what to begin there or None."""
    case_made = Signal(object)
    """A `Case`: the form of a new one is received."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.rows = pages_for(session.actor)
        self.chips = QButtonGroup(self)
        self.pages = QStackedWidget()
        self.place = 0
        self._made: dict[int, QWidget] = {}
        self._in_front = False
        self._read_ahead = False
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(self.pages, 1)
        self.chips.idClicked.connect(self.turn_to)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        title = Text(self.tr("민원"), "title")
        title.setMinimumHeight(38)
        head.addWidget(title)
        head.addSpacing(12)
        for place, row in enumerate(self.rows):
            chip = Button(row.words, "chip", name=f"{row.words} Alt+{row.digit}")
            chip.setToolTip(f"Alt+{row.digit}")
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.setChecked(place == 0)
            self.chips.addButton(chip, place)
            if len(self.rows) == 1:
                chip.hide()
            head.addWidget(chip)
            shortcut(self, f"Alt+{row.digit}", _Turner(self, place).turn)
        head.addStretch(1)
        return head

    @property
    def cases(self) -> CasesView:
        """The first page."""
        page = self.page(CasePageName.CASES)
        assert isinstance(page, CasesView)
        return page

    @property
    def page_name(self) -> str:
        """The page in front, for the list of keys."""
        return self.rows[self.place].name.value

    def page(self, name: CasePageName) -> QWidget:
        """A page, made if it was not yet."""
        return self._page_at(next(place for place, row in enumerate(self.rows) if row.name is name))

    def turn_to(self, place: int) -> None:
        """Bring a page to the front."""
        page = self._page_at(place)
        if place != self.place and self._in_front:
            self._as_page(self._page_at(self.place)).leave()
        self.place = place
        self.chips.button(place).setChecked(True)
        self.pages.setCurrentWidget(page)
        if self._in_front:
            self._as_page(page).enter()

    def enter(self) -> None:
        """The screen comes to the front, with the page that was open."""
        self._in_front = True
        self.turn_to(self.place)
        if not self._read_ahead:
            self._read_ahead = True
            self._session.runner.run(Lane.DESK, self, import_board, self._make_board)

    def _make_board(self, _nothing: None) -> None:
        """The board has thousands of cards and opens within a frame: it is made while the first page is read."""
        place = next((place for place, row in enumerate(self.rows) if row.name is CasePageName.BOARD), None)
        if place is not None:
            self._page_at(place)

    def leave(self) -> None:
        """Another screen comes to the front: what was typed stays."""
        self._in_front = False
        self._as_page(self._page_at(self.place)).leave()

    def begin(self, about: object) -> None:
        """Begin a new case: about a visit, or with what stands in a `NewCase`; open the case whose id is given."""
        if isinstance(about, str):
            self.open_case(about)
            return
        self.turn_to(0)
        if isinstance(about, VisitRecord):
            self.cases.begin_about(about)
        elif isinstance(about, NewCase):
            self.cases.begin_with(about, partial(_from_card, self._session.parts) if about.card_id else None)

    def open_case(self, case_id: str) -> None:
        """Show a case on the first page."""
        self.turn_to(0)
        self.cases.open_case(case_id)

    def explain_due(self, case_id: str) -> None:
        """Show a case on the first page, and how its deadline was counted."""
        self.turn_to(0)
        self.cases.explain_due(case_id)

    def unfinished(self) -> Unfinished:
        """What is begun on these pages and not done."""
        begun = Unfinished()
        for page in self._made.values():
            if isinstance(page, HoldsUnfinished):
                begun += page.unfinished()
        return begun

    def _page_at(self, place: int) -> QWidget:
        page = self._made.get(place)
        if page is None:
            page = self._made[place] = self.rows[place].make(self._session)
            self.pages.addWidget(page)
            wanted = {"case_wanted": self.open_case, "due_wanted": self.explain_due, "form_wanted": self.begin}
            for signal, slot in wanted.items():
                if hasattr(page, signal):
                    getattr(page, signal).connect(slot)
            if hasattr(page, "case_made"):
                self.case_made.connect(page.case_made)
            if hasattr(page, "case_taken_back"):
                page.case_taken_back.connect(self._on_taken_back)
            if isinstance(page, CasesView):
                page.counter_wanted.connect(self._on_counter_wanted)
                page.form.saved.connect(self.case_made)
        return page

    def _as_page(self, widget: QWidget) -> CasePage:
        return cast(CasePage, widget)

    def _on_taken_back(self, case_id: str) -> None:
        self.cases.read_again(case_id)

    def _on_counter_wanted(self, said: str) -> None:
        self.screen_wanted.emit(ScreenName.COUNTER, said or None)


def _from_card(parts: DeskParts, actor: Actor, new: NewCase) -> Case:
    """A case that a card of the board becomes: both are written together."""
    assert new.card_id is not None
    return parts.board.make_case(actor, new.card_id, new)


class _Turner(QObject):
    """A key's slot: it lives as a child of the screen, because a connection to a lambda would outlive it."""

    def __init__(self, view: CaseworkView, place: int) -> None:
        super().__init__(view)
        self._view = view
        self._place = place

    def turn(self) -> None:
        self._view.turn_to(self._place)
