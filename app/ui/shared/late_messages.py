"""Sentences for what can be wrong with a visit that was noted on paper and is typed in later."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain import late_errors as e
from app.domain.errors import AppError

translate = QCoreApplication.translate


def about_late_visits(error: AppError) -> str | None:
    """None for an error that is not about such a visit."""
    match error:
        case e.LateVisitAhead(at=at):
            return translate(
                "Messages",
                "{time}은(는) 아직 오지 않은 시각입니다. 저장하지 않았습니다. 종이에 적은 시각을 확인해 주세요.",
            ).format(time=f"{at:%m-%d %H:%M}")
        case e.LateVisitTooOld(day=day, limit=limit):
            return translate(
                "Messages",
                "{day}: 나중 입력은 {limit}일 전까지만 됩니다. 저장하지 않았습니다. 날짜를 확인해 주세요.",
            ).format(day=day.isoformat(), limit=limit)
        case e.LateVisitEndsWrong(at=at, until=until):
            return translate(
                "Messages",
                "끝난 시각({until})이 접수한 시각({at})보다 앞서거나 다른 날입니다. "
                "저장하지 않았습니다. 두 시각을 확인해 주세요.",
            ).format(at=f"{at:%m-%d %H:%M}", until=f"{until:%m-%d %H:%M}")
    return None
