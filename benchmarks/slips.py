"""A slip on an 80 mm roll, against a bare ReportLab canvas that draws the same.

The bare side is written out by hand below: the same 25 lines of text at the same places in the same fonts, the same
bars, and the QR code that `qrcode` makes of the same address, its modules drawn as runs of a row in one path. It has
nothing to lay out. Fonts are loaded on both sides before the clock runs. Before that both pages are rendered and
compared dot by dot, so that the bare side cannot draw less.
"""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

import qrcode
from qrcode.constants import ERROR_CORRECT_M
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.config.paths import resources
from app.domain.languages import Language
from app.domain.slips import Paper, SlipContent
from app.printing.raster import render_page
from app.printing.slip import slip_pdf
from benchmarks.measure import Row, in_turns, milliseconds

_DPI = 203
_DOT = 72 / _DPI
_WIDTH, _LENGTH = 640, 998
_URL = "https://survey.hanbit.go.kr/s/" + ("Ab3-_xYz9Qk" * 12)[:122]
_MODULE, _QR_LEFT, _QR_TOP = 4, 34, 615

_SEOUL = ZoneInfo("Asia/Seoul")
_SLIP = SlipContent(
    office="한빛구청",
    number="A-037",
    registered_at=datetime(2026, 11, 20, 14, 32, 5, tzinfo=_SEOUL),
    service="주민등록표 등본·초본 발급",
    visitor_kind="self",
    queue_number="12",
    department="민원여권과",
    location="본관 1층 101호",
    phone="02-000-1101",
    clerk="홍*동",
    survey_url=_URL,
    survey_host="survey.hanbit.go.kr",
    answer_until=date(2026, 11, 27),
    printed_at=datetime(2026, 11, 20, 14, 32, 9, tzinfo=_SEOUL),
    reissue=False,
    language=Language.KO,
)

_REGULAR, _BOLD, _HANZI = "bare-regular", "bare-bold", "bare-hanzi"
_FONTS = {
    _REGULAR: "PretendardGOV-Regular.ttf",
    _BOLD: "PretendardGOV-Bold.ttf",
    _HANZI: "NotoSansSC-Regular-subset.ttf",
}
# Left, baseline, size (in dots), font, text.
_TEXTS = (
    (34, 57, 34, _BOLD, "한빛구청"),
    (34, 123, 23, _REGULAR, "접수증"),
    (31, 243, 132, _BOLD, "A-037"),
    (523.03125, 243, 72, _BOLD, "12"),
    (546.3662109375, 180, 23, _REGULAR, "번호표"),
    (34, 291, 28, _REGULAR, "2026년 11월 20일(금) 14:32"),
    (34, 353, 23, _REGULAR, "업무"),
    (140, 353, 28, _BOLD, "주민등록표 등본·초본 발급"),
    (34, 394, 23, _REGULAR, "방문 유형"),
    (140, 394, 28, _REGULAR, "본인"),
    (34, 435, 23, _REGULAR, "담당 부서"),
    (140, 435, 28, _BOLD, "민원여권과"),
    (34, 476, 23, _REGULAR, "위치"),
    (140, 476, 28, _REGULAR, "본관 1층 101호"),
    (34, 517, 23, _REGULAR, "전화"),
    (140, 517, 28, _REGULAR, "02-000-1101"),
    (34, 558, 23, _REGULAR, "담당자"),
    (140, 558, 28, _REGULAR, "홍*동"),
    (258, 638, 30, _BOLD, "1분 익명 설문"),
    (258, 674, 22, _REGULAR, "1-minute anonymous survey"),
    (258, 734, 22, _REGULAR, "Khảo sát ẩn danh 1 phút"),
    (258, 780, 24, _BOLD, "11월 27일(금)까지 응답"),
    (258, 813, 22, _REGULAR, "휴대전화 카메라로 QR을 비추세요. 앱·"),
    (258, 842, 22, _REGULAR, "이름·전화번호가 필요 없습니다."),
    (34, 898, 28, _BOLD, "survey.hanbit.go.kr"),
    (34, 951, 22, _REGULAR, "출력 2026년 11월 20일(금) 14:32:09"),
)
# The name in Chinese stands in two fonts: the figure in the first.
_CHINESE = (258, 704, 22, ((_REGULAR, "1"), (_HANZI, "分钟匿名问卷")))
_BARS = ((34, 74, 572, 5), (34, 310, 572, 2), (34, 581, 572, 2), (34, 917, 572, 2))


def measure(quick: bool) -> list[Row]:
    """One row."""
    rounds, warm_up = (3, 1) if quick else (150, 10)
    for name, file in _FONTS.items():
        pdfmetrics.registerFont(TTFont(name, str(resources() / "fonts" / file), asciiReadable=False))
    ours, bare = slip_pdf(_SLIP, Paper.ROLL80), _bare_pdf()
    if render_page(ours, _DPI).one_bit() != render_page(bare, _DPI).one_bit():
        raise AssertionError("the bare canvas does not draw what the slip does: its table here has to follow the slip")
    subject, limit = in_turns([lambda: slip_pdf(_SLIP, Paper.ROLL80), _bare_pdf], rounds=rounds, warm_up=warm_up)
    ratio = subject.ratio_to(limit)
    return [
        Row(
            what="a slip as PDF, against a bare ReportLab canvas and `qrcode` that draw the same",
            target="≤ 1.3×",
            measured=f"{milliseconds(subject.median)}, p95 {milliseconds(subject.p95)}",
            limit=f"{milliseconds(limit.median)}, p95 {milliseconds(limit.p95)}",
            ratio=ratio,
            met=ratio <= 1.3,
            note="both pages compared dot by dot",
            figures={**subject.figures("slip"), **limit.figures("bare")},
        )
    ]


def _bare_pdf() -> bytes:
    target = BytesIO()
    height = _LENGTH * _DOT - 0.01
    canvas = Canvas(
        target,
        pagesize=(_WIDTH * _DOT - 0.01, height),
        invariant=1,
        pageCompression=1,
        initialFontName=_REGULAR,
    )
    for left, baseline, size, font, text in _TEXTS:
        line = canvas.beginText(left * _DOT, height - baseline * _DOT)
        line.setFont(font, size * _DOT)
        line.textOut(text)
        canvas.drawText(line)
    left, baseline, size, pieces = _CHINESE
    line = canvas.beginText(left * _DOT, height - baseline * _DOT)
    for font, text in pieces:
        line.setFont(font, size * _DOT)
        line.textOut(text)
    canvas.drawText(line)
    for x, y, w, h in _BARS:
        path = canvas.beginPath()
        path.rect(x * _DOT + 0.018, height - (y + h) * _DOT + 0.018, w * _DOT - 0.036, h * _DOT - 0.036)
        canvas.drawPath(path, stroke=0, fill=1)
    _draw_qr(canvas, height)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw_qr(canvas: Canvas, height: float) -> None:
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(_URL, optimize=0)
    code.make(fit=True)
    path = canvas.beginPath()
    for row, modules in enumerate(code.modules):
        start = 0
        while start < len(modules):
            end = start
            while end < len(modules) and modules[end]:
                end += 1
            if end > start:
                x, y = _QR_LEFT + start * _MODULE, _QR_TOP + (row + 1) * _MODULE
                path.rect(x * _DOT, height - y * _DOT, (end - start) * _MODULE * _DOT, _MODULE * _DOT)
            start = end + 1
    canvas.drawPath(path, stroke=0, fill=1)
