"""Opening the home while the sign-in card is already there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot

from app.domain.errors import AppError
from app.ui.shared.task_runner import Lane
from app.ui.shell.window import MainWindow


class HomeOpening(QObject):
    """Runs `make` on the desk lane once the window has been painted, so that its first picture waits for nothing.

    Whatever is asked of the desk lane afterwards finds the home open.
    """

    failed = Signal(object)
    """The `AppError` that keeps the home shut. A bug is told about by the window, as every bug is."""

    def __init__(self, window: MainWindow, make: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._make = make
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._start)
        return super().eventFilter(watched, event)

    @Slot()
    def _start(self) -> None:
        self._window.runner.run(Lane.DESK, self, self._make, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, AppError):
            self.failed.emit(error)


class StartProblem(QObject):
    """Says why the program cannot go on and ends it with the error's exit code."""

    def __init__(self, parent: QObject, tell: Callable[[AppError], object]) -> None:
        super().__init__(parent)
        self._tell = tell

    @Slot(object)
    def end_because(self, error: AppError) -> None:
        """Tell, wait until it is read, end."""
        self._tell(error)
        QCoreApplication.exit(error.exit_code)
