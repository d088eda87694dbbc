"""The note with a counter's one-time code."""

from __future__ import annotations

from datetime import UTC, datetime

import pypdfium2
import pytest

from app.domain.languages import ScreenLanguage
from app.domain.readable_codes import InvitationNote
from app.printing import invitation_note
from app.printing.drawing import TextMark
from app.printing.invitation_note import draw_invitation_note, invitation_note_pdf

AT = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
CODE = "WWWW-WWWW-WWWW-WWWW-WWWW-WWWW-WWWW"


@pytest.mark.parametrize("language", ScreenLanguage)
@pytest.mark.parametrize(
    "address",
    [
        "postgresql://db.hanbit.go.kr:5432/minwon",
        "postgresql://"
        + "a-long-name." * 8
        + "hanbit.go.kr:5432/minwon?sslmode=verify-full&sslrootcert=/etc/office.crt",
    ],
)
def test_a_note_holds_address_and_code(language: ScreenLanguage, address: str) -> None:
    note = InvitationNote("구" * 40, address, CODE, AT)
    pdf = invitation_note_pdf(note, language)
    assert pdf == invitation_note_pdf(note, language)
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    text = document[0].get_textpage().get_text_bounded()
    assert CODE in text
    assert "2026-11-20 01:00" in text
    texts = [mark for mark in draw_invitation_note(note, language).marks if isinstance(mark, TextMark)]
    assert address in "".join(mark.text for mark in texts)
    assert max(mark.x + mark.width for mark in texts) < invitation_note.WIDTH
    assert max(mark.y for mark in texts) < invitation_note.HEIGHT
