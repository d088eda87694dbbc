"""The services a clerk can pick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.domain.administration import ServiceEntry, ServiceForm
from app.ui.admin.presenter import AdminLists, AdminPresenter
from app.ui.shared.changes import NO_ROW, Change, retire_made
from app.ui.shared.list_page import ListPage
from app.ui.shared.record_table import Column
from app.ui.shared.side_form import FormField
from app.ui.shared.widgets import Button, row, shortcut

translate = QCoreApplication.translate


class ServicesPage(ListPage):
    """In the office's order; Alt+↑ and Alt+↓ move one."""

    entity = "service"

    def __init__(self, presenter: AdminPresenter) -> None:
        columns: tuple[Column[ServiceEntry], ...] = (
            Column(translate("Admin", "키"), lambda s: str(s.key or ""), 44),
            Column(translate("Admin", "업무"), lambda s: s.name, bold=True),
            Column(translate("Admin", "부서"), lambda s: s.department_name, 130),
            Column(translate("Admin", "분야"), lambda s: s.area, 110),
            Column(
                translate("Admin", "상태"), lambda s: self.tr("그만 씀") if s.retired_at else self.tr("쓰는 중"), 86
            ),
        )
        super().__init__(presenter, translate("Admin", "업무 목록"), columns)
        self.up = Button(self.tr("위로  Alt+↑"), "secondary", name=self.tr("위로"))
        self.down = Button(self.tr("아래로  Alt+↓"), "secondary", name=self.tr("아래로"))
        self.form.extra.insertLayout(0, row(self.up, self.down))
        self._movers = (self.up, self.down)
        self.show_entry(None)
        self.up.clicked.connect(self.move_up)
        self.down.clicked.connect(self.move_down)
        shortcut(self, "Alt+Up", self.move_up)
        shortcut(self, "Alt+Down", self.move_down)

    def fields(self) -> Sequence[FormField]:
        keys = [(self.tr("없음"), ""), *((str(key), str(key)) for key in range(1, 10))]
        return (
            FormField("name", self.tr("업무 이름")),
            FormField("department_code", self.tr("부서"), choices=()),
            FormField("key", self.tr("선택 키"), choices=keys),
            FormField("keywords", self.tr("찾는 말"), self.tr("다른 이름을 빈칸으로 나누어 적습니다.")),
            FormField("area", self.tr("업무 분야"), self.tr("설문 답에 업무 대신 남습니다.")),
            FormField(
                "period", self.tr("처리기간"), self.tr("now 즉시, 3h 시간, 7d 일, 2w 주, 1m 월. 비우면 정하지 않음.")
            ),
            FormField("code", self.tr("코드"), fixed=True),
        )

    def entries(self, lists: AdminLists) -> Sequence[ServiceEntry]:
        return lists.services

    def found_by(self, entry: ServiceEntry) -> str:
        return f"{entry.name} {entry.department_name} {entry.area} {entry.keywords} {entry.code}"

    def values(self, entry: ServiceEntry | None) -> Mapping[str, str]:
        if entry is None:
            return {}
        return {
            "name": entry.name,
            "department_code": entry.department_code,
            "key": str(entry.key or ""),
            "keywords": entry.keywords,
            "area": entry.area,
            "period": entry.period,
            "code": entry.code,
        }

    def heading(self, entry: ServiceEntry | None) -> str:
        return self.tr("새 업무") if entry is None else entry.name

    def show_lists(self, lists: AdminLists) -> None:
        if not self.form.dirty:
            self._offer_departments(lists, self.entry)
        super().show_lists(lists)

    def show_entry(self, entry: ServiceEntry | None) -> None:
        if self.lists is not None:
            self._offer_departments(self.lists, entry)
        super().show_entry(entry)
        for button in getattr(self, "_movers", ()):
            button.setVisible(entry is not None and entry.retired_at is None)

    def _offer_departments(self, lists: AdminLists, entry: ServiceEntry | None) -> None:
        """Those in use, and the service's own: a retired service may belong to a retired department."""
        own = entry.department_code if entry is not None else ""
        departments = [(d.name, d.code) for d in lists.departments if d.retired_at is None or d.code == own]
        self.form.grid.offer("department_code", departments)

    def submit(self, values: Mapping[str, str], entry: ServiceEntry | None) -> None:
        catalogue, actor = self.presenter.parts.admin.catalogue, self.presenter.actor
        key = int(values["key"]) if values["key"] else None
        typed = (values["name"], values["department_code"], values["area"], key, values["keywords"], values["period"])
        form = ServiceForm(*typed)
        name = values["name"].strip()
        if entry is None:
            code = values["code"].strip().upper()
            self.presenter.make(
                Change(
                    self.tr("{name} 업무를 넣었습니다.").format(name=name),
                    ("service", code),
                    partial(catalogue.add_service, actor, form, code),
                    opposite_of=partial(retire_made, catalogue.retire_service, actor),
                )
            )
            return
        self.presenter.make(
            Change(
                self.tr("{name} 업무를 고쳤습니다.").format(name=name),
                ("service", entry.code),
                partial(catalogue.edit_service, actor, entry.code, form, entry.version),
                partial(catalogue.edit_service, actor, entry.code, _form_of(entry)),
            )
        )

    def retire(self, entry: ServiceEntry) -> None:
        catalogue, actor = self.presenter.parts.admin.catalogue, self.presenter.actor
        back = entry.retired_at is not None
        words = self.tr("{name} 업무를 다시 받습니다.") if back else self.tr("{name} 업무를 이제 받지 않습니다.")
        both = (catalogue.reinstate_service, catalogue.retire_service)
        work, opposite = both if back else both[::-1]
        self.presenter.make(
            Change(
                words.format(name=entry.name),
                ("service", entry.code),
                partial(work, actor, entry.code, entry.version),
                partial(opposite, actor, entry.code),
            )
        )

    def move_up(self) -> None:
        self._move(-1)

    def move_down(self) -> None:
        self._move(1)

    def _move(self, steps: int) -> None:
        entry: ServiceEntry | None = self.entry
        if entry is None or entry.retired_at is not None or self._keep_typed():
            return
        catalogue, actor = self.presenter.parts.admin.catalogue, self.presenter.actor
        self.presenter.make(
            Change(
                self.tr("{name} 업무의 자리를 옮겼습니다.").format(name=entry.name),
                NO_ROW,
                partial(catalogue.move_service, actor, entry.code, steps),
                partial(_move_back, partial(catalogue.move_service, actor, entry.code, -steps)),
            )
        )


def _form_of(entry: ServiceEntry) -> ServiceForm:
    return ServiceForm(entry.name, entry.department_code, entry.area, entry.key, entry.keywords, entry.period)


def _move_back(move: partial[ServiceEntry], _seen: int | None) -> ServiceEntry:
    return move()
