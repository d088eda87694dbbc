"""The keys of one home, in files that only its owner may read and that never leave the PC.

slip.key            the seed this counter signs its slips with
slip-<key id>.key   the seed it signs with since it went on under another counter; the earlier ones stay for reprints
office.key          the seed lists of survey keys are signed with; in the administrator's home only
nonce.key           the key the nonces of handed-out slips are locked with

Which of several seeds is in force is for the database to say: it names the public half.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.config.files import write_error, write_file
from app.crypto.secrets import KEY_BYTES, new_key
from app.crypto.signing import SEED_BYTES, key_id, new_seed, public_key
from app.domain.errors import DiskFull, HomeReadOnly, KeyFileDamaged

_OFFICE = "office.key"


@dataclass(frozen=True, slots=True)
class HomeKeys:
    """`slip_seed` 32 bytes, `nonce_key` 32 bytes. `folder` is where seeds of later lives lie."""

    slip_seed: bytes
    nonce_key: bytes
    folder: Path | None = None

    def seed(self, wanted: bytes | None) -> bytes:
        """The seed of the key with the id `wanted`; None: the first one. Errors: `KeyFileDamaged`."""
        if wanted is None:
            return self.slip_seed
        if self.folder is None:
            raise KeyFileDamaged("slip.key")
        return _read(self.folder / _later(wanted), SEED_BYTES)

    def key_in_force(self, public: bytes) -> bytes | None:
        """The id of the key to sign with now, when the database names `public`; None: the first one.

        The first one is known to the office, too: it is better than none when the other's file is lost.
        """
        wanted = key_id(public)
        later = self.folder is not None and (self.folder / _later(wanted)).exists()
        return wanted if later else None


def make_home_keys(folder: Path) -> HomeKeys:
    """New keys, written to `folder`. Errors: `HomeReadOnly`, `DiskFull`."""
    keys = HomeKeys(new_seed(), new_key(), folder)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(folder / "slip.key", keys.slip_seed)
        _write(folder / "nonce.key", keys.nonce_key)
    except OSError as error:
        failed = write_error(error, folder)
        raise failed if isinstance(failed, DiskFull) else HomeReadOnly(str(folder.parent)) from error
    return keys


def next_slip_seed(folder: Path, known: Iterable[bytes]) -> bytes:
    """The seed for this home's next life: the same until its public half is among the office's `known` ones.

    It is in its file before anybody hears of it. Errors: `KeyFileDamaged`, `CannotWrite`, `DiskFull`.
    """
    publics = set(known)
    for path in sorted(folder.glob("slip-*.key")):
        seed = _read(path, SEED_BYTES)
        if public_key(seed) not in publics:
            return seed
    seed = new_seed()
    path = folder / _later(key_id(public_key(seed)))
    write_file(path, (seed.hex() + "\n").encode("ascii"), private=True)
    return seed


def office_seed(folder: Path) -> bytes:
    """The seed the office signs its lists of keys with; made the first time. Errors: `KeyFileDamaged`, `CannotWrite`,
    `DiskFull`."""
    path = folder / _OFFICE
    if not path.exists():
        write_file(path, (new_seed().hex() + "\n").encode("ascii"), private=True)
    return _read(path, SEED_BYTES)


def office_key(folder: Path) -> bytes | None:
    """The public half of `office_seed`; None where nobody has needed one yet. Errors: `KeyFileDamaged`."""
    path = folder / _OFFICE
    return public_key(_read(path, SEED_BYTES)) if path.exists() else None


def read_home_keys(folder: Path) -> HomeKeys:
    """Errors: `KeyFileDamaged`."""
    return HomeKeys(_read(folder / "slip.key", SEED_BYTES), _read(folder / "nonce.key", KEY_BYTES), folder)


def _later(wanted: bytes) -> str:
    return f"slip-{wanted.hex()}.key"


def _write(path: Path, key: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key.hex() + "\n")
        file.flush()
        os.fsync(file.fileno())


def _read(path: Path, size: int) -> bytes:
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii"))
    except (OSError, ValueError) as error:
        raise KeyFileDamaged(str(path)) from error
    if len(key) != size:
        raise KeyFileDamaged(str(path))
    return key
