"""minwon init."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from app.bootstrap import found_home
from app.commands.context import complain, emit, general, language
from app.commands.context import office as services_of_home
from app.commands.explaining import explain_recovery_code
from app.commands.people import write_recovery_sheet
from app.config.paths import resources
from app.config.settings import PRINT_TO_FILES, DeskSettings, save_settings
from app.domain.errors import BadValue
from app.services.founding import empty_office, sample_office


def init(
    password: Annotated[str, typer.Option(help="every new account's first password")],
    sample: Annotated[bool, typer.Option("--sample", help="the practice office 한빛구 with six accounts")] = False,
    office: Annotated[str, typer.Option(help="the office's name (without --sample)")] = "",
    survey_host: Annotated[str, typer.Option(help="the host in the slip's QR code (without --sample)")] = "",
    recovery_sheet: Annotated[
        Path | None, typer.Option(help="write the recovery code's sheet to this PDF file (without --sample)")
    ] = None,
) -> None:
    """Make a new home."""
    if sample:
        new = sample_office(resources() / "sample")
        passphrase = os.environ.get("MINWON_AUDIT_PASSPHRASE") or None
    else:
        if not office.strip():
            raise BadValue("--office", office)
        if not survey_host.strip():
            raise BadValue("--survey-host", survey_host)
        new = empty_office(office.strip(), survey_host.strip())
        passphrase = None
    code = found_home(general.home, new, password, audit_passphrase=passphrase)
    if sample:
        # Whoever tries the program out rarely has a slip printer; slips become files in the home until one is chosen.
        save_settings(general.home.settings, DeskSettings(printer=PRINT_TO_FILES))
    if code:
        # Once and to the person alone: it is stored one-way, and results may end up in a file.
        complain(explain_recovery_code(code, language()))
        if recovery_sheet is not None:
            with services_of_home() as opened:
                write_recovery_sheet(opened, code, recovery_sheet)
    emit({"home": str(general.home.root), "office": new.settings.name, "accounts": [p[0] for p in new.people]})
