"""Sentences for what goes wrong with cases, their attachments, the board and what grows out of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain import case_errors as e
from app.domain.cards import CaseHold
from app.domain.case_steps import CaseStepKind
from app.domain.cases import CaseKind
from app.domain.errors import AppError
from app.ui.shared import case_words as words
from app.ui.shared.hindrance_words import hindrance
from app.ui.shared.message_words import field_name

translate = QCoreApplication.translate


def about_cases(error: AppError) -> str | None:
    """None for an error that is not about these."""
    match error:
        case e.UnknownCase(case=case):
            return translate(
                "Messages", "‘{case}’ 민원을 찾을 수 없습니다. 바뀐 것은 없습니다. 번호를 확인해 주세요."
            ).format(case=case)
        case e.UnknownStep():
            return translate(
                "Messages", "그 처리 단계를 찾을 수 없습니다. 바뀐 것은 없습니다. 처리 과정을 다시 열어 확인해 주세요."
            )
        case e.UnknownRecord():
            return translate(
                "Messages", "그 기록을 찾을 수 없습니다. 바뀐 것은 없습니다. 목록을 다시 열어 확인해 주세요."
            )
        case e.NotPossibleNow(step=step, why=why):
            return translate("Messages", "{step}: {why} 바뀐 것은 없습니다.").format(
                step=_step_name(step), why=hindrance(why)
            )
        case e.CaseAlreadyEnded(number=number, by=by, on=on):
            return translate(
                "Messages",
                "{number}: 그 사이 {by}님이 {day}에 종결했습니다. 적으신 글은 그대로 있습니다. "
                "먼저 처리 과정을 확인해 주세요.",
            ).format(number=number, by=by, day=words.day(on))
        case e.BeforeItBegan(on=on, began=began):
            return translate(
                "Messages", "{day}은(는) 민원을 받은 날({began})보다 앞입니다. 저장하지 않았습니다. 날짜를 고쳐 주세요."
            ).format(day=on.isoformat(), began=began.isoformat())
        case e.InTheFuture(field=field, on=on):
            return translate(
                "Messages",
                "{field}: {day}은(는) 아직 오지 않은 때입니다. 저장하지 않았습니다. 실제로 한 때를 적어 주세요.",
            ).format(field=field_name(field), day=on)
    return _about_periods(error) or _about_the_form(error) or _about_attachments(error) or _about_the_board(error)


def _about_periods(error: AppError) -> str | None:
    match error:
        case e.PauseBackwards(first=first, last=last):
            return translate(
                "Messages",
                "멈춘 기간이 {last}에 끝나는데 {first}에 시작합니다. 저장하지 않았습니다. 날짜를 바꿔 주세요.",
            ).format(first=first.isoformat(), last=last.isoformat())
        case e.BadPeriod(text=text):
            return translate(
                "Messages",
                "‘{text}’은(는) 처리기간이 아닙니다. 저장하지 않았습니다. "
                "3h(시간), 7d(일), 2w(주), 1m(달), 1y(년)이나 now(즉시)로 적어 주세요.",
            ).format(text=text)
        case e.ExtensionDoesNotFit(period=period, extension=extension):
            return translate(
                "Messages",
                "처리기간 {period}을(를) {extension}만큼 늘릴 수 없습니다. 저장하지 않았습니다. "
                "같은 단위로 적어 주세요.",
            ).format(period=period, extension=extension)
        case e.OutsideHolidays(day=day, first=first, last=last):
            return translate(
                "Messages",
                "{day}은(는) 공휴일을 아는 해({first}~{last}년)를 벗어나 기한을 셀 수 없습니다. 바뀐 것은 없습니다. "
                "날짜를 확인해 주세요.",
            ).format(day=day.isoformat(), first=first, last=last)
        case e.TimeNeeded():
            return translate(
                "Messages",
                "시간으로 세는 처리기간이라 받은 시각이 필요합니다. 저장하지 않았습니다. 시각까지 적어 주세요.",
            )
        case e.PeriodNeeded(kind=kind):
            return translate(
                "Messages",
                "{kind} 민원은 업무마다 처리기간이 다릅니다. 저장하지 않았습니다. "
                "업무를 고르거나 처리기간을 적어 주세요.",
            ).format(kind=_kind_name(kind))
    return None


def _about_the_form(error: AppError) -> str | None:
    match error:
        case e.NameNeeded(kind=kind, field=field):
            return translate(
                "Messages",
                "{kind} 민원은 이름과 주소가 있어야 합니다({field}이(가) 비었습니다). 저장하지 않았습니다. "
                "이름을 밝히지 않으시면 게시판 카드로 남겨 주세요.",
            ).format(kind=_kind_name(kind), field=field_name(field))
        case e.NotByWordOfMouth(kind=kind):
            return translate(
                "Messages",
                "{kind} 민원은 말이나 전화로는 받지 않습니다. 저장하지 않았습니다. "
                "글로 받거나 대신 적어 드린 뒤 받은 길을 고쳐 주세요.",
            ).format(kind=_kind_name(kind))
        case e.ResidentNumberInText(field=field, start=start):
            return translate(
                "Messages",
                "{field}의 {place}번째 글자부터 주민등록번호로 보입니다. 저장하지 않았습니다. 그 숫자를 지워 주세요.",
            ).format(field=field_name(field), place=start + 1)
    return None


def _about_attachments(error: AppError) -> str | None:
    match error:
        case e.NotAnAttachment(name=name):
            return translate(
                "Messages",
                "{name}은(는) PDF나 사진이 아닙니다(이름이 아니라 내용으로 확인합니다). 붙이지 않았습니다. "
                "PDF·PNG·JPEG·TIFF로 바꿔 주세요.",
            ).format(name=name)
        case e.AttachmentUnreadable(name=name):
            return translate(
                "Messages",
                "{name}을(를) 읽을 수 없습니다. 붙이지 않았습니다. "
                "다른 프로그램에서 닫거나 이 PC로 복사한 뒤 다시 해 주세요.",
            ).format(name=name)
        case e.AttachmentTooLarge(name=name, size=size, limit=limit):
            return translate(
                "Messages",
                "{name}: {size} MB라 너무 큽니다. 붙이지 않았습니다. {limit} MB보다 작게 다시 스캔해 주세요.",
            ).format(name=name, size=megabytes(size), limit=megabytes(limit))
        case e.CaseTooLarge(size=size, limit=limit):
            return translate(
                "Messages",
                "이 민원의 붙임이 모두 {size} MB가 되어 {limit} MB를 넘습니다. 붙이지 않았습니다. "
                "필요 없는 붙임을 먼저 빼 주세요.",
            ).format(size=megabytes(size), limit=megabytes(limit))
        case e.AttachmentAway(name=name):
            return translate(
                "Messages",
                "{name}은(는) 아직 이 PC에 없고 지금은 가져올 수 없습니다. 없어지지 않았습니다. "
                "연결되면 다시 열어 주세요.",
            ).format(name=name)
        case e.AttachmentLost(name=name):
            return translate(
                "Messages",
                "{name}의 내용이 처음과 달라 열지 않았습니다. 민원 기록은 그대로입니다. "
                "관리자에게 백업에서 되살려 달라고 하세요.",
            ).format(name=name)
    return None


def _about_the_board(error: AppError) -> str | None:
    match error:
        case e.CardIsCase():
            return translate(
                "Messages", "이미 민원이 된 카드입니다. 바뀐 것은 없습니다. 이제는 그 민원에서 처리해 주세요."
            )
        case e.CardCaseHeld(number=number, why=why):
            return translate(
                "Messages", "{number} 민원은 한 번에 되돌릴 수 없습니다. {why} 바뀐 것은 없습니다."
            ).format(number=number, why=_hold(why))
        case e.TooManyToExport(limit=limit):
            return translate(
                "Messages",
                "한 파일에는 {limit:,}건까지 내보냅니다. 이 목록은 더 길어 아무것도 쓰지 않았습니다. "
                "종류나 부서로 나누어 내보내 주세요.",
            ).format(limit=limit)
        case e.ConsultFirst(title=title):
            return translate(
                "Messages",
                "{title}: 사전 협의를 아직 하지 않았습니다. 바뀐 것은 없습니다. 협의한 내용을 먼저 적어 주세요.",
            ).format(title=title)
        case e.LessonNeeded(title=title):
            return translate(
                "Messages", "{title}: 무엇을 배웠는지 적어야 합니다. 바뀐 것은 없습니다. 배운 점을 한 줄 적어 주세요."
            ).format(title=title)
        case e.TooEarly(field=field, after=after):
            return translate(
                "Messages", "{field}: {day}보다 뒤여야 합니다. 저장하지 않았습니다. 날짜를 고쳐 주세요."
            ).format(field=field_name(field), day=after.isoformat())
    return None


def _hold(why: str) -> str:
    """Why a case that a card was made is not taken back."""
    match why:
        case CaseHold.STEP:
            return translate("Messages", "이미 처리한 단계가 있습니다. 민원에서 ‘취하’로 끝내 주세요.")
        case CaseHold.EDITED:
            return translate("Messages", "적은 내용을 그 사이 고쳤습니다. 민원에서 ‘취하’로 끝내 주세요.")
        case CaseHold.ATTACHED:
            return translate("Messages", "붙임이 있거나 있었습니다. 민원에서 ‘취하’로 끝내 주세요.")
        case CaseHold.PRINTED:
            return translate("Messages", "접수증이나 통지서가 이미 나왔습니다. 민원에서 ‘취하’로 끝내 주세요.")
        case CaseHold.LINKED:
            return translate(
                "Messages", "다른 민원이나 과제, 재검토, 선례에 이어져 있습니다. 민원에서 ‘취하’로 끝내 주세요."
            )
        case CaseHold.OTHERS:
            return translate("Messages", "다른 사람이나 다른 창구에서 만들었습니다. 만드신 분이 되돌려 주세요.")
        case CaseHold.AUDITOR:
            return translate("Messages", "감사담당관이 맡은 민원입니다. 감사담당관에게 알려 주세요.")
    return why


def megabytes(size: int) -> str:
    """Bytes in MB with one decimal: 0.4, 19.8, 200."""
    value = size / 1_000_000
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}"


def _kind_name(kind: str) -> str:
    known = next((each for each in CaseKind if each.value == kind), None)
    return kind if known is None else words.kind(known)


def _step_name(step: str) -> str:
    known = next((each for each in CaseStepKind if each.value == step), None)
    return words.other_act(step) if known is None else words.step(known)
