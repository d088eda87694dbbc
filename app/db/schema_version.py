"""The migrations this program knows, oldest first. Kept here so that a start does not load Alembic; a test compares."""

REVISIONS = ("0001", "0002", "0003", "0004", "0005")
HEAD = REVISIONS[-1]
