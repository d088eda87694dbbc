"""Sealing to the audit officer, and the officer's key under a passphrase (NaCl sealed box, Argon2id)."""

from __future__ import annotations

from dataclasses import dataclass

from nacl import pwhash, secret, utils
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox


class CannotOpen(Exception):
    """Wrong passphrase, or not sealed to this key, or altered."""


@dataclass(frozen=True, slots=True)
class LockedKey:
    """A key pair whose private half can only be had with the passphrase."""

    public: bytes
    salt: bytes
    locked_private: bytes


def _passphrase_key(passphrase: str, salt: bytes) -> bytes:
    return pwhash.argon2id.kdf(
        secret.SecretBox.KEY_SIZE,
        passphrase.encode(),
        salt,
        opslimit=pwhash.argon2id.OPSLIMIT_MODERATE,
        memlimit=pwhash.argon2id.MEMLIMIT_MODERATE,
    )


def new_locked_key(passphrase: str) -> LockedKey:
    """A fresh key pair, its private half locked with `passphrase`."""
    private = PrivateKey.generate()
    salt = utils.random(pwhash.argon2id.SALTBYTES)
    locked = secret.SecretBox(_passphrase_key(passphrase, salt)).encrypt(bytes(private))
    return LockedKey(bytes(private.public_key), salt, bytes(locked))


def unlock(key: LockedKey, passphrase: str) -> bytes:
    """The private key. Errors: `CannotOpen`."""
    try:
        return bytes(secret.SecretBox(_passphrase_key(passphrase, key.salt)).decrypt(key.locked_private))
    except (CryptoError, ValueError) as error:
        raise CannotOpen from error


def seal(public: bytes, plain: bytes) -> bytes:
    """`plain` for the holder of `public` alone; 48 bytes longer."""
    return bytes(SealedBox(PublicKey(public)).encrypt(plain))


def open_sealed(private: bytes, sealed: bytes) -> bytes:
    """What was sealed. Errors: `CannotOpen`."""
    try:
        return bytes(SealedBox(PrivateKey(private)).decrypt(sealed))
    except (CryptoError, ValueError) as error:
        raise CannotOpen from error
