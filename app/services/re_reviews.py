"""Second looks at rejected applicants, each at its day; and precedents, so that two officers answer alike."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from app.db.outbox_log import new_id
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor
from app.domain.errors import BadValue, RecordChanged
from app.domain.re_reviews import (
    RE_REVIEW_TEXT_LIMIT,
    Precedent,
    PrecedentForm,
    ReReview,
    ReReviewForm,
    ReReviewState,
    likeness,
)
from app.domain.written_text import check_written
from app.services.card_writing import must_be_known
from app.services.clock import Clock
from app.services.visit_steps import AtCounter

_PERSONAL = ("applied_for", "reason", "name", "phone")
_DECIDED = 200
_LIKE_ENOUGH = 0.3
_FOUND = 5


class ReReviewService:
    """`seen` is the version of the record that a change is meant for; None stands for whatever it is now."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, actor: Actor, form: ReReviewForm) -> ReReview:
        """Errors: `NotAllowed`, `UnknownDepartment`, `UnknownCase`, those of `ReReviewForm.checked`."""
        actor.require(Action.KEEP_RE_REVIEWS)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            checked = form.checked(here.now.day)
            _must_be_known(work, checked)
            re_review_id = new_id()
            values = {**asdict(checked), "by": actor.login, "at": here.now.at}
            work.re_reviews.add({"id": re_review_id, **values})
            personal = {name: str(values.pop(name)) for name in _PERSONAL}
            fields = {**_said(values), "state": ReReviewState.WAITING.value}
            here.trail.operation("re_review", re_review_id, "create", fields, personal=personal)
            here.trail.act("add_re_review", "re_review", re_review_id)
            return work.re_reviews.get(re_review_id)

    def edit(self, actor: Actor, re_review_id: str, form: ReReviewForm, seen: int | None = None) -> ReReview:
        """Errors: as adding, and `UnknownRecord`, `RecordChanged`."""
        actor.require(Action.KEEP_RE_REVIEWS)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            checked = form.checked(here.now.day)
            _must_be_known(work, checked)
            before = _seen(work, re_review_id, seen)
            was = asdict(before.form)
            changed = {name: value for name, value in asdict(checked).items() if value != was[name]}
            return _change(here, before, changed, "change_re_review")

    def decide(
        self, actor: Actor, re_review_id: str, state: ReReviewState, outcome: str = "", seen: int | None = None
    ) -> ReReview:
        """What the second look came to; `WAITING`: nothing yet after all.

        Errors: `NotAllowed`, `UnknownRecord`, `RecordChanged`, `BadValue` (`outcome`) where other help was found and
        nobody says which, those of `check_written`.
        """
        actor.require(Action.KEEP_RE_REVIEWS)
        needed = state is ReReviewState.OTHER_HELP
        told = check_written("outcome", outcome, RE_REVIEW_TEXT_LIMIT, needed=needed)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            before = _seen(work, re_review_id, seen)
            waiting = state is ReReviewState.WAITING
            values = {
                "state": state.value,
                "outcome": "" if waiting else told,
                "state_by": "" if waiting else actor.login,
                "state_at": None if waiting else here.now.at,
            }
            return _change(here, before, values, "decide_re_review")

    def show(self, actor: Actor, re_review_id: str) -> ReReview:
        """Errors: `NotAllowed`, `UnknownRecord`."""
        actor.require(Action.KEEP_RE_REVIEWS)
        with self._database.read() as work:
            work.people.require_active(actor)
            return work.re_reviews.get(re_review_id)

    def due(self, actor: Actor) -> tuple[ReReview, ...]:
        """Those to be looked at by today, the oldest first. Errors: `NotAllowed`."""
        actor.require(Action.KEEP_RE_REVIEWS)
        with self._database.read() as work:
            work.people.require_active(actor)
            return work.re_reviews.waiting(work.now(self._clock()).day)

    def all(self, actor: Actor) -> tuple[ReReview, ...]:
        """Those waiting, by their day, and then what was decided lately, newest first. Errors: `NotAllowed`."""
        actor.require(Action.KEEP_RE_REVIEWS)
        with self._database.read() as work:
            work.people.require_active(actor)
            return (*work.re_reviews.waiting(None), *work.re_reviews.decided(_DECIDED))


class PrecedentService:
    """They are kept for good and hold nothing personal."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, actor: Actor, form: PrecedentForm) -> Precedent:
        """Errors: `NotAllowed`, `UnknownDepartment`, those of `PrecedentForm.checked`."""
        actor.require(Action.KEEP_PRECEDENTS)
        checked = form.checked()
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            _must_be_known(work, checked)
            precedent_id = new_id()
            values = {**asdict(checked), "by": actor.login, "at": here.now.at}
            work.precedents.add({"id": precedent_id, **values})
            here.trail.operation("precedent", precedent_id, "create", {**_said(values), "active": True})
            here.trail.act("add_precedent", "precedent", precedent_id)
            return work.precedents.get(precedent_id)

    def edit(self, actor: Actor, precedent_id: str, form: PrecedentForm, seen: int | None = None) -> Precedent:
        """Errors: as adding, and `UnknownRecord`, `RecordChanged`."""
        actor.require(Action.KEEP_PRECEDENTS)
        checked = form.checked()
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            _must_be_known(work, checked)
            before = work.precedents.get(precedent_id)
            changed = {name: value for name, value in asdict(checked).items() if value != getattr(before, name)}
            return self._change(here, before, seen, changed, "change_precedent")

    def retire(self, actor: Actor, precedent_id: str, seen: int | None = None) -> Precedent:
        """It is found no more. Errors: `NotAllowed`, `UnknownRecord`, `RecordChanged`."""
        return self._set_active(actor, precedent_id, seen, active=False)

    def reinstate(self, actor: Actor, precedent_id: str, seen: int | None = None) -> Precedent:
        """Errors: as retiring."""
        return self._set_active(actor, precedent_id, seen, active=True)

    def all(self, actor: Actor) -> tuple[Precedent, ...]:
        """Retired ones too, at the end. Errors: `NotAllowed`."""
        actor.require(Action.KEEP_PRECEDENTS)
        with self._database.read() as work:
            work.people.require_active(actor)
            return work.precedents.all()

    def find(self, actor: Actor, text: str) -> tuple[Precedent, ...]:
        """Those in use that speak of what `text` does, the likest first; five at most. Errors: `NotAllowed`."""
        actor.require(Action.KEEP_PRECEDENTS)
        with self._database.read() as work:
            work.people.require_active(actor)
            known = [each for each in work.precedents.all() if each.active]
        like = sorted(((likeness(text, each), each) for each in known), key=lambda found: -found[0])
        return tuple(each for score, each in like[:_FOUND] if score >= _LIKE_ENOUGH)

    def _set_active(self, actor: Actor, precedent_id: str, seen: int | None, *, active: bool) -> Precedent:
        actor.require(Action.KEEP_PRECEDENTS)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            before = work.precedents.get(precedent_id)
            changed = {"active": active} if before.active is not active else {}
            return self._change(here, before, seen, changed, "reinstate_precedent" if active else "retire_precedent")

    def _change(
        self, here: AtCounter, before: Precedent, seen: int | None, changed: dict[str, Any], action: str
    ) -> Precedent:
        if seen not in (None, before.version):
            raise RecordChanged(before.question)
        if changed:
            here.work.precedents.change(before.id, before.version, changed)
            here.trail.operation("precedent", before.id, "edit", changed)
            here.trail.act(action, "precedent", before.id, {"changed": sorted(changed)})
        return here.work.precedents.get(before.id)


def _seen(work: UnitOfWork, re_review_id: str, seen: int | None) -> ReReview:
    """Errors: `UnknownRecord`, `RecordChanged`; `BadValue` (`person_name`) for one that was erased."""
    found = work.re_reviews.get(re_review_id)
    if seen not in (None, found.version):
        raise RecordChanged(re_review_id)
    if work.erasures.is_erased("re_review", re_review_id):
        raise BadValue("person_name", "")
    return found


def _change(here: AtCounter, before: ReReview, values: dict[str, Any], action: str) -> ReReview:
    if values:
        here.work.re_reviews.change(before.id, before.version, values)
        personal = {name: values[name] for name in (*_PERSONAL, "outcome") if name in values}
        fields = {name: value for name, value in values.items() if name not in personal}
        here.trail.operation("re_review", before.id, "edit", _said(fields), personal=personal)
        here.trail.act(action, "re_review", before.id, {"changed": sorted(values)})
    return here.work.re_reviews.get(before.id)


def _must_be_known(work: UnitOfWork, form: ReReviewForm | PrecedentForm) -> None:
    """Errors: `UnknownDepartment`, `UnknownCase`."""
    must_be_known(work, form.department_code)
    if form.case_id is not None:
        work.cases.get(form.case_id)


def _said(values: dict[str, Any]) -> dict[str, Any]:
    """As documents have it."""
    return {name: value.isoformat() if isinstance(value, date | datetime) else value for name, value in values.items()}
