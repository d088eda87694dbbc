"""What a printer says of itself: the answers to DLE EOT (at once) and GS r (after what was sent before it)."""

from __future__ import annotations

from enum import IntEnum

from app.domain.errors import AppError, PrinterCoverOpen, PrinterFailed, PrinterOffline, PrinterOutOfPaper

AFTER_ALL_BEFORE = b"\x1dr\x01"
"""GS r 1: the paper sensor, answered in its turn, so its answer says that everything sent before it was worked on."""


class Question(IntEnum):
    """The n of DLE EOT n."""

    ONLINE = 1
    OFFLINE_CAUSE = 2
    PAPER = 4

    @property
    def command(self) -> bytes:
        return bytes((0x10, 0x04, self.value))


ALL_QUESTIONS = (Question.OFFLINE_CAUSE, Question.PAPER, Question.ONLINE)
"""Asked in this order: the cause of a stop is known before the stop itself."""

# Bits 0, 1, 4 and 7 are fixed in every answer; what else comes is noise or another language.
_FIXED, _FIXED_AT_ONCE, _FIXED_IN_TURN = 0b1001_0011, 0b0001_0010, 0b0000_0000
_FIXED_IN_TURN_MASK = 0b1001_0000
_OFFLINE = 0b0000_1000
_COVER_OPEN, _STOPPED_FOR_PAPER, _ERROR = 0b0000_0100, 0b0010_0000, 0b0100_0000
_PAPER_END, _PAPER_END_IN_TURN = 0b0110_0000, 0b0000_1100


def is_answer(byte: int) -> bool:
    """Whether `byte` can be the answer to a question of DLE EOT."""
    return byte & _FIXED == _FIXED_AT_ONCE


def is_answer_in_turn(byte: int) -> bool:
    """Whether `byte` can be the answer to GS r."""
    return byte & _FIXED_IN_TURN_MASK == _FIXED_IN_TURN


def problem_in(question: Question, byte: int, printer: str) -> AppError | None:
    """What the answer `byte` to `question` says is wrong with `printer`; paper that is nearly used up is not."""
    match question:
        case Question.OFFLINE_CAUSE:
            if byte & _COVER_OPEN:
                return PrinterCoverOpen(printer)
            if byte & _STOPPED_FOR_PAPER:
                return PrinterOutOfPaper(printer)
            if byte & _ERROR:
                return PrinterFailed(printer)
        case Question.PAPER:
            if byte & _PAPER_END:
                return PrinterOutOfPaper(printer)
        case Question.ONLINE:
            if byte & _OFFLINE:
                return PrinterOffline(printer)
    return None


def paper_is_out(byte: int) -> bool:
    """Whether the answer `byte` to GS r 1 says that the paper is used up."""
    return bool(byte & _PAPER_END_IN_TURN)
