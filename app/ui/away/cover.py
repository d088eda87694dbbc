"""The calm page over a desk whose owner is away: nothing of any visit stands on it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.actors import Actor
from app.domain.presence import Presence
from app.ui.away.curtain import COVERS
from app.ui.parts import DeskParts
from app.ui.shared.settings_store import SettingsStore
from app.ui.shared.task_runner import Lane, TaskRunner
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, IconLabel, Notice, Text, row, shortcut
from app.ui.sign_in.password_dialogs import FirstPasswordDialog
from app.ui.sign_in.presenter import SignInPresenter

_RETURN_OF = {Presence.AWAY: Presence.BACK, Presence.LOCKED: Presence.UNLOCKED}


class CoverView(QWidget):
    """Who is away since when, and a field for the password. `presence` is AWAY or LOCKED."""

    returned = Signal(object)
    """A `SignedIn`: the password was right."""
    change_pressed = Signal()

    def __init__(
        self,
        parts: DeskParts,
        runner: TaskRunner,
        store: SettingsStore,
        actor: Actor,
        zone: ZoneInfo,
        presence: Presence,
    ) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty(COVERS, True)
        self._parts = parts
        self._runner = runner
        self.dialog: FirstPasswordDialog | None = None
        self._actor = actor
        self._zone = zone
        self._presence = presence
        self.presenter = SignInPresenter(parts, runner, store, self)
        self.words = Text("", "title", wrap=True)
        self.password = QLineEdit()
        self.notice = Notice(Tone.DANGER, "circle-alert")
        self.enter = Button(self.tr("돌아왔습니다   Enter"), "primary", name=self.tr("돌아왔습니다"))
        self.change = Button(self.tr("다른 직원이 쓰기   F10"), "quiet", "users", self.tr("다른 직원이 쓰기"))
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(row(1, self._card(), 1))
        outer.addStretch(3)
        self._show(None)
        self.password.returnPressed.connect(self._on_enter)
        self.enter.clicked.connect(self._on_enter)
        self.change.clicked.connect(self.change_pressed)
        self.presenter.refused.connect(self._on_refused)
        self.presenter.busy_changed.connect(self._on_busy)
        self.presenter.must_choose.connect(self._on_must_choose)
        self.presenter.signed_in.connect(self.returned)
        shortcut(self, "F10", self.change_pressed.emit)
        self.setFocusProxy(self.password)
        # The office's own clock tells since when. The page stands before the answer comes, and stays when none comes.
        runner.run(Lane.DESK, self, partial(parts.accounts.note, actor, presence), self._show)

    def _card(self) -> Card:
        card = Card(margins=(36, 32, 36, 28))
        card.setFixedWidth(520)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("비밀번호"))
        label = Text(self.tr("비밀번호"), "strong")
        label.setBuddy(self.password)
        self.enter.setProperty("scale", "big")
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        kept = Text(self.tr("하던 일은 그대로 있습니다. 접수증 출력도 계속됩니다."), "body", Tone.QUIET, wrap=True)
        kept.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        card.column.addWidget(IconLabel(self._icon(), Tone.PRIMARY, 44), 0, Qt.AlignmentFlag.AlignHCenter)
        card.column.addWidget(self.words)
        card.column.addWidget(kept)
        card.column.addSpacing(8)
        for widget in (label, self.password, self.notice, self.enter):
            card.column.addWidget(widget)
        card.column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignHCenter)
        return card

    def _icon(self) -> str:
        return "coffee" if self._presence is Presence.AWAY else "lock"

    def _show(self, since: datetime | None) -> None:
        what = self.tr("자리 비움") if self._presence is Presence.AWAY else self.tr("화면 잠김")
        if since is None:
            said = f"{what} · {self._actor.name}"
        else:
            said = self.tr("{what} · {name} · {time}부터").format(
                what=what, name=self._actor.name, time=f"{since.astimezone(self._zone):%H:%M}"
            )
        self.words.say(said)
        self.setAccessibleName(said)

    def _on_enter(self) -> None:
        if not self.password.text():
            self._on_refused(self.tr("비밀번호를 입력해 주세요."))
            return
        self.presenter.submit(self._actor.login, self.password.text(), _RETURN_OF[self._presence])

    def _on_must_choose(self, login: str, temporary: str) -> None:
        self.password.clear()
        self.notice.say("")
        self.dialog = FirstPasswordDialog(self._parts, self._runner, login, temporary, self)
        self.dialog.chosen.connect(self._on_chosen)
        self.dialog.open()

    def _on_chosen(self, login: str, password: str) -> None:
        self.presenter.submit(login, password, _RETURN_OF[self._presence])

    def _on_refused(self, sentence: str) -> None:
        self.notice.say(sentence)
        self.password.selectAll()
        self.password.setFocus()

    def _on_busy(self, busy: bool) -> None:
        self.enter.setEnabled(not busy)
        self.enter.setText(self.tr("확인하는 중…") if busy else self.tr("돌아왔습니다   Enter"))
        if busy:
            self.notice.say("")
