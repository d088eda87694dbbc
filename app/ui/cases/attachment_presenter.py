"""Attaching, opening and taking out: files are read on a lane of their own, and may come over the network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.config.files import write_file
from app.domain.actors import Actor
from app.domain.attachments import Attachment, AttachmentState, Medium
from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

_DPI = 110
_LONGEST = 2400
"""Pixels of a photo\'s longer side: sharp on the largest screen."""


@dataclass(frozen=True)
class Opened:
    """What an attachment holds."""

    name: str
    medium: Medium
    content: bytes


@dataclass(frozen=True)
class ShownPage:
    """One page as a picture; `picture` is empty where it cannot be drawn."""

    picture: QImage
    last: bool


class AttachmentPresenter(QObject):
    """Each file is attached on its own, so that one that is refused holds up no other."""

    changed = Signal()
    """The open case has other attachments now."""
    said = Signal(str)
    refused = Signal(str)
    opened = Signal(object)
    """An `Opened`."""
    page_drawn = Signal(int, object)
    """A page's number from 0, and its `ShownPage`; None: there is no such page."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def attach(self, case_id: str, paths: Sequence[Path]) -> None:
        """Attach files to a case, one after the other."""
        for path in paths:
            work = partial(self._session.parts.attachments.attach, self._session.actor, case_id, path)
            self._session.runner.run(Lane.FILES, self, work, self._on_attached, self._on_refused)

    def open(self, attachment: Attachment) -> None:
        """Fetch and unlock it; one that is away comes over the network."""
        lane = Lane.SYNC if attachment.state is AttachmentState.AWAY else Lane.FILES
        work = partial(_open, self._session.parts, self._session.actor, attachment.id)
        self._session.runner.run(lane, self, work, self.opened.emit, self._on_refused)

    def remove(self, attachment: Attachment) -> None:
        """Take it out of its case."""
        work = partial(self._session.parts.attachments.remove, self._session.actor, attachment.id)
        done = partial(self._on_removed, attachment.name)
        self._session.runner.run(Lane.FILES, self, work, done, self._on_refused)

    def draw(self, opened: Opened, page: int) -> None:
        """Draw one page of what is open."""
        work = partial(_draw, self._session.parts, opened, page)
        self._session.runner.run(Lane.FILES, self, work, partial(self._on_drawn, page), self._on_refused)

    def save(self, opened: Opened, path: Path) -> None:
        """Write it where somebody said."""
        work = partial(write_file, path, opened.content, private=True)
        self._session.runner.run(Lane.FILES, self, work, partial(self._on_saved, path), self._on_refused)

    def _on_attached(self, attachment: Attachment) -> None:
        self.said.emit(self.tr("붙였습니다: {name}").format(name=attachment.name))
        self.changed.emit()

    def _on_removed(self, name: str, _nothing: object) -> None:
        self.said.emit(self.tr("붙임에서 뺐습니다: {name}").format(name=name))
        self.changed.emit()

    def _on_saved(self, path: Path, _nothing: object) -> None:
        self.said.emit(self.tr("저장했습니다: {path}").format(path=path))

    def _on_drawn(self, page: int, shown: ShownPage | None) -> None:
        self.page_drawn.emit(page, shown)

    def _on_refused(self, error: Exception) -> None:
        self.refused.emit(sentence_for(error))
        self.changed.emit()


def _open(parts: DeskParts, actor: Actor, attachment_id: str) -> Opened:
    name, medium, content = parts.attachments.open(actor, attachment_id)
    return Opened(name, medium, content)


def _draw(parts: DeskParts, opened: Opened, page: int) -> ShownPage | None:
    if opened.medium is not Medium.PDF:
        return ShownPage(_picture(parts, opened.content), last=True) if page == 0 else None
    try:
        dots = parts.rasterise(opened.content, _DPI, page)
    except IndexError:
        return None
    # A copy: the picture would otherwise look into bytes that are gone by then.
    picture = QImage(dots.gray, dots.width, dots.height, dots.width, QImage.Format.Format_Grayscale8).copy()
    return ShownPage(picture, last=False)


def _picture(parts: DeskParts, content: bytes) -> QImage:
    """Drawn without Qt's own readers of pictures, which the packaged program leaves out."""
    drawn = parts.draw_picture(content, _LONGEST)
    if drawn is None:
        return QImage()
    return QImage(drawn.colours, drawn.width, drawn.height, 3 * drawn.width, QImage.Format.Format_RGB888).copy()
