"""The practice office on disk, made once per run and copied for each test, and a clock that can be set."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import Office, found_home, open_office
from app.config.paths import Home, resources
from app.domain.actors import Actor
from app.services.founding import empty_office, sample_office

PASSWORD = "minwon"
PASSPHRASE = "correct horse battery"
MORNING = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
"""Friday 2026-11-20, 10:00 in Seoul."""


class SetClock:
    """A clock the test sets; it stands still otherwise."""

    def __init__(self, at: datetime = MORNING) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def pass_by(self, **length: float) -> None:
        self.at += timedelta(**length)


def stored(home: Home, statement: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
    """What lies in the home's database, read past the program; a change is committed."""
    with closing(sqlite3.connect(home.database)) as connection, connection:
        return connection.execute(statement, parameters).fetchall()


@pytest.fixture(scope="session")
def home_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of the practice office with an audit key."""
    root = tmp_path_factory.mktemp("template") / "home"
    clock = SetClock(MORNING - timedelta(days=30))
    found_home(Home(root), sample_office(resources() / "sample"), PASSWORD, audit_passphrase=PASSPHRASE, clock=clock)
    return root


@pytest.fixture
def home(home_template: Path, tmp_path: Path) -> Home:
    """A fresh copy of the practice office's home."""
    shutil.copytree(home_template, tmp_path / "home")
    return Home(tmp_path / "home")


@pytest.fixture
def empty_home(tmp_path: Path) -> Home:
    """A home of an office with nothing but an administrator, whose password is `minwon-minwon`."""
    made = Home(tmp_path / "empty")
    found_home(made, empty_office("새빛구", "survey.example.kr"), "minwon-minwon")
    return made


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def office(home: Home, clock: SetClock) -> Iterator[Office]:
    """The services over a fresh practice office, its clock at `MORNING`."""
    opened = open_office(home, clock)
    yield opened
    opened.close()


@pytest.fixture
def clerk(office: Office) -> Actor:
    return office.accounts.sign_in("clerk1", PASSWORD)


@pytest.fixture
def supervisor(office: Office) -> Actor:
    return office.accounts.sign_in("supervisor1", PASSWORD)


@pytest.fixture
def auditor(office: Office) -> Actor:
    return office.accounts.sign_in("auditor1", PASSWORD)


@pytest.fixture
def admin(office: Office) -> Actor:
    return office.accounts.sign_in("admin", PASSWORD)
