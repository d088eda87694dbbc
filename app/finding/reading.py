"""One way to read a query, and how well each task fits it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from app.finding.features import Pieces, pieces
from app.finding.language import Floats, Heard, Language
from app.finding.office_index import OfficeIndex
from app.finding.typed import is_choseong

_OWN_WORDS = 0.35
"""How much the office's own words count beside the language of citizens."""
_WITHIN_DESK = 0.4
"""How much a task loses that is not at all what was said, beside the best one of its desk."""
_SHORT = 4
"""Signs up to which a query may be the beginning of a word still."""
_BEGINNING = 0.3
"""How much that counts beside what the signs say already."""
_FOUND = 0.75
"""What first consonants must fit at least to be told: the beginning of a word."""
_WEAK = 0.1
"""An answer of a lower score is not told."""
_DOUBT = -5.25
_DOUBT_BY_SIGN = 0.3
_SIGNS_COUNTED = 20
"""How likely it may be that no office does it (as a logit) before the answer is not told: less of a few signs than of
many, because few could mean anything. Taken from sentences the language had not seen (docs/decisions/0014-finder.md).
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """`scores` are by task and order the answers; `known` is how much of the text is known, from 0 to 1.

    `choseong`: read by first consonants. `sure`: whether the best answer may be told.
    """

    text: str
    said: Pieces
    heard: Heard
    scores: Floats
    known: float
    choseong: bool
    sure: bool


def read(text: str, language: Language, index: OfficeIndex) -> Reading:
    """Read `text`, which has gone through `plain`."""
    said = pieces([text])
    heard = language.hear(said)
    if is_choseong(text):
        fits = index.typed(text)
        best = float(fits.max(initial=0))
        if best >= _FOUND:
            fits = np.where(fits >= _FOUND, fits, np.float32(0))  # what merely shares some of them was not meant
        return Reading(text, said, heard, fits, min(best, 1.0), True, best >= _FOUND)
    lexical = index.lexical(said, language)
    own = np.float32(_OWN_WORDS) * np.square(lexical)
    own = own + index.own_names(said, language)
    if len(text.replace(" ", "")) <= _SHORT:
        own = own + np.float32(_BEGINNING) * index.typed(text)
    tasks = index.of_tasks(heard.topics) + own
    best_task, best_own = index.best_of_desks(tasks), index.best_of_desks(own)
    desks = index.of_desks(heard.topics) + best_own
    within = tasks / np.maximum(best_task, np.float32(1e-9))[index.desk_of]
    scores = desks[index.desk_of] * (1 - _WITHIN_DESK + _WITHIN_DESK * within)
    known = max(heard.known, float(lexical.max(initial=0)))
    sure = _is_sure(text, heard.nothing, float(scores.max(initial=0)))
    return Reading(text, said, heard, np.asarray(scores, np.float32), known, False, sure)


def _is_sure(text: str, nothing: float, best: float) -> bool:
    """Whether an answer may be told, by how likely it is that no office does what was said."""
    squeezed = text.replace(" ", "")
    if squeezed.isdigit():
        return False
    doubt = math.log((nothing + 1e-4) / (1 - nothing + 1e-4))
    return best >= _WEAK and doubt < _DOUBT + _DOUBT_BY_SIGN * min(len(squeezed), _SIGNS_COUNTED)
