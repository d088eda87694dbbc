"""minwon visit call, next, start, hand-over, leave, correct, mine: what happens to a visit after it was recorded."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from app.commands.context import emit, office_as_actor
from app.commands.visits import visit_commands, visit_line


@visit_commands.command("call")
def call(visit_id: str) -> None:
    """Call somebody who waits to this counter."""
    with office_as_actor() as (opened, actor):
        emit(visit_line(opened.reception.call(actor, visit_id)))


@visit_commands.command("next")
def call_next() -> None:
    """Call whoever has waited longest for this counter or for any."""
    with office_as_actor() as (opened, actor):
        emit(visit_line(opened.reception.call_next(actor)))


@visit_commands.command("start")
def start(visit_id: str) -> None:
    """Start serving somebody who waits or was called."""
    with office_as_actor() as (opened, actor):
        emit(visit_line(opened.reception.start(actor, visit_id)))


@visit_commands.command("hand-over")
def hand_over(
    visit_id: str,
    to: Annotated[str, typer.Option(help="the other counter's code")],
    word: Annotated[str, typer.Option(help="a word why")],
) -> None:
    """Hand a visit to another counter, where it waits again."""
    with office_as_actor() as (opened, actor):
        emit(visit_line(opened.reception.hand_over(actor, visit_id, to, word)))


@visit_commands.command("leave")
def leave(visit_id: str) -> None:
    """Record that somebody went away before being served."""
    with office_as_actor() as (opened, actor):
        emit(visit_line(opened.reception.leave(actor, visit_id)))


@visit_commands.command("correct")
def correct(
    visit_id: str,
    service: Annotated[list[str], typer.Option(help="what it was really about; may be given several times")],
    word: Annotated[str, typer.Option(help="a word why")] = "",
) -> None:
    """Give a visit the services it was really about; its slip stays valid."""
    with office_as_actor() as (opened, actor):
        emit(visit_line(opened.corrections.correct_services(actor, visit_id, tuple(service), word)))


@visit_commands.command("mine")
def mine() -> None:
    """Your own numbers of today."""
    with office_as_actor() as (opened, actor):
        emit(asdict(opened.visits.own_day(actor)))


def sweep() -> None:
    """Close visits left open, delete expired tokens, erase old notes; the window does it by itself."""
    with office_as_actor() as (opened, actor):
        swept = opened.day_end.sweep(actor, date_is_right=True)
        opened.rollups.make_missing(actor)
        emit(asdict(swept))
