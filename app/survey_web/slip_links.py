"""From the token in the address to what may be known of the visit (design section 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.crypto.signing import is_signed_by
from app.db.store_files import StoreKeys
from app.domain.clocks import office_day
from app.domain.tokens import TokenMangled, check_token_day, split_token


@dataclass(frozen=True, slots=True)
class SlipLink:
    """What outlives the check: key id, signature, half-day and time do not."""

    department: int
    area: int
    day: date
    nonce: bytes


def first_open_day(now: datetime, keys: StoreKeys) -> date:
    """The first day whose slips can be answered at `now`."""
    return office_day(now, keys.timezone) - timedelta(days=keys.slip_days)


def read_link(token: str, keys: StoreKeys, today: date) -> SlipLink:
    """Errors: `TokenMangled` (also forged, or signed by an unknown counter), `TokenExpired`, `TokenFromTheFuture`."""
    claims, body, signature = split_token(token)
    signers = (key.public for key in keys.counters if key.key_id == claims.key_id)
    if not any(is_signed_by(public, body, signature) for public in signers):
        raise TokenMangled
    check_token_day(claims.day, today, keys.slip_days)
    return SlipLink(claims.department, claims.area, claims.day, claims.nonce)
