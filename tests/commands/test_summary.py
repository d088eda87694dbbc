"""minwon summary for periods: the same record on the terminal and in every file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from openpyxl import load_workbook

from app.bootstrap import Office
from app.config.paths import Home
from app.domain.actors import Actor
from app.domain.visits import NewVisit
from tests.support.command_line import Ran, minwon_here
from tests.support.offices import SetClock, stored

pytestmark = pytest.mark.usefixtures("qapp")


class Line:
    """A supervisor at the command line."""

    def __init__(self, home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.home, self._capsys, self._monkeypatch = home, capsys, monkeypatch

    def summary(self, *arguments: str) -> Ran:
        return minwon_here(self._capsys, self._monkeypatch, self.home.root, "summary", *arguments, login="supervisor1")


@pytest.fixture
def line(
    home: Home,
    office: Office,
    clerk: Actor,
    clock: SetClock,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Line:
    """Two days with visits, one of them with two services."""
    for codes in (("SEAL", "CARREG"), ("SEAL",), ("LOCALTAX",)):
        office.visits.register(clerk, NewVisit(codes[0], further_services=codes[1:]))
        clock.pass_by(hours=10)
    return Line(home, capsys, monkeypatch)


PERIOD = ("--from", "2026-11-16", "--to", "2026-11-22")


def test_screen_and_files_have_the_same_totals(line: Line, tmp_path: Path) -> None:
    told = line.summary(*PERIOD).one
    assert (told["visits"], told["services"]) == (3, 4)
    assert told["total"]["visits"] == 3
    assert [(day["code"], day["visits"]) for day in told["by_day"]] == [("2026-11-20", 2), ("2026-11-21", 1)]
    assert "date" not in told
    for ending in ("pdf", "xlsx", "csv"):
        assert line.summary(*PERIOD, "--out", str(tmp_path / f"표.{ending}")).one["visits"] == 3
    summary = load_workbook(tmp_path / "표.xlsx")["요약"]
    values = {row[0].value: row[1].value for row in summary.iter_rows(min_row=2)}
    assert (values["방문"], values["처리 업무"]) == (3, 4)
    lines = list(csv.reader(io.StringIO((tmp_path / "표.csv").read_text("utf-8-sig"))))
    assert {tuple(row[7:9]) for row in lines if row[2] == "합계"} == {("3", "4")}
    document = pdfium.PdfDocument(tmp_path / "표.pdf")
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "민원 주간 현황" in text
    assert "방문" in text


def test_one_table_alone(line: Line) -> None:
    told = line.summary(*PERIOD, "--by", "bureau").one
    assert [key for key in told if key.startswith("by_")] == ["by_bureau"]
    assert sum(row["services"] for row in told["by_bureau"]) == 4
    assert told["only_services_add_up"] == ["bureau"]


def test_a_day_keeps_its_keys(line: Line) -> None:
    told = line.summary("--date", "2026-11-20").one
    known = ("date", "office", "provisional", "final_from", "visits", "waiting", "serving", "done", "undone")
    more = ("slips_printed", "surveys_answered", "response_rate", "scored_answers", "satisfied_share", "route_success")
    tables = ("items", "by_service", "by_department", "by_hour", "by_counter", "department_scores", "waiting_time")
    assert {*known, *more, *tables, "handling_time"} <= told.keys()
    assert (told["date"], told["from"], told["to"]) == ("2026-11-20",) * 3
    assert told == line.summary("--from", "2026-11-20", "--to", "2026-11-20").one


def test_the_list_of_visits_needs_a_reason(line: Line, tmp_path: Path) -> None:
    path = tmp_path / "방문.xlsx"
    refused = line.summary(*PERIOD, "--visits", str(path))
    assert refused.code == 2
    assert "까닭" in refused.err
    assert not path.exists()
    assert line.summary(*PERIOD, "--visits", str(path), "--reason", "주간 점검").code == 0
    assert load_workbook(path)["방문 목록"].max_row == 4
    assert stored(line.home, "SELECT count(*) FROM audit WHERE action = 'export_visits'") == [(1,)]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--from", "2026-11-22", "--to", "2026-11-16"), "앞섭니다"),
        (("--from", "2016-11-22", "--to", "2026-11-16"), "너무 깁니다"),
        (("--from", "2026-11-22"), "날짜"),
        ((), "날짜"),
        (("--date", "2026-11-20", "--to", "2026-11-22"), "날짜"),
        ((*PERIOD, "--by", "clerk"), "--by"),
        ((*PERIOD, "--out", "x.docx"), "--out"),
        ((*PERIOD, "--visits", "x.csv", "--reason", "x"), "--visits"),
    ],
)
def test_what_cannot_be_asked_is_said(line: Line, arguments: tuple[str, ...], said: str) -> None:
    ran = line.summary(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.strip().splitlines()) == 1
