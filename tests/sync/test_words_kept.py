"""Words on a shared side that was made before it knew any, and what is left of them in a shared file once erased."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.search_terms import term_number
from app.domain.shared_words import RecordWords, WordSearch
from app.sync.file.nightly import NightlyCheck
from tests.support.hubs import OFFICE, OFFICE_NAME, Counter, FileKit, HubKit, record_key
from tests.support.postgres import Cluster
from tests.support.postgres_kit import PostgresKit

NOISE = term_number("소음")


@pytest.fixture
def server_kit(postgres_cluster: Cluster) -> Iterator[PostgresKit]:
    with closing(PostgresKit(postgres_cluster)) as kit:
        yield kit


def told(counter: Counter, *words: int, n: int = 1) -> str:
    """A case with these words; its id."""
    case = counter.case()
    counter.push(case, keys=(record_key("case_file", case.row_id),))
    counter.hub.put_words(counter.home, counter.epoch, [RecordWords("case_file", case.row_id, 1, n, words)])
    return case.row_id


def found(counter: Counter, *words: int) -> list[str] | None:
    records = counter.hub.find_words(WordSearch(counter.home, counter.epoch, "clerk1", "clerk", (words,)))
    return None if records is None else [record.document.row_id for record in records]


def test_a_server_that_knows_no_words_says_so_until_it_is_brought_up_to_date(server_kit: PostgresKit) -> None:
    counter = server_kit.admitted()
    server_kit.stored("DROP FUNCTION put_words, find_words")
    server_kit.stored("DROP TABLE searched")
    entry = RecordWords("case_file", "any", 1, 1, (NOISE,))
    assert counter.hub.put_words(counter.home, counter.epoch, [entry]) is False
    assert found(counter, NOISE) is None
    assert counter.push(counter.case())
    server_kit.owner.prepare(OFFICE, OFFICE_NAME)
    case = told(counter, NOISE)
    assert found(counter, NOISE) == [case]


def test_a_file_that_knows_no_words_gets_them_with_the_first(file_kit: FileKit) -> None:
    counter = file_kit.admitted()
    assert file_kit.stored("SELECT name FROM sqlite_schema WHERE name = 'searched'") == []
    assert found(counter, NOISE) == []
    counter.push(case := counter.case(), counter.erase("case_file", case.row_id))
    assert found(counter, NOISE) == []
    case_id = told(counter, NOISE)
    assert found(counter, NOISE) == [case_id]


def test_nothing_of_an_erased_case_stays_in_a_shared_file(file_kit: FileKit, tmp_path: Path) -> None:
    counter = file_kit.admitted()
    others = [told(counter, NOISE, *range(1000 * n, 1000 * n + 150), n=n) for n in range(1, 40)]
    secret = [term_number(word) for word in ("쁅훓", "n쁅길동", "p01097538642")]
    case = told(counter, NOISE, *secret, n=100)
    assert any(_in_file(file_kit, word) for word in secret)
    counter.push(counter.erase("case_file", case))
    NightlyCheck(file_kit.address).check_and_copy(tmp_path / "copies")
    assert [word for word in secret if _in_file(file_kit, word)] == []
    assert found(counter, NOISE) == others[::-1]
    assert file_kit.stored("SELECT * FROM to_press") == []


def _in_file(kit: FileKit, word: int) -> bool:
    """Whether the word stands in the file, as a term or as the number itself."""
    held = kit.path.read_bytes()
    return f"{word & 0xFFFFFFFF:08x}".encode() in held or word.to_bytes(4, "little", signed=True) in held


def test_what_a_counter_says_of_words_is_bounded(hub_kit: HubKit) -> None:
    counter = hub_kit.admitted()
    case = counter.case()
    counter.push(case)
    for words in ((), tuple(range(20_001))):
        entry = RecordWords("case_file", case.row_id, 1, 1, words)
        assert counter.hub.put_words(counter.home, counter.epoch, [entry])
    assert found(counter, 7) == []
