"""Decisive questions: what is asked when two desks are plausible, and where each answer leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.directory import Choice, Question, QuestionForm
from app.ui.admin.directory.task_rows import TaskRows
from app.ui.admin.directory.words import retired_words
from app.ui.admin.presenter import AdminPresenter
from app.ui.shared.changes import Change
from app.ui.shared.list_page import ListPage
from app.ui.shared.record_table import Column
from app.ui.shared.side_form import FormField

translate = QCoreApplication.translate
_FORM_WIDTHS = (460, 680)
_LEAST, _MOST = 2, 5


class QuestionsPage(ListPage):
    """A question has two to five choices, each of which leads to one task."""

    entity = "decisive_question"

    def __init__(self, presenter: AdminPresenter) -> None:
        columns: tuple[Column[Question], ...] = (
            Column(translate("Directory", "갈림 질문"), lambda q: q.text, bold=True),
            Column(translate("Directory", "고를 답"), lambda q: " / ".join(choice.text for choice in q.choices)),
        )
        self.choices = TaskRows(
            translate("Directory", "고를 답과 업무"),
            translate("Directory", "시민이 고를 말"),
            translate("Directory", "이어지는 업무"),
            text_first=True,
            least=_LEAST,
            most=_MOST,
        )
        super().__init__(presenter, translate("Directory", "갈림 질문"), columns)
        self.widen_form(*_FORM_WIDTHS)
        self.form.body.addWidget(self.choices)
        self.choices.follow(self.form.grid.widgets["question"])
        self.choices.edited.connect(self.form.mark_edited)
        self.choices.entered.connect(self.form.submitted)
        self.empty.say(
            self.tr("갈림 질문이 아직 없습니다"),
            self.tr("비슷하게 들리는 업무를 가르는 질문을 Ctrl+N으로 만드세요. 예: ‘속도위반인가요, 주차위반인가요?’"),
        )

    def fields(self) -> Sequence[FormField]:
        return (FormField("question", self.tr("질문"), self.tr("시민에게 그대로 묻는 짧은 말로 적습니다.")),)

    def entries(self, lists: Any) -> Sequence[Question]:
        found: Sequence[Question] = lists.questions
        return found

    def code_of(self, entry: Question) -> str:
        return entry.id

    def is_retired(self, entry: Question) -> bool:
        return not entry.active

    def found_by(self, entry: Question) -> str:
        tasks = "" if self.lists is None else " ".join(self.lists.task_words(c.task_id) for c in entry.choices)
        return f"{entry.text} {' '.join(choice.text for choice in entry.choices)} {tasks}"

    def values(self, entry: Question | None) -> Mapping[str, str]:
        return {} if entry is None else {"question": entry.text}

    def heading(self, entry: Question | None) -> str:
        return self.tr("새 갈림 질문") if entry is None else self.tr("갈림 질문")

    def state(self, entry: Question | None) -> str:
        return "" if entry is None or entry.active else retired_words()

    def show_lists(self, lists: Any) -> None:
        self.choices.offer(lists.search)
        super().show_lists(lists)

    def show_entry(self, entry: Question | None) -> None:
        super().show_entry(entry)
        self.choices.show_pairs(() if entry is None else [(c.text, c.task_id) for c in entry.choices])

    def submit(self, values: Mapping[str, str], entry: Question | None) -> None:
        if not self.choices.check(text_needed=True):
            return
        pairs = self.choices.pairs()
        if len(pairs) < _LEAST:
            self.form.say(self.tr("고를 답을 둘 이상 적어 주세요. 바뀐 것은 없습니다."))
            self.choices.focus_first()
            return
        directory, actor = self.presenter.parts.directory, self.presenter.actor
        form = QuestionForm(values["question"], tuple(Choice(*pair) for pair in pairs))
        if entry is None:
            self.presenter.make(
                Change(
                    self.tr("갈림 질문을 넣었습니다."),
                    (self.entity, ""),
                    partial(directory.put_question, actor, form),
                    opposite_of=lambda made: partial(directory.retire_question, actor, made.id),
                )
            )
            return
        self.presenter.make(
            Change(
                self.tr("갈림 질문을 고쳤습니다."),
                (self.entity, entry.id),
                partial(directory.put_question, actor, form, entry.id, entry.version),
                partial(directory.put_question, actor, entry.form, entry.id),
            )
        )

    def retire(self, entry: Question) -> None:
        directory, actor = self.presenter.parts.directory, self.presenter.actor
        key = (self.entity, entry.id)
        again = partial(directory.put_question, actor, entry.form, entry.id)
        away = partial(directory.retire_question, actor, entry.id)
        if entry.active:
            change = Change(self.tr("갈림 질문을 이제 쓰지 않습니다."), key, partial(away, entry.version), again)
        else:
            change = Change(self.tr("갈림 질문을 다시 씁니다."), key, partial(again, entry.version), away)
        self.presenter.make(change)
