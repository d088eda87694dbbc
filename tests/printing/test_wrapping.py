"""Lines: nothing lost, nothing too wide, breaks where a reader expects them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.printing.fonts import Weight, text_width
from app.printing.wrapping import ELLIPSIS, shorten, wrap, wrap_evenly

WORDS = st.text(st.sampled_from("가나다 한 abcW 12-3/4()（）·,.주민请作答。 ệ"), max_size=120)
WIDTHS = st.floats(min_value=5, max_value=400)


def measure(text: str) -> float:
    return text_width(text, 10, Weight.REGULAR)


@given(text=st.one_of(WORDS, st.text(max_size=80)), width=WIDTHS)
def test_no_text_is_lost(text: str, width: float) -> None:
    assert "".join("".join(wrap(text, width, measure)).split()) == "".join(text.split())


@given(text=WORDS, width=WIDTHS)
def test_no_line_is_too_wide(text: str, width: float) -> None:
    for line in wrap(text, width, measure):
        assert line == line.strip()
        assert measure(line) <= width or len(line) == 1


@given(text=WORDS, width=WIDTHS)
def test_even_lines_are_as_many_and_lose_nothing(text: str, width: float) -> None:
    even = wrap_evenly(text, width, measure)
    assert len(even) == len(wrap(text, width, measure))
    assert "".join("".join(even).split()) == "".join(text.split())


@given(text=WORDS, width=st.floats(min_value=12, max_value=400))
def test_a_shortened_text_fits_and_says_so(text: str, width: float) -> None:
    short = shorten(text, width, measure)
    assert measure(short) <= width
    assert short == text or short.endswith(ELLIPSIS)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("주민등록표 등본 발급", 60, ("주민등록표", "등본 발급")),
        ("등본·초본·인감", 45, ("등본·초본·", "인감")),
        ("문의 02-000-1101", 70, ("문의", "02-000-1101")),
        ("작성 2026-11-20", 60, ("작성", "2026-11-20")),
        ("请在周五前作答（含当天）。", 75, ("请在周五前作答", "（含当天）。")),
        ("발급(대리인)", 45, ("발급", "(대리인)")),
        ("", 50, ()),
    ],
)
def test_breaks(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert wrap(text, width, measure) == lines
