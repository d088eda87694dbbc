"""Answers in the home's survey store, as a survey server would have stored them."""

from __future__ import annotations

import os
from datetime import date

from app.bootstrap import Office
from app.crypto.sealing import seal
from app.db.store_files import read_store_keys
from app.db.survey_store import Form, NewAnswer, SurveyStore
from app.domain.languages import Language
from app.domain.sealed import SealedNote
from tests.support.offices import MORNING

DAY = date(2026, 11, 20)


def answer(office: Office, q7: tuple[str, ...] = ("NONE",), text: str = "", kind: str = "5", day: date = DAY) -> None:
    """One citizen's answer to a slip of `day`."""
    folder = office.home.survey
    if not folder.exists():
        office.stores.export(folder)
    public = read_store_keys(folder).audit_public
    assert public is not None
    answers = {
        "Q1_KIND": (kind,),
        "Q2_ROUTE": ("ONCE",),
        "Q3_EXPLAIN": ("4",),
        "Q4_SPEED": ("4",),
        "Q5_FAIR": ("5",),
        "Q6_TROUBLE": ("COLD_ANSWER",),
        "Q8_OVERALL": ("4",),
    }
    envelope = seal(public, SealedNote(q7, text).padded())
    store = SurveyStore.open(folder)
    try:
        form = Form(day, os.urandom(16), os.urandom(16), os.urandom(8))
        store.accept(form, NewAnswer(day, 3, 1, Language.KO, answers, "", envelope), MORNING)
    finally:
        store.close()
