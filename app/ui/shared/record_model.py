"""Frozen records as rows (design law 7): what the columns say, and a model that moves only what changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from app.ui.shared.theme import Tone

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 2
STRUCK_ROLE = int(Qt.ItemDataRole.UserRole) + 3

_ROW_BY_ROW = 64
"""More rows than these are not moved one by one: the whole list is laid out anew, which takes as long as twenty."""

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column(Generic[R]):
    """`width` 0 takes the room that is left. `tone` puts the words on a coloured ground.

    `spoken` is what a screen reader says instead of the words.
    """

    title: str
    text: Callable[[R], str]
    width: int = 0
    bold: bool = False
    right: bool = False
    tone: Callable[[R], Tone] | None = None
    tip: Callable[[R], str] | None = None
    spoken: Callable[[R], str] | None = None


class RecordTableModel(QAbstractTableModel, Generic[R]):
    """Records as rows. Setting new ones moves only what changed, so a view keeps its selection and its place."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        struck: Callable[[R], bool] | None = None,
        parent: QObject | None = None,
        strong: Callable[[R], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._strong = strong
        self.columns = tuple(columns)
        self._key = key
        self._struck = struck
        self._records: list[R] = []
        self._sorted: tuple[int | None, bool] = (None, False)

    @property
    def records(self) -> tuple[R, ...]:
        return tuple(self._records)

    def record_at(self, index: Index) -> R | None:
        """The record of the row of `index`."""
        return self._records[index.row()] if index.isValid() else None

    def cell(self, index: Index) -> tuple[Column[R], R]:
        """The column and the record of a valid `index`, for painting."""
        return self.columns[index.column()], self._records[index.row()]

    def is_struck(self, record: R) -> bool:
        """Whether the record's row is crossed out."""
        return self._struck is not None and self._struck(record)

    def is_bold(self, column: Column[R], record: R) -> bool:
        """Whether the cell is bold: for its column, or for its row."""
        return column.bold or (self._strong is not None and self._strong(record))

    def key_at(self, row: int) -> Hashable:
        """What tells the record of `row` from the others."""
        return self._key(self._records[row])

    def row_of(self, key: Hashable) -> int | None:
        """Where the record with `key` stands now."""
        return next((row for row, record in enumerate(self._records) if self._key(record) == key), None)

    def set_sorted(self, section: int | None, descending: bool = False) -> None:
        """Mark the column the records are sorted by; None: none."""
        self._sorted = (section, descending)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def set_records(self, records: Sequence[R]) -> None:
        """Show `records` in their order: only the stretch between what stays at both ends is touched row by row."""
        before, after, key = self._records, list(records), self._key
        shortest = min(len(before), len(after))
        start = 0
        while start < shortest and (before[start] is after[start] or key(before[start]) == key(after[start])):
            start += 1
        end = 0
        while end < shortest - start and (
            before[-1 - end] is after[-1 - end] or key(before[-1 - end]) == key(after[-1 - end])
        ):
            end += 1
        new = after[start : len(after) - end]
        if not before or max(len(before) - start - end, len(new)) > _ROW_BY_ROW or not self._blend(start, end, new):
            self._reset(after)
            return
        self._replace_changed(after)

    def _blend(self, start: int, end: int, new: list[R]) -> bool:
        """Make the stretch from `start` to `end` rows before the last one hold `new`; False where the order changed."""
        wanted = [self._key(record) for record in new]
        known = set(wanted)
        stay = [k for k in (self._key(r) for r in self._records[start : len(self._records) - end]) if k in known]
        staying = set(stay)
        if stay != [k for k in wanted if k in staying]:
            return False
        for row in range(len(self._records) - end - 1, start - 1, -1):
            if self._key(self._records[row]) not in known:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._records[row]
                self.endRemoveRows()
        for row, record in enumerate(new, start):
            if row >= len(self._records) - end or self._key(self._records[row]) != wanted[row - start]:
                self.beginInsertRows(QModelIndex(), row, row)
                self._records.insert(row, record)
                self.endInsertRows()
        return True

    def _replace_changed(self, records: list[R]) -> None:
        """The rows are in place; take over what is written in them."""
        before, self._records = self._records, records
        changed = [row for row, (a, b) in enumerate(zip(before, records, strict=True)) if a is not b and a != b]
        if len(changed) > _ROW_BY_ROW:
            changed = [changed[0], changed[-1]]
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[1], len(self.columns) - 1))
            return
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def refresh_words(self) -> None:
        """Ask for every cell's words again: minutes have passed."""
        if self._records:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._records) - 1, len(self.columns) - 1))

    def _reset(self, records: Sequence[R]) -> None:
        self.beginResetModel()
        self._records = list(records)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        record = self._records[index.row()]
        column = self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(record)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.title} {(column.spoken or column.text)(record)}"
            case Qt.ItemDataRole.ToolTipRole:
                return (column.tip or column.text)(record)
            case Qt.ItemDataRole.FontRole if self.is_bold(column, record):
                font = QFont()
                font.setBold(True)
                return font
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
            case _ if role == TONE_ROLE:
                return column.tone(record).value if column.tone is not None else ""
            case _ if role == STRUCK_ROLE:
                return self.is_struck(record)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            by, descending = self._sorted
            mark = ("  ▼" if descending else "  ▲") if section == by else ""
            return self.columns[section].title + mark
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None
