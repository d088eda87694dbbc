"""minwon case: receiving, finding, handling and printing cases.

What an option says may also stand in a JSON object under the option's name, in a file or ("-") on stdin; what is typed
goes over it. Results are JSON lines.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from app.bootstrap import render_letter
from app.commands.case_lines import case_line, case_lines, list_line, page_end
from app.commands.case_values import case_filter, change, given, new_case, new_step
from app.commands.context import emit, office_as_actor
from app.config.files import write_file
from app.domain.cases import CaseKind, CaseOrder, CaseScope, Channel
from app.domain.guidance import TransferKind
from app.domain.letters import LetterKind
from app.domain.slips import Paper

case_commands = typer.Typer(help="Cases: what citizens ask, complain of, suggest and praise.")

_Json = Annotated[str, typer.Argument(metavar="[FILE]", help="a JSON object with the options' names; - for stdin")]
_Text = Annotated[str | None, typer.Option()]
_Kind = Annotated[CaseKind | None, typer.Option(help="its kind; it decides period, slip and whether a name is needed")]
_Channel = Annotated[Channel | None, typer.Option(help="how it came")]
_Flags = Annotated[list[str] | None, typer.Option("--flag", help="COMPLEX, MANY or PRE; may be given several times")]
_ByClerk = Annotated[bool | None, typer.Option("--by-clerk", help="a clerk wrote the text on the citizen's behalf")]
_Day = Annotated[str | None, typer.Option(help="a day, such as 2026-11-21")]
_Department = Annotated[str | None, typer.Option(help="a department's code")]
_Limit = Annotated[int, typer.Option("-n", help="how many at most", min=1, max=500)]
_After = Annotated[str, typer.Option(help="what the page before gave as 'more'")]


@case_commands.command("open")
def open_case(
    json: _Json = "",
    kind: _Kind = None,
    title: Annotated[str | None, typer.Option(help="what it is about, in a line")] = None,
    text: Annotated[str | None, typer.Option(help="what was said")] = None,
    name: _Text = None,
    phone: _Text = None,
    address: _Text = None,
    department: _Department = None,
    service: Annotated[str | None, typer.Option(help="a service's code")] = None,
    period: Annotated[str | None, typer.Option(help="now, 3h, 7d, 2w, 1m or 1y instead of the kind's")] = None,
    channel: _Channel = None,
    by_clerk: _ByClerk = None,
    flag: _Flags = None,
    visit: Annotated[str | None, typer.Option(help="the visit it came up at")] = None,
    matter: Annotated[str | None, typer.Option(help="an earlier case on the same matter: its id or number")] = None,
    external_number: Annotated[str | None, typer.Option(help="its number in another system")] = None,
    received: Annotated[
        str | None, typer.Option(help="when it came, such as 2026-11-20T09:12; now if left out")
    ] = None,
) -> None:
    """Receive a case."""
    typed: dict[str, Any] = {
        "kind": kind,
        "title": title,
        "text": text,
        "name": name,
        "phone": phone,
        "address": address,
    }
    typed |= {"department": department, "service": service, "period": period, "channel": channel, "flag": flag}
    typed |= {"by_clerk": by_clerk, "visit": visit, "matter": matter, "external_number": external_number}
    said = given(json, {**typed, "received": received})
    with office_as_actor() as (opened, actor):
        new = new_case(said, opened.offices.settings().timezone)
        opened_case = opened.cases.open(actor, new)
        emit(case_line(opened.cases.show(actor, opened_case.id)))


@case_commands.command("list")
def list_cases(
    json: _Json = "",
    scope: Annotated[CaseScope | None, typer.Option(help="which cases; open ones if left out")] = None,
    text: Annotated[str | None, typer.Option(help="what to search for")] = None,
    kind: _Kind = None,
    department: _Department = None,
    first: _Day = None,
    last: _Day = None,
    order: Annotated[CaseOrder | None, typer.Option(help="the most urgent first, or the newest")] = None,
    limit: _Limit = 50,
    after: _After = "",
) -> None:
    """One line a case; a last line with 'more' where there is another page."""
    typed: dict[str, Any] = {
        "scope": scope,
        "text": text,
        "kind": kind,
        "department": department,
        "first": first,
        "last": last,
    }
    _list(given(json, {**typed, "order": order}), after, limit)


@case_commands.command("search")
def search(
    text: Annotated[str, typer.Argument(help="words, 초성, or a whole name, phone or number")],
    scope: Annotated[CaseScope, typer.Option(help="which cases")] = CaseScope.ALL,
    kind: _Kind = None,
    department: _Department = None,
    first: _Day = None,
    last: _Day = None,
    limit: _Limit = 50,
    after: _After = "",
) -> None:
    """Cases in whose words the text stands, newest first."""
    typed: dict[str, Any] = {
        "scope": scope,
        "text": text,
        "kind": kind,
        "department": department,
        "first": first,
        "last": last,
    }
    _list({name: value for name, value in typed.items() if value is not None}, after, limit)


def _list(said: dict[str, Any], after: str, limit: int) -> None:
    with office_as_actor() as (opened, actor):
        page = opened.cases.list(actor, case_filter(said), after, limit)
        for line in page.lines:
            emit(list_line(line))
        if page.more or page.read_as:
            emit(page_end(page))


@case_commands.command("show")
def show(case: Annotated[str, typer.Argument(help="its id or number")]) -> None:
    """One case with its deadline counted day by day, and a line for each of its steps."""
    with office_as_actor() as (opened, actor):
        for line in case_lines(opened.cases.show(actor, case)):
            emit(line)


@case_commands.command("step")
def step(
    case: Annotated[str, typer.Argument(help="its id or number")],
    json: _Json = "",
    kind: Annotated[str | None, typer.Option(help="taken_over, answered, closed and so on")] = None,
    text: _Text = None,
    on: Annotated[str | None, typer.Option(help="the day it was really done on; today if left out")] = None,
    of: Annotated[str | None, typer.Option(help="the step that is undone or corrected")] = None,
    until: Annotated[str | None, typer.Option(help="until when the citizen has time")] = None,
    period: Annotated[str | None, typer.Option(help="by how much it is extended, such as 7d")] = None,
    consent: Annotated[bool | None, typer.Option("--consent", help="the citizen agrees to another extension")] = None,
    department: _Department = None,
    transfer: Annotated[TransferKind | None, typer.Option(help="which clock of a transfer runs")] = None,
    result: Annotated[str | None, typer.Option(help="done, partly, refused or thanked")] = None,
    remedy: Annotated[str | None, typer.Option(help="of a refusal: what the citizen can do about it")] = None,
    seen: Annotated[int | None, typer.Option(help="how many steps it had when you decided")] = None,
) -> None:
    """Take a step."""
    typed: dict[str, Any] = {
        "kind": kind,
        "text": text,
        "on": on,
        "of": of,
        "until": until,
        "period": period,
        "consent": consent,
    }
    typed |= {"department": department, "transfer": transfer, "result": result, "remedy": remedy, "seen": seen}
    said = given(json, typed)
    seen_steps = said.pop("seen", None)
    with office_as_actor() as (opened, actor):
        view = opened.cases.step(actor, opened.cases.find(actor, case), new_step(said), seen_steps)
        for line in case_lines(view):
            emit(line)


@case_commands.command("edit")
def edit(
    case: Annotated[str, typer.Argument(help="its id or number")],
    json: _Json = "",
    kind: _Kind = None,
    title: _Text = None,
    text: _Text = None,
    name: _Text = None,
    phone: _Text = None,
    address: _Text = None,
    service: Annotated[str | None, typer.Option(help="a service's code")] = None,
    period: _Text = None,
    channel: _Channel = None,
    by_clerk: _ByClerk = None,
    flag: _Flags = None,
    external_number: _Text = None,
) -> None:
    """Put right what was received; its department changes by a transfer."""
    typed: dict[str, Any] = {
        "kind": kind,
        "title": title,
        "text": text,
        "name": name,
        "phone": phone,
        "address": address,
    }
    typed |= {"service": service, "period": period, "channel": channel, "by_clerk": by_clerk, "flag": flag}
    said = given(json, {**typed, "external_number": external_number})
    with office_as_actor() as (opened, actor):
        emit(case_line(opened.cases.edit(actor, opened.cases.find(actor, case), change(said))))


@case_commands.command("link")
def link(case: str, earlier: Annotated[str, typer.Argument(help="an earlier case on the same matter")]) -> None:
    """Say that a case is on the same matter as an earlier one."""
    with office_as_actor() as (opened, actor):
        emit(case_line(opened.cases.link(actor, opened.cases.find(actor, case), earlier)))


@case_commands.command("unlink")
def unlink(case: str) -> None:
    """Say that a case is on a matter of its own after all."""
    with office_as_actor() as (opened, actor):
        emit(case_line(opened.cases.unlink(actor, opened.cases.find(actor, case))))


@case_commands.command("letter")
def letter(
    case: Annotated[str, typer.Argument(help="its id or number")],
    kind: Annotated[LetterKind, typer.Option(help="which letter")],
    out: Annotated[Path, typer.Option(help="the PDF file to write")],
    step_id: Annotated[str | None, typer.Option("--step", help="the step it is about; the newest if left out")] = None,
    paper: Annotated[Paper | None, typer.Option(help="what a receipt is printed on; A4 if left out")] = None,
) -> None:
    """Write a case's letter as PDF."""
    with office_as_actor() as (opened, actor):
        content = opened.cases.letter(actor, opened.cases.find(actor, case), kind, step_id)
        write_file(out, render_letter(content, paper))
        due = content.due_day.isoformat() if content.due_day is not None else None
        emit({"number": content.case.number, "letter": kind.value, "file": str(out), "due": due})


@case_commands.command("erase")
def erase(
    case: Annotated[str, typer.Argument(help="its id or number")],
    reason: Annotated[str, typer.Option(help="why; it stays in the access log")],
) -> None:
    """Erase what is personal of a case that has ended; it is counted on."""
    with office_as_actor() as (opened, actor):
        found = opened.cases.find(actor, case)
        opened.cases.erase(actor, found, reason)
        emit({"case_id": found, "erased": True})
