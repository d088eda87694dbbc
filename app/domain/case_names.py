"""Why somebody looks at a citizen's name: said with one key and logged."""

from __future__ import annotations

from enum import StrEnum


class NameReason(StrEnum):
    CONTACT = "contact"
    IDENTITY = "identity"
    PAPERS = "papers"
    OTHER = "other"
