"""What can go wrong with a PostgreSQL server, each as its own error, and that nothing acknowledged is lost by it."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from app.domain.errors import AppError
from app.domain.sharing import Login, SharedAddress
from app.domain.sharing_errors import (
    HomeRemoved,
    SharedDatabaseMissing,
    SharedLoginRefused,
    SharedSideBusy,
    SharedSideDamaged,
    SharedSideFull,
    SharedSideNewer,
    SharedSideNotOurs,
    SharedSideOfAnotherOffice,
    SharedSideReadOnly,
    SharedSideSilent,
    SharedSideUnreachable,
)
from app.sync.postgres import connection as connecting
from app.sync.postgres.postgres_hub import PostgresHub
from app.sync.postgres.postgres_owner import PostgresOwner
from app.sync.postgres.translation import UnexpectedAnswer
from tests.support.hubs import DAY, OFFICE, OFFICE_NAME, Counter, audit_row
from tests.support.postgres import HOST, Cluster, new_cluster, new_database
from tests.support.postgres_kit import PostgresKit
from tests.support.silent_proxy import SilentProxy

SHORT = 1.0
"""Seconds an answer may take where a test waits for it in vain."""


@pytest.fixture
def kit(postgres_cluster: Cluster) -> Iterator[PostgresKit]:
    with closing(PostgresKit(postgres_cluster)) as kit:
        yield kit


@pytest.fixture
def counter(kit: PostgresKit) -> Counter:
    return kit.admitted()


def test_a_killed_server_comes_back_with_all_it_acknowledged() -> None:
    with new_cluster() as cluster, closing(PostgresKit(cluster)) as kit:
        counter = kit.admitted()
        first, second = counter.visit(1), counter.visit(2)
        counter.push(first)
        cluster.kill()
        push = counter.offer(second)
        with pytest.raises(SharedSideUnreachable):
            counter.send(push)
        with pytest.raises(SharedSideUnreachable):
            counter.greet()
        cluster.start()
        assert counter.send(push)[0].version == 1
        assert counter.names("visit") == {first.row_id, second.row_id}


def test_a_connection_cut_while_nobody_spoke_is_made_again(kit: PostgresKit, counter: Counter) -> None:
    assert counter.login is not None
    kit.stored("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", (counter.login.user,))
    assert counter.do(counter.visit(1)).version == 1


def test_a_server_that_falls_silent_is_given_up(kit: PostgresKit, counter: Counter) -> None:
    with SilentProxy(kit.cluster.port) as proxy, closing(hub_through(proxy, counter, kit)) as hub:
        counter.hub = hub
        counter.greet()
        proxy.talking.clear()
        push = counter.offer(counter.visit(1), audits=(audit_row(1),))
        begun = time.monotonic()
        with pytest.raises(SharedSideSilent):
            counter.send(push)
        assert SHORT <= time.monotonic() - begun < SHORT + 2
        proxy.talking.set()
        assert [outcome.version for outcome in counter.send(push)] == [1]
    assert kit.stored("SELECT count(*) FROM op WHERE home = %s", (counter.home,)) == [(1,)]


def test_a_server_that_takes_connections_and_says_nothing(
    kit: PostgresKit, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "CONNECT_SECONDS", 2)
    with SilentProxy(kit.cluster.port) as proxy, closing(hub_through(proxy, counter, kit)) as hub:
        proxy.talking.clear()
        begun = time.monotonic()
        with pytest.raises(SharedSideSilent):
            hub.greet(counter.caller())
        assert time.monotonic() - begun < 4


def test_a_lost_answer_is_given_again(kit: PostgresKit, counter: Counter) -> None:
    """The push has arrived; its answer has not."""
    with SilentProxy(kit.cluster.port) as proxy, closing(hub_through(proxy, counter, kit)) as hub:
        counter.hub = hub
        counter.greet()
        push = counter.offer(counter.visit(1))
        with closing(kit.cluster.connect(kit.address.database)) as blocker:
            blocker.autocommit = False
            blocker.execute("LOCK TABLE minwon.doc IN EXCLUSIVE MODE")
            proxy.talking.set()
            with pytest.raises((SharedSideSilent, SharedSideBusy)):
                counter.send(push)
        proxy.cut()
        assert counter.send(push)[0].version == 1
        assert counter.send(push)[0].version == 1


def test_nobody_listens(kit: PostgresKit, counter: Counter) -> None:
    with SilentProxy(kit.cluster.port) as proxy:
        address = replace(kit.address, port=proxy.port)
    failing(address, counter, SharedSideUnreachable)


def test_no_such_host(kit: PostgresKit, counter: Counter) -> None:
    failing(replace(kit.address, host="db.invalid"), counter, SharedSideUnreachable)


def test_a_wrong_password(kit: PostgresKit, counter: Counter) -> None:
    assert counter.login is not None
    error = failing(kit.address, replace(counter, login=Login(counter.login.user, "secret")), SharedLoginRefused)
    assert repr(error) == repr(SharedLoginRefused(counter.login.user))


def test_a_password_changed_over_there(kit: PostgresKit, counter: Counter) -> None:
    assert counter.login is not None
    counter.hub.close()
    kit.stored(f"ALTER ROLE {counter.login.user} PASSWORD 'another'")
    failing(kit.address, counter, SharedLoginRefused)


def test_a_missing_database(kit: PostgresKit, counter: Counter) -> None:
    failing(replace(kit.address, database="nowhere"), counter, SharedDatabaseMissing)


def test_a_removed_counter_is_told_so(kit: PostgresKit, counter: Counter) -> None:
    kit.owner.remove(counter.home, DAY)
    failing(kit.address, counter, HomeRemoved)


def test_an_empty_database_is_not_ours(kit: PostgresKit) -> None:
    address, login = new_database(kit.cluster)
    with closing(PostgresOwner(address, login)) as owner:
        assert owner.is_empty()
        for call in (owner.office, owner.counters, owner.begin_anew):
            with pytest.raises(SharedSideNotOurs):
                call()
    with closing(PostgresHub(address, login)) as hub, pytest.raises(SharedSideNotOurs):
        hub.get_part("home", "epoch", "blob", 0)


@pytest.mark.parametrize(
    "other",
    [
        "CREATE TABLE public.invoice (id int)",
        "CREATE SCHEMA minwon",
        "CREATE SCHEMA minwon; CREATE TABLE minwon.meta (id int)",
    ],
)
def test_another_applications_database_is_left_alone(kit: PostgresKit, other: str) -> None:
    address, login = new_database(kit.cluster)
    with closing(kit.cluster.connect(address.database)) as connection:
        connection.execute(other.encode())
        with closing(PostgresOwner(address, login)) as owner:
            assert not owner.is_empty()
            with pytest.raises(SharedSideNotOurs):
                owner.prepare(OFFICE, OFFICE_NAME)
        found = connection.execute("SELECT count(*) FROM pg_class WHERE relname IN ('op', 'doc', 'node')").fetchone()
        assert found == (0,)


def test_another_offices_shared_side_is_left_alone(kit: PostgresKit) -> None:
    before = kit.stored("SELECT * FROM meta")
    with closing(PostgresOwner(kit.address, kit.login)) as owner, pytest.raises(SharedSideOfAnotherOffice) as raised:
        owner.prepare("0193d0c4-0000-7000-8000-00000000ffff", "다른구")
    assert raised.value.office == OFFICE_NAME
    assert kit.stored("SELECT * FROM meta") == before


@pytest.mark.parametrize("column", ["protocol", "schema_version"])
def test_a_shared_side_of_a_newer_program(kit: PostgresKit, counter: Counter, column: str) -> None:
    kit.stored(f"UPDATE meta SET {column} = 7")
    for call in (kit.owner.office, lambda: kit.owner.prepare(OFFICE, OFFICE_NAME)):
        with pytest.raises(SharedSideNewer) as raised:
            call()
        assert (raised.value.found, raised.value.known) == (7, 1)
    if column == "protocol":
        with pytest.raises(SharedSideNewer):
            counter.greet()


def test_a_server_that_only_reads(kit: PostgresKit, counter: Counter) -> None:
    counter.hub.close()
    kit.stored(f"ALTER DATABASE {kit.address.database} SET default_transaction_read_only = on")
    with pytest.raises(SharedSideReadOnly):
        counter.push(counter.visit(1))


def test_locked_by_somebody_else_for_too_long(kit: PostgresKit, counter: Counter) -> None:
    assert counter.login is not None
    push = counter.offer(counter.visit(1))
    with closing(PostgresHub(kit.address, counter.login, SHORT)) as hub:
        with closing(kit.cluster.connect(kit.address.database)) as other:
            other.autocommit = False
            other.execute("LOCK TABLE minwon.doc")
            with pytest.raises(SharedSideBusy):
                hub.push(push)
        assert hub.push(push)[0].version == 1


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("53100", SharedSideFull),
        ("40P01", SharedSideBusy),
        ("40001", SharedSideBusy),
        ("57P01", SharedSideUnreachable),
        ("58030", SharedSideDamaged),
        ("XX001", SharedSideDamaged),
        ("23505", UnexpectedAnswer),
    ],
)
def test_what_the_server_says_has_a_name_and_quotes_nothing(
    kit: PostgresKit, counter: Counter, code: str, error: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    """The server's own sentence may quote a row; it goes nowhere."""
    caplog.set_level(logging.DEBUG)
    kit.stored(
        "CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION 'quotes 홍길동' USING errcode = '{code}', detail = '홍길동'; END $$"
    )
    kit.stored("GRANT EXECUTE ON FUNCTION fails() TO PUBLIC")
    kit.stored("CREATE TRIGGER fails BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION fails()")
    push = counter.offer(counter.visit(1), audits=(audit_row(1),))
    with pytest.raises(error) as raised:
        counter.send(push)
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__
    assert "홍길동" not in f"{raised.value!r} {raised.value}" + caplog.text
    kit.stored("DROP TRIGGER fails ON audit")
    assert counter.send(push)[0].version == 1, "nothing of the failed push had been taken"


def hub_through(proxy: SilentProxy, counter: Counter, kit: PostgresKit) -> PostgresHub:
    assert counter.login is not None
    address = SharedAddress(kit.address.kind, host=HOST, port=proxy.port, database=kit.address.database)
    return PostgresHub(address, counter.login, SHORT)


def failing(address: SharedAddress, counter: Counter, error: type[AppError]) -> AppError:
    assert counter.login is not None
    with closing(PostgresHub(address, counter.login)) as hub, pytest.raises(error) as raised:
        hub.greet(counter.caller())
    assert counter.login.password not in repr(raised.value)
    return raised.value
