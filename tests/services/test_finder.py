"""One index for everybody, made anew when it must be, and never in the way of who types."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap import Office, opened_office
from app.config.paths import Home, resources
from app.db.opening import open_database
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Actor
from app.domain.directory import TaskForm
from app.domain.errors import ColumnMissing, NotAllowed, TableEmpty, TableUnreadable
from app.domain.finder_errors import FinderUnreadable
from app.finding.finder import Finder
from app.finding.language import Language
from app.services import finder as finder_module
from app.services.finder import FinderService
from tests.support.offices import stored

WORD = "왁자지껄뿌뿌"
"""A word that nobody's language has."""


CHAT = "오늘 날씨 참 좋네요"


def titles(office: Office, actor: Actor | None, query: str) -> list[str]:
    return [answer.task.title for answer in office.finder.find(actor, query).answers]


def test_what_is_changed_is_found(office: Office, admin: Actor, clerk: Actor) -> None:
    assert "여권" in titles(office, clerk, "여권 잃어버렸어요")[0]
    assert WORD not in titles(office, clerk, WORD)
    added = office.directory.add(admin, TaskForm("새과", WORD))
    office.finder.ready()
    assert WORD in titles(office, clerk, WORD)
    office.directory.edit(admin, added.id, replace(added.form, title="다른 이름", words=WORD))
    office.finder.ready()
    assert "다른 이름" in titles(office, clerk, WORD)
    office.directory.retire(admin, added.id)
    office.finder.ready()
    assert "다른 이름" not in titles(office, clerk, WORD)


def test_what_another_program_of_the_home_changed_is_seen(office: Office, admin: Actor, home: Home) -> None:
    assert titles(office, None, "여권")
    with opened_office(home) as other:
        other.directory.add(admin, TaskForm("새과", WORD))
    office.finder.ready()
    assert WORD in titles(office, None, WORD)


def test_an_index_is_kept_while_nothing_it_is_made_of_changes(
    office: Office, admin: Actor, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    real = finder_module._untaught

    def counted(work: UnitOfWork, language: Language) -> Finder:
        made.append(1)
        return real(work, language)

    monkeypatch.setattr(finder_module, "_untaught", counted)
    for query in ("여권", "인감", "여권"):
        office.finder.find(admin, query)
    office.guidance.rule(admin, "뿌뿌", office.directory.tasks(admin)[0].id)
    office.finder.ready(admin)
    assert office.finder.find(admin, "뿌뿌").confident
    assert len(made) == 1
    stored(home, "UPDATE task SET words = words")
    office.finder.ready(admin)
    assert len(made) == 2


def test_what_takes_long_is_made_beside_the_answers(
    office: Office, admin: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.finder.ready(admin)
    monkeypatch.setattr(finder_module, "_AT_ONCE_SECONDS", 0.0)
    begun, may_go_on = threading.Event(), threading.Event()
    real = finder_module._untaught

    def slow(work: UnitOfWork, language: Language) -> Finder:
        begun.set()
        assert may_go_on.wait(30)
        return real(work, language)

    monkeypatch.setattr(finder_module, "_untaught", slow)
    office.directory.add(admin, TaskForm("새과", WORD))
    assert WORD not in titles(office, admin, WORD)
    assert begun.wait(30)
    assert WORD not in titles(office, admin, WORD)  # answered although the new one is not ready
    may_go_on.set()
    office.finder.ready(admin)
    assert WORD in titles(office, admin, WORD)
    office.guidance.rule(admin, CHAT, office.directory.tasks(admin)[0].id)
    office.finder.find(admin, CHAT)
    office.finder.ready(admin)
    assert office.finder.find(admin, CHAT).confident


def test_several_threads_may_ask_while_it_changes(office: Office, admin: Actor) -> None:
    failed: list[BaseException] = []

    def ask() -> None:
        try:
            for _ in range(5):
                assert titles(office, admin, "여권 잃어버렸어요")
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for turn in range(3):
        office.directory.add(admin, TaskForm("새과", f"{WORD} {turn}"))
    for thread in threads:
        thread.join()
    assert failed == []


def test_an_office_without_a_directory_finds_nothing_calmly(empty_home: Home) -> None:
    with opened_office(empty_home) as office:
        assert not office.finder.has_directory()
        found = office.finder.find(None, "여권")
        assert (found.answers, found.confident) == ((), False)


@pytest.mark.parametrize(
    "query", ["", " ", "\0", "a" * 10_000, "가" * 10_000, "😀", "'; DROP TABLE task; --", ".*(", "여권"]
)
def test_any_text_is_answered(office: Office, clerk: Actor, query: str) -> None:
    assert len(office.finder.find(clerk, query, 3).answers) <= 3


def test_who_may_ask(office: Office, auditor: Actor, supervisor: Actor, tmp_path: Path) -> None:
    assert titles(office, None, "여권")
    assert titles(office, supervisor, "여권")
    with pytest.raises(NotAllowed):
        office.finder.find(auditor, "여권")
    with pytest.raises(NotAllowed):
        office.finder.judge(auditor, tmp_path / "none.tsv")


def test_files_that_cannot_be_read_are_said_so(home: Home, tmp_path: Path) -> None:
    database = Database(open_database(home.database), home.database)
    finder = FinderService(database, tmp_path)
    with pytest.raises(FinderUnreadable):
        finder.find(None, "여권")
    finder.close()
    database.close()


def test_judging_leaves_what_was_learned_out(office: Office, admin: Actor, tmp_path: Path) -> None:
    tasks = office.directory.tasks(admin)
    path = tmp_path / "queries.tsv"
    path.write_text(
        "kind\tquery\tdepartment\talternates\tmore\n"
        f"name\t여권 잃어버렸어요\t민원여권과\t\tx\n"
        f"name\t{CHAT}\tNONE\t\t\n"
        "other\t여권 재발급\t없는과\t다른과;민원여권과 | 또\t\n",
        encoding="utf-8-sig",
    )
    office.guidance.rule(admin, CHAT, tasks[0].id)
    office.finder.ready(admin)
    assert office.finder.find(admin, CHAT).confident
    judged = office.finder.judge(admin, path)
    assert (judged.whole.n, judged.whole.top1, judged.whole.top1_with_alternates) == (3, 0.5, 1.0)
    assert judged.whole.abstained_right == 1.0
    assert set(judged.by_kind) == {"name", "other"}


def test_a_file_of_queries_that_is_none(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "queries.tsv"
    with pytest.raises(TableUnreadable):
        office.finder.judge(None, path)
    path.write_text("")
    with pytest.raises(TableEmpty):
        office.finder.judge(None, path)
    path.write_text("query\tplace\n")
    with pytest.raises(ColumnMissing):
        office.finder.judge(None, path)


def test_the_language_is_read_once(office: Office, home: Home, clerk: Actor) -> None:
    office.finder.find(clerk, "여권")
    with opened_office(home) as other:
        other.finder.find(clerk, "여권")
    assert finder_module._language.cache_info().currsize >= 1
    assert finder_module._language(resources() / "finder") is finder_module._language(resources() / "finder")
