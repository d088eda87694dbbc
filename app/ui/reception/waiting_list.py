"""Everybody who waits, longest first, to be read from a step away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.offices import CounterRecord
from app.domain.visits import VisitRecord, VisitStatus
from app.ui.reception.waiting import Waiting, WaitingPresenter
from app.ui.shared import words
from app.ui.shared.flow import Flow
from app.ui.shared.record_table import Column, RecordTableModel
from app.ui.shared.theme import Tone
from app.ui.shared.whole_rows import WholeRowsTable
from app.ui.shared.widgets import Button, Card, EmptyState, Notice, Text

_LONG_MINUTES = 20
"""From here on somebody has waited long."""

_MOST_TOTALS = 8


class WaitingList(QWidget):
    """A count, totals by service, the rows, and what can be done with one of them."""

    leave_pressed = Signal()
    hand_over_pressed = Signal()
    reprint_pressed = Signal()

    def __init__(self, presenter: WaitingPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._names: dict[str, str] = {}
        self._shown_totals: tuple[tuple[str, int], ...] = ()
        self.title = Text(self.tr("대기 중"), "title")
        self.title.setMinimumHeight(38)
        self.totals = Flow(8)
        self.model: RecordTableModel[VisitRecord] = RecordTableModel(self._columns(), key=lambda v: v.id, parent=self)
        self.table = WholeRowsTable(self.tr("기다리는 분 목록"))
        self.table.setObjectName("waitingTable")
        self.table.setModel(self.model)
        self.table.ensurePolished()
        self.table.fit_columns(self.model.columns)
        self.empty = EmptyState("users", self.tr("불러오는 중…"), "")
        self.notice = Notice(Tone.WARNING, "circle-alert")
        self.gone = Button(self.tr("그냥 감  Ctrl+G"), "secondary", name=self.tr("그냥 감"))
        self.hand_over = Button(self.tr("넘기기  Ctrl+H"), "secondary", "arrow-right-left", self.tr("넘기기"))
        self.reprint = Button(self.tr("접수증 다시 출력  Ctrl+R"), "secondary", "printer", self.tr("접수증 다시 출력"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self._body(), 1)
        self.gone.clicked.connect(self.leave_pressed)
        self.hand_over.clicked.connect(self.hand_over_pressed)
        self.reprint.clicked.connect(self.reprint_pressed)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        presenter.changed.connect(self._show)
        presenter.refused.connect(self.say)
        self._on_selection()

    def _columns(self) -> tuple[Column[VisitRecord], ...]:
        moment = self._presenter.moment
        return (
            Column(self.tr("번호"), lambda v: v.number, 80, bold=True),
            Column(self.tr("업무"), words.services_of, tip=self._tip),
            Column(self.tr("기다림"), lambda v: words.waited(v, moment()), 96, tone=self._wait_tone),
            Column(self.tr("창구"), self._counter, 92),
            Column(
                self.tr("상태"),
                lambda v: words.status(v.status),
                80,
                tone=lambda v: Tone.PRIMARY if v.status is VisitStatus.CALLED else Tone.QUIET,
            ),
        )

    def _body(self) -> Card:
        card = Card(margins=(8, 12, 8, 12))
        card.column.setSpacing(10)
        head = QVBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(self.totals)
        card.column.addLayout(head)
        card.column.addWidget(self.notice)
        card.column.addWidget(self._pages, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.setSpacing(8)
        foot.addWidget(self.hand_over)
        foot.addWidget(self.gone)
        foot.addStretch(1)
        foot.addWidget(self.reprint)
        card.column.addLayout(foot)
        return card

    def name_counters(self, counters: Sequence[CounterRecord]) -> None:
        """What the counters are called."""
        self._names = {counter.code: counter.name for counter in counters}
        self.model.refresh_words()

    def selected(self) -> VisitRecord | None:
        """Whose row is selected."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.record_at(rows[0]) if rows else None

    def start(self) -> None:
        """Put the keyboard onto the rows."""
        if self.model.records:
            self.table.setFocus()
            if self.selected() is None:
                self.table.selectRow(0)

    def say(self, sentence: str) -> None:
        """Why something could not be done; goes with the next step."""
        self.notice.say(sentence)

    def _show(self, state: Waiting) -> None:
        self.title.say(self.tr("대기 중 {count}명").format(count=len(state.waiting)))
        self._show_totals(state.totals())
        self.model.set_records(state.visits)
        self.model.refresh_words()
        self._on_selection()
        if state.visits:
            self._pages.setCurrentWidget(self.table)
            return
        self.empty.say(
            self.tr("기다리는 분이 없습니다"),
            self.tr("왼쪽에서 업무 숫자를 누르고 Enter를 누르면 대기 목록에 오릅니다."),
        )
        self._pages.setCurrentWidget(self.empty)

    def _show_totals(self, totals: tuple[tuple[str, int], ...]) -> None:
        if totals == self._shown_totals:
            return
        self._shown_totals = totals
        shown = [f"{name} {count}" for name, count in totals[:_MOST_TOTALS]]
        rest = sum(count for _, count in totals[_MOST_TOTALS:])
        if rest:
            shown.append(self.tr("그 밖 {count}").format(count=rest))
        labels: list[QWidget] = []
        for text in shown:
            label = Text(text, "body")
            label.setObjectName("total")
            labels.append(label)
        self.totals.put(labels)

    def _counter(self, visit: VisitRecord) -> str:
        if visit.now_at is None:
            return self.tr("아무 창구")
        return self._names.get(visit.now_at, visit.now_at)

    def _wait_tone(self, visit: VisitRecord) -> Tone:
        minutes = (self._presenter.moment() - visit.registered_at).total_seconds() / 60
        return Tone.WARNING if minutes >= _LONG_MINUTES else Tone.QUIET

    def _tip(self, visit: VisitRecord) -> str:
        lines = [words.all_services_of(visit), words.visitor_kind(visit.visitor_kind)]
        if visit.queue_number:
            lines.append(self.tr("번호표 {number}").format(number=visit.queue_number))
        lines += [text for text in (visit.note, visit.word) if text]
        return "\n".join(lines)

    def _on_selection(self) -> None:
        chosen = self.selected() is not None
        for button in (self.gone, self.hand_over, self.reprint):
            button.setEnabled(chosen)
        if chosen:
            self.notice.say("")
