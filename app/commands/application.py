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
from app.commands import (
    backups,
    board,
    cases,
    catalogue,
    counters,
    demo,
    directory,
    doctor,
    due,
    figures,
    finding,
    holidays,
    homes,
    imports,
    improvements,
    incidents,
    integrity,
    offices,
    people,
    re_reviews,
    receipts,
    self_tests,
    sharing,
    simulations,
    surveys,
    syncing,
    visit_steps,
    visits,
    workload,
)
from app.commands.context import complain, emit, general, language, options_first, set_general
from app.commands.explaining import explain, explain_bug, explain_usage
from app.commands.window import open_window
from app.config.paths import Home
from app.domain.errors import AppError, BadValue

_VARIABLES = (
    "MINWON_HOME",
    "MINWON_PASSWORD",
    "MINWON_NEW_PASSWORD",
    "MINWON_RECOVERY_CODE",
    "MINWON_AUDIT_PASSPHRASE",
    "MINWON_SHARED_PASSWORD",
)

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
    counter: Annotated[str | None, typer.Option(help="the counter this desk stands at, if not the home's own")] = None,
    json: Annotated[bool, typer.Option("--json", help="nothing but JSON lines on stdout")] = False,
    version: Annotated[bool, typer.Option("--version", help="the program's version")] = False,
) -> None:
    set_general(home, login, json, counter)
    if version:
        emit({"version": __version__})
    elif context.invoked_subcommand is None:
        desk()


@application.command()
def desk() -> None:
    """Open the window (the same as no command)."""
    raise typer.Exit(open_window(general.home, general.counter_code))


application.command()(homes.init)
application.add_typer(offices.office_commands, name="office")
application.add_typer(visits.service_commands, name="service")
application.add_typer(catalogue.department_commands, name="department")
application.add_typer(counters.counter_commands, name="counter")
application.add_typer(people.person_commands, name="person")
application.command()(people.password)
application.command()(people.recover)
application.command("recovery-code")(people.recovery_code)
application.command("import")(imports.import_table)
application.add_typer(visits.visit_commands, name="visit")
application.add_typer(cases.case_commands, name="case")
application.add_typer(board.board_commands, name="board")
application.add_typer(improvements.improvement_commands, name="improvement")
application.add_typer(incidents.incident_commands, name="incident")
application.add_typer(re_reviews.re_review_commands, name="re-review")
application.add_typer(re_reviews.precedent_commands, name="precedent")
application.command()(workload.workload)
application.command()(finding.find)
application.add_typer(directory.directory_commands, name="directory")
application.add_typer(directory.learned_commands, name="learned")
application.add_typer(holidays.holiday_commands, name="holidays")
application.command()(due.due)
application.command()(visit_steps.sweep)
application.command()(receipts.receipt)
application.add_typer(surveys.survey_commands, name="survey")
application.add_typer(surveys.sealed_commands, name="sealed")
application.command()(figures.summary)
application.command("integrity")(integrity.integrity)
application.command()(simulations.simulate)
application.add_typer(sharing.shared_commands, name="shared")
application.add_typer(syncing.sync_commands, name="sync")
application.command()(backups.backup)
application.command()(backups.restore)
application.command()(doctor.doctor)
application.command("self-test")(self_tests.self_test)
application.command()(demo.demo)


def run(arguments: Sequence[str]) -> int:
    """Run the command in `arguments`; the exit code. Sentences go to stderr, results to stdout."""
    _speak_utf8()
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
        return end_with_bug(error, general.home)
    return result if isinstance(result, int) else 0


def end_with_bug(error: Exception, home: Home) -> int:
    """One calm sentence on stderr for what nobody foresaw; the exit code."""
    _speak_utf8()
    complain(explain_bug(error, home, language()))
    return 1


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


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
