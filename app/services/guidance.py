"""Showing citizens the way: where they were sent, what became of it, and what the office learns from that."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.db.guidance import guidance_moment
from app.db.home_keys import HomeKeys
from app.db.outbox_log import new_id
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor
from app.domain.clocks import OfficeNow
from app.domain.directory import Task, same_department
from app.domain.errors import BadValue
from app.domain.finder_errors import NoServiceForTask, NoSuchTransfer
from app.domain.guidance import (
    PHRASE_LIMIT,
    TRANSFER_PERIODS,
    Guidance,
    GuidanceOutcome,
    LearnedPhrase,
    Ruling,
    TransferKind,
    WrongReason,
    WrongReferral,
    in_force,
    learned_phrases,
    phrase_key,
    wrong_referrals,
)
from app.domain.kept_phrases import kept_phrase
from app.domain.visits import NOTE_LIMIT, NewVisit, VisitorKind, VisitStatus
from app.services.calendar import CalendarService
from app.services.clock import Clock
from app.services.visit_recording import record_visit
from app.services.visit_steps import AtCounter


class GuidanceService:
    """What citizens said is kept without names, numbers and addresses, whoever gives it in."""

    def __init__(self, database: Database, keys: HomeKeys, clock: Clock, calendar: CalendarService) -> None:
        self._database = database
        self._keys = keys
        self._clock = clock
        self._calendar = calendar

    # --- at the desk ---

    def give(
        self,
        actor: Actor,
        phrase: str,
        task_id: str,
        *,
        visit_id: str | None = None,
        transfer: TransferKind = TransferKind.NONE,
    ) -> Guidance:
        """Somebody was sent to `task_id` after saying `phrase` ("" where nothing was said), with or without a clock.

        Errors: `NotAllowed`, `UnknownTask`, `UnknownVisit`.
        """
        actor.require(Action.GUIDE)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            if visit_id is not None:
                work.visits.get(visit_id)
            return self._give(here, kept_phrase(phrase), work.directory.task(task_id), visit_id, transfer)

    def hand_over(
        self,
        actor: Actor,
        phrase: str,
        task_id: str,
        service_code: str | None = None,
        *,
        counter_code: str | None = None,
        transfer: TransferKind = TransferKind.NONE,
        visitor_kind: VisitorKind = VisitorKind.SELF,
        guidance_id: str | None = None,
    ) -> Guidance:
        """The same, and they wait there as a visit whose note says what they want: whoever calls them knows already.

        `service_code` is what is registered; left out, a service of the task's department. They wait for
        `counter_code`, or for any counter. `guidance_id`: they were told before, and it is the same guidance.
        Errors: `NotAllowed`, `UnknownTask`, `UnknownService`, `UnknownCounter`, `NoServiceForTask`, `UnknownGuidance`.
        """
        actor.require(Action.GUIDE)
        actor.require(Action.REGISTER_VISIT)
        kept = kept_phrase(phrase)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            task = work.directory.task(task_id)
            code = service_code if service_code is not None else _service_for(work, task)
            called_by = work.offices.counter(counter_code).code if counter_code is not None else None
            new = NewVisit(code, visitor_kind, note=_note(task, kept)).checked()
            visit = record_visit(here, self._keys, new_id(), new, VisitStatus.WAITING, called_by).visit
            here.trail.act("admit", "visit", visit.id)
            if guidance_id is None:
                return self._give(here, kept, task, visit.id, transfer)
            before = work.guidance.get(guidance_id)
            values: dict[str, Any] = {"of_visit": visit.id}
            if transfer is not TransferKind.NONE:
                values |= self._clock_values(here, transfer)
            return self._change(here, before, values, "announce", {"visit": visit.id})

    def right(self, actor: Actor, guidance_id: str) -> Guidance:
        """They were where they belonged. Errors: `NotAllowed`, `UnknownGuidance`."""
        return self._say(actor, guidance_id, GuidanceOutcome.RIGHT, None, None)

    def wrong(
        self, actor: Actor, guidance_id: str, actual_task_id: str | None, reason: WrongReason = WrongReason.OTHER
    ) -> Guidance:
        """They belonged elsewhere: to `actual_task_id`, None where nobody knows.

        Errors: `NotAllowed`, `UnknownGuidance`, `UnknownTask`, `BadValue` (`actual_task`) for the task they were sent
        to.
        """
        return self._say(actor, guidance_id, GuidanceOutcome.WRONG, actual_task_id, reason)

    def undo(self, actor: Actor, guidance_id: str) -> Guidance:
        """Take back what was said of it: it is open again. Errors: `NotAllowed`, `UnknownGuidance`."""
        return self._say(actor, guidance_id, GuidanceOutcome.OPEN, None, None)

    def withdraw(self, actor: Actor, guidance_id: str) -> Guidance:
        """It was noted by mistake: it is counted nowhere, teaches nothing, and its clock stops.

        Errors: `NotAllowed`, `UnknownGuidance`.
        """
        actor.require(Action.GUIDE)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            before = work.guidance.get(guidance_id)
            values = {
                "outcome": GuidanceOutcome.WITHDRAWN.value,
                "actual_task_id": None,
                "reason": "",
                "transfer": TransferKind.NONE.value,
                "due": None,
                "outcome_at": here.now.at,
                "outcome_by": actor.login,
            }
            return self._change(here, before, values, "withdraw_guidance", {})

    def start_transfer(self, actor: Actor, guidance_id: str, transfer: TransferKind) -> Guidance:
        """Start a clock for somebody who was sent already, or another one instead; `NONE` stops it without a word.

        Errors: `NotAllowed`, `UnknownGuidance`.
        """
        actor.require(Action.GUIDE)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            before = work.guidance.get(guidance_id)
            values = self._clock_values(here, transfer)
            return self._change(here, before, values, "start_transfer", {"transfer": transfer.value})

    def taken_over(self, actor: Actor, guidance_id: str) -> Guidance:
        """Somebody has taken it over: its clock stops. Errors: `NotAllowed`, `UnknownGuidance`, `NoSuchTransfer`."""
        actor.require(Action.GUIDE)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            before = work.guidance.get(guidance_id)
            if before.transfer is TransferKind.NONE:
                raise NoSuchTransfer()
            if before.taken_at is not None:
                return before
            return self._change(here, before, {"taken_at": here.now.at}, "take_over", {})

    def today(self, actor: Actor) -> tuple[Guidance, ...]:
        """Whoever was shown a way today, by anybody of the office, newest first. Errors: `NotAllowed`."""
        actor.require(Action.GUIDE)
        with self._database.read() as work:
            work.people.require_active(actor)
            told = work.guidance.of_day(work.now(self._clock()).day)
        return tuple(each for each in told if each.outcome is not GuidanceOutcome.WITHDRAWN)

    def open_today(self, actor: Actor) -> tuple[Guidance, ...]:
        """Those of today of whom nobody has said yet what became of them. Errors: `NotAllowed`."""
        return tuple(each for each in self.today(actor) if each.outcome is GuidanceOutcome.OPEN)

    def waiting_transfers(self, actor: Actor) -> tuple[Guidance, ...]:
        """Those whose clock runs, whatever day it was started, the most urgent first. Errors: `NotAllowed`."""
        actor.require(Action.GUIDE)
        with self._database.read() as work:
            work.people.require_active(actor)
            return work.guidance.running()

    # --- what was learned ---

    def learned(self, actor: Actor) -> tuple[LearnedPhrase, ...]:
        """Every phrase that was confirmed or decided, those decided or confirmed most often first.

        Errors: `NotAllowed`.
        """
        actor.require(Action.CHANGE_DIRECTORY)
        with self._database.read() as work:
            work.people.require_active(actor)
            confirmed = work.guidance.confirmed()
            found = learned_phrases(confirmed, in_force(confirmed, work.guidance.rulings()))
        return tuple(sorted(found, key=lambda one: (not one.set_by, -sum(n for _, n in one.counts), one.phrase)))

    def rule(self, actor: Actor, phrase: str, task_id: str | None) -> Ruling:
        """From now on `phrase` means `task_id`, whatever is confirmed; None: nothing is learned of it.

        Errors: `NotAllowed`, `UnknownTask`, `BadValue` (`phrase`) where nothing is left of it without names and
        numbers.
        """
        actor.require(Action.CHANGE_DIRECTORY)
        kept = kept_phrase(phrase)
        if not phrase_key(kept):
            raise BadValue("phrase", phrase[:NOTE_LIMIT])
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            if task_id is not None:
                work.directory.task(task_id)
            put_ruling(here, kept, task_id, actor.login, active=True)
            here.trail.act("rule_phrase", "phrase_ruling", phrase_key(kept))
        return Ruling(kept, task_id, actor.login)

    def unrule(self, actor: Actor, phrase: str) -> None:
        """What was decided of `phrase` is taken back; what is confirmed counts again. Errors: `NotAllowed`."""
        actor.require(Action.CHANGE_DIRECTORY)
        key = phrase_key(phrase)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            before = next((r for r in work.guidance.rulings() if phrase_key(r.phrase) == key), None)
            if before is not None:
                put_ruling(here, before.phrase, before.task_id, actor.login, active=False)
                here.trail.act("unrule_phrase", "phrase_ruling", key)

    def wrong_referrals(self, actor: Actor, until: date, days: int = 30) -> tuple[WrongReferral, ...]:
        """Who was sent to a wrong desk in the `days` days up to `until`, most people first; never by whom.

        Errors: `NotAllowed`.
        """
        actor.require(Action.SEE_FIGURES)
        with self._database.read() as work:
            work.people.require_active(actor)
            return wrong_referrals_of(work, until, days)

    # --- inside a transaction ---

    def _give(self, here: AtCounter, phrase: str, task: Task, visit_id: str | None, transfer: TransferKind) -> Guidance:
        now = here.now
        given = Guidance(
            id=new_id(),
            day=now.day,
            at=now.at,
            login=here.actor.login,
            counter_code=here.counter_code,
            phrase=phrase,
            task_id=task.id,
            visit_id=visit_id,
            transfer=transfer,
            due=self._due(here.work, now, transfer),
        )
        here.work.guidance.add(given)
        fields = {
            "day": given.day,
            "at": given.at.isoformat(),
            "login": given.login,
            "counter_code": given.counter_code,
            "task_id": given.task_id,
            "of_visit": given.visit_id,
            "transfer": given.transfer.value,
            "due": guidance_moment(given.due),
        }
        here.trail.operation("guidance", given.id, "create", fields, personal={"phrase": phrase})
        here.trail.act("guide", "guidance", given.id, {"task": task.id})
        return given

    def _clock_values(self, here: AtCounter, transfer: TransferKind) -> dict[str, Any]:
        return {"transfer": transfer.value, "due": self._due(here.work, here.now, transfer), "taken_at": None}

    def _due(self, work: UnitOfWork, now: OfficeNow, transfer: TransferKind) -> Any:
        if transfer is TransferKind.NONE:
            return None
        zone = ZoneInfo(work.offices.settings().timezone)
        deadline = self._calendar.working_time_of(work).after(now.at.astimezone(zone), TRANSFER_PERIODS[transfer])
        return deadline.due.astimezone(now.at.tzinfo)

    def _say(
        self,
        actor: Actor,
        guidance_id: str,
        outcome: GuidanceOutcome,
        actual_task_id: str | None,
        reason: WrongReason | None,
    ) -> Guidance:
        actor.require(Action.GUIDE)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            before = work.guidance.get(guidance_id)
            if actual_task_id is not None:
                task = work.directory.task(actual_task_id)
                if task.id == before.task_id:
                    raise BadValue("actual_task", task.title)
            said = (outcome, actual_task_id, reason)
            if (before.outcome, before.actual_task_id, before.reason) == said:
                return before
            open_again = outcome is GuidanceOutcome.OPEN
            values = {
                "outcome": outcome.value,
                "actual_task_id": actual_task_id,
                "reason": reason.value if reason is not None else "",
                "outcome_at": None if open_again else here.now.at,
                "outcome_by": "" if open_again else actor.login,
            }
            action = "undo_outcome" if open_again else "say_outcome"
            return self._change(here, before, values, action, {"outcome": outcome.value})

    def _change(
        self, here: AtCounter, before: Guidance, values: dict[str, Any], action: str, detail: dict[str, object]
    ) -> Guidance:
        here.work.guidance.change(before.id, before.version, values)
        told = {name: guidance_moment(v) if hasattr(v, "isoformat") else v for name, v in values.items()}
        here.trail.operation("guidance", before.id, "edit", told)
        here.trail.act(action, "guidance", before.id, detail)
        return here.work.guidance.get(before.id)


def put_ruling(here: AtCounter, phrase: str, task_id: str | None, by: str, *, active: bool) -> None:
    """Write down what was decided of a phrase, inside somebody's transaction."""
    key = phrase_key(phrase)[:PHRASE_LIMIT]  # some letters become two in it, and the shared side takes no longer id
    values: dict[str, Any] = {"phrase": phrase, "task_id": task_id, "by": by, "active": active}
    kind = "edit" if here.work.guidance.ruling_stored(key) else "create"
    here.work.guidance.set_ruling(key, values)
    here.trail.operation("phrase_ruling", key, kind, values)


def wrong_referrals_of(work: UnitOfWork, until: date, days: int) -> tuple[WrongReferral, ...]:
    """Who was sent to a wrong desk in the `days` days up to `until`, inside somebody's transaction."""
    wrong = work.guidance.wrong(until - timedelta(days=days - 1), until)
    if not wrong:
        return ()
    tasks = work.directory.tasks()
    titles = {task.id: task.title for task in tasks}
    return wrong_referrals(wrong, titles, {task.id: task.department for task in tasks})


def forget_old_phrases(here: AtCounter, before: date) -> int:
    """Erase the phrases of days before `before`; how many. What two people had confirmed is kept as a ruling."""
    work = here.work
    old = work.guidance.worded_before(before)
    if not old:
        return 0
    leaving = set(old)
    confirmed = work.guidance.confirmed()
    keys = {phrase_key(each.phrase) for each in confirmed if each.id in leaving}
    told = [each for each in confirmed if phrase_key(each.phrase) in keys]
    rulings = work.guidance.rulings()
    decided = {phrase_key(ruling.phrase) for ruling in in_force(told, rulings)}
    for known in learned_phrases(told):
        if known.task_id is not None and phrase_key(known.phrase) not in decided:
            put_ruling(here, known.phrase, known.task_id, "", active=True)
    work.guidance.erase_phrases(old)
    for guidance_id in old:
        here.trail.operation("guidance", guidance_id, "erase", {})
    return len(old)


def _service_for(work: UnitOfWork, task: Task) -> str:
    """The service of the task's department that is most like it. Errors: `NoServiceForTask`."""
    offered = [s for s in work.offices.services() if same_department(s.department_name, task.department)]
    if not offered:
        raise NoServiceForTask(task.department)
    wanted = _pairs(f"{task.title} {task.form.keywords}")
    return max(offered, key=lambda service: len(_pairs(f"{service.name} {service.keywords}") & wanted)).code


def _pairs(text: str) -> set[str]:
    plain = phrase_key(text)
    return {plain[at : at + 2] for at in range(len(plain) - 1)}


def _note(task: Task, phrase: str) -> str:
    return f"{task.title}: {phrase}"[:NOTE_LIMIT] if phrase else task.title[:NOTE_LIMIT]
