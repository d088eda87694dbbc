"""Signing slips and lists of keys, and checking both at the survey server (Ed25519)."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from app.domain.tokens import KEY_ID_BYTES, TokenClaims, bytes_to_sign, token_text

SEED_BYTES = 32


@lru_cache(maxsize=4)
def _signing_key(seed: bytes) -> SigningKey:
    # Finding the public half takes as long as signing itself, and a counter signs with one key all day.
    return SigningKey(seed)


def new_seed() -> bytes:
    """A fresh private signing key, 32 bytes."""
    return bytes(SigningKey.generate())


def public_key(seed: bytes) -> bytes:
    """The 32-byte public key that belongs to `seed`."""
    return bytes(_signing_key(seed).verify_key)


def key_id(public: bytes) -> bytes:
    """Four bytes that name a public key inside a token."""
    return hashlib.sha256(public).digest()[:KEY_ID_BYTES]


def sign_token(claims: TokenClaims, seed: bytes) -> str:
    """The finished token text for `claims`."""
    body = claims.body()
    return token_text(body, _signing_key(seed).sign(bytes_to_sign(body)).signature)


def is_signed_by(public: bytes, body: bytes, signature: bytes) -> bool:
    """Whether `signature` was made over a slip's `body` by the holder of `public`."""
    return _verified(public, bytes_to_sign(body), signature)


def sign_for(purpose: bytes, message: bytes, seed: bytes) -> bytes:
    """The signature of `message`, 64 bytes; for another `purpose` it is worth nothing."""
    return bytes(_signing_key(seed).sign(_for(purpose, message)).signature)


def is_signed_for(purpose: bytes, public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether `sign_for` made `signature` with the key whose public half is `public`."""
    return _verified(public, _for(purpose, message), signature)


def _for(purpose: bytes, message: bytes) -> bytes:
    return purpose + b"\0" + message


def _verified(public: bytes, signed: bytes, signature: bytes) -> bool:
    try:
        VerifyKey(public).verify(signed, signature)
    except (BadSignatureError, ValueError):
        return False
    return True
