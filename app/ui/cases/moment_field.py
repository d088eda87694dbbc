"""A field for a moment that is over, typed as people write it, with the whole of it said beside it."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.typed_days import read_moment, show_day
from app.ui.cases.typed_field import TypedField
from app.ui.shared import case_words
from app.ui.shared.theme import Tone

_WIDTH = 150


class MomentField(TypedField):
    """어제 16:30 or 11.20 9:05, in the office's clock; empty is now."""

    def __init__(self, name: str) -> None:
        super().__init__(name, _WIDTH)
        self.line.setPlaceholderText(self.tr("어제 16:30"))
        self.line.setToolTip(self.tr("어제 16:30, 11.20 9:05, 오후 4시"))
        self._say()

    @property
    def moment(self) -> datetime | None:
        """What is typed, without a zone; None for nothing, and for what is no moment."""
        return read_moment(self.line.live_text(), self._today)

    @property
    def unclear(self) -> bool:
        """Whether something is typed that is no moment."""
        return self.begun() and self.moment is None

    def be_on(self, today: date) -> None:
        """Days are counted from `today`."""
        if today != self._today:
            self._today = today
            self._say()

    def show_moment(self, value: datetime | None) -> None:
        """Show a moment that nobody has typed here, in the office's zone; None: now."""
        self.line.setText("" if value is None else f"{show_day(value.date(), self._today)} {value:%H:%M}")

    def _say(self) -> None:
        moment = self.moment
        if moment is not None:
            self.said.say(case_words.due_moment(moment.date(), f"{moment:%H:%M}", self._today), Tone.QUIET)
        elif self.unclear:
            self.said.say(self.tr("날짜와 시각을 적어 주세요"), Tone.DANGER)
        else:
            self.said.say(self.tr("지금"), Tone.QUIET)
