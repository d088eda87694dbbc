"""Pages as pixels."""

from __future__ import annotations

import threading

import pypdfium2 as pdfium
import pytest

from app.domain.slips import Paper
from app.printing.raster import Raster, render_page
from app.printing.slip import slip_pdf
from tests.printing.samples import SLIP


def test_one_byte_a_pixel_without_padding() -> None:
    pdf = slip_pdf(SLIP, Paper.ROLL58)
    for dpi, width in ((203, 464), (100, 229), (51, 117)):
        raster = render_page(pdf, dpi)
        assert raster.width == width
        assert len(raster.gray) == raster.width * raster.height
        assert raster.gray[0] == 255
        assert min(raster.gray) < 50


def test_one_bit_is_black_or_white() -> None:
    raster = Raster(4, 1, bytes([0, 127, 128, 255]))
    assert raster.one_bit() == Raster(4, 1, bytes([0, 0, 255, 255]))
    assert raster.one_bit(threshold=1).gray == bytes([0, 255, 255, 255])


def test_errors() -> None:
    pdf = slip_pdf(SLIP, Paper.ROLL58)
    with pytest.raises(IndexError):
        render_page(pdf, 203, page=1)
    with pytest.raises(ValueError, match="dpi"):
        render_page(pdf, 0)
    with pytest.raises(pdfium.PdfiumError):
        render_page(b"not a PDF", 203)


def test_two_threads_get_the_same_pixels() -> None:
    pdf = slip_pdf(SLIP, Paper.ROLL80)
    expected, found = render_page(pdf, 100), []
    threads = [threading.Thread(target=lambda: found.append(render_page(pdf, 100))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4
