"""The consultant's screen: its keys, and what each of them does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent

from app.domain.directory import LifeEvent, Task
from app.domain.guidance import Guidance, GuidanceOutcome, TransferKind
from app.domain.languages import Language
from app.ui.finder import words
from app.ui.finder.asking_presenter import Row, Stage
from app.ui.finder.board import FinderBoard
from app.ui.finder.detail import LANGUAGES, TRANSFERS
from app.ui.finder.real_desk import RealDeskDialog
from app.ui.finder.service_choice import ServiceChoiceDialog
from app.ui.shared.session import Session
from app.ui.shared.widgets import shortcut


class FinderView(FinderBoard):
    """The keys stay in the line; everything else has a key of its own."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.real_desk: RealDeskDialog | None = None
        self.service_choice: ServiceChoiceDialog | None = None
        self._last: Callable[[], None] | None = None
        """What Ctrl+Z does."""
        self._read_again = True
        self._connect()
        self._connect_keys()

    def _connect(self) -> None:
        self.line.live_text_changed.connect(self._on_text)
        self.line.stepped.connect(self.asking.move)
        self.line.entered.connect(self._on_enter)
        self.line.left.connect(self._on_left)
        self.question.decided.connect(self._on_decided)
        self.event_bar.wanted.connect(self._on_event_wanted)
        self.start.event_chosen.connect(self._on_event_chosen)
        self.answers.row_pressed.connect(self.asking.choose)
        self.answers.event_left.connect(self._on_left)
        self.detail.give_pressed.connect(self._on_enter)
        self.detail.print_pressed.connect(self._on_print)
        self.detail.hand_over_pressed.connect(self._on_hand_over)
        self.detail.transfer_pressed.connect(self._on_transfer)
        self.detail.language_chosen.connect(self._on_language)
        self.giving.given.connect(self._on_given)
        self.giving.undone.connect(self._on_undone)
        self.giving.printed.connect(self.say)
        self.giving.refused.connect(self.refuse)
        self.giving.service_wanted.connect(self._on_service_wanted)
        self.guided.refused.connect(self.refuse)
        self.guided.told.connect(self._on_told)
        self.panel.wrong_wanted.connect(self._on_wrong)
        self.panel.left.connect(self._start_over)
        self.clocks.pressed.connect(self._on_clock)
        self._session.syncing.arrived.connect(self._on_arrived)

    def _connect_keys(self) -> None:
        for keys, act in (
            ("Ctrl+P", self._on_print),
            ("Ctrl+Return", self._on_hand_over),
            ("Ctrl+Enter", self._on_hand_over),
            ("Ctrl+1", self._on_to_handling),
            ("Ctrl+3", self._on_inside),
            ("Ctrl+8", self._on_outside),
            ("Ctrl+E", self._on_event_wanted),
            ("Ctrl+F", self._on_list),
            ("Ctrl+G", self._on_next_language),
            ("Ctrl+T", self.panel.say_taken_over),
            ("Ctrl+Z", self._on_undo),
            ("F5", self._on_right),
            ("F8", self._on_not_right),
        ):
            shortcut(self, keys, act)
        self.question.take_keys(self)

    def enter(self) -> None:
        """The screen comes to the front: the cursor is in the line, whatever was typed there."""
        self._start_over()
        if self._read_again:
            self._read_again = False
            self.asking.read()
        self.guided.be_seen(True)

    def leave(self) -> None:
        """Another screen comes to the front: what was typed stays, and nothing is asked behind it."""
        self.guided.be_seen(False)
        self._read_again = True

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate and self.guided.seen:
            self.guided.reload()
        return super().event(event)

    def _on_text(self, text: str) -> None:
        self.want_list(False)
        self.asking.ask(text)

    def _on_enter(self) -> None:
        if self.asking.state.stage in (Stage.ANSWERS, Stage.UNSURE, Stage.EVENT):
            self.giving.give(self.asking.state)

    def _on_left(self) -> None:
        if self.asking.state.event is not None and self.asking.state.query.strip():
            self.asking.close_event()
        else:
            self.line.clear()
            self.asking.clear()
        self.want_list(False)
        self._start_over()

    def _on_decided(self, place: int) -> None:
        self.asking.decide(place)
        self.line.setFocus()

    def _on_event_wanted(self) -> None:
        if self.asking.state.event is None and self.asking.state.query.strip() and self.asking.state.events:
            self.asking.open_event(self.asking.state.events[0])
        self.line.setFocus()

    def _on_event_chosen(self, event: LifeEvent) -> None:
        self.asking.open_event(event)
        self.line.setFocus()

    def _on_print(self) -> None:
        self.giving.print_out(self.asking.state)

    def _on_hand_over(self) -> None:
        self.giving.hand_over(self.asking.state)

    def _on_service_wanted(self, task: Task) -> None:
        self.service_choice = ServiceChoiceDialog(self._session.signed_in.services, task, self)
        self.service_choice.chosen.connect(partial(self.giving.hand_over, self.asking.state))
        self.service_choice.finished.connect(self._start_over)
        self.service_choice.open()

    def _on_transfer(self, place: int) -> None:
        self.giving.give(self.asking.state, TRANSFERS[place])

    def _on_to_handling(self) -> None:
        self._on_transfer(0)

    def _on_inside(self) -> None:
        self._on_transfer(1)

    def _on_outside(self) -> None:
        self._on_transfer(2)

    def _on_language(self, language: Language) -> None:
        self.giving.language = language
        self.detail.show_language(language)
        self.line.setFocus()

    def _on_next_language(self) -> None:
        place = LANGUAGES.index(self.giving.language)
        self._on_language(LANGUAGES[(place + 1) % len(LANGUAGES)])

    def _on_given(self, guidance: Guidance, given_to: Row) -> None:
        still_asked = self.giving.done(given_to.task.id) is guidance
        if still_asked:  # a quick hand may be at the next citizen's words already
            self.line.keep_for_next()
        desk = words.desk_of(given_to.task)
        self._last = partial(self.giving.undo, guidance)
        if guidance.visit_id is not None:
            self.say(self.tr("{desk} · 가신다고 알렸습니다 · 되돌리기 Ctrl+Z").format(desk=desk))
        elif guidance.transfer is not TransferKind.NONE and guidance.due is not None:
            due = words.by_when(guidance.due, self.guided.today(), self._session.zone)
            self.say(self.tr("{desk} · 이송 시계 {due} · 되돌리기 Ctrl+Z").format(desk=desk, due=due))
        else:
            self.say(self.tr("{desk} · 안내한 것으로 적었습니다 · 되돌리기 Ctrl+Z").format(desk=desk))
        self.show_answers()
        self.guided.reload()
        if still_asked:
            self._start_over()

    def _on_told(self, guidance: Guidance) -> None:
        self._last = partial(self.guided.undo, guidance) if guidance.outcome is not GuidanceOutcome.OPEN else None

    def _on_undo(self) -> None:
        undo, self._last = self._last, None
        if undo is not None:
            undo()

    def _on_undone(self, sentence: str) -> None:
        self.say(sentence)
        self.show_answers()
        self.guided.reload()

    def _on_list(self) -> None:
        self.want_list(True)
        self.panel.start()

    def _on_right(self) -> None:
        self.want_list(True)
        self.panel.say_right()

    def _on_not_right(self) -> None:
        self.want_list(True)
        self.panel.say_wrong()

    def _on_clock(self, guidance_id: str) -> None:
        self._on_list()
        self.panel.select(guidance_id)

    def _on_wrong(self, guidance: Guidance) -> None:
        self.real_desk = RealDeskDialog(self._session, guidance, self.asking, self)
        self.real_desk.told.connect(self.guided.wrong)
        self.real_desk.finished.connect(self._start_over)
        self.real_desk.open()

    def _on_arrived(self) -> None:
        """Other counters did something: whoever looks sees it at once."""
        self._read_again = True
        if self.guided.seen:
            self._read_again = False
            self.asking.read()
            self.guided.reload()

    def _start_over(self) -> None:
        self.line.setFocus()
