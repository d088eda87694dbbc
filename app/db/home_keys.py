"""The keys of one home, in files that only its owner may read and that never leave the PC.

slip.key   the seed this counter signs its slips with
nonce.key  the key the nonces of handed-out slips are locked with
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from app.config.files import write_error, write_file
from app.crypto.secrets import KEY_BYTES, new_key
from app.crypto.signing import SEED_BYTES, new_seed
from app.domain.errors import DiskFull, HomeReadOnly, KeyFileDamaged


@dataclass(frozen=True, slots=True)
class HomeKeys:
    """`slip_seed` 32 bytes, `nonce_key` 32 bytes."""

    slip_seed: bytes
    nonce_key: bytes


def make_home_keys(folder: Path) -> HomeKeys:
    """New keys, written to `folder`. Errors: `HomeReadOnly`, `DiskFull`."""
    keys = HomeKeys(new_seed(), new_key())
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(folder / "slip.key", keys.slip_seed)
        _write(folder / "nonce.key", keys.nonce_key)
    except OSError as error:
        failed = write_error(error, folder)
        raise failed if isinstance(failed, DiskFull) else HomeReadOnly(str(folder.parent)) from error
    return keys


def replace_slip_seed(folder: Path, seed: bytes) -> None:
    """From the next start on slips are signed with `seed`. Errors: `CannotWrite`, `DiskFull`."""
    write_file(folder / "slip.key", (seed.hex() + "\n").encode("ascii"), private=True)


def read_home_keys(folder: Path) -> HomeKeys:
    """Errors: `KeyFileDamaged`."""
    return HomeKeys(_read(folder / "slip.key", SEED_BYTES), _read(folder / "nonce.key", KEY_BYTES))


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
