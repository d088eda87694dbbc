"""Passwords, one-way with salt (Argon2id; 안전성 확보조치 기준)."""

from __future__ import annotations

from nacl import pwhash
from nacl.exceptions import CryptoError


def hash_password(password: str) -> str:
    """The hash to store, with its salt and cost inside."""
    return pwhash.argon2id.str(
        password.encode(),
        opslimit=pwhash.argon2id.OPSLIMIT_INTERACTIVE,
        memlimit=pwhash.argon2id.MEMLIMIT_INTERACTIVE,
    ).decode("ascii")


def password_fits(stored: str, password: str) -> bool:
    """Whether `password` is the one `stored` was made from."""
    try:
        return bool(pwhash.verify(stored.encode("ascii"), password.encode()))
    except (CryptoError, ValueError):
        return False
