"""Scans and photos of cases: attaching one, opening it, taking it away.

The bytes are on the disk before anything is said of them, so that no case names a file that was never kept.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.config.attachable import read_attachable
from app.crypto.file_locks import blob_name, file_key, lock_file, unlock_file
from app.crypto.secrets import CannotUnlock
from app.db.attachment_files import AttachmentFiles
from app.db.attachment_sweep import sweep_attachments
from app.db.attachments import StoredAttachment
from app.db.outbox_log import new_id
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor
from app.domain.attachment_kinds import checked_name
from app.domain.attachments import Attachment, Medium
from app.domain.case_errors import AttachmentLost, CaseTooLarge, NotPossibleNow, UnknownRecord
from app.domain.case_hindrances import Hindrance
from app.services.attached import attachment_of, attachments_of
from app.services.calendar import CalendarService
from app.services.case_reading import CaseReader
from app.services.clock import Clock
from app.services.visit_steps import AtCounter

_MEGABYTE = 1024 * 1024

Bring = Callable[[Actor, str], None]
"""Bring the bytes of an attachment here from the shared side. Errors: `AttachmentAway`, `AttachmentLost`."""


class AttachmentService:
    """What belongs to a case of the audit officer only they see and attach."""

    def __init__(
        self, database: Database, clock: Clock, calendar: CalendarService, files: AttachmentFiles, bring: Bring
    ) -> None:
        self._database = database
        self._clock = clock
        self._calendar = calendar
        self._files = files
        self._bring = bring

    def attach(self, actor: Actor, case_id: str, path: Path) -> Attachment:
        """Attach the file at `path` to a case (its id or number); the same file twice is attached once.

        Errors: `NotAllowed`, `UnknownCase`, those of `read_attachable` and `checked_name`, `CaseTooLarge`, `DiskFull`,
        `CannotWrite`, `NotPossibleNow` for a case that was erased.
        """
        actor.require(Action.HANDLE_CASE)
        with self._database.read() as work:
            self._open_case(work, actor, case_id)
            settings, office = work.offices.settings(), work.shared.office_id()
        content, medium = read_attachable(path, settings.attachment_mb * _MEGABYTE)
        name = checked_name(path.name, medium)
        key = file_key(content, office)
        locked = lock_file(key, content)
        blob = blob_name(locked)
        if not self._files.has(blob):
            self._files.put(blob, locked)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            case_id = self._open_case(work, actor, case_id)
            there = [each for each in work.attachments.of_case(case_id) if not each.removed]
            same = next((each for each in there if each.blob == blob), None)
            if same is not None:
                return attachment_of(same, self._files, shared=True)
            together = sum(each.size for each in there) + len(content)
            if together > settings.case_mb * _MEGABYTE:
                raise CaseTooLarge(together, settings.case_mb * _MEGABYTE)
            if not self._files.has(blob):
                self._files.put(blob, locked)  # somebody has swept it away just before it was spoken of
            shared = work.shared.link() is not None
            new = StoredAttachment(
                new_id(),
                case_id,
                name,
                key,
                medium,
                len(content),
                blob,
                here.now.at,
                actor.login,
                removed=False,
                version=1,
                unsent=shared,
            )
            work.attachments.add(new)
            self._say(here, new)
        return attachment_of(new, self._files, shared=shared)

    def list(self, actor: Actor, case_id: str) -> tuple[Attachment, ...]:
        """What is attached to a case, oldest first. Errors: `NotAllowed`, `UnknownCase`."""
        with self._database.read() as work:
            return attachments_of(work, self._open_case(work, actor, case_id), self._files)

    def open(self, actor: Actor, attachment_id: str) -> tuple[str, Medium, bytes]:
        """Name, kind and content; fetched from the shared side where it is not here. That somebody looked is logged.

        Errors: `NotAllowed`, `UnknownRecord`, `AttachmentAway`, `AttachmentLost`, `DiskFull`.
        """
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            found = work.attachments.get(attachment_id)
            self._open_case(work, actor, found.case_id)
            if not found.key or found.removed:
                raise UnknownRecord("attachment", attachment_id)
            here.trail.act("see_attachment", "attachment", attachment_id)
        locked = self._files.read(found.blob)
        if locked is None:
            self._bring(actor, attachment_id)
            locked = self._files.read(found.blob)
        try:
            content = unlock_file(found.key, locked or b"")
        except CannotUnlock as error:
            raise AttachmentLost(found.name) from error
        return found.name, found.medium, content

    def remove(self, actor: Actor, attachment_id: str) -> None:
        """Take it away for good: its name and key are erased on every side. Repeating does no harm.

        Errors: `NotAllowed`, `UnknownRecord`.
        """
        actor.require(Action.HANDLE_CASE)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            found = work.attachments.get(attachment_id)
            self._open_case(work, actor, found.case_id)
            if found.removed:
                return
            work.attachments.remove(attachment_id)
            here.trail.operation("attachment", attachment_id, "edit", {"removed": True}, about=found.case_id)
            work.erasures.erase("attachment", [attachment_id])
            here.trail.operation("attachment", attachment_id, "erase", {}, about=found.case_id)
            here.trail.act("remove_attachment", "attachment", attachment_id)
        self.sweep()

    def sweep(self) -> int:
        """See `sweep_attachments`."""
        return sweep_attachments(self._database, self._files)

    def _open_case(self, work: UnitOfWork, actor: Actor, case: str) -> str:
        reader = CaseReader.begin(work, actor, self._clock, self._calendar)
        found = reader.case(case)
        reader.must_be_open_to(found)
        if found.erased:
            raise NotPossibleNow("attach", Hindrance.ERASED.value)
        return found.id

    def _say(self, here: AtCounter, new: StoredAttachment) -> None:
        fields = {
            "case_id": new.case_id,
            "medium": new.medium.value,
            "size": new.size,
            "blob": new.blob,
            "at": new.at.isoformat(),
            "by": new.by,
            "removed": False,
        }
        personal = {"name": new.name, "key": new.key.hex()}
        here.trail.operation("attachment", new.id, "create", fields, personal=personal)
        here.trail.act("attach", "attachment", new.id, {"case_id": new.case_id, "size": new.size})
