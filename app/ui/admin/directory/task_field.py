"""A field in which a task of the directory is picked by typing a few letters of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.directory import Task
from app.ui.admin.directory.task_matches import MatchList
from app.ui.admin.directory.task_search import TaskSearch
from app.ui.shared.record_model import Index
from app.ui.shared.typed_line import TypedLine

_MOST = 30
_ROWS = 6


class TaskField(QWidget):
    """Shows the picked task; typing opens a list below, ↑↓ choose in it, Enter picks, Esc leaves what there was."""

    picked = Signal()
    """Another task, or none, is picked now."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = TaskSearch()
        self._task_id = ""
        self.line = _Line(self)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(self.tr("업무를 몇 글자 적어 고르세요"))
        self.matches: MatchList | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.live_text_changed.connect(self._on_typed)

    @property
    def task_id(self) -> str:
        """The picked task, or nothing."""
        return self._task_id

    @property
    def unfinished(self) -> bool:
        """Whether something is typed that is no picked task."""
        return bool(self.line.live_text().strip()) and self.line.live_text() != self._words()

    def settle(self) -> str:
        """The picked task once what is typed has been read: the only match is picked; nothing when it is unclear."""
        self.line.settle()
        if self.unfinished and len(found := self._search.find(self.line.text(), 2)) == 1:
            self.pick(found[0])
        self.close_list()
        return "" if self.unfinished else self._task_id

    def offer(self, search: TaskSearch) -> None:
        """From now on tasks of this directory can be picked."""
        named, self._search = self._words(), search
        if self.line.text() == named:
            self._show_picked()

    def show_task(self, task_id: str) -> None:
        """Show a task that nobody has picked here."""
        self._task_id = task_id
        self._show_picked()

    def pick(self, task: Task) -> None:
        """Take `task`."""
        self.show_task(task.id)
        self.picked.emit()

    def found(self) -> tuple[Task, ...]:
        """What the list offers now."""
        return () if self.matches is None or not self.matches.isVisible() else self.matches.tasks

    def _words(self) -> str:
        task = self._search.by_id.get(self._task_id)
        return "" if task is None else f"{task.title} · {task.department}"

    def _show_picked(self) -> None:
        self.line.blockSignals(True)
        self.line.setText(self._words())
        self.line.setCursorPosition(0)
        self.line.blockSignals(False)
        self.line.setToolTip(self._words())
        self.close_list()

    def close_list(self) -> None:
        """Take the list away."""
        if self.matches is not None:
            self.matches.hide()

    def _on_typed(self, text: str) -> None:
        if text == self._words():
            self.close_list()
        if text == self._words() or not self.line.hasFocus():
            return
        if not text.strip():
            self.close_list()
            if self._task_id:
                self._task_id = ""
                self.picked.emit()
            return
        if self.matches is None:
            self.matches = MatchList(self.window())
            self.matches.clicked.connect(self._on_clicked)
            self.destroyed.connect(self.matches.deleteLater)
        self.matches.offer(self._search.find(text, _MOST))
        self._place()

    def _place(self) -> None:
        """Below the field where there is room, else above it."""
        matches, window = self.matches, self.window()
        if matches is None:
            return
        if not matches.tasks:
            matches.hide()
            return
        height = matches.height_of(min(_ROWS, len(matches.tasks)))
        width = max(self.width(), 360)
        below = self.line.mapTo(window, QPoint(0, self.line.height() + 2))
        top = below.y()
        if top + height > window.height() - 8:
            top = self.line.mapTo(window, QPoint(0, 0)).y() - height - 2
        left = min(below.x(), window.width() - width - 8)
        matches.setGeometry(left, max(8, top), width, height)
        matches.show()
        matches.raise_()

    def _on_clicked(self, index: Index) -> None:
        if self.matches is not None:
            self.pick(self.matches.tasks[index.row()])

    def key(self, event: QKeyEvent) -> bool:
        """What a key does while the list is open; whether it was for the list."""
        matches = self.matches
        if matches is None or not matches.isVisible():
            if event.key() == Qt.Key.Key_Escape and self.unfinished:
                self._show_picked()
                return True
            return False
        match event.key():
            case Qt.Key.Key_Down:
                matches.move_by(1)
            case Qt.Key.Key_Up:
                matches.move_by(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.line.settle()
                self.pick(matches.tasks[matches.currentIndex().row()])
            case Qt.Key.Key_Escape:
                self._show_picked()
            case _:
                return False
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.close_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.matches is not None and self.matches.isVisible():
            self._place()


class _Line(TypedLine):
    def __init__(self, field: TaskField) -> None:
        super().__init__(field)
        self._field = field
        self.setClearButtonEnabled(True)

    def event(self, event: QEvent) -> bool:
        # Esc and Enter belong to the open list before they are a key of the form.
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and (self._field.found() or self._field.unfinished)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._field.key(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._field.settle()
