"""The Qt binding must not eat references: a window lives for a whole day."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QLabel

CALLS = 1_000
# Other threads and caches move the count by a few; a binding that loses one a call moves it by a thousand.
TOLERANCE = 100


@pytest.mark.usefixtures("qapp")
def test_calls_that_return_nothing_leave_none_alone() -> None:
    label, timer = QLabel(), QTimer()
    calls: list[Callable[[], object]] = [
        QCoreApplication.processEvents,
        lambda: label.setText("x"),
        lambda: timer.start(60_000),
        timer.stop,
        label.parent,
    ]
    for call in calls:
        before = sys.getrefcount(None)
        for _ in range(CALLS):
            call()
        assert abs(sys.getrefcount(None) - before) < TOLERANCE
