"""The office's figures of a day, a week or a month on one screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.languages import Language
from app.domain.period_figures import PeriodFigures
from app.domain.periods import By, Period, Span
from app.ui.daily_sheet import figure_words
from app.ui.daily_sheet.asking_where import AskingWhere
from app.ui.daily_sheet.count_tables import CountTables
from app.ui.daily_sheet.figure_cards import Headlines, ItemScores, Times, Troubles
from app.ui.daily_sheet.period_picker import PeriodPicker
from app.ui.daily_sheet.presenter import DailySheetPresenter
from app.ui.daily_sheet.wrong_referrals import WrongReferrals
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, EmptyState, Notice, Text, row, shortcut
from app.ui.sharing.earlier_days import EarlierDaysBar

if TYPE_CHECKING:
    from app.ui.daily_sheet.chart_row import ChartRow


class DailySheetView(QWidget):
    """Period picker, headlines, charts, scores, tables; one key prints, one exports."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.presenter = DailySheetPresenter(session, self)
        language = Language(session.store.settings.language.value)
        self.picker = PeriodPicker()
        self.headlines = Headlines()
        self.charts: ChartRow | None = None
        self.scores = ItemScores(language)
        self.troubles = Troubles(language)
        self.times = Times()
        self.referrals = WrongReferrals()
        self.tables = CountTables()
        self.elsewhere = EarlierDaysBar(self.presenter.days)
        self.good = Notice(Tone.SUCCESS, "circle-check")
        self.bad = Notice(Tone.DANGER, "circle-alert")
        self.corrected = Notice(Tone.WARNING, "triangle-alert")
        self.late = Text("", "small", Tone.QUIET, wrap=True)
        self.late.hide()
        self.provisional = Text("", "small", Tone.QUIET, wrap=True)
        self.waiting = EmptyState("hourglass", "", "")
        self.pages = QStackedWidget()
        self.asking = AskingWhere(self.presenter, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self._work_line())
        for notice in (self.elsewhere, self.good, self.bad, self.corrected):
            column.addWidget(notice)
        self.pages.addWidget(self.waiting)
        self.pages.addWidget(self._body())
        column.addWidget(self.pages, 1)
        self._connect()
        self.setFocusProxy(self.print_button)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        title = Text(self.tr("현황"), "title")
        title.setMinimumHeight(38)
        self.print_button = Button(self.tr("인쇄  Ctrl+P"), "primary", "printer", self.tr("현황 인쇄"))
        self.save_button = Button(self.tr("PDF  Ctrl+S"), "secondary", "download", self.tr("PDF 저장"))
        self.export_button = Button(self.tr("내보내기  Ctrl+E"), "secondary", "download", self.tr("내보내기"))
        head.addWidget(title)
        head.addSpacing(8)
        head.addWidget(self.picker, 1)
        for button in (self.export_button, self.save_button, self.print_button):
            head.addWidget(button)
        return head

    def _work_line(self) -> QWidget:
        """How far something long is, and the way to stop it; hidden most of the time."""
        self.work_line = QWidget()
        self.meter = QProgressBar()
        self.meter.setRange(0, 1000)
        self.meter.setTextVisible(False)
        self.meter.setAccessibleName(self.tr("진행"))
        self.meter_words = Text("", "small", Tone.QUIET)
        self.cancel_button = Button(self.tr("취소  Esc"), "quiet", name=self.tr("취소"))
        line = row(self.meter, self.meter_words, self.cancel_button)
        line.setStretch(0, 1)
        self.work_line.setLayout(line)
        self.work_line.hide()
        return self.work_line

    def _body(self) -> QScrollArea:
        inner = QWidget()
        self._left = QVBoxLayout()
        self._left.setSpacing(12)
        self._left.addWidget(self.scores)
        self._left.addWidget(self.troubles)
        self._left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.tables, 1)
        right.addWidget(self.times)
        right.addWidget(self.referrals)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addLayout(self._left, 1)
        columns.addLayout(right, 1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.headlines)
        column.addWidget(self.late)
        column.addLayout(columns, 1)
        column.addWidget(self.provisional)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that the arrow keys reach what is below
        area.setAccessibleName(self.tr("현황"))
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        return area

    def _connect(self) -> None:
        presenter, picker = self.presenter, self.picker
        picker.span_chosen.connect(presenter.choose_span)
        picker.day_chosen.connect(self._on_day)
        picker.stepped.connect(presenter.step)
        picker.today_wanted.connect(presenter.show_today)
        self.print_button.clicked.connect(presenter.print_sheet)
        self.save_button.clicked.connect(self.asking.ask_where_to_save)
        self.export_button.clicked.connect(self.asking.ask_what_to_export)
        self.cancel_button.clicked.connect(presenter.cancel)
        self.tables.cut_chosen.connect(self._on_cut)
        presenter.loading.connect(self._on_loading)
        presenter.loaded.connect(self._on_loaded)
        presenter.failed.connect(self._on_failed)
        presenter.said.connect(self._on_said)
        presenter.progressed.connect(self._on_progressed)
        shortcut(self, "Left", self._on_before)
        shortcut(self, "Right", self._on_after)
        shortcut(self, "Alt+D", self._on_days)
        shortcut(self, "Alt+W", self._on_weeks)
        shortcut(self, "Alt+M", self._on_months)
        shortcut(self, "Ctrl+D", picker.edit_date)
        shortcut(self, "Ctrl+P", presenter.print_sheet)
        shortcut(self, "Ctrl+S", self.asking.ask_where_to_save)
        shortcut(self, "Ctrl+E", self.asking.ask_what_to_export)
        self._stop = shortcut(self, "Esc", presenter.cancel)
        self._stop.setEnabled(False)

    def enter(self) -> None:
        """The screen comes to the front."""
        self.good.say("")
        self.bad.say("")
        self.print_button.setFocus()
        self.presenter.enter()

    def leave(self) -> None:
        """Another screen comes to the front."""
        self.presenter.leave()

    def _on_before(self) -> None:
        self.presenter.step(-1)

    def _on_after(self) -> None:
        self.presenter.step(1)

    def _on_days(self) -> None:
        self.presenter.choose_span(Span.DAY)

    def _on_weeks(self) -> None:
        self.presenter.choose_span(Span.WEEK)

    def _on_months(self) -> None:
        self.presenter.choose_span(Span.MONTH)

    def _on_day(self, day: date) -> None:
        self.presenter.show_day(day)

    def _on_cut(self, by: By) -> None:
        self.presenter.cut = by

    def _on_loading(self, period: Period) -> None:
        self.picker.show_period(period, self.presenter.today, self.presenter.is_newest)
        if self.presenter.figures is None:
            self.waiting.say(self.tr("불러오는 중…"), "")
            self.pages.setCurrentIndex(0)

    def _on_loaded(self, figures: PeriodFigures) -> None:
        self.bad.say("")
        if self.charts is None:
            from app.ui.daily_sheet.chart_row import ChartRow

            self.charts = ChartRow()
            self._left.insertWidget(0, self.charts)
        for part in (self.headlines, self.scores, self.troubles, self.times, self.tables, self.referrals):
            part.show_figures(figures)
        self.corrected.say("" if figures.correction is None else figure_words.correction(figures.correction))
        self.late.say(figure_words.late(figures))
        self.late.setVisible(bool(figures.late))
        note = self.tr(
            "“–”는 응답이 5건보다 적거나, 빼서 알아낼 수 있어 숨긴 값입니다. 방문과 접수증 수는 모두 보입니다. "
            "점수는 응답 다섯 건마다 새로 계산하며, 가는 선과 괄호는 95% 신뢰구간입니다."
        )
        if figures.provisional:
            note = self.tr("아직 응답을 받는 중이라 설문 값은 잠정입니다. {day}에 확정됩니다.").format(
                day=figures.final_from.isoformat()
            ) + ("\n" + note)
        self.provisional.say(note)
        self.pages.setCurrentIndex(1)
        self.charts.show_figures(figures)

    def _on_failed(self, sentence: str) -> None:
        self.bad.say(sentence)
        self.waiting.say(self.tr("현황을 불러오지 못했습니다"), self.tr("다른 날짜를 고르거나 F6을 다시 눌러 보세요."))
        self.pages.setCurrentIndex(0)

    def _on_said(self, sentence: str, well: bool) -> None:
        self.good.say(sentence if well else "")
        self.bad.say("" if well else sentence)

    def _on_progressed(self, share: float) -> None:
        running = share < 1.0
        self._stop.setEnabled(running)
        self.work_line.setVisible(running)
        self.meter.setValue(round(share * 1000))
        self.meter_words.say(f"{share * 100:.0f}%")
