"""Where the database's passwords lie: in the operating system's own store, never in the home's files if it has one.

A PC without such a store (a server without a desktop) keeps them in `keys/`, which only its owner may read.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Protocol

from app.config.files import write_file
from app.domain.sharing import Login
from app.domain.sharing_errors import PasswordStoreUnavailable, SharedRightsMissing

ADMINISTRATOR = "administrator"
"""What the database administrator's login is kept under."""

_SERVICE = "Minwon Desk"
_FILE = "shared.json"


class Passwords(Protocol):
    """By user, for one home."""

    def get(self, user: str) -> str | None: ...

    def put(self, user: str, password: str) -> None: ...

    def forget(self, user: str) -> None: ...


class StoredPasswords:
    """`keys` is the home's folder of keys; `office` keeps apart what homes of several offices have on one PC."""

    def __init__(self, keys: Path, office: str) -> None:
        self._file = keys / _FILE
        self._office = office

    def get(self, user: str) -> str | None:
        """None when nothing is stored. Errors: `PasswordStoreUnavailable`."""
        kept = self._kept()
        if user in kept or not has_store():
            return kept.get(user)
        import keyring
        from keyring.errors import KeyringError

        try:
            return keyring.get_password(_SERVICE, self._name(user))
        except KeyringError as error:
            raise PasswordStoreUnavailable from error

    def put(self, user: str, password: str) -> None:
        """Errors: `PasswordStoreUnavailable`, `CannotWrite`, `DiskFull`."""
        if not has_store():
            self._keep({**self._kept(), user: password})
            return
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(_SERVICE, self._name(user), password)
        except KeyringError as error:
            raise PasswordStoreUnavailable from error
        self._drop(user)  # of a time without a store; the older one would be found first

    def forget(self, user: str) -> None:
        """Errors: those of `put`."""
        self._drop(user)
        if not has_store():
            return
        import keyring
        from keyring.errors import KeyringError

        try:
            if keyring.get_password(_SERVICE, self._name(user)) is not None:
                keyring.delete_password(_SERVICE, self._name(user))
        except KeyringError as error:
            raise PasswordStoreUnavailable from error

    def _name(self, user: str) -> str:
        return f"{user} {self._office}"

    def _kept(self) -> dict[str, str]:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(user): str(password) for user, password in kept.items()} if isinstance(kept, dict) else {}

    def _keep(self, kept: dict[str, str]) -> None:
        write_file(self._file, json.dumps(kept).encode(), private=True)

    def _drop(self, user: str) -> None:
        kept = self._kept()
        if kept.pop(user, None) is not None:
            self._keep(kept)


def keep_administrator(passwords: Passwords, login: Login) -> None:
    """The database administrator's, on the PC where it was typed. Errors: those of `Passwords.put`."""
    passwords.put(ADMINISTRATOR, json.dumps({"user": login.user, "password": login.password}))


def administrator_login(passwords: Passwords, user: str) -> Login:
    """The one kept here; `user` is this home's own. Errors: `SharedRightsMissing`, `PasswordStoreUnavailable`."""
    kept = passwords.get(ADMINISTRATOR)
    if kept is None:
        raise SharedRightsMissing(user)
    return Login(**json.loads(kept))


def has_store() -> bool:
    """Whether this PC has a store for passwords that works without asking each time."""
    # Loaded here and not above: looking for stores takes longer than a counter without one should wait.
    import keyring
    from keyring.backends.fail import Keyring as NoStore
    from keyring.backends.null import Keyring as SwitchedOff

    return not isinstance(keyring.get_keyring(), (NoStore, SwitchedOff))
