"""Reading the lines of a list of cases that leaves the program, in pieces and all of them, and logging that it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Actor, Role
from app.domain.case_errors import TooManyToExport
from app.domain.case_exports import EXPORT_LIMIT
from app.domain.cases import CaseFilter, CaseLine, SearchedWhere
from app.domain.periods import Progress
from app.services.case_finding import CaseFinder
from app.services.case_reading import CaseReader
from app.services.visit_steps import AtCounter

WriteCases = Callable[[tuple[CaseLine, ...]], None]
"""Writes a list of cases, on the thread that asked for it."""
_AT_ONCE = 500


@dataclass(slots=True)
class LeavingCases:
    """What is read of a list so far: the `lines` that leave, and how many of the audit officer's stay."""

    auditor: bool
    progress: Progress
    lines: list[CaseLine] = field(default_factory=list)
    left_out: int = 0
    where: SearchedWhere = SearchedWhere.HERE

    def add(self, page: tuple[CaseLine, ...]) -> None:
        """Errors: `TooManyToExport`, whatever `progress` raises."""
        leaving = [line for line in page if self.auditor or not line.to_auditor]
        self.left_out += len(page) - len(leaving)
        self.lines.extend(leaving)
        if len(self.lines) > EXPORT_LIMIT:
            raise TooManyToExport(EXPORT_LIMIT)
        self.progress(len(self.lines), 0)


def listed_cases(
    database: Database,
    begin: Callable[[UnitOfWork, Actor], CaseReader],
    actor: Actor,
    wanted: CaseFilter,
    progress: Progress,
) -> LeavingCases:
    """All of a list, read in one transaction, so that none is missing or there twice because somebody works on it.

    Errors: `NotAllowed`, `TooManyToExport`.
    """
    with database.read() as work:
        looker = begin(work, actor).looker
        leaving = LeavingCases(looker.auditor, progress)
        page, more = work.case_lists.page(wanted, looker, "", _AT_ONCE)
        leaving.add(page)
        while more:
            page, more = work.case_lists.page(wanted, looker, more, _AT_ONCE)
            leaving.add(page)
    return leaving


def found_cases(finder: CaseFinder, actor: Actor, wanted: CaseFilter, progress: Progress) -> LeavingCases:
    """All that a search finds, on the shared side, too. Errors: `NotAllowed`, `TooManyToExport`."""
    leaving = LeavingCases(actor.role is Role.AUDITOR, progress)
    page = finder.find(actor, wanted, "", _AT_ONCE)
    leaving.where = page.where
    leaving.add(page.lines)
    while page.more:
        page = finder.find(actor, wanted, page.more, _AT_ONCE)
        if page.where is SearchedWhere.HERE_ONLY:
            leaving.where = page.where
        leaving.add(page.lines)
    return leaving


def note_export(here: AtCounter, wanted: CaseFilter, leaving: LeavingCases, form: str, reason: str) -> None:
    """Write into the access log who takes what out of the program and why. Of a search only that there was one."""
    what: dict[str, object] = {
        "reason": reason,
        "form": form,
        "scope": wanted.scope.value,
        "searched": bool(wanted.text),
        "count": len(leaving.lines),
    }
    if wanted.kind is not None:
        what["kind"] = wanted.kind.value
    if wanted.department_code:
        what["department"] = wanted.department_code
    for name, day in (("first", wanted.first), ("last", wanted.last)):
        if day is not None:
            what[name] = day.isoformat()
    if leaving.left_out:
        what["left_out"] = leaving.left_out
    if wanted.text:
        what["where"] = leaving.where.value
    here.trail.act("export_cases", "case_file", "", what)
