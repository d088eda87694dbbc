"""The survey store's database: one answer a token, unlinkable to it, and the published figures (design section 5).

Everything that happens to a token and its answer happens in one transaction, begun IMMEDIATE.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select

from app.crypto.secrets import CannotUnlock
from app.db.hold_key import hold_key, hold_key_path
from app.db.survey_answers import NewAnswer, count_answers, delete_blanks_before, sealed_envelopes, store_answer
from app.db.survey_file import ANSWERS_NAME, make_store_engine, store_errors
from app.db.survey_holds import HOLD_TIME, Hold, is_held, put_blank, put_hold, take_due, take_hold
from app.db.survey_tallies import publish_if_due, published_department_tallies, published_tally
from app.db.survey_tokens import SUBMISSION_BYTES, UsedTokens, forget_before, held_id, key_mark, receipt, token_mark
from app.domain.errors import SurveyStoreDamaged
from app.domain.figures import Tally
from app.models.survey_store import hold_key_mark, store_metadata

__all__ = ["SUBMISSION_BYTES", "Form", "NewAnswer", "Outcome", "SurveyStore"]


@dataclass(frozen=True, slots=True)
class Form:
    """One opened form of one slip. `submission` is the form's own secret, `content` what was answered in it."""

    day: date
    nonce: bytes
    submission: bytes
    content: bytes


class Outcome(StrEnum):
    """STORED now · HELD for a second page · REPEATED: this very form was stored before · REFUSED: the token is used."""

    STORED = "stored"
    HELD = "held"
    REPEATED = "repeated"
    REFUSED = "refused"


class SurveyStore:
    """The repository over one store folder. May be used from several threads and processes at once.

    A reader (`read_only`) of a store that no server has opened yet finds everything empty.
    """

    def __init__(self, path: Path, engine: Engine | None, key: bytes) -> None:
        self._path = path
        self._engine = engine
        self._key = key

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False) -> SurveyStore:
        """Errors: `SurveyStoreDamaged` (also for a hold key that is not the store's), `CannotWrite`, `Unavailable`."""
        path = folder / ANSWERS_NAME
        if read_only:
            # An empty file is what a server leaves that was killed before its first transaction.
            begun = path.exists() and path.stat().st_size > 0
            store = cls(path, make_store_engine(path, read_only=True) if begun else None, b"")
            if begun:
                store._check_readable()
            return store
        store = cls(path, make_store_engine(path, read_only=False), hold_key(folder))
        store._prepare(hold_key_path(folder))
        return store

    def close(self) -> None:
        if self._engine is not None:
            self._engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        if self._engine is None:
            raise RuntimeError("a store without a database was asked to write")
        with store_errors(self._path), self._engine.begin() as connection:
            yield connection

    def _check_readable(self) -> None:
        try:
            with self._transaction() as connection:
                connection.execute(select(hold_key_mark.c.mark)).first()
        except BaseException:
            self.close()
            raise

    def _prepare(self, key_path: Path) -> None:
        mark = key_mark(self._key)
        try:
            with self._transaction() as connection:
                store_metadata.create_all(connection)
                known = connection.execute(select(hold_key_mark.c.mark)).scalar_one_or_none()
                if known is None:
                    connection.execute(insert(hold_key_mark).values(mark=mark))
                elif bytes(known) != mark:
                    # With another key every used token would look unused.
                    raise SurveyStoreDamaged(str(key_path))
        except BaseException:
            self.close()
            raise

    # --- what the office reads --------------------------------------------------------------------------------------

    def answers_on(self, day: date) -> int:
        """The number of stored answers to slips of `day`."""
        if self._engine is None:
            return 0
        with self._transaction() as connection:
            return count_answers(connection, day)

    def published(self, day: date) -> Tally | None:
        """The whole office's tally as last published, or None before the fifth answer."""
        if self._engine is None:
            return None
        with self._transaction() as connection:
            return published_tally(connection, day)

    def published_departments(self, day: date) -> dict[int, Tally]:
        """Each department's tally of the answers last published. To be shown only when the day's slips have expired."""
        if self._engine is None:
            return {}
        with self._transaction() as connection:
            return published_department_tallies(connection, day)

    def envelopes(self) -> list[tuple[date, int, bytes]]:
        """Day, department number and sealed envelope of every answer that has one, in random order within a day."""
        if self._engine is None:
            return []
        with self._transaction() as connection:
            return sealed_envelopes(connection)

    # --- what the survey server does --------------------------------------------------------------------------------

    def is_used(self, day: date, nonce: bytes) -> bool:
        with self._transaction() as connection:
            return UsedTokens(connection, day).find(token_mark(self._key, day, nonce)) is not None

    def accept(self, form: Form, answer: NewAnswer, now: datetime) -> Outcome:
        """Use up the token and store the answer: STORED, REPEATED or REFUSED."""
        with self._transaction() as connection:
            refused = self._use_up(connection, form)
            if refused is not None:
                return refused
            # The blank goes as a held page would whose second page was sent at some moment.
            spread = secrets.randbelow(int(HOLD_TIME.total_seconds()))
            put_blank(connection, self._key, now + timedelta(seconds=spread))
            self._store(connection, answer)
            return Outcome.STORED

    def hold(self, form: Form, answer: NewAnswer, now: datetime) -> Outcome:
        """Use up the token and hold the answer for its second page: HELD (also again), REPEATED or REFUSED."""
        row_id = held_id(form.submission, form.nonce)
        with self._transaction() as connection:
            refused = self._use_up(connection, form)
            if refused is Outcome.REPEATED and is_held(connection, row_id):
                return Outcome.HELD
            if refused is not None:
                return refused
            put_hold(connection, self._key, row_id, Hold(now + HOLD_TIME, answer))
            return Outcome.HELD

    def finish(self, form: Form, envelope: bytes | None) -> Outcome:
        """The second page: store the held answer with `envelope` in place of its own.

        STORED, REPEATED, or REFUSED when nothing is held (any more): too late, or finished by another second page.
        """
        with self._transaction() as connection:
            used = UsedTokens(connection, form.day)
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
            self._store(connection, replace(answer, envelope=envelope))
            return Outcome.STORED

    def release_due(self, now: datetime) -> int:
        """Store the held answers whose second page did not come in time; how many there were."""
        with self._transaction() as connection:
            due = take_due(connection, self._key, now)
            for answer in due:
                self._store(connection, answer)
            return len(due)

    def forget_expired(self, today: date, slip_days: int) -> None:
        """Delete used tokens and blanks of days whose slips can no longer be answered."""
        first_open_day = today - timedelta(days=slip_days)
        with self._transaction() as connection:
            forget_before(connection, first_open_day)
            delete_blanks_before(connection, first_open_day)

    def _use_up(self, connection: Connection, form: Form) -> Outcome | None:
        """None when the token is used up now for the first time."""
        used = UsedTokens(connection, form.day)
        mark = token_mark(self._key, form.day, form.nonce)
        first = receipt(form.submission, 1, form.nonce, form.content)
        entry = used.find(mark)
        if entry is not None:
            return Outcome.REPEATED if entry.first == first else Outcome.REFUSED
        used.put(mark, first)
        return None

    def _store(self, connection: Connection, answer: NewAnswer) -> None:
        store_answer(connection, answer)
        publish_if_due(connection, answer.day)
