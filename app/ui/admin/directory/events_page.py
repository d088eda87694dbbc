"""Life events: what happens in a life, how people say it, and everything that is then to be done, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.directory import STEPS_LIMIT, LifeEvent, LifeEventForm, LifeStep
from app.ui.admin.directory.task_rows import TaskRows
from app.ui.admin.directory.words import retired_words
from app.ui.admin.presenter import AdminPresenter
from app.ui.shared.changes import Change
from app.ui.shared.list_page import ListPage
from app.ui.shared.record_table import Column
from app.ui.shared.side_form import FormField

translate = QCoreApplication.translate
_FORM_WIDTHS = (460, 680)


class EventsPage(ListPage):
    """사망, 출생, 이사 …: each with its steps, department by department."""

    entity = "life_event"

    def __init__(self, presenter: AdminPresenter) -> None:
        columns: tuple[Column[LifeEvent], ...] = (
            Column(translate("Directory", "생애 사건"), lambda e: e.name, 180, bold=True),
            Column(translate("Directory", "할 일"), lambda e: str(len(e.steps)), 70, right=True),
            Column(translate("Directory", "이렇게들 말합니다"), lambda e: e.words),
        )
        self.steps = TaskRows(
            translate("Directory", "할 일, 차례대로"),
            translate("Directory", "무엇을 언제까지"),
            translate("Directory", "업무"),
            text_first=False,
            text_lines=2,
            least=2,
            most=STEPS_LIMIT,
        )
        super().__init__(presenter, translate("Directory", "생애 사건"), columns)
        self.widen_form(*_FORM_WIDTHS)
        self.form.body.addWidget(self.steps)
        self.steps.follow(self.form.grid.widgets["words"])
        self.steps.edited.connect(self.form.mark_edited)
        self.steps.entered.connect(self.form.submitted)
        self.empty.say(
            self.tr("생애 사건이 아직 없습니다"),
            self.tr("사망, 출생, 이사처럼 여러 부서를 돌아야 하는 일을 Ctrl+N으로 만드세요."),
        )

    def fields(self) -> Sequence[FormField]:
        return (
            FormField("event", self.tr("이름"), self.tr("예: 출생")),
            FormField(
                "words", self.tr("이렇게들 말합니다"), self.tr("시민이 하는 말을 쉼표로 나누어 적습니다."), lines=3
            ),
        )

    def entries(self, lists: Any) -> Sequence[LifeEvent]:
        found: Sequence[LifeEvent] = lists.events
        return found

    def code_of(self, entry: LifeEvent) -> str:
        return entry.id

    def is_retired(self, entry: LifeEvent) -> bool:
        return not entry.active

    def found_by(self, entry: LifeEvent) -> str:
        tasks = "" if self.lists is None else " ".join(self.lists.task_words(step.task_id) for step in entry.steps)
        return f"{entry.name} {entry.words} {' '.join(step.note for step in entry.steps)} {tasks}"

    def values(self, entry: LifeEvent | None) -> Mapping[str, str]:
        return {} if entry is None else {"event": entry.name, "words": entry.words}

    def heading(self, entry: LifeEvent | None) -> str:
        return self.tr("새 생애 사건") if entry is None else entry.name

    def state(self, entry: LifeEvent | None) -> str:
        return "" if entry is None or entry.active else retired_words()

    def show_lists(self, lists: Any) -> None:
        self.steps.offer(lists.search)
        super().show_lists(lists)

    def show_entry(self, entry: LifeEvent | None) -> None:
        super().show_entry(entry)
        self.steps.show_pairs(() if entry is None else [(step.note, step.task_id) for step in entry.steps])

    def submit(self, values: Mapping[str, str], entry: LifeEvent | None) -> None:
        if not self.steps.check(text_needed=False):
            return
        pairs = self.steps.pairs()
        if not pairs:
            self.form.say(self.tr("할 일을 하나 이상 적어 주세요. 바뀐 것은 없습니다."))
            self.steps.focus_first()
            return
        directory, actor = self.presenter.parts.directory, self.presenter.actor
        form = LifeEventForm(
            values["event"], values["words"], tuple(LifeStep(task_id, note) for note, task_id in pairs)
        )
        name = values["event"].strip()
        if entry is None:
            self.presenter.make(
                Change(
                    self.tr("{name} 생애 사건을 넣었습니다.").format(name=name),
                    (self.entity, ""),
                    partial(directory.put_event, actor, form),
                    opposite_of=lambda made: partial(directory.retire_event, actor, made.id),
                )
            )
            return
        self.presenter.make(
            Change(
                self.tr("{name} 생애 사건을 고쳤습니다.").format(name=name),
                (self.entity, entry.id),
                partial(directory.put_event, actor, form, entry.id, entry.version),
                partial(directory.put_event, actor, entry.form, entry.id),
            )
        )

    def retire(self, entry: LifeEvent) -> None:
        directory, actor = self.presenter.parts.directory, self.presenter.actor
        key = (self.entity, entry.id)
        again = partial(directory.put_event, actor, entry.form, entry.id)
        away = partial(directory.retire_event, actor, entry.id)
        if entry.active:
            words = self.tr("{name} 생애 사건을 이제 쓰지 않습니다.").format(name=entry.name)
            self.presenter.make(Change(words, key, partial(away, entry.version), again))
        else:
            words = self.tr("{name} 생애 사건을 다시 씁니다.").format(name=entry.name)
            self.presenter.make(Change(words, key, partial(again, entry.version), away))
