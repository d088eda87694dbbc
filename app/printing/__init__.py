"""Paper: the citizen's slip and the day on one sheet. Frozen content in, PDF bytes or pixels out."""
