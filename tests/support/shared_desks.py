"""A home with the practice office and a place for its shared side, worked on with commands in this process."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.commands.application import run
from app.config.paths import Home
from app.config.settings import PRINT_TO_FILES, DeskSettings, save_settings
from app.domain.sharing import SharedKind
from tests.support.command_line import Ran
from tests.support.offices import PASSWORD
from tests.support.shared_places import FilePlace, PostgresPlace, Rows

AnyPlace = FilePlace | PostgresPlace


@dataclass
class Desk:
    """A home and the shared side it belongs to, or could; commands run in this process."""

    home: Home
    place: AnyPlace
    command: Callable[..., Ran]
    further: list[Home] = field(default_factory=list)

    def __call__(self, *arguments: str, login: str | None = None, home: Home | None = None, **env: str) -> Ran:
        return self.command(home or self.home, *arguments, login=login, env={**self.place.env, **env})

    def share(self) -> None:
        assert self("shared", "init", self.place.url, login="admin").code == 0

    def join(self, name: str = "2층 창구") -> Home:
        """One more home of the office, joined."""
        home = Home(self.home.root.with_name(f"home-{len(self.further)}"))
        code = self("shared", "invite", login="admin").one["code"]
        assert self("shared", "join", self.place.url, "--code", code, "--counter", name, home=home).code == 0
        save_settings(home.settings, DeskSettings(printer=PRINT_TO_FILES))
        self.further.append(home)
        return home

    def in_step(self) -> None:
        """Everything of everybody is everywhere."""
        for _ in range(2):
            for home in (self.home, *self.further):
                assert self("sync", "once", home=home).code == 0

    def state(self) -> tuple[Rows, Rows]:
        """Every row of both sides, but for the access log: a sign-in is written down whatever comes of it."""
        with closing(sqlite3.connect(self.home.database)) as connection:
            tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
            here = {name: sorted(map(str, connection.execute(f'SELECT * FROM "{name}"'))) for (name,) in tables}
        del here["audit"], here["sqlite_sequence"]
        return here, self.place.rows()


@pytest.fixture
def command(qapp: QApplication, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    def act(home: Home, *arguments: str, login: str | None, env: dict[str, str]) -> Ran:
        with monkeypatch.context() as surroundings:
            for name, value in {"MINWON_PASSWORD": PASSWORD, **env}.items():
                surroundings.setenv(name, value)
            capsys.readouterr()
            code = run(["--home", str(home.root), *(["--as", login] if login else []), *arguments])
        return Ran(code, *capsys.readouterr())

    return act


@pytest.fixture
def printing_home(home: Home) -> Home:
    """A home that prints to files, so that no printer is missed."""
    save_settings(home.settings, DeskSettings(printer=PRINT_TO_FILES))
    return home


@pytest.fixture(params=list(SharedKind))
def desk(request: pytest.FixtureRequest, printing_home: Home, tmp_path: Path, command: Callable[..., Ran]) -> Desk:
    """A home on its own, and an empty place for a shared side of either kind."""
    place: AnyPlace
    if request.param is SharedKind.FILE:
        place = FilePlace(tmp_path / "share")
    else:
        place = PostgresPlace(request.getfixturevalue("postgres_cluster"))
    return Desk(printing_home, place, command)


@pytest.fixture
def file_desk(printing_home: Home, tmp_path: Path, command: Callable[..., Ran]) -> Desk:
    return Desk(printing_home, FilePlace(tmp_path / "share"), command)


@pytest.fixture
def server_desk(printing_home: Home, request: pytest.FixtureRequest, command: Callable[..., Ran]) -> Desk:
    return Desk(printing_home, PostgresPlace(request.getfixturevalue("postgres_cluster")), command)


@pytest.fixture
def shared_desk(desk: Desk) -> Desk:
    desk.share()
    return desk
