"""The survey store's database: one answer a token, unlinkable to it, and the published figures (design section 5).

Everything that happens to a token and its answer happens in one transaction, begun IMMEDIATE. A day is closed once, and
stays closed whatever the clock and the settings say later.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, delete, insert, inspect, select

from app.db.hold_key import hold_key, hold_key_path
from app.db.survey_answers import NewAnswer, count_answers, sealed_envelopes
from app.db.survey_closing import close_day, closed_days, days_to_close, is_closed, known_days
from app.db.survey_export import answer_rows, answers_of
from app.db.survey_file import (
    ANSWERS_NAME,
    RowDamaged,
    make_store_engine,
    make_store_file,
    store_errors,
)
from app.db.survey_memory import StoreMemory
from app.db.survey_quick import published_quick
from app.db.survey_tallies import published_department_tallies, published_tally
from app.db.survey_tokens import SUBMISSION_BYTES, forget_closed, key_mark
from app.db.survey_turn import Form, Outcome, StoreTurn
from app.domain.errors import AppError, SurveyStoreDamaged
from app.domain.shared_survey import SurveyAnswer
from app.domain.survey_days import StoredDay
from app.models.survey_store import ADDED_TABLES, hold_key_mark, quick_tally, store_metadata

__all__ = ["SUBMISSION_BYTES", "Form", "NewAnswer", "Outcome", "StoreTurn", "StoredDay", "SurveyStore", "Work"]


_Made = TypeVar("_Made")
Work = Callable[[StoreTurn], _Made]
"""Something to be done within a transaction."""


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
        self._memory = StoreMemory(key)

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
    def _serving(self) -> Iterator[StoreTurn]:
        """A transaction for the server's work."""
        with self._turn:
            try:
                with store_errors(self._path, read_only=False), self._engine.begin() as connection:
                    turn = StoreTurn(connection, self._key, self._memory)
                    yield turn
                    turn.end()
            except BaseException:
                self._memory.forget()
                raise

    @contextmanager
    def _reading(self) -> Iterator[Connection | None]:
        """None when there is nothing to read yet: no file, or one whose server was killed before its first commit."""
        if self._read_only and not self._path.exists():
            yield None
            return
        with self._transaction() as connection:
            yield connection if _tables(connection) else None

    def _prepare(self, key_path: Path) -> None:
        """Make the tables where there are none. Something is written in any case: a store nobody can write into fails
        here, and not at the first citizen."""
        mark = key_mark(self._key)
        try:
            with self._transaction() as connection:
                if _tables(connection):
                    known = connection.scalars(select(hold_key_mark.c.mark)).all()
                    if len(known) != 1:
                        raise RowDamaged
                    if known[0] != mark:
                        # With another key every used token would look unused.
                        raise SurveyStoreDamaged(str(key_path))
                # All of them, or those that a store of 0.1.0 does not have yet.
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
            counted, office = count_answers(connection, day), published_tally(connection, day)
            if not is_closed(connection, day):
                return StoredDay(counted, office, {})
            quick = published_quick(connection, day) if quick_tally.name in _tables(connection) else None
            return StoredDay(counted, office, published_department_tallies(connection, day), quick)

    def envelopes(self) -> list[tuple[date, int, bytes]]:
        """Day, department number and sealed envelope of every answer that has one, in random order within a day."""
        with self._reading() as connection:
            return [] if connection is None else sealed_envelopes(connection)

    def days(self) -> list[date]:
        """Every day of which anything is known, oldest first."""
        with self._reading() as connection:
            return [] if connection is None else known_days(connection)

    def closed_days(self) -> list[date]:
        """Every day that takes no first page any more, oldest first."""
        with self._reading() as connection:
            return [] if connection is None else closed_days(connection)

    def answers_of(self, day: date) -> list[SurveyAnswer]:
        """All answers of `day` as they go to the shared side, in random order: the same answer has the same id."""
        with self._reading() as connection:
            rows = [] if connection is None else answer_rows(connection, day)
        with store_errors(self._path, read_only=True):
            return answers_of(day, rows)

    # --- what the survey server does --------------------------------------------------------------------------------

    def together(self, works: Sequence[Work[_Made]]) -> list[_Made | Exception]:
        """Do all of `works` in one transaction; what each made, or why it could not be done.

        Nothing is said before all of it is safely stored. One that fails by itself does not take the others with it:
        then each is done alone.
        """
        try:
            with self._serving() as turn:
                return [work(turn) for work in works]
        except Exception as error:
            if len(works) == 1 or (isinstance(error, AppError) and not isinstance(error, SurveyStoreDamaged)):
                return [error] * len(works)
        return [made for work in works for made in self.together([work])]

    def seems_open(self, day: date, nonce: bytes) -> bool:
        """As `StoreMemory.seems_open`: enough for showing a form, which is judged when it is sent."""
        return self._memory.seems_open(day, nonce)

    def is_used(self, day: date, nonce: bytes) -> bool:
        with self._serving() as turn:
            return turn.is_used(day, nonce)

    def is_closed(self, day: date) -> bool:
        """Whether slips of `day` take no first page any more, whatever the clock says."""
        with self._serving() as turn:
            return turn.is_closed(day)

    def accept(self, form: Form, answer: NewAnswer, now: datetime) -> Outcome:
        """As `StoreTurn.accept`, in a transaction of its own."""
        with self._serving() as turn:
            return turn.accept(form, answer, now)

    def hold(self, form: Form, answer: NewAnswer, now: datetime) -> Outcome:
        """As `StoreTurn.hold`, in a transaction of its own."""
        with self._serving() as turn:
            return turn.hold(form, answer, now)

    def finish(self, form: Form, envelope: bytes | None, first_open_day: date) -> Outcome:
        """As `StoreTurn.finish`, in a transaction of its own."""
        with self._serving() as turn:
            return turn.finish(form, envelope, first_open_day)

    def release_due(self, now: datetime, first_open_day: date) -> int:
        """As `StoreTurn.release_due`, in a transaction of its own."""
        with self._serving() as turn:
            return turn.release_due(now, first_open_day)

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
                    self._memory.forget()
                    close_day(connection, self._key, day)
            except SurveyStoreDamaged as error:
                damaged = error
        with self._transaction() as connection:
            # A day longer, for second pages whose first one came just before the day was over.
            if forget_closed(connection, first_open_day - timedelta(days=1)):
                self._memory.forget()
        if damaged is not None:
            raise damaged


def _tables(connection: Connection) -> frozenset[str]:
    """The store's tables: none yet, or all that guard its tokens and answers. Errors: `RowDamaged`."""
    found = frozenset(inspect(connection).get_table_names())
    added = {table.name for table in ADDED_TABLES}
    if found and not found >= store_metadata.tables.keys() - added:
        # Made anew, an empty table would be believed: every used token would look unused.
        raise RowDamaged
    return found
