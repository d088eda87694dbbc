"""The list of tasks that fit what is being typed; it lies over the window and never has the keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.directory import Task
from app.ui.shared.record_model import Index
from app.ui.shared.theme import PALETTE


class _MatchModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tasks: tuple[Task, ...] = ()

    def offer(self, tasks: tuple[Task, ...]) -> None:
        self.beginResetModel()
        self.tasks = tasks
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.tasks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        task = self.tasks[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return task.title
        if role == Qt.ItemDataRole.UserRole:
            return f"{task.department} · {task.form.team}" if task.form.team else task.department
        return f"{task.title} {task.department}" if role == Qt.ItemDataRole.AccessibleTextRole else None


class _MatchDelegate(QStyledItemDelegate):
    """The title, and its department quietly below it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.setPen(QColor(PALETTE["primary50"]))
            painter.setBrush(QColor(PALETTE["primary5"]))
            painter.drawRoundedRect(option.rect.adjusted(3, 1, -3, -1), 6, 6)
        metrics = QFontMetrics(option.font)
        room = option.rect.adjusted(12, 5, -12, -5)
        painter.setFont(option.font)
        for name, flag, role in (
            ("primary70" if selected else "gray90", Qt.AlignmentFlag.AlignTop, Qt.ItemDataRole.DisplayRole),
            ("gray60", Qt.AlignmentFlag.AlignBottom, Qt.ItemDataRole.UserRole),
        ):
            painter.setPen(QColor(PALETTE[name]))
            words = metrics.elidedText(str(index.data(role)), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(flag | Qt.AlignmentFlag.AlignLeft), words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, QFontMetrics(option.font).height() * 2 + 14)


class MatchList(QListView):
    """A child of the window, put where its field is."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("matches")
        self.setAccessibleName(self.tr("맞는 업무"))
        self._model = _MatchModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_MatchDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    @property
    def tasks(self) -> tuple[Task, ...]:
        return self._model.tasks

    def offer(self, tasks: tuple[Task, ...]) -> None:
        """Show `tasks`, the first of them chosen."""
        self._model.offer(tasks)
        self.setCurrentIndex(self._model.index(0))

    def move_by(self, steps: int) -> None:
        """Choose another one."""
        self.setCurrentIndex(self._model.index((self.currentIndex().row() + steps) % len(self.tasks)))

    def height_of(self, rows: int) -> int:
        """Room for so many rows, in units of the screen."""
        return rows * (self.fontMetrics().height() * 2 + 14) + 12
