"""Loads what the administrator keeps for those who show the way. Changes go through the presenter of the screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.actors import Actor
from app.domain.calendars import Holiday
from app.domain.directory import LifeEvent, Question, Task
from app.domain.guidance import LearnedPhrase
from app.domain.offices import OfficeSettings
from app.ui.admin.directory.task_search import TaskSearch
from app.ui.admin.presenter import AdminPresenter
from app.ui.parts import DeskParts
from app.ui.shared.list_presenter import Lists
from app.ui.shared.messages import sentence_for
from app.ui.shared.task_runner import Lane


@dataclass(frozen=True)
class DirectoryLists(Lists):
    """Everything these pages show, of one moment. `holidays` are those of `year`."""

    tasks: tuple[Task, ...]
    questions: tuple[Question, ...]
    events: tuple[LifeEvent, ...]
    learned: tuple[LearnedPhrase, ...]
    year: int
    holidays: tuple[Holiday, ...]
    settings: OfficeSettings
    search: TaskSearch = field(default_factory=TaskSearch)

    def task_words(self, task_id: str | None) -> str:
        """The title of a task and who does it; nothing for one that is not there."""
        task = self.search.by_id.get(task_id or "")
        return "" if task is None else f"{task.title} · {task.department}"


class DirectoryPresenter(QObject):
    loaded = Signal(object)
    """`DirectoryLists`."""
    failed = Signal(str)
    """Why they could not be loaded."""

    def __init__(self, admin: AdminPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self.admin = admin
        self.lists: DirectoryLists | None = None
        self.year = 0

    def load(self) -> None:
        """Fetch everything anew."""
        work = partial(_load, self.admin.parts, self.admin.actor, self.year, self.lists)
        self.admin.session.runner.run(Lane.DESK, self, work, self._on_loaded, self._on_failed)

    def turn_to_year(self, year: int) -> None:
        """Show the holidays of another year."""
        self.year = year
        self.load()

    def _on_loaded(self, lists: DirectoryLists) -> None:
        if self.year and lists.year != self.year:
            return  # somebody has gone on to another year meanwhile
        self.lists, self.year = lists, lists.year
        self.loaded.emit(lists)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(sentence_for(error))


def _load(parts: DeskParts, actor: Actor, year: int, before: DirectoryLists | None) -> DirectoryLists:
    shown = year or parts.offices.today().year
    tasks = parts.directory.tasks(actor)
    same = before is not None and before.tasks == tasks
    return DirectoryLists(
        tasks=before.tasks if before is not None and same else tasks,
        questions=parts.directory.questions(actor),
        events=parts.directory.events(actor),
        learned=parts.guidance.learned(actor),
        year=shown,
        holidays=parts.calendar.holidays(actor, shown),
        settings=parts.offices.settings(),
        conflicts=parts.sharing.conflicts(actor),
        search=before.search if before is not None and same else TaskSearch(tasks),
    )
