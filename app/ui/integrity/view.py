"""One table by department, and plain words on what a figure says and what it does not."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.integrity import IntegrityReport, SignRow
from app.ui.integrity.presenter import IntegrityPresenter, Period
from app.ui.shared.record_table import Column, RecordTable, RecordTableModel
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, EmptyState, Notice, Text, shortcut

_PERIODS = tuple(Period)


class IntegrityView(QWidget):
    """Chips choose the period, Alt+1 to Alt+4."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.presenter = IntegrityPresenter(session, self)
        self.periods = QButtonGroup(self)
        self.notice = Notice(Tone.DANGER, "circle-alert")
        self.span = Text("", "body", Tone.QUIET)
        columns = self._columns()
        self.model: RecordTableModel[SignRow] = RecordTableModel(
            columns, key=lambda row: row.key, parent=self, strong=lambda row: row.key == "total"
        )
        self.table = RecordTable(self.tr("접수 점검"))
        self.table.setModel(self.model)
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.table.fit_columns(columns)
        self.empty = EmptyState("shield-check", "", "")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.empty)
        title = Text(self.tr("접수 점검"), "title")
        title.setMinimumHeight(38)
        card = Card(margins=(8, 12, 8, 12))
        card.column.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(Text(self._what_it_says(), "body", wrap=True))
        column.addLayout(self._chips())
        column.addWidget(self.notice)
        column.addWidget(card, 1)
        column.addWidget(Text(self._how_it_counts(), "small", Tone.QUIET, wrap=True))
        self.presenter.loading.connect(self._on_loading)
        self.presenter.loaded.connect(self._on_loaded)
        self.presenter.failed.connect(self._on_failed)
        self.setFocusProxy(self.table)

    def enter(self) -> None:
        """The screen comes to the front."""
        self.presenter.enter()
        self.table.setFocus()

    def leave(self) -> None:
        """Another screen comes to the front."""

    def _what_it_says(self) -> str:
        return self.tr(
            "창구에서 시민 대신 설문에 답한 흔적이 있는지 봅니다. "
            "숫자는 물어볼 곳을 알려 줄 뿐, 잘못을 뜻하지 않습니다."
        )

    def _how_it_counts(self) -> str:
        return self.tr(
            "방문이 5건보다 적은 부서는 한 줄로 묶습니다. "
            "1분 안 응답은 접수증 기한이 끝난 날의 부서별 응답 5건부터 셉니다. "
            "1~4건은 ‘1~4’로만 보입니다. 한 시간쯤 뒤의 답이 우연히 섞이기도 합니다(100건에 2건쯤)."
        )

    def _chips(self) -> QHBoxLayout:
        names = (self.tr("지난 7일"), self.tr("지난 30일"), self.tr("이번 달"), self.tr("지난달"))
        line = QHBoxLayout()
        line.setSpacing(6)
        for place, (period, name) in enumerate(zip(_PERIODS, names, strict=True)):
            chip = Button(name, "chip")
            chip.setCheckable(True)
            chip.setChecked(period is self.presenter.period)
            chip.setToolTip(f"Alt+{place + 1}")
            self.periods.addButton(chip, place)
            shortcut(self, f"Alt+{place + 1}", chip.click)
            line.addWidget(chip)
        line.addSpacing(8)
        line.addWidget(self.span)
        line.addStretch(1)
        self.periods.idClicked.connect(self._on_chip)
        return line

    def _columns(self) -> tuple[Column[SignRow], ...]:
        return (
            Column(self.tr("부서"), self._name),
            Column(self.tr("방문"), lambda row: f"{row.visits:,}", 74, right=True),
            Column(self.tr("접수증"), lambda row: f"{row.slips:,}", 74, right=True),
            Column(self.tr("재발행"), lambda row: _of(row.reprints, row.slips), 112, right=True),
            Column(self.tr("출력 뒤 취소"), lambda row: _of(row.undone_with_slip, row.visits), 112, right=True),
            Column(self.tr("접수증 없이"), lambda row: _of(row.withheld, row.visits), 112, right=True),
            Column(self.tr("20초 안 처리"), lambda row: _of(row.short, row.timed), 120, right=True),
            Column(self.tr("나중 입력"), lambda row: _of(row.late, row.visits), 112, right=True),
            Column(self.tr("응답"), _answers, 74, right=True),
            Column(self.tr("1분 안 응답"), _quick, 120, right=True),
        )

    def _name(self, row: SignRow) -> str:
        if row.key == "total":
            return self.tr("모두")
        if not row.key:
            return self.tr("방문이 적은 부서 {count}곳").format(count=row.departments)
        return row.name

    def _on_chip(self, place: int) -> None:
        self.presenter.choose(_PERIODS[place])

    def _on_loading(self) -> None:
        self.notice.say("")
        self.span.say(self.tr("불러오는 중…"))

    def _on_loaded(self, report: IntegrityReport) -> None:
        self.span.say(f"{report.first:%Y-%m-%d} ~ {report.last:%Y-%m-%d}")
        self.model.set_records(())
        if not report.rows:
            self.empty.say(self.tr("이 기간에는 접수가 없습니다"), self.tr("다른 기간을 골라 보세요."))
            self.pages.setCurrentWidget(self.empty)
            return
        self.model.set_records((*report.rows, _total(report)))
        self.pages.setCurrentWidget(self.table)

    def _on_failed(self, sentence: str) -> None:
        self.span.say("")
        self.notice.say(sentence)


def _total(report: IntegrityReport) -> SignRow:
    return replace(report.total, key="total")


def _of(count: int, base: int) -> str:
    """12 (3%), or 0, or a dash where there is nothing to count in."""
    if not base:
        return "–"
    return f"{count:,} ({count / base * 100:.0f}%)" if count else "0"


def _answers(row: SignRow) -> str:
    return "–" if row.answers is None else f"{row.answers:,}"


def _quick(row: SignRow) -> str:
    if row.answers is None:
        return "–"
    if row.quick_least == row.quick_most:
        return f"{row.quick_least:,}"
    return f"{row.quick_least:,}~{row.quick_most:,}"
