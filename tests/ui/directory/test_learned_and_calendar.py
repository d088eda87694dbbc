"""Learned phrases, holidays and the lunch hour, kept by the administrator."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from app.domain.actors import Actor
from app.domain.directory import Task
from app.ui.admin.directory.pages import DirectoryPages
from tests.support.offices import PASSWORD
from tests.ui.conftest import ALT, CTRL, Desk
from tests.ui.directory.conftest import (
    CALENDAR,
    LEARNED,
    choose,
    pick,
    put,
    turn,
)


def confirmed(desk: Desk, login: str, phrase: str, task: Task) -> None:
    actor = desk.office.accounts.sign_in(login, PASSWORD)
    given = desk.office.guidance.give(actor, phrase, task.id)
    desk.office.guidance.right(actor, given.id)


def test_what_was_learned_is_decided_freed_and_forgotten(
    desk: Desk, pages: DirectoryPages, tasks: dict[str, Task], admin: Actor
) -> None:
    passport, parking = tasks["여권 발급"], tasks["주정차위반 과태료"]
    confirmed(desk, "clerk1", "비행기 타는 수첩", passport)
    confirmed(desk, "clerk2", "비행기 타는 수첩", passport)
    confirmed(desk, "clerk1", "딱지 끊겼어요", parking)
    pages.presenter.load()
    desk.settle()
    turn(desk, pages, LEARNED)
    page = pages.learned

    def line(phrase: str) -> list[str]:
        row = next(row for row, known in enumerate(page.model.records) if known.phrase == phrase)
        return [str(page.model.index(row, place).data()) for place in range(5)]

    def led(phrase: str) -> str | None:
        return next((k.task_id for k in desk.office.guidance.learned(admin) if k.phrase == phrase), None)

    assert line("비행기 타는 수첩") == ["비행기 타는 수첩", "여권 발급 · 민원여권과", "2", "2", "모두에게"]
    assert line("딱지 끊겼어요")[2:] == ["1", "1", "한 사람만"]
    pick(desk, page, page.code_of(next(k for k in page.model.records if k.phrase == "딱지 끊겼어요")))
    choose(desk, page.task, "속도")
    desk.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    assert led("딱지 끊겼어요") == tasks["속도위반 범칙금"].id
    assert line("딱지 끊겼어요")[4] == "관리자가 정함"
    desk.press(Qt.Key.Key_R, CTRL)
    desk.settle()
    assert led("딱지 끊겼어요") is None
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert led("딱지 끊겼어요") == tasks["속도위반 범칙금"].id
    pick(desk, page, page.code_of(next(k for k in page.model.records if k.phrase == "비행기 타는 수첩")))
    desk.press(Qt.Key.Key_D, CTRL)
    desk.settle()
    assert led("비행기 타는 수첩") is None
    assert "비행기 타는 수첩" not in [known.phrase for known in page.model.records]
    page.retired.click()
    assert line("비행기 타는 수첩")[4] == "배우지 않음"
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert led("비행기 타는 수첩") == passport.id


def test_a_phrase_of_the_administrator_carries_no_numbers(
    desk: Desk, pages: DirectoryPages, tasks: dict[str, Task], admin: Actor
) -> None:
    turn(desk, pages, LEARNED)
    desk.press(Qt.Key.Key_N, CTRL)
    desk.commit("010-1234-5678 여권 찾으러")
    choose(desk, pages.learned.task, "여권")
    desk.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    assert [known.phrase for known in desk.office.guidance.learned(admin)] == ["여권 찾으러"]
    assert pages.learned.entry.phrase == "여권 찾으러"
    assert not pages.dirty
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.office.guidance.learned(admin) == ()
    desk.press(Qt.Key.Key_N, CTRL)
    desk.commit("010-1234-5678")
    choose(desk, pages.learned.task, "여권")
    desk.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    assert pages.learned.form.grid.widgets["phrase"].property("wrong") == "true"


def test_holidays_of_a_year(desk: Desk, pages: DirectoryPages, admin: Actor) -> None:
    turn(desk, pages, CALENDAR)
    desk.settle()
    days = [holiday.day for holiday in pages.calendar.model.records]
    assert date(2026, 12, 25) in days
    desk.press(Qt.Key.Key_N, CTRL)
    desk.commit("2027.3.2")
    desk.press(Qt.Key.Key_Tab)
    desk.commit("개청 기념일")
    desk.enter()
    desk.settle()
    assert "2027" in pages.calendar.year.text()  # where the new one stands
    assert date(2027, 3, 2) in [holiday.day for holiday in desk.office.calendar.holidays(admin, 2027)]
    desk.press(Qt.Key.Key_D, CTRL)
    desk.settle()
    assert date(2027, 3, 2) not in [holiday.day for holiday in desk.office.calendar.holidays(admin, 2027)]
    desk.press(Qt.Key.Key_Left, ALT)
    desk.settle()
    assert "2026" in pages.calendar.year.text()
    pick(desk, pages.calendar, "2026-12-25")
    desk.press(Qt.Key.Key_D, CTRL)  # the office works on a day the program took for a holiday
    desk.settle()
    assert date(2026, 12, 25) not in desk.office.calendar.working_time().holidays
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert date(2026, 12, 25) in desk.office.calendar.working_time().holidays


def test_what_is_no_day(desk: Desk, pages: DirectoryPages) -> None:
    turn(desk, pages, CALENDAR)
    grid = pages.calendar.form.grid
    for text in ("", "내일", "2026-13-01", "2026-02-30", "1999-01-01", "99999999-1-1", "²026-01-01", "2026-1-1-1"):
        desk.press(Qt.Key.Key_Escape)
        desk.press(Qt.Key.Key_N, CTRL)
        desk.commit(text)
        pages.calendar.form.submitted.emit()
        desk.settle()
        assert grid.widgets["day"].property("wrong") == "true", text


def test_the_lunch_hour(desk: Desk, pages: DirectoryPages) -> None:
    turn(desk, pages, CALENDAR)
    desk.settle()
    lunch = pages.calendar.lunch
    for begins, ends, stored in (("11:30", "12:30", "11:30-12:30"), ("", "", "")):
        put(lunch.grid.widgets["begins"], begins)
        put(lunch.grid.widgets["ends"], ends)
        desk.enter()
        desk.settle()
        assert desk.office.offices.settings().lunch == stored
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.office.offices.settings().lunch == "11:30-12:30"
    put(lunch.grid.widgets["begins"], "13:30")
    desk.enter()
    desk.settle()
    assert lunch.grid.widgets["begins"].property("wrong") == "true"
    assert pages.dirty
    desk.press(Qt.Key.Key_Escape)
    assert lunch.grid.values() == {"begins": "11:30", "ends": "12:30"}
