"""A list with a search above and a form beside it; what the list is of, its subclasses tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.shared.list_presenter import ListPresenter
from app.ui.shared.record_table import Column, RecordTable, RecordTableModel
from app.ui.shared.side_form import FormField, SideForm
from app.ui.shared.theme import icon
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Button, Card, EmptyState, shortcut
from app.ui.sharing.conflicts_dialog import ConflictsDialog


class EntryTable(RecordTable):
    """Enter on a row goes into its form."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class ListPage(QWidget):
    """Rows of one kind. Ctrl+N begins a new one, Enter edits, Ctrl+D retires or takes up again."""

    entity = ""
    """What the shared side calls a row of this list."""

    def __init__(self, presenter: ListPresenter, name: str, columns: Sequence[Column[Any]]) -> None:
        super().__init__()
        self.presenter = presenter
        self.lists: Any = None
        """The presenter's `Lists`."""
        self.entry: Any = None
        self.conflicts: ConflictsDialog | None = None
        self.search = TypedLine()
        self.retired = Button(self.tr("그만 쓰는 것도"), "chip")
        self.new = Button(self.tr("새로 만들기  Ctrl+N"), "secondary", name=self.tr("새로 만들기"))
        self.model: RecordTableModel[Any] = RecordTableModel(
            columns, key=self.code_of, struck=self.is_retired, parent=self
        )
        self.table = EntryTable(name)
        self.form = SideForm(self.fields())
        self.toggle = Button("", "secondary")
        self.empty = EmptyState(
            "inbox", self.tr("아직 없습니다"), self.tr("Ctrl+N으로 새로 만들거나 ‘가져오기’를 쓰세요.")
        )
        self._outer = QHBoxLayout(self)
        self.head = QHBoxLayout()
        self.side = QVBoxLayout()
        self.left = QVBoxLayout()
        """The list, and below it what a subclass puts there about the chosen row."""
        self._pages = QStackedWidget()
        self._lay_out(name)
        self._connect()
        self.setFocusProxy(self.table)
        self.show_entry(None)

    # --- what the subclass tells ---

    def fields(self) -> Sequence[FormField]:
        raise NotImplementedError

    def entries(self, lists: Any) -> Sequence[Any]:
        raise NotImplementedError

    def code_of(self, entry: Any) -> str:
        return str(entry.code)

    def is_retired(self, entry: Any) -> bool:
        """Whether the row is used no more, and hidden until it is asked for."""
        return entry.retired_at is not None

    def found_by(self, entry: Any) -> str:
        """The text a search looks in."""
        raise NotImplementedError

    def fits(self, entry: Any, wanted: Sequence[str]) -> bool:
        """Whether every one of the words `wanted` is found in the row."""
        text = self.found_by(entry).casefold()
        return all(word.casefold() in text for word in wanted)

    def values(self, entry: Any) -> Mapping[str, str]:
        """The fields of a row; None: of a new one."""
        raise NotImplementedError

    def heading(self, entry: Any) -> str:
        raise NotImplementedError

    def state(self, entry: Any) -> str:
        """What is to be known about the row, above its fields."""
        if entry is not None and entry.retired_at is not None:
            zone = self.presenter.session.zone
            return self.tr("{day}부터 쓰지 않습니다. 기록은 그대로 있습니다.").format(
                day=f"{entry.retired_at.astimezone(zone):%Y-%m-%d}"
            )
        return ""

    def submit(self, values: Mapping[str, str], entry: Any) -> None:
        """Make the change that the form asks for."""
        raise NotImplementedError

    def retire(self, entry: Any) -> None:
        """Retire the row, or take it up again."""
        raise NotImplementedError

    def toggle_words(self, retired: bool) -> str:
        return self.tr("다시 쓰기  Ctrl+D") if retired else self.tr("그만 쓰기  Ctrl+D")

    # --- the page ---

    def _lay_out(self, name: str) -> None:
        card = Card(margins=(8, 10, 8, 8))
        card.column.setSpacing(8)
        head = self.head
        head.setContentsMargins(8, 0, 8, 0)
        head.setSpacing(8)
        self.search.setPlaceholderText(self.tr("찾기   Ctrl+F"))
        self.search.setAccessibleName(self.tr("{list}에서 찾기").format(list=name))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), TypedLine.ActionPosition.LeadingPosition)
        self.retired.setCheckable(True)
        head.addWidget(self.search, 1)
        head.addWidget(self.retired)
        head.addWidget(self.new)
        self.table.setModel(self.model)
        self.table.fit_columns(self.model.columns)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        card.column.addLayout(head)
        card.column.addWidget(self._pages, 1)
        self.form.extra.addWidget(self.toggle)
        outer = self._outer
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        self.left.setSpacing(12)
        self.left.addWidget(card, 1)
        outer.addLayout(self.left, 1)
        self.side.setSpacing(12)
        self.side.addWidget(self.form, 1)
        outer.addLayout(self.side)

    def widen_form(self, least: int, most: int) -> None:
        """Let the form take a third of the page, between `least` and `most` units of the screen."""
        self.form.setMinimumWidth(least)
        self.form.setMaximumWidth(most)
        self._outer.setStretch(0, 2)
        self._outer.setStretch(1, 1)

    def _connect(self) -> None:
        self.search.live_text_changed.connect(self._refresh)
        self.search.returnPressed.connect(self.table.setFocus)
        self.retired.clicked.connect(self._refresh)
        self.new.clicked.connect(self.begin)
        self.toggle.clicked.connect(self.toggle_retired)
        self.form.submitted.connect(self._on_submitted)
        self.form.two_values.wanted.connect(self._on_two_values)
        self.form.cancelled.connect(self._on_cancelled)
        self.table.activated.connect(self._on_activated)
        self.table.clicked.connect(self._on_selected)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        shortcut(self, "Ctrl+N", self.begin)
        shortcut(self, "Ctrl+F", self._on_search_wanted)
        shortcut(self, "Ctrl+D", self.toggle_retired)

    @property
    def dirty(self) -> bool:
        """Whether something is typed here that is not saved yet."""
        return self.form.dirty

    def show_lists(self, lists: Any) -> None:
        """Show what there is now. What is being typed in the form stays."""
        self.lists = lists
        self._refresh()
        if self.entry is not None and not self.form.dirty:
            code = self.code_of(self.entry)
            self.show_entry(next((e for e in self.entries(lists) if self.code_of(e) == code), None))
        elif self.entry is None and not self.form.dirty:
            self.show_entry(None)

    def show_saved(self, result: object) -> None:
        """A change of this page was made: the form is done with."""
        self.form.dirty = False
        self.entry = result
        self.table.setFocus()

    def show_trouble(self, field: str, sentence: str) -> None:
        """Say it beside the field it is about, or above the buttons."""
        if not self.form.grid.show_trouble(field, sentence):
            self.form.say(sentence)

    def begin(self) -> None:
        """An empty form for a new row."""
        if not self._keep_typed():
            self.table.clearSelection()
            self.show_entry(None)
            self.form.grid.focus_first()

    def show_entry(self, entry: Any) -> None:
        self.entry = entry
        self.form.show_row(self.heading(entry), self.values(entry), self.state(entry), new=entry is None)
        found = () if entry is None or self.lists is None else self.lists.conflicts_of(self.entity, self.code_of(entry))
        self.form.two_values.show_conflicts(found)
        self.toggle.setVisible(entry is not None)
        if entry is not None:
            self.toggle.setText(self.toggle_words(self.is_retired(entry)))

    def toggle_retired(self) -> None:
        if self.entry is not None and not self._keep_typed():
            self.retire(self.entry)

    def _keep_typed(self) -> bool:
        """Whether something typed stands in the form, which must not be lost by going elsewhere."""
        if self.form.dirty:
            self.form.say(self.tr("저장하지 않은 내용이 있습니다. Enter로 저장하거나 Esc로 취소해 주세요."))
            self.form.grid.focus_first()
        return self.form.dirty

    def _refresh(self) -> None:
        if self.lists is None:
            return
        wanted = self.search.live_text().split()
        shown = [
            entry
            for entry in self.entries(self.lists)
            if (self.retired.isChecked() or not self.is_retired(entry)) and (not wanted or self.fits(entry, wanted))
        ]
        self.model.set_records(shown)
        self._pages.setCurrentWidget(self.table if shown or wanted else self.empty)
        if self.entry is not None and (place := self.model.row_of(self.code_of(self.entry))) is not None:
            self.table.selectRow(place)

    def _on_selected(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        entry = self.model.record_at(rows[0]) if rows else None
        if entry is not None and (self.entry is None or self.code_of(entry) != self.code_of(self.entry)):
            if self.form.dirty:
                self._keep_typed()
            else:
                self.show_entry(entry)

    def _on_activated(self) -> None:
        self._on_selected()
        self.form.grid.focus_first()

    def _on_submitted(self) -> None:
        if self.entry is not None and not self.form.dirty:
            self.table.setFocus()
            return
        self.form.say("")
        self.form.grid.show_trouble("", "")
        self.submit(self.form.grid.values(), self.entry)

    def _on_cancelled(self) -> None:
        self.show_entry(self.entry)
        self.table.setFocus()

    def _on_two_values(self) -> None:
        self.conflicts = ConflictsDialog(self.presenter.session, self, (self.entity, self.code_of(self.entry)))
        self.conflicts.settled.connect(self.presenter.load)
        self.conflicts.finished.connect(self.conflicts.deleteLater)
        self.conflicts.open()

    def _on_search_wanted(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
