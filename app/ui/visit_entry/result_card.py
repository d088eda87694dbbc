"""Below the form: what was just registered, who is being served, and what could not be saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.slips import SlipState
from app.domain.visits import VisitRecord, VisitStatus
from app.ui.shared import words
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, ElidedText, Notice, Text
from app.ui.visit_entry.presenter import LastVisit, UnsavedVisit


class ResultCard(Card):
    """Two quiet rows: the last visit with its undo, and the visit being served."""

    undo_pressed = Signal()
    finish_pressed = Signal()
    hand_over_pressed = Signal()

    def __init__(self, parent: QWidget | None = None, *, serving: bool = True) -> None:
        super().__init__(parent, margins=(20, 12, 16, 12))
        self.column.setSpacing(8)
        self.caption = Text(self.tr("방금 접수"), "small", Tone.QUIET)
        self.last = ElidedText("", "strong")
        self.slip = ElidedText("", "small", Tone.QUIET)
        self.undo = Button(self.tr("되돌리기"), "secondary", "undo-2")
        self.undo.hide()
        self.serving_caption = Text(self.tr("지금 처리 중"), "small", Tone.QUIET)
        self.serving = ElidedText("", "strong")
        self.finish = Button(self.tr("처리 끝  F8"), "secondary", "check", self.tr("처리 끝"))
        self.finish.setEnabled(False)
        self.hand_over = Button(self.tr("넘기기  Ctrl+H"), "secondary", name=self.tr("넘기기"))
        self.hand_over.setEnabled(False)
        self.hand_over.clicked.connect(self.hand_over_pressed)
        self.undo.clicked.connect(self.undo_pressed)
        self.finish.clicked.connect(self.finish_pressed)
        self.column.addLayout(self._row(self.caption, (self.last, self.slip), (self.undo,)))
        if serving:
            line = QFrame()
            line.setObjectName("line")
            self.column.addWidget(line)
            self.column.addLayout(self._row(self.serving_caption, (self.serving,), (self.hand_over, self.finish)))
        self.show_last(None)
        self.show_serving(None)

    def _row(self, caption: Text, lines: tuple[ElidedText, ...], buttons: tuple[Button, ...]) -> QHBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(1)
        left.addWidget(caption)
        for line in lines:
            left.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(left, 1)
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def show_last(self, last: LastVisit | None) -> None:
        """The visit registered last, its slip, and how long it can still be undone."""
        if last is None:
            self.last.say("–")
            self.slip.say(self.tr("접수하면 번호와 접수증 상태가 여기에 나옵니다"), Tone.QUIET)
            self.undo.hide()
            return
        self._name(self.last, last.visit)
        if last.trouble:
            self.slip.say(last.trouble, Tone.DANGER)
        elif last.visit.status is VisitStatus.UNDONE:
            self.slip.say(self.tr("취소했습니다 · 번호는 그대로 남습니다"), Tone.WARNING)
        elif last.slip_state is None and last.visit.slip_withheld:
            self.slip.say(self.tr("접수증 없이 접수함"), Tone.QUIET)
        else:
            state = words.slip_state(last.slip_state, last.slip_reason)
            text = self.tr("접수증 {state}").format(state=state)
            if last.slip_state is SlipState.FAILED:
                text = self.tr("{text} · Ctrl+R로 다시 출력").format(text=text)
            elif last.without_code:
                text = self.tr("{text} · 설문 QR 없이(이 창구의 열쇠 확인 전)").format(text=text)
            tone = Tone.DANGER if last.slip_state is SlipState.FAILED else Tone.QUIET
            self.slip.say(text, tone)
        active = last.undo_seconds > 0 and last.visit.status is not VisitStatus.UNDONE
        self.undo.setText(self.tr("되돌리기 {seconds}초").format(seconds=last.undo_seconds))
        self.undo.setVisible(active)

    def show_serving(self, visit: VisitRecord | None) -> None:
        """The visit being served at this counter."""
        for button in (self.finish, self.hand_over):
            button.setEnabled(visit is not None)
        if visit is None:
            self.serving.say("–")
        else:
            self._name(self.serving, visit)

    def show_hand_over_key(self, named: bool) -> None:
        """Whether the key beside the button is the one that hands this visit over."""
        self.hand_over.setText(self.tr("넘기기  Ctrl+H") if named else self.tr("넘기기"))

    def _name(self, line: ElidedText, visit: VisitRecord) -> None:
        """Number and first service; every service on hovering and for a screen reader."""
        line.say(f"{visit.number}   {words.services_of(visit)}")
        if visit.further_services:
            whole = f"{visit.number} {words.all_services_of(visit)}"
            line.setToolTip(whole)
            line.setAccessibleName(whole)


class UnsavedCard(Notice):
    """Keeps what could not be saved until it is saved or taken back into the form."""

    retry_pressed = Signal()
    restore_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Tone.DANGER, "circle-alert", parent)
        self.retry = Button(self.tr("다시 시도  Ctrl+T"), "primary", name=self.tr("다시 시도"))
        self.restore = Button(self.tr("되살리기  Ctrl+E"), "secondary", name=self.tr("되살리기"))
        self.retry.clicked.connect(self.retry_pressed)
        self.restore.clicked.connect(self.restore_pressed)
        buttons = QVBoxLayout()
        buttons.addWidget(self.retry)
        buttons.addWidget(self.restore)
        self.row.addLayout(buttons)

    def show_unsaved(self, unsaved: tuple[UnsavedVisit, ...]) -> None:
        """The first of the visits that could not be saved."""
        if not unsaved:
            self.say("")
            return
        first = unsaved[0]
        names = ", ".join(service.name for service in first.services)
        what = self.tr("저장하지 못함: {service}").format(service=names)
        if len(unsaved) > 1:
            what = self.tr("{what} 외 {count}건").format(what=what, count=len(unsaved) - 1)
        self.say(f"{what}\n{first.sentence}")
