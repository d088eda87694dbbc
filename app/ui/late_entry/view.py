"""The dialog for a paper list: one line after the other by keys, and beside it what was entered."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QButtonGroup, QDateEdit, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.late_visits import LATE_DAYS
from app.domain.visits import QUEUE_NUMBER_LIMIT, LateReason, VisitorKind
from app.ui.late_entry.clock_field import ClockField
from app.ui.late_entry.entered_list import EnteredList
from app.ui.late_entry.presenter import LateEntryPresenter, PaperLine
from app.ui.shared import words
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.unfinished import Unfinished
from app.ui.shared.widgets import Button, Notice, Text, restyle, row, shortcut
from app.ui.visit_entry.services_input import ServicesInput

_WIDTH = 1080
_LIST_WIDTH = 410


class LateEntryDialog(FittedDialog):
    """Enter saves the line and begins the next; day and reason stay."""

    def __init__(self, presenter: LateEntryPresenter, today: date, zone_name: str, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
