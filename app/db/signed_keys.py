"""A survey store's keys as a signed file, for a survey server that reaches no shared side.

The office signs it with a key of its own, made once and kept with the keys of the administrator's home. A store takes
lists of the office it first took one of, or was exported by, and never an older one than it has.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app.config.files import write_file
from app.crypto.signing import is_signed_for, public_key, sign_for
from app.db.store_files import (
    StoreKeys,
    StoreOffice,
    keys_from_json,
    keys_to_json,
    office_from_json,
    office_to_json,
    refresh_store_files,
)
from app.domain.errors import SurveyStoreDamaged
from app.domain.sharing_errors import SurveyKeysOfAnother, SurveyKeysOlder, SurveyKeysUnusable

OFFICE_NAME = "office-key.json"
_PURPOSE = b"minwon-desk survey keys v1"
_LARGEST = 16 << 20
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class _SignedKeys:
    public: bytes
    issued_at: datetime
    keys: StoreKeys
    office: StoreOffice


def write_signed_keys(path: Path, keys: StoreKeys, office: StoreOffice, issued_at: datetime, seed: bytes) -> None:
    """Errors: `CannotWrite`, `DiskFull`."""
    said = {"issued_at": issued_at.isoformat(), "keys": keys_to_json(keys), "office": office_to_json(office)}
    signed = json.dumps(said, ensure_ascii=False, sort_keys=True)
    signature = sign_for(_PURPOSE, signed.encode(), seed)
    # As text inside the file: what is signed is these very bytes, however the rest is written.
    whole = {"signed": signed, "office_key": public_key(seed).hex(), "signature": signature.hex()}
    write_file(path, json.dumps(whole, ensure_ascii=False, indent=1).encode())


def take_signed_keys(path: Path, folder: Path, survey_raw: Mapping[str, Any]) -> bool:
    """Bring the store in `folder` up to date from the file at `path`; whether its keys have changed.

    A store without a survey gets `survey_raw`. Errors: `SurveyKeysUnusable` (altered, too), `SurveyKeysOfAnother`,
    `SurveyKeysOlder`, those of `refresh_store_files`; nothing has changed then.
    """
    found = _read(path)
    pinned, known = _pinned(folder)
    if pinned is not None and pinned != found.public:
        raise SurveyKeysOfAnother(str(path))
    if known is not None and found.issued_at < known:
        raise SurveyKeysOlder(str(path), found.issued_at, known)
    changed = refresh_store_files(folder, found.keys, found.office, survey_raw)
    pin_office(folder, found.public, found.issued_at)
    return changed


def pin_office(folder: Path, public: bytes, at: datetime) -> None:
    """From now on the store takes lists that the office with this key has signed, and none from before `at`.

    Errors: `CannotWrite`, `DiskFull`.
    """
    said = json.dumps({"office_key": public.hex(), "issued_at": at.isoformat()})
    write_file(folder / OFFICE_NAME, said.encode())


def _read(path: Path) -> _SignedKeys:
    """What is in the file, once its signature has been found to be of the key that it names."""
    try:
        with path.open("rb") as file:
            whole = json.loads(file.read(_LARGEST))
        public, signed = bytes.fromhex(whole["office_key"]), str(whole["signed"])
        if not is_signed_for(_PURPOSE, public, signed.encode(), bytes.fromhex(whole["signature"])):
            raise SurveyKeysUnusable(str(path))
        said = json.loads(signed)
        issued_at = datetime.fromisoformat(said["issued_at"])
        if issued_at.tzinfo is None:
            raise ValueError("a moment without a zone")
        return _SignedKeys(public, issued_at, keys_from_json(said["keys"]), office_from_json(said["office"]))
    except (OSError, *_UNREADABLE) as error:
        raise SurveyKeysUnusable(str(path)) from error


def _pinned(folder: Path) -> tuple[bytes | None, datetime | None]:
    """The key of the store's office and when its keys were issued. Errors: `SurveyStoreDamaged`."""
    path = folder / OFFICE_NAME
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return bytes.fromhex(said["office_key"]), datetime.fromisoformat(said["issued_at"])
    except (FileNotFoundError, NotADirectoryError):
        return None, None
    except (OSError, *_UNREADABLE) as error:
        raise SurveyStoreDamaged(str(path)) from error
