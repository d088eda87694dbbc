"""All commands together, and what a run ends with: 0 done, 1 a bug, 2 bad input, 3 not allowed, 4 unavailable."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.exceptions import TyperException

from app import __version__
from app.bootstrap import explain, explain_bug, explain_usage, open_window
from app.commands import figures, homes, offices, simulations, surveys, trials, visits
from app.commands.context import complain, emit, general, language, options_first, set_general
from app.domain.errors import AppError, BadValue

_VARIABLES = ("MINWON_HOME", "MINWON_PASSWORD", "MINWON_AUDIT_PASSPHRASE")

application = typer.Typer(
    name="minwon",
    help="민원데스크: 방문 접수, QR 접수증, 만족도 설문, 일일 현황.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@application.callback(invoke_without_command=True)
def _general(
    context: typer.Context,
    home: Annotated[Path | None, typer.Option(help="this counter's folder (or MINWON_HOME)")] = None,
    login: Annotated[str | None, typer.Option("--as", help="who acts; the password is in MINWON_PASSWORD")] = None,
    json: Annotated[bool, typer.Option("--json", help="nothing but JSON lines on stdout")] = False,
    version: Annotated[bool, typer.Option("--version", help="the program's version")] = False,
) -> None:
    set_general(home, login, json)
    if version:
        emit({"version": __version__})
    elif context.invoked_subcommand is None:
        desk()


@application.command()
def desk() -> None:
    """Open the window (the same as no command)."""
    raise typer.Exit(open_window(general.home))


application.command()(homes.init)
application.add_typer(offices.office_commands, name="office")
application.add_typer(visits.service_commands, name="service")
application.add_typer(visits.visit_commands, name="visit")
application.command()(visits.receipt)
application.add_typer(surveys.survey_commands, name="survey")
application.add_typer(surveys.sealed_commands, name="sealed")
application.command()(figures.summary)
application.command()(simulations.simulate)
application.command("self-test")(trials.self_test)
application.command()(trials.demo)


def run(arguments: Sequence[str]) -> int:
    """Run the command in `arguments`; the exit code. Sentences go to stderr, results to stdout."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        _refuse_broken_text(arguments)
        result: Any = application(args=options_first(arguments), standalone_mode=False)
    except AppError as error:
        complain(explain(error, language()))
        return error.exit_code
    except typer.Exit as leaving:
        return leaving.exit_code
    except TyperException as error:
        complain(explain_usage(_named_in(error), language()))
        return 2
    except (typer.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        # Whoever read our output has left; what was acknowledged stands.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        complain(explain_bug(error, general.home, language()))
        return 1
    return result if isinstance(result, int) else 0


def _refuse_broken_text(arguments: Sequence[str]) -> None:
    """Bytes that are no text in the terminal's encoding cannot be stored, hashed or printed. Errors: `BadValue`."""
    surroundings = [(name, os.environ.get(name, "")) for name in _VARIABLES]
    for name, text in [*((f"{place}.", text) for place, text in enumerate(arguments, start=1)), *surroundings]:
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise BadValue(name, "\N{REPLACEMENT CHARACTER}") from error


def _named_in(error: TyperException) -> str:
    """What the parser's own (English) message names: the option, the command or the value."""
    return ", ".join(re.findall(r"'([^']+)'", error.format_message())) or "?"
