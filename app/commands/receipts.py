"""minwon receipt: a visit's slip, to a PDF file or straight to a receipt printer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from app.bootstrap import print_receipt, render_slip
from app.commands.context import emit, office_as_actor
from app.commands.values import read_moment
from app.config.files import write_file
from app.domain.errors import PaperNotOnRoll
from app.domain.languages import Language
from app.domain.printer_addresses import parse_printer_address
from app.domain.slip_failures import failure_of
from app.domain.slips import Paper, SlipState


def receipt(
    visit_id: str,
    out: Annotated[Path | None, typer.Option(help="the PDF file to write")] = None,
    printer: Annotated[
        str | None, typer.Option(help="a receipt printer: tcp:HOST:PORT, usb:VID:PID, serial:PORT[:BAUD] or file:PATH")
    ] = None,
    paper: Annotated[Paper, typer.Option(help="what it is printed on")] = Paper.ROLL80,
    language: Annotated[Language, typer.Option(help="the citizen's language")] = Language.KO,
    printed_at: Annotated[str, typer.Option(help="print time on the slip; now if left out")] = "",
) -> None:
    """Write a visit's slip as PDF or print it; every slip after the first is a reissue with the same QR code."""
    send = _way_to_paper(out, printer, paper)
    with office_as_actor() as (opened, actor):
        zone = opened.offices.settings().timezone
        at = read_moment("--printed-at", printed_at, zone) if printed_at else None
        slip, content = opened.slips.issue(actor, visit_id, paper, language, at)
        try:
            state = send(render_slip(content, paper))
        except BaseException as error:
            # Also when the person gives up: a slip that did not reach paper must not stay waiting.
            if slip.state in (SlipState.WAITING, SlipState.FAILED):
                opened.slips.mark(actor, slip.id, SlipState.FAILED, failure_of(error).value)
            raise
        if slip.state is not SlipState.CONFIRMED:
            opened.slips.mark(actor, slip.id, state)
        where = {"file": str(out)} if out is not None else {"printer": printer}
        emit(
            {
                "visit_id": visit_id,
                "number": content.number,
                "reissue": slip.reissue,
                **where,
                "state": state.value,
            }
        )


def _way_to_paper(out: Path | None, printer: str | None, paper: Paper) -> Callable[[bytes], SlipState]:
    """What prints a PDF. Errors: `BadValue`, `PaperNotOnRoll`, before anything is issued."""
    if printer is None and out is not None:
        return partial(_write, out)
    if printer is None or out is not None:
        raise typer.BadParameter("'--out', '--printer'")
    address = parse_printer_address(printer)
    if paper is Paper.A5:
        raise PaperNotOnRoll(address.typed)
    return lambda pdf: print_receipt(pdf, paper, address.typed)


def _write(out: Path, pdf: bytes) -> SlipState:
    write_file(out, pdf)
    return SlipState.HANDED
