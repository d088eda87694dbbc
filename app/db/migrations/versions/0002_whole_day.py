"""The counter's whole day: reception, several services a visit, hand-overs, corrections, accounts that change."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import app.models.base

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_OPEN = "status IN ('waiting', 'called', 'serving')"


def upgrade() -> None:
    # Written as SQL: SQLite can add a column that refers to another table, Alembic cannot tell it so.
    op.execute("ALTER TABLE visit ADD COLUMN now_at VARCHAR(4) CONSTRAINT fk_visit_now_at REFERENCES counter (code)")
    op.execute("ALTER TABLE visit ADD COLUMN slip_withheld BOOLEAN NOT NULL DEFAULT 0")
    op.execute("UPDATE visit SET now_at = counter_code")
    op.execute("DROP INDEX ix_visit_serving")
    op.execute(f"CREATE INDEX ix_visit_open ON visit (now_at) WHERE {_OPEN}")
    op.execute("CREATE INDEX ix_visit_words ON visit (day) WHERE (note != '' OR queue_number != '')")
    op.execute("CREATE INDEX ix_slip_token_day ON slip_token (day)")
    op.execute(
        "ALTER TABLE visit_step ADD COLUMN to_counter VARCHAR(4) "
        "CONSTRAINT fk_visit_step_to_counter REFERENCES counter (code)"
    )
    op.execute("ALTER TABLE visit_step ADD COLUMN services_before VARCHAR NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE visit_step ADD COLUMN services_after VARCHAR NOT NULL DEFAULT ''")
    op.execute(
        "ALTER TABLE slip ADD COLUMN department_code VARCHAR "
        "CONSTRAINT fk_slip_department_code REFERENCES department (code)"
    )
    # Until now nothing could give a visit another department than the one on its slip.
    op.execute("UPDATE slip SET department_code = (SELECT department_code FROM visit WHERE visit.id = slip.visit_id)")
    op.execute("ALTER TABLE person ADD COLUMN retired_at VARCHAR(27)")
    op.execute("ALTER TABLE person ADD COLUMN must_change BOOLEAN NOT NULL DEFAULT 0")
    op.execute("ALTER TABLE counter ADD COLUMN retired_at VARCHAR(27)")
    _new_tables()
    _forgetting_rollups()


def _new_tables() -> None:
    op.create_table(
        "further_service",
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("service_code", sa.String(), nullable=False),
        sa.Column("department_code", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_further_service_visit_id")),
        sa.ForeignKeyConstraint(["service_code"], ["service.code"], name=op.f("fk_further_service_service_code")),
        sa.ForeignKeyConstraint(
            ["department_code"], ["department.code"], name=op.f("fk_further_service_department_code")
        ),
        sa.PrimaryKeyConstraint("visit_id", "position", name=op.f("pk_further_service")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "step_word",
        sa.Column("step_id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["step_id"], ["visit_step.id"], name=op.f("fk_step_word_step_id")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_step_word_visit_id")),
        sa.PrimaryKeyConstraint("step_id", name=op.f("pk_step_word")),
    )
    op.create_index("ix_step_word_visit_id", "step_word", ["visit_id"])
    op.create_table(
        "day_rollup",
        sa.Column("day", app.models.base.OfficeDay(length=10), nullable=False),
        sa.Column("made_at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("counts", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_day_rollup")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "printed_sheet",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("first_day", app.models.base.OfficeDay(length=10), nullable=False),
        sa.Column("last_day", app.models.base.OfficeDay(length=10), nullable=False),
        sa.Column("printed_at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("printed_by", sa.String(), nullable=False),
        sa.Column("totals", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["printed_by"], ["person.login"], name=op.f("fk_printed_sheet_printed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printed_sheet")),
    )
    op.create_index("ix_printed_sheet_days", "printed_sheet", ["first_day", "last_day"])
    op.create_table(
        "recovery_code",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("made_at", app.models.base.UtcTime(length=27), nullable=False),
        sa.CheckConstraint("one = 1", name=op.f("ck_recovery_code_one")),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_recovery_code")),
    )


def _forgetting_rollups() -> None:
    """Whatever changes a day, the counts kept of it are gone in the same transaction."""
    of_visit = "(SELECT day FROM visit WHERE id = {row}.visit_id)"
    for table, event, row, day in (
        ("visit", "INSERT", "NEW", "NEW.day"),
        ("visit", "UPDATE", "NEW", "NEW.day"),
        ("visit_step", "INSERT", "NEW", of_visit),
        ("slip", "INSERT", "NEW", of_visit),
        ("slip", "UPDATE", "NEW", of_visit),
        ("further_service", "INSERT", "NEW", of_visit),
        ("further_service", "DELETE", "OLD", of_visit),
    ):
        op.execute(
            f"CREATE TRIGGER {table}_{event.lower()}_forgets_rollup AFTER {event} ON {table} "
            f"BEGIN DELETE FROM day_rollup WHERE day = {day.format(row=row)}; END"
        )
