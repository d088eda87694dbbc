"""Fixtures of the practice office."""

from tests.support.offices import admin, auditor, clerk, clock, empty_home, home, home_template, office, supervisor

__all__ = ["admin", "auditor", "clerk", "clock", "empty_home", "home", "home_template", "office", "supervisor"]
