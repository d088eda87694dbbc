"""Choosing the period: its length, and forwards and backwards through the calendar."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtCore import QDate, QLocale, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QDateEdit, QHBoxLayout, QWidget

from app.domain.periods import Period, Span
from app.ui.daily_sheet import figure_words
from app.ui.shared.widgets import Button, ElidedText

SPANS = (Span.DAY, Span.WEEK, Span.MONTH)


class PeriodPicker(QWidget):
    """Chips for day, week and month, arrows, a date, and the way back to today."""

    span_chosen = Signal(object)
    day_chosen = Signal(object)
    stepped = Signal(int)
    today_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.spans = QButtonGroup(self)
        for number, name in enumerate((self.tr("일"), self.tr("주"), self.tr("월"))):
            chip = Button(name, "chip")
            chip.setCheckable(True)
            chip.setChecked(number == 0)
            self.spans.addButton(chip, number)
            row.addWidget(chip)
        row.addSpacing(6)
        self.before = Button("", "quiet", "chevron-left", self.tr("앞 기간"))
        self.after = Button("", "quiet", "chevron-right", self.tr("다음 기간"))
        for button in (self.before, self.after):
            button.setIconSize(QSize(20, 20))
        self.date = QDateEdit()
        self.date.setLocale(QLocale())
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat(self.tr("yyyy년 M월 d일 (ddd)"))
        self.date.setAccessibleName(self.tr("날짜"))
        self.date.setKeyboardTracking(False)
        self.date.setMinimumWidth(190)
        self.today = Button(self.tr("오늘로"), "quiet")
        self.name = ElidedText("", "strong")
        for widget in (self.before, self.date, self.after, self.today):
            row.addWidget(widget)
        row.addWidget(self.name, 1)
        # What is not needed takes no room: with large letters and long words the row is full.
        self.name.hide()
        self.today.hide()
        self.date.setDate(QDate.currentDate())
        self.spans.idClicked.connect(self._on_span)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.today.clicked.connect(self.today_wanted)
        self.date.dateChanged.connect(self._on_date)

    def show_period(self, period: Period, today: date | None, newest: bool) -> None:
        """What is chosen now; nothing is emitted."""
        self.spans.button(SPANS.index(period.span)).setChecked(True)
        self.date.blockSignals(True)
        if today is not None:
            self.date.setMaximumDate(QDate(today.year, today.month, today.day))
        self.date.setDate(QDate(period.first.year, period.first.month, period.first.day))
        self.date.blockSignals(False)
        self.after.setEnabled(not newest)
        self.today.setVisible(not newest)
        self.name.setVisible(period.span is not Span.DAY)
        self.name.say("" if period.span is Span.DAY else figure_words.period_name(period))

    def edit_date(self) -> None:
        """Type a date."""
        self.date.setFocus()
        self.date.setSelectedSection(QDateEdit.Section.DaySection)

    def _on_span(self, number: int) -> None:
        self.span_chosen.emit(SPANS[number])

    def _on_before(self) -> None:
        self.stepped.emit(-1)

    def _on_after(self) -> None:
        self.stepped.emit(1)

    def _on_date(self, chosen: QDate) -> None:
        self.day_chosen.emit(cast(date, chosen.toPython()))
