"""This PC's settings while the window is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.config.settings import DeskSettings, save_settings


class SettingsStore(QObject):
    """Holds the settings, writes them, and tells everybody who looks."""

    changed = Signal(object)

    def __init__(self, path: Path, settings: DeskSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.settings = settings

    def keep(self, settings: DeskSettings) -> None:
        """Write `settings` and use them from now on. Errors: `CannotWrite`; then nothing has changed."""
        save_settings(self._path, settings)
        self.settings = settings
        self.changed.emit(settings)
