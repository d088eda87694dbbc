"""TLS to a real server: only the office's own certificate, for the name that was asked for, is good enough."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from app.domain.sharing import Login, SharedAddress, SharedKind
from app.domain.sharing_errors import SharedCertificateRefused
from app.sync.postgres.connection import Link, conninfo
from app.sync.postgres.postgres_owner import PostgresOwner
from tests.support.certificates import Authority, new_authority, server_certificate
from tests.support.hubs import OFFICE, OFFICE_NAME
from tests.support.postgres import HOST, Cluster, new_cluster, new_database

NAME = "localhost"
_IN_USE = "SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
_TLS_ONLY = f"hostssl all all {HOST}/32 scram-sha-256\n".encode()


@dataclass(frozen=True, slots=True)
class TlsServer:
    cluster: Cluster
    authority: Authority
    foreign: Authority

    def address(self, host: str = NAME, authority: Authority | None = None, mode: str = "verify-full") -> SharedAddress:
        address, _ = new_database(self.cluster)
        trusted = str((authority or self.authority).certificate)
        options = {"sslmode": mode, "sslrootcert": trusted} if mode == "verify-full" else {"sslmode": mode}
        return self.cluster.address(address.database, host, **options)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TlsServer]:
    """A server that takes nothing but TLS, with a certificate for `localhost`."""
    folder: Path = tmp_path_factory.mktemp("certificates")
    authority, foreign = new_authority(folder, "office"), new_authority(folder, "somebody")
    files = server_certificate(authority, NAME, folder) | {"pg_hba.conf": _TLS_ONLY}
    with new_cluster("ssl = on", files=files) as cluster:
        yield TlsServer(cluster, authority, foreign)


def test_the_right_name_and_authority_are_let_through(server: TlsServer) -> None:
    address = server.address()
    with closing(PostgresOwner(address, server.cluster.admin)) as owner:
        owner.prepare(OFFICE, OFFICE_NAME)
        assert owner.office() == (OFFICE, OFFICE_NAME)
    link = Link(address, server.cluster.admin, 5.0)
    with closing(link):
        assert link.run(lambda connection: connection.execute(_IN_USE).fetchone()) == (True, "TLSv1.3")


def test_another_name_is_refused(server: TlsServer) -> None:
    refused(server, server.address(host=HOST))


def test_another_authority_is_refused(server: TlsServer) -> None:
    refused(server, server.address(authority=server.foreign))


def test_a_certificate_of_the_systems_own_authorities_is_needed_without_a_file(server: TlsServer) -> None:
    address = server.cluster.address(server.address().database, NAME, sslmode="verify-full")
    refused(server, address)


def test_a_missing_file_of_authorities_is_refused(server: TlsServer, tmp_path: Path) -> None:
    nowhere = Authority(tmp_path / "nowhere.crt", tmp_path / "nowhere.key")
    refused(server, server.address(authority=nowhere))


def test_without_tls_the_server_lets_nobody_in(server: TlsServer) -> None:
    refused(server, server.address(mode="disable"))


def test_a_server_without_tls_is_refused(postgres_cluster: Cluster, server: TlsServer) -> None:
    address, admin = new_database(postgres_cluster)
    options = {"sslmode": "verify-full", "sslrootcert": str(server.authority.certificate)}
    address = postgres_cluster.address(address.database, NAME, **options)
    with closing(PostgresOwner(address, admin)) as owner, pytest.raises(SharedCertificateRefused):
        owner.office()


@pytest.mark.parametrize(
    ("host", "mode"),
    [("db.office.example", "verify-full"), ("10.0.0.5", "verify-full"), (HOST, "prefer"), ("::1", "prefer")],
)
def test_another_machine_is_always_asked_for_its_certificate(host: str, mode: str) -> None:
    address = SharedAddress(SharedKind.POSTGRESQL, host=host, database="office")
    told = conninfo_to_dict(conninfo(address, Login("user", "password"), 15.0))
    assert told["sslmode"] == mode
    assert told["gssencmode"] == "disable"
    assert told["require_auth"] == "!password"


def refused(server: TlsServer, address: SharedAddress) -> None:
    with (
        closing(PostgresOwner(address, server.cluster.admin)) as owner,
        pytest.raises(SharedCertificateRefused) as raised,
    ):
        owner.office()
    assert raised.value.address == address.url()
    assert server.cluster.admin.password not in f"{raised.value!r} {raised.value.__cause__!r}"
