"""The counter screen: a new visit on the left, the day on the right, and the keys that belong to both."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.clocks import OfficeNow
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Notice, shortcut
from app.ui.today.view import TodayView
from app.ui.visit_entry.view import VisitEntryView


class CounterView(QWidget):
    """What a clerk sees all day."""

    clock_changed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.clock = Notice(Tone.WARNING, "clock")
        self.entry = VisitEntryView(session)
        self.today = TodayView(session)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(self._entry_area(), 45)
        columns.addWidget(self.today, 55)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.clock)
        column.addLayout(columns, 1)
        self.entry.presenter.visit_changed.connect(self.today.presenter.put)
        self.today.presenter.visits_changed.connect(self.entry.presenter.follow)
        self.today.presenter.clock_changed.connect(self._on_clock)
        shortcut(self, "Ctrl+F", self.today.start_search)
        shortcut(self, "Ctrl+R", self.today.print_again)
        shortcut(self, "Ctrl+Z", self.entry.presenter.undo)
        shortcut(self, "F8", self.entry.presenter.finish)
        shortcut(self.today.table, "Esc", self.enter)
        self.setFocusProxy(self.entry)

    def _entry_area(self) -> QScrollArea:
        """The form scrolls when large text and a warning leave it too little room."""
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(500)
        area.setMaximumWidth(640)
        area.setWidget(self.entry)
        area.viewport().setAutoFillBackground(False)
        self.entry.setAutoFillBackground(False)
        return area

    def enter(self) -> None:
        """The screen comes to the front: the cursor goes where the next visit starts."""
        self.entry.service.setFocus()
        self.today.presenter.reload()

    def leave(self) -> None:
        """Another screen comes to the front: what was typed stays."""

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
