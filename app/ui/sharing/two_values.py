"""The bar beside a record that two people changed at the same time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.domain.sharing import FieldConflict
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Notice
from app.ui.sharing.conflicts import field_words


class TwoValues(Notice):
    """Hidden while every field has one value."""

    wanted = Signal()
    """Somebody wants to see both values."""

    def __init__(self) -> None:
        super().__init__(Tone.WARNING, "triangle-alert")
        self.settle = Button(self.tr("두 값 보기"), "secondary")
        self.settle.setAutoDefault(False)
        self.row.addWidget(self.settle)
        self.settle.clicked.connect(self.wanted)

    def show_conflicts(self, conflicts: Sequence[FieldConflict]) -> None:
        """Name the fields that stand with two values."""
        names = ", ".join(dict.fromkeys(field_words(one) for one in conflicts))
        self.say(self.tr("두 사람이 다르게 고쳤습니다: {fields}").format(fields=names) if conflicts else "")
