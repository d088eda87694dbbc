"""A list with a form as a page of its own: what was done is said above it, Ctrl+Z takes back the last change."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.shared.list_page import ListPage
from app.ui.shared.list_presenter import ListPresenter
from app.ui.shared.theme import Tone
from app.ui.shared.unfinished import Unfinished
from app.ui.shared.widgets import Notice, shortcut


class ListScreen(QWidget):
    """Holds one `ListPage`, loads it when it comes to the front and when something has arrived."""

    def __init__(self, presenter: ListPresenter, page: ListPage) -> None:
        super().__init__()
        self.presenter = presenter
        # Without a parent it would outlive this screen.
        presenter.setParent(self)
        self.list = page
        self.good = Notice(Tone.SUCCESS, "circle-check")
        self.bad = Notice(Tone.DANGER, "circle-alert")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.good)
        column.addWidget(self.bad)
        column.addWidget(page, 1)
        self.setFocusProxy(page)
        presenter.loaded.connect(page.show_lists)
        presenter.saved.connect(self._on_saved)
        presenter.refused.connect(self._on_refused)
        presenter.session.syncing.arrived.connect(self._on_arrived)
        shortcut(self, "Ctrl+Z", presenter.undo)

    def enter(self) -> None:
        """The page comes to the front."""
        self.good.say("")
        self.bad.say("")
        self.presenter.load()
        self.list.setFocus()

    def leave(self) -> None:
        """Another page comes to the front: what is typed stays."""

    def unfinished(self) -> Unfinished:
        """Whether the form is half filled in."""
        return Unfinished(typed=self.list.dirty)

    def say(self, sentence: str) -> None:
        """Something went well that is no change of the list."""
        self.bad.say("")
        self.good.say(sentence)

    def _on_arrived(self) -> None:
        if self.isVisible():
            self.presenter.load()

    def _on_saved(self, words: str, result: object) -> None:
        self.say(words)
        self.list.show_saved(result)

    def _on_refused(self, field: str, sentence: str) -> None:
        self.good.say("")
        if field:
            self.bad.say("")
            self.list.show_trouble(field, sentence)
        else:
            self.bad.say(sentence)
