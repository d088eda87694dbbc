"""Two counters with twelve days behind them: what is needed to see which days a home keeps."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from psycopg import sql

from app import __version__
from app.bootstrap import Office, join_home, open_office
from app.config.paths import Home
from app.crypto.invites import invite_text, new_invite
from app.db.opening import open_database
from app.db.unit_of_work import Database
from app.domain.actors import Actor
from app.domain.languages import Language
from app.domain.period_figures import PeriodFigures
from app.domain.periods import Period, Span
from app.domain.sharing import Login, SharedAddress, SharedKind
from app.domain.slips import Paper, SlipState
from app.domain.visits import NewVisit
from app.sync.hubs import open_hub, open_owner
from app.sync.sharing import Sharing, SharingParts
from tests.support.offices import PASSWORD, SetClock, stored
from tests.support.postgres import Cluster, new_database

TODAY = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
"""Wednesday 2026-11-25, 10:00 in Seoul."""
DAYS = 12
HOLD = 5
OLD = date(2026, 11, 18)
"""A Wednesday that goes when five days are held."""


@dataclass
class TwoCounters:
    """Counter A with two visits a day for twelve days, B with one; both have exchanged everything."""

    a: Office
    b: Office
    clock: SetClock
    address: SharedAddress
    login: Login | None

    def who(self, office: Office, login: str) -> Actor:
        return office.accounts.sign_in(login, PASSWORD)

    def exchange(self) -> None:
        for office in (self.a, self.b, self.a, self.b):
            office.sharing.exchange()

    def hold(self, days: int) -> None:
        admin = self.who(self.a, "admin")
        self.a.offices.change(admin, hold_days=days)
        self.exchange()

    def agree(self) -> bool:
        """Whether both hold what they are to hold. Signing in leaves rows of the access log to be sent: not counted."""
        found = [office.sharing.compare() for office in (self.a, self.b)]
        return all(replace(one, audits_unsent=0).agree for one in found)

    def day(self, office: Office, day: date) -> PeriodFigures:
        return office.summaries.day(self.who(office, "supervisor1"), day)

    def figures(self, office: Office) -> list[PeriodFigures]:
        """Everything a supervisor looks at: the day, its week, its month, and all of the time."""
        supervisor = self.who(office, "supervisor1")
        periods = [Period.of(span, OLD) for span in (Span.DAY, Span.WEEK, Span.MONTH)]
        periods.append(Period.between(date(2026, 10, 20), date(2026, 11, 25)))
        return [office.summaries.period(supervisor, period) for period in periods]

    def invite(self) -> str:
        code = new_invite()
        with closing(open_owner(self.address, self.login)) as owner:
            owner.invite(code, datetime.now(UTC) + timedelta(hours=24))
        return invite_text(code)


@dataclass(frozen=True)
class Lived:
    """Homes and a shared side as they are after those days; closed, to be copied."""

    folder: Path
    address: SharedAddress
    login: Login | None


@pytest.fixture(scope="session", params=list(SharedKind))
def lived(request: pytest.FixtureRequest, home_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Lived:
    folder = tmp_path_factory.mktemp("lived")
    shared, login = SharedAddress(SharedKind.FILE, path=str(folder / "office.db")), None
    if request.param is SharedKind.POSTGRESQL:
        shared, login = new_database(request.getfixturevalue("postgres_cluster"))
    clock = SetClock(TODAY - timedelta(days=DAYS))
    shutil.copytree(home_template, folder / "a")
    with closing(open_office(Home(folder / "a"), clock)) as a:
        a.sharing.begin(a.accounts.sign_in("admin", PASSWORD), shared, login)
        a.sharing.exchange()
        both = TwoCounters(a, a, clock, shared, login)
        join_home(Home(folder / "b"), shared, both.invite(), "2층 창구", clock)
        with closing(open_office(Home(folder / "b"), clock)) as both.b:
            _live(both)
    return Lived(folder, shared, login)


@pytest.fixture
def two(lived: Lived, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[TwoCounters]:
    for name in ("a", "b"):
        shutil.copytree(lived.folder / name, tmp_path / name)
    if lived.address.kind is SharedKind.FILE:
        address = replace(lived.address, path=str(tmp_path / "office.db"))
        shutil.copyfile(lived.address.path, address.path)
        moved = (lived.address.path, address.path)
    else:
        address = copied_database(request.getfixturevalue("postgres_cluster"), lived.address)
        moved = (lived.address.database, address.database)
    clock = SetClock(TODAY)
    for name in ("a", "b"):
        stored(Home(tmp_path / name), "UPDATE shared_link SET address = replace(address, ?, ?)", moved)
    with (
        closing(open_office(Home(tmp_path / "a"), clock)) as a,
        closing(open_office(Home(tmp_path / "b"), clock)) as b,
    ):
        yield TwoCounters(a, b, clock, address, lived.login)


def copied_database(cluster: Cluster, address: SharedAddress) -> SharedAddress:
    """Everything in the database of `address` once more, in another one."""
    name = f"copy_{secrets.token_hex(4)}"
    with closing(cluster.connect()) as connection:
        made = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        connection.execute(made.format(sql.Identifier(name), sql.Identifier(address.database)))
        # Who may enter a database is not copied with it.
        allowed = (
            "SELECT r.rolname FROM pg_database d, aclexplode(d.datacl) a JOIN pg_roles r ON r.oid = a.grantee "
            "WHERE d.datname = %s AND a.privilege_type = 'CONNECT'"
        )
        for (role,) in connection.execute(allowed, [address.database]).fetchall():
            granted = sql.SQL("GRANT CONNECT ON DATABASE {} TO {}")
            connection.execute(granted.format(sql.Identifier(name), sql.Identifier(role)))
    return replace(address, database=name)


def _live(both: TwoCounters) -> None:
    """Twelve days, and whatever a day may bring; today nothing has happened yet."""
    at_a, at_b = both.who(both.a, "clerk1"), both.who(both.b, "clerk2")
    for _ in range(DAYS):
        first = both.a.visits.register(at_a, NewVisit("SEAL", note="메모", further_services=("MOVEIN",))).visit
        slip, _content = both.a.slips.issue(at_a, first.id, Paper.A5, Language.KO)
        both.a.slips.mark(at_a, slip.id, SlipState.HANDED)
        both.clock.pass_by(minutes=5)
        both.a.visits.register(at_a, NewVisit("PASSPORT"))
        own = both.b.visits.register(at_b, NewVisit("PASSPORT", note="B의 메모")).visit
        both.clock.pass_by(minutes=5)
        both.b.visits.finish(at_b, own.id)
        both.a.corrections.correct_services(at_a, first.id, ("PASSPORT", "SEAL"), "잘못 고름")
        for office in (both.a, both.b):
            office.sharing.exchange()
        both.clock.pass_by(hours=24, minutes=-10)
    both.a.day_end.sweep(at_a)
    both.b.day_end.sweep(at_b)
    both.exchange()


def visits_in(office: Office, day: date) -> list[str]:
    """The numbers in the tables."""
    rows = stored(office.home, "SELECT counter_code, seq FROM visit WHERE day = ? ORDER BY 1, 2", [day.isoformat()])
    return [f"{counter}-{seq}" for counter, seq in rows]


def at_a_share_that_is_gone(office: Office, clock: SetClock, tmp_path: Path) -> Sharing:
    """The office's sharing on a PC whose network is cut."""
    nowhere = SharedAddress(SharedKind.FILE, path=str(tmp_path / "unplugged" / "office.db"))
    database = Database(open_database(office.home.database), office.home.database)
    return Sharing(SharingParts(database, office.home, clock, __version__, open_hub=lambda *_: open_hub(nowhere, None)))


@pytest.fixture
def cut_off(tmp_path: Path) -> Iterator[Callable[[Office, SetClock], Sharing]]:
    opened: list[Sharing] = []

    def made(office: Office, clock: SetClock) -> Sharing:
        opened.append(at_a_share_that_is_gone(office, clock, tmp_path))
        return opened[-1]

    yield made
    for sharing in opened:
        sharing.close()
        sharing._database.close()
