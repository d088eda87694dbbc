"""The form beside a list: one row's fields, each with its trouble right below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.typed_text import TypedText
from app.ui.shared.widgets import Button, Card, Text, restyle, row, shortcut
from app.ui.sharing.two_values import TwoValues

Choices = Sequence[tuple[str, str]]
FieldWidget = QComboBox | TypedLine | TypedText


@dataclass(frozen=True)
class FormField:
    """`fixed`: set once, when the row is made. `choices` make it a box to choose from: words and value.

    More than one of `lines` makes it a field in which text wraps; `breaks`: and in which Enter begins a new line.
    """

    name: str
    label: str
    hint: str = ""
    fixed: bool = False
    choices: Choices | None = None
    lines: int = 1
    breaks: bool = False


class FieldGrid(QWidget):
    """Labels, fields, hints; reads and shows plain texts by field name."""

    edited = Signal()
    entered = Signal()

    def __init__(self, fields: Sequence[FormField], columns: int = 1) -> None:
        super().__init__()
        self._fields = tuple(fields)
        self.widgets: dict[str, FieldWidget] = {}
        self.troubles: dict[str, Text] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        for place, field in enumerate(self._fields):
            line, column = (place // columns) * 4, place % columns
            widget = self._widget(field)
            label = Text(field.label, "strong")
            label.setBuddy(widget)
            trouble = Text(field.hint, "small", Tone.QUIET, wrap=True)
            # Never shown by hand before it has its place: it would come up as a window of its own.
            if not field.hint:
                trouble.hide()
            self.widgets[field.name], self.troubles[field.name] = widget, trouble
            grid.addWidget(label, line, column)
            grid.addWidget(widget, line + 1, column)
            grid.addWidget(trouble, line + 2, column, Qt.AlignmentFlag.AlignTop)
            grid.setRowMinimumHeight(line + 3, 3)
            grid.setColumnStretch(column, 1)

    def _widget(self, field: FormField) -> FieldWidget:
        if field.choices is not None:
            box = QComboBox()
            for words, value in field.choices:
                box.addItem(words, value)
            box.activated.connect(self.edited)
            widget: FieldWidget = box
        elif field.lines > 1:
            widget = TypedText(field.lines, field.breaks)
            widget.edited.connect(self.edited)
            widget.entered.connect(self.entered)
        else:
            line = TypedLine()
            line.textEdited.connect(self.edited)
            line.returnPressed.connect(self.entered)
            widget = line
        widget.setAccessibleName(field.label)
        widget.setAccessibleDescription(field.hint)
        return widget

    def offer(self, name: str, choices: Choices) -> None:
        """Other things to choose from; what is chosen stays, if it is still there."""
        box = self.widgets[name]
        assert isinstance(box, QComboBox)
        chosen = box.currentData()
        box.clear()
        for words, value in choices:
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))

    def values(self) -> dict[str, str]:
        """What is in the fields; what is being composed is part of it."""
        return {
            name: str(widget.currentData()) if isinstance(widget, QComboBox) else widget.settled_text()
            for name, widget in self.widgets.items()
        }

    def show_values(self, values: Mapping[str, str], *, new: bool) -> None:
        """Fill the fields. What is set once can be typed only for a `new` row."""
        for field in self._fields:
            widget, text = self.widgets[field.name], values.get(field.name, "")
            if isinstance(widget, QComboBox):
                widget.setCurrentIndex(max(0, widget.findData(text)))
            elif isinstance(widget, TypedText):
                widget.fill(text)
            else:
                widget.setText(text)
                widget.setCursorPosition(0)
            widget.setEnabled(new or not field.fixed)
        self.show_trouble("", "")

    def show_trouble(self, name: str, sentence: str) -> bool:
        """Say `sentence` below the field `name` and go there; False when there is no such field."""
        for field in self._fields:
            wrong = field.name == name
            said = self.troubles[field.name]
            said.say(sentence if wrong else field.hint, Tone.DANGER if wrong else Tone.QUIET)
            said.setVisible(bool(said.text()))
            widget = self.widgets[field.name]
            widget.setProperty("wrong", "true" if wrong else "false")
            restyle(widget)
        if name not in self.widgets:
            return False
        self.widgets[name].setFocus()
        return True

    def focus_first(self) -> None:
        """The first field that can be changed."""
        for widget in self.widgets.values():
            if widget.isEnabled():
                widget.setFocus()
                if isinstance(widget, TypedLine):
                    widget.selectAll()
                return


class SideForm(Card):
    """A heading, the fields, save and cancel. `extra` buttons stand below for what is done to the whole row."""

    submitted = Signal()
    cancelled = Signal()

    def __init__(self, fields: Sequence[FormField]) -> None:
        super().__init__(margins=(20, 14, 20, 14))
        self.setFixedWidth(340)
        self.grid = FieldGrid(fields)
        self.dirty = False
        self.heading = Text("", "heading", wrap=True)
        self.state = Text("", "small", Tone.QUIET, wrap=True)
        self.two_values = TwoValues()
        self.trouble = Text("", "body", Tone.DANGER, wrap=True)
        self.save = Button(self.tr("저장  Enter"), "primary", name=self.tr("저장"))
        self.cancel = Button(self.tr("취소  Esc"), "secondary", name=self.tr("취소"))
        self.extra = QVBoxLayout()
        self.extra.setSpacing(6)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 6, 0)
        column.addWidget(self.grid)
        self.body = QVBoxLayout()
        """What stands below the fields and is scrolled with them."""
        self.body.setSpacing(8)
        column.addLayout(self.body)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        area.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self.column.setSpacing(8)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.state)
        self.column.addWidget(self.two_values)
        self.column.addWidget(area, 1)
        self.column.addWidget(self.trouble)
        self.column.addLayout(row(1, self.cancel, self.save))
        self.column.addLayout(self.extra)
        self.trouble.hide()
        self.state.hide()
        self.save.clicked.connect(self.submitted)
        self.cancel.clicked.connect(self.cancelled)
        self.grid.entered.connect(self.submitted)
        self.grid.edited.connect(self.mark_edited)
        shortcut(self, "Esc", self.cancelled.emit)
        shortcut(self, "Ctrl+S", self.submitted.emit)

    def show_row(self, heading: str, values: Mapping[str, str], state: str, *, new: bool) -> None:
        """Show a row's fields, forgetting what was typed."""
        self.dirty = False
        self.heading.say(heading)
        self.state.say(state)
        self.state.setVisible(bool(state))
        self.say("")
        self.grid.show_values(values, new=new)

    def say(self, sentence: str) -> None:
        """A trouble that belongs to no field."""
        self.trouble.say(sentence)
        self.trouble.setVisible(bool(sentence))

    def mark_edited(self) -> None:
        """Something was typed or chosen that is not saved yet."""
        self.dirty = True
        self.say("")
