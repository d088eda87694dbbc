"""Small widgets side by side, in as many rows as the width asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flow(QWidget):
    """Shows what was put into it last, from the left, row under row. With nothing in it it takes no room."""

    def __init__(self, spacing: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spacing = spacing
        self._items: list[QWidget] = []
        self._hints: list[QSize] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def items(self) -> tuple[QWidget, ...]:
        return tuple(self._items)

    def put(self, items: Sequence[QWidget]) -> None:
        """Show `items` instead of what was shown; those go for good."""
        for old in self._items:
            old.hide()
            old.deleteLater()
        self._items = list(items)
        self._hints = None
        for item in self._items:
            item.setParent(self)
            item.show()
        # A widget without a parent would come up as a window of its own and take the keyboard away.
        if self._items and self.parentWidget() is None:
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)  # shown with its parent
        else:
            self.setVisible(bool(self._items))
        self._arrange(self.width(), move=True)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        width = max((item.sizeHint().width() for item in self._items), default=0)
        return QSize(width, self._arrange(max(width, self.width()), move=False))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._arrange(max(80, self.width()), move=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()  # as high as the new width makes it

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.Show and hasattr(self, "_items"):
            self._hints = None  # who is not visible is not told of changes
            self.updateGeometry()
        # An item's words, or the style, have changed and with them its width.
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.StyleChange) and hasattr(self, "_items"):
            self._hints = None
            self._arrange(self.width(), move=True)
            self.updateGeometry()
        return handled

    def _arrange(self, width: int, move: bool) -> int:
        """Place the items (or only count) at `width`; the height they take."""
        x = y = row = 0
        for item, hint in zip(self._items, self._sizes(), strict=True):
            wide = min(hint.width(), max(width, 40))
            if x and x + wide > width:
                x, y, row = 0, y + row + self._spacing, 0
            if move:
                item.setGeometry(x, y, wide, hint.height())
            x += wide + self._spacing
            row = max(row, hint.height())
        return y + row

    def _sizes(self) -> list[QSize]:
        """What each item asks for, kept while nothing has changed: a layout asks for the height dozens of times."""
        if self._hints is None:
            for item in self._items:
                item.ensurePolished()
            self._hints = [item.sizeHint() for item in self._items]
        return self._hints
