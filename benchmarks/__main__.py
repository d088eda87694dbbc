"""`python -m benchmarks [names] [--json FILE] [--markdown FILE] [--quick]`: run them and print the table."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

from benchmarks.measure import Benchmark, Row
from benchmarks.screens import on_a_screen

NAMES = (
    *("registering", "entering", "slips", "starting", "lists", "figures", "survey", "xlsx", "printers"),
    *("finding", "finding_painted", "deadlines", "cases", "case_search", "board_painted"),
    *("sharing", "sharing_ten", "sharing_beside", "sharing_crowd"),
)
_HEAD = ("what", "target", "measured", "raw limit", "ratio", "met")


def benchmark(name: str) -> Benchmark:
    """The module `benchmarks.<name>`."""
    return cast(Benchmark, import_module(f"benchmarks.{name}"))


def present() -> tuple[str, ...]:
    """The names that can be run here."""
    return tuple(name for name in NAMES if find_spec(f"benchmarks.{name}") is not None)


def machine() -> dict[str, Any]:
    """What the figures depend on; nothing that names the machine."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "qt": version("PySide6-Essentials"),
        "sqlalchemy": version("SQLAlchemy"),
        "reportlab": version("reportlab"),
        "load_1min": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }


def markdown(facts: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> str:
    """The table, and below it what it was measured on."""
    lines = [f"| {' | '.join(_HEAD)} |", f"|{'---|' * len(_HEAD)}"]
    for row in rows:
        ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}×"
        met = {True: "yes", False: "**no**", None: ""}[row["met"]]
        measured = row["measured"] + (f"; {row['note']}" if row["note"] else "")
        lines.append(f"| {row['what']} | {row['target']} | {measured} | {row['limit']} | {ratio} | {met} |")
    qt = f"Qt {facts['qt']} on {facts['screen']}"
    lines += [
        "",
        f"{facts['date']}: {facts['cores']} cores, {facts['system']}, Python {facts['python']}, "
        f"SQLite {facts['sqlite']}, {qt}, SQLAlchemy {facts['sqlalchemy']}, ReportLab {facts['reportlab']}; "
        f"load before the run {facts['load_1min']}.",
    ]
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Run what is asked for; 0 when every target is met, 1 otherwise."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", help=f"any of: {', '.join(NAMES)}")
    parser.add_argument("--json", type=Path, help="write the rows there")
    parser.add_argument("--markdown", type=Path, help="write a page with the table there")
    parser.add_argument("--quick", action="store_true", help="the smallest run; its figures mean nothing")
    parser.add_argument("--rows", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.names) - set(NAMES):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    if chosen.rows:
        _print_rows(chosen.names, chosen.quick)
        return 0
    facts = machine()
    rows: list[dict[str, Any]] = []
    with on_a_screen() as screen:
        facts["screen"] = screen
        for name in chosen.names or present():
            print(f"{name} …", file=sys.stderr, flush=True)
            rows += _rows_of(name, chosen.quick)
    table = markdown(facts, rows)
    print(table)
    if chosen.json is not None:
        text = json.dumps({"machine": facts, "rows": rows}, ensure_ascii=False, indent=1)
        chosen.json.write_text(text + "\n", encoding="utf-8")
    if chosen.markdown is not None:
        chosen.markdown.write_text(_PAGE + table, encoding="utf-8")
    return 0 if all(row["met"] is not False for row in rows) else 1


def _rows_of(name: str, quick: bool) -> list[dict[str, Any]]:
    """Each benchmark in a process of its own: none leaves threads, caches or memory to the next."""
    asked = [sys.executable, "-m", "benchmarks", "--rows", name, *(["--quick"] if quick else [])]
    told = subprocess.run(asked, check=True, stdout=subprocess.PIPE, text=True).stdout
    return [{"benchmark": name, **row} for row in json.loads(told.splitlines()[-1])]


def _print_rows(names: Sequence[str], quick: bool) -> None:
    found: list[Row] = [row for name in names for row in benchmark(name).measure(quick)]
    print(json.dumps([{**asdict(row), "figures": dict(row.figures)} for row in found], ensure_ascii=False))


_PAGE = """# Speed

What `make bench` measured last. Each row stands beside its raw limit, measured in the same run in turns; every call
counts and none is left out. How the clock runs is written in `benchmarks/measure.py`, what is measured at the top of
each module beside it. The single figures are in [benchmarks.json](benchmarks.json).

"""

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
