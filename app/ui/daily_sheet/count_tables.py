"""Visits by service, department, hour and counter: one table, four ways to cut the day."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from app.domain.day_figures import CountRow, DayFigures
from app.ui.shared import words
from app.ui.shared.record_table import Column, RecordTable, RecordTableModel
from app.ui.shared.widgets import Button, Card


@dataclass(frozen=True)
class _Line:
    row: CountRow
    answers: int | None
    satisfied: float | None


class CountTables(Card):
    """Chips choose the cut; the department's cut also has answers and satisfaction."""

    def __init__(self) -> None:
        super().__init__(margins=(12, 12, 12, 10))
        self.column.setSpacing(8)
        self._day: DayFigures | None = None
        self.cuts = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(6)
        names = (self.tr("업무별"), self.tr("부서별"), self.tr("시간별"), self.tr("창구별"))
        for number, name in enumerate(names):
            chip = Button(name, "chip")
            chip.setCheckable(True)
            chip.setChecked(number == 0)
            self.cuts.addButton(chip, number)
            row.addWidget(chip)
        row.addStretch(1)
        self.column.addLayout(row)
        self._plain = self._columns()
        self._scored = (
            *self._plain,
            Column[_Line](self.tr("응답"), self._answers, 56, right=True),
            Column[_Line](self.tr("만족"), lambda line: words.percent(line.satisfied), 60, right=True),
        )
        self.model: RecordTableModel[_Line] = RecordTableModel(self._scored, key=lambda line: line.row.key, parent=self)
        self.table = RecordTable(self.tr("방문 수 표"))
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.table.setModel(self.model)
        self.table.fit_columns(self._scored)
        self.column.addWidget(self.table, 1)
        self.cuts.idClicked.connect(self._show)

    def _columns(self) -> tuple[Column[_Line], ...]:
        return (
            Column(self.tr("이름"), self._name),
            Column(self.tr("방문"), lambda line: str(line.row.visits), 56, right=True),
            Column(self.tr("처리 완료"), lambda line: str(line.row.done), 68, right=True),
            Column(self.tr("접수증"), lambda line: str(line.row.slips), 66, right=True),
        )

    def _name(self, line: _Line) -> str:
        if self.cuts.checkedId() == 2:
            return self.tr("{hour}시").format(hour=line.row.name)
        return line.row.name

    def _answers(self, line: _Line) -> str:
        return "–" if line.answers is None else str(line.answers)

    def show_figures(self, day: DayFigures) -> None:
        """The day's rows in the cut chosen."""
        self._day = day
        self._show(self.cuts.checkedId())

    def _show(self, cut: int) -> None:
        if self._day is None:
            return
        day = self._day
        scores = {score.key: score for score in day.department_scores} if cut == 1 else {}
        rows = (day.by_service, day.by_department, day.by_hour, day.by_counter)[cut]
        lines = [
            _Line(row, scores[row.key].answers, scores[row.key].satisfied_share)
            if row.key in scores
            else _Line(row, None, None)
            for row in rows
        ]
        for column in (4, 5):
            self.table.setColumnHidden(column, cut != 1)
        self.model.set_records([])
        self.model.set_records(lines)
