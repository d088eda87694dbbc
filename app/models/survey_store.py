"""The tables of the survey store's own database, apart from the home's (design section 5).

An answer's row keeps everything that ever changes behind `pad`: SQLite puts the end of a long row on an overflow page
and moves only its beginning about, so that no stale copy of a beginning tells an answer from a blank.
"""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table

from app.models.base import OfficeDay

ID_BYTES = 16
PAD_BYTES = 600
BODY_BYTES = 1696
"""Room for the open answers and a comment of 300 characters of four bytes."""

store_metadata = MetaData()

answer = Table(
    "answer",
    store_metadata,
    Column("day", OfficeDay, primary_key=True),
    Column("department", Integer, primary_key=True, autoincrement=False),
    Column("area", Integer, primary_key=True, autoincrement=False),
    Column("id", LargeBinary(ID_BYTES), primary_key=True),
    Column("pad", LargeBinary(PAD_BYTES), nullable=False),
    Column("filled", String(1), nullable=False),
    Column("language", String(2), nullable=False),
    Column("body", LargeBinary(BODY_BYTES), nullable=False),
    Column("envelope", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""Answers and blanks waiting for one; `filled` is y or n. Every row has the same size."""

used_token = Table(
    "used_token",
    store_metadata,
    Column("day", OfficeDay, primary_key=True),
    Column("entries", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""One row a day: entries of 48 bytes in the order of their own bytes, so that no order of arrival is left."""

held = Table(
    "held",
    store_metadata,
    Column("id", LargeBinary(ID_BYTES), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""First pages waiting for their second one, and blanks that look the same."""

day_tally = Table(
    "day_tally",
    store_metadata,
    Column("day", OfficeDay, primary_key=True),
    Column("published", String, nullable=False),
    sqlite_with_rowid=False,
)

running_departments = Table(
    "running_departments",
    store_metadata,
    Column("day", OfficeDay, primary_key=True),
    Column("locked", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""Every department's tally of the answers last published, under the hold key; opened once, when the day is closed."""

running_quick = Table(
    "running_quick",
    store_metadata,
    Column("day", OfficeDay, primary_key=True),
    Column("locked", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""How many first pages of each department came within a minute of registering, under the hold key."""

quick_tally = Table(
    "quick_tally",
    store_metadata,
    Column("day", OfficeDay, primary_key=True),
    Column("published", String, nullable=False),
    sqlite_with_rowid=False,
)
"""Of closed days only; never more than small numbers may tell."""

department_tally = Table(
    "department_tally",
    store_metadata,
    Column("day", OfficeDay, primary_key=True),
    Column("department", Integer, primary_key=True, autoincrement=False),
    Column("published", String, nullable=False),
    sqlite_with_rowid=False,
)
"""Of closed days only."""

closed_day = Table(
    "closed_day",
    store_metadata,
    Column("day", OfficeDay, primary_key=True),
    sqlite_with_rowid=False,
)
"""Days that take no first page any more, whatever a clock says later. Their used tokens may be gone."""

hold_key_mark = Table(
    "hold_key_mark",
    store_metadata,
    Column("mark", LargeBinary, primary_key=True),
    sqlite_with_rowid=False,
)
"""Tells whether `hold.key` is still the one the store was begun with."""

ADDED_TABLES = (running_quick, quick_tally)
"""Not in stores begun by 0.1.0; made when such a store is opened. Nothing that guards a token is among them."""
