"""The list of keys, on F1."""
