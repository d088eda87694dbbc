"""What the board shows and what is done with its cards; everything is asked and written on the desk lane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.actors import Actor
from app.domain.cards import Card, CardFilter, CardState, Side
from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

PAGE = 100
"""Cards of one side that are read at a time."""
_FOUND = 200
"""Cards of one side that a search brings: whoever wants older ones types more."""
_COLLECT_EVERY_MS = 60_000


class Group(StrEnum):
    """What the chips above the columns choose."""

    OPEN = "open"
    REVIEW = "review"
    DONE = "done"
    HIDDEN = "hidden"
    ALL = "all"


STATES_OF = {
    Group.OPEN: frozenset({CardState.NEW, CardState.FIXING}),
    Group.REVIEW: frozenset({CardState.REVIEW}),
    Group.DONE: frozenset({CardState.FIXED, CardState.THANKED, CardState.CASE}),
    Group.HIDDEN: frozenset({CardState.HIDDEN}),
    Group.ALL: frozenset(CardState) - {CardState.HIDDEN},
}


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to see."""

    group: Group = Group.OPEN
    department_code: str = ""
    text: str = ""

    @property
    def narrows(self) -> bool:
        """Whether cards of the group may be missing."""
        return bool(self.department_code or self.text.strip())

    def filter_of(self, side: Side) -> CardFilter:
        return CardFilter(side, STATES_OF[self.group], self.department_code, self.text.strip())


@dataclass(frozen=True)
class Page:
    """Cards of one side; `more`: there are others after them. `count`: of all of them, where it is known."""

    cards: tuple[Card, ...]
    more: bool
    count: int | None = None


@dataclass(frozen=True)
class Read:
    """What the lane brings."""

    wanted: Wanted
    today: date
    pages: dict[Side, Page]
    praise: tuple[Card, ...]
    clerks: tuple[tuple[str, str], ...]
    """Login and name of everybody a praise may be about."""
    departments: tuple[tuple[str, str], ...]
    """Code and name of each."""


class BoardPresenter(QObject):
    """Reads a page of each side at once and the others as they are scrolled to; remembers what can be undone."""

    read = Signal(object)
    """A `Read`."""
    appended = Signal(object, object)
    """A `Side` and its next `Page`."""
    changed = Signal(object, bool)
    """A `Card` as it is now; whether that was an undoing."""
    refused = Signal(str)
    failed = Signal(str)
    """Nothing could be read."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.wanted = Wanted()
        self.loaded = False
        self._today: date | None = None
        self._asked = self._again = False
        self._fetching: set[Side] = set()
        self._busy: set[str] = set()
        self._done: list[str] = []
        self._cased: dict[str, str] = {}
        """Cards that were made a case from here, and the case."""
        self._held: dict[Side, int] = {}
        self.timer = QTimer(self)
        self.timer.setInterval(_COLLECT_EVERY_MS)
        self.timer.timeout.connect(self._collect)

    @property
    def seen(self) -> bool:
        """Whether anybody looks."""
        return self.timer.isActive()

    def be_seen(self, seen: bool) -> None:
        """Whether anybody looks: nothing is asked behind another screen."""
        if seen:
            self.timer.start()
            self._collect()
            self.reload()
        else:
            self.timer.stop()

    @property
    def idle(self) -> bool:
        """Whether nothing is asked or written just now."""
        return not (self._asked or self._fetching or self._busy)

    def today(self) -> date:
        """The office's day, as it was told last."""
        return self._today or datetime.now(self._session.zone).date()

    def want(self, **wanted: object) -> None:
        """Show something else."""
        now = replace(self.wanted, **wanted)  # type: ignore[arg-type]
        if now != self.wanted:
            self.wanted = now
            self._held = {}
            self.reload()

    def hold(self, side: Side, count: int) -> None:
        """How many cards of a side are shown: so many are read again."""
        self._held[side] = count

    def reload(self) -> None:
        """Read again what is shown; several wishes while an answer is under way become one after it."""
        if self._asked:
            self._again = True
            return
        self._asked = True
        work = partial(_read, self._session.parts, self._session.actor, self.wanted, dict(self._held))
        self._session.runner.run(Lane.DESK, self, work, self._on_read, self._on_failed)

    def more(self, side: Side, after: str) -> None:
        """Read the page of `side` that comes after the card with the id `after`."""
        if side in self._fetching or self._asked:
            return
        self._fetching.add(side)
        work = partial(_page, self._session.parts, self._session.actor, self.wanted.filter_of(side), after, PAGE)
        done = partial(self._on_more, self.wanted, side)
        self._session.runner.run(Lane.DESK, self, work, done, partial(self._on_no_more, side))

    def triage(self, card: Card, state: CardState) -> None:
        """One key: what becomes of `card`."""
        board, actor = self._session.parts.board, self._session.actor
        self._change(card, partial(board.triage, actor, card.id, state, card.version))

    def hide_personal(self, card: Card) -> None:
        """Cover what is personal in the card's text, for good."""
        board, actor = self._session.parts.board, self._session.actor
        self._change(card, partial(board.hide_personal, actor, card.id))

    def turn(self, card: Card) -> None:
        """Put `card` on the other side."""
        board, actor = self._session.parts.board, self._session.actor
        self._change(card, partial(board.turn, actor, card.id, card.side.other, card.version))

    @property
    def can_undo(self) -> bool:
        """Whether something done here may be taken back."""
        return bool(self._done)

    def undo(self) -> None:
        """Take back what was done last with a card from here."""
        if not self._done or self._done[-1] in self._busy:
            return
        card_id = self._done.pop()
        self._busy.add(card_id)
        work = partial(self._session.parts.board.undo, self._session.actor, card_id)
        done = partial(self._on_changed, card_id, True)
        self._session.runner.run(Lane.DESK, self, work, done, partial(self._on_refused, card_id))

    def noticed(self, card: Card, *, triaged: bool) -> None:
        """A card was changed in its own dialog; only what was `triaged` there can be undone."""
        if triaged:
            self._done.append(card.id)
        self.changed.emit(card, False)

    def case_made(self, card_id: str, case_id: str) -> None:
        """A card was made a case in the form of a new one."""
        self._done.append(card_id)
        self._cased[card_id] = case_id

    def taken_back_case(self, card: Card) -> str | None:
        """The case that `card` is no more, if that is what was just undone; told once."""
        return self._cased.pop(card.id, None) if card.case_id is None else None

    def _change(self, card: Card, work: Callable[[], Card]) -> None:
        if card.id in self._busy:
            return
        self._busy.add(card.id)
        done = partial(self._on_changed, card.id, False)
        self._session.runner.run(Lane.DESK, self, work, done, partial(self._on_refused, card.id))

    def _collect(self) -> None:
        work = partial(self._session.parts.board.collect_comments, self._session.actor)
        self._session.runner.run(Lane.DESK, self, work, self._on_collected)

    def _on_collected(self, count: int) -> None:
        if count:
            self.reload()

    def _on_read(self, read: Read) -> None:
        self._asked = False
        self._today = read.today
        self.loaded = True
        if read.wanted == self.wanted:
            self.read.emit(read)
        self._ask_again()

    def _on_failed(self, error: Exception) -> None:
        self._asked = False
        self.failed.emit(sentence_for(error))
        self._ask_again()

    def _ask_again(self) -> None:
        if self._again:
            self._again = False
            self.reload()

    def _on_more(self, wanted: Wanted, side: Side, page: Page) -> None:
        self._fetching.discard(side)
        if wanted == self.wanted:
            self.appended.emit(side, page)

    def _on_no_more(self, side: Side, error: Exception) -> None:
        self._fetching.discard(side)
        self.refused.emit(sentence_for(error))

    def _on_changed(self, card_id: str, undone: bool, card: Card) -> None:
        self._busy.discard(card_id)
        if not undone:
            self._done.append(card_id)
        self.changed.emit(card, undone)

    def _on_refused(self, card_id: str, error: Exception) -> None:
        self._busy.discard(card_id)
        self.refused.emit(sentence_for(error))
        self.reload()


def _read(parts: DeskParts, actor: Actor, wanted: Wanted, held: dict[Side, int]) -> Read:
    pages = {side: _page(parts, actor, wanted.filter_of(side), "", max(PAGE, held.get(side, 0))) for side in Side}
    if not wanted.text.strip():
        counts = parts.board.counts(actor, replace(wanted.filter_of(Side.LIKED), side=None))
        pages = {side: replace(page, count=counts[side]) for side, page in pages.items()}
    praise = tuple(card for card in parts.board.praise_for(actor) if card.thanked_at is None)
    departments = tuple((each.code, each.name) for each in parts.offices.departments(actor))
    return Read(wanted, parts.visits.now(actor).day, pages, praise, parts.board.clerks(actor), departments)


def _page(parts: DeskParts, actor: Actor, wanted: CardFilter, after: str, limit: int) -> Page:
    """One card more is asked for than is shown: whether there are others. A search has one page."""
    if wanted.text:
        found = parts.board.cards(actor, wanted, "", _FOUND)
        return Page(found, more=False, count=len(found))
    found = parts.board.cards(actor, wanted, after, limit + 1)
    return Page(found[:limit], len(found) > limit)
