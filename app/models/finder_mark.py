"""Numbers that triggers raise, so that the finder knows what it has to read again: one row.

`directory` grows with every change of tasks, questions and life events, `lessons` with what is confirmed or decided
of phrases, `forgotten` when phrases are erased.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Integer, Table

from app.models.base import metadata

finder_mark = Table(
    "finder_mark",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("directory", Integer, nullable=False),
    Column("lessons", Integer, nullable=False),
    Column("forgotten", Integer, nullable=False),
    CheckConstraint("one = 1", name="one"),
)
