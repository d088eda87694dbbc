"""A directory from a file: choose, look at every difference, accept."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.directory_import import DifferenceKind, DirectoryDifference, DirectoryLine
from app.ui.admin.presenter import AdminPresenter
from app.ui.admin.table_file import ask_for_table
from app.ui.shared.changes import NO_ROW, Change
from app.ui.shared.import_words import row_fault
from app.ui.shared.message_words import field_name
from app.ui.shared.messages import sentence_for
from app.ui.shared.record_table import Column, RecordTable, RecordTableModel
from app.ui.shared.task_runner import Lane
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, EmptyState, Text, shortcut

translate = QCoreApplication.translate

_TONES = {
    DifferenceKind.NEW: Tone.SUCCESS,
    DifferenceKind.CHANGED: Tone.PRIMARY,
    DifferenceKind.MOVED: Tone.WARNING,
    DifferenceKind.GONE: Tone.QUIET,
    DifferenceKind.BAD: Tone.DANGER,
}
_SHOWN = tuple(_TONES)
"""In the order of the chips; what stays as it is is not shown."""


class DirectoryImportPage(QWidget):
    """Nothing is changed before the button is pressed, and nothing at all while one row of the file is bad."""

    def __init__(self, presenter: AdminPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        self.difference: DirectoryDifference | None = None
        self.lines: tuple[DirectoryLine, ...] = ()
        self.choose = Button(self.tr("파일 고르기…  Ctrl+O"), "secondary", "download", self.tr("파일 고르기"))
        self.accept = Button(self.tr("받아들이기  Ctrl+Enter"), "primary", name=self.tr("받아들이기"))
        self.kinds = QButtonGroup(self)
        self.chips: dict[DifferenceKind | None, Button] = {}
        self.counts = Text("", "strong", wrap=True)
        self.trouble = Text("", "body", Tone.DANGER, wrap=True)
        self.trouble.hide()
        self.model: RecordTableModel[DirectoryLine] = RecordTableModel(
            (
                Column(self.tr("상태"), lambda line: kind_name(line.kind), 96, tone=lambda line: _TONES[line.kind]),
                Column(self.tr("줄"), lambda line: str(line.row or ""), 60, right=True),
                Column(self.tr("업무"), lambda line: line.form.title, bold=True),
                Column(self.tr("부서"), lambda line: line.form.department, 140),
                Column(self.tr("달라지는 것"), what_changes, tip=lambda line: "\n".join(changes(line))),
            ),
            key=lambda line: (line.kind, line.row, line.task_id),
            parent=self,
        )
        self.table = RecordTable(self.tr("달라지는 업무"))
        self.details = Text("", "body", wrap=True)
        self.empty = EmptyState(
            "download",
            self.tr("업무 안내 파일(CSV, XLSX)을 고르세요"),
            self.tr(
                "열: 국·소, 부서, 팀, 업무, 찾는 말, 위치, 전화. 고르면 무엇이 달라지는지 먼저 보여 드립니다. "
                "일상에서 쓰는 말, 필요 서류, 찾아가는 길과 배운 말은 그대로 남습니다."
            ),
        )
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.choose)
        self._refresh()

    def _lay_out(self) -> None:
        card = Card(margins=(8, 10, 8, 8))
        head, foot = QHBoxLayout(), QHBoxLayout()
        for line in (head, foot):
            line.setContentsMargins(8, 0, 8, 0)
            line.setSpacing(8)
        head.addWidget(self.choose)
        head.addStretch(1)
        for number, kind in enumerate((None, *_SHOWN)):
            chip = Button("", "chip", name=_chip_name(kind))
            chip.setCheckable(True)
            chip.setChecked(kind is None)
            self.kinds.addButton(chip, number)
            self.chips[kind] = chip
            head.addWidget(chip)
        foot.addWidget(self.counts, 1)
        foot.addWidget(self.accept)
        self.table.setModel(self.model)
        self.table.fit_columns(self.model.columns)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        self.details.setContentsMargins(8, 0, 8, 0)
        card.column.setSpacing(8)
        card.column.addLayout(head)
        card.column.addWidget(self.trouble)
        card.column.addWidget(self._pages, 1)
        card.column.addWidget(self.details)
        card.column.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.ask_for_file)
        self.accept.clicked.connect(self.submit)
        self.kinds.idClicked.connect(self._refresh)
        self.table.selectionModel().selectionChanged.connect(self._show_details)
        shortcut(self, "Ctrl+O", self.ask_for_file)
        shortcut(self, "Ctrl+Return", self.submit)

    @property
    def bad(self) -> int:
        """How many rows of the file cannot be taken."""
        return self._count(DifferenceKind.BAD)

    def show_lists(self, _lists: Any) -> None:
        """The lists have no part in this page."""

    def show_saved(self, _result: object) -> None:
        """The file was accepted."""
        self._show_difference(None)
        self.choose.setFocus()

    def show_trouble(self, _field: str, sentence: str) -> None:
        self.trouble.say(sentence)
        self.trouble.setVisible(bool(sentence))
        self._refresh()

    def ask_for_file(self) -> None:
        """Ask which file."""
        ask_for_table(self, self.tr("가져올 파일"), self.tr("표 (*.csv *.xlsx *.txt)"), self.read)

    def read(self, path: str) -> None:
        """Look what accepting the file would do."""
        self._show_difference(None)
        self.counts.say(self.tr("읽는 중…"), Tone.PLAIN)
        work = partial(self.presenter.parts.directory.compare_file, self.presenter.actor, Path(path))
        self.presenter.session.runner.run(Lane.DESK, self, work, self._show_difference, self._on_failed)

    def submit(self) -> None:
        """Do what is shown."""
        if self.difference is None or not self.accept.isEnabled():
            return
        work = partial(self.presenter.parts.directory.accept, self.presenter.actor, self.difference)
        words = self.tr("업무 안내를 파일대로 바꿨습니다. {counts}").format(counts=self._said())
        self.accept.setEnabled(False)
        self.counts.say(self.tr("받아들이는 중…"), Tone.PLAIN)
        self.presenter.make(Change(words, NO_ROW, work))

    def _on_failed(self, error: Exception) -> None:
        self.show_trouble("", sentence_for(error))

    def _show_difference(self, difference: DirectoryDifference | None) -> None:
        self.difference = difference
        self.lines = ()
        if difference is not None:
            self.lines = tuple(line for line in difference.lines if line.kind is not DifferenceKind.UNCHANGED)
        self.chips[DifferenceKind.BAD if self.bad else None].setChecked(True)
        self.show_trouble("", "")
        if self.model.records:
            self.table.selectRow(0)
            self.table.setFocus()

    def _refresh(self) -> None:
        shown = next((kind for kind, chip in self.chips.items() if chip.isChecked()), None)
        self.model.set_records([line for line in self.lines if shown in (None, line.kind)])
        for kind, chip in self.chips.items():
            count = len(self.lines) if kind is None else self._count(kind)
            chip.setText(self.tr("{name} {count}").format(name=_chip_name(kind), count=count))
            chip.setVisible(self.difference is not None and (kind is None or count > 0))
        self._pages.setCurrentWidget(self.empty if self.difference is None else self.table)
        self.accept.setEnabled(bool(self.lines) and not self.bad)
        self._show_details()
        if self.difference is None:
            self.counts.say("")
        elif self.bad:
            self.counts.say(self.tr("잘못된 줄을 파일에서 고친 뒤 다시 골라 주세요. 바뀐 것은 없습니다."), Tone.DANGER)
        elif not self.lines:
            self.counts.say(self.tr("파일과 지금 안내가 같습니다. 바꿀 것이 없습니다."), Tone.PLAIN)
        else:
            self.counts.say(self._said(), Tone.PLAIN)

    def _show_details(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        line = self.model.record_at(rows[0]) if rows else None
        said = [] if line is None else changes(line)
        self.details.say("\n".join(said))
        self.details.setVisible(bool(said))

    def _count(self, kind: DifferenceKind) -> int:
        return sum(line.kind is kind for line in self.lines)

    def _said(self) -> str:
        said = [f"{kind_name(kind)} {self._count(kind)}" for kind in _SHOWN if self._count(kind)]
        return "  ·  ".join(said)


def kind_name(kind: DifferenceKind) -> str:
    """What would become of a task, in a word."""
    match kind:
        case DifferenceKind.NEW:
            return translate("Directory", "새로 생김")
        case DifferenceKind.CHANGED:
            return translate("Directory", "바뀜")
        case DifferenceKind.MOVED:
            return translate("Directory", "옮김")
        case DifferenceKind.GONE:
            return translate("Directory", "없어짐")
        case DifferenceKind.UNCHANGED:
            return translate("Directory", "그대로")
        case DifferenceKind.BAD:
            return translate("Directory", "잘못됨")


def changes(line: DirectoryLine) -> list[str]:
    """Field by field: before and after, or what is wrong."""
    if line.kind is DifferenceKind.BAD:
        return [row_fault(fault) for fault in line.faults]
    nothing = translate("Directory", "(없음)")
    back = [translate("Directory", "다시 안내합니다")] if line.returns else []
    return back + [
        translate("Directory", "{field}: {before} → {after}").format(
            field=field_name(each.field), before=each.before or nothing, after=each.after or nothing
        )
        for each in line.changes
    ]


def what_changes(line: DirectoryLine) -> str:
    """The same in one line."""
    if line.kind is DifferenceKind.GONE:
        return translate("Directory", "파일에 없어 이제 안내하지 않습니다")
    return " · ".join(changes(line))


def _chip_name(kind: DifferenceKind | None) -> str:
    return translate("Directory", "모두") if kind is None else kind_name(kind)
