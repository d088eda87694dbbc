"""The administrator keeps the directory: by hand, and from the office's file without losing what was added."""

from __future__ import annotations

import csv
import time
from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap import Office, opened_office
from app.config.paths import Home, resources
from app.domain.actors import Actor
from app.domain.directory import Choice, LifeEventForm, LifeStep, QuestionForm, Task, TaskForm
from app.domain.directory_import import DifferenceKind
from app.domain.errors import (
    AlreadyThere,
    BadValue,
    ControlCharacterInText,
    ImportHasBadRows,
    NotAllowed,
    RecordChanged,
    TextTooLong,
)
from app.domain.finder_errors import UnknownLifeEvent, UnknownQuestion, UnknownTask
from tests.support.offices import stored

SAMPLE = resources() / "sample" / "directory.csv"
COLUMNS = ("bureau", "department", "team", "task", "keywords", "location", "phone")


def sample_rows() -> list[dict[str, str]]:
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def written(path: Path, rows: list[dict[str, str]], encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path


def task_of(office: Office, admin: Actor, title: str) -> Task:
    return next(task for task in office.directory.tasks(admin) if task.title == title)


def test_the_practice_office_has_the_sample_directory_with_questions_and_life_events(
    office: Office, admin: Actor
) -> None:
    tasks = office.directory.tasks(admin)
    assert [task.title for task in tasks] == [row["task"] for row in sample_rows()]
    ids = {task.id for task in tasks}
    questions, events = office.directory.questions(admin), office.directory.events(admin)
    assert len(questions) > 30
    assert len(events) > 10
    assert {choice.task_id for question in questions for choice in question.choices} <= ids
    assert {step.task_id for event in events for step in event.steps} <= ids
    assert len([task for task in tasks if task.form.papers]) > 100


def test_a_task_is_added_changed_retired_and_used_again(office: Office, admin: Actor, clerk: Actor, home: Home) -> None:
    added = office.directory.add(admin, TaskForm("새과", "반딧불이 신고", papers="신분증\n사진 1장"))
    assert office.directory.tasks(clerk)[-1] == added
    changed = office.directory.edit(admin, added.id, replace(added.form, phone="120"), added.version)
    assert (changed.form.phone, changed.version) == ("120", 2)
    with pytest.raises(RecordChanged):
        office.directory.edit(admin, added.id, replace(added.form, phone="121"), added.version)
    assert not office.directory.retire(admin, added.id).active
    again = office.directory.add(admin, TaskForm("새과", "반딧불이 신고"))
    with pytest.raises(AlreadyThere):
        office.directory.reinstate(admin, added.id)
    office.directory.retire(admin, again.id)
    assert office.directory.reinstate(admin, added.id).active
    kinds = stored(home, "SELECT kind FROM outbox WHERE entity = 'task' AND row_id = ? ORDER BY n", (added.id,))
    assert [kind for (kind,) in kinds] == ["create", "edit", "edit", "edit"]


def test_only_the_administrator_changes_it(office: Office, clerk: Actor, supervisor: Actor, auditor: Actor) -> None:
    for actor in (clerk, supervisor, auditor):
        with pytest.raises(NotAllowed):
            office.directory.add(actor, TaskForm("가", "나"))
        with pytest.raises(NotAllowed):
            office.directory.compare_file(actor, SAMPLE)
    with pytest.raises(NotAllowed):
        office.directory.tasks(auditor)


def test_what_is_no_task_is_refused(office: Office, admin: Actor) -> None:
    for form in (TaskForm("", "나"), TaskForm("가", " "), TaskForm("가", "나\0"), TaskForm("가", "나" * 201)):
        with pytest.raises((BadValue, ControlCharacterInText, TextTooLong)):
            office.directory.add(admin, form)
    with pytest.raises(UnknownTask):
        office.directory.edit(admin, "none", TaskForm("가", "나"))
    with pytest.raises(AlreadyThere):
        office.directory.add(admin, office.directory.tasks(admin)[0].form)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_a_file_of_any_encoding_is_compared_and_nothing_is_changed(
    office: Office, admin: Actor, tmp_path: Path, encoding: str
) -> None:
    rows = sample_rows()
    rows[0]["location"] = "별관 9층"
    before = office.directory.tasks(admin)
    difference = office.directory.compare_file(admin, written(tmp_path / "d.csv", rows, encoding))
    assert difference.count(DifferenceKind.CHANGED) == 1
    assert difference.count(DifferenceKind.UNCHANGED) == len(rows) - 1
    assert office.directory.tasks(admin) == before


def test_a_new_file_keeps_what_the_office_added_and_retires_what_is_gone(
    office: Office, admin: Actor, tmp_path: Path
) -> None:
    rows = sample_rows()
    first, second, moved = (task_of(office, admin, rows[at]["task"]) for at in (0, 1, 2))
    office.directory.edit(admin, first.id, replace(first.form, words="잠복근무", way="엘리베이터 옆"))
    rows[0] |= {"location": "별관 9층", "keywords": "새말"}
    rows[2] |= {"department": "새감사과"}
    rows[1:2] = [{**dict.fromkeys(COLUMNS, ""), "department": "새과", "task": "새 일"}]
    difference = office.directory.compare_file(admin, written(tmp_path / "d.csv", rows))
    done = office.directory.accept(admin, difference)
    assert [done.count(kind) for kind in DifferenceKind] == [1, 1, 1, 1, len(rows) - 3, 0]
    after = {task.id: task for task in office.directory.tasks(admin)}
    form = after[first.id].form
    assert (form.location, form.keywords, form.words, form.way) == ("별관 9층", "새말", "잠복근무", "엘리베이터 옆")
    assert not after[second.id].active
    assert after[moved.id].department == "새감사과"
    assert list(after.values())[-1].title == "새 일"
    back = office.directory.compare_file(admin, SAMPLE)
    office.directory.accept(admin, back)
    again = {task.id: task for task in office.directory.tasks(admin)}
    assert again[second.id].active
    assert (again[first.id].form.words, again[moved.id].department) == ("잠복근무", rows[0]["department"])


def test_one_bad_row_and_nothing_is_taken(office: Office, admin: Actor, tmp_path: Path) -> None:
    rows = [*sample_rows(), dict.fromkeys(COLUMNS, "") | {"department": "가"}]
    rows[0]["location"] = "별관 9층"
    before = office.directory.tasks(admin)
    difference = office.directory.compare_file(admin, written(tmp_path / "d.csv", rows))
    with pytest.raises(ImportHasBadRows):
        office.directory.accept(admin, difference)
    assert office.directory.tasks(admin) == before


def test_a_preview_of_another_directory_is_refused(office: Office, admin: Actor, tmp_path: Path) -> None:
    difference = office.directory.compare_file(admin, written(tmp_path / "d.csv", sample_rows()[1:]))
    office.directory.retire(admin, office.directory.tasks(admin)[5].id)
    with pytest.raises(RecordChanged):
        office.directory.accept(admin, difference)


def test_ten_thousand_tasks_are_taken_at_once(office: Office, admin: Actor, tmp_path: Path) -> None:
    rows = [{**row, "task": f"{row['task']} {n}"} for n in range(26) for row in sample_rows()][:10_000]
    difference = office.directory.compare_file(admin, written(tmp_path / "d.csv", rows))
    began = time.perf_counter()
    office.directory.accept(admin, difference)
    assert time.perf_counter() - began < 30  # some two seconds on a quiet machine
    assert sum(task.active for task in office.directory.tasks(admin)) == 10_000


def test_an_offices_first_file_brings_papers_questions_and_events_with_it(empty_home: Home) -> None:
    with opened_office(empty_home) as office:
        admin = office.accounts.sign_in("admin", "minwon-minwon")
        assert not office.finder.has_directory()
        office.directory.accept(admin, office.directory.compare_file(admin, SAMPLE))
        assert len(office.directory.questions(admin)) > 30
        assert len(office.directory.events(admin)) > 10
        assert any(task.form.papers for task in office.directory.tasks(admin))
        assert office.finder.find(None, "여권 잃어버렸어요").confident
        office.directory.accept(admin, office.directory.compare_file(admin, SAMPLE))
        assert len({question.text for question in office.directory.questions(admin)}) == len(
            office.directory.questions(admin)
        )


def test_decisive_questions(office: Office, admin: Actor, clerk: Actor) -> None:
    one, other = office.directory.tasks(admin)[:2]
    form = QuestionForm(" 속도인가요, 주차인가요? ", (Choice("속도", one.id), Choice("주차", other.id)))
    question = office.directory.put_question(admin, form)
    assert question.text == "속도인가요, 주차인가요?"
    changed = office.directory.put_question(admin, replace(form, text="무엇인가요?"), question.id, question.version)
    assert (changed.id, changed.text, changed.version) == (question.id, "무엇인가요?", 2)
    with pytest.raises(RecordChanged):
        office.directory.put_question(admin, form, question.id, question.version)
    assert not office.directory.retire_question(admin, question.id).active
    assert office.directory.put_question(admin, form, question.id).active
    for wrong in (
        QuestionForm("", form.choices),
        QuestionForm("무엇?", form.choices[:1]),
        QuestionForm("무엇?", (form.choices[0],) * 2),
        QuestionForm("무엇?", (form.choices[0], Choice("", other.id))),
    ):
        with pytest.raises(BadValue):
            office.directory.put_question(admin, wrong)
    with pytest.raises(UnknownTask):
        office.directory.put_question(admin, QuestionForm("무엇?", (Choice("가", one.id), Choice("나", "none"))))
    with pytest.raises(UnknownQuestion):
        office.directory.retire_question(admin, "none")
    with pytest.raises(NotAllowed):
        office.directory.put_question(clerk, form)


def test_life_events(office: Office, admin: Actor, clerk: Actor) -> None:
    one, other = office.directory.tasks(admin)[:2]
    form = LifeEventForm("복권 당첨", "복권에 당첨됐어요, 일등", (LifeStep(one.id, "먼저"), LifeStep(other.id, "다음")))
    event = office.directory.put_event(admin, form)
    assert office.directory.events(clerk)[-1] == event
    turned = replace(form, steps=form.steps[::-1])
    assert office.directory.put_event(admin, turned, event.id, event.version).steps == turned.steps
    with pytest.raises(RecordChanged):
        office.directory.put_event(admin, form, event.id, event.version)
    assert not office.directory.retire_event(admin, event.id).active
    for wrong in (replace(form, name=" "), replace(form, steps=()), replace(form, steps=(LifeStep("", "어디"),))):
        with pytest.raises(BadValue):
            office.directory.put_event(admin, wrong)
    with pytest.raises(UnknownTask):
        office.directory.put_event(admin, replace(form, steps=(LifeStep("none", ""),)))
    with pytest.raises(UnknownLifeEvent):
        office.directory.retire_event(admin, "none")
    with pytest.raises(NotAllowed):
        office.directory.put_event(clerk, form)
