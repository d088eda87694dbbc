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
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.crypto.secrets import random_bytes
from app.db.survey_file import RowDamaged, as_bytes
from app.db.survey_statements import WriteStatement
from app.models.survey_store import closed_day, used_token

MARK_BYTES = 16
ENTRY_BYTES = 3 * MARK_BYTES
SUBMISSION_BYTES = 16
_STEP = 16
_SPARE_STEPS = 4
_BLOCK = select(used_token.c.entries).where(used_token.c.day == bindparam("of_day"))
_NEW_BLOCK = insert(used_token)
_WRITE_BLOCK = WriteStatement(
    _NEW_BLOCK.on_conflict_do_update(index_elements=[used_token.c.day], set_={"entries": _NEW_BLOCK.excluded.entries})
)


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


def _place(block: bytes, mark: bytes) -> int:
    """Where the entry of `mark` begins in `block`, or would begin."""
    low, high = 0, len(block) // ENTRY_BYTES
    while low < high:
        middle = (low + high) // 2
        at = middle * ENTRY_BYTES
        if block[at : at + MARK_BYTES] < mark:
            low = middle + 1
        else:
            high = middle
    return low * ENTRY_BYTES


def _stands_at(block: bytes, at: int, mark: bytes) -> bool:
    return block[at : at + MARK_BYTES] == mark


@dataclass(frozen=True, slots=True)
class Entry:
    mark: bytes
    first: bytes
    second: bytes


class UsedTokens:
    """The used tokens of one day. Errors: `RowDamaged`.

    The block is looked through and changed as it lies: with thousands of tokens a day, taking it apart for each answer
    would be most of the work. `write` puts it back.
    """

    def __init__(self, connection: Connection, day: date, hold_key: bytes) -> None:
        self._day = day
        self._key = hold_key
        self._day_text = day.isoformat().encode()
        found = connection.execute(_BLOCK, {"of_day": day}).scalar_one_or_none()
        self._block = as_bytes(found) if found is not None else b""
        if len(self._block) % ENTRY_BYTES:
            raise RowDamaged
        self._changed = False
        # Decoys are taken in the order of their numbers, so those that are gone come first.
        self._next_decoy = bisect_left(range(len(self)), True, key=self._has_decoy)

    def __len__(self) -> int:
        return len(self._block) // ENTRY_BYTES

    def find(self, mark: bytes) -> Entry | None:
        at = _place(self._block, mark)
        raw = self._block[at : at + ENTRY_BYTES]
        return Entry(raw[:16], raw[16:32], raw[32:]) if raw[:MARK_BYTES] == mark else None

    def has(self, mark: bytes) -> bool:
        """Whether the token is in the block; may be asked from another thread while the block is changed."""
        block = self._block  # bytes: a change makes another one
        return _stands_at(block, _place(block, mark), mark)

    def put(self, mark: bytes, first: bytes, second: bytes | None = None) -> None:
        """Add the token, or give it another pair of receipts. Without a `second` one random bytes stand there."""
        if not self._block:
            self._grow_for(0)
        block = self._block
        entry = mark + first + (second if second is not None else random_bytes(MARK_BYTES))
        at = _place(block, mark)
        self._changed = True
        if _stands_at(block, at, mark):
            self._block = b"".join((block[:at], entry, block[at + ENTRY_BYTES :]))
            return
        decoy = self._decoy(self._next_decoy)
        self._next_decoy += 1
        gone = _place(block, decoy)
        if not _stands_at(block, gone, decoy):
            self._block = b"".join((block[:at], entry, block[at:]))
        elif gone < at:
            self._block = b"".join((block[:gone], block[gone + ENTRY_BYTES : at], entry, block[at:]))
        else:
            self._block = b"".join((block[:at], entry, block[at:gone], block[gone + ENTRY_BYTES :]))

    def follow(self, answers: int) -> None:
        """Make the block as long as it is to be for `answers` stored answers. To be called after each stored one."""
        self._grow_for(answers)

    def write(self, connection: Connection) -> None:
        """To be called before a transaction is committed in which something was put or followed."""
        if self._changed:
            _WRITE_BLOCK.run(connection, [{"day": self._day, "entries": self._block}])
            self._changed = False

    def _has_decoy(self, number: int) -> bool:
        return self.find(self._decoy(number)) is not None

    def _grow_for(self, answers: int) -> None:
        size = len(self)
        wanted = range(size, _STEP * (answers // _STEP + _SPARE_STEPS))
        if wanted:
            fresh = [self._decoy(number) + random_bytes(ENTRY_BYTES - MARK_BYTES) for number in wanted]
            pieces: list[bytes] = []
            done = 0
            for entry in sorted(fresh):
                at = _place(self._block, entry[:MARK_BYTES])
                pieces += [self._block[done:at], entry]
                done = at
            self._block = b"".join((*pieces, self._block[done:]))
            self._changed = True

    def _decoy(self, number: int) -> bytes:
        return _keyed(self._key, b"decoy", self._day_text, number.to_bytes(4, "big"))


def forget_closed(connection: Connection, first_day: date) -> bool:
    """Delete the used tokens of closed days before `first_day`. The mark of the closing makes them needless.

    Whether there were any.
    """
    closed = select(closed_day.c.day)
    deleted = connection.execute(delete(used_token).where(used_token.c.day < first_day, used_token.c.day.in_(closed)))
    return deleted.rowcount > 0
