"""Which language a citizen reads, and the words in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.domain.languages import Language
from app.survey_web.words import PageWords
from app.survey_web.words_en import ENGLISH
from app.survey_web.words_ko import KOREAN
from app.survey_web.words_vi import VIETNAMESE
from app.survey_web.words_zh import CHINESE

WORDS: Mapping[Language, PageWords] = {
    Language.KO: KOREAN,
    Language.EN: ENGLISH,
    Language.ZH: CHINESE,
    Language.VI: VIETNAMESE,
}
HTML_LANG: Mapping[Language, str] = {
    Language.KO: "ko",
    Language.EN: "en",
    Language.ZH: "zh-Hans",
    Language.VI: "vi",
}


_NAMED: Mapping[str, Language] = {language.value: language for language in Language}


def asked_language(value: str | None) -> Language | None:
    """The language named by a query or form field, if it is one of ours."""
    return None if value is None else _NAMED.get(value)


def accepted_language(header: str) -> Language:
    """The best of our languages in an Accept-Language header; Korean when none is in it."""
    best, best_weight = Language.KO, 0.0
    for part in header.split(","):
        tag, _, parameters = part.strip().partition(";")
        language = asked_language(tag.split("-")[0].strip().lower())
        weight = _weight(parameters)
        if language is not None and weight > best_weight:
            best, best_weight = language, weight
    return best


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


def written_date(day: date, language: Language) -> str:
    """`day` as people write it in `language`."""
    return WORDS[language].date.format(year=day.year, month=day.month, day=day.day)
