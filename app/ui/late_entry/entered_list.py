"""Beside the form: the lines entered at this desk with their numbers, and those that could not be saved."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.domain.visits import VisitRecord, VisitStatus
from app.ui.late_entry.presenter import LateEntryPresenter
from app.ui.shared import words
from app.ui.shared.record_table import Column, RecordTableModel
from app.ui.shared.theme import Tone
from app.ui.shared.whole_rows import WholeRowsTable
from app.ui.shared.widgets import Button, Card, EmptyState, Notice, Text, row


class EnteredList(Card):
    """Newest first. A line taken back stays, crossed out: it keeps its number."""

    retry_pressed = Signal()
    give_back_pressed = Signal()

    def __init__(self, presenter: LateEntryPresenter, zone: ZoneInfo) -> None:
        super().__init__(margins=(8, 12, 8, 8))
        self.column.setSpacing(8)
        self._presenter = presenter
        self._zone = zone
        self.title = Text("", "strong")
        self.title.setContentsMargins(8, 0, 8, 0)
        columns = (
            Column[VisitRecord](self.tr("번호"), lambda v: v.number, 76, bold=True),
            Column[VisitRecord](self.tr("시각"), self._time, 124),
            Column[VisitRecord](self.tr("업무"), self._service, tip=words.all_services_of),
        )
        self.model: RecordTableModel[VisitRecord] = RecordTableModel(
            columns, key=lambda v: v.id, struck=lambda v: v.status is VisitStatus.UNDONE, parent=self
        )
        self.table = WholeRowsTable(self.tr("이번에 입력한 접수"))
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setModel(self.model)
        self.table.fit_columns(columns)
        self.empty = EmptyState(
            "clipboard-pen",
            self.tr("아직 입력한 것이 없습니다"),
            self.tr("저장하면 번호가 여기에 쌓입니다.\n종이에 번호를 옮겨 적어 두세요."),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.table)
        self.unsaved = Notice(Tone.DANGER, "circle-alert")
        self.retry = Button(self.tr("다시 시도  Ctrl+T"), "primary", name=self.tr("다시 시도"))
        self.give_back = Button(self.tr("되살리기  Ctrl+E"), "secondary", name=self.tr("되살리기"))
        for button in (self.retry, self.give_back):
            button.setAutoDefault(False)
            button.hide()
        self.retry.clicked.connect(self.retry_pressed)
        self.give_back.clicked.connect(self.give_back_pressed)
        bottom = QVBoxLayout()
        bottom.addWidget(self.unsaved)
        bottom.addLayout(row(1, self.give_back, self.retry))
        self.column.addWidget(self.title)
        self.column.addWidget(self.pages, 1)
        self.column.addLayout(bottom)
        undo = Text(self.tr("Ctrl+Z 방금 입력한 줄 되돌리기"), "small", Tone.QUIET)
        undo.setContentsMargins(8, 0, 8, 0)
        self.column.addWidget(undo)
        presenter.entered_changed.connect(self.show_entered)
        presenter.unsaved_changed.connect(self.show_unsaved)
        self.show_entered()
        self.show_unsaved()

    def show_entered(self) -> None:
        """What was entered, and how many of them count."""
        entered = self._presenter.entered
        count = sum(visit.status is not VisitStatus.UNDONE for visit in entered)
        self.title.say(self.tr("이번에 입력 {count}건").format(count=count))
        self.model.set_records(entered)
        self.pages.setCurrentWidget(self.table if entered else self.empty)
        self.table.scrollToTop()

    def show_unsaved(self) -> None:
        """The first of the lines that could not be saved, and why."""
        unsaved = self._presenter.unsaved
        for button in (self.retry, self.give_back):
            button.setVisible(bool(unsaved))
        if not unsaved:
            self.unsaved.say("")
            return
        line, sentence = unsaved[0]
        what = self.tr("저장하지 못함: {time} {service}").format(
            time=f"{line.at:%H:%M}", service=", ".join(service.name for service in line.services)
        )
        if len(unsaved) > 1:
            what = self.tr("{what} 외 {count}건").format(what=what, count=len(unsaved) - 1)
        self.unsaved.say(f"{what}\n{sentence}")

    def _time(self, visit: VisitRecord) -> str:
        return f"{visit.registered_at.astimezone(self._zone):%m-%d %H:%M}"

    def _service(self, visit: VisitRecord) -> str:
        named = words.services_of(visit)
        undone = visit.status is VisitStatus.UNDONE
        return f"{words.status(visit.status)} · {named}" if undone else named
