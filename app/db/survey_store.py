"""The survey store's database: one answer a token, unlinkable to it, and the published figures (design section 5).

Everything that happens to a token and its answer happens in one transaction, begun IMMEDIATE. A day is closed once, and
stays closed whatever the clock and the settings say later.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, insert, inspect, select

from app.crypto.secrets import CannotUnlock
from app.db.hold_key import hold_key, hold_key_path
from app.db.survey_answers import NewAnswer, count_answers, delete_blanks, sealed_envelopes, store_answer
from app.db.survey_closing import close_day, days_to_close, is_closed
from app.db.survey_file import (
    ANSWERS_NAME,
    RowDamaged,
    make_store_engine,
    make_store_file,
    store_errors,
)
from app.db.survey_holds import HOLD_TIME, Hold, is_held, put_blank, put_hold, take_due, take_hold
from app.db.survey_tallies import publish_if_due, published_department_tallies, published_tally
from app.db.survey_tokens import SUBMISSION_BYTES, UsedTokens, forget_closed, held_id, key_mark, receipt, token_mark
from app.domain.errors import SurveyStoreDamaged
from app.domain.figures import Tally
from app.models.survey_store import hold_key_mark, store_metadata

__all__ = ["SUBMISSION_BYTES", "Form", "NewAnswer", "Outcome", "StoredDay", "SurveyStore"]


@dataclass(frozen=True, slots=True)
class Form:
    """One opened form of one slip. `submission` is the form's own secret, `content` what was answered in it."""

    day: date
    nonce: bytes
    submission: bytes
    content: bytes


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


@dataclass(frozen=True, slots=True)
class StoredDay:
    """What the store tells of one day, all of it read at one moment.

    `answers` are all stored ones; `office` is the tally as last published, `departments` those of the same answers
    and empty until the day is closed.
    """

    answers: int
    office: Tally | None
    departments: dict[int, Tally]


class SurveyStore:
    """The repository over one store folder. May be used from several threads and processes at once.

    A reader (`read_only`) finds everything empty until a server has opened the store for the first time.
    """

    def __init__(self, path: Path, engine: Engine, key: bytes, *, read_only: bool) -> None:
        self._path = path
        self._engine = engine
        self._key = key
        self._read_only = read_only
        # SQLite makes writers wait by sleeping, and lets them starve; threads of one process queue up here instead.
        self._turn = threading.Lock()

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False, hold_key_file: Path | None = None) -> SurveyStore:
        """The store in `folder`; a reader needs no hold key.

        Errors: `SurveyStoreDamaged` (also for a folder that is not there and a hold key that is not the store's),
        `CannotWrite`, `DiskFull`, `Unavailable`.
        """
        path = folder / ANSWERS_NAME
        if read_only:
            store = cls(path, make_store_engine(path, read_only=True), b"", read_only=True)
            try:
                with store._reading():
                    return store
            except BaseException:
                store.close()
                raise
        if not folder.is_dir():
            raise SurveyStoreDamaged(str(folder))
        make_store_file(path)
        key_path = hold_key_path(folder, hold_key_file)
        # A new key for answers that are there already would make every used token look unused.
        key = hold_key(key_path, may_make=path.stat().st_size == 0)
        store = cls(path, make_store_engine(path, read_only=False), key, read_only=False)
        store._prepare(key_path)
        return store

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self._turn, store_errors(self._path, read_only=self._read_only), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection | None]:
        """None when there is nothing to read yet: no file, or one whose server was killed before its first commit."""
        if self._read_only and not self._path.exists():
            yield None
            return
        with self._transaction() as connection:
            yield connection if _is_begun(connection) else None

    def _prepare(self, key_path: Path) -> None:
        """Make the tables where there are none. Something is written in any case: a store nobody can write into fails
        here, and not at the first citizen."""
        mark = key_mark(self._key)
        try:
            with self._transaction() as connection:
                if _is_begun(connection):
                    known = connection.scalars(select(hold_key_mark.c.mark)).all()
                    if len(known) != 1:
                        raise RowDamaged
                    if known[0] != mark:
                        # With another key every used token would look unused.
                        raise SurveyStoreDamaged(str(key_path))
                else:
                    store_metadata.create_all(connection)
                connection.execute(delete(hold_key_mark))
                connection.execute(insert(hold_key_mark).values(mark=mark))
        except BaseException:
            self.close()
            raise

    # --- what the office reads --------------------------------------------------------------------------------------

    def figures_of(self, day: date) -> StoredDay:
        """All figures of `day`."""
        with self._reading() as connection:
            if connection is None:
                return StoredDay(0, None, {})
            departments = published_department_tallies(connection, day) if is_closed(connection, day) else {}
            return StoredDay(count_answers(connection, day), published_tally(connection, day), departments)

    def envelopes(self) -> list[tuple[date, int, bytes]]:
        """Day, department number and sealed envelope of every answer that has one, in random order within a day."""
        with self._reading() as connection:
            return [] if connection is None else sealed_envelopes(connection)

    # --- what the survey server does --------------------------------------------------------------------------------

    def is_used(self, day: date, nonce: bytes) -> bool:
        with self._transaction() as connection:
            return UsedTokens(connection, day, self._key).find(token_mark(self._key, day, nonce)) is not None

    def is_closed(self, day: date) -> bool:
        """Whether slips of `day` take no first page any more, whatever the clock says."""
        with self._transaction() as connection:
            return is_closed(connection, day)

    def accept(self, form: Form, answer: NewAnswer, now: datetime) -> Outcome:
        """Use up the token and store the answer: STORED, REPEATED, REFUSED or CLOSED."""
        with self._transaction() as connection:
            refused = self._use_up(connection, form)
            if refused is not None:
                return refused
            # The blank goes as a held page would whose second page was sent at some moment.
            spread = secrets.randbelow(int(HOLD_TIME.total_seconds()))
            put_blank(connection, self._key, now + timedelta(seconds=spread))
            self._store(connection, answer, answer.day)
            return Outcome.STORED

    def hold(self, form: Form, answer: NewAnswer, now: datetime) -> Outcome:
        """Use up the token and hold the answer for its second page: HELD (also again), REPEATED, REFUSED or CLOSED."""
        row_id = held_id(form.submission, form.nonce)
        with self._transaction() as connection:
            refused = self._use_up(connection, form)
            if refused is Outcome.REPEATED and is_held(connection, row_id):
                return Outcome.HELD
            if refused is not None:
                return refused
            put_hold(connection, self._key, row_id, Hold(now + HOLD_TIME, answer))
            return Outcome.HELD

    def finish(self, form: Form, envelope: bytes | None, first_open_day: date) -> Outcome:
        """The second page: store the held answer with `envelope` in place of its own.

        `first_open_day` is the first day whose slips can still be answered. STORED, REPEATED, or REFUSED when nothing
        is held (any more): too late, or finished by another second page.
        """
        with self._transaction() as connection:
            used = UsedTokens(connection, form.day, self._key)
            mark = token_mark(self._key, form.day, form.nonce)
            entry = used.find(mark)
            if entry is None:
                return Outcome.REFUSED
            second = receipt(form.submission, 2, form.nonce, form.content)
            if entry.second == second:
                return Outcome.REPEATED
            try:
                answer = take_hold(connection, self._key, held_id(form.submission, form.nonce))
            except CannotUnlock as error:
                raise SurveyStoreDamaged(str(self._path)) from error
            if answer is None:
                return Outcome.REFUSED
            used.put(mark, entry.first, second)
            self._store(connection, replace(answer, envelope=envelope), first_open_day)
            return Outcome.STORED

    def release_due(self, now: datetime, first_open_day: date) -> int:
        """Store the held answers whose second page did not come in time; how many there were."""
        with self._transaction() as connection:
            due = take_due(connection, self._key, now)
            for answer in due:
                self._store(connection, answer, first_open_day)
            return len(due)

    def close_expired(self, today: date, slip_days: int) -> None:
        """Close every day whose slips can no longer be answered, for good, and forget the used tokens of closed days.

        A day that cannot be closed, because it is damaged, does not keep the others open: `SurveyStoreDamaged` comes
        at the end.
        """
        first_open_day = today - timedelta(days=slip_days)
        with self._transaction() as connection:
            days = days_to_close(connection, first_open_day)
        damaged: SurveyStoreDamaged | None = None
        for day in days:
            try:
                with self._transaction() as connection:
                    close_day(connection, self._key, day)
            except SurveyStoreDamaged as error:
                damaged = error
        with self._transaction() as connection:
            # A day longer, for second pages whose first one came just before the day was over.
            forget_closed(connection, first_open_day - timedelta(days=1))
        if damaged is not None:
            raise damaged

    def _use_up(self, connection: Connection, form: Form) -> Outcome | None:
        """None when the token is used up now for the first time."""
        if is_closed(connection, form.day):
            return Outcome.CLOSED  # first of all: the used tokens of a closed day are forgotten
        used = UsedTokens(connection, form.day, self._key)
        mark = token_mark(self._key, form.day, form.nonce)
        first = receipt(form.submission, 1, form.nonce, form.content)
        entry = used.find(mark)
        if entry is not None:
            return Outcome.REPEATED if entry.first == first else Outcome.REFUSED
        used.put(mark, first)
        return None

    def _store(self, connection: Connection, answer: NewAnswer, first_open_day: date) -> None:
        store_answer(connection, answer)
        # The figures of a day that is over are final: departments are shown from then on, and a late answer that
        # moved them would show itself.
        if is_closed(connection, answer.day):
            delete_blanks(connection, answer.day)
            return
        UsedTokens(connection, answer.day, self._key).follow(count_answers(connection, answer.day))
        if answer.day >= first_open_day:
            publish_if_due(connection, self._key, answer.day)


def _is_begun(connection: Connection) -> bool:
    """Whether the tables are there: all of them, or none yet. Errors: `RowDamaged`."""
    found = set(inspect(connection).get_table_names())
    if found and not found >= store_metadata.tables.keys():
        # Made anew, an empty table would be believed: every used token would look unused.
        raise RowDamaged
    return bool(found)
