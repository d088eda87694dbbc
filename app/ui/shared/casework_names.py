"""The names of fields and actions of cases, the board and what grows out of them, as they stand inside sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.actors import Action

translate = QCoreApplication.translate


def casework_field_name(field: str) -> str:
    """The words for a field; an unknown one stays as it is."""
    match field:
        case "card_text":
            return translate("Fields", "카드 글")
        case "about":
            return translate("Fields", "칭찬받은 직원")
        case "before" | "measured_before":
            return translate("Fields", "고치기 전")
        case "after" | "measured_after":
            return translate("Fields", "고친 뒤")
        case "state":
            return translate("Fields", "처리 상태")
        case "goal":
            return translate("Fields", "목표")
        case "measure":
            return translate("Fields", "재는 것")
        case "consulted":
            return translate("Fields", "사전 협의")
        case "learned":
            return translate("Fields", "배운 점")
        case "begins":
            return translate("Fields", "시작일")
        case "ends":
            return translate("Fields", "끝나는 날")
        case "quarter":
            return translate("Fields", "분기")
        case "improvement":
            return translate("Fields", "중점과제")
        case "review_text":
            return translate("Fields", "점검한 글")
        case "erase_reason":
            return translate("Fields", "지우는 까닭")
        case "improvement_title":
            return translate("Fields", "과제 이름")
    return _written_afterwards(field)


def _written_afterwards(field: str) -> str:
    match field:
        case "incident_text":
            return translate("Fields", "있었던 일")
        case "witnesses":
            return translate("Fields", "본 사람")
        case "applied_for":
            return translate("Fields", "신청한 것")
        case "person_name":
            return translate("Fields", "신청한 분의 이름")
        case "rejected_on":
            return translate("Fields", "탈락한 날")
        case "look_on":
            return translate("Fields", "다시 볼 날")
        case "outcome":
            return translate("Fields", "다시 본 결과")
        case "rejection_reason":
            return translate("Fields", "탈락한 까닭")
        case "precedent_question":
            return translate("Fields", "물은 것")
        case "answer":
            return translate("Fields", "답변")
        case "law":
            return translate("Fields", "근거 법령")
        case "month":
            return translate("Fields", "달")
    return field


def casework_action_name(action: str) -> str:
    """What somebody may or may not do; an unknown one stays as it is."""
    match action:
        case Action.LOG_CASE:
            return translate("Actions", "민원 적기")
        case Action.SEE_CASES:
            return translate("Actions", "민원 보기")
        case Action.HANDLE_CASE:
            return translate("Actions", "민원 처리")
        case Action.ERASE_CASE:
            return translate("Actions", "민원의 개인정보 지우기")
        case Action.SEE_BOARD:
            return translate("Actions", "게시판 보기")
        case Action.TRIAGE_CARD:
            return translate("Actions", "게시판 카드 처리")
        case Action.NOTE_INCIDENT:
            return translate("Actions", "폭언·폭행 기록")
        case Action.SEE_INCIDENTS:
            return translate("Actions", "폭언·폭행 기록 모두 보기")
        case Action.SEE_WORKLOAD:
            return translate("Actions", "업무량 보기")
        case Action.KEEP_IMPROVEMENTS:
            return translate("Actions", "중점과제 관리")
        case Action.KEEP_RE_REVIEWS:
            return translate("Actions", "재검토 명단 관리")
        case Action.KEEP_PRECEDENTS:
            return translate("Actions", "선례 관리")
    return action
