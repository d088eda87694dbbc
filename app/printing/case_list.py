"""A list of cases as a file: XLSX or CSV. Names are masked as they are in every list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo

from app.domain.cases import CaseLine
from app.domain.languages import ScreenLanguage
from app.domain.people import masked_name
from app.printing.case_words import CASE_WORDS, CaseWords
from app.printing.figure_tables import TEXT, WHOLE, FileTable, Value
from app.printing.spreadsheets import table_csv, table_xlsx

_DAY, _MOMENT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm"
_FORMATS = (TEXT,) * 7 + (_MOMENT, _DAY, TEXT, _DAY, WHOLE, _DAY, TEXT, TEXT)


def case_list_file(lines: Iterable[CaseLine], form: str, language: ScreenLanguage, zone: tzinfo) -> bytes:
    """`lines` in their order as a file of the kind `form`: xlsx or csv. `zone` is the office's, of all times in it."""
    table = _table(lines, language, zone)
    return table_xlsx(table) if form == "xlsx" else table_csv(table)


def _table(lines: Iterable[CaseLine], language: ScreenLanguage, zone: tzinfo) -> FileTable:
    words = CASE_WORDS[language]
    return FileTable(words.list, words.columns, _FORMATS, tuple(_row(line, words, zone) for line in lines))


def _row(line: CaseLine, words: CaseWords, zone: tzinfo) -> tuple[Value, ...]:
    return (
        line.number,
        words.kinds[line.kind],
        line.title,
        masked_name(line.masked_name),
        line.department,
        line.owner_name or line.owner,
        words.statuses[line.status],
        _minute(line.received_at, zone),
        line.due_day,
        line.due_clock or None,
        line.moved_from,
        line.supplements,
        line.ended_on,
        words.results[line.result] if line.result is not None else None,
        words.yes if line.to_auditor else None,
    )


def _minute(moment: datetime, zone: tzinfo) -> datetime:
    """A spreadsheet knows no zones, and nobody reads seconds of a receipt."""
    return moment.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0)
