"""Whether a step fits where a case stands, as far as that follows from the steps before it; never from the calendar.

법 is 민원처리법, 영 its decree.
"""

from __future__ import annotations

from datetime import date

from app.domain.case_hindrances import Hindrance
from app.domain.case_standing import CaseCourse, Taken
from app.domain.case_steps import CaseStepKind
from app.domain.cases import Case, CaseKind, CaseResult
from app.domain.due import Period

ABOUT_STEPS = frozenset({CaseStepKind.UNDONE, CaseStepKind.CORRECTED})
"""Steps that say something of another step."""
LEGAL_KINDS = frozenset({CaseKind.PERMIT, CaseKind.REPORT, CaseKind.REGISTER, CaseKind.CERTIFICATE})
"""법정민원: what the acts themselves give a right to apply for."""
AT_ONCE_KINDS = frozenset({CaseKind.OTHER, CaseKind.PRAISE})
"""These may be answered by word of mouth, so closing one says that it was answered."""
PROLONGATIONS = 2
"""How often the period for a supplement is prolonged on the citizen's request (영 24조 2항)."""
_ANSWERS = frozenset({CaseResult.DONE, CaseResult.PARTLY, CaseResult.REFUSED, CaseResult.THANKED})
_EVEN_WHEN_ENDED = frozenset({CaseStepKind.NOTED, CaseStepKind.OBJECTED}) | ABOUT_STEPS
_EVEN_WHEN_ANSWERED = frozenset({CaseStepKind.CLOSED, CaseStepKind.TAKEN_OVER, CaseStepKind.PROGRESS_TOLD})
_EVEN_WHILE_PAUSED = frozenset(
    {
        CaseStepKind.TAKEN_OVER,
        CaseStepKind.EXTENDED,
        CaseStepKind.PROGRESS_TOLD,
        CaseStepKind.REMINDED,
        CaseStepKind.WITHDRAWN,
        CaseStepKind.REPEAT_CLOSED,
    }
)


def stage_hindrance(case: Case, course: CaseCourse, kind: CaseStepKind, on: date) -> Hindrance | None:
    """Why a step of `kind` does not fit where the case stands, whatever else it says; None when it does."""
    if kind in _EVEN_WHEN_ENDED:
        return _objection_hindrance(course) if kind is CaseStepKind.OBJECTED else None
    if course.ended_on is not None:
        return Hindrance.ENDED
    if course.answered_on is not None and kind not in _EVEN_WHEN_ANSWERED:
        return Hindrance.ALREADY_ANSWERED
    match kind:
        case CaseStepKind.SUPPLEMENT_ASKED:
            return _asking_hindrance(course, on)
        case CaseStepKind.SUPPLEMENT_PROLONGED:
            return _prolonging_hindrance(course)
        case CaseStepKind.SUPPLEMENT_ARRIVED:
            return Hindrance.NO_SUPPLEMENT_ASKED if course.supplement is None else None
        case CaseStepKind.RETURNED:
            return _returning_hindrance(course, on)
        case CaseStepKind.SURVEY_BEGUN:
            return _survey_hindrance(case, course)
        case CaseStepKind.SURVEY_ENDED:
            return Hindrance.NO_SURVEY if course.survey is None else None
        case CaseStepKind.REPEAT_CLOSED if case.kind in LEGAL_KINDS:
            return Hindrance.NOT_OF_LEGAL_KINDS
    if course.supplement is not None and kind not in _EVEN_WHILE_PAUSED:
        return Hindrance.WAITS_FOR_SUPPLEMENT
    if course.survey is not None and kind not in _EVEN_WHILE_PAUSED:
        return Hindrance.SURVEY_RUNS
    if kind is CaseStepKind.EXTENDED:
        return _extending_hindrance(case, course)
    if kind is CaseStepKind.CLOSED and course.answered_on is None and case.kind not in AT_ONCE_KINDS:
        return Hindrance.NOT_ANSWERED
    return None


def _asking_hindrance(course: CaseCourse, on: date) -> Hindrance | None:
    """영 24조: once, and once more for ten days; the second only when the first period is over or something came."""
    if course.supplements >= 2:
        return Hindrance.NO_THIRD_SUPPLEMENT
    if course.supplement is not None and on <= course.supplement.until:
        return Hindrance.SUPPLEMENT_RUNS
    return Hindrance.SURVEY_RUNS if course.survey is not None else None


def _prolonging_hindrance(course: CaseCourse) -> Hindrance | None:
    if course.supplement is None:
        return Hindrance.NO_SUPPLEMENT_ASKED
    if course.supplement.second:
        return Hindrance.SECOND_NOT_PROLONGED
    return Hindrance.PROLONGED_TWICE if course.supplement.prolonged >= PROLONGATIONS else None


def _returning_hindrance(course: CaseCourse, on: date) -> Hindrance | None:
    """영 25조: only when the second period is over, too."""
    if course.supplement is None:
        return Hindrance.NO_SUPPLEMENT_ASKED
    return None if course.supplement.second and on > course.supplement.until else Hindrance.RETURN_TOO_EARLY


def _survey_hindrance(case: Case, course: CaseCourse) -> Hindrance | None:
    """영 17조: grievances only, once; begun again while it goes on it is prolonged, once."""
    if case.kind is not CaseKind.GRIEVANCE:
        return Hindrance.SURVEY_OF_GRIEVANCES_ONLY
    if course.supplement is not None:
        return Hindrance.WAITS_FOR_SUPPLEMENT
    if course.survey is None:
        return Hindrance.SURVEYED_ALREADY if course.surveyed else None
    return Hindrance.SURVEY_PROLONGED_ALREADY if course.survey.prolonged else None


def _extending_hindrance(case: Case, course: CaseCourse) -> Hindrance | None:
    """영 21조: once, and once more with consent; the time for deciding an objection once (법 35조 2항)."""
    if case.kind is CaseKind.PRAISE:
        return Hindrance.NO_DEADLINE
    if course.objection is not None:
        return Hindrance.EXTENDED_ALREADY if course.objection.extensions else None
    return Hindrance.EXTENDED_ALREADY if len(course.extensions) >= 2 else None


def _objection_hindrance(course: CaseCourse) -> Hindrance | None:
    """법 35조: against a refusal, once."""
    if course.objection is not None:
        return Hindrance.OBJECTED_ALREADY
    return None if course.result is CaseResult.REFUSED and course.answered_on is not None else Hindrance.NOT_REFUSED


def detail_hindrance(case: Case, course: CaseCourse, taken: Taken) -> Hindrance | None:
    """Why a step that fits does not say what it has to, as far as that follows from the steps; None when it does."""
    match taken.kind:
        case CaseStepKind.TAKEN_OVER if course.owner == taken.by and course.transfer is None:
            return Hindrance.YOURS_ALREADY
        case CaseStepKind.TRANSFERRED:
            if not taken.department_code:
                return Hindrance.DEPARTMENT_NEEDED
            return Hindrance.SAME_DEPARTMENT if taken.department_code == course.department_code else None
        case CaseStepKind.SUPPLEMENT_ASKED | CaseStepKind.SUPPLEMENT_PROLONGED | CaseStepKind.SURVEY_BEGUN:
            return _until_hindrance(course, taken)
        case CaseStepKind.EXTENDED:
            Period.parse(taken.period)
            if course.objection is None and course.extensions and not taken.consent:
                return Hindrance.CONSENT_NEEDED
        case CaseStepKind.ANSWERED:
            return _result_hindrance(case, taken.result)
        case CaseStepKind.CLOSED if course.answered_on is None and taken.result is not None:
            return _result_hindrance(case, taken.result)
    return None


def _until_hindrance(course: CaseCourse, taken: Taken) -> Hindrance | None:
    if taken.until is None:
        return None if taken.kind is CaseStepKind.SURVEY_BEGUN else Hindrance.UNTIL_NEEDED
    if taken.kind is CaseStepKind.SUPPLEMENT_PROLONGED and course.supplement is not None:
        return Hindrance.UNTIL_TOO_EARLY if taken.until <= course.supplement.until else None
    return Hindrance.UNTIL_TOO_EARLY if taken.until < taken.on else None


def _result_hindrance(case: Case, result: CaseResult | None) -> Hindrance | None:
    if result is None:
        return Hindrance.RESULT_NEEDED
    thanks = result is CaseResult.THANKED
    if result not in _ANSWERS or (thanks and case.kind in LEGAL_KINDS | {CaseKind.GRIEVANCE}):
        return Hindrance.RESULT_NOT_FITTING
    return None
