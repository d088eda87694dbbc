"""minwon board: what citizens liked and missed, and what the office does about it."""

from __future__ import annotations

from typing import Annotated

import typer

from app.commands.context import emit, office_as_actor
from app.commands.record_lines import record_line
from app.commands.values import read_date
from app.domain.cards import CardFilter, CardSource, CardState, NewCard, Side
from app.domain.cases import CaseKind, NewCase

board_commands = typer.Typer(help="The board: cards from comments, paper notes and counters.")

Department = Annotated[str, typer.Option(help="the department's code")]


@board_commands.command("list")
def list_cards(
    side: Annotated[Side | None, typer.Option(help="one side only")] = None,
    state: Annotated[list[CardState] | None, typer.Option(help="may be given several times; all but hidden")] = None,
    department: Department = "",
    text: Annotated[str, typer.Option(help="words to look for")] = "",
    after: Annotated[str, typer.Option(help="the id of the last card of the page before")] = "",
    limit: Annotated[int, typer.Option("-n", help="how many at most", min=1, max=1000)] = 200,
) -> None:
    """One line a card, newest first."""
    wanted = CardFilter(side, frozenset(state or ()), department, text)
    with office_as_actor() as (opened, actor):
        for card in opened.board.cards(actor, wanted, after, limit):
            emit(record_line(card))


@board_commands.command("put")
def put(
    side: Side,
    text: str,
    source: Annotated[CardSource, typer.Option(help="where it comes from")] = CardSource.COUNTER,
    department: Department = "",
    about: Annotated[str, typer.Option(help="the login of whom a praise is about")] = "",
    day: Annotated[str, typer.Option(help="the day it was said, such as 2026-11-20; today if left out")] = "",
) -> None:
    """A new card."""
    new = NewCard(side, text, source, department, about, read_date("--day", day) if day else None)
    with office_as_actor() as (opened, actor):
        emit(record_line(opened.board.put(actor, new)))


@board_commands.command("triage")
def triage(
    card_id: str,
    state: CardState,
    before: Annotated[str, typer.Option(help="how it was; what the card says if left out")] = "",
    after: Annotated[str, typer.Option(help="what was fixed")] = "",
) -> None:
    """Decide what becomes of a card."""
    with office_as_actor() as (opened, actor):
        emit(record_line(opened.board.triage(actor, card_id, state, before=before, after=after)))


@board_commands.command("hide-personal")
def hide_personal(card_id: str) -> None:
    """Cover numbers, addresses and names in a card's words."""
    with office_as_actor() as (opened, actor):
        emit(record_line(opened.board.hide_personal(actor, card_id)))


@board_commands.command("make-case")
def make_case(
    card_id: str,
    kind: Annotated[CaseKind, typer.Option(help="the case's kind")],
    title: Annotated[str, typer.Option(help="what it is about, in a line")],
    department: Department = "",
    name: Annotated[str, typer.Option(help="the citizen's name; a petition needs it")] = "",
    address: Annotated[str, typer.Option(help="the citizen's address; a petition needs it")] = "",
    phone: Annotated[str, typer.Option(help="the citizen's number")] = "",
) -> None:
    """A case about what a card says."""
    new = NewCase(kind, title, name=name, phone=phone, address=address, department_code=department)
    with office_as_actor() as (opened, actor):
        made = opened.board.make_case(actor, card_id, new)
        emit({"case": made.id, "number": made.number, "card": card_id})


@board_commands.command("collect")
def collect() -> None:
    """Make cards of the survey's comments of days that are over."""
    with office_as_actor() as (opened, actor):
        emit({"collected": opened.board.collect_comments(actor)})


@board_commands.command("wall")
def wall() -> None:
    """What everybody may see, one line a card, nobody's name."""
    with office_as_actor() as (opened, actor):
        for card in opened.board.wall(actor):
            emit(record_line(card))
