"""Tables that come from outside as CSV or XLSX files, read into rows of text. Nothing in a file is believed.

A CSV file is UTF-8 (with or without BOM), UTF-16 with BOM, or CP949, whatever its name says. In a workbook the first
sheet counts; formulas and merged cells are faults, because their text is not what somebody typed into that row.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any

from app.domain.errors import TableEmpty, TableNotText, TableTooLarge, TableTooLong, TableUnreadable
from app.domain.tables import CellFault, FaultReason, Table, TableRow

LARGEST_MEGABYTES = 20
MOST_ROWS = 20_000
_MOST_COLUMNS = 60
_UNPACKED_MEGABYTES = 60
_MEGABYTE = 1024 * 1024
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# The most rows a workbook can have: a number beyond it is made up, and the library would fill the gap for ever.
_LAST_ROW = 1_048_576
# Rows that stand in the file cost time even when nothing is in them, unlike the gaps between them.
_MOST_DRAWN_ROWS = 100_000
_MOST_MERGES = 50_000
_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\s(?:[^<>]*?\s)?ref\s*=\s*([\"'])([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\1"
)
# What is left of Korean that somebody's program has decoded wrongly and saved again.
_BROKEN_LETTERS = re.compile("\ufffd|占쏙|ï¿½|[ëìíê][\u0080-\u00bf¬œŒ„†‡ˆ‰Š‹]")
_SEPARATORS = ",\t;"


def read_table(path: Path) -> Table:
    """The rows of the file, the first of which names the columns.

    Errors: `TableUnreadable`, `TableTooLarge` (before anything is read), `TableTooLong`, `TableEmpty`, `TableNotText`.
    """
    try:
        if not path.is_file():  # a pipe or a device would be waited for
            raise TableUnreadable(path.name)
        if path.stat().st_size > LARGEST_MEGABYTES * _MEGABYTE:
            raise TableTooLarge(LARGEST_MEGABYTES)
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise TableUnreadable(path.name) from error
    if content.startswith(_OLD_OFFICE):
        raise TableUnreadable(path.name)
    rows = _workbook(path.name, content) if content.startswith(_ZIP) else _text_rows(path.name, content)
    if len(rows) < 2:
        raise TableEmpty
    return Table(rows[0], tuple(rows[1:]))


def _take(rows: list[TableRow], row: TableRow) -> None:
    """Add `row`, unless nothing is in it: such rows are no part of the table. Errors: `TableTooLong`."""
    if row.faults or any(cell.strip() for cell in row.cells):
        rows.append(row)
        if len(rows) > MOST_ROWS + 1:
            raise TableTooLong(MOST_ROWS)


# --- CSV ---


def _text_rows(name: str, content: bytes) -> list[TableRow]:
    text = decoded_text(content)
    if "\0" in text:
        raise TableUnreadable(name)
    first = text.lstrip().partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    rows: list[TableRow] = []
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), 1):
            _take(rows, TableRow(number, tuple(cells[:_MOST_COLUMNS])))
            if number > _LAST_ROW:
                raise TableTooLong(MOST_ROWS)
    except csv.Error as error:
        raise TableUnreadable(name) from error
    return rows


def decoded_text(content: bytes) -> str:
    """What a text file says, in whichever of the encodings it is. Errors: `TableNotText`."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return _unbroken(content.decode("utf-16"))
        except UnicodeDecodeError as error:
            raise TableNotText(1) from error
    try:
        return _unbroken(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        damage = content.decode("utf-8", "replace")
        broken = damage.count("\ufffd")
        if sum(not sign.isascii() for sign in damage) - broken > 4 * broken:
            # Nearly all of it is UTF-8: as CP949 the rest would be read as other letters, without a word.
            raise TableNotText(content.count(b"\n", 0, error.start) + 1) from error
    try:
        return _unbroken(content.decode("cp949"))
    except UnicodeDecodeError as error:
        raise TableNotText(content.count(b"\n", 0, error.start) + 1) from error


def _unbroken(text: str) -> str:
    if found := _BROKEN_LETTERS.search(text):
        raise TableNotText(text.count("\n", 0, found.start()) + 1)
    return text


# --- XLSX ---


def _workbook(name: str, content: bytes) -> list[TableRow]:
    from openpyxl import load_workbook  # only who imports a workbook waits for it

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _UNPACKED_MEGABYTES * _MEGABYTE:
                raise TableTooLarge(LARGEST_MEGABYTES)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library tells what it leaves out: colours, drop-down lists
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
            try:
                return _sheet(book, content)
            finally:
                book.close()
    except (TableTooLarge, TableTooLong, TableEmpty):
        raise
    except Exception as error:  # a workbook can be broken in any way the library did not foresee
        raise TableUnreadable(name) from error


def _sheet(book: Any, content: bytes) -> list[TableRow]:
    from openpyxl.cell.read_only import EMPTY_CELL

    if not book.worksheets:
        raise TableEmpty
    sheet = book.worksheets[0]
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        merges = _Merges(parts.read(sheet._worksheet_path))
    sheet.reset_dimensions()  # what the file says about its own size is not to be relied on
    rows: list[TableRow] = []
    before: object = None
    empty, drawn = False, 0
    for number, cells in enumerate(sheet.iter_rows(max_col=_MOST_COLUMNS), 1):
        merged = merges.columns_of(number)
        if cells is not before:  # the rows of a gap are one and the same
            before, drawn = cells, drawn + 1
            empty = all(cell is EMPTY_CELL for cell in cells)
        if number > _LAST_ROW or drawn > _MOST_DRAWN_ROWS:
            raise TableTooLong(MOST_ROWS)
        if empty and not merged:
            continue
        texts: list[str] = []
        faults: list[CellFault] = []
        for column, cell in enumerate(islice(cells, _MOST_COLUMNS)):
            text, reason = _cell(cell)
            if column in merged:
                reason = FaultReason.MERGED
            if reason is not None:
                faults.append(CellFault(column, reason, text))
            texts.append("" if reason is not None else text)
        while texts and not texts[-1]:
            texts.pop()  # every row comes as wide as the widest may be
        _take(rows, TableRow(number, tuple(texts), tuple(faults)))
    return rows


def _cell(cell: Any) -> tuple[str, FaultReason | None]:
    value = cell.value
    if value is None:
        return "", None
    if cell.data_type == "f":
        return str(value)[:40], FaultReason.FORMULA
    if cell.data_type == "e":
        return str(value), FaultReason.CELL_ERROR
    if isinstance(value, bool):
        return str(value).upper(), None
    if isinstance(value, float) and value.is_integer():
        return str(int(value)), None
    if isinstance(value, datetime):
        return value.isoformat(" ") if value.time() != time() else value.date().isoformat(), None
    if isinstance(value, date | time):
        return value.isoformat(), None
    return str(value), None


class _Merges:
    """Which cells of a sheet are part of a merged block, asked row by row from the top; as far as we read at all."""

    def __init__(self, sheet: bytes) -> None:
        """Errors: `TableTooLong` where there are more blocks than a table we take could have."""
        found = list(islice(_MERGED.finditer(sheet), _MOST_MERGES + 1))
        if len(found) > _MOST_MERGES:
            raise TableTooLong(MOST_ROWS)
        blocks = (match.group(2, 3, 4, 5) for match in found)
        self._blocks = sorted((int(top), int(bottom), left, right) for left, top, right, bottom in blocks)
        self._begun = 0
        self._reach = [0] * _MOST_COLUMNS
        """Down to which row each column is merged by the blocks that have begun."""

    def columns_of(self, row: int) -> frozenset[int]:
        """The merged columns, from 0, of `row`, from 1. Rows are asked in ascending order."""
        while self._begun < len(self._blocks) and self._blocks[self._begun][0] <= row:
            _, bottom, left, right = self._blocks[self._begun]
            for column in range(_column(left), min(_column(right) + 1, _MOST_COLUMNS)):
                self._reach[column] = max(self._reach[column], bottom)
            self._begun += 1
        if max(self._reach) < row:
            return frozenset()
        return frozenset(column for column, bottom in enumerate(self._reach) if bottom >= row)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
