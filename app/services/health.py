"""What is wrong with an installation. Needs no sign-in, shows nothing personal and changes nothing.

It is asked when something does not work, so it opens nothing the usual way and takes nothing for granted: each check
stands alone, and one that fails in an unforeseen way is a finding too.
"""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from app import __version__
from app.config.files import write_error
from app.config.paths import Home
from app.config.settings import PRINT_TO_FILES, load_settings
from app.db import health as database
from app.db.schema_version import HEAD
from app.db.shared_health import look_at_shared
from app.db.store_health import look_at_keys, look_at_store
from app.domain.clocks import office_now
from app.domain.errors import AppError, BadValue, DiskFull, SettingsUnreadable
from app.domain.health import Check, Code, Finding, Health, not_checked, problem, warning
from app.domain.printer_addresses import is_printer_address, parse_printer_address
from app.domain.sharing import Comparison
from app.services.clock import Clock

FREE_PROBLEM = 100_000_000
FREE_WARNING = 1_000_000_000
_PROBE_BYTES = 64 * 1024


@dataclass(frozen=True)
class Surroundings:
    """What only the floors above and beside can find out.

    `fonts` gives one finding of its own; `printers` the names of the system's printers and the default one's ("" if
    there is none); `reach` tries the receipt printer at an address and raises an `AppError` when it does not answer;
    `compare` lays this home and its shared side side by side, and raises one when that side cannot be read.
    """

    fonts: Callable[[], Finding]
    printers: Callable[[], tuple[tuple[str, ...], str]]
    reach: Callable[[str], None]
    qt_version: Callable[[], str]
    compare: Callable[[], Comparison]


class HealthService:
    def __init__(self, home: Home, clock: Clock, surroundings: Surroundings) -> None:
        self._home = home
        self._clock = clock
        self._surroundings = surroundings

    def examine(self) -> Iterator[Finding]:
        """One finding a check, each as soon as it is known."""
        checks: dict[Check, Callable[[], Finding]] = {
            Check.VERSIONS: self._versions,
            Check.SETTINGS: self._settings,
            Check.DATABASE: lambda: database.look_at_database(self._home.database),
            Check.INTEGRITY: lambda: self._inside(Check.INTEGRITY, database.look_at_integrity),
            Check.DURABILITY: lambda: self._inside(Check.DURABILITY, database.look_at_durability),
            Check.ACCESS_LOG: lambda: self._inside(Check.ACCESS_LOG, database.look_at_access_log),
            Check.KEYS: self._keys,
            Check.SURVEY_STORE: lambda: look_at_store(self._home.survey, self._home.keys / "hold.key"),
            Check.CLOCK: self._clock_of_pc,
            Check.TIME_ZONE: self._time_zone,
            Check.DISK: self._disk,
            Check.FONTS: self._surroundings.fonts,
            Check.PRINTER: self._printer,
            Check.SHARED: lambda: self._inside(Check.SHARED, look_at_shared),
            Check.COMPARISON: self._comparison,
        }
        for check, look in checks.items():
            try:
                yield look()
            except Exception as error:  # a check that cannot cope must not hide the others
                yield problem(check, Code.UNEXPECTED, kind=type(error).__name__)

    def _inside(self, check: Check, look: Callable[[Path], Finding]) -> Finding:
        """`look` at the database, unless there is none to look into."""
        found = database.look_at_database(self._home.database)
        closed = (Code.NO_HOME, Code.NO_DATABASE, Code.UNREADABLE)
        return not_checked(check) if found.code in closed else look(self._home.database)

    def _versions(self) -> Finding:
        versions = {
            "app": __version__,
            "python": platform.python_version(),
            "qt": self._surroundings.qt_version(),
            "sqlite": sqlite3.sqlite_version,
            "schema": HEAD,
            "system": f"{platform.system()} {platform.release()}",
        }
        return Finding(Check.VERSIONS, values=versions)

    def _settings(self) -> Finding:
        try:
            load_settings(self._home.settings)
        except SettingsUnreadable:
            return problem(Check.SETTINGS, Code.SETTINGS_UNREADABLE)
        return Finding(Check.SETTINGS, values={"set": self._home.settings.exists()})

    def _keys(self) -> Finding:
        if not self._home.root.is_dir():
            return not_checked(Check.KEYS)
        try:
            publics = database.public_keys(self._home.database)
            locked = database.newest_locked_nonce(self._home.database)
        except (sqlite3.Error, OSError):
            publics, locked = None, None
        return look_at_keys(self._home.keys, publics, locked)

    def _clock_of_pc(self) -> Finding:
        try:
            newest = database.newest_record(self._home.database)
        except (sqlite3.Error, OSError, ValueError):
            return not_checked(Check.CLOCK)
        now = office_now(self._clock(), newest)
        if now.clock_is_wrong:
            return problem(Check.CLOCK, Code.CLOCK_BEHIND, minutes=round(now.behind.total_seconds() / 60))
        return Finding(Check.CLOCK, values={"now": now.pc_clock.isoformat(timespec="seconds")})

    def _time_zone(self) -> Finding:
        name = database.office_timezone(self._home.database)
        now = self._clock()
        try:
            office = now.astimezone(ZoneInfo(name)).utcoffset()
        except (KeyError, ValueError, OSError):
            return problem(Check.TIME_ZONE, Code.NO_ZONE, zone=name)
        here = time.localtime(now.timestamp()).tm_gmtoff
        if office is None or round(office.total_seconds()) != here:
            return warning(Check.TIME_ZONE, Code.OTHER_ZONE, zone=name, pc=time.strftime("%z", time.localtime()))
        return Finding(Check.TIME_ZONE, values={"zone": name})

    def _disk(self) -> Finding:
        if not self._home.root.is_dir():
            return not_checked(Check.DISK)
        free = shutil.disk_usage(self._home.root).free
        megabytes = round(free / 1e6)
        try:
            milliseconds = _written_through(self._home.root)
        except OSError as error:
            full = isinstance(write_error(error, self._home.root), DiskFull)
            return problem(Check.DISK, Code.DISK_FULL if full else Code.READ_ONLY, free_mb=megabytes)
        if free < FREE_PROBLEM:
            return problem(Check.DISK, Code.DISK_FULL, free_mb=megabytes)
        if free < FREE_WARNING:
            return warning(Check.DISK, Code.DISK_LOW, free_mb=megabytes)
        return Finding(Check.DISK, values={"free_mb": megabytes, "write_ms": milliseconds})

    def _printer(self) -> Finding:
        check = Check.PRINTER
        try:
            printer = load_settings(self._home.settings).printer
        except SettingsUnreadable:
            return not_checked(check)
        if printer == PRINT_TO_FILES:
            place = self._home.slips if self._home.slips.exists() else self._home.root
            writable = place.is_dir() and os.access(place, os.W_OK)
            return Finding(check, values={"to": "files"}) if writable else problem(check, Code.SLIPS_NOT_WRITABLE)
        if is_printer_address(printer):
            return self._receipt_printer(printer)
        names, usual = self._surroundings.printers()
        if not printer:
            return Finding(check, values={"to": usual}) if usual else problem(check, Code.NO_PRINTER, known=len(names))
        return (
            Finding(check, values={"to": printer})
            if printer in names
            else problem(check, Code.PRINTER_GONE, printer=printer, known=len(names))
        )

    def _comparison(self) -> Finding:
        check = Check.COMPARISON
        home = database.look_at_database(self._home.database)
        shared = self._inside(Check.SHARED, look_at_shared)
        if not shared.values.get("attached"):
            return not_checked(check) if shared.code is Code.NOT_CHECKED else Finding(check, values={"attached": False})
        if home.code is not Code.FINE:
            return not_checked(check)
        try:
            found = self._surroundings.compare()
        except AppError as error:
            values = {"attached": True, "trouble": type(error).__name__}
            return Finding(check, Health.PROBLEM, Code.NOT_COMPARED, values, error)
        told: dict[str, object] = {
            "attached": True,
            "agree": found.agree,
            "here": dict(found.here),
            "there": dict(found.there),
            "digest_here": found.digest_here,
            "digest_there": found.digest_there,
            "differing": [_without_login(name) for name in found.differing],
            "differing_count": found.differing_count,
            "unsent": found.unsent,
            "refused": found.refused,
            "audits_unsent": found.audits_unsent,
            "parked": [_without_login(name) for name in found.parked],
        }
        if found.agree:
            return Finding(check, values=told)
        waiting = found.unsent + found.audits_unsent
        return problem(check, Code.NOT_SENT if waiting else Code.SIDES_DIFFER, **told, waiting=waiting)

    def _receipt_printer(self, printer: str) -> Finding:
        check = Check.PRINTER
        try:
            parse_printer_address(printer)
            self._surroundings.reach(printer)
        except BadValue:
            return problem(check, Code.PRINTER_MISTYPED, printer=printer)
        except AppError:
            return problem(check, Code.PRINTER_SILENT, printer=printer)
        return Finding(check, values={"to": printer})


def _without_login(name: str) -> str:
    """`entity/row`; a person's row is that person's login, which is nobody's business here."""
    entity, _, rest = name.partition("/")
    return entity if entity == "person" else f"{entity}/{rest}"


def _written_through(folder: Path) -> float:
    """Milliseconds until a small file is on the disk for good; it is gone afterwards. Errors: `OSError`."""
    began = time.perf_counter()
    with tempfile.NamedTemporaryFile(prefix=".minwon-doctor-", dir=folder) as file:
        file.write(bytes(_PROBE_BYTES))
        file.flush()
        os.fsync(file.fileno())
        return round((time.perf_counter() - began) * 1000, 1)
