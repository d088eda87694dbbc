"""Where an improvement task stands, in words and tone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.improvements import ImprovementStatus, LinkKind
from app.ui.shared.theme import Tone

translate = QCoreApplication.translate


def status_words(status: ImprovementStatus) -> str:
    match status:
        case ImprovementStatus.CONSULTING:
            return translate("Improvements", "사전 협의")
        case ImprovementStatus.ON_TRACK:
            return translate("Improvements", "정상 추진")
        case ImprovementStatus.DELAYED:
            return translate("Improvements", "지연")
        case ImprovementStatus.DONE:
            return translate("Improvements", "완료")
        case ImprovementStatus.EXEMPLARY_FAILURE:
            return translate("Improvements", "모범 실패")
        case ImprovementStatus.STOPPED:
            return translate("Improvements", "중단")


def status_tone(status: ImprovementStatus) -> Tone:
    match status:
        case ImprovementStatus.DONE | ImprovementStatus.EXEMPLARY_FAILURE:
            return Tone.SUCCESS
        case ImprovementStatus.DELAYED:
            return Tone.WARNING
        case ImprovementStatus.ON_TRACK:
            return Tone.PRIMARY
        case _:
            return Tone.QUIET


def quarter_words(quarter: str) -> str:
    """ "2026-4" as people say it."""
    year, _, number = quarter.partition("-")
    return translate("Improvements", "{year}년 {n}분기").format(year=year, n=number)


def link_words(kind: LinkKind) -> str:
    return translate("Improvements", "카드") if kind is LinkKind.CARD else translate("Improvements", "민원")
