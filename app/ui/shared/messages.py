"""One sentence for every expected failure: what happened, what is safe, what to do (design law 8).

Needs QtCore only, so the command line speaks with the same words.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain import errors as e
from app.ui.shared.administration_messages import about_administration
from app.ui.shared.case_messages import about_cases
from app.ui.shared.figure_messages import about_figures
from app.ui.shared.finder_messages import about_finder
from app.ui.shared.late_messages import about_late_visits
from app.ui.shared.message_words import action_name, field_name, personal_data_name, role_name
from app.ui.shared.printer_messages import about_printers
from app.ui.shared.sharing_messages import about_sharing

translate = QCoreApplication.translate


def sentence(error: e.AppError) -> str:
    """What to tell the user about `error`, in the language installed."""
    for part in (
        about_printers,
        about_figures,
        about_late_visits,
        about_administration,
        about_finder,
        about_cases,
        about_sharing,
        _typed,
        _about_people,
        _about_the_home,
        _about_devices,
    ):
        words = part(error)
        if words is not None:
            return words
    return bug_sentence()


def sentence_for(error: Exception) -> str:
    """`sentence` for an expected failure, and calm words without details for a bug."""
    return sentence(error) if isinstance(error, e.AppError) else bug_sentence()


def bug_sentence() -> str:
    """Words for a failure nobody foresaw."""
    return translate("Messages", "예상하지 못한 문제가 생겼습니다. 이미 저장된 기록은 그대로 있습니다. 다시 해 보세요.")


def _typed(error: e.AppError) -> str | None:
    match error:
        case e.UnknownService(code=code):
            return translate(
                "Messages", "‘{code}’ 업무를 찾을 수 없습니다. 저장된 것은 없습니다. 업무 목록에서 골라 주세요."
            ).format(code=code)
        case e.UnknownVisit():
            return translate(
                "Messages", "그 접수를 찾을 수 없습니다. 바뀐 것은 없습니다. 목록에서 번호를 확인해 주세요."
            )
        case e.TextTooLong(field=field, limit=limit, length=length):
            return translate(
                "Messages",
                "{field}: 글이 너무 깁니다({length}자). 저장하지 않았습니다. {limit}자까지 줄여 주세요.",
            ).format(field=field_name(field), length=length, limit=limit)
        case e.ControlCharacterInText(field=field, position=position):
            return translate(
                "Messages",
                "{field}의 {place}번째 글자는 보이지 않는 제어 문자입니다. 저장하지 않았습니다. 그 글자를 지워 주세요.",
            ).format(field=field_name(field), place=position + 1)
        case e.EmojiInText(field=field, position=position):
            return translate(
                "Messages",
                "{field}의 {place}번째 글자는 그림 문자라 접수증에 찍을 수 없습니다. 저장하지 않았습니다. 글자로 적어 주세요.",
            ).format(field=field_name(field), place=position + 1)
        case e.RightToLeftText(field=field, position=position):
            return translate(
                "Messages",
                "{field}의 {place}번째 글자는 오른쪽에서 왼쪽으로 쓰는 글자입니다. 저장하지 않았습니다. 한글이나 로마자로 적어 주세요.",
            ).format(field=field_name(field), place=position + 1)
        case e.PersonalDataInText(field=field, kind=kind, start=start):
            return translate(
                "Messages",
                "{field}의 {place}번째 글자부터 {kind}처럼 보입니다. 저장하지 않았습니다. 그 부분을 지우고 다시 저장해 주세요.",
            ).format(field=field_name(field), place=start + 1, kind=personal_data_name(kind))
        case e.BadValue(field=field, value=""):
            return translate("Messages", "{field}: 비어 있습니다. 바뀐 것은 없습니다. 값을 적어 주세요.").format(
                field=field_name(field)
            )
        case e.BadValue(field=field, value=value):
            return translate(
                "Messages", "{field}: ‘{value}’은(는) 쓸 수 없는 값입니다. 바뀐 것은 없습니다. 값을 고쳐 주세요."
            ).format(field=field_name(field), value=value)
        case e.UndoTooLate(number=number, seconds=seconds):
            return translate(
                "Messages",
                "{number}: 접수한 지 {seconds}초가 지나 되돌릴 수 없습니다. 접수는 그대로 있습니다.",
            ).format(number=number, seconds=seconds)
        case e.VisitIsUndone(number=number):
            return translate(
                "Messages", "{number}: 이미 취소된 접수입니다. 바뀐 것은 없습니다. 필요하면 새로 접수해 주세요."
            ).format(number=number)
        case e.VisitNotServing(number=number):
            return translate(
                "Messages",
                "{number}: 처리 중인 접수가 아닙니다. 바뀐 것은 없습니다. 목록에서 상태를 확인해 주세요.",
            ).format(number=number)
    return _about_visits(error)


def _about_visits(error: e.AppError) -> str | None:
    match error:
        case e.VisitNotWaiting(number=number):
            return translate(
                "Messages",
                "{number}: 기다리고 있는 접수가 아닙니다. 바뀐 것은 없습니다. 목록에서 상태를 확인해 주세요.",
            ).format(number=number)
        case e.VisitNotOpen(number=number):
            return translate(
                "Messages",
                "{number}: 이미 끝난 접수입니다. 바뀐 것은 없습니다. 목록에서 상태를 확인해 주세요.",
            ).format(number=number)
        case e.VisitElsewhere(number=number, counter=counter):
            return translate(
                "Messages",
                "{number}: {counter}에서 맡은 접수입니다. 바뀐 것은 없습니다. 그 창구에 확인해 주세요.",
            ).format(number=number, counter=counter)
        case e.NobodyWaiting():
            return translate("Messages", "이 창구를 기다리는 분이 없습니다. 바뀐 것은 없습니다.")
        case e.UnknownCounter(code=code):
            return translate(
                "Messages", "‘{code}’ 창구를 찾을 수 없습니다. 바뀐 것은 없습니다. 창구 목록에서 골라 주세요."
            ).format(code=code)
        case e.TooManyServices(limit=limit):
            return translate(
                "Messages",
                "한 번에 업무를 {limit}가지까지 접수합니다. 저장하지 않았습니다. 나머지는 따로 접수해 주세요.",
            ).format(limit=limit)
        case e.ServiceTwice(code=code):
            return translate(
                "Messages", "같은 업무를 두 번 골랐습니다: {code}. 저장하지 않았습니다. 하나를 빼 주세요."
            ).format(code=code)
        case e.WordMissing(field=field):
            return translate(
                "Messages", "{field}: 까닭을 한마디 적어야 합니다. 바뀐 것은 없습니다. 짧게 적고 다시 해 주세요."
            ).format(field=field_name(field))
        case e.SlipExpired(number=number):
            return translate(
                "Messages",
                "{number}: 설문 기한이 지나 접수증을 다시 낼 수 없습니다. 접수 기록은 그대로 있습니다.",
            ).format(number=number)
    return None


def _about_people(error: e.AppError) -> str | None:
    match error:
        case e.PasswordTooShort(minimum=minimum):
            return translate(
                "Messages", "비밀번호가 짧습니다. 저장하지 않았습니다. {minimum}자 이상으로 정해 주세요."
            ).format(minimum=minimum)
        case e.PassphraseTooShort(minimum=minimum):
            return translate(
                "Messages", "열쇠 암호가 짧습니다. 열쇠를 만들지 않았습니다. {minimum}자 이상으로 정해 주세요."
            ).format(minimum=minimum)
        case e.PassphraseEqualsPassword():
            return translate(
                "Messages", "열쇠 암호가 로그인 비밀번호와 같습니다. 바뀐 것은 없습니다. 둘을 서로 다르게 정해 주세요."
            )
        case e.NotAllowed(action=action, role=role):
            return translate(
                "Messages",
                "{role} 계정으로는 할 수 없는 일입니다: {action}. 바뀐 것은 없습니다. 맡은 사람에게 부탁하세요.",
            ).format(role=role_name(role), action=action_name(action))
        case e.SignInNeeded():
            return translate(
                "Messages", "로그인이 필요합니다. 바뀐 것은 없습니다. 아이디와 비밀번호로 로그인해 주세요."
            )
        case e.SignInFailed():
            return translate(
                "Messages", "아이디나 비밀번호가 맞지 않습니다. 한/영 키와 Caps Lock을 확인하고 다시 입력해 주세요."
            )
        case e.AccountLocked(until=until):
            return translate(
                "Messages",
                "비밀번호를 여러 번 틀려 계정이 잠겼습니다. 기록은 그대로 있습니다. {time} 이후에 다시 로그인해 주세요.",
            ).format(time=until.astimezone().strftime("%H:%M"))
        case e.WrongPassphrase():
            return translate(
                "Messages",
                "열쇠 암호가 맞지 않습니다. 아무것도 열지 않았습니다. 한/영 키를 확인하고 다시 입력해 주세요.",
            )
        case e.NoAuditKey():
            return translate(
                "Messages",
                "감사담당관의 열쇠가 아직 없어 봉인된 답도 없습니다. 감사담당관이 처음 로그인할 때 열쇠를 만듭니다.",
            )
    return None


def _about_the_home(error: e.AppError) -> str | None:
    match error:
        case e.HomeExists(path=path):
            return translate(
                "Messages", "이미 자료가 있는 폴더입니다: {path}. 건드리지 않았습니다. 빈 폴더를 골라 주세요."
            ).format(path=path)
        case e.HomeMissing(path=path):
            return translate(
                "Messages",
                "이 PC의 자료 폴더가 없습니다: {path}. 바뀐 것은 없습니다. 폴더를 확인하거나 minwon init으로 만들어 주세요.",
            ).format(path=path)
        case e.HomeReadOnly(path=path):
            return translate(
                "Messages",
                "자료 폴더에 쓸 수 없습니다: {path}. 있는 기록은 그대로입니다. 폴더의 쓰기 권한을 관리자에게 요청하세요.",
            ).format(path=path)
        case e.DiskFull(path=path):
            return translate(
                "Messages",
                "디스크가 가득 차 저장하지 못했습니다: {path}. 이미 저장된 기록은 안전합니다. 공간을 비우고 다시 해 주세요.",
            ).format(path=path)
        case e.DatabaseDamaged(path=path):
            return translate(
                "Messages",
                "자료 파일을 읽을 수 없습니다: {path}. 파일을 고치거나 지우지 않았습니다. 백업을 가진 관리자를 불러 주세요.",
            ).format(path=path)
        case e.DatabaseNewer(found=found, known=known):
            return translate(
                "Messages",
                "자료가 더 새 프로그램으로 만들어졌습니다(자료 {found}, 프로그램 {known}). 자료는 그대로입니다. 프로그램을 새로 설치해 주세요.",
            ).format(found=found, known=known)
        case e.DatabaseBusy():
            return translate(
                "Messages",
                "다른 작업이 자료를 쓰고 있어 이번 것은 저장하지 못했습니다. 기록은 안전합니다. 잠시 뒤 다시 해 주세요.",
            )
        case e.KeyFileDamaged(path=path):
            return translate(
                "Messages",
                "열쇠 파일을 읽을 수 없습니다: {path}. 기록은 그대로입니다. 백업에서 열쇠 파일을 되살리도록 관리자를 불러 주세요.",
            ).format(path=path)
        case e.SurveyStoreDamaged(path=path):
            return translate(
                "Messages",
                "설문 자료를 읽을 수 없습니다: {path}. 접수 기록은 그대로입니다. 관리자에게 백업에서 되살려 달라고 하세요.",
            ).format(path=path)
        case e.SettingsUnreadable(path=path):
            return translate(
                "Messages",
                "이 PC의 설정 파일을 읽을 수 없습니다: {path}. 접수 기록은 그대로입니다. 기본 설정으로 시작할 수 있습니다.",
            ).format(path=path)
        case e.SurveyFileUnreadable(path=path):
            return translate(
                "Messages",
                "설문 문항 파일을 읽을 수 없습니다: {path}. 기록은 그대로입니다. 프로그램을 다시 설치해 주세요.",
            ).format(path=path)
        case e.CannotWrite(path=path):
            return translate(
                "Messages",
                "파일을 쓸 수 없습니다: {path}. 기록은 안전합니다. 다른 자리를 고르거나 쓰기 권한을 확인해 주세요.",
            ).format(path=path)
    return None


def _about_devices(error: e.AppError) -> str | None:
    match error:
        case e.AddressInUse(host=host, port=port):
            return translate(
                "Messages",
                "{host}의 {port}번 포트를 다른 프로그램이 쓰고 있습니다. 바뀐 것은 없습니다. 다른 포트를 정해 주세요.",
            ).format(host=host, port=port)
        case e.NoDisplay():
            return translate(
                "Messages",
                "창을 띄울 화면이 없습니다. 바뀐 것은 없습니다. 화면이 있는 PC에서 열거나 다른 minwon 명령을 쓰세요.",
            )
        case e.NoPrinter():
            return translate(
                "Messages",
                "프린터를 찾을 수 없습니다. 기록은 안전합니다. 프린터를 켜거나 설정(F9)에서 고른 뒤 다시 출력하세요.",
            )
        case e.PrinterFailed(printer=printer):
            return translate(
                "Messages",
                "프린터 ‘{printer}’에 보내지 못했습니다. 기록은 안전합니다. 전원과 용지를 확인하고 다시 출력하세요.",
            ).format(printer=printer)
        case e.Unavailable():
            return translate("Messages", "지금은 할 수 없습니다. 기록은 안전합니다. 잠시 뒤 다시 해 주세요.")
    return None
