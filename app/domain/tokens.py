"""The slip's token: what it says, how it is laid out, and how long it is good for (design section 5).

Layout, 91 bytes, big-endian:

    version 1 | key id 4 | department 2 | service area 2 | half-day 2 | nonce 16          | Ed25519 signature 64
    version 1 | key id 4 | department 2 | service area 2 | half-day 2 | mark 1 | nonce 15 | Ed25519 signature 64

The first line is version 1, the second version 2. The half-day counts from 2020-01-01: twice the days, plus one for the
afternoon. The mark is the moment of registering in steps of half a minute, counted round a ring of 128 (64 minutes): a
server that is asked within a minute can tell so, while the mark by itself fits several moments of the half-day
(decisions 0004 and 0005). Slips of version 1 stay good.

Written as base64url without padding a token has 122 characters; behind a host of up to 19 characters the URL fits a QR
code of version 8-M. Nothing in it names the visitor. Signing is left to `app/crypto`: here is only what is signed.
"""

from __future__ import annotations

import base64
import binascii
import struct
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

VERSION_UNMARKED = 1
VERSION_MARKED = 2
NONCE_BYTES = 16
"""Of version 1."""
MARKED_NONCE_BYTES = 15
"""Of version 2; the mark has the byte before it."""
MARK_SECONDS = 30
MARKS = 128
QUICK_STEPS = 2
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
    """What a token says. `department` and `area` are the office's numbers for them.

    With a `mark` (0..127) it is a token of version 2 and the nonce has 15 bytes; without one, version 1 and 16 bytes.
    """

    key_id: bytes
    department: int
    area: int
    day: date
    afternoon: bool
    nonce: bytes
    mark: int | None = None

    def body(self) -> bytes:
        """The first 27 bytes of the token."""
        half_day = (self.day - _FIRST_DAY).days * 2 + int(self.afternoon)
        if self.mark is None:
            version, field = VERSION_UNMARKED, self.nonce
        else:
            version, field = VERSION_MARKED, bytes([self.mark]) + self.nonce
        if len(field) != NONCE_BYTES or (self.mark is not None and not 0 <= self.mark < MARKS):
            raise ValueError("a nonce of the wrong size, or no mark")
        return _BODY.pack(version, self.key_id, self.department, self.area, half_day, field)


def minute_mark(registered_at: datetime) -> int:
    """The mark (0..127) of an aware moment: its half minute, counted round a ring of 64 minutes."""
    return _half_minute(registered_at) % MARKS


def _half_minute(moment: datetime) -> int:
    return int(moment.timestamp() // MARK_SECONDS)


def is_quick(claims: TokenClaims, now: datetime, timezone: str) -> bool:
    """Whether the slip was made within about the last minute before `now` (aware), as far as its mark can tell.

    True for every slip of the last 60 seconds and for some of up to 90. One from a full number of 64 minutes earlier in
    the same half-day looks the same: of answers given at any time later that is 3 in 128. Never for a slip without a
    mark.
    """
    if claims.mark is None:
        return False
    current = _half_minute(now)
    passed = (current - claims.mark) % MARKS
    if passed > QUICK_STEPS:
        return False
    registered = datetime.fromtimestamp((current - passed) * MARK_SECONDS, ZoneInfo(timezone))
    return (registered.date(), registered.hour >= 12) == (claims.day, claims.afternoon)


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
    version, key_id, department, area, half_day, field = _BODY.unpack(body)
    mark: int | None = None
    nonce = field
    if version == VERSION_MARKED:
        mark, nonce = field[0], field[1:]
    if version not in (VERSION_UNMARKED, VERSION_MARKED) or (mark is not None and mark >= MARKS):
        raise TokenMangled
    day = _FIRST_DAY + timedelta(days=half_day // 2)
    return TokenClaims(key_id, department, area, day, bool(half_day % 2), nonce, mark), body, signature


def last_day_to_answer(day: date, slip_days: int) -> date:
    """A slip of `day` can be answered until the end of this day."""
    return day + timedelta(days=slip_days)


def check_token_day(day: date, today: date, slip_days: int) -> None:
    """Errors: `TokenExpired`, `TokenFromTheFuture`."""
    if day > today + timedelta(days=1):
        raise TokenFromTheFuture
    if today > last_day_to_answer(day, slip_days):
        raise TokenExpired
