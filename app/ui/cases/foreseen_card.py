"""When a case would be due, while it is being typed."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent

from app.domain.cases import CaseKind
from app.domain.due import set_by_service
from app.ui.cases.due_card import rule_words
from app.ui.cases.new_case_presenter import Foreseen
from app.ui.shared import case_words as words
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, Text, row


class ForeseenCard(Card):
    """From when it counts, until when, and by which rule."""

    pressed = Signal()
    """Somebody wants to know how it was counted."""

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__(margins=(18, 14, 18, 16))
        self.column.setSpacing(6)
        self._zone = zone
        self.since = Text("", "strong", wrap=True)
        self.due = Text("", "title", wrap=True)
        self.rule = Text("", "body", Tone.QUIET, wrap=True)
        self.how = Button(self.tr("어떻게 셌나요?  Ctrl+D"), "quiet", name=self.tr("어떻게 셌나요?"))
        self.how.hide()
        self.how.clicked.connect(self.pressed)
        for part in (self.since, self.due, self.rule):
            self.column.addWidget(part)
        self.column.addLayout(row(self.how, 1))

    def show_foreseen(self, foreseen: Foreseen | None, kind: CaseKind | None) -> None:
        """What is known of a case of `kind`; None while nothing is."""
        self.since.say(self._since(foreseen))
        self.how.setVisible(foreseen is not None and foreseen.due is not None)
        if foreseen is None or foreseen.due is None:
            known = kind is not None and foreseen is not None and not set_by_service(kind)
            self.due.say(self.tr("기한 없음") if known else "–")
            hint = self.tr("종류를 고르면 언제까지인지 나옵니다.") if kind is None else ""
            if kind is not None and set_by_service(kind):
                hint = self.tr("업무를 고르면 언제까지인지 나옵니다.")
            self.rule.say(hint)
            return
        moment = words.due_moment(foreseen.due.day, foreseen.due.clock, foreseen.today)
        self.due.say(self.tr("{moment}까지").format(moment=moment))
        self.rule.say(rule_words(foreseen.due))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the date asks, too."""
        super().mouseReleaseEvent(event)
        if self.how.isVisible() and self.due.geometry().contains(event.position().toPoint()):
            self.pressed.emit()

    def _since(self, foreseen: Foreseen | None) -> str:
        if foreseen is None or foreseen.received is None:
            return self.tr("지금 받으면")
        moment = foreseen.received.astimezone(self._zone)
        said = words.due_moment(moment.date(), f"{moment:%H:%M}", foreseen.today)
        return self.tr("{moment}에 받았으니").format(moment=said)
