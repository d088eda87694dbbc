"""Rejected applicants who are to be looked at again: a list, a form, and what the second look came to."""
