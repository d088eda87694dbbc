"""How the log is laid out: the list, the open case beside it, and one card beside that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.cases.attachment_presenter import AttachmentPresenter
from app.ui.cases.case_presenter import CasePresenter
from app.ui.cases.case_sheet import CaseSheet
from app.ui.cases.letter_printing import LetterPrinting
from app.ui.cases.list_presenter import CaseRows
from app.ui.cases.list_view import CaseListView
from app.ui.cases.precedent_panel import PrecedentPresenter
from app.ui.cases.side import Side
from app.ui.shared.session import Session

if TYPE_CHECKING:
    from app.domain.case_views import CaseView

_WIDE = 1560
"""From this width on the list stays while a card stands beside the case; below, it gives way."""


class CaseBoard(QWidget):
    """With no case open the list has all the room."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.case = CasePresenter(session, self)
        self.letters = LetterPrinting(session, self)
        self.files = AttachmentPresenter(session, self)
        self.precedents = PrecedentPresenter(session, self)
        self.list = CaseListView(session)
        self.sheet = CaseSheet(session.zone, session.actor)
        self.side = Side()
        self._later = ""
        for part in (self.list, self.sheet, self.side):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addWidget(self.list, 41)
        columns.addWidget(self.sheet, 55)
        columns.addWidget(self.side, 45)
        self.setFocusProxy(self.list)
        self.side.changed.connect(self.arrange)
        self.case.changed.connect(self._show)
        self.case.failed.connect(self._on_failed)
        self.case.said.connect(self.say)
        self.case.fetching.connect(self._on_fetching)
        self.letters.done.connect(self.say)
        self.letters.failed.connect(self.refuse)
        self.files.said.connect(self.say)
        self.files.refused.connect(self.refuse)
        self.files.changed.connect(self.case.reload)
        self.list.presenter.changed.connect(self._on_list)
        self.sheet.timeline.selectionModel().currentChanged.connect(self._on_step_chosen)
        self.arrange()

    @property
    def view(self) -> CaseView | None:
        """The open case."""
        return self.case.view

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Show what there is room for."""
        opened = self.view is not None
        beside = opened and self.side.card is not None
        self.sheet.setVisible(opened)
        self.side.setVisible(beside)
        self.list.setVisible(not beside or self.width() >= _WIDE)

    def say(self, sentence: str) -> None:
        """Tell what has been done, where the eyes are."""
        sheet = self.view is not None
        self.sheet.said.say(sentence if sheet else "")
        self.sheet.notice.say("")
        self.list.said.say("" if sheet else sentence)
        self.list.notice.say("")

    def announce(self, sentence: str) -> None:
        """Tell it once the case that is being opened is there."""
        self._later = sentence

    def refuse(self, sentence: str) -> None:
        """Tell why something was not done."""
        sheet = self.view is not None
        self.sheet.notice.say(sentence if sheet else "")
        self.sheet.said.say("")
        self.list.notice.say("" if sheet else sentence)

    def _show(self, view: CaseView | None) -> None:
        if view is not None and self.case.today is not None:
            self.sheet.show_case(view, self.case.today, named=self.case.named)
            self.list.presenter.put(view.line)
        if view is not None and self._later:
            self.arrange()
            self.say(self._later)
            self._later = ""
        self.arrange()

    def _on_fetching(self, coming: bool) -> None:
        """A case that is not here comes over the network: that is told in the list, from where it was chosen."""
        words = self.tr("이 PC에 없는 민원이라 공유 쪽에서 가져옵니다. 잠시만 기다려 주세요.  Esc 그만두기")
        self.list.coming.say(words if coming else "")

    def _on_failed(self, sentence: str) -> None:
        self.case.close()
        self.refuse(sentence)

    def _on_list(self, rows: CaseRows) -> None:
        """The open case is read again when its line says that something has changed: looking at a case is logged."""
        if self.view is None:
            return
        line = next((each for each in rows.lines if each.id == self.view.case.id), None)
        if line is not None and line != self.view.line:
            self.case.reload()

    def _on_step_chosen(self) -> None:
        if self.view is not None:
            self.sheet.show_letter(self.view)
