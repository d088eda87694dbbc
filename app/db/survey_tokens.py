"""Used tokens of a day, as one blob of sorted entries (design section 5).

An entry is 48 bytes: the mark of the token, the receipt of its first page, and the receipt of its second page or
random bytes. Receipts are keyed with the form's own secret, which is never stored, so that the store alone cannot
test a guess at what somebody answered.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.crypto.secrets import random_bytes
from app.models.survey_store import used_token

MARK_BYTES = 16
ENTRY_BYTES = 3 * MARK_BYTES
SUBMISSION_BYTES = 16


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
    """The used tokens of one day, read and written within one transaction."""

    def __init__(self, connection: Connection, day: date) -> None:
        self._connection = connection
        self._day = day
        found = connection.execute(select(used_token.c.entries).where(used_token.c.day == day)).scalar_one_or_none()
        blob = bytes(found) if found is not None else b""
        self._entries = {
            blob[at : at + MARK_BYTES]: blob[at : at + ENTRY_BYTES] for at in range(0, len(blob), ENTRY_BYTES)
        }

    def find(self, mark: bytes) -> Entry | None:
        raw = self._entries.get(mark)
        return None if raw is None else Entry(raw[:16], raw[16:32], raw[32:])

    def put(self, mark: bytes, first: bytes, second: bytes | None = None) -> None:
        """Add the token, or give it another pair of receipts. Without a `second` one random bytes stand there."""
        self._entries[mark] = mark + first + (second if second is not None else random_bytes(MARK_BYTES))
        blob = b"".join(sorted(self._entries.values()))
        statement = insert(used_token).values(day=self._day, entries=blob)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=[used_token.c.day], set_={"entries": blob})
        )


def forget_before(connection: Connection, first_day: date) -> None:
    """Delete the used tokens of days before `first_day`: those tokens have expired."""
    connection.execute(delete(used_token).where(used_token.c.day < first_day))
