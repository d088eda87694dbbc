"""Invitations: the code an administrator reads out, and the database login and first password that follow from it.

The code is 16 random bytes and twelve bits of a checksum in readable signs, so that a mistyped one is seen before
anything is asked over the network. Whoever knows the code knows the login; its password is changed by redeeming it.
"""

from __future__ import annotations

import secrets
import unicodedata

from nacl.encoding import HexEncoder
from nacl.hash import blake2b

from app.domain.readable_codes import ALPHABET, grouped
from app.domain.sharing import InviteCode, Login
from app.domain.sharing_errors import InviteUnusable

SECRET_BYTES = 16
_CHECK_BITS = 12
_SIGN_BITS = 5
_SIGNS = (8 * SECRET_BYTES + _CHECK_BITS) // _SIGN_BITS
_LOGIN_PREFIX = "minwon_c_"
_SURVEY_PREFIX = "minwon_s_"
_LOGIN_BYTES = 10
_PASSWORD_BYTES = 32


def new_invite() -> InviteCode:
    """A fresh code of 128 bits."""
    return InviteCode(secrets.token_bytes(SECRET_BYTES))


def invite_text(code: InviteCode) -> str:
    """The code as it is read out: 28 signs in groups of four."""
    number = int.from_bytes(code.secret, "big") << _CHECK_BITS | _check(code.secret)
    return grouped("".join(ALPHABET[number >> _SIGN_BITS * at & 31] for at in reversed(range(_SIGNS))))


def read_invite(text: str) -> InviteCode:
    """The code that was typed; small letters, spaces and any dashes allowed. Errors: `InviteUnusable`."""
    signs = [sign for sign in unicodedata.normalize("NFKC", text).upper() if sign.isalnum()]
    if len(signs) != _SIGNS or any(sign not in ALPHABET for sign in signs):
        raise InviteUnusable
    number = 0
    for sign in signs:
        number = number << _SIGN_BITS | ALPHABET.index(sign)
    secret = (number >> _CHECK_BITS).to_bytes(SECRET_BYTES, "big")
    if number & ((1 << _CHECK_BITS) - 1) != _check(secret):
        raise InviteUnusable
    return InviteCode(secret)


def invite_login(code: InviteCode) -> Login:
    """The database login that the code opens, with its first password."""
    user = _LOGIN_PREFIX + _derived(code.secret, b"login", _LOGIN_BYTES)
    return Login(user, _derived(code.secret, b"password", _PASSWORD_BYTES))


def invite_id(code: InviteCode) -> str:
    """What stands for the code where it is remembered as open or used; the code does not follow from it."""
    return _derived(code.secret, b"invite", SECRET_BYTES)


def new_login() -> Login:
    """A login for a counter that needs no invitation, with a random password."""
    return Login(_LOGIN_PREFIX + secrets.token_hex(_LOGIN_BYTES), new_password())


def survey_login(office: str, database: str) -> Login:
    """The login of the survey server of `office` in `database`, always under the same name, with a random password."""
    named = blake2b(f"{office} {database}".encode(), digest_size=_LOGIN_BYTES, encoder=HexEncoder).decode("ascii")
    return Login(_SURVEY_PREFIX + named, new_password())


def new_password() -> str:
    """A password that only a program ever types: 256 bits."""
    return secrets.token_hex(_PASSWORD_BYTES)


def _derived(secret: bytes, purpose: bytes, size: int) -> str:
    return blake2b(b"", digest_size=size, key=secret, person=b"minwon-" + purpose, encoder=HexEncoder).decode("ascii")


def _check(secret: bytes) -> int:
    return int(_derived(secret, b"check", 2), 16) >> 16 - _CHECK_BITS
