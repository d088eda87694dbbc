"""What can be done with the chosen card: every key is a button, too."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.cards import Card, CardState, Side
from app.ui.shared.flow import Flow
from app.ui.shared.widgets import Button


class TriageBar(QWidget):
    """Pressing a button leaves the keyboard on the cards."""

    def __init__(self) -> None:
        super().__init__()
        self.fix = _button(self.tr("1  즉시 조치"), "wrench", self.tr("즉시 조치"))
        self.review = _button(self.tr("2  장기 검토"), "hourglass", self.tr("장기 검토"))
        self.thank = _button(self.tr("3  감사 전하기"), "heart", self.tr("감사 전하기"))
        self.case = _button(self.tr("4  민원으로"), "folder-plus", self.tr("민원으로"))
        self.cover = _button(self.tr("5  숨기기"), "eye-off", self.tr("숨기기"))
        self.turn = _button(self.tr("6  반대쪽"), "arrow-right-left", self.tr("반대쪽으로"))
        self.open = _button(self.tr("열기  Enter"), "clipboard-pen", self.tr("열기"))
        self.praise = _button(self.tr("칭찬 인쇄  Ctrl+P"), "printer", self.tr("칭찬 인쇄"))
        flow = Flow(8)
        flow.put((self.fix, self.review, self.thank, self.case, self.cover, self.turn, self.open, self.praise))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow)
        self.show_card(None)

    def show_card(self, card: Card | None) -> None:
        """Say what each key does with `card`, and which of them do nothing."""
        card = card if card is None or card.cover is None else None  # of what is covered nothing can be done here
        there = card is not None
        for button in (self.fix, self.review, self.open):
            button.setEnabled(there)
        self.thank.setEnabled(card is not None and card.state is not CardState.THANKED)
        self.case.setEnabled(card is not None and card.case_id is None)
        self.cover.setEnabled(card is not None and (covers(card) or card.state is not CardState.HIDDEN))
        self.turn.setEnabled(card is not None and card.case_id is None)
        self.praise.setEnabled(card is not None and card.side is Side.LIKED)
        fixing = card is not None and card.state is CardState.FIXING
        _name(self.fix, "1", self.tr("고쳤음 적기") if fixing else self.tr("즉시 조치"))
        hides = card is None or not covers(card)
        _name(self.cover, "5", self.tr("숨기기") if hides else self.tr("개인정보 가리기"))


def covers(card: Card) -> bool:
    """Whether something personal still stands in the card's text."""
    return card.text != card.shown


def _button(text: str, icon_name: str, name: str) -> Button:
    made = Button(text, "secondary", icon_name, name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def _name(button: Button, key: str, name: str) -> None:
    button.setText(f"{key}  {name}")
    button.setAccessibleName(name)
