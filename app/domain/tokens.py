"""The slip's token: what it says, how it is laid out, and how long it is good for (design section 5).

Layout, 91 bytes, big-endian:

    version 1 | key id 4 | department 2 | service area 2 | half-day 2 | nonce 16 | Ed25519 signature 64

The half-day counts from 2020-01-01: twice the days, plus one for the afternoon. Written as base64url without padding
it has 122 characters; behind a host of up to 19 characters the URL fits a QR code of version 8-M. Nothing in it
leads to the visitor. Signing is left to `app/crypto`: here is only what is signed.
"""

from __future__ import annotations

import base64
import binascii
import struct
from dataclasses import dataclass
from datetime import date, timedelta

VERSION = 1
NONCE_BYTES = 16
KEY_ID_BYTES = 4
SIGNATURE_BYTES = 64
_BODY = struct.Struct(">B4sHHH16s")
TOKEN_BYTES = _BODY.size + SIGNATURE_BYTES
_FIRST_DAY = date(2020, 1, 1)
_SIGNED_FOR = b"minwon-desk slip v1\x00"


class TokenMangled(Exception):
    """Not a token of ours: wrong length, alphabet, version, or signed by nobody we know."""


class TokenExpired(Exception):
    """The last day for answering has passed."""


class TokenFromTheFuture(Exception):
    """Dated more than one day ahead."""


@dataclass(frozen=True, slots=True)
class TokenClaims:
    """What a token says. `department` and `area` are the office's numbers for them."""

    key_id: bytes
    department: int
    area: int
    day: date
    afternoon: bool
    nonce: bytes

    def body(self) -> bytes:
        """The first 27 bytes of the token."""
        half_day = (self.day - _FIRST_DAY).days * 2 + int(self.afternoon)
        return _BODY.pack(VERSION, self.key_id, self.department, self.area, half_day, self.nonce)


def bytes_to_sign(body: bytes) -> bytes:
    """`body` with the purpose in front, so that a signature made for anything else is worth nothing here."""
    return _SIGNED_FOR + body


def token_text(body: bytes, signature: bytes) -> str:
    """The token as it stands in the URL."""
    return base64.urlsafe_b64encode(body + signature).rstrip(b"=").decode("ascii")


def survey_url(host: str, token: str) -> str:
    """The address behind the QR code."""
    return f"https://{host}/s/{token}"


def split_token(text: str) -> tuple[TokenClaims, bytes, bytes]:
    """The claims, the signed body and the signature in `text`. Nothing is verified yet.

    Errors: `TokenMangled`; also for another spelling of the same bytes, so that one token has one spelling.
    """
    try:
        raw = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (UnicodeEncodeError, binascii.Error, ValueError) as error:
        raise TokenMangled from error
    if len(raw) != TOKEN_BYTES:
        raise TokenMangled
    body, signature = raw[: _BODY.size], raw[_BODY.size :]
    if token_text(body, signature) != text:
        raise TokenMangled
    version, key_id, department, area, half_day, nonce = _BODY.unpack(body)
    if version != VERSION:
        raise TokenMangled
    day = _FIRST_DAY + timedelta(days=half_day // 2)
    return TokenClaims(key_id, department, area, day, bool(half_day % 2), nonce), body, signature


def last_day_to_answer(day: date, slip_days: int) -> date:
    """A slip of `day` can be answered until the end of this day."""
    return day + timedelta(days=slip_days)


def check_token_day(day: date, today: date, slip_days: int) -> None:
    """Errors: `TokenExpired`, `TokenFromTheFuture`."""
    if day > today + timedelta(days=1):
        raise TokenFromTheFuture
    if today > last_day_to_answer(day, slip_days):
        raise TokenExpired
