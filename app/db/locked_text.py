"""Personal text as it stands in documents: `{"locked": …}`, under the key of its record (design §4)."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from app.crypto.secrets import CannotUnlock, lock, unlock


def locked(key: bytes, text: str) -> dict[str, str]:
    return {"locked": base64.b64encode(lock(key, text.encode())).decode("ascii")}


def is_locked(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() == {"locked"}


def open_locked(key: bytes, value: Mapping[str, Any]) -> str:
    """Errors: `CannotUnlock`."""
    try:
        return unlock(key, base64.b64decode(value["locked"])).decode()
    except (ValueError, TypeError) as error:
        raise CannotUnlock from error
