"""The office's words for cases: kinds, where one stands, its steps, and when it is due."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.domain.case_steps import CaseStepKind
from app.domain.cases import CaseFlag, CaseKind, CaseLine, CaseResult, CaseStatus, Channel, WrittenBy
from app.domain.letters import LetterKind
from app.ui.shared.theme import Tone

translate = QCoreApplication.translate


def kind(value: CaseKind) -> str:
    """The short name, as it stands in lists."""
    match value:
        case CaseKind.PERMIT:
            return translate("CaseWords", "인허가")
        case CaseKind.REPORT:
            return translate("CaseWords", "신고")
        case CaseKind.REGISTER:
            return translate("CaseWords", "등록")
        case CaseKind.CERTIFICATE:
            return translate("CaseWords", "확인·증명")
        case CaseKind.LAW_QUESTION:
            return translate("CaseWords", "법령질의")
        case CaseKind.PROCEDURE_QUESTION:
            return translate("CaseWords", "제도질의")
        case CaseKind.SUGGESTION:
            return translate("CaseWords", "건의")
        case CaseKind.OTHER:
            return translate("CaseWords", "기타")
        case CaseKind.GRIEVANCE:
            return translate("CaseWords", "고충")
        case CaseKind.PRAISE:
            return translate("CaseWords", "칭찬")


def status(value: CaseStatus) -> str:
    """Where a case stands."""
    match value:
        case CaseStatus.RECEIVED:
            return translate("CaseWords", "접수")
        case CaseStatus.HANDLING:
            return translate("CaseWords", "처리 중")
        case CaseStatus.TRANSFERRED:
            return translate("CaseWords", "이송 중")
        case CaseStatus.SUPPLEMENT:
            return translate("CaseWords", "보완 대기")
        case CaseStatus.SURVEY:
            return translate("CaseWords", "현장조사")
        case CaseStatus.ANSWERED:
            return translate("CaseWords", "답변함")
        case CaseStatus.CLOSED:
            return translate("CaseWords", "종결")


STATUS_TONES = {
    CaseStatus.RECEIVED: Tone.WARNING,
    CaseStatus.HANDLING: Tone.PRIMARY,
    CaseStatus.TRANSFERRED: Tone.WARNING,
    CaseStatus.SUPPLEMENT: Tone.QUIET,
    CaseStatus.SURVEY: Tone.QUIET,
    CaseStatus.ANSWERED: Tone.SUCCESS,
    CaseStatus.CLOSED: Tone.QUIET,
}


def result(value: CaseResult) -> str:
    """How a case ended."""
    match value:
        case CaseResult.DONE:
            return translate("CaseWords", "해 드림")
        case CaseResult.PARTLY:
            return translate("CaseWords", "일부 해 드림")
        case CaseResult.REFUSED:
            return translate("CaseWords", "거부")
        case CaseResult.RETURNED:
            return translate("CaseWords", "반려")
        case CaseResult.WITHDRAWN:
            return translate("CaseWords", "취하")
        case CaseResult.PASSED_ON:
            return translate("CaseWords", "타 기관 이송")
        case CaseResult.REPEATED:
            return translate("CaseWords", "반복 민원 종결")
        case CaseResult.THANKED:
            return translate("CaseWords", "감사 인사")


def channel(value: Channel) -> str:
    """How a case came."""
    match value:
        case Channel.COUNTER:
            return translate("CaseWords", "창구")
        case Channel.PHONE:
            return translate("CaseWords", "전화")
        case Channel.PAPER:
            return translate("CaseWords", "종이")
        case Channel.POST:
            return translate("CaseWords", "우편")
        case Channel.ONLINE:
            return translate("CaseWords", "온라인")
        case Channel.BOARD:
            return translate("CaseWords", "게시판")


def written_by(value: WrittenBy) -> str:
    """Whose hand wrote the text."""
    if value is WrittenBy.CITIZEN:
        return translate("CaseWords", "민원인이 씀")
    return translate("CaseWords", "직원이 대신 씀")


def flag(value: CaseFlag) -> str:
    """What is special about a case."""
    match value:
        case CaseFlag.COMPLEX:
            return translate("CaseWords", "복합민원")
        case CaseFlag.MANY:
            return translate("CaseWords", "다수인 관련")
        case CaseFlag.PRE:
            return translate("CaseWords", "사전심사")


def step(value: CaseStepKind) -> str:
    """What somebody does, and has done."""
    match value:
        case CaseStepKind.TAKEN_OVER:
            return translate("CaseSteps", "이어받기")
        case CaseStepKind.TRANSFERRED:
            return translate("CaseSteps", "이송")
        case CaseStepKind.PASSED_ON:
            return translate("CaseSteps", "타 기관 이송")
        case CaseStepKind.SUPPLEMENT_ASKED:
            return translate("CaseSteps", "보완요구")
        case CaseStepKind.SUPPLEMENT_PROLONGED:
            return translate("CaseSteps", "보완 기한 연장")
        case CaseStepKind.SUPPLEMENT_ARRIVED:
            return translate("CaseSteps", "보완 도착")
        case CaseStepKind.SURVEY_BEGUN:
            return translate("CaseSteps", "현장조사 시작")
        case CaseStepKind.SURVEY_ENDED:
            return translate("CaseSteps", "현장조사 끝")
        case CaseStepKind.EXTENDED:
            return translate("CaseSteps", "기한 연장")
        case CaseStepKind.PROGRESS_TOLD:
            return translate("CaseSteps", "진행상황 알림")
    return _later_step(value)


def _later_step(value: CaseStepKind) -> str:
    match value:
        case CaseStepKind.REMINDED:
            return translate("CaseSteps", "독촉")
        case CaseStepKind.ANSWERED:
            return translate("CaseSteps", "답변")
        case CaseStepKind.CLOSED:
            return translate("CaseSteps", "종결")
        case CaseStepKind.RETURNED:
            return translate("CaseSteps", "반려")
        case CaseStepKind.WITHDRAWN:
            return translate("CaseSteps", "취하")
        case CaseStepKind.REPEAT_CLOSED:
            return translate("CaseSteps", "반복 민원 종결")
        case CaseStepKind.OBJECTED:
            return translate("CaseSteps", "이의신청")
        case CaseStepKind.NOTED:
            return translate("CaseSteps", "메모")
        case CaseStepKind.CORRECTED:
            return translate("CaseSteps", "바로잡기")
        case CaseStepKind.UNDONE:
            return translate("CaseSteps", "되돌리기")
    return value.value


def other_act(value: str) -> str:
    """What else is done with a case, as the services call it; an unknown one stays as it is."""
    match value:
        case "edit":
            return translate("CaseSteps", "내용 고치기")
        case "link":
            return translate("CaseSteps", "앞선 민원과 잇기")
        case "attach":
            return translate("CaseSteps", "파일 붙이기")
        case "letter":
            return translate("CaseSteps", "서식 만들기")
        case "erase":
            return translate("CaseSteps", "개인정보 지우기")
    return value


def letter(value: LetterKind) -> str:
    """The name of a form letter."""
    match value:
        case LetterKind.RECEIPT:
            return translate("CaseWords", "접수증")
        case LetterKind.SUPPLEMENT:
            return translate("CaseWords", "보완요구서")
        case LetterKind.EXTENSION:
            return translate("CaseWords", "처리기간 연장 통지서")
        case LetterKind.TRANSFER:
            return translate("CaseWords", "이송 통지서")
        case LetterKind.PROGRESS:
            return translate("CaseWords", "진행상황 통지서")
        case LetterKind.RESULT:
            return translate("CaseWords", "처리결과 통지서")
        case LetterKind.REMINDER:
            return translate("CaseWords", "독촉장")


def day(value: date, today: date | None = None) -> str:
    """11월 30일(월); with the year where it is not that of `today`."""
    shape = translate("CaseWords", "M월 d일(ddd)")
    if today is not None and value.year != today.year:
        shape = translate("CaseWords", "yyyy년 M월 d일(ddd)")
    return QLocale().toString(QDate(value.year, value.month, value.day), shape)


def due_moment(due_day: date | None, clock: str, today: date) -> str:
    """11월 30일(월), with 10:30 where the deadline is a moment; a dash where none runs."""
    if due_day is None:
        return translate("CaseWords", "기한 없음")
    words = day(due_day, today)
    return f"{words} {clock}" if clock else words


def due_distance(due_day: date | None, clock: str, today: date) -> str:
    """D-3, 오늘, 오늘 16:30, 지남 2일: how far it is, in days of the calendar."""
    if due_day is None:
        return "–"
    days = (due_day - today).days
    if days > 0:
        return f"D-{days}"
    if days == 0:
        today_words = translate("CaseWords", "오늘")
        return f"{today_words} {clock}" if clock else today_words
    return translate("CaseWords", "지남 {days}일").format(days=-days)


def due_tone(due_day: date | None, today: date) -> Tone:
    """Past is danger, today a warning, the next two days something to look at."""
    if due_day is None:
        return Tone.QUIET
    days = (due_day - today).days
    if days < 0:
        return Tone.DANGER
    if days == 0:
        return Tone.WARNING
    return Tone.PRIMARY if days <= 2 else Tone.PLAIN


def due_of_line(line: CaseLine, today: date) -> str:
    """What a list says of a case's deadline: how far it is, and of an ended case when it ended."""
    if line.ended_on is not None:
        return translate("CaseWords", "{day} 끝남").format(day=f"{line.ended_on.month}.{line.ended_on.day}.")
    if line.status is CaseStatus.ANSWERED:
        return translate("CaseWords", "답변함")
    words = due_distance(line.due_day, line.due_clock, today)
    if line.moved_from is not None:
        return translate("CaseWords", "{due} · 옮겨짐").format(due=words)
    return words


def due_tone_of_line(line: CaseLine, today: date) -> Tone:
    """The tone beside those words."""
    if line.ended_on is not None or line.status in (CaseStatus.ANSWERED, CaseStatus.CLOSED):
        return Tone.QUIET
    return due_tone(line.due_day, today)
