"""A guide as a page: headings, sentences, tables and pictures in the theme and text size of now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.ui.guides.library import Guide, read_guide
from app.ui.shared.theme import PALETTE

_LINE_HEIGHT = 150.0  # percent
_LARGER = {1: 6.0, 2: 3.0, 3: 1.5}  # points on top of running text
_ABOVE = {1: 0.0, 2: 26.0, 3: 18.0}
_MARGIN = 28
_WIDEST = 940
_NARROWEST = 100


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    """The pieces of a block that look alike each; a list, because they are about to be changed."""
    found = []
    place = block.begin()
    while not place.atEnd():
        found.append(place.fragment())
        place += 1
    return found


@dataclass(frozen=True)
class Heading:
    """`place` is where it stands in the document; `level` 1 is the guide's own title."""

    level: int
    words: str
    place: int


class GuidePage(QTextBrowser):
    """Opens links to other guides by itself; anything outside the program is left alone, because it works offline."""

    headings_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guidePage")
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._on_link)
        self.document().setDocumentMargin(_MARGIN)
        self._guide: Guide | None = None
        self._before: list[tuple[Guide, int]] = []

    def show_guide(self, guide: Guide) -> None:
        """Show a guide from its beginning."""
        self._guide = guide
        self.setSearchPaths([str(guide.path.parent)])
        self.document().setMarkdown(guide.text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self._dress()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        self.headings_changed.emit()

    def back(self) -> None:
        """The guide that led here, where it was left."""
        if self._before:
            guide, scrolled = self._before.pop()
            self.show_guide(guide)
            self.verticalScrollBar().setValue(scrolled)

    def headings(self) -> list[Heading]:
        """The table of contents."""
        return [
            Heading(level, block.text(), block.position())
            for block in self._blocks()
            if (level := block.blockFormat().headingLevel())
        ]

    def go_to(self, heading: Heading) -> None:
        """Scroll so that the heading stands at the top."""
        cursor = self.textCursor()
        cursor.setPosition(heading.place)
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - 12)

    def links(self) -> list[str]:
        """Where the links of this guide lead."""
        return [link for part in self._parts() if (link := part.anchorHref())]

    def pictures(self) -> list[str]:
        """The pictures of this guide."""
        return [part.toImageFormat().name() for part in self._parts() if part.isImageFormat()]

    def picture(self, name: str) -> QImage:
        """A picture from beside the guides; a null one if it is not there."""
        assert self._guide is not None
        return QImage(str((self._guide.path.parent / name).resolve()))

    def find_on(self, words: str, *, backward: bool = False) -> bool:
        """Select the next place where `words` stand, from the top again after the last; tell whether there is one."""
        way = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        if self.find(words, way):
            return True
        kept = self.textCursor()
        self.moveCursor(QTextCursor.MoveOperation.End if backward else QTextCursor.MoveOperation.Start)
        if self.find(words, way):
            return True
        self.setTextCursor(kept)
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and getattr(self, "_guide", None) is not None:
            scrolled = self.verticalScrollBar().value()
            self._dress()
            self.verticalScrollBar().setValue(scrolled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Lines longer than that are hard to follow.
        side = max(0, (event.size().width() - _WIDEST) // 2) if event.size().width() > _WIDEST else 0
        self.document().setDocumentMargin(_MARGIN)
        frame = self.document().rootFrame().frameFormat()
        frame.setLeftMargin(_MARGIN + side)
        frame.setRightMargin(_MARGIN + side)
        self.document().rootFrame().setFrameFormat(frame)
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_pictures()

    def _on_link(self, link: QUrl) -> None:
        if self._guide is not None and link.isRelative() and link.path().endswith(".md"):
            self._before.append((self._guide, self.verticalScrollBar().value()))
            self.show_guide(read_guide(link.path()))

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _parts(self) -> Iterator[QTextCharFormat]:
        for block in self._blocks():
            for fragment in _fragments(block):
                yield fragment.charFormat()

    def _dress(self) -> None:
        """Room between the lines, headings in size, tables with fine lines, pictures no wider than the page."""
        points = self.font().pointSizeF()
        for block in list(self._blocks()):
            level = block.blockFormat().headingLevel()
            cursor = QTextCursor(block)
            shape = QTextBlockFormat()
            shape.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            in_table = cursor.currentTable() is not None
            shape.setTopMargin(_ABOVE.get(level, 0.0))
            shape.setBottomMargin(2.0 if in_table else 8.0)
            cursor.mergeBlockFormat(shape)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            letters = QTextCharFormat()
            letters.setForeground(QColor(PALETTE["gray90"]))
            letters.setFontPointSize(points + _LARGER.get(level, 0.0))
            if level:
                letters.setFontWeight(QFont.Weight.Bold)
                letters.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
            cursor.mergeCharFormat(letters)
        self._dress_links_and_keys()
        self._dress_tables()
        self._fit_pictures()

    def _dress_links_and_keys(self) -> None:
        for block in list(self._blocks()):
            for fragment in _fragments(block):
                form = fragment.charFormat()
                if not (form.anchorHref() or form.fontFixedPitch()):
                    continue
                cursor = QTextCursor(block)
                cursor.setPosition(fragment.position())
                cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                letters = QTextCharFormat()
                letters.setFontFamilies([self.font().family()])
                if form.anchorHref():
                    letters.setForeground(QColor(PALETTE["primary60"]))
                else:
                    letters.setBackground(QColor(PALETTE["gray10"]))
                cursor.mergeCharFormat(letters)

    def _dress_tables(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                shape = frame.format()
                shape.setBorder(1)
                shape.setBorderCollapse(True)
                shape.setBorderBrush(QColor(PALETTE["gray20"]))
                shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                shape.setCellPadding(7)
                shape.setTopMargin(4)
                shape.setBottomMargin(14)
                shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                frame.setFormat(shape)

    def _fit_pictures(self) -> None:
        """Pictures no wider than the page, made smaller here because the page itself would make them ragged."""
        frame = self.document().rootFrame().frameFormat()
        room = round(self.viewport().width() - frame.leftMargin() - frame.rightMargin() - 2)
        ratio = self.devicePixelRatioF()
        for block in list(self._blocks()):
            for fragment in _fragments(block):
                if not fragment.charFormat().isImageFormat():
                    continue
                form = QTextImageFormat(fragment.charFormat().toImageFormat())
                image = self.picture(form.name())
                if image.isNull() or room < _NARROWEST:
                    continue
                width = min(image.width(), room)
                fitted = image.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
                fitted.setDevicePixelRatio(ratio)
                self.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(form.name()), fitted)
                form.setWidth(width)
                form.setHeight(image.height() * width / image.width())
                cursor = QTextCursor(block)
                cursor.setPosition(fragment.position())
                cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(form)
                plain = QTextBlockFormat()
                plain.setLineHeight(100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
                cursor.mergeBlockFormat(plain)
