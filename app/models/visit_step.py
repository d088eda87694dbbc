"""What happened to visits; only ever added to.

`automatic` marks a step the program took by itself, `because_of` the visit that made it do so; `trusted` tells whether
a time may be measured from it; `pc_clock` is what the PC's clock said, right or wrong. `to_counter` is where a visit
was handed to, or registered for; `services_before` and `services_after` are the codes of a correction, separated by
spaces. `place` orders the steps of a visit on every counter alike, None: not yet acknowledged by the shared side, after
all others. `elsewhere`: taken in another home, by whose clock this one does not go.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, text

from app.models.base import UtcTime, metadata

visit_step = Table(
    "visit_step",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("visit_id", ForeignKey("visit.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("by", ForeignKey("person.login"), nullable=False),
    Column("counter_code", ForeignKey("counter.code"), nullable=False),
    Column("automatic", Boolean, nullable=False),
    Column("because_of", ForeignKey("visit.id")),
    Column("trusted", Boolean, nullable=False),
    Column("pc_clock", UtcTime, nullable=False),
    Column("to_counter", ForeignKey("counter.code")),
    Column("services_before", String, nullable=False),
    Column("services_after", String, nullable=False),
    Column("place", Integer),
    Column("elsewhere", Boolean, nullable=False),
    Index("ix_visit_step_visit_id", "visit_id"),
    Index("ix_visit_step_because_of", "because_of"),
    Index("ix_visit_step_own_at", "at", sqlite_where=text("automatic = 0 AND elsewhere = 0")),
)
