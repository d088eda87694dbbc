"""The list of improvement tasks and the form of one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.improvements import Improvement, ImprovementForm, ImprovementSheet, ImprovementStatus, quarter_of
from app.ui.improvements.presenter import ImprovementPresenter
from app.ui.improvements.review_box import ReviewBox
from app.ui.improvements.words import quarter_words, status_tone, status_words
from app.ui.shared.changes import Change
from app.ui.shared.day_texts import NoDay, day_in, day_text
from app.ui.shared.list_page import ListPage
from app.ui.shared.record_table import Column
from app.ui.shared.side_form import FormField
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, shortcut

translate = QCoreApplication.translate

_FORM_WIDTHS = (460, 680)
_ENDED = (ImprovementStatus.DONE, ImprovementStatus.EXEMPLARY_FAILURE, ImprovementStatus.STOPPED)
_QUARTERS = 6
_FIELDS = {
    "improvement_title": "title",
    "goal": "goal",
    "department_code": "department_code",
    "consulted": "consulted",
    "measure": "measure",
    "measured_before": "before",
    "measured_after": "after",
    "learned": "learned",
}


class ImprovementsPage(ListPage):
    """Ctrl+N a new one, Enter changes it, Ctrl+Enter writes down the quarter's look, Ctrl+P prints its sheet."""

    entity = "improvement"

    def __init__(self, presenter: ImprovementPresenter) -> None:
        self._today = date.min
        columns: tuple[Column[Improvement], ...] = (
            Column(translate("Improvements", "과제"), lambda t: t.form.title, bold=True),
            Column(translate("Improvements", "부서"), lambda t: t.department, 130),
            Column(translate("Improvements", "끝낼 날"), lambda t: day_text(t.form.ends), 118),
            Column(translate("Improvements", "점검"), _review, 130, tone=_review_tone),
            Column(
                translate("Improvements", "상태"),
                lambda t: status_words(t.form.status),
                128,
                tone=lambda t: status_tone(t.form.status),
            ),
        )
        self._tasks = presenter
        self.reviews = ReviewBox()
        self.paper = Button("", "secondary", "printer", translate("Improvements", "한 장으로 인쇄"))
        self.paper.hide()
        super().__init__(presenter, translate("Improvements", "중점과제"), columns)
        self.widen_form(*_FORM_WIDTHS)
        self.retired.setText(self.tr("끝난 것도"))
        self.reviews.reviewed.connect(self._on_reviewed)
        self.left.addWidget(self.reviews)
        self.paper.setText(self.tr("한 장으로 인쇄  Ctrl+P"))
        self.paper.clicked.connect(self.print_sheet)
        self.form.extra.addWidget(self.paper)
        shortcut(self, "Ctrl+P", self.print_sheet)
        presenter.sheet_read.connect(self._on_sheet)
        self.empty.say(
            self.tr("중점과제가 아직 없습니다"),
            self.tr("여러 사람이 같은 것을 아쉬워하면 Ctrl+N으로 과제를 만들고, 카드와 민원을 이어 붙이세요."),
        )

    def fields(self) -> Sequence[FormField]:
        statuses = [(status_words(status), status.value) for status in ImprovementStatus]
        return (
            FormField("improvement_title", self.tr("과제 이름")),
            FormField("goal", self.tr("무엇이 나아집니까"), lines=2),
            FormField("department_code", self.tr("맡은 부서"), choices=()),
            FormField(
                "consulted",
                self.tr("먼저 누구와 의논했습니까"),
                self.tr("적기 전에는 ‘사전 협의’에서 나아가지 않습니다."),
                lines=2,
            ),
            FormField("measure", self.tr("무엇을 잽니까"), self.tr("예: 여권 창구 대기 시간(분)")),
            FormField("measured_before", self.tr("하기 전")),
            FormField("measured_after", self.tr("한 뒤")),
            FormField("begins", self.tr("시작")),
            FormField("ends", self.tr("끝낼 날"), self.tr("예: 12.31, 2027-03-31")),
            FormField("status", self.tr("상태"), choices=statuses),
            FormField(
                "learned", self.tr("무엇을 배웠습니까"), self.tr("모범 실패는 배운 것을 적어야 합니다."), lines=2
            ),
        )

    def entries(self, lists: Any) -> Sequence[Improvement]:
        found: Sequence[Improvement] = lists.improvements
        return found

    def code_of(self, entry: Improvement) -> str:
        return entry.id

    def is_retired(self, entry: Improvement) -> bool:
        return entry.form.status in _ENDED

    def found_by(self, entry: Improvement) -> str:
        return f"{entry.form.title} {entry.form.goal} {entry.department} {entry.form.learned}"

    def values(self, entry: Improvement | None) -> Mapping[str, str]:
        if entry is None:
            return {"status": ImprovementStatus.CONSULTING.value}
        form = entry.form
        said = {name: str(getattr(form, of)) for name, of in _FIELDS.items()}
        days = {"begins": day_text(form.begins), "ends": day_text(form.ends)}
        return {**said, **days, "status": form.status.value}

    def heading(self, entry: Improvement | None) -> str:
        return self.tr("새 중점과제") if entry is None else entry.form.title

    def state(self, entry: Improvement | None) -> str:
        if entry is not None and entry.form.status is ImprovementStatus.EXEMPLARY_FAILURE:
            return self.tr("모범 실패: 해 보고 배웠습니다. 숨기지 않고 함께 나눕니다.")
        return ""

    def show_lists(self, lists: Any) -> None:
        self._today = lists.today
        self.form.grid.offer("department_code", [(each.name, each.code) for each in lists.departments])
        super().show_lists(lists)

    def show_entry(self, entry: Improvement | None) -> None:
        super().show_entry(entry)
        self.toggle.hide()
        self.paper.setVisible(entry is not None)
        self.reviews.show_task(entry, self._quarters())
        if entry is not None and entry.links:
            self._tasks.read_sheet(entry.id)

    def print_sheet(self) -> None:
        """The chosen task on one sheet."""
        if self.entry is not None and not self._keep_typed():
            self._tasks.print_sheet(self.entry.id)

    def submit(self, values: Mapping[str, str], entry: Improvement | None) -> None:
        service, actor = self.presenter.parts.improvements, self.presenter.actor
        try:
            form = ImprovementForm(
                **{of: values[name] for name, of in _FIELDS.items()},
                begins=day_in(values, "begins", self._today),
                ends=day_in(values, "ends", self._today),
                status=ImprovementStatus(values["status"]),
            )
        except NoDay as error:
            self.show_trouble(error.field, self.tr("날짜로 읽을 수 없습니다. 예: 오늘, +90, 11.30, 2026-11-30"))
            return
        if entry is None:
            done = self.tr("중점과제를 만들었습니다.")
            self.presenter.make(Change(done, (self.entity, ""), partial(service.put, actor, form)))
            return
        self.presenter.make(
            Change(
                self.tr("중점과제를 고쳤습니다."),
                (self.entity, entry.id),
                partial(service.put, actor, form, entry.id, entry.version),
                partial(service.put, actor, replace(entry.form), entry.id),
            )
        )

    def retire(self, entry: Improvement) -> None:
        """A task ends by its status, never by being put away."""

    def _quarters(self) -> tuple[str, ...]:
        """The last quarters up to today's, oldest first."""
        if self._today == date.min:
            return ()
        year, number = (int(part) for part in quarter_of(self._today).split("-"))
        found = []
        for _ in range(_QUARTERS):
            found.append(f"{year}-{number}")
            year, number = (year, number - 1) if number > 1 else (year - 1, 4)
        return tuple(reversed(found))

    def _on_sheet(self, sheet: ImprovementSheet) -> None:
        if self.entry is not None and sheet.improvement.id == self.entry.id:
            self.reviews.show_links(sheet)

    def _on_reviewed(self, quarter: str, status: ImprovementStatus, text: str, value: str) -> None:
        if self.entry is not None and not self._keep_typed():
            words = self.tr("{quarter} 점검을 적었습니다.").format(quarter=quarter_words(quarter))
            self._tasks.review(self.entry, quarter, status, text, value, words)


def _review(task: Improvement) -> str:
    if task.review_due:
        return translate("Improvements", "{quarter} 할 차례").format(quarter=quarter_words(task.review_due))
    return quarter_words(task.reviews[-1].quarter) if task.reviews else ""


def _review_tone(task: Improvement) -> Tone:
    return Tone.WARNING if task.review_due else Tone.QUIET
