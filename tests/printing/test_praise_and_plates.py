"""What is handed to a clerk or stands before one: the praise card and the name plate."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.domain.cards import PraisePrint
from app.domain.case_errors import NotAnAttachment
from app.domain.name_plates import NamePlate
from app.printing.drawing import Drawing
from app.printing.name_plate import (
    HEIGHT,
    PHOTO_HEIGHT,
    PHOTO_WIDTH,
    WIDTH,
    draw_name_plate,
    name_plate_pdf,
)
from app.printing.photos import portrait
from app.printing.praise_print import draw_praise, praise_pdf
from tests.printing.case_samples import (
    LONG_PRAISE,
    PLATE,
    PRAISE,
    PRAISE_CARD,
    SHORT_PRAISE,
    all_text,
    page_count,
    page_pixels,
)
from tests.printing.samples import overlaps, texts, unspaced

PRAISES = {"usual": PRAISE, "long": LONG_PRAISE, "short": SHORT_PRAISE}
LONG_PLATE = NamePlate(
    "한빛구청 " * 9, "디지털재난안전교통정책기획과 " * 3, "Nguyễn Thị Minh Khai Phương " * 2, "외국인 상담 " * 9
)


def inside(drawing: Drawing, margin: float) -> None:
    assert overlaps(drawing) == []
    for mark in texts(drawing):
        assert mark.x >= margin
        assert mark.x + mark.width <= WIDTH - margin
        assert margin / 2 < mark.y < HEIGHT - margin / 2


@pytest.mark.parametrize("name", PRAISES)
def test_a_praise_lies_on_one_a5_page(name: str) -> None:
    inside(draw_praise(PRAISES[name]), 40)
    document = pdfium.PdfDocument(praise_pdf(PRAISES[name]))
    assert len(document) == 1
    assert document.get_page_size(0) == pytest.approx((WIDTH, HEIGHT), abs=0.01)
    document.close()
    inked = page_pixels(praise_pdf(PRAISES[name]), 0, 72) < 200
    assert not inked[:28].any()
    assert not inked[:, -28:].any()


def test_a_praise_says_the_words_to_whom_and_when() -> None:
    found = unspaced(all_text(praise_pdf(PRAISE)))
    for text in ("칭찬카드", PRAISE_CARD.shown, "김민수 님께", "민원여권과", "2026년 11월 19일(목)", "한빛구청"):
        assert unspaced(text) in found
    assert "함께일하는모두에게" in unspaced(all_text(praise_pdf(SHORT_PRAISE)))


def test_what_was_covered_on_the_board_is_not_on_the_card() -> None:
    assert "010" not in all_text(praise_pdf(PRAISE))


def test_a_long_praise_is_whole() -> None:
    assert unspaced(LONG_PRAISE.card.shown) in unspaced(all_text(praise_pdf(LONG_PRAISE)))


@settings(max_examples=30, deadline=None)
@given(text=st.text(max_size=1000), name=st.text(max_size=40), office=st.text(max_size=40))
def test_any_praise_stays_within_its_frame(text: str, name: str, office: str) -> None:
    content = PraisePrint(office, replace(PRAISE_CARD, shown=text, about_name=name, department=name))
    inside(draw_praise(content), 40)


@pytest.mark.parametrize("plate", [PLATE, LONG_PLATE, NamePlate("", "", "")])
def test_a_plate_lies_on_one_a5_page(plate: NamePlate) -> None:
    inside(draw_name_plate(plate), 40)
    assert page_count(name_plate_pdf(plate)) == 1


def test_a_plate_says_who_sits_there_and_that_they_help() -> None:
    found = unspaced(all_text(name_plate_pdf(PLATE)))
    for text in (
        "한빛구청",
        "민원여권과",
        "김민수",
        "여권 · 3번 창구",
        "무엇을 도와드릴까요?",
        "친절히 모시겠습니다",
        "사진",
    ):
        assert unspaced(text) in found
    largest = max(texts(draw_name_plate(PLATE)), key=lambda mark: mark.size)
    assert unspaced(largest.text) == "김민수"


def picture(tmp_path: Path, size: tuple[int, int], name: str = "photo.png") -> Path:
    """A photo that is dark in its middle third and light at both sides."""
    shade = np.full((size[1], size[0], 3), 230, dtype=np.uint8)
    shade[:, size[0] // 3 : 2 * size[0] // 3] = 40
    path = tmp_path / name
    Image.fromarray(shade).save(path)
    return path


@pytest.mark.parametrize("name", ["photo.png", "photo.jpg"])
def test_the_photo_stands_in_its_place_undistorted(tmp_path: Path, name: str) -> None:
    plate = replace(PLATE, photo=picture(tmp_path, (900, 400), name))
    pdf = name_plate_pdf(plate)
    assert "사진" not in all_text(pdf)
    page = page_pixels(pdf, 0, 72)
    left = top = round(15 / 25.4 * 72)
    shown = page[top : top + round(PHOTO_HEIGHT), left : left + round(PHOTO_WIDTH)]
    # 300 of the 900 columns are dark, and a photo 400 high is cut to the 300 in the middle.
    assert (shown[5:-5, 8:-8] < 80).all()
    assert pdf == name_plate_pdf(plate)


def test_a_large_photo_is_made_small(tmp_path: Path) -> None:
    photo = portrait(picture(tmp_path, (4000, 5000), "photo.jpg"), 0.75)
    made = Image.open(io.BytesIO(photo))
    assert made.size == (640, 853)
    assert len(photo) < 200_000


def test_a_photo_taken_sideways_is_turned(tmp_path: Path) -> None:
    shade = np.full((300, 600, 3), 230, dtype=np.uint8)
    shade[:, :300] = 20
    exif = Image.Exif()
    exif[0x0112] = 6
    path = tmp_path / "sideways.jpg"
    Image.fromarray(shade).save(path, exif=exif)
    made = np.asarray(Image.open(io.BytesIO(portrait(path, 0.5))).convert("L"))
    assert made.shape == (600, 300)
    assert made[:250].max() < 60
    assert made[350:].min() > 200


@pytest.mark.parametrize(
    "content", [b"", b"MZ\x90\x00 not a picture", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, b"GIF89a\x01\x00"]
)
def test_what_is_no_photo_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "photo.png"
    path.write_bytes(content)
    with pytest.raises(NotAnAttachment) as refused:
        name_plate_pdf(replace(PLATE, photo=path))
    assert refused.value.name == "photo.png"


def test_a_photo_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        name_plate_pdf(replace(PLATE, photo=tmp_path / "photo.png"))


@settings(max_examples=25, deadline=None)
@given(name=st.text(max_size=40), department=st.text(max_size=60), role=st.text(max_size=60))
def test_any_name_stays_on_the_plate(name: str, department: str, role: str) -> None:
    inside(draw_name_plate(NamePlate(department, department, name, role)), 38)
