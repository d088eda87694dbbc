"""Bytes of scans and photos on their way: in parts, after everything else, and gone on with where they were cut off.

No part goes while an operation waits: what a clerk has recorded is never behind a scan. Parts carry no names and open
with no key that lies on the shared side beside them in the clear.
"""

from __future__ import annotations

from app.crypto.file_locks import LONGER_BY
from app.db.attachment_files import AttachmentFiles, is_blob
from app.db.attachments import StoredAttachment, UnsentAttachment
from app.db.shared_links import SharedLink
from app.db.unit_of_work import Database
from app.domain.case_errors import AttachmentAway, AttachmentLost, UnknownRecord
from app.domain.sharing import PART_BYTES
from app.sync.hub import Hub


class AttachmentTransfer:
    """Works for one home, which exchanges meanwhile with nobody else."""

    def __init__(self, database: Database, hub: Hub, files: AttachmentFiles) -> None:
        self._database = database
        self._hub = hub
        self._files = files

    def send_part(self, link: SharedLink) -> bool:
        """Send the next part, if nothing else waits; False when there is none to be sent now.

        Errors: those of `Hub.put_part`.
        """
        with self._database.read() as work:
            if work.queue.anything_waits():
                return False
            unsent = work.attachments.next_unsent()
        if unsent is None:
            return False
        locked = self._files.read(unsent.blob)
        if locked is None or self._is_there(link, unsent, locked):
            self._note(unsent, None)  # there is nothing here to send, or nothing left to
            return True
        at = unsent.parts_sent * PART_BYTES
        if at < len(locked):
            part = locked[at : at + PART_BYTES]
            self._hub.put_part(link.home, link.epoch, unsent.blob, unsent.parts_sent, part)
        parts = unsent.parts_sent + 1
        self._note(unsent, None if parts * PART_BYTES >= len(locked) else parts)
        return True

    def fetch(self, link: SharedLink, attachment_id: str) -> None:
        """Bring the bytes here, part by part; what has come stays when it is cut off.

        Errors: those of `Hub.get_part`, `UnknownRecord`, also for one that was erased, `AttachmentAway` while not all
        of it is there, `AttachmentLost` when it is not what its name says, `DiskFull`.
        """
        with self._database.read() as work:
            wanted = work.attachments.get(attachment_id)
        if not wanted.key or wanted.removed:
            raise UnknownRecord("attachment", attachment_id)
        if self._files.has(wanted.blob):
            return
        if not is_blob(wanted.blob):
            raise AttachmentLost(wanted.name)
        begun = self._files.begun(wanted.blob) // PART_BYTES
        if begun and self._fetch(link, wanted, begun):
            return
        # What an interrupted fetch had left may have been what was wrong with it.
        if not self._fetch(link, wanted, 0):
            raise AttachmentLost(wanted.name)

    def _fetch(self, link: SharedLink, wanted: StoredAttachment, part: int) -> bool:
        """From that part on; whether it is what its name says."""
        whole = wanted.size + LONGER_BY
        while part * PART_BYTES < whole:
            data = self._hub.get_part(link.home, link.epoch, wanted.blob, part)
            if data is None:
                raise AttachmentAway(wanted.name)
            self._files.go_on(wanted.blob, part * PART_BYTES, data)
            part += 1
        return self._files.finish(wanted.blob)

    def _is_there(self, link: SharedLink, unsent: UnsentAttachment, locked: bytes) -> bool:
        """Whether another counter has sent the same file before: its last part is the last to come."""
        if unsent.parts_sent:
            return False
        last = (len(locked) - 1) // PART_BYTES
        return self._hub.get_part(link.home, link.epoch, unsent.blob, last) == locked[last * PART_BYTES :]

    def _note(self, unsent: UnsentAttachment, parts: int | None) -> None:
        with self._database.write() as work:
            work.attachments.sent(unsent.id, parts)
