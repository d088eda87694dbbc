"""The chosen department registers nothing of its own: as what the citizen is to wait is asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.choseong import find_services
from app.domain.directory import Task
from app.domain.offices import ServiceRecord
from app.ui.finder import words
from app.ui.finder.query_line import QueryLine
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.widgets import Button, Text, row

_WIDTH = 620
_ROWS = 6


class ServiceChoiceDialog(FittedDialog):
    """A few letters or 초성, ↑ ↓, Enter."""

    chosen = Signal(str)
    """A service's code."""

    def __init__(self, services: Sequence[ServiceRecord], task: Task, parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        self.setWindowTitle(self.tr("무엇으로 접수할까요?"))
        self.setAccessibleName(self.tr("무엇으로 접수할까요?"))
        self._services = tuple(services)
        self._found: tuple[ServiceRecord, ...] = ()
        self.line = QueryLine()
        self.line.setAccessibleName(self.tr("접수할 업무 찾기"))
        self.line.setPlaceholderText(self.tr("접수할 업무"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("접수할 업무 목록"))
        self.list.setObjectName("waitingTable")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ok = Button(self.tr("알리기   Enter"), "primary", name=self.tr("알리기"))
        self.cancel = Button(self.tr("그만두기  Esc"), name=self.tr("그만두기"))
        for button in (self.ok, self.cancel):
            button.setAutoDefault(False)
            button.setProperty("scale", "tall")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Text(self.tr("무엇으로 접수할까요?"), "title"))
        about = self.tr("{desk}에는 정해진 접수 업무가 없습니다. 하나를 고르면 그 대기 목록에 오릅니다.")
        column.addWidget(Text(about.format(desk=words.desk_of(task)), "lead", wrap=True))
        column.addWidget(self.line)
        column.addWidget(self.list)
        column.addLayout(row(self.cancel, 1, self.ok))
        self.list.ensurePolished()
        self.list.setFixedHeight(_ROWS * (self.list.fontMetrics().height() + 14) + 12)
        self.line.live_text_changed.connect(self._find)
        self.line.stepped.connect(self._move)
        self.line.entered.connect(self._on_ok)
        self.line.left.connect(self.reject)
        self.list.itemClicked.connect(self._on_clicked)
        self.ok.clicked.connect(self._on_ok)
        self.cancel.clicked.connect(self.reject)
        self._find("")
        self.line.setFocus()

    def _find(self, text: str) -> None:
        self._found = tuple(find_services(text, self._services)) if text.strip() else self._services
        self.list.clear()
        for service in self._found:
            self.list.addItem(QListWidgetItem(f"{service.name} · {service.department_name}"))
        self.list.setCurrentRow(0)
        self.ok.setEnabled(bool(self._found))

    def _move(self, steps: int) -> None:
        self.list.setCurrentRow(max(0, min(len(self._found) - 1, self.list.currentRow() + steps)))

    def _on_clicked(self, _item: QListWidgetItem) -> None:
        self.line.setFocus()

    def _on_ok(self) -> None:
        if self._found:
            self.chosen.emit(self._found[max(0, self.list.currentRow())].code)
            self.accept()
