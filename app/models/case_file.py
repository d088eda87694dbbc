"""Cases: what citizens ask of the office. What is done with them is in `case_step`.

`title`, `text`, `name`, `phone` and `address` are personal and empty once erased. `matter_id` is the first case on the
same matter, its own id where it is the first. `ended_on` is told to the other counters: while it is None every counter
of the office holds the case.

The columns from `status` on are worked out from the steps and the calendar, by every home for itself: `stale` rows are
counted again before anybody looks. `due_clock` is "HH:MM", "" for a deadline that is a date; `moved_from` what was due
before the calendar changed, and `basis` what else it was counted from, so that the two can be told apart. `elsewhere`:
it was made in another home. `matter_asked` is the matter that the shared side was asked about last: whether a grievance
that is not here came before this one.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, text

from app.models.base import OfficeDay, UtcTime, metadata

UNASKED = "kind = 'GRIEV' AND to_auditor = 0 AND matter_id != id AND matter_asked != matter_id"
"""Grievances on a matter that was there before, and that the shared side was not asked about."""

case_file = Table(
    "case_file",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("number", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("title", String, nullable=False),
    Column("text", String, nullable=False),
    Column("name", String, nullable=False),
    Column("phone", String, nullable=False),
    Column("address", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("written_by", String, nullable=False),
    Column("received_at", UtcTime, nullable=False),
    Column("received_by", String, nullable=False),
    Column("counter_code", String, nullable=False),
    Column("department_code", String, nullable=False),
    Column("service_code", String),
    Column("period", String, nullable=False),
    Column("flags", String, nullable=False),
    Column("of_visit", String(36)),
    Column("card_id", String(36)),
    Column("matter_id", String(36), nullable=False),
    Column("external_number", String, nullable=False),
    Column("to_auditor", Boolean, nullable=False),
    Column("ended_on", OfficeDay),
    Column("version", Integer, nullable=False),
    Column("elsewhere", Boolean, nullable=False),
    Column("status", String, nullable=False, server_default=text("'received'")),
    Column("result", String, nullable=False, server_default=text("''")),
    Column("owner", String, nullable=False, server_default=text("''")),
    Column("due_day", OfficeDay),
    Column("due_clock", String, nullable=False, server_default=text("''")),
    Column("moved_from", OfficeDay),
    Column("basis", String, nullable=False, server_default=text("''")),
    Column("supplements", Integer, nullable=False, server_default=text("0")),
    Column("answered_on", OfficeDay),
    Column("stale", Boolean, nullable=False, server_default=text("1")),
    Column("matter_asked", String(36), nullable=False, server_default=text("''")),
    Index("ix_case_file_number", "number"),
    Index("ix_case_file_stale", "id", sqlite_where=text("stale = 1")),
    Index("ix_case_file_due", "due_day", "due_clock", "id", sqlite_where=text("status != 'closed'")),
    Index("ix_case_file_received_at", "received_at", "id"),
    Index("ix_case_file_ended_on", "ended_on", "id", sqlite_where=text("ended_on IS NOT NULL")),
    Index("ix_case_file_answered_on", "answered_on", "department_code", sqlite_where=text("answered_on IS NOT NULL")),
    Index("ix_case_file_unerased", "ended_on", sqlite_where=text("ended_on IS NOT NULL AND title != ''")),
    Index("ix_case_file_department_code", "department_code", "received_at"),
    Index("ix_case_file_matter_id", "matter_id"),
    Index("ix_case_file_unasked", "id", sqlite_where=text(UNASKED)),
    Index("ix_case_file_of_visit", "of_visit", sqlite_where=text("of_visit IS NOT NULL")),
    Index("ix_case_file_auditor", "received_at", sqlite_where=text("to_auditor = 1")),
)
