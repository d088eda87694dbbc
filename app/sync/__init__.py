"""Keeping this home and the shared side in step: one protocol, a PostgreSQL server or a file on a share (design §4)."""
