"""Charts of the figures, drawn with pyqtgraph (decision 0009); imported only when this screen first shows figures.

A chart is a picture of rows that also stand in the table, and says them in words to whoever cannot see it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.period_figures import Estimate
from app.ui.daily_sheet import figure_words
from app.ui.shared.theme import FAMILY, PALETTE
from app.ui.shared.widgets import Card, Text

_HEIGHT = 168
_POINTS = 10.5
_ROOM_PER_NAME = 52


@dataclass(frozen=True)
class Bar:
    """A column: its name under it, its whole name for reading aloud, and its count."""

    name: str
    whole: str
    value: int


@dataclass(frozen=True)
class Point:
    """A share with its interval; nothing is drawn for one that has none."""

    name: str
    whole: str
    share: Estimate


class _Chart(pg.PlotWidget):  # type: ignore[misc] # the library has no types
    """A plot without menus, wheels and dragging: something to look at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(self.Shape.NoFrame)
        plot = self.getPlotItem()
        plot.setMouseEnabled(x=False, y=False)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        font = QFont(FAMILY)
        font.setPointSizeF(_POINTS)
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setTickFont(font)
            axis.setStyle(tickLength=0, tickTextOffset=6)
            axis.setZValue(-1)  # lines of the grid behind the columns
        plot.getAxis("left").setWidth(44)
        plot.showGrid(y=True, alpha=0.25)

    def begin(self) -> None:
        """Empty, in the colours of the theme of now."""
        self.clear()
        self.setBackground(QColor(PALETTE["white"]))
        for side in ("left", "bottom"):
            axis = self.getPlotItem().getAxis(side)
            axis.setPen(QColor(PALETTE["gray20"]))
            axis.setTextPen(QColor(PALETTE["gray60"]))

    def scale_to(self, top: float, ticks: Sequence[tuple[float, str]]) -> None:
        """From 0 to `top`, with lines at `ticks` and nowhere else."""
        plot = self.getPlotItem()
        plot.getAxis("left").setTicks([list(ticks)])
        plot.setYRange(0, top, padding=0)

    def name_columns(self, names: Sequence[str]) -> None:
        """Names under the columns, as many as have room."""
        room = max(1, (self.width() - 60) // _ROOM_PER_NAME)
        every = -(-len(names) // room) if names else 1
        ticks = [(place, name) for place, name in enumerate(names) if place % every == 0]
        plot = self.getPlotItem()
        plot.getAxis("bottom").setTicks([ticks])
        plot.setXRange(-0.6, max(0.6, len(names) - 0.4), padding=0)


class ChartCard(Card):
    """A heading, a chart and one line that says what it shows; drawn again when its size or the theme changes."""

    def __init__(self, heading: str) -> None:
        super().__init__(margins=(16, 12, 12, 8))
        self.column.setSpacing(4)
        self.heading = Text(heading, "heading")
        self.chart = _Chart()
        self.column.addWidget(self.heading)
        self.column.addWidget(self.chart)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.draw()

    def draw(self) -> None:
        """Draw what was given last."""

    def say(self, description: str) -> None:
        """What the chart shows, for whoever cannot see it."""
        self.setAccessibleName(self.heading.text())
        self.setAccessibleDescription(description)
        self.chart.setAccessibleName(self.heading.text())
        self.chart.setAccessibleDescription(description)


class VisitChart(ChartCard):
    """Visits in columns."""

    def __init__(self, heading: str) -> None:
        self._bars: tuple[Bar, ...] = ()
        super().__init__(heading)

    def show_bars(self, heading: str, bars: Sequence[Bar]) -> None:
        self._bars = tuple(bars)
        self.heading.say(heading)
        self.say(", ".join(f"{bar.whole} {bar.value}" for bar in bars))
        self.draw()

    def draw(self) -> None:
        chart = self.chart
        chart.begin()
        heights = [bar.value for bar in self._bars]
        most = max([1, *heights])
        ground = QColor(PALETTE["primary50"])
        places = list(range(len(heights)))
        chart.addItem(pg.BarGraphItem(x=places, height=heights, width=0.62, brush=ground, pen=ground))
        # A number on every column only where it is wide enough to stand apart from its neighbours.
        if len(heights) <= max(1, chart.width() - 60) // 30:
            for place, height in zip(places, heights, strict=True):
                number = pg.TextItem(f"{height:,}", color=QColor(PALETTE["gray90"]), anchor=(0.5, 1.0))
                font = QFont(FAMILY)
                font.setPointSizeF(_POINTS)
                number.setFont(font)
                number.setPos(place, height)
                chart.addItem(number)
        step = _step(most)
        chart.scale_to(most * 1.25, [(n, f"{n:,}") for n in range(0, most + step, step) if n <= most * 1.25])
        chart.name_columns([bar.name for bar in self._bars])


class ShareChart(ChartCard):
    """Shares as points with their 95 % intervals, on a scale of 0 to 100 percent."""

    def __init__(self, heading: str) -> None:
        self._points: tuple[Point, ...] = ()
        super().__init__(heading)

    def show_points(self, points: Sequence[Point]) -> None:
        self._points = tuple(points)
        self.say(", ".join(f"{point.whole} {figure_words.estimate(point.share)}" for point in points))
        self.draw()

    def draw(self) -> None:
        chart = self.chart
        chart.begin()
        ink = QColor(PALETTE["primary60"])
        for place, point in enumerate(self._points):
            share = point.share
            if share.value is None or share.low is None or share.high is None:
                continue
            middle, low, high = share.value * 100, share.low * 100, share.high * 100
            whisker = pg.PlotDataItem([place, place], [low, high], pen=pg.mkPen(ink, width=2))
            dot = pg.PlotDataItem([place], [middle], pen=None, symbol="o", symbolSize=9, symbolBrush=ink, symbolPen=ink)
            chart.addItem(whisker)
            chart.addItem(dot)
        chart.scale_to(110, [(n, f"{n}%") for n in (0, 50, 100)])
        chart.name_columns([point.name for point in self._points])


def _step(most: int) -> int:
    """A round distance between lines, so that there are two to four of them."""
    step = 1
    while most / step > 4:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return step
