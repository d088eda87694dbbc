"""The three dialogs in which a password is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.actors import Actor
from app.ui.parts import DeskParts
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.task_runner import TaskRunner
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Notice, Text, row
from app.ui.sign_in.password_presenter import PasswordPresenter

if TYPE_CHECKING:  # the sign-in card must not wait for the data layer
    from app.services.recovery import Recovered

_WIDTH = 520


class PasswordDialog(FittedDialog):
    """Fields from top to bottom, the new password twice; Enter goes down and then on."""

    def __init__(self, parts: DeskParts, runner: TaskRunner, heading: str, sentence: str, parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        self.presenter = PasswordPresenter(parts, runner, self)
        self.fields: list[QLineEdit] = []
        self.notice = Notice(Tone.DANGER, "circle-alert")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 24, 28, 24)
        self.column.setSpacing(10)
        self.column.addWidget(Text(heading, "title", wrap=True))
        self.column.addWidget(Text(sentence, "body", wrap=True))
        self.column.addSpacing(4)
        self.save = Button(self.tr("정하기   Enter"), "primary", "key-round", self.tr("정하기"))
        self.leave = Button(self.tr("그만두기   Esc"), "secondary", name=self.tr("그만두기"))
        self.rule = Text("", "small", Tone.QUIET)
        self.presenter.minimum_known.connect(self._on_minimum)
        self.presenter.refused.connect(self._on_refused)
        self.presenter.busy_changed.connect(self._on_busy)
        self.finished.connect(self._forget)

    def add_field(self, label: str, *, secret: bool = True) -> QLineEdit:
        """The next field."""
        field = QLineEdit()
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        title = Text(label, "strong")
        title.setBuddy(field)
        field.setAccessibleName(label)
        self.fields.append(field)
        self.column.addWidget(title)
        self.column.addWidget(field)
        return field

    def add_new_password(self) -> tuple[QLineEdit, QLineEdit]:
        """The two fields of the new password, and everything below them."""
        new, again = self.add_field(self.tr("새 비밀번호")), self.add_field(self.tr("새 비밀번호 한 번 더"))
        self.column.addWidget(self.rule)
        self.column.addWidget(self.notice)
        self.column.addSpacing(4)
        self.column.addLayout(row(1, self.leave, self.save))
        self.save.setDefault(True)
        self.save.clicked.connect(self._on_enter)
        self.leave.clicked.connect(self.reject)
        self.fields[0].setFocus()
        return new, again

    def submit(self) -> None:
        """Hand on what was typed."""
        raise NotImplementedError

    def _on_enter(self) -> None:
        at = next((place for place, field in enumerate(self.fields) if field.hasFocus()), len(self.fields))
        following = next((field for field in self.fields[at + 1 :] if not field.text()), None)
        if following is not None:
            following.setFocus()
            return
        self.submit()

    def _on_refused(self, sentence: str) -> None:
        self.notice.say(sentence)
        self.fields[0].setFocus()
        self.fields[0].selectAll()

    def _on_minimum(self, minimum: int) -> None:
        self.rule.say(self.tr("{minimum}자 이상").format(minimum=minimum))

    def _on_busy(self, busy: bool) -> None:
        for widget in (self.save, *self.fields):
            widget.setEnabled(not busy)
        if busy:
            self.notice.say("")

    def _forget(self) -> None:
        for field in self.fields:
            field.clear()


class FirstPasswordDialog(PasswordDialog):
    """Somebody has signed in with a temporary password: nothing else can be done with it."""

    chosen = Signal(str, str)
    """Login and new password, to sign in with."""

    def __init__(self, parts: DeskParts, runner: TaskRunner, login: str, temporary: str, parent: QWidget) -> None:
        super().__init__(
            parts,
            runner,
            self.tr("새 비밀번호 정하기"),
            self.tr("지금 비밀번호는 관리자가 준 임시 비밀번호입니다. 본인만 아는 비밀번호를 정하면 시작합니다."),
            parent,
        )
        self._login, self._temporary, self._new = login, temporary, ""
        self.new, self.again = self.add_new_password()
        self.presenter.done.connect(self._on_done)

    def submit(self) -> None:
        self._new = self.new.text()
        self.presenter.choose(self._login, self._temporary, self._new, self.again.text())

    def _on_done(self, _actor: object) -> None:
        new, self._new, self._temporary = self._new, "", ""
        self.accept()
        self.chosen.emit(self._login, new)


class OwnPasswordDialog(PasswordDialog):
    """Another password for whoever is signed in."""

    def __init__(self, parts: DeskParts, runner: TaskRunner, actor: Actor, parent: QWidget) -> None:
        super().__init__(
            parts,
            runner,
            self.tr("내 비밀번호 바꾸기"),
            self.tr("지금 비밀번호를 한 번 더 확인하고 새 비밀번호를 정합니다."),
            parent,
        )
        self._actor = actor
        self.present = self.add_field(self.tr("지금 비밀번호"))
        self.new, self.again = self.add_new_password()
        self.presenter.done.connect(self.accept)

    def submit(self) -> None:
        self.presenter.change(self._actor, self.present.text(), self.new.text(), self.again.text())


class RecoveryDialog(PasswordDialog):
    """An administrator gets in with the code on paper."""

    recovered = Signal(str, str, str)
    """Login, new password, and the next recovery code: it is shown once."""

    def __init__(self, parts: DeskParts, runner: TaskRunner, login: str, parent: QWidget) -> None:
        super().__init__(
            parts,
            runner,
            self.tr("관리자 복구"),
            self.tr("금고에 둔 복구 코드로 관리자 비밀번호를 새로 정합니다. 쓴 코드는 없어지고 새 코드가 나옵니다."),
            parent,
        )
        self._new = ""
        self.login = self.add_field(self.tr("관리자 아이디"), secret=False)
        self.login.setText(login)
        self.code = self.add_field(self.tr("복구 코드"), secret=False)
        self.code.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX")
        self.new, self.again = self.add_new_password()
        self.presenter.done.connect(self._on_done)

    def submit(self) -> None:
        self._new = self.new.text()
        self.presenter.recover(self.login.text(), self.code.text(), self._new, self.again.text())

    def _on_done(self, recovered: Recovered) -> None:
        new, self._new = self._new, ""
        self.accept()
        self.recovered.emit(recovered.actor.login, new, recovered.code)
