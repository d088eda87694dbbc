"""What the survey server and the shared side give each other: keys come, answers of closed days and figures go.

Nothing that goes tells when an answer came or which came first (decision 0004). Answers go once their day has been
closed for a day: by then none waits for its second page, so none can be seen to come later than the others. So do the
comments that counters are to read, locked, with a day and a department only where enough others have said something
(decision 0017). All of it may be repeated: an answer and a card have the same id each time, and figures that are the
same change nothing. No password is kept.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from app.config.files import write_file
from app.crypto.secrets import new_key
from app.db.locked_text import locked
from app.db.store_files import (
    CounterKey,
    StoreKeys,
    StoreOffice,
    counter_keys,
    keys_from_json,
    keys_to_json,
    read_store_keys,
    refresh_store_files,
)
from app.db.survey_comments import given_comments
from app.db.survey_store import SurveyStore
from app.domain.clocks import office_day
from app.domain.comment_cards import CommentCard, comment_cards
from app.domain.errors import AppError
from app.domain.shared_survey import SurveyComment, SurveyKeys
from app.domain.sharing import Login, SharedAddress
from app.domain.sharing_errors import SharedSideDamaged
from app.sync.hub import SurveyHub
from app.sync.hubs import open_survey

PROGRESS_NAME = "shared.json"
EVERY_SECONDS = 30.0
FIGURES_EVERY = timedelta(minutes=10)
"""A running day's figures go no more often, so that what lies on the shared side is no finer record of when answers
came than the moments the store itself keeps."""

_AGAIN = timedelta(days=14)
"""So long before what was sent last everything is sent again: the shared side may have been put back."""
_BEFORE = timedelta(days=60)
"""So long before that comments are looked through for the board: on few answers a day they wait for others."""
_REMEMBERED = timedelta(days=1)
_BATCH = 500
_LONGEST_PAUSE = 300.0
_SECONDS_TO_END = 3.0
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SurveyShared:
    """One round between the survey server and the shared side: `answers` given, and `days` whose figures were given.

    Answers that are there already count, too: nobody is told whether they were.
    """

    keys_changed: bool
    answers: int
    days: int
    comments: int = 0
    """Comments offered for the board; those that are there already count, too."""


class SurveyLink:
    """The tie of one store folder. `survey` gives the survey for a store that has none yet.

    Errors of what it does: the `SharedSide…` family, `SurveyStoreDamaged`, `CannotWrite`, `DiskFull`.
    """

    def __init__(
        self,
        folder: Path,
        address: SharedAddress,
        hub: SurveyHub,
        survey: Callable[[], Mapping[str, Any]],
        clock: Callable[[], datetime],
    ) -> None:
        self._folder = folder
        self._address = address.url()
        self._hub = hub
        self._survey = survey
        self._clock = clock
        self._phones: tuple[str, ...] = ()
        self._forget(clock())

    def once(self, *, everything: bool = False) -> SurveyShared:
        """Fetch keys, give figures and answers. `everything`: also what was given long ago."""
        now = self._clock()
        if everything or abs(now - self._remembered_since) > _REMEMBERED:
            self._forget(now)
        keys_changed = self._refresh_keys()
        keys = read_store_keys(self._folder)
        until = None if everything else self._given_until()
        since = date.min if until is None else until - _AGAIN
        settled = office_day(now, keys.timezone) - timedelta(days=keys.slip_days + 1)
        store = SurveyStore.open(self._folder, read_only=True)
        try:
            closed = frozenset(store.closed_days())
            days = sum(self._publish(store, day, now, closed) for day in store.days() if day > since)
            over = sorted(day for day in closed if since < day < settled)
            answers = sum(self._submit(store, day) for day in over)
            comments = self._put_on_board(store, date.min if until is None else until - _BEFORE, settled, over)
        finally:
            store.close()
        if over:
            self._keep_given(over[-1])
        return SurveyShared(keys_changed, answers, days, comments)

    def close(self) -> None:
        self._hub.close()

    def _forget(self, now: datetime) -> None:
        self._published: dict[date, tuple[str, datetime]] = {}
        self._submitted: set[date] = set()
        self._on_board: date | None = None
        self._remembered_since = now

    def _refresh_keys(self) -> bool:
        told = self._hub.survey_keys()
        self._phones = told.phones
        if not told.host or not told.counters:
            return False  # the office has not told everything yet
        try:
            keys, office = store_files_of(told)
        except (ValueError, KeyError, TypeError) as error:
            raise SharedSideDamaged(self._address) from error
        return refresh_store_files(self._folder, keys, office, self._survey())

    def _publish(self, store: SurveyStore, day: date, now: datetime, closed: frozenset[date]) -> int:
        """How many days were given: one or none."""
        text, at = self._published.get(day, ("", now))
        if text and day not in closed and abs(now - at) < FIGURES_EVERY:
            return 0
        figures = store.figures_of(day)
        said = json.dumps({"tallies": figures.told().to_json()}, sort_keys=True)
        if not figures or said == text:
            return 0
        self._hub.publish_figures(day, said)
        self._published[day] = (said, now)
        return 1

    def _submit(self, store: SurveyStore, day: date) -> int:
        """How many answers were given."""
        if day in self._submitted:
            return 0
        answers = store.answers_of(day)
        for first in range(0, len(answers), _BATCH):
            self._hub.submit_answers(answers[first : first + _BATCH])
        self._submitted.add(day)
        return len(answers)

    def _put_on_board(self, store: SurveyStore, since: date, settled: date, over: Sequence[date]) -> int:
        """How many comments were offered for the board, since the last time another day was over."""
        if not over or over[-1] == self._on_board:
            return 0
        cards = comment_cards(given_comments(store, since, settled), self._phones)
        if not self._hub.publish_comments([_locked(card) for card in cards]):
            return 0
        self._on_board = over[-1]
        return len(cards)

    # --- how far it has come ---

    def _given_until(self) -> date | None:
        """The last day whose answers this shared side has; None when that is not known."""
        try:
            said = json.loads((self._folder / PROGRESS_NAME).read_text(encoding="utf-8"))
            return date.fromisoformat(said["given_until"]) if said["address"] == self._address else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _keep_given(self, day: date) -> None:
        if self._given_until() != day:
            said = json.dumps({"address": self._address, "given_until": day.isoformat()}, ensure_ascii=False)
            write_file(self._folder / PROGRESS_NAME, said.encode())


def open_link(
    folder: Path,
    address: SharedAddress,
    login: Login | None,
    survey: Callable[[], Mapping[str, Any]],
    clock: Callable[[], datetime],
) -> SurveyLink:
    """The tie between the store in `folder` and the shared side. Errors: `SharedLoginRefused` without a login."""
    return SurveyLink(folder, address, open_survey(address, login), survey, clock)


def _locked(card: CommentCard) -> SurveyComment:
    """A card as it travels, under a key of its own."""
    key = new_key()
    text = locked(key, card.text)["locked"]
    return SurveyComment(card.id, card.day, card.department, card.side.value, text, key)


def store_files_of(told: SurveyKeys) -> tuple[StoreKeys, StoreOffice]:
    """What stands in the store's files. Errors: `ValueError` and its like for what no server could work with."""
    counters = counter_keys(CounterKey(key.key_id, key.public, key.until) for key in told.counters)
    keys = StoreKeys(told.slip_days, told.timezone, counters, told.audit_public)
    office = StoreOffice(told.office, told.host, told.phones, dict(told.departments))
    return keys_from_json(keys_to_json(keys)), office


def keep_sharing(
    link: SurveyLink, ended: threading.Event, seconds: float, tell: Callable[[SurveyShared | AppError], None]
) -> None:
    """Share again and again until `ended` is set, seldom while it fails; `tell` hears how each round went."""
    failures = 0
    while not ended.is_set():
        try:
            tell(link.once())
            failures = 0
        except AppError as error:
            failures += 1
            tell(error)
        if ended.wait(min(seconds * 2**failures, max(seconds, _LONGEST_PAUSE))):
            return


class SharingBeside:
    """Shares in a thread of its own while a server serves, which never waits for it and never hears of its failures."""

    def __init__(self, link: SurveyLink, seconds: float = EVERY_SECONDS) -> None:
        self._link = link
        self._seconds = seconds
        self._ended = threading.Event()
        self._trouble = ""
        self._thread = threading.Thread(target=self._run, name="survey-sharing", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Let the round under way be the last. One that waits for the network is left behind."""
        self._ended.set()
        self._thread.join(_SECONDS_TO_END)

    def _run(self) -> None:
        try:
            while not self._ended.is_set():
                try:
                    keep_sharing(self._link, self._ended, self._seconds, self._note)
                except Exception as error:  # one bad round must not end all sharing
                    _LOG.error("sharing failed: %s", type(error).__name__)
                    self._ended.wait(_LONGEST_PAUSE)
        finally:
            self._link.close()

    def _note(self, told: SurveyShared | AppError) -> None:
        trouble = type(told).__name__ if isinstance(told, AppError) else ""
        if trouble != self._trouble:
            _LOG.warning("sharing does not work just now: %s" if trouble else "sharing works again%s", trouble)
        self._trouble = trouble


@contextmanager
def shared_beside(link: SurveyLink | None) -> Iterator[None]:
    """Keep a survey store in step with the shared side meanwhile, if there is one."""
    beside = SharingBeside(link) if link is not None else None
    if beside is not None:
        beside.start()
    try:
        yield
    finally:
        if beside is not None:
            beside.stop()
