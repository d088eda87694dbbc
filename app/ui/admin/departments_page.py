"""Departments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.domain.administration import DepartmentEntry, DepartmentForm
from app.ui.admin.presenter import AdminLists, AdminPresenter
from app.ui.shared.changes import Change, retire_made
from app.ui.shared.list_page import ListPage
from app.ui.shared.record_table import Column
from app.ui.shared.side_form import FormField

translate = QCoreApplication.translate


class DepartmentsPage(ListPage):
    """Where they are and how to reach them; printed on slips and offered to consultants."""

    entity = "department"

    def __init__(self, presenter: AdminPresenter) -> None:
        columns: tuple[Column[DepartmentEntry], ...] = (
            Column(translate("Admin", "부서"), lambda d: d.name, bold=True),
            Column(translate("Admin", "국·소"), lambda d: d.bureau, 130),
            Column(translate("Admin", "위치"), lambda d: d.location, 150),
            Column(translate("Admin", "전화"), lambda d: d.phone, 120),
        )
        super().__init__(presenter, translate("Admin", "부서 목록"), columns)

    def fields(self) -> Sequence[FormField]:
        return (
            FormField("name", self.tr("부서 이름")),
            FormField("bureau", self.tr("국·소")),
            FormField("location", self.tr("위치"), self.tr("접수증에 찍힙니다.")),
            FormField("phone", self.tr("전화")),
            FormField("phones", self.tr("다른 전화"), self.tr("팀 전화를 빈칸으로 나누어 적습니다.")),
        )

    def entries(self, lists: AdminLists) -> Sequence[DepartmentEntry]:
        return lists.departments

    def found_by(self, entry: DepartmentEntry) -> str:
        return f"{entry.name} {entry.bureau} {entry.location} {entry.phone} {entry.code}"

    def values(self, entry: DepartmentEntry | None) -> Mapping[str, str]:
        if entry is None:
            return {}
        return {
            "name": entry.name,
            "bureau": entry.bureau,
            "location": entry.location,
            "phone": entry.phone,
            "phones": " ".join(entry.phones),
        }

    def heading(self, entry: DepartmentEntry | None) -> str:
        return self.tr("새 부서") if entry is None else entry.name

    def submit(self, values: Mapping[str, str], entry: DepartmentEntry | None) -> None:
        catalogue, actor = self.presenter.parts.admin.catalogue, self.presenter.actor
        form = DepartmentForm(
            values["name"], values["bureau"], values["location"], values["phone"], tuple(values["phones"].split())
        )
        name = values["name"].strip()
        if entry is None:
            words = self.tr("{name} 부서를 넣었습니다.").format(name=name)
            add = partial(catalogue.add_department, actor, form)
            opposite_of = partial(retire_made, catalogue.retire_department, actor)
            self.presenter.make(Change(words, ("department", ""), add, opposite_of=opposite_of))
            return
        before = DepartmentForm(entry.name, entry.bureau, entry.location, entry.phone, entry.phones)
        self.presenter.make(
            Change(
                self.tr("{name} 부서를 고쳤습니다.").format(name=name),
                ("department", entry.code),
                partial(catalogue.edit_department, actor, entry.code, form, entry.version),
                partial(catalogue.edit_department, actor, entry.code, before),
            )
        )

    def retire(self, entry: DepartmentEntry) -> None:
        catalogue, actor = self.presenter.parts.admin.catalogue, self.presenter.actor
        back = entry.retired_at is not None
        words = self.tr("{name} 부서를 다시 씁니다.") if back else self.tr("{name} 부서를 이제 쓰지 않습니다.")
        both = (catalogue.reinstate_department, catalogue.retire_department)
        work, opposite = both if back else both[::-1]
        self.presenter.make(
            Change(
                words.format(name=entry.name),
                ("department", entry.code),
                partial(work, actor, entry.code, entry.version),
                partial(opposite, actor, entry.code),
            )
        )
