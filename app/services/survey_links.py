"""The address behind a visit's QR code, made again whenever it is needed; it is stored nowhere."""

from __future__ import annotations

from datetime import datetime

from app.crypto.secrets import CannotUnlock, lock, random_bytes, unlock
from app.crypto.signing import key_id, public_key, sign_token
from app.db.home_keys import HomeKeys
from app.db.slips import StoredToken
from app.domain.errors import KeyFileDamaged
from app.domain.offices import OfficeSettings
from app.domain.tokens import (
    MARKED_NONCE_BYTES,
    MARKS,
    NONCE_BYTES,
    VERSION_MARKED,
    TokenClaims,
    minute_mark,
    survey_url,
)


def new_locked_nonce(keys: HomeKeys, registered_at: datetime) -> bytes:
    """A fresh nonce and the mark of `registered_at` (aware), as `slip_token` keeps them: locked.

    Inside stand the token's version, the mark and the nonce. Slips of version 1 have the 16 bytes of a nonce alone.
    """
    plain = bytes([VERSION_MARKED, minute_mark(registered_at)]) + random_bytes(MARKED_NONCE_BYTES)
    return lock(keys.nonce_key, plain)


def survey_link(token: StoredToken, settings: OfficeSettings, keys: HomeKeys) -> str:
    """The same URL for the same visit, every time (Ed25519 signatures are deterministic). Errors: `KeyFileDamaged`."""
    try:
        nonce, mark = _unlocked(unlock(keys.nonce_key, token.locked_nonce))
    except (CannotUnlock, ValueError) as error:
        raise KeyFileDamaged("nonce.key") from error
    seed = keys.seed(token.key_id)
    claims = TokenClaims(
        key_id=key_id(public_key(seed)),
        department=token.department_number,
        area=token.area_number,
        day=token.day,
        afternoon=token.afternoon,
        nonce=nonce,
        mark=mark,
    )
    return survey_url(settings.survey_host, sign_token(claims, seed))


def _unlocked(plain: bytes) -> tuple[bytes, int | None]:
    """The nonce, and the mark if the slip has one. Errors: `ValueError` for what no slip has."""
    if len(plain) == NONCE_BYTES:
        return plain, None
    if len(plain) != 2 + MARKED_NONCE_BYTES or plain[0] != VERSION_MARKED or plain[1] >= MARKS:
        raise ValueError("not the nonce of a slip")
    return plain[2:], plain[1]
