"""What a second look came to, in words and tone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.re_reviews import ReReviewState
from app.ui.shared.theme import Tone

translate = QCoreApplication.translate


def state_words(state: ReReviewState) -> str:
    match state:
        case ReReviewState.WAITING:
            return translate("ReReviews", "기다림")
        case ReReviewState.GRANTED:
            return translate("ReReviews", "이번에는 됨")
        case ReReviewState.OTHER_HELP:
            return translate("ReReviews", "다른 도움을 찾음")
        case ReReviewState.UPHELD:
            return translate("ReReviews", "그대로임")
        case ReReviewState.UNREACHABLE:
            return translate("ReReviews", "연락이 안 됨")


def state_tone(state: ReReviewState) -> Tone:
    if state in (ReReviewState.GRANTED, ReReviewState.OTHER_HELP):
        return Tone.SUCCESS
    return Tone.QUIET
