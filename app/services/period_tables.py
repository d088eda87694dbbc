"""From counts and answers to the rows of a period's tables, in the office's own order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from app.domain.day_counts import SEPARATOR, Cell
from app.domain.period_figures import CountRow, Cut, ScoreRow
from app.domain.period_scores import Answers, satisfied, share, sum_of
from app.domain.periods import TIME_CUTS, By, row_key
from app.services.period_reading import Counted, Reading

NO_BUREAU = "–"


def cuts(reading: Reading) -> dict[By, Cut]:
    """Every cut of the period."""
    counted, names = reading.counted, reading.names
    total = _row("", "", counted.total.total())
    bureaus = {code: bureau or NO_BUREAU for code, bureau in names.bureaus.items()}
    made = {
        By.SERVICE: _rows(counted.total.services, names.services),
        By.DEPARTMENT: _rows(_by_department(counted, {code: code for code in names.departments}), names.departments),
        By.BUREAU: _rows(_by_department(counted, bureaus), dict.fromkeys(bureaus.values(), "")),
        By.HOUR: _rows(counted.total.hours, {hour: hour for hour in sorted(counted.total.hours)}),
        By.COUNTER: _rows(counted.total.counters, names.counters),
        **{by: _by_time(counted, by) for by in TIME_CUTS},
    }
    return {by: Cut(by, made[by], total) for by in By}


def scores(reading: Reading) -> dict[By, tuple[ScoreRow, ...]]:
    """Answers and shares by day, week, month, department and bureau."""
    return {
        **{by: _time_scores(reading, by) for by in TIME_CUTS},
        By.DEPARTMENT: tuple(
            _score_row(code, reading.names.departments[code], [code], reading)
            for code in _seen(reading, reading.names.departments)
        ),
        By.BUREAU: _bureau_scores(reading),
    }


def _row(key: str, name: str, cell: Cell) -> CountRow:
    return CountRow(key, name, cell.visits, cell.services, cell.done, cell.slips, cell.withheld)


def _rows(cells: Mapping[str, Cell], names: Mapping[str, str]) -> tuple[CountRow, ...]:
    """Rows in the order of `names`; what has no name any more comes last, under its code."""
    order = [*(key for key in names if key in cells), *sorted(key for key in cells if key not in names)]
    return tuple(_row(key, names.get(key) or key, cells[key]) for key in order)


def _by_department(counted: Counted, group_of: Mapping[str, str]) -> dict[str, Cell]:
    """Cells by department or bureau: a visit counts once in each of those its services belong to."""
    found: dict[str, Cell] = {}
    for key, cell in counted.total.departments.items():
        for group in {group_of.get(code, code) for code in key.split(SEPARATOR)}:
            mine = found.setdefault(group, Cell())
            mine.add(Cell(cell.visits, 0, cell.done, cell.slips, cell.withheld))
    for code, services in counted.total.handled.items():
        found.setdefault(group_of.get(code, code), Cell()).services += services
    return found


def _by_time(counted: Counted, by: By) -> tuple[CountRow, ...]:
    found: dict[str, Cell] = {}
    for day, cell in sorted(counted.by_day.items()):
        found.setdefault(row_key(by, day), Cell()).add(cell)
    return tuple(_row(key, key, cell) for key, cell in found.items())


def _time_scores(reading: Reading, by: By) -> tuple[ScoreRow, ...]:
    days: dict[str, list[date]] = {}
    for day in sorted(reading.counted.by_day.keys() | {d for d, a in reading.answers.office.items() if a.count}):
        days.setdefault(row_key(by, day), []).append(day)
    found = []
    for key, of_row in days.items():
        answers = sum_of(reading.answers.office[day] for day in of_row if day in reading.answers.office)
        slips = sum(reading.counted.by_day[day].slips for day in of_row if day in reading.counted.by_day)
        found.append(_scored(key, key, slips, answers))
    return tuple(found)


def _scored(key: str, name: str, slips: int, answers: Answers) -> ScoreRow:
    return ScoreRow(key, name, slips, answers.count, share(answers.count, slips), satisfied(answers.tally))


def _seen(reading: Reading, names: Mapping[str, str]) -> list[str]:
    """The departments that had visits, or answers shown, in the office's order."""
    with_visits = {code for key in reading.counted.total.departments for code in key.split(SEPARATOR)}
    return [code for code in names if code in with_visits or reading.names.numbers[code] in reading.answers.departments]


def _score_row(key: str, name: str, codes: Iterable[str], reading: Reading) -> ScoreRow:
    """Of the departments `codes` together, on the days on which each of them is shown."""
    slips, parts = 0, list[Answers]()
    for code in codes:
        for day, answers in reading.answers.departments.get(reading.names.numbers[code], {}).items():
            parts.append(answers)
            slips += reading.counted.printed.get(day, {}).get(code, 0)
    if not parts:
        return ScoreRow(key, name, None, None, share(0, 0), share(0, 0))
    return _scored(key, name, slips, sum_of(parts))


def _bureau_scores(reading: Reading) -> tuple[ScoreRow, ...]:
    """A bureau adds up the departments that are shown, day by day, and says nothing of the others."""
    bureaus: dict[str, list[str]] = {}
    for code in _seen(reading, reading.names.departments):
        bureaus.setdefault(reading.names.bureaus[code] or NO_BUREAU, []).append(code)
    return tuple(_score_row(bureau, bureau, codes, reading) for bureau, codes in bureaus.items())
