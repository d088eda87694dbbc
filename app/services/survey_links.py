"""The address behind a visit's QR code, made again whenever it is needed; it is stored nowhere."""

from __future__ import annotations

from app.crypto.secrets import CannotUnlock, unlock
from app.crypto.signing import key_id, public_key, sign_token
from app.db.home_keys import HomeKeys
from app.db.slips import StoredToken
from app.domain.errors import KeyFileDamaged
from app.domain.offices import OfficeSettings
from app.domain.tokens import TokenClaims, survey_url


def survey_link(token: StoredToken, settings: OfficeSettings, keys: HomeKeys) -> str:
    """The same URL for the same visit, every time (Ed25519 signatures are deterministic). Errors: `KeyFileDamaged`."""
    try:
        nonce = unlock(keys.nonce_key, token.locked_nonce)
    except CannotUnlock as error:
        raise KeyFileDamaged("nonce.key") from error
    claims = TokenClaims(
        key_id=key_id(public_key(keys.slip_seed)),
        department=token.department_number,
        area=token.area_number,
        day=token.day,
        afternoon=token.afternoon,
        nonce=nonce,
    )
    return survey_url(settings.survey_host, sign_token(claims, keys.slip_seed))
