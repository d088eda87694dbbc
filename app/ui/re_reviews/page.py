"""The list of second looks, those due first, and the form of one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.people import masked_name
from app.domain.re_reviews import ReReview, ReReviewForm, ReReviewState
from app.ui.re_reviews.outcome import OutcomeBox
from app.ui.re_reviews.words import state_tone, state_words
from app.ui.shared.changes import Change
from app.ui.shared.day_texts import NoDay, day_text, needed_day_in
from app.ui.shared.list_page import ListPage
from app.ui.shared.list_presenter import ListPresenter
from app.ui.shared.record_table import Column
from app.ui.shared.side_form import FormField
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import shortcut

translate = QCoreApplication.translate

_FORM_WIDTHS = (420, 600)


class ReReviewsPage(ListPage):
    """Ctrl+N somebody new, Enter changes, Ctrl and a digit say what the second look came to."""

    entity = "re_review"

    def __init__(self, presenter: ListPresenter) -> None:
        self._today = date.min
        self._due: frozenset[str] = frozenset()
        columns: tuple[Column[ReReview], ...] = (
            Column(translate("ReReviews", "다시 볼 날"), self._day, 150, tone=self._tone),
            Column(translate("ReReviews", "신청한 것"), lambda r: r.form.applied_for, bold=True),
            Column(translate("ReReviews", "이름"), lambda r: masked_name(r.form.name), 90),
            Column(translate("ReReviews", "부서"), lambda r: r.department, 130),
            Column(
                translate("ReReviews", "상태"), lambda r: state_words(r.state), 120, tone=lambda r: state_tone(r.state)
            ),
        )
        self.outcome = OutcomeBox()
        super().__init__(presenter, translate("ReReviews", "재검토"), columns)
        self.widen_form(*_FORM_WIDTHS)
        self.retired.setText(self.tr("끝난 것도"))
        self.outcome.decided.connect(self._on_decided)
        self.left.addWidget(self.outcome)
        for place, button in enumerate(self.outcome.buttons.values(), start=1):
            shortcut(self, f"Ctrl+{place}", button.click)
        self.empty.say(
            self.tr("다시 볼 분이 없습니다"),
            self.tr("이번에는 탈락했지만 형편을 다시 살펴야 할 분을 Ctrl+N으로 적고 다시 볼 날을 정하세요."),
        )

    def _day(self, entry: ReReview) -> str:
        day = entry.form.look_on
        if entry.id not in self._due:
            return f"{day:%Y-%m-%d}"
        late = (self._today - day).days
        return self.tr("오늘") if late == 0 else self.tr("{n}일 지남").format(n=late)

    def _tone(self, entry: ReReview) -> Tone:
        return Tone.WARNING if entry.id in self._due else Tone.QUIET

    def fields(self) -> Sequence[FormField]:
        return (
            FormField("applied_for", self.tr("무엇을 신청했습니까"), self.tr("예: 기초생활보장 생계급여")),
            FormField("rejection_reason", self.tr("왜 안 되었습니까"), lines=3),
            FormField("person_name", self.tr("이름"), self.tr("주민등록번호는 적지 않습니다.")),
            FormField("phone", self.tr("전화")),
            FormField("department_code", self.tr("부서"), choices=()),
            FormField("rejected_on", self.tr("탈락한 날"), self.tr("예: 오늘, 11.20, 2026-11-20")),
            FormField("look_on", self.tr("다시 볼 날"), self.tr("예: +90, 2027-02-18")),
        )

    def entries(self, lists: Any) -> Sequence[ReReview]:
        found: Sequence[ReReview] = lists.re_reviews
        return found

    def code_of(self, entry: ReReview) -> str:
        return entry.id

    def is_retired(self, entry: ReReview) -> bool:
        return entry.state is not ReReviewState.WAITING

    def found_by(self, entry: ReReview) -> str:
        return f"{entry.form.applied_for} {entry.form.reason} {entry.department} {entry.outcome}"

    def values(self, entry: ReReview | None) -> Mapping[str, str]:
        if entry is None:
            return {"rejected_on": self.tr("오늘")}
        form = entry.form
        return {
            "applied_for": form.applied_for,
            "rejection_reason": form.reason,
            "person_name": form.name,
            "phone": form.phone,
            "department_code": form.department_code,
            "rejected_on": day_text(form.rejected_on),
            "look_on": day_text(form.look_on),
        }

    def heading(self, entry: ReReview | None) -> str:
        return self.tr("새 재검토") if entry is None else self.tr("재검토")

    def state(self, entry: ReReview | None) -> str:
        return "" if entry is None or entry.state is ReReviewState.WAITING else state_words(entry.state)

    def show_lists(self, lists: Any) -> None:
        self._today, self._due = lists.today, lists.due
        self.form.grid.offer("department_code", [(each.name, each.code) for each in lists.departments])
        super().show_lists(lists)

    def show_entry(self, entry: ReReview | None) -> None:
        super().show_entry(entry)
        self.toggle.hide()
        self.outcome.show_outcome(entry)

    def submit(self, values: Mapping[str, str], entry: ReReview | None) -> None:
        service, actor = self.presenter.parts.re_reviews, self.presenter.actor
        try:
            form = ReReviewForm(
                values["applied_for"],
                values["rejection_reason"],
                values["person_name"],
                values["phone"],
                values["department_code"],
                needed_day_in(values, "rejected_on", self._today),
                needed_day_in(values, "look_on", self._today),
                None if entry is None else entry.form.case_id,
            )
        except NoDay as error:
            self.show_trouble(error.field, self.tr("날짜로 읽을 수 없습니다. 예: 오늘, +90, 11.30, 2026-11-30"))
            return
        if entry is None:
            done = self.tr("다시 볼 분을 적어 두었습니다.")
            self.presenter.make(Change(done, (self.entity, ""), partial(service.add, actor, form)))
            return
        self.presenter.make(
            Change(
                self.tr("재검토를 고쳤습니다."),
                (self.entity, entry.id),
                partial(service.edit, actor, entry.id, form, entry.version),
                partial(service.edit, actor, entry.id, entry.form),
            )
        )

    def retire(self, entry: ReReview) -> None:
        """Nothing here is put away but by what the second look came to."""
        self.outcome.focus_first()

    def _on_decided(self, state: ReReviewState, outcome: str) -> None:
        entry = self.entry
        if entry is None or self._keep_typed():
            return
        service, actor = self.presenter.parts.re_reviews, self.presenter.actor
        self.presenter.make(
            Change(
                self.tr("적었습니다: {state}").format(state=state_words(state)),
                (self.entity, entry.id),
                partial(service.decide, actor, entry.id, state, outcome, entry.version),
                partial(service.decide, actor, entry.id, entry.state, entry.outcome),
            )
        )
