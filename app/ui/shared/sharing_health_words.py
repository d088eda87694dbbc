"""What `minwon doctor` says about the shared side. Needs QtCore only."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.health import Code

translate = QCoreApplication.translate


def about_shared_side(code: Code) -> tuple[str, str] | None:
    """What was found and what to do, or None when it is not about the shared side."""
    match code:
        case Code.REFUSED:
            return (
                translate("Health", "공유 쪽이 받지 않은 기록이 {refused}개 있습니다. 이 PC에는 그대로 있습니다."),
                translate("Health", "이 줄을 그대로 담당자에게 전해 주세요. 이 PC의 기록은 지우지 마세요."),
            )
        case Code.PARKED:
            return (
                translate("Health", "공유 쪽에서 왔지만 이 PC에 넣지 못한 기록이 {parked}개 있습니다."),
                translate("Health", "프로그램을 새 버전으로 바꾸고, 그래도 남으면 담당자에게 알려 주세요."),
            )
        case Code.CLOCK_DIFFERS:
            return (
                translate("Health", "이 PC의 시계가 공유 쪽과 {minutes}분 다릅니다."),
                translate("Health", "PC의 날짜와 시각을 맞춰 주세요. 주고받는 데는 지장이 없습니다."),
            )
        case Code.NOT_COMPARED:
            return (
                translate("Health", "공유 쪽과 견주지 못했습니다({trouble}). 이 PC의 기록은 그대로입니다."),
                translate("Health", "네트워크와 공유 서버를 확인하고 다시 점검해 주세요."),
            )
        case Code.NOT_SENT:
            return (
                translate("Health", "공유 쪽에 아직 보내지 않은 것이 {waiting}개 있습니다. 이 PC에 안전합니다."),
                translate("Health", "minwon sync once 를 실행하거나 잠시 기다렸다가 다시 점검해 주세요."),
            )
        case Code.SIDES_DIFFER:
            return (
                translate("Health", "이 PC와 공유 쪽이 다른 기록이 {differing_count}개 있습니다."),
                translate("Health", "minwon sync once 를 실행하고, 그래도 다르면 이 줄을 담당자에게 전해 주세요."),
            )
    return None
