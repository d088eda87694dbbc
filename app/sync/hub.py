"""The shared side as a counter sees it. `postgres_hub` and `file_hub` keep the same promises; the same tests say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from app.domain.shared_survey import SurveyAnswer, SurveyComment, SurveyKeys
from app.domain.shared_words import FoundRecord, RecordWords, WordSearch
from app.domain.sharing import (
    EVERY_PLACE,
    Caller,
    CounterState,
    Cursor,
    Document,
    Greeting,
    InviteCode,
    Login,
    Outcome,
    Page,
    Push,
    Request,
)

WORDS_LIMIT = 100
"""Records whose words are told at once: a megabyte at the most, mostly far less."""


class Hub(Protocol):
    """Every method is one short transaction over there. Errors of all: the `SharedSide…` family of `app.domain.errors`.

    A method that failed may or may not have been carried out; it may be repeated as it was.
    """

    def greet(self, caller: Caller) -> Greeting:
        """Tell where both sides stand. Notes release, unsent, conflicts and clock for the administrator's list.

        A ticket newer than the shared side's proves that it was restored: it begins a new epoch by itself.
        """

    def push(self, push: Push) -> tuple[Outcome, ...]:
        """Offer operations, keys and audit rows; the outcome of each operation, in the order offered.

        With a case all is erased that belongs to it, also what comes later; such an operation is taken like any other.
        Exactly once, however often and however many at once. Nothing is taken of a push whose epoch or ticket is not
        the expected one. Errors: `SharedSideRestored`, `HomeBehind`, `HomeRemoved`.
        """

    def pull(
        self, home: str, epoch: str, cursor: Cursor, limit: int, hold_from: date, own_before: int = EVERY_PLACE
    ) -> Page:
        """The next documents this home may hold: visits of other homes only of days from `hold_from` on, and only of
        its departments. Visits of its own come whatever their day and department.

        A visit's steps and slips go with the visit. What this home made itself at places from `own_before` on, and
        nobody has changed since, is left out: it knows. Errors: `SharedSideRestored`, `HomeRemoved`.
        """

    def fetch(self, request: Request) -> tuple[Document, ...]:
        """What was asked for beyond the feed. Errors: those of `pull`, `NotAllowed`."""

    def put_part(self, home: str, epoch: str, blob: str, part: int, data: bytes) -> None:
        """Store one part of a blob (the hex SHA-256 of the whole); the same part twice is one part. Where every
        attachment that names it was erased, nothing is kept, and nothing is said of it."""

    def get_part(self, home: str, epoch: str, blob: str, part: int) -> bytes | None:
        """One part of a blob; None behind the last one."""

    def put_words(self, home: str, epoch: str, entries: Sequence[RecordWords]) -> bool:
        """Tell what cases can be found by, at most `WORDS_LIMIT` at once. Older versions than the one known, cases that
        are not there or were erased, and those that the home may not hold are passed over without a word.

        False: the shared side was made before it knew words; an administrator brings it up to date. Errors:
        `SharedSideRestored`, `HomeRemoved`.
        """

    def find_words(self, search: WordSearch) -> tuple[FoundRecord, ...] | None:
        """Cases by their words, as far as the home's departments go, newest first. The audit officer is given
        theirs, everybody else all but those.

        Fewer than the limit: there are no more. None: see `put_words`. Errors: those of `fetch`.
        """

    def renew(self, caller: Caller, home: str, public_key: bytes) -> str:
        """Give a home that is BEHIND a new life as `home`: a new counter under a new code, which is returned."""

    def close(self) -> None:
        """Let go of the connection; the next call makes a new one."""


class HubOwner(Protocol):
    """What the administrator does there, with the database's own administrator login (a file knows none).

    Errors of all: the `SharedSide…` family, `SharedLoginRefused`, `SharedRightsMissing`.
    """

    def prepare(self, office: str, name: str) -> None:
        """Make the shared side of the office with the id `office`, or bring it up to date. Repeating does no harm.

        Errors: `SharedSideNotOurs` when something else is kept there, `SharedSideOfAnotherOffice`, `SharedSideNewer`.
        """

    def is_empty(self) -> bool:
        """Whether nothing at all is kept there yet, so that `prepare` may begin."""

    def office(self) -> tuple[str, str]:
        """The id and the name of the office it belongs to. Errors: `SharedSideNotOurs`, `SharedSideNewer`."""

    def admit(self, home: str, counter_code: str, name: str, public_key: bytes) -> Login | None:
        """Enter a home that is a counter already (the one that made the shared side), with a login of its own."""

    def invite(self, code: InviteCode, until: datetime, departments: Sequence[str] | None = None) -> str:
        """Make what `code` opens: on a server a login with the code's password, good for `Door.redeem` alone.

        The home that joins may hold visits of `departments` only (their codes; None: all). What names the invitation
        in `counters` is returned; the code does not follow from it.
        """

    def withdraw(self, invitation: str) -> None:
        """End an invitation that nobody has used: its code opens nothing any more. Repeating does no harm.

        Errors: `UnknownInvitation`, `InvitationTaken`.
        """

    def counters(self) -> tuple[CounterState, ...]:
        """Every home, and every code neither used nor withdrawn; newest first."""

    def remove(self, home: str, last_day: date) -> None:
        """End a home: its login is closed, its key ends after `last_day`; slips given until then stay valid."""

    def survey_login(self) -> Login | None:
        """A login of the survey server's own, which may give answers and figures and ask for keys; None for a file.

        Asked again it is the same one with another password; the password before is worth nothing then.
        """

    def begin_anew(self) -> None:
        """After a backup was restored over there: a new epoch, so that every counter offers its operations again."""

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Redeemed:
    """A home's place in the office. `login` is what it connects with from now on; None for a file."""

    office: str
    office_name: str
    counter_code: str
    epoch: str
    login: Login | None


class Door(Protocol):
    """What a code opens, once: the home named becomes a counter."""

    def redeem(self, code: InviteCode, home: str, name: str, public_key: bytes) -> Redeemed:
        """Errors: `InviteUsed`, `InviteExpired`, `InviteUnusable`, `CounterNameTaken`, the `SharedSide…` family."""

    def close(self) -> None: ...


class SurveyHub(Protocol):
    """The shared side as the survey server sees it. Errors of all: the `SharedSide…` family."""

    def submit_answers(self, answers: Sequence[SurveyAnswer]) -> None:
        """Store answers, each once however often it is offered. They never go to a counter."""

    def publish_comments(self, comments: Sequence[SurveyComment]) -> bool:
        """Put comments on the board, each once however often it is offered: one that is there, or was erased, stays as
        it is. False: the shared side was made before it knew the board; an administrator brings it up to date."""

    def survey_keys(self) -> SurveyKeys:
        """Public keys, and what the pages say of the office."""

    def publish_figures(self, day: date, tallies: str) -> None:
        """Give a day's figures to all counters: JSON text of an object, the document `survey_day`/<day>."""

    def close(self) -> None: ...
