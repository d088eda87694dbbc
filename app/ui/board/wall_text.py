"""What may hang on a wall: what was liked, covered, and what was changed. Nobody's name, and nothing personal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.cards import Card, CardState, Side
from app.domain.personal_data import mask_personal_data

translate = QCoreApplication.translate

_LIKED = frozenset(CardState) - {CardState.HIDDEN, CardState.CASE}
"""A card that became a case is its citizen's matter and no longer the wall's."""


_COVERED = re.compile(r"\*{3,}")


@dataclass(frozen=True)
class WallItem:
    """One page: what was said, or (`fix`) what was before and what is now."""

    heading: str
    blocks: tuple[str, ...]
    fix: bool


def wall_items(cards: Iterable[Card]) -> tuple[WallItem, ...]:
    """The pages of `cards` in their order.

    The service gives only what may be shown; a card that came by mistake is left out all the same, and every word is
    covered once more, because a wall is read by everybody.
    """
    found = []
    for card in cards:
        if card.side is Side.LIKED and card.state in _LIKED and card.shown.strip():
            found.append(WallItem(translate("Wall", "이런 점이 좋았습니다"), (_readable(card.shown),), False))
        elif card.state is CardState.FIXED and card.before.strip() and card.after.strip():
            blocks = (_readable(card.before), _readable(card.after))
            found.append(WallItem(translate("Wall", "이렇게 고쳤습니다"), blocks, True))
    return tuple(found)


def _readable(text: str) -> str:
    """Covered, and what is covered written as people write a name they leave out: ○○○ 주무관님."""
    return _COVERED.sub("○○○", mask_personal_data(text))
