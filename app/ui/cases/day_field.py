"""A field for a day, typed as people write days, with the whole day said beside it."""

from __future__ import annotations

from datetime import date

from app.domain.typed_days import read_day, show_day
from app.ui.cases.typed_field import TypedField
from app.ui.shared import case_words
from app.ui.shared.theme import Tone

_WIDTH = 132


class DayField(TypedField):
    """오늘, -2, 11.30 or 2026-11-30. What cannot be read is said at once, and nothing is saved with it."""

    def __init__(self, name: str) -> None:
        super().__init__(name, _WIDTH)
        self.line.setToolTip(self.tr("11.30, 2026-11-30, 오늘, 어제, +7, -2"))

    @property
    def day(self) -> date | None:
        """The day that is typed; None for nothing, and for what is none."""
        return read_day(self.line.live_text(), self._today)

    @property
    def unclear(self) -> bool:
        """Whether something is typed that is no day."""
        return self.begun() and self.day is None

    def show_day(self, value: date | None, today: date) -> None:
        """Show a day nobody has typed."""
        self._today = today
        self.line.setText("" if value is None else show_day(value, today))
        self._on_typed()

    def _say(self) -> None:
        day = self.day
        if day is not None:
            self.said.say(case_words.day(day, self._today), Tone.QUIET)
        else:
            self.said.say(self.tr("날짜로 읽을 수 없습니다") if self.unclear else "", Tone.DANGER)
