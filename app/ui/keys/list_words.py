"""Keys of the pages that grow out of cases: what to look after, improvement tasks, second looks, precedents."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

Keys = list[tuple[str, str]]


def workload_keys() -> Keys:
    """Keys of what a supervisor looks after."""
    return [
        ("Ctrl+1 – 7", translate("Keys", "지남부터 기한이 옮겨진 것까지")),
        ("↑ ↓  Enter", translate("Keys", "민원 고르기 · 열기")),
        ("Ctrl+P", translate("Keys", "독촉할 것에서: 독촉장 인쇄")),
        ("Ctrl+G", translate("Keys", "부서별 · 국별")),
        ("Ctrl+M / Ctrl+S", translate("Keys", "월간 점검표 인쇄 / PDF로 저장")),
    ]


def improvement_keys() -> Keys:
    """Keys of improvement tasks."""
    return [
        *_list_keys(),
        ("Ctrl+Enter", translate("Keys", "분기 점검 적기")),
        ("Ctrl+P", translate("Keys", "과제 한 장으로 인쇄")),
    ]


def re_review_keys() -> Keys:
    """Keys of second looks."""
    return [*_list_keys(), ("Ctrl+1 – 5", translate("Keys", "다시 살핀 결과"))]


def precedent_keys() -> Keys:
    """Keys of precedents."""
    return [*_list_keys(), ("Ctrl+D", translate("Keys", "그만 쓰기 · 다시 쓰기"))]


def _list_keys() -> Keys:
    return [
        ("Ctrl+N", translate("Keys", "새로 만들기")),
        ("Enter / Ctrl+S", translate("Keys", "고르거나 저장")),
        ("Ctrl+F", translate("Keys", "목록에서 찾기")),
        ("Ctrl+Z", translate("Keys", "이 화면에서 바꾼 것 되돌리기")),
    ]
