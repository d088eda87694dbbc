"""A day at one counter PC: sixty visits, two clerks, a printer that fails half of the time, keyboard alone."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
import zxingcpp

from app.bootstrap import open_office
from app.config.paths import Home
from app.config.settings import DeskSettings, save_settings
from app.domain.actors import Actor, Role
from app.domain.languages import Language
from app.domain.slips import Paper
from tests.support.escpos_printer import EscposPrinter, listening
from tests.support.offices import PASSWORD, stored
from tests.support.real_screen import Keyboard, awaited, running_window, virtual_screen

KEYED = {
    "1": "RESREG",
    "2": "SEAL",
    "3": "MOVEIN",
    "4": "PASSPORT",
    "5": "FAMILY",
    "6": "BIRTHDEATH",
    "7": "LOCALTAX",
    "8": "BUILDING",
    "9": "GENERAL",
}


class MoodyPrinter(EscposPrinter):
    """Has no paper at every second job."""

    jobs = 0

    def work(self, take: Callable[[int], bytes], give: Callable[[bytes], object]) -> None:
        self.jobs += 1
        self.rows_left = 0 if self.jobs % 2 == 0 else 1_000_000
        super().work(take, give)


@dataclass
class Hands:
    """What a clerk does, and looking into the home whether it was done."""

    home: Home
    keyboard: Keyboard
    made: int = 0

    def sign_in(self, login: str, name: str) -> None:
        self.keyboard.type(login)
        self.keyboard.press("Tab")
        self.keyboard.type(PASSWORD)
        self.keyboard.press("Return")
        self.keyboard.await_window(name)

    def register(self, digits: str, *, slip: bool = True) -> None:
        """`135` is a visit with three services."""
        keys = [key for digit in digits for key in (digit, "plus")][:-1]
        self.keyboard.press(*keys, "Return" if slip else "ctrl+Return")
        self.made += 1
        awaited(lambda: stored(self.home, "SELECT count(*) FROM visit") == [(self.made,)])
        services = tuple(KEYED[digit] for digit in digits)
        assert self.services(self.made) == services

    def services(self, seq: int) -> tuple[str, ...]:
        first = stored(self.home, "SELECT service_code FROM visit WHERE seq = ?", (seq,))
        further = stored(
            self.home,
            "SELECT f.service_code FROM further_service f JOIN visit v ON v.id = f.visit_id WHERE v.seq = ? "
            "ORDER BY f.position",
            (seq,),
        )
        return tuple(code for (code,) in first + further)

    def await_statuses(self, expected: dict[str, int]) -> None:
        awaited(lambda: dict(stored(self.home, "SELECT status, count(*) FROM visit GROUP BY status")) == expected)

    def await_slips_settled(self) -> None:
        awaited(lambda: stored(self.home, "SELECT count(*) FROM slip WHERE state = 'waiting'") == [(0,)])


@pytest.fixture
def display() -> Iterator[str]:
    with virtual_screen() as name:
        yield name


def test_sixty_visits_two_clerks_and_a_moody_printer(home: Home, display: str) -> None:
    printer = MoodyPrinter()
    choice = random.Random(60)
    with listening(printer) as address:
        save_settings(home.settings, DeskSettings(printer=address))
        hands = Hands(home, Keyboard(display))
        with running_window(home, display):
            hands.keyboard.await_window("민원데스크")
            hands.sign_in("clerk1", "김하늘")
            for _ in range(26):
                hands.register(choice.choice(list(KEYED)))
            hands.register("123")
            hands.register("4", slip=False)
            # Half-typed, and a colleague takes over.
            hands.keyboard.press("5", "Tab", "Tab")
            hands.keyboard.type("B77")
            hands.keyboard.press("F10", "0")
            hands.sign_in("clerk2", "이도윤")
            for _ in range(28):
                hands.register(choice.choice(list(KEYED)))
            # Three who wait, from the reception; two are called and served, one leaves.
            hands.keyboard.press("F3")
            hands.keyboard.press("2", "Return")
            hands.keyboard.press("3", "Return")
            hands.keyboard.press("4", "Return")
            hands.made += 3
            hands.await_statuses({"done": 55, "serving": 1, "waiting": 3})
            hands.keyboard.press("F2")
            for served in (1, 2):
                hands.keyboard.press("F5")
                hands.await_statuses({"done": 54 + served, "serving": 1, "called": 1, "waiting": 3 - served})
                hands.keyboard.press("F5")
                hands.await_statuses({"done": 55 + served, "serving": 1, "waiting": 3 - served})
            hands.keyboard.press("F5")
            hands.await_statuses({"done": 57, "serving": 1, "called": 1})
            hands.keyboard.press("ctrl+g")
            hands.await_statuses({"done": 57, "serving": 1, "left": 1})
            hands.keyboard.press("F8")
            hands.await_statuses({"done": 58, "left": 1})
            # The first clerk is back, finds what was begun, and saves it.
            hands.keyboard.press("F10")
            hands.keyboard.press("1")
            hands.keyboard.type(PASSWORD)
            hands.keyboard.press("Return")
            hands.keyboard.await_window("김하늘")
            hands.keyboard.press("Return")
            hands.made += 1
            awaited(lambda: stored(home, "SELECT service_code, queue_number FROM visit WHERE seq = 60") != [])
            assert stored(home, "SELECT service_code, queue_number, registered_by FROM visit WHERE seq = 60") == [
                ("FAMILY", "B77", "clerk1")
            ]
            states = "SELECT state, count(*) FROM slip GROUP BY state"
            awaited(lambda: dict(stored(home, states)) == {"confirmed": 30, "failed": 29})
            _print_all_again(hands)
        _check_paper(home, printer)
        assert _own_numbers(home) == (29, 31)


def _failed(home: Home) -> int:
    """Visits whose newest slip did not come out."""
    newest = "SELECT state FROM slip s WHERE s.visit_id = v.id ORDER BY s.id DESC LIMIT 1"
    ((count,),) = stored(home, f"SELECT count(*) FROM visit v WHERE ({newest}) = 'failed'")
    return int(count)


def _print_all_again(hands: Hands) -> None:
    """Every slip that failed, from the list: the printer fails again at times, until none is left."""
    left = _failed(hands.home)
    assert left == 29
    hands.keyboard.press("ctrl+f", "Return")
    while left:
        hands.keyboard.press("ctrl+Home")
        for _ in range(0, hands.made, 10):
            # Enter on a row prints a slip that failed or was never printed, and does nothing else.
            hands.keyboard.press(*("Return", "Down") * 10)
        before, left = left, _awaited_fewer(hands, left)
        assert left < before


def _awaited_fewer(hands: Hands, before: int) -> int:
    awaited(lambda: _failed(hands.home) < before)
    hands.await_slips_settled()
    return _failed(hands.home)


def _check_paper(home: Home, printer: MoodyPrinter) -> None:
    """What the printer cut off can be read, and each piece leads to a visit's own survey."""
    office = open_office(home)
    supervisor = Actor("supervisor1", "최은영", Role.SUPERVISOR)
    try:
        visits = {visit.id for visit in office.visits.list_day(supervisor)}
        urls = {office.slips.issue(supervisor, i, Paper.ROLL80, Language.KO)[1].survey_url for i in visits}
    finally:
        office.close()
    read = set()
    for piece in printer.slips():
        found = zxingcpp.read_barcodes(piece, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
        read |= {code.text for code in found}
    assert len(printer.slips()) >= 30
    assert read <= urls
    assert len(read) >= 30


def _own_numbers(home: Home) -> tuple[int, int]:
    counted = dict(stored(home, "SELECT registered_by, count(*) FROM visit GROUP BY registered_by"))
    return counted["clerk1"], counted["clerk2"]
