"""Making codes that a person can type."""

from __future__ import annotations

from app.crypto.secrets import random_bytes
from app.domain.readable_codes import ALPHABET, GROUP, PASSWORD_GROUPS, RECOVERY_GROUPS, grouped


def new_recovery_code() -> str:
    """A fresh code of 100 bits, such as K7QM-…"""
    return _code(RECOVERY_GROUPS)


def new_temporary_password() -> str:
    """A fresh password of 60 bits that somebody reads out to its owner."""
    return _code(PASSWORD_GROUPS)


def _code(groups: int) -> str:
    # The alphabet has 32 signs, so five bits of each byte choose one and none is likelier than another.
    return grouped("".join(ALPHABET[byte % len(ALPHABET)] for byte in random_bytes(groups * GROUP)))
