"""Fonts: every character of every word has a form, and what is on the page is in the file."""

from __future__ import annotations

import ctypes
import io
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from app.config.paths import resources
from app.domain.languages import Language, ScreenLanguage
from app.domain.slips import Paper
from app.domain.surveys import Survey
from app.printing.dates import date_words, moment_words
from app.printing.fonts import NO_GLYPH, Weight, faces, has_glyph, printable, runs, text_width
from app.printing.sheet import sheet_pdf
from app.printing.slip import slip_pdf
from app.printing.words import SHEET_WORDS, SLIP_WORDS
from tests.printing.samples import HUGE_DAY, LONG_SLIP, SLIP, sheet, survey

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"


def slip_words(language: Language) -> str:
    words = SLIP_WORDS[language]
    singles = [getattr(words, name) for name in words.__dataclass_fields__ if name != "visitor_kinds"]
    dates = [date_words(SLIP.answer_until.replace(day=d), language) for d in range(1, 8)]
    return "".join((*singles, *words.visitor_kinds.values(), *dates, moment_words(SLIP.printed_at, language)))


def survey_words(asked: Survey, language: Language) -> str:
    options = [option.words[language] for question in asked.questions for option in question.options]
    return "".join([*(question.words[language] for question in asked.questions), *options])


@pytest.mark.parametrize("weight", Weight)
def test_every_word_on_paper_has_a_glyph(weight: Weight) -> None:
    asked = survey()
    text = "".join(slip_words(language) + survey_words(asked, language) for language in Language)
    for words in SHEET_WORDS.values():
        for value in (getattr(words, name) for name in words.__dataclass_fields__):
            text += "".join(value.values() if isinstance(value, dict) else value)
    assert {c for c in text if not has_glyph(c, weight)} == set()


@pytest.mark.parametrize("weight", Weight)
def test_all_of_korean_vietnamese_and_the_signs_of_an_office(weight: Weight) -> None:
    hangul = "".join(map(chr, range(0xAC00, 0xD7A4)))
    text = hangul + VIETNAMESE + VIETNAMESE.upper() + "₩–—•·…「」『』①②③㎡℃→※" + NO_GLYPH
    assert {c for c in text if ord(c) not in faces(weight)[0].widths} == set()


@pytest.mark.parametrize("weight", Weight)
def test_simplified_chinese_stands_in_its_own_font(weight: Weight) -> None:
    text = slip_words(Language.ZH) + survey_words(survey(), Language.ZH)
    hanzi = {c for c in text if "\u4e00" <= c <= "\u9fff"}
    assert len(hanzi) > 60
    assert {c for c in hanzi if ord(c) not in faces(weight)[1].widths} == set()
    assert {face.name for face, _ in runs("匿名问卷", weight, chinese=True)} == {f"NotoSansSC-{weight}-subset"}
    assert [piece for _, piece in runs("한빛 受理 A-037", weight, chinese=True)] == ["한빛 ", "受理", " A-037"]
    assert {face.name for face, _ in runs("漢字", weight)} == {f"PretendardGOV-{weight}"}


def test_an_unknown_character_becomes_a_box_not_nothing() -> None:
    assert [piece for _, piece in runs("가\U00013000나", Weight.REGULAR)] == ["가" + NO_GLYPH + "나"]
    assert text_width("\U00013000", 10, Weight.REGULAR) == text_width(NO_GLYPH, 10, Weight.REGULAR) > 0


def test_letters_are_composed_and_controls_dropped() -> None:
    decomposed = "\u1112\u1161\u11ab" + "e\u0302\u0323"
    assert printable(decomposed + "\x07\u200b a\n\tb ") == "한ệ a b"


def embedded_fonts(pdf: bytes) -> dict[str, bytes]:
    """The font file behind every text of the page; fails where one is not embedded."""
    found: dict[str, bytes] = {}
    document = pdfium.PdfDocument(pdf)
    page = document[0]
    for text in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        font = raw.FPDFTextObj_GetFont(text.raw)
        assert raw.FPDFFont_GetIsEmbedded(font) == 1
        name = ctypes.create_string_buffer(200)
        raw.FPDFFont_GetBaseFontName(font, name, 200)
        size = ctypes.c_size_t()
        raw.FPDFFont_GetFontData(font, None, 0, ctypes.byref(size))
        data = (ctypes.c_uint8 * size.value)()
        raw.FPDFFont_GetFontData(font, data, size.value, ctypes.byref(size))
        found[name.value.decode()] = bytes(data)
    page.close()
    document.close()
    return found


def files() -> dict[str, bytes]:
    slips = {
        f"slip {paper} {language}": slip_pdf(replace(SLIP, language=language), paper)
        for paper in Paper
        for language in Language
    }
    sheets = {f"sheet {language}": sheet_pdf(sheet(HUGE_DAY), language) for language in ScreenLanguage}
    return {**slips, **sheets, "long": slip_pdf(LONG_SLIP, Paper.ROLL80)}


@pytest.mark.parametrize(("name", "pdf"), files().items(), ids=files().keys())
def test_fonts_are_embedded_as_subsets_and_files_are_small(name: str, pdf: bytes) -> None:
    fonts = embedded_fonts(pdf)
    assert fonts
    for font in fonts.values():
        assert TTFont(io.BytesIO(font))["maxp"].numGlyphs <= 257
    assert b"Helvetica" not in pdf
    assert len(pdf) < 100_000


@pytest.mark.parametrize("weight", Weight)
def test_the_hanzi_font_stays_small(weight: Weight) -> None:
    assert (resources() / "fonts" / f"NotoSansSC-{weight}-subset.ttf").stat().st_size < 1_500_000
