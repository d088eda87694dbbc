"""The supervisor's page: counts above, the list of the chosen kind below, the departments' work beside it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.case_overview import CHECK_BY, CaseOverview
from app.domain.cases import CaseLine
from app.ui.cases.case_table import MIDDLE, NARROW, CaseTable, case_columns
from app.ui.shared.record_table import RecordTableModel
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, EmptyState, Notice, Text, row, shortcut
from app.ui.workload.count_cards import CountCards
from app.ui.workload.presenter import WorkloadPresenter
from app.ui.workload.work_table import WorkCard

_REMINDERS = "reminders"
_WIDE = 1500
"""From this width on kind and department have room in the list."""


class WorkloadView(QWidget):
    """Ctrl and a digit choose a kind, Enter opens a case, Ctrl+P sends a reminder, Ctrl+M prints the month's sheet."""

    case_wanted = Signal(str)
    due_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.presenter = WorkloadPresenter(session, self)
        self.cards = CountCards()
        self.work = WorkCard()
        self.good = Notice(Tone.SUCCESS, "circle-check")
        self.bad = Notice(Tone.DANGER, "circle-alert")
        self.heading = Text("", "heading")
        self.table = CaseTable(self.tr("챙길 민원"))
        self.model: RecordTableModel[CaseLine] = RecordTableModel(
            case_columns(self._today), key=lambda line: line.id, parent=self
        )
        self.table.setModel(self.model)
        self.table.fit_columns(self.model.columns)
        self.empty = EmptyState("circle-check", self.tr("불러오는 중…"), "")
        self.lists = QStackedWidget()
        self.lists.addWidget(self.table)
        self.lists.addWidget(self.empty)
        self.lists.setCurrentWidget(self.empty)
        self.reminder = Button(self.tr("독촉장 인쇄  Ctrl+P"), "secondary", "printer", self.tr("독촉장 인쇄"))
        self.month = Text("", "body", Tone.QUIET, wrap=True)
        self.print_month = Button(self.tr("점검표 인쇄  Ctrl+M"), "secondary", "printer", self.tr("점검표 인쇄"))
        self.save_month = Button(self.tr("PDF로 저장  Ctrl+S"), "quiet", name=self.tr("PDF로 저장"))
        self.place = 0
        self._came = False
        """The page has come to the front, and its list is to have the keys as soon as it is there."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.good)
        column.addWidget(self.bad)
        column.addWidget(self.cards)
        column.addLayout(self._below(), 1)
        self._connect()

    def _below(self) -> QHBoxLayout:
        left = Card(margins=(8, 10, 8, 8))
        left.column.setSpacing(8)
        head = row(self.heading, 1, self.reminder)
        head.setContentsMargins(8, 0, 8, 0)
        left.column.addLayout(head)
        left.column.addWidget(self.lists, 1)
        check = Card(margins=(16, 12, 16, 12))
        check.column.setSpacing(8)
        check.column.addWidget(Text(self.tr("월간 점검"), "heading"))
        check.column.addWidget(self.month)
        check.column.addLayout(row(self.print_month, self.save_month, 1))
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.work, 1)
        right.addWidget(check)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(left, 5)
        below.addLayout(right, 4)
        return below

    def _connect(self) -> None:
        self.cards.chosen.connect(self._on_chosen)
        self.table.entered.connect(self._on_entered)
        self.table.doubleClicked.connect(self._on_entered)
        self.table.due_pressed.connect(self._on_due_pressed)
        self.presenter.overview_read.connect(self._on_overview)
        self.presenter.done.connect(self._on_done)
        self.presenter.failed.connect(self._on_failed)
        self.reminder.clicked.connect(self.remind)
        self.print_month.clicked.connect(self._on_print_month)
        self.save_month.clicked.connect(self._on_save_month)
        shortcut(self, "Ctrl+G", self.work.turn)
        for place, choose in enumerate(self.cards.keys, start=1):
            shortcut(self, f"Ctrl+{place}", choose.choose)
        shortcut(self, "Ctrl+P", self.remind)
        shortcut(self, "Ctrl+M", self._on_print_month)
        shortcut(self, "Ctrl+S", self._on_save_month)

    def enter(self) -> None:
        """The page comes to the front."""
        self.good.say("")
        self.bad.say("")
        self._came = True
        self.cards.group.button(self.place).setFocus()
        self.presenter.be_seen(True)

    def leave(self) -> None:
        """Another page comes to the front."""
        self.presenter.be_seen(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.show_columns(MIDDLE if self.width() >= _WIDE else NARROW)

    def remind(self) -> None:
        """Send the reminder about the chosen case."""
        line = self._line()
        if line is not None and self.cards.heaps[self.place].name == _REMINDERS:
            self.presenter.remind(line)

    def _today(self) -> date:
        overview = self.presenter.overview
        return self.presenter.moment().date() if overview is None else overview.day

    def _line(self) -> CaseLine | None:
        rows = self.table.selectionModel().selectedRows()
        return self.model.record_at(rows[0]) if rows else None

    def _on_overview(self, overview: CaseOverview) -> None:
        self.bad.say("")
        self.cards.show_counts(overview)
        self.work.show_overview(overview)
        month, by = overview.check_month, (overview.check_month + timedelta(days=31)).replace(day=CHECK_BY)
        words = self.tr("{month}의 처리 상황을 {by}까지 점검합니다.")
        self.month.say(words.format(month=f"{month:%Y-%m}", by=f"{by:%Y-%m-%d}"))
        self._show_heap()

    def _on_chosen(self, place: int) -> None:
        self.place = place
        self._came = True
        self._show_heap()

    def _show_heap(self) -> None:
        overview, heap = self.presenter.overview, self.cards.heaps[self.place]
        if overview is None:
            return
        lines, count = heap.lines(overview), heap.count(overview)
        words = heap.words
        if count > len(lines):
            words = self.tr("{words} · 먼저 볼 {n}건").format(words=words, n=len(lines))
        self.heading.say(words)
        self.reminder.setVisible(heap.name == _REMINDERS and bool(lines))
        self.model.set_records(lines)
        self.empty.say(self.tr("없습니다"), self.tr("‘{words}’에 든 민원이 지금은 없습니다.").format(words=heap.words))
        self.lists.setCurrentWidget(self.table if lines else self.empty)
        if lines and not self.table.selectionModel().hasSelection():
            self.table.selectRow(0)
        if self._came:
            self._came = False
            (self.table if lines else self.cards.group.button(self.place)).setFocus()

    def _on_entered(self) -> None:
        line = self._line()
        if line is not None:
            self.case_wanted.emit(line.id)

    def _on_due_pressed(self) -> None:
        line = self._line()
        if line is not None:
            self.due_wanted.emit(line.id)

    def _on_print_month(self) -> None:
        if self.presenter.overview is not None:
            self.presenter.print_month(self.presenter.overview.check_month)

    def _on_save_month(self) -> None:
        overview = self.presenter.overview
        if overview is None:
            return
        name = f"{overview.check_month:%Y-%m}.pdf"
        dialog = QFileDialog(self, self.tr("PDF로 저장"), str(Path.home() / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_file(self, path: str) -> None:
        if self.presenter.overview is not None:
            self.presenter.save_month(self.presenter.overview.check_month, Path(path))

    def _on_done(self, sentence: str) -> None:
        self.bad.say("")
        self.good.say(sentence)

    def _on_failed(self, sentence: str) -> None:
        self.good.say("")
        self.bad.say(sentence)
