"""Forms and answers for a survey store without a server, and the days around its closing."""

from __future__ import annotations

import os
from datetime import date, timedelta

from app.db.survey_answers import ENVELOPE_BYTES
from app.db.survey_store import Form, NewAnswer
from app.domain.languages import Language
from tests.support.survey import DAY, NOON

LATER = NOON + timedelta(minutes=31)
SLIP_DAYS = 7
LAST_DAY = DAY + timedelta(days=SLIP_DAYS)
OVER = LAST_DAY + timedelta(days=1)
CLOSED_DAY = DAY - timedelta(days=10)


def a_form(content: bytes = b"content", day: date = DAY) -> Form:
    return Form(day, os.urandom(16), os.urandom(16), content)


def an_answer(comment: str = "", *, department: int = 3, sealed: bool = True, day: date = DAY) -> NewAnswer:
    return NewAnswer(
        day=day,
        department=department,
        area=1,
        language=Language.KO,
        answers={
            "Q1_KIND": ("5",),
            "Q2_ROUTE": ("NA",),
            "Q6_TROUBLE": ("PASSIVE", "COLD_ANSWER"),
            "Q8_OVERALL": ("4",),
        },
        comment=comment,
        envelope=os.urandom(ENVELOPE_BYTES) if sealed else None,
    )
