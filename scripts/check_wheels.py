"""Every package in requirements.lock can be installed on Windows: from a win_amd64 or pure wheel with a locked hash.

uv resolves the lock file as a Windows PC would, markers included, and says which wheel it would take; nothing but
metadata is fetched. What was found good is remembered in .venv, so an unchanged lock file is not asked about again.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
PYTHONS = ("3.11", "3.13")
PLATFORM = "x86_64-pc-windows-msvc"


def chosen_wheels(lock: Path, python: str) -> list[dict[str, Any]]:
    """The packages of `lock` with the wheels that 64-bit Windows would take; SystemExit when one has none."""
    with tempfile.TemporaryDirectory() as folder:
        chosen = Path(folder) / "pylock.windows.toml"
        finished = subprocess.run(
            [
                *(sys.executable, "-m", "uv", "pip", "compile", str(lock), "--quiet", "--no-deps"),
                *("--only-binary", ":all:", "--python-platform", PLATFORM, "--python-version", python),
                *("--format", "pylock.toml", "--output-file", str(chosen)),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        if finished.returncode != 0:
            raise SystemExit(f"wheels: not to be had for Windows with Python {python}:\n{finished.stderr}")
        packages: list[dict[str, Any]] = tomllib.loads(chosen.read_text("utf-8"))["packages"]
        return packages


def faults(packages: list[dict[str, Any]], lock_text: str) -> list[str]:
    """Packages that have no wheel for 64-bit Windows among those whose hash is locked."""
    locked = set(re.findall(r"--hash=sha256:([0-9a-f]{64})", lock_text))
    found = []
    for package in packages:
        wheels = [
            wheel
            for wheel in package.get("wheels", [])
            if wheel.get("name", wheel.get("url", "")).endswith(("-win_amd64.whl", "-any.whl"))
        ]
        if not wheels:
            found.append(f"{package['name']} {package['version']} has no wheel for Windows")
        elif not any(wheel["hashes"]["sha256"] in locked for wheel in wheels):
            found.append(f"{package['name']} {package['version']}: the hash of its Windows wheel is not locked")
    return found


def main() -> int:
    remembered = Path(sys.prefix) / ".wheels-checked"
    state = hashlib.sha256(LOCK.read_bytes() + Path(__file__).read_bytes()).hexdigest()
    if remembered.is_file() and remembered.read_text("ascii") == state:
        print("wheels: every locked package has a wheel for Windows (seen before, the lock file is unchanged)")
        return 0
    for python in PYTHONS:
        packages = chosen_wheels(LOCK, python)
        if found := faults(packages, LOCK.read_text("utf-8")):
            print("\n".join(f"wheels: Python {python}: {fault}" for fault in found), file=sys.stderr)
            return 1
        print(f"wheels: all {len(packages)} locked packages have a wheel for Windows with Python {python}")
    remembered.write_text(state, "ascii")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
