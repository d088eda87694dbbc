"""A field in which one of a list is picked by a few letters of its name or its 초성."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from app.domain.choseong import initials
from app.ui.shared.record_model import Index
from app.ui.shared.typed_line import TypedLine

_MOST = 40
_ROWS = 7


@dataclass(frozen=True)
class Choice:
    """`code` is what is picked, `words` what is shown; `also` is looked in besides."""

    code: str
    words: str
    also: str = ""


def find_choices(typed: str, choices: Sequence[Choice]) -> tuple[Choice, ...]:
    """The choices that every word typed fits; those that begin with it first."""
    wanted = typed.casefold().split()
    if not wanted:
        return tuple(choices)
    found = [each for each in choices if all(_fits(word, each) for word in wanted)]
    whole = " ".join(wanted)
    found.sort(key=lambda each: not each.words.casefold().startswith(whole))
    return tuple(found)


def _fits(word: str, choice: Choice) -> bool:
    return word in f"{choice.words} {choice.also} {choice.code}".casefold() or word in initials(choice.words)


class PickField(QWidget):
    """Typing opens a list below, ↑↓ choose in it, Enter picks, Esc leaves what there was."""

    picked = Signal()
    """Another one, or none, is picked now."""
    entered = Signal()
    """Enter where nothing is to be picked."""

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self._choices: tuple[Choice, ...] = ()
        self._found: tuple[Choice, ...] = ()
        self._code = ""
        self.line = _Line(self)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self.matches: QListView | None = None
        self._model = QStringListModel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.live_text_changed.connect(self._on_typed)

    @property
    def code(self) -> str:
        """What is picked, or nothing."""
        return self._code

    @property
    def unclear(self) -> bool:
        """Whether something is typed that is none of the list."""
        return bool(self.line.live_text().strip()) and self.line.live_text() != self._words()

    @property
    def is_open(self) -> bool:
        return self.matches is not None and self.matches.isVisible()

    def offer(self, choices: Sequence[Choice]) -> None:
        """From now on one of these can be picked."""
        self._choices = tuple(choices)
        if not self.unclear or not self.line.hasFocus():
            self.show_code(self._code)

    def show_code(self, code: str) -> None:
        """Show one that nobody has picked here."""
        self._code = code
        self.line.blockSignals(True)
        self.line.setText(self._words())
        self.line.setCursorPosition(0)
        self.line.blockSignals(False)
        self.close_list()

    def pick(self, code: str) -> None:
        """Take one."""
        changed = code != self._code
        self.show_code(code)
        if changed:
            self.picked.emit()

    def settle(self) -> str:
        """What is picked once what is typed has been read: the only match is taken."""
        self.line.settle()
        if self.unclear and len(found := find_choices(self.line.text(), self._choices)) == 1:
            self.pick(found[0].code)
        self.close_list()
        return "" if self.unclear else self._code

    def mark(self, wrong: bool) -> None:
        """Show whether there is something wrong with it."""
        self.line.setProperty("wrong", "true" if wrong else "false")

    def close_list(self) -> None:
        if self.matches is not None:
            self.matches.hide()

    def _words(self) -> str:
        return next((each.words for each in self._choices if each.code == self._code), "")

    def _on_typed(self, text: str) -> None:
        if text == self._words() or not self.line.hasFocus():
            self.close_list()
            return
        if not text.strip():
            self.close_list()
            if self._code:
                self._code = ""
                self.picked.emit()
            return
        self._open(find_choices(text, self._choices)[:_MOST])

    def _open(self, found: tuple[Choice, ...]) -> None:
        self._found = found
        if not found:
            self.close_list()
            return
        if self.matches is None:
            self.matches = _match_list(self.window(), self.line.accessibleName())
            self.matches.setModel(self._model)
            self.matches.clicked.connect(self._on_clicked)
            self.destroyed.connect(self.matches.deleteLater)
        self._model.setStringList([each.words for each in found])
        self.matches.setCurrentIndex(self._model.index(0))
        height = min(_ROWS, len(found)) * (self.fontMetrics().height() + 12) + 12
        window = self.window()
        place = self.line.mapTo(window, QPoint(0, self.line.height() + 2))
        top = place.y()
        if top + height > window.height() - 8:
            top = self.line.mapTo(window, QPoint(0, 0)).y() - height - 2
        self.matches.setGeometry(place.x(), max(8, top), max(self.width(), 260), height)
        self.matches.show()
        self.matches.raise_()

    def _on_clicked(self, index: Index) -> None:
        self.pick(self._found[index.row()].code)

    def key(self, event: QKeyEvent) -> bool:
        """What a key does while the list is open; whether it was for the list."""
        if not self.is_open or self.matches is None:
            if event.key() == Qt.Key.Key_Down:
                self._open(self._choices[:_MOST])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.settle()
                self.entered.emit()
                return True
            return False
        at = self.matches.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.matches.setCurrentIndex(self._model.index((at + step) % len(self._found)))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.line.settle()
                self.pick(self._found[max(0, at)].code)
            case Qt.Key.Key_Escape:
                self.show_code(self._code)
            case _:
                return False
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.close_list()


class _Line(TypedLine):
    def __init__(self, field: PickField) -> None:
        super().__init__(field)
        self._field = field
        self.setClearButtonEnabled(True)

    def event(self, event: QEvent) -> bool:
        # Esc belongs to the open list before it is a key of the form.
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._field.is_open
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self._field.key(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._field.settle()


def _match_list(window: QWidget, name: str) -> QListView:
    """A child of the window that never has the keyboard."""
    made = QListView(window)
    made.setObjectName("matches")
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setUniformItemSizes(True)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.hide()
    return made
