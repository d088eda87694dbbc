"""Attachments of cases: what is said of them. Their bytes are files (`app.db.attachment_files`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, and_, exists, func, insert, select, text, update

from app.db.record_rows import pieces
from app.db.told import told
from app.domain.attachments import Medium
from app.domain.case_errors import UnknownRecord
from app.models.tables import attachment, replica

_LIVES = and_(attachment.c.key != "", ~attachment.c.removed)
"""It can be opened: neither erased nor taken away."""
_TAKEN = exists().where(replica.c.entity == "attachment", replica.c.row_id == attachment.c.id, replica.c.version > 0)
_TO_BE_SENT = and_(text("attachment.parts_sent IS NOT NULL"), _LIVES, _TAKEN)


@dataclass(frozen=True, slots=True)
class StoredAttachment:
    """`key` opens the bytes; empty like `name` once erased. `unsent`: the shared side does not have all of it yet."""

    id: str
    case_id: str
    name: str
    key: bytes
    medium: Medium
    size: int
    blob: str
    at: datetime
    by: str
    removed: bool
    version: int
    unsent: bool


@dataclass(frozen=True, slots=True)
class UnsentAttachment:
    """Bytes of which the shared side has the first `parts_sent` parts."""

    id: str
    blob: str
    size: int
    parts_sent: int


class AttachmentRepository:
    """Works inside the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, new: StoredAttachment) -> None:
        row = {name: getattr(new, name) for name in ("id", "case_id", "name", "size", "blob", "at", "by", "version")}
        row |= {"key": new.key.hex(), "medium": new.medium.value, "removed": False}
        self._connection.execute(insert(attachment), row | {"parts_sent": 0 if new.unsent else None})

    def get(self, attachment_id: str) -> StoredAttachment:
        """Errors: `UnknownRecord`."""
        row = self._connection.execute(select(attachment).where(attachment.c.id == attachment_id)).one_or_none()
        if row is None:
            raise UnknownRecord("attachment", attachment_id)
        return _stored(row)

    def of_case(self, case_id: str) -> tuple[StoredAttachment, ...]:
        """Oldest first; without what was erased."""
        chosen = select(attachment).where(attachment.c.case_id == case_id, attachment.c.key != "")
        return tuple(map(_stored, self._connection.execute(chosen.order_by(attachment.c.at, attachment.c.id))))

    def remove(self, attachment_id: str) -> None:
        """It is taken away; the caller erases it."""
        gone = {"removed": True, "parts_sent": None, "version": attachment.c.version + 1}
        self._connection.execute(update(attachment).where(attachment.c.id == attachment_id).values(**gone))

    def wanted(self, blobs: Iterable[str]) -> set[str]:
        """Those of `blobs` that somebody can still open."""
        found: set[str] = set()
        for piece in pieces(blobs):
            found.update(
                self._connection.scalars(select(attachment.c.blob).where(attachment.c.blob.in_(piece), _LIVES))
            )
        return found

    # --- for the exchange alone ---

    def next_unsent(self) -> UnsentAttachment | None:
        """Bytes that are to be sent, of a record that the shared side has taken."""
        columns = (attachment.c.id, attachment.c.blob, attachment.c.size, attachment.c.parts_sent)
        chosen = select(*columns).where(_TO_BE_SENT)
        row = self._connection.execute(chosen.order_by(attachment.c.id).limit(1)).one_or_none()
        return None if row is None else UnsentAttachment(*row)

    def sent(self, attachment_id: str, parts: int | None) -> None:
        """The shared side has so many parts; None: all of them."""
        self._connection.execute(update(attachment).where(attachment.c.id == attachment_id).values(parts_sent=parts))

    def send_all(self) -> None:
        """The shared side is a new one, or was put back: it may have nothing of what is here."""
        self._connection.execute(update(attachment).where(_LIVES).values(parts_sent=0))

    def unsent(self) -> int:
        """How many attachments are to be sent, of which the shared side does not have all."""
        waiting = select(func.count()).select_from(attachment).where(_TO_BE_SENT)
        return self._connection.scalar(waiting) or 0


def _stored(row: Row[tuple[object, ...]]) -> StoredAttachment:
    return StoredAttachment(
        id=row.id,
        case_id=row.case_id,
        name=row.name,
        key=_key(row.key),
        medium=told(Medium, row.medium, Medium.PDF),
        size=row.size,
        blob=row.blob,
        at=row.at,
        by=row.by,
        removed=bool(row.removed),
        version=row.version,
        unsent=row.parts_sent is not None,
    )


def _key(text: str) -> bytes:
    """A key that cannot be read opens nothing."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
