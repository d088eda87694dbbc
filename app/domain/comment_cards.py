"""Survey comments on the board: which are shown when, with which day and department (decision 0017).

A comment says no more of its author on the board than figures would (decision 0005): its department stands on the card
where five answers of the department on that day stand behind it, and its day where five of the office do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.cards import CARD_TEXT_LIMIT, Side, comment_card_id
from app.domain.errors import AppError
from app.domain.figures import SMALLEST_CELL, shown_cells
from app.domain.personal_data import mask_personal_data
from app.domain.plain_text import check_plain_text, is_emoji
from app.domain.surveys import tidy_text

_PRAISE = (
    *(
        "감사",
        "고맙",
        "고마",
        "친절",
        "칭찬",
        "최고",
        "만족",
        "덕분",
        "수고",
        "훌륭",
        "상냥",
        "따뜻",
        "좋았",
        "좋습",
        "좋아",
    ),
    *("좋네", "편했", "편리", "빨랐", "빨라", "신속", "도움"),
    *("thank", "kind", "great", "good", "helpful", "excellent", "friendly"),
    *("谢", "好", "亲切", "满意", "赞"),
    *("cảm ơn", "tốt", "thân thiện", "nhiệt tình", "hài lòng"),
)
_MISSING = (
    *(
        "불친절",
        "불편",
        "불만",
        "아쉬",
        "아쉽",
        "늦",
        "느리",
        "느려",
        "느린",
        "오래",
        "기다",
        "작아",
        "작은",
        "없",
        "못 ",
        "못하",
    ),
    *(
        "모르",
        "어렵",
        "어려",
        "힘들",
        "부족",
        "좁",
        "추워",
        "춥",
        "더워",
        "덥",
        "시끄",
        "더럽",
        "더러",
        "복잡",
        "고쳐",
        "개선",
    ),
    *(
        "바꿔",
        "했으면",
        "으면 좋",
        "면 좋겠",
        "해 주세요",
        "해주세요",
        "바랍니다",
        "부탁",
        "왜 ",
        "짜증",
        "무뚝뚝",
        "퉁명",
    ),
    *("싫", "나쁘", "나빠", "안 되", "안되", "않"),
    *("not ", "n't", "slow", "wait", "rude", "please", "should", "bad", "small", "difficult", "but "),
    *("不", "慢", "等", "差", "难", "没"),
    *("không", "chậm", "chờ", "khó", "nhỏ", "lâu"),
)


@dataclass(frozen=True, slots=True)
class GivenComment:
    """An answer of a day: its name (`app.db.survey_export`), its department's number, its comment ("" for none)."""

    answer_id: str
    department: int
    comment: str


@dataclass(frozen=True, slots=True)
class CommentCard:
    """A card to be made. `department` is a number, None where it is not told."""

    id: str
    day: date
    department: int | None
    side: Side
    text: str


def comment_cards(
    days: Iterable[tuple[date, Sequence[GivenComment]]], phones: Iterable[str] = ()
) -> tuple[CommentCard, ...]:
    """The cards of the comments of `days`, which are over and in order; all answers of each day are to be there.

    A day with fewer than five answers is put together with the days after it until there are five: its comments bear
    the last of these days, and no department. Comments of the newest days may therefore wait.
    """
    own = tuple(phones)
    made: list[CommentCard] = []
    waiting: list[GivenComment] = []
    for day, answers in days:
        if len(answers) >= SMALLEST_CELL:
            told = shown_cells(Counter(each.department for each in answers))
            cards = [(each, each.department if each.department in told else None) for each in answers]
        elif len(waiting) + len(answers) >= SMALLEST_CELL:
            cards = [(each, None) for each in answers]
        else:
            waiting += answers
            continue
        cards += [(each, None) for each in waiting]
        waiting = []
        for each, department in cards:
            text = _readable(each.comment, own)
            if text:
                made.append(CommentCard(comment_card_id(each.answer_id), day, department, side_of(text), text))
    return tuple(made)


def side_of(comment: str) -> Side:
    """Where a comment goes by its own words: liked where it praises and misses nothing. Anybody may turn it round.

    How its author had answered is not looked at: a card would give away what figures keep.
    """
    plain = f"{comment.casefold()} "
    if any(word in plain for word in _MISSING):
        return Side.MISSED
    return Side.LIKED if any(word in plain for word in _PRAISE) else Side.MISSED


def _readable(comment: str, phones: Sequence[str]) -> str:
    """What a list and a printer can show of it, personal data covered."""
    kept = "".join(sign for sign in tidy_text(comment) if sign == "\n" or _printable(sign))
    return mask_personal_data(kept.strip()[:CARD_TEXT_LIMIT], phones)


def _printable(sign: str) -> bool:
    if is_emoji(sign):
        return False
    try:
        check_plain_text("comment", sign, 1)
    except AppError:
        return False
    return True
