"""A praise for whoever is signed in: said calmly, once, and read when they want to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.cards import Card
from app.ui.board import words
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, IconLabel, Notice, Text, row

_WIDTH = 620


class PraiseBar(Notice):
    """How many have come for `name`, and the key to read them."""

    def __init__(self, name: str) -> None:
        super().__init__(Tone.SUCCESS, "heart")
        self._name = name
        self.read = Button(self.tr("읽기  Ctrl+T"), "secondary", "", self.tr("받은 칭찬 읽기"))
        self.read.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.row.setContentsMargins(14, 3, 6, 3)
        self.row.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(self.read)

    def show_praise(self, cards: Sequence[Card]) -> None:
        """Say how many have come that were not read yet."""
        said = self.tr("{name} 님께 온 칭찬 {count}건이 있습니다.").format(name=self._name, count=len(cards))
        self.say(said if cards else "")


class PraiseDialog(FittedDialog):
    """One praise; Enter says thanks and shows the next one, Esc leaves it for later."""

    thanked = Signal(object)
    """The `Card` that was read."""

    def __init__(self, session: Session, cards: Sequence[Card], parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        self.setWindowTitle(self.tr("받은 칭찬"))
        self.setAccessibleName(self.tr("받은 칭찬"))
        self._session = session
        self._owner = parent
        self._cards = list(cards)
        self.text = Text("", "heading", wrap=True)
        self.origin = Text("", "body", Tone.QUIET, wrap=True)
        self.place = Text("", "body", Tone.QUIET)
        self.thanks = Button(self.tr("고맙습니다   Enter"), "primary", "heart", self.tr("고맙습니다"))
        self.later = Button(self.tr("나중에 읽기  Esc"), name=self.tr("나중에 읽기"))
        self.later.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(14)
        column.addLayout(
            row(IconLabel("heart", Tone.SUCCESS, 28), Text(self.tr("시민이 남긴 칭찬입니다"), "title"), 1, self.place)
        )
        column.addWidget(self.text)
        column.addWidget(self.origin)
        column.addSpacing(8)
        column.addLayout(row(self.later, 1, self.thanks))
        self.thanks.clicked.connect(self._on_thanks)
        self.later.clicked.connect(self.reject)
        self.thanks.setDefault(True)
        self._show()
        self.thanks.setFocus()

    def _show(self) -> None:
        card = self._cards[0]
        self.text.say(f"“{card.text}”")
        self.origin.say(words.origin(card))
        self.place.say(self.tr("남은 칭찬 {count}건").format(count=len(self._cards) - 1) if self._cards[1:] else "")

    def _on_thanks(self) -> None:
        card = self._cards.pop(0)
        work = partial(self._session.parts.board.thank_seen, self._session.actor, card.id)
        self._session.runner.run(Lane.DESK, self._owner, work)
        self.thanked.emit(card)
        if self._cards:
            self._show()
        else:
            self.accept()
