"""The board's words, tones and icons."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.cards import CLOCK_RUNS, Card, CardCover, CardSource, CardState, Side
from app.ui.shared.theme import Tone

translate = QCoreApplication.translate

SIDE_ICONS = {Side.LIKED: "thumbs-up", Side.MISSED: "frown"}
SIDE_TONES = {Side.LIKED: Tone.SUCCESS, Side.MISSED: Tone.WARNING}
SOURCE_ICONS = {
    CardSource.SURVEY: "smartphone",
    CardSource.PAPER: "sticky-note",
    CardSource.COUNTER: "message-circle",
}
STATE_TONES = {
    CardState.NEW: Tone.PRIMARY,
    CardState.FIXING: Tone.WARNING,
    CardState.FIXED: Tone.SUCCESS,
    CardState.REVIEW: Tone.PLAIN,
    CardState.THANKED: Tone.SUCCESS,
    CardState.CASE: Tone.PLAIN,
    CardState.HIDDEN: Tone.QUIET,
}


def side(value: Side) -> str:
    match value:
        case Side.LIKED:
            return translate("Board", "좋아요")
        case Side.MISSED:
            return translate("Board", "아쉬워요")


def source(value: CardSource) -> str:
    match value:
        case CardSource.SURVEY:
            return translate("Board", "설문")
        case CardSource.PAPER:
            return translate("Board", "쪽지")
        case CardSource.COUNTER:
            return translate("Board", "창구")


def state(value: CardState) -> str:
    match value:
        case CardState.NEW:
            return translate("Board", "새 카드")
        case CardState.FIXING:
            return translate("Board", "즉시 조치 중")
        case CardState.FIXED:
            return translate("Board", "고쳤음")
        case CardState.REVIEW:
            return translate("Board", "장기 검토")
        case CardState.THANKED:
            return translate("Board", "감사 전함")
        case CardState.CASE:
            return translate("Board", "민원으로")
        case CardState.HIDDEN:
            return translate("Board", "숨김")


def done(value: CardState) -> str:
    """What has just been done with a card."""
    match value:
        case CardState.FIXING:
            return translate("Board", "즉시 조치로 넘겼습니다")
        case CardState.FIXED:
            return translate("Board", "고친 것으로 적었습니다")
        case CardState.REVIEW:
            return translate("Board", "장기 검토로 넘겼습니다")
        case CardState.THANKED:
            return translate("Board", "감사를 전한 것으로 적었습니다")
        case CardState.HIDDEN:
            return translate("Board", "숨겼습니다")
        case CardState.NEW | CardState.CASE:
            return state(value)


def due(card: Card, today: date) -> str:
    """By when the office wants to have looked at it, "" where no clock of its own runs."""
    if card.due is None or card.state not in CLOCK_RUNS:
        return ""
    days = (card.due - today).days
    if days < 0:
        return translate("Board", "{days}일 지남").format(days=-days)
    if days == 0:
        return translate("Board", "오늘까지")
    return translate("Board", "{days}일 안에").format(days=days)


def due_tone(card: Card, today: date) -> Tone:
    """How much the due day asks for."""
    if card.due is None or card.state not in CLOCK_RUNS:
        return Tone.QUIET
    days = (card.due - today).days
    return Tone.DANGER if days < 0 else Tone.WARNING if days <= 1 else Tone.QUIET


def about(card: Card) -> str:
    """Whom a card is about, "" when nobody is named."""
    if not card.about:
        return ""
    return translate("Board", "{name} 님 이야기").format(name=card.about_name or card.about)


def day_of(card: Card) -> str:
    return translate("Board", "{month}월 {day}일").format(month=card.day.month, day=card.day.day)


def origin(card: Card) -> str:
    """Where a card comes from: source, day, department."""
    return " · ".join(part for part in (source(card.source), day_of(card), card.department) if part)


def said(card: Card) -> str:
    """What a card says, or why nothing is shown of it."""
    match card.cover:
        case None:
            return card.text
        case CardCover.AUDITOR:
            return translate("Board", "{number} · 감사담당관이 맡은 민원이 되어 글은 그분만 봅니다.").format(
                number=card.case_number
            )
        case CardCover.ELSEWHERE:
            return translate("Board", "이 PC에 없는 민원이 된 카드입니다. 글은 그 민원에서만 봅니다.")


def fix_lines(card: Card) -> tuple[str, str] | None:
    """What was before and what is now, where a fix was written down."""
    if not card.before and not card.after:
        return None
    before = translate("Board", "전  {before}").format(before=card.before or "–")
    after = translate("Board", "후  {after}").format(after=card.after or "–")
    return before, after


def spoken(card: Card, today: date) -> str:
    """Everything a card shows, in one sentence for a screen reader."""
    fix = fix_lines(card)
    parts = (side(card.side), state(card.state), due(card, today), about(card), said(card), origin(card), *(fix or ()))
    return ", ".join(part for part in parts if part)
