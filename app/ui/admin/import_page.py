"""Importing a list from a file: choose, look, accept."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.imports import ImportKind, ImportLine, ImportPlan, LineState
from app.services.imports import Imported
from app.ui.admin.presenter import AdminLists, AdminPresenter
from app.ui.admin.table_file import ask_for_table
from app.ui.shared import import_words
from app.ui.shared.changes import NO_ROW, Change
from app.ui.shared.messages import sentence_for
from app.ui.shared.record_table import Column, RecordTable, RecordTableModel
from app.ui.shared.task_runner import Lane
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, EmptyState, Text, shortcut

_TONES = {
    LineState.NEW: Tone.SUCCESS,
    LineState.CHANGED: Tone.PRIMARY,
    LineState.UNCHANGED: Tone.QUIET,
    LineState.BAD: Tone.DANGER,
}


class ImportPage(QWidget):
    """Nothing is changed before the button is pressed; with bad rows only after their skipping was ticked."""

    def __init__(self, presenter: AdminPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.plan: ImportPlan | None = None
        self.kinds = QButtonGroup(self)
        self.choose = Button(self.tr("파일 고르기…  Ctrl+O"), "secondary", "download", self.tr("파일 고르기"))
        self.only_bad = Button(self.tr("잘못된 줄만"), "chip")
        self.skip_bad = Button(self.tr("잘못된 줄은 빼기"), "chip")
        self.accept = Button(self.tr("가져오기  Ctrl+Enter"), "primary", name=self.tr("가져오기"))
        self.counts = Text("", "strong")
        self.trouble = Text("", "body", Tone.DANGER, wrap=True)
        self.model: RecordTableModel[ImportLine] = RecordTableModel(
            (
                Column(self.tr("줄"), lambda line: str(line.row), 64, right=True),
                Column(self.tr("상태"), self._state, 110, tone=lambda line: _TONES[line.state]),
                Column(self.tr("이름"), lambda line: line.label, bold=True),
                Column(self.tr("내용"), _what),
            ),
            key=lambda line: line.row,
            parent=self,
        )
        self.table = RecordTable(self.tr("가져올 줄"))
        self.empty = EmptyState(
            "download",
            self.tr("CSV나 XLSX 파일을 고르세요"),
            self.tr(
                "첫 줄은 열 제목입니다. 고르면 무엇이 바뀔지 먼저 보여 드리고, 누르기 전에는 아무것도 바뀌지 않습니다."
            ),
        )
        self._pages = QStackedWidget()
        self._lay_out()
        self.choose.clicked.connect(self.ask_for_file)
        self.only_bad.clicked.connect(self._refresh)
        self.skip_bad.clicked.connect(self._refresh)
        self.accept.clicked.connect(self.submit)
        self.kinds.idClicked.connect(self._on_kind)
        shortcut(self, "Ctrl+O", self.ask_for_file)
        shortcut(self, "Ctrl+Return", self.submit)
        self.setFocusProxy(self.choose)
        self._refresh()

    def _lay_out(self) -> None:
        card = Card(margins=(8, 10, 8, 8))
        head, foot = QHBoxLayout(), QHBoxLayout()
        for line in (head, foot):
            line.setContentsMargins(8, 0, 8, 0)
            line.setSpacing(8)
        for number, kind in enumerate(ImportKind):
            chip = Button(import_words.kind(kind), "chip")
            chip.setCheckable(True)
            chip.setChecked(number == 0)
            self.kinds.addButton(chip, number)
            head.addWidget(chip)
        head.addWidget(self.choose)
        head.addStretch(1)
        head.addWidget(self.only_bad)
        for chip in (self.only_bad, self.skip_bad):
            chip.setCheckable(True)
        foot.addWidget(self.counts, 1)
        foot.addWidget(self.skip_bad)
        foot.addWidget(self.accept)
        self.table.setModel(self.model)
        self.table.fit_columns(self.model.columns)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        card.column.addLayout(head)
        card.column.addWidget(self.trouble)
        card.column.addWidget(self._pages, 1)
        card.column.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    @property
    def kind(self) -> ImportKind:
        return tuple(ImportKind)[self.kinds.checkedId()]

    def show_lists(self, _lists: AdminLists) -> None:
        """The lists have no part in this page."""

    def show_saved(self, result: object) -> None:
        """The import was done."""
        if isinstance(result, Imported):
            self._show_plan(None)

    def show_trouble(self, _field: str, sentence: str) -> None:
        self.trouble.say(sentence)
        self.trouble.setVisible(bool(sentence))
        self._refresh()

    def ask_for_file(self) -> None:
        """Ask which file."""
        ask_for_table(self, self.tr("가져올 파일"), self.tr("표 (*.csv *.xlsx *.txt)"), self.read)

    def read(self, path: str) -> None:
        """Look what importing the file would do."""
        self._show_plan(None)
        self.counts.say(self.tr("읽는 중…"))
        work = partial(self.presenter.parts.admin.imports.preview, self.presenter.actor, self.kind, Path(path))
        self.presenter.session.runner.run(Lane.DESK, self, work, self._show_plan, self._on_failed)

    def submit(self) -> None:
        """Do what is shown."""
        if self.plan is None or not self.accept.isEnabled():
            return
        skip = self.skip_bad.isChecked()
        work = partial(self.presenter.parts.admin.imports.accept, self.presenter.actor, self.plan, skip_bad=skip)
        done = self.plan.count(LineState.NEW) + self.plan.count(LineState.CHANGED)
        words = self.tr("{kind} {count}줄을 가져왔습니다.").format(kind=import_words.kind(self.plan.kind), count=done)
        self.accept.setEnabled(False)
        self.counts.say(self.tr("가져오는 중…"), Tone.PLAIN)
        self.presenter.make(Change(words, NO_ROW, work))

    def _on_kind(self, _number: int) -> None:
        self._show_plan(None)

    def _on_failed(self, error: Exception) -> None:
        self.show_trouble("", sentence_for(error))

    def _show_plan(self, plan: ImportPlan | None) -> None:
        self.plan = plan
        self.only_bad.setChecked(False)
        self.skip_bad.setChecked(False)
        self.show_trouble("", "")

    def _refresh(self) -> None:
        plan = self.plan
        bad = len(plan.bad) if plan is not None else 0
        lines = () if plan is None else plan.bad if self.only_bad.isChecked() else plan.lines
        self.model.set_records(lines)
        self._pages.setCurrentWidget(self.table if plan is not None else self.empty)
        self.only_bad.setVisible(bad > 0)
        self.skip_bad.setVisible(bad > 0)
        work = plan is not None and plan.count(LineState.NEW) + plan.count(LineState.CHANGED) > 0
        self.accept.setEnabled(work and (bad == 0 or self.skip_bad.isChecked()))
        if plan is None:
            self.counts.say("")
            return
        said = [f"{import_words.line_state(state)} {plan.count(state)}" for state in LineState]
        self.counts.say("  ·  ".join(said), Tone.DANGER if bad else Tone.PLAIN)

    def _state(self, line: ImportLine) -> str:
        return import_words.line_state(line.state)


def _what(line: ImportLine) -> str:
    if line.state is LineState.BAD:
        return " / ".join(import_words.row_fault(fault) for fault in line.faults)
    return import_words.changed_fields(line.values) if line.state is LineState.CHANGED else ""
