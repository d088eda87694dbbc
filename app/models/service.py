"""Services a clerk can pick. `key` is the digit on the counter screen; `area_number` stands for the area in a token.

`period` is how long its cases may take ("7d"; "" not set).
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, text

from app.models.base import UtcTime, metadata

service = Table(
    "service",
    metadata,
    Column("code", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("department_code", ForeignKey("department.code"), nullable=False),
    Column("area", String, nullable=False),
    Column("area_number", Integer, nullable=False),
    Column("key", Integer),
    Column("keywords", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("period", String, nullable=False, server_default=text("''")),
    Column("version", Integer, nullable=False),
    Column("retired_at", UtcTime),
)
