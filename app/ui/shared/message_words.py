"""The names that stand inside sentences: fields, roles, actions, kinds of personal data."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.actors import Action, Role
from app.domain.personal_data import PersonalDataKind
from app.ui.shared.casework_names import casework_action_name, casework_field_name

translate = QCoreApplication.translate


def field_name(field: str) -> str:
    """The words for a field of a record or an option of a command; an unknown one stays as it is."""
    match field:
        case "note":
            return translate("Fields", "메모")
        case "queue_number":
            return translate("Fields", "번호표")
        case "office_name":
            return translate("Fields", "사무실 이름")
        case "survey_host":
            return translate("Fields", "설문 주소")
        case "slip_days":
            return translate("Fields", "접수증 응답 기한(일)")
        case "undo_seconds":
            return translate("Fields", "되돌리기 시간(초)")
        case "approval_boxes":
            return translate("Fields", "결재란")
        case "service":
            return translate("Fields", "업무")
        case "date" | "--date" | "--from" | "--to":
            return translate("Fields", "날짜")
        case "reason":
            return translate("Fields", "내보내는 까닭")
        case "paper":
            return translate("Fields", "용지")
        case "language":
            return translate("Fields", "언어")
        case "printed_at":
            return translate("Fields", "출력 시각")
        case "visits":
            return translate("Fields", "접수 건수")
        case "password":
            return translate("Fields", "비밀번호")
        case "passphrase":
            return translate("Fields", "열쇠 암호")
        case "login":
            return translate("Fields", "아이디")
    return office_field_name(field)


def office_field_name(field: str) -> str:
    """The words for what the administrator sets."""
    match field:
        case "name":
            return translate("Fields", "이름")
        case "role":
            return translate("Fields", "역할")
        case "code":
            return translate("Fields", "코드")
        case "department":
            return translate("Fields", "부서")
        case "bureau":
            return translate("Fields", "국·소")
        case "location":
            return translate("Fields", "위치")
        case "phone":
            return translate("Fields", "전화")
        case "phones":
            return translate("Fields", "다른 전화")
        case "area":
            return translate("Fields", "업무 분야")
        case "key":
            return translate("Fields", "선택 키")
        case "keywords":
            return translate("Fields", "찾는 말")
        case "opens":
            return translate("Fields", "여는 시각")
        case "closes":
            return translate("Fields", "닫는 시각")
        case "day_end":
            return translate("Fields", "하루를 닫는 시각")
        case "lock_minutes":
            return translate("Fields", "화면 잠금(분)")
        case "note_days":
            return translate("Fields", "메모 보관(일)")
        case "hold_days":
            return translate("Fields", "다른 창구 기록 보관(일)")
        case "case_days":
            return translate("Fields", "민원 개인정보 보관(일)")
        case "attachment_mb":
            return translate("Fields", "첨부 파일 하나의 크기(MB)")
        case "case_mb":
            return translate("Fields", "민원 한 건의 첨부(MB)")
        case "talk_notice":
            return translate("Fields", "상담 종료 예고(분)")
        case "talk_end":
            return translate("Fields", "상담을 끝낼 수 있는 때(분)")
        case "card_days":
            return translate("Fields", "게시판 쪽지 살피기(근무일)")
        case "finish_on_next":
            return translate("Fields", "다음 접수 때 앞 방문 끝내기")
        case "lunch":
            return translate("Fields", "점심시간")
    return directory_field_name(field)


def directory_field_name(field: str) -> str:
    """The words for what stands in the directory, and for what is said of it."""
    match field:
        case "title":
            return translate("Fields", "업무")
        case "team":
            return translate("Fields", "팀")
        case "words":
            return translate("Fields", "쓰는 말")
        case "papers":
            return translate("Fields", "필요 서류")
        case "way":
            return translate("Fields", "찾아가는 길")
        case "question":
            return translate("Fields", "갈림 질문")
        case "choices":
            return translate("Fields", "고를 답")
        case "event":
            return translate("Fields", "생애 사건")
        case "steps":
            return translate("Fields", "할 일")
        case "step_note":
            return translate("Fields", "할 일의 설명")
        case "phrase":
            return translate("Fields", "시민의 말")
        case "actual_task":
            return translate("Fields", "실제 담당 업무")
    return case_field_name(field)


def case_field_name(field: str) -> str:
    """The words for what is written of a case and of its steps."""
    match field:
        case "case_title":
            return translate("Fields", "제목")
        case "text":
            return translate("Fields", "내용")
        case "address":
            return translate("Fields", "주소")
        case "channel":
            return translate("Fields", "받은 길")
        case "department_code":
            return translate("Fields", "부서")
        case "service_code":
            return translate("Fields", "업무")
        case "external_number":
            return translate("Fields", "새올 번호")
        case "period":
            return translate("Fields", "처리기간")
        case "received":
            return translate("Fields", "받은 때")
        case "on":
            return translate("Fields", "한 날")
        case "until":
            return translate("Fields", "언제까지")
        case "remedy":
            return translate("Fields", "불복 방법")
    return casework_field_name(field)


def role_name(role: str) -> str:
    """The office's word for a role."""
    match role:
        case Role.CLERK:
            return translate("Roles", "창구 직원")
        case Role.CONSULTANT:
            return translate("Roles", "민원상담관")
        case Role.SUPERVISOR:
            return translate("Roles", "팀장")
        case Role.AUDITOR:
            return translate("Roles", "감사담당관")
        case Role.ADMIN:
            return translate("Roles", "관리자")
    return role


def action_name(action: str) -> str:
    """What somebody may or may not do."""
    match action:
        case Action.SEE_OFFICE:
            return translate("Actions", "이 PC의 설정 보기")
        case Action.CHANGE_OFFICE:
            return translate("Actions", "기관 설정 바꾸기")
        case Action.CHANGE_SERVICES:
            return translate("Actions", "업무·부서·창구 바꾸기")
        case Action.CHANGE_PEOPLE:
            return translate("Actions", "계정 관리")
        case Action.CHANGE_OWN_PASSWORD:
            return translate("Actions", "내 비밀번호 바꾸기")
        case Action.REGISTER_VISIT:
            return translate("Actions", "접수")
        case Action.SEE_VISITS:
            return translate("Actions", "접수 목록 보기")
        case Action.ISSUE_SLIP:
            return translate("Actions", "접수증 출력")
        case Action.SEE_FIGURES:
            return translate("Actions", "일일 현황 보기")
        case Action.SEE_INTEGRITY:
            return translate("Actions", "접수 점검 보기")
        case Action.READ_SEALED:
            return translate("Actions", "봉인된 답 읽기")
        case Action.MAKE_AUDIT_KEY:
            return translate("Actions", "감사 열쇠 만들기")
        case Action.SHARE:
            return translate("Actions", "공유 관리")
        case Action.SETTLE_CONFLICTS:
            return translate("Actions", "서로 다르게 고친 값 정하기")
        case Action.FIND:
            return translate("Actions", "담당 부서 찾기")
        case Action.GUIDE:
            return translate("Actions", "시민 안내")
        case Action.CHANGE_DIRECTORY:
            return translate("Actions", "업무 안내 바꾸기")
    return casework_action_name(action)


def personal_data_name(kind: str) -> str:
    """The kind of personal data that was found."""
    match kind:
        case PersonalDataKind.RESIDENT_NUMBER:
            return translate("PersonalData", "주민등록번호")
        case PersonalDataKind.PHONE:
            return translate("PersonalData", "전화번호")
        case PersonalDataKind.EMAIL:
            return translate("PersonalData", "전자우편 주소")
        case PersonalDataKind.CARD:
            return translate("PersonalData", "카드 번호")
        case PersonalDataKind.PASSPORT:
            return translate("PersonalData", "여권 번호")
        case PersonalDataKind.LICENCE:
            return translate("PersonalData", "운전면허 번호")
    return kind
