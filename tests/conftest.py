"""What holds for every test: no screen, no network, no home of the person who runs it, and no thread left behind."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

# Before Qt is imported: windows are drawn in memory. Tests that need a real window start an Xvfb of their own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

hypothesis.settings.register_profile(
    "minwon",
    deadline=None,  # two busy cores say nothing about the code
    derandomize="CI" in os.environ,
    database=None,
)
hypothesis.settings.load_profile("minwon")

THREAD_GRACE_SECONDS = 3.0


@pytest.fixture(scope="session")
def _strange_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("strange-home")


@pytest.fixture(autouse=True)
def _no_surroundings(monkeypatch: pytest.MonkeyPatch, _strange_home: Path) -> None:
    """No setting, password or home of the person who runs the tests reaches them."""
    for name in [name for name in os.environ if name.startswith("MINWON_")]:
        monkeypatch.delenv(name)
    # Nor does anything they keep get into that person's store of passwords.
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.setenv("XDG_DATA_HOME", str(_strange_home / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(_strange_home / "config"))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets reach this machine only."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            host = str(address[0])
            if not (host.startswith("127.") or host in ("::1", "localhost")):
                pytest.fail(f"a test tried to reach {host}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_here)


@pytest.fixture(autouse=True)
def _no_leaked_threads() -> Iterator[None]:
    """A test ends with the threads it began with; one that is about to end gets a moment."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + THREAD_GRACE_SECONDS
    while leaked := [t for t in threading.enumerate() if t not in before and not t.daemon and t.is_alive()]:
        if time.monotonic() > deadline:
            pytest.fail(f"threads left running: {', '.join(t.name for t in leaked)}")
        time.sleep(0.01)
