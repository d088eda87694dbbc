"""The incident key: a note from wherever the keyboard is, its clock, its window, its report; and nobody's name."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.bootstrap import Office
from app.domain.actors import Actor
from app.domain.incidents import AbuseKind, Incident, IncidentEnd
from app.ui.incident.desk import IncidentDesk
from app.ui.incident.dialog import IncidentDialog
from app.ui.incident.list_dialog import IncidentListDialog
from app.ui.shared.places import ScreenName
from tests.support.offices import PASSWORD
from tests.ui.conftest import ALT, CTRL, SHIFT, Desk, MakeDesk

F11 = Qt.Key.Key_F11


def noted(office: Office, actor: Actor) -> tuple[Incident, ...]:
    today = office.visits.now(actor).day
    return office.incidents.all(actor, today, today)


def incident(desk: Desk) -> IncidentDesk:
    found = desk.shell.incident
    assert found is not None
    return found


def begin(desk: Desk) -> IncidentDesk:
    desk.press(F11)
    desk.settle()
    return incident(desk)


def test_one_key_notes_time_and_counter_and_takes_nothing_from_the_hands(
    desk: Desk, office: Office, clerk: Actor
) -> None:
    counter = desk.sign_in_at_counter()
    note = counter.entry.note
    note.setFocus()
    desk.commit("위임장")
    desk.compose("확")
    found = begin(desk)
    (begun,) = noted(office, clerk)
    assert (begun.begun_at, begun.counter_code, begun.by) == (desk.clock.at, "A", "clerk1")
    assert found.strip.isVisible()
    assert QApplication.focusWidget() is note
    assert note.live_text() == "위임장확"
    desk.commit("확인")
    assert note.text() == "위임장확인"
    assert QApplication.activeModalWidget() is None


def test_pressed_twice_it_is_one_note_and_the_second_time_it_is_written(
    desk: Desk, office: Office, clerk: Actor
) -> None:
    desk.sign_in_at_counter()
    begin(desk)
    found = begin(desk)
    assert len(noted(office, clerk)) == 1
    assert isinstance(found.dialog, IncidentDialog)
    assert found.dialog.isVisible()


def test_it_works_inside_a_dialog_too(desk: Desk, office: Office, clerk: Actor) -> None:
    desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_K, CTRL)
    assert QApplication.activeModalWidget() is not None
    begin(desk)
    assert len(noted(office, clerk)) == 1
    assert desk.shell.password is not None
    assert desk.shell.password.isVisible()


@pytest.mark.parametrize(
    ("minutes", "says"),
    [(1, "하던 일을 계속하셔도 됩니다"), (15, "15분이 지났습니다"), (20, "대화를 끝낼 수 있습니다")],
)
def test_the_strip_says_what_the_rule_allows_and_when(desk: Desk, minutes: int, says: str) -> None:
    desk.sign_in_at_counter()
    desk.press(F11)
    desk.settle()
    found = incident(desk)
    desk.clock.pass_by(minutes=minutes)
    found.presenter.look()
    desk.settle()
    assert says in found.strip.line.whole()
    assert found.strip.clock.text().startswith(f"{minutes}:0")


def test_the_offices_own_minutes_count(desk: Desk, office: Office) -> None:
    admin = office.accounts.sign_in("admin", PASSWORD)
    office.offices.change(admin, talk_notice=3, talk_end=5)
    desk.sign_in_at_counter()
    found = begin(desk)
    assert (found.presenter.limits.notice, found.presenter.limits.end) == (3, 5)


def test_warned_and_ended_by_keys_while_something_is_typed(desk: Desk, office: Office, clerk: Actor) -> None:
    counter = desk.sign_in_at_counter()
    counter.entry.note.setFocus()
    found = begin(desk)
    desk.clock.pass_by(minutes=4)
    desk.press(F11, SHIFT)
    desk.settle()
    desk.clock.pass_by(minutes=16)
    desk.press(F11, CTRL)
    desk.settle()
    (note,) = noted(office, clerk)
    assert note.warned_at == note.begun_at + timedelta(minutes=4)
    assert note.ended_at == note.begun_at + timedelta(minutes=20)
    assert note.end is IncidentEnd.ENDED_BY_US
    assert found.strip.clock.text() == "20:00"
    assert QApplication.focusWidget() is counter.entry.note


def test_written_and_printed_as_a_report(desk: Desk, office: Office, clerk: Actor) -> None:
    desk.sign_in_at_counter()
    found = begin(desk)
    desk.press(F11)
    desk.press(Qt.Key.Key_2, ALT)
    desk.press(Qt.Key.Key_4, CTRL)
    desk.commit("창구를 내리치며 위협함")
    desk.press(Qt.Key.Key_Tab)
    desk.compose("청원경")
    desk.commit("청원경찰")
    desk.press(Qt.Key.Key_P, CTRL)
    desk.settle()
    (note,) = noted(office, clerk)
    assert (note.kind, note.end) == (AbuseKind.THREAT, IncidentEnd.POLICE)
    assert (note.text, note.witnesses) == ("창구를 내리치며 위협함", "청원경찰")
    (report,) = (office.home.root / "incidents").iterdir()
    assert report.name == "incident-20261120-1000.pdf"
    assert found.strip.line.whole() == "보고서를 프린터로 보냈습니다"


def test_a_note_that_is_refused_keeps_what_was_typed(desk: Desk, office: Office, clerk: Actor) -> None:
    desk.sign_in_at_counter()
    found = begin(desk)
    desk.press(F11)
    desk.commit("번호 900101-1234567")
    desk.enter()
    desk.settle()
    dialog = found.dialog
    assert isinstance(dialog, IncidentDialog)
    assert dialog.isVisible()
    assert dialog.hint.isVisible()
    assert dialog.text.toPlainText() == "번호 900101-1234567"
    assert noted(office, clerk)[0].text == ""


def test_a_note_half_written_is_not_thrown_away_with_the_desk(desk: Desk, office: Office, clerk: Actor) -> None:
    desk.sign_in_at_counter()
    found = begin(desk)
    assert not desk.shell.unfinished()  # what the key noted is kept already
    desk.press(F11)
    dialog = found.dialog
    assert isinstance(dialog, IncidentDialog)
    assert not desk.shell.unfinished()
    desk.compose("창구를")
    assert desk.shell.unfinished().typed
    desk.window.doorway.lock()
    assert desk.shell.unfinished().typed
    desk.window.ask_to_sign_out()
    assert desk.window.question is not None
    assert desk.window.question.isVisible()
    desk.window.question.reject()
    dialog.text.fill("창구를 내리침")
    dialog.keep.click()
    desk.settle()
    assert noted(office, clerk)[0].text == "창구를 내리침"
    assert not desk.shell.unfinished()


@pytest.mark.parametrize("key", [(Qt.Key.Key_2, ALT), (Qt.Key.Key_1, CTRL)])
def test_what_was_only_chosen_counts_until_it_is_left(desk: Desk, key: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    desk.sign_in_at_counter()
    begin(desk)
    desk.press(F11)
    desk.press(*key)
    assert desk.shell.unfinished().typed
    desk.press(Qt.Key.Key_Escape)
    assert not desk.shell.unfinished()


def test_pressed_by_mistake_it_goes_away(desk: Desk, office: Office, clerk: Actor) -> None:
    desk.sign_in_at_counter()
    found = begin(desk)
    desk.press(F11)
    desk.press(Qt.Key.Key_5, CTRL)
    desk.enter()
    desk.settle()
    assert noted(office, clerk)[0].end is IncidentEnd.MISTAKE
    found._gone.timeout.emit()
    assert not found.strip.isVisible()


def test_a_note_that_runs_is_there_again_after_the_window_was_closed(
    make_desk: MakeDesk, office: Office, clerk: Actor
) -> None:
    office.incidents.begin(clerk)
    desk = make_desk()
    desk.clock.pass_by(minutes=7)
    desk.sign_in_at_counter()
    assert incident(desk).strip.isVisible()
    assert incident(desk).strip.clock.text().startswith("7:0")


def test_earlier_notes_are_found_again_own_ones_and_for_the_supervisor_all(
    make_desk: MakeDesk, office: Office, clerk: Actor, supervisor: Actor
) -> None:
    note = office.incidents.begin(clerk)
    office.incidents.end(clerk, note.id, IncidentEnd.CALMED)
    desk = make_desk()
    desk.sign_in("clerk2")
    desk.press(F11, ALT)
    desk.settle()
    assert _listed(desk) == ()
    desk.press(Qt.Key.Key_Escape)
    desk.close()
    desk = make_desk()
    desk.sign_in("supervisor1")
    desk.press(F11, ALT)
    desk.settle()
    assert [each.id for each in _listed(desk)] == [note.id]
    desk.enter()
    desk.commit("진정하고 돌아감")
    desk.enter()
    desk.settle()
    assert office.incidents.show(supervisor, note.id).text == "진정하고 돌아감"


def _listed(desk: Desk) -> tuple[Incident, ...]:
    dialog = incident(desk).dialog
    assert isinstance(dialog, IncidentListDialog)
    return dialog.model.records


def test_behind_a_cover_the_key_does_nothing(desk: Desk, office: Office, clerk: Actor) -> None:
    desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_F12)
    desk.press(F11)
    desk.settle()
    assert noted(office, clerk) == ()


@pytest.mark.parametrize("login", ["auditor1", "admin"])
def test_whoever_is_at_no_counter_has_no_such_key(desk: Desk, login: str) -> None:
    desk.sign_in(login)
    before = desk.shell.current
    desk.press(F11)
    desk.settle()
    assert desk.shell.incident is None
    assert desk.shell.current is before


def test_the_supervisor_has_the_key_and_the_check_another_one(desk: Desk, office: Office, supervisor: Actor) -> None:
    desk.sign_in("supervisor1")
    begin(desk)
    assert len(noted(office, supervisor)) == 1
    desk.press(Qt.Key.Key_F6, SHIFT)
    desk.settle()
    assert desk.shell.current is ScreenName.INTEGRITY
    assert incident(desk).strip.isVisible()
