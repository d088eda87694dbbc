"""The report of abuse at a counter (특이민원 발생 보고서): what happened, what was done, who saw it, and signatures.

The citizen's name has no place on it (민원처리법 시행령 4조). It is an official form and stays Korean in every language
of the screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from app.domain.incidents import AbuseKind, IncidentEnd, IncidentReport
from app.printing.dates import clock_words, in_zone_of
from app.printing.drawing import Drawing
from app.printing.fonts import Weight, printable
from app.printing.letter_words import moment
from app.printing.pages import FOOT, HEIGHT, MARGIN, WIDTH, Pages, page_words
from app.printing.pdf import all_pages
from app.printing.sheet_tables import QUIET, cell
from app.printing.signature_boxes import draw_signatures

_TITLE = "특이민원 발생 보고서"
_SIGNERS = ("작성자", "팀장", "부서장")
_SIGNED = 82.0
_SMALL = 9.2
_SECONDS = 60


_KINDS: Mapping[AbuseKind, str] = {
    AbuseKind.SHOUTING: "폭언·욕설",
    AbuseKind.THREAT: "협박",
    AbuseKind.VIOLENCE: "폭행·기물 파손",
    AbuseKind.SEXUAL: "성희롱",
    AbuseKind.ENDLESS: "장시간·반복",
    AbuseKind.OTHER: "그 밖",
}
_RUNNING = "아직 끝나지 않음"
_ENDS: Mapping[IncidentEnd, str] = {
    IncidentEnd.OPEN: _RUNNING,
    IncidentEnd.CALMED: "진정됨",
    IncidentEnd.LEFT: "돌아감",
    IncidentEnd.ENDED_BY_US: "우리가 대화를 끝냄",
    IncidentEnd.POLICE: "경찰을 부름",
    IncidentEnd.MISTAKE: "잘못 누름 (일어난 일 없음)",
}
_LAW = "「민원 처리에 관한 법률」 제4조, 「민원 처리에 관한 법률 시행령」 제4조"


def incident_pdf(report: IncidentReport) -> bytes:
    """A4, one page unless much was written. The same content gives the same bytes."""
    return all_pages(draw_incident(report), WIDTH, HEIGHT, 1.0, _TITLE, "ko")


def draw_incident(report: IncidentReport) -> tuple[Drawing, ...]:
    """Every page, in points."""
    pages = Pages(FOOT - 26)
    pages.write(report.office, 12, Weight.BOLD, leading=1.3)
    pages.gap(6)
    pages.rule(1.6)
    pages.drawing.text_centred(pages.left + pages.width / 2, pages.y + 42, _TITLE, 22, Weight.BOLD)
    pages.y += 64
    pages.rows(_rows(report))
    pages.gap(16)
    pages.title("있었던 일")
    text = report.incident.text
    pages.write(text if printable(text) else "(적은 내용 없음)", 10.5)
    pages.gap(14)
    limits = report.limits
    pages.marked("※", f"면담 권장 시간은 {limits.end}분이며 {limits.notice}분이 되면 미리 알립니다.", _SMALL)
    pages.marked("※", "응대를 끝내기 전에는 그 이유를 먼저 알립니다.", _SMALL)
    pages.marked("※", "이 보고서에는 민원인의 이름과 연락처를 적지 않습니다.", _SMALL)
    pages.gap(4)
    pages.marked("근거", _LAW, _SMALL)
    _signatures(pages)
    return pages.finish(lambda drawing, number, count: _foot(drawing, report, number, count))


def _rows(report: IncidentReport) -> tuple[tuple[str, str], ...]:
    incident = report.incident
    began = in_zone_of(report.printed_at, incident.begun_at)

    def at(time: datetime | None, missing: str) -> str:
        """The time of day; with the date where that is another."""
        if time is None:
            return missing
        here = in_zone_of(report.printed_at, time)
        return clock_words(here) if here.date() == began.date() else moment(here)

    lasted = _RUNNING
    if incident.ended_at is not None:
        minutes = int((incident.ended_at - incident.begun_at).total_seconds()) // _SECONDS
        lasted = f"{max(0, minutes):,}분"
    counter = " · ".join(dict.fromkeys(filter(printable, (incident.counter_code, report.counter))))
    return (
        ("발생 일시", moment(began)),
        ("부서", report.department),
        ("창구", counter),
        ("응대한 직원", report.clerk),
        ("유형", _KINDS[incident.kind]),
        ("경고한 시각", at(incident.warned_at, "경고하지 않음")),
        ("끝난 시각", at(incident.ended_at, _RUNNING)),
        ("걸린 시간", lasted),
        ("끝난 방법", _ENDS[incident.end]),
        ("목격자", incident.witnesses if printable(incident.witnesses) else "없음"),
    )


def _signatures(pages: Pages) -> None:
    """A box for each signature at the foot of the last page."""
    pages.gap(14)
    pages.need(_SIGNED)
    draw_signatures(pages.drawing, pages.left, pages.bottom, pages.width, _SIGNERS, _SIGNED)
    pages.y = pages.bottom


def _foot(drawing: Drawing, report: IncidentReport, number: int, count: int) -> None:
    width = WIDTH - 2 * MARGIN
    page = page_words(number, count)
    drawing.text_right(MARGIN + width, FOOT, page, 9)
    said = f"인쇄 {report.printed_by} {moment(report.printed_at)}"
    drawing.text(MARGIN, FOOT, cell(drawing, said, 8.2, width - drawing.width(page, 9) - 12), 8.2, gray=QUIET)
