"""Words of the tables in files, in the two languages of the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.languages import ScreenLanguage
from app.domain.periods import By
from app.domain.visits import LateReason, VisitorKind, VisitStatus
from app.printing.words import SHEET_WORDS


@dataclass(frozen=True, slots=True)
class TableWords:
    """Titles of sheets, columns and lines; `counts` are the columns of every cut, `scores` those behind them."""

    summary: str
    raw: str
    by: Mapping[By, str]
    total: str
    name: str
    code: str
    table: str
    value: str
    low: str
    high: str
    n: str
    before: str
    counts: tuple[str, str, str, str, str]
    scores: tuple[str, ...]
    lines: Mapping[str, str]
    notes: tuple[str, ...]
    referrals: str
    phrase: str
    referral_note: str
    visits: str
    visit_columns: tuple[str, ...]
    statuses: Mapping[VisitStatus, str]
    visitor_kinds: Mapping[VisitorKind, str]
    late_reasons: Mapping[LateReason, str]
    yes: str


TABLE_WORDS: Mapping[ScreenLanguage, TableWords] = {
    ScreenLanguage.KO: TableWords(
        summary="요약",
        raw="원자료",
        by=SHEET_WORDS[ScreenLanguage.KO].by,
        total="합계",
        name="이름",
        code="코드",
        table="구분",
        value="값",
        low="95% 하한",
        high="95% 상한",
        n="근거 수(n)",
        before="이전 기간",
        counts=("방문", "처리 업무", "처리 완료", "접수증", "접수증 안 받음"),
        scores=(
            "대상 접수증",
            "응답",
            "응답 없음",
            "응답률",
            "만족 비율",
            "만족 95% 하한",
            "만족 95% 상한",
            "만족 n",
        ),
        lines={
            "office": "기관",
            "period": "기간",
            "made_at": "만든 때",
            "state": "설문 값",
            "provisional": "잠정",
            "final": "확정",
            "visits": "방문",
            "services": "처리 업무",
            "done": "처리 완료",
            "waiting": "대기",
            "called": "호출함",
            "serving": "처리 중",
            "left": "그냥 감",
            "unrecorded": "기록 없음",
            "undone": "취소",
            "late": "나중 입력(정전 등)",
            "corrections": "업무 정정",
            "slips_printed": "접수증",
            "slips_withheld": "접수증 안 받음",
            "surveys_answered": "설문 응답",
            "not_answered": "응답 없음",
            "response": "응답률(접수증 기준)",
            "scored_answers": "점수의 근거 응답",
            "satisfied": "만족 비율",
            "route": "한 번에 안내",
            "waiting_median": "대기 시간 중앙값(초)",
            "waiting_p90": "대기 시간 90%(초)",
            "handling_median": "처리 시간 중앙값(초)",
            "handling_p90": "처리 시간 90%(초)",
            "trouble": "불편했던 점: {name}",
        },
        notes=(
            "빈칸: 응답이 5건보다 적거나, 빼서 알아낼 수 있어 숨긴 값입니다.",
            "업무가 여럿인 방문은 업무별·부서별·국별 표의 여러 줄에 듭니다. 거기서는 ‘처리 업무’만 합계와 맞고, "
            "합계 줄의 방문은 방문마다 한 번 셉니다.",
            "부서별·국별 응답은 확정된 날, 보일 수 있는 날만 더합니다. 점수로 줄을 세우지 않습니다.",
        ),
        referrals="잘못 안내",
        phrase="하신 말",
        referral_note="{until}까지 {days}일 동안 잘못 안내된 사람입니다. 누가 안내했는지는 세지 않습니다.",
        visits="방문 목록",
        visit_columns=(
            "날짜",
            "번호",
            "창구",
            "접수 시각",
            "상태",
            "업무",
            "부서",
            "방문 유형",
            "접수증",
            "안 받음",
            "정정",
            "대기(초)",
            "처리(초)",
            "나중 입력",
        ),
        statuses={
            VisitStatus.WAITING: "대기",
            VisitStatus.CALLED: "호출함",
            VisitStatus.SERVING: "처리 중",
            VisitStatus.DONE: "완료",
            VisitStatus.LEFT: "그냥 감",
            VisitStatus.UNRECORDED: "기록 없음",
            VisitStatus.UNDONE: "취소",
        },
        visitor_kinds={
            VisitorKind.SELF: "본인",
            VisitorKind.PROXY: "대리",
            VisitorKind.COMPANY: "법인",
            VisitorKind.FOREIGNER: "외국인",
        },
        late_reasons={
            LateReason.POWER: "정전",
            LateReason.PROGRAM: "프로그램·PC 고장",
            LateReason.NETWORK: "통신 장애",
            LateReason.OTHER: "그 밖",
        },
        yes="예",
    ),
    ScreenLanguage.EN: TableWords(
        summary="Summary",
        raw="Raw",
        by=SHEET_WORDS[ScreenLanguage.EN].by,
        total="Total",
        name="Name",
        code="Code",
        table="Table",
        value="Value",
        low="95% low",
        high="95% high",
        n="n",
        before="Period before",
        counts=("Visits", "Services", "Done", "Slips", "Slips declined"),
        scores=(
            "Slips asked",
            "Answers",
            "No answer",
            "Response rate",
            "Satisfied",
            "Satisfied low",
            "Satisfied high",
            "Satisfied n",
        ),
        lines={
            "office": "Office",
            "period": "Period",
            "made_at": "Made",
            "state": "Survey figures",
            "provisional": "Provisional",
            "final": "Final",
            "visits": "Visits",
            "services": "Services",
            "done": "Done",
            "waiting": "Waiting",
            "called": "Called",
            "serving": "In progress",
            "left": "Left",
            "unrecorded": "Not recorded",
            "undone": "Cancelled",
            "late": "Entered later (outage)",
            "corrections": "Services corrected",
            "slips_printed": "Slips",
            "slips_withheld": "Slips declined",
            "surveys_answered": "Survey answers",
            "not_answered": "No answer",
            "response": "Response rate (of slips)",
            "scored_answers": "Answers behind the scores",
            "satisfied": "Satisfied",
            "route": "Right office first time",
            "waiting_median": "Waiting, median (s)",
            "waiting_p90": "Waiting, 90% (s)",
            "handling_median": "Handling, median (s)",
            "handling_p90": "Handling, 90% (s)",
            "trouble": "Trouble: {name}",
        },
        notes=(
            "Empty: fewer than five answers, or hidden because it could be found by subtraction.",
            "A visit for several services stands in several rows by service, department and bureau: only Services add "
            "up there; the total counts each visit once.",
            "Answers of departments and bureaus are added up over final days on which they may be shown. No ranking.",
        ),
        referrals="Wrong desk",
        phrase="Said",
        referral_note="People sent to a wrong desk in the {days} days until {until}. Who sent them is not counted.",
        visits="Visits",
        visit_columns=(
            "Day",
            "Number",
            "Counter",
            "Received",
            "State",
            "Services",
            "Departments",
            "Visitor",
            "Slip",
            "Declined",
            "Corrected",
            "Waited (s)",
            "Handled (s)",
            "Entered later",
        ),
        statuses={
            VisitStatus.WAITING: "Waiting",
            VisitStatus.CALLED: "Called",
            VisitStatus.SERVING: "In progress",
            VisitStatus.DONE: "Done",
            VisitStatus.LEFT: "Left",
            VisitStatus.UNRECORDED: "Not recorded",
            VisitStatus.UNDONE: "Cancelled",
        },
        visitor_kinds={
            VisitorKind.SELF: "Self",
            VisitorKind.PROXY: "Proxy",
            VisitorKind.COMPANY: "Company",
            VisitorKind.FOREIGNER: "Foreign resident",
        },
        late_reasons={
            LateReason.POWER: "Power cut",
            LateReason.PROGRAM: "Program or PC failed",
            LateReason.NETWORK: "Network down",
            LateReason.OTHER: "Other",
        },
        yes="yes",
    ),
}
