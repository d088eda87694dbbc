"""Why a step is not possible where a case stands, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.case_hindrances import Hindrance

translate = QCoreApplication.translate


def hindrance(why: str) -> str:
    """A sentence for one of `app.domain.case_hindrances.Hindrance`."""
    return (
        _about_the_stage(why)
        or _about_what_is_said(why)
        or _about_other_steps(why)
        or translate("Hindrances", "지금은 할 수 없습니다.")
    )


def _about_the_stage(why: str) -> str | None:
    match why:
        case Hindrance.ENDED:
            return translate("Hindrances", "이미 끝난 민원입니다.")
        case Hindrance.ALREADY_ANSWERED:
            return translate("Hindrances", "이미 답변했습니다. 남은 일은 종결입니다.")
        case Hindrance.NOT_ANSWERED:
            return translate("Hindrances", "아직 답변하지 않았습니다. 답변을 먼저 적어 주세요.")
        case Hindrance.NO_SUPPLEMENT_ASKED:
            return translate("Hindrances", "기다리고 있는 보완이 없습니다.")
        case Hindrance.SUPPLEMENT_RUNS:
            return translate("Hindrances", "먼저 요구한 보완의 기한이 아직 지나지 않았습니다.")
        case Hindrance.NO_THIRD_SUPPLEMENT:
            return translate("Hindrances", "보완은 두 번까지만 요구할 수 있습니다(시행령 제24조).")
        case Hindrance.SECOND_NOT_PROLONGED:
            return translate("Hindrances", "두 번째 보완 기한은 늘릴 수 없습니다(시행령 제24조).")
        case Hindrance.PROLONGED_TWICE:
            return translate("Hindrances", "보완 기한은 두 번까지만 늘릴 수 있습니다(시행령 제24조).")
        case Hindrance.RETURN_TOO_EARLY:
            return translate("Hindrances", "두 번째 보완 기한이 지나야 반려할 수 있습니다(시행령 제25조).")
        case Hindrance.WAITS_FOR_SUPPLEMENT:
            return translate("Hindrances", "보완을 기다리고 있습니다. 도착을 먼저 적어 주세요.")
        case Hindrance.SURVEY_RUNS:
            return translate("Hindrances", "현장조사 중입니다. 조사가 끝난 것을 먼저 적어 주세요.")
        case Hindrance.NO_SURVEY:
            return translate("Hindrances", "하고 있는 현장조사가 없습니다.")
        case Hindrance.SURVEY_OF_GRIEVANCES_ONLY:
            return translate("Hindrances", "현장조사로 기한을 멈추는 것은 고충민원만 됩니다(시행령 제17조).")
        case Hindrance.SURVEYED_ALREADY:
            return translate("Hindrances", "현장조사를 이미 했습니다.")
        case Hindrance.SURVEY_PROLONGED_ALREADY:
            return translate("Hindrances", "현장조사는 한 번만 늘릴 수 있습니다(시행령 제17조).")
        case Hindrance.NO_DEADLINE:
            return translate("Hindrances", "기한이 없는 민원입니다.")
        case Hindrance.STILL_OPEN:
            return translate("Hindrances", "아직 끝나지 않은 민원입니다. 종결한 뒤에 해 주세요.")
        case Hindrance.ERASED:
            return translate("Hindrances", "개인정보를 지운 민원이라 더 적거나 인쇄할 수 없습니다.")
        case Hindrance.EXTENSION_TOO_LATE:
            return translate(
                "Hindrances", "처리기간이 이미 지났습니다. 연장은 기한 안에만 할 수 있습니다(시행령 제21조)."
            )
        case Hindrance.OBJECTION_TOO_LATE:
            return translate("Hindrances", "거부한 날부터 60일이 지나 이의신청을 할 수 없습니다(법 제35조).")
        case Hindrance.NOT_OVERDUE:
            return translate("Hindrances", "독촉은 기한이 지난 민원에만 합니다.")
        case Hindrance.EXTENDED_ALREADY:
            return translate("Hindrances", "기한은 더 늘릴 수 없습니다(시행령 제21조).")
    return None


def _about_what_is_said(why: str) -> str | None:
    match why:
        case Hindrance.NOT_OF_LEGAL_KINDS:
            return translate("Hindrances", "법정민원은 반복 민원으로 종결할 수 없습니다(법 제23조).")
        case Hindrance.NOT_REPEATED_ENOUGH:
            return translate(
                "Hindrances",
                "같은 민원을 세 번 이상 내고 두 번 이상 알려 드린 뒤에만 반복 민원으로 종결할 수 있습니다(법 제23조).",
            )
        case Hindrance.SAME_CASE:
            return translate("Hindrances", "같은 민원입니다. 앞서 받은 다른 민원의 번호를 골라 주세요.")
        case Hindrance.NOT_LINKED:
            return translate("Hindrances", "이어진 민원이 없습니다.")
        case Hindrance.LINKED_WITH_AUDITORS:
            return translate(
                "Hindrances",
                "감사담당관이 맡은 두 번째 고충민원과 이어져 있습니다. 감사담당관만 그 민원을 뗄 수 있습니다"
                "(시행령 제17조).",
            )
        case Hindrance.OBJECTED_ALREADY:
            return translate("Hindrances", "이의신청은 한 번만 받습니다.")
        case Hindrance.NOT_REFUSED:
            return translate("Hindrances", "거부한 민원에만 이의신청을 할 수 있습니다(법 제35조).")
        case Hindrance.YOURS_ALREADY:
            return translate("Hindrances", "이미 맡고 계신 민원입니다.")
        case Hindrance.DEPARTMENT_NEEDED:
            return translate("Hindrances", "받을 부서를 골라 주세요.")
        case Hindrance.SAME_DEPARTMENT:
            return translate("Hindrances", "이미 그 부서에 있습니다. 다른 부서를 골라 주세요.")
        case Hindrance.UNTIL_NEEDED:
            return translate("Hindrances", "언제까지인지 적어 주세요.")
        case Hindrance.UNTIL_TOO_EARLY:
            return translate("Hindrances", "그 날짜는 너무 이릅니다. 더 뒤의 날짜를 적어 주세요.")
        case Hindrance.CONSENT_NEEDED:
            return translate("Hindrances", "두 번째 연장은 민원인이 동의해야 합니다(시행령 제21조).")
        case Hindrance.RESULT_NEEDED:
            return translate("Hindrances", "어떻게 되었는지 골라 주세요.")
        case Hindrance.RESULT_NOT_FITTING:
            return translate("Hindrances", "이 민원에 맞지 않는 결과입니다. 다른 결과를 골라 주세요.")
        case Hindrance.REASON_NEEDED:
            return translate("Hindrances", "까닭을 적어 주세요.")
        case Hindrance.TEXT_NEEDED:
            return translate("Hindrances", "내용을 적어 주세요.")
        case Hindrance.SECOND_TEN_DAYS:
            return translate("Hindrances", "두 번째 보완 기한은 10일까지입니다(시행령 제24조).")
        case Hindrance.SURVEY_TOO_LONG:
            return translate("Hindrances", "현장조사는 14일, 늘려도 7일을 더해 21일까지입니다(시행령 제17조).")
        case Hindrance.EXTENSION_TOO_LONG:
            return translate("Hindrances", "처음 처리기간보다 길게 늘릴 수 없습니다(시행령 제21조).")
        case Hindrance.REMEDY_NEEDED:
            return translate("Hindrances", "거부할 때는 불복하는 방법을 함께 알려야 합니다(법 제27조).")
    return None


def _about_other_steps(why: str) -> str | None:
    match why:
        case Hindrance.NO_SUCH_STEP:
            return translate("Hindrances", "그런 처리 단계가 없습니다.")
        case Hindrance.UNDONE_ALREADY:
            return translate("Hindrances", "이미 되돌린 단계입니다.")
        case Hindrance.NOT_TO_BE_UNDONE:
            return translate("Hindrances", "되돌린 것은 다시 되돌릴 수 없습니다. 그 일을 다시 적어 주세요.")
        case Hindrance.NOT_TO_BE_CORRECTED:
            return translate(
                "Hindrances", "바로잡거나 되돌린 기록에는 고칠 날짜가 없습니다. 바로잡은 것을 되돌려 주세요."
            )
        case Hindrance.OTHERS_REST_ON_IT:
            return translate("Hindrances", "뒤의 단계가 이것에 기대고 있습니다. 뒤의 것부터 되돌려 주세요.")
    return None
