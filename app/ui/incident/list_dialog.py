"""Notes of the last weeks, newest first: one's own, for a supervisor the office's. No list of people."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.actors import Action, Actor
from app.domain.incidents import Incident
from app.ui.incident import words
from app.ui.parts import DeskParts
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.messages import sentence_for
from app.ui.shared.record_table import Column, RecordTableModel
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane
from app.ui.shared.theme import Tone
from app.ui.shared.whole_rows import WholeRowsTable
from app.ui.shared.widgets import Button, EmptyState, Text, row

_DAYS = 90
_WIDTH, _HEIGHT = 860, 380


class _Table(WholeRowsTable):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class IncidentListDialog(FittedDialog):
    """Enter opens a note to be read, written and printed."""

    opened = Signal(object)
    """An `Incident`."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        self.setWindowTitle(self.tr("지난 특이민원 기록"))
        self.setAccessibleName(self.tr("지난 특이민원 기록"))
        self._zone = session.zone
        self.model: RecordTableModel[Incident] = RecordTableModel(self._columns(), key=lambda i: i.id, parent=self)
        self.table = _Table(self.tr("지난 특이민원 기록"))
        self.table.setModel(self.model)
        self.table.ensurePolished()
        self.table.fit_columns(self.model.columns)
        self.empty = EmptyState("shield-check", self.tr("불러오는 중…"), "")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.table)
        self._pages.setFixedHeight(_HEIGHT)
        everybody = session.actor.may(Action.SEE_INCIDENTS)
        whose = self.tr("지난 90일 · 모든 창구") if everybody else self.tr("지난 90일 · 내가 적은 것")
        self.look = Button(self.tr("열기   Enter"), "primary", name=self.tr("열기"))
        self.leave = Button(self.tr("닫기  Esc"), name=self.tr("닫기"))
        for button in (self.look, self.leave):
            button.setAutoDefault(False)
        self.look.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(row(Text(self.tr("지난 특이민원 기록"), "title"), 1, Text(whose, "body", Tone.QUIET)))
        about = self.tr("있었던 일만 적고, 상대방이 누구인지는 어디에도 적지 않습니다.")
        column.addWidget(Text(about, "small", Tone.QUIET, wrap=True))
        column.addWidget(self._pages, 1)
        column.addLayout(row(self.leave, 1, self.look))
        self.table.activated.connect(self._on_activated)
        self.look.clicked.connect(self._on_look)
        self.leave.clicked.connect(self.reject)
        work = partial(_read, session.parts, session.actor)
        session.runner.run(Lane.DESK, self, work, self._on_read, self._on_failed)

    def _columns(self) -> tuple[Column[Incident], ...]:
        return (
            Column(self.tr("날짜"), lambda i: f"{i.begun_at.astimezone(self._zone):%m-%d %H:%M}", 112, bold=True),
            Column(self.tr("창구"), lambda i: i.counter_code, 72),
            Column(self.tr("어떤 일"), lambda i: words.kind(i.kind), 132),
            Column(self.tr("끝"), lambda i: words.end(i.end), 168),
            Column(self.tr("있었던 일"), lambda i: " ".join(i.text.split())),
        )

    def _on_read(self, incidents: tuple[Incident, ...]) -> None:
        self.model.set_records(incidents)
        self.empty.say(self.tr("적힌 일이 없습니다"), self.tr("F11을 누르면 시각과 창구가 바로 적힙니다."))
        if incidents:
            self._pages.setCurrentWidget(self.table)
            self.look.setEnabled(True)
            self.table.selectRow(0)
            self.table.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self.empty.say(self.tr("불러오지 못했습니다"), sentence_for(error))

    def _on_activated(self, index: QModelIndex) -> None:
        incident = self.model.record_at(index)
        if incident is not None:
            self.accept()
            self.opened.emit(incident)

    def _on_look(self) -> None:
        self._on_activated(self.table.currentIndex())


def _read(parts: DeskParts, actor: Actor) -> tuple[Incident, ...]:
    today: date = parts.visits.now(actor).day
    return parts.incidents.all(actor, today - timedelta(days=_DAYS), today)
