"""The words of notes of abuse."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app.domain.incidents import AbuseKind, IncidentEnd

translate = QCoreApplication.translate


def kind(value: AbuseKind) -> str:
    match value:
        case AbuseKind.SHOUTING:
            return translate("Incident", "폭언·욕설")
        case AbuseKind.THREAT:
            return translate("Incident", "협박")
        case AbuseKind.VIOLENCE:
            return translate("Incident", "폭행·기물 파손")
        case AbuseKind.SEXUAL:
            return translate("Incident", "성희롱")
        case AbuseKind.ENDLESS:
            return translate("Incident", "장시간·반복")
        case AbuseKind.OTHER:
            return translate("Incident", "그 밖")


def end(value: IncidentEnd) -> str:
    match value:
        case IncidentEnd.OPEN:
            return translate("Incident", "아직 진행 중")
        case IncidentEnd.CALMED:
            return translate("Incident", "진정됨")
        case IncidentEnd.LEFT:
            return translate("Incident", "돌아감")
        case IncidentEnd.ENDED_BY_US:
            return translate("Incident", "우리가 대화를 끝냄")
        case IncidentEnd.POLICE:
            return translate("Incident", "경찰을 부름")
        case IncidentEnd.MISTAKE:
            return translate("Incident", "잘못 누름")


def length(passed: timedelta) -> str:
    """How long it lasts: 3:07, 1:02:07."""
    seconds = max(0, int(passed.total_seconds()))
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours}:{minutes:02}:{seconds % 60:02}" if hours else f"{minutes}:{seconds % 60:02}"
