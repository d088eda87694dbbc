"""Sentences for what goes wrong with accounts, the office's lists and their import."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain import errors as e
from app.ui.shared.message_words import field_name

translate = QCoreApplication.translate


def about_administration(error: e.AppError) -> str | None:
    """The sentence for `error`, if it is one of these."""
    return _about_accounts(error) or _about_lists(error) or _about_tables(error)


def _about_accounts(error: e.AppError) -> str | None:
    match error:
        case e.AccountWithdrawn():
            return translate(
                "Messages",
                "이 계정의 권한이 바뀌었거나 회수되었습니다. 이미 저장된 기록은 그대로 있고, 방금 한 일은 "
                "저장되지 않았습니다. "
                "관리자에게 확인하고 다시 로그인해 주세요.",
            )
        case e.PasswordMustChange():
            return translate(
                "Messages",
                "임시 비밀번호입니다. 아직 다른 일은 할 수 없습니다. "
                "새 비밀번호를 정해 주세요(창에서 로그인하거나 minwon password).",
            )
        case e.WrongPassword():
            return translate(
                "Messages", "지금 비밀번호가 맞지 않습니다. 비밀번호는 바뀌지 않았습니다. 다시 입력해 주세요."
            )
        case e.SamePassword():
            return translate(
                "Messages", "지금 것과 같은 비밀번호입니다. 비밀번호는 바뀌지 않았습니다. 다른 것으로 정해 주세요."
            )
        case e.LastAdministrator():
            return translate(
                "Messages",
                "마지막 관리자 계정입니다. 회수하거나 역할을 바꿀 수 없고, 바뀐 것은 없습니다. 관리자를 먼저 "
                "한 명 더 두세요.",
            )
        case e.WrongRecoveryCode():
            return translate(
                "Messages",
                "복구 코드가 맞지 않습니다. 바뀐 것은 없습니다. 가장 나중에 만든 복구 코드 종이를 보고 다시 "
                "입력해 주세요.",
            )
        case e.NotAnAdministrator(login=login):
            return translate(
                "Messages",
                "‘{login}’은(는) 관리자 계정이 아닙니다. 바뀐 것은 없고 복구 코드도 그대로 쓸 수 있습니다. "
                "관리자 아이디를 입력해 주세요.",
            ).format(login=login)
        case e.UnknownPerson(login=login):
            return translate(
                "Messages", "‘{login}’ 계정을 찾을 수 없습니다. 바뀐 것은 없습니다. 사람 목록에서 확인해 주세요."
            ).format(login=login)
    return None


def _about_lists(error: e.AppError) -> str | None:
    match error:
        case e.ServiceRetired(name=name):
            return translate(
                "Messages",
                "‘{name}’ 업무는 이제 받지 않습니다. 저장된 것은 없고 적은 것은 그대로 있습니다. 다른 업무를 "
                "골라 주세요.",
            ).format(name=name)
        case e.RecordChanged(row=row):
            return translate(
                "Messages",
                "{row}: 그사이 다른 사람이 먼저 바꾸었습니다. 저장하지 않았습니다. 새로 불러온 내용을 보고 "
                "다시 고쳐 주세요.",
            ).format(row=row)
        case e.AlreadyThere(code=code):
            return translate(
                "Messages", "‘{code}’은(는) 이미 있습니다. 저장하지 않았습니다. 다른 것으로 정해 주세요."
            ).format(code=code)
        case e.UnknownDepartment(code=code):
            return translate(
                "Messages", "‘{code}’ 부서를 찾을 수 없습니다. 바뀐 것은 없습니다. 부서 목록에서 골라 주세요."
            ).format(code=code)
        case e.KeyTaken(key=key, service=service):
            return translate(
                "Messages",
                "선택 키 {key}은(는) ‘{service}’이(가) 쓰고 있습니다. 저장하지 않았습니다. 빈 키를 골라 주세요.",
            ).format(key=key, service=service)
        case e.DepartmentInUse(department=department, services=services):
            return translate(
                "Messages",
                "{department}에 아직 업무가 {services}개 있습니다. 바뀐 것은 없습니다. 그 업무를 옮기거나 먼저 "
                "그만 쓰게 하세요.",
            ).format(department=department, services=services)
        case e.CounterInUse(counter=counter):
            return translate(
                "Messages",
                "{counter}은(는) 지금 쓰고 있는 창구입니다. 바뀐 것은 없습니다. 열린 접수를 끝내고 다른 창구의 "
                "PC에서 해 주세요.",
            ).format(counter=counter)
    return None


def _about_tables(error: e.AppError) -> str | None:
    match error:
        case e.TableTooLarge(limit=limit):
            return translate(
                "Messages",
                "가져올 파일이 {limit} MB보다 큽니다. 읽지 않았고 바뀐 것은 없습니다. 필요한 표만 따로 저장해 주세요.",
            ).format(limit=limit)
        case e.TableTooLong(limit=limit):
            return translate(
                "Messages",
                "가져올 줄이 {limit}개를 넘습니다. 바뀐 것은 없습니다. 파일을 나누어 가져와 주세요.",
            ).format(limit=limit)
        case e.TableEmpty():
            return translate(
                "Messages",
                "파일에 가져올 줄이 없습니다. 바뀐 것은 없습니다. 첫 줄은 제목, 다음 줄부터 내용이어야 합니다.",
            )
        case e.TableUnreadable(path=path):
            return translate(
                "Messages",
                "읽을 수 없는 파일입니다: {path}. 바뀐 것은 없습니다. CSV 또는 XLSX(암호 없이)로 다시 저장해 주세요.",
            ).format(path=path)
        case e.TableNotText(line=line):
            return translate(
                "Messages",
                "{line}번째 줄의 글자가 깨져 있습니다. 바뀐 것은 없습니다. 파일을 ‘CSV UTF-8’로 다시 저장해 주세요.",
            ).format(line=line)
        case e.ColumnMissing(column=column):
            return translate(
                "Messages", "‘{column}’ 열이 없습니다. 바뀐 것은 없습니다. 첫 줄에 열 제목을 적어 주세요."
            ).format(column=field_name(column))
        case e.ColumnTwice(column=column):
            return translate(
                "Messages", "‘{column}’ 열이 두 번 있습니다. 바뀐 것은 없습니다. 하나만 남겨 주세요."
            ).format(column=field_name(column))
        case e.ImportHasBadRows(bad=bad):
            return translate(
                "Messages",
                "잘못된 줄이 {bad}개 있어 아무것도 가져오지 않았습니다. 그 줄을 고치거나, 빼고 "
                "가져오기(--skip-bad)를 골라 주세요.",
            ).format(bad=bad)
    return None
