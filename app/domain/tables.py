"""A table that came from outside: rows of text, and what was wrong with single cells as they were read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultReason(StrEnum):
    """Why a row cannot be taken."""

    FORMULA = "formula"
    MERGED = "merged"
    CELL_ERROR = "cell_error"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    BAD_LETTER = "bad_letter"
    BAD_VALUE = "bad_value"
    TWICE = "twice"
    UNKNOWN_DEPARTMENT = "unknown_department"
    RETIRED = "retired"
    LOGIN_TAKEN = "login_taken"
    KEY_TAKEN = "key_taken"
    LAST_ADMINISTRATOR = "last_administrator"


@dataclass(frozen=True, slots=True)
class CellFault:
    """`column` counts from 0."""

    column: int
    reason: FaultReason
    value: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """`number` is the row's number as a spreadsheet shows it, from 1. A cell with a fault is empty in `cells`."""

    number: int
    cells: tuple[str, ...]
    faults: tuple[CellFault, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    head: TableRow
    rows: tuple[TableRow, ...]
