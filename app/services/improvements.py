"""Improvement tasks (중점과제): what cards and cases ask to be changed, looked at every quarter, with its outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from app.db.improvements import links_text
from app.db.outbox_log import new_id
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor
from app.domain.cards import shown_text
from app.domain.case_errors import UnknownCase, UnknownRecord
from app.domain.errors import BadValue, RecordChanged, UnknownDepartment
from app.domain.improvements import (
    IMPROVEMENT_TEXT_LIMIT,
    Improvement,
    ImprovementForm,
    ImprovementSheet,
    ImprovementStatus,
    LinkKind,
    Review,
    check_quarter,
    check_standing,
)
from app.domain.written_text import check_impersonal
from app.services.card_cover import covered_cards
from app.services.card_writing import office_words
from app.services.clock import Clock
from app.services.visit_steps import AtCounter

_LINKED_TEXT = 120
_VALUE_LIMIT = 80


class ImprovementService:
    """`seen` is the version of the task that a change is meant for; None stands for whatever it is now."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def all(self, actor: Actor) -> tuple[Improvement, ...]:
        """Newest first. Errors: `NotAllowed`."""
        actor.require(Action.KEEP_IMPROVEMENTS)
        with self._database.read() as work:
            work.people.require_active(actor)
            return work.improvements.all(work.now(self._clock()).day, _zone(work))

    def show(self, actor: Actor, improvement_id: str) -> Improvement:
        """Errors: `NotAllowed`, `UnknownRecord`."""
        actor.require(Action.KEEP_IMPROVEMENTS)
        with self._database.read() as work:
            work.people.require_active(actor)
            return self._get(work, improvement_id)

    def put(
        self, actor: Actor, form: ImprovementForm, improvement_id: str | None = None, seen: int | None = None
    ) -> Improvement:
        """A new task, or another form of one. It begins with consulting, and leaves that only once it is written down
        with whom it was talked over.

        Errors: `NotAllowed`, `UnknownRecord`, `RecordChanged`, `UnknownDepartment`, those of
        `ImprovementForm.checked`.
        """
        actor.require(Action.KEEP_IMPROVEMENTS)
        checked = form.checked()
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            if checked.department_code not in {each.code for each in work.offices.departments()}:
                raise UnknownDepartment(checked.department_code)
            if improvement_id is None:
                return self._add(here, checked)
            before = self._seen(work, improvement_id, seen)
            was = asdict(before.form)
            self._change(here, before, {n: v for n, v in asdict(checked).items() if v != was[n]}, "change_improvement")
            return self._get(work, improvement_id)

    def link(self, actor: Actor, improvement_id: str, kind: LinkKind, record_id: str) -> Improvement:
        """What asks for the task. Linking again changes nothing.

        Errors: `NotAllowed`, `UnknownRecord` (task or card), `UnknownCase`.
        """
        actor.require(Action.KEEP_IMPROVEMENTS)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            before = self._get(work, improvement_id)
            if (kind, record_id) in before.links:
                return before
            if kind is LinkKind.CARD:
                self._tell_card(here, record_id, improvement_id)
            else:
                work.cases.get(record_id)
            self._set_links(here, before, (*before.links, (kind, record_id)), "link_improvement")
            return self._get(work, improvement_id)

    def unlink(self, actor: Actor, improvement_id: str, kind: LinkKind, record_id: str) -> Improvement:
        """Errors: `NotAllowed`, `UnknownRecord`."""
        actor.require(Action.KEEP_IMPROVEMENTS)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            before = self._get(work, improvement_id)
            if (kind, record_id) not in before.links:
                return before
            if kind is LinkKind.CARD and work.cards.get(record_id).improvement_id == improvement_id:
                self._tell_card(here, record_id, None)
            left = tuple(link for link in before.links if link != (kind, record_id))
            self._set_links(here, before, left, "unlink_improvement")
            return self._get(work, improvement_id)

    def review(
        self,
        actor: Actor,
        improvement_id: str,
        quarter: str,
        status: ImprovementStatus,
        text: str,
        value: str = "",
    ) -> Improvement:
        """A quarter's look at a task; the task stands from now on where the newest quarter's says. `value` is what was
        measured. An exemplary failure's `text` is what was learned, unless that is written down already.

        Errors: `NotAllowed`, `UnknownRecord`, `BadValue` (`quarter`, `review_text`), `InTheFuture`, `ConsultFirst`,
        those of `check_impersonal`.
        """
        actor.require(Action.KEEP_IMPROVEMENTS)
        told = check_impersonal("review_text", text, IMPROVEMENT_TEXT_LIMIT, needed=True)
        measured = check_impersonal("measured_after", value, _VALUE_LIMIT)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            before = self._get(work, improvement_id)
            check_quarter(quarter, here.now.day)
            made = Review(new_id(), improvement_id, quarter, status, told, measured, here.now.at, actor.login)
            if all(each.quarter <= quarter for each in before.reviews):
                self._follow(here, before, made)
            work.improvements.add_review(made)
            fields = {**asdict(made), "status": status.value, "at": made.at.isoformat()}
            del fields["id"]
            here.trail.operation("improvement_review", made.id, "create", fields)
            here.trail.act("review_improvement", "improvement", improvement_id, {"quarter": quarter})
            return self._get(work, improvement_id)

    def sheet(self, actor: Actor, improvement_id: str) -> ImprovementSheet:
        """What is printed of a task. Errors: `NotAllowed`, `UnknownRecord`."""
        actor.require(Action.KEEP_IMPROVEMENTS)
        with self._database.read() as work:
            work.people.require_active(actor)
            task = self._get(work, improvement_id)
            logins = {task.made_by, *(review.by for review in task.reviews)}
            return ImprovementSheet(
                office=work.offices.settings().name,
                improvement=task,
                linked=_in_words(work, task),
                names=tuple((each.login, each.name) for each in work.people.entries() if each.login in logins),
                printed_at=work.now(self._clock()).at.astimezone(_zone(work)),
                printed_by=actor.name,
            )

    # --- inside a transaction ---

    def _get(self, work: UnitOfWork, improvement_id: str) -> Improvement:
        return work.improvements.get(improvement_id, work.now(self._clock()).day, _zone(work))

    def _seen(self, work: UnitOfWork, improvement_id: str, seen: int | None) -> Improvement:
        found = self._get(work, improvement_id)
        if seen not in (None, found.version):
            raise RecordChanged(found.form.title)
        return found

    def _add(self, here: AtCounter, form: ImprovementForm) -> Improvement:
        improvement_id = new_id()
        values = {**_columns(asdict(form)), "made_at": here.now.at, "made_by": here.actor.login}
        here.work.improvements.add({"id": improvement_id, **values})
        here.trail.operation("improvement", improvement_id, "create", {**_said(values), "links": []})
        here.trail.act("add_improvement", "improvement", improvement_id)
        return self._get(here.work, improvement_id)

    def _change(self, here: AtCounter, before: Improvement, values: Mapping[str, Any], action: str) -> None:
        if values:
            columns = _columns(values)
            here.work.improvements.change(before.id, before.version, columns)
            here.trail.operation("improvement", before.id, "edit", _said(columns))
            here.trail.act(action, "improvement", before.id, {"changed": sorted(values)})

    def _follow(self, here: AtCounter, before: Improvement, review: Review) -> None:
        """The task stands where its newest quarter's review says. Errors: `ConsultFirst`."""
        form = replace(before.form, status=review.status)
        if review.status is ImprovementStatus.EXEMPLARY_FAILURE and not form.learned:
            form = replace(form, learned=review.text)
        if review.value:
            form = replace(form, after=review.value)
        check_standing(form)
        was = asdict(before.form)
        self._change(here, before, {n: v for n, v in asdict(form).items() if v != was[n]}, "change_improvement")

    def _set_links(
        self, here: AtCounter, before: Improvement, links: tuple[tuple[LinkKind, str], ...], action: str
    ) -> None:
        here.work.improvements.change(before.id, before.version, {"links": links_text(links)})
        said = [[kind.value, record_id] for kind, record_id in links]
        here.trail.operation("improvement", before.id, "edit", {"links": said})
        here.trail.act(action, "improvement", before.id)

    def _tell_card(self, here: AtCounter, card_id: str, improvement_id: str | None) -> None:
        """Errors: `UnknownRecord`, `BadValue` (`improvement`) for a card of another task."""
        card = here.work.cards.get(card_id)
        if improvement_id is not None and card.improvement_id not in (None, improvement_id):
            raise BadValue("improvement", card.improvement_id or "")
        here.work.cards.change(card_id, card.version, {"improvement_id": improvement_id})
        here.trail.operation("card", card_id, "edit", {"improvement_id": improvement_id})


def _in_words(work: UnitOfWork, task: Improvement) -> tuple[tuple[LinkKind, str], ...]:
    """Each link as paper may show it: a card's covered words, a case's number, never what it says; of a card whose
    words are for nobody here the number of the case it has become."""
    phones, names = office_words(work)
    said: list[tuple[LinkKind, str]] = []
    for kind, record_id in task.links:
        try:
            if kind is LinkKind.CARD:
                [card] = covered_cards(work, (work.cards.get(record_id),))
                said.append((kind, shown_text(card.text, phones, names)[:_LINKED_TEXT] or card.case_number))
            else:
                said.append((kind, work.cases.get(record_id).number))
        except (UnknownRecord, UnknownCase):
            said.append((kind, ""))  # it is not on this PC
    return tuple(said)


def _zone(work: UnitOfWork) -> ZoneInfo:
    return ZoneInfo(work.offices.settings().timezone)


def _columns(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.value if isinstance(value, StrEnum) else value for name, value in values.items()}


def _said(columns: Mapping[str, Any]) -> dict[str, Any]:
    """As documents have it."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in columns.items()}
