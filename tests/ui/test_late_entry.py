"""The dialog for a paper list, by keys alone."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from app.bootstrap import Office
from app.domain.actors import Actor
from app.domain.clocks import SEOUL
from app.domain.errors import DiskFull
from app.domain.visits import LateReason, NewVisit, Registered, VisitorKind, VisitStatus
from app.services.late_visits import LateVisitService
from app.ui.daily_sheet.view import DailySheetView
from app.ui.late_entry.view import LateEntryDialog
from app.ui.shared import words
from app.ui.shared.places import ScreenName
from tests.support.offices import stored
from tests.ui.conftest import ALT, CTRL, Desk, MakeDesk, slips_in


def opened(desk: Desk) -> LateEntryDialog:
    """The dialog over the counter screen, at 10:00 of Friday 2026-11-20."""
    counter = desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_N, CTRL)
    dialog = counter.late_entry
    assert dialog is not None
    return dialog


def line(desk: Desk, typed: str, service: str) -> None:
    """A line of the list: four digits, one digit, Enter."""
    desk.write(typed)
    desk.write(service)
    desk.enter()
    desk.settle()


def listed(dialog: LateEntryDialog) -> list[tuple[str, str, str]]:
    model = dialog.entered.model
    return [tuple(model.index(row, n).data() for n in range(3)) for row in range(model.rowCount())]


def test_a_list_is_typed_line_by_line(desk: Desk) -> None:
    dialog = opened(desk)
    line(desk, "0905", "4")
    line(desk, "0912", "2")
    assert listed(dialog) == [("A-002", "11-20 09:12", "인감증명"), ("A-001", "11-20 09:05", "여권 신청")]
    assert dialog.entered.title.text() == "이번에 입력 2건"
    assert QApplication.focusWidget() is dialog.at
    assert not dialog.begun()
    first, second = desk.stored()
    assert (first.number, first.late_reason, first.status) == ("A-001", LateReason.POWER, VisitStatus.DONE)
    assert first.registered_at == datetime(2026, 11, 20, 9, 5, tzinfo=ZoneInfo(SEOUL))
    assert second.service_name == "인감증명"
    desk.press(Qt.Key.Key_Escape)
    assert desk.counter.late_entry is None
    desk.settle()
    assert desk.shown() == ["A-002", "A-001"]
    assert slips_in(desk.office.home.root) == []


def test_everything_of_a_line_by_keys(desk: Desk) -> None:
    dialog = opened(desk)
    desk.press(Qt.Key.Key_3, CTRL)
    desk.press(Qt.Key.Key_D, CTRL)
    desk.press(Qt.Key.Key_Down)
    assert dialog.day.date() == QDate(2026, 11, 19)
    desk.enter()
    assert QApplication.focusWidget() is dialog.at
    desk.write("9:40")
    desk.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.until
    desk.write("0955")
    assert QApplication.focusWidget() is dialog.queue_number
    desk.write("B12")
    desk.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.services.field
    desk.press(Qt.Key.Key_2, ALT)
    desk.write("1+4")
    desk.enter()
    desk.settle()
    actor = desk.office.accounts.sign_in("clerk1", "minwon")
    (visit,) = desk.office.visits.list_day(actor, datetime(2026, 11, 19, tzinfo=ZoneInfo(SEOUL)).date())
    assert (visit.late_reason, visit.visitor_kind, visit.queue_number) == (
        LateReason.NETWORK,
        VisitorKind.PROXY,
        "B12",
    )
    assert visit.service_names == ("주민등록 등·초본", "여권 신청")
    assert visit.finished_at == datetime(2026, 11, 19, 9, 55, tzinfo=ZoneInfo(SEOUL))
    # Day and reason stay for the next line, the kind of visitor does not.
    assert dialog.day.date() == QDate(2026, 11, 19)
    assert (dialog.reasons.checkedId(), dialog.kinds.checkedId()) == (3, 1)
    assert dialog.at.text() == ""
    # And they stay when the dialog is opened again.
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_N, CTRL)
    again = desk.counter.late_entry
    assert again is not None
    assert (again.day.date(), again.reasons.checkedId()) == (QDate(2026, 11, 19), 3)
    assert listed(again) == [("A-001", "11-19 09:40", "주민등록 등·초본 외 1")]


def test_enter_leads_through_an_unfinished_line_without_a_complaint(desk: Desk) -> None:
    dialog = opened(desk)
    desk.write("912")
    desk.enter()
    assert QApplication.focusWidget() is dialog.services.field
    assert dialog.hint.isHidden()
    desk.write("2")
    desk.enter()
    desk.settle()
    assert listed(dialog)[0][1] == "11-20 09:12"


@pytest.mark.parametrize(
    ("typed", "says"),
    [("", "접수한 시각을 적으세요"), ("99", "접수한 시각을 적으세요"), ("1130", "아직 오지 않은 시각")],
)
def test_a_time_that_cannot_be_is_refused_and_the_line_stays(desk: Desk, typed: str, says: str) -> None:
    dialog = opened(desk)
    desk.write(typed)
    dialog.services.field.setFocus()
    desk.write("2")
    desk.enter()
    desk.settle()
    assert says in dialog.hint.words.text()
    assert dialog.at.property("wrong") is True
    assert QApplication.focusWidget() is dialog.at
    assert dialog.services.field.text() == "인감증명"
    assert desk.stored() == ()
    dialog.at.selectAll()
    desk.write("0930")
    assert dialog.hint.isHidden()
    desk.enter()
    desk.settle()
    assert [visit.service_name for visit in desk.stored()] == ["인감증명"]


def test_an_end_before_the_beginning_or_unreadable_is_refused(desk: Desk) -> None:
    dialog = opened(desk)
    desk.write("0930")
    desk.write("2")
    dialog.until.setFocus()
    desk.write("0920")
    desk.enter()
    desk.settle()
    assert "11-20 09:20" in dialog.hint.words.text()
    assert QApplication.focusWidget() is dialog.until
    dialog.until.selectAll()
    desk.write("9x")
    desk.enter()
    assert "읽을 수 없습니다" in dialog.hint.words.text()
    assert desk.stored() == ()


def test_personal_data_in_the_queue_number_is_refused(desk: Desk) -> None:
    dialog = opened(desk)
    desk.write("0930")
    desk.write("2")
    dialog.queue_number.setFocus()
    desk.write("a@bc.kr")
    desk.enter()
    assert dialog.queue_number.property("wrong") is True
    assert desk.stored() == ()


def test_escape_empties_a_line_before_it_closes(desk: Desk) -> None:
    dialog = opened(desk)
    desk.write("0930")
    desk.write("2")
    assert desk.counter.unfinished().typed
    desk.press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.begun()
    assert not desk.counter.unfinished()
    desk.press(Qt.Key.Key_Escape)
    assert desk.counter.late_entry is None
    desk.until(lambda: QApplication.activeWindow() is desk.window)


def test_the_line_just_entered_is_undone(desk: Desk) -> None:
    dialog = opened(desk)
    line(desk, "0905", "4")
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert listed(dialog) == [("A-001", "11-20 09:05", "취소 · 여권 신청")]
    assert dialog.entered.title.text() == "이번에 입력 0건"
    assert desk.stored()[0].status is VisitStatus.UNDONE
    line(desk, "0905", "2")
    desk.clock.pass_by(seconds=30)
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert "되돌릴 수 없습니다" in dialog.hint.words.text()
    assert desk.stored()[1].status is VisitStatus.DONE


class FullDisk:
    """The service while the disk is full."""

    def __init__(self, real: LateVisitService) -> None:
        self.real = real
        self.full = True

    def enter(
        self, actor: Actor, new: NewVisit, at: datetime, reason: LateReason, until: datetime | None = None
    ) -> Registered:
        if self.full:
            raise DiskFull("/home")
        return self.real.enter(actor, new, at, reason, until)


def test_lines_that_could_not_be_saved_are_kept_and_saved_again(make_desk: MakeDesk, office: Office) -> None:
    disk = FullDisk(office.late_visits)
    desk = make_desk(parts={"late_visits": disk})
    dialog = opened(desk)
    line(desk, "0905", "4")
    line(desk, "0912", "2")
    assert "09:05 여권 신청 외 1건" in dialog.entered.unsaved.words.text()
    assert desk.counter.unfinished().unsaved == 2
    desk.press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "2개" in dialog.hint.words.text()
    disk.full = False
    desk.press(Qt.Key.Key_E, CTRL)
    assert (dialog.at.text(), dialog.services.field.text()) == ("09:05", "여권 신청")
    dialog.at.setFocus()
    dialog.at.selectAll()
    desk.write("0906")
    desk.enter()
    desk.press(Qt.Key.Key_T, CTRL)
    desk.settle()
    assert [(v.service_name, f"{v.registered_at:%M}") for v in desk.stored()] == [
        ("여권 신청", "06"),
        ("인감증명", "12"),
    ]
    assert dialog.entered.unsaved.isHidden()
    desk.press(Qt.Key.Key_Escape)
    assert desk.counter.late_entry is None


def test_a_line_that_fails_after_the_dialog_is_closed_brings_it_back(make_desk: MakeDesk, office: Office) -> None:
    disk = FullDisk(office.late_visits)
    desk = make_desk(parts={"late_visits": disk})
    opened(desk)
    desk.write("0905")
    desk.write("4")
    desk.enter()
    desk.press(Qt.Key.Key_Escape)  # before the answer has come
    desk.settle()
    again = desk.counter.late_entry
    assert again is not None
    assert "09:05 여권 신청" in again.entered.unsaved.words.text()


def test_the_list_of_the_day_marks_it_with_its_reason(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.register("1")
    desk.press(Qt.Key.Key_N, CTRL)
    desk.press(Qt.Key.Key_2, CTRL)
    line(desk, "0905", "4")
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert desk.shown() == ["A-001", "A-002"]  # by the time it was, not by when it was typed
    assert desk.row("A-002")["업무"] == "나중 입력 · 여권 신청"
    assert desk.row("A-002")["접수증"] == "–"
    assert desk.row("A-001")["업무"] == "주민등록 등·초본"
    cell = counter.today.model.index(1, 1)
    assert "나중 입력: 프로그램·PC 고장 (11-20 10:00에 입력)" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert "프로그램·PC 고장" in cell.data(Qt.ItemDataRole.AccessibleTextRole)
    desk.press(Qt.Key.Key_F, CTRL)
    desk.commit("나중 입력")
    assert desk.shown() == ["A-002"]
    desk.enter()
    desk.press(Qt.Key.Key_J, CTRL)
    assert counter.correction is not None
    said = [label.text() for label in counter.correction.findChildren(type(counter.correction.hint.words))]
    assert "나중 입력: 프로그램·PC 고장 (11-20 10:00에 입력)" in said
    desk.press(Qt.Key.Key_Escape)


def test_an_earlier_day_that_is_looked_at_shows_it_at_once(desk: Desk, clerk: Actor) -> None:
    desk.office.visits.register(clerk, NewVisit("SEAL"))
    desk.clock.at += timedelta(days=1)
    counter = desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_Left, ALT)
    desk.settle()
    desk.press(Qt.Key.Key_N, CTRL)
    dialog = counter.late_entry
    assert dialog is not None
    dialog.day.setDate(QDate(2026, 11, 20))
    line(desk, "0905", "4")
    desk.press(Qt.Key.Key_Escape)
    assert desk.shown() == ["A-001", "A-002"]


def test_only_days_that_can_be_entered_can_be_picked(desk: Desk) -> None:
    dialog = opened(desk)
    assert (dialog.day.minimumDate(), dialog.day.maximumDate()) == (QDate(2026, 10, 20), QDate(2026, 11, 20))


def test_a_slip_can_be_printed_afterwards(desk: Desk) -> None:
    opened(desk)
    line(desk, "0905", "4")
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    desk.press(Qt.Key.Key_R, CTRL)
    desk.settle()
    assert len(slips_in(desk.office.home.root)) == 1
    assert stored(desk.office.home, "SELECT reissue FROM slip") == [(0,)]


def test_the_figures_say_how_many(desk: Desk, clerk: Actor) -> None:
    nine = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo(SEOUL))
    desk.office.late_visits.enter(clerk, NewVisit("SEAL"), nine, LateReason.POWER)
    desk.sign_in("supervisor1")
    desk.press(Qt.Key.Key_F6)
    desk.settle()
    sheet = desk.screen(ScreenName.DAILY_SHEET, DailySheetView)
    assert "나중에 입력 1건" in sheet.late.text()
    assert sheet.late.isVisible()
    desk.press(Qt.Key.Key_Left)
    desk.settle()
    assert not sheet.late.isVisible()


def test_every_reason_has_words_of_its_own(desk: Desk) -> None:
    assert len({words.late_reason(reason) for reason in LateReason}) == len(LateReason)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_it_fits_the_window_whatever_it_says(make_desk: MakeDesk, office: Office, size: tuple[int, int]) -> None:
    disk = FullDisk(office.late_visits)
    desk = make_desk(parts={"late_visits": disk}, size=size)
    dialog = opened(desk)
    line(desk, "0905", "4")
    disk.full = False
    line(desk, "2359", "2")
    assert not dialog.hint.isHidden()
    assert not dialog.entered.unsaved.isHidden()
    assert dialog.height() <= size[1] - 40
    assert dialog.width() <= size[0] - 40
