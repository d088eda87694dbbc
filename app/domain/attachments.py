"""Scans and photos that belong to a case: what may be attached, and how much."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Medium(StrEnum):
    """What may be attached; told by the bytes, never by the name."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"
    TIFF = "image/tiff"


class AttachmentState(StrEnum):
    """Where its bytes are. WAITING: here, not all on the shared side yet; AWAY: to be fetched from there."""

    HERE = "here"
    WAITING = "waiting"
    AWAY = "away"
    LOST = "lost"
    """Neither here nor there, or not what its checksum says."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """`blob` names the locked bytes (SHA-256 of them, hex); the same file is stored once. `size` is in bytes, unlocked.

    Personal: `name`; and the key of the bytes, which only services see.
    """

    id: str
    case_id: str
    name: str
    medium: Medium
    size: int
    blob: str
    at: datetime
    by: str
    state: AttachmentState
    removed: bool = False
