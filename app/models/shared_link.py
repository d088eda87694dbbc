"""How this home is tied to the shared side, and how the last exchange went. One row; none: on this PC alone."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Float, Integer, String, Table

from app.models.base import OfficeDay, UtcTime, metadata

shared_link = Table(
    "shared_link",
    metadata,
    Column("one", Integer, CheckConstraint("one = 1", name="one"), primary_key=True),
    Column("office", String(36), nullable=False),
    Column("address", String, nullable=False),
    Column("user", String, nullable=False),
    Column("epoch", String, nullable=False),
    Column("ticket_count", Integer, nullable=False),
    Column("ticket_mark", String, nullable=False),
    Column("following_mark", String, nullable=False),
    Column("cursor_xid", Integer, nullable=False),
    Column("cursor_seq", Integer, nullable=False),
    Column("audit_sent", Integer, nullable=False),
    Column("pulled_with", String, nullable=False),
    Column("key_accepted", Boolean, nullable=False),
    Column("attached_at", UtcTime, nullable=False),
    Column("last_exchange", UtcTime),
    Column("failing_since", UtcTime),
    Column("trouble", String, nullable=False),
    Column("trouble_data", String, nullable=False),
    Column("clock", Float),
    Column("catching_up", Boolean, nullable=False),
    Column("changes", Integer, nullable=False),
    Column("whole_from", OfficeDay),
    Column("pull_from", OfficeDay),
    Column("known_xid", Integer, nullable=False),
    Column("known_seq", Integer, nullable=False),
    Column("cleared_before", OfficeDay),
)
"""`pulled_with` is the schema this home had when it pulled: a newer one understands more, and pulls all of it again.

`changes` grows whenever something arrived, so that lists know that they are to be read again.

Every visit of the office from the day `whole_from` on has come here; what went again is noted in `day_elsewhere`. Up to
the place `known` the feed is read for other homes' visits from the day `pull_from` on only, behind it for all of them.
Days before `cleared_before` were looked through for visits that need not stay here.
"""
