"""Small secrets kept at rest: one key, one box (NaCl secret box), and random bytes."""

from __future__ import annotations

from nacl import secret, utils
from nacl.exceptions import CryptoError

KEY_BYTES = secret.SecretBox.KEY_SIZE


class CannotUnlock(Exception):
    """Another key, or altered."""


def new_key() -> bytes:
    """A fresh key, 32 bytes."""
    return random_bytes(KEY_BYTES)


def random_bytes(count: int) -> bytes:
    return bytes(utils.random(count))


def lock(key: bytes, plain: bytes) -> bytes:
    """`plain` under `key`; 40 bytes longer."""
    return bytes(secret.SecretBox(key).encrypt(plain))


def unlock(key: bytes, locked: bytes) -> bytes:
    """Errors: `CannotUnlock`."""
    try:
        return bytes(secret.SecretBox(key).decrypt(locked))
    except (CryptoError, ValueError) as error:
        raise CannotUnlock from error
