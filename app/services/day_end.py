"""What the program tidies up by itself: visits left open, tokens that expired, words whose time has passed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.db.attachment_files import AttachmentFiles
from app.db.attachment_sweep import sweep_attachments
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor
from app.domain.clocks import OfficeNow
from app.domain.offices import OfficeSettings
from app.domain.visits import StepKind, VisitStatus
from app.services.case_erasing import finish_erasing, forget_old_cases, has_old_cases, left_of_cases
from app.services.clock import Clock
from app.services.guidance import forget_old_phrases
from app.services.note_erasing import forget_old_notes, has_old_notes
from app.services.search_upkeep import tend_search
from app.services.visit_steps import AtCounter

_QUIET = timedelta(hours=1)
_BELIEVED_GAP = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Swept:
    """How many visits were closed as not recorded, tokens deleted, visits whose words were erased, phrases erased
    of what citizens had said when they were shown the way, and cases whose personal data were erased.
    """

    closed: int = 0
    tokens: int = 0
    words: int = 0
    phrases: int = 0
    cases: int = 0
    notes: int = 0
    """Cards, notes of abuse and second looks whose words were erased."""


class DayEndService:
    def __init__(self, database: Database, clock: Clock, files: AttachmentFiles) -> None:
        self._database = database
        self._clock = clock
        self._files = files
        self._nothing_left_on: date | None = None

    def sweep(self, actor: Actor, *, date_is_right: bool = False) -> Swept:
        """Tidy up whatever is due now; safe at any time and as often as one likes.

        Visits of earlier days that are still open are closed as not recorded, and from the end of the office day on
        (`day_end`) today's of before then to which nothing has happened for an hour. Tokens are deleted when their
        slips can no longer be answered. Notes, queue numbers, words why and what citizens had said are erased after
        `note_days`, what is personal in cases `case_days` after they ended, some hundred at a time. Once a day it looks
        whether anything can still be read of cases that were erased. The steps are the program's own, on `actor`'s
        turn.

        A clock that runs ahead would erase too early. So nothing is done when the newest record is more than two
        weeks old, until somebody records something or says that the date is right. Errors: `NotAllowed`.
        """
        actor.require(Action.SEE_OFFICE)
        with self._database.read() as work:
            due = self._due(work, date_is_right=date_is_right)
        swept = self._sweep(actor) if due else Swept()
        swept = replace(swept, cases=swept.cases + self._finish_erasing(actor))
        if swept.cases:
            sweep_attachments(self._database, self._files)
        tend_search(self._database)
        return swept

    def _sweep(self, actor: Actor) -> Swept:
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            settings = work.offices.settings()
            left_open = _left_open(work, here.now, settings)
            for visit_id in left_open:
                work.visits.set_status(visit_id, VisitStatus.UNRECORDED)
                here.take(visit_id, StepKind.CLOSED, automatic=True, measurable=False)
            tokens = work.slips.forget_tokens(here.now.day - timedelta(days=settings.slip_days))
            erased = work.visit_words.erase(here.now.day - timedelta(days=settings.note_days))
            for entity, row_id in erased.records:
                here.trail.operation(entity, row_id, "erase", {})
            words = erased.visits
            for action, count in (("close_day", len(left_open)), ("forget_tokens", tokens), ("erase_words", words)):
                if count:
                    here.trail.act(action, "visit", "", {"count": count})
            phrases = forget_old_phrases(here, here.now.day - timedelta(days=settings.note_days))
            if phrases:
                here.trail.act("erase_words", "guidance", "", {"count": phrases})
            cases = forget_old_cases(here, here.now.day - timedelta(days=settings.case_days))
            notes = forget_old_notes(here, here.now.day - timedelta(days=settings.case_days))
            return Swept(len(left_open), tokens, words, phrases, cases, notes)

    def _finish_erasing(self, actor: Actor) -> int:
        """Whatever the clock says: it was erased already."""
        with self._database.read() as work:
            today = work.now(self._clock()).day
            left = left_of_cases(work) if self._nothing_left_on != today else ()
        if not left:
            self._nothing_left_on = today
            return 0
        with self._database.write() as work:
            return finish_erasing(AtCounter.begin(work, actor, self._clock), left)

    def _due(self, work: UnitOfWork, *, date_is_right: bool) -> bool:
        now, settings, newest = work.now(self._clock()), work.offices.settings(), work.newest_record()
        if newest is not None and now.at - newest > _BELIEVED_GAP and not date_is_right:
            return False
        return (
            bool(_left_open(work, now, settings))
            or work.slips.has_tokens(now.day - timedelta(days=settings.slip_days))
            or work.visit_words.any_before(now.day - timedelta(days=settings.note_days))
            or bool(work.guidance.worded_before(now.day - timedelta(days=settings.note_days)))
            or has_old_cases(work, now.day - timedelta(days=settings.case_days))
            or has_old_notes(work, now.day - timedelta(days=settings.case_days))
        )


def _left_open(work: UnitOfWork, now: OfficeNow, settings: OfficeSettings) -> tuple[str, ...]:
    """The visits that are to be closed now."""
    zone = ZoneInfo(settings.timezone)
    end = datetime.combine(now.day, time.fromisoformat(settings.day_end), zone)
    if now.at < end:
        return work.visits.open_before(datetime.combine(now.day, time(), zone))
    earlier = work.visits.open_before(datetime.combine(now.day, time(), zone))
    return tuple(dict.fromkeys((*earlier, *work.visits.open_before(end, now.at - _QUIET))))
