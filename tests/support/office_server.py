"""An office's PostgreSQL server as docs/server.md tells to make one, from the files of `deploy/` themselves."""

from __future__ import annotations

import getpass
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.sharing import Login, SharedAddress
from tests.support.postgres import HOST, Cluster, new_cluster
from tests.support.shared_offices import SharedOffice

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
NAME = "localhost"
DATABASE = "minwon"
ADMIN = Login("minwon_admin", "the database administrator's")
_NETWORKS = ("10.20.0.0/16", "10.20.1.10/32", "10.20.2.10/32", "10.30.0.5/32")
_SUPERUSER = "office_admin"


@dataclass
class OfficeServer:
    """`authority` is what counters trust; `shell` a folder of the server's user, with the scripts and its backups."""

    cluster: Cluster
    authority: Path
    shell: Path

    def address(self, host: str = NAME, database: str = DATABASE, **options: str) -> SharedAddress:
        asked = {"sslmode": "verify-full", "sslrootcert": str(self.authority), **options}
        return self.cluster.address(database, host, **asked)

    def script(self, name: str, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """One of the scripts, run on the server."""
        command = ("bash", self.shell / name, *arguments)
        return self.cluster.on_server(*command, PGHOST=str(self.shell), PGUSER=_SUPERUSER, **environment)

    def psql(self, *arguments: str, database: str = "postgres", **environment: str) -> str:
        """What psql prints; it stops at the first error."""
        done = self.script_psql("-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database, *arguments, **environment)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def script_psql(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """psql as it is, in the database `postgres` unless told otherwise."""
        environment = {"PGHOST": str(self.shell), "PGUSER": _SUPERUSER, "PGDATABASE": "postgres", **environment}
        return self.cluster.on_server("psql", "-X", *arguments, **environment)

    def set_password(self, login: Login) -> None:
        self.psql("-c", f"ALTER ROLE {login.user} PASSWORD '{login.password.replace(chr(39), chr(39) * 2)}'")


@contextmanager
def office_server(certificates: Path, *, with_database: bool = True) -> Iterator[OfficeServer]:
    """A server that runs meanwhile; `certificates` is a folder that make-certificates.sh was run for.

    What the page tells to change is changed: addresses, and where files lie. The superuser of the cluster has another
    name, and the machine's user need not be called postgres.
    """
    hba = (DEPLOY / "postgresql" / "pg_hba.conf").read_text("utf-8")
    for network in _NETWORKS:
        assert network in hba
        hba = hba.replace(network, f"{HOST}/32")
    hba = hba.replace(" postgres ", f" {_SUPERUSER} ").replace(" peer\n", " peer map=office\n")
    conf = (DEPLOY / "postgresql" / "minwon.conf").read_text("utf-8")
    conf = conf.replace("'*'", f"'{HOST}'").replace("/etc/postgresql/minwon/", "")
    shell = Path(tempfile.mkdtemp(prefix="minwon-server-"))
    try:
        user = _machine_user()
        files = {name: (certificates / name).read_bytes() for name in ("server.crt", "server.key")}
        files |= {"pg_hba.conf": hba.encode(), "pg_ident.conf": f"office {user} {_SUPERUSER}\n".encode()}
        for source in (*DEPLOY.glob("*.sh"), *DEPLOY.glob("postgresql/*.sql")):
            shutil.copy(source, shell)
        (shell / "backups").mkdir()
        if os.geteuid() == 0:
            for path in (shell, *shell.rglob("*")):
                shutil.chown(path, user)
        with new_cluster(conf, f"unix_socket_directories = '{shell}'", files=files) as cluster:
            server = OfficeServer(cluster, certificates / "authority.crt", shell)
            if with_database:
                server.psql("-f", str(shell / "roles.sql"))
                server.set_password(ADMIN)
            yield server
    finally:
        shutil.rmtree(shell)


class ServedOffice(SharedOffice):
    """The practice office with its shared side on such a server."""

    text = "fields::text"

    def __init__(self, root: Path, server: OfficeServer) -> None:
        super().__init__(root, server.address(), ADMIN)
        self.server = server

    def stored(self, statement: str) -> list[tuple[Any, ...]]:
        """Statements with one column, as text."""
        printed = self.server.psql("-c", statement, database=DATABASE, PGOPTIONS="-c search_path=minwon")
        return [(line,) for line in printed.splitlines()]

    def raw(self) -> bytes:
        return b"".join(path.read_bytes() for path in (self.server.shell / "backups").glob("*.dump"))

    def back_up(self) -> Path:
        done = self.server.script("backup.sh", DATABASE, self.server.shell / "backups")
        assert done.returncode == 0, done.stderr
        return Path(done.stdout.strip())

    def restore(self, backup: Path) -> None:
        done = self.server.script("restore.sh", backup)
        assert done.returncode == 0, done.stderr


def _machine_user() -> str:
    """Whom the server runs as; see `tests.support.postgres`."""
    if os.geteuid() != 0:
        return getpass.getuser()
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"
