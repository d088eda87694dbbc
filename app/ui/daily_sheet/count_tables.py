"""Visits by service, department, bureau, hour, counter, day and week: one table, several ways to cut the period."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from app.domain.period_figures import CountRow, PeriodFigures, ScoreRow
from app.domain.periods import By, Span
from app.ui.daily_sheet import figure_words
from app.ui.shared import words
from app.ui.shared.record_table import Column, RecordTable, RecordTableModel
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, Text

CUTS = (By.SERVICE, By.DEPARTMENT, By.BUREAU, By.HOUR, By.COUNTER, By.DAY, By.WEEK)
_TOTAL = "\x00"
_SCORED = (4, 5)
_ONLY_LONGER = {By.DAY: (Span.WEEK, Span.MONTH), By.WEEK: (Span.MONTH,)}


@dataclass(frozen=True)
class _Line:
    row: CountRow
    name: str
    score: ScoreRow | None


class CountTables(Card):
    """Chips choose the cut. The last row is the period's total; in some cuts only the services add up to it."""

    cut_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(margins=(12, 12, 12, 10))
        self.column.setSpacing(8)
        self._figures: PeriodFigures | None = None
        self.cuts = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(5)
        for number, by in enumerate(CUTS):
            chip = Button(figure_words.cut_name(by), "chip")
            chip.setCheckable(True)
            chip.setChecked(number == 0)
            self.cuts.addButton(chip, number)
            row.addWidget(chip)
        row.addStretch(1)
        self.column.addLayout(row)
        columns = self._columns()
        self.model: RecordTableModel[_Line] = RecordTableModel(columns, key=lambda line: line.row.key, parent=self)
        self.table = RecordTable(self.tr("방문 수 표"))
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.table.setModel(self.model)
        self.table.fit_columns(columns)
        self.table.setMinimumHeight(260)
        self.column.addWidget(self.table, 1)
        self.note = Text("", "small", Tone.QUIET, wrap=True)
        self.column.addWidget(self.note)
        self.cuts.idClicked.connect(self._show)

    @property
    def cut(self) -> By:
        """The cut that is shown."""
        return CUTS[self.cuts.checkedId()]

    def _columns(self) -> tuple[Column[_Line], ...]:
        return (
            Column(self.tr("이름"), lambda line: line.name),
            Column(self.tr("방문"), lambda line: f"{line.row.visits:,}", 54, right=True),
            Column(self.tr("업무"), lambda line: f"{line.row.services:,}", 54, right=True),
            Column(self.tr("접수증"), lambda line: f"{line.row.slips:,}", 58, right=True),
            Column(self.tr("응답률"), self._response, 64, right=True, tip=self._response_tip),
            Column(self.tr("만족(95% 구간)"), self._satisfied, 112, right=True, tip=self._satisfied_tip),
        )

    def show_figures(self, figures: PeriodFigures) -> None:
        """The period's rows in the cut chosen."""
        self._figures = figures
        for number, by in enumerate(CUTS):
            self.cuts.button(number).setVisible(figures.period.span in _ONLY_LONGER.get(by, tuple(Span)))
        if self.cuts.button(self.cuts.checkedId()).isHidden():
            self.cuts.button(0).setChecked(True)
        self._show(self.cuts.checkedId())

    def _show(self, number: int) -> None:
        if self._figures is None:
            return
        by = CUTS[number]
        cut = self._figures.cuts[by]
        scores = {score.key: score for score in self._figures.scores.get(by, ())}
        lines = [_Line(row, figure_words.row_name(by, row), scores.get(row.key)) for row in cut.rows]
        total = CountRow(
            _TOTAL, "", cut.total.visits, cut.total.services, cut.total.done, cut.total.slips, cut.total.withheld
        )
        if lines:
            lines.append(_Line(total, self.tr("합계"), None))
        for column in _SCORED:
            self.table.setColumnHidden(column, by not in self._figures.scores)
        self.model.set_records([])
        self.model.set_records(lines)
        self.note.say(self._note(by))
        self.cut_chosen.emit(by)

    def _note(self, by: By) -> str:
        if self._figures is None or not self._figures.cuts[by].overlapping:
            return ""
        note = self.tr("업무가 여럿인 방문은 여러 줄에 듭니다. ‘업무’ 열만 합계와 맞습니다.")
        if by in self._figures.scores:
            note += " " + self.tr("응답은 확정된 날만 더하며, 5건이 안 되는 칸은 숨깁니다.")
        return note

    def _response(self, line: _Line) -> str:
        if line.score is None:
            return ""
        return words.percent(line.score.response.value)

    def _response_tip(self, line: _Line) -> str:
        if line.score is None or line.score.answers is None:
            return self._response(line)
        return self.tr("접수증 {slips}장에 응답 {answers}건").format(slips=line.score.slips, answers=line.score.answers)

    def _satisfied(self, line: _Line) -> str:
        if line.score is None:
            return ""
        share = line.score.satisfied
        return words.percent(share.value) + (f" ({figure_words.interval(share)})" if share.value is not None else "")

    def _satisfied_tip(self, line: _Line) -> str:
        return "" if line.score is None else figure_words.estimate(line.score.satisfied)
