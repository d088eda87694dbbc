"""Cases and their steps, the board, improvement tasks, notes of abuse, second looks, precedents, and searching."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import app.models.base

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_HOURS = "'opens', 'closes', 'lunch'"


def upgrade() -> None:
    op.execute("ALTER TABLE service ADD COLUMN period VARCHAR DEFAULT '' NOT NULL")
    _cases()
    _board()
    _improvements()
    _notes()
    _search()
    _counted_again()


def _cases() -> None:
    op.create_table(
        "case_file",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("received_at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("received_by", sa.String(), nullable=False),
        sa.Column("counter_code", sa.String(), nullable=False),
        sa.Column("department_code", sa.String(), nullable=False),
        sa.Column("service_code", sa.String(), nullable=True),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("flags", sa.String(), nullable=False),
        sa.Column("of_visit", sa.String(length=36), nullable=True),
        sa.Column("card_id", sa.String(length=36), nullable=True),
        sa.Column("matter_id", sa.String(length=36), nullable=False),
        sa.Column("external_number", sa.String(), nullable=False),
        sa.Column("to_auditor", sa.Boolean(), nullable=False),
        sa.Column("ended_on", app.models.base.OfficeDay(length=10), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("elsewhere", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(), server_default=sa.text("'received'"), nullable=False),
        sa.Column("result", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("owner", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("due_day", app.models.base.OfficeDay(length=10), nullable=True),
        sa.Column("due_clock", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("moved_from", app.models.base.OfficeDay(length=10), nullable=True),
        sa.Column("basis", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("supplements", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("answered_on", app.models.base.OfficeDay(length=10), nullable=True),
        sa.Column("stale", sa.Boolean(), server_default=sa.text("1"), nullable=False),
        sa.Column("matter_asked", sa.String(length=36), server_default=sa.text("''"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_file")),
    )
    op.execute(
        "CREATE INDEX ix_case_file_answered_on ON case_file (answered_on, department_code) "
        "WHERE answered_on IS NOT NULL"
    )
    op.execute("CREATE INDEX ix_case_file_auditor ON case_file (received_at) WHERE to_auditor = 1")
    op.execute("CREATE INDEX ix_case_file_department_code ON case_file (department_code, received_at)")
    op.execute("CREATE INDEX ix_case_file_due ON case_file (due_day, due_clock, id) WHERE status != 'closed'")
    op.execute("CREATE INDEX ix_case_file_ended_on ON case_file (ended_on, id) WHERE ended_on IS NOT NULL")
    op.execute("CREATE INDEX ix_case_file_matter_id ON case_file (matter_id)")
    op.execute("CREATE INDEX ix_case_file_number ON case_file (number)")
    op.execute("CREATE INDEX ix_case_file_of_visit ON case_file (of_visit) WHERE of_visit IS NOT NULL")
    op.execute("CREATE INDEX ix_case_file_received_at ON case_file (received_at, id)")
    op.execute("CREATE INDEX ix_case_file_unerased ON case_file (ended_on) WHERE ended_on IS NOT NULL AND title != ''")
    op.execute(
        "CREATE INDEX ix_case_file_unasked ON case_file (id) "
        "WHERE kind = 'GRIEV' AND to_auditor = 0 AND matter_id != id AND matter_asked != matter_id"
    )
    op.execute("CREATE INDEX ix_case_file_stale ON case_file (id) WHERE stale = 1")
    op.create_table(
        "case_step",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("on_day", app.models.base.OfficeDay(length=10), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("counter_code", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("remedy", sa.String(), nullable=False),
        sa.Column("of_step", sa.String(length=36), nullable=True),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.Column("elsewhere", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_step")),
    )
    op.execute("CREATE INDEX ix_case_step_case_id ON case_step (case_id)")
    op.execute("CREATE INDEX ix_case_step_objected ON case_step (on_day) WHERE kind = 'objected'")
    op.create_table(
        "attachment",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("medium", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("blob", sa.String(length=64), nullable=False),
        sa.Column("at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("parts_sent", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.execute("CREATE INDEX ix_attachment_blob ON attachment (blob)")
    op.execute("CREATE INDEX ix_attachment_case_id ON attachment (case_id)")
    op.execute("CREATE INDEX ix_attachment_unsent ON attachment (id) WHERE parts_sent IS NOT NULL")
    op.create_table(
        "fetched_case",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("until", app.models.base.OfficeDay(length=10), nullable=False),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_fetched_case")),
        sqlite_with_rowid=False,
    )


def _board() -> None:
    op.create_table(
        "card",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("day", app.models.base.OfficeDay(length=10), nullable=False),
        sa.Column("department_code", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=True),
        sa.Column("improvement_id", sa.String(length=36), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("state_by", sa.String(), nullable=False),
        sa.Column("state_at", app.models.base.UtcTime(length=27), nullable=True),
        sa.Column("thanked_at", app.models.base.UtcTime(length=27), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card")),
    )
    op.execute("CREATE INDEX ix_card_about ON card (about, day)")
    op.execute("CREATE INDEX ix_card_day ON card (day)")
    op.execute("CREATE INDEX ix_card_side ON card (side, state, day, id)")


def _improvements() -> None:
    op.create_table(
        "improvement",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("goal", sa.String(), nullable=False),
        sa.Column("department_code", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("consulted", sa.String(), nullable=False),
        sa.Column("learned", sa.String(), nullable=False),
        sa.Column("begins", app.models.base.OfficeDay(length=10), nullable=True),
        sa.Column("ends", app.models.base.OfficeDay(length=10), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("links", sa.String(), nullable=False),
        sa.Column("made_at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_improvement")),
    )
    op.create_table(
        "improvement_review",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("improvement_id", sa.String(length=36), nullable=False),
        sa.Column("quarter", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_improvement_review")),
    )
    op.execute("CREATE INDEX ix_improvement_review_improvement_id ON improvement_review (improvement_id)")


def _notes() -> None:
    op.create_table(
        "incident",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("begun_at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("counter_code", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("witnesses", sa.String(), nullable=False),
        sa.Column("warned_at", app.models.base.UtcTime(length=27), nullable=True),
        sa.Column("ended_at", app.models.base.UtcTime(length=27), nullable=True),
        sa.Column("end", sa.String(), nullable=False),
        sa.Column("of_visit", sa.String(length=36), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident")),
    )
    op.execute("CREATE INDEX ix_incident_begun_at ON incident (begun_at)")
    op.create_table(
        "re_review",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("applied_for", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("department_code", sa.String(), nullable=False),
        sa.Column("rejected_on", app.models.base.OfficeDay(length=10), nullable=False),
        sa.Column("look_on", app.models.base.OfficeDay(length=10), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("state_by", sa.String(), nullable=False),
        sa.Column("state_at", app.models.base.UtcTime(length=27), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_re_review")),
    )
    op.execute("CREATE INDEX ix_re_review_state ON re_review (state, look_on)")
    op.create_table(
        "precedent",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("law", sa.String(), nullable=False),
        sa.Column("department_code", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", app.models.base.UtcTime(length=27), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_precedent")),
    )


def _search() -> None:
    op.create_table(
        "search_entry",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("row_id", sa.String(length=36), nullable=False),
        sa.Column("unsent", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_search_entry")),
    )
    op.execute("CREATE UNIQUE INDEX ix_search_entry_row ON search_entry (entity, row_id)")
    op.execute("CREATE INDEX ix_search_entry_unsent ON search_entry (n) WHERE unsent = 1")
    # Terms only, no text: what they stand for is in the tables. Newest entries come first when read backwards.
    op.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5 (terms, content = '', detail = 'none', tokenize = 'ascii')"
    )
    op.create_table(
        "search_change",
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("row_id", sa.String(length=36), nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("later", sa.Boolean(), server_default=sa.text("0"), nullable=False),
        sa.PrimaryKeyConstraint("entity", "row_id", name=op.f("pk_search_change")),
    )
    op.execute("CREATE INDEX ix_search_change_now ON search_change (entity) WHERE later = 0")
    _searched("case_file", (*_CASE_SEARCHED, "received_at"), ended="ended_on", how="IS NOT NULL")
    _searched("card", (*_CARD_SEARCHED, "at"), ended="state", how="= 'hidden'")


_CASE_SEARCHED = (
    *("title", "text", "name", "phone", "number", "external_number"),
    *("kind", "department_code", "to_auditor", "matter_id"),
)
_CARD_SEARCHED = ("text", "before", "after", "side", "department_code")


def _searched(table: str, columns: Sequence[str], *, ended: str, how: str) -> None:
    """Every change of what a record is found by is noted, with what it was found by before (`search_change`)."""

    def seen(row: str) -> list[str]:
        return [*(f"{row}.{name}" for name in columns), f"({row}.{ended} {how})"]

    changed = " OR ".join(f"{old} IS NOT {new}" for old, new in zip(seen("OLD"), seen("NEW"), strict=True))
    # Not "OR IGNORE": the statement that sets the trigger off may say something else, which would go before it.
    known = f"SELECT 1 FROM search_change WHERE (entity, row_id) = ('{table}', {{}})"
    note = f"INSERT INTO search_change (entity, row_id, before) SELECT '{table}', {{}} WHERE NOT EXISTS ({known})"
    noted = note.format(f"OLD.id, json_array({', '.join(seen('OLD'))})", "OLD.id") + ";"
    _trigger(f"{table}_searched_new", f"INSERT ON {table}", note.format("NEW.id, NULL", "NEW.id") + ";")
    _trigger(f"{table}_searched_gone", f"DELETE ON {table}", noted)
    _trigger(f"{table}_searched", f"UPDATE OF {', '.join(columns)}, {ended} ON {table} WHEN {changed}", noted)


def _counted_again() -> None:
    """What a case's standing and deadline are worked out from marks it as stale when it changes."""
    _trigger("case_step_taken", "INSERT ON case_step", _stale("id = NEW.case_id"))
    _trigger("case_step_placed", "UPDATE OF place ON case_step", _stale("id = NEW.case_id"))
    # The last two say whose it is: what became the audit officer's, or came together, is judged again.
    said = "kind, received_at, department_code, service_code, period, matter_id, to_auditor"
    _trigger("case_file_said", f"UPDATE OF {said} ON case_file", _stale("id = NEW.id"))
    _trigger("service_period", "UPDATE OF period ON service", _stale("service_code = NEW.code AND status != 'closed'"))
    for event in ("INSERT", "UPDATE"):
        _trigger(f"holiday_{event.lower()}", f"{event} ON holiday", _stale("status != 'closed'"))
        hours = f"{event} ON office_setting WHEN NEW.name IN ({_HOURS})"
        _trigger(f"hours_{event.lower()}", hours, _stale("status != 'closed'"))


def _stale(which: str) -> str:
    return f"UPDATE case_file SET stale = 1 WHERE {which};"


def _trigger(name: str, event: str, does: str) -> None:
    op.execute(f"CREATE TRIGGER {name} AFTER {event} BEGIN {does} END")
