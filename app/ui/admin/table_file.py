"""Asking which table to read: the administrator's two imports ask alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_table(page: QWidget, title: str, kinds: str, read: Callable[[str], None]) -> None:
    """Ask over `page` for one file of the `kinds`, and hand its path to `read`."""
    dialog = QFileDialog(page, title, str(Path.home()))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kinds)
    dialog.fileSelected.connect(read)
    dialog.finished.connect(dialog.deleteLater)
    dialog.finished.connect(page.window().activateWindow)  # also on a screen without a window manager
    dialog.open()
