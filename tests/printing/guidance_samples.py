"""Guidance slips and lists to print."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.domain.guidance_slips import GuidanceList, GuidanceSlip, GuidanceStep
from app.domain.languages import Language
from app.domain.slips import Paper
from app.printing.drawing import Drawing
from app.printing.guidance_slip_a5 import draw_list_a5, draw_slip_a5
from app.printing.guidance_slip_roll import ROLLS, draw_guidance_roll
from tests.printing.samples import LONG_WORD, LONG_WORDS, SEOUL

AT = datetime(2026, 11, 20, 14, 32, tzinfo=SEOUL)
PLAIN = GuidanceStep(
    title="부정청탁·이해충돌 신고 접수",
    department="감사담당관",
    team="청렴감사팀",
    location="본관 5층 501호",
    phone="02-000-4101",
    papers=("신분증", "있었던 일을 적은 글", "그때의 문자나 녹음"),
    way="승강기에서 내려 오른쪽 끝 방",
)
NO_PAPERS = GuidanceStep("여권 발급", "민원여권과", "여권팀", "본관 1층 종합민원실", "02-000-4301")
OUTSIDE = GuidanceStep(
    title="종합소득세 신고",
    department="관할세무서",
    location="외부(국세상담)",
    phone="126",
    papers=("먼저 전화로 확인",),
    outside=True,
)
CENTRE = GuidanceStep(
    title="출생·사망 신고 접수(동)",
    department="동주민센터",
    location="주소지 관할 동주민센터 1층",
    phone="02-000-5000",
    papers=("출생은 출생증명서", "신고인 신분증"),
    note="태어난 날부터 1개월 안에 신고합니다.",
)
BARE = GuidanceStep("업무", "부서")
LONG = GuidanceStep(
    title=LONG_WORDS,
    department=LONG_WORD[:60],
    team=LONG_WORDS[:60],
    location=LONG_WORDS[:120],
    phone="02-000-4101, 02-000-4102, 02-000-4103, 02-000-4104, 02-00",
    papers=tuple(f"주민등록표 등본 또는 초본 {n}통과 가족관계증명서(상세) 각 한 통" for n in range(12)),
    way=LONG_WORDS + " " + LONG_WORD[:99],
    note=LONG_WORDS,
)
STEPS = {
    "plain": PLAIN,
    "no papers": NO_PAPERS,
    "outside": OUTSIDE,
    "centre": CENTRE,
    "bare": BARE,
    "long": LONG,
}
SHORT_LIST = (CENTRE, NO_PAPERS, OUTSIDE)
LONG_LIST = (CENTRE, NO_PAPERS, OUTSIDE, PLAIN, LONG, CENTRE, LONG, NO_PAPERS, OUTSIDE)


def slip(step: GuidanceStep = PLAIN, language: Language = Language.KO) -> GuidanceSlip:
    return GuidanceSlip("한빛구청", step, AT, language)


def event(
    steps: tuple[GuidanceStep, ...] = SHORT_LIST, language: Language = Language.KO, name: str = "아기가 태어났을 때"
) -> GuidanceList:
    return GuidanceList("한빛구청", name, steps, AT, language)


CONTENTS: dict[str, GuidanceSlip | GuidanceList] = {
    **{name: slip(step) for name, step in STEPS.items()},
    "long office": replace(slip(), office=LONG_WORDS),
    "list": event(),
    "long list": event(LONG_LIST, name=LONG_WORDS),
    "empty list": event(()),
}


def pages(content: GuidanceSlip | GuidanceList, paper: Paper) -> tuple[Drawing, ...]:
    """The marks of every page."""
    if paper is not Paper.A5:
        return (draw_guidance_roll(content, *ROLLS[paper])[0],)
    return (draw_slip_a5(content),) if isinstance(content, GuidanceSlip) else draw_list_a5(content)
