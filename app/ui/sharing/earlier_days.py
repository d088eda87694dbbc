"""Days of which this PC no longer keeps other counters' visits: fetched from the shared side when somebody looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.actors import Action, Actor
from app.domain.sharing import SyncState
from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Notice

_SLOW_MS = 400
"""What is here already is known after a moment: until then nothing is said."""


@dataclass(frozen=True)
class Elsewhere:
    """`fetching`: days still on their way; `missing`: days that could not be fetched, and the sentence why."""

    fetching: int = 0
    missing: int = 0
    sentence: str = ""

    def __bool__(self) -> bool:
        return bool(self.fetching or self.missing)


class EarlierDays(QObject):
    """Fetches one day after the other, so that exchanges find room in between; tries again when the network is back."""

    changed = Signal(object)
    """An `Elsewhere`."""
    fetched = Signal()
    """Something that was not here is here now."""

    def __init__(self, session: Session, parent: QObject, *, counts: bool = False) -> None:
        """`counts`: only what figures need, which is nothing for a day whose counts are kept here."""
        super().__init__(parent)
        self._session = session
        self._counts = counts
        self.elsewhere = Elsewhere()
        self._wanted: list[date] = []
        self._turn = 0
        self._under_way = False
        self._got_any = False
        session.syncing.state_changed.connect(self._on_state)

    def want(self, first: date, last: date, today: date) -> None:
        """Somebody looks at these days. Those kept here need nothing."""
        kept_from = today - timedelta(days=self._session.signed_in.office.hold_days)
        end = min(last, kept_from - timedelta(days=1))
        self._wanted = []
        if self._session.syncing.state.attached and self._session.actor.may(Action.SEE_VISITS):
            self._wanted = [first + timedelta(days=n) for n in range((end - first).days + 1)]
        self._turn += 1
        self._under_way = False
        self._got_any = False
        self.again()

    def again(self) -> None:
        """Try what is missing once more."""
        if self._wanted and not self._under_way:
            self._under_way = True
            self._say(Elsewhere(fetching=len(self._wanted)))
            work = partial(_fetch, self._session.parts, self._session.actor, self._wanted[0], counts=self._counts)
            done, failed = partial(self._on_fetched, self._turn), partial(self._on_failed, self._turn)
            self._session.runner.run(Lane.SYNC, self, work, done, failed)
        elif not self._wanted:
            self._say(Elsewhere())

    def _on_fetched(self, turn: int, came: bool) -> None:
        if turn != self._turn:
            return
        self._under_way = False
        self._got_any = self._got_any or came
        self._wanted = self._wanted[1:]
        self.again()
        if not self._wanted and self._got_any:
            self._got_any = False
            self.fetched.emit()

    def _on_failed(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self._under_way = False
            self._say(Elsewhere(missing=len(self._wanted), sentence=sentence_for(error)))
            if self._got_any:
                self._got_any = False
                self.fetched.emit()

    def _on_state(self, state: SyncState) -> None:
        if self.elsewhere.missing and state.failing_since is None:
            self.again()

    def _say(self, elsewhere: Elsewhere) -> None:
        if elsewhere != self.elsewhere:
            self.elsewhere = elsewhere
            self.changed.emit(elsewhere)


def _fetch(parts: DeskParts, actor: Actor, day: date, *, counts: bool) -> bool:
    return parts.sharing.fetch_days(actor, day, day) > 0 if counts else parts.sharing.fetch_day(actor, day)


class EarlierDaysBar(Notice):
    """Says that days are on their way, or that they cannot be had now; hidden when everything is here."""

    def __init__(self, days: EarlierDays) -> None:
        super().__init__(Tone.WARNING, "cloud-off")
        self.again = Button(self.tr("다시 시도"), "secondary", "refresh-cw")
        self.row.addWidget(self.again)
        self.again.clicked.connect(days.again)
        self._days = days
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._on_slow)
        days.changed.connect(self._on_changed)

    def _on_changed(self, elsewhere: Elsewhere) -> None:
        if elsewhere.fetching and self.isHidden():
            if not self._slow.isActive():
                self._slow.start()
            return
        self._show(elsewhere)

    def _on_slow(self) -> None:
        self._show(self._days.elsewhere)

    def _show(self, elsewhere: Elsewhere) -> None:
        self._slow.stop()
        self.again.setVisible(not elsewhere.fetching)
        if elsewhere.fetching:
            words = self.tr("다른 창구 기록은 공유 서버에 있습니다. 받는 중… (남은 날 {count}일)")
            self.say(words.format(count=elsewhere.fetching))
        elif elsewhere.missing == 1:
            self.say(elsewhere.sentence)
        elif elsewhere.missing:
            words = self.tr("아직 받지 못한 날이 {count}일 있어 그날은 이 PC의 기록만 보입니다. {why}")
            self.say(words.format(count=elsewhere.missing, why=elsewhere.sentence))
        else:
            self.say("")
