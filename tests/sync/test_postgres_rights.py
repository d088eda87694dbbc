"""Who may do what on PostgreSQL: the whole list, and attempts to do more with each login."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import psycopg
import pytest

from app.crypto.invites import invite_login, new_invite
from app.domain.sharing import Cursor, Login, Standing
from app.domain.sharing_errors import HomeRemoved, SharedRightsMissing, SharedSideNotOurs, SharedSideRestored
from app.sync.postgres.postgres_hub import PostgresHub
from app.sync.postgres.postgres_owner import PostgresOwner
from tests.support.hubs import OFFICE, OFFICE_NAME, Counter, audit_row, record_key
from tests.support.postgres import Cluster, new_cluster, new_database
from tests.support.postgres_kit import PostgresKit

_PRIVILEGES = """
SELECT CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(x.grantee) END
    || ': ' || x.privilege_type || ' on ' || o.kind || ' ' || o.name
FROM (
    SELECT 'database' AS kind, 'office' AS name, coalesce(datacl, acldefault('d', datdba)) AS acl, datdba AS owner
    FROM pg_database WHERE datname = current_database()
    UNION ALL
    SELECT 'schema', nspname, coalesce(nspacl, acldefault('n', nspowner)), nspowner FROM pg_namespace
    WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
    UNION ALL
    SELECT CASE relkind WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view' ELSE 'table' END, nspname || '.' || relname,
        coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner)), relowner
    FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
    WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' AND relkind IN ('r', 'v', 'S', 'm', 'p', 'f')
    UNION ALL
    SELECT 'column', nspname || '.' || relname || '.' || attname, attacl, relowner
    FROM pg_attribute JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
    WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' AND attacl IS NOT NULL
    UNION ALL
    SELECT 'function', nspname || '.' || proname, coalesce(proacl, acldefault('f', proowner)), proowner
    FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
    WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
    UNION ALL
    SELECT 'type', nspname || '.' || typname, coalesce(typacl, acldefault('T', typowner)), typowner
    FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace JOIN pg_class c ON c.oid = typrelid
    WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' AND c.relkind = 'c'
) o, aclexplode(o.acl) x
WHERE x.grantee <> o.owner
"""
_ALL_PRIVILEGES = """\
COUNTER: CONNECT on database office
PUBLIC: USAGE on schema public
minwon_counter: EXECUTE on function minwon.blob_get
minwon_counter: EXECUTE on function minwon.blob_put
minwon_counter: EXECUTE on function minwon.epoch
minwon_counter: EXECUTE on function minwon.fetch
minwon_counter: EXECUTE on function minwon.find_words
minwon_counter: EXECUTE on function minwon.pull
minwon_counter: EXECUTE on function minwon.push
minwon_counter: EXECUTE on function minwon.put_words
minwon_counter: EXECUTE on function minwon.redeem
minwon_counter: EXECUTE on function minwon.renew
minwon_counter: USAGE on schema minwon
minwon_reporting: CONNECT on database office
minwon_reporting: EXECUTE on function minwon_report.as_int
minwon_reporting: EXECUTE on function minwon_report.as_moment
minwon_reporting: SELECT on view minwon_report.attachment
minwon_reporting: SELECT on view minwon_report.card
minwon_reporting: SELECT on view minwon_report.case_file
minwon_reporting: SELECT on view minwon_report.case_step
minwon_reporting: SELECT on view minwon_report.conflict
minwon_reporting: SELECT on view minwon_report.counter
minwon_reporting: SELECT on view minwon_report.department
minwon_reporting: SELECT on view minwon_report.guidance
minwon_reporting: SELECT on view minwon_report.improvement
minwon_reporting: SELECT on view minwon_report.improvement_review
minwon_reporting: SELECT on view minwon_report.incident
minwon_reporting: SELECT on view minwon_report.person
minwon_reporting: SELECT on view minwon_report.precedent
minwon_reporting: SELECT on view minwon_report.re_review
minwon_reporting: SELECT on view minwon_report.service
minwon_reporting: SELECT on view minwon_report.slip
minwon_reporting: SELECT on view minwon_report.survey_answer
minwon_reporting: SELECT on view minwon_report.survey_day
minwon_reporting: SELECT on view minwon_report.task
minwon_reporting: SELECT on view minwon_report.visit
minwon_reporting: SELECT on view minwon_report.visit_step
minwon_reporting: USAGE on schema minwon_report
minwon_survey: CONNECT on database office
minwon_survey: EXECUTE on function minwon.survey_cards
minwon_survey: EXECUTE on function minwon.survey_keys
minwon_survey: EXECUTE on function minwon.survey_publish
minwon_survey: EXECUTE on function minwon.survey_submit
minwon_survey: USAGE on schema minwon"""


@pytest.fixture
def kit(postgres_cluster: Cluster) -> Iterator[PostgresKit]:
    with closing(PostgresKit(postgres_cluster)) as kit:
        yield kit


@pytest.fixture
def counter(kit: PostgresKit) -> Counter:
    """A counter that has pushed a visit with a key and an audit row."""
    counter = kit.admitted()
    visit = counter.visit(1)
    counter.push(visit, keys=(record_key("visit", visit.row_id),), audits=(audit_row(1),))
    return counter


def refused(kit: PostgresKit, login: Login, *statements: str) -> None:
    """Each statement is refused for want of rights; nothing is said of how many rows there would be."""
    with closing(kit.cluster.connect(kit.address.database, login)) as connection:
        for statement in statements:
            with pytest.raises(psycopg.errors.InsufficientPrivilege, match=r"permission|must"):
                connection.execute(statement.encode())


def test_these_are_all_privileges_there_are(kit: PostgresKit, counter: Counter) -> None:
    assert counter.login is not None
    found = {row[0].replace(counter.login.user, "COUNTER") for row in kit.stored(_PRIVILEGES)}
    assert "\n".join(sorted(found)) == _ALL_PRIVILEGES


def test_these_are_all_roles_and_none_may_do_more_than_log_in(kit: PostgresKit, counter: Counter) -> None:
    assert counter.login is not None
    roles = kit.stored(
        "SELECT rolname, rolcanlogin, rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls "
        "FROM pg_roles WHERE rolname LIKE 'minwon\\_%%' AND rolname NOT SIMILAR TO 'minwon\\_(c|s)\\_%%' "
        "OR rolname = %s",
        (counter.login.user,),
    )
    groups = {"minwon_owner", "minwon_counter", "minwon_survey", "minwon_reporting"}
    made = {row for row in roles if "_survey_" not in row[0] and "_reporting_" not in row[0]}
    assert made == {(name, False, False) for name in groups} | {(counter.login.user, True, False)}
    memberships = kit.stored(
        "SELECT pg_get_userbyid(roleid) FROM pg_auth_members WHERE pg_get_userbyid(member) = %s", (counter.login.user,)
    )
    assert memberships == [("minwon_counter",)]


def test_everything_belongs_to_the_owner_and_rows_are_shut_even_to_it(kit: PostgresKit) -> None:
    owners = kit.stored(
        "SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace "
        "WHERE nspname LIKE 'minwon%' UNION SELECT DISTINCT pg_get_userbyid(proowner) FROM pg_proc "
        "JOIN pg_namespace n ON n.oid = pronamespace WHERE nspname LIKE 'minwon%'"
    )
    assert owners == [("minwon_owner",)]
    tables = kit.stored(
        "SELECT relname, relrowsecurity AND relforcerowsecurity, (SELECT array_agg(polroles::regrole[]::text) "
        "FROM pg_policy WHERE polrelid = c.oid) FROM pg_class c WHERE relkind = 'r' "
        "AND relnamespace = 'minwon'::regnamespace"
    )
    assert len(tables) == 13
    assert all(row[1:] == (True, ["{minwon_owner}"]) for row in tables)


def test_a_function_that_lends_rights_names_its_schemas(kit: PostgresKit) -> None:
    found = kit.stored(
        "SELECT proname, proconfig FROM pg_proc WHERE pronamespace = 'minwon'::regnamespace AND prosecdef"
    )
    assert len(found) == 15
    assert all("search_path=minwon, pg_temp" in settings for _, settings in found)


def test_a_counters_login_reaches_no_table_and_no_other_function(kit: PostgresKit, counter: Counter) -> None:
    assert counter.login is not None
    tables = [row[0] for row in kit.stored("SELECT relname FROM pg_class WHERE relkind IN ('r', 'S') "
                                           "AND relnamespace = 'minwon'::regnamespace")]  # fmt: skip
    assert len(tables) == 16
    refused(
        kit,
        counter.login,
        *(f"SELECT * FROM minwon.{table}" for table in tables),
        *(f"EXPLAIN SELECT count(*) FROM minwon.{table}" for table in tables),
        "UPDATE minwon.node SET departments = NULL",
        "UPDATE minwon.op SET result = 'applied'",
        "DELETE FROM minwon.audit",
        "TRUNCATE minwon.op",
        "INSERT INTO minwon.doc SELECT * FROM minwon.doc",
        "SELECT * FROM minwon_report.visit",
        "SELECT minwon.survey_submit('[]')",
        "SELECT minwon.survey_keys()",
        "SELECT minwon.survey_publish('2026-11-20', '{}')",
        "SELECT minwon.begin_anew()",
        "SELECT minwon.prune()",
        "SELECT minwon.forget_cases()",
        "SELECT * FROM minwon.take('system', '[]')",
        "SELECT minwon.take_own('system', '', 'person', 'admin', '{}')",
        "SELECT minwon.admit('h', 'Z', 'n', '', 'l')",
        "SELECT minwon.remove('h', '2026-11-20')",
        "SELECT minwon.withdraw('l')",
        "UPDATE minwon.invite SET departments = NULL",
        "SELECT minwon.enter_node('h', 'Z', 'n', '', 'l')",
        "SELECT minwon.current_epoch()",
        "SET ROLE minwon_owner",
        "SET ROLE minwon_survey",
        "SET SESSION AUTHORIZATION minwon_owner",
        "SET session_replication_role = replica",
        "CREATE TEMP TABLE t (i int)",
        "CREATE TABLE public.t (i int)",
        "CREATE TABLE minwon.t (i int)",
        "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'select 1'",
        "CREATE SCHEMA s",
        "CREATE ROLE r",
        f"ALTER ROLE {counter.login.user} CREATEROLE",
        f"ALTER ROLE {counter.login.user} CONNECTION LIMIT -1",
        "ALTER ROLE minwon_owner PASSWORD 'x'",
        "GRANT minwon_owner TO CURRENT_USER",
        "ALTER TABLE minwon.op DISABLE TRIGGER ALL",
        "DROP FUNCTION minwon.push",
        "COPY minwon.record_key TO STDOUT",
        "COPY (SELECT 1) TO PROGRAM 'true'",
        "SELECT pg_read_file('postgresql.conf')",
        "SELECT lo_create(0)",
        "SELECT lo_from_bytea(0, 'x')",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename <> current_user",
    )


def test_a_login_acts_for_its_own_home_only(kit: PostgresKit, counter: Counter) -> None:
    other = kit.joined("2번 창구")
    stolen = PostgresHub(kit.address, other.login)  # type: ignore[arg-type]
    with closing(stolen):
        before = kit.stored("SELECT * FROM node WHERE home = %s", (counter.home,))
        assert stolen.greet(counter.caller()).standing is Standing.UNKNOWN
        with pytest.raises(SharedSideRestored):
            stolen.push(counter.offer(counter.visit(99)))
        with pytest.raises(SharedSideRestored):
            stolen.pull(counter.home, counter.epoch, Cursor(), 10, date(2020, 1, 1))
        with pytest.raises(SharedSideRestored):
            stolen.put_part(counter.home, counter.epoch, "b", 0, b"x")
        with pytest.raises(SharedSideRestored):
            stolen.renew(counter.caller(), "new", b"k" * 32)
        assert kit.stored("SELECT * FROM node WHERE home = %s", (counter.home,)) == before


def test_an_invitation_not_used_yet_opens_nothing_else(kit: PostgresKit, counter: Counter) -> None:
    code = new_invite()
    kit.owner.invite(code, datetime.now(UTC) + timedelta(hours=24))
    with closing(PostgresHub(kit.address, invite_login(code))) as hub:
        assert hub.greet(counter.caller()).standing is Standing.UNKNOWN
        with pytest.raises(SharedSideRestored):
            hub.push(counter.offer(counter.visit(99)))
        with pytest.raises(SharedSideRestored):
            hub.pull(counter.home, counter.epoch, Cursor(), 10, date(2020, 1, 1))
    assert len(kit.stored("SELECT 1 FROM doc WHERE entity = 'visit'")) == 1


def test_the_login_of_a_withdrawn_invitation_is_closed(kit: PostgresKit, counter: Counter) -> None:
    code = new_invite()
    login = invite_login(code)
    name = kit.owner.invite(code, datetime.now(UTC) + timedelta(hours=24))
    assert name == login.user
    kit.owner.withdraw(name)
    assert kit.stored("SELECT rolcanlogin FROM pg_roles WHERE rolname = %s", (name,)) == [(False,)]
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        kit.cluster.connect(kit.address.database, login)
    # The row goes with its login a month after its time, as that of any code nobody used.
    kit.stored("UPDATE invite SET until = now() - interval '31 days' WHERE login = %s", (name,))
    kit.owner.invite(new_invite(), datetime.now(UTC) + timedelta(hours=24))
    assert kit.stored("SELECT FROM pg_roles WHERE rolname = %s", (name,)) == []


def test_the_survey_servers_login_reads_nothing_back(kit: PostgresKit, counter: Counter) -> None:
    refused(
        kit,
        kit.made_login("minwon_survey"),
        "SELECT * FROM minwon.survey_answer",
        "DELETE FROM minwon.survey_answer",
        "SELECT * FROM minwon_report.survey_answer",
        "SELECT * FROM minwon.doc",
        "SELECT * FROM minwon.epoch('h', '', 0, '', 1, 'x', '', now(), 0, 0)",
        "SELECT * FROM minwon.pull('h', '', 0, 0, 10, '2020-01-01', 0)",
        "SELECT minwon.redeem('h', 'n', '')",
        "CREATE TEMP TABLE t (i int)",
        "SET ROLE minwon_counter",
    )


def test_reporting_tools_read_views_and_nothing_else(kit: PostgresKit, counter: Counter) -> None:
    login = kit.made_login("minwon_reporting")
    refused(
        kit,
        login,
        "SELECT * FROM minwon.doc",
        "SELECT * FROM minwon.record_key",
        "SELECT * FROM minwon.op",
        "DELETE FROM minwon_report.visit",
        "UPDATE minwon_report.visit SET id = 'x'",
        "SELECT minwon.survey_keys()",
        "CREATE VIEW minwon_report.v AS SELECT 1",
        "CREATE TEMP TABLE t (i int)",
    )


@pytest.mark.parametrize("table", ["op", "audit", "access_log"])
def test_the_ledger_and_the_logs_are_rewritten_by_nobody(kit: PostgresKit, counter: Counter, table: str) -> None:
    with closing(kit.cluster.connect(kit.address.database)) as connection:
        for role in ("minwon_owner", kit.login.user):
            connection.execute(f"SET ROLE {role}".encode())
            for statement in (f"DELETE FROM minwon.{table}", f"TRUNCATE minwon.{table}",
                              f"UPDATE minwon.{table} SET home = home"):  # fmt: skip
                with pytest.raises(psycopg.DatabaseError) as raised:
                    connection.execute(statement.encode())
                assert raised.value.sqlstate == "MW010"


def test_an_administrator_who_is_no_superuser_can_do_all_of_it() -> None:
    plain = Login("head_of_office", "its own password")
    with new_cluster() as cluster:
        address, _ = new_database(cluster)
        with closing(cluster.connect()) as connection:
            connection.execute(f"CREATE ROLE {plain.user} LOGIN CREATEROLE PASSWORD '{plain.password}'".encode())
            connection.execute(f"GRANT CREATE, CONNECT ON DATABASE {address.database} TO {plain.user}".encode())
        with closing(PostgresOwner(address, plain)) as owner:
            owner.prepare(OFFICE, OFFICE_NAME)
            owner.prepare(OFFICE, OFFICE_NAME)
            assert owner.office() == (OFFICE, OFFICE_NAME)
            login = owner.admit("home", "A", "1번 창구", b"k" * 32)
            owner.withdraw(owner.invite(new_invite(), datetime.now(UTC) + timedelta(hours=24)))
            owner.invite(new_invite(), datetime.now(UTC) + timedelta(hours=24))
            with closing(PostgresHub(address, login)) as hub:
                counter = Counter("home", hub, login, "A", b"k" * 32)
                assert counter.greet().key_accepted
                assert counter.do(counter.visit(1)).version == 1
                owner.remove("home", date(2026, 12, 1))
                # It may not cut another login's session, but that is told so with every call.
                assert counter.greet().standing is Standing.REMOVED
                with pytest.raises(HomeRemoved):
                    counter.push(counter.visit(2))
            with closing(PostgresHub(address, login)) as hub, pytest.raises(HomeRemoved):
                hub.greet(counter.caller())
            assert [state.home for state in owner.counters()] == ["", "home"]


def test_a_login_without_rights_prepares_nothing(postgres_cluster: Cluster, kit: PostgresKit) -> None:
    address, _ = new_database(postgres_cluster)
    with closing(PostgresOwner(address, kit.made_login("minwon_reporting"))) as owner:
        with pytest.raises(SharedRightsMissing):
            owner.prepare(OFFICE, OFFICE_NAME)
        with pytest.raises(SharedSideNotOurs):
            owner.office()
    with closing(postgres_cluster.connect(address.database)) as connection:
        assert connection.execute("SELECT to_regnamespace('minwon')").fetchone() == (None,)


def test_preparing_a_copy_of_a_database_lets_its_counters_in_again(kit: PostgresKit, counter: Counter) -> None:
    """Who may enter a database is neither in a dump nor in a copy of it."""
    assert counter.login is not None
    counter.hub.close()
    kit.owner.close()
    copy = f"{kit.address.database}_copy"
    with closing(kit.cluster.connect()) as connection:
        connection.execute(f"CREATE DATABASE {copy} TEMPLATE {kit.address.database}".encode())
    address = replace(kit.address, database=copy)
    with closing(PostgresOwner(address, kit.login)) as owner, closing(PostgresHub(address, counter.login)) as hub:
        owner.prepare(OFFICE, OFFICE_NAME)
        assert hub.greet(counter.caller()).standing is Standing.IN_STEP
