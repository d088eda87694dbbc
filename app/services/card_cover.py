"""Covering the words of cards that have become a case: they are the case's, and no more is shown of them than of it.

A case may become the audit officer's long after it was made of a card, and cards are on every counter's board while
cases are not. So a card's words are shown only while its case is here and is nobody's secret.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.db.unit_of_work import UnitOfWork
from app.domain.cards import Card, CardCover


def covered_cards(work: UnitOfWork, cards: Iterable[Card]) -> tuple[Card, ...]:
    """`cards` in their order, with the number of the case each has become; those with a `cover` say nothing more.

    Side, day, department and state stay, as they do for sealed cases in lists.
    """
    given = tuple(cards)
    known = work.case_ties.numbers(each.case_id for each in given if each.case_id is not None)
    return tuple(_covered(each, known) for each in given)


def _covered(card: Card, known: dict[str, tuple[str, bool]]) -> Card:
    if card.case_id is None:
        return card
    number, sealed = known.get(card.case_id, ("", False))
    if number and not sealed:
        return replace(card, case_number=number)
    cover = CardCover.AUDITOR if sealed else CardCover.ELSEWHERE
    return replace(
        card, text="", shown="", before="", after="", about="", about_name="", cover=cover, case_number=number
    )
