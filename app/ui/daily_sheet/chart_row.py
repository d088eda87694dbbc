"""The two charts of a period side by side: visits, and for longer periods the satisfied share day by day."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.period_figures import PeriodFigures
from app.domain.periods import By, Span
from app.ui.daily_sheet import figure_words
from app.ui.daily_sheet.charts import Bar, Point, ShareChart, VisitChart


class ChartRow(QWidget):
    """Made when figures are first shown, because the library behind it takes its time to load."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.visits = VisitChart("")
        self.satisfied = ShareChart(self.tr("만족 비율과 95% 구간"))
        row.addWidget(self.visits, 1)
        row.addWidget(self.satisfied, 1)

    def show_figures(self, figures: PeriodFigures) -> None:
        """A day by hours, a week or a month by days."""
        by = By.HOUR if figures.period.span is Span.DAY else By.DAY
        bars = [
            Bar(figure_words.tick_name(by, row.key), figure_words.row_name(by, row), row.visits)
            for row in figures.cuts[by].rows
        ]
        names = {row.key: figure_words.row_name(by, row) for row in figures.cuts[by].rows}
        points = [
            Point(figure_words.tick_name(by, row.key), names.get(row.key, row.key), row.satisfied)
            for row in figures.scores.get(by, ())
        ]
        heading = self.tr("시간대별 방문") if by is By.HOUR else self.tr("날마다 방문")
        self.satisfied.setVisible(by is By.DAY)
        self.visits.show_bars(heading, bars)
        self.satisfied.show_points(points)
