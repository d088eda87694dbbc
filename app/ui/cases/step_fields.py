"""What each step asks for, and what stands in its form at first; the one table of steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.case_fitting import LEGAL_KINDS
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.cases import KIND_RULES, CaseKind, CaseResult
from app.domain.guidance import TransferKind

if TYPE_CHECKING:
    from app.domain.case_views import CaseView

translate = QCoreApplication.translate
Kind = CaseStepKind

KEYS = {
    Kind.TAKEN_OVER: "Ctrl+T",
    Kind.ANSWERED: "Ctrl+W",
    Kind.CLOSED: "Ctrl+G",
    Kind.SUPPLEMENT_ASKED: "Ctrl+Q",
    Kind.SUPPLEMENT_ARRIVED: "Ctrl+Q",
    Kind.EXTENDED: "Ctrl+O",
    Kind.TRANSFERRED: "Ctrl+H",
    Kind.NOTED: "Ctrl+M",
    Kind.CORRECTED: "Ctrl+J",
    Kind.UNDONE: "Ctrl+Z",
}
"""The steps that have a button and a key of their own; two that never are possible together share one."""

FURTHER = (
    Kind.PROGRESS_TOLD,
    Kind.REMINDED,
    Kind.PASSED_ON,
    Kind.SUPPLEMENT_PROLONGED,
    Kind.SURVEY_BEGUN,
    Kind.SURVEY_ENDED,
    Kind.RETURNED,
    Kind.WITHDRAWN,
    Kind.REPEAT_CLOSED,
    Kind.OBJECTED,
)
"""The others, behind one button, by number."""

NEXT = (Kind.TAKEN_OVER, Kind.SUPPLEMENT_ARRIVED, Kind.SURVEY_ENDED, Kind.CLOSED, Kind.ANSWERED)
"""What F5 does: the first of these that is possible and is what comes next."""


@dataclass(frozen=True)
class StepFields:
    """Which fields a step's form has. `text` and `until` are their labels, "" for none."""

    text: str = ""
    lines: int = 3
    until: str = ""
    on: bool = True
    period: bool = False
    department: bool = False
    result: bool = False
    of: bool = False
    hint: str = ""


def fields_of(kind: CaseStepKind) -> StepFields:
    """The form of one step."""
    match kind:
        case Kind.TRANSFERRED:
            return StepFields(translate("StepForm", "넘기는 까닭"), department=True)
        case Kind.PASSED_ON:
            return StepFields(
                translate("StepForm", "어느 기관으로, 왜"),
                hint=translate("StepForm", "민원인께 알립니다. 여기서는 끝납니다."),
            )
        case Kind.SUPPLEMENT_ASKED:
            return StepFields(
                translate("StepForm", "무엇을 보완해야 하나요"),
                until=translate("StepForm", "언제까지"),
                hint=translate("StepForm", "보내는 날부터 도착하는 날까지 처리기간에 넣지 않습니다."),
            )
        case Kind.SUPPLEMENT_PROLONGED:
            return StepFields(translate("StepForm", "민원인이 말한 까닭"), until=translate("StepForm", "언제까지"))
        case Kind.SUPPLEMENT_ARRIVED:
            return StepFields(translate("StepForm", "무엇이 왔나요 (선택)"), 2)
        case Kind.SURVEY_BEGUN:
            return StepFields(
                translate("StepForm", "무엇을 조사하나요"),
                2,
                until=translate("StepForm", "언제까지 (14일 안)"),
            )
        case Kind.SURVEY_ENDED:
            return StepFields(translate("StepForm", "조사한 결과 (선택)"), 3)
        case Kind.EXTENDED:
            return StepFields(translate("StepForm", "늘리는 까닭"), period=True)
        case Kind.ANSWERED:
            return StepFields(translate("StepForm", "답변"), 8, result=True)
    return _later_fields(kind)


def _later_fields(kind: CaseStepKind) -> StepFields:
    match kind:
        case Kind.PROGRESS_TOLD:
            return StepFields(translate("StepForm", "무엇을 알렸나요"), 4)
        case Kind.REMINDED:
            return StepFields(translate("StepForm", "부서에 할 말 (선택)"), 2)
        case Kind.CLOSED:
            return StepFields(translate("StepForm", "덧붙일 말 (선택)"), 2)
        case Kind.RETURNED:
            return StepFields(translate("StepForm", "반려하는 까닭"))
        case Kind.REPEAT_CLOSED:
            return StepFields(translate("StepForm", "종결하는 까닭"))
        case Kind.WITHDRAWN:
            return StepFields(translate("StepForm", "취하한 까닭 (선택)"), 2)
        case Kind.OBJECTED:
            return StepFields(translate("StepForm", "무엇에 이의가 있나요"))
        case Kind.NOTED:
            return StepFields(translate("StepForm", "메모"), on=False)
        case Kind.CORRECTED:
            return StepFields(
                of=True, hint=translate("StepForm", "실제로 한 날을 적습니다. 처음 적은 날도 그대로 남습니다.")
            )
        case Kind.UNDONE:
            return StepFields(
                translate("StepForm", "되돌리는 까닭 (선택)"),
                2,
                on=False,
                of=True,
                hint=translate("StepForm", "기록은 지워지지 않고 줄을 그어 남깁니다."),
            )
    return StepFields(translate("StepForm", "내용"))


def first_step(kind: CaseStepKind, view: CaseView, today: date) -> NewStep:
    """What stands in the form when it is opened."""
    new = NewStep(kind, on=today)
    course = view.course
    match kind:
        case Kind.SUPPLEMENT_ASKED:
            return replace(new, until=today + timedelta(days=10 if course.supplements else 7))
        case Kind.SUPPLEMENT_PROLONGED if course.supplement is not None:
            return replace(new, until=course.supplement.until + timedelta(days=7))
        case Kind.SURVEY_BEGUN:
            return replace(new, until=today + timedelta(days=13))
        case Kind.EXTENDED:
            own = view.case.period or KIND_RULES[view.case.kind].period or "7d"
            return replace(new, period="10d" if course.objection is not None else own)
        case Kind.ANSWERED:
            return replace(new, result=results_of(view.case.kind)[0])
        case Kind.TRANSFERRED:
            return replace(new, transfer=TransferKind.INSIDE)
    return new


def results_of(kind: CaseKind) -> tuple[CaseResult, ...]:
    """How an answer to a case of `kind` may come out."""
    if kind is CaseKind.PRAISE:
        return (CaseResult.THANKED, CaseResult.DONE)
    usual = (CaseResult.DONE, CaseResult.PARTLY, CaseResult.REFUSED)
    return usual if kind in LEGAL_KINDS | {CaseKind.GRIEVANCE} else (*usual, CaseResult.THANKED)


def remedy_words(kind: CaseKind) -> str:
    """What a refusal says by itself of what can be done about it: an objection is for 법정민원 only (법 35조)."""
    if kind in LEGAL_KINDS:
        return translate(
            "StepForm",
            "이 처분에 이의가 있으면 통지를 받은 날부터 60일 안에 이의신청을, 90일 안에 행정심판을 낼 수 있습니다.",
        )
    return translate(
        "StepForm",
        "이 결과에 다른 의견이 있으면 고충민원이나 행정심판을 낼 수 있는지 담당 부서에 물어보실 수 있습니다.",
    )


def next_step(possible: frozenset[CaseStepKind], view: CaseView) -> CaseStepKind | None:
    """What comes next in the usual course of a case."""
    if view.course.owner and Kind.TAKEN_OVER in possible and view.course.transfer is None:
        possible = possible - {Kind.TAKEN_OVER}
    if view.course.answered_on is None:
        possible = possible - {Kind.CLOSED} if Kind.ANSWERED in possible else possible
    return next((kind for kind in NEXT if kind in possible), None)
