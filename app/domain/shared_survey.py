"""What the survey server and the shared side say to each other: answers, and whose slips are to be believed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SurveyAnswer:
    """A citizen's answer on its way to the shared side; nothing in it leads back to a visit.

    `id` is a random UUID. `body` is JSON text: an object of the open answers, the comment and whether the envelope
    holds anything. `envelope` is sealed for the audit officer, or noise of the same length.
    """

    id: str
    day: date
    department: int
    area: int
    language: str
    body: str
    envelope: bytes


@dataclass(frozen=True, slots=True)
class SurveyComment:
    """A comment on its way to the board of all counters (decision 0017). `text` is locked under `key` (base64).

    `department` is a number, None where it is not told; `side` is liked or missed.
    """

    id: str
    day: date
    department: int | None
    side: str
    text: str
    key: bytes


@dataclass(frozen=True, slots=True)
class SurveyKey:
    """A counter's public key, the four bytes that name it inside a token, and the last day of its slips, if any."""

    key_id: bytes
    public: bytes
    until: date | None = None


@dataclass(frozen=True, slots=True)
class SurveyKeys:
    """What a survey server needs of the office: all of it public. `departments` are names by number.

    `audit_public` is None until the audit officer has made a key; the sealed question is not asked before.
    """

    office: str
    host: str
    phones: tuple[str, ...]
    departments: Mapping[int, str]
    slip_days: int
    timezone: str
    counters: tuple[SurveyKey, ...]
    audit_public: bytes | None
