"""What the finder has learned from confirmed guidance, and what the administrator decides of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.guidance import LearnedPhrase, Ruling, phrase_key
from app.domain.kept_phrases import kept_phrase
from app.ui.admin.directory.task_field import TaskField
from app.ui.admin.presenter import AdminPresenter
from app.ui.shared.changes import Change
from app.ui.shared.list_page import ListPage
from app.ui.shared.record_table import Column
from app.ui.shared.side_form import FormField
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Text, shortcut

translate = QCoreApplication.translate
_FORM_WIDTHS = (420, 620)


class LearnedPage(ListPage):
    """A phrase leads to the task that two people confirmed, or to the one decided here. Ctrl+D: it is not learned."""

    entity = "phrase_ruling"

    def __init__(self, presenter: AdminPresenter) -> None:
        columns: tuple[Column[LearnedPhrase], ...] = (
            Column(translate("Directory", "시민의 말"), lambda p: p.phrase, bold=True),
            Column(translate("Directory", "이어지는 업무"), self._leads),
            Column(translate("Directory", "확인"), lambda p: str(_times(p)), 66, right=True),
            Column(translate("Directory", "사람"), lambda p: str(p.people), 66, right=True),
            Column(translate("Directory", "상태"), _state, 130, tone=_tone),
        )
        self.task = TaskField(translate("Directory", "이어지는 업무"))
        super().__init__(presenter, translate("Directory", "배운 말"), columns)
        self.free = Button(self.tr("정한 것 풀기  Ctrl+R"), "secondary", "undo-2", self.tr("정한 것 풀기"))
        self.widen_form(*_FORM_WIDTHS)
        label = Text(translate("Directory", "이어지는 업무"), "strong")
        label.setBuddy(self.task)
        self.form.body.addWidget(label)
        self.form.body.addWidget(self.task)
        self.setTabOrder(self.form.grid.widgets["phrase"], self.task.line)
        self.form.extra.addWidget(self.free)
        self.free.hide()
        self.retired.setText(self.tr("배우지 않는 것도"))
        self.task.picked.connect(self.form.mark_edited)
        self.task.line.textEdited.connect(self.form.mark_edited)
        self.task.line.returnPressed.connect(self.form.submitted)
        self.free.clicked.connect(self.set_free)
        shortcut(self, "Ctrl+R", self.set_free)
        self.empty.say(
            self.tr("배운 말이 아직 없습니다"),
            self.tr("상담관이 ‘맞았음’이라고 확인한 말이 여기에 모입니다. 두 사람이 확인하면 모두에게 먼저 나옵니다."),
        )

    def _leads(self, entry: LearnedPhrase) -> str:
        if self.lists is None or _refused(entry):
            return ""
        words: str = self.lists.task_words(_shown_task(entry))
        return words or self.tr("이제 없는 업무")

    def fields(self) -> Sequence[FormField]:
        return (
            FormField(
                "phrase",
                self.tr("시민의 말"),
                self.tr("이름이나 번호는 적지 않습니다."),
                fixed=True,
            ),
        )

    def entries(self, lists: Any) -> Sequence[LearnedPhrase]:
        found: Sequence[LearnedPhrase] = lists.learned
        return found

    def code_of(self, entry: LearnedPhrase) -> str:
        return phrase_key(entry.phrase)

    def is_retired(self, entry: LearnedPhrase) -> bool:
        return _refused(entry)

    def found_by(self, entry: LearnedPhrase) -> str:
        return f"{entry.phrase} {self._leads(entry)}"

    def values(self, entry: LearnedPhrase | None) -> Mapping[str, str]:
        return {} if entry is None else {"phrase": entry.phrase}

    def heading(self, entry: LearnedPhrase | None) -> str:
        return self.tr("새 말") if entry is None else entry.phrase

    def state(self, entry: LearnedPhrase | None) -> str:
        """Who decided it, and what was confirmed how often."""
        if entry is None or self.lists is None:
            return self.tr("여기서 정한 말은 바로 모두에게 먼저 나옵니다.")
        said = [
            self.tr("{task}: {count}번 확인").format(
                task=self.lists.task_words(task_id) or self.tr("이제 없는 업무"), count=count
            )
            for task_id, count in entry.counts
        ]
        if _refused(entry):
            said.insert(0, self.tr("배우지 않기로 했습니다."))
        elif entry.set_by:
            said.insert(0, self.tr("관리자가 정했습니다."))
        elif entry.task_id is None:
            said.insert(0, self.tr("아직 한 사람만 확인해서 그 사람에게만 먼저 나옵니다."))
        return "\n".join(said)

    def toggle_words(self, retired: bool) -> str:
        return self.tr("다시 배우기  Ctrl+D") if retired else self.tr("배우지 않기  Ctrl+D")

    def show_lists(self, lists: Any) -> None:
        self.task.offer(lists.search)
        super().show_lists(lists)

    def show_entry(self, entry: LearnedPhrase | None) -> None:
        super().show_entry(entry)
        self.task.show_task("" if entry is None or _refused(entry) else _shown_task(entry))
        if hasattr(self, "free"):
            self.free.setVisible(entry is not None and bool(entry.set_by) and not _refused(entry))

    def _on_activated(self) -> None:
        self._on_selected()
        self.task.setFocus()
        self.task.line.selectAll()

    def submit(self, values: Mapping[str, str], entry: LearnedPhrase | None) -> None:
        if not self.task.settle():
            self.form.say(self.tr("업무를 목록에서 골라 주세요. 바뀐 것은 없습니다."))
            self.task.setFocus()
            return
        phrase = values["phrase"].strip() if entry is None else entry.phrase
        # Names and numbers are not kept; what is left of the words is what the row is called.
        kept = kept_phrase(phrase)
        words = self.tr("‘{phrase}’이(가) 이어지는 업무를 정했습니다.")
        self._rule(words, kept or phrase, entry, self.task.task_id)

    def show_saved(self, result: object) -> None:
        """What was decided here is shown from now on as it is stored; something undone leaves what is typed."""
        typed = kept_phrase(self.form.grid.values()["phrase"])
        if isinstance(result, Ruling) and phrase_key(result.phrase) == phrase_key(typed):
            self.form.dirty = False
            self.entry = self.entry or LearnedPhrase(result.phrase, result.task_id, (), 0, result.by)
        if not self.form.dirty:
            self.table.setFocus()

    def retire(self, entry: LearnedPhrase) -> None:
        if _refused(entry):
            self._free(self.tr("‘{phrase}’을(를) 다시 배웁니다."), entry)
        else:
            self._rule(self.tr("‘{phrase}’을(를) 배우지 않습니다."), entry.phrase, entry, None)

    def set_free(self) -> None:
        """Take back what was decided: from now on what was confirmed counts again."""
        entry: LearnedPhrase | None = self.entry
        if entry is not None and entry.set_by and not _refused(entry) and not self._keep_typed():
            self._free(self.tr("‘{phrase}’을(를) 정한 것을 풀었습니다."), entry)

    def _rule(self, words: str, phrase: str, entry: LearnedPhrase | None, task_id: str | None) -> None:
        guidance, actor = self.presenter.parts.guidance, self.presenter.actor
        back: Callable[[], Any] = partial(guidance.unrule, actor, phrase)
        if entry is not None and entry.set_by:
            back = partial(guidance.rule, actor, phrase, entry.task_id)
        work = partial(guidance.rule, actor, phrase, task_id)
        self._make(words.format(phrase=phrase), phrase, work, back)

    def _free(self, words: str, entry: LearnedPhrase) -> None:
        guidance, actor = self.presenter.parts.guidance, self.presenter.actor
        back = partial(guidance.rule, actor, entry.phrase, entry.task_id)
        work = partial(guidance.unrule, actor, entry.phrase)
        self._make(words.format(phrase=entry.phrase), entry.phrase, work, back)

    def _make(self, words: str, phrase: str, work: Callable[[], Any], back: Callable[[], Any]) -> None:
        key = (self.entity, phrase_key(phrase))
        self.presenter.make(Change(words, key, work, partial(_back, back)))


def _back(work: Callable[[], Any], _seen: int | None) -> Any:
    return work()


def _refused(entry: LearnedPhrase) -> bool:
    return bool(entry.set_by) and entry.task_id is None


def _shown_task(entry: LearnedPhrase) -> str:
    return entry.task_id or (entry.counts[0][0] if entry.counts else "")


def _times(entry: LearnedPhrase) -> int:
    return sum(count for _task, count in entry.counts)


def _state(entry: LearnedPhrase) -> str:
    if _refused(entry):
        return translate("Directory", "배우지 않음")
    if entry.set_by:
        return translate("Directory", "관리자가 정함")
    return translate("Directory", "한 사람만") if entry.task_id is None else translate("Directory", "모두에게")


def _tone(entry: LearnedPhrase) -> Tone:
    if entry.set_by:
        return Tone.QUIET if entry.task_id is None else Tone.PRIMARY
    return Tone.WARNING if entry.task_id is None else Tone.SUCCESS
