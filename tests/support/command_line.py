"""Running `minwon` as a process of its own, the way a person or a script does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.commands.application import run
from tests.support.offices import PASSWORD

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 120


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The JSON lines on stdout; anything else there is an error."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def one(self) -> dict[str, Any]:
        (line,) = self.lines
        return line


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The surroundings of a command: the practice password, nothing of the person who runs the tests."""
    return {**os.environ, "MINWON_PASSWORD": PASSWORD, "PYTHONWARNINGS": "error", **(extra or {})}


def minwon(home: Path, *arguments: str, login: str | None = None, env: Mapping[str, str] | None = None) -> Ran:
    """Run one command on `home` to its end."""
    general = ["--home", str(home), *(["--as", login] if login else [])]
    done = subprocess.run(
        [sys.executable, "-m", "app", *general, *arguments],
        cwd=ROOT,
        env=environment(env),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def minwon_here(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Path, *arguments: str, login: str | None
) -> Ran:
    """Run one command in this process: the same code without the wait for an interpreter. Needs a QApplication."""
    monkeypatch.setenv("MINWON_PASSWORD", PASSWORD)
    capsys.readouterr()
    code = run(["--home", str(home), *(["--as", login] if login else []), *arguments])
    out, err = capsys.readouterr()
    return Ran(code, out, err)


@contextmanager
def serving(home: Path, *arguments: str) -> Iterator[str]:
    """A survey server of its own; its address. It must stop cleanly when told to."""
    server = subprocess.Popen(
        [sys.executable, "-m", "app", "--home", str(home), "survey", "serve", "--port", "0", *arguments],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    try:
        yield json.loads(server.stdout.readline())["listening"]
        server.terminate()
        assert server.wait(SECONDS) == 0
    finally:
        if server.poll() is None:
            server.kill()
            server.wait()
        server.stdout.close()
