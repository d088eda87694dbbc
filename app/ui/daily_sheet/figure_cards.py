"""The pieces of the day's screen: headline numbers, item scores, troubles, times."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from app.domain.day_figures import DayFigures, TimeFigure
from app.domain.languages import Language
from app.domain.surveys import ROUTE, TROUBLE
from app.ui.shared import words
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Card, ElidedText, Text


class Headlines(QWidget):
    """Six numbers of the whole office, each with what it stands on."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        names = (
            self.tr("방문"),
            self.tr("처리 완료"),
            self.tr("접수증"),
            self.tr("설문 응답"),
            self.tr("만족 비율"),
            self.tr("한 번에 안내"),
        )
        self._figures: list[tuple[Text, ElidedText, str]] = []
        for name in names:
            card = Card(margins=(16, 10, 12, 10))
            card.column.setSpacing(1)
            figure = Text("–", "figure")
            under = ElidedText("", "small", Tone.QUIET)
            card.column.addWidget(ElidedText(name, "small", Tone.QUIET))
            card.column.addWidget(figure)
            card.column.addWidget(under)
            self._row.addWidget(card, 1)
            self._figures.append((figure, under, name))

    def show_figures(self, day: DayFigures) -> None:
        """Put the numbers in."""
        stands_on = self.tr("응답 {count}건 기준").format(count=day.scored_answers)
        if not day.scored_answers:
            stands_on = self.tr("응답 5건부터")
        shown = (
            (str(day.visits), self.tr("취소 {count}").format(count=day.undone)),
            (
                str(day.done),
                self.tr("대기 {waiting} · 처리 중 {serving}").format(waiting=day.waiting, serving=day.serving),
            ),
            (str(day.slips_printed), self.tr("접수증이 나간 방문")),
            (str(day.surveys_answered), self.tr("응답률 {share}").format(share=words.percent(day.response_rate))),
            (words.percent(day.satisfied_share), stands_on),
            (words.percent(day.route_success), stands_on),
        )
        for (figure, under, name), (value, note) in zip(self._figures, shown, strict=True):
            figure.say(value)
            figure.setAccessibleName(f"{name} {value}, {note}")
            under.say(note)


class _Bar(QProgressBar):
    def __init__(self, share: float, warning: bool = False) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setRange(0, 1000)
        self.setValue(round(share * 1000))
        self.setMinimumWidth(60)
        self.setMaximumWidth(90)
        if warning:
            self.setProperty("tone", "warning")


class ItemScores(Card):
    """Every question with its score; Q7 with the sentence that it is not for this screen."""

    def __init__(self, language: Language) -> None:
        super().__init__(margins=(20, 14, 20, 14))
        self._language = language
        self.column.setSpacing(10)
        self.column.addWidget(Text(self.tr("설문 문항 (100점)"), "heading"))
        self._holder: QWidget | None = None
        self.column.addStretch(1)

    def show_figures(self, day: DayFigures) -> None:
        """One row a question."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(0, 1)
        for line, item in enumerate(i for i in day.items if i.id != TROUBLE):
            # The sealed question says in brackets who reads it; here that is said at the end of its row.
            words_of_it = item.words[self._language]
            question = ElidedText(words_of_it.split(" (")[0] if item.sealed else words_of_it)
            if item.sealed:
                alone = QHBoxLayout()
                alone.setSpacing(12)
                alone.addWidget(question, 1)
                alone.addWidget(Text(self.tr("감사담당관만 봅니다"), "small", Tone.QUIET))
                grid.addLayout(alone, line, 0, 1, 3)
                continue
            grid.addWidget(question, line, 0)
            share = day.route_success if item.id == ROUTE else None if item.score is None else item.score / 100
            text = words.percent(day.route_success) if item.id == ROUTE else words.number(item.score)
            if share is not None:
                grid.addWidget(_Bar(share), line, 1, Qt.AlignmentFlag.AlignVCenter)
            value = Text(text, "strong")
            value.setMinimumWidth(46)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            value.setAccessibleName(f"{item.words[self._language]} {text}")
            grid.addWidget(value, line, 2)
        self._holder = _swap(self, self._holder, holder)


class Troubles(Card):
    """What was troublesome, as shares of those who said so or said there was nothing."""

    def __init__(self, language: Language) -> None:
        super().__init__(margins=(20, 14, 20, 14))
        self._language = language
        self.column.setSpacing(10)
        self.column.addWidget(Text(self.tr("불편했던 점"), "heading"))
        self._holder: QWidget | None = None

    def show_figures(self, day: DayFigures) -> None:
        """One row a trouble."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(0, 1)
        shares = next((item.shares for item in day.items if item.id == TROUBLE), ())
        for line, (_, name, share) in enumerate(shares):
            grid.addWidget(ElidedText(name[self._language]), line, 0)
            if share is not None:
                grid.addWidget(_Bar(share, warning=True), line, 1, Qt.AlignmentFlag.AlignVCenter)
            value = Text(words.percent(share), "strong")
            value.setMinimumWidth(46)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(value, line, 2)
        self._holder = _swap(self, self._holder, holder)


class Times(Card):
    """Waiting and handling, with how many visits they were really recorded for."""

    def __init__(self) -> None:
        super().__init__(margins=(20, 14, 20, 14))
        self.column.setSpacing(10)
        self.column.addWidget(Text(self.tr("소요 시간"), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        heads = ("", self.tr("중앙값"), self.tr("10건 중 9건 이내"), self.tr("건수"))
        for column, head in enumerate(heads):
            label = Text(head, "small", Tone.QUIET)
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label, 0, column)
        self._rows: list[list[Text]] = []
        for line, name in enumerate((self.tr("대기"), self.tr("처리")), start=1):
            grid.addWidget(Text(name), line, 0)
            cells = [Text("–", "strong") for _ in range(3)]
            for column, cell in enumerate(cells, start=1):
                cell.setAlignment(Qt.AlignmentFlag.AlignRight)
                grid.addWidget(cell, line, column)
            self._rows.append(cells)
        self.column.addLayout(grid)
        self.setToolTip(self.tr("실제로 기록된 단계만 셉니다."))

    def show_figures(self, day: DayFigures) -> None:
        """Median, 90th percentile and n of both."""
        for cells, times in zip(self._rows, (day.waiting_time, day.handling_time), strict=True):
            for cell, text in zip(cells, self._texts(times), strict=True):
                cell.say(text)

    def _texts(self, times: TimeFigure) -> tuple[str, str, str]:
        return words.duration(times.median), words.duration(times.p90), str(times.n)


def _swap(card: Card, before: QWidget | None, now: QWidget) -> QWidget:
    now.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    layout = card.column
    assert isinstance(layout, QVBoxLayout)
    if before is None:
        layout.insertWidget(1, now)
    else:
        layout.replaceWidget(before, now)
        before.deleteLater()
    return now
