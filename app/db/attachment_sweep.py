"""Taking away bytes that nobody can open any more: of what was erased, taken away, never spoken of, or has left."""

from __future__ import annotations

from app.db.attachment_files import AttachmentFiles
from app.db.unit_of_work import Database

_AT_ONCE = 50
"""Files taken away in one transaction, so that a clerk's save does not wait for long."""


def sweep_attachments(database: Database, files: AttachmentFiles) -> int:
    """How many there were.

    Nobody can speak of one meanwhile: whoever attaches a file looks for its bytes once more in their own transaction.
    """
    there = sorted(set(files.all()))
    if not there:
        return 0
    with database.read() as work:
        orphans = sorted(set(there) - work.attachments.wanted(there))
    gone = 0
    for at in range(0, len(orphans), _AT_ONCE):
        with database.write() as work:
            some = set(orphans[at : at + _AT_ONCE])
            for blob in sorted(some - work.attachments.wanted(some)):
                files.drop(blob)
                gone += 1
    return gone
