"""What stays in this home of the office's visits: days that are over go, days that are asked for come back (design §4).
For cases see `case_retention`.

What the feed says of a day that is not here is not taken; it only ends what is known of that day, so that no figure is
older than what it is made of.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.db.attachment_files import AttachmentFiles
from app.db.attachment_sweep import sweep_attachments
from app.db.document_fields import RANKS
from app.db.shared_links import SharedLink
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Actor
from app.domain.sharing import Document, Request, Wanted
from app.sync.case_retention import CaseRetention
from app.sync.hub import Hub
from app.sync.pace import Pace

GRACE = timedelta(days=3)
"""How long a day that was asked for stays."""
_BELIEVED_GAP = timedelta(days=14)
"""A clock this far ahead of the newest record may be wrong: nothing goes by it."""
_SLICE_SECONDS = 0.5
"""How long one exchange tidies up; the next one goes on."""
_FETCHED_AT_ONCE = 3
"""Days that one exchange fetches by itself."""
_HANDS_ON_VISITS = 5
_QUIET_VISITS = 40
"""Visits taken out in one transaction."""
HOME_ROLE = "clerk"
"""In which role a home asks by itself, without a login."""


def hold_from(work: UnitOfWork, clock: datetime) -> date:
    """The first day whose visits of all homes are to be here."""
    return work.now(clock).day - timedelta(days=work.offices.settings().hold_days)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Documents to take, days that are not here of which something else changed, and cases that have left."""

    documents: tuple[Document, ...]
    changed: frozenset[date]
    left: tuple[str, ...] = ()


class Retention:
    """Works for one home, which exchanges meanwhile with nobody else."""

    def __init__(
        self, database: Database, hub: Hub, clock: Callable[[], datetime], pace: Pace, files: AttachmentFiles
    ) -> None:
        self._database = database
        self._files = files
        self._hub = hub
        self._clock = clock
        self._pace = pace
        self.cases = CaseRetention(database, hub, clock, pace, HOME_ROLE)

    # --- what comes ---

    def narrowed(self, link: SharedLink, documents: Sequence[Document]) -> Narrowed:
        """What of a page of the feed is to be taken. Errors: those of `Hub.fetch`."""
        with self._database.read() as work:
            since = hold_from(work, self._clock())
        cases = self.cases.narrowed(link, documents, since)
        documents = cases.documents
        with self._database.read() as work:
            held = work.held_days.all()
            belongs = {(d.entity, d.row_id): _visit_of(d) for d in documents}
            for document in documents:
                if document.entity == "conflict":
                    about = (str(document.fields.get("entity")), str(document.fields.get("row_id")))
                    belongs["conflict", document.row_id] = belongs.get(about) or work.retention.visit_of(*about)
            visits = {visit for visit in belongs.values() if visit}
            here = work.retention.here(visits)
        days = {d.row_id: _day_of(d) for d in documents if d.entity == "visit"}
        here |= {d.row_id for d in documents if d.entity == "visit" and d.home == link.home}
        days |= self._days_of(link, visits - here - days.keys())
        gone = {visit: day for visit in visits - here if (day := days[visit]) is not None and not held.has(day)}
        taken = tuple(d for d in documents if belongs[d.entity, d.row_id] not in gone)
        return Narrowed(taken, frozenset(gone.values()), cases.left)

    def _days_of(self, link: SharedLink, visits: Iterable[str]) -> dict[str, date | None]:
        """The days of visits that are not here; None for one that is nowhere."""
        found: dict[str, date | None] = {}
        for visit_id in visits:
            asked = Request(link.home, link.epoch, "", HOME_ROLE, Wanted.RECORD, f"visit/{visit_id}")
            answer = self._hub.fetch(asked)
            found[visit_id] = _day_of(answer[0]) if answer else None
        return found

    def fetch(self, link: SharedLink, day: date, login: str, role: str) -> None:
        """Take all that the shared side has of `day` into the tables, a little at a time."""
        asked = Request(link.home, link.epoch, login, role, Wanted.DAY, day.isoformat())
        documents = sorted(self._hub.fetch(asked), key=lambda d: (RANKS.get(d.entity, 9), d.place))
        at = 0
        while at < len(documents):
            size, began = self._pace.page(), time.monotonic()
            with self._database.write() as work:
                if work.replica.take(documents[at : at + size]):
                    work.replica.try_parked()
                    work.shared.arrived()
            at += size
            self._pace.yield_to_clerks(time.monotonic() - began)
        self.settle_parked()

    def fetch_for(self, link: SharedLink, day: date, actor: Actor) -> None:
        """Fetch `day` because `actor` wants to see it, which is logged on both sides; it stays for some days."""
        self.fetch(link, day, actor.login, actor.role.value)
        with self._database.write() as work:
            work.audit.write(
                at=self._clock(),
                login=actor.login,
                role=actor.role.value,
                counter_code=work.offices.here().code,
                action="fetch_day",
                entity="day",
                row_id=day.isoformat(),
            )
            now = work.now(self._clock())
            work.held_days.fetched(day, now.day + GRACE, now.at)

    def fetch_case(self, link: SharedLink, case_id: str, actor: Actor) -> None:
        """See `CaseRetention.fetch_for`."""
        with self._database.read() as work:
            until = work.now(self._clock()).day + GRACE
        self.cases.fetch_for(link, case_id, actor, until)

    def settle_parked(self) -> None:
        """A step whose cause is a visit that is not here is taken without it."""
        with self._database.read() as work:
            parked = work.replica.parked()
        if parked:
            with self._database.write() as work:
                work.replica.try_parked(without_cause=True)

    # --- after an exchange ---

    def tidy(self, link: SharedLink) -> None:
        """Fetch what is to be here and is not, and take out what need not be; a little of both.

        Errors: those of `Hub.fetch`.
        """
        self._fetch_missing(link)
        self._clear(link)

    def _fetch_missing(self, link: SharedLink) -> None:
        with self._database.read() as work:
            today = work.now(self._clock()).day
            since = hold_from(work, self._clock())
            # Days that a clock ahead took for long past may be today, or yet to come.
            last = max((today - timedelta(days=1), *work.held_days.all().gone))
            missing = list(work.held_days.without_visits(since, last))[::-1]
            uncounted = work.held_days.uncounted(work.offices.settings().timezone)
        for day in missing[:_FETCHED_AT_ONCE]:
            self.fetch(link, day, "", HOME_ROLE)
            with self._database.write() as work:
                work.held_days.reach_back(day)
        # What was counted once is counted again after a change, so that older figures stand without the network, too.
        for day in [day for day in uncounted if day < since][:_FETCHED_AT_ONCE]:
            self.fetch(link, day, "", HOME_ROLE)
            with self._database.write() as work:
                work.held_days.fetched(day, today + GRACE, self._clock())

    def _clear(self, link: SharedLink) -> None:
        with self._database.read() as work:
            now, newest, before = work.now(self._clock()), work.newest_record(), hold_from(work, self._clock())
            if link.cleared_before == before or (newest is not None and now.at - newest > _BELIEVED_GAP):
                return
            timezone = work.offices.settings().timezone
            refused = work.retention.refused()
            overdue = [day for day in work.held_days.overdue(now.day) if day < before]
            held = work.held_days.all()
        until = time.monotonic() + _SLICE_SECONDS
        if not self.cases.clear(before, now.day, until):
            return
        for day in overdue:
            if self._count(day, timezone) and not self._take_out(day, refused, until):
                return
        day = date.min
        while (found := self._next_day(day, before, refused)) is not None:
            day = found
            if (not held.has(day) or self._count(day, timezone)) and not self._take_out(day, refused, until):
                return
        sweep_attachments(self._database, self._files)
        with self._database.write() as work:
            work.shared.change(cleared_before=before)

    def _next_day(self, after: date, before: date, refused: frozenset[str]) -> date | None:
        with self._database.read() as work:
            return work.retention.next_day(after, before, refused)

    def _count(self, day: date, timezone: str) -> bool:
        """Keep the counts of `day` and note that it is not whole any more; False when it changed meanwhile."""
        mark = f"counting {secrets.token_hex(8)}"
        with self._database.read() as work:
            kept = work.held_days.counted(day, day, timezone)
        if not kept:
            with self._database.write() as work:
                work.day_rollups.mark([day], mark, work.now(self._clock()).at)
            with self._database.read() as work:
                counts = work.day_counts.of_day(day, timezone).to_json(timezone)
            with self._database.write() as work:
                work.day_rollups.keep({day: counts}, mark)
        with self._database.write() as work:
            if not work.held_days.counted(day, day, timezone):
                return False
            work.held_days.let_go(day, self._clock())
        return True

    def _take_out(self, day: date, refused: frozenset[str], until: float) -> bool:
        """False when it is time to stop before all that may go had gone.

        While somebody works here, one exchange takes out a few visits and no more: nothing is in a hurry here, and a
        clerk's save waits for whoever writes just now.
        """
        while True:
            limit = _HANDS_ON_VISITS if self._pace.hands_on else _QUIET_VISITS
            with self._database.write() as work:
                gone = work.retention.take_out(day, limit, refused)
            self._pace.look()
            if self._pace.hands_on or time.monotonic() > until:
                return False
            if gone < limit:
                return True


def _visit_of(document: Document) -> str | None:
    """The visit a document says it belongs to; None for one that belongs to no visit."""
    if document.entity == "visit":
        return document.row_id
    return str(document.fields.get("visit_id")) if document.entity in ("visit_step", "slip") else None


def _day_of(document: Document) -> date | None:
    try:
        return date.fromisoformat(str(document.fields.get("day")))
    except ValueError:
        return None
