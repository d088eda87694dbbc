"""Counters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from app.domain.administration import CounterEntry
from app.ui.admin.presenter import AdminLists, AdminPresenter
from app.ui.shared.changes import Change
from app.ui.shared.list_page import ListPage
from app.ui.shared.record_table import Column
from app.ui.shared.side_form import FormField

translate = QCoreApplication.translate


class CountersPage(ListPage):
    """The desks where people are served."""

    entity = "counter"

    def __init__(self, presenter: AdminPresenter) -> None:
        columns: tuple[Column[CounterEntry], ...] = (
            Column(translate("Admin", "코드"), lambda c: c.code, 100, bold=True),
            Column(translate("Admin", "이름"), lambda c: c.name),
            Column(translate("Admin", "상태"), self._state, 180),
        )
        super().__init__(presenter, translate("Admin", "창구 목록"), columns)

    def _state(self, counter: CounterEntry) -> str:
        if counter.retired_at is not None:
            return self.tr("그만 씀")
        return self.tr("이 PC가 있는 창구") if counter.here else self.tr("쓰는 중")

    def fields(self) -> Sequence[FormField]:
        return (
            FormField(
                "code",
                self.tr("코드"),
                self.tr("접수 번호 앞에 붙습니다(A-001). 만든 뒤에는 바뀌지 않습니다."),
                fixed=True,
            ),
            FormField("name", self.tr("이름")),
        )

    def entries(self, lists: AdminLists) -> Sequence[CounterEntry]:
        return lists.counters

    def found_by(self, entry: CounterEntry) -> str:
        return f"{entry.code} {entry.name}"

    def values(self, entry: CounterEntry | None) -> Mapping[str, str]:
        return {} if entry is None else {"code": entry.code, "name": entry.name}

    def heading(self, entry: CounterEntry | None) -> str:
        return self.tr("새 창구") if entry is None else entry.name

    def submit(self, values: Mapping[str, str], entry: CounterEntry | None) -> None:
        counters, actor = self.presenter.parts.admin.counters, self.presenter.actor
        name = values["name"].strip()
        if entry is None:
            code = values["code"].strip().upper()
            self.presenter.make(
                Change(
                    self.tr("{name}을(를) 넣었습니다.").format(name=name),
                    ("counter", code),
                    partial(counters.add, actor, code, name),
                    partial(counters.retire, actor, code),
                )
            )
            return
        self.presenter.make(
            Change(
                self.tr("{name}(으)로 이름을 고쳤습니다.").format(name=name),
                ("counter", entry.code),
                partial(counters.rename, actor, entry.code, name, entry.version),
                partial(counters.rename, actor, entry.code, entry.name),
            )
        )

    def retire(self, entry: CounterEntry) -> None:
        counters, actor = self.presenter.parts.admin.counters, self.presenter.actor
        back = entry.retired_at is not None
        words = self.tr("{name}을(를) 다시 씁니다.") if back else self.tr("{name}을(를) 이제 쓰지 않습니다.")
        work, opposite = (counters.reinstate, counters.retire) if back else (counters.retire, counters.reinstate)
        self.presenter.make(
            Change(
                words.format(name=entry.name),
                ("counter", entry.code),
                partial(work, actor, entry.code, entry.version),
                partial(opposite, actor, entry.code),
            )
        )
