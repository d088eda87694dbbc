"""Fixtures of the practice office."""

from tests.support.offices import admin, auditor, clerk, clock, home, home_template, office, supervisor
from tests.support.postgres import postgres_cluster
from tests.support.shared_desks import command, desk, file_desk, printing_home, server_desk, shared_desk

__all__ = [
    "admin",
    "auditor",
    "clerk",
    "clock",
    "command",
    "desk",
    "file_desk",
    "home",
    "home_template",
    "office",
    "postgres_cluster",
    "printing_home",
    "server_desk",
    "shared_desk",
    "supervisor",
]
