"""Matching what citizens say with who does it: no database, no window, no network; records in, answers out."""
