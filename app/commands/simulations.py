"""minwon simulate: real registrations, as fast as they can be acknowledged."""

from __future__ import annotations

import random
from typing import Annotated

import typer

from app.commands.context import emit, office_as_actor
from app.domain.actors import Action
from app.domain.errors import UnknownService
from app.domain.visits import NewVisit, VisitorKind


def simulate(
    visits: Annotated[int, typer.Option(help="how many", min=0)],
    seed: Annotated[int | None, typer.Option(help="for the same choices again")] = None,
) -> None:
    """Register visits through the service; each is acknowledged only after its commit."""
    choice = random.Random(seed)
    with office_as_actor() as (opened, actor):
        actor.require(Action.REGISTER_VISIT)
        services = opened.offices.services(actor)
        if not services:
            raise UnknownService("")
        for _ in range(visits):
            new = NewVisit(choice.choice(services).code, choice.choice(list(VisitorKind)))
            emit({"visit_id": opened.visits.register(actor, new).visit.id})
