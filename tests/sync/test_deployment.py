"""The files of `deploy/`, used as docs/server.md tells: a real server with TLS, its roles, its backups and its care."""

from __future__ import annotations

import configparser
import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from app.config.paths import Home
from app.domain.errors import AppError
from app.domain.sharing import Login, SharedAddress
from app.domain.sharing_errors import (
    SharedCertificateRefused,
    SharedLoginRefused,
    SharedRightsMissing,
    SharedSideReadOnly,
)
from app.domain.visits import NewVisit
from app.sync.addresses import read_address
from app.sync.postgres.connection import DeadlineConnection, Link
from tests.support.command_line import ROOT, environment
from tests.support.office_server import ADMIN, DATABASE, DEPLOY, NAME, OfficeServer, ServedOffice, office_server
from tests.support.offices import SetClock
from tests.support.postgres import HOST

_PASSPHRASE = {"AUTHORITY_PASSPHRASE": "two words and more"}
_REPORTS = Login("minwon_reports", "the reporting tools'")
_NOTE = "무릎이 아프셔서"
_UNITS = sorted((DEPLOY / "systemd").iterdir())
_PROGRAM = "/usr/local/lib/minwon/minwon"
_PLACES = {_PROGRAM: "/bin/true", "/usr/local/lib/minwon-server": str(DEPLOY)}


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


def test_another_name_another_authority_and_no_tls_are_refused(server: OfficeServer, tmp_path: Path) -> None:
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
        (server.address(), Login("somebody", "somebody"), SharedLoginRefused),  # the network's, but no counter
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


@pytest.mark.parametrize("there", [True, False], ids=["beside-the-old-one", "after-a-loss"])
def test_a_backup_put_back_loses_nothing_and_brings_back_nothing_erased(
    shared: ServedOffice, home: Home, clock: SetClock, there: bool
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

    lived = shared.stored("SELECT epoch FROM meta")
    if not there:
        server.psql("-c", f"DROP DATABASE {DATABASE} WITH (FORCE)")
    shared.restore(backup)
    assert shared.stored("SELECT epoch FROM meta") != lived
    # Without the old database it is readable until the counter comes that erased it.
    assert shared.stored(key) == ([] if there else [(destroyed,)])
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
    kept = server.psql("-c", "SELECT datname FROM pg_database WHERE datname ~ '^minwon_before_'").split()
    assert len(kept) == there
    assert set(shared.stored("SELECT counter_code FROM node")) == {("A",), ("7",), ("9",)}


def test_the_office_moves_to_another_server(
    shared: ServedOffice, certificates: Path, home: Home, clock: SetClock
) -> None:
    first = shared.begin(home, clock)
    second = shared.join(first, "7")
    first.office.visits.register(first.clerk, NewVisit("SEAL", note=_NOTE))
    shared.settled(first, second)
    enter_reports(shared.server)
    backup = shared.back_up()
    with office_server(certificates, with_database=False) as other:
        for end in (".dump", ".roles.sql"):
            shutil.copy(backup.with_name(backup.stem + end), other.shell)
            if os.geteuid() == 0:
                os.chown(other.shell / (backup.stem + end), other.shell.stat().st_uid, other.shell.stat().st_gid)
        brought = other.script_psql("-f", str(other.shell / f"{backup.stem}.roles.sql"))
        assert [line for line in brought.stderr.splitlines() if "ERROR" in line and "already exists" not in line] == []
        assert other.script("restore.sh", other.shell / backup.name).returncode == 0
        shared.server.cluster.stop()
        shared.server, shared.address = other, other.address()
        for desk in (first, second):
            # At the same name nobody would have to do this.
            desk.office.sharing.change_login(desk.admin, shared.address, ADMIN)
        shared.settled(first, second)
        assert answered(shared.address, _REPORTS) == (True,)
        shared.settled(first, second, shared.join(first, "9"))


def test_reports_have_a_login_of_their_own_and_the_nightly_care_goes_on_meanwhile(
    shared: ServedOffice, home: Home, clock: SetClock
) -> None:
    first = shared.begin(home, clock)
    first.office.visits.register(first.clerk, NewVisit("SEAL", note=_NOTE))
    first.exchange()
    enter_reports(shared.server)
    with closing(Link(shared.address, _REPORTS, 5.0)) as link:
        assert link.run(lambda c: c.execute("SELECT number, note FROM visit").fetchall()) == [("A-001", None)]
        for forbidden in ("SELECT * FROM minwon.doc", "SELECT minwon.prune()", "DELETE FROM visit"):
            with pytest.raises((SharedRightsMissing, SharedSideReadOnly)):
                link.run(partial(_asked, forbidden.encode()))
    for name in ("하나", "두울", "세엣", "네엣"):
        first.office.admin.people.change(first.admin, "clerk2", name=name)
        first.exchange()
    done = shared.server.script("care.sh", DATABASE)
    assert (done.returncode, int(done.stdout)) == (0, 3), done.stderr
    second = shared.join(first, "7")
    shared.settled(first, second)


def test_the_survey_units_share_and_serve(shared: ServedOffice, home: Home, clock: SetClock, tmp_path: Path) -> None:
    """Their own command lines and surroundings, with folders of the test's in place of the system's."""
    first = shared.begin(home, clock)
    login = first.office.sharing.survey_login(first.admin)
    assert login is not None
    url = f"postgresql://{login.user}@{shared.address.url().removeprefix('postgresql://')}"
    told = dict(
        line.split("=", 1) for line in (DEPLOY / "survey.env").read_text("utf-8").splitlines() if line[0] != "#"
    )
    assert told.keys() == {"MINWON_SHARED_URL", "MINWON_SHARED_PASSWORD"}
    assert read_address(told["MINWON_SHARED_URL"])[0].options.keys() == shared.address.options.keys()
    told = {"MINWON_SHARED_URL": url, "MINWON_SHARED_PASSWORD": login.password}
    for name in ("minwon-survey", "minwon-survey-key"):
        (tmp_path / "lib" / name).mkdir(parents=True)
    with running("minwon-survey-share", tmp_path, told) as line:
        assert line == {"keys_changed": True, "answers": 0, "days": 0}
        with running("minwon-survey", tmp_path, {}) as line, pytest.raises(HTTPError) as page:
            urlopen(f"{line['listening']}/s/none", timeout=10)
        with page.value:
            assert page.value.code == 404
            assert "한빛구" in page.value.read().decode()
    assert (tmp_path / "lib" / "minwon-survey-key" / "hold.key").exists()
    assert not (tmp_path / "lib" / "minwon-survey" / "hold.key").exists()


@contextmanager
def running(unit: str, root: Path, told: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """What the unit's program says first; it ends well when it is told to."""
    text = (DEPLOY / "systemd" / f"{unit}.service").read_text("utf-8").replace("/var/lib", str(root / "lib"))
    for name, value in told.items():
        text = text.replace(f"${{{name}}}", value)
    lines = [line.split("=", 1) for line in text.splitlines() if "=" in line and not line.startswith("#")]
    ((program, *arguments),) = [shlex.split(value) for name, value in lines if name == "ExecStart"]
    surroundings = dict(value.split("=", 1) for name, value in lines if name == "Environment")
    assert program == _PROGRAM
    if "--port" in arguments:
        arguments[arguments.index("--port") + 1] = "0"
    process = subprocess.Popen(
        [sys.executable, "-m", "app", *arguments],
        cwd=ROOT,
        env=environment({**surroundings, **told}),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.terminate()
        process.communicate(timeout=20)
    assert process.returncode == 0


def enter_reports(server: OfficeServer) -> None:
    server.psql("-f", str(server.shell / "reports.sql"), database=DATABASE)
    server.set_password(_REPORTS)


def _asked(statement: bytes, connection: DeadlineConnection) -> object:
    return connection.execute(statement).fetchall()


# --- the scripts ---


@pytest.mark.parametrize("script", sorted(DEPLOY.glob("*.sh")), ids=lambda path: path.name)
def test_a_script_is_one(script: Path) -> None:
    subprocess.run(["bash", "-n", script], check=True)
    assert os.access(script, os.X_OK)


def test_fourteen_backups_are_kept(server: OfficeServer) -> None:
    folder = server.shell / "backups"
    for day in range(1, 17):
        for end in ("dump", "roles.sql"):
            (folder / f"{DATABASE}-202001{day:02}T013000Z.{end}").touch()
    (folder / "something else.dump").touch()
    done = server.script("backup.sh", DATABASE, folder)
    assert done.returncode == 0, done.stderr
    for end in ("dump", "roles.sql"):
        kept = sorted(path.name for path in folder.glob(f"{DATABASE}-*.{end}"))
        assert len(kept) == 14
        assert kept[0] == f"{DATABASE}-20200104T013000Z.{end}"
    newest = Path(done.stdout.strip())
    assert newest.stat().st_mode & 0o077 == 0
    assert "CREATE ROLE minwon_admin" in newest.with_name(f"{newest.stem}.roles.sql").read_text("utf-8")
    assert (folder / "something else.dump").exists()
    assert [path for path in folder.iterdir() if path.name.startswith(".")] == []


def test_a_damaged_backup_and_one_that_breaks_off_leave_everything_as_it_is(server: OfficeServer) -> None:
    folder = server.shell / "backups"
    whole = Path(server.script("backup.sh", DATABASE, folder).stdout.strip())
    short = server.shell / "short.dump"
    short.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    short.chmod(0o644)
    known = "SELECT datname, datallowconn, datconnlimit FROM pg_database ORDER BY 1"
    before = server.psql("-c", known)
    assert server.script("restore.sh", short).returncode != 0
    # This one has no shared side in it, which shows only after the old database was put aside.
    failed = server.script("restore.sh", whole)
    assert failed.returncode != 0
    assert "Nothing was restored" in failed.stderr
    assert server.psql("-c", known) == before
    assert answered(server.address()) == (True,)


# --- the units ---


@pytest.mark.parametrize("unit", _UNITS, ids=lambda path: path.name)
def test_a_unit_is_one_and_may_do_little(unit: Path, tmp_path: Path) -> None:
    read = configparser.ConfigParser(strict=False, interpolation=None, delimiters=("=",))
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read_string(unit.read_text("utf-8"))
    if unit.suffix == ".service":
        service = read["Service"]
        assert service.get("DynamicUser") == "yes" or service["User"] == "postgres"
        assert service["ProtectSystem"] == "strict"
        assert (service["NoNewPrivileges"], service["CapabilityBoundingSet"]) == ("yes", "")
    else:
        assert (unit.parent / f"{unit.stem}.service").exists()
        assert read["Timer"]["Persistent"] == "yes"
    if verify := shutil.which("systemd-analyze"):
        for each in _UNITS:
            text = each.read_text("utf-8")
            for place, here in _PLACES.items():
                text = text.replace(place, here)
            (tmp_path / each.name).write_text(text, "utf-8")
        done = subprocess.run([verify, "verify", tmp_path / unit.name], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
