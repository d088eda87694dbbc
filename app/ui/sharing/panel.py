"""What a click on the indicator tells: since when, why, what waits, and that nothing is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.actors import Action
from app.domain.sharing import Relabelled, SyncState
from app.domain.sharing_errors import HomeRemoved
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.session import Session
from app.ui.shared.sharing_messages import place
from app.ui.shared.task_runner import Lane
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, IconLabel, Text, row
from app.ui.sharing import words
from app.ui.sharing.conflicts_dialog import ConflictsDialog
from app.ui.sharing.relabelled_dialog import RelabelledDialog

_WIDTH = 600


class SyncPanel(FittedDialog):
    """Follows the state while it is open."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        self._session = session
        self.setWindowTitle(self.tr("공유 상태"))
        self.setAccessibleName(self.tr("공유 상태"))
        self.icon = IconLabel("cloud-check", Tone.SUCCESS, 28)
        self.heading = Text("", "heading", wrap=True)
        self.why = Text("", "body", wrap=True)
        self.lines: dict[str, Text] = {}
        self.safe = Text("", "small", Tone.QUIET, wrap=True)
        self.tried = Text("", "small", Tone.QUIET, wrap=True)
        self.tried.hide()
        self._asked = False
        self.again = Button(self.tr("지금 다시 시도"), "secondary", "refresh-cw")
        self.settle = Button(self.tr("두 값 정하기"), "secondary", "triangle-alert")
        self.numbers = Button(self.tr("번호가 바뀐 접수"), "secondary")
        self.close_button = Button(self.tr("닫기  Esc"), "primary", name=self.tr("닫기"))
        self._relabelled: tuple[Relabelled, ...] = ()
        self.conflicts: ConflictsDialog | None = None
        self.moved: RelabelledDialog | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        head = row(self.icon, self.heading, spacing=14)
        head.setStretch(1, 1)
        column.addLayout(head)
        column.addWidget(self.why)
        column.addLayout(self._grid())
        column.addWidget(self.safe)
        column.addWidget(self.tried)
        column.addLayout(row(self.again, self.settle, self.numbers, 1, self.close_button))
        for button in (self.again, self.settle, self.numbers):
            button.setAutoDefault(False)
        self.numbers.hide()
        self.again.clicked.connect(self.try_again)
        self.settle.clicked.connect(self.open_conflicts)
        self.numbers.clicked.connect(self.open_relabelled)
        self.close_button.clicked.connect(self.accept)
        session.syncing.state_changed.connect(self._show)
        session.syncing.looked.connect(self._on_looked)
        self.close_button.setFocus()
        self._show(session.syncing.state)
        work = partial(session.parts.sharing.relabelled, session.actor)
        session.runner.run(Lane.DESK, self, work, self._on_relabelled)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        names = (
            ("address", self.tr("공유하는 곳")),
            ("last", self.tr("마지막으로 주고받은 때")),
            ("unsent", self.tr("보내지 않은 기록")),
            ("refused", self.tr("받지 않은 기록")),
            ("conflicts", self.tr("값이 둘인 항목")),
            ("clock", self.tr("이 PC의 시계")),
            ("key", self.tr("접수증의 QR")),
        )
        for line, (name, title) in enumerate(names):
            said = Text("", "body", wrap=True)
            label = Text(title, "body", Tone.QUIET)
            said.setAccessibleName(title)
            self.lines[name], self.lines[f"{name} title"] = said, label
            grid.addWidget(label, line, 0)
            grid.addWidget(said, line, 1)
        return grid

    def try_again(self) -> None:
        """Exchange at once, and tell how that went: the same words as before would look like nothing happened."""
        self._asked = True
        self._say_tried(self.tr("다시 시도하는 중…"))
        self._session.syncing.exchange_now()

    def open_conflicts(self) -> None:
        """The fields that have two values, to be settled one by one."""
        self.conflicts = ConflictsDialog(self._session, self)
        # What was taken is another counter's: the screen behind shows it as it does all that arrives.
        self.conflicts.settled.connect(self._session.syncing.arrived)
        self.conflicts.open()

    def open_relabelled(self) -> None:
        """Which visits got which other number."""
        self.moved = RelabelledDialog(self._relabelled, "", self.tr("닫기"), self)
        self.moved.open()

    def _show(self, state: SyncState) -> None:
        zone = self._session.zone
        today = datetime.now(UTC).astimezone(zone).date()
        said = words.standing(state, self._session.syncing.waiting, zone, today)
        self.icon.show_icon(said.icon, said.tone)
        self.heading.say(said.text)
        why = words.reason(state) if state.failing_since is not None else ""
        self.why.say(why)
        self.why.setVisible(bool(why))
        never = self.tr("아직 없음")
        self._line("address", place(state.address))
        self._line("last", words.moment(state.last_exchange, zone, today) if state.last_exchange else never)
        unsent = self.tr("{count}건 (변경 {changes}개)").format(count=state.unsent_records, changes=state.unsent)
        self._line("unsent", unsent if state.unsent else self.tr("없음"))
        self._line("refused", self._refused(state), Tone.DANGER, shown=state.refused > 0)
        conflicts = self.tr("{count}건. 한 번 눌러 정합니다.").format(count=state.conflicts)
        self._line("conflicts", conflicts if state.conflicts else self.tr("없음"))
        wrong = words.clock_differs(state)
        clock = words.clock(state.clock)
        if wrong:
            clock = self.tr("공유 서버보다 {length}. 관리자에게 맞춰 달라고 하세요.").format(length=clock)
        self._line("clock", clock, Tone.WARNING if wrong else Tone.PLAIN)
        removed = state.trouble == HomeRemoved.__name__
        key = self.tr("공유 쪽이 이 창구의 열쇠를 받을 때까지 찍지 않습니다.")
        self._line("key", key, Tone.WARNING, shown=not state.key_accepted and not removed)
        self.safe.say(self._safe(removed))
        self.again.setVisible(not removed)
        may = self._session.actor.may(Action.SETTLE_CONFLICTS)
        self.settle.setText(self.tr("두 값 정하기 ({count})").format(count=state.conflicts))
        self.settle.setVisible(state.conflicts > 0 and may)
        self.again.setEnabled(not self._session.syncing.trying or not self._session.syncing.waiting)

    def _safe(self, removed: bool) -> str:
        if removed:
            return self.tr(
                "접수와 출력은 이 PC에서 그대로 됩니다. 보내지 않은 기록은 이 PC에만 있고 다른 창구로 가지 않으니, "
                "이 PC를 지우지 말고 관리자에게 알려 주세요."
            )
        return self.tr(
            "끊겨 있어도 접수, 출력, 현황은 모두 그대로 됩니다. 보내지 않은 기록은 이 PC에 있고 다시 연결되면 "
            "저절로 보냅니다. 잃는 것은 없습니다."
        )

    def _on_looked(self) -> None:
        syncing = self._session.syncing
        if not self._asked or syncing.trying:
            return
        self._asked = False
        if syncing.state.failing_since is None:
            self._say_tried("")
            return
        at = datetime.now(UTC).astimezone(self._session.zone)
        words = self.tr("{at}에 다시 시도했지만 아직 연결되지 않았습니다. 저절로 계속 시도합니다.")
        self._say_tried(words.format(at=f"{at:%H:%M:%S}"))

    def _say_tried(self, words: str) -> None:
        self.tried.say(words)
        self.tried.setVisible(bool(words))

    def _refused(self, state: SyncState) -> str:
        return self.tr("{count}건. 이 PC에는 그대로 있습니다. 관리자에게 알려 주세요.").format(count=state.refused)

    def _line(self, name: str, text: str, tone: Tone = Tone.PLAIN, *, shown: bool = True) -> None:
        self.lines[name].say(text, tone)
        for part in (self.lines[name], self.lines[f"{name} title"]):
            part.setVisible(shown)

    def _on_relabelled(self, relabelled: tuple[Relabelled, ...]) -> None:
        self._relabelled = relabelled
        self.numbers.setVisible(bool(relabelled))
