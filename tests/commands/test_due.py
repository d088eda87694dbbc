"""minwon due, the way a person or a script uses it: with a home, and without one."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap import Office
from app.config.paths import Home
from app.domain.actors import Actor
from tests.support.command_line import Ran, minwon, minwon_here

DATA = Path(__file__).parent.parent / "data"
UNITS = {"근무시간": "h", "일": "d", "주": "w", "월": "m"}
KEYS = ["due", "unit", "counted", "skipped", "rule"]

# What is told in words in these rows.
IN_WORDS = {
    "S01": ["--kind", "GRIEV", "--received", "2026-11-09", "--pause", "2026-11-11..2026-11-16"],
    "S02": ["--period", "7d", "--received", "2026-11-09", "--pause", "2026-11-09..2026-11-09"],
    "S03": ["--period", "7d", "--received", "2026-11-09", "--extend", "7d"],
    "S04": ["--period", "7d", "--received", "2026-11-09", "--extend", "7d", "--extend", "7d"],
    "S05": ["--kind", "GRIEV", "--received", "2026-11-09", "--pause", "2026-11-11..2026-11-24"],
    "S06": ["--civil", "--period", "5d", "--received", "2026-11-16"],
    "S08": ["--civil", "--period", "60d", "--received", "2026-11-20"],
    # "Once 30 days have passed": the notice is due no earlier, and the 30th day is a Sunday.
    "S09": ["--civil", "--period", "30d", "--received", "2026-11-20"],
    "S10": ["--period", "1h", "--received", "2026-11-20T17:30"],
    "S11": ["--period", "3h", "--received", "2026-11-20T17:30"],
    "S12": ["--period", "8h", "--received", "2026-11-20T17:30"],
}

Run = Callable[..., Ran]


@pytest.fixture
def anybody(
    qapp: QApplication, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Run:
    """A command on a PC without a home."""
    home = tmp_path / "none"
    return lambda *arguments: minwon_here(capsys, monkeypatch, home, "due", *arguments, login=None)


@pytest.fixture
def here(qapp: QApplication, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Home) -> Run:
    """A command on a counter's PC, of somebody who has not signed in."""
    return lambda *arguments: minwon_here(capsys, monkeypatch, home.root, "due", *arguments, login=None)


def worked_cases() -> list[dict[str, str]]:
    with (DATA / "deadline_cases.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def moment(text: str) -> str:
    """ "2026-11-20 16:30 (금)" as 2026-11-20T16:30."""
    found = re.match(r"(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?", text)
    assert found is not None
    return "T".join(part for part in found.groups() if part)


def arguments_of(case: dict[str, str]) -> list[str]:
    if case["id"] in IN_WORDS:
        return IN_WORDS[case["id"]]
    found = re.fullmatch(r"(\d+)(\D+)", case["rule"])
    assert found is not None
    return ["--period", found[1] + UNITS[found[2]], "--received", moment(case["input"])]


@pytest.mark.parametrize("case", worked_cases(), ids=lambda case: case["id"])
def test_worked_cases(anybody: Run, case: dict[str, str]) -> None:
    due = anybody(*arguments_of(case)).one["due"]
    if "이후" in case["expected"]:
        assert due >= moment(case["expected"])
    else:
        assert due == moment(case["expected"])


def test_all_worked_cases_are_there() -> None:
    assert len(worked_cases()) == 37
    assert set(IN_WORDS) <= {case["id"] for case in worked_cases()}


@pytest.mark.parametrize(("days", "hours"), [("1d", "8h"), ("3d", "24h"), ("5d", "40h"), ("now", "3h")])
def test_five_days_and_less_are_hours(anybody: Run, days: str, hours: str) -> None:
    one, other = (anybody("--period", each, "--received", "2026-11-20T14:00").one for each in (days, hours))
    assert (one["due"], one["unit"], one["counted"]) == (other["due"], "hour", other["counted"])


def test_the_days_are_told_one_by_one(anybody: Run) -> None:
    line = anybody("--kind", "GRIEV", "--received", "2026-09-21", "--pause", "2026-09-28..2026-09-28").one
    assert list(line) == KEYS
    assert line["counted"] == [f"2026-{day}" for day in ("09-21", "09-22", "09-23", "09-29", "09-30", "10-01", "10-02")]
    assert line["skipped"] == [
        {"date": "2026-09-24", "why": "holiday", "name": "추석 전날"},
        {"date": "2026-09-25", "why": "holiday", "name": "추석"},
        {"date": "2026-09-26", "why": "holiday", "name": "추석 다음날"},
        {"date": "2026-09-27", "why": "weekend"},
        {"date": "2026-09-28", "why": "pause"},
    ]
    assert (line["due"], line["unit"]) == ("2026-10-02", "day")
    assert line["rule"] == "민원처리법 제19조제2항, 민원처리법 시행령 제20조(행정절차법 시행령 제11조)"


def test_hours_are_told_from_when_to_when(anybody: Run) -> None:
    line = anybody("--kind", "OTHER", "--received", "2026-11-20T11:00").one
    assert (line["due"], line["unit"], line["skipped"]) == ("2026-11-20T15:00", "hour", [])
    assert line["counted"] == ["2026-11-20T11:00/2026-11-20T12:00", "2026-11-20T13:00/2026-11-20T15:00"]
    assert line["rule"] == "민원처리법 시행령 제19조"


def test_a_moment_with_a_zone_is_the_offices_own(anybody: Run) -> None:
    assert anybody("--period", "3h", "--received", "2026-11-20T07:30+00:00").one["due"] == "2026-11-23T10:30"


def test_of_days_the_time_only_says_whether_the_office_had_closed(anybody: Run) -> None:
    dues = [
        anybody("--kind", "GRIEV", "--received", f"2026-11-20{time}").one["due"] for time in ("", "T17:59", "T18:00")
    ]
    assert dues == ["2026-11-30", "2026-11-30", "2026-12-01"]


def test_weeks_count_from_the_day_of_receipt_even_when_closed(anybody: Run) -> None:
    line = anybody("--period", "2w", "--received", "2026-09-12T22:00").one
    assert (line["due"], line["unit"], line["counted"][0]) == ("2026-09-28", "calendar", "2026-09-12")


@pytest.mark.parametrize(
    "wrong",
    [
        ["--period", "3h", "--received", "2026-11-20"],
        ["--period", "5d", "--received", "2026-11-20"],
        ["--kind", "OTHER", "--received", "2026-11-20"],
        *(
            ["--period", text, "--received", "2026-11-20T10:00"]
            for text in ("0d", "0h", "-1d", "7", "d", "7일", "10000d")
        ),
        *(["--kind", f"L-{kind}", "--received", "2026-11-20"] for kind in ("PERMIT", "REPORT", "REGISTER", "CERT")),
        ["--kind", "PRAISE", "--received", "2026-11-20"],
        ["--kind", "NONE", "--received", "2026-11-20"],
        ["--received", "2026-11-20"],
        ["--kind", "GRIEV"],
        *(
            ["--kind", "GRIEV", "--received", text]
            for text in ("", "내일", "2026-02-29", "2026-11-20T25:00", "1999-12-31")
        ),
        ["--kind", "GRIEV", "--received", "2015-12-31"],
        ["--kind", "GRIEV", "--received", "2035-12-30"],
        ["--period", "1y", "--received", "2035-06-01"],
        ["--kind", "GRIEV", "--received", "2026-11-20", "--pause", "2026-11-25..2026-11-24"],
        ["--kind", "GRIEV", "--received", "2026-11-20", "--pause", "2026-11-25"],
        ["--kind", "GRIEV", "--received", "2026-11-20", "--pause", "2026-11-25..x"],
        ["--kind", "GRIEV", "--received", "2026-11-20", "--pause", "2026-11-19..2026-11-20"],
        ["--kind", "GRIEV", "--received", "2026-11-20", "--extend", "0d"],
        ["--kind", "GRIEV", "--received", "2026-11-20", "--extend", "1m"],
        ["--civil", "--period", "3h", "--received", "2026-11-20T10:00"],
        ["--kind", "GRIEV", "--received", "2026-11-20", "--holidays", "none.tsv"],
        ["--period", "999y", "--received", "2026-11-20"],
        ["--period", "999y", "--received", "2026-11-20", *["--extend", "999y"] * 8],
    ],
    ids=lambda wrong: " ".join(wrong)[:70],
)
def test_what_cannot_be_counted_is_refused_in_a_sentence(anybody: Run, wrong: list[str]) -> None:
    ran = anybody(*wrong)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert "예상하지 못한" not in ran.err
    assert ran.err.count(".") >= 2


# --- holidays in a file ---


def test_holidays_of_a_file_count_instead(anybody: Run, tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    # The case of 2017: due on 2 October, until that day was declared a holiday.
    path.write_text("date\tname\n2017-10-03\t개천절\n\n2017-10-04\t추석\n2017-10-05\t추석\n2017-10-06\t추석\n", "utf-8")
    asked = ["--period", "6d", "--received", "2017-09-25"]
    assert anybody(*asked, "--holidays", str(path)).one["due"] == "2017-10-02"
    assert anybody(*asked).one["due"] == "2017-10-10"
    path.write_text("2026-11-24\t화\t임시공휴일\r\n", "cp949")
    line = anybody("--kind", "GRIEV", "--received", "2026-11-20", "--holidays", str(path)).one
    assert line["due"] == "2026-12-01"
    assert {"date": "2026-11-24", "why": "holiday", "name": "임시공휴일"} in line["skipped"]


def test_a_file_of_holidays_says_of_no_year_that_it_is_unknown(anybody: Run, tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text("date\tname\n", "utf-8")
    assert anybody("--kind", "GRIEV", "--received", "2041-01-02", "--holidays", str(path)).one["due"] == "2041-01-10"


@pytest.mark.parametrize(
    "content", [b"2026-13-01\tx\n", b"date\tname\n\xb1\xff\xfe\tx\n", b"\0\x01\x02\x03", "아무 글\n".encode()]
)
def test_a_file_that_is_no_list_of_holidays_is_refused(anybody: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "own.tsv"
    path.write_bytes(content)
    ran = anybody("--kind", "GRIEV", "--received", "2026-11-20", "--holidays", str(path))
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_holidays_without_end_are_refused(anybody: Run, tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text("".join(f"{date.fromordinal(739_000 + n)}\t\n" for n in range(3000)), "utf-8")
    ran = anybody("--kind", "GRIEV", "--received", "2026-11-20", "--holidays", str(path))
    assert (ran.code, ran.out) == (2, "")


# --- with a home ---


def test_anybody_asks_in_a_process_of_its_own(tmp_path: Path) -> None:
    ran = minwon(tmp_path / "none", "due", "--kind", "GRIEV", "--received", "2026-11-20")
    assert (ran.code, ran.err, ran.one["due"]) == (0, "", "2026-11-30")
    assert not (tmp_path / "none").exists()


def test_a_homes_hours_and_holidays_count(here: Run, office: Office, admin: Actor) -> None:
    asked = ["--kind", "OTHER", "--received", "2026-11-20T16:30"]
    assert here(*asked).one["due"] == "2026-11-23T10:30"
    office.calendar.add_holiday(admin, date(2026, 11, 23), "개청기념일")
    office.offices.change(admin, opens="08:30", closes="17:00")
    line = here(*asked).one
    assert line["due"] == "2026-11-24T11:00"
    assert {"date": "2026-11-23", "why": "holiday", "name": "개청기념일"} in line["skipped"]


def test_a_service_needs_a_home_and_is_one_of_its_own(anybody: Run, here: Run) -> None:
    asked = ["--kind", "L-PERMIT", "--service", "NONE", "--received", "2026-11-20"]
    assert anybody(*asked).code == 4
    ran = here(*asked)
    assert (ran.code, ran.out) == (2, "")
    assert "NONE" in ran.err


def test_the_service_says_how_long_its_applications_may_take(here: Run, office: Office) -> None:
    assert office.offices.services()[3].period == "8d"
    asked = ["--service", office.offices.services()[3].code, "--received", "2026-11-20"]
    assert here("--kind", "L-PERMIT", *asked).one["due"] == here(*asked).one["due"] == "2026-12-01"
    assert here("--kind", "L-PERMIT", "--period", "7d", *asked).one["due"] == "2026-11-30"
    assert here("--kind", "GRIEV", *asked).one["due"] == "2026-11-30"
    # One that has no period says as much.
    unset = next(service.code for service in office.offices.services() if not service.period)
    ran = here("--kind", "L-REPORT", "--service", unset, "--received", "2026-11-20")
    assert (ran.code, ran.out) == (2, "")
