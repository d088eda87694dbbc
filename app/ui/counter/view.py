"""The counter screen: a new visit on the left, the day on the right, and the keys that belong to both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.cases import CaseKind, NewCase
from app.domain.clocks import OfficeNow
from app.domain.visits import VisitRecord
from app.ui.correction.view import CorrectionDialog
from app.ui.counter.queue_line import QueueLine
from app.ui.late_entry.presenter import LateEntryPresenter
from app.ui.late_entry.view import LateEntryDialog
from app.ui.reception.hand_over import HandOverDialog
from app.ui.reception.waiting import Waiting, WaitingPresenter
from app.ui.shared.places import ScreenName
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone
from app.ui.shared.unfinished import Unfinished
from app.ui.shared.widgets import Notice, shortcut
from app.ui.today.view import TodayView
from app.ui.visit_entry.area import EntryArea
from app.ui.visit_entry.view import VisitEntryView


class CounterView(QWidget):
    """What a clerk sees all day."""

    clock_changed = Signal(object)
    screen_wanted = Signal(object, object)
    """A `ScreenName`, and what to begin there."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.clock = Notice(Tone.WARNING, "clock")
        self.said = Notice(Tone.SUCCESS, "circle-check")
        self.entry = VisitEntryView(session)
        self.today = TodayView(session)
        self.waiting = WaitingPresenter(session, self)
        self.queue = QueueLine(self.waiting)
        self.hand_over: HandOverDialog | None = None
        self.correction: CorrectionDialog | None = None
        self.late_lines = LateEntryPresenter(session, self)
        self.late_entry: LateEntryDialog | None = None
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(EntryArea(self.entry), 43)
        columns.addWidget(self.today, 57)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.queue)
        column.addWidget(self.clock)
        column.addWidget(self.said)
        column.addLayout(columns, 1)
        self._connect()
        self.setFocusProxy(self.entry)

    def _connect(self) -> None:
        entry, today = self.entry.presenter, self.today.presenter
        entry.visit_changed.connect(today.put)
        self.entry.hand_over_wanted.connect(self._on_hand_over_served)
        today.visits_changed.connect(entry.follow)
        today.clock_changed.connect(self._on_clock)
        self.waiting.visit_changed.connect(today.put)
        self.waiting.changed.connect(self._on_waiting)
        self.queue.advance_pressed.connect(self._on_advance)
        self.queue.leave_pressed.connect(self._on_gone)
        self.queue.hand_over_pressed.connect(self._on_hand_over_called)
        self.late_lines.visit_changed.connect(today.put)
        self.late_lines.unsaved_changed.connect(self._on_late_unsaved)
        self.today.correction_wanted.connect(self._on_correction)
        self._session.syncing.arrived.connect(self._on_arrived)
        for keys, act in (
            ("F5", self._on_advance),
            ("Ctrl+G", self._on_gone),
            ("Ctrl+H", self._on_hand_over),
            ("F8", entry.finish),
            ("Ctrl+Z", entry.undo),
            ("Ctrl+F", self.today.start_search),
            ("Ctrl+R", self.today.print_again),
            ("Ctrl+J", self.today.correct),
            ("Ctrl+N", self._on_late_entry),
            ("Ctrl+M", self._on_case),
            ("Ctrl+D", self.today.head.start_typing),
            ("Alt+Home", self.today.open_today),
        ):
            shortcut(self, keys, act)
        shortcut(self, "Alt+Left", self.today.day_before, held=True)
        shortcut(self, "Alt+Right", self.today.day_after, held=True)
        for widget in (self.today.table, self.today.head.date):
            shortcut(widget, "Esc", self._start_over)

    def enter(self) -> None:
        """The screen comes to the front: the cursor goes where the next visit starts."""
        self._start_over()
        self.entry.presenter.look_for_services()

    def _start_over(self) -> None:
        self.entry.service.setFocus()
        self.today.presenter.be_seen(True)
        self.waiting.be_seen(True)

    def leave(self) -> None:
        """Another screen comes to the front: what was typed stays, and nothing is asked behind it."""
        self.said.say("")
        self.today.presenter.be_seen(False)
        self.waiting.be_seen(False)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate and self.waiting.seen:
            self.today.presenter.reload()
            self.waiting.reload()
        return super().event(event)

    def _on_arrived(self) -> None:
        """Other counters did something: whoever looks sees it at once."""
        if self.waiting.seen:
            self.today.presenter.reload()
            self.waiting.reload()
            self.entry.presenter.look_for_services()

    def _on_advance(self) -> None:
        self.waiting.advance(self.today.pointed_at())

    def _on_gone(self) -> None:
        pointed = self.today.pointed_at()
        self.waiting.leave(pointed if pointed is not None and pointed.is_open else None)

    def _on_hand_over(self) -> None:
        pointed = self.today.pointed_at()
        visit = pointed if pointed is not None and pointed.is_open else None
        self._open_hand_over(visit or self.waiting.state.called or self.entry.presenter.serving)

    def _on_hand_over_called(self) -> None:
        self._open_hand_over(self.waiting.state.called)

    def _on_hand_over_served(self) -> None:
        self._open_hand_over(self.entry.presenter.serving)

    def _on_waiting(self, state: Waiting) -> None:
        # The key goes to whoever was called, before whoever is served: only one of the two buttons names it.
        self.entry.result.show_hand_over_key(state.called is None)

    def _open_hand_over(self, visit: VisitRecord | None) -> None:
        if visit is None:
            return
        self.hand_over = HandOverDialog(self._session, visit, self)
        self.hand_over.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.hand_over.handed.connect(self._on_changed)
        self.hand_over.open()

    def _on_correction(self, visit: VisitRecord) -> None:
        services = self.entry.presenter.picker.services
        self.correction = CorrectionDialog(self._session, visit, services, self)
        self.correction.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.correction.corrected.connect(self._on_changed)
        self.correction.open()

    def begin(self, about: object) -> None:
        """Somebody comes back from another screen with something to say: the case that began here is received."""
        if isinstance(about, str):
            self.said.say(about)

    def _on_case(self) -> None:
        """A case about the visit that is pointed at, that is served, or that was registered last."""
        last = self.entry.presenter.last
        visit = self.today.pointed_at() or self.entry.presenter.serving or (last.visit if last is not None else None)
        self.screen_wanted.emit(ScreenName.CASEWORK, visit or NewCase(CaseKind.OTHER, ""))

    def _on_late_entry(self) -> None:
        self.late_lines.offer(self.entry.presenter.picker.services)
        today = self.today.presenter.today
        self.late_entry = LateEntryDialog(self.late_lines, today, self._session.zone, self)
        self.late_entry.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.late_entry.finished.connect(self._on_late_entry_closed)
        self.late_entry.open()

    def _on_late_unsaved(self) -> None:
        """A line that could not be saved is not left behind a closed dialog."""
        if self.late_entry is None and self.late_lines.unsaved:
            self._on_late_entry()

    def _on_late_entry_closed(self) -> None:
        self.late_entry = None

    def _on_changed(self, visit: VisitRecord) -> None:
        self.today.presenter.put(visit)
        self.waiting.put(visit)

    def unfinished(self) -> Unfinished:
        """What is begun in the form, and what could not be saved."""
        late = Unfinished(len(self.late_lines.unsaved), self.late_entry is not None and self.late_entry.begun())
        return self.entry.unfinished() + late

    def _on_clock(self, now: OfficeNow) -> None:
        self.clock_changed.emit(now)
        if not now.clock_is_wrong:
            self.clock.say("")
            return
        self.clock.say(
            self.tr(
                "이 PC의 시계가 마지막 기록보다 {length} 늦습니다. "
                "접수는 {day} 날짜로 번호를 이어서 계속됩니다. 관리자에게 PC 시계를 맞춰 달라고 하세요."
            ).format(length=self._length(now), day=now.day.isoformat())
        )

    def _length(self, now: OfficeNow) -> str:
        days, rest = divmod(int(now.behind.total_seconds()), 86_400)
        if days:
            return self.tr("{count}일").format(count=days)
        if rest >= 3600:
            return self.tr("{count}시간").format(count=rest // 3600)
        return self.tr("{count}분").format(count=rest // 60)
