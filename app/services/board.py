"""The board: what citizens liked and missed, one card each, and what the office does about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from app.db.outbox_log import new_id
from app.db.survey_comments import given_comments
from app.db.survey_store import SurveyStore
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor, Role
from app.domain.cards import (
    CARD_TEXT_LIMIT,
    CLOCK_RUNS,
    ON_THE_WALL,
    Card,
    CardFilter,
    CardSource,
    CardState,
    NewCard,
    Side,
    look_at_by,
    shown_text,
)
from app.domain.case_errors import CardIsCase, InTheFuture, UnknownRecord
from app.domain.cases import Case, Channel, NewCase
from app.domain.comment_cards import CommentCard, comment_cards
from app.domain.errors import BadValue, RecordChanged
from app.domain.written_text import check_written
from app.services.calendar import CalendarService
from app.services.card_cover import covered_cards
from app.services.card_finding import found_cards
from app.services.card_unmaking import unmake_case
from app.services.card_writing import add_card, must_be_known, office_words
from app.services.case_opening import checked, open_case
from app.services.case_reckoning import reckon_case
from app.services.clock import Clock
from app.services.visit_steps import AtCounter

_WALL = 60
_PRAISED = (Role.CLERK, Role.CONSULTANT, Role.SUPERVISOR)
_PRAISE = 200
_REMEMBERED = 200
_AT_ONCE = 200
_BEFORE_NEWEST = timedelta(days=60)
"""Comments of days so long before the newest that is on the board are taken to be there."""


@dataclass(frozen=True, slots=True)
class _Before:
    """What a card was before it was triaged or turned; `version` is the one it has since."""

    card: Card
    version: int


class BoardService:
    """`seen` is the version of the card that a change is meant for; None stands for whatever it is now."""

    def __init__(self, database: Database, clock: Clock, calendar: CalendarService, survey_folder: Path) -> None:
        self._survey_folder = survey_folder
        self._database = database
        self._clock = clock
        self._calendar = calendar
        self._before: list[_Before] = []

    # --- cards ---

    def put(self, actor: Actor, new: NewCard) -> Card:
        """A card from a note or from the counter.

        Errors: `NotAllowed`, `BadValue` (`card_text`; `about` for somebody a complaint is about), `UnknownPerson`,
        `UnknownDepartment`, `InTheFuture`, those of `check_written`.
        """
        actor.require(Action.SEE_BOARD)
        text = check_written("card_text", new.text, CARD_TEXT_LIMIT, needed=True)
        if new.about and new.side is not Side.LIKED:
            raise BadValue("about", new.about)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            day = new.day or here.now.day
            if day > here.now.day:
                raise InTheFuture("date", day.isoformat())
            if new.about:
                work.people.entry(new.about)
            must_be_known(work, new.department_code)
            values = {
                "side": new.side.value,
                "source": new.source.value,
                "day": day,
                "department_code": new.department_code,
                "about": new.about,
                "by": actor.login,
                "at": here.now.at,
            }
            card_id = new_id()
            add_card(here, card_id, values, text)
            here.trail.act("put_card", "card", card_id)
            return self._whole(work, (work.cards.get(card_id),))[0]

    def cards(self, actor: Actor, wanted: CardFilter, after: str = "", limit: int = 200) -> tuple[Card, ...]:
        """Newest first; `after` is the id of the last card before, "" for the first page.

        With a text there is one page. Errors: `NotAllowed`.
        """
        actor.require(Action.SEE_BOARD)
        with self._database.read() as work:
            work.people.require_active(actor)
            if wanted.text.strip():
                return self._whole(work, found_cards(work, wanted, limit))
            return self._whole(work, work.cards.chosen(wanted, after, limit))

    def counts(self, actor: Actor, wanted: CardFilter) -> dict[Side, int]:
        """How many cards each side has, whatever text is looked for. Errors: `NotAllowed`."""
        actor.require(Action.SEE_BOARD)
        with self._database.read() as work:
            work.people.require_active(actor)
            return work.cards.counts(wanted)

    def card(self, actor: Actor, card_id: str) -> Card:
        """Errors: `NotAllowed`, `UnknownRecord`."""
        actor.require(Action.SEE_BOARD)
        with self._database.read() as work:
            work.people.require_active(actor)
            return self._whole(work, (work.cards.get(card_id),))[0]

    def wall(self, actor: Actor) -> tuple[Card, ...]:
        """The newest cards for everybody's eyes that were dealt with: what is shown of their words, nobody's name.

        Errors: `NotAllowed`.
        """
        actor.require(Action.SEE_BOARD)
        with self._database.read() as work:
            work.people.require_active(actor)
            newest = self._whole(work, work.cards.chosen(CardFilter(states=ON_THE_WALL), "", _WALL))
            phones, names = office_words(work)
        return tuple(
            replace(
                each,
                text=each.shown,
                before=shown_text(each.before, phones, names),
                after=shown_text(each.after, phones, names),
                about="",
                about_name="",
                by="",
                state_by="",
            )
            for each in newest
            if each.shown
        )

    def collect_comments(self, actor: Actor) -> int:
        """Make cards of the comments of this home's own survey store, each once; how many there were (decision 0017).

        Errors: `NotAllowed`, `SurveyStoreDamaged`.
        """
        actor.require(Action.SEE_BOARD)
        with self._database.read() as work:
            work.people.require_active(actor)
            settings, today = work.offices.settings(), work.now(self._clock()).day
            since = today - timedelta(days=settings.case_days)
            newest = work.cards.newest_comment()
            since = since if newest is None else max(since, newest - _BEFORE_NEWEST)
            phones, _ = office_words(work)
        store = SurveyStore.open(self._survey_folder, read_only=True)
        try:
            days = given_comments(store, since, today - timedelta(days=settings.slip_days + 1))
            found = comment_cards(days, phones)
        finally:
            store.close()
        return sum(self._collect(actor, found[at : at + _AT_ONCE]) for at in range(0, len(found), _AT_ONCE))

    def _collect(self, actor: Actor, found: tuple[CommentCard, ...]) -> int:
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            known = work.cards.known(each.id for each in found)
            new = sorted((each for each in found if each.id not in known), key=lambda each: each.id)
            codes = {each.number: each.code for each in work.offices.departments()}
            for each in new:
                values = {
                    "side": each.side.value,
                    "source": CardSource.SURVEY.value,
                    "day": each.day,
                    "department_code": codes.get(each.department or 0, ""),
                    "about": "",
                    "by": "",
                    "at": here.now.at,
                }
                add_card(here, each.id, values, each.text)
            if new:
                here.trail.act("collect_comments", "card", "", {"count": len(new)})
            return len(new)

    # --- triage ---

    def triage(
        self,
        actor: Actor,
        card_id: str,
        state: CardState,
        seen: int | None = None,
        *,
        before: str = "",
        after: str = "",
    ) -> Card:
        """Decide what becomes of a card. `FIXED` needs `after`; `before` left out is what the card says.

        Errors: `NotAllowed`, `UnknownRecord`, `RecordChanged`, `CardIsCase`, `BadValue` (`state` for `CASE`, which
        `make_case` does; `after`), those of `check_written`.
        """
        actor.require(Action.TRIAGE_CARD)
        if state is CardState.CASE:
            raise BadValue("state", state.value)
        told_before = check_written("before", before, CARD_TEXT_LIMIT)
        told_after = check_written("after", after, CARD_TEXT_LIMIT, needed=state is CardState.FIXED)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            was = _open_card(work, card_id, seen)
            if state is CardState.FIXED:
                words = {"before": told_before or was.before or was.text, "after": told_after}
            else:
                words = {name: text for name, text in (("before", told_before), ("after", told_after)) if text}
            self._set_state(here, was, state, words, "triage")
            return self._whole(work, (work.cards.get(card_id),))[0]

    def undo(self, actor: Actor, card_id: str) -> Card:
        """As it was before it was triaged, turned or made a case; new again where that was long ago or elsewhere.

        The case ends by a step that says it was made by mistake. Errors: `NotAllowed`, `UnknownRecord`, `CardIsCase`,
        `CardCaseHeld` where something was done with the case, `RecordChanged` also where somebody else did it.
        """
        actor.require(Action.TRIAGE_CARD)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            now = _open_card(work, card_id, None, cased=True)
            known = self._last_known(now)
            if now.case_id is not None and (known is None or known.card.case_id is None):
                actor.require(Action.HANDLE_CASE)
                unmake_case(here, self._clock, self._calendar, now.case_id)
                was = now if known is None else known.card
                state = CardState.NEW if known is None else was.state
                self._set_state(here, now, state, {}, "undo_triage", remember=False, more={"case_id": None})
            elif known is None:
                if now.state_by != actor.login:
                    raise RecordChanged(card_id)  # somebody else's work is not undone by a key that meant one's own
                words = {"before": "", "after": ""} if now.state is CardState.FIXED else {}
                self._set_state(here, now, CardState.NEW, words, "undo_triage", remember=False)
            else:
                was = known.card
                words = {"text": was.text, "before": was.before, "after": was.after}
                turned = {} if was.side is now.side else {"side": was.side.value, "about": was.about}
                self._set_state(here, now, was.state, words, "undo_triage", remember=False, more=turned)
            found = self._whole(work, (work.cards.get(card_id),))[0]
        if known is not None:
            self._forget(known, found.version)
        return found

    def hide_personal(self, actor: Actor, card_id: str, seen: int | None = None) -> Card:
        """Cover what is personal in a card's words, for good once it is not undone at once.

        Errors: `NotAllowed`, `UnknownRecord`, `RecordChanged`, `CardIsCase` where its words are covered anyway.
        """
        actor.require(Action.TRIAGE_CARD)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            was = _open_card(work, card_id, seen, cased=True)
            if was.case_id is not None and covered_cards(work, (was,))[0].cover is not None:
                raise CardIsCase(was.case_id)
            phones, names = office_words(work)
            words = {
                name: shown_text(text, phones, names)
                for name, text in (("text", was.text), ("before", was.before), ("after", was.after))
            }
            self._set_state(here, was, was.state, words, "hide_personal")
            return self._whole(work, (work.cards.get(card_id),))[0]

    def edit_text(self, actor: Actor, card_id: str, text: str, seen: int | None = None) -> Card:
        """Put a card's words right. Errors: as for triage."""
        return self._edit(
            actor, card_id, seen, {}, {"text": check_written("card_text", text, CARD_TEXT_LIMIT, needed=True)}
        )

    def turn(self, actor: Actor, card_id: str, side: Side, seen: int | None = None) -> Card:
        """Put a card on the side where it belongs, which can be undone. Nobody is praised by a complaint.

        Errors: as for triage.
        """
        values: dict[str, Any] = {"side": side.value}
        if side is Side.MISSED:
            values["about"] = ""
        return self._edit(actor, card_id, seen, values, {}, remember=True)

    def say_about(self, actor: Actor, card_id: str, login: str, seen: int | None = None) -> Card:
        """A praise is about the clerk `login` ("": nobody). Errors: as for triage, `UnknownPerson`, `BadValue`
        (`about`) for a card of the other side."""
        actor.require(Action.TRIAGE_CARD)
        with self._database.read() as work:
            if login:
                work.people.entry(login)
                if work.cards.get(card_id).side is not Side.LIKED:
                    raise BadValue("about", login)
        return self._edit(actor, card_id, seen, {"about": login, "thanked_at": None}, {})

    def make_case(self, actor: Actor, card_id: str, new: NewCase, seen: int | None = None) -> Case:
        """A case about what the card says; the card and the case are written together or not at all.

        An anonymous comment is no petition (민원처리법 2조): a petition's kind needs the citizen's name and address.
        Errors: `NotAllowed`, `UnknownRecord`, `RecordChanged`, `CardIsCase`, those of opening a case.
        """
        actor.require(Action.TRIAGE_CARD)
        actor.require(Action.LOG_CASE)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            was = _open_card(work, card_id, seen)
            made = open_case(here, checked(work, _about(was, new), here.now))
            reckon_case(work, self._calendar, made)
            self._set_state(here, was, CardState.CASE, {}, "make_case", more={"case_id": made.id})
            return made

    # --- praise ---

    def clerks(self, actor: Actor) -> tuple[tuple[str, str], ...]:
        """Login and name of everybody at a counter, by name: whom a praise may be about. Errors: `NotAllowed`."""
        actor.require(Action.SEE_BOARD)
        with self._database.read() as work:
            work.people.require_active(actor)
            there = [each for each in work.people.entries() if each.retired_at is None and each.role in _PRAISED]
        return tuple(sorted(((each.login, each.name) for each in there), key=lambda each: each[1]))

    def praise_for(self, actor: Actor) -> tuple[Card, ...]:
        """What was liked about oneself, newest first. Errors: `NotAllowed`."""
        actor.require(Action.SEE_BOARD)
        with self._database.read() as work:
            work.people.require_active(actor)
            found = self._whole(work, work.cards.praise_for(actor.login, _PRAISE))
        return tuple(each for each in found if each.cover is None)

    def thank_seen(self, actor: Actor, card_id: str) -> Card:
        """Whoever a praise is about has read it. Errors: `NotAllowed`, `UnknownRecord`, also for others' praise."""
        actor.require(Action.SEE_BOARD)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            was = work.cards.get(card_id)
            if was.about != actor.login or was.side is not Side.LIKED:
                raise UnknownRecord("card", card_id)
            if was.thanked_at is None:
                work.cards.change(card_id, was.version, {"thanked_at": here.now.at})
                here.trail.operation("card", card_id, "edit", {"thanked_at": here.now.at.isoformat()})
                here.trail.act("see_praise", "card", card_id)
            return self._whole(work, (work.cards.get(card_id),))[0]

    # --- inside a transaction ---

    def _edit(
        self,
        actor: Actor,
        card_id: str,
        seen: int | None,
        values: dict[str, Any],
        personal: dict[str, str],
        *,
        remember: bool = False,
    ) -> Card:
        actor.require(Action.TRIAGE_CARD)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            was = _open_card(work, card_id, seen)
            values = {name: value for name, value in values.items() if value != _column(was, name)}
            personal = {name: text for name, text in personal.items() if text != getattr(was, name)}
            if values or personal:
                work.cards.change(card_id, was.version, {**values, **personal})
                here.trail.operation("card", card_id, "edit", values, personal=personal)
                here.trail.act("edit_card", "card", card_id, {"changed": sorted((*values, *personal))})
                if remember:
                    self._remember(was)
            return self._whole(work, (work.cards.get(card_id),))[0]

    def _set_state(
        self,
        here: AtCounter,
        was: Card,
        state: CardState,
        words: dict[str, str],
        action: str,
        *,
        remember: bool = True,
        more: Mapping[str, Any] | None = None,
    ) -> None:
        values: dict[str, Any] = {"state": state.value, "state_by": here.actor.login, "state_at": here.now.at}
        values.update(more or {})
        personal = {name: text for name, text in words.items() if text != getattr(was, name)}
        here.work.cards.change(was.id, was.version, {**values, **personal})
        said = {**values, "state_at": here.now.at.isoformat()}
        here.trail.operation("card", was.id, "edit", said, personal=personal)
        here.trail.act(action, "card", was.id, {"state": state.value})
        if remember:
            self._remember(was)

    def _remember(self, was: Card) -> None:
        self._before.append(_Before(was, was.version + 1))
        del self._before[:-_REMEMBERED]

    def _last_known(self, now: Card) -> _Before | None:
        """What the card was before the last thing done with it here. Errors: `RecordChanged`."""
        known = next((each for each in reversed(self._before) if each.card.id == now.id), None)
        if known is not None and known.version != now.version:
            self._before = [each for each in self._before if each.card.id != now.id]
            raise RecordChanged(now.id)
        return known

    def _forget(self, known: _Before, version: int) -> None:
        """One step was undone, and the card has `version` now: the step before it can be undone from there."""
        self._before.remove(known)
        for place in range(len(self._before) - 1, -1, -1):
            earlier = self._before[place]
            if earlier.card.id == known.card.id:
                if earlier.version == known.card.version:
                    self._before[place] = replace(earlier, version=version)
                break

    def _whole(self, work: UnitOfWork, cards: Iterable[Card]) -> tuple[Card, ...]:
        """With what hangs on the office's settings and calendar, and no more than may be shown."""
        cards = covered_cards(work, cards)
        phones, names = office_words(work)
        working, days = self._calendar.working_time_of(work), work.offices.settings().card_days
        dues: dict[date, date | None] = {}

        def due(each: Card) -> date | None:
            if each.state not in CLOCK_RUNS:
                return None
            if each.day not in dues:
                dues[each.day] = look_at_by(working, each.day, days)
            return dues[each.day]

        return tuple(replace(each, shown=shown_text(each.text, phones, names), due=due(each)) for each in cards)


def _open_card(work: UnitOfWork, card_id: str, seen: int | None, *, cased: bool = False) -> Card:
    """`cased`: also one that has become a case.

    Errors: `UnknownRecord`, also for one that was erased, `RecordChanged`, `CardIsCase`.
    """
    found = work.cards.get(card_id)
    if not found.text:
        raise UnknownRecord("card", card_id)
    if found.case_id is not None and not cased:
        raise CardIsCase(found.case_id)
    if seen not in (None, found.version):
        raise RecordChanged(card_id)
    return found


def _about(card: Card, new: NewCase) -> NewCase:
    return replace(
        new,
        card_id=card.id,
        channel=Channel.BOARD,
        text=new.text or card.text,
        department_code=new.department_code or card.department_code,
    )


def _column(card: Card, name: str) -> object:
    value = getattr(card, name)
    return value.value if isinstance(value, Side) else value
