"""Another person takes the window: F10, a digit, and the password."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.presence import KnownPerson
from app.ui.away.curtain import COVERS
from app.ui.parts import DeskParts
from app.ui.shared.settings_store import SettingsStore
from app.ui.shared.task_runner import TaskRunner
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Button, Card, Notice, Text, row, shortcut
from app.ui.sign_in.password_dialogs import FirstPasswordDialog
from app.ui.sign_in.presenter import SignInPresenter

_DIGITS = {**{str(n): n for n in range(10)}, **{chr(0xFF10 + n): n for n in range(10)}}


class ChangeView(QWidget):
    """The people to pick from, numbered, and the password of the one picked; 0 is somebody else."""

    signed_in = Signal(object)
    left = Signal()
    """Esc on the list: nobody changes."""

    def __init__(
        self,
        parts: DeskParts,
        runner: TaskRunner,
        store: SettingsStore,
        people: Sequence[KnownPerson],
        unfinished: frozenset[str],
        refusal: str,
    ) -> None:
        """`unfinished`: logins of those for whom begun input is kept. `refusal` answers anybody else."""
        super().__init__()
        self.setObjectName("screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty(COVERS, True)
        self._parts = parts
        self._runner = runner
        self.dialog: FirstPasswordDialog | None = None
        self._people = tuple(people)
        self._unfinished = unfinished
        self._refusal = refusal
        self.presenter = SignInPresenter(parts, runner, store, self)
        self.buttons = QButtonGroup(self)
        self.login = TypedLine()
        self.login_label = Text(self.tr("아이디"), "strong")
        self.who = Text("", "title", wrap=True)
        self.password = QLineEdit()
        self.notice = Notice(Tone.DANGER, "circle-alert")
        self.enter = Button(self.tr("로그인   Enter"), "primary", name=self.tr("로그인"))
        self.pages = QStackedWidget()
        self.list_page = self._list_page()
        for page in (self.list_page, self._password_page()):
            self.pages.addWidget(page)
        card = Card(margins=(36, 28, 36, 28))
        card.setFixedWidth(520)
        card.column.addWidget(self.pages)
        card.column.addWidget(self.notice)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(row(1, card, 1))
        outer.addStretch(3)
        for field in (self.login, self.password):
            field.returnPressed.connect(self._on_enter)
        self.enter.clicked.connect(self._on_enter)
        self.buttons.idClicked.connect(self.pick)
        self.presenter.refused.connect(self._on_refused)
        self.presenter.busy_changed.connect(self._on_busy)
        self.presenter.must_choose.connect(self._on_must_choose)
        self.presenter.signed_in.connect(self.signed_in)
        shortcut(self, "Esc", self._on_escape)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _list_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(self.tr("직원 교대"), "title"))
        hint = self.tr("숫자를 누르고 비밀번호를 입력하세요. 지금 하던 일은 보관됩니다.")
        column.addWidget(Text(hint, "body", Tone.QUIET, wrap=True))
        for number, person in enumerate(self._people, start=1):
            words = f"{number}   {person.name}"
            if person.login in self._unfinished:
                words = self.tr("{words}  ·  하던 일 보관 중").format(words=words)
            self._add(column, number, words, person.name)
        self._add(column, 0, self.tr("0   다른 직원"), self.tr("다른 직원"))
        column.addWidget(Text(self.tr("Esc 돌아가기"), "small", Tone.QUIET))
        column.addStretch(1)
        return page

    def _add(self, column: QVBoxLayout, number: int, words: str, name: str) -> None:
        button = Button(words, "secondary", name=f"{number} {name}")
        button.setProperty("align", "left")
        self.buttons.addButton(button, number)
        column.addWidget(button)

    def _password_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.login.setAccessibleName(self.tr("아이디"))
        self.login_label.setBuddy(self.login)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("비밀번호"))
        label = Text(self.tr("비밀번호"), "strong")
        label.setBuddy(self.password)
        self.enter.setProperty("scale", "big")
        for widget in (self.who, self.login_label, self.login, label, self.password, self.enter):
            column.addWidget(widget)
        column.addWidget(Text(self.tr("Esc 돌아가기"), "small", Tone.QUIET))
        column.addStretch(1)
        return page

    def pick(self, number: int) -> None:
        """The person with this number, or somebody else; the cursor goes where typing goes on."""
        if number > len(self._people):
            return
        person = self._people[number - 1] if number else None
        if self._refusal and (person is None or person.login not in self._unfinished):
            self.notice.say(self._refusal)
            return
        self.notice.say("")
        self.login.setText(person.login if person else "")
        self.who.say(person.name if person else self.tr("다른 직원"))
        for widget in (self.login, self.login_label):
            widget.setVisible(person is None)
        self.password.clear()
        self.pages.setCurrentIndex(1)
        (self.password if person else self.login).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.pages.currentWidget() is self.list_page and event.text() in _DIGITS:
            self.pick(_DIGITS[event.text()])
            return
        super().keyPressEvent(event)

    def _on_escape(self) -> None:
        self.notice.say("")
        self.password.clear()
        if self.pages.currentWidget() is self.list_page:
            self.left.emit()
            return
        self.pages.setCurrentWidget(self.list_page)
        self.setFocus()

    def _on_enter(self) -> None:
        if self.login.hasFocus() and not self.password.text():
            self.login.settle()
            self.password.setFocus()
            return
        self.presenter.submit(self.login.settled_text(), self.password.text())

    def _on_must_choose(self, login: str, temporary: str) -> None:
        self.password.clear()
        self.notice.say("")
        self.dialog = FirstPasswordDialog(self._parts, self._runner, login, temporary, self)
        self.dialog.chosen.connect(self._on_chosen)
        self.dialog.open()

    def _on_chosen(self, login: str, password: str) -> None:
        self.presenter.submit(login, password)

    def _on_refused(self, sentence: str) -> None:
        self.notice.say(sentence)
        self.password.selectAll()
        self.password.setFocus()

    def _on_busy(self, busy: bool) -> None:
        self.enter.setEnabled(not busy)
        self.enter.setText(self.tr("확인하는 중…") if busy else self.tr("로그인   Enter"))
        if busy:
            self.notice.say("")
