"""What the act asks of a step on the day it is taken, and when a case is due.

법 is 민원처리법, 영 its decree. What follows from the steps alone is in `app.domain.case_course`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.domain.case_course import SURVEY_DAYS, SURVEY_PROLONGED_DAYS, course_of, running_pauses, survey_limit
from app.domain.case_errors import BeforeItBegan, CaseAlreadyEnded, ExtensionDoesNotFit, InTheFuture, NotPossibleNow
from app.domain.case_fitting import ABOUT_STEPS, LEGAL_KINDS, detail_hindrance, stage_hindrance
from app.domain.case_hindrances import Hindrance
from app.domain.case_standing import CaseCourse, Taken
from app.domain.case_steps import CaseStep, CaseStepKind, NewStep
from app.domain.cases import Case, CaseKind, CaseResult
from app.domain.clocks import SEOUL, office_day
from app.domain.deadlines import WorkingTime
from app.domain.due import Due, Period, civil_due, due_of, set_by_service, statutory_period

SUBMISSIONS, NOTICES = 3, 2
"""From how many submissions and answers on a later one may be closed as a repeated matter (법 23조)."""
OBJECTION_DAYS = Period.parse("60d")
"""Within how many days of a refusal one may object (법 35조 1항)."""
DECISION_DAYS = Period.parse("10d")
"""Within how many days that is decided; extended once by as many at most (법 35조 2항)."""
SECOND_SUPPLEMENT = Period.parse("10d")
"""The citizen's period of a second request (영 24조 3항)."""

ARTICLES: dict[CaseStepKind, tuple[str, ...]] = {
    CaseStepKind.TRANSFERRED: ("민원처리법 제16조", "민원처리법 시행령 제13조"),
    CaseStepKind.PASSED_ON: ("민원처리법 제16조", "민원처리법 시행령 제13조"),
    CaseStepKind.SUPPLEMENT_ASKED: ("민원처리법 제22조", "민원처리법 시행령 제24조"),
    CaseStepKind.SUPPLEMENT_PROLONGED: ("민원처리법 시행령 제24조",),
    CaseStepKind.SUPPLEMENT_ARRIVED: ("민원처리법 시행령 제20조",),
    CaseStepKind.SURVEY_BEGUN: ("민원처리법 시행령 제17조",),
    CaseStepKind.SURVEY_ENDED: ("민원처리법 시행령 제17조",),
    CaseStepKind.EXTENDED: ("민원처리법 시행령 제21조",),
    CaseStepKind.PROGRESS_TOLD: ("민원처리법 시행령 제23조",),
    CaseStepKind.REMINDED: ("민원처리법 제25조",),
    CaseStepKind.ANSWERED: ("민원처리법 제27조", "민원처리법 시행령 제29조"),
    CaseStepKind.CLOSED: ("민원처리법 제27조",),
    CaseStepKind.RETURNED: ("민원처리법 시행령 제25조",),
    CaseStepKind.WITHDRAWN: ("민원처리법 제22조",),
    CaseStepKind.REPEAT_CLOSED: ("민원처리법 제23조",),
    CaseStepKind.OBJECTED: ("민원처리법 제35조", "민원처리법 시행령 제40조"),
}
"""Which rule a step is taken by."""

_TEXT_NEEDED = frozenset(
    {CaseStepKind.SUPPLEMENT_ASKED, CaseStepKind.PASSED_ON, CaseStepKind.PROGRESS_TOLD, CaseStepKind.NOTED}
)
_REASON_NEEDED = frozenset({CaseStepKind.EXTENDED, CaseStepKind.RETURNED, CaseStepKind.REPEAT_CLOSED})
_ENDING = frozenset(
    {
        CaseStepKind.CLOSED,
        CaseStepKind.PASSED_ON,
        CaseStepKind.RETURNED,
        CaseStepKind.WITHDRAWN,
        CaseStepKind.REPEAT_CLOSED,
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A case with its steps, and what a new step is measured by.

    `now` is the office's own clock time (aware, in its zone). `service_period` is that of the case's service, "" where
    it has none. `submissions` and `notices`: see `may_close_as_repeated`.
    """

    case: Case
    steps: tuple[CaseStep, ...]
    course: CaseCourse
    working: WorkingTime
    now: datetime
    timezone: str = SEOUL
    service_period: str = ""
    submissions: int = 1
    notices: int = 0

    @property
    def due(self) -> Due | None:
        return due_of_case(self.case, self.course, self.working, self.service_period, self.timezone)


def may_close_as_repeated(submissions: int, notices: int) -> bool:
    """법 23조: the same matter came three times or more (this time among them) and was answered twice before."""
    return submissions >= SUBMISSIONS and notices >= NOTICES


def period_of(case: Case, service_period: str = "") -> Period | None:
    """How long the case may take; None where no period runs, or none is known. Errors: `BadPeriod`."""
    if case.period:
        return Period.parse(case.period)
    if set_by_service(case.kind):
        if service_period:
            return Period.parse(service_period)
        return Period.parse("now") if case.kind is CaseKind.CERTIFICATE else None
    return statutory_period(case.kind)


def due_of_case(
    case: Case,
    course: CaseCourse,
    working: WorkingTime,
    service_period: str = "",
    timezone: str = SEOUL,
    *,
    listed: bool = True,
) -> Due | None:
    """When the case is due, and how that was counted; None where no period runs.

    While the clock stands it is when it would be due if what is waited for came on its last day. After an objection it
    is when that is to be decided. Errors: `BadPeriod`; `ValueError` where the calendar has no working day for a year.
    """
    if course.objection is not None:
        return civil_due(working, DECISION_DAYS, course.objection.on, extensions=course.objection.extensions)
    period = period_of(case, service_period)
    if period is None:
        return None
    received = case.received_at.astimezone(ZoneInfo(timezone))
    pauses = course.pauses + running_pauses(course)
    extensions = tuple(each for each in course.extensions if period.may_grow_by(each))
    return due_of(working, period, received, pauses=pauses, extensions=extensions, listed=listed)


def objection_until(working: WorkingTime, refused_on: date) -> date:
    """The last day on which a refusal told on `refused_on` can be objected to (법 35조 1항)."""
    return civil_due(working, OBJECTION_DAYS, refused_on).day


def hindrances(standing: Standing, by: str) -> dict[CaseStepKind, Hindrance]:
    """Why the case does not allow `by` the other steps today."""
    today, course = standing.now.date(), standing.course
    found: dict[CaseStepKind, Hindrance] = {}
    for kind in CaseStepKind:
        why = stage_hindrance(standing.case, course, kind, today) or _today_hindrance(standing, kind, today)
        if why is None and kind is CaseStepKind.TAKEN_OVER and course.owner == by and course.transfer is None:
            why = Hindrance.YOURS_ALREADY
        if why is None and kind in ABOUT_STEPS and not standing.steps:
            why = Hindrance.NO_SUCH_STEP
        if why is not None:
            found[kind] = why
    return found


def check_step(standing: Standing, new: NewStep, by: str) -> date:
    """Check that `by` may take the step now, and what it says; the day it counts for.

    Errors: `NotPossibleNow`, `CaseAlreadyEnded`, `BeforeItBegan`, `InTheFuture`, `BadPeriod`, `ExtensionDoesNotFit`.
    """
    on = _checked_day(standing, new)
    if new.kind in ABOUT_STEPS:
        _check_about_step(standing, new, on)
        return on
    case, course = standing.case, standing.course
    taken = Taken.new(new, on, standing.now, by)
    why = stage_hindrance(case, course, new.kind, on)
    if why is Hindrance.ENDED and course.ended_on is not None:
        raise CaseAlreadyEnded(case.number, course.ended_by, course.ended_on)
    why = (
        why
        or _words_hindrance(new)
        or detail_hindrance(case, course, taken)
        or _today_hindrance(standing, new.kind, on)
        or _calendar_hindrance(standing, taken)
    )
    if why is not None:
        raise NotPossibleNow(new.kind.value, why.value)
    return on


def _checked_day(standing: Standing, new: NewStep) -> date:
    """Errors: `BeforeItBegan`, `InTheFuture`."""
    began, today = office_day(standing.case.received_at, standing.timezone), standing.now.date()
    on = new.on or today
    if on < began:
        raise BeforeItBegan(on, began)
    if on > today:
        raise InTheFuture("on", on.isoformat())
    return on


def _check_about_step(standing: Standing, new: NewStep, on: date) -> None:
    """Errors: `NotPossibleNow`."""
    target = next((step for step in standing.steps if step.id == new.of), None)
    why = _target_hindrance(standing, target, new.kind)
    if why is None:
        # As it would be afterwards: whatever counts now and did not then rests on the step, or on its day.
        added = CaseStep("~", standing.case.id, new.kind, standing.now, on, "", "", of=new.of)
        after = course_of(standing.case, (*standing.steps, added), standing.working, standing.timezone)
        if after.unfit - standing.course.unfit:
            why = Hindrance.OTHERS_REST_ON_IT
    if why is not None:
        raise NotPossibleNow(new.kind.value, why.value)


def _target_hindrance(standing: Standing, target: CaseStep | None, kind: CaseStepKind) -> Hindrance | None:
    if target is None or target.id in standing.course.unfit:
        return Hindrance.NO_SUCH_STEP
    if target.id in standing.course.undone:
        return Hindrance.UNDONE_ALREADY
    if kind is CaseStepKind.UNDONE:
        return Hindrance.NOT_TO_BE_UNDONE if target.kind is CaseStepKind.UNDONE else None
    return Hindrance.NOT_TO_BE_CORRECTED if target.kind in ABOUT_STEPS else None


def _words_hindrance(new: NewStep) -> Hindrance | None:
    if new.kind in _TEXT_NEEDED and not new.text:
        return Hindrance.TEXT_NEEDED
    refused = new.kind in (CaseStepKind.ANSWERED, CaseStepKind.CLOSED) and new.result is CaseResult.REFUSED
    if (new.kind in _REASON_NEEDED or refused) and not new.text:
        return Hindrance.REASON_NEEDED
    return Hindrance.REMEDY_NEEDED if refused and not new.remedy else None


def _today_hindrance(standing: Standing, kind: CaseStepKind, on: date) -> Hindrance | None:
    """What depends on the day, but on nothing that is said with the step."""
    match kind:
        case CaseStepKind.REMINDED:
            due = standing.due
            if due is None:
                return Hindrance.NO_DEADLINE
            return None if due.is_over(standing.now) else Hindrance.NOT_OVERDUE
        case CaseStepKind.EXTENDED:
            due = standing.due
            if due is None:
                return Hindrance.NO_DEADLINE
            over = due.is_over(standing.now) if on == standing.now.date() else due.day < on
            return Hindrance.EXTENSION_TOO_LATE if over else None
        case CaseStepKind.REPEAT_CLOSED:
            enough = may_close_as_repeated(standing.submissions, standing.notices)
            return None if enough else Hindrance.NOT_REPEATED_ENOUGH
        case CaseStepKind.OBJECTED:
            told = standing.course.answered_on
            late = told is not None and on > objection_until(standing.working, told)
            return Hindrance.OBJECTION_TOO_LATE if late else None
    return None


def _calendar_hindrance(standing: Standing, taken: Taken) -> Hindrance | None:
    """What the calendar says of what is said with the step. Errors: `BadPeriod`, `ExtensionDoesNotFit`."""
    working, course = standing.working, standing.course
    match taken.kind:
        case CaseStepKind.SUPPLEMENT_ASKED if course.supplements and taken.until is not None:
            longest = civil_due(working, SECOND_SUPPLEMENT, taken.on).day
            return Hindrance.SECOND_TEN_DAYS if taken.until > longest else None
        case CaseStepKind.SURVEY_BEGUN if taken.until is not None:
            survey = course.survey
            begun, length = (taken.on, SURVEY_DAYS) if survey is None else (survey.begun_on, SURVEY_PROLONGED_DAYS)
            return Hindrance.SURVEY_TOO_LONG if taken.until > survey_limit(begun, length) else None
        case CaseStepKind.EXTENDED:
            return _length_hindrance(standing, Period.parse(taken.period))
    return None


def _length_hindrance(standing: Standing, extension: Period) -> Hindrance | None:
    """영 21조: an extension is no longer than the period itself. Errors: `ExtensionDoesNotFit`."""
    objected = standing.course.objection is not None
    period = DECISION_DAYS if objected else period_of(standing.case, standing.service_period)
    if period is None:
        return Hindrance.NO_DEADLINE
    if not period.may_grow_by(extension):
        raise ExtensionDoesNotFit(str(period), str(extension))
    if objected:
        return Hindrance.EXTENSION_TOO_LONG if extension.count > period.count else None
    # Measured from the receipt on, so that four weeks and a month compare as they fall.
    received = standing.case.received_at.astimezone(ZoneInfo(standing.timezone))
    own = _end(due_of(standing.working, period, received, listed=False))
    longer = _end(due_of(standing.working, period, received, extensions=(extension,), listed=False))
    twice = _end(due_of(standing.working, period, received, extensions=(period,), listed=False))
    return Hindrance.EXTENSION_TOO_LONG if longer > twice >= own else None


def _end(due: Due) -> tuple[date, str]:
    return due.day, due.clock


def ends(kind: CaseStepKind) -> bool:
    """Whether a step of `kind` ends a case."""
    return kind in _ENDING


def is_legal(kind: CaseKind) -> bool:
    """Whether it is 법정민원, whose refusal can be objected to by law (법 35조)."""
    return kind in LEGAL_KINDS


def steps_before(steps: Iterable[CaseStep], last: CaseStep) -> tuple[CaseStep, ...]:
    """Those of `steps`, in their order, up to `last` without it."""
    before: list[CaseStep] = []
    for step in steps:
        if step.id == last.id:
            break
        before.append(step)
    return tuple(before)


def with_steps(standing: Standing, steps: tuple[CaseStep, ...]) -> Standing:
    """The same case after other steps."""
    course = course_of(standing.case, steps, standing.working, standing.timezone)
    return replace(standing, steps=steps, course=course)
