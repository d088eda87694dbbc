"""One day of the office on one screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import cast

from PySide6.QtCore import QDate, QLocale, QSize, Qt
from PySide6.QtWidgets import (
    QDateEdit,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.day_figures import DayFigures
from app.domain.languages import Language
from app.ui.daily_sheet.count_tables import CountTables
from app.ui.daily_sheet.figure_cards import Headlines, ItemScores, Times, Troubles
from app.ui.daily_sheet.presenter import DailySheetPresenter
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, EmptyState, Notice, Text, shortcut


class DailySheetView(QWidget):
    """Day picker, headlines, scores, tables; one key prints."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.presenter = DailySheetPresenter(session, self)
        language = Language(session.store.settings.language.value)
        self.date = QDateEdit()
        self.headlines = Headlines()
        self.scores = ItemScores(language)
        self.troubles = Troubles(language)
        self.times = Times()
        self.tables = CountTables()
        self.good = Notice(Tone.SUCCESS, "circle-check")
        self.bad = Notice(Tone.DANGER, "circle-alert")
        self.provisional = Text("", "small", Tone.QUIET, wrap=True)
        self.waiting = EmptyState("hourglass", "", "")
        self.pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self.good)
        column.addWidget(self.bad)
        self.pages.addWidget(self.waiting)
        self.pages.addWidget(self._body())
        column.addWidget(self.pages, 1)
        self._connect()
        self.setFocusProxy(self.print_button)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        title = Text(self.tr("일일 현황"), "title")
        title.setMinimumHeight(38)
        self.before = Button("", "quiet", "chevron-left", self.tr("전날"))
        self.after = Button("", "quiet", "chevron-right", self.tr("다음 날"))
        self.today = Button(self.tr("오늘로"), "quiet")
        for button in (self.before, self.after):
            button.setIconSize(QSize(20, 20))
        self.date.setLocale(QLocale())
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat(self.tr("yyyy년 M월 d일 (ddd)"))
        self.date.setAccessibleName(self.tr("날짜"))
        self.date.setKeyboardTracking(False)
        self.date.setMinimumWidth(190)
        self.print_button = Button(self.tr("현황 인쇄  Ctrl+P"), "primary", "printer", self.tr("현황 인쇄"))
        self.save_button = Button(self.tr("PDF 저장  Ctrl+S"), "secondary", "download", self.tr("PDF 저장"))
        head.addWidget(title)
        head.addSpacing(16)
        for widget in (self.before, self.date, self.after, self.today):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.save_button)
        head.addWidget(self.print_button)
        return head

    def _body(self) -> QScrollArea:
        inner = QWidget()
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.scores)
        left.addWidget(self.troubles)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.tables, 1)
        right.addWidget(self.times)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addLayout(left, 6)  # the questions are long
        columns.addLayout(right, 5)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.headlines)
        column.addLayout(columns, 1)
        column.addWidget(self.provisional)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        return area

    def _connect(self) -> None:
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.today.clicked.connect(self.presenter.show_today)
        self.date.dateChanged.connect(self._on_date)
        self.print_button.clicked.connect(self.presenter.print_sheet)
        self.save_button.clicked.connect(self.ask_where_to_save)
        self.presenter.loading.connect(self._on_loading)
        self.presenter.loaded.connect(self._on_loaded)
        self.presenter.failed.connect(self._on_failed)
        self.presenter.said.connect(self._on_said)
        shortcut(self, "Left", self._on_before)
        shortcut(self, "Right", self._on_after)
        shortcut(self, "Ctrl+D", self._on_date_wanted)
        shortcut(self, "Ctrl+P", self.presenter.print_sheet)
        shortcut(self, "Ctrl+S", self.ask_where_to_save)

    def enter(self) -> None:
        """The screen comes to the front."""
        self.good.say("")
        self.bad.say("")
        self.print_button.setFocus()
        self.presenter.enter()

    def leave(self) -> None:
        """Another screen comes to the front."""

    def ask_where_to_save(self) -> None:
        """Ask for a place and write the PDF there."""
        dialog = QFileDialog(self, self.tr("일일 현황을 PDF로 저장"), str(Path.home() / self.presenter.file_name()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter(self.tr("PDF 파일 (*.pdf)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_place_chosen)
        dialog.open()

    def _on_place_chosen(self, path: str) -> None:
        self.presenter.save_sheet(Path(path))

    def _on_before(self) -> None:
        self.presenter.step(-1)

    def _on_after(self) -> None:
        self.presenter.step(1)

    def _on_date_wanted(self) -> None:
        self.date.setFocus()
        self.date.setSelectedSection(QDateEdit.Section.DaySection)

    def _on_date(self, chosen: QDate) -> None:
        day = cast(date, chosen.toPython())
        if day != self.presenter.day:
            self.presenter.show(day)

    def _on_loading(self, day: date) -> None:
        self.date.blockSignals(True)
        if self.presenter.today is not None:
            today = self.presenter.today
            self.date.setMaximumDate(QDate(today.year, today.month, today.day))
        self.date.setDate(QDate(day.year, day.month, day.day))
        self.date.blockSignals(False)
        self.after.setEnabled(day != self.presenter.today)
        self.today.setEnabled(day != self.presenter.today)
        if self.presenter.figures is None:
            self.waiting.say(self.tr("불러오는 중…"), "")
            self.pages.setCurrentIndex(0)

    def _on_loaded(self, figures: DayFigures) -> None:
        self.bad.say("")
        for part in (self.headlines, self.scores, self.troubles, self.times, self.tables):
            part.show_figures(figures)
        note = self.tr(
            "“–”는 응답이 5건보다 적거나, 빼서 알아낼 수 있어 숨긴 값입니다. 방문과 접수증 수는 모두 보입니다. "
            "점수는 응답 다섯 건마다 새로 계산합니다."
        )
        if figures.provisional:
            note = self.tr("아직 응답을 받는 중이라 설문 값은 잠정입니다. {day}에 확정됩니다.").format(
                day=figures.final_from.isoformat()
            ) + ("\n" + note)
        self.provisional.say(note)
        self.pages.setCurrentIndex(1)

    def _on_failed(self, sentence: str) -> None:
        self.bad.say(sentence)
        self.waiting.say(self.tr("현황을 불러오지 못했습니다"), self.tr("다른 날짜를 고르거나 F6을 다시 눌러 보세요."))
        self.pages.setCurrentIndex(0)

    def _on_said(self, sentence: str, well: bool) -> None:
        self.good.say(sentence if well else "")
        self.bad.say("" if well else sentence)
