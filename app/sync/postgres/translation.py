"""What went wrong with PostgreSQL, as the errors of `app.domain.sharing_errors`.

The server's own sentences may quote rows, so none of them goes on: neither as text nor as the cause.
"""

from __future__ import annotations

import socket
from collections.abc import Callable

import psycopg

from app.domain.actors import Action
from app.domain.errors import AppError, NotAllowed, UnknownCounter
from app.domain.sharing import SharedAddress
from app.domain.sharing_errors import (
    CounterNameTaken,
    HomeBehind,
    HomeRemoved,
    InviteExpired,
    InviteUnusable,
    InviteUsed,
    SharedCertificateRefused,
    SharedDatabaseMissing,
    SharedLoginRefused,
    SharedRightsMissing,
    SharedSideBusy,
    SharedSideDamaged,
    SharedSideFull,
    SharedSideNotOurs,
    SharedSideReadOnly,
    SharedSideRestored,
    SharedSideSilent,
    SharedSideUnavailable,
    SharedSideUnreachable,
)

_PROBE_SECONDS = 2.0


class DeadlinePassed(psycopg.OperationalError):
    """The server has not answered in time; its connection is finished."""


class UnexpectedAnswer(Exception):
    """A mistake of this program: the code (SQLSTATE) of an error that no use of the shared side should meet."""


_OF_ADDRESS: dict[str, type[SharedSideUnavailable]] = {
    "MW001": SharedSideRestored,
    "MW002": HomeBehind,
    "3D000": SharedDatabaseMissing,
    "3F000": SharedSideNotOurs,
    "42P01": SharedSideNotOurs,
    "42883": SharedSideNotOurs,
    "25006": SharedSideReadOnly,
    "53100": SharedSideFull,
    "40001": SharedSideBusy,
    "40P01": SharedSideBusy,
    "55P03": SharedSideBusy,
    "57014": SharedSideBusy,
    "53200": SharedSideBusy,
    "53300": SharedSideBusy,
    "57P01": SharedSideUnreachable,
    "57P02": SharedSideUnreachable,
    "57P03": SharedSideUnreachable,
    "57P04": SharedDatabaseMissing,
    "57P05": SharedSideUnreachable,
    "58030": SharedSideDamaged,
    "58P01": SharedSideDamaged,
    "XX001": SharedSideDamaged,
    "XX002": SharedSideDamaged,
}
_OF_NOTHING: dict[str, Callable[[], AppError]] = {
    "MW003": HomeRemoved,
    "MW004": lambda: NotAllowed(action=Action.SEE_VISITS.value, role=""),
    "MW005": lambda: CounterNameTaken(""),
    "MW006": InviteUsed,
    "MW007": InviteExpired,
    "MW008": InviteUnusable,
    "MW009": lambda: UnknownCounter(""),
}
_OF_LOGIN: dict[str, Callable[[str], AppError]] = {
    "28P01": SharedLoginRefused,
    "28000": SharedLoginRefused,
    "42501": SharedRightsMissing,
}
_CLOSED_LOGIN = ("not permitted to log in", "접속을 허용하지 않음")
_TOO_MANY = ("too many", "connection slots", "최대 동시 접속수")
_NO_TLS = ("does not support SSL", "no encryption", "SSL off")
_TLS = ("certificate", "SSL error", "sslrootcert", *_NO_TLS)


def translated(error: psycopg.Error, address: SharedAddress, user: str) -> Exception:
    """What to raise instead of `error`, `from None`."""
    where = address.url()
    state = error.sqlstate
    if isinstance(error, DeadlinePassed):
        return SharedSideSilent(where)
    if isinstance(error, psycopg.errors.ConnectionTimeout):
        return SharedSideSilent(where) if _takes_connections(address) else SharedSideUnreachable(where)
    if state is None:
        # No code comes with what goes wrong before a session has begun, or when it is cut off.
        return _of_words(str(error), address, user) if isinstance(error, psycopg.OperationalError) else _bug(error)
    if state in _OF_ADDRESS:
        return _OF_ADDRESS[state](where)
    if state in _OF_NOTHING:
        return _OF_NOTHING[state]()
    if state in _OF_LOGIN:
        return _OF_LOGIN[state](user)
    if state.startswith("08"):
        return SharedSideUnreachable(where)
    return _bug(error)


def _bug(error: psycopg.Error) -> Exception:
    return UnexpectedAnswer(error.sqlstate or type(error).__name__)


def _of_words(text: str, address: SharedAddress, user: str) -> AppError:
    """The names in quotes are the same in every language the server may speak."""
    where = address.url()
    if any(words in text for words in _CLOSED_LOGIN):
        return HomeRemoved()
    if any(words in text for words in _TOO_MANY):
        return SharedSideBusy(where)
    if any(words in text for words in _NO_TLS):
        return SharedCertificateRefused(where)
    if f'"{user}"' in text:
        return SharedLoginRefused(user)
    if f'"{address.database}"' in text:
        return SharedRightsMissing(user) if "permission denied" in text else SharedDatabaseMissing(where)
    if any(words in text for words in _TLS):
        return SharedCertificateRefused(where)
    return SharedSideUnreachable(where)


def _takes_connections(address: SharedAddress) -> bool:
    """Whether somebody is there at all."""
    if address.host.startswith("/"):
        return True
    try:
        socket.create_connection((address.host, address.port), _PROBE_SECONDS).close()
    except OSError:
        return False
    return True
