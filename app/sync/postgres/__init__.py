"""The shared side on PostgreSQL: its SQL, and the three ways in (hub, owner, door)."""
