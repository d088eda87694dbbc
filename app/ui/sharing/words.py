"""How things stand with the shared side, in words. Everything comes from `SyncState` and from a try that runs now."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.domain import errors, sharing_errors
from app.domain.errors import AppError
from app.domain.sharing import SyncState
from app.ui.shared.messages import bug_sentence, sentence
from app.ui.shared.theme import Tone

translate = QCoreApplication.translate

CLOCK_LIMIT = 120.0
"""Seconds a PC's clock may differ before anybody is told."""

_CUT = frozenset(
    {
        "SharedSideUnavailable",
        "SharedSideUnreachable",
        "SharedSideSilent",
        "SharedSideBusy",
        "SharedSideRestored",
        "HomeBehind",
    }
)
"""Troubles that pass by themselves. All others need somebody."""


@dataclass(frozen=True)
class Said:
    """Words with the icon and the tone that go with them."""

    text: str
    icon: str
    tone: Tone


def standing(state: SyncState, waiting: bool, zone: ZoneInfo, today: date) -> Said:
    """The few words of the status line. `waiting`: the try that runs now has had no answer for a while."""
    said = _standing(state, waiting, zone, today)
    more = []
    if state.conflicts:
        more.append(translate("Sharing", "두 값 {count}건").format(count=state.conflicts))
    if clock_differs(state):
        more.append(translate("Sharing", "시계 확인"))
    if not more:
        return said
    tone = Tone.WARNING if said.tone in (Tone.SUCCESS, Tone.PRIMARY) else said.tone
    icon = "cloud-alert" if said.icon == "cloud-check" else said.icon
    return Said(" · ".join((said.text, *more)), icon, tone)


def _standing(state: SyncState, waiting: bool, zone: ZoneInfo, today: date) -> Said:
    kept = translate("Sharing", "{count}건 보관 중").format(count=state.unsent_records)
    if state.failing_since is not None:
        since = moment(state.failing_since, zone, today)
        if state.trouble in _CUT:
            text, tone = translate("Sharing", "{since}부터 끊김").format(since=since), Tone.WARNING
        else:
            text, tone = translate("Sharing", "{since}부터 공유 멈춤").format(since=since), Tone.DANGER
        return Said(f"{text} · {kept}" if state.unsent else text, "cloud-off", tone)
    if waiting:
        text = translate("Sharing", "공유 서버의 응답을 기다리는 중")
        return Said(f"{text} · {kept}" if state.unsent else text, "hourglass", Tone.WARNING)
    if state.refused:
        text = translate("Sharing", "공유 서버가 받지 않은 기록 {count}건").format(count=state.refused)
        return Said(text, "cloud-alert", Tone.DANGER)
    if state.unsent:
        text = translate("Sharing", "보내지 않은 기록 {count}건").format(count=state.unsent_records)
        return Said(text, "cloud-upload", Tone.PRIMARY)
    if state.last_exchange is None:
        return Said(translate("Sharing", "아직 주고받지 않음"), "cloud-upload", Tone.PRIMARY)
    if state.catching_up:
        return Said(translate("Sharing", "공유된 기록을 받는 중"), "download", Tone.PRIMARY)
    return Said(translate("Sharing", "공유됨 · 모두 보냄"), "cloud-check", Tone.SUCCESS)


def moment(at: datetime, zone: ZoneInfo, today: date) -> str:
    """09:12, or 11-19 09:12 for another day."""
    local = at.astimezone(zone)
    return f"{local:%H:%M}" if local.date() == today else f"{local:%m-%d %H:%M}"


def reason(state: SyncState) -> str:
    """Why the last try failed, in one sentence; nothing when it did not."""
    if not state.trouble:
        return ""
    error = error_named(state)
    return bug_sentence() if error is None else sentence(error)


def error_named(state: SyncState) -> AppError | None:
    """The error that the state tells of. None for one of a newer release."""
    kind = getattr(sharing_errors, state.trouble, None) or getattr(errors, state.trouble, None)
    if not (isinstance(kind, type) and issubclass(kind, AppError)):
        return None
    try:
        return kind(**{field.name: _value(str(field.type), state.trouble_data[field.name]) for field in fields(kind)})
    except (KeyError, TypeError, ValueError):
        return None


def _value(kind: str, value: object) -> object:
    """State is kept as JSON: days and moments are texts there."""
    if isinstance(value, str) and kind == "date":
        return date.fromisoformat(value)
    if isinstance(value, str) and kind.startswith("datetime"):
        return datetime.fromisoformat(value)
    return value


def clock_differs(state: SyncState) -> bool:
    """Whether this PC's clock is so wrong that somebody should know."""
    return state.clock is not None and abs(state.clock) > CLOCK_LIMIT


def clock(seconds: float | None) -> str:
    """3분 빠름, 2시간 늦음, 맞음; a dash when nothing is known."""
    if seconds is None:
        return "–"
    length = abs(seconds)
    if length < 60:
        return translate("Sharing", "맞음")
    if length < 3600:
        words = translate("Sharing", "{count}분").format(count=round(length / 60))
    elif length < 86_400:
        words = translate("Sharing", "{count}시간").format(count=round(length / 3600))
    else:
        words = translate("Sharing", "{count}일").format(count=round(length / 86_400))
    late = translate("Sharing", "{length} 늦음") if seconds < 0 else translate("Sharing", "{length} 빠름")
    return late.format(length=words)
