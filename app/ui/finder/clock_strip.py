"""The clocks of the act that are running: due when, how long yet, and which are over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QWidget

from app.domain.directory import Task
from app.domain.guidance import Guidance
from app.ui.finder import words
from app.ui.finder.guided_presenter import Guided, GuidedPresenter
from app.ui.shared.flow import Flow
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, IconLabel, Text, row

_MOST = 4
_SOON = timedelta(minutes=30)


class ClockStrip(QFrame):
    """Takes no room while no clock runs. Pressing one points at it in the list."""

    pressed = Signal(object)

    def __init__(self, presenter: GuidedPresenter, task_of: Callable[[str | None], Task | None]) -> None:
        super().__init__()
        self.setObjectName("card")
        self._presenter = presenter
        self._task_of = task_of
        self._shown: tuple[tuple[str, str, Tone], ...] = ()
        self.title = Text(self.tr("이송 중"), "strong")
        self.rest = Text("", "body")
        self.flow = Flow(8)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.idClicked.connect(self._on_pressed)
        line = row(IconLabel("hourglass", Tone.PRIMARY), self.title, spacing=10)
        line.setContentsMargins(16, 6, 16, 6)
        line.addWidget(self.flow, 1)
        line.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self.hide()
        presenter.changed.connect(self._show)

    def refresh(self) -> None:
        """The directory was read, or a minute has passed."""
        self._show(self._presenter.state)

    def said(self) -> tuple[str, ...]:
        """What stands on the clocks."""
        return tuple(text for _, text, _ in self._shown)

    def _show(self, state: Guided) -> None:
        shown = tuple((each.id, self._words(each), self._tone(each)) for each in state.transfers[:_MOST])
        more = len(state.transfers) - _MOST
        self.rest.say(self.tr("그 밖 {count}건").format(count=more) if more > 0 else "")
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        for old in self._group.buttons():
            self._group.removeButton(old)
        buttons: list[QWidget] = []
        for place, (_, text, tone) in enumerate(shown):
            button = Button(text, "clock")
            button.setProperty("tone", tone.value)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button, place)
            buttons.append(button)
        self.flow.put(buttons)

    def _words(self, guidance: Guidance) -> str:
        task = self._task_of(guidance.task_id)
        due = guidance.due
        assert due is not None
        when = words.by_when(due, self._presenter.today(), self._presenter.zone)
        later = due.astimezone(self._presenter.zone).date() > self._presenter.today()
        left = words.time_left(self._presenter.left(guidance), working=later)
        parts = [task.department if task is not None else "", when, left]
        return " · ".join(part for part in parts if part)

    def _tone(self, guidance: Guidance) -> Tone:
        left = self._presenter.left(guidance)
        if left < timedelta():
            return Tone.DANGER
        return Tone.WARNING if left <= _SOON else Tone.PRIMARY

    def _on_pressed(self, place: int) -> None:
        self.pressed.emit(self._shown[place][0])
