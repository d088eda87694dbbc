"""Cases, letters and what else is printed about them, with usual, long and missing content."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium

from app.domain.cards import Card, CardSource, CardState, PraisePrint, Side
from app.domain.case_overview import CheckCounts, MonthlyCheck
from app.domain.cases import Case, CaseKind, CaseResult, Channel, WrittenBy
from app.domain.improvements import Improvement, ImprovementForm, ImprovementSheet, ImprovementStatus, LinkKind, Review
from app.domain.incidents import AbuseKind, Incident, IncidentEnd, IncidentReport, TalkLimits
from app.domain.languages import ScreenLanguage
from app.domain.letters import LetterContent, LetterKind
from app.domain.name_plates import NamePlate
from app.domain.slips import Paper
from app.printing.papers import (
    render_improvement,
    render_incident,
    render_letter,
    render_monthly_check,
    render_name_plate,
    render_praise,
)
from app.printing.raster import render_page
from tests.printing.samples import SEOUL, URL

CASE = Case(
    id="0192f0c1",
    number="2026-C01-0007",
    kind=CaseKind.GRIEVANCE,
    title="한빛초등학교 앞 공사장 새벽 소음",
    text="새벽 다섯 시부터 시끄럽습니다.",
    name="홍길동",
    phone="010-0000-0001",
    address="한빛시 한빛구 달빛로 12, 101동 502호",
    channel=Channel.COUNTER,
    written_by=WrittenBy.CITIZEN,
    received_at=datetime(2026, 11, 9, 10, 12, tzinfo=SEOUL),
    received_by="clerk1",
    counter_code="C01",
    department_code="ENV",
    service_code=None,
    period="7d",
    flags=frozenset(),
    visit_id=None,
    card_id=None,
    matter_id="0192f0c1",
    external_number="",
    to_auditor=False,
    version=1,
)
REASON = (
    "공사장 두 곳의 소음을 이틀에 걸쳐 재고 시공사의 작업 일지를 확인하여야 합니다. 측정 장비가 11월 18일에야 들어와 "
    "처리기간 안에 마치기 어렵습니다."
)
_LETTER = LetterContent(
    kind=LetterKind.RECEIPT,
    office="한빛구청",
    case=CASE,
    department="환경과",
    location="본관 3층 302호",
    phone="02-000-1203",
    receiver="홍길동",
    clerk="김민수",
    printed_at=datetime(2026, 11, 18, 14, 32, 9, tzinfo=SEOUL),
    printed_by="김민수",
    due_day=date(2026, 11, 17),
    due_clock="",
    articles=("민원처리법 제9조", "민원처리법 시행령 제6조"),
)
LETTERS = {
    LetterKind.RECEIPT: _LETTER,
    LetterKind.SUPPLEMENT: replace(
        _LETTER,
        kind=LetterKind.SUPPLEMENT,
        step_on=date(2026, 11, 11),
        step_text="1. 소음이 난 날짜와 시각을 적은 기록\n2. 공사장 위치를 알 수 있는 사진 또는 약도",
        until=date(2026, 11, 20),
        articles=("민원처리법 제22조", "민원처리법 시행령 제24조", "민원처리법 시행령 제25조"),
    ),
    LetterKind.EXTENSION: replace(
        _LETTER,
        kind=LetterKind.EXTENSION,
        step_on=date(2026, 11, 16),
        step_text=REASON,
        due_before=date(2026, 11, 17),
        due_day=date(2026, 11, 26),
        articles=("민원처리법 시행령 제21조",),
    ),
    LetterKind.TRANSFER: replace(
        _LETTER,
        kind=LetterKind.TRANSFER,
        step_on=date(2026, 11, 10),
        step_text="공사장 소음의 지도와 단속은 한빛시 환경정책과에서 맡고 있습니다.",
        to_department="한빛시 환경정책과",
        to_phone="02-000-3300",
        due_day=None,
        articles=("민원처리법 제16조", "민원처리법 시행령 제13조"),
    ),
    LetterKind.PROGRESS: replace(
        _LETTER,
        kind=LetterKind.PROGRESS,
        step_on=date(2026, 12, 9),
        step_text="소음을 두 차례 재었고 시공사에 작업 시간을 지키라고 하였습니다. 세 번째 측정을 기다리고 있습니다.",
        due_day=date(2026, 12, 22),
        articles=("민원처리법 시행령 제23조",),
    ),
    LetterKind.RESULT: replace(
        _LETTER,
        kind=LetterKind.RESULT,
        step_on=date(2026, 11, 17),
        step_text="측정한 소음이 생활소음 규제기준을 넘어 시공사에 작업을 오전 8시 이후로 미루도록 명령하였습니다.",
        result=CaseResult.DONE,
        articles=("민원처리법 제27조", "민원처리법 시행령 제29조"),
        survey_url=URL,
    ),
    LetterKind.REMINDER: replace(
        _LETTER,
        kind=LetterKind.REMINDER,
        receiver="환경과",
        printed_by="박지영",
        articles=("민원처리법 제25조", "민원처리법 시행령 제28조"),
    ),
}
REFUSED = replace(
    LETTERS[LetterKind.RESULT],
    case=replace(CASE, kind=CaseKind.PERMIT, title="도로점용 허가 신청"),
    result=CaseResult.REFUSED,
    step_text="신청하신 구간은 보행 폭이 2미터가 되지 않아 도로점용 허가 기준에 맞지 않습니다.",
    remedy="행정심판: 처분을 안 날부터 90일 이내에 한빛시 행정심판위원회\n"
    "행정소송: 처분을 안 날부터 90일 이내에 한빛행정법원",
    object_until=date(2027, 1, 18),
    articles=("민원처리법 제27조", "민원처리법 제35조"),
    survey_url="",
)
SENTENCE = "측정한 소음과 작업 일지를 시공사와 함께 확인하고 주민에게 설명하였습니다. "
LONG_TEXT = (SENTENCE * 120)[:4000]
LONG = replace(REFUSED, step_text=LONG_TEXT, survey_url=URL)
BARE = replace(
    _LETTER,
    case=replace(CASE, title="", text="", name="", phone="", address="", erased=True),
    receiver="",
    department="",
    location="",
    phone="",
    clerk="",
    due_day=None,
    articles=(),
)
BARES = tuple(replace(BARE, kind=kind) for kind in LetterKind)


def page_count(pdf: bytes) -> int:
    document = pdfium.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def all_text(pdf: bytes) -> str:
    """The text of every page as a reader would copy it."""
    document = pdfium.PdfDocument(pdf)
    found = []
    for page in document:
        lines = page.get_textpage()
        found.append(lines.get_text_range())
        lines.close()
        page.close()
    document.close()
    return "\n".join(found)


def page_pixels(pdf: bytes, page: int, dpi: int = 203) -> npt.NDArray[np.uint8]:
    """A page in gray, rows × columns."""
    raster = render_page(pdf, dpi, page)
    return np.frombuffer(raster.gray, dtype=np.uint8).reshape(raster.height, raster.width)


# --- improvement tasks, incidents, praise -----------------------------------------------------------------------------

TASK = Improvement(
    id="i1",
    form=ImprovementForm(
        title="여권 창구에서 두 번 오지 않게 하기",
        goal="여권을 신청하러 온 분이 사진 규격 때문에 다시 오시는 일을 절반으로 줄입니다.",
        department_code="CIV",
        measure="사진 때문에 되돌아간 신청 (한 달)",
        before="128건",
        after="41건",
        consulted="민원여권과, 사진관협회 한빛지부, 주민 참여단 (2026년 3월 12일)",
        begins=date(2026, 4, 1),
        ends=date(2026, 12, 31),
        status=ImprovementStatus.ON_TRACK,
    ),
    department="민원여권과",
    made_at=datetime(2026, 3, 20, 9, 0, tzinfo=SEOUL),
    made_by="sup1",
    links=((LinkKind.CARD, "c1"), (LinkKind.CARD, "c2"), (LinkKind.CASE, "x1")),
    reviews=(
        Review(
            "r1",
            "i1",
            "2026-2",
            ImprovementStatus.DELAYED,
            "안내판 제작이 늦어졌습니다. 사진 규격을 한 장 그림으로 줄였습니다.",
            "121건",
            datetime(2026, 7, 3, 10, 0, tzinfo=SEOUL),
            "sup1",
        ),
        Review(
            "r2",
            "i1",
            "2026-3",
            ImprovementStatus.ON_TRACK,
            "창구 앞에서 먼저 사진을 확인합니다. 사진관 네 곳에 그림을 나누어 주었습니다.",
            "41건",
            datetime(2026, 10, 2, 10, 0, tzinfo=SEOUL),
            "sup1",
        ),
    ),
    version=3,
)
TASK_SHEET = ImprovementSheet(
    office="한빛구청",
    improvement=TASK,
    linked=(
        (LinkKind.CARD, "사진이 안 된다고 두 번 왔어요."),
        (LinkKind.CARD, "사진 규격을 미리 알려 주세요."),
        (LinkKind.CASE, "2026-C01-0003"),
    ),
    names=(("sup1", "박지영"),),
    printed_at=datetime(2026, 11, 20, 18, 3, tzinfo=SEOUL),
    printed_by="박지영",
)


def task_sheet(**form: object) -> ImprovementSheet:
    """The usual task with another form."""
    return replace(TASK_SHEET, improvement=replace(TASK, form=replace(TASK.form, **form)))  # type: ignore[arg-type]


FAILURE = task_sheet(
    status=ImprovementStatus.EXEMPLARY_FAILURE,
    after="119건",
    learned="그림만으로는 줄지 않았습니다. 되돌아간 분 열 명 가운데 여덟 명은 집에서 찍은 사진이었고, 창구에서 바로 "
    "다시 찍을 수 있어야 한다는 것을 알았습니다.",
)
HUGE_TASK = replace(
    TASK_SHEET,
    improvement=replace(
        TASK,
        form=replace(
            TASK.form,
            title=("가나다라마바사 " * 20)[:80],
            goal=(SENTENCE * 40)[:1000],
            consulted=(SENTENCE * 40)[:1000],
            learned=(SENTENCE * 40)[:1000],
            status=ImprovementStatus.EXEMPLARY_FAILURE,
        ),
        reviews=tuple(
            replace(TASK.reviews[0], id=f"r{n}", quarter=f"{2020 + n // 4}-{n % 4 + 1}", text=(SENTENCE * 40)[:1000])
            for n in range(24)
        ),
    ),
    linked=tuple((kind, SENTENCE * 5) for kind in LinkKind for _ in range(60)),
)
BARE_TASK = replace(
    TASK_SHEET,
    improvement=replace(
        TASK,
        form=ImprovementForm(title="제목", goal="목표", department_code=""),
        department="",
        links=(),
        reviews=(),
        review_due="2026-3",
    ),
    linked=(),
    names=(),
)

INCIDENT = Incident(
    id="n1",
    begun_at=datetime(2026, 11, 20, 1, 2, tzinfo=UTC),
    counter_code="C01",
    by="clerk1",
    kind=AbuseKind.SHOUTING,
    text="수수료를 돌려 달라며 큰 소리로 욕설을 하였습니다.\n두 번 멈추어 달라고 하였으나 계속되었습니다.",
    witnesses="옆 창구 이수진, 청원경찰 최영호",
    warned_at=datetime(2026, 11, 20, 1, 9, tzinfo=UTC),
    ended_at=datetime(2026, 11, 20, 1, 20, 30, tzinfo=UTC),
    end=IncidentEnd.ENDED_BY_US,
    visit_id=None,
    version=2,
)
REPORT = IncidentReport(
    office="한빛구청",
    incident=INCIDENT,
    counter="1번 창구",
    clerk="김민수",
    department="민원여권과",
    limits=TalkLimits(),
    printed_by="김민수",
    printed_at=datetime(2026, 11, 20, 11, 0, tzinfo=SEOUL),
)
LONG_REPORT = replace(REPORT, incident=replace(INCIDENT, text=(SENTENCE * 60)[:2000], witnesses="가" * 120))
BARE_REPORT = replace(
    REPORT,
    incident=replace(INCIDENT, text="", witnesses="", warned_at=None, ended_at=None, end=IncidentEnd.OPEN),
    counter="",
    clerk="",
    department="",
)

PRAISE_CARD = Card(
    id="p1",
    side=Side.LIKED,
    text="김민수 주무관님이 휠체어를 탄 어머니를 문까지 나와 맞아 주셨어요. 010-0000-0001로 전화도 주셨고요.",
    shown="김민수 주무관님이 휠체어를 탄 어머니를 문까지 나와 맞아 주셨어요. *************로 전화도 주셨고요.",
    source=CardSource.PAPER,
    day=date(2026, 11, 19),
    department_code="CIV",
    department="민원여권과",
    about="clerk1",
    about_name="김민수",
    state=CardState.THANKED,
    before="",
    after="",
    case_id=None,
    improvement_id=None,
    by="clerk2",
    at=datetime(2026, 11, 19, 17, 0, tzinfo=SEOUL),
    state_by="sup1",
    state_at=None,
    due=None,
    version=1,
)
PRAISE = PraisePrint("한빛구청", PRAISE_CARD)
LONG_PRAISE = PraisePrint("한빛구청 " * 12, replace(PRAISE_CARD, shown=(SENTENCE * 40)[:1000], about_name="김" * 40))
SHORT_PRAISE = PraisePrint("한빛구청", replace(PRAISE_CARD, shown="친절해요!", about_name="", department=""))
PLATE = NamePlate("한빛구청", "민원여권과", "김민수", "여권 · 3번 창구")


def counts(seed: int) -> CheckCounts:
    """A month of one kind or department; some have nothing at all."""
    dice = random.Random(seed)
    if seed % 7 == 3:
        return CheckCounts()
    received = dice.randint(3, 160)
    late, overdue = dice.randint(0, 4), dice.randint(0, 3)
    return CheckCounts(
        received, received - late - 2, late, overdue + dice.randint(0, 9), overdue, dice.randint(0, 12), seed % 2, 0
    )


def month(departments: int = 14, name: str = "부서") -> MonthlyCheck:
    by_department = tuple((f"{name} {n}", counts(n)) for n in range(departments))
    total = sum((each for _, each in by_department), CheckCounts())
    return MonthlyCheck(
        office="한빛구청",
        first=date(2026, 10, 1),
        last=date(2026, 10, 31),
        total=total,
        by_kind=tuple((kind, counts(place + 100)) for place, kind in enumerate(CaseKind)) if departments else (),
        by_department=by_department,
        printed_at=datetime(2026, 11, 3, 9, 40, tzinfo=SEOUL),
        printed_by="박지영",
    )


def case_digests() -> list[str]:
    """One digest for each kind of paper about cases; the same wherever and whenever it is printed."""
    receipt = replace(_LETTER, survey_url=URL)
    pdfs = [
        *(render_letter(content) for content in (*LETTERS.values(), REFUSED, LONG)),
        *(render_letter(receipt, paper) for paper in Paper),
        *(render_improvement(sheet, language) for sheet in (TASK_SHEET, FAILURE) for language in ScreenLanguage),
        *(render_monthly_check(month(), language) for language in ScreenLanguage),
        render_incident(REPORT),
        render_praise(PRAISE),
        render_name_plate(PLATE),
    ]
    return [hashlib.sha256(pdf).hexdigest() for pdf in pdfs]
