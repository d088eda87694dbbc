"""How the finder's screen is laid out, and which of its parts are seen."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.ui.finder import words
from app.ui.finder.answer_list import AnswerList
from app.ui.finder.asking_presenter import Asked, AskingPresenter, Stage
from app.ui.finder.clock_strip import ClockStrip
from app.ui.finder.detail import TRANSFERS, Detail
from app.ui.finder.giving_presenter import GivingPresenter
from app.ui.finder.guided_panel import GuidedPanel
from app.ui.finder.guided_presenter import GuidedPresenter
from app.ui.finder.query_line import QueryLine
from app.ui.finder.question_bar import EventBar, QuestionBar
from app.ui.finder.start_card import StartCard
from app.ui.shared.session import Session

_WIDE = 1500
"""From this width on today's list stands beside the chosen desk; below, it gives way while something is asked."""


class FinderBoard(QWidget):
    """What is said on top, the answers below it, the chosen desk at the right, today's list beside or instead of it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.asking = AskingPresenter(session, self)
        self.giving = GivingPresenter(session, self)
        self.guided = GuidedPresenter(session, self)
        self.line = QueryLine()
        self.line.setPlaceholderText(self.tr("무엇을 하러 오셨나요? 들은 그대로 치세요"))
        self.line.setAccessibleName(self.tr("하신 말씀"))
        self.question = QuestionBar()
        self.event_bar = EventBar()
        self.start = StartCard()
        self.answers = AnswerList()
        self.detail = Detail()
        self.panel = GuidedPanel(self.guided, self.asking.task)
        self.clocks = ClockStrip(self.guided, self.asking.task)
        self._list_wanted = False
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        self._pages.addWidget(self.answers)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.event_bar)
        left.addWidget(self.question)
        left.addWidget(self._pages, 1)
        columns = QHBoxLayout()
        columns.setSpacing(20)
        for card in (self.detail, self.panel):
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        columns.addLayout(left, 53)
        columns.addWidget(self.detail, 47)
        columns.addWidget(self.panel, 47)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.line)
        column.addWidget(self.clocks)
        column.addLayout(columns, 1)
        self.setFocusProxy(self.line)
        self.asking.changed.connect(self._show)
        self.asking.directory_read.connect(self._on_directory)
        self.asking.failed.connect(self.refuse)
        self.guided.changed.connect(self._show_clocks)
        self._show(self.asking.state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def want_list(self, wanted: bool) -> None:
        """Whether today's list is looked at although something is asked."""
        self._list_wanted = wanted
        if not wanted:
            self.panel.deselect()
        self._arrange()

    def say(self, sentence: str) -> None:
        """Tell what has been done."""
        self._tell(sentence, "")

    def refuse(self, sentence: str) -> None:
        """Tell why something was not done."""
        self._tell("", sentence)

    def _tell(self, done: str, refused: str) -> None:
        """Where it is seen: beside the actions, or in the list that stands in their place."""
        for card in (self.detail, self.panel):
            here = card.isVisibleTo(self) and not (card is self.panel and self.detail.isVisibleTo(self))
            card.said.say(done if here else "")
            card.notice.say(refused if here else "")

    def show_answers(self) -> None:
        """The rows anew: what has been given is marked on them."""
        self.answers.show_asked(self.asking.state, self._given_words)

    def _show(self, asked: Asked) -> None:
        self.giving.follow(asked)
        self.say("")
        searching = _searching(asked)
        self.question.ask(asked.question)
        self.event_bar.tell(asked.events[0] if searching and asked.event is None and asked.events else None)
        if searching:
            self.show_answers()
            self._pages.setCurrentWidget(self.answers)
        else:
            self.start.show_stage(asked.stage, asked.events)
            self._pages.setCurrentWidget(self.start)
        if asked.row is None:
            self.detail.show_task(None)
        else:
            self.detail.show_task(asked.row.task, asked.row.note)
        self.detail.show_list(asked.event is not None)
        self.detail.show_language(self.giving.language)
        self._arrange()

    def _given_words(self, task_id: str) -> str:
        done = self.giving.done(task_id)
        if done is None:
            return ""
        return self.tr("안내함 {time}").format(time=f"{done.at.astimezone(self._session.zone):%H:%M}")

    def _show_clocks(self) -> None:
        today, zone = self.guided.today(), self._session.zone
        self.detail.show_clocks(tuple(words.by_when(self.guided.due(kind), today, zone) for kind in TRANSFERS))

    def _on_directory(self) -> None:
        self.panel.refresh()
        self.clocks.refresh()

    def _arrange(self) -> None:
        wide = self.width() >= _WIDE
        show_list = wide or self._list_wanted or not _searching(self.asking.state)
        self.panel.setVisible(show_list)
        self.detail.setVisible(wide or not show_list)


def _searching(asked: Asked) -> bool:
    return asked.stage in (Stage.ANSWERS, Stage.UNSURE, Stage.EVENT)
