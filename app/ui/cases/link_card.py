"""Choosing the earlier case that the open one is on the same matter as."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.actors import Actor
from app.domain.cases import CaseFilter, CaseLine, CaseOrder, CaseScope, NewCase, SearchedWhere
from app.ui.cases.acts import CaseAct, act_words
from app.ui.cases.card_form import CardForm
from app.ui.cases.case_table import short_columns
from app.ui.cases.words import case_sentence
from app.ui.parts import DeskParts
from app.ui.shared.record_table import RecordTable, RecordTableModel
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Text, shortcut

if TYPE_CHECKING:
    from app.domain.case_views import CaseView

_PAUSE_MS = 250
_SHOWN = 20


@dataclass(frozen=True)
class Found:
    """Cases that may be linked with; `text` is what was typed, "" for those that look alike by themselves."""

    text: str
    lines: tuple[CaseLine, ...]
    where: SearchedWhere = SearchedWhere.HERE


class LinkPresenter(QObject):
    """Finds cases that look alike, or what is typed: a number or words."""

    found = Signal(object)
    """A `Found`."""
    refused = Signal(str)

    def __init__(self, session: Session, view: CaseView, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._text = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.look)

    def search(self, text: str) -> None:
        """Look for `text` once nobody has typed for a moment."""
        if text.strip() != self._text:
            self._text = text.strip()
            self._pause.start()

    def look(self) -> None:
        """Look now."""
        self._pause.stop()
        session, text = self._session, self._text
        lane = Lane.SYNC if text and session.syncing.state.attached else Lane.DESK
        work = partial(_find, session.parts, session.actor, self._view, text)
        session.runner.run(lane, self, work, self._on_found, self._on_failed)

    def _on_found(self, found: Found) -> None:
        if found.text == self._text:
            self.found.emit(found)

    def _on_failed(self, error: Exception) -> None:
        self.refused.emit(case_sentence(error))


def _find(parts: DeskParts, actor: Actor, view: CaseView, text: str) -> Found:
    case = view.case
    if text:
        wanted = CaseFilter(CaseScope.ALL, text=text, order=CaseOrder.NEWEST)
        page = parts.cases.list(actor, wanted, "", _SHOWN)
        lines, where = page.lines, page.where
    else:
        like = NewCase(case.kind, case.title, case.text, name=case.name, phone=case.phone)
        lines, where = parts.cases.similar(actor, like), SearchedWhere.HERE
    there = {case.id, *(line.id for line in view.same_matter)}
    return Found(text, tuple(line for line in lines if line.id not in there), where)


class LinkCard(CardForm):
    """A number or words are typed, or one of what looks alike is taken: ↓ goes to the rows, Enter links."""

    def __init__(self, session: Session, view: CaseView) -> None:
        hint = self.tr("횟수를 함께 세고, 두 번째 고충민원은 감사담당관에게 갑니다. 잘못 이으면 다시 뗄 수 있습니다.")
        super().__init__(act_words(CaseAct.LINK), hint, self.tr("잇기  Enter"))
        self.presenter = LinkPresenter(session, view, self)
        self._answered: str | None = None
        self._rows_wanted = False
        """Enter was pressed before what is typed was found."""
        self.search = TypedLine()
        self.search.setAccessibleName(self.tr("앞선 민원 찾기"))
        self.search.setPlaceholderText(self.tr("민원 번호나 제목"))
        self.search.lead_with("search")
        self.where = Text("", "body", Tone.QUIET, wrap=True)
        self.model: RecordTableModel[CaseLine] = RecordTableModel(
            short_columns(),
            key=lambda c: c.id,
            parent=self,
        )
        self.table = RecordTable(self.tr("이을 수 있는 민원"))
        self.table.setModel(self.model)
        self.table.fit_columns(self.model.columns)
        self.fields = {"search": self.search}
        self.body.addWidget(self.search)
        self.body.addWidget(self.where)
        self.body.addWidget(self.table, 1)
        self.body.addStretch(0)
        self.search.live_text_changed.connect(self.presenter.search)
        self.search.returnPressed.connect(self._on_enter)
        shortcut(self.search, "Down", self._go_to_rows)
        for keys in ("Return", "Enter"):
            shortcut(self.table, keys, self.submit)
        self.table.doubleClicked.connect(self.submit)
        self.table.selectionModel().selectionChanged.connect(self._say_which)
        self.presenter.found.connect(self._on_found)
        self.presenter.refused.connect(self._on_refused)
        self._on_found(Found("", ()))
        self.presenter.look()

    @property
    def chosen(self) -> CaseLine | None:
        """The case whose row is chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.record_at(rows[0]) if rows else None

    def submit(self) -> None:
        if (line := self.chosen) is not None:
            self.show_trouble("", "")
            self.submitted.emit(line)

    def _on_enter(self) -> None:
        """From the line to the rows: nothing is linked that nobody has seen."""
        self.search.settle()
        self.presenter.search(self.search.text())
        self._rows_wanted = True
        if self._answered == self.search.text().strip():
            self._go_to_rows()
        else:
            self.presenter.look()

    def _go_to_rows(self) -> None:
        self._rows_wanted = False
        if self.model.records:
            self.table.setFocus()
            if self.chosen is None:
                self.table.selectRow(0)

    def _on_found(self, found: Found) -> None:
        self._answered = found.text
        self.model.set_records(found.lines)
        self.table.setVisible(bool(found.lines))
        if found.where is SearchedWhere.HERE_ONLY:
            said = self.tr("연결이 없어 이 PC에 있는 것만 찾았습니다.")
        elif found.lines:
            said = self.tr("찾은 민원") if found.text else self.tr("비슷한 민원")
        else:
            said = (
                self.tr("찾는 민원이 없습니다.")
                if found.text
                else self.tr("비슷한 민원이 없습니다. 번호나 제목으로 찾아 주세요.")
            )
        self.where.say(said)
        if self._rows_wanted and self.search.hasFocus():
            self._go_to_rows()
        self._say_which()

    def _on_refused(self, sentence: str) -> None:
        self.show_trouble("search", sentence)

    def _say_which(self) -> None:
        line = self.chosen
        self.save.setEnabled(line is not None)
        self.save.setText(
            self.tr("잇기  Enter") if line is None else self.tr("{number}과(와) 잇기  Enter").format(number=line.number)
        )
