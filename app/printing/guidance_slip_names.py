"""Names in the other languages of the slip: departments, life events and papers, as `resources/finder` has them."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from app.config.paths import resources
from app.domain.directory import NEIGHBOURHOOD
from app.domain.languages import Language


@cache
def names_in(file_name: str, column: str) -> Mapping[str, Mapping[str, str]]:
    """By what stands in `column`, then by the language's code. Errors: `OSError` when the file is not there."""
    with (resources() / "finder" / file_name).open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row[column]: row for row in rows}


def department_in(department: str, language: Language) -> str:
    """The name of `department` in `language`, "" where it has none: the Korean one stands on every slip anyway.

    A neighbourhood centre that has no name of its own there is called what all of them are called.
    """
    if language is Language.KO:
        return ""
    names = names_in("names.tsv", "department")
    return _name(names, department, language) or (
        _name(names, NEIGHBOURHOOD, language) if department.endswith(NEIGHBOURHOOD) else ""
    )


def event_in(event: str, language: Language) -> str:
    """What a life event is called in `language`, "" where it has no name there."""
    return "" if language is Language.KO else _name(names_in("event_names.tsv", "event"), event, language)


def paper_in(paper: str, language: Language) -> str:
    """A paper to bring: in `language` with the Korean name behind it, or the Korean name alone."""
    own = "" if language is Language.KO else _name(names_in("paper_names.tsv", "paper"), paper, language)
    return f"{own} · {paper}" if own else paper


def _name(names: Mapping[str, Mapping[str, str]], korean: str, language: Language) -> str:
    row = names.get(korean)
    return "" if row is None else (row[language.value] or "").strip()
