"""The words of an import: why a row cannot be taken, and what would become of it. Needs QtCore only."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.imports import ImportKind, LineState, RowFault
from app.domain.tables import FaultReason
from app.ui.shared.message_words import field_name

translate = QCoreApplication.translate


def row_fault(fault: RowFault) -> str:
    """Field, reason and what stands there."""
    words = f"{field_name(fault.column)}: {reason(fault.reason)}"
    return f"{words} (‘{fault.value}’)" if fault.value else words


def reason(why: FaultReason) -> str:
    match why:
        case FaultReason.FORMULA:
            return translate("Import", "수식입니다. 값으로 바꿔 붙여 넣어 주세요")
        case FaultReason.MERGED:
            return translate("Import", "합쳐진 칸입니다. 칸 병합을 풀어 주세요")
        case FaultReason.CELL_ERROR:
            return translate("Import", "칸에 오류 값이 있습니다")
        case FaultReason.EMPTY:
            return translate("Import", "비어 있습니다")
        case FaultReason.TOO_LONG:
            return translate("Import", "글이 너무 깁니다")
        case FaultReason.BAD_LETTER:
            return translate("Import", "쓸 수 없는 글자(제어 문자·그림 문자)가 있습니다")
        case FaultReason.BAD_VALUE:
            return translate("Import", "쓸 수 없는 값입니다")
        case FaultReason.TWICE:
            return translate("Import", "파일에 두 번 나옵니다")
        case FaultReason.UNKNOWN_DEPARTMENT:
            return translate("Import", "그런 부서가 없습니다. 부서를 먼저 가져와 주세요")
        case FaultReason.RETIRED:
            return translate("Import", "그만 쓰는 항목입니다. 먼저 다시 쓰게 해 주세요")
        case FaultReason.LOGIN_TAKEN:
            return translate("Import", "대문자와 소문자만 다른 아이디가 이미 있습니다")
        case FaultReason.KEY_TAKEN:
            return translate("Import", "다른 업무가 쓰는 키입니다")
        case FaultReason.LAST_ADMINISTRATOR:
            return translate("Import", "관리자가 한 명도 남지 않게 됩니다")


def line_state(state: LineState) -> str:
    match state:
        case LineState.NEW:
            return translate("Import", "새로 넣음")
        case LineState.CHANGED:
            return translate("Import", "바뀜")
        case LineState.UNCHANGED:
            return translate("Import", "그대로")
        case LineState.BAD:
            return translate("Import", "잘못됨")


def kind(what: ImportKind) -> str:
    match what:
        case ImportKind.SERVICES:
            return translate("Import", "업무")
        case ImportKind.DEPARTMENTS:
            return translate("Import", "부서")
        case ImportKind.PEOPLE:
            return translate("Import", "사람")


def changed_fields(values: object) -> str:
    """The names of what would change, for a reader."""
    names = [name for name in values if isinstance(name, str)] if isinstance(values, dict) else []
    shown = [name for name in names if name not in ("area_number", "position", "number", "department_code")]
    if "department_code" in names:
        shown.append("department")
    return ", ".join(field_name(name) for name in shown)
