"""Notes of abuse at the counter (민원처리법 시행령 4조): about what happened, never a list of people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

INCIDENT_TEXT_LIMIT = 2000
WITNESS_LIMIT = 120


class AbuseKind(StrEnum):
    SHOUTING = "shouting"
    """폭언·욕설"""
    THREAT = "threat"
    """협박"""
    VIOLENCE = "violence"
    """폭행·기물 파손"""
    SEXUAL = "sexual"
    """성희롱"""
    ENDLESS = "endless"
    """장시간·반복"""
    OTHER = "other"


class IncidentEnd(StrEnum):
    OPEN = ""
    CALMED = "calmed"
    LEFT = "left"
    ENDED_BY_US = "ended_by_us"
    """The conversation was ended after the warning, as the rule allows."""
    POLICE = "police"
    MISTAKE = "mistake"
    """The key was pressed by mistake: nothing happened, and it is counted nowhere."""


@dataclass(frozen=True, slots=True)
class IncidentForm:
    """What is written afterwards; personal: text and witnesses."""

    kind: AbuseKind
    text: str = ""
    witnesses: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """`begun_at` is when the key was pressed. The citizen is not named anywhere in it."""

    id: str
    begun_at: datetime
    counter_code: str
    by: str
    kind: AbuseKind
    text: str
    witnesses: str
    warned_at: datetime | None
    ended_at: datetime | None
    end: IncidentEnd
    visit_id: str | None
    version: int


@dataclass(frozen=True, slots=True)
class TalkLimits:
    """Minutes after which a notice is due, and after which the conversation may be ended."""

    notice: int = 15
    end: int = 20


@dataclass(frozen=True, slots=True)
class IncidentReport:
    """A note of abuse as it is printed (특이민원 발생 보고서). `printed_at` is in the office's zone; `counter`, `clerk`
    and `department` are names. The citizen has none in it."""

    office: str
    incident: Incident
    counter: str
    clerk: str
    department: str
    limits: TalkLimits
    printed_by: str
    printed_at: datetime
