"""What was decided of a phrase: it means `task_id`, or (null) nothing is learned of it. One not `active` was withdrawn.

`key` is the phrase without spaces and signs; `by` is "" where the program wrote down what two people had confirmed.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, String, Table

from app.models.base import metadata

phrase_ruling = Table(
    "phrase_ruling",
    metadata,
    Column("key", String, primary_key=True),
    Column("phrase", String, nullable=False),
    Column("task_id", String(36)),
    Column("by", String, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
)
