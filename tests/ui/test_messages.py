"""Every expected failure has a sentence in both languages."""

from __future__ import annotations

import dataclasses
import inspect
import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.domain import case_errors, errors, finder_errors, sharing_errors
from app.domain.actors import Action, Role
from app.domain.cards import CaseHold
from app.domain.case_hindrances import Hindrance
from app.domain.case_steps import CaseStepKind
from app.domain.errors import AppError, NotAllowed, PersonalDataInText
from app.domain.languages import ScreenLanguage
from app.domain.personal_data import PersonalDataKind
from app.ui.shared.language import install_language
from app.ui.shared.messages import bug_sentence, sentence, sentence_for

HANGUL = re.compile(r"[\u3130-\u318f\uac00-\ud7a3]")
VALUES: dict[str, Any] = {
    "str": "x",
    "int": 7,
    "datetime": datetime(2026, 11, 20, 1, 0, tzinfo=UTC),
    "date": date(2026, 11, 20),
    "datetime | None": datetime(2026, 11, 20, 1, 0, tzinfo=UTC),
}


def every_error() -> list[AppError]:
    made = []
    modules = (case_errors, errors, finder_errors, sharing_errors)
    found = {member for module in modules for member in inspect.getmembers(module, inspect.isclass)}
    for _, kind in sorted(found):
        if issubclass(kind, AppError) and kind not in (AppError, errors.Unavailable):
            fields = dataclasses.fields(kind)
            made.append(kind(**{field.name: VALUES[str(field.type)] for field in fields}))
    return made


def test_there_are_many() -> None:
    assert len(every_error()) > 30


@pytest.mark.parametrize("language", ScreenLanguage)
@pytest.mark.parametrize("error", every_error(), ids=lambda error: type(error).__name__)
def test_every_error_has_a_sentence_of_its_own(qapp: QApplication, error: AppError, language: ScreenLanguage) -> None:
    install_language(language)
    said = sentence(error)
    assert said != bug_sentence()
    assert "{" not in said
    assert bool(HANGUL.search(said)) is (language is ScreenLanguage.KO)
    assert said.count(".") >= 2


def test_no_two_errors_share_a_sentence(qapp: QApplication) -> None:
    said = [sentence(error) for error in every_error()]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("language", ScreenLanguage)
def test_the_words_inside_the_sentences_are_translated_too(qapp: QApplication, language: ScreenLanguage) -> None:
    install_language(language)
    korean = language is ScreenLanguage.KO
    for action in Action:
        for role in Role:
            said = sentence(NotAllowed(action=action.value, role=role.value))
            assert bool(HANGUL.search(said)) is korean
            assert action.value not in said
    for kind in PersonalDataKind:
        said = sentence(PersonalDataInText("note", kind.value, 3, 9))
        assert f" {kind.value}처럼" not in said
        assert f" {kind.value}." not in said


def test_every_hindrance_has_a_sentence_of_its_own(qapp: QApplication) -> None:
    unknown = sentence(case_errors.NotPossibleNow("closed", "no hindrance"))
    said = [sentence(case_errors.NotPossibleNow("closed", why)) for why in Hindrance]
    assert len({*said, unknown}) == len(Hindrance) + 1
    assert all(each.startswith("종결: ") and each.count(".") >= 2 for each in said)


def test_why_a_case_is_not_taken_back_is_said_of_each_reason(qapp: QApplication) -> None:
    said = {sentence(case_errors.CardCaseHeld("2026-A-0007", why)) for why in CaseHold}
    assert len(said) == len(CaseHold)
    assert all(each.startswith("2026-A-0007 ") and each.count(".") >= 3 for each in said)


@pytest.mark.parametrize("language", ScreenLanguage)
@pytest.mark.parametrize("act", ["edit", "link", "attach", "letter", "erase", *CaseStepKind])
def test_whatever_is_done_with_a_case_has_a_name(qapp: QApplication, act: str, language: ScreenLanguage) -> None:
    install_language(language)
    said = sentence(case_errors.NotPossibleNow(act, Hindrance.STILL_OPEN.value))
    assert not said.startswith(f"{act}:")
    assert bool(HANGUL.search(said)) is (language is ScreenLanguage.KO)


def test_a_bug_has_calm_words_without_details(qapp: QApplication) -> None:
    assert sentence_for(RuntimeError("secret")) == bug_sentence()
    assert sentence(AppError()) == bug_sentence()
