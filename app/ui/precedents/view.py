"""Precedents: the question, the answer that was given, and the law it stands on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.actors import Actor
from app.domain.offices import DepartmentRecord
from app.domain.re_reviews import Precedent, PrecedentForm
from app.ui.parts import DeskParts
from app.ui.shared.changes import Change
from app.ui.shared.list_page import ListPage
from app.ui.shared.list_presenter import ListPresenter, Lists
from app.ui.shared.list_screen import ListScreen
from app.ui.shared.record_table import Column
from app.ui.shared.session import Session
from app.ui.shared.side_form import FormField

translate = QCoreApplication.translate

_FORM_WIDTHS = (420, 640)
_FIELDS = {"precedent_question": "question", "answer": "answer", "law": "law"}


@dataclass(frozen=True)
class PrecedentLists(Lists):
    """Everything the page shows, of one moment."""

    precedents: tuple[Precedent, ...]
    departments: tuple[DepartmentRecord, ...]

    def department(self, code: str) -> str:
        """The name of a department; "" for none."""
        return next((each.name for each in self.departments if each.code == code), "")


class PrecedentPresenter(ListPresenter):
    """`loaded` gives `PrecedentLists`."""

    def _loading(self) -> Callable[[], PrecedentLists]:
        return partial(_load, self.parts, self.actor)


def _load(parts: DeskParts, actor: Actor) -> PrecedentLists:
    return PrecedentLists(
        parts.precedents.all(actor), parts.offices.departments(actor), conflicts=parts.sharing.conflicts(actor)
    )


class PrecedentsPage(ListPage):
    """Ctrl+N a new one, Enter changes it, Ctrl+D puts it away."""

    entity = "precedent"

    def __init__(self, presenter: ListPresenter) -> None:
        columns: tuple[Column[Precedent], ...] = (
            Column(translate("Precedents", "물음"), lambda p: p.question, bold=True),
            Column(translate("Precedents", "답"), lambda p: " ".join(p.answer.split())),
            Column(translate("Precedents", "근거"), lambda p: p.law, 170),
        )
        super().__init__(presenter, translate("Precedents", "선례"), columns)
        self.widen_form(*_FORM_WIDTHS)
        self.empty.say(
            self.tr("선례가 아직 없습니다"),
            self.tr("두 담당자가 같게 답해야 할 것을 Ctrl+N으로 적어 두세요. 답변을 쓸 때 비슷한 것이 옆에 나옵니다."),
        )

    def fields(self) -> Sequence[FormField]:
        return (
            FormField(
                "precedent_question",
                self.tr("무엇을 물었습니까"),
                self.tr("이름·전화·주소는 적지 않습니다. 선례는 지우지 않고 오래 둡니다."),
                lines=3,
            ),
            FormField("answer", self.tr("이렇게 답합니다"), lines=8, breaks=True),
            FormField("law", self.tr("근거"), self.tr("예: 도로교통법 제32조")),
            FormField("department_code", self.tr("소관 부서"), choices=()),
        )

    def entries(self, lists: Any) -> Sequence[Precedent]:
        found: Sequence[Precedent] = lists.precedents
        return found

    def code_of(self, entry: Precedent) -> str:
        return entry.id

    def is_retired(self, entry: Precedent) -> bool:
        return not entry.active

    def found_by(self, entry: Precedent) -> str:
        department = "" if self.lists is None else self.lists.department(entry.department_code)
        return f"{entry.question} {entry.answer} {entry.law} {department}"

    def values(self, entry: Precedent | None) -> Mapping[str, str]:
        if entry is None:
            return {}
        said = {name: getattr(entry, of) for name, of in _FIELDS.items()}
        return {**said, "department_code": entry.department_code}

    def heading(self, entry: Precedent | None) -> str:
        return self.tr("새 선례") if entry is None else self.tr("선례")

    def state(self, entry: Precedent | None) -> str:
        if entry is None or entry.active:
            return ""
        return self.tr("이제 쓰지 않는 선례입니다. 답변을 쓸 때 나오지 않습니다.")

    def show_lists(self, lists: Any) -> None:
        none = [(self.tr("정하지 않음"), "")]
        self.form.grid.offer("department_code", none + [(each.name, each.code) for each in lists.departments])
        super().show_lists(lists)

    def submit(self, values: Mapping[str, str], entry: Precedent | None) -> None:
        service, actor = self.presenter.parts.precedents, self.presenter.actor
        said = {of: values[name] for name, of in _FIELDS.items()}
        form = PrecedentForm(**said, department_code=values["department_code"])
        if entry is None:
            self.presenter.make(
                Change(
                    self.tr("선례를 적어 두었습니다."),
                    (self.entity, ""),
                    partial(service.add, actor, form),
                    opposite_of=lambda made: partial(service.retire, actor, made.id),
                )
            )
            return
        form = PrecedentForm(**said, department_code=values["department_code"], case_id=entry.case_id)
        before = PrecedentForm(entry.question, entry.answer, entry.law, entry.department_code, entry.case_id)
        self.presenter.make(
            Change(
                self.tr("선례를 고쳤습니다."),
                (self.entity, entry.id),
                partial(service.edit, actor, entry.id, form, entry.version),
                partial(service.edit, actor, entry.id, before),
            )
        )

    def retire(self, entry: Precedent) -> None:
        service, actor = self.presenter.parts.precedents, self.presenter.actor
        words = self.tr("선례를 이제 쓰지 않습니다.") if entry.active else self.tr("선례를 다시 씁니다.")
        both = (service.retire, service.reinstate) if entry.active else (service.reinstate, service.retire)
        self.presenter.make(
            Change(
                words,
                (self.entity, entry.id),
                partial(both[0], actor, entry.id, entry.version),
                partial(both[1], actor, entry.id),
            )
        )


class PrecedentsView(ListScreen):
    """The page of the screen for cases."""

    def __init__(self, session: Session) -> None:
        presenter = PrecedentPresenter(session, None)
        super().__init__(presenter, PrecedentsPage(presenter))
