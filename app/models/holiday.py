"""What the office says of a day (ISO text): closed, or open although the program's list has a holiday."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, String, Table

from app.models.base import metadata

holiday = Table(
    "holiday",
    metadata,
    Column("day", String(10), primary_key=True),
    Column("name", String, nullable=False),
    Column("closed", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
)
