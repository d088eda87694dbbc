"""Rules and records of the office. Standard library only; nothing here knows a database, a screen or a network."""
