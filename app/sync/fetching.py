"""What is brought here because somebody wants to see it: days, cases, scans. Part of `Sharing`, which knows the way.

Everything here may take as long as a network takes; nothing of it runs on a window's own thread.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from app.db.shared_links import SharedLink
from app.db.unit_of_work import Database
from app.domain.actors import Action, Actor
from app.domain.case_errors import AttachmentAway
from app.domain.periods import Progress, no_progress
from app.domain.sharing_errors import DayNotHere, NotShared, SharedSideUnavailable
from app.sync.exchange import Exchange

T = TypeVar("T")


class Fetching(ABC):
    """Brings records of the shared side into this home for some days; looking at them is logged on both sides."""

    _database: Database

    @abstractmethod
    def _over_there(self, do: Callable[[Exchange, SharedLink], T]) -> T:
        """What `do` says, alone with the shared side. Errors: those of `Sharing.exchange`, and those of `do`."""

    def fetch_day(self, actor: Actor, day: date) -> bool:
        """Bring all visits of `day` here for some days; False when they are here already.

        Errors: `NotAllowed`, `HomeRemoved`, `DayNotHere` when the shared side cannot be reached.
        """
        return self._fetch_days(actor, day, day, visits=True, progress=no_progress) > 0

    def fetch_days(
        self, actor: Actor, first: date, last: date, *, visits: bool = False, progress: Progress = no_progress
    ) -> int:
        """Bring the days from `first` to `last` here that figures need, or with `visits` lists; how many there were.

        Figures need no visits of a day whose counts are kept. Errors: those of `fetch_day`, whatever `progress` raises;
        what was brought until then stays.
        """
        return self._fetch_days(actor, first, last, visits=visits, progress=progress)

    def fetch_case(self, actor: Actor, case_id: str) -> None:
        """Bring a case here with its steps for some days.

        Errors: `NotAllowed`, `HomeRemoved`, `UnknownCase` also for one that is not theirs to see, the `SharedSide…`
        family.
        """
        self._require(actor, Action.SEE_CASES)
        self._over_there(lambda exchange, link: exchange.retention.fetch_case(link, case_id, actor))

    def fetch_attachment(self, actor: Actor, attachment_id: str) -> None:
        """Bring the bytes of a scan here, going on with what has come of them before.

        Errors: `NotAllowed`, `UnknownRecord`, `AttachmentLost`, `DiskFull`; `AttachmentAway` while they cannot be had.
        """
        self._require(actor, Action.SEE_CASES)
        try:
            self._over_there(lambda exchange, link: exchange.attachments.fetch(link, attachment_id))
        except (SharedSideUnavailable, NotShared) as error:
            with self._database.read() as work:
                name = work.attachments.get(attachment_id).name
            raise AttachmentAway(name) from error

    def _fetch_days(self, actor: Actor, first: date, last: date, *, visits: bool, progress: Progress) -> int:
        self._require(actor, Action.SEE_VISITS)
        with self._database.read() as work:
            timezone = work.offices.settings().timezone
            missing = work.held_days.without_visits(first, last)
            days = list(missing if visits else work.held_days.without_counts(first, last, timezone))
        for place, day in enumerate(days):
            progress(place, len(days))
            self._fetch(actor, day)
        return len(days)

    def _fetch(self, actor: Actor, day: date) -> None:
        try:
            self._over_there(lambda exchange, link: exchange.retention.fetch_for(link, day, actor))
        except SharedSideUnavailable as error:
            raise DayNotHere(day) from error

    def _require(self, actor: Actor, action: Action) -> None:
        actor.require(action)
        with self._database.read() as work:
            work.people.require_active(actor)
