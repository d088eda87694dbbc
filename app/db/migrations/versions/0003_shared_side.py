"""The shared side: what this home knows of it, what became of operations, and visits entered after an outage."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import app.models.base

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in ("by VARCHAR", "about VARCHAR", "reason VARCHAR"):
        op.execute(f"ALTER TABLE outbox ADD COLUMN {column} NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE outbox ADD COLUMN version INTEGER")
    op.execute("ALTER TABLE outbox ADD COLUMN place INTEGER")
    op.execute("CREATE INDEX ix_outbox_waiting ON outbox (n, about, state) WHERE state = 'waiting'")
    op.execute("CREATE INDEX ix_outbox_waiting_row ON outbox (row_id) WHERE state = 'waiting'")
    op.execute("CREATE INDEX ix_outbox_refused ON outbox (n) WHERE state = 'refused'")
    op.execute("ALTER TABLE counter ADD COLUMN home VARCHAR(36) NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE counter ADD COLUMN key_until VARCHAR(10)")
    op.execute("UPDATE counter SET home = (SELECT home_id FROM home) WHERE code = (SELECT counter_code FROM home)")
    op.execute("ALTER TABLE slip_token ADD COLUMN key_id BLOB")
    op.execute("ALTER TABLE visit ADD COLUMN elsewhere BOOLEAN NOT NULL DEFAULT 0")
    op.execute("ALTER TABLE visit ADD COLUMN late_reason VARCHAR NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE visit ADD COLUMN entered_at VARCHAR(27)")
    op.execute("ALTER TABLE visit_step ADD COLUMN place INTEGER")
    op.execute("ALTER TABLE visit_step ADD COLUMN elsewhere BOOLEAN NOT NULL DEFAULT 0")
    op.execute("DROP INDEX ix_visit_step_at")
    op.execute("CREATE INDEX ix_visit_step_own_at ON visit_step (at) WHERE automatic = 0 AND elsewhere = 0")
    _steps()
    _link()
    _documents()
    _days()


def _steps() -> None:
    """What happened stays as it was written; only its place among the office's steps is told later.

    Copies of other counters' steps may go: they stay on the shared side.
    """
    op.execute("DROP TRIGGER visit_step_no_update")
    op.execute("DROP TRIGGER visit_step_no_delete")
    op.execute(
        "UPDATE visit_step SET to_counter = (SELECT now_at FROM visit WHERE visit.id = visit_step.visit_id) "
        "WHERE kind = 'registered' "
        "AND visit_id IN (SELECT id FROM visit WHERE status IN ('waiting', 'called', 'serving'))"
    )
    told = "id, visit_id, kind, at, by, counter_code, automatic, trusted, pc_clock, to_counter, services_before, "
    told += "services_after, elsewhere"
    op.execute(
        f"CREATE TRIGGER visit_step_no_update BEFORE UPDATE OF {told} ON visit_step "
        "BEGIN SELECT RAISE(ABORT, 'visit_step is only ever added to'); END"
    )
    op.execute(
        "CREATE TRIGGER visit_step_no_delete BEFORE DELETE ON visit_step WHEN NOT OLD.elsewhere "
        "BEGIN SELECT RAISE(ABORT, 'visit_step is only ever added to'); END"
    )


def _link() -> None:
    op.create_table(
        "shared_link",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=36), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("epoch", sa.String(), nullable=False),
        sa.Column("ticket_count", sa.Integer(), nullable=False),
        sa.Column("ticket_mark", sa.String(), nullable=False),
        sa.Column("following_mark", sa.String(), nullable=False),
        sa.Column("cursor_xid", sa.Integer(), nullable=False),
        sa.Column("cursor_seq", sa.Integer(), nullable=False),
        sa.Column("audit_sent", sa.Integer(), nullable=False),
        sa.Column("pulled_with", sa.String(), nullable=False),
        sa.Column("key_accepted", sa.Boolean(), nullable=False),
        sa.Column("attached_at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("last_exchange", app.models.base.UtcTime(length=27), nullable=True),
        sa.Column("failing_since", app.models.base.UtcTime(length=27), nullable=True),
        sa.Column("trouble", sa.String(), nullable=False),
        sa.Column("trouble_data", sa.String(), nullable=False),
        sa.Column("clock", sa.Float(), nullable=True),
        sa.Column("catching_up", sa.Boolean(), nullable=False),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column("whole_from", app.models.base.OfficeDay(length=10), nullable=True),
        sa.Column("pull_from", app.models.base.OfficeDay(length=10), nullable=True),
        sa.Column("known_xid", sa.Integer(), nullable=False),
        sa.Column("known_seq", sa.Integer(), nullable=False),
        sa.Column("cleared_before", app.models.base.OfficeDay(length=10), nullable=True),
        sa.CheckConstraint("one = 1", name=op.f("ck_shared_link_one")),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_shared_link")),
    )


def _documents() -> None:
    op.create_table(
        "replica",
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("row_id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("erased", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("entity", "row_id", name=op.f("pk_replica")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "parked_document",
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("row_id", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("entity", "row_id", name=op.f("pk_parked_document")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "conflict",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("row_id", sa.String(), nullable=False),
        sa.Column("fields", sa.String(), nullable=False),
        sa.Column("settled_at", app.models.base.UtcTime(length=27), nullable=True),
        sa.Column("settled_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict")),
    )
    op.execute("CREATE INDEX ix_conflict_open ON conflict (entity, row_id) WHERE settled_at IS NULL")


def _days() -> None:
    op.create_table(
        "relabelled",
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("day", app.models.base.OfficeDay(length=10), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("at", app.models.base.UtcTime(length=27), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_relabelled_visit_id")),
        sa.PrimaryKeyConstraint("visit_id", name=op.f("pk_relabelled")),
    )
    op.create_table(
        "survey_day",
        sa.Column("day", app.models.base.OfficeDay(length=10), nullable=False),
        sa.Column("tallies", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_survey_day")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "day_elsewhere",
        sa.Column("day", app.models.base.OfficeDay(length=10), nullable=False),
        sa.Column("since", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("held_until", app.models.base.OfficeDay(length=10), nullable=True),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_day_elsewhere")),
        sqlite_with_rowid=False,
    )
