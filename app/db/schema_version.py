"""The newest migration this program knows. Kept here so that a start does not load Alembic; a test holds them equal."""

HEAD = "0001"
