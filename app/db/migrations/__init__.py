"""Alembic migrations, run from inside the program by `app/db/opening.py`."""
