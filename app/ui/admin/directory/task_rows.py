"""Rows of a text and a task each: the choices of a question, the steps of a life event."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.admin.directory.task_row import TaskRow
from app.ui.admin.directory.task_search import TaskSearch
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Text, shortcut

Pair = tuple[str, str]
"""A text and the id of a task."""


class TaskRows(QWidget):
    """Up to `most` of them and always an empty one to go on with. Alt+↑↓ move a row, Alt+Delete takes it away."""

    edited = Signal()
    entered = Signal()

    def __init__(
        self,
        heading: str,
        text_name: str,
        task_name: str,
        *,
        text_first: bool,
        least: int,
        most: int,
        text_lines: int = 1,
    ) -> None:
        super().__init__()
        self._names = (text_name, task_name, text_first, text_lines)
        self._least = least
        self._most = most
        self._search = TaskSearch()
        self._before: QWidget | None = None
        self.rows: list[TaskRow] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.heading = Text(heading, "strong")
        self.hint = Text(self.tr("Alt+↑↓ 옮기기 · Alt+Delete 빼기"), "small", Tone.QUIET, wrap=True)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.hint)
        shortcut(self, "Alt+Up", self.move_up)
        shortcut(self, "Alt+Down", self.move_down)
        shortcut(self, "Alt+Del", self.take_away)
        self.show_pairs(())

    # --- what it holds ---

    def pairs(self) -> tuple[Pair, ...]:
        """The rows that are filled in, in order."""
        return tuple((each.text.settled_text().strip(), each.task.task_id) for each in self.rows if not each.empty)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show rows that nobody has typed here."""
        wanted = min(self._most, max(self._least, len(pairs) + 1))
        while len(self.rows) > wanted:
            self._drop(self.rows[-1])
        while len(self.rows) < wanted:
            self._append()
        for place, each in enumerate(self.rows):
            text, task_id = pairs[place] if place < len(pairs) else ("", "")
            each.show_pair(text, task_id)
            each.say("")
        self._number()

    def offer(self, search: TaskSearch) -> None:
        """From now on tasks of this directory can be picked."""
        self._search = search
        for each in self.rows:
            each.task.offer(search)

    def check(self, *, text_needed: bool) -> bool:
        """Say beside the first row that lacks something what it lacks; whether all are whole."""
        for each in self.rows:
            each.say("")
        for each in self.rows:
            if each.empty:
                continue
            if not each.task.settle():
                each.say(self.tr("업무를 목록에서 골라 주세요."))
                each.task.setFocus()
                return False
            if text_needed and not each.text.settled_text().strip():
                each.say(self.tr("말을 적어 주세요."))
                each.text.setFocus()
                return False
        return True

    def focus_first(self) -> None:
        """The first row's first field."""
        self.rows[0].fields[0].setFocus()

    def follow(self, before: QWidget) -> None:
        """Tab comes here from the field `before`, goes down the rows, and on to whatever came after `before`."""
        self._before = before
        for each in self.rows:
            for field in each.fields:
                QWidget.setTabOrder(before, field)
                before = field

    # --- keys ---

    def move_up(self) -> None:
        self._move(-1)

    def move_down(self) -> None:
        self._move(1)

    def take_away(self) -> None:
        """Take the row with the keyboard away."""
        place = self._place()
        if place is None or self.rows[place].empty:
            return
        kept = [self._read(each) for at, each in enumerate(self.rows) if at != place and not each.empty]
        self.show_pairs(kept)
        self.rows[min(place, len(self.rows) - 1)].fields[0].setFocus()
        self.edited.emit()

    def _move(self, steps: int) -> None:
        place = self._place()
        if place is None or not 0 <= place + steps < len(self.rows):
            return
        here, there = self.rows[place], self.rows[place + steps]
        if here.empty or there.empty:
            return
        on_text = here.text.hasFocus()
        one, other = self._read(here), self._read(there)
        for target, (text, task_id) in ((here, other), (there, one)):
            target.show_pair(text, task_id)
        (there.text if on_text else there.task).setFocus()
        self.edited.emit()

    def _read(self, each: TaskRow) -> Pair:
        return each.text.settled_text(), each.task.task_id

    def _place(self) -> int | None:
        """The row that has the keyboard."""
        focused = QApplication.focusWidget()
        if focused is None:
            return None
        return next((at for at, each in enumerate(self.rows) if each.isAncestorOf(focused)), None)

    # --- rows ---

    def _append(self) -> None:
        made = TaskRow(*self._names)
        made.task.offer(self._search)
        made.edited.connect(self._on_edited)
        made.entered.connect(self.entered)
        keys = _RowKeys(self, made)
        made.up.clicked.connect(keys.up)
        made.down.clicked.connect(keys.down)
        made.away.clicked.connect(keys.away)
        self.rows.append(made)
        self.column.addWidget(made)
        made.show()  # at once, so that the next Tab can come to it
        if self._before is not None:
            self.follow(self._before)

    def _drop(self, each: TaskRow) -> None:
        self.rows.remove(each)
        self.column.removeWidget(each)
        each.hide()
        each.deleteLater()

    def _number(self) -> None:
        up, down, away = self.tr("위로"), self.tr("아래로"), self.tr("빼기")
        filled = sum(not each.empty for each in self.rows)
        for place, each in enumerate(self.rows):
            each.show_place(place, filled)
            for button, name in ((each.up, up), (each.down, down), (each.away, away)):
                button.setAccessibleName(f"{name} {place + 1}")
                button.setToolTip(name)

    def _on_edited(self) -> None:
        if not self.rows[-1].empty and len(self.rows) < self._most:
            self._append()
        self._number()
        self.edited.emit()


class _RowKeys(QObject):
    """A row's buttons' slots, living as its child."""

    def __init__(self, rows: TaskRows, own: TaskRow) -> None:
        super().__init__(own)
        self._rows = rows
        self._own = own

    def up(self) -> None:
        self._own.text.setFocus()
        self._rows.move_up()

    def down(self) -> None:
        self._own.text.setFocus()
        self._rows.move_down()

    def away(self) -> None:
        self._own.text.setFocus()
        self._rows.take_away()
