"""The papers with secrets: one page, the code in full, nothing over the edge."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from app.crypto.readable_codes import new_recovery_code
from app.domain.languages import ScreenLanguage
from app.domain.readable_codes import PasswordNote, RecoverySheet
from app.printing import password_note
from app.printing.drawing import TextMark
from app.printing.password_note import draw_password_note, password_note_pdf
from app.printing.recovery_sheet import WIDTH, draw_recovery, recovery_pdf

DAY = date(2026, 11, 20)


@pytest.mark.parametrize("language", ScreenLanguage)
def test_one_page_with_the_whole_code(language: ScreenLanguage) -> None:
    sheet = RecoverySheet("한빛구", new_recovery_code(), DAY)
    pdf = recovery_pdf(sheet, language)
    assert pdf == recovery_pdf(sheet, language)
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    text = document[0].get_textpage().get_text_bounded()
    for group in sheet.code.split("-"):
        assert group in text
    assert "한빛구" in text
    assert "2026" in text


@pytest.mark.parametrize("language", ScreenLanguage)
def test_nothing_leaves_the_page(language: ScreenLanguage) -> None:
    drawing = draw_recovery(RecoverySheet("한" * 40, "WWWW-WWWW-WWWW-WWWW-WWWW", DAY), language)
    texts = [mark for mark in drawing.marks if isinstance(mark, TextMark)]
    assert min(mark.x for mark in texts) > 0
    assert max(mark.x + mark.width for mark in texts) < WIDTH
    assert max(mark.y for mark in texts) < 297 / 25.4 * 72


@pytest.mark.parametrize("language", ScreenLanguage)
def test_a_note_holds_login_and_password(language: ScreenLanguage) -> None:
    note = PasswordNote("구" * 40, "이름" * 20, "w" * 32, "WWWW-WWWW-WWWW")
    document = pypdfium2.PdfDocument(password_note_pdf(note, language))
    assert len(document) == 1
    text = document[0].get_textpage().get_text_bounded()
    assert note.login in text
    assert note.password in text
    texts = [mark for mark in draw_password_note(note, language).marks if isinstance(mark, TextMark)]
    assert max(mark.x + mark.width for mark in texts) < password_note.WIDTH
    assert max(mark.y for mark in texts) < password_note.HEIGHT
