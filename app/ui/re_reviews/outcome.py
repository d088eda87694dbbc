"""What a second look came to: one button each, and a line for what is to be known about it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.re_reviews import ReReview, ReReviewState
from app.ui.re_reviews.words import state_words
from app.ui.shared.flow import Flow
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Button, Card, Text

OUTCOMES = (
    ReReviewState.GRANTED,
    ReReviewState.OTHER_HELP,
    ReReviewState.UPHELD,
    ReReviewState.UNREACHABLE,
    ReReviewState.WAITING,
)


class OutcomeBox(Card):
    """Whoever holds it gives the buttons their keys, Ctrl+1 – 5. `WAITING` takes a decision back."""

    decided = Signal(object, str)
    """A `ReReviewState`, and the words about it."""

    def __init__(self) -> None:
        super().__init__(margins=(20, 14, 20, 14))
        self.line = TypedLine()
        self.line.setAccessibleName(self.tr("결과에 대한 말"))
        self.line.setPlaceholderText(self.tr("무엇으로 이어졌는지 한마디"))
        self.buttons: dict[ReReviewState, Button] = {}
        flow = Flow(8)
        for place, state in enumerate(OUTCOMES, start=1):
            words = self.tr("다시 기다림으로") if state is ReReviewState.WAITING else state_words(state)
            button = Button(f"{words}  Ctrl+{place}", "secondary", name=words)
            button.clicked.connect(_Decides(self, state).decide)
            self.buttons[state] = button
        flow.put(list(self.buttons.values()))
        column = self.column
        column.setSpacing(8)
        column.addWidget(Text(self.tr("다시 살핀 결과"), "heading"))
        column.addWidget(self.line)
        column.addWidget(flow)
        self.hide()

    def show_outcome(self, entry: ReReview | None) -> None:
        """Offer what can be decided of `entry`; nothing for one that is not saved yet."""
        self.setVisible(entry is not None)
        if entry is None:
            return
        self.line.setText(entry.outcome)
        for state, button in self.buttons.items():
            button.setEnabled(state is not entry.state)

    def focus_first(self) -> None:
        """Go to the line."""
        self.line.setFocus()


class _Decides(QObject):
    """A button's slot: it lives as a child of the box, because a connection to a lambda would outlive it."""

    def __init__(self, box: OutcomeBox, state: ReReviewState) -> None:
        super().__init__(box)
        self._box = box
        self._state = state

    def decide(self) -> None:
        self._box.decided.emit(self._state, self._box.line.settled_text())
