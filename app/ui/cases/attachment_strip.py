"""The scans and photos of a case: each a chip that opens it; files are dropped onto the case or chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.attachments import Attachment, AttachmentState
from app.ui.shared.case_messages import megabytes
from app.ui.shared.flow import Flow
from app.ui.shared.widgets import Button, Text


class AttachmentStrip(QWidget):
    """Enter opens the chip that has the keys, Delete takes it out."""

    opened = Signal(object)
    """An `Attachment`."""
    removal_wanted = Signal(object)
    add_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cardInside")
        self._shown: tuple[Attachment, ...] = ()
        self._may_change = True
        self.title = Text("", "strong")
        self.add = Button(self.tr("붙이기  Ctrl+A"), "quiet", "plus", self.tr("파일 붙이기"))
        self.add.setToolTip(self.tr("PDF·사진을 골라 붙이거나, 이 자리로 끌어다 놓습니다"))
        self.chips = Flow()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(0)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add.clicked.connect(self.add_pressed)

    def show_attachments(self, attachments: Sequence[Attachment], *, may_change: bool) -> None:
        """Those that were not taken out."""
        shown = tuple(each for each in attachments if not each.removed)
        self._may_change = may_change
        self.add.setVisible(may_change)
        self.title.say(self.tr("붙임 {count}").format(count=len(shown)) if shown else self.tr("붙임 없음"))
        if shown == self._shown:
            return
        self._shown = shown
        chips: list[QWidget] = []
        for each in shown:
            words = f"{each.name}  {megabytes(each.size)} MB"
            state = self.state_words(each.state)
            chip = Button(f"{words} · {state}" if state else words, "kept", name=f"{words} {state}")
            chip.setToolTip(self.tr("Enter로 열고 Delete로 뺍니다"))
            chip.clicked.connect(partial(self.opened.emit, each))
            chip.installEventFilter(_Removing(self, each, chip))
            chips.append(chip)
        self.chips.put(chips)

    def ask_to_remove(self, attachment: Attachment) -> None:
        """Delete was pressed on a chip."""
        if self._may_change:
            self.removal_wanted.emit(attachment)

    def state_words(self, state: AttachmentState) -> str:
        match state:
            case AttachmentState.HERE:
                return ""
            case AttachmentState.WAITING:
                return self.tr("보내는 중")
            case AttachmentState.AWAY:
                return self.tr("가져와야 함")
            case AttachmentState.LOST:
                return self.tr("손상됨")


class _Removing(QObject):
    """Hears Delete on one chip; a child of the chip."""

    def __init__(self, strip: AttachmentStrip, attachment: Attachment, chip: QObject) -> None:
        super().__init__(chip)
        self._strip = strip
        self._attachment = attachment

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            self._strip.ask_to_remove(self._attachment)
            return True
        return super().eventFilter(watched, event)
