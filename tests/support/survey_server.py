"""A real survey server on a free port, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PROGRAM = """
import sys
from pathlib import Path
from app.survey_web.server import serve
serve(Path(sys.argv[1]), "127.0.0.1", int(sys.argv[2]), lambda address: print(address, flush=True))
print("ended", flush=True)
"""
_ROOT = Path(__file__).resolve().parents[2]


def start_server(folder: Path, port: int = 0, *, stderr: int | None = None) -> tuple[subprocess.Popen[str], str]:
    """The process and its address, once it accepts connections."""
    command = [sys.executable, "-c", _PROGRAM, str(folder), str(port)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr, text=True, cwd=_ROOT)
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    assert address.startswith("http://"), "the survey server did not start"
    return process, address


def end_server(process: subprocess.Popen[str]) -> str:
    """End it with SIGTERM; what it printed since it started listening."""
    process.terminate()
    printed, _ = process.communicate(timeout=20)
    return printed


@contextmanager
def survey_server(folder: Path) -> Iterator[str]:
    """The address of a server that runs meanwhile."""
    process, address = start_server(folder)
    try:
        yield address
    finally:
        end_server(process)
