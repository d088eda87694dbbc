"""An attachment looked at inside the window: nothing of it is written to this PC's disk by looking."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QScrollArea

from app.ui.cases.attachment_presenter import AttachmentPresenter, Opened, ShownPage
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, ElidedText, Text, row, shortcut


class AttachmentCard(Card):
    """PgUp and PgDn turn the pages, Ctrl+S saves a copy, Esc closes."""

    left = Signal()

    def __init__(self, presenter: AttachmentPresenter, opened: Opened) -> None:
        super().__init__(margins=(14, 12, 14, 12))
        self.column.setSpacing(8)
        self._presenter = presenter
        self._opened = opened
        self._page = 0
        self._shown: QPixmap | None = None
        self.name = ElidedText(opened.name, "strong")
        self.page = Text("", "body", Tone.QUIET)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.picture.setAccessibleName(opened.name)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(opened.name)
        self.area.setWidget(self.picture)
        save = Button(self.tr("사본 저장  Ctrl+S"), "secondary", "download", self.tr("사본 저장"))
        close = Button(self.tr("닫기  Esc"), "secondary", name=self.tr("닫기"))
        head = row(self.name, self.page)
        head.setStretch(0, 1)
        self.column.addLayout(head)
        self.column.addWidget(self.area, 1)
        self.column.addLayout(row(save, 1, close))
        save.clicked.connect(self.ask_where_to_save)
        close.clicked.connect(self.left)
        shortcut(self, "Esc", self.left.emit)
        shortcut(self, "Ctrl+S", self.ask_where_to_save)
        shortcut(self, "PgDown", self._on_next)
        shortcut(self, "PgUp", self._on_before)
        presenter.page_drawn.connect(self._on_drawn)
        presenter.draw(opened, 0)
        self.setFocusProxy(self.area)

    def ask_where_to_save(self) -> None:
        """Ask for a place, and write a copy there."""
        dialog = QFileDialog(self.window(), self.tr("사본 저장"), str(Path.home() / self._opened.name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_place)
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_place(self, path: str) -> None:
        self._presenter.save(self._opened, Path(path))

    def _on_next(self) -> None:
        self._presenter.draw(self._opened, self._page + 1)

    def _on_before(self) -> None:
        if self._page:
            self._presenter.draw(self._opened, self._page - 1)

    def _on_drawn(self, page: int, shown: ShownPage | None) -> None:
        if shown is None:
            return
        if shown.picture.isNull():
            self.page.say(self.tr("미리 볼 수 없습니다. 사본을 저장해 여세요."))
            return
        self._page = page
        self._shown = QPixmap.fromImage(shown.picture)
        self.page.say("" if shown.last else self.tr("{page}쪽  PgUp · PgDn").format(page=page + 1))
        self._fit()
        self.area.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        """As wide as there is room; never larger than it is."""
        if self._shown is None:
            return
        room = max(80, self.area.viewport().width() - 4)
        width = min(room, self._shown.width())
        self.picture.setPixmap(self._shown.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))
