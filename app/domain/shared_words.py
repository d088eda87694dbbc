"""The words that cases are found by on the shared side: what is told of them, and what is asked."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.sharing import Document


@dataclass(frozen=True, slots=True)
class RecordWords:
    """What a case can be found by on the shared side: its terms as numbers (`app.domain.search_terms`), outside
    operations like its key, and gone with it. `n` is its place among all others, newest highest; `version` the version
    of the record that has these words."""

    entity: str
    row_id: str
    version: int
    n: int
    words: tuple[int, ...]


FIRST_FOUND = (2**62, "")
"""Before every case that can be found."""


@dataclass(frozen=True, slots=True)
class WordSearch:
    """Cases that have all words of one of `ways` and all of `narrowed`, from the place `first` on, and older than
    `before` (place and row); newest first. Checked against the role and written into the access log there."""

    home: str
    epoch: str
    login: str
    role: str
    ways: tuple[tuple[int, ...], ...]
    narrowed: tuple[int, ...] = ()
    first: int = 0
    before: tuple[int, str] = FIRST_FOUND
    limit: int = 50


@dataclass(frozen=True, slots=True)
class FoundRecord:
    """A case that has the words asked for; `place` (and its row) is what the next page comes `before`."""

    document: Document
    place: int
