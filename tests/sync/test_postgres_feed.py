"""The feed of PostgreSQL under transactions that overlap: two real connections, and nothing left to chance."""

from __future__ import annotations

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

import psycopg
import pytest

from app.domain.sharing import Cursor, Standing
from app.sync.postgres.postgres_hub import PostgresHub
from app.sync.postgres.postgres_owner import PostgresOwner
from tests.support.hubs import LONG_AGO, OFFICE, OFFICE_NAME, Counter, new_id, record_key
from tests.support.postgres import Cluster, new_cluster, new_database
from tests.support.postgres_kit import PostgresKit

Session = psycopg.Connection[tuple[Any, ...]]


@pytest.fixture
def kit(postgres_cluster: Cluster) -> Iterator[PostgresKit]:
    with closing(PostgresKit(postgres_cluster)) as kit:
        yield kit


@pytest.fixture
def reader(kit: PostgresKit) -> Counter:
    """A counter that has read all there was."""
    reader = kit.admitted()
    reader.catch_up()
    return reader


@pytest.fixture
def sessions(kit: PostgresKit) -> Iterator[tuple[Session, Session]]:
    """Two connections for transactions of the test's own."""
    database = kit.address.database
    with closing(kit.cluster.connect(database)) as one, closing(kit.cluster.connect(database)) as other:
        one.autocommit = other.autocommit = False
        yield one, other


def write(session: Session, row_id: str) -> None:
    """A document, as a push writes it; the feed's entry is written by the trigger."""
    session.execute(
        "INSERT INTO minwon.doc (entity, row_id, version, place, home, made_by, made_at, fields) "
        "VALUES ('person', %s, 1, nextval('minwon.place'), 'elsewhere', '', now(), '{}')",
        (row_id,),
    )


def people(reader: Counter, limit: int = 200) -> list[str]:
    """The rows of `person` that have come since, in their order."""
    before = len(reader.came)
    reader.catch_up(limit)
    return [row_id for entity, row_id in reader.came[before:] if entity == "person"]


def test_who_comes_first_and_commits_last_is_not_missed(reader: Counter, sessions: tuple[Session, Session]) -> None:
    slow, quick = sessions
    write(slow, "slow")
    write(quick, "quick")
    quick.commit()
    assert people(reader) == []
    slow.commit()
    assert people(reader) == ["slow", "quick"]


def test_a_later_number_in_an_older_transaction_is_not_missed(
    reader: Counter, sessions: tuple[Session, Session]
) -> None:
    old, young = sessions
    old.execute("SELECT pg_current_xact_id()")
    write(young, "young")
    write(old, "old")
    old.commit()
    assert people(reader) == ["old"]
    young.commit()
    assert people(reader) == ["young"]


def test_an_older_number_in_a_later_transaction_is_not_missed(
    kit: PostgresKit, reader: Counter, sessions: tuple[Session, Session]
) -> None:
    old, young = sessions
    old.execute("SELECT pg_current_xact_id()")
    write(young, "young")
    young.commit()
    assert people(reader) == []
    write(old, "old")
    old.commit()
    assert people(reader) == ["old", "young"]
    entries = kit.stored("SELECT row_id FROM feed WHERE entity = 'person' ORDER BY seq")
    assert entries == [("young",), ("old",)], "the numbers were drawn in the other order, or this test shows nothing"


def test_a_transaction_larger_than_a_page_comes_whole(reader: Counter, sessions: tuple[Session, Session]) -> None:
    session, other = sessions
    names = [f"person-{n:02d}" for n in range(25)]
    for name in names:
        write(session, name)
    session.commit()
    write(other, "behind")
    other.commit()
    assert people(reader, limit=10) == [*names, "behind"]


def test_what_was_rolled_back_holds_nobody_up(reader: Counter, sessions: tuple[Session, Session]) -> None:
    undone, done = sessions
    write(undone, "undone")
    write(done, "done")
    done.commit()
    undone.rollback()
    assert people(reader) == ["done"]


def test_a_long_transaction_in_another_database_only_delays(kit: PostgresKit, reader: Counter) -> None:
    with closing(kit.cluster.connect("postgres")) as foreign:
        foreign.autocommit = False
        foreign.execute("SELECT pg_current_xact_id()")
        outcome = reader.do(reader.create("person", "clerk1", {"role": "clerk"}))
        assert outcome.version == 1
        assert people(reader) == []
        foreign.rollback()
    assert people(reader) == ["clerk1"]


def test_a_long_reader_delays_nothing(kit: PostgresKit, reader: Counter) -> None:
    with closing(kit.cluster.connect(kit.address.database)) as backup:
        backup.autocommit = False
        backup.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        backup.execute("SELECT count(*) FROM minwon.doc")
        reader.do(reader.create("person", "clerk1", {"role": "clerk"}))
        assert people(reader) == ["clerk1"]


def test_a_page_ends_where_it_says(reader: Counter, sessions: tuple[Session, Session]) -> None:
    session, _ = sessions
    for n in range(4):
        write(session, f"person-{n}")
    session.commit()
    pages = [reader.pull(2) for _ in range(3)]
    assert [(len(page.documents), page.more) for page in pages] == [(2, True), (2, False), (0, False)]
    assert pages[1].cursor == pages[2].cursor


def test_many_entries_of_others_are_passed_by(kit: PostgresKit, reader: Counter) -> None:
    """More than one call looks at: the cursor moves on although nothing is given."""
    kit.stored(
        "INSERT INTO doc (entity, row_id, version, place, home, made_by, made_at, fields, day, holder) "
        "SELECT 'visit', 'v' || n, 1, nextval('place'), 'other', '', now(), '{}', '2020-01-01', 'other' "
        "FROM generate_series(1, 45000) n"
    )
    reader.do(reader.create("person", "clerk1", {"role": "clerk"}))
    hold_from = LONG_AGO.replace(year=2026)
    pages = [reader.pull(200, hold_from) for _ in range(3)]
    assert [len(page.documents) for page in pages] == [0, 0, 1]
    assert [page.more for page in pages] == [True, True, False]


def test_pruning_takes_nothing_a_counter_needs(kit: PostgresKit, reader: Counter) -> None:
    kit_b = kit.joined("2번 창구")
    kit.limit_departments(kit_b.home, ["D002"])
    visits = [reader.visit(seq) for seq in range(1, 6)]
    reader.push(*visits, *(reader.step(visit.row_id) for visit in visits))
    for visit in visits:
        for version in range(1, 5):
            reader.do(reader.edit("visit", visit.row_id, {"status": f"{version}"}, seen=version))
    reader.do(reader.edit("visit", visits[0].row_id, {"department_code": "D002"}, seen=5))
    reader.do(reader.edit("visit", visits[0].row_id, {"status": "done"}, seen=6))
    before = kit.stored("SELECT count(*) FROM feed")
    pruned = PostgresOwner(kit.address, kit.login)
    with closing(pruned):
        assert pruned.prune() > 0
        assert pruned.prune() == 0
    assert kit.stored("SELECT count(*) FROM feed") < before
    newcomer = kit.joined("3번 창구")
    assert len(newcomer.names("visit", limit=3)) == 5
    for counter in (newcomer, kit_b):
        counter.catch_up(limit=1)
        seen: set[str] = set()
        for entity, row_id in counter.came:
            parent = counter.replica[(entity, row_id)].fields.get("visit_id")
            assert parent is None or parent in seen
            seen.add(row_id)
    assert newcomer.replica[("visit", visits[0].row_id)].version == 7
    assert kit_b.names("visit") == {visits[0].row_id}
    assert len(kit_b.names("visit_step")) == 1


def test_a_backup_brought_to_another_server_is_read_whole(postgres_cluster: Cluster, kit: PostgresKit) -> None:
    counter = kit.admitted()
    with closing(kit.cluster.connect(kit.address.database)) as session:
        for _ in range(3000):
            session.execute("SELECT pg_current_xact_id()")
    counter.push(*(counter.visit(seq) for seq in range(1, 8)))
    counter.catch_up()
    dump = postgres_cluster.run("pg_dump", "--no-privileges", kit.address.database).stdout
    roles = kit.stored("SELECT rolname FROM pg_roles WHERE rolname LIKE 'minwon\\_%'")
    with new_cluster() as fresh:
        address, admin = new_database(fresh)
        with closing(fresh.connect()) as connection:
            for (role,) in roles:
                connection.execute(f"CREATE ROLE {role} NOLOGIN".encode())
            for (role,) in roles:
                if role.startswith("minwon_c_"):
                    connection.execute(f"DROP ROLE {role}".encode())
        fresh.run("psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", address.database, input=dump)
        with closing(PostgresOwner(address, admin)) as owner:
            owner.prepare(OFFICE, OFFICE_NAME)
            login = owner.admit(counter.home, "A", "1번 창구", counter.public_key)
        with closing(PostgresHub(address, login)) as hub:
            counter.hub = hub
            known = counter.epoch
            with closing(fresh.connect(address.database)) as connection:
                ahead = "SELECT count(*) FROM minwon.feed WHERE xid > pg_current_xact_id()"
                assert connection.execute(ahead).fetchone() != (0,), "the backup is not ahead; this test shows nothing"
            assert counter.greet().standing is Standing.RESTORED
            assert counter.epoch != known
            counter.came.clear()
            assert len(people_of_feed(counter, "visit")) == 7
            counter.do(counter.visit(8))
            assert len(people_of_feed(counter, "visit")) == 1
            assert counter.greet().standing is Standing.IN_STEP


def people_of_feed(counter: Counter, entity: str) -> list[str]:
    """Rows of that entity that have come since the last call."""
    before = len(counter.came)
    counter.catch_up()
    return [row_id for found, row_id in counter.came[before:] if found == entity]


def test_beginning_anew_leaves_nothing_out(kit: PostgresKit, reader: Counter) -> None:
    reader.push(*(reader.visit(seq) for seq in range(1, 4)))
    reader.catch_up()
    before = reader.epoch
    kit.owner.begin_anew()
    assert reader.greet().standing is Standing.RESTORED
    assert reader.epoch != before
    assert reader.cursor == Cursor()
    assert len(people_of_feed(reader, "visit")) == 3


def test_pushers_of_the_same_records_do_not_lock_each_other_out(kit: PostgresKit, reader: Counter) -> None:
    """Departments changed (their steps follow), slips changed, new steps, erasures, all at once and in any order."""
    others = [kit.joined(f"{n}번 창구") for n in range(2, 5)]
    visits = [reader.visit(seq) for seq in range(1, 9)]
    slips = [reader.create("slip", new_id(), {"visit_id": visit.row_id, "state": "waiting"}) for visit in visits]
    reader.push(*visits, *slips)

    def work(counter: Counter, seed: int) -> int:
        chance = random.Random(seed)
        results = 0
        for turn in range(12):
            operations = []
            for visit, slip in zip(visits, slips, strict=True):
                department = f"D{chance.randrange(4):03d}"
                operations.append(counter.edit("visit", visit.row_id, {"department_code": department}, seen=10**6))
                operations.append(counter.edit("slip", slip.row_id, {"state": f"{seed}-{turn}"}, seen=10**6))
                operations.append(counter.step(visit.row_id))
            if turn % 4 == 0:
                operations.append(counter.erase("visit", chance.choice(visits).row_id))
            chance.shuffle(operations)
            keys = [record_key("visit", visit.row_id) for visit in visits]
            results += len(counter.push(*operations, keys=tuple(keys)))
        return results

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(work, [reader, *others], range(4)))
    assert done == [12 * 24 + 3] * 4
    stale = kit.stored(
        "SELECT count(*) FROM doc c JOIN doc v ON v.row_id = c.parent "
        "WHERE c.department IS DISTINCT FROM v.fields ->> 'department_code'"
    )
    assert stale == [(0,)], "what belongs to a visit is where the visit is"
    assert (
        kit.stored("SELECT count(*) FROM op GROUP BY entity, row_id, version HAVING count(*) > 1 AND version > 1") == []
    )
    locked_out = kit.stored("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
    assert locked_out == [(0,)]
