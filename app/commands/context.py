"""What every command shares: the general options, signing in, and writing results."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from app.bootstrap import Office, opened_office
from app.commands.values import read_home
from app.config.files import write_error
from app.config.paths import Home, default_home
from app.config.settings import load_settings
from app.domain.actors import Actor
from app.domain.errors import SettingsUnreadable, SignInNeeded
from app.domain.languages import ScreenLanguage

_WITH_VALUE = ("--home", "--as", "--counter")
_FLAGS = ("--json",)


@dataclass
class General:
    """The general options of this run."""

    home: Home
    login: str | None = None
    json_only: bool = False
    counter_code: str | None = None


general = General(Home(default_home()))


def options_first(arguments: Sequence[str]) -> list[str]:
    """`arguments` with the general options moved to the front, so that they may stand after the command too."""
    first: list[str] = []
    rest: list[str] = []
    remaining = iter(arguments)
    for argument in remaining:
        if argument == "--":
            rest += [argument, *remaining]
        elif argument in _WITH_VALUE:
            first += [argument, *(value for _, value in zip(range(1), remaining, strict=False))]
        elif argument in _FLAGS or argument.startswith(tuple(f"{name}=" for name in _WITH_VALUE)):
            first.append(argument)
        else:
            rest.append(argument)
    return first + rest


def set_general(home: Path | None, login: str | None, json_only: bool, counter_code: str | None) -> None:
    """Take the general options over; the home also from `MINWON_HOME`."""
    general.home = read_home(home)
    general.login = login
    general.json_only = json_only
    general.counter_code = counter_code


@contextmanager
def office() -> Iterator[Office]:
    """The services over the home. A settings file that cannot be read stops every command, not only the window."""
    with opened_office(general.home, counter_code=general.counter_code) as opened:
        load_settings(general.home.settings)
        yield opened


@contextmanager
def office_as_actor() -> Iterator[tuple[Office, Actor]]:
    """The services and the person named by `--as`, whose password is in `MINWON_PASSWORD`. Errors: `SignInNeeded`."""
    with office() as opened:
        if not general.login:
            raise SignInNeeded()
        yield opened, opened.accounts.sign_in(general.login, os.environ.get("MINWON_PASSWORD", ""))


def emit(record: Mapping[str, object]) -> None:
    """One JSON object on a line of its own, written through at once. Errors: `CannotWrite`, `DiskFull`."""
    try:
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What could not be written must not be tried again when Python ends: that has an exit code of its own.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise write_error(error, Path("stdout")) from error


def say(sentence: str) -> None:
    """A sentence for the person at the terminal; not with `--json`."""
    if not general.json_only:
        complain(sentence)


def complain(sentence: str) -> None:
    """A sentence for the person at the terminal; where nobody can hear it, it is lost."""
    with suppress(OSError, ValueError):
        sys.stderr.write(sentence + "\n")
        sys.stderr.flush()


def language() -> ScreenLanguage:
    """The user's language: `MINWON_LANGUAGE`, else this PC's setting, else Korean."""
    chosen = os.environ.get("MINWON_LANGUAGE", "")
    if chosen in tuple(ScreenLanguage):
        return ScreenLanguage(chosen)
    try:
        return load_settings(general.home.settings).language
    except SettingsUnreadable:
        return ScreenLanguage.KO
