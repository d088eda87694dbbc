"""Fields that two people changed at the same time: fetched, shown by record, settled."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.domain.sharing import FieldConflict
from app.ui.shared.message_words import field_name, role_name
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

translate = QCoreApplication.translate


_SHOWN = {"name": "office_name"}
_OFFICE = "office"


class ConflictsPresenter(QObject):
    """The conflicts this person may settle. All of it stands in this home's own tables: the desk lane is enough."""

    loaded = Signal(object)
    """All `FieldConflict`s, newest first."""
    refused = Signal(str)
    settled = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._count = session.syncing.state.conflicts
        self._busy = False
        session.syncing.looked.connect(self._on_looked)

    def load(self) -> None:
        work = partial(self._session.parts.sharing.conflicts, self._session.actor)
        self._session.runner.run(Lane.DESK, self, work, self.loaded.emit, self._on_failed)

    def settle(self, conflict_id: str, *, take_other: bool) -> None:
        """Give the record the other value, or leave what stands. One after the other."""
        if self._busy:
            return
        self._busy = True
        work = partial(self._session.parts.sharing.settle, self._session.actor, conflict_id, take_other=take_other)
        self._session.runner.run(Lane.DESK, self, work, self._on_settled, self._on_failed)

    def _on_settled(self, _nothing: None) -> None:
        self._busy = False
        self.settled.emit()
        self.load()

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self.refused.emit(sentence_for(error))

    def _on_looked(self) -> None:
        """Somebody may have settled one elsewhere."""
        count = self._session.syncing.state.conflicts
        if count != self._count:
            self._count = count
            self.load()


def record_kind(entity: str) -> str:
    """What kind of record it is."""
    match entity:
        case "visit" | "visit_step" | "slip":
            return translate("Sharing", "접수")
        case "service":
            return translate("Sharing", "업무")
        case "department":
            return translate("Sharing", "부서")
        case "person":
            return translate("Sharing", "사람")
        case "counter":
            return translate("Sharing", "창구")
        case "office_setting":
            return translate("Sharing", "사무실 설정")
        case "task":
            return translate("Sharing", "업무 안내")
        case "decisive_question":
            return translate("Sharing", "갈림 질문")
        case "life_event":
            return translate("Sharing", "생애 사건")
        case "phrase_ruling":
            return translate("Sharing", "배운 말")
        case "guidance":
            return translate("Sharing", "안내")
        case "holiday":
            return translate("Sharing", "쉬는 날")
    return translate("Sharing", "기록")


def record_title(one: FieldConflict) -> str:
    """What people call the record; a setting by the name it has in its form. The office's own has no other name."""
    if one.entity != "office_setting":
        return one.title
    return "" if one.row_id == _OFFICE else field_name(_SHOWN.get(one.row_id, one.row_id))


def field_words(one: FieldConflict) -> str:
    """The field as its form calls it."""
    match one.field:
        case "department_code":
            return field_name("department")
        case "service_code":
            return field_name("service")
        case "further_services":
            return translate("Sharing", "함께 온 업무")
        case "visitor_kind":
            return translate("Sharing", "방문자")
        case "slip_withheld":
            return translate("Sharing", "접수증 받지 않음")
        case "retired_at":
            return translate("Sharing", "쓰지 않기 시작한 때")
        case "position":
            return translate("Sharing", "차례")
        case "value":
            return record_title(one)
        case "number":
            return translate("Sharing", "번호")
        case "area_number":
            return translate("Sharing", "업무 분야 번호")
        case "must_change":
            return translate("Sharing", "비밀번호를 새로 정해야 함")
        case "key_until":
            return translate("Sharing", "열쇠 기한")
        case "active" | "closed":
            return translate("Sharing", "쓰는 중")
        case "outcome":
            return translate("Sharing", "안내 결과")
    return field_name(one.field)


def value_words(one: FieldConflict, value: str) -> str:
    """A value as people read it; an empty one is said."""
    if one.field == "role":
        return role_name(value)
    match value:
        case "":
            return translate("Sharing", "(비어 있음)")
        case "true":
            return translate("Sharing", "예")
        case "false":
            return translate("Sharing", "아니요")
    return value
