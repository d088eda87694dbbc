"""A word why a step was taken. Apart from the steps, which stay for ever: this is erased with the visit's note."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, String, Table

from app.models.base import metadata

step_word = Table(
    "step_word",
    metadata,
    Column("step_id", ForeignKey("visit_step.id"), primary_key=True),
    Column("visit_id", ForeignKey("visit.id"), nullable=False),
    Column("word", String, nullable=False),
    Index("ix_step_word_visit_id", "visit_id"),
)
