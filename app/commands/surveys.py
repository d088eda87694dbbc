"""minwon survey and sealed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from app.bootstrap import serve_survey, survey_file
from app.commands.context import emit, general, office, office_as_actor
from app.commands.sharing import read_url
from app.commands.syncing import told_to_stop
from app.commands.values import read_folder
from app.domain.errors import AppError
from app.services.clock import system_clock
from app.services.survey_stores import read_survey
from app.services.survey_stores import take_keys as take_signed_keys
from app.sync.survey_link import SurveyLink, SurveyShared, keep_sharing, open_link

survey_commands = typer.Typer(help="The citizens' survey.")
sealed_commands = typer.Typer(help="Sealed answers, for the audit officer alone.")

Store = Annotated[Path, typer.Option(metavar="DIR", help="the survey server's store")]


@survey_commands.command("serve")
def serve(
    host: Annotated[str, typer.Option(help="the address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="the port; 0 for any free one", min=0, max=65535)] = 0,
    store: Annotated[Path | None, typer.Option(help="a store made by export-keys; the home's own if left out")] = None,
    shared: Annotated[str | None, typer.Option(metavar="URL", help="share meanwhile, as 'survey share' does")] = None,
) -> None:
    """Serve the survey until stopped. With --store the home is not opened at all."""
    if store is None:
        folder = general.home.survey
        with office() as opened:
            opened.stores.export(folder)
    else:
        folder = read_folder("--store", store)
    link = None if shared is None else _link(folder, shared)
    serve_survey(general.home, folder, host, port, lambda address: emit({"listening": address}), link)


@survey_commands.command("export-keys")
def export_keys(folder: Annotated[Path, typer.Argument(metavar="DIR")]) -> None:
    """Make a store for a survey server: public keys and the survey file, nothing else."""
    with office() as opened:
        opened.stores.export(read_folder("DIR", folder))
    emit({"store": str(folder.absolute())})


@survey_commands.command("keys")
def keys(out: Annotated[Path, typer.Option(metavar="FILE", help="the file to write")]) -> None:
    """A signed list of the counters' public keys, to be carried to a survey server that reaches no shared side."""
    with office_as_actor() as (opened, actor):
        path = read_folder("--out", out)
        listed = opened.stores.sign_keys(actor, path)
        emit({"file": str(path), "counters": len(listed.counters)})


@survey_commands.command("take-keys")
def take_keys(file: Annotated[Path, typer.Argument(metavar="FILE", help="from 'survey keys'")], store: Store) -> None:
    """Take a signed list of keys into a store. The first one, or export-keys, says whose lists it takes."""
    folder = read_folder("--store", store)
    changed = take_signed_keys(folder, read_folder("FILE", file), survey_file())
    emit({"store": str(folder), "changed": changed})


@survey_commands.command("share")
def share(
    url: Annotated[str, typer.Argument(metavar="URL", help="postgresql://USER@HOST/DATABASE or sqlite:///PATH")],
    store: Store,
    every: Annotated[float | None, typer.Option(metavar="SECONDS", min=1, help="again and again until stopped")] = None,
    everything: Annotated[bool, typer.Option("--all", help="also what was given more than two weeks ago")] = False,
) -> None:
    """Fetch keys from the shared side; give it the figures and the answers of days that have been closed for a day.

    The password of the login from 'shared survey-login' is in MINWON_SHARED_PASSWORD, or asked for. It is not kept.
    """
    link = _link(read_folder("--store", store), url)
    try:
        if every is None or everything:
            emit(shared_line(link.once(everything=everything)))
        if every is not None:
            with told_to_stop() as told:
                keep_sharing(link, told, every, _tell)
    finally:
        link.close()


def _link(folder: Path, url: str) -> SurveyLink:
    address, login = read_url(url)
    return open_link(folder, address, login, lambda: read_survey(survey_file()), system_clock)


def shared_line(shared: SurveyShared) -> dict[str, object]:
    """A round as the command line writes it."""
    return {"keys_changed": shared.keys_changed, "answers": shared.answers, "days": shared.days}


def _tell(told: SurveyShared | AppError) -> None:
    if isinstance(told, AppError):
        emit({"trouble": type(told).__name__})
    elif told.keys_changed or told.answers or told.days:
        emit(shared_line(told))


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
