"""What an office's own reporting tools read, and what the survey server gives and gets."""

from __future__ import annotations

import json
import secrets
import uuid
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import psycopg
import pytest

from app.crypto.signing import key_id
from app.domain.shared_survey import SurveyAnswer, SurveyKey
from app.sync.postgres.postgres_survey import PostgresSurvey
from tests.support.hubs import DAY, OFFICE_NAME, Counter, locked, new_id, record_key
from tests.support.postgres import Cluster
from tests.support.postgres_kit import PostgresKit

ROOT = Path(__file__).resolve().parents[2]
_VIEWS = ["attachment", "card", "case_file", "case_step", "conflict", "counter", "department", "guidance"]
_VIEWS += ["improvement", "improvement_review", "incident", "person", "precedent", "re_review", "service", "slip"]
_VIEWS += ["survey_answer", "survey_day", "task", "visit", "visit_step"]
_SECRET = "AAAAlocked-text-of-somebody"


@pytest.fixture
def kit(postgres_cluster: Cluster) -> Iterator[PostgresKit]:
    with closing(PostgresKit(postgres_cluster)) as kit:
        yield kit


@pytest.fixture
def counter(kit: PostgresKit) -> Counter:
    return kit.admitted()


@pytest.fixture
def survey(kit: PostgresKit) -> Iterator[PostgresSurvey]:
    with closing(PostgresSurvey(kit.address, kit.made_login("minwon_survey"))) as survey:
        yield survey


def reported(kit: PostgresKit, statement: str) -> list[tuple[Any, ...]]:
    """As a reporting tool reads it."""
    login = kit.made_login("minwon_reporting")
    with closing(kit.cluster.connect(kit.address.database, login)) as connection:
        connection.execute("SET search_path = minwon_report")
        connection.execute("SET timezone = 'UTC'")
        return connection.execute(statement.encode()).fetchall()


def test_a_visit_reads_as_it_was_entered(kit: PostgresKit, counter: Counter) -> None:
    visit = counter.visit(
        37,
        visitor_kind="self",
        registered_by="clerk1",
        registered_at="2026-11-20T01:00:00+00:00",
        now_at="A",
        slip_withheld=False,
        further_services=["S002", "S003"],
        note=locked(_SECRET),
    )
    step = counter.create(
        "visit_step",
        new_id(),
        {"visit_id": visit.row_id, "kind": "registered", "at": "2026-11-20T01:00:00+00:00", "by": "clerk1",
         "counter_code": "A", "automatic": False, "trusted": True, "to_counter": None},
    )  # fmt: skip
    slip = counter.create(
        "slip",
        new_id(),
        {"visit_id": visit.row_id, "paper": "80mm", "language": "ko", "reissue": False, "state": "waiting",
         "printed_at": "2026-11-20T01:00:05+00:00", "department_code": "D001"},
    )  # fmt: skip
    counter.push(visit, step, slip, keys=(record_key("visit", visit.row_id),))
    columns = "id, number, day, further_services, department_code, registered_at::text, slip_withheld, note, erased"
    assert reported(kit, f"SELECT {columns} FROM visit") == [
        (visit.row_id, "A-037", DAY, ["S002", "S003"], "D001", "2026-11-20 01:00:00+00", False, None, False)
    ]
    assert reported(kit, "SELECT visit_id, kind, at::text, automatic, trusted, to_counter FROM visit_step") == [
        (visit.row_id, "registered", "2026-11-20 01:00:00+00", False, True, None)
    ]
    assert reported(kit, "SELECT visit_id, paper, language, state, day FROM slip") == [
        (visit.row_id, "80mm", "ko", "waiting", DAY)
    ]


def test_the_directory_reads_as_it_was_entered(kit: PostgresKit, counter: Counter) -> None:
    counter.push(
        counter.create("department", "D001", {"number": 1, "name": "민원과", "bureau": "행정국", "location": "1층",
                                              "phone": "02-000-4101", "phones": ["02-000-4101"]}),
        counter.create("service", "S001", {"name": "여권", "department_code": "D001", "area": "증명", "area_number": 3,
                                           "key": 1, "keywords": "", "position": 0, "retired_at": None}),
        counter.create("person", "clerk1", {"role": "clerk", "name": locked(_SECRET), "password_hash": _SECRET}),
    )  # fmt: skip
    assert reported(kit, "SELECT code, number, name FROM department") == [("D001", 1, "민원과")]
    assert reported(kit, "SELECT code, name, area_number, retired_at FROM service") == [("S001", "여권", 3, None)]
    assert reported(kit, "SELECT code, name FROM counter") == [("A", "1번 창구")]
    assert reported(kit, "SELECT * FROM person") == [("clerk1", None, "clerk", None)]


def test_nothing_locked_and_no_hash_stands_in_any_view(kit: PostgresKit, counter: Counter) -> None:
    visit = counter.visit(1, note=locked(_SECRET), queue_number=locked(_SECRET))
    person = counter.create("person", "clerk1", {"role": "clerk", "name": locked(_SECRET), "password_hash": _SECRET})
    counter.push(visit, person)
    other = kit.joined("2번 창구")
    other.catch_up()
    counter.push(counter.edit("visit", visit.row_id, {"note": locked(_SECRET + "1")}, seen=1))
    other.push(other.edit("visit", visit.row_id, {"note": locked(_SECRET + "2")}, seen=1))
    assert reported(kit, "SELECT field FROM conflict") == [("note",)]
    for view in _VIEWS:
        assert _SECRET not in str(reported(kit, f"SELECT v::text FROM {view} v")), view


def test_an_odd_value_spoils_no_report(kit: PostgresKit, counter: Counter) -> None:
    counter.push(
        counter.visit(1, registered_at="someday", further_services="S002"),
        counter.create("department", "D001", {"number": "many", "name": None, "retired_at": {"locked": "x"}}),
    )
    assert reported(kit, "SELECT registered_at, further_services FROM visit") == [(None, [])]
    assert reported(kit, "SELECT number, name, retired_at FROM department") == [(None, None, None)]


def test_every_view_and_column_says_what_it_is(kit: PostgresKit) -> None:
    views = reported(kit, "SELECT viewname FROM pg_views WHERE schemaname = 'minwon_report' ORDER BY 1")
    assert [name for (name,) in views] == _VIEWS
    silent = reported(
        kit,
        "SELECT c.relname, a.attname FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 "
        "WHERE c.relnamespace = 'minwon_report'::regnamespace AND c.relkind = 'v' "
        "AND (obj_description(c.oid) IS NULL OR col_description(c.oid, a.attnum) IS NULL)",
    )
    assert silent == []


def test_the_page_for_reporting_tools_tells_of_every_view(kit: PostgresKit) -> None:
    columns = reported(
        kit,
        "SELECT c.relname, obj_description(c.oid), a.attname, format_type(a.atttypid, a.atttypmod), "
        "col_description(c.oid, a.attnum) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 "
        "WHERE c.relnamespace = 'minwon_report'::regnamespace AND c.relkind = 'v' ORDER BY c.relname, a.attnum",
    )
    rows = []
    for view, of in groupby(columns, key=itemgetter(0, 1)):
        rows.append(f"| **{view[0]}** | | {view[1]} |")
        rows += [f"| {column} | {kind} | {meaning} |" for _, _, column, kind, meaning in of]
    page = (ROOT / "docs" / "server.md").read_text("utf-8")
    assert "\n".join(rows) in page


def answer(body: dict[str, Any], department: int = 1) -> SurveyAnswer:
    return SurveyAnswer(str(uuid.uuid4()), DAY, department, 3, "ko", json.dumps(body), secrets.token_bytes(300))


def test_answers_are_stored_once_however_often_they_come(kit: PostgresKit, survey: PostgresSurvey) -> None:
    answers = [answer({"answers": {"Q1": n % 5}, "comment": "고맙습니다"}) for n in range(1200)]
    survey.submit_answers(answers)
    survey.submit_answers(answers[:10])
    assert reported(kit, "SELECT count(*), count(DISTINCT id) FROM survey_answer") == [(1200, 1200)]
    stored = kit.stored("SELECT envelope, body FROM survey_answer WHERE id = %s", (answers[7].id,))
    assert stored == [(answers[7].envelope, json.loads(answers[7].body))]


def test_answers_never_go_to_a_counter(kit: PostgresKit, survey: PostgresSurvey, counter: Counter) -> None:
    survey.submit_answers([answer({"comment": "비밀"})])
    assert "비밀" not in str(counter.catch_up())


def test_published_figures_reach_every_counter(kit: PostgresKit, survey: PostgresSurvey, counter: Counter) -> None:
    survey.publish_figures(DAY, json.dumps({"answers": 5}))
    survey.publish_figures(DAY, json.dumps({"answers": 5}))
    first = counter.document("survey_day", DAY.isoformat())
    assert (first.version, first.fields) == (1, {"answers": 5})
    survey.publish_figures(DAY, json.dumps({"answers": 10}))
    second = kit.joined("2번 창구").document("survey_day", DAY.isoformat())
    assert (second.version, second.fields) == (2, {"answers": 10})
    assert reported(kit, "SELECT day, figures FROM survey_day") == [("2026-11-20", {"answers": 10})]


def test_the_survey_server_learns_the_keys_and_the_office(
    kit: PostgresKit, survey: PostgresSurvey, counter: Counter
) -> None:
    empty = survey.survey_keys()
    assert (empty.office, empty.slip_days, empty.timezone, empty.audit_public) == (OFFICE_NAME, 7, "Asia/Seoul", None)
    gone = kit.joined("2번 창구")
    kit.owner.remove(gone.home, date(2026, 12, 1))
    audit = secrets.token_bytes(32)
    counter.push(
        counter.create("office_setting", "office", {"name": "한빛구청", "survey_host": "survey.example",
                                                    "slip_days": 14, "timezone": "Asia/Seoul"}),
        counter.create("department", "D001", {"number": 1, "name": "민원과", "phone": "02-000-4101",
                                              "phones": ["02-000-4101", "02-000-4102"]}),
        counter.create("audit_key", "auditor1", {"public": audit.hex()}),
    )  # fmt: skip
    keys = survey.survey_keys()
    assert (keys.office, keys.host, keys.slip_days) == ("한빛구청", "survey.example", 14)
    assert keys.phones == ("02-000-4101", "02-000-4102")
    assert keys.departments == {1: "민원과"}
    assert keys.audit_public == audit
    assert keys.counters == (
        SurveyKey(key_id(counter.public_key), counter.public_key),
        SurveyKey(key_id(gone.public_key), gone.public_key, date(2026, 12, 1)),
    )


@pytest.mark.parametrize(
    "batch",
    ['{"id": 1}', '[{"id": "x"}]', "[" + ",".join(["{}"] * 1001) + "]", '[{"language": "ko", "body": "text"}]'],
)
def test_a_batch_that_is_none_stores_nothing(kit: PostgresKit, batch: str) -> None:
    login = kit.made_login("minwon_survey")
    refused = pytest.raises(psycopg.DatabaseError, match=r"not a batch|invalid input syntax")
    with closing(kit.cluster.connect(kit.address.database, login)) as connection, refused:
        connection.execute("SELECT minwon.survey_submit(%s)", (batch,))
    assert kit.stored("SELECT count(*) FROM survey_answer") == [(0,)]
