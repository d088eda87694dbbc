"""What cases, improvement tasks and abuse are called on paper and in files, in the two languages of the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.cases import CaseFlag, CaseKind, CaseResult, CaseStatus, Channel
from app.domain.languages import ScreenLanguage


@dataclass(frozen=True, slots=True)
class CaseWords:
    """`columns` are those of the list of cases, in order; `list` is its title."""

    kinds: Mapping[CaseKind, str]
    statuses: Mapping[CaseStatus, str]
    results: Mapping[CaseResult, str]
    channels: Mapping[Channel, str]
    flags: Mapping[CaseFlag, str]
    list: str
    columns: tuple[str, ...]
    yes: str


CASE_WORDS: Mapping[ScreenLanguage, CaseWords] = {
    ScreenLanguage.KO: CaseWords(
        kinds={
            CaseKind.PERMIT: "법정민원(인허가)",
            CaseKind.REPORT: "법정민원(신고)",
            CaseKind.REGISTER: "법정민원(등록)",
            CaseKind.CERTIFICATE: "법정민원(확인·증명)",
            CaseKind.LAW_QUESTION: "질의민원(법령)",
            CaseKind.PROCEDURE_QUESTION: "질의민원(제도·절차)",
            CaseKind.SUGGESTION: "건의민원",
            CaseKind.OTHER: "기타민원",
            CaseKind.GRIEVANCE: "고충민원",
            CaseKind.PRAISE: "칭찬",
        },
        statuses={
            CaseStatus.RECEIVED: "접수",
            CaseStatus.HANDLING: "처리 중",
            CaseStatus.TRANSFERRED: "이송 중",
            CaseStatus.SUPPLEMENT: "보완 대기",
            CaseStatus.SURVEY: "현장조사",
            CaseStatus.ANSWERED: "답변함",
            CaseStatus.CLOSED: "종결",
        },
        results={
            CaseResult.DONE: "처리(수용)",
            CaseResult.PARTLY: "일부 처리",
            CaseResult.REFUSED: "거부",
            CaseResult.RETURNED: "반려",
            CaseResult.WITHDRAWN: "취하",
            CaseResult.PASSED_ON: "다른 기관 이송",
            CaseResult.REPEATED: "반복민원 종결",
            CaseResult.THANKED: "감사 인사",
        },
        channels={
            Channel.COUNTER: "창구 방문",
            Channel.PHONE: "전화",
            Channel.PAPER: "서면",
            Channel.POST: "우편",
            Channel.ONLINE: "인터넷",
            Channel.BOARD: "게시판 쪽지",
        },
        flags={
            CaseFlag.COMPLEX: "복합민원",
            CaseFlag.MANY: "다수인관련민원",
            CaseFlag.PRE: "사전심사",
        },
        list="민원 목록",
        columns=(
            "접수번호",
            "종류",
            "제목",
            "신청인",
            "처리 부서",
            "담당자",
            "상태",
            "접수 일시",
            "처리기한",
            "기한 시각",
            "바뀌기 전 기한",
            "보완 요구",
            "끝난 날",
            "결과",
            "감사 부서",
        ),
        yes="예",
    ),
    ScreenLanguage.EN: CaseWords(
        kinds={
            CaseKind.PERMIT: "Statutory (permit)",
            CaseKind.REPORT: "Statutory (report)",
            CaseKind.REGISTER: "Statutory (registration)",
            CaseKind.CERTIFICATE: "Statutory (certificate)",
            CaseKind.LAW_QUESTION: "Question on the law",
            CaseKind.PROCEDURE_QUESTION: "Question on procedure",
            CaseKind.SUGGESTION: "Suggestion",
            CaseKind.OTHER: "Other",
            CaseKind.GRIEVANCE: "Grievance",
            CaseKind.PRAISE: "Praise",
        },
        statuses={
            CaseStatus.RECEIVED: "Received",
            CaseStatus.HANDLING: "In hand",
            CaseStatus.TRANSFERRED: "Being transferred",
            CaseStatus.SUPPLEMENT: "Awaiting supplement",
            CaseStatus.SURVEY: "Field survey",
            CaseStatus.ANSWERED: "Answered",
            CaseStatus.CLOSED: "Closed",
        },
        results={
            CaseResult.DONE: "Done",
            CaseResult.PARTLY: "Partly done",
            CaseResult.REFUSED: "Refused",
            CaseResult.RETURNED: "Returned",
            CaseResult.WITHDRAWN: "Withdrawn",
            CaseResult.PASSED_ON: "Passed on",
            CaseResult.REPEATED: "Closed as repeated",
            CaseResult.THANKED: "Thanked",
        },
        channels={
            Channel.COUNTER: "At the counter",
            Channel.PHONE: "By phone",
            Channel.PAPER: "On paper",
            Channel.POST: "By post",
            Channel.ONLINE: "Online",
            Channel.BOARD: "Note on the board",
        },
        flags={
            CaseFlag.COMPLEX: "Complex",
            CaseFlag.MANY: "Many people",
            CaseFlag.PRE: "Preliminary review",
        },
        list="Cases",
        columns=(
            "Number",
            "Kind",
            "Title",
            "Applicant",
            "Department",
            "Clerk",
            "Status",
            "Received",
            "Due",
            "Due at",
            "Due before the change",
            "Supplements",
            "Ended on",
            "Result",
            "Audit",
        ),
        yes="yes",
    ),
}
