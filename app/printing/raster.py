"""A page of a PDF as pixels: what a window sends to a printer, and what a thermal printer burns."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

POINTS_AN_INCH = 72
# PDFium keeps state of its own for the whole process: one call at a time.
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class Raster:
    """`height` rows of `width` pixels, one byte each (0 black, 255 white), without padding between rows."""

    width: int
    height: int
    gray: bytes

    def one_bit(self, threshold: int = 128) -> Raster:
        """The same page in black and white: every pixel darker than `threshold` black, the rest white."""
        table = bytes(0 if level < threshold else 255 for level in range(256))
        return Raster(self.width, self.height, self.gray.translate(table))


def render_page(pdf: bytes, dpi: int, page: int = 0) -> Raster:
    """Page `page` (from 0) of `pdf` at `dpi` pixels an inch, on white.

    Errors: `pypdfium2.PdfiumError` when `pdf` is not a PDF, `IndexError` when it has no such page, `ValueError` for a
    dpi that is not positive.
    """
    if dpi <= 0:
        raise ValueError(f"dpi {dpi}")
    with _ONE_AT_A_TIME:
        document = pdfium.PdfDocument(pdf)
        try:
            if not 0 <= page < len(document):
                raise IndexError(f"page {page} of {len(document)}")
            return _render(document[page], dpi)
        finally:
            document.close()


def _render(page: pdfium.PdfPage, dpi: int) -> Raster:
    # The nearest whole pixel: rounding up would stretch the page and blur every module of a QR code by a hair.
    width, height = (max(1, round(points * dpi / POINTS_AN_INCH)) for points in page.get_size())
    bitmap = pdfium.PdfBitmap.new_native(width, height, raw.FPDFBitmap_Gray)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        raw.FPDF_RenderPageBitmap(bitmap.raw, page.raw, 0, 0, width, height, 0, raw.FPDF_ANNOT | raw.FPDF_PRINTING)
        buffer = bytes(bitmap.buffer)
        stride = bitmap.stride
        rows = (buffer[row * stride : row * stride + width] for row in range(height))
        return Raster(width, height, b"".join(rows))
    finally:
        bitmap.close()
        page.close()
