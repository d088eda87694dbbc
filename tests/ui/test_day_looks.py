"""The clerk's whole day on screen, in both languages and two sizes: nothing clipped, covered, nameless or too small."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.actors import Actor
from app.domain.languages import ScreenLanguage
from app.domain.visits import NewVisit
from app.ui.reception.view import ReceptionView
from app.ui.shared.places import ScreenName
from app.ui.shared.whole_rows import WholeRowsTable
from tests.ui.conftest import ALT, CTRL, Desk, MakeDesk
from tests.ui.test_looks import check

every_look = pytest.mark.parametrize(
    "full", [(language, size) for language in ScreenLanguage for size in (0, 2)], indirect=True
)


@pytest.fixture
def full(make_desk: MakeDesk, clerk: Actor, request: pytest.FixtureRequest) -> Desk:
    """40 people waiting, some with several services, and somebody being served."""
    language, text_size = request.param
    desk = make_desk(language=language, text_size=text_size)
    codes = [service.code for service in desk.office.offices.services(clerk)]
    for place in range(40):
        further = tuple(codes[(place + n) % 15] for n in range(1, 1 + place % 4))
        counter = (None, "A", "B", "C")[place % 4]
        desk.office.visits.admit(clerk, NewVisit(codes[place % 15], further_services=further), counter)
        desk.clock.pass_by(minutes=2)
    desk.office.visits.register(clerk, NewVisit(codes[0], further_services=tuple(codes[1:6]), slip_withheld=True))
    return desk


def whole_rows(table: WholeRowsTable) -> bool:
    """Whether the table ends where a row ends."""
    return table.viewport().height() % table.verticalHeader().defaultSectionSize() == 0


@every_look
def test_the_counter_with_chips_with_somebody_called_and_on_an_earlier_day(full: Desk) -> None:
    counter = full.sign_in_at_counter()
    check(full.window)
    assert whole_rows(counter.today.table)
    full.write("1+2+3+4+5+6")
    check(full.window)
    full.write("+")
    check(full.window)
    full.press(Qt.Key.Key_Escape)
    full.press(Qt.Key.Key_F5)
    full.settle()
    check(full.window)
    counter.waiting.refused.emit("x " * 90)
    check(full.window)
    full.press(Qt.Key.Key_Left, ALT)
    full.settle()
    check(full.window)


@every_look
def test_the_dialogs_of_a_correction_and_of_handing_over(full: Desk) -> None:
    counter = full.sign_in_at_counter()
    full.press(Qt.Key.Key_H, CTRL)
    full.settle()
    assert counter.hand_over is not None
    check(counter.hand_over)
    counter.hand_over.presenter.refused.emit("x " * 90)
    check(counter.hand_over)
    full.press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    full.press(Qt.Key.Key_J, CTRL)
    dialog = counter.correction
    assert dialog is not None
    check(dialog)
    dialog.presenter.refused.emit("x " * 90)
    check(dialog)
    assert dialog.height() <= 768


@every_look
def test_the_reception_desk_with_a_full_room(full: Desk) -> None:
    full.sign_in_at_counter()
    full.press(Qt.Key.Key_F3)
    full.settle()
    reception = full.screen(ScreenName.RECEPTION, ReceptionView)
    check(full.window)
    assert whole_rows(reception.list.table)
    full.write("1+2+3")
    full.press(Qt.Key.Key_F, CTRL)
    check(full.window)
    reception.list.say("x " * 60)
    check(full.window)
