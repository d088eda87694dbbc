"""What `minwon doctor` can find out about an installation. Codes and figures, never a sentence and nothing personal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.errors import AppError


class Check(StrEnum):
    """What is looked at, in this order. Each stands alone: one that fails hides no other."""

    VERSIONS = "versions"
    SETTINGS = "settings"
    DATABASE = "database"
    INTEGRITY = "integrity"
    DURABILITY = "durability"
    ACCESS_LOG = "access_log"
    KEYS = "keys"
    SURVEY_STORE = "survey_store"
    CLOCK = "clock"
    TIME_ZONE = "time_zone"
    DISK = "disk"
    FONTS = "fonts"
    PRINTER = "printer"
    SHARED = "shared"
    COMPARISON = "comparison"


class Health(StrEnum):
    """WARNING: works, but somebody should see to it. PROBLEM: does not work, or what was promised does not hold."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


class Code(StrEnum):
    """What was found. Each has its words in `app/ui/shared/health_words.py`."""

    FINE = "fine"
    NOT_CHECKED = "not_checked"
    UNEXPECTED = "unexpected"
    # the home and its database
    NO_HOME = "no_home"
    NO_DATABASE = "no_database"
    UNREADABLE = "unreadable"
    READ_ONLY = "read_only"
    DAMAGED = "damaged"
    BUSY = "busy"
    OLDER = "older"
    NEWER = "newer"
    LOOSE_ROWS = "loose_rows"
    NOT_DURABLE = "not_durable"
    CUT_OFF = "cut_off"
    CHAIN_BROKEN = "chain_broken"
    # keys and survey store
    KEY_MISSING = "key_missing"
    KEY_DAMAGED = "key_damaged"
    KEY_EXPOSED = "key_exposed"
    KEY_OF_ANOTHER = "key_of_another"
    NO_STORE = "no_store"
    STORE_DAMAGED = "store_damaged"
    HOLD_KEY_WRONG = "hold_key_wrong"
    # this PC
    SETTINGS_UNREADABLE = "settings_unreadable"
    CLOCK_BEHIND = "clock_behind"
    NO_ZONE = "no_zone"
    OTHER_ZONE = "other_zone"
    DISK_FULL = "disk_full"
    DISK_LOW = "disk_low"
    FONT_MISSING = "font_missing"
    FONT_DAMAGED = "font_damaged"
    FONT_INCOMPLETE = "font_incomplete"
    NO_PRINTER = "no_printer"
    PRINTER_GONE = "printer_gone"
    PRINTER_SILENT = "printer_silent"
    PRINTER_MISTYPED = "printer_mistyped"
    SLIPS_NOT_WRITABLE = "slips_not_writable"
    # the shared side
    REFUSED = "refused"
    PARKED = "parked"
    CLOCK_DIFFERS = "clock_differs"
    NOT_COMPARED = "not_compared"
    SIDES_DIFFER = "sides_differ"
    NOT_SENT = "not_sent"


@dataclass(frozen=True, slots=True)
class Finding:
    """One result. `values` are figures and names inside the home: no path that leads there, no person's name.

    `error` is what kept a check from being made, when that has a sentence of its own.
    """

    check: Check
    state: Health = Health.OK
    code: Code = Code.FINE
    values: Mapping[str, object] = field(default_factory=dict)
    error: AppError | None = None


def problem(check: Check, code: Code, **values: object) -> Finding:
    return Finding(check, Health.PROBLEM, code, values)


def warning(check: Check, code: Code, **values: object) -> Finding:
    return Finding(check, Health.WARNING, code, values)


def not_checked(check: Check) -> Finding:
    """What another finding of the same run keeps from being looked at."""
    return Finding(check, Health.WARNING, Code.NOT_CHECKED)
