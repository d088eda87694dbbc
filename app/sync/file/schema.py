"""The tables of a shared file, and the marks by which it is known. Nothing here knows an office's own tables.

A document's `place` is that of the operation that created it and at the same time its row, so the feed names documents
by one number. `stamps` holds who last set a field, for fields set after the record was created only.
"""

from __future__ import annotations

APPLICATION_ID = 0x4D57534D
"""Stands in the header of every shared file: MWSM."""

SCHEMA_VERSION = 1
"""`PRAGMA user_version`. Only ever added to, so that a program one version behind can still work with the file."""

MAKE = """
CREATE TABLE meta (
    one INTEGER PRIMARY KEY CHECK (one = 1), office TEXT NOT NULL, name TEXT NOT NULL, protocol INTEGER NOT NULL,
    epoch TEXT NOT NULL, checked_on TEXT NOT NULL DEFAULT ''
);
CREATE TABLE node (
    home TEXT PRIMARY KEY, counter_code TEXT NOT NULL, name TEXT NOT NULL, public_key BLOB NOT NULL,
    joined_at TEXT NOT NULL, renewed_from TEXT, release TEXT NOT NULL DEFAULT '', last_seen TEXT,
    unsent INTEGER NOT NULL DEFAULT 0, conflicts INTEGER NOT NULL DEFAULT 0, clock REAL,
    ticket_count INTEGER NOT NULL DEFAULT 0, ticket_mark TEXT NOT NULL DEFAULT '', departments TEXT, removed_on TEXT
) WITHOUT ROWID;
CREATE TABLE invite (
    id TEXT PRIMARY KEY, made_at TEXT NOT NULL, until TEXT NOT NULL, departments TEXT, used_at TEXT, used_by TEXT,
    withdrawn_at TEXT
) WITHOUT ROWID;
CREATE TABLE op (
    place INTEGER PRIMARY KEY, op_id TEXT NOT NULL UNIQUE, home TEXT NOT NULL, n INTEGER NOT NULL,
    entity TEXT NOT NULL, row_id TEXT NOT NULL, kind TEXT NOT NULL, base_version INTEGER NOT NULL,
    fields TEXT NOT NULL, by TEXT NOT NULL, at_client TEXT NOT NULL, at_server TEXT NOT NULL,
    result TEXT NOT NULL, reason TEXT NOT NULL, version INTEGER NOT NULL
);
CREATE TABLE doc (
    place INTEGER PRIMARY KEY, entity TEXT NOT NULL, row_id TEXT NOT NULL, version INTEGER NOT NULL,
    home TEXT NOT NULL, made_by TEXT NOT NULL, made_at TEXT NOT NULL, erased INTEGER NOT NULL,
    fields TEXT NOT NULL, stamps TEXT NOT NULL, parent TEXT, day TEXT, department TEXT, holder TEXT NOT NULL,
    number TEXT, UNIQUE (entity, row_id)
);
CREATE UNIQUE INDEX doc_number ON doc (number) WHERE number IS NOT NULL;
CREATE INDEX doc_parent ON doc (parent) WHERE parent IS NOT NULL;
CREATE INDEX doc_day ON doc (day) WHERE entity = 'visit';
CREATE TABLE feed (seq INTEGER PRIMARY KEY AUTOINCREMENT, place INTEGER NOT NULL);
CREATE TABLE record_key (
    entity TEXT NOT NULL, row_id TEXT NOT NULL, key BLOB NOT NULL, PRIMARY KEY (entity, row_id)
) WITHOUT ROWID;
CREATE TABLE erased (
    entity TEXT NOT NULL, row_id TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (entity, row_id)
) WITHOUT ROWID;
CREATE TABLE audit (
    home TEXT NOT NULL, n INTEGER NOT NULL, at TEXT NOT NULL, login TEXT NOT NULL, role TEXT NOT NULL,
    counter_code TEXT NOT NULL, action TEXT NOT NULL, entity TEXT NOT NULL, row_id TEXT NOT NULL,
    detail TEXT NOT NULL, chain BLOB NOT NULL, PRIMARY KEY (home, n)
) WITHOUT ROWID;
CREATE TABLE access_log (
    n INTEGER PRIMARY KEY AUTOINCREMENT, home TEXT NOT NULL, login TEXT NOT NULL, role TEXT NOT NULL,
    wanted TEXT NOT NULL, argument TEXT NOT NULL, at TEXT NOT NULL
);
CREATE TABLE blob (
    blob TEXT NOT NULL, part INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (blob, part)
) WITHOUT ROWID;
CREATE TABLE survey_answer (
    day TEXT NOT NULL, department INTEGER NOT NULL, area INTEGER NOT NULL, id TEXT NOT NULL, language TEXT NOT NULL,
    body TEXT NOT NULL, envelope BLOB NOT NULL, PRIMARY KEY (day, department, area, id)
) WITHOUT ROWID;
CREATE TRIGGER doc_made AFTER INSERT ON doc BEGIN INSERT INTO feed (place) VALUES (new.place); END;
CREATE TRIGGER doc_changed AFTER UPDATE ON doc BEGIN INSERT INTO feed (place) VALUES (new.place); END;
CREATE TRIGGER op_stays BEFORE UPDATE ON op BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;
CREATE TRIGGER op_kept BEFORE DELETE ON op BEGIN SELECT RAISE(ABORT, 'the ledger is only added to'); END;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the access log is only added to'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the access log is only added to'); END;
CREATE TRIGGER fetched_stays BEFORE UPDATE ON access_log
    BEGIN SELECT RAISE(ABORT, 'the access log is only added to'); END;
CREATE TRIGGER fetched_kept BEFORE DELETE ON access_log
    BEGIN SELECT RAISE(ABORT, 'the access log is only added to'); END;
"""
