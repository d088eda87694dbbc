"""What a new case seldom needs: an earlier moment of receipt, the number it has elsewhere, what is special about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.cases import NewCase
from app.ui.cases.flag_chips import FlagChips
from app.ui.cases.moment_field import MomentField
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Text, restyle, row

EXTERNAL_DIGITS = 18
"""yyyymmddHHMMSS and four more."""


class NewCaseMore(QWidget):
    """Hidden until it is wanted; what stands in it is always seen."""

    edited = Signal()
    entered = Signal()

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self.setObjectName("cardInside")
        self._zone = zone
        self.received = MomentField(self.tr("받은 때"))
        self.external = TypedLine()
        self.external.setAccessibleName(self.tr("새올 번호"))
        self.length = Text("", "body", Tone.QUIET)
        self.flags = FlagChips()
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addWidget(Text(self.tr("받은 때 (비우면 지금)"), "strong"), 0, 0)
        grid.addLayout(row(Text(self.tr("새올 번호 (18자리)"), "strong"), 1, self.length), 0, 1)
        for place, field in enumerate((self.received, self.external)):
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(self.flags)
        self.hide()
        for part in (self.received, self.flags):
            part.edited.connect(self.edited)
            part.entered.connect(self.entered)
        self.external.live_text_changed.connect(self._on_number)
        self.external.returnPressed.connect(self.entered)
        self.setFocusProxy(self.received)

    def be_on(self, today: date) -> None:
        """Days are counted from `today`."""
        self.received.be_on(today)

    def fill(self, new: NewCase) -> None:
        """Show what is given; with nothing given it hides."""
        self.received.show_moment(None if new.received is None else new.received.astimezone(self._zone))
        self.external.setText(new.external_number)
        self.flags.show_flags(new.flags)
        self.setVisible(self.begun())

    def begun(self) -> bool:
        """Whether anything stands here."""
        return self.received.begun() or bool(self.external.live_text().strip() or self.flags.flags)

    def completed(self, new: NewCase) -> NewCase:
        """`new` with what stands here; a moment that cannot be read is left out."""
        moment = self.received.moment
        return replace(
            new,
            flags=self.flags.flags,
            external_number=self.external.live_text().strip(),
            received=None if moment is None else moment.replace(tzinfo=self._zone),
        )

    def settle(self) -> None:
        """Every half-composed syllable has become part of what is typed."""
        for line in (self.received.line, self.external):
            line.settle()

    def show_wrong(self, name: str) -> None:
        """Mark one field, or none; the cursor goes there."""
        self.received.mark(name == "received")
        self.external.setProperty("wrong", "true" if name == "external_number" else "false")
        restyle(self.external)
        wrong = {"received": self.received.line, "external_number": self.external}.get(name)
        if wrong is not None:
            self.show()
            wrong.setFocus()

    def _on_number(self, text: str) -> None:
        digits = sum(sign.isdigit() for sign in text)
        odd = bool(text.strip()) and digits != EXTERNAL_DIGITS
        self.length.say(self.tr("지금 {count}자리").format(count=digits) if odd else "", Tone.WARNING)
        self.edited.emit()
