"""What is drawn before somebody's desk: dialogs out of sight, and everything put back as it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget
from shiboken6 import isValid

from app.ui.shared.typed_line import TypedLine

COVERS = "covers"
"""A page with this property stands before a desk; its own dialogs may be seen."""

PUBLIC = "public"
"""A window with this property shows only what hangs in public, and stays while a desk is covered."""

_FLEETING = (Qt.WindowType.ToolTip, Qt.WindowType.Popup)


class Curtain(QObject):
    """Drawn when it is made; `lift` puts dialogs, cursor and selection back.

    While it is drawn no other window of the program stays visible, also none that opens later, but those of the page
    that covers the desk, what is `PUBLIC`, and `spared` (the question before closing).
    """

    def __init__(self, desk: QWidget, window: QWidget) -> None:
        super().__init__(desk)
        self._window = window
        self._hidden: list[tuple[QWidget, Qt.WindowModality]] = []
        self.spared: QWidget | None = None
        for line in desk.findChildren(TypedLine):
            line.settle()
        focus: QWidget | None = window.focusWidget()
        self._focus = focus if focus is None or desk.isAncestorOf(focus) else None
        self._selection = (-1, 0)
        if isinstance(self._focus, QLineEdit) and self._focus.hasSelectedText():
            self._selection = (self._focus.selectionStart(), self._focus.selectionLength())
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(0)
        self._late.timeout.connect(self.hide_others)
        self.hide_others()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def hide_others(self) -> None:
        """Take every other window of the program from the screen; menus are closed."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
            if popup.isVisible():
                break
        for widget in QApplication.topLevelWidgets():
            spared = widget is self.spared or isinstance(widget, QMainWindow) or _may_stay(widget)
            if widget.isVisible() and not spared:
                if widget.windowType() not in _FLEETING:
                    self._hidden.append((widget, widget.windowModality()))
                widget.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._late.start()
        return False

    def leave(self) -> None:
        """Others may have windows again; what is hidden stays so until `lift`."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._late.stop()

    def lift(self) -> None:
        """Everything as it was."""
        self.leave()
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()
            if isinstance(self._focus, QLineEdit) and self._selection[0] >= 0:
                self._focus.setSelection(*self._selection)
        for widget, modality in self._hidden:
            if isValid(widget):
                if modality is not Qt.WindowModality.NonModal:
                    widget.setWindowModality(modality)
                widget.show()
        self._hidden.clear()
        self.deleteLater()


def _may_stay(widget: QWidget) -> bool:
    return bool(widget.property(PUBLIC)) or _belongs_to_a_cover(widget)


def _belongs_to_a_cover(widget: QWidget) -> bool:
    owner = widget.parentWidget()
    while owner is not None and not owner.property(COVERS):
        owner = owner.parentWidget()
    return owner is not None
