"""Files from outside: read whatever their encoding, and refused in words when they cannot be."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from app.config.table_files import LARGEST_MEGABYTES, MOST_ROWS, read_table
from app.domain.errors import (
    AppError,
    TableEmpty,
    TableNotText,
    TableTooLarge,
    TableTooLong,
    TableUnreadable,
)
from app.domain.tables import FaultReason

HEAD = ["부서", "업무명", "전화"]


def csv_text(rows: list[list[str]]) -> str:
    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    return "\r\n".join(",".join(cell(text) for text in row) for row in rows) + "\r\n"


def workbook(path: Path, rows: list[list[object]], merge: str = "") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    book.save(path)
    return path


def written(folder: Path, content: bytes, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


KOREAN = st.text(
    st.sampled_from("가각힣나다라마바사아자차카타파하뷁믜 abcXYZ019·,;\"'\n\t-()"), min_size=1, max_size=12
).map(lambda text: "가" + text + "나")
TABLES = st.lists(st.lists(KOREAN, min_size=3, max_size=3), min_size=1, max_size=6)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(rows=TABLES)
def test_what_is_written_is_read_back(tmp_path: Path, encoding: str, rows: list[list[str]]) -> None:
    path = written(tmp_path, csv_text([HEAD, *rows]).encode(encoding))
    table = read_table(path)
    assert list(table.head.cells) == HEAD
    assert [list(row.cells) for row in table.rows] == rows


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(rows=TABLES)
def test_a_workbook_is_read_back(tmp_path: Path, rows: list[list[str]]) -> None:
    table = read_table(workbook(tmp_path / "table.xlsx", [list[object](row) for row in (HEAD, *rows)]))
    assert [list(row.cells) for row in table.rows] == rows
    assert [row.number for row in table.rows] == list(range(2, len(rows) + 2))


def test_other_separators_and_empty_rows(tmp_path: Path) -> None:
    path = written(tmp_path, "\n부서\t업무명\n\n민원과\t전입, 전출\n\t\n".encode())
    table = read_table(path)
    assert table.head.number == 2
    assert [(row.number, row.cells) for row in table.rows] == [(4, ("민원과", "전입, 전출"))]


def test_cells_of_a_workbook_become_text(tmp_path: Path) -> None:
    values: list[object] = [
        "글",
        12,
        1.0,
        2.5,
        True,
        date(2026, 11, 20),
        datetime.fromisoformat("2026-11-20T09:30"),
        None,
    ]
    table = read_table(workbook(tmp_path / "t.xlsx", [["열"] * len(values), values]))
    assert table.rows[0].cells == ("글", "12", "1", "2.5", "TRUE", "2026-11-20", "2026-11-20 09:30:00")


def test_formulas_errors_and_merged_cells_are_named(tmp_path: Path) -> None:
    rows: list[list[object]] = [["가", "나"], ["=A1", "x"], ["#N/A", "y"], ["z", "w"], ["v", "u"]]
    table = read_table(workbook(tmp_path / "t.xlsx", rows, merge="A4:A5"))
    found = {(row.number, fault.column): fault.reason for row in table.rows for fault in row.faults}
    assert found == {
        (2, 0): FaultReason.FORMULA,
        (3, 0): FaultReason.CELL_ERROR,
        (4, 0): FaultReason.MERGED,
        (5, 0): FaultReason.MERGED,
    }
    assert table.rows[0].cells == ("", "x")


def changed(path: Path, change: Callable[[bytes], bytes]) -> Path:
    """The workbook with its sheet's own text changed, as other programs might write it."""
    with zipfile.ZipFile(path) as parts:
        contents = {name: parts.read(name) for name in parts.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    contents[sheet] = change(contents[sheet])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, content in contents.items():
            parts.writestr(name, content)
    return path


def merging(*cells: bytes) -> Callable[[bytes], bytes]:
    return lambda sheet: sheet.replace(
        b"</sheetData>", b"</sheetData><mergeCells>" + b"".join(cells) + b"</mergeCells>"
    )


@pytest.mark.parametrize(
    "merge",
    [b"<mergeCell ref='B2:B3'/>", b"<mergeCell  ref = 'B2:B3' />", b"<mergeCell ref='D9:D9'/><mergeCell ref='B2:B3'/>"],
)
def test_a_merge_written_another_way_is_named_too(tmp_path: Path, merge: bytes) -> None:
    path = workbook(tmp_path / "t.xlsx", [["가", "나"], ["x", "y"], ["z", None], ["v", "w"]])
    table = read_table(changed(path, merging(merge)))
    assert [(row.number, fault.column, fault.reason) for row in table.rows for fault in row.faults] == [
        (2, 1, FaultReason.MERGED),
        (3, 1, FaultReason.MERGED),
    ]


def test_merges_that_overlap_are_the_cells_of_all_of_them(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", [["가", "나", "다"], *[list[object](str(n) * 3) for n in range(2, 9)]])
    refs = (b"B5:C5", b"A6:A7", b"B3:B7", b"C4:C4", b"B4:B4")
    table = read_table(changed(path, merging(*(b'<mergeCell ref="%s"/>' % ref for ref in refs))))
    found = {(row.number, fault.column) for row in table.rows for fault in row.faults}
    assert found == {(3, 1), (4, 1), (4, 2), (5, 1), (5, 2), (6, 0), (6, 1), (7, 0), (7, 1)}


def more(rows: bytes) -> Callable[[bytes], bytes]:
    return lambda sheet: sheet.replace(b"</sheetData>", rows + b"</sheetData>")


@pytest.mark.parametrize(
    "sheet",
    [
        merging(*[b'<mergeCell ref="A1:BH1048576"/>'] * 20_000),
        more(b'<row><c s="1"/></row>' * 50_000),
    ],
    ids=["huge merges", "coloured rows"],
)
def test_a_small_file_costs_no_minutes(tmp_path: Path, sheet: Callable[[bytes], bytes]) -> None:
    path = changed(workbook(tmp_path / "t.xlsx", [["가", "나"], ["x", "y"]]), sheet)
    assert path.stat().st_size < 100_000
    started = time.process_time()
    assert [row.number for row in read_table(path).rows] == [2]
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("sheet", "error"),
    [
        (merging(*[b'<mergeCell ref="A1:BH1048576"/>'] * 200_000), TableTooLong),
        (lambda sheet: sheet + b"<mergeCell " * 500_000, TableUnreadable),
        (more(b'<row r="999999999999"><c r="A1"><v>1</v></c></row>'), TableTooLong),
        (more(b"<row/>" * 150_000), TableTooLong),
        (more(b'<row><c s="1"/></row>' * 150_000), TableTooLong),
    ],
    ids=["very many merges", "open tags", "a far row", "too many empty rows", "too many coloured rows"],
)
def test_a_small_file_is_refused_before_it_costs_minutes(
    tmp_path: Path, sheet: Callable[[bytes], bytes], error: type[AppError]
) -> None:
    path = changed(workbook(tmp_path / "t.xlsx", [["가", "나"], ["x", "y"]]), sheet)
    assert path.stat().st_size < 100_000
    started = time.process_time()
    with pytest.raises(error):
        read_table(path)
    assert time.process_time() - started < 10


@pytest.mark.parametrize("row", [30_000, 1_048_576])
def test_a_coloured_cell_far_down_is_no_row(tmp_path: Path, row: int) -> None:
    path = tmp_path / "t.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["가", "나"])
    sheet.append(["x", "y"])
    sheet.cell(row, 1).fill = PatternFill("solid", fgColor="FFFF00")
    book.save(path)
    assert [(row.number, row.cells) for row in read_table(path).rows] == [(2, ("x", "y"))]


def test_rows_are_counted_and_numbered_past_the_empty_ones(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["가"])
    sheet.cell(MOST_ROWS + 500, 1).value = "x"
    book.save(path)
    assert [(row.number, row.cells) for row in read_table(path).rows] == [(MOST_ROWS + 500, ("x",))]
    commas = written(tmp_path, b"a,b\nx,y\n" + b",\n" * (MOST_ROWS + 1) + b"v,w\n")
    assert [row.number for row in read_table(commas).rows] == [2, MOST_ROWS + 4]


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(TableTooLarge) as refused:
        read_table(path)
    assert refused.value.limit == LARGEST_MEGABYTES


def test_a_small_file_that_unpacks_into_a_huge_one_is_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as parts,
        parts.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet,
    ):
        for _ in range(61):
            sheet.write(bytes(1024 * 1024))
    path = written(tmp_path, packed.getvalue(), "bomb.xlsx")
    assert path.stat().st_size < 2 * 1024 * 1024
    with pytest.raises(TableTooLarge):
        read_table(path)


def test_too_many_rows(tmp_path: Path) -> None:
    with pytest.raises(TableTooLong):
        read_table(written(tmp_path, b"a,b\n" + b"x,y\n" * (MOST_ROWS + 1)))
    with pytest.raises(TableTooLong):
        read_table(written(tmp_path, b"a,b\nx,y\n" + b"\n" * 1_100_000))


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", TableEmpty),
        (b"\xef\xbb\xbf", TableEmpty),
        ("부서,업무명\n".encode(), TableEmpty),
        (b"\n\n\n", TableEmpty),
        (b"a,b\nx\0,y\n", TableUnreadable),
        (b'a,b\n"x,y\n', TableUnreadable),
        (b"PK\x03\x04 not a zip", TableUnreadable),
        (b"\xd0\xcf\x11\xe0 an old or locked workbook", TableUnreadable),
        (b"\xff\xfea\x00\n\xd8", TableNotText),
    ],
)
def test_what_is_no_table_is_said_so(tmp_path: Path, content: bytes, error: type[AppError]) -> None:
    with pytest.raises(error):
        read_table(written(tmp_path, content))


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.csv", tmp_path):
        with pytest.raises(TableUnreadable):
            read_table(path)


def test_damaged_letters_are_told_from_another_encoding(tmp_path: Path) -> None:
    text = "부서,업무명\n민원여권과,여권 발급\n민원여권과,주민등록 등본\n"
    damaged = text.encode().replace("등본".encode(), "등본".encode()[:-1])
    with pytest.raises(TableNotText) as refused:
        read_table(written(tmp_path, damaged))
    assert refused.value.line == 3


@pytest.mark.parametrize(
    "broken",
    [
        "민원�여권과",
        "占쏙옙占쏙옙",
        "민원여권과".encode().decode("latin-1"),
        "민원".encode().decode("cp1252", "ignore"),
    ],
)
def test_text_that_was_broken_before_is_refused(tmp_path: Path, broken: str) -> None:
    with pytest.raises(TableNotText):
        read_table(written(tmp_path, f"부서,업무명\n{broken},x\n".encode()))
