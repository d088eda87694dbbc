"""Nothing that ties the repository to one machine: no registry's host, no machine's path, no broken text file."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BINARY = {".ttf", ".otf", ".woff", ".woff2", ".png", ".ico", ".qm", ".pdf", ".xlsx", ".bin", ".gz", ".npz"}

# Written in pieces, so that this file does not report itself.
HOSTS = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "deb." + "debian.org",
    "yarn" + "pkg.com",
)
HOST = re.compile("|".join(re.escape(host) for host in HOSTS), re.IGNORECASE)
MACHINE_PATH = re.compile(r"(?<![\w.$})\]>*~/-])/(?:root|work|opt|home/\w+|Users/\w+)(?:/[\w.]|(?=[\s\"'`)]|$))")
CODE = {".py", ".md", ".sh", ".toml", ".spec", ".html", ".css", ".js", ".qss", ""}
CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)


def committed_files() -> list[Path]:
    """The files git knows or would add, without those deleted in the work tree."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, check=True,
    ).stdout.decode()  # fmt: skip
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def faults(name: str, content: bytes) -> list[str]:
    """What is wrong with one text file, one sentence each."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return [f"{name}: is not UTF-8 (or its ending is missing in check_repository.BINARY)"]
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if hit := HOST.search(line):
            found.append(f"{name}:{number}: names a registry's host: {hit.group()}")
        if hit := MACHINE_PATH.search(line):
            found.append(f"{name}:{number}: names a machine's path: {hit.group()}")
    if CONFLICT.search(text):
        found.append(f"{name}: has a merge conflict left in it")
    if Path(name).suffix in CODE and "\r\n" in text:
        found.append(f"{name}: has Windows line ends")
    if Path(name).suffix in CODE and text and not text.endswith("\n"):
        found.append(f"{name}: does not end with a line end")
    if name == "package-lock.json" and '"resolved"' in text:
        found.append(f"{name}: records addresses; .npmrc turns that off")
    return found


def main() -> int:
    files = [path for path in committed_files() if path.suffix not in BINARY]
    found = [fault for path in files for fault in faults(path.relative_to(ROOT).as_posix(), path.read_bytes())]
    for fault in found:
        print(f"repository: {fault}", file=sys.stderr)
    if not found:
        print(f"repository: {len(files)} text files, nothing that ties them to one machine")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
