"""Visits. `status` is worked out from the steps and stored for quick lists; the steps are the record.

`counter_code` begins the number; `now_at` is the counter that serves the visit or is to call it, None: any of them.
`slip_withheld` says that the visitor wanted no slip. `elsewhere`: it was registered in another home. A visit noted on
paper during an outage has `late_reason`, and `entered_at` is when it was typed; `registered_at` is when it was.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint, text

from app.models.base import OfficeDay, UtcTime, metadata

visit = Table(
    "visit",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("counter_code", ForeignKey("counter.code"), nullable=False),
    Column("day", OfficeDay, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("service_code", ForeignKey("service.code"), nullable=False),
    Column("department_code", ForeignKey("department.code"), nullable=False),
    Column("visitor_kind", String, nullable=False),
    Column("queue_number", String, nullable=False),
    Column("note", String, nullable=False),
    Column("registered_by", ForeignKey("person.login"), nullable=False),
    Column("registered_at", UtcTime, nullable=False),
    Column("status", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("now_at", ForeignKey("counter.code")),
    Column("slip_withheld", Boolean, nullable=False),
    Column("elsewhere", Boolean, nullable=False),
    Column("late_reason", String, nullable=False),
    Column("entered_at", UtcTime),
    UniqueConstraint("counter_code", "day", "seq"),
    Index("ix_visit_day", "day"),
    Index("ix_visit_words", "day", sqlite_where=text("(note != '' OR queue_number != '')")),
    Index("ix_visit_open", "now_at", sqlite_where=text("status IN ('waiting', 'called', 'serving')")),
)
