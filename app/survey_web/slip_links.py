"""From the token in the address to what may be known of the visit (design section 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.crypto.signing import is_signed_by
from app.db.store_files import StoreKeys
from app.domain.clocks import office_day
from app.domain.tokens import TokenClaims, TokenMangled, check_token_day, is_quick, split_token

_MOST_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class SlipLink:
    """What outlives the check: key id, signature, half-day, mark and time do not.

    `quick`: opened within about a minute of registering.
    """

    department: int
    area: int
    day: date
    nonce: bytes
    quick: bool


class SlipReader:
    """Reads slips' tokens, and remembers for a while which ones it has checked.

    A form is posted to the address it was opened at; checking the signature once is enough.
    """

    def __init__(self) -> None:
        self._keys: StoreKeys | None = None
        self._checked: dict[str, TokenClaims] = {}

    def read(
        self, token: str, keys: StoreKeys, now: datetime, grace: timedelta = timedelta(0), *, last: bool = False
    ) -> SlipLink:
        """What `token` says at `now`; the slip may have expired up to `grace` before.

        With `last` it is not to be remembered any longer. Errors: `TokenMangled` (also forged, or signed by an unknown
        counter or after the last day of its key), `TokenExpired`, `TokenFromTheFuture`.
        """
        if self._keys is not keys or len(self._checked) >= _MOST_REMEMBERED:
            self._keys = keys
            self._checked.clear()
        claims = self._checked.get(token)
        if claims is None:
            claims = _checked_claims(token, keys)
        if last:
            self._checked.pop(token, None)
        else:
            self._checked[token] = claims
        check_token_day(claims.day, office_day(now - grace, keys.timezone), keys.slip_days)
        return SlipLink(claims.department, claims.area, claims.day, claims.nonce, is_quick(claims, now, keys.timezone))


def first_open_day(now: datetime, keys: StoreKeys) -> date:
    """The first day whose slips can be answered at `now`."""
    return office_day(now, keys.timezone) - timedelta(days=keys.slip_days)


def _checked_claims(token: str, keys: StoreKeys) -> TokenClaims:
    claims, body, signature = split_token(token)
    # Past its end a key is an unknown one: what it signed until then stays good, as the day is part of what is signed.
    signers = (key.public for key in keys.counters if key.key_id == claims.key_id and key.signs_on(claims.day))
    if not any(is_signed_by(public, body, signature) for public in signers):
        raise TokenMangled
    return claims
