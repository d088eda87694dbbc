"""minwon survey and sealed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from app.bootstrap import serve_survey
from app.commands.context import emit, general, office, office_as_actor
from app.commands.values import read_folder

survey_commands = typer.Typer(help="The citizens' survey.")
sealed_commands = typer.Typer(help="Sealed answers, for the audit officer alone.")


@survey_commands.command("serve")
def serve(
    host: Annotated[str, typer.Option(help="the address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="the port; 0 for any free one", min=0, max=65535)] = 0,
    store: Annotated[Path | None, typer.Option(help="a store made by export-keys; the home's own if left out")] = None,
) -> None:
    """Serve the survey until stopped. With --store the home is not opened at all."""
    if store is None:
        store = general.home.survey
        with office() as opened:
            opened.stores.export(store)
    serve_survey(general.home, read_folder("--store", store), host, port, lambda address: emit({"listening": address}))


@survey_commands.command("export-keys")
def export_keys(folder: Annotated[Path, typer.Argument(metavar="DIR")]) -> None:
    """Make a store for a survey server: public keys and the survey file, nothing else."""
    with office() as opened:
        opened.stores.export(read_folder("DIR", folder))
    emit({"store": str(folder.absolute())})


@sealed_commands.command("list")
def list_sealed() -> None:
    """One line a sealed answer; the passphrase is in MINWON_AUDIT_PASSPHRASE."""
    with office_as_actor() as (opened, actor):
        for entry in opened.sealed.list(actor, os.environ.get("MINWON_AUDIT_PASSPHRASE", "")):
            emit(
                {
                    "received_on": entry.received_on.isoformat(),
                    "department": entry.department,
                    "q7": list(entry.q7),
                    "text": entry.text,
                    "readable": entry.readable,
                }
            )
