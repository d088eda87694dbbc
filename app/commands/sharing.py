"""minwon shared: the office's shared side, for the administrator; and joining one, for a PC that has nobody yet."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from app.bootstrap import Office, care_for_shared_side, join_home
from app.commands.context import complain, emit, general, language, office_as_actor, say
from app.commands.explaining import explain_password_on_line
from app.commands.values import read_codes, read_date, read_folder
from app.domain.actors import Actor
from app.domain.errors import BadValue, UnknownCounter
from app.domain.sharing import CounterState, Exchanged, Login, SharedAddress, SharedKind
from app.domain.sharing_errors import SharedLoginRefused
from app.sync.addresses import read_address

_PASSWORD = "MINWON_SHARED_PASSWORD"
_ROUNDS = 20

shared_commands = typer.Typer(
    help="The shared side of the office: one place where its counters meet. URLs are postgresql://USER@HOST/DATABASE "
    "or sqlite:///PATH. The database administrator's password is in MINWON_SHARED_PASSWORD, or asked for."
)

Url = Annotated[str, typer.Argument(metavar="URL", help="postgresql://USER@HOST/DATABASE or sqlite:///PATH")]


@shared_commands.command("init")
def init(url: Url) -> None:
    """Make the shared side from this home, or bring it up to date; then exchange until nothing is unsent."""
    with office_as_actor() as (opened, actor):
        address, login = read_url(url)
        opened.sharing.begin(actor, address, login)
        exchanged = _until_sent(opened)
        emit(
            {
                "address": address.url(),
                "office": opened.offices.settings().name,
                "counter": opened.offices.counter().code,
                **exchanged_line(exchanged),
            }
        )


@shared_commands.command("invite")
def invite(
    departments: Annotated[
        str | None,
        typer.Option(metavar="CODES", help="it is given visits of these only, such as D001,D002; else of all"),
    ] = None,
) -> None:
    """A code for one more counter. It works once, within 24 hours; 'invitation' names it for 'shared withdraw'."""
    with office_as_actor() as (opened, actor):
        codes = None if departments is None else read_codes("--departments", departments)
        invitation = opened.sharing.invite(actor, codes)
        emit({"code": invitation.code, "until": invitation.until.isoformat(), "invitation": invitation.name})


@shared_commands.command("withdraw")
def withdraw(
    invitation: Annotated[
        str, typer.Argument(metavar="INVITATION", help="'invitation' of a line of 'shared counters'")
    ],
) -> None:
    """End an invitation that nobody has used: its code opens nothing any more."""
    with office_as_actor() as (opened, actor):
        opened.sharing.withdraw(actor, invitation)
        emit({"withdrawn": invitation})


@shared_commands.command("join")
def join(
    url: Annotated[str, typer.Argument(metavar="URL", help="as for init; a user and password in it are not used")],
    code: Annotated[str, typer.Option(help="from 'shared invite'")],
    counter: Annotated[str, typer.Option(help="what people call the new counter")] = "",
) -> None:
    """Make a new home that is a counter of the office at URL. Needs no sign-in; accounts come along."""
    # --counter is a general option as well, and those are read first.
    name = counter or general.counter_code or ""
    if not name.strip():
        raise BadValue("--counter", "")
    address, _ = read_address(url)
    counter_code = join_home(general.home, address, code, name)
    emit({"home": str(general.home.root), "address": address.url(), "counter": counter_code, "name": name.strip()})


@shared_commands.command("counters")
def counters() -> None:
    """One line a home of the office and one an open invitation, newest first. "departments" is null for all of them."""
    with office_as_actor() as (opened, actor):
        for state in opened.sharing.counters(actor):
            emit(counter_line(state))


@shared_commands.command("remove")
def remove(
    counter: Annotated[str, typer.Argument(metavar="CODE|HOME", help="the counter's code, or 'home' of its line")],
    last_day: Annotated[str, typer.Option(help="slips until this day stay valid, such as 2026-11-21")],
) -> None:
    """End a counter: it cannot exchange any more. Its records stay."""
    with office_as_actor() as (opened, actor):
        day = read_date("--last-day", last_day)
        home = _home_of(opened, actor, counter)
        opened.sharing.remove(actor, home, day)
        (state,) = (state for state in opened.sharing.counters(actor) if state.home == home)
        emit(counter_line(state))


@shared_commands.command("login")
def change_login(url: Url) -> None:
    """The shared side was moved, or a password was changed there; this counter gets a new one of its own."""
    with office_as_actor() as (opened, actor):
        address, login = read_url(url)
        opened.sharing.change_login(actor, address, login)
        emit({"address": address.url(), **exchanged_line(_until_sent(opened))})


@shared_commands.command("survey-login")
def survey_login() -> None:
    """A database login for the survey server, told this once; asked again it gets another password. None for a file."""
    with office_as_actor() as (opened, actor):
        login = opened.sharing.survey_login(actor)
        emit({"user": login.user if login else None, "password": login.password if login else None})


@shared_commands.command("restored")
def restored() -> None:
    """After a backup was put back over there: every counter offers again what it ever sent."""
    with office_as_actor() as (opened, actor):
        opened.sharing.restored(actor)
        emit(exchanged_line(_until_sent(opened)))


@shared_commands.command("care")
def care(
    copies: Annotated[Path | None, typer.Option(metavar="DIR", help="where copies of a shared file go")] = None,
) -> None:
    """What the shared side needs every night, for a timer. Needs no sign-in.

    On a server superseded entries of the feed are taken out; a shared file is looked at and copied into DIR, unless
    somebody has done so that day ("copy" is null then). Keep DIR where only the administrator can read it.
    """
    cared = care_for_shared_side(general.home, None if copies is None else read_folder("--copies", copies))
    if cared.pruned is not None:
        emit({"pruned": cared.pruned})
    else:
        emit({"copy": str(cared.copy) if cared.copy else None})


def exchanged_line(exchanged: Exchanged) -> dict[str, object]:
    """An exchange as the command line writes it."""
    line = asdict(exchanged)
    first = ("pushed", "pulled", "unsent", "conflicts")
    return {
        **{name: line.pop(name) for name in first},
        "seconds": round(float(line.pop("seconds")), 3),
        **line,
    }


def counter_line(state: CounterState) -> dict[str, object]:
    """A counter as the administrator sees it. `clock`: seconds its clock is ahead; negative: behind."""
    return {
        "home": state.home,
        "counter": state.counter_code,
        "name": state.name,
        "release": state.release,
        "last_seen": state.last_seen.isoformat() if state.last_seen else None,
        "unsent": state.unsent,
        "conflicts": state.conflicts,
        "clock": state.clock,
        "removed_on": state.removed_on.isoformat() if state.removed_on else None,
        "departments": None if state.departments is None else list(state.departments),
        "invited_until": state.invited_until.isoformat() if state.invited_until else None,
        "invitation": state.invitation or None,
    }


def _until_sent(opened: Office) -> Exchanged:
    """Exchange until nothing waits here; the sum. Somebody may go on working at this home meanwhile."""
    total = opened.sharing.exchange()
    for _ in range(_ROUNDS):
        if not total.unsent:
            break
        more = opened.sharing.exchange()
        total = Exchanged(
            total.pushed + more.pushed,
            total.pulled + more.pulled,
            more.unsent,
            more.conflicts,
            total.seconds + more.seconds,
            total.refused + more.refused,
            total.relabelled + more.relabelled,
            more.scans_unsent,
        )
    return total


def read_url(url: str) -> tuple[SharedAddress, Login | None]:
    """The address, and for a server the administrator's login. Errors: `SharedAddressUnusable`, `SharedLoginRefused`
    when nobody is named."""
    address, login = read_address(url)
    if address.kind is SharedKind.FILE:
        return address, None
    if login is None:
        raise SharedLoginRefused("")
    if login.password:
        # Whoever else works on this PC can read another's command lines.
        say(explain_password_on_line(language()))
        return address, login
    return address, Login(login.user, _password())


def _password() -> str:
    given = os.environ.get(_PASSWORD, "")
    if given or not sys.stdin.isatty():
        return given
    from getpass import getpass

    complain(f"{_PASSWORD}:")
    return getpass("")


def _home_of(opened: Office, actor: Actor, wanted: str) -> str:
    """The home with the counter's code or the id `wanted`; of several with one code the one still there.

    Errors: `UnknownCounter`.
    """
    states = [state for state in opened.sharing.counters(actor) if state.home]
    found = [state for state in states if state.home == wanted]
    found += sorted(
        (state for state in states if state.counter_code == wanted), key=lambda state: state.removed_on is not None
    )
    if not found:
        raise UnknownCounter(wanted)
    return found[0].home
