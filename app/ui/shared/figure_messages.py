"""Sentences for what can be wrong with a period of figures, and for work that was cancelled."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain import errors as e
from app.domain.periods import FIRST_DAY, LAST_DAY

translate = QCoreApplication.translate


def about_figures(error: e.AppError) -> str | None:
    """None for an error that is not about figures."""
    match error:
        case e.PeriodBackwards(first=first, last=last):
            return translate(
                "Messages",
                "기간의 끝({last})이 시작({first})보다 앞섭니다. 바뀐 것은 없습니다. 두 날짜를 바꾸어 넣어 주세요.",
            ).format(first=first.isoformat(), last=last.isoformat())
        case e.PeriodTooLong(first=first, last=last, years=years):
            return translate(
                "Messages",
                "기간이 너무 깁니다({first}~{last}). 바뀐 것은 없습니다. {years}년까지로 줄여 주세요.",
            ).format(first=first.isoformat(), last=last.isoformat(), years=years)
        case e.BadValue(field="period", value=value):
            return translate(
                "Messages",
                "{value}은(는) 다룰 수 있는 날짜가 아닙니다. 바뀐 것은 없습니다. "
                "{first}년부터 {last}년 사이의 날짜를 넣어 주세요.",
            ).format(value=value, first=FIRST_DAY.year, last=LAST_DAY.year)
        case e.Cancelled():
            return translate("Messages", "취소했습니다. 바뀐 것은 없고, 만들던 파일도 남기지 않았습니다.")
    return None
