"""What stands beside the form of a new case: when it would be due, and earlier cases or how that was counted."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.cases import CaseKind
from app.ui.cases.due_card import DueCard
from app.ui.cases.foreseen_card import ForeseenCard
from app.ui.cases.new_case_presenter import Foreseen
from app.ui.cases.similar_list import SimilarList


class BesideNewCase(QWidget):
    """The days take the place of the earlier cases for as long as somebody looks at them."""

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self.due = ForeseenCard(zone)
        self.similar = SimilarList()
        self.days = DueCard(esc=False)
        self._foreseen: Foreseen | None = None
        self._came_from: QWidget | None = None
        """Where the keyboard was before."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.due)
        column.addWidget(self.similar, 1)
        column.addWidget(self.days, 1)
        self.days.hide()
        self.due.pressed.connect(self.explain)
        self.days.left.connect(self.leave_days)

    @property
    def explaining(self) -> bool:
        """Whether the days are shown."""
        return self.days.isVisibleTo(self)

    def show_foreseen(self, foreseen: Foreseen | None, kind: CaseKind | None) -> None:
        """What is known of a case of `kind`; None while nothing is."""
        self._foreseen = foreseen
        self.due.show_foreseen(foreseen, kind)
        self.similar.show_lines(foreseen.similar if foreseen is not None else ())
        if not self.explaining:
            return
        if foreseen is None or foreseen.due is None:
            self._show_days(False)
        else:
            self.days.show_due(foreseen.due, foreseen.today)

    def explain(self) -> None:
        """Show the days one by one; once more, and they are gone."""
        if self.explaining:
            self.leave_days()
        elif self._foreseen is not None and self._foreseen.due is not None:
            self.days.show_due(self._foreseen.due, self._foreseen.today)
            self._came_from = QApplication.focusWidget()
            self._show_days(True)
            self.days.setFocus()

    def leave_days(self) -> None:
        """The earlier cases are there again, and the keyboard is where it was."""
        self._show_days(False)
        if self._came_from is not None:
            self._came_from.setFocus()

    def _show_days(self, shown: bool) -> None:
        self.days.setVisible(shown)
        self.similar.setVisible(not shown)
