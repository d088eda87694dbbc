"""Showing the way: whom a citizen was sent to, what became of it, and what is learned from that.

Where a phrase leads is learned from what was confirmed: by one person for that person, by two for everybody. More often
confirmed weighs more, so one wrong among ten right changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.deadlines import TRANSFER_INSIDE, TRANSFER_OUTSIDE, TRANSFER_TO_HANDLING
from app.domain.finding import Lesson


class GuidanceOutcome(StrEnum):
    """What became of it."""

    OPEN = ""
    RIGHT = "right"
    WRONG = "wrong"
    WITHDRAWN = "withdrawn"
    """Noted by mistake: nobody was sent there."""


class WrongReason(StrEnum):
    """Why somebody came to the wrong desk; never who sent them."""

    SOUNDS_ALIKE = "sounds_alike"
    """Two departments do something of that name."""
    MOVED = "moved"
    """The task has gone to another department."""
    SAID_OTHERWISE = "said_otherwise"
    """The citizen meant something else than was said."""
    NOT_IN_DIRECTORY = "not_in_directory"
    """The directory does not say it, or not so."""
    OTHER = "other"


class TransferKind(StrEnum):
    """Which clock of the act runs until somebody has taken it over (민원처리법 영 6조·13조); "" for none."""

    NONE = ""
    TO_HANDLING = "to_handling"
    """One working hour: from the reception to the department that handles it."""
    INSIDE = "inside"
    """Three: to another department of the office."""
    OUTSIDE = "outside"
    """Eight: to another authority; the citizen is told."""


TRANSFER_PERIODS = {
    TransferKind.TO_HANDLING: TRANSFER_TO_HANDLING,
    TransferKind.INSIDE: TRANSFER_INSIDE,
    TransferKind.OUTSIDE: TRANSFER_OUTSIDE,
}
"""Working hours until somebody has to have taken it over."""


@dataclass(frozen=True, slots=True)
class Guidance:
    """One citizen shown one way. `phrase` is what was said, without names and numbers; `task_id` where they were sent.

    `actual_task_id` is where they really belonged, of a wrong one. `due` is when the clock of `transfer` ends.
    """

    id: str
    day: date
    at: datetime
    login: str
    counter_code: str
    phrase: str
    task_id: str
    visit_id: str | None = None
    transfer: TransferKind = TransferKind.NONE
    due: datetime | None = None
    taken_at: datetime | None = None
    outcome: GuidanceOutcome = GuidanceOutcome.OPEN
    actual_task_id: str | None = None
    reason: WrongReason | None = None
    outcome_at: datetime | None = None
    outcome_by: str = ""
    version: int = 1

    @property
    def confirmed(self) -> str | None:
        """The task that the phrase is now known to mean; None while nobody has said."""
        if self.outcome is GuidanceOutcome.RIGHT:
            return self.task_id
        return self.actual_task_id if self.outcome is GuidanceOutcome.WRONG else None


@dataclass(frozen=True, slots=True)
class LearnedPhrase:
    """What was learned of a phrase, for the administrator. `task_id` is what it leads everybody to, None: not yet.

    `counts` is how often each task was confirmed, most often first; `people` how many confirmed that of `task_id`, or
    the first of `counts`. `set_by` is the administrator who decided it, "" when nobody did.
    """

    phrase: str
    task_id: str | None
    counts: tuple[tuple[str, int], ...]
    people: int
    set_by: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an administrator decided of a phrase: it means `task_id`, or (None) nothing is learned of it."""

    phrase: str
    task_id: str | None
    by: str


@dataclass(frozen=True, slots=True)
class WrongReferral:
    """How many people were sent to a wrong desk for one thing; never by whom.

    `title` is what they wanted (where nobody said: what they were sent for), `department` where they were sent,
    `actual_department` where they belonged ("" where nobody said), `phrase` what most of them had said.
    """

    title: str
    department: str
    actual_department: str
    reason: WrongReason
    phrase: str
    people: int


PHRASE_LIMIT = 200
"""Characters of a phrase that are kept."""


def in_force(confirmed: Iterable[Guidance], rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """`rulings` without those the program wrote down (`by` is "") where two people have since confirmed something."""
    newer = {key for key, told in _by_phrase(confirmed).items() if _everybodys(told) is not None}
    return tuple(ruling for ruling in rulings if ruling.by or phrase_key(ruling.phrase) not in newer)


def wrong_referrals(
    wrong: Iterable[Guidance], titles: Mapping[str, str], departments: Mapping[str, str]
) -> tuple[WrongReferral, ...]:
    """People sent to the wrong desk, most first. `titles` and `departments` are those of tasks, by their id."""
    people: Counter[tuple[str, str, str, WrongReason]] = Counter()
    phrases: dict[tuple[str, str, str, WrongReason], Counter[str]] = {}
    for each in wrong:
        if each.outcome is not GuidanceOutcome.WRONG:
            continue
        wanted = titles.get(each.actual_task_id or each.task_id, "")
        belonged = departments.get(each.actual_task_id, "") if each.actual_task_id else ""
        what = (wanted, departments.get(each.task_id, ""), belonged, each.reason or WrongReason.OTHER)
        people[what] += 1
        phrases.setdefault(what, Counter())[each.phrase] += bool(each.phrase)
    found = [
        WrongReferral(*what, phrase=phrases[what].most_common(1)[0][0], people=count) for what, count in people.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.people, one.title, one.department, one.reason)))


def learned(confirmed: Iterable[Guidance], rulings: Iterable[Ruling] = ()) -> tuple[Lesson, ...]:
    """What is known for everybody and for single people, from every confirmed guidance of the office."""
    by_phrase = _by_phrase(confirmed)
    lessons: list[Lesson] = []
    ruled = {phrase_key(ruling.phrase): ruling for ruling in rulings}
    for ruling in ruled.values():
        if ruling.task_id is not None:
            lessons.append(Lesson(ruling.phrase, ruling.task_id))
    for key, told in by_phrase.items():
        if key in ruled:
            continue
        phrase = told[-1].phrase
        counts = Counter(each.confirmed for each in told)
        public = _everybodys(told)
        if public is not None:
            lessons.append(Lesson(phrase, public))
        for login in sorted({each.login for each in told}):
            own = [each.confirmed for each in told if each.login == login]
            # The one confirmed most often by all, the latest own one first among equals.
            best = max(reversed(own), key=lambda task: counts[task])
            if best is not None and best != public and (public is None or counts[best] > counts[public]):
                lessons.append(Lesson(phrase, best, login))
    return tuple(lessons)


def learned_phrases(confirmed: Iterable[Guidance], rulings: Iterable[Ruling] = ()) -> tuple[LearnedPhrase, ...]:
    """The same, as the administrator sees it."""
    ruled = {phrase_key(ruling.phrase): ruling for ruling in rulings}
    found: list[LearnedPhrase] = []
    by_phrase = _by_phrase(confirmed)
    for key, told in by_phrase.items():
        counts = Counter(each.confirmed for each in told if each.confirmed is not None).most_common()
        ruling = ruled.get(key)
        task = ruling.task_id if ruling is not None else _everybodys(told)
        people = len({each.login for each in told if each.confirmed == (task or counts[0][0])})
        found.append(LearnedPhrase(told[-1].phrase, task, tuple(counts), people, ruling.by if ruling else ""))
    for key, ruling in ruled.items():
        if key not in by_phrase:
            found.append(LearnedPhrase(ruling.phrase, ruling.task_id, (), 0, ruling.by))
    return tuple(found)


def phrase_key(phrase: str) -> str:
    """The same for phrases that differ only in spaces, signs and case."""
    return "".join(sign for sign in phrase.casefold() if sign.isalnum())


def _by_phrase(confirmed: Iterable[Guidance]) -> dict[str, list[Guidance]]:
    by_phrase: dict[str, list[Guidance]] = {}
    for each in sorted(confirmed, key=lambda g: (g.outcome_at or g.at, g.id)):
        key = phrase_key(each.phrase)
        if key and each.confirmed is not None:
            by_phrase.setdefault(key, []).append(each)
    return by_phrase


def _everybodys(told: list[Guidance]) -> str | None:
    """The task confirmed most often, if two different people did."""
    counts = Counter(each.confirmed for each in told)
    people: dict[str | None, set[str]] = {}
    for each in told:
        people.setdefault(each.confirmed, set()).add(each.login)
    known = [task for task in counts if task is not None and len(people[task]) >= 2]
    return max(known, key=lambda task: counts[task], default=None)
