"""Above the day's list: which day it is, the way to the days before, and the person's own numbers of today."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, QLocale, QSize, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from app.domain.visits import OwnDay
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, ElidedText, Text


class DayHead(QWidget):
    """A title, a date with ‹ and ›, and one quiet line."""

    day_chosen = Signal(object)
    stepped = Signal(int)
    today_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._own = ""
        self._earlier = False
        self.title = Text(self.tr("오늘"), "title")
        self.title.setMinimumHeight(38)
        self.before = Button("", "quiet", "chevron-left", self.tr("전날"))
        self.after = Button("", "quiet", "chevron-right", self.tr("다음 날"))
        self.before.setToolTip("Alt+←")
        self.after.setToolTip("Alt+→")
        self.date = QDateEdit()
        self.today = Button(self.tr("오늘로"), "quiet")
        self.today.setToolTip("Alt+Home")
        self.line = ElidedText("", "small", Tone.QUIET)
        for button in (self.before, self.after):
            button.setIconSize(QSize(20, 20))
        self.date.setLocale(QLocale())
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat(self.tr("M월 d일 (ddd)"))
        self.date.setAccessibleName(self.tr("목록의 날짜"))
        self.date.setToolTip("Ctrl+D")
        self.date.setKeyboardTracking(False)
        self.date.setMinimumWidth(142)
        parts = QHBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(4)
        parts.addWidget(self.title)
        parts.addSpacing(8)
        for widget in (self.before, self.date, self.after, self.today):
            parts.addWidget(widget)
        parts.addSpacing(8)
        parts.addWidget(self.line, 1)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.today.clicked.connect(self.today_wanted)
        self.date.dateChanged.connect(self._on_date)

    def show_day(self, day: date, today: date) -> None:
        """Say which day the list shows."""
        earlier = day != today
        self.title.say(self.tr("지난 목록") if earlier else self.tr("오늘"))
        self.today.setVisible(earlier)
        self._show_line(earlier)
        self.after.setEnabled(earlier)
        self.date.blockSignals(True)
        self.date.setMaximumDate(QDate(today.year, today.month, today.day))
        self.date.setDate(QDate(day.year, day.month, day.day))
        self.date.blockSignals(False)

    def show_own(self, own: OwnDay) -> None:
        """The person's own numbers of today."""
        self._own = self.tr("내 접수 {registered} · 처리 {served} · 접수증 {slips} · 원하지 않음 {withheld}").format(
            registered=own.registered, served=own.served, slips=own.slips, withheld=own.withheld
        )
        self._show_line(self._earlier)

    def _show_line(self, earlier: bool) -> None:
        self._earlier = earlier
        self.line.say(self.tr("지난 날은 정정과 접수증 출력만 합니다") if earlier else self._own)

    def start_typing(self) -> None:
        """Put the cursor into the date."""
        self.date.setFocus()
        self.date.setSelectedSection(QDateEdit.Section.DaySection)

    def _on_before(self) -> None:
        self.stepped.emit(-1)

    def _on_after(self) -> None:
        self.stepped.emit(1)

    def _on_date(self, chosen: QDate) -> None:
        self.day_chosen.emit(cast(date, chosen.toPython()))
