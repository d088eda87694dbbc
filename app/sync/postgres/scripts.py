"""The SQL files of the shared side, in the order in which they are run."""

from __future__ import annotations

from pathlib import Path

SCHEMA_VERSION = 1
"""Of the tables. A shared side with a higher one was made by a newer program."""

_FOLDER = Path(__file__).parent

ROLES = "roles.sql"
DATABASE = "database.sql"
TABLES = "schema.sql"
FUNCTIONS = (
    "guards.sql",
    "merge.sql",
    "erasing.sql",
    "counters.sql",
    "calls.sql",
    "words.sql",
    "survey.sql",
    "views.sql",
    "upgrades.sql",
    "rights.sql",
)


def script(name: str) -> str:
    """The text of one of these files; nothing is ever put into it."""
    return (_FOLDER / name).read_text(encoding="utf-8")
