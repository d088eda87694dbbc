"""make check sees what ties the repository to one machine, and lets everything else pass."""

from __future__ import annotations

import pytest

from scripts.check_repository import HOSTS, faults

SLASH = "/"


@pytest.mark.parametrize("host", HOSTS)
def test_a_registry_host_is_reported(host: str) -> None:
    assert faults("a.toml", f"index = 'https://{host}/simple'\n".encode()) == [
        f"a.toml:1: names a registry's host: {host}"
    ]


@pytest.mark.parametrize("place", ["root/x", "work/main", "opt/tools", "home/kim/x", "Users/kim/x", "root"])
def test_a_machine_path_is_reported(place: str) -> None:
    assert faults("a.py", f'HOME = "{SLASH}{place}"\n'.encode()) != []


@pytest.mark.parametrize(
    "line",
    ["docs/work/main.md", "https://example.org/work/x", "$HOME/work/x", "and/or", "~/work/x", "1/2", "</root>"],
)
def test_other_slashes_pass(line: str) -> None:
    assert faults("a.md", f"{line}\n".encode()) == []


def test_broken_text_is_reported() -> None:
    assert faults("a.py", b"x = 1") != []
    assert faults("a.py", b"x = 1\r\n") != []
    assert faults("a.py", b"\xff\xfe") != []
    assert faults("a.csv", b"a;b\r\n") == []
    assert faults("a.py", b"<" * 7 + b" HEAD\n") != []


def test_an_npm_lock_with_an_address_is_reported() -> None:
    assert faults("package-lock.json", b'{"resolved": "x"}\n') != []
