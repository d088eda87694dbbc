from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from string import Formatter
from typing import Any

import pytest

from app.domain.languages import Language
from app.domain.personal_data import PersonalDataKind
from app.survey_web.languages import WORDS, written_date
from app.survey_web.words import KindNames, Said
from tests.support.survey import DAY


def phrases(words: Any, path: str = "") -> Iterator[tuple[str, str]]:
    for field in fields(words):
        value = getattr(words, field.name)
        if is_dataclass(value):
            yield from phrases(value, f"{path}{field.name}.")
        elif isinstance(value, Said):
            yield f"{path}{field.name}.title", value.title
            yield f"{path}{field.name}.text", value.text
        else:
            yield path + field.name, value


def blanks(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name}


@pytest.mark.parametrize("language", list(Language))
def test_every_phrase_is_there_with_the_same_blanks_as_in_korean(language: Language) -> None:
    korean = dict(phrases(WORDS[Language.KO]))
    theirs = dict(phrases(WORDS[language]))

    assert [name for name, phrase in theirs.items() if not phrase.strip()] == []
    assert {name: blanks(phrase) for name, phrase in theirs.items()} == {
        name: blanks(phrase) for name, phrase in korean.items()
    }
    if language is not Language.KO:
        assert [name for name in korean if korean[name] == theirs[name]] == []


def test_every_kind_of_personal_data_has_a_name() -> None:
    assert {field.name for field in fields(KindNames)} == {kind.value for kind in PersonalDataKind}


def test_dates_are_written_as_people_write_them() -> None:
    assert {language.value: written_date(DAY, language) for language in Language} == {
        "ko": "2026년 11월 20일",
        "en": "2026-11-20",
        "zh": "2026年11月20日",
        "vi": "20/11/2026",
    }
