"""How somebody is at a window: the words of the access log for coming, going and coming back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Presence(StrEnum):
    """A refused password is written with `_refused` behind the word."""

    SIGN_IN = "sign_in"
    AWAY = "away"
    BACK = "back"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    SET_ASIDE = "set_aside"
    """Somebody else took the window; what was begun is kept for this person."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody who may be offered at the window before signing in."""

    login: str
    name: str
