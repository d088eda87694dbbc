"""Where the database's passwords lie: in the operating system's own store, never in the home's files if it has one.

A PC without such a store (a server without a desktop) keeps them in `keys/`, which only its owner may read.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Protocol

from app.config.files import write_file
from app.domain.sharing_errors import PasswordStoreUnavailable

_SERVICE = "Minwon Desk"
_FILE = "shared.json"


class Passwords(Protocol):
    """By user, for one home."""

    def get(self, user: str) -> str | None: ...

    def put(self, user: str, password: str) -> None: ...

    def forget(self, user: str) -> None: ...


class StoredPasswords:
    """`home_id` keeps apart what two homes of one PC have stored; `keys` is the home's folder of keys."""

    def __init__(self, keys: Path, home_id: str) -> None:
        self._file = keys / _FILE
        self._home_id = home_id

    def get(self, user: str) -> str | None:
        """None when nothing is stored. Errors: `PasswordStoreUnavailable`."""
        if user in self._kept():
            return self._kept()[user]
        if not has_store():
            return None
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

    def forget(self, user: str) -> None:
        """Errors: those of `put`."""
        kept = self._kept()
        if kept.pop(user, None) is not None:
            self._keep(kept)
        if has_store():
            import keyring
            from keyring.errors import KeyringError

            try:
                if keyring.get_password(_SERVICE, self._name(user)) is not None:
                    keyring.delete_password(_SERVICE, self._name(user))
            except KeyringError as error:
                raise PasswordStoreUnavailable from error

    def _name(self, user: str) -> str:
        return f"{user} {self._home_id}"

    def _kept(self) -> dict[str, str]:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(user): str(password) for user, password in kept.items()}

    def _keep(self, kept: dict[str, str]) -> None:
        write_file(self._file, json.dumps(kept).encode(), private=True)


def has_store() -> bool:
    """Whether this PC has a store for passwords that works without asking each time."""
    # Loaded here and not above: looking for stores takes longer than a counter without one should wait.
    import keyring
    from keyring.backends.fail import Keyring as NoStore

    return not isinstance(keyring.get_keyring(), NoStore)
