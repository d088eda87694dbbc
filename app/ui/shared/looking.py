"""A presenter that asks the same thing again while somebody looks, and knows the office's time between two answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane


class Looking(QObject):
    """What a presenter of this kind has to say: `_question`, what to do with the `_answered`, and what `_went_wrong`.

    Asked every `every` milliseconds while somebody looks.
    """

    def __init__(self, session: Session, parent: QObject, every: int) -> None:
        super().__init__(parent)
        self._session = session
        self._told: datetime | None = None
        self._since = QElapsedTimer()
        self._asked = False
        self._ask_again = False
        self.timer = QTimer(self)
        self.timer.setInterval(every)
        self.timer.timeout.connect(self.reload)

    @property
    def seen(self) -> bool:
        """Whether anybody looks."""
        return self.timer.isActive()

    def be_seen(self, seen: bool) -> None:
        """Whether anybody looks: nothing is asked behind another screen."""
        if seen:
            self.timer.start()
            self.reload()
        else:
            self.timer.stop()

    def moment(self) -> datetime:
        """The office's moment now, from what it was told last and the time passed since; before that the PC's."""
        if self._told is None:
            return datetime.now(UTC)
        return self._told + timedelta(milliseconds=self._since.elapsed())

    def reload(self) -> None:
        """Ask now; several wishes while an answer is under way become one question after it."""
        if self._asked:
            self._ask_again = True
            return
        self._asked = True
        self._session.runner.run(self._lane(), self, self._question(), self._on_answer, self._on_failed)

    def _lane(self) -> Lane:
        """Where the question is asked: the desk's lane, unless it may ask a network."""
        return Lane.DESK

    def _question(self) -> Callable[[], Any]:
        """The work for the lane."""
        raise NotImplementedError

    def _answered(self, answer: Any) -> None:
        """What it brought."""
        raise NotImplementedError

    def _went_wrong(self, error: Exception) -> None:
        """Why it brought nothing."""
        raise NotImplementedError

    def _tell_moment(self, moment: datetime) -> None:
        self._told = moment
        self._since.start()

    def _on_answer(self, answer: Any) -> None:
        self._answered(answer)
        self._ready()

    def _on_failed(self, error: Exception) -> None:
        self._went_wrong(error)
        self._ready()

    def _ready(self) -> None:
        self._asked = False
        if self._ask_again:
            self._ask_again = False
            self.reload()
