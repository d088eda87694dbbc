"""What is written down for a slip that did not reach paper."""

from __future__ import annotations

from app.domain.errors import (
    CannotWrite,
    DiskFull,
    NoPrinter,
    PrinterCoverOpen,
    PrinterFailed,
    PrinterOffline,
    PrinterOutOfPaper,
    PrinterUnreachable,
)
from app.domain.slips import SlipFailure


def failure_of(error: BaseException) -> SlipFailure:
    """The reason to write down for a slip that `error` kept from paper."""
    match error:
        case NoPrinter():
            return SlipFailure.NO_PRINTER
        case PrinterOutOfPaper():
            return SlipFailure.PAPER_OUT
        case PrinterCoverOpen():
            return SlipFailure.COVER_OPEN
        case PrinterOffline():
            return SlipFailure.PRINTER_OFFLINE
        case PrinterUnreachable():
            return SlipFailure.PRINTER_SILENT
        case PrinterFailed():
            return SlipFailure.PRINTER_FAILED
        case CannotWrite() | DiskFull():
            return SlipFailure.CANNOT_WRITE
    return SlipFailure.UNKNOWN
