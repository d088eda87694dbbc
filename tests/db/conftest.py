"""Fixtures of the practice office."""

from tests.support.offices import auditor, clerk, clock, empty_home, home, home_template, office, supervisor

__all__ = ["auditor", "clerk", "clock", "empty_home", "home", "home_template", "office", "supervisor"]
