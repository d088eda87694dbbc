"""Answers that two officers should give alike: a list, and a form beside it."""
