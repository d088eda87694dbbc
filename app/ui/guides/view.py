"""The guide for the own role: contents on the left, the page on the right, one field to search."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.languages import ScreenLanguage
from app.ui.guides.library import guide_of
from app.ui.guides.page import GuidePage
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Button, Card, Text, shortcut

_CONTENTS_WIDTH = 280


class GuideView(QWidget):
    """Arrow keys and Page Up/Down read on; Esc leads back to work."""

    guide_left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.page = GuidePage()
        self.page.setAccessibleName(self.tr("사용 안내"))
        self.search = TypedLine()
        self.found = Text("", "small", Tone.QUIET)
        self.contents = QListWidget()
        self.contents.setAccessibleName(self.tr("차례"))
        self.leave_button = Button(self.tr("돌아가기  Esc"), "secondary", "arrow-left", self.tr("돌아가기"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(self._head())
        if session.store.settings.language is not ScreenLanguage.KO:
            column.addWidget(Text(self.tr("안내는 한국어로만 있습니다."), "small", Tone.QUIET))
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self._contents_card())
        body.addWidget(self.page, 1)
        column.addLayout(body, 1)
        self._connect()
        self.page.show_guide(guide_of(session.actor.role))
        self.setFocusProxy(self.page)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        title = Text(self.tr("사용 안내"), "title")
        title.setMinimumHeight(38)
        self.search.setPlaceholderText(self.tr("안내에서 찾기   Ctrl+F"))
        self.search.setAccessibleName(self.tr("안내에서 찾기"))
        self.search.setFixedWidth(280)
        self.search.lead_with("search")
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.found)
        head.addWidget(self.search)
        head.addWidget(self.leave_button)
        return head

    def _contents_card(self) -> Card:
        card = Card(margins=(8, 12, 8, 8))
        card.setFixedWidth(_CONTENTS_WIDTH)
        caption = Text(self.tr("차례   Ctrl+T"), "strong")
        caption.setContentsMargins(8, 0, 0, 0)
        card.column.addWidget(caption)
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        card.column.addWidget(self.contents, 1)
        return card

    def _connect(self) -> None:
        self.page.headings_changed.connect(self._show_contents)
        self.contents.itemClicked.connect(self._on_heading)
        self.contents.itemActivated.connect(self._on_heading)
        self.search.live_text_changed.connect(self._on_typed)
        self.search.installEventFilter(self)
        self.leave_button.clicked.connect(self.guide_left)
        shortcut(self, "Ctrl+F", self._on_search_wanted)
        shortcut(self, "Ctrl+T", self.contents.setFocus)
        shortcut(self, "Alt+Left", self.page.back)
        shortcut(self, "Esc", self._on_escape)

    def enter(self) -> None:
        """The screen comes to the front."""
        self.page.setFocus()

    def leave(self) -> None:
        """Another screen comes to the front: the page stays where it was."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the search field goes on to the next place, with Shift to the one before."""
        if (
            watched is self.search
            and event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._find(backward=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        return super().eventFilter(watched, event)

    def _show_contents(self) -> None:
        self.contents.clear()
        for heading in self.page.headings():
            indent = "    " * max(0, heading.level - 2)
            item = QListWidgetItem(indent + heading.words)
            item.setData(Qt.ItemDataRole.UserRole, heading)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, heading.words)
            self.contents.addItem(item)
        self.contents.setCurrentRow(0)

    def _on_heading(self, item: QListWidgetItem) -> None:
        self.page.go_to(item.data(Qt.ItemDataRole.UserRole))
        self.page.setFocus()

    def _on_search_wanted(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _on_typed(self, text: str) -> None:
        if not text:
            self.found.say("")
            return
        cursor = self.page.textCursor()
        cursor.setPosition(cursor.selectionStart())  # a longer word may begin where the shorter one was found
        self.page.setTextCursor(cursor)
        self._say_found(self.page.find_on(text))

    def _find(self, *, backward: bool) -> None:
        text = self.search.settled_text()
        if text:
            self._say_found(self.page.find_on(text, backward=backward))

    def _say_found(self, found: bool) -> None:
        self.found.say("" if found else self.tr("찾는 말이 없습니다"), Tone.QUIET if found else Tone.DANGER)

    def _on_escape(self) -> None:
        if self.search.hasFocus():
            self.search.settle()
            self.search.clear()
            self.page.setFocus()
            return
        self.guide_left.emit()
