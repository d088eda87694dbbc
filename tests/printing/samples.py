"""Slips and days to print, and ways to look at what was printed."""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium

from app.config.paths import resources
from app.domain.guidance import WrongReason, WrongReferral
from app.domain.languages import Language, ScreenLanguage
from app.domain.period_figures import (
    NOTHING,
    CountRow,
    Cut,
    Estimate,
    ItemFigure,
    PeriodFigures,
    ScoreRow,
    SheetContent,
    TimeFigure,
)
from app.domain.periods import By, Period, Span
from app.domain.slips import Paper, SlipContent
from app.domain.surveys import TROUBLE, QuestionType, Survey, Words, parse_survey
from app.printing.drawing import Drawing, TextMark
from app.printing.raster import render_page
from app.printing.sheet import sheet_pdf
from app.printing.slip import slip_pdf

SEOUL = ZoneInfo("Asia/Seoul")
HOST = "survey.hanbit.go.kr"
URL = f"https://{HOST}/s/{('Ab3-_xYz9Qk' * 12)[:122]}"
HEAD_DPI = 203

SLIP = SlipContent(
    office="한빛구청",
    number="A-037",
    registered_at=datetime(2026, 11, 20, 14, 32, 5, tzinfo=SEOUL),
    service="주민등록표 등본·초본 발급",
    visitor_kind="self",
    queue_number="12",
    department="민원여권과",
    location="본관 1층 101호",
    phone="02-000-1101",
    clerk="홍*동",
    survey_url=URL,
    survey_host=HOST,
    answer_until=date(2026, 11, 27),
    printed_at=datetime(2026, 11, 20, 14, 32, 9, tzinfo=SEOUL),
    reissue=False,
    language=Language.KO,
)
LONG_WORD = ("가나다라마바사아자차카타파하" * 15)[:200]
LONG_WORDS = ("주민등록표 등본 발급 및 " * 16)[:200].strip()
LONG_SLIP = replace(
    SLIP,
    office=LONG_WORDS,
    service=LONG_WORD,
    department=LONG_WORDS,
    location=LONG_WORD,
    clerk="W" * 200,
    queue_number="123456789012",
    reissue=True,
)


def survey() -> Survey:
    return parse_survey(json.loads((resources() / "survey" / "survey.json").read_text("utf-8")))


def estimate(value: float, half: float) -> Estimate:
    """A figure over 1205 answers with an interval of `half` to either side."""
    return Estimate(round(value, 4), 1205, round(max(0.0, value - half), 4), round(value + half, 4))


def items(with_figures: bool) -> tuple[ItemFigure, ...]:
    """The questions of the real survey, each with a figure of its own or with none."""
    found = []
    for position, question in enumerate(survey().questions):
        if question.type is QuestionType.TEXT:
            continue
        shares: tuple[tuple[str, Words, Estimate], ...] = ()
        if question.id == TROUBLE:
            shares = tuple(
                (option.value, option.words, estimate(0.4321 - n / 10, 0.03) if with_figures else NOTHING)
                for n, option in enumerate(question.options)
                if option.value not in question.exclusive
            )
        score = estimate(91.3 - position * 2.7, 2.5) if with_figures and question.scored else NOTHING
        found.append(ItemFigure(question.id, question.words, question.sealed, score, shares))
    return tuple(found)


def rows(n: int, name: str, seed: int, most: int = 60) -> tuple[CountRow, ...]:
    dice = random.Random(seed)
    found = []
    for i in range(1, n + 1):
        visits = dice.randint(1, most)
        done, slips = dice.randint(0, visits), dice.randint(0, visits)
        found.append(CountRow(f"{name}{i}", f"{name} {i}", visits, visits + i, done, slips, visits - slips))
    return tuple(found)


def cuts(total: CountRow, **given: tuple[CountRow, ...]) -> dict[By, Cut]:
    """A cut of each kind: those given by name, the others without a row."""
    return {by: Cut(by, given.get(by.value, ()), total) for by in By}


EMPTY_DAY = PeriodFigures(
    office="한빛구",
    period=Period.of(Span.DAY, date(2026, 11, 20)),
    made_at=datetime(2026, 11, 20, 18, 2, tzinfo=SEOUL),
    provisional=True,
    final_from=date(2026, 11, 28),
    visits=0,
    services=0,
    waiting=0,
    called=0,
    serving=0,
    done=0,
    left=0,
    unrecorded=0,
    undone=0,
    corrections=0,
    late=0,
    slips_printed=0,
    slips_withheld=0,
    surveys_answered=0,
    response=NOTHING,
    scored_answers=0,
    satisfied=NOTHING,
    route=NOTHING,
    items=items(with_figures=False),
    cuts=cuts(CountRow("", "", 0, 0, 0, 0, 0)),
    scores=dict.fromkeys(By, ()),
    waiting_time=TimeFigure(0, 0, None, None),
    handling_time=TimeFigure(0, 0, None, None),
    previous=None,
    correction=None,
)


def day(services: int = 12, departments: int = 9, counters: int = 4, hours: int = 10, most: int = 60) -> PeriodFigures:
    """A closed day with every figure."""
    by_department = rows(departments, "부서", 2, most)
    return replace(
        EMPTY_DAY,
        provisional=False,
        visits=4012,
        services=4810,
        waiting=13,
        called=3,
        serving=27,
        done=3972,
        left=9,
        unrecorded=6,
        undone=41,
        slips_printed=3811,
        slips_withheld=207,
        surveys_answered=1207,
        response=estimate(0.3167, 0.012),
        scored_answers=1205,
        satisfied=estimate(0.9341, 0.021),
        route=estimate(0.8812, 0.024),
        items=items(with_figures=True),
        cuts=cuts(
            CountRow("", "", 4012, 4810, 3972, 3811, 207),
            service=rows(services, "민원", 1, most),
            department=by_department,
            hour=tuple(
                replace(r, key=f"{9 + i if hours <= 15 else i:02d}", name="")
                for i, r in enumerate(rows(hours, "시", 3, most))
            ),
            counter=rows(counters, "창구", 4, most),
        ),
        scores={
            **EMPTY_DAY.scores,
            By.DEPARTMENT: tuple(
                ScoreRow(row.key, row.name, 60 + i, 17 + i, estimate(0.3, 0.1), estimate(0.5 + i / 1000, 0.1))
                if i % 2
                else ScoreRow(row.key, row.name, None, None, NOTHING, NOTHING)
                for i, row in enumerate(by_department)
            ),
        },
        waiting_time=TimeFigure(3999, 4012, 312.0, 1240.0),
        handling_time=TimeFigure(3970, 4012, 405.0, 920.0),
    )


def referrals(n: int) -> tuple[WrongReferral, ...]:
    """Kinds of wrong referrals, most people first; some without a phrase, or without the right department."""
    reasons = tuple(WrongReason)
    return tuple(
        WrongReferral(
            f"건축물대장 발급 {i}",
            f"부서 {i}",
            "" if i % 4 == 3 else f"맞는 부서 {i}",
            reasons[i % len(reasons)],
            "" if i % 5 == 2 else f"건축물대장 떼러 왔어요 {i}",
            60 - 3 * i,
        )
        for i in range(n)
    )


HUGE_DAY = day(services=60, departments=45, counters=40, hours=24, most=999)
DAYS = {
    "normal": day(),
    "empty": EMPTY_DAY,
    "huge": HUGE_DAY,
    "misled": replace(HUGE_DAY, wrong_referrals=referrals(9)),
}


def sheet(figures: PeriodFigures, boxes: tuple[str, ...] = ("담당", "팀장", "과장")) -> SheetContent:
    return SheetContent(figures, boxes, "박*희", datetime(2026, 11, 20, 18, 3, 10, tzinfo=SEOUL))


def pixels(pdf: bytes, dpi: int = HEAD_DPI) -> npt.NDArray[np.uint8]:
    """The first page in black (0) and white (255), rows × columns."""
    raster = render_page(pdf, dpi).one_bit()
    return np.frombuffer(raster.gray, dtype=np.uint8).reshape(raster.height, raster.width)


def text_of(pdf: bytes) -> str:
    """The text of the first page as a reader would copy it."""
    document = pdfium.PdfDocument(pdf)
    try:
        page = document[0]
        lines = page.get_textpage()
        text: str = lines.get_text_range()
        lines.close()
        page.close()
        return text
    finally:
        document.close()


def unspaced(text: str) -> str:
    return re.sub(r"\s+", "", text)


def texts(drawing: Drawing) -> Iterator[TextMark]:
    return (mark for mark in drawing.marks if isinstance(mark, TextMark) and mark.text)


def overlaps(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of texts whose letters would touch."""
    boxes = [(m.text, m.x, m.x + m.width, m.y - 0.72 * m.size, m.y + 0.17 * m.size) for m in texts(drawing)]
    return [
        (a[0], b[0])
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
        if min(a[2], b[2]) - max(a[1], b[1]) > 0.01 and min(a[4], b[4]) - max(a[3], b[3]) > 0.01
    ]


def digests() -> list[str]:
    """One digest for each kind of page; the same wherever and whenever it is printed."""
    slips = [slip_pdf(replace(SLIP, language=language), paper) for language in Language for paper in Paper]
    sheets = [sheet_pdf(sheet(figures), language) for figures in DAYS.values() for language in ScreenLanguage]
    return [hashlib.sha256(pdf).hexdigest() for pdf in (*slips, *sheets)]
