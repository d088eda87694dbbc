"""The tables, one file each, named in the singular. SQLAlchemy Core; rows never leave `app/db` (design law 3)."""
