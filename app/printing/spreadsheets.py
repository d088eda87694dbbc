"""XLSX and CSV: content in, bytes out. The only module that uses openpyxl.

No text becomes a formula. In XLSX every text is written as a text, whatever it begins with. CSV has no types, so there
a text that a spreadsheet would calculate (= + - @ in front, also in full width or behind blanks; tab, line break) gets
an apostrophe in front; figures are not texts and stay as they are. CSV is UTF-8 with a byte order mark, which is what
Excel needs to read Hangul.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from io import BytesIO, StringIO
from time import sleep
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from app.domain.languages import ScreenLanguage
from app.domain.period_figures import PeriodFigures
from app.domain.periods import By
from app.domain.visit_exports import ExportedVisit
from app.domain.visits import VisitorKind
from app.printing.figure_tables import TEXT, FileTable, Value, figure_tables, raw_table
from app.printing.table_words import TABLE_WORDS

Sheet = Any
"""A sheet of openpyxl, which has no types for it."""

_CALCULATED = ("=", "+", "-", "@")
_NOT_IN_FRONT = ("\t", "\r", "\n")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_HEAD = Font(bold=True)
_HEAD_GROUND = PatternFill("solid", fgColor="FFECF2FE")
_NARROWEST, _WIDEST = 8, 46
_A_TURN, _A_MOMENT = 100, 0.001
"""After how many lines others have their turn, and for how many seconds."""
_VISIT_WIDTHS = (12, 10, 7, 18, 10, 34, 22, 12, 8, 8, 8, 10, 10, 20)


def figures_xlsx(figures: PeriodFigures, language: ScreenLanguage) -> bytes:
    """A workbook: the summary, a sheet for each cut, and everything in one rectangle."""
    book = Workbook(write_only=True)
    for table in figure_tables(figures, language):
        _add_table(book, table)
    return _saved(book)


def figures_csv(figures: PeriodFigures, language: ScreenLanguage, by: By | None = None) -> bytes:
    """The summary and every cut (or only `by`) in one rectangle."""
    return table_csv(raw_table(figures, language, tuple(By) if by is None else (by,)))


def table_xlsx(table: FileTable) -> bytes:
    """A workbook with one sheet, which can be filtered."""
    book = Workbook(write_only=True)
    _add_table(book, table, filtered=True)
    return _saved(book)


def table_csv(table: FileTable) -> bytes:
    """The lines of one table; its notes are left out."""
    target = StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([_plain(text) for text in table.columns])
    for row in table.rows:
        writer.writerow([_plain(value) if isinstance(value, str) else value for value in row])
    return target.getvalue().encode("utf-8-sig")


def visits_xlsx(visits: Iterable[ExportedVisit], language: ScreenLanguage) -> bytes:
    """A list of visits. What `visits` raises in the middle leaves nothing behind."""
    words = TABLE_WORDS[language]
    book = Workbook(write_only=True)
    sheet = _new_sheet(book, words.visits, _VISIT_WIDTHS)
    late_reasons = words.late_reasons
    yes, statuses, kinds = words.yes, words.statuses, {kind.value: name for kind, name in words.visitor_kinds.items()}
    try:
        sheet.append(_head(sheet, words.visit_columns))
        for visit in visits:
            sheet.append(
                (
                    visit.day,
                    _text(sheet, visit.number),
                    _text(sheet, visit.counter),
                    visit.registered_at,
                    statuses[visit.status],
                    _text(sheet, visit.services),
                    _text(sheet, visit.departments),
                    kinds.get(visit.visitor_kind, VisitorKind.SELF.value),
                    yes if visit.slip else None,
                    yes if visit.slip_withheld else None,
                    yes if visit.corrected else None,
                    visit.waited,
                    visit.handled,
                    late_reasons[visit.late] if visit.late is not None else None,
                )
            )
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(words.visit_columns))}1"
    except BaseException:
        _drop(sheet)
        raise
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _drop(sheet: Sheet) -> None:
    """Close and delete the draft that openpyxl keeps of a sheet until it is saved."""
    with suppress(Exception):
        sheet.close()
    with suppress(Exception):
        sheet._writer.cleanup()


def _new_sheet(book: Workbook, title: str, widths: Sequence[float]) -> Sheet:
    sheet: Sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    return sheet


def _add_table(book: Workbook, table: FileTable, *, filtered: bool = False) -> None:
    sheet = _new_sheet(book, table.title, _widths(table))
    if filtered:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    sheet.append(_head(sheet, table.columns))
    for place, row in enumerate(table.rows):
        of_line = table.line_formats[place] if table.line_formats else None
        sheet.append(list(_cells(sheet, row, table.formats, of_line)))
        if place % _A_TURN == _A_TURN - 1:
            # Writing a little to the disk over and over, a thread takes the interpreter back before another gets it:
            # a window beside a list of a hundred thousand would stand still for a second.
            sleep(_A_MOMENT)
    for note in table.notes:
        sheet.append([])
        sheet.append([_text(sheet, note)])


def _head(sheet: Sheet, names: Iterable[str]) -> list[Any]:
    cells = []
    for name in names:
        cell = WriteOnlyCell(sheet, value=name)
        cell.font, cell.fill, cell.alignment = _HEAD, _HEAD_GROUND, Alignment(vertical="center")
        cells.append(cell)
    return cells


def _cells(sheet: Sheet, row: Sequence[Value], formats: Sequence[str], of_line: str | None) -> Iterator[Any]:
    """`of_line` is the format of the figures of this line alone, as in the summary; counts beside it stay whole."""
    for place, (value, form) in enumerate(zip(row, formats, strict=True)):
        if value is None:
            yield None
        elif isinstance(value, str):
            yield _text(sheet, value)
        else:
            cell = WriteOnlyCell(sheet, value=value)
            is_n = of_line is not None and place == _N_COLUMN
            cell.number_format = form if of_line in (None, TEXT) or is_n else of_line
            yield cell


_N_COLUMN = 4


def _text(sheet: Sheet, text: str) -> Any:
    """`text` for a cell, never a formula or an error and without what XML cannot hold."""
    if not text.isprintable():
        text = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
    if text[:1] not in ("=", "#"):
        return text  # the library sees a text in it, and need not be told: lists of visits are long
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    return cell


def _plain(text: str) -> str:
    """`text` for CSV, never calculated."""
    # Spreadsheets of this part of the world take the full-width signs for the others, and some skip blanks in front.
    sign = unicodedata.normalize("NFKC", text.lstrip()[:1])
    return f"'{text}" if sign.startswith(_CALCULATED) or text.startswith(_NOT_IN_FRONT) else text


def _widths(table: FileTable) -> list[float]:
    """Room for the longest text of each column; Hangul is as wide as two letters."""
    found = []
    for place, name in enumerate(table.columns):
        texts = [name, *(str(row[place]) for row in table.rows if isinstance(row[place], str))]
        found.append(max(map(_width, texts)) + 2)
    return [min(_WIDEST, max(_NARROWEST, width)) for width in found]


def _width(text: str) -> int:
    return sum(2 if ord(letter) > 0x1100 else 1 for letter in text)
