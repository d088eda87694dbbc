"""The columns of the list of cases, and its table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.domain.cases import CaseLine
from app.ui.shared import case_words as words
from app.ui.shared.record_table import Column
from app.ui.shared.whole_rows import WholeRowsTable

translate = QCoreApplication.translate

_NUMBER, _KIND, _TITLE, _NAME, _DEPARTMENT, _DUE, _STATUS, _OWNER = range(8)
NARROW = (_NUMBER, _TITLE, _DUE)
"""The columns that are left while a case is open beside the list on a small screen."""
MIDDLE = (_NUMBER, _KIND, _TITLE, _DUE, _STATUS)
_NEAR_THE_END = 10


class CaseTable(WholeRowsTable):
    """Enter opens a case, a click on its due date asks how that was counted; near its end it asks for more."""

    entered = Signal()
    due_pressed = Signal()
    more_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """A letter pressed here belongs to the search line."""
        return

    def show_columns(self, shown: tuple[int, ...] | None) -> None:
        """Only some of the columns; None: all of them."""
        model = self.model()
        for section in range(model.columnCount()):
            self.setColumnHidden(section, shown is not None and section not in shown)

    def _on_clicked(self, cell: QModelIndex) -> None:
        if cell.column() == _DUE:
            self.due_pressed.emit()

    def _on_scrolled(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() - _NEAR_THE_END:
            self.more_wanted.emit()


def case_columns(today: Callable[[], date]) -> tuple[Column[CaseLine], ...]:
    """Number, kind, title, name, department, due, state, owner."""
    return (
        Column(translate("CaseTable", "번호"), lambda c: c.number, 124, bold=True),
        Column(translate("CaseTable", "종류"), lambda c: words.kind(c.kind), 104),
        Column(translate("CaseTable", "제목"), _title, tip=_tip),
        Column(translate("CaseTable", "민원인"), lambda c: c.masked_name, 84),
        Column(translate("CaseTable", "부서"), lambda c: c.department, 124),
        Column(
            translate("CaseTable", "기한"),
            lambda c: words.due_of_line(c, today()),
            128,
            tone=lambda c: words.due_tone_of_line(c, today()),
            tip=lambda c: _due_tip(c, today()),
            spoken=lambda c: _due_tip(c, today()),
        ),
        Column(
            translate("CaseTable", "상태"),
            lambda c: words.status(c.status),
            104,
            tone=lambda c: words.STATUS_TONES[c.status],
            tip=_status_tip,
        ),
        Column(translate("CaseTable", "담당자"), lambda c: c.owner_name or c.owner or "–", 96),
    )


def short_columns() -> tuple[Column[CaseLine], ...]:
    """Number, title and state, for a short list beside something else."""
    return (
        Column(translate("CaseTable", "번호"), lambda c: c.number, 122, bold=True),
        Column(translate("CaseTable", "제목"), _title, tip=_tip),
        Column(
            translate("CaseTable", "상태"),
            lambda c: words.status(c.status),
            100,
            tone=lambda c: words.STATUS_TONES[c.status],
            tip=_status_tip,
        ),
    )


def _title(line: CaseLine) -> str:
    if not line.title:
        return translate("CaseTable", "(볼 수 없음)") if line.to_auditor else translate("CaseTable", "(지워짐)")
    return line.title


def _tip(line: CaseLine) -> str:
    lines = [f"{line.number} · {words.kind(line.kind)} · {_title(line)}", line.department]
    if line.to_auditor:
        lines.append(translate("CaseTable", "감사담당관이 맡은 고충민원"))
    if line.supplements:
        lines.append(translate("CaseTable", "보완요구 {count}번").format(count=line.supplements))
    if line.elsewhere:
        lines.append(translate("CaseTable", "이 PC에 없고 공유 쪽에 있습니다"))
    return "\n".join(part for part in lines if part)


def _due_tip(line: CaseLine, today: date) -> str:
    """The whole day, how far it is, and from where the calendar moved it."""
    if line.due_day is None:
        return words.due_of_line(line, today)
    said = f"{words.due_moment(line.due_day, line.due_clock, today)} · {words.due_of_line(line, today)}"
    if line.moved_from is None:
        return said
    moved = translate("CaseTable", "쉬는 날이 바뀌어 {day}에서 옮겨졌습니다")
    return f"{said}\n{moved.format(day=words.day(line.moved_from, today))}"


def _status_tip(line: CaseLine) -> str:
    said = words.status(line.status)
    return f"{said} · {words.result(line.result)}" if line.result is not None else said
