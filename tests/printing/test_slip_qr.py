"""The slip's QR code, read back from what the printer would burn."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zxingcpp

from app.domain.languages import Language
from app.domain.slips import Paper, SlipContent
from app.printing.qr import qr_symbol
from app.printing.slip import slip_pdf
from app.printing.slip_a5 import draw_a5
from app.printing.slip_roll import ROLL58, ROLL80, draw_roll
from app.printing.words import SLIP_WORDS
from tests.printing.samples import LONG_SLIP, SLIP, URL, pixels, text_of, unspaced


def read(content: SlipContent, paper: Paper) -> list[str]:
    found = zxingcpp.read_barcodes(
        pixels(slip_pdf(content, paper)), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    return [code.text for code in found]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("reissue", [False, True])
def test_decodes_to_the_survey_address(paper: Paper, language: Language, reissue: bool) -> None:
    assert read(replace(SLIP, language=language, reissue=reissue), paper) == [URL]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("paper", Paper)
def test_without_an_address_a_calm_line_stands_in_its_place(paper: Paper, language: Language) -> None:
    content = replace(SLIP, language=language, survey_url="")
    assert read(content, paper) == []
    words = SLIP_WORDS[language]
    found = unspaced(text_of(slip_pdf(content, paper)))
    assert unspaced(words.no_survey) in found
    for promised in (words.nothing_asked, words.survey, SLIP.survey_host):
        assert unspaced(promised) not in found
    for still_there in (SLIP.number, SLIP.service, SLIP.department, SLIP.phone):
        assert unspaced(still_there) in found


@pytest.mark.parametrize("paper", Paper)
def test_decodes_on_a_crowded_slip(paper: Paper) -> None:
    assert read(LONG_SLIP, paper) == [URL]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("extra", [0, 1, 40, 120, 300])
def test_a_longer_host_takes_a_larger_code(paper: Paper, extra: int) -> None:
    address = URL + "x" * extra
    assert read(replace(SLIP, survey_url=address), paper) == [address]


def test_the_usual_address_takes_version_8() -> None:
    assert len(URL) <= 152
    assert qr_symbol("x" * 152).side == 17 + 4 * 8
    assert qr_symbol("x" * 153).side == 17 + 4 * 9


def test_version_19_is_the_largest_on_the_narrow_roll() -> None:
    largest = replace(SLIP, survey_url="x" * 624)
    assert qr_symbol(largest.survey_url).side == 17 + 4 * 19
    assert read(largest, Paper.ROLL58) == [largest.survey_url]
    with pytest.raises(ValueError, match="wider than 384 dots"):
        slip_pdf(replace(SLIP, survey_url="x" * 625), Paper.ROLL58)


@pytest.mark.parametrize("paper", Paper)
def test_an_address_no_code_can_hold_is_refused(paper: Paper) -> None:
    with pytest.raises(ValueError, match="QR code"):
        slip_pdf(replace(SLIP, survey_url="x" * 3000), paper)


@pytest.mark.parametrize("roll", [ROLL80, ROLL58])
def test_modules_stand_on_the_dot_grid_in_a_quiet_zone(roll: object) -> None:
    assert roll in (ROLL80, ROLL58)
    chosen = ROLL80 if roll is ROLL80 else ROLL58
    paper = Paper.ROLL80 if roll is ROLL80 else Paper.ROLL58
    drawing, _ = draw_roll(SLIP, chosen)
    shape = max((m for m in drawing.marks if hasattr(m, "rects")), key=lambda m: len(m.rects))
    assert all(float(value).is_integer() for rect in shape.rects for value in rect)
    left, top = int(min(r[0] for r in shape.rects)), int(min(r[1] for r in shape.rects))
    side = qr_symbol(URL).side
    page = pixels(slip_pdf(SLIP, paper))
    symbol = page[top : top + side * 4, left : left + side * 4]
    by_module = symbol.reshape(side, 4, side, 4)
    assert (by_module.min(axis=(1, 3)) == by_module.max(axis=(1, 3))).all()
    around = page[top - 16 : top + side * 4 + 16, left - 16 : left + side * 4 + 16].copy()
    around[16:-16, 16:-16] = 255
    assert (around == 255).all()


def test_a5_uses_larger_modules() -> None:
    shape = max((m for m in draw_a5(SLIP).marks if hasattr(m, "rects")), key=lambda m: len(m.rects))
    assert {rect[3] for rect in shape.rects} == {6}
