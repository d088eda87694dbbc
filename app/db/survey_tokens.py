"""Used tokens of a day, as one blob of sorted entries (design section 5).

An entry is 48 bytes: the mark of the token, the receipt of its first page, and the receipt of its second page or
random bytes. Receipts are keyed with the form's own secret, which is never stored, so that the store alone cannot
test a guess at what somebody answered.

A token is used up as soon as its first page is held, its answer is stored later: without more, used tokens less answers
would be the pages that wait. So the block has decoys in it, which a token takes the place of, and its size follows from
the number of stored answers alone.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.crypto.secrets import random_bytes
from app.db.survey_file import RowDamaged, as_bytes
from app.models.survey_store import closed_day, used_token

MARK_BYTES = 16
ENTRY_BYTES = 3 * MARK_BYTES
SUBMISSION_BYTES = 16
_STEP = 16
_SPARE_STEPS = 4


def _keyed(key: bytes, purpose: bytes, *parts: bytes) -> bytes:
    """16 bytes from `parts` under `key` (BLAKE2b). Lengths are hashed too, so that parts cannot run together."""
    digest = hashlib.blake2b(key=key, digest_size=MARK_BYTES, person=purpose)
    for part in parts:
        digest.update(len(part).to_bytes(4, "big"))
        digest.update(part)
    return digest.digest()


def token_mark(hold_key: bytes, day: date, nonce: bytes) -> bytes:
    """What stands in the store for a used token."""
    return _keyed(hold_key, b"token mark", day.isoformat().encode(), nonce)


def key_mark(hold_key: bytes) -> bytes:
    """Tells one hold key from another without giving it away."""
    return _keyed(hold_key, b"hold key")


def receipt(submission: bytes, page: int, nonce: bytes, content: bytes) -> bytes:
    """What recognises the same form when it is sent again. `submission` is the secret in the form."""
    return _keyed(submission, b"receipt", bytes([page]), nonce, content)


def held_id(submission: bytes, nonce: bytes) -> bytes:
    """The name of a held first page; only the form that made it can find it."""
    return _keyed(submission, b"held", nonce)


@dataclass(frozen=True, slots=True)
class Entry:
    mark: bytes
    first: bytes
    second: bytes


class UsedTokens:
    """The used tokens of one day, read and written within one transaction. Errors: `RowDamaged`."""

    def __init__(self, connection: Connection, day: date, hold_key: bytes) -> None:
        self._connection = connection
        self._day = day
        self._key = hold_key
        found = connection.execute(select(used_token.c.entries).where(used_token.c.day == day)).scalar_one_or_none()
        blob = as_bytes(found) if found is not None else b""
        if len(blob) % ENTRY_BYTES:
            raise RowDamaged
        self._entries = {
            blob[at : at + MARK_BYTES]: blob[at : at + ENTRY_BYTES] for at in range(0, len(blob), ENTRY_BYTES)
        }

    def find(self, mark: bytes) -> Entry | None:
        raw = self._entries.get(mark)
        return None if raw is None else Entry(raw[:16], raw[16:32], raw[32:])

    def put(self, mark: bytes, first: bytes, second: bytes | None = None) -> None:
        """Add the token, or give it another pair of receipts. Without a `second` one random bytes stand there."""
        if not self._entries:
            self._grow_for(0)
        if mark not in self._entries:
            decoys = (self._decoy(number) for number in range(len(self._entries)))
            self._entries.pop(next((decoy for decoy in decoys if decoy in self._entries), b""), None)
        self._entries[mark] = mark + first + (second if second is not None else random_bytes(MARK_BYTES))
        self._write()

    def follow(self, answers: int) -> None:
        """Make the block as long as it is to be for `answers` stored answers. To be called after each stored one."""
        if self._grow_for(answers):
            self._write()

    def _grow_for(self, answers: int) -> bool:
        size = len(self._entries)
        wanted = range(size, _STEP * (answers // _STEP + _SPARE_STEPS))
        for number in wanted:
            mark = self._decoy(number)
            self._entries[mark] = mark + random_bytes(ENTRY_BYTES - MARK_BYTES)
        return bool(wanted)

    def _decoy(self, number: int) -> bytes:
        return _keyed(self._key, b"decoy", self._day.isoformat().encode(), number.to_bytes(4, "big"))

    def _write(self) -> None:
        blob = b"".join(sorted(self._entries.values()))
        statement = insert(used_token).values(day=self._day, entries=blob)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=[used_token.c.day], set_={"entries": blob})
        )


def forget_closed(connection: Connection, first_day: date) -> None:
    """Delete the used tokens of closed days before `first_day`. The mark of the closing makes them needless."""
    closed = select(closed_day.c.day)
    connection.execute(delete(used_token).where(used_token.c.day < first_day, used_token.c.day.in_(closed)))
