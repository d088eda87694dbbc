"""The words of the finder's screen: why something was found, by when, and what became of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.domain.directory import Task
from app.domain.finding import Reason, Why
from app.domain.guidance import Guidance, GuidanceOutcome, TransferKind, WrongReason

translate = QCoreApplication.translate

_FIRST_SYLLABLE, _LAST_SYLLABLE = 0xAC00, 0xD7A3
_FINALS = 28
_SIGNS_BETWEEN = "‘{word}’"


def why(reason: Why) -> str:
    """Why a task was found, as a person would say it; "" where there is nothing to say."""
    said = ", ".join(_SIGNS_BETWEEN.format(word=part) for part in reason.parts)
    match reason.reason:
        case Reason.LEARNED:
            return translate("Finder", "전에 확인된 말")
        case Reason.WORDS if said and ends_in_consonant(reason.parts[-1]):
            return translate("Finder", "{words}이라는 말로").format(words=said)
        case Reason.WORDS if said:
            return translate("Finder", "{words}라는 말로").format(words=said)
        case Reason.KEYWORD if said:
            return translate("Finder", "안내 자료에 있는 말 {words}").format(words=said)
        case Reason.CHOSEONG if said:
            return translate("Finder", "초성으로 읽으면 {words}").format(words=said)
        case Reason.KEYBOARD if said and "".join(reason.parts).isascii():
            return translate("Finder", "자판을 영문으로 바꾸면 {words}").format(words=said)
        case Reason.KEYBOARD if said:
            return translate("Finder", "자판을 한글로 바꾸면 {words}").format(words=said)
        case Reason.NAME:
            return translate("Finder", "부서나 팀 이름 {words}").format(words=said).strip()
        case Reason.PHONE:
            return translate("Finder", "전화번호 {words}").format(words=said).strip()
    return ""


def ends_in_consonant(word: str) -> bool:
    """Whether the last syllable of `word` is closed, so that Korean puts 이 before what follows."""
    last = ord(word[-1]) if word else 0
    return _FIRST_SYLLABLE <= last <= _LAST_SYLLABLE and (last - _FIRST_SYLLABLE) % _FINALS != 0


def desk_of(task: Task) -> str:
    """민원여권과 여권팀."""
    return " ".join(part for part in (task.form.department, task.form.team) if part)


def outside() -> str:
    """What is said first of all of a task that nobody in this building does."""
    return translate("Finder", "이 건물이 아님")


def place_of(task: Task) -> str:
    """Where to go, of a desk in this building; what stands in the directory of one elsewhere."""
    return task.form.location or translate("Finder", "위치는 안내 자료에 없습니다")


def spoken(task: Task) -> str:
    """Everything a screen reader says of a task."""
    parts = [outside()] if task.outside else []
    return ", ".join(part for part in (*parts, desk_of(task), task.form.location, task.form.phone, task.title) if part)


def transfer_kind(kind: TransferKind) -> str:
    """What a clock of the act runs for."""
    match kind:
        case TransferKind.TO_HANDLING:
            return translate("Finder", "처리 부서로")
        case TransferKind.INSIDE:
            return translate("Finder", "다른 부서로")
        case TransferKind.OUTSIDE:
            return translate("Finder", "다른 기관으로")
        case TransferKind.NONE:
            return ""


def transfer_hours(kind: TransferKind) -> str:
    """1시간, 3시간, 8시간."""
    hours = {TransferKind.TO_HANDLING: 1, TransferKind.INSIDE: 3, TransferKind.OUTSIDE: 8}
    return translate("Finder", "{hours}시간").format(hours=hours[kind]) if kind in hours else ""


def by_when(due: datetime, today: date, zone: ZoneInfo) -> str:
    """오늘 16:30까지, 내일 10:00까지, 24일(화) 10:00까지."""
    local = due.astimezone(zone)
    clock = f"{local:%H:%M}"
    if local.date() == today:
        return translate("Finder", "오늘 {time}까지").format(time=clock)
    if local.date() == today + timedelta(days=1):
        return translate("Finder", "내일 {time}까지").format(time=clock)
    day = QLocale().toString(QDate(local.year, local.month, local.day), translate("Finder", "d일(ddd)"))
    return translate("Finder", "{day} {time}까지").format(day=day, time=clock)


def time_left(left: timedelta, *, working: bool = False) -> str:
    """25분 남음, 1시간 5분 남음, 기한 12분 지남; `working`: it is working time, and not all on this day."""
    late = left < timedelta()
    minutes = int(abs(left).total_seconds() // 60) + (0 if late else 1 if left.total_seconds() % 60 else 0)
    length = translate("Finder", "{minutes}분").format(minutes=minutes)
    if minutes >= 60 and minutes % 60 == 0:
        length = translate("Finder", "{hours}시간").format(hours=minutes // 60)
    elif minutes >= 60:
        length = translate("Finder", "{hours}시간 {minutes}분").format(hours=minutes // 60, minutes=minutes % 60)
    if late:
        return translate("Finder", "기한 {length} 지남").format(length=length)
    if working:
        return translate("Finder", "근무 시간으로 {length} 남음").format(length=length)
    return translate("Finder", "{length} 남음").format(length=length)


def outcome(guidance: Guidance, actual: Task | None) -> str:
    """What became of it: 맞음, → 세무1과 where they really belonged, or that nobody has said."""
    match guidance.outcome:
        case GuidanceOutcome.RIGHT:
            return translate("Finder", "맞음")
        case GuidanceOutcome.WRONG if actual is not None:
            return f"→ {actual.department}"
        case GuidanceOutcome.WRONG:
            return translate("Finder", "다른 곳")
        case GuidanceOutcome.OPEN:
            return translate("Finder", "아직 모름")
        case GuidanceOutcome.WITHDRAWN:
            return translate("Finder", "거둠")


def wrong_reason(reason: WrongReason) -> str:
    """Why somebody came to the wrong desk."""
    match reason:
        case WrongReason.SOUNDS_ALIKE:
            return translate("Finder", "비슷한 일이 두 곳에")
        case WrongReason.MOVED:
            return translate("Finder", "담당이 바뀜")
        case WrongReason.SAID_OTHERWISE:
            return translate("Finder", "하신 말과 뜻이 다름")
        case WrongReason.NOT_IN_DIRECTORY:
            return translate("Finder", "안내 자료에 없음")
        case WrongReason.OTHER:
            return translate("Finder", "그 밖")
