"""The pieces of the screen of figures: headline numbers, item scores, troubles, times."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.languages import Language
from app.domain.period_figures import Estimate, Headline, PeriodFigures, TimeFigure
from app.domain.surveys import ROUTE, TROUBLE
from app.ui.daily_sheet import figure_words
from app.ui.daily_sheet.whisker_bar import WhiskerBar
from app.ui.shared import words
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Card, ElidedText, Text


class Headlines(QWidget):
    """Six numbers of the whole office, each with what it stands on and what it was in the period before."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        names = (
            self.tr("방문"),
            self.tr("처리 완료"),
            self.tr("접수증"),
            self.tr("설문 응답률"),
            self.tr("만족 비율"),
            self.tr("한 번에 안내"),
        )
        self._figures: list[tuple[Text, ElidedText, ElidedText, str]] = []
        for name in names:
            card = Card(margins=(16, 10, 12, 10))
            card.column.setSpacing(1)
            figure = Text("–", "figure")
            under, before = ElidedText("", "small", Tone.QUIET), ElidedText("", "small", Tone.QUIET)
            card.column.addWidget(ElidedText(name, "small", Tone.QUIET))
            card.column.addWidget(figure)
            card.column.addWidget(under)
            card.column.addWidget(before)
            self._row.addWidget(card, 1)
            self._figures.append((figure, under, before, name))

    def show_figures(self, figures: PeriodFigures) -> None:
        """Put the numbers in."""
        for (figure, under, before, name), (value, note, was) in zip(self._figures, self._texts(figures), strict=True):
            figure.say(value)
            figure.setAccessibleName(", ".join(part for part in (f"{name} {value}", note, was) if part))
            under.say(note)
            before.say(was)

    def _texts(self, figures: PeriodFigures) -> tuple[tuple[str, str, str], ...]:
        before = figures.previous

        def was(text: str) -> str:
            if before is None:
                return ""
            name = figure_words.before_name(figures.period, before.period)
            return self.tr("{period} {value}").format(period=name, value=text)

        def share_before(pick: str) -> str:
            return was(words.percent(getattr(before, pick).value)) if isinstance(before, Headline) else ""

        return (
            (
                f"{figures.visits:,}",
                self.tr("업무 {services:,} · 취소 {undone:,}").format(services=figures.services, undone=figures.undone),
                was(f"{before.visits:,}" if before else ""),
            ),
            (f"{figures.done:,}", self._rest(figures), was(f"{before.done:,}" if before else "")),
            (
                f"{figures.slips_printed:,}",
                self.tr("안 받음 {count:,}").format(count=figures.slips_withheld),
                was(f"{before.slips_printed:,}" if before else ""),
            ),
            (
                words.percent(figures.response.value),
                self.tr("응답 {answers:,} · 응답 없음 {silent:,}").format(
                    answers=figures.surveys_answered, silent=figures.not_answered
                ),
                share_before("response"),
            ),
            (words.percent(figures.satisfied.value), self._stands_on(figures.satisfied), share_before("satisfied")),
            (words.percent(figures.route.value), self._stands_on(figures.route), share_before("route")),
        )

    def _rest(self, figures: PeriodFigures) -> str:
        """Who is not done, in as few words as it needs."""
        counted = (
            (self.tr("진행 중"), figures.waiting + figures.called + figures.serving),
            (self.tr("그 밖"), figures.left + figures.unrecorded),
        )
        return " · ".join(f"{name} {count:,}" for name, count in counted if count) or self.tr("모두 처리")

    def _stands_on(self, share: Estimate) -> str:
        if share.value is None:
            return self.tr("응답 5건부터")
        return self.tr("{interval} · 응답 {n:,}").format(interval=figure_words.interval(share), n=share.n)


class ItemScores(Card):
    """Every question with its score; Q7 with the sentence that it is not for this screen."""

    def __init__(self, language: Language) -> None:
        super().__init__(margins=(20, 14, 20, 14))
        self._language = language
        self.column.setSpacing(10)
        self.column.addWidget(Text(self.tr("설문 문항 (100점)"), "heading"))
        self._holder: QWidget | None = None
        self.column.addStretch(1)

    def show_figures(self, figures: PeriodFigures) -> None:
        """One row a question."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(0, 1)
        for line, item in enumerate(i for i in figures.items if i.id != TROUBLE):
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
            share = figures.route if item.id == ROUTE else _hundredth(item.score)
            text = words.percent(share.value) if item.id == ROUTE else words.number(item.score.value)
            if share.value is not None:
                grid.addWidget(WhiskerBar(share), line, 1, Qt.AlignmentFlag.AlignVCenter)
            value = Text(text, "strong")
            value.setMinimumWidth(46)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            spread = figure_words.interval(share, 100, "%" if item.id == ROUTE else "")
            value.setAccessibleName(" ".join((item.words[self._language], text, spread)).strip())
            value.setToolTip(self._tip(share, spread))
            grid.addWidget(value, line, 2)
        self._holder = _swap(self, self._holder, holder)

    def _tip(self, share: Estimate, spread: str) -> str:
        return self.tr("95% 구간 {interval}, 응답 {n}건").format(interval=spread, n=share.n) if spread else ""


def _hundredth(score: Estimate) -> Estimate:
    """A score of 0..100 as a part of its scale."""
    if score.value is None or score.low is None or score.high is None:
        return score
    return Estimate(score.value / 100, score.n, score.low / 100, score.high / 100)


class Troubles(Card):
    """What was troublesome, as shares of those who said so or said there was nothing."""

    def __init__(self, language: Language) -> None:
        super().__init__(margins=(20, 14, 20, 14))
        self._language = language
        self.column.setSpacing(10)
        self.column.addWidget(Text(self.tr("불편했던 점"), "heading"))
        self._holder: QWidget | None = None

    def show_figures(self, figures: PeriodFigures) -> None:
        """One row a trouble."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(0, 1)
        shares = next((item.shares for item in figures.items if item.id == TROUBLE), ())
        for line, (_, name, share) in enumerate(shares):
            grid.addWidget(ElidedText(name[self._language]), line, 0)
            if share.value is not None:
                grid.addWidget(WhiskerBar(share, "warning60"), line, 1, Qt.AlignmentFlag.AlignVCenter)
            value = Text(words.percent(share.value), "strong")
            value.setToolTip(figure_words.estimate(share))
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
        heads = ("", self.tr("중앙값"), self.tr("10건 중 9건 이내"), self.tr("기록된 방문"))
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

    def show_figures(self, figures: PeriodFigures) -> None:
        """Median, 90th percentile and n of both."""
        for cells, times in zip(self._rows, (figures.waiting_time, figures.handling_time), strict=True):
            for cell, text in zip(cells, self._texts(times), strict=True):
                cell.say(text)

    def _texts(self, times: TimeFigure) -> tuple[str, str, str]:
        return words.duration(times.median), words.duration(times.p90), f"{times.n:,} / {times.of:,}"


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
