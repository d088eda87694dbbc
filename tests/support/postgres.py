"""A real PostgreSQL of the tests' own: a cluster in a temporary folder, started from the machine's programs.

The system's own cluster is neither needed nor touched. PostgreSQL refuses to run as root, so root hands it to another
user of the machine.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from app.domain.sharing import Login, SharedAddress, SharedKind
from app.sync.postgres.postgres_owner import PostgresOwner
from app.sync.postgres.scripts import DATABASE, script

HOST = "127.0.0.1"
OFFICE = "11111111-2222-4333-8444-555555555555"
OFFICE_NAME = "해오름구청"
_ADMIN = Login("office_admin", "the administrator's own")
_OLDEST = 15
_TEMPLATE = "prepared_office"
_START_SECONDS = 60
_numbers = itertools.count(1)


@cache
def programs() -> Path:
    """The folder with `initdb` and `postgres`, of the newest version there is.

    A test that needs it fails when there is none of version 15 or newer.
    """
    folders = list(Path("/usr/lib/postgresql").glob("*/bin"))
    if on_path := shutil.which("postgres"):
        folders.append(Path(on_path).resolve().parent)
    versions = {_version(folder): folder for folder in folders if (folder / "initdb").exists()}
    newest = max(versions, default=0)
    if newest < _OLDEST:
        pytest.fail(f"PostgreSQL {_OLDEST} or newer was not found; Debian's package postgresql has it")
    return versions[newest]


def _version(folder: Path) -> int:
    printed = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    return int(printed.split()[2].split(".")[0].rstrip("abcdefghijklmnopqrstuvwxyz"))


@cache
def _server_user() -> dict[str, Any]:
    """For `Popen`: whom the server runs as."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    pytest.fail("PostgreSQL does not run as root, and there is no user postgres or nobody to run it as")


@dataclass
class Cluster:
    """A server that runs, or did until it was ended. `admin` is its superuser's login."""

    folder: Path
    port: int
    admin: Login = _ADMIN
    process: subprocess.Popen[bytes] | None = None

    def address(self, database: str, host: str = HOST, **options: str) -> SharedAddress:
        return SharedAddress(SharedKind.POSTGRESQL, host=host, port=self.port, database=database, options=options)

    def connect(self, database: str = "postgres", login: Login | None = None) -> psycopg.Connection[tuple[Any, ...]]:
        """A connection in autocommit, past the program."""
        who = login or self.admin
        return psycopg.connect(
            host=HOST,
            port=self.port,
            dbname=database,
            user=who.user,
            password=who.password,
            autocommit=True,
            gssencmode="disable",
            connect_timeout=10,
        )

    def run(self, *command: str, **options: Any) -> subprocess.CompletedProcess[str]:
        """One of PostgreSQL's own programs, as the administrator."""
        environment = {**os.environ, "PGPASSWORD": self.admin.password}
        where = ("-h", HOST, "-p", str(self.port), "-U", self.admin.user)
        return subprocess.run(
            [str(programs() / command[0]), *where, *command[1:]],
            env=environment,
            check=True,
            text=True,
            capture_output=True,
            **options,
        )

    def on_server(self, *command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """A command as whoever the server runs as gives it there, with PostgreSQL's own programs at hand."""
        return subprocess.run(
            command,
            env={"PATH": f"{programs()}:{os.environ['PATH']}", "PGPORT": str(self.port), **environment},
            check=False,
            text=True,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            cwd=self.folder,
            **_server_user(),
        )

    def process_id(self) -> int:
        """The server's first process, while it runs."""
        return int((self.folder / "data" / "postmaster.pid").read_text().split()[0])

    def start(self) -> None:
        """Start the server and wait until it takes connections."""
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [programs() / "postgres", "-D", self.folder / "data"],
                stdout=log,
                stderr=log,
                cwd=self.folder,
                **_server_user(),
            )
        ends = time.monotonic() + _START_SECONDS
        while not self._ready():
            if self.process.poll() is not None or time.monotonic() > ends:
                pytest.fail(f"PostgreSQL does not start:\n{(self.folder / 'log').read_text(errors='replace')[-3000:]}")
            time.sleep(0.02)

    def stop(self) -> None:
        """End the server for good: what it has not written yet is lost."""
        if self.process is not None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(30)
            self.process = None

    def kill(self) -> None:
        """kill -9 of the server; its sessions end by themselves, and are gone when this returns."""
        assert self.process is not None
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        self.process.kill()
        self.process.wait(30)
        self.process = None
        while any(Path(f"/proc/{child}").exists() for child in children):
            time.sleep(0.01)

    def _ready(self) -> bool:
        asked = ("-q", "-h", HOST, "-p", str(self.port))
        return subprocess.run([programs() / "pg_isready", *asked], check=False).returncode == 0


@contextlib.contextmanager
def new_cluster(*settings: str, files: Mapping[str, bytes] | None = None) -> Iterator[Cluster]:
    """A server for as long as it is used. `settings` are lines of postgresql.conf; `files` go into its data folder."""
    # Not below pytest's own folders: another user than this one has to get in.
    folder = Path(tempfile.mkdtemp(prefix="minwon-postgres-"))
    user = _server_user()
    if user:
        os.chown(folder, user["user"], user["group"])
    password = _handed_over(folder / "password", _ADMIN.password.encode())
    cluster = Cluster(folder, _free_port())
    try:
        subprocess.run(
            [
                programs() / "initdb",
                *("-D", folder / "data", "-U", _ADMIN.user, "--pwfile", password, "--auth=scram-sha-256"),
                *("--encoding=UTF8", "--locale=C", "--no-instructions"),
            ],
            check=True,
            capture_output=True,
            cwd=folder,
            **user,
        )
        with (folder / "data" / "postgresql.conf").open("a") as file:
            file.write(f"listen_addresses = '{HOST}'\nport = {cluster.port}\nunix_socket_directories = ''\n")
            # After a crash it asks for the disk to be written, not for each of a thousand files.
            file.write("recovery_init_sync_method = syncfs\n" if sys.platform == "linux" else "")
            file.write("\n".join(settings) + "\n")
        for name, content in (files or {}).items():
            _handed_over(folder / "data" / name, content)
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
        shutil.rmtree(folder)


def _handed_over(path: Path, content: bytes) -> Path:
    """A file that the server's user, and nobody else, can read."""
    path.write_bytes(content)
    path.chmod(0o600)
    if user := _server_user():
        os.chown(path, user["user"], user["group"])
    return path


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[Cluster]:
    """The server of this run, or of this one of several at once."""
    with new_cluster() as cluster:
        yield cluster


def new_database(cluster: Cluster) -> tuple[SharedAddress, Login]:
    """An empty database, and the administrator's login."""
    name = f"office_{next(_numbers)}"
    with contextlib.closing(cluster.connect()) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
    return cluster.address(name), cluster.admin


def prepared_database(cluster: Cluster, office: str = OFFICE) -> tuple[SharedAddress, Login]:
    """A database with the shared side of `office`, and the administrator's login. Quicker than preparing one."""
    template = f"{_TEMPLATE}_{office[:8]}"
    name = f"office_{next(_numbers)}"
    with contextlib.closing(cluster.connect()) as connection:
        if connection.execute("SELECT FROM pg_database WHERE datname = %s", (template,)).fetchone() is None:
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(template)))
            owner = PostgresOwner(cluster.address(template), cluster.admin)
            owner.prepare(office, OFFICE_NAME)
            owner.close()
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
        )
    with contextlib.closing(cluster.connect(name)) as connection:
        # Who may enter a database is not copied with it, and no two shared sides live the same life.
        connection.execute(script(DATABASE))
        connection.execute("UPDATE minwon.meta SET epoch = gen_random_uuid()::text")
    return cluster.address(name), cluster.admin


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
