"""A shared side on PostgreSQL that took cases before its functions knew them, brought up to date."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from app.domain.sharing import Result
from tests.support.hubs import DAY, OFFICE, OFFICE_NAME, locked, record_key
from tests.support.postgres import Cluster
from tests.support.postgres_kit import PostgresKit


@pytest.fixture
def kit(postgres_cluster: Cluster) -> Iterator[PostgresKit]:
    with closing(PostgresKit(postgres_cluster)) as kit:
        yield kit


def as_taken_before(kit: PostgresKit) -> None:
    """As a release before took them: like any record it knows nothing of, and erased by nobody."""
    cases = "entity IN ('case_file', 'case_step', 'attachment')"
    kit.stored(f"UPDATE doc SET parent = NULL, day = NULL, department = NULL, holder = NULL WHERE {cases}")


def test_cases_taken_before_go_where_cases_go(kit: PostgresKit) -> None:
    a = kit.admitted()
    over, still_open = a.case(ended_on="2020-01-01"), a.case(title=locked("x"))
    step, old_step = a.case_step(still_open.row_id), a.case_step(over.row_id)
    a.push(over, still_open, step, old_step, keys=(record_key("case_file", still_open.row_id),))
    as_taken_before(kit)
    for _ in range(2):
        kit.owner.prepare(OFFICE, OFFICE_NAME)
    b = kit.joined("B")
    told = {row_id for entity, row_id in b.catch_up(hold_from=DAY) if entity.startswith("case")}
    assert told == {still_open.row_id, step.row_id}
    c = kit.joined("C")
    kit.limit_departments(c.home, ["D009"])
    assert c.document("case_file", still_open.row_id).fields == {"left": True}
    assert a.do(a.case_step(still_open.row_id)).result is Result.APPLIED


def test_what_was_to_be_erased_before_is_erased(kit: PostgresKit) -> None:
    a = kit.admitted()
    case = a.case(title=locked("x"))
    a.push(case, keys=(record_key("case_file", case.row_id),))
    refused = (
        "'op-1', 900, 'h', 1, 'case_file', '{}', 'erase', 1, '{{}}', 'clerk1', '', now(), 'refused', 'forbidden', 0"
    )
    kit.stored(f"INSERT INTO op VALUES ({refused.format(case.row_id)})")
    for _ in range(2):
        kit.owner.prepare(OFFICE, OFFICE_NAME)
    gone = a.document("case_file", case.row_id)
    assert (gone.erased, gone.key, gone.fields["title"], gone.version) == (True, None, "", 2)
    assert kit.stored("SELECT count(*) FROM record_key") == [(0,)]
