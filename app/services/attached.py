"""What is attached to a case, as people see it, and where the bytes are."""

from __future__ import annotations

from app.db.attachment_files import AttachmentFiles
from app.db.attachments import StoredAttachment
from app.db.unit_of_work import UnitOfWork
from app.domain.attachments import Attachment, AttachmentState


def attachments_of(work: UnitOfWork, case_id: str, files: AttachmentFiles) -> tuple[Attachment, ...]:
    """What is attached to a case, oldest first, and where the bytes are."""
    shared = work.shared.link() is not None
    return tuple(attachment_of(each, files, shared=shared) for each in work.attachments.of_case(case_id))


def attachment_of(stored: StoredAttachment, files: AttachmentFiles, *, shared: bool) -> Attachment:
    """As people see it. `shared`: there is a shared side that may have the bytes."""
    if files.has(stored.blob):
        state = AttachmentState.WAITING if stored.unsent else AttachmentState.HERE
    else:
        state = AttachmentState.AWAY if shared else AttachmentState.LOST
    return Attachment(
        id=stored.id,
        case_id=stored.case_id,
        name=stored.name,
        medium=stored.medium,
        size=stored.size,
        blob=stored.blob,
        at=stored.at,
        by=stored.by,
        state=state,
        removed=stored.removed,
    )
