"""Opening the window with nothing loaded that the sign-in card does not need.

The services, the database and everything of paper are loaded while somebody types a password. So this module and what
it imports at the top must stay light: no command line parser, nothing of the composition root.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.values import read_home
from app.config.displays import has_display
from app.config.paths import Home
from app.domain.errors import AppError, BadValue, HomeMissing, NoDisplay

if TYPE_CHECKING:
    from app.bootstrap import Office
    from app.domain.sharing import SharedAddress
    from app.ui.parts import DeskParts, LaterParts


@dataclass(frozen=True, slots=True)
class DeskWish:
    """The window over `home` at `counter_code` (None: the home's own)."""

    home: Home
    counter_code: str | None = None


def desk_wished(arguments: Sequence[str]) -> DeskWish | None:
    """What a command line for the window asks for; None when it asks for something else or for what cannot be."""
    values: dict[str, str] = {}
    remaining = iter(arguments)
    try:
        for argument in remaining:
            argument.encode()
            name, equals, value = argument.partition("=")
            if name in ("--home", "--counter"):
                values[name] = value if equals else next(remaining)
                values[name].encode()
            elif argument == "desk" and "desk" not in values:
                values[argument] = ""
            else:
                return None
        home = read_home(Path(values["--home"]) if values.get("--home") else None)
        str(home.root).encode()
    except (StopIteration, UnicodeEncodeError, BadValue):
        return None
    return DeskWish(home, values.get("--counter")) if has_display() else None


def run_desk(wish: DeskWish) -> int:
    """The window as asked for; the exit code. A bug that ends it leaves a sentence on stderr."""
    # Loading makes many objects and no garbage. The window collects by itself, on its own thread.
    gc.disable()
    try:
        return open_window(wish.home, wish.counter_code)
    except KeyboardInterrupt:
        return 130
    except Exception as bug:
        from app.commands.application import end_with_bug

        return end_with_bug(bug, wish.home)


def open_window(home: Home, counter_code: str | None = None) -> int:
    """Show the window over `home` until it is closed; the exit code. What prevents it is said in a calm dialog."""
    if not has_display():
        raise NoDisplay()
    from app.ui.application import run_window, show_start_problem
    from app.ui.parts import LaterParts

    opening = _Opening(home, counter_code)
    parts = LaterParts(home.root, home.settings, opening.parts)
    try:
        if not home.database.is_file():
            ended = _ended_without_home(home, parts)
            if ended is not None:
                return ended
        return run_window(parts, parts.made)
    except AppError as error:
        return show_start_problem(error, home.settings)
    finally:
        opening.close()


def _ended_without_home(home: Home, parts: LaterParts) -> int | None:
    """There is nothing to sign in to: say so before a window appears. Whoever was invited makes this PC a counter.

    The exit code, or None when there is a home now. Errors: those of making the parts.
    """
    try:
        parts.made()
        return None
    except HomeMissing as missing:
        from app.ui.joining import offer_to_join

        def join(address: SharedAddress, code: str, name: str) -> str:
            from app.bootstrap import join_home

            return join_home(home, address, code, name)

        return None if offer_to_join(missing, home.settings, join) else missing.exit_code


class _Opening:
    """Opens the home, on whatever thread asks for it, and closes it at the end."""

    def __init__(self, home: Home, counter_code: str | None) -> None:
        self._home = home
        self._counter_code = counter_code
        self._office: Office | None = None

    def parts(self) -> DeskParts:
        """Errors: those of `open_office`."""
        from app.config.log import start_log

        start_log(self._home.log)
        from app.bootstrap import desk_parts, open_office

        if self._office is None:
            self._office = open_office(self._home, counter_code=self._counter_code)
        return desk_parts(self._office)

    def close(self) -> None:
        if self._office is not None:
            self._office.close()
