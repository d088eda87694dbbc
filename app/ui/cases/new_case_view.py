"""The form of a new case: under a minute by keyboard, with its due date and earlier cases beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.cases import Case, NewCase
from app.domain.due import set_by_service
from app.ui.cases.due_card import rule_words
from app.ui.cases.new_case_fields import KINDS, NewCaseFields
from app.ui.cases.new_case_presenter import Foreseen, NewCasePresenter, Save
from app.ui.cases.similar_list import SimilarList
from app.ui.shared import case_words as words
from app.ui.shared.dialogs import CalmDialog
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone
from app.ui.shared.unfinished import Unfinished
from app.ui.shared.widgets import Button, Card, Notice, Text, row, shortcut


class NewCaseView(QWidget):
    """Ctrl+Enter saves from everywhere, Enter from a line; Esc asks before anything is lost."""

    saved = Signal(object)
    """A `Case`."""
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.presenter = NewCasePresenter(session, self)
        self.fields = NewCaseFields()
        self.similar = SimilarList()
        self.question: CalmDialog | None = None
        self._given = NewCase(KINDS[0], "")
        self.heading = Text(self.tr("새 민원"), "heading")
        self.visit = Text("", "body", Tone.PRIMARY)
        self.trouble = Notice(Tone.DANGER, "circle-alert")
        self.due = Text("", "title", wrap=True)
        self.rule = Text("", "body", Tone.QUIET, wrap=True)
        self.save = Button(self.tr("접수   Ctrl+Enter"), "primary", name=self.tr("접수"))
        self.leave = Button(self.tr("그만두기  Esc"), "secondary", name=self.tr("그만두기"))
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(self._form(), 64)
        columns.addLayout(self._beside(), 36)
        self._connect()
        self.setFocusProxy(self.fields.title)

    def _form(self) -> Card:
        card = Card(margins=(20, 12, 12, 14))
        card.column.setSpacing(8)
        head = row(self.heading, self.visit, 1, spacing=12)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("cardInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.fields)
        self.area.setWidget(inside)
        self.save.setProperty("scale", "big")
        card.column.addLayout(head)
        card.column.addWidget(self.area, 1)
        card.column.addWidget(self.trouble)
        saving = row(self.save, self.leave)
        saving.setStretch(0, 1)
        saving.setContentsMargins(0, 0, 8, 0)
        card.column.addLayout(saving)
        return card

    def _beside(self) -> QVBoxLayout:
        due = Card(margins=(18, 14, 18, 16))
        due.column.setSpacing(6)
        due.column.addWidget(Text(self.tr("지금 받으면"), "strong"))
        due.column.addWidget(self.due)
        due.column.addWidget(self.rule)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addWidget(due)
        column.addWidget(self.similar, 1)
        return column

    def _connect(self) -> None:
        self.fields.edited.connect(self._on_edited)
        self.fields.entered.connect(self.submit)
        self.presenter.listed.connect(self.fields.offer)
        self.presenter.foreseen.connect(self._on_foreseen)
        self.presenter.refused.connect(self._on_refused)
        self.presenter.saved.connect(self._on_saved)
        self.save.clicked.connect(self.submit)
        self.leave.clicked.connect(self.ask_to_leave)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self, keys, self.submit)
        shortcut(self, "Esc", self.ask_to_leave)
        shortcut(self, "F5", self.similar.link_first)
        for place in range(len(KINDS)):
            chip = self.fields.kinds.button(place)
            shortcut(self, f"Ctrl+{(place + 1) % 10}", chip.click)
            chip.installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """A digit on any of the kinds chooses one."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.text().isdecimal():
            self.fields.choose_kind((int(event.text()) - 1) % 10)
            return True
        return False

    # --- coming and going ---

    def begin(self, given: NewCase | None = None, save: Save | None = None, visit: str = "") -> None:
        """An empty form, or one with what is `given`; `visit` is the number of the visit it is about.

        What is begun already stays: somebody only looked elsewhere.
        """
        if self.fields.begun():
            self.start()
            return
        self._given = given or NewCase(KINDS[0], "")
        chosen = given if given is not None and given.title else None
        self.fields.fill(chosen)
        if given is not None and chosen is None:
            self.fields.department.show_code(given.department_code)
        self.visit.say(self.tr("{number} 접수에 대한 민원").format(number=visit) if visit else "")
        self.trouble.say("")
        self.similar.show_lines(())
        self._show_due(None, None)
        self.presenter.begin(save)
        self.start()
        self._on_edited()

    def start(self) -> None:
        """The keyboard comes to the form."""
        self.fields.start()

    def unfinished(self) -> Unfinished:
        """Whether anything is written here."""
        return Unfinished(typed=self.fields.begun())

    def ask_to_leave(self) -> None:
        """Leave; what is written is thrown away only when somebody says so."""
        if not self.fields.begun():
            self.left.emit()
            return
        self.question = CalmDialog(
            self.tr("쓰던 민원을 버릴까요?"),
            self.tr("아직 접수하지 않았습니다. 버리면 적으신 글이 없어집니다."),
            [self.tr("계속 쓰기"), self.tr("버리기")],
            Tone.WARNING,
            self.window(),
        )
        self.question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.question.accepted.connect(self._on_answered)
        self.question.open()

    def _on_answered(self) -> None:
        if self.question is not None and self.question.chosen == 1:
            self.fields.fill(None)
            self.left.emit()
        else:
            self.start()

    # --- saving ---

    def submit(self) -> None:
        """Receive what stands here."""
        typed = self.fields.typed(settled=True)
        if typed is None:
            self.trouble.say(self.tr("무슨 민원인지 먼저 고르세요: 1–9, 0."))
            self.fields.start()
            return
        if self.fields.department.unclear or not typed.department_code:
            unclear = self.fields.department.unclear
            none, what = self.tr("맡을 부서를 골라 주세요."), self.tr("그런 부서가 없습니다. 목록에서 골라 주세요.")
            self._on_refused("department", what if unclear else none)
            return
        self.trouble.say("")
        self.presenter.submit(self._with_given(typed))

    def _with_given(self, typed: NewCase) -> NewCase:
        """What was typed, with what the form was begun with and shows no field for."""
        given = self._given
        return replace(
            typed,
            visit_id=given.visit_id,
            card_id=given.card_id,
            channel=given.channel if given.card_id else typed.channel,
            matter_id=self.similar.chosen_id or given.matter_id,
        )

    def _on_edited(self) -> None:
        if self.trouble.isVisibleTo(self):
            self.trouble.say("")
        self.presenter.follow(self.fields.typed())

    def _on_foreseen(self, foreseen: Foreseen) -> None:
        self._show_due(foreseen, foreseen.today)
        self.similar.show_lines(foreseen.similar)

    def _show_due(self, foreseen: Foreseen | None, today: date | None) -> None:
        due = None if foreseen is None else foreseen.due
        if due is None or today is None:
            kind = self.fields.kind
            known = kind is not None and foreseen is not None and not set_by_service(kind)
            self.due.say(self.tr("기한 없음") if known else "–")
            hint = self.tr("종류를 고르면 언제까지인지 나옵니다.") if kind is None else ""
            if kind is not None and set_by_service(kind):
                hint = self.tr("업무를 고르면 언제까지인지 나옵니다.")
            self.rule.say(hint)
            return
        moment = words.due_moment(due.day, due.clock, today)
        self.due.say(self.tr("{moment}까지").format(moment=moment))
        self.rule.say(rule_words(due))

    def _on_refused(self, field: str, sentence: str) -> None:
        self.trouble.say(sentence)
        self.fields.show_wrong(field)
        QTimer.singleShot(0, self, self._come_into_sight)  # when the sentence below has taken its room

    def _come_into_sight(self) -> None:
        focused, inside = self.focusWidget(), self.area.widget()
        if inside is not None and inside.isAncestorOf(focused):
            self.area.ensureWidgetVisible(focused, 0, 24)

    def _on_saved(self, case: Case) -> None:
        self.fields.fill(None)
        self.similar.show_lines(())
        self.saved.emit(case)
