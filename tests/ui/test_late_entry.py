"""The dialog for a paper list, by keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.ui.late_entry.view import LateEntryDialog
from tests.ui.conftest import CTRL, Desk


def opened(desk: Desk) -> LateEntryDialog:
    """The dialog over the counter screen."""
    counter = desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_N, CTRL)
    dialog = counter.late_entry
    assert dialog is not None
    return dialog


def test_it_opens(desk: Desk) -> None:
    dialog = opened(desk)
    desk.write("0905")
    assert dialog.at.text() == "09:05"
