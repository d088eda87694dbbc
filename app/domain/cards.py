"""The board: what citizens liked and what they missed (좋아요 / 아쉬워요), and what became of it.

A card is no petition: its writer is unknown, and only the office's own clock runs.
"""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from app.domain.deadlines import WorkingTime
from app.domain.kept_phrases import covered_names
from app.domain.personal_data import mask_personal_data

CARD_TEXT_LIMIT = 1000
_COMMENTS = uuid.UUID("6f0d3c1e-5a57-4c1b-9d51-6c0f1f0f8a27")
_SHORTEST_NAME = 3
_LONGEST_WAIT = 1000
_LOCAL = 7
"""Digits of a number within its region."""


class Side(StrEnum):
    LIKED = "liked"
    MISSED = "missed"

    @property
    def other(self) -> Side:
        return Side.MISSED if self is Side.LIKED else Side.LIKED


class CardSource(StrEnum):
    SURVEY = "survey"
    PAPER = "paper"
    COUNTER = "counter"


class CardState(StrEnum):
    NEW = "new"
    FIXING = "fixing"
    """즉시 조치: being fixed now."""
    FIXED = "fixed"
    """Done; `before` and `after` say what."""
    REVIEW = "review"
    """장기 검토."""
    THANKED = "thanked"
    CASE = "case"
    """Made a case (`case_id`)."""
    HIDDEN = "hidden"
    """Put away: nothing in it, or nothing that may be shown."""


class CardCover(StrEnum):
    """Why nothing is shown of a card's words."""

    AUDITOR = "auditor"
    """The case it has become is the audit officer's."""
    ELSEWHERE = "elsewhere"
    """The case is not on this PC, so it is not known here whose it is by now."""


class CaseHold(StrEnum):
    """Why a case that a card was made is not taken back with one key."""

    STEP = "step"
    """Something was done with it since."""
    EDITED = "edited"
    """What was received was put right."""
    ATTACHED = "attached"
    PRINTED = "printed"
    """A letter or receipt of it was printed."""
    LINKED = "linked"
    """It is linked with another case, a task, a second look or a precedent."""
    OTHERS = "others"
    """Somebody else made it, or another counter."""
    AUDITOR = "auditor"
    """It is the audit officer's."""


MADE_BY_MISTAKE = "게시판 카드를 민원으로 잘못 옮긴 것입니다. 카드는 게시판으로 되돌렸습니다."
"""What the step says that ends a case which a card was made by mistake; nobody asked for anything in it."""


@dataclass(frozen=True, slots=True)
class NewCard:
    """`about` is the login of the clerk a praise is about, "" when nobody is named."""

    side: Side
    text: str
    source: CardSource = CardSource.COUNTER
    department_code: str = ""
    about: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A card of the board. `shown` is its text with personal data covered, which is all a wall display may show.

    Personal: text, before, after. `due` is when the office wants it looked at (its own clock, no statute).
    `cover` is set on a card whose words are not for whoever looks, because of the case it has become: then they are
    left out. `case_number` is that of the case it has become, "" where the case is not on this PC.
    """

    id: str
    side: Side
    text: str
    shown: str
    source: CardSource
    day: date
    department_code: str
    department: str
    about: str
    about_name: str
    state: CardState
    before: str
    after: str
    case_id: str | None
    improvement_id: str | None
    by: str
    at: datetime
    state_by: str
    state_at: datetime | None
    due: date | None
    version: int
    thanked_at: datetime | None = None
    """When the clerk a praise is about has seen it."""
    cover: CardCover | None = None
    case_number: str = ""


@dataclass(frozen=True, slots=True)
class CardFilter:
    """`states` empty: all but the hidden."""

    side: Side | None = None
    states: frozenset[CardState] = frozenset()
    department_code: str = ""
    text: str = ""


CLOCK_RUNS = frozenset({CardState.NEW, CardState.FIXING})
"""What the office's own clock runs for."""

ON_THE_WALL = frozenset({CardState.FIXING, CardState.FIXED, CardState.REVIEW, CardState.THANKED})
"""Cards somebody has read and dealt with: what a citizen wrote hangs nowhere before an eye has been on it."""


def comment_card_id(answer_id: str) -> str:
    """The id of the card that a survey comment becomes, whoever makes it one and how often: `answer_id` is the name of
    its answer (`app.db.survey_export`). Nothing can be told of the answer from it."""
    return str(uuid.uuid5(_COMMENTS, answer_id))


def look_at_by(working: WorkingTime, day: date, days: int) -> date | None:
    """The `days`-th working day after `day`; None where the calendar has none."""
    left = days
    for further in range(1, _LONGEST_WAIT):
        reached = day + timedelta(days=further)
        if working.closed(reached) is None:
            left -= 1
            if left == 0:
                return reached
    return None


@lru_cache(maxsize=4)
def _digits_of(phones: tuple[str, ...]) -> tuple[str, ...]:
    return tuple("".join(sign for sign in phone if sign.isdecimal()) for phone in phones)


def shown_text(text: str, phones: Iterable[str] = (), names: Iterable[str] = ()) -> str:
    """`text` as anybody may read it: numbers, addresses and names covered.

    `phones` are the office's own, which stay; `names` those of its people, which are covered from three letters on
    (two may be a word).
    """
    masked = mask_personal_data(text)
    if masked != text:
        said = "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign.isdecimal())
        own = [phone for phone in _digits_of(tuple(phones)) if phone[-_LOCAL:] in said]
        masked = mask_personal_data(text, own) if own else masked
    covered = covered_names(masked)
    for name in names:
        if len(name) >= _SHORTEST_NAME:
            covered = covered.replace(name, "*" * len(name))
    return covered


@dataclass(frozen=True, slots=True)
class PraisePrint:
    """A praise as it is handed to the clerk it is about: what stands on it is the card's `shown`, never its `text`."""

    office: str
    card: Card
