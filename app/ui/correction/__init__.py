"""Putting the services of a visit right, with a word why."""
