"""The board: its keys, and what each of them does with the chosen card."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog

from app.domain.cards import Card, CardState, Side
from app.domain.cases import Case, CaseKind, Channel, NewCase
from app.ui.board import words
from app.ui.board.card_dialog import CardDialog
from app.ui.board.new_card_dialog import NewCardDialog
from app.ui.board.page import BoardPage
from app.ui.board.praise_bar import PraiseDialog
from app.ui.board.praise_printing import PraisePrinting
from app.ui.board.presenter import STATES_OF
from app.ui.board.triage_bar import covers
from app.ui.board.wall_window import WallWindow
from app.ui.shared.session import Session
from app.ui.shared.unfinished import Unfinished
from app.ui.shared.widgets import shortcut

_TITLE = 40


class BoardView(BoardPage):
    """The keys stay on the cards; ← → change the column, a digit says what becomes of the card."""

    form_wanted = Signal(object)
    """A `NewCase` about a card, to begin the form of a case with."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.printing = PraisePrinting(session, self)
        self.wall: WallWindow | None = None
        self._written: CardDialog | NewCardDialog | None = None
        self._connect()
        self._connect_keys()

    def _connect(self) -> None:
        self.filters.new.clicked.connect(self.new_card)
        self.filters.wall.clicked.connect(self.show_wall)
        self.praise.read.clicked.connect(self.read_praise)
        self.printing.handed.connect(self.say)
        self.printing.failed.connect(self.notice.say)
        for column in self.columns.values():
            column.opened.connect(self.open_card)
        bar = self.bar
        for button, act in (
            (bar.fix, self.fix),
            (bar.review, self.review),
            (bar.thank, self.thank),
            (bar.case, self.make_case),
            (bar.cover, self.cover),
            (bar.turn, self.turn),
            (bar.open, self.open_card),
            (bar.praise, self.print_praise),
            (self.filters.undo, self.presenter.undo),
        ):
            button.clicked.connect(act)

    def _connect_keys(self) -> None:
        for keys, act in (
            ("1", self.fix),
            ("2", self.review),
            ("3", self.thank),
            ("4", self.make_case),
            ("5", self.cover),
            ("6", self.turn),
            ("Ctrl+Z", self.presenter.undo),
            ("Ctrl+N", self.new_card),
            ("Ctrl+F", self.filters.start_search),
            ("Ctrl+P", self.print_praise),
            ("Ctrl+T", self.read_praise),
            ("Ctrl+Shift+F11", self.show_wall),
        ):
            shortcut(self, keys, act)

    def unfinished(self) -> Unfinished:
        """A card that is being written; also while a cover hides its dialog."""
        return Unfinished(typed=self._written is not None and self._written.begun())

    def fix(self) -> None:
        """Put right now; of a card that is being put right: what was done."""
        card = self.card
        if card is not None and card.state is CardState.FIXING:
            self._open(CardDialog(self._session, card, self._clerks, self.presenter.today(), self, fixing=True))
        elif card is not None:
            self.presenter.triage(card, CardState.FIXING)

    def review(self) -> None:
        """Something for later, and for more people than one."""
        self._triage(CardState.REVIEW)

    def thank(self) -> None:
        """Thanks were passed on."""
        self._triage(CardState.THANKED)

    def cover(self) -> None:
        """Cover what is personal; a card with nothing personal is put away."""
        card = self.card
        if card is not None and covers(card):
            self.presenter.hide_personal(card)
        elif card is not None and card.state is not CardState.HIDDEN:
            self.presenter.triage(card, CardState.HIDDEN)

    def turn(self) -> None:
        """A card that stands on the wrong side."""
        card = self.card
        if card is not None and card.case_id is None:
            self.presenter.turn(card)

    def make_case(self) -> None:
        """A case about the chosen card: an anonymous comment is none before somebody gives name and address."""
        card = self.card
        if card is None or card.case_id is not None:
            return
        kind = CaseKind.PRAISE if card.side is Side.LIKED else CaseKind.SUGGESTION
        title = " ".join(card.text.split())
        short = title if len(title) <= _TITLE else title[: _TITLE - 1].rstrip() + "…"
        new = NewCase(kind, short, card.text, Channel.BOARD, department_code=card.department_code, card_id=card.id)
        self.form_wanted.emit(new)

    def case_made(self, case: Case) -> None:
        """The form that was begun with a card is received: the key that takes things back takes this back, too."""
        if case.card_id is not None:
            self.presenter.case_made(case.card_id, case.id)
        self._show_actions()

    def open_card(self) -> None:
        """The whole card, and what was done about it; of a covered one, why it is."""
        card = self.card
        if card is not None and card.cover is not None:
            self.notice.say(words.said(card))
        elif card is not None:
            self._open(CardDialog(self._session, card, self._clerks, self.presenter.today(), self))

    def new_card(self) -> None:
        """A card from a note or from the counter, for the column that has the keys."""
        made = NewCardDialog(self._session, self._side, self._departments, self._clerks, self)
        made.put.connect(self._on_put)
        self._open(made)

    def print_praise(self) -> None:
        """The chosen praise on paper."""
        card = self.card
        if card is not None and card.side is Side.LIKED and card.cover is None:
            self.printing.print_card(card)

    def read_praise(self) -> None:
        """What came for whoever is signed in."""
        if self._praise:
            made = PraiseDialog(self._session, self._praise, self)
            made.thanked.connect(self._on_thanked)
            self._open(made)

    def show_wall(self) -> None:
        """The wall display, on another screen where there is one."""
        if self.wall is None:
            self.wall = WallWindow(self._session)
            self.destroyed.connect(self.wall.deleteLater)
        self.wall.open_beside(self.window())

    def _triage(self, state: CardState) -> None:
        card = self.card
        if card is not None and card.state is not state:
            self.presenter.triage(card, state)

    def _open(self, dialog: QDialog) -> None:
        if isinstance(dialog, CardDialog):
            dialog.saved.connect(self._on_saved)
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = dialog
        self._written = dialog if isinstance(dialog, CardDialog | NewCardDialog) else None
        dialog.finished.connect(self._on_finished)
        dialog.finished.connect(self._start)
        dialog.open()

    def _on_finished(self) -> None:
        self._written = None

    def _on_saved(self, card: Card, triaged: bool) -> None:
        self.presenter.noticed(card, triaged=triaged)
        if not triaged:
            self.say(self.tr("카드를 고쳤습니다"))

    def _on_put(self, card: Card) -> None:
        self._side = card.side
        if card.state in STATES_OF[self.presenter.wanted.group]:
            self.columns[card.side].give_back(0, card)
        self.say(self.tr("{side}에 카드를 붙였습니다").format(side=words.side(card.side)))

    def _on_thanked(self, card: Card) -> None:
        self._praise = tuple(each for each in self._praise if each.id != card.id)
        self.praise.show_praise(self._praise)
