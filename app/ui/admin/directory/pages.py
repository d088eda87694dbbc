"""The tab for what shows the way: six pages over one set of lists."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.calendars import Holiday
from app.domain.directory import LifeEvent, Question, Task
from app.domain.directory_import import DirectoryDifference
from app.domain.guidance import Ruling
from app.domain.offices import OfficeSettings
from app.ui.admin.directory.calendar_page import CalendarPage
from app.ui.admin.directory.directory_import_page import DirectoryImportPage
from app.ui.admin.directory.events_page import EventsPage
from app.ui.admin.directory.learned_page import LearnedPage
from app.ui.admin.directory.presenter import DirectoryLists, DirectoryPresenter
from app.ui.admin.directory.questions_page import QuestionsPage
from app.ui.admin.directory.tasks_page import TasksPage
from app.ui.admin.presenter import AdminLists, AdminPresenter
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Notice, shortcut

P = TypeVar("P")
_Page = TasksPage | QuestionsPage | EventsPage | LearnedPage | CalendarPage | DirectoryImportPage

_ROWS: dict[type[_Page], tuple[type, ...]] = {
    TasksPage: (Task,),
    QuestionsPage: (Question,),
    EventsPage: (LifeEvent,),
    LearnedPage: (Ruling, type(None)),
    CalendarPage: (Holiday, OfficeSettings, type(None)),
    DirectoryImportPage: (DirectoryDifference,),
}
"""The pages in their order, and what a change made on each gives back."""


class DirectoryPages(QWidget):
    """Ctrl+1 – 6 turns to a page."""

    def __init__(self, presenter: AdminPresenter) -> None:
        super().__init__()
        self.presenter = DirectoryPresenter(presenter, self)
        self.place = 0
        self._made: dict[int, _Page] = {}
        self.chips = QButtonGroup(self)
        self.pages = QStackedWidget()
        self.bad = Notice(Tone.DANGER, "circle-alert")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(self.bad)
        column.addWidget(self.pages, 1)
        self.chips.idClicked.connect(self.turn_to)
        self.presenter.loaded.connect(self._on_loaded)
        self.presenter.failed.connect(self.bad.say)

    # --- the pages, each made when it is wanted first ---

    @property
    def tasks(self) -> TasksPage:
        return self._wanted(TasksPage)

    @property
    def questions(self) -> QuestionsPage:
        return self._wanted(QuestionsPage)

    @property
    def events(self) -> EventsPage:
        return self._wanted(EventsPage)

    @property
    def learned(self) -> LearnedPage:
        return self._wanted(LearnedPage)

    @property
    def calendar(self) -> CalendarPage:
        return self._wanted(CalendarPage)

    @property
    def imports(self) -> DirectoryImportPage:
        return self._wanted(DirectoryImportPage)

    def _wanted(self, kind: type[P]) -> P:
        page = self._page_at(tuple(_ROWS).index(kind))
        assert isinstance(page, kind)
        return page

    def _page_at(self, place: int) -> _Page:
        page = self._made.get(place)
        if page is None:
            kind = tuple(_ROWS)[place]
            page = CalendarPage(self.presenter) if kind is CalendarPage else kind(self.presenter.admin)  # type: ignore[arg-type]
            self._made[place] = page
            self.pages.addWidget(page)
            if self.presenter.lists is not None:
                page.show_lists(self.presenter.lists)
        return page

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        names = (
            self.tr("업무 안내"),
            self.tr("갈림 질문"),
            self.tr("생애 사건"),
            self.tr("배운 말"),
            self.tr("휴일·점심"),
            self.tr("업무 안내 가져오기"),
        )
        for place, name in enumerate(names):
            chip = Button(name, "chip", name=f"{name} Ctrl+{place + 1}")
            chip.setToolTip(f"Ctrl+{place + 1}")
            chip.setCheckable(True)
            chip.setChecked(place == 0)
            self.chips.addButton(chip, place)
            head.addWidget(chip)
            shortcut(self, f"Ctrl+{place + 1}", _Turner(self, place).turn)
        head.addStretch(1)
        return head

    @property
    def page(self) -> _Page:
        """The page in front."""
        return self._page_at(self.place)

    @property
    def dirty(self) -> bool:
        """Whether a form of these pages is half filled in."""
        return any(not isinstance(page, DirectoryImportPage) and page.dirty for page in self._made.values())

    def turn_to(self, place: int) -> None:
        """Bring a page to the front."""
        self.chips.button(place).setChecked(True)
        self.place = place
        self.come()

    def come(self) -> None:
        """The keyboard comes to the page in front."""
        self.pages.setCurrentWidget(self.page)
        self.page.setFocus()

    def show_lists(self, _lists: AdminLists) -> None:
        """The screen's lists were fetched anew: somebody came here, or changed something, or something arrived."""
        if self.isVisible():
            self.presenter.load()

    def show_saved(self, result: object) -> None:
        """A change was made, or taken back, while this tab was in front; what was undone may be of another page."""
        page = self.page
        if isinstance(result, _ROWS[type(page)]):
            page.show_saved(result)

    def show_trouble(self, field: str, sentence: str) -> None:
        """Say it on the page in front."""
        self.page.show_trouble(field, sentence)

    def _on_loaded(self, lists: DirectoryLists) -> None:
        self.bad.say("")
        for page in self._made.values():
            page.show_lists(lists)


class _Turner(QObject):
    """A key's slot: it lives as a child of the page, because a connection to a lambda would outlive it."""

    def __init__(self, pages: DirectoryPages, place: int) -> None:
        super().__init__(pages)
        self._pages = pages
        self._place = place

    def turn(self) -> None:
        self._pages.turn_to(self._place)
