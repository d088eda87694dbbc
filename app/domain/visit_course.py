"""What has become of a visit, worked out from its steps: the same on every counter that knows the same steps.

Steps may come from counters that knew nothing of each other. A step that no longer fits what happened before it stays
in the record and changes nothing: nobody is called again who has been served meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.visits import OPEN_STATUSES, StepKind, VisitStatus

_NOT_STARTED = frozenset({VisitStatus.WAITING, VisitStatus.CALLED})


@dataclass(frozen=True, slots=True)
class CourseStep:
    """One step as far as the course goes by it. `to_counter`: whom it was handed to, or registered for."""

    kind: StepKind
    counter_code: str
    to_counter: str | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """Where a visit stands. `now_at`: the counter that serves it or is to call it, None: any of them."""

    status: VisitStatus
    now_at: str | None


def course_of(steps: Iterable[CourseStep]) -> Course:
    """Where a visit stands after `steps`, in their order."""
    course = Course(VisitStatus.WAITING, None)
    for step in steps:
        course = _after(course, step)
    return course


def _after(course: Course, step: CourseStep) -> Course:
    status = course.status
    match step.kind:
        case StepKind.REGISTERED:
            return Course(VisitStatus.WAITING, step.to_counter)
        case StepKind.CALLED if status in _NOT_STARTED or status is VisitStatus.LEFT:
            return Course(VisitStatus.CALLED, step.counter_code)
        case StepKind.SERVING_STARTED if status in _NOT_STARTED or status is VisitStatus.LEFT:
            return Course(VisitStatus.SERVING, step.counter_code)
        case StepKind.HANDED_OVER if status in OPEN_STATUSES:
            return Course(VisitStatus.WAITING, step.to_counter)
        case StepKind.LEFT if status in _NOT_STARTED:
            return Course(VisitStatus.LEFT, course.now_at)
        case StepKind.FINISHED if status in OPEN_STATUSES:
            return Course(VisitStatus.DONE, course.now_at)
        case StepKind.CLOSED if status in OPEN_STATUSES:
            return Course(VisitStatus.UNRECORDED, course.now_at)
        case StepKind.RESUMED if status is VisitStatus.DONE:
            return Course(VisitStatus.SERVING, course.now_at)
        case StepKind.UNDONE:
            return Course(VisitStatus.UNDONE, course.now_at)
    return course
