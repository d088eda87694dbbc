"""The dialog in which the audit officer makes the passphrase."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.actors import Actor
from app.domain.people import PASSPHRASE_MINIMUM
from app.ui.audit_key.presenter import AuditKeyPresenter
from app.ui.parts import DeskParts
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.task_runner import TaskRunner
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Notice, Text, row

_WIDTH = 580


class AuditKeyDialog(FittedDialog):
    """Twice the same passphrase, and what it means to lose it."""

    def __init__(self, parts: DeskParts, runner: TaskRunner, actor: Actor, parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        self.presenter = AuditKeyPresenter(parts, runner, actor, self)
        title = self.tr("감사 열쇠 만들기")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.first = QLineEdit()
        self.second = QLineEdit()
        self.notice = Notice(Tone.DANGER, "circle-alert")
        warning = Notice(Tone.WARNING, "triangle-alert")
        self.make = Button(self.tr("열쇠 만들기   Enter"), "primary", "key-round", self.tr("열쇠 만들기"))
        self.later = Button(self.tr("나중에   Esc"), "secondary", name=self.tr("나중에"))
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(12)
        column.addWidget(Text(title, "title"))
        column.addWidget(
            Text(
                self.tr(
                    "금품·청탁에 관한 시민의 답은 이 열쇠로 봉인되어, 열쇠 암호를 아는 사람만 읽을 수 있습니다. "
                    "열쇠를 만들기 전에는 그 질문을 묻지 않습니다."
                ),
                "body",
                wrap=True,
            )
        )
        warning.say(
            self.tr(
                "암호를 잃어버리면 봉인된 답을 영영 읽을 수 없습니다. "
                "관리자도 되살릴 수 없으니 안전한 곳에 따로 보관하세요."
            )
        )
        column.addWidget(warning)
        rule = self.tr("{minimum}자 이상, 로그인 비밀번호와 다르게").format(minimum=PASSPHRASE_MINIMUM)
        for field, label in ((self.first, self.tr("열쇠 암호")), (self.second, self.tr("열쇠 암호 한 번 더"))):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(label)
            field.setAccessibleDescription(rule)
            column.addWidget(Text(label, "strong"))
            column.addWidget(field)
        column.addWidget(Text(rule, "small", Tone.QUIET))
        column.addWidget(self.notice)
        column.addSpacing(4)
        column.addLayout(row(1, self.later, self.make))
        self.make.setDefault(True)
        self.make.clicked.connect(self._on_make)
        self.later.clicked.connect(self.reject)
        self.presenter.refused.connect(self._on_refused)
        self.presenter.busy_changed.connect(self._on_busy)
        self.presenter.made.connect(self.accept)
        self.finished.connect(self._forget)
        self.first.setFocus()

    def _on_make(self) -> None:
        if self.first.hasFocus() and self.first.text() and not self.second.text():
            self.second.setFocus()
            return
        self.presenter.submit(self.first.text(), self.second.text())

    def _on_refused(self, sentence: str) -> None:
        self.notice.say(sentence)
        self.second.clear()
        self.first.setFocus()
        self.first.selectAll()

    def _on_busy(self, busy: bool) -> None:
        for widget in (self.make, self.first, self.second):
            widget.setEnabled(not busy)

    def _forget(self) -> None:
        self.first.clear()
        self.second.clear()
