"""The list of cases: filtered, searched, read page by page, and looked at again every few seconds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.actors import Actor
from app.domain.cases import CaseFilter, CaseKind, CaseLine, CasePage, CaseScope, SearchedWhere
from app.domain.clocks import OfficeNow
from app.domain.offices import DepartmentRecord
from app.ui.parts import DeskParts
from app.ui.shared.looking import Looking
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

_LOOK_AGAIN_MS = 10_000
_PAUSE_MS = 250
"""Between the last key and the search."""
_PAGE = 50
_MOST_AGAIN = 500
"""A list read further down than this is not read anew by itself."""


@dataclass(frozen=True)
class CaseRows:
    """The list as the screen shows it. `filter` is what it answers; `more`: there are further pages."""

    lines: tuple[CaseLine, ...] = ()
    more: bool = False
    where: SearchedWhere = SearchedWhere.HERE
    read_as: str = ""
    filter: CaseFilter = field(default_factory=CaseFilter)
    loaded: bool = False


@dataclass(frozen=True)
class _Answer:
    wanted: CaseFilter
    now: OfficeNow
    page: CasePage


class CaseListPresenter(Looking):
    """What is typed is searched for after a short pause; without it the list is this PC's and always true."""

    changed = Signal(object)
    """A `CaseRows`."""
    departments_read = Signal(object)
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session, parent, _LOOK_AGAIN_MS)
        self.filter = CaseFilter()
        self.rows = CaseRows()
        self.departments: tuple[DepartmentRecord, ...] = ()
        self.today = self.moment().astimezone(session.zone).date()
        self._more = ""
        self._fetching = False
        self._searched: CaseFilter | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.read_anew)
        session.syncing.arrived.connect(self._on_arrived)

    # --- what is looked for ---

    def search(self, text: str) -> None:
        """Look for `text` once nobody has typed for a moment."""
        wanted = text.strip()
        if wanted != self.filter.text:
            self.filter = replace(self.filter, text=wanted)
            self._pause.start()

    def search_now(self) -> None:
        """Look for what is typed without waiting."""
        if self._pause.isActive():
            self.read_anew()

    def choose_scope(self, scope: CaseScope) -> None:
        self.filter = replace(self.filter, scope=scope)
        self.read_anew()

    def choose_kind(self, kind: CaseKind | None) -> None:
        self.filter = replace(self.filter, kind=kind)
        self.read_anew()

    def choose_department(self, code: str) -> None:
        self.filter = replace(self.filter, department_code=code)
        self.read_anew()

    def read_anew(self) -> None:
        """Read the first page of what is looked for now."""
        self._pause.stop()
        self.rows = replace(self.rows, lines=(), more=False, loaded=False)
        self._searched = None
        self.reload()

    def be_seen(self, seen: bool) -> None:
        super().be_seen(seen)
        if seen and not self.departments:
            work = partial(self._session.parts.offices.departments, self._session.actor)
            self._session.runner.run(Lane.DESK, self, work, self._on_departments)

    # --- reading ---

    def reload(self) -> None:
        # What was searched for stands until something else is: others may be asked over the network.
        settled = self._searched == self.filter and bool(self.filter.text)
        if settled or len(self.rows.lines) > _MOST_AGAIN:
            return
        super().reload()

    def put(self, line: CaseLine) -> None:
        """Show a case's new line at once; the list is read again when something makes it differ."""
        before = next((each for each in self.rows.lines if each.id == line.id), None)
        if before is not None and before != line:
            lines = tuple(line if each.id == line.id else each for each in self.rows.lines)
            self.rows = replace(self.rows, lines=lines)
            self.changed.emit(self.rows)
            self.reload()

    def read_more(self) -> None:
        """Read the next page."""
        if self._fetching or not self.rows.more or not self.rows.loaded:
            return
        self._fetching = True
        work = partial(self._session.parts.cases.list, self._session.actor, self.filter, self._more, _PAGE)
        done = partial(self._on_more, self.filter)
        self._session.runner.run(self._lane(), self, work, done, self._on_more_failed)

    def _lane(self) -> Lane:
        """A search may ask the shared side, and a network may hang."""
        return Lane.SYNC if self.filter.text and self._session.syncing.state.attached else Lane.DESK

    def _question(self) -> Callable[[], Any]:
        count = max(_PAGE, len(self.rows.lines))
        return partial(_ask, self._session.parts, self._session.actor, self.filter, count)

    def _answered(self, answer: _Answer) -> None:
        if answer.wanted != self.filter:
            self._ask_again = True  # something else is looked for by now
            return
        self._tell_moment(answer.now.at)
        self.today = answer.now.day
        page = answer.page
        self._more = page.more
        self._searched = self.filter
        self.rows = CaseRows(page.lines, bool(page.more), page.where, page.read_as, self.filter, loaded=True)
        self.changed.emit(self.rows)

    def _on_more(self, wanted: CaseFilter, page: CasePage) -> None:
        self._fetching = False
        if wanted != self.filter or not self.rows.loaded:
            return
        known = {line.id for line in self.rows.lines}
        lines = (*self.rows.lines, *(line for line in page.lines if line.id not in known))
        self._more = page.more
        self.rows = replace(self.rows, lines=lines, more=bool(page.more))
        self.changed.emit(self.rows)

    def _on_more_failed(self, error: Exception) -> None:
        self._fetching = False
        self._went_wrong(error)

    def _went_wrong(self, error: Exception) -> None:
        self.failed.emit(sentence_for(error))

    def _on_departments(self, departments: tuple[DepartmentRecord, ...]) -> None:
        self.departments = departments
        self.departments_read.emit(departments)

    def _on_arrived(self) -> None:
        if self.seen:
            self.reload()


def _ask(parts: DeskParts, actor: Actor, wanted: CaseFilter, count: int) -> _Answer:
    return _Answer(wanted, parts.visits.now(actor), parts.cases.list(actor, wanted, "", count))
