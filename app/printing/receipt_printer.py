"""A slip on a receipt printer that the program speaks to itself (ESC/POS)."""

from __future__ import annotations

import time

from app.domain.errors import PaperNotOnRoll, PrinterOutOfPaper, PrinterUnreachable
from app.domain.printer_addresses import parse_printer_address
from app.domain.slips import Paper, SlipState
from app.printing.escpos_raster import bands, slip_dots
from app.printing.printer_status import (
    AFTER_ALL_BEFORE,
    ALL_QUESTIONS,
    is_answer,
    is_answer_in_turn,
    paper_is_out,
    problem_in,
)
from app.printing.receipt_connections import Link, connected

FIRST_ANSWER_SECONDS = 1.0
ANSWER_SECONDS = 3.0
PRINTING_SECONDS = 4.0
_BETWEEN_QUESTIONS_SECONDS = 0.25


def print_receipt(pdf: bytes, paper: Paper, printer: str) -> SlipState:
    """Print the slip `pdf` on the receipt printer at `printer`; how sure it is that it is on paper.

    CONFIRMED: the printer answered that it had worked on everything, and that nothing was wrong then. HANDED: it took
    every byte, and does not say that it has worked on them, or nothing that can be understood.
    Errors: `PaperNotOnRoll`, `BadValue` for the address, `PrinterUnreachable`, `PrinterOutOfPaper`, `PrinterCoverOpen`,
    `PrinterOffline`, `PrinterFailed`, `CannotWrite`, `DiskFull`.
    """
    address = parse_printer_address(printer)
    if paper is Paper.A5:
        raise PaperNotOnRoll(address.typed)
    dots = slip_dots(pdf, paper)
    with connected(address) as link:
        talk = _Talk(link, address.typed)
        link.printer.hw("INIT")
        talk.look(FIRST_ANSWER_SECONDS, first=True)
        for band in bands(dots, link.rows):
            link.printer.image(band, fragment_height=band.height)
            talk.look(ANSWER_SECONDS)
        link.printer.cut()
        return talk.wait_for_paper()


class _Talk:
    """Asking a printer how it is, for as long as its answers can be trusted."""

    def __init__(self, link: Link, printer: str) -> None:
        self._link = link
        self._printer = printer
        self._trusted = link.read is not None
        self._in_turn_awaited = False

    def look(self, seconds: float, *, first: bool = False) -> None:
        """Ask everything once. Errors: what the printer says is wrong; `PrinterUnreachable` when it falls silent.

        A printer that is silent from the start, or makes no sense at any time, is not asked again.
        """
        for question in ALL_QUESTIONS:
            if not self._trusted:
                return
            self._link.printer._raw(question.command)
            answer = self._answer(seconds)
            if answer is not None:
                problem = problem_in(question, answer, self._printer)
                if problem is not None:
                    raise problem
            elif self._trusted:
                if not first:
                    raise PrinterUnreachable(self._printer)
                self._trusted = False

    def wait_for_paper(self) -> SlipState:
        """Wait until the printer has worked on everything sent. Errors: as `look`."""
        if self._trusted:
            self._in_turn_awaited = True
            self._link.printer._raw(AFTER_ALL_BEFORE)
        end = time.monotonic() + PRINTING_SECONDS
        # Paper may run out while the last of it is printed: then the answer in turn never comes, but another one does.
        while self._trusted and time.monotonic() < end:
            if self._all_worked_on():
                break
        if self._trusted and not self._in_turn_awaited:
            return SlipState.CONFIRMED
        # Being well is not having printed: a slow head may run out of paper yet.
        self._link.finish()
        return SlipState.HANDED

    def _all_worked_on(self) -> bool:
        self._listen(_BETWEEN_QUESTIONS_SECONDS)
        self.look(ANSWER_SECONDS)
        return not self._in_turn_awaited

    def _answer(self, seconds: float) -> int | None:
        """The answer to the question just asked; None for silence, or when the printer makes no sense."""
        end = time.monotonic() + seconds
        while self._trusted and (left := end - time.monotonic()) > 0:
            answers = self._listen(left)
            if len(answers) > 1:
                self._trusted = False
            elif answers:
                return answers[0]
        return None

    def _listen(self, seconds: float) -> bytes:
        """What came within `seconds` as answers to DLE EOT; the answer in turn is taken out."""
        answers = bytearray()
        for byte in self._link.read(seconds) if self._link.read is not None else b"":
            if is_answer(byte):
                answers.append(byte)
            elif self._in_turn_awaited and is_answer_in_turn(byte):
                self._in_turn_awaited = False
                if paper_is_out(byte):
                    raise PrinterOutOfPaper(self._printer)
            else:
                self._trusted = False
        return bytes(answers) if self._trusted else b""
