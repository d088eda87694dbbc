"""Codes that a person types from paper or from somebody else's screen: no letter that looks like another."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs, five bits each: no 0 or O, no 1 or I."""

GROUP = 4
RECOVERY_GROUPS = 5
"""Twenty signs of five bits: 100 bits, out of reach of guessing."""

PASSWORD_GROUPS = 3
"""Twelve signs: 60 bits behind a slow hash, for the few hours until the person chooses a password."""


def grouped(signs: str) -> str:
    """`signs` as it stands on paper: ABCD-EFGH-…"""
    return "-".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))


def as_typed(text: str) -> str:
    """What was typed, in the form it was made in: capitals, groups of four; full-width signs and any dashes allowed."""
    folded = unicodedata.normalize("NFKC", text).upper()
    return grouped("".join(sign for sign in folded if sign.isalnum()))


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What stands on the paper with the recovery code. `made_on` is the office's day."""

    office: str
    code: str
    made_on: date


@dataclass(frozen=True, slots=True)
class PasswordNote:
    """What stands on the note with a temporary password."""

    office: str
    name: str
    login: str
    password: str


@dataclass(frozen=True, slots=True)
class InvitationNote:
    """What stands on the note with a one-time code for another counter. `until` is the office's own time."""

    office: str
    address: str
    code: str
    until: datetime
