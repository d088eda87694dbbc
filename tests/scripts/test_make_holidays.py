"""The table of holidays is what the package says, and what the government has announced."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from app.services.calendar import known_holidays
from scripts.make_holidays import FIRST_YEAR, LAST_YEAR, TABLE, holidays_known, table_text

GIVEN = Path(__file__).parent.parent / "data" / "holidays_2024_2030.tsv"

# Declared or decided for one year alone, and what is most easily got wrong.
CLOSED = (
    "2016-05-06", "2017-05-09", "2017-10-02", "2017-10-06", "2018-06-13", "2020-04-15", "2020-08-17", "2021-08-16",
    "2021-10-04", "2021-10-11", "2022-03-09", "2022-06-01", "2022-09-12", "2023-05-29", "2023-10-02", "2024-10-01",
    "2025-01-27", "2025-06-03", "2026-05-01", "2026-07-17", "2027-05-03",
)  # fmt: skip
# Labour Day was no holiday of public offices, nor was Constitution Day one; some holidays had no substitute yet.
OPEN = ("2018-05-01", "2023-05-01", "2025-05-01", "2025-07-17", "2016-10-10", "2020-08-18", "2021-06-07", "2022-05-09")


def test_the_table_is_what_the_package_says() -> None:
    assert TABLE.read_text("utf-8") == table_text(holidays_known())


def test_the_table_is_what_was_given_for_2024_to_2030() -> None:
    with GIVEN.open(encoding="utf-8", newline="") as file:
        given = {date.fromisoformat(row["date"]): row["name"] for row in csv.DictReader(file, delimiter="\t")}
    assert {day: name for day, name in known_holidays().items() if 2024 <= day.year <= 2030} == given


def test_days_that_are_easily_got_wrong() -> None:
    known = known_holidays()
    assert [day for day in CLOSED if date.fromisoformat(day) not in known] == []
    assert [day for day in OPEN if date.fromisoformat(day) in known] == []


def test_every_year_has_its_holidays() -> None:
    years = [day.year for day in known_holidays()]
    assert sorted(set(years)) == list(range(FIRST_YEAR, LAST_YEAR + 1))
    assert all(years.count(year) >= 15 for year in set(years))
    assert FIRST_YEAR == 2016
