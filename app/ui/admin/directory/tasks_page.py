"""The office's directory: who does what, where, and by what words citizens ask for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.directory import OUTSIDE, Task, TaskForm
from app.ui.admin.directory.words import retired_words
from app.ui.admin.presenter import AdminPresenter
from app.ui.shared.changes import Change
from app.ui.shared.list_page import ListPage
from app.ui.shared.record_table import Column
from app.ui.shared.side_form import FormField

translate = QCoreApplication.translate
_FORM_WIDTHS = (420, 620)


class TasksPage(ListPage):
    """A new file replaces what a file brings; everyday words, papers and the way are the office's own."""

    entity = "task"

    def __init__(self, presenter: AdminPresenter) -> None:
        columns: tuple[Column[Task], ...] = (
            Column(translate("Directory", "업무"), lambda t: t.title, bold=True),
            Column(translate("Directory", "부서"), lambda t: t.department, 140),
            Column(translate("Directory", "위치"), lambda t: t.form.location, 130),
            Column(translate("Directory", "전화"), lambda t: t.form.phone, 120),
        )
        super().__init__(presenter, translate("Directory", "업무 안내"), columns)
        self.widen_form(*_FORM_WIDTHS)
        self.empty.say(
            self.tr("업무 안내가 아직 없습니다"), self.tr("‘가져오기’에서 파일로 넣거나 Ctrl+N으로 하나씩 만드세요.")
        )

    def fields(self) -> Sequence[FormField]:
        outside = self.tr("이 건물에 없는 곳이면 ‘{outside}’이라고 적습니다.").format(outside=OUTSIDE)
        return (
            FormField("title", self.tr("업무")),
            FormField("department", self.tr("부서")),
            FormField("team", self.tr("팀")),
            FormField("bureau", self.tr("국·소"), outside),
            FormField("location", self.tr("위치"), self.tr("예: 본관 1층 102호")),
            FormField("phone", self.tr("전화")),
            FormField("keywords", self.tr("찾는 말"), self.tr("다른 이름을 빈칸이나 쉼표로 나누어 적습니다.")),
            FormField(
                "words",
                self.tr("일상에서 쓰는 말"),
                self.tr("시민이 하는 말 그대로, 쉼표로 나누어 적습니다."),
                lines=3,
            ),
            FormField(
                "papers", self.tr("필요 서류"), self.tr("한 줄에 하나. 안내문에 찍힙니다."), lines=3, breaks=True
            ),
            FormField("way", self.tr("찾아가는 길"), self.tr("예: 정문에서 오른쪽 승강기를 타고 5층"), lines=2),
        )

    def entries(self, lists: Any) -> Sequence[Task]:
        found: Sequence[Task] = lists.tasks
        return found

    def code_of(self, entry: Task) -> str:
        return entry.id

    def is_retired(self, entry: Task) -> bool:
        return not entry.active

    def fits(self, entry: Task, wanted: Sequence[str]) -> bool:
        fits: bool = self.lists is not None and self.lists.search.fits(entry, wanted)
        return fits

    def values(self, entry: Task | None) -> Mapping[str, str]:
        if entry is None:
            return {}
        return {field.name: getattr(entry.form, field.name) for field in self.fields()}

    def heading(self, entry: Task | None) -> str:
        return self.tr("새 업무 안내") if entry is None else entry.title

    def state(self, entry: Task | None) -> str:
        return "" if entry is None or entry.active else retired_words()

    def submit(self, values: Mapping[str, str], entry: Task | None) -> None:
        directory, actor = self.presenter.parts.directory, self.presenter.actor
        form = TaskForm(**values)
        title = form.title.strip()
        if entry is None:
            self.presenter.make(
                Change(
                    self.tr("{name} 안내를 넣었습니다.").format(name=title),
                    ("task", ""),
                    partial(directory.add, actor, form),
                    opposite_of=lambda made: partial(directory.retire, actor, made.id),
                )
            )
            return
        self.presenter.make(
            Change(
                self.tr("{name} 안내를 고쳤습니다.").format(name=title),
                ("task", entry.id),
                partial(directory.edit, actor, entry.id, form, entry.version),
                partial(directory.edit, actor, entry.id, entry.form),
            )
        )

    def retire(self, entry: Task) -> None:
        directory, actor = self.presenter.parts.directory, self.presenter.actor
        back = not entry.active
        words = self.tr("{name} 안내를 다시 합니다.") if back else self.tr("{name} 안내를 이제 하지 않습니다.")
        both = (directory.reinstate, directory.retire)
        work, opposite = both if back else both[::-1]
        self.presenter.make(
            Change(
                words.format(name=entry.title),
                ("task", entry.id),
                partial(work, actor, entry.id, entry.version),
                partial(opposite, actor, entry.id),
            )
        )
