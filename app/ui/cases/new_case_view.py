"""The form of a new case: under a minute by keyboard, with its due date and earlier cases beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.cases import Case, NewCase
from app.ui.cases.beside_new_case import BesideNewCase
from app.ui.cases.new_case_fields import KINDS, NewCaseFields
from app.ui.cases.new_case_presenter import Foreseen, NewCasePresenter, Save
from app.ui.shared.dialogs import CalmDialog
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone
from app.ui.shared.unfinished import Unfinished
from app.ui.shared.widgets import Button, Card, Notice, Text, row, shortcut


@dataclass(frozen=True)
class Beginning:
    """What a form is begun with; see `NewCaseView.begin`."""

    given: NewCase | None = None
    save: Save | None = None
    visit: str = ""


class NewCaseView(QWidget):
    """Ctrl+Enter saves from everywhere, Enter from a line; Esc asks before anything is lost."""

    saved = Signal(object)
    """A `Case`."""
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.presenter = NewCasePresenter(session, self)
        self.fields = NewCaseFields(session.zone)
        self.beside = BesideNewCase(session.zone)
        self.due, self.similar = self.beside.due, self.beside.similar
        self.question: CalmDialog | None = None
        self._begun = Beginning()
        self._instead = Beginning()
        """What is wanted while another form is written in."""
        self.heading = Text(self.tr("새 민원"), "heading")
        self.visit = Text("", "body", Tone.PRIMARY)
        self.trouble = Notice(Tone.DANGER, "circle-alert")
        self.more = Button(self.tr("더 적기  Ctrl+."), "quiet", "chevron-down", self.tr("더 적기: 받은 때, 새올 번호"))
        self.save = Button(self.tr("접수   Ctrl+Enter"), "primary", name=self.tr("접수"))
        self.leave = Button(self.tr("그만두기  Esc"), "secondary", name=self.tr("그만두기"))
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(self._form(), 64)
        columns.addWidget(self.beside, 36)
        self._connect()
        self.setFocusProxy(self.fields.title)

    def _form(self) -> Card:
        card = Card(margins=(20, 12, 12, 14))
        card.column.setSpacing(8)
        head = row(self.heading, self.visit, 1, self.more, spacing=12)
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

    def _connect(self) -> None:
        self.fields.edited.connect(self._on_edited)
        self.fields.entered.connect(self.submit)
        self.presenter.listed.connect(self.fields.offer)
        self.presenter.foreseen.connect(self._on_foreseen)
        self.presenter.refused.connect(self._on_refused)
        self.presenter.saved.connect(self._on_saved)
        self.save.clicked.connect(self.submit)
        self.leave.clicked.connect(self.ask_to_leave)
        self.more.clicked.connect(self.turn_more)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self, keys, self.submit)
        shortcut(self, "Esc", self._on_esc)
        shortcut(self, "Ctrl+D", self.beside.explain)
        shortcut(self, "F5", self.similar.link_first)
        shortcut(self, "Ctrl+.", self.turn_more)
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

    @property
    def from_counter(self) -> bool:
        """Whether the form is about a visit: it began at the counter."""
        return bool(self._begun.visit)

    def begin(self, given: NewCase | None = None, save: Save | None = None, visit: str = "") -> None:
        """An empty form, or one with what is `given`; `visit` is the number of the visit it is about.

        What is begun already stays: somebody only looked elsewhere. It is asked about where another form is wanted.
        """
        wanted = Beginning(given, save, visit)
        if not self.fields.begun():
            self._begin(wanted)
            return
        self.start()
        if given is not None and given != self._begun.given:
            self._ask_which(wanted)

    def _begin(self, beginning: Beginning) -> None:
        self._begun = beginning
        given, visit = beginning.given, beginning.visit
        chosen = given if given is not None and given.title else None
        self.fields.fill(chosen)
        if given is not None and chosen is None:
            self.fields.department.show_code(given.department_code)
        self.visit.say(self.tr("{number} 접수에 대한 민원").format(number=visit) if visit else "")
        self.trouble.say("")
        self.beside.show_foreseen(None, self.fields.kind)
        self.presenter.begin(beginning.save)
        self.start()
        self._on_edited()

    def _ask_which(self, wanted: Beginning) -> None:
        self._instead = wanted
        title = self.fields.title.live_text().strip()
        self.question = CalmDialog(
            self.tr("쓰던 민원이 있습니다"),
            self.tr("‘{title}’을(를) 아직 접수하지 않았습니다. 새로 쓰면 적으신 글이 없어집니다.").format(
                title=title or self.tr("제목 없음")
            ),
            [self.tr("쓰던 것 계속 쓰기"), self.tr("버리고 새로 쓰기")],
            Tone.WARNING,
            self.window(),
        )
        self.question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.question.accepted.connect(self._on_which)
        self.question.open()

    def _on_which(self) -> None:
        if self.question is not None and self.question.chosen == 1:
            self._begin(self._instead)
        else:
            self.start()

    def turn_more(self) -> None:
        """Open what is seldom needed, with the keyboard in it; once more, and it is gone while nothing stands there."""
        more = self.fields.more
        if more.isVisibleTo(self.fields) and not more.begun():
            more.hide()
            self.fields.start()
            return
        more.show()
        more.setFocus()
        QTimer.singleShot(0, self, self._show_more_whole)  # when it has taken its room

    def _show_more_whole(self) -> None:
        self.area.ensureWidgetVisible(self.fields.more, 0, 8)

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

    def _on_esc(self) -> None:
        if self.beside.explaining:
            self.beside.leave_days()
        else:
            self.ask_to_leave()

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
        if self.fields.more.received.unclear:
            self._on_refused("received", self.tr("받은 때를 ‘어제 16:30’이나 ‘11.20 9:05’처럼 적어 주세요."))
            return
        self.trouble.say("")
        self.presenter.submit(self._with_given(typed))

    def _with_given(self, typed: NewCase) -> NewCase:
        """What was typed, with what the form was begun with and shows no field for."""
        given = self._begun.given or NewCase(typed.kind, "")
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
        self.beside.show_foreseen(foreseen, self.fields.kind)

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
