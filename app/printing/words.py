"""Every word on paper: the slip's in four languages, the sheet's in two. A missing one does not pass the type check."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.guidance import WrongReason
from app.domain.languages import Language, ScreenLanguage
from app.domain.periods import By, Span
from app.domain.visits import VisitorKind


@dataclass(frozen=True, slots=True)
class SlipWords:
    """The slip's words. `until` holds {date}, the last day on which the survey can be answered.

    `no_survey` stands in the survey's place on a slip that cannot carry its QR.

    `between` stands between the names of several services.
    """

    title: str
    reissue: str
    late: str
    queue_number: str
    registered_at: str
    service: str
    visitor: str
    department: str
    location: str
    phone: str
    clerk: str
    survey: str
    until: str
    nothing_asked: str
    no_survey: str
    printed_at: str
    between: str
    visitor_kinds: Mapping[VisitorKind, str]


SLIP_WORDS: Mapping[Language, SlipWords] = {
    Language.KO: SlipWords(
        title="접수증",
        reissue="재발행",
        late="나중 입력",
        queue_number="번호표",
        registered_at="접수 일시",
        service="업무",
        visitor="방문 유형",
        department="담당 부서",
        location="위치",
        phone="전화",
        clerk="담당자",
        survey="1분 익명 설문",
        until="{date}까지 응답",
        nothing_asked="휴대전화 카메라로 QR을 비추세요. 앱·이름·전화번호가 필요 없습니다.",
        no_survey="이번 접수증에는 설문 QR이 없습니다. 접수는 잘 되었습니다.",
        printed_at="출력",
        between=", ",
        visitor_kinds={
            VisitorKind.SELF: "본인",
            VisitorKind.PROXY: "대리인",
            VisitorKind.COMPANY: "법인·단체",
            VisitorKind.FOREIGNER: "외국인",
        },
    ),
    Language.EN: SlipWords(
        title="Receipt",
        reissue="Reissue",
        late="entered later",
        queue_number="Queue no.",
        registered_at="Received",
        service="Service",
        visitor="Visitor",
        department="Department",
        location="Where",
        phone="Phone",
        clerk="Clerk",
        survey="1-minute anonymous survey",
        until="Answer by {date}",
        nothing_asked="Point your phone camera at the code. No app, no name, no phone number.",
        no_survey="This receipt carries no survey code. Your visit is registered as usual.",
        printed_at="Printed",
        between=", ",
        visitor_kinds={
            VisitorKind.SELF: "Self",
            VisitorKind.PROXY: "For someone else",
            VisitorKind.COMPANY: "Company or group",
            VisitorKind.FOREIGNER: "Foreign resident",
        },
    ),
    Language.ZH: SlipWords(
        title="受理回执",
        reissue="补发",
        late="事后补录",
        queue_number="排队号",
        registered_at="受理时间",
        service="业务",
        visitor="来访者",
        department="负责部门",
        location="位置",
        phone="电话",
        clerk="经办人",
        survey="1分钟匿名问卷",
        until="作答截止：{date}",
        nothing_asked="请用手机相机扫描二维码。无需应用、姓名和电话。",
        no_survey="本回执没有问卷二维码。受理已正常完成。",
        printed_at="打印",
        between="、",
        visitor_kinds={
            VisitorKind.SELF: "本人",
            VisitorKind.PROXY: "代理人",
            VisitorKind.COMPANY: "企业或团体",
            VisitorKind.FOREIGNER: "外国人",
        },
    ),
    Language.VI: SlipWords(
        title="Phiếu tiếp nhận",
        reissue="Cấp lại",
        late="nhập bổ sung",
        queue_number="Số chờ",
        registered_at="Tiếp nhận",
        service="Thủ tục",
        visitor="Người đến",
        department="Phòng ban",
        location="Vị trí",
        phone="Điện thoại",
        clerk="Cán bộ",
        survey="Khảo sát ẩn danh 1 phút",
        until="Trả lời đến hết {date}",
        nothing_asked="Hãy hướng camera điện thoại vào mã QR. Không cần ứng dụng, tên hay số điện thoại.",
        no_survey="Phiếu này không có mã QR khảo sát. Việc tiếp nhận vẫn hoàn tất như thường lệ.",
        printed_at="In lúc",
        between=", ",
        visitor_kinds={
            VisitorKind.SELF: "Chính chủ",
            VisitorKind.PROXY: "Người đại diện",
            VisitorKind.COMPANY: "Công ty, tổ chức",
            VisitorKind.FOREIGNER: "Người nước ngoài",
        },
    ),
}


def visitor_words(kind: str, language: Language) -> str:
    """The word for a kind of visitor given by its code; any other text stays as it is."""
    try:
        return SLIP_WORDS[language].visitor_kinds[VisitorKind(kind)]
    except ValueError:
        return kind


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The sheet's words; what stands in braces is filled in when drawing.

    `referred` are the columns of those sent to a wrong desk: wanted, sent to, belonged to, why, people.
    """

    titles: Mapping[Span, str]
    approval: str
    provisional: str
    provisional_why: str
    final: str
    final_why: str
    visits: str
    services: str
    services_short: str
    done: str
    open: str
    gone: str
    undone: str
    late: str
    slips: str
    withheld: str
    answers: str
    not_answered: str
    answered: str
    response_rate: str
    satisfied: str
    route: str
    scores: str
    sealed: str
    troubles: str
    times: str
    waiting_time: str
    handling_time: str
    median: str
    p90: str
    cases: str
    by: Mapping[By, str]
    before: Mapping[Span, str]
    interval: str
    corrected: str
    counted: Mapping[str, str]
    correction_count: str
    more: str
    total: str
    others: str
    nothing: str
    referrals: str
    referred: tuple[str, str, str, str, str]
    wrong_reasons: Mapping[WrongReason, str]
    other_referrals: str
    footnote: str
    footnote_base: str
    footnote_no_base: str
    footnote_departments: str
    footnote_times: str
    footnote_services: str
    footnote_intervals: str
    printed_by: str
    printed_at: str


SHEET_WORDS: Mapping[ScreenLanguage, SheetWords] = {
    ScreenLanguage.KO: SheetWords(
        titles={
            Span.DAY: "민원 일일 현황",
            Span.WEEK: "민원 주간 현황",
            Span.MONTH: "민원 월간 현황",
            Span.RANGE: "민원 기간 현황",
        },
        approval="결재",
        provisional="잠정",
        provisional_why="설문 기한이 남은 접수증이 있어 설문 수치가 바뀔 수 있습니다. {date}에 확정됩니다.",
        final="확정",
        final_why="접수증의 설문 기한이 {date} 전에 모두 끝났습니다.",
        visits="방문",
        done="처리 완료",
        services="처리 업무",
        services_short="업무",
        open="대기·호출·처리 중",
        gone="그냥 감·기록 없음",
        undone="취소",
        late="정전 등으로 나중에 입력 {n}건 · 종이에 적은 시각이라 소요 시간에는 넣지 않았습니다",
        slips="접수증",
        withheld="접수증 안 받음",
        answers="설문 응답",
        not_answered="응답 없음",
        answered="응답",
        response_rate="응답률",
        satisfied="만족 비율",
        route="한 번에 안내",
        scores="설문 문항별 점수(100점 만점)",
        sealed="감사담당관만 봅니다",
        troubles="불편했던 점",
        times="소요 시간(분)",
        waiting_time="대기",
        handling_time="처리",
        median="중앙값",
        p90="90%",
        cases="건수",
        by={
            By.DAY: "일별",
            By.WEEK: "주별",
            By.MONTH: "월별",
            By.HOUR: "시간대별",
            By.SERVICE: "업무별",
            By.DEPARTMENT: "부서별",
            By.BUREAU: "국별",
            By.COUNTER: "창구별",
        },
        before={Span.DAY: "전일 {value}", Span.WEEK: "전주 {value}", Span.MONTH: "전월 {value}", Span.RANGE: "{value}"},
        interval="{low}–{high}",
        corrected="정정 출력 · 이전 출력 {date} 이후: {changes}",
        counted={
            "visits": "방문",
            "services": "처리 업무",
            "done": "처리 완료",
            "late": "나중 입력",
            "left": "그냥 감",
            "unrecorded": "기록 없음",
            "undone": "취소",
            "slips_printed": "접수증",
            "slips_withheld": "접수증 안 받음",
        },
        correction_count="업무 정정 {n}건",
        more="그 밖 {n}가지",
        total="합계",
        others="그 밖 {n}개",
        nothing="기록이 없습니다",
        referrals="잘못 안내 · {date}까지 {days}일 동안 {people}명",
        referred=("찾던 일", "보낸 부서", "맞는 부서", "까닭", "사람"),
        wrong_reasons={
            WrongReason.SOUNDS_ALIKE: "비슷한 일이 두 곳에",
            WrongReason.MOVED: "담당이 바뀜",
            WrongReason.SAID_OTHERWISE: "하신 말과 뜻이 다름",
            WrongReason.NOT_IN_DIRECTORY: "안내 자료에 없음",
            WrongReason.OTHER: "그 밖",
        },
        other_referrals="그 밖 {n}가지",
        footnote="“–”: 5건 미만은 표시하지 않습니다.",
        footnote_base="점수는 응답 5건마다 갱신되며 {n}건 기준입니다.",
        footnote_no_base="점수는 응답이 5건 모이면 표시합니다.",
        footnote_departments="부서별 응답은 확정된 날에 표시합니다.",
        footnote_times="소요 시간은 실제로 기록된 단계만 셉니다. 90%: 열 건 가운데 아홉 건이 이 시간 안에 끝났습니다.",
        footnote_services="업무가 여럿인 방문은 업무별·부서별·국별 표의 여러 줄에 들어, ‘업무’ 열만 합계와 맞습니다.",
        footnote_intervals="점수와 비율 아래·막대의 가는 선은 95% 신뢰구간입니다. 응답률은 접수증이 기준입니다.",
        printed_by="출력자",
        printed_at="출력",
    ),
    ScreenLanguage.EN: SheetWords(
        titles={
            Span.DAY: "Daily Visit Report",
            Span.WEEK: "Weekly Visit Report",
            Span.MONTH: "Monthly Visit Report",
            Span.RANGE: "Visit Report",
        },
        approval="Approval",
        provisional="Provisional",
        provisional_why="Some slips can still be answered, so survey figures may change. Final from {date}.",
        final="Final",
        final_why="All slips expired before {date}.",
        visits="Visits",
        done="Done",
        services="Services",
        services_short="Services",
        open="Waiting·called·serving",
        gone="Left·not recorded",
        undone="Cancelled",
        late="Entered later after an outage: {n} · their times are from paper and in no waiting or handling time",
        slips="Slips",
        withheld="Slip declined",
        answers="Survey answers",
        not_answered="No answer",
        answered="Answers",
        response_rate="Response rate",
        satisfied="Satisfied",
        route="Right office first time",
        scores="Survey scores by question (of 100)",
        sealed="Read by the audit officer only",
        troubles="Troubles",
        times="Times (minutes)",
        waiting_time="Waiting",
        handling_time="Handling",
        median="Median",
        p90="90%",
        cases="n",
        by={
            By.DAY: "By day",
            By.WEEK: "By week",
            By.MONTH: "By month",
            By.HOUR: "By hour",
            By.SERVICE: "By service",
            By.DEPARTMENT: "By department",
            By.BUREAU: "By bureau",
            By.COUNTER: "By counter",
        },
        before={
            Span.DAY: "before {value}",
            Span.WEEK: "before {value}",
            Span.MONTH: "before {value}",
            Span.RANGE: "{value}",
        },
        interval="{low}–{high}",
        corrected="Corrected since the print of {date}: {changes}",
        counted={
            "visits": "visits",
            "services": "services",
            "done": "done",
            "late": "entered later",
            "left": "left",
            "unrecorded": "not recorded",
            "undone": "cancelled",
            "slips_printed": "slips",
            "slips_withheld": "slips declined",
        },
        correction_count="services corrected {n}×",
        more="{n} more",
        total="Total",
        others="{n} others",
        nothing="Nothing recorded",
        referrals="Sent to a wrong desk · {people} in the {days} days until {date}",
        referred=("Wanted", "Sent to", "Belonged to", "Why", "People"),
        wrong_reasons={
            WrongReason.SOUNDS_ALIKE: "two desks sound alike",
            WrongReason.MOVED: "the task has moved",
            WrongReason.SAID_OTHERWISE: "meant something else",
            WrongReason.NOT_IN_DIRECTORY: "not in the directory",
            WrongReason.OTHER: "other",
        },
        other_referrals="{n} others",
        footnote="“–”: fewer than 5 are not shown.",
        footnote_base="Scores move with every 5 answers and stand on {n}.",
        footnote_no_base="Scores appear once 5 answers are in.",
        footnote_departments="Departments' answers are shown once the day is final.",
        footnote_times="Times count only steps really recorded. 90%: nine in ten ended within this time.",
        footnote_services="By service or department a visit may stand in several rows; only ‘Services’ adds up.",
        footnote_intervals="Thin lines and ranges are 95% confidence intervals. The response rate stands on slips.",
        printed_by="Printed by",
        printed_at="Printed",
    ),
}
