"""minwon person, password, recover and recovery-code."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from app.bootstrap import Office, render_recovery_sheet
from app.commands.context import emit, general, language, office, office_as_actor
from app.config.files import write_file
from app.domain.actors import Role
from app.domain.administration import IssuedPassword, PersonEntry
from app.domain.errors import SignInNeeded
from app.domain.readable_codes import RecoverySheet

person_commands = typer.Typer(help="Accounts, for the administrator alone.")


@person_commands.command("list")
def list_people() -> None:
    """One line an account, withdrawn ones last."""
    with office_as_actor() as (opened, actor):
        for person in opened.admin.people.list(actor):
            emit(person_line(person))


@person_commands.command("add")
def add(
    login: str,
    name: Annotated[str, typer.Option(help="the person's name")],
    role: Annotated[Role, typer.Option(help="what the person may do")] = Role.CLERK,
) -> None:
    """A new account; its temporary password is shown once."""
    with office_as_actor() as (opened, actor):
        emit(_issued(opened.admin.people.add(actor, login, name, role)))


@person_commands.command("rename")
def rename(login: str, name: Annotated[str, typer.Option(help="the new name")]) -> None:
    """Another name."""
    with office_as_actor() as (opened, actor):
        emit(person_line(opened.admin.people.change(actor, login, name=name)))


@person_commands.command("set-role")
def set_role(login: str, role: Role) -> None:
    """Another role; a window that is open must be signed in to again."""
    with office_as_actor() as (opened, actor):
        emit(person_line(opened.admin.people.change(actor, login, role=role)))


@person_commands.command("withdraw")
def withdraw(login: str) -> None:
    """Nobody signs in with it any more; what it did stays on record."""
    with office_as_actor() as (opened, actor):
        emit(person_line(opened.admin.people.withdraw(actor, login)))


@person_commands.command("reinstate")
def reinstate(login: str) -> None:
    """A withdrawn account may sign in again."""
    with office_as_actor() as (opened, actor):
        emit(person_line(opened.admin.people.reinstate(actor, login)))


@person_commands.command("reset-password")
def reset_password(login: str) -> None:
    """A temporary password, shown once; its owner chooses an own one with it."""
    with office_as_actor() as (opened, actor):
        emit(_issued(opened.admin.people.reset_password(actor, login)))


def password() -> None:
    """Choose an own password: the present one in MINWON_PASSWORD, the new one in MINWON_NEW_PASSWORD or typed."""
    with office() as opened:
        if not general.login:
            raise SignInNeeded()
        present = os.environ.get("MINWON_PASSWORD", "")
        person = opened.accounts.choose_password(general.login, present, _secret("MINWON_NEW_PASSWORD", "New password"))
        emit({"login": person.login, "password": "changed"})


def recover(
    login: Annotated[str, typer.Option(help="an administrator's login")],
    out: Annotated[Path | None, typer.Option(help="write the new recovery code's sheet to this PDF file")] = None,
) -> None:
    """Set an administrator's password with the recovery code on paper; a new code takes its place.

    The code is in MINWON_RECOVERY_CODE or typed, the new password in MINWON_NEW_PASSWORD or typed.
    """
    with office() as opened:
        code = _secret("MINWON_RECOVERY_CODE", "Recovery code")
        new = _secret("MINWON_NEW_PASSWORD", "New password")
        recovered = opened.admin.recovery.recover(login, code, new)
        # Said before the file is written: a file that cannot be written must not lose the code.
        emit({"login": recovered.actor.login, "recovery_code": recovered.code})
        if out is not None:
            write_recovery_sheet(opened, recovered.code, out)


def recovery_code(
    out: Annotated[Path | None, typer.Option(help="write the sheet to this PDF file")] = None,
) -> None:
    """A new recovery code, shown once; the one before is worth nothing any more."""
    with office_as_actor() as (opened, actor):
        code = opened.admin.recovery.make(actor)
        emit({"recovery_code": code})
        if out is not None:
            write_recovery_sheet(opened, code, out)


def write_recovery_sheet(opened: Office, code: str, out: Path) -> None:
    """The sheet with `code` as PDF. Errors: `CannotWrite`, `DiskFull`."""
    sheet = RecoverySheet(opened.offices.settings().name, code, opened.offices.today())
    write_file(out, render_recovery_sheet(sheet, language()), private=True)


def person_line(person: PersonEntry) -> dict[str, object]:
    return {
        "login": person.login,
        "name": person.name,
        "role": person.role.value,
        "temporary_password": person.must_change,
        "withdrawn_at": person.retired_at.isoformat() if person.retired_at else None,
    }


def _issued(issued: IssuedPassword) -> dict[str, object]:
    return {**person_line(issued.person), "password": issued.password}


def _secret(variable: str, prompt: str) -> str:
    """What `variable` holds, else what is typed at the terminal; without a terminal nothing."""
    given = os.environ.get(variable)
    if given is not None:
        return given
    return getpass.getpass(f"{prompt}: ") if sys.stdin.isatty() else ""
