"""The sign-in card."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.languages import ScreenLanguage
from app.ui.away.recent import RecentPeople
from app.ui.parts import DeskParts
from app.ui.shared.settings_store import SettingsStore
from app.ui.shared.shown_once import ShownOnceDialog
from app.ui.shared.task_runner import TaskRunner
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Button, Card, IconLabel, Notice, Text, row
from app.ui.sign_in.password_dialogs import FirstPasswordDialog, PasswordDialog, RecoveryDialog
from app.ui.sign_in.presenter import SignInPresenter
from app.ui.sign_in.recent_chips import RecentChips


class SignInView(QWidget):
    """Login, password, Enter."""

    signed_in = Signal(object)

    def __init__(
        self, parts: DeskParts, runner: TaskRunner, store: SettingsStore, recent: RecentPeople, login: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._parts = parts
        self._runner = runner
        self.dialog: PasswordDialog | None = None
        self.once: ShownOnceDialog | None = None
        self.presenter = SignInPresenter(parts, runner, store, self)
        self.login = TypedLine()
        self.login.setText(login)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.notice = Notice(Tone.DANGER, "circle-alert")
        self.enter = Button(self.tr("로그인   Enter"), "primary", name=self.tr("로그인"))
        self.enter.setProperty("scale", "big")
        self.recover = Button(self.tr("관리자 복구"), "quiet", "key-round")
        self._languages = QButtonGroup(self)
        self.recent = RecentChips(recent, self)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(row(1, self._card(store.settings.language), 1))
        outer.addStretch(3)
        for field in (self.login, self.password):
            field.returnPressed.connect(self._on_enter)
        self.enter.clicked.connect(self._on_enter)
        self.presenter.refused.connect(self._on_refused)
        self.presenter.busy_changed.connect(self._on_busy)
        self.presenter.signed_in.connect(self.signed_in)
        self.presenter.must_choose.connect(self._on_must_choose)
        self.recover.clicked.connect(self._on_recovery_wanted)
        self.recent.picked.connect(self._on_person)
        self.setFocusProxy(self.password if login else self.login)

    def _card(self, language: ScreenLanguage) -> Card:
        card = Card(margins=(36, 32, 36, 32))
        card.setFixedWidth(460)
        top = QHBoxLayout()
        top.addWidget(IconLabel("building-2", Tone.PRIMARY, 28))
        top.addSpacing(4)
        top.addWidget(Text(self.tr("민원데스크"), "title"))
        top.addStretch(1)
        for choice, words in ((ScreenLanguage.KO, "한국어"), (ScreenLanguage.EN, "English")):
            chip = Button(words, "chip")
            chip.setCheckable(True)
            chip.setChecked(choice is language)
            chip.setProperty("language", choice.value)
            self._languages.addButton(chip)
            top.addWidget(chip)
        self._languages.buttonClicked.connect(self._on_language)
        card.column.addLayout(top)
        card.column.addWidget(Text(self.tr("오늘도 한 분 한 분, 정확하고 친절하게"), "body", Tone.QUIET))
        card.column.addSpacing(8)
        card.column.addWidget(self.recent)
        for label, field in ((self.tr("아이디"), self.login), (self.tr("비밀번호"), self.password)):
            title = Text(label, "strong")
            title.setBuddy(field)
            field.setAccessibleName(label)
            card.column.addWidget(title)
            card.column.addWidget(field)
        card.column.addWidget(self.notice)
        card.column.addSpacing(4)
        card.column.addWidget(self.enter)
        card.column.addWidget(self.recover, 0, Qt.AlignmentFlag.AlignHCenter)
        QWidget.setTabOrder(self.login, self.password)
        QWidget.setTabOrder(self.password, self.enter)
        return card

    def _on_enter(self) -> None:
        if self.login.hasFocus() and not self.password.text():
            self.login.settle()
            self.password.setFocus()
            return
        self.presenter.submit(self.login.settled_text(), self.password.text())

    def _on_person(self, login: str) -> None:
        self.login.setText(login)
        self.password.clear()
        self.password.setFocus()

    def _on_must_choose(self, login: str, temporary: str) -> None:
        dialog = FirstPasswordDialog(self._parts, self._runner, login, temporary, self)
        dialog.chosen.connect(self.presenter.submit)
        self._open(dialog)

    def _on_recovery_wanted(self) -> None:
        dialog = RecoveryDialog(self._parts, self._runner, self.login.settled_text(), self)
        dialog.recovered.connect(self._on_recovered)
        self._open(dialog)

    def _open(self, dialog: PasswordDialog) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = dialog
        self.password.clear()
        self.notice.say("")
        dialog.open()

    def _on_recovered(self, login: str, password: str, code: str) -> None:
        self.once = ShownOnceDialog(
            self.tr("새 복구 코드"),
            self.tr("쓴 코드는 없어졌습니다. 이 코드를 적어 금고의 종이와 바꾸어 두세요. 지금 한 번만 보여 드립니다."),
            code,
            self,
        )
        # The code is written down first; then the way goes on.
        self.once.accepted.connect(partial(self.presenter.submit, login, password))
        self.once.open()

    def _on_refused(self, sentence: str) -> None:
        self.notice.say(sentence)
        self.password.selectAll()
        (self.password if self.login.text() else self.login).setFocus()

    def _on_busy(self, busy: bool) -> None:
        self.enter.setEnabled(not busy)
        self.enter.setText(self.tr("확인하는 중…") if busy else self.tr("로그인   Enter"))
        if busy:
            self.notice.say("")

    def _on_language(self, chip: Button) -> None:
        self.presenter.choose_language(ScreenLanguage(chip.property("language")))
