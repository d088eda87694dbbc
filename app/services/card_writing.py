"""Writing cards and reading what covers them, inside somebody's transaction."""

from __future__ import annotations

from typing import Any

from app.db.unit_of_work import UnitOfWork
from app.domain.cards import CardState
from app.domain.errors import UnknownDepartment
from app.services.visit_steps import AtCounter


def add_card(here: AtCounter, card_id: str, values: dict[str, Any], text: str) -> None:
    """Write a new card, inside somebody's transaction; `values` are its columns but the text."""
    here.work.cards.add({"id": card_id, "text": text, **values})
    day, at = values["day"].isoformat(), values["at"].isoformat()
    fields = {**values, "day": day, "at": at, "state": CardState.NEW.value}
    here.trail.operation("card", card_id, "create", fields, personal={"text": text})


def must_be_known(work: UnitOfWork, department_code: str) -> None:
    """Errors: `UnknownDepartment`."""
    if department_code and department_code not in {each.code for each in work.offices.departments()}:
        raise UnknownDepartment(department_code)


def office_words(work: UnitOfWork) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The office's own numbers, and the names of its people."""
    phones = [phone for each in work.offices.departments() for phone in (each.phone, *each.phones) if phone]
    return tuple(phones), tuple(each.name for each in work.people.entries())
