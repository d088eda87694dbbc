"""Reading the address of a shared side as people type it: `postgresql://…` or `sqlite:///path`."""

from __future__ import annotations

import os
import re
from pathlib import Path, PureWindowsPath
from urllib.parse import parse_qsl, unquote, urlsplit

from app.domain.sharing import Login, SharedAddress, SharedKind
from app.domain.sharing_errors import SharedAddressUnusable

_PORT = 5432
_FILE = "sqlite:///"
_SERVER = ("postgresql://", "postgres://")
_OPTIONS = frozenset({"sslmode", "sslrootcert"})
_MODES = frozenset({"disable", "allow", "prefer", "require", "verify-ca", "verify-full"})
_HOST = re.compile(r"[^\s/\\@,?#%:]+|[0-9A-Fa-f:.]+")


def read_address(text: str, *, windows: bool = os.name == "nt") -> tuple[SharedAddress, Login | None]:
    """The address, and the login when the URL has one.

    A path is made absolute. On Windows it is `sqlite:///C:/folder/office.db` or, on a server,
    `sqlite:////server/share/office.db`. A password that holds `@`, `/` or `:` is typed with `%40`, `%2F`, `%3A`.
    Errors: `SharedAddressUnusable`, which does not carry what was typed: it may hold a password.
    """
    text = text.strip()
    lower = text.lower()
    try:
        if any(ord(sign) < 0x20 for sign in text):
            raise ValueError("a control character")
        if lower.startswith(_FILE):
            return _file(text[len(_FILE) :], windows), None
        if lower.startswith(_SERVER):
            return _server(text)
    except (ValueError, UnicodeError):
        # Without the cause: its words may be those that were typed.
        pass
    raise SharedAddressUnusable()


def _file(rest: str, windows: bool) -> SharedAddress:
    if "?" in rest or "#" in rest:
        raise ValueError("a file has no options")
    path = _unquoted(rest)
    if path.endswith(("/", "\\")) or not path.strip():
        raise ValueError("no file")
    if windows:
        return SharedAddress(SharedKind.FILE, path=_windows_path(path))
    return SharedAddress(SharedKind.FILE, path=str(Path(path).absolute()))


def _windows_path(path: str) -> str:
    path = path.replace("\\", "/")
    if path.startswith("/"):
        # A server's share: after the three slashes of the URL it begins with one or two.
        found = PureWindowsPath("//" + path.lstrip("/"))
        if not found.drive or not found.name:
            raise ValueError("no share")
        return found.as_posix()
    found = PureWindowsPath(path)
    if found.drive and not found.root:
        raise ValueError("a path relative to a drive")
    return found.as_posix() if found.drive else Path(path).absolute().as_posix()


def _server(text: str) -> tuple[SharedAddress, Login | None]:
    parts = urlsplit(text)
    database = _unquoted(parts.path.removeprefix("/"))
    host = parts.hostname or ""
    if not _HOST.fullmatch(host) or not database or "/" in database or parts.fragment:
        raise ValueError("no host or no database")
    pairs = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=True) if parts.query else []
    options = dict(pairs)
    if len(options) != len(pairs) or not options.keys() <= _OPTIONS or not all(options.values()):
        raise ValueError("unknown options")
    if options.get("sslmode", "require") not in _MODES:
        raise ValueError("unknown mode")
    port = _PORT if parts.port is None else parts.port
    if port == 0:
        raise ValueError("no port")
    address = SharedAddress(SharedKind.POSTGRESQL, host=host, port=port, database=database, options=options)
    return address, _login(parts.username, parts.password)


def _login(user: str | None, password: str | None) -> Login | None:
    if user is None:
        return None
    if not user:
        raise ValueError("a password without a user")
    return Login(_unquoted(user), _unquoted(password or ""))


def _unquoted(text: str) -> str:
    found = unquote(text, errors="strict")
    if "\0" in found:
        raise ValueError("NUL")
    return found
