"""The office's words for what the records say."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.domain.languages import Language
from app.domain.slips import Paper, SlipFailure, SlipState
from app.domain.visits import LateReason, VisitorKind, VisitRecord, VisitStatus
from app.ui.shared.theme import Tone

translate = QCoreApplication.translate


def visitor_kind(kind: VisitorKind) -> str:
    match kind:
        case VisitorKind.SELF:
            return translate("Words", "본인")
        case VisitorKind.PROXY:
            return translate("Words", "대리")
        case VisitorKind.COMPANY:
            return translate("Words", "법인")
        case VisitorKind.FOREIGNER:
            return translate("Words", "외국인")


def status(value: VisitStatus) -> str:
    match value:
        case VisitStatus.WAITING:
            return translate("Words", "대기")
        case VisitStatus.CALLED:
            return translate("Words", "호출함")
        case VisitStatus.SERVING:
            return translate("Words", "처리 중")
        case VisitStatus.DONE:
            return translate("Words", "완료")
        case VisitStatus.LEFT:
            return translate("Words", "그냥 감")
        case VisitStatus.UNRECORDED:
            return translate("Words", "기록 없음")
        case VisitStatus.UNDONE:
            return translate("Words", "취소")


STATUS_TONES = {
    VisitStatus.WAITING: Tone.WARNING,
    VisitStatus.CALLED: Tone.PRIMARY,
    VisitStatus.SERVING: Tone.PRIMARY,
    VisitStatus.DONE: Tone.QUIET,
    VisitStatus.LEFT: Tone.QUIET,
    VisitStatus.UNRECORDED: Tone.QUIET,
    VisitStatus.UNDONE: Tone.QUIET,
}


def status_with_minutes(visit: VisitRecord, now: datetime) -> str:
    """대기 5분, 처리 중 3분, 완료: how long it has lasted, while it lasts."""
    words = status(visit.status)
    since: datetime | None = None
    if visit.status is VisitStatus.WAITING:
        since = visit.registered_at
    elif visit.status is VisitStatus.SERVING:
        since = visit.serving_since
    minutes = int((now - since).total_seconds() // 60) if since is not None else 0
    if minutes < 1:
        return words
    if minutes < 60:
        return translate("Words", "{status} {minutes}분").format(status=words, minutes=minutes)
    return translate("Words", "{status} {hours}시간 {minutes}분").format(
        status=words, hours=minutes // 60, minutes=minutes % 60
    )


def services_of(visit: VisitRecord) -> str:
    """주민등록 등·초본, or 주민등록 등·초본 외 2 with further services; `all_services_of` names them."""
    further = len(visit.further_services)
    if not further:
        return visit.service_name
    return translate("Words", "{service} 외 {count}").format(service=visit.service_name, count=further)


def all_services_of(visit: VisitRecord) -> str:
    """Every service of the visit by its name."""
    return ", ".join(visit.service_names)


def corrected() -> str:
    """The mark of a visit whose services are others than at first."""
    return translate("Words", "정정")


def late() -> str:
    """The mark of a visit that was noted on paper and typed in later."""
    return translate("Words", "나중 입력")


def late_reason(reason: LateReason) -> str:
    """Why a visit was noted on paper."""
    match reason:
        case LateReason.POWER:
            return translate("Words", "정전")
        case LateReason.PROGRAM:
            return translate("Words", "프로그램·PC 고장")
        case LateReason.NETWORK:
            return translate("Words", "통신 장애")
        case LateReason.OTHER:
            return translate("Words", "그 밖의 까닭")


def late_with_reason(visit: VisitRecord, zone: ZoneInfo) -> str:
    """나중 입력: 정전 (11-20 14:05에 입력), or nothing for a visit that was not late."""
    if visit.late_reason is None:
        return ""
    said = f"{late()}: {late_reason(visit.late_reason)}"
    if visit.entered_at is None:
        return said
    return translate("Words", "{late} ({time}에 입력)").format(
        late=said, time=f"{visit.entered_at.astimezone(zone):%m-%d %H:%M}"
    )


def waited(visit: VisitRecord, now: datetime) -> str:
    """12분, 1시간 5분: how long somebody has waited since being registered."""
    minutes = max(0, int((now - visit.registered_at).total_seconds() // 60))
    if minutes < 60:
        return translate("Words", "{minutes}분").format(minutes=minutes)
    return translate("Words", "{hours}시간 {minutes}분").format(hours=minutes // 60, minutes=minutes % 60)


def slip_failure(reason: str) -> str:
    """Why a slip did not reach paper, in two words."""
    match reason:
        case SlipFailure.NO_PRINTER:
            return translate("Words", "프린터 없음")
        case SlipFailure.PRINTER_FAILED:
            return translate("Words", "프린터·용지 확인")
        case SlipFailure.PAPER_OUT:
            return translate("Words", "용지 없음")
        case SlipFailure.COVER_OPEN:
            return translate("Words", "덮개 열림")
        case SlipFailure.PRINTER_OFFLINE:
            return translate("Words", "프린터 멈춤")
        case SlipFailure.PRINTER_SILENT:
            return translate("Words", "프린터 응답 없음")
        case SlipFailure.CANNOT_WRITE:
            return translate("Words", "파일을 쓸 수 없음")
        case SlipFailure.INTERRUPTED:
            return translate("Words", "출력 중 끊김")
    return translate("Words", "알 수 없음")


def slip_state(state: SlipState | None, reason: str) -> str:
    match state:
        case None:
            return translate("Words", "아직 없음")
        case SlipState.WAITING:
            return translate("Words", "대기 중")
        case SlipState.HANDED:
            return translate("Words", "보냄")
        case SlipState.CONFIRMED:
            return translate("Words", "출력 확인됨")
        case SlipState.FAILED:
            return translate("Words", "실패: {reason}").format(reason=slip_failure(reason))


def slip_of(visit: VisitRecord) -> str:
    """The slip's state as the list shows it, with what to do about a failed one."""
    if visit.slip_state is None and visit.status is VisitStatus.UNDONE:
        return "–"
    if visit.slip_state is None and visit.slip_withheld:
        return translate("Words", "원하지 않음")
    if visit.slip_state is None and visit.late_reason is not None:
        return "–"  # whoever it was for is gone
    words = slip_state(visit.slip_state, visit.slip_reason)
    if visit.slip_state is SlipState.FAILED and visit.status is not VisitStatus.UNDONE:
        return translate("Words", "{state} · 다시").format(state=words)
    return words


SLIP_TONES = {
    None: Tone.QUIET,
    SlipState.WAITING: Tone.WARNING,
    SlipState.HANDED: Tone.QUIET,
    SlipState.CONFIRMED: Tone.SUCCESS,
    SlipState.FAILED: Tone.DANGER,
}


def paper(value: Paper) -> str:
    match value:
        case Paper.ROLL80:
            return translate("Words", "영수증 용지 80 mm")
        case Paper.ROLL58:
            return translate("Words", "영수증 용지 58 mm")
        case Paper.A5:
            return translate("Words", "A5")


def language(value: Language) -> str:
    """Each language by its own name, so that whoever needs it can find it."""
    return {Language.KO: "한국어", Language.EN: "English", Language.ZH: "中文", Language.VI: "Tiếng Việt"}[value]


def duration(seconds: float | None) -> str:
    """4분 30초, or a dash."""
    if seconds is None:
        return "–"
    minutes, rest = divmod(round(seconds), 60)
    if minutes == 0:
        return translate("Words", "{seconds}초").format(seconds=rest)
    if rest == 0 or minutes >= 60:
        return translate("Words", "{minutes}분").format(minutes=minutes)
    return translate("Words", "{minutes}분 {seconds}초").format(minutes=minutes, seconds=rest)


def percent(share: float | None) -> str:
    """A share of 0..1, or a dash where it is suppressed."""
    return "–" if share is None else f"{share * 100:.0f}%"


def number(value: float | None) -> str:
    """A score with one decimal, or a dash where it is suppressed."""
    return "–" if value is None else f"{value:.1f}"
