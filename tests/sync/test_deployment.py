"""The files of `deploy/`, used as docs/server.md tells: a real server with TLS, its roles, its backups and its care."""

from __future__ import annotations

import configparser
import json
import os
import shlex
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import psycopg
import pytest

from app.bootstrap import opened_office
from app.config.paths import Home
from app.domain.errors import AppError
from app.domain.sharing import Login, SharedAddress
from app.domain.sharing_errors import (
    SharedCertificateRefused,
    SharedLoginRefused,
    SharedRightsMissing,
)
from app.domain.visits import NewVisit
from app.sync.postgres.connection import Link
from app.sync.postgres.postgres_survey import PostgresSurvey
from tests.support.command_line import environment, minwon
from tests.support.offices import PASSWORD, SetClock
from tests.support.office_server import ADMIN, DATABASE, DEPLOY, NAME, OfficeServer, ServedOffice, office_server
from tests.support.postgres import HOST
from tests.support.shared_offices import Desk

_PASSPHRASE = {"AUTHORITY_PASSPHRASE": "two words and more"}
_NOTE = "무릎이 아프셔서"
_UNITS = sorted((DEPLOY / "systemd").iterdir())
_PLACES = {"/opt/minwon/minwon": "/bin/true", "/usr/local/lib/minwon": str(DEPLOY)}


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What make-certificates.sh makes for `localhost`."""
    folder = tmp_path_factory.mktemp("certificates")
    make_certificates(folder)
    return folder


@pytest.fixture(scope="module")
def server(certificates: Path) -> Iterator[OfficeServer]:
    with office_server(certificates) as server:
        yield server


@pytest.fixture
def shared(certificates: Path, tmp_path: Path, no_password_store: None) -> Iterator[ServedOffice]:
    """A server of its own, on which no office has begun yet."""
    (tmp_path / "offices").mkdir()
    with office_server(certificates) as server, closing(ServedOffice(tmp_path / "offices", server)) as shared:
        yield shared


def make_certificates(folder: Path, host: str = NAME) -> None:
    done = subprocess.run(
        ["bash", DEPLOY / "make-certificates.sh", folder, host],
        env={**os.environ, **_PASSPHRASE},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def answered(address: SharedAddress, login: Login = ADMIN) -> object:
    with closing(Link(address, login, 5.0)) as link:
        return link.run(lambda c: c.execute("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()").fetchone())


# --- who gets in ---


def test_tls_with_the_offices_own_certificate_is_let_in(server: OfficeServer) -> None:
    assert answered(server.address()) == (True,)


def test_another_name_another_authority_and_no_tls_are_refused(
    server: OfficeServer, tmp_path: Path
) -> None:
    make_certificates(tmp_path)
    foreign = str(tmp_path / "authority.crt")
    for address in (
        server.address(HOST),
        server.address(sslrootcert=foreign),
        server.cluster.address(DATABASE, NAME, sslmode="disable"),
    ):
        with pytest.raises(SharedCertificateRefused):
            answered(address)


def test_a_certificate_that_was_renewed_is_trusted_as_before(server: OfficeServer, certificates: Path) -> None:
    before = (certificates / "server.crt").read_bytes()
    authority = (certificates / "authority.crt").read_bytes()
    make_certificates(certificates)
    assert (certificates / "server.crt").read_bytes() != before
    assert (certificates / "authority.crt").read_bytes() == authority
    data = server.cluster.folder / "data"
    for name in ("server.crt", "server.key"):
        (data / name).write_bytes((certificates / name).read_bytes())
    server.psql("-c", "SELECT pg_reload_conf()")
    assert answered(server.address()) == (True,)


def test_only_who_is_named_gets_in_and_only_to_the_office(server: OfficeServer) -> None:
    server.psql("-c", "CREATE ROLE somebody LOGIN PASSWORD 'somebody'")
    refused: list[tuple[SharedAddress, Login, type[AppError]]] = [
        (server.address(), server.cluster.admin, SharedLoginRefused),  # the superuser, from elsewhere
        (server.address(database="postgres"), ADMIN, SharedLoginRefused),
        (server.address(), Login(ADMIN.user, "wrong"), SharedLoginRefused),
        (server.address(), Login("somebody", "somebody"), SharedRightsMissing),  # the network's, but no counter
    ]
    for address, login, error in refused:
        with pytest.raises(error):
            answered(address, login)


def test_the_administrator_is_no_superuser_and_settings_are_those_of_the_file(server: OfficeServer) -> None:
    flags = "rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls"
    assert server.psql("-c", f"SELECT {flags} FROM pg_roles WHERE rolname = '{ADMIN.user}'").strip() == "f|f|t|f|f"
    assert server.psql("-c", "SHOW max_connections").strip() == "1050"
    assert server.psql("-c", "SHOW idle_in_transaction_session_timeout").strip() == "1min"
    assert server.psql("-c", "SHOW statement_timeout", database=DATABASE).strip() == "1min"
    assert server.psql("-c", "SELECT count(*) FROM pg_hba_file_rules WHERE error IS NOT NULL").strip() == "0"
    assert server.psql("-c", "SELECT count(*) FROM pg_file_settings WHERE error IS NOT NULL").strip() == "0"


# --- the whole way ---


def test_a_backup_put_back_loses_nothing_and_brings_back_nothing_erased(
    shared: ServedOffice, home: Home, clock: SetClock
) -> None:
    server = shared.server
    first = shared.begin(home, clock)
    second = shared.join(first, "7")
    erased = first.office.visits.register(first.clerk, NewVisit("SEAL", note=_NOTE)).visit.id
    shared.settled(first, second)
    backup = shared.back_up()
    key = f"SELECT encode(key, 'hex') FROM record_key WHERE row_id = '{erased}'"
    ((destroyed,),) = shared.stored(key)

    # What the backup knows nothing of: an erasure, a visit, a counter, a counter that is gone.
    for desk in (first, second):
        desk.clock.pass_by(days=366)
    first.office.day_end.sweep(first.clerk, date_is_right=True)
    third = shared.join(first, "9")
    visits = {desk.office.visits.register(desk.clerk, NewVisit("SEAL")).visit.id for desk in (first, second, third)}
    shared.settled(first, second, third)
    assert shared.stored(key) == []

    shared.restore(backup)
    assert shared.stored(key) == [(destroyed,)]  # until somebody comes who knows better
    first.office.sharing.restored(first.admin)
    first.exchange()
    second.exchange()
    with pytest.raises(SharedRightsMissing):
        third.exchange()  # the backup does not know that it may
    third.office.sharing.change_login(third.admin, shared.address, ADMIN)
    shared.settled(first, second, third)
    assert shared.stored(key) == []
    assert destroyed not in server.psql("-c", "SELECT key FROM minwon.record_key", database=DATABASE)
    for desk in (first, second, third):
        assert {visit.id for visit in desk.office.visits.list_day(desk.clerk)} == visits
    (kept,) = server.psql("-c", "SELECT datname FROM pg_database WHERE datname ~ '^minwon_before_'").split()
    server.psql("-c", f"DROP DATABASE {kept}")
    assert set(shared.stored("SELECT counter_code FROM node")) == {("A",), ("B",), ("C",)}
