"""Fixtures of the practice office."""

from tests.support.offices import admin, auditor, clerk, clock, empty_home, home, home_template, office, supervisor
from tests.support.received_cases import colleague, receive

__all__ = [
    "admin",
    "auditor",
    "clerk",
    "clock",
    "colleague",
    "empty_home",
    "home",
    "home_template",
    "office",
    "receive",
    "supervisor",
]
