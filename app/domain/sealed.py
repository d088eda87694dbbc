"""What is sealed to the audit officer with every answer, and what the officer's list shows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

ENVELOPE_PLAIN_BYTES = 2304
"""Room for every option of Q7 and 500 characters of four bytes; every envelope is padded to it."""


@dataclass(frozen=True, slots=True)
class SealedNote:
    """The answer to Q7 and the text that may go with it."""

    q7: tuple[str, ...]
    text: str

    def padded(self) -> bytes:
        """Always `ENVELOPE_PLAIN_BYTES` long, so that an envelope's size says nothing."""
        raw = json.dumps({"q7": list(self.q7), "text": self.text}, ensure_ascii=False).encode()
        if len(raw) > ENVELOPE_PLAIN_BYTES:
            raise ValueError("a sealed note is longer than its envelope")
        return raw.ljust(ENVELOPE_PLAIN_BYTES, b" ")

    @classmethod
    def from_padded(cls, raw: bytes) -> SealedNote:
        """Errors: `ValueError` for anything that is not a sealed note; anybody can seal to a public key."""
        parsed = json.loads(raw)
        if not isinstance(parsed, dict) or not isinstance(parsed.get("q7"), list):
            raise ValueError("not a sealed note")
        return cls(tuple(str(value) for value in parsed["q7"]), str(parsed.get("text", "")))


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """One line of the audit officer's list. One that is not `readable` was sealed to another key, or altered."""

    received_on: date
    department: str
    q7: tuple[str, ...]
    text: str
    readable: bool = True
