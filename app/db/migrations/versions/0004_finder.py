"""The directory, showing the way, and the calendar."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import app.models.base

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_DIRECTORY = ("task", "decisive_question", "life_event")


def upgrade() -> None:
    _directory()
    _guidance()
    op.create_table(
        "holiday",
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_holiday")),
    )
    _marks()


def _directory() -> None:
    texts = ("bureau", "department", "team", "title", "keywords", "location", "phone", "words", "papers", "way")
    op.create_table(
        "task",
        sa.Column("id", sa.String(length=36), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in texts),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
    )
    op.create_table(
        "decisive_question",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("choices", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisive_question")),
    )
    op.create_table(
        "life_event",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("steps", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_life_event")),
    )


def _guidance() -> None:
    op.create_table(
        "guidance",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("day", app.models.base.OfficeDay(length=10), nullable=False),
        sa.Column("at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("counter_code", sa.String(), nullable=False),
        sa.Column("phrase", sa.String(), nullable=False),
        sa.Column("task_id", sa.String(length=36), nullable=False),
        sa.Column("of_visit", sa.String(length=36), nullable=True),
        sa.Column("transfer", sa.String(), nullable=False),
        sa.Column("due", app.models.base.UtcTime(length=27), nullable=True),
        sa.Column("taken_at", app.models.base.UtcTime(length=27), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("actual_task_id", sa.String(length=36), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("outcome_at", app.models.base.UtcTime(length=27), nullable=True),
        sa.Column("outcome_by", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("elsewhere", sa.Boolean(), nullable=False),
        sa.Column("mark", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guidance")),
    )
    op.execute("CREATE INDEX ix_guidance_day ON guidance (day, at)")
    op.execute("CREATE INDEX ix_guidance_key ON guidance (key) WHERE outcome != '' AND phrase != ''")
    op.execute("CREATE INDEX ix_guidance_mark ON guidance (mark, key) WHERE mark > 0")
    op.execute("CREATE INDEX ix_guidance_running ON guidance (due) WHERE transfer != '' AND taken_at IS NULL")
    op.execute("CREATE INDEX ix_guidance_wrong ON guidance (day) WHERE outcome = 'wrong'")
    op.execute("CREATE INDEX ix_guidance_worded ON guidance (day) WHERE phrase != ''")
    op.create_table(
        "phrase_ruling",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("phrase", sa.String(), nullable=False),
        sa.Column("task_id", sa.String(length=36), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_phrase_ruling")),
    )


def _marks() -> None:
    op.create_table(
        "finder_mark",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("directory", sa.Integer(), nullable=False),
        sa.Column("lessons", sa.Integer(), nullable=False),
        sa.Column("forgotten", sa.Integer(), nullable=False),
        sa.CheckConstraint("one = 1", name=op.f("ck_finder_mark_one")),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_finder_mark")),
    )
    op.execute("INSERT INTO finder_mark VALUES (1, 1, 1, 1)")
    for table in _DIRECTORY:
        _trigger(f"{table}_made", f"INSERT ON {table}", _raised("directory"))
        _trigger(f"{table}_changed", f"UPDATE ON {table}", _raised("directory"))
    for event in ("INSERT", "UPDATE"):
        _trigger(f"phrase_ruling_{event.lower()}", f"{event} ON phrase_ruling", _raised("lessons"))
    marked = "UPDATE guidance SET mark = (SELECT lessons FROM finder_mark) WHERE id = NEW.id;"
    _trigger("guidance_told", "INSERT ON guidance WHEN NEW.outcome != ''", _raised("lessons") + marked)
    _trigger(
        "guidance_changed",
        "UPDATE OF outcome, actual_task_id, task_id ON guidance WHEN NEW.outcome != '' OR OLD.outcome != ''",
        _raised("lessons") + marked,
    )
    _trigger("guidance_forgotten", "UPDATE OF phrase ON guidance WHEN NEW.phrase != OLD.phrase", _raised("forgotten"))


def _raised(number: str) -> str:
    return f"UPDATE finder_mark SET {number} = {number} + 1; "


def _trigger(name: str, event: str, does: str) -> None:
    op.execute(f"CREATE TRIGGER {name} AFTER {event} BEGIN {does} END")
