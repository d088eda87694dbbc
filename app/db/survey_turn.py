"""What the survey server does within one transaction of the store (design section 5).

A turn may serve several citizens: all of it is committed together, or none of it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection

from app.crypto.secrets import CannotUnlock
from app.db.survey_answers import GroupRows, NewAnswer, delete_blanks, overwrite
from app.db.survey_file import RowDamaged
from app.db.survey_holds import HOLD_TIME, Hold, blank_row, held_row, is_held, put_rows, take_due, take_hold
from app.db.survey_memory import StoreMemory
from app.db.survey_tokens import held_id, receipt, token_mark


@dataclass(frozen=True, slots=True)
class Form:
    """One opened form of one slip. `submission` is the form's own secret, `content` what was answered in it.

    `quick`: whether it is sent within about a minute of registering. It is counted, and kept with nothing.
    """

    day: date
    nonce: bytes
    submission: bytes
    content: bytes
    quick: bool = False


class Outcome(StrEnum):
    """What became of a form.

    STORED now · HELD for a second page · REPEATED: this very form was stored before · REFUSED: the token is used ·
    CLOSED: the slip's day takes no first page any more.
    """

    STORED = "stored"
    HELD = "held"
    REPEATED = "repeated"
    REFUSED = "refused"
    CLOSED = "closed"


class StoreTurn:
    """One transaction. Errors of every method: `RowDamaged`."""

    def __init__(self, connection: Connection, key: bytes, memory: StoreMemory) -> None:
        self._connection = connection
        self._key = key
        self._memory = memory
        self._held: list[dict[str, bytes]] = []
        memory.begin(connection)

    def end(self) -> None:
        """Write what is written once a turn. To be called before the transaction is committed."""
        self._put_held()
        self._memory.write(self._connection)

    def _put_held(self) -> None:
        if self._held:
            put_rows(self._connection, self._held)
            self._held = []

    def is_closed(self, day: date) -> bool:
        """Whether slips of `day` take no first page any more, whatever the clock says."""
        return self._memory.is_closed(self._connection, day)

    def is_used(self, day: date, nonce: bytes) -> bool:
        return self._memory.used(self._connection, day).find(token_mark(self._key, day, nonce)) is not None

    def accept(self, form: Form, answer: NewAnswer, now: datetime) -> Outcome:
        """Use up the token and store the answer: STORED, REPEATED, REFUSED or CLOSED."""
        refused = self._use_up(form, answer.department)
        if refused is not None:
            return refused
        # The blank goes as a held page would whose second page was sent at some moment.
        spread = secrets.randbelow(int(HOLD_TIME.total_seconds()))
        self._held.append(blank_row(self._key, now + timedelta(seconds=spread)))
        self._store(answer, answer.day)
        return Outcome.STORED

    def hold(self, form: Form, answer: NewAnswer, now: datetime) -> Outcome:
        """Use up the token and hold the answer for its second page: HELD (also again), REPEATED, REFUSED or CLOSED."""
        row_id = held_id(form.submission, form.nonce)
        refused = self._use_up(form, answer.department)
        self._put_held()
        if refused is Outcome.REPEATED and is_held(self._connection, row_id):
            return Outcome.HELD
        if refused is not None:
            return refused
        self._held.append(held_row(self._key, row_id, Hold(now + HOLD_TIME, answer)))
        return Outcome.HELD

    def finish(self, form: Form, envelope: bytes | None, first_open_day: date) -> Outcome:
        """The second page: store the held answer with `envelope` in place of its own.

        `first_open_day` is the first day whose slips can still be answered. STORED, REPEATED, or REFUSED when nothing
        is held (any more): too late, or finished by another second page.
        """
        self._put_held()
        used = self._memory.used(self._connection, form.day)
        mark = token_mark(self._key, form.day, form.nonce)
        entry = used.find(mark)
        if entry is None:
            return Outcome.REFUSED
        second = receipt(form.submission, 2, form.nonce, form.content)
        if entry.second == second:
            return Outcome.REPEATED
        try:
            answer = take_hold(self._connection, self._key, held_id(form.submission, form.nonce))
        except CannotUnlock as error:
            raise RowDamaged from error
        if answer is None:
            return Outcome.REFUSED
        used.put(mark, entry.first, second)
        self._store(replace(answer, envelope=envelope), first_open_day)
        return Outcome.STORED

    def release_due(self, now: datetime, first_open_day: date) -> int:
        """Store the held answers whose second page did not come in time; how many there were."""
        self._put_held()
        due = take_due(self._connection, self._key, now)
        for answer in due:
            self._store(answer, first_open_day)
        return len(due)

    def _use_up(self, form: Form, department: int) -> Outcome | None:
        """None when the token is used up now for the first time."""
        if self.is_closed(form.day):
            return Outcome.CLOSED  # first of all: the used tokens of a closed day are forgotten
        used = self._memory.used(self._connection, form.day)
        mark = token_mark(self._key, form.day, form.nonce)
        first = receipt(form.submission, 1, form.nonce, form.content)
        entry = used.find(mark)
        if entry is not None:
            return Outcome.REPEATED if entry.first == first else Outcome.REFUSED
        used.put(mark, first)
        # Here and not with the answer: one that waits for its second page must not carry along how soon it came.
        self._memory.quick(self._connection, form.day).count(department, quick=form.quick)
        return None

    def _store(self, answer: NewAnswer, first_open_day: date) -> None:
        day = answer.day
        if self.is_closed(day):
            # The figures of a day that is over are final: departments are shown from then on, and a late answer that
            # moved them would show itself.
            rows = GroupRows(self._connection, day, answer.department, answer.area)
            rows.put(self._connection, answer)
            overwrite(self._connection, rows.take_waiting())
            delete_blanks(self._connection, day)
            return
        # Counted before it is put: what is not in memory yet is counted from the rows.
        tallies = self._memory.tallies(self._connection, day)
        self._memory.group(self._connection, day, answer.department, answer.area).put(self._connection, answer)
        tallies.add(answer)
        self._memory.used(self._connection, day).follow(tallies.answers)
        if day >= first_open_day and tallies.publish_if_due():
            self._memory.quick(self._connection, day).keep_for_publishing()
