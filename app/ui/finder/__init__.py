"""The consultant's finder: what a citizen says leads to the right department, and what became of it is noted."""
