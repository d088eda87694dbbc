"""What is needed to print a visit's QR code again.

The nonce is locked with a key that lies outside this file (`keys/`), so that the file alone does not tell which
visits were answered (decision 0004). Deleted when the slip can no longer be answered. `key_id` names the key it was
signed with where this home has had several (`app.db.home_keys`).
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, Table

from app.models.base import OfficeDay, metadata

slip_token = Table(
    "slip_token",
    metadata,
    Column("visit_id", ForeignKey("visit.id"), primary_key=True),
    Column("department_number", Integer, nullable=False),
    Column("area_number", Integer, nullable=False),
    Column("day", OfficeDay, nullable=False),
    Column("afternoon", Boolean, nullable=False),
    Column("locked_nonce", LargeBinary, nullable=False),
    Column("key_id", LargeBinary),
    Index("ix_slip_token_day", "day"),
)
