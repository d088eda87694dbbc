"""Cases at the counter and in the departments: receiving, handling, finding and printing them."""

from __future__ import annotations

from collections.abc import Mapping

from app.db.attachment_files import AttachmentFiles
from app.db.attachment_sweep import sweep_attachments
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor
from app.domain.case_exports import ExportedCases, export_reason
from app.domain.case_steps import NewStep
from app.domain.case_views import CaseChange, CaseView
from app.domain.cases import Case, CaseFilter, CaseLine, CasePage, CaseScope, NewCase
from app.domain.letters import LetterContent, LetterKind
from app.domain.periods import Progress, no_progress
from app.services.calendar import CalendarService
from app.services.case_changes import edit_case
from app.services.case_erasing import erase_case
from app.services.case_export import WriteCases, found_cases, listed_cases, note_export
from app.services.case_finding import CaseFinder, CasesElsewhere
from app.services.case_handling import take_step
from app.services.case_letters import letter_content
from app.services.case_matters import link_case, unlink_case
from app.services.case_opening import checked, open_case, similar_cases
from app.services.case_reading import CaseReader
from app.services.case_reckoning import reckon_case, reckon_stale
from app.services.clock import Clock
from app.services.search_upkeep import tend_search
from app.services.visit_steps import AtCounter


class CaseService:
    """The audit officer sees and handles second grievances only; everybody else sees of those that they are there."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        calendar: CalendarService,
        files: AttachmentFiles,
        elsewhere: CasesElsewhere | None = None,
    ) -> None:
        """`files` are the bytes of what is attached; `elsewhere` finds what only the shared side has."""
        self._database = database
        self._clock = clock
        self._calendar = calendar
        self._files = files
        self._finder = CaseFinder(database, self._reader, elsewhere)

    # --- receiving ---

    def open(self, actor: Actor, new: NewCase) -> Case:
        """Receive a case. Errors: `NotAllowed`, those of `case_opening.checked`; nothing is stored then."""
        actor.require(Action.LOG_CASE)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            case = open_case(here, checked(work, new, here.now))
            reckon_case(work, self._calendar, case)
            return case

    def check(self, actor: Actor, new: NewCase) -> None:
        """Whether it could be received as it is. Errors: as receiving it; nothing is written."""
        actor.require(Action.LOG_CASE)
        with self._database.read() as work:
            work.people.require_active(actor)
            checked(work, new, work.now(self._clock()))

    def similar(self, actor: Actor, new: NewCase) -> tuple[CaseLine, ...]:
        """Up to five earlier cases on what looks like the same matter. Errors: `NotAllowed`."""
        actor.require(Action.LOG_CASE)
        self.reckon()
        with self._database.read() as work:
            return similar_cases(self._reader(work, actor), new)

    # --- looking ---

    def show(self, actor: Actor, case: str) -> CaseView:
        """All there is about a case, by its id or number; that somebody looked is logged.

        Errors: `NotAllowed`, `UnknownCase`.
        """
        actor.require(Action.SEE_CASES)
        self.reckon()
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            reader = self._reader(work, actor)
            found = reader.case(case)
            if not reader.is_sealed(found):
                here.trail.act("see_case", "case_file", found.id)
            return reader.view(found)

    def find(self, actor: Actor, case: str) -> str:
        """The id of a case, given it or the number. Errors: `NotAllowed`, `UnknownCase`."""
        actor.require(Action.SEE_CASES)
        with self._database.read() as work:
            return self._reader(work, actor).case(case).id

    def list(self, actor: Actor, wanted: CaseFilter, after: str = "", limit: int = 50) -> CasePage:
        """A page of cases. With a text it is searched for, on the shared side, too, which may take a few seconds.

        Errors: `NotAllowed`, `BadValue` (`after`).
        """
        actor.require(Action.SEE_CASES)
        self.reckon()
        if wanted.text.strip():
            return self._finder.find(actor, wanted, after, limit)
        with self._database.read() as work:
            reader = self._reader(work, actor)
            lines, more = work.case_lists.page(wanted, reader.looker, after, limit)
            return CasePage(lines, more)

    def counts(self, actor: Actor) -> Mapping[CaseScope, int]:
        """How many open cases each scope has. Errors: `NotAllowed`."""
        actor.require(Action.SEE_CASES)
        self.reckon()
        with self._database.read() as work:
            return work.case_lists.counts(self._reader(work, actor).looker)

    def moved(self, actor: Actor) -> tuple[CaseLine, ...]:
        """Open cases whose day moved because the calendar changed, the most urgent first. Errors: `NotAllowed`."""
        actor.require(Action.SEE_CASES)
        self.reckon()
        with self._database.read() as work:
            return work.case_lists.moved(self._reader(work, actor).looker)

    def reckon(self) -> int:
        """Count again what a step, an exchange or the calendar has changed; how many cases that were."""
        return reckon_stale(self._database, self._calendar, self._clock)

    # --- handling ---

    def step(self, actor: Actor, case_id: str, new: NewStep, seen: int | None = None) -> CaseView:
        """Take a step; `seen` is how many steps whoever takes it had before them.

        Errors: `NotAllowed`, those of `case_handling.take_step`; nothing is written then.
        """
        actor.require(Action.HANDLE_CASE)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            reader = self._reader(work, actor)
            return reader.view(take_step(here, reader, case_id, new, seen))

    def edit(self, actor: Actor, case_id: str, change: CaseChange, seen: int | None = None) -> CaseView:
        """Put right what was received; `seen` is the version of the case that is meant.

        Errors: `NotAllowed`, those of `case_changes.edit_case`; nothing is written then.
        """
        actor.require(Action.HANDLE_CASE)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            reader = self._reader(work, actor)
            return reader.view(edit_case(here, reader, case_id, change, seen))

    def link(self, actor: Actor, case_id: str, earlier_case_id: str) -> CaseView:
        """Say that a case is on the same matter as an earlier one. Errors: those of `case_matters.link_case`."""
        actor.require(Action.HANDLE_CASE)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            reader = self._reader(work, actor)
            return reader.view(link_case(here, reader, case_id, earlier_case_id))

    def unlink(self, actor: Actor, case_id: str) -> CaseView:
        """Say that a case is on a matter of its own after all. Errors: those of `case_matters.unlink_case`."""
        actor.require(Action.HANDLE_CASE)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            reader = self._reader(work, actor)
            return reader.view(unlink_case(here, reader, case_id))

    def letter(self, actor: Actor, case_id: str, kind: LetterKind, step_id: str | None = None) -> LetterContent:
        """What a letter says, of the newest step it can be about or of `step_id`; that it is printed is logged.

        Errors: `NotAllowed`, `UnknownCase`, `UnknownStep`, `NotPossibleNow`.
        """
        actor.require(Action.SEE_CASES)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            reader = self._reader(work, actor)
            return letter_content(here, reader, case_id, kind, step_id)

    def export(
        self,
        actor: Actor,
        wanted: CaseFilter,
        reason: str,
        form: str,
        write: WriteCases,
        progress: Progress = no_progress,
    ) -> ExportedCases:
        """Give every case of a list to `write`, which makes a file of the kind `form` of it; how many there were.

        The access log has reason, filter and number before anything is written: an export that fails after it is
        logged all the same. The audit officer's cases leave by that officer's export only. `progress` is told how many
        were read. Errors: `NotAllowed`, those of `export_reason`; `TooManyToExport`, and nothing was logged or written
        then; whatever `write` and `progress` raise.
        """
        actor.require(Action.SEE_CASES)
        why = export_reason(reason)
        self.reckon()
        if wanted.text.strip():
            leaving = found_cases(self._finder, actor, wanted, progress)
        else:
            leaving = listed_cases(self._database, self._reader, actor, wanted, progress)
        with self._database.write() as work:
            note_export(AtCounter.begin(work, actor, self._clock), wanted, leaving, form, why)
        write(tuple(leaving.lines))
        return ExportedCases(len(leaving.lines), leaving.left_out, leaving.where)

    # --- erasing ---

    def erase(self, actor: Actor, case_id: str, reason: str) -> None:
        """Erase what is personal of a case that has ended: texts, names, attachments. `reason` stays in the access log.

        Errors: `NotAllowed`, also of what is the audit officer's, `UnknownCase`, those of `case_erasing.erase_case`.
        """
        actor.require(Action.ERASE_CASE)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            reader = self._reader(work, actor)
            case = reader.case(case_id)
            reader.must_be_open_to(case)
            erase_case(here, case, reason)
        sweep_attachments(self._database, self._files)
        tend_search(self._database)

    def _reader(self, work: UnitOfWork, actor: Actor) -> CaseReader:
        return CaseReader.begin(work, actor, self._clock, self._calendar, self._files)
