"""make holidays: write resources/calendar/holidays.tsv anew from the `holidays` package.

The package has the public holidays of South Korea with substitutes, election days and the temporary holidays that were
declared, as the regulation on holidays of public offices has them: Labour Day and Constitution Day from 2026 on. What
is declared after the package was made is the office's own to add (`minwon holidays add`).
`make lock LOCK_FLAGS=--upgrade-package=holidays` takes a newer package.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import holidays

TABLE = Path(__file__).resolve().parents[1] / "resources" / "calendar" / "holidays.tsv"
FIRST_YEAR, LAST_YEAR = 2016, 2035


def holidays_known() -> dict[date, str]:
    """Every holiday of public offices by its day, with the name it has in Korean."""
    package = holidays.country_holidays(
        "KR", years=range(FIRST_YEAR, LAST_YEAR + 1), language="ko", categories=(holidays.PUBLIC,)
    )
    return {day: package[day] for day in sorted(package)}


def table_text(known: dict[date, str]) -> str:
    """The table: a line a day, its name after a tab."""
    return "".join(["date\tname\n", *(f"{day.isoformat()}\t{name}\n" for day, name in known.items())])


def main() -> int:
    known = holidays_known()
    TABLE.write_text(table_text(known), encoding="utf-8", newline="\n")
    print(f"holidays: {len(known)} days from {FIRST_YEAR} to {LAST_YEAR} in {TABLE.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
