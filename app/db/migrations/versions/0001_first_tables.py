"""The first tables of a counter's home."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import app.models.base

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("counter_code", sa.String(length=4), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("row_id", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("chain", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_audit")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "counter",
        sa.Column("code", sa.String(length=4), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_counter")),
    )
    op.create_table(
        "department",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("bureau", sa.String(), nullable=False),
        sa.Column("location", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("phones", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired_at", app.models.base.UtcTime(length=27), nullable=True),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_department")),
        sa.UniqueConstraint("number", name=op.f("uq_department_number")),
    )
    op.create_table(
        "home",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("home_id", sa.String(length=36), nullable=False),
        sa.Column("counter_code", sa.String(length=4), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_home")),
    )
    op.create_table(
        "office_setting",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_office_setting")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "outbox",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("op_id", sa.String(length=36), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("row_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("base_version", sa.Integer(), nullable=False),
        sa.Column("fields", sa.String(), nullable=False),
        sa.Column("made_at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_outbox")),
        sa.UniqueConstraint("op_id", name=op.f("uq_outbox_op_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "person",
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", app.models.base.UtcTime(length=27), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("login", name=op.f("pk_person")),
    )
    op.create_table(
        "record_key",
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("row_id", sa.String(), nullable=False),
        sa.Column("key", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("entity", "row_id", name=op.f("pk_record_key")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "audit_key",
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("public", sa.LargeBinary(length=32), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("locked_private", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", app.models.base.UtcTime(length=27), nullable=False),
        sa.ForeignKeyConstraint(["login"], ["person.login"], name=op.f("fk_audit_key_login")),
        sa.PrimaryKeyConstraint("login", name=op.f("pk_audit_key")),
    )
    op.create_table(
        "service",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("department_code", sa.String(), nullable=False),
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("area_number", sa.Integer(), nullable=False),
        sa.Column("key", sa.Integer(), nullable=True),
        sa.Column("keywords", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired_at", app.models.base.UtcTime(length=27), nullable=True),
        sa.ForeignKeyConstraint(["department_code"], ["department.code"], name=op.f("fk_service_department_code")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_service")),
    )
    op.create_table(
        "visit",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("counter_code", sa.String(length=4), nullable=False),
        sa.Column("day", app.models.base.OfficeDay(length=10), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("service_code", sa.String(), nullable=False),
        sa.Column("department_code", sa.String(), nullable=False),
        sa.Column("visitor_kind", sa.String(), nullable=False),
        sa.Column("queue_number", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("registered_by", sa.String(), nullable=False),
        sa.Column("registered_at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["counter_code"], ["counter.code"], name=op.f("fk_visit_counter_code")),
        sa.ForeignKeyConstraint(["department_code"], ["department.code"], name=op.f("fk_visit_department_code")),
        sa.ForeignKeyConstraint(["registered_by"], ["person.login"], name=op.f("fk_visit_registered_by")),
        sa.ForeignKeyConstraint(["service_code"], ["service.code"], name=op.f("fk_visit_service_code")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
        sa.UniqueConstraint("counter_code", "day", "seq", name=op.f("uq_visit_counter_code_day_seq")),
    )
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.create_index("ix_visit_day", ["day"], unique=False)
        batch_op.create_index(
            "ix_visit_serving", ["counter_code"], unique=False, sqlite_where=sa.text("status = 'serving'")
        )

    op.create_table(
        "slip",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("paper", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("reissue", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("printed_at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["person.login"], name=op.f("fk_slip_made_by")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_slip_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slip")),
        sa.UniqueConstraint(
            "visit_id", "paper", "language", "printed_at", name=op.f("uq_slip_visit_id_paper_language_printed_at")
        ),
    )
    with op.batch_alter_table("slip", schema=None) as batch_op:
        batch_op.create_index("ix_slip_waiting", ["state"], unique=False, sqlite_where=sa.text("state = 'waiting'"))

    op.create_table(
        "slip_token",
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("department_number", sa.Integer(), nullable=False),
        sa.Column("area_number", sa.Integer(), nullable=False),
        sa.Column("day", app.models.base.OfficeDay(length=10), nullable=False),
        sa.Column("afternoon", sa.Boolean(), nullable=False),
        sa.Column("locked_nonce", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_slip_token_visit_id")),
        sa.PrimaryKeyConstraint("visit_id", name=op.f("pk_slip_token")),
    )
    op.create_table(
        "visit_step",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("counter_code", sa.String(length=4), nullable=False),
        sa.Column("automatic", sa.Boolean(), nullable=False),
        sa.Column("because_of", sa.String(length=36), nullable=True),
        sa.Column("trusted", sa.Boolean(), nullable=False),
        sa.Column("pc_clock", app.models.base.UtcTime(length=27), nullable=False),
        sa.ForeignKeyConstraint(["because_of"], ["visit.id"], name=op.f("fk_visit_step_because_of")),
        sa.ForeignKeyConstraint(["by"], ["person.login"], name=op.f("fk_visit_step_by")),
        sa.ForeignKeyConstraint(["counter_code"], ["counter.code"], name=op.f("fk_visit_step_counter_code")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_visit_step_visit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_step")),
    )
    with op.batch_alter_table("visit_step", schema=None) as batch_op:
        batch_op.create_index("ix_visit_step_at", ["at"], unique=False)
        batch_op.create_index("ix_visit_step_because_of", ["because_of"], unique=False)
        batch_op.create_index("ix_visit_step_visit_id", ["visit_id"], unique=False)
    for table in ("audit", "visit_step"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"
            )
