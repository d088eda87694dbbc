"""People who were sent to a wrong desk, on the screen of figures: what for, where to and why; never by whom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.guidance import WrongReferral
from app.domain.period_figures import REFERRAL_DAYS, PeriodFigures
from app.ui.daily_sheet import figure_words
from app.ui.finder.words import wrong_reason
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Card, ElidedText, Text

_MOST = 5
_BETWEEN = 6


class WrongReferrals(Card):
    """The commonest, most people first, and how many there are beside them; hidden where there are none."""

    def __init__(self) -> None:
        super().__init__(margins=(20, 14, 20, 14))
        self.column.setSpacing(10)
        self.heading = Text("", "heading")
        self.column.addWidget(self.heading)
        self._holder: QWidget | None = None
        self.rest = Text("", "small", Tone.QUIET)
        self.column.addWidget(self.rest)
        self.hide()

    def show_figures(self, figures: PeriodFigures) -> None:
        """Two lines for each kind: what was wanted and by how many; where they were sent, belonged, and why."""
        referrals = figures.wrong_referrals
        self.setVisible(bool(referrals))
        people = sum(referral.people for referral in referrals)
        self.heading.say(
            self.tr("잘못 안내 · {day}까지 {days}일 동안 {people:,}명").format(
                day=figure_words.short_day(figures.referred_until), days=REFERRAL_DAYS, people=people
            )
        )
        shown, rest = referrals[:_MOST], referrals[_MOST:]
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for line, referral in enumerate(shown):
            self._add(grid, 3 * line, referral)
            grid.setRowMinimumHeight(3 * line + 2, _BETWEEN)
        layout = self.column
        assert isinstance(layout, QVBoxLayout)
        if self._holder is None:
            layout.insertWidget(1, holder)
        else:
            layout.replaceWidget(self._holder, holder)
            self._holder.deleteLater()
        self._holder = holder
        self.rest.setVisible(bool(rest))
        others = sum(referral.people for referral in rest)
        self.rest.say(self.tr("그 밖 {n}가지 {people:,}명").format(n=len(rest), people=others))

    def _add(self, grid: QGridLayout, line: int, referral: WrongReferral) -> None:
        people = self.tr("{people:,}명").format(people=referral.people)
        wanted = ElidedText(self._wanted(referral), "strong")
        count = Text(people, "strong")
        count.setAlignment(Qt.AlignmentFlag.AlignRight)
        way = ElidedText(self._way(referral), "small", Tone.QUIET)
        way.setAccessibleName(f"{self._wanted(referral)}, {people}, {self._way(referral)}")
        grid.addWidget(wanted, line, 0)
        grid.addWidget(count, line, 1)
        grid.addWidget(way, line + 1, 0, 1, 2)

    def _wanted(self, referral: WrongReferral) -> str:
        if not referral.phrase:
            return referral.title
        return self.tr("{title} ‘{phrase}’").format(title=referral.title, phrase=referral.phrase)

    def _way(self, referral: WrongReferral) -> str:
        reason = wrong_reason(referral.reason)
        if not referral.actual_department:
            return self.tr("{department}에 잘못 보냄 · {reason}").format(department=referral.department, reason=reason)
        return self.tr("{department} → {actual} · {reason}").format(
            department=referral.department, actual=referral.actual_department, reason=reason
        )
