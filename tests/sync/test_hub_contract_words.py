"""Finding cases by their words on both kinds of shared side: what is found, by whom, and what erasing leaves."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.errors import NotAllowed
from app.domain.search_terms import term_number
from app.domain.shared_words import FIRST_FOUND, FoundRecord, RecordWords, WordSearch
from app.domain.sharing_errors import SharedSideRestored
from tests.support.hubs import Counter, HubKit, locked, record_key

NOISE, NIGHT, PASSPORT, OPEN, AUDIT = map(term_number, ("소음", "밤", "여권", "s1", "a1"))


@pytest.fixture
def a(hub_kit: HubKit) -> Counter:
    return hub_kit.admitted("A", "1번 창구")


@pytest.fixture
def b(hub_kit: HubKit, a: Counter) -> Counter:
    return hub_kit.joined("B")


def case(counter: Counter, n: int, *words: int, version: int = 1, **more: Any) -> str:
    """A case with these words; its id."""
    operation = counter.case(number=f"2026-A-{n:04}", **more)
    counter.push(operation, keys=(record_key("case_file", operation.row_id),))
    tell(counter, operation.row_id, n, *words, version=version)
    return operation.row_id


def tell(counter: Counter, row_id: str, n: int, *words: int, version: int = 1) -> None:
    entry = RecordWords("case_file", row_id, version, n, words)
    assert counter.hub.put_words(counter.home, counter.epoch, [entry])


def asked(
    counter: Counter,
    *ways: tuple[int, ...],
    narrowed: tuple[int, ...] = (),
    role: str = "clerk",
    before: tuple[int, str] = FIRST_FOUND,
    first: int = 0,
    limit: int = 50,
) -> tuple[FoundRecord, ...]:
    search = WordSearch(counter.home, counter.epoch, "clerk1", role, ways, narrowed, first, before, limit)
    found = counter.hub.find_words(search)
    assert found is not None
    return found


def ids(found: tuple[FoundRecord, ...]) -> list[str]:
    return [record.document.row_id for record in found]


def test_newest_first_with_all_words_of_one_of_the_ways(a: Counter, b: Counter) -> None:
    first, third, second = case(a, 1, NOISE, OPEN), case(a, 3, NOISE, NIGHT), case(a, 2, NOISE, NIGHT, OPEN)
    case(a, 4, PASSPORT)
    assert ids(asked(b, (NOISE,))) == [third, second, first]
    assert ids(asked(b, (NOISE, NIGHT))) == [third, second]
    assert ids(asked(b, (NIGHT,), (OPEN,))) == [third, second, first]
    assert ids(asked(b, (NOISE,), narrowed=(OPEN,))) == [second, first]
    assert ids(asked(b, (NOISE, PASSPORT))) == []
    assert ids(asked(b)) == []
    assert asked(b, (PASSPORT,))[0].document.key is not None


def test_many_ways_at_once_find_the_same(a: Counter) -> None:
    found = [case(a, n, NOISE, *range(n)) for n in range(1, 5)]
    ways = [(word, NOISE) for word in range(3, 400)]
    assert ids(asked(a, *ways)) == [found[3]]
    assert ids(asked(a, *ways, (NOISE,))) == found[::-1]


def test_pages_follow_each_other_without_a_gap(a: Counter) -> None:
    cases = [case(a, n // 2, NOISE) for n in range(24)]
    seen: list[str] = []
    before = FIRST_FOUND
    while page := asked(a, (NOISE,), before=before, limit=5):
        seen += ids(page)
        before = (page[-1].place, page[-1].document.row_id)
    assert sorted(seen) == sorted(cases)
    numbers = [cases.index(one) // 2 for one in seen]
    assert numbers == sorted(numbers, reverse=True)


def test_only_from_a_place_on(a: Counter) -> None:
    cases = [case(a, 100 + n, NOISE) for n in range(4)]
    assert ids(asked(a, (NOISE,), first=102)) == [cases[3], cases[2]]
    assert ids(asked(a, (NOISE,), first=101, before=(103, ""))) == [cases[2], cases[1]]


def test_words_of_an_older_version_change_nothing(a: Counter, b: Counter) -> None:
    id_ = case(a, 1, NOISE)
    a.push(a.edit("case_file", id_, {"kind": "OTHER"}, seen=1))
    tell(a, id_, 1, NIGHT, version=2)
    tell(b, id_, 1, NOISE, version=1)
    assert (ids(asked(a, (NIGHT,))), ids(asked(a, (NOISE,)))) == ([id_], [])
    tell(b, id_, 1, PASSPORT, version=2)
    assert (ids(asked(a, (PASSPORT,))), ids(asked(a, (NIGHT,)))) == ([id_], [])
    # A version that nobody has made yet keeps nobody from telling the words of the next one.
    tell(b, id_, 1, NOISE, version=99)
    a.push(a.edit("case_file", id_, {"kind": "GRIEV"}, seen=2))
    tell(a, id_, 1, NIGHT, version=3)
    assert ids(asked(a, (NIGHT,))) == [id_]


def test_words_of_what_is_not_there_are_passed_over(a: Counter) -> None:
    entries = [RecordWords("case_file", "nowhere", 1, 1, (NOISE,)), RecordWords("visit", "v", 1, 1, (NOISE,))]
    assert a.hub.put_words(a.home, a.epoch, entries)
    assert a.hub.put_words(a.home, a.epoch, [])
    a.push(visit := a.visit(1))
    a.hub.put_words(a.home, a.epoch, [RecordWords("visit", visit.row_id, 1, 1, (NOISE,))])
    assert ids(asked(a, (NOISE,))) == []


def test_erasing_takes_the_words_along_and_none_come_back(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    id_, other = case(a, 1, NOISE, title=locked("소음")), case(a, 2, NOISE)
    a.push(a.erase("case_file", id_))
    assert ids(asked(b, (NOISE,))) == [other]
    tell(b, id_, 1, NOISE, version=9)
    assert ids(asked(b, (NOISE,))) == [other]
    assert hub_kit.stored("SELECT row_id FROM searched") == [(other,)]


def test_a_home_finds_what_is_of_its_departments(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    mine, theirs = case(a, 1, NOISE, department="D001"), case(a, 2, NOISE, department="D002")
    hub_kit.limit_departments(b.home, ["D001"])
    own = case(b, 3, NOISE, department="D002")
    assert ids(asked(b, (NOISE,))) == [own, mine]
    # Nor does it say what others can be found by.
    tell(b, theirs, 2, PASSPORT)
    assert ids(asked(a, (PASSPORT,))) == []


def test_the_audit_officer_finds_what_is_theirs_and_nobody_else_does(a: Counter) -> None:
    others = case(a, 1, NOISE)
    theirs = case(a, 2, NOISE, AUDIT, to_auditor=True)
    assert ids(asked(a, (NOISE,), role="auditor")) == [theirs]
    assert ids(asked(a, (NOISE,), role="supervisor")) == [others]
    for role in ("admin", "nobody", ""):
        with pytest.raises(NotAllowed):
            asked(a, (NOISE,), role=role)


def test_every_search_is_written_down_as_numbers(hub_kit: HubKit, a: Counter) -> None:
    asked(a, (NOISE, NIGHT))
    [(login, role, wanted, argument)] = hub_kit.stored("SELECT login, role, wanted, argument FROM access_log")
    assert (login, role, wanted) == ("clerk1", "clerk", "words")
    assert str(NOISE) in argument


def test_another_life_of_the_shared_side_is_told_nothing(a: Counter) -> None:
    entry = RecordWords("case_file", "any", 1, 1, (NOISE,))
    with pytest.raises(SharedSideRestored):
        a.hub.put_words(a.home, "another", [entry])
    search = WordSearch(a.home, "another", "clerk1", "clerk", ((NOISE,),))
    with pytest.raises(SharedSideRestored):
        a.hub.find_words(search)


def test_a_long_text_has_many_words(a: Counter) -> None:
    id_ = case(a, 1, *range(12_000))
    assert ids(asked(a, (11_999, 17))) == [id_]
