"""Finding cases in a home's index, and that it follows every change of them by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, text, update

from app.config.paths import Home
from app.db.engine import make_engine
from app.db.opening import open_database
from app.db.search import SearchFilter, entry_number
from app.db.term_index import newest
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.search_queries import query_of, respellings_of
from app.models.tables import card, case_file
from tests.support.offices import stored
from tests.support.stored_cases import BEGAN, put_card, put_case

SEOUL = ZoneInfo("Asia/Seoul")


@pytest.fixture
def database(empty_home: Home) -> Iterator[Database]:
    opened = Database(open_database(empty_home.database), empty_home.database)
    yield opened
    opened.close()


def found(database: Database, typed: str, **narrowed: Any) -> list[str]:
    with database.read() as work:
        return [hit.row_id for hit in work.search.find([query_of(typed)], SearchFilter(**narrowed), SEOUL)]


def change(database: Database, id_: str, **to: Any) -> None:
    with database.write() as work:
        work._connection.execute(update(case_file).where(case_file.c.id == id_).values(**to))


def test_newest_come_first_whatever_order_they_were_written_in(database: Database) -> None:
    with database.write() as work:
        ids = {minute: put_case(work, minute, title="소음 민원") for minute in (5, 1, 9, 3)}
    assert found(database, "소음") == [ids[9], ids[5], ids[3], ids[1]]


def test_cases_of_the_same_second_stand_beside_each_other(database: Database) -> None:
    with database.write() as work:
        ids = [put_case(work, 7, id=f"same-{n}", title="소음") for n in range(5)]
        later = put_case(work, 8, title="소음")
    assert found(database, "소음") == [later, *reversed(ids)]


def test_a_page_goes_on_where_the_one_before_ended(database: Database) -> None:
    with database.write() as work:
        ids = [put_case(work, minute, title="길이 막힘") for minute in range(200)]
    with database.read() as work:
        first = [
            hit for hit, _ in zip(work.search.find([query_of("길")], SearchFilter(), SEOUL), range(50), strict=False)
        ]
        rest = list(work.search.find([query_of("길")], SearchFilter(), SEOUL, after=first[-1].n))
    assert [hit.row_id for hit in first + rest] == ids[::-1]


def test_what_it_is_narrowed_by(database: Database) -> None:
    with database.write() as work:
        plain = put_case(work, 1, title="소음")
        other = put_case(work, 2, title="소음", kind="L-PERMIT", department_code="D002")
        audit = put_case(work, 3, title="소음", to_auditor=True)
        ended = put_case(work, 4, title="소음", ended_on=date(2026, 2, 1))
        late = put_case(work, 60 * 24 * 3, title="소음")
        shown = put_card(work, 5, text="소음")
        hidden = put_card(work, 6, text="소음", side="liked", state="hidden")
    assert found(database, "소음", kind="L-PERMIT") == [other]
    assert found(database, "소음", department_code="D002") == [other]
    assert found(database, "소음", to_auditor=True) == [audit]
    assert found(database, "소음", ended=True) == [ended]
    assert ended not in found(database, "소음", ended=False)
    day = BEGAN.astimezone(SEOUL).date()
    assert found(database, "소음", last=day) == [ended, audit, other, plain]
    assert found(database, "소음", first=date(2026, 1, 8), last=date(2026, 1, 8)) == [late]
    assert found(database, "소음", entity="card") == [hidden, shown]
    assert found(database, "소음", entity="card", ended=False) == [shown]
    assert found(database, "소음", entity="card", kind="liked") == [hidden]


def test_a_change_is_followed_in_the_same_transaction(database: Database, empty_home: Home) -> None:
    with database.write() as work:
        id_ = put_case(work, 1, title="소음", name="홍길동")
    change(database, id_, title="악취")
    assert (found(database, "소음"), found(database, "악취"), found(database, "홍길동")) == ([], [id_], [id_])
    change(database, id_, ended_on=date(2026, 2, 1))
    assert (found(database, "악취", ended=False), found(database, "악취", ended=True)) == ([], [id_])
    change(database, id_, received_at=datetime(2020, 1, 1, tzinfo=UTC))
    assert found(database, "악취", last=date(2020, 1, 1)) == [id_]
    with database.write() as work:
        work._connection.execute(delete(case_file))
    assert found(database, "악취") == []
    assert stored(empty_home, "SELECT count(*) FROM search_entry") == [(0,)]
    assert stored(empty_home, "SELECT entity FROM search_change") == [("",)]  # what was there is to be pressed out


def test_what_changes_nothing_searched_leaves_the_index_alone(database: Database, empty_home: Home) -> None:
    with database.write() as work:
        id_ = put_case(work, 1, title="소음")
    before = stored(empty_home, "SELECT * FROM search_index_data")
    change(database, id_, status="handling", owner="clerk2", due_day=date(2026, 3, 1))
    assert stored(empty_home, "SELECT * FROM search_index_data") == before


def test_a_transaction_that_fails_leaves_the_index_alone(database: Database) -> None:
    def fail() -> None:
        with database.write() as work:
            put_case(work, 1, title="소음")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert found(database, "소음") == []


def test_a_case_put_in_place_of_another_is_indexed_anew(database: Database) -> None:
    with database.write() as work:
        other = put_case(work, 2, title="소음")
        id_ = put_case(work, 1, title="소음")
    with database.write() as work:
        columns = ", ".join(column.name for column in case_file.c)
        as_it_was = columns.replace("title", "'악취'")
        work._connection.execute(
            text(f"INSERT OR REPLACE INTO case_file SELECT {as_it_was} FROM case_file WHERE id = '{id_}'")
        )
    with database.write() as work:
        while work.search.reindex(1):
            pass
    assert (found(database, "소음"), found(database, "악취")) == ([other], [id_])


def test_rebuilding_finds_the_same(database: Database) -> None:
    with database.write() as work:
        ids = [put_case(work, minute, title=f"소음 {minute}") for minute in range(30)]
        shown = put_card(work, 5, text="소음")
    with database.write() as work:
        work.search.rebuild()
    assert found(database, "소음") == []
    change(database, ids[3], title="악취")
    with database.write() as work:
        assert work.search.reindex(7) == 7
    with database.write() as work:
        while work.search.reindex(7):
            pass
        assert work.search.count() == 31
    assert found(database, "소음") == [id_ for id_ in ids[::-1] if id_ != ids[3]]
    assert (found(database, "악취"), found(database, "소음", entity="card")) == ([ids[3]], [shown])


def erase(work: UnitOfWork, id_: str) -> None:
    nothing = dict.fromkeys(("title", "text", "name", "phone", "address"), "")
    work._connection.execute(update(case_file).where(case_file.c.id == id_).values(**nothing))


def test_nothing_of_an_erased_case_stays_in_the_file(database: Database, empty_home: Home) -> None:
    with database.write() as work:
        others = [put_case(work, minute, title=f"소음 {minute}", text="가나다라 마바사") for minute in range(400)]
        id_ = put_case(work, 1000, title="쁅훓이 괴롭힘", text="뷁쀍 사연 zyxwvu", name="쁅길동", phone="010-9753-8642")
    with database.write() as work:
        put_case(work, 2000, title="다른 일")
    spoken = ["쁅훓", "뷁쀍", "zyxwvu", "쁅길동", "01097538642"]
    assert any(word.encode() in everything(empty_home) for word in spoken)
    with database.write() as work:
        erase(work, id_)
    assert found(database, "뷁쀍") == [] == found(database, "쁅길동")
    assert found(database, "2026-A-1000") == [id_]
    steps = 0
    while True:
        with database.write() as work:
            if not work.search.press_out():
                break
        steps += 1
    assert steps >= 1
    with closing(make_engine_connection(empty_home)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    left = everything(empty_home)
    assert [word for word in spoken if word.encode() in left] == []
    assert len(found(database, "소음")) == len(others)
    assert stored(empty_home, "SELECT * FROM search_change") == []


def make_engine_connection(home: Home) -> Any:
    return make_engine(home.database).raw_connection()


def everything(home: Home) -> bytes:
    """All bytes of the database and its journal."""
    files = [home.database, Path(f"{home.database}-wal")]
    return b"".join(file.read_bytes() for file in files if file.exists())


def test_many_spellings_are_asked_for_at_once(database: Database) -> None:
    with database.write() as work:
        ids = [put_case(work, minute, title="주차위반 단속요청") for minute in range(3)]
    spellings = respellings_of("주차위번 단속요청")
    assert len(spellings) > 400
    with database.read() as work:
        hits = list(work.search.find(spellings, SearchFilter(), SEOUL))
    assert [hit.row_id for hit in hits] == ids[::-1]
    assert {spellings[hit.reading].text for hit in hits} == {"주차위반 단속요청"}


def test_the_shared_side_is_told_what_this_home_wrote(database: Database) -> None:
    with database.write() as work:
        mine = put_case(work, 1, title="소음")
        put_card(work, 2, text="소음")
        assert work.search.unsent(10) == ()  # it does not have the record itself yet
        work.replica.acknowledge([("case_file", mine, 1)], [])
    with database.write() as work:
        [words] = work.search.unsent(10)
        assert (words.row_id, words.version, words.n) == (mine, 1, entry_number(BEGAN) + 60)
        assert {"소음", "ekase"} & words.terms == {"소음"}
    change(database, mine, title="악취")
    with database.write() as work:
        work.search.sent([words])  # of the words before
        [words] = work.search.unsent(10)
        assert "악취" in words.terms
        work.search.sent([words])
        assert work.search.unsent(10) == ()
    change(database, mine, ended_on=date(2026, 2, 1))
    with database.write() as work:
        [words] = work.search.unsent(10)
        work.search.sent([words])
        work.search.tell_again()
        assert [w.row_id for w in work.search.unsent(10)] == [mine]


def test_what_the_shared_side_told_is_not_told_back_unless_others_changed_what_was_made_here(
    database: Database,
) -> None:
    with database.write() as work:
        mine = put_case(work, 1, title="소음")
        theirs = put_case(work, 2, title="소음", elsewhere=True)
        work.search.follow(told=True)
        work.replica.acknowledge([("case_file", mine, 1), ("case_file", theirs, 1)], [])
        assert [words.row_id for words in work.search.unsent(10)] == [mine]
    change(database, theirs, title="악취")
    with database.write() as work:
        assert {words.row_id for words in work.search.unsent(10)} == {mine, theirs}


_CHANGES = st.lists(
    st.tuples(
        st.integers(0, 7),
        st.sampled_from(("put", "edit", "close", "erase", "delete")),
        st.sampled_from(("소음 민원", "여권 발급", "길 주차", "ABC 소음")),
    ),
    max_size=25,
)


@pytest.fixture(scope="module")
def shared_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    from app.bootstrap import found_home
    from app.services.founding import empty_office

    made = Home(tmp_path_factory.mktemp("searched") / "home")
    found_home(made, empty_office("새빛구", "survey.example.kr"), "minwon-minwon")
    opened = Database(open_database(made.database), made.database)
    yield opened
    opened.close()


@settings(max_examples=40)
@given(_CHANGES)
def test_the_index_always_says_what_the_tables_say(
    shared_database: Database, changes: list[tuple[int, str, str]]
) -> None:
    database = shared_database
    with database.write() as work:
        work._connection.execute(delete(case_file))
        work._connection.execute(delete(card))
    there: dict[int, str] = {}
    for which, kind, title in changes:
        with database.write() as work:
            mine = update(case_file).where(case_file.c.id == f"case-{which}")
            if kind == "put" and which not in there:
                put_case(work, which, id=f"case-{which}", title=title)
                there[which] = title
            elif kind == "delete":
                work._connection.execute(delete(case_file).where(case_file.c.id == f"case-{which}"))
                there.pop(which, None)
            elif which in there and kind == "close":
                work._connection.execute(mine.values(ended_on=date(2026, 2, 1)))
            elif which in there and kind in ("edit", "erase"):
                there[which] = title if kind == "edit" else ""
                work._connection.execute(mine.values(title=there[which]))
    for typed in ("소음", "여권", "길", "ㅅㅇ", "abc"):
        fitting = {"소음": "소음", "여권": "여권", "길": "길", "ㅅㅇ": "소음", "abc": "ABC"}[typed]
        assert found(database, typed) == [f"case-{n}" for n in sorted(there, reverse=True) if fitting in there[n]]
    with database.read() as work:
        driver = work._connection.connection.driver_connection
        assert driver is not None
        # Nothing is left in the index that no entry stands for.
        listed = set(newest(driver, [frozenset({"ecase·5f·file"})], (), 0, 2**62, 1000))
        assert listed == {n for (n,) in driver.execute("SELECT n FROM search_entry")}
