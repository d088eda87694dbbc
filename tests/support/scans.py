"""Scans and photos to attach, made on the spot."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path

from PIL import Image


def pdf(size: int = 2_000, seed: int = 1) -> bytes:
    """A PDF of about so many bytes, whatever is on its pages."""
    filling = random.Random(seed).randbytes(size)
    return b"%PDF-1.7\n1 0 obj\n<< /Length " + str(size).encode() + b" >>\nstream\n" + filling + b"\nendstream\n%%EOF\n"


def photo(kind: str = "JPEG", seed: int = 1) -> bytes:
    noise = Image.frombytes("RGB", (64, 48), random.Random(seed).randbytes(64 * 48 * 3))
    target = BytesIO()
    noise.save(target, kind)
    return target.getvalue()


def archive_end(remark: bytes = b"") -> bytes:
    """How every ZIP archive ends; one that holds nothing is this and no more."""
    return b"PK\x05\x06" + bytes(16) + len(remark).to_bytes(2, "little") + remark


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path
