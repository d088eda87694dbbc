"""The slim line above the counter screen: who waits, whom this counter has called, and the one key for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.reception.waiting import Waiting, WaitingPresenter
from app.ui.shared import words
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, ElidedText, Text, restyle

_READ_MS = 6_000
"""How long a sentence stays that says why something could not be done."""


class QueueLine(QFrame):
    """Always as high as when somebody is called, so that nothing jumps."""

    advance_pressed = Signal()
    leave_pressed = Signal()
    hand_over_pressed = Signal()

    def __init__(self, presenter: WaitingPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queueLine")
        self._presenter = presenter
        self.number = Text("", "figure", Tone.PRIMARY)
        self.number.hide()
        self.words = ElidedText("", "body", Tone.QUIET)
        self.advance = Button("", "secondary", "bell-ring")
        self.gone = Button(self.tr("그냥 감  Ctrl+G"), "secondary", name=self.tr("그냥 감"))
        self.hand_over = Button(self.tr("넘기기  Ctrl+H"), "secondary", "arrow-right-left", self.tr("넘기기"))
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 6, 10, 6)
        line.setSpacing(10)
        line.addWidget(self.number)
        line.addWidget(self.words, 1)
        for button in (self.hand_over, self.gone, self.advance):
            line.addWidget(button)
        self.advance.clicked.connect(self.advance_pressed)
        self.gone.clicked.connect(self.leave_pressed)
        self.hand_over.clicked.connect(self.hand_over_pressed)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(_READ_MS)
        self._hold.timeout.connect(self._on_read)
        presenter.changed.connect(self._show)
        presenter.refused.connect(self._on_refused)
        self._fit()
        self._show(presenter.state)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "advance"):
            self._fit()

    def _fit(self) -> None:
        self.number.ensurePolished()
        self.advance.ensurePolished()
        tallest = max(QFontMetrics(self.number.font()).height(), self.advance.sizeHint().height())
        self.setFixedHeight(tallest + 14)

    def _show(self, state: Waiting) -> None:
        called, mine = state.called, state.mine
        self.number.setVisible(called is not None)
        self.gone.setVisible(called is not None)
        self.hand_over.setVisible(called is not None)
        key = self.tr("처리 시작") if called is not None else self.tr("호출")
        self.advance.setText(f"{key}  F5")
        self.advance.setAccessibleName(key)
        self.advance.setEnabled(called is not None or bool(mine))
        self._look(called is not None)
        if called is not None:
            self._hold.stop()
        elif self._hold.isActive():
            return
        count = self.tr("대기 {count}명").format(count=len(mine))
        if called is not None:
            self.number.say(called.number)
            parts = [words.services_of(called), self.tr("호출했습니다 · 오시면 F5"), count]
            if called.word:
                parts.insert(1, called.word)
            self.words.say(" · ".join(parts), Tone.PLAIN)
            self.setAccessibleName(f"{called.number} {' '.join(parts)}")
            return
        if not mine:
            text = self.tr("기다리는 분이 없습니다") if self._presenter.loaded else self.tr("불러오는 중…")
            self.words.say(text, Tone.QUIET)
        else:
            first = mine[0]
            following = self.tr("다음 {number} {service} {minutes}").format(
                number=first.number,
                service=words.services_of(first),
                minutes=words.waited(first, self._presenter.moment()),
            )
            self.words.say(f"{count} · {following}", Tone.PLAIN)
        self.setAccessibleName(self.words.whole())

    def _look(self, called: bool) -> None:
        if self.property("called") is not called:
            self.setProperty("called", called)
            self.advance.setProperty("kind", "primary" if called else "secondary")
            restyle(self)
            restyle(self.advance)
            self.advance.changeEvent(QEvent(QEvent.Type.StyleChange))  # its icon has the colour of the words

    def _on_refused(self, sentence: str) -> None:
        self.words.say(sentence, Tone.WARNING)
        self.setAccessibleName(sentence)
        self._hold.start()

    def _on_read(self) -> None:
        self._show(self._presenter.state)
