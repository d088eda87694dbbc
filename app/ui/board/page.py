"""How the board's page is laid out, which cards its columns show, and where the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.cards import Card, Side
from app.ui.board import words
from app.ui.board.column import BoardColumn
from app.ui.board.filter_bar import FilterBar
from app.ui.board.praise_bar import PraiseBar
from app.ui.board.presenter import STATES_OF, BoardPresenter, Group, Page, Read
from app.ui.board.triage_bar import TriageBar
from app.ui.shared.session import Session
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Notice, shortcut


class BoardPage(QWidget):
    """The filters on top, two columns of cards, what can be done with the chosen one below."""

    case_taken_back = Signal(str)
    """The id of a case that a card was made by mistake."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.presenter = BoardPresenter(session, self)
        self.filters = FilterBar()
        self.columns = {side: BoardColumn(side, self.presenter.today) for side in Side}
        self.bar = TriageBar()
        self.praise = PraiseBar(session.actor.name)
        self.notice = Notice(Tone.DANGER, "circle-alert")
        self.dialog: QDialog | None = None
        self._side = Side.LIKED
        self._praise: tuple[Card, ...] = ()
        self._clerks: tuple[tuple[str, str], ...] = ()
        self._departments: tuple[tuple[str, str], ...] = ()
        self._taken: dict[tuple[str, Side], int] = {}
        sides = QHBoxLayout()
        sides.setSpacing(12)
        for column in self.columns.values():
            column.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            column.say(self.tr("불러오는 중…"), "")
            sides.addWidget(column, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self.filters)
        outer.addWidget(self.praise)
        outer.addWidget(self.notice)
        outer.addLayout(sides, 1)
        outer.addWidget(self.bar)
        self._hear()

    def _hear(self) -> None:
        presenter = self.presenter
        presenter.read.connect(self._on_read)
        presenter.appended.connect(self._on_appended)
        presenter.changed.connect(self._on_changed)
        presenter.refused.connect(self.notice.say)
        presenter.failed.connect(self._on_failed)
        self.filters.text_changed.connect(self._on_text)
        self.filters.group_chosen.connect(self._on_group)
        self.filters.department_chosen.connect(self._on_department)
        for column in self.columns.values():
            column.more_wanted.connect(self._on_more)
            column.sideways.connect(self._on_sideways)
            column.focused.connect(self._on_focused)
            column.chosen.connect(self._show_actions)
        search = self.filters.search
        shortcut(search, "Esc", self._on_search_left)
        for keys in ("Return", "Enter", "Down"):
            shortcut(search, keys, self._start)
        self._session.syncing.arrived.connect(self._on_arrived)

    @property
    def card(self) -> Card | None:
        """The card the keys mean."""
        return self.columns[self._side].card

    def enter(self) -> None:
        """The page comes to the front."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.presenter.be_seen(True)
        self._start()

    def leave(self) -> None:
        """Another page comes to the front: nothing is asked behind it. A wall display stays."""
        self.presenter.be_seen(False)

    def say(self, sentence: str) -> None:
        """Tell what has been done."""
        self.notice.say("")
        self.filters.said.say(sentence)

    def _on_read(self, read: Read) -> None:
        self._clerks, self._departments, self._praise = read.clerks, read.departments, read.praise
        self.filters.show_departments(read.departments)
        self.praise.show_praise(read.praise)
        for side, column in self.columns.items():
            page = read.pages[side]
            self._say_empty(column)
            column.show_cards(page.cards, page.count, more=page.more)
        if self._is_writing():
            self._show_actions()
        else:
            self._start()

    def _say_empty(self, column: BoardColumn) -> None:
        wanted = self.presenter.wanted
        if wanted.narrows:
            column.say(self.tr("맞는 카드가 없습니다"), self.tr("찾는 말이나 부서를 지우면 모두 보입니다."))
        elif wanted.group is Group.OPEN:
            column.say(self.tr("할 일이 없습니다"), self.tr("설문에 남긴 말은 저절로 들어옵니다 · 쪽지는 Ctrl+N"))
        else:
            column.say(self.tr("카드가 없습니다"), "")

    def _on_failed(self, sentence: str) -> None:
        self.notice.say(sentence)
        for column in self.columns.values():
            if not column.model.cards:
                column.say(self.tr("불러오지 못했습니다"), self.tr("다른 화면에 갔다 오면 다시 불러옵니다."))

    def _on_more(self, side: Side) -> None:
        cards = self.columns[side].model.cards
        if cards:
            self.presenter.more(side, cards[-1].id)

    def _on_appended(self, side: Side, page: Page) -> None:
        model = self.columns[side].model
        model.append(page.cards, more=page.more)
        self.presenter.hold(side, len(model.cards))

    def _on_changed(self, card: Card, undone: bool) -> None:
        column = self.columns[card.side]
        turned = self._take(self.columns[card.side.other], card)
        if card.state in STATES_OF[self.presenter.wanted.group]:
            if undone or turned or column.model.row_of(card.id) is not None:
                column.give_back(self._row_for(card), card)
        else:
            self._take(column, card)
        if not self.columns[self._side].model.cards and not self._is_writing():
            self._start()
        if undone:
            now = words.side(card.side) if turned else words.state(card.state)
            case_id = self.presenter.taken_back_case(card)
            if case_id is not None:
                self.case_taken_back.emit(case_id)
                said = self.tr("되돌렸습니다 · {state} · 민원은 ‘취하’로 남습니다")
            else:
                said = self.tr("되돌렸습니다 · {state}")
            self.say(said.format(state=now))
        elif turned:
            self.say(self.tr("{side}로 옮겼습니다").format(side=words.side(card.side)))
        else:
            self.say(words.done(card.state))
        self._show_actions()

    def _take(self, column: BoardColumn, card: Card) -> bool:
        """Take the card out of a column where it stands no more; whether it was there."""
        row = column.take(card.id)
        if row is not None:
            self._taken[(card.id, column.side)] = row
        return row is not None

    def _row_for(self, card: Card) -> int:
        """Where a card goes that comes to its column: where it had been, or among those of its day."""
        before = self._taken.pop((card.id, card.side), None)
        if before is not None:
            return before
        cards = self.columns[card.side].model.cards
        return sum((each.day, each.id) > (card.day, card.id) for each in cards)

    def _on_arrived(self) -> None:
        if self.presenter.seen:
            self.presenter.reload()

    def _on_text(self, text: str) -> None:
        self.presenter.want(text=text)

    def _on_group(self, group: Group) -> None:
        self.presenter.want(group=group)
        self._start()

    def _on_department(self, code: str) -> None:
        self.presenter.want(department_code=code)
        self._start()

    def _on_search_left(self) -> None:
        self.filters.search.settle()
        self.filters.search.clear()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._start()

    def _on_sideways(self) -> None:
        """The card beside the chosen one, at the same height."""
        here, there = self.columns[self._side], self.columns[self._side.other]
        if not there.model.cards:
            return
        height = here.list.visualRect(here.list.currentIndex()).center()
        index = there.list.indexAt(height)
        self._side = there.side
        there.select(index.row() if index.isValid() else min(0, len(there.model.cards) - 1))
        there.start()

    def _on_focused(self, side: Side) -> None:
        self._side = side
        self._show_actions()

    def _show_actions(self) -> None:
        self.filters.undo.setEnabled(self.presenter.can_undo)
        self.bar.show_card(self.card)

    def _is_writing(self) -> bool:
        """Whether the keyboard is in the search line or in a dialog, where it is left alone."""
        return self.filters.search.hasFocus() or (self.dialog is not None and self.dialog.isVisible())

    def _start(self) -> None:
        """Put the keyboard onto the cards, of the other column where this one has none."""
        self.filters.search.settle()
        if not self.columns[self._side].model.cards and self.columns[self._side.other].model.cards:
            self._side = self._side.other
        if self.columns[self._side].model.cards:
            self.columns[self._side].start()
        elif not self.filters.search.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_actions()
