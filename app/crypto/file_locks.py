"""Locking a scan or photo so that the same file of one office is the same locked bytes, whoever locks it.

The key follows from the content and the office, so two counters that attach the same file store it once, and an upload
cut off at one counter is finished by another. Why that is safe enough here: decision 0016.
"""

from __future__ import annotations

import hashlib
import uuid

from nacl import secret
from nacl.exceptions import CryptoError

from app.crypto.secrets import CannotUnlock

_OF_FILES = b"minwon-file"
_NONCE = bytes(secret.SecretBox.NONCE_SIZE)
"""Of no weight: a key locks one content and never another."""

LONGER_BY = secret.SecretBox.MACBYTES
"""Bytes that locking adds."""


def file_key(content: bytes, office: str) -> bytes:
    """The key of a file in the office with the id `office` (a UUID), 32 bytes."""
    digest = hashlib.blake2b(
        content, digest_size=secret.SecretBox.KEY_SIZE, salt=uuid.UUID(office).bytes, person=_OF_FILES
    )
    return digest.digest()


def lock_file(key: bytes, content: bytes) -> bytes:
    """`content` under its own key, always the same bytes."""
    return bytes(secret.SecretBox(key).encrypt(content, _NONCE).ciphertext)


def unlock_file(key: bytes, locked: bytes) -> bytes:
    """Errors: `CannotUnlock`."""
    try:
        return bytes(secret.SecretBox(key).decrypt(locked, _NONCE))
    except (CryptoError, ValueError, TypeError) as error:
        raise CannotUnlock from error


def blob_name(locked: bytes) -> str:
    """What the locked bytes are called on either side: SHA-256, hex."""
    return hashlib.sha256(locked).hexdigest()
