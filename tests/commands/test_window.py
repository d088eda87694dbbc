"""The window's own way past the parser of all commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.commands.window import DeskWish, desk_wished
from app.config.paths import Home

HOME = Home(Path("/srv/minwon"))


@pytest.fixture(autouse=True)
def _a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("MINWON_HOME", "/srv/minwon")


@pytest.mark.parametrize(
    ("arguments", "wish"),
    [
        ([], DeskWish(HOME)),
        (["desk"], DeskWish(HOME)),
        (["--home", "/srv/둘", "desk"], DeskWish(Home(Path("/srv/둘")))),
        (["desk", "--home=/srv/둘"], DeskWish(Home(Path("/srv/둘")))),
        (["--counter", "B"], DeskWish(HOME, "B")),
    ],
)
def test_what_asks_for_the_window_alone(arguments: list[str], wish: DeskWish) -> None:
    assert desk_wished(arguments) == wish


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["visit", "register"], ["desk", "desk"], ["--home"], ["--json"], ["desk", "x"], ["--home", "\udcff"]],
)
def test_everything_else_is_for_the_parser(arguments: list[str]) -> None:
    assert desk_wished(arguments) is None


def test_without_a_display_the_parser_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert desk_wished([]) is None
