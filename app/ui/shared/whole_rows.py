"""A table that never shows half a row."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.ui.shared.record_table import RecordTable


class WholeRowsTable(RecordTable):
    """It ends at a whole row, whatever its height, and scrolls by whole rows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._fitting = False
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)

    def updateGeometries(self) -> None:
        # The base class sets the margins for its headers each time; what is left of the last row is added to them.
        if getattr(self, "_fitting", True):
            return
        self._fitting = True
        try:
            super().updateGeometries()
            rest = self.viewport().height() % max(1, self.verticalHeader().defaultSectionSize())
            margins = self.viewportMargins()
            if rest:
                self.setViewportMargins(margins.left(), margins.top(), margins.right(), margins.bottom() + rest)
        finally:
            self._fitting = False
