"""What the pages say besides the survey's own questions, in the citizen's four languages.

One dataclass for all of them, so that a missing phrase is a type error.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Said(NamedTuple):
    """A heading and one or two sentences."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class KindNames:
    """Kinds of personal data, by the value of `PersonalDataKind`."""

    resident_number: str
    phone: str
    email: str
    card: str
    passport: str
    licence: str


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """Pages that only say why nothing more can be done here."""

    used: Said
    expired: Said
    unusable: Said
    missing: Said
    elsewhere: Said
    too_large: Said
    unreadable: Said
    busy: Said


@dataclass(frozen=True, slots=True)
class PageWords:
    """`{…}` are filled by `str.format`. `date` gets year, month and day."""

    name: str
    choose_language: str
    date: str
    title: str
    department: str
    visited_on: str
    kept: str
    required: str
    optional: str
    comment_note: str
    at_most: str
    send: str
    check_title: str
    missing: str
    unknown_option: str
    not_together: str
    too_long: str
    personal_title: str
    personal_text: str
    personal_found: str
    mask: str
    masked: str
    kinds: KindNames
    second_title: str
    second_text: str
    second_label: str
    second_note: str
    second_kept: str
    help_title: str
    lawyer: str
    call: str
    new_window: str
    skip: str
    thanks_text: str
    late_title: str
    late_text: str
    late_yours: str
    notices: NoticeWords
