"""Certificates for tests, made by the machine's own openssl."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Authority:
    """Somebody who signs certificates: the file with its own, and the one with its key."""

    certificate: Path
    key: Path


def new_authority(folder: Path, name: str) -> Authority:
    made = Authority(folder / f"{name}.crt", folder / f"{name}.key")
    _openssl("req", "-x509", *_new_key(made.key), "-out", made.certificate, "-days", "2", "-subj", f"/CN={name}")
    return made


def server_certificate(authority: Authority, host: str, folder: Path) -> dict[str, bytes]:
    """`server.crt` and `server.key` of a server called `host`, signed by `authority`."""
    key, asked, certificate = (folder / f"{host}.{end}" for end in ("key", "csr", "crt"))
    extra = folder / f"{host}.ext"
    extra.write_text(f"subjectAltName=DNS:{host}\n", encoding="ascii")
    _openssl("req", *_new_key(key), "-out", asked, "-subj", f"/CN={host}")
    signed_by = ("-CA", authority.certificate, "-CAkey", authority.key, "-CAcreateserial")
    _openssl("x509", "-req", "-in", asked, *signed_by, "-out", certificate, "-days", "2", "-extfile", extra)
    return {"server.crt": certificate.read_bytes(), "server.key": key.read_bytes()}


def _new_key(path: Path) -> tuple[str | Path, ...]:
    return ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", path)


def _openssl(*arguments: str | Path) -> None:
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)
