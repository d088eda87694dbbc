"""The form of one step, in place beside the case: sensible at first, Enter saves, Esc leaves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.cases import CaseResult
from app.domain.guidance import TransferKind
from app.ui.cases.day_field import DayField
from app.ui.cases.pick_field import Choice, PickField
from app.ui.cases.precedent_panel import PrecedentPanel
from app.ui.cases.step_fields import fields_of, first_step, remedy_words, results_of
from app.ui.cases.words import correctable, undoable
from app.ui.shared import case_words
from app.ui.shared.flow import Flow
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.typed_text import TypedText
from app.ui.shared.widgets import Button, Card, Notice, Text, restyle, row, shortcut

if TYPE_CHECKING:
    from app.domain.case_views import CaseView

_TRANSFERS = (TransferKind.INSIDE, TransferKind.TO_HANDLING)


class StepForm(Card):
    """Made for one step of one case. What is typed stays until it is saved or thrown away on purpose."""

    submitted = Signal(object)
    """A `NewStep`."""
    left = Signal()
    text_edited = Signal(str)
    """What is written so far."""
    precedent_wanted = Signal(str)
    """Keep this answer as a precedent."""

    def __init__(self, kind: CaseStepKind, view: CaseView, today: date, choices: tuple[Choice, ...]) -> None:
        super().__init__(margins=(18, 14, 18, 14))
        self.column.setSpacing(10)
        self.kind = kind
        self._view = view
        self._today = today
        self._fields = fields_of(kind)
        first = first_step(kind, view, today)
        self._result = first.result
        self._long = self._fields.lines > 3
        self.title = Text(case_words.step(kind), "heading")
        self.trouble = Notice(Tone.DANGER, "circle-alert")
        self.precedents = PrecedentPanel()
        self.told = Notice(Tone.WARNING, "triangle-alert")
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 4, 0)
        self.body.setSpacing(4)
        self.of: QComboBox | None = None
        self.text: TypedText | None = None
        self.remedy: TypedText | None = None
        self.until: DayField | None = None
        self.on: DayField | None = None
        self.period: TypedLine | None = None
        self.consent: QCheckBox | None = None
        self.department: PickField | None = None
        self.results = QButtonGroup(self)
        self.transfers = QButtonGroup(self)
        self.head = row(self.title, 1)
        self.column.addLayout(self.head)
        if self._fields.hint:
            self.column.addWidget(Text(self._fields.hint, "body", Tone.QUIET, wrap=True))
        self._make_fields(first, choices)
        self._finish()

    def _make_fields(self, first: NewStep, choices: tuple[Choice, ...]) -> None:
        fields = self._fields
        if fields.of:
            self._make_of()
        if fields.department:
            self.department = PickField(self.tr("받을 부서"), self.tr("부서 이름이나 초성"))
            self.department.offer([each for each in choices if each.code != self._view.course.department_code])
            self.department.entered.connect(self.submit)
            self._add(self.tr("받을 부서"), self.department)
            self._chips(self.transfers, [self._clock_words(each) for each in _TRANSFERS], self.tr("이송 시계"), 0)
        if fields.result:
            results = results_of(self._view.case.kind)
            names = [case_words.result(each) for each in results]
            self._chips(self.results, names, self.tr("어떻게 되었나요"), results.index(first.result or results[0]))
            self.results.idClicked.connect(self._on_result)
        if fields.period:
            self._make_period(first)
        if fields.text:
            # Enter begins a new line in a long text; Ctrl+Enter saves from everywhere.
            self.text = TypedText(fields.lines, breaks=self._long)
            self.text.setAccessibleName(fields.text)
            self.text.edited.connect(self._on_edited)
            self.text.entered.connect(self.submit)
            self._add(fields.text, self.text)
        if fields.result:
            self._make_remedy()
        if fields.until:
            self.until = self._day(fields.until, first.until)
        if fields.on:
            self.on = self._day(self.tr("한 날"), first.on)

    def _make_of(self) -> None:
        self.of = QComboBox()
        self.of.setAccessibleName(self.tr("어느 단계"))
        steps = undoable(self._view) if self.kind is CaseStepKind.UNDONE else correctable(self._view)
        for step in steps:
            on = self._view.course.corrected.get(step.id, step.on)
            self.of.addItem(f"{case_words.day(on, self._today)} · {case_words.step(step.kind)}", step.id)
        self._add(self.tr("어느 단계"), self.of)

    def _make_period(self, first: NewStep) -> None:
        self.period = TypedLine()
        self.period.setAccessibleName(self.tr("얼마나"))
        self.period.setText(first.period)
        self.period.setFixedWidth(132)
        self.period.setToolTip(self.tr("7d(일), 2w(주), 1m(달), 3h(시간)"))
        self.period.returnPressed.connect(self.submit)
        self._add(self.tr("얼마나 (7d는 7일, 1m은 한 달)"), self.period)
        if self._view.course.extensions and self._view.course.objection is None:
            self.consent = QCheckBox(self.tr("두 번째 연장입니다. 민원인의 동의를 받았습니다."))
            self.body.addWidget(self.consent)

    def _make_remedy(self) -> None:
        self.remedy = TypedText(3, breaks=True)
        self.remedy.setAccessibleName(self.tr("불복 방법"))
        self.remedy_label = Text(self.tr("불복 방법 (거부할 때는 꼭 알립니다)"), "strong")
        self.body.addWidget(self.remedy_label)
        self.body.addWidget(self.remedy)

    def _finish(self) -> None:
        self.body.addStretch(1)
        inside = QWidget()
        inside.setObjectName("cardInside")
        inside.setLayout(self.body)
        self._show_remedy()  # not before it has its place: it would come up as a window of its own
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        words = self.tr("저장  Ctrl+Enter") if self._long and self._fields.text else self.tr("저장  Enter")
        self.save = Button(words, "primary", name=self.tr("저장"))
        self.leave = Button(self.tr("그만두기  Esc"), "secondary", name=self.tr("그만두기"))
        self.keep = Button(self.tr("선례로 남기기  Ctrl+R"), "quiet", "book-open", self.tr("선례로 남기기"))
        self.head.addWidget(self.keep)
        if self.kind is not CaseStepKind.ANSWERED:
            self.keep.hide()
        self.column.addWidget(area, 1)
        self.column.addWidget(self.precedents)
        self.column.addWidget(self.told)
        self.column.addWidget(self.trouble)
        self.column.addLayout(row(1, self.leave, self.save))
        self.save.clicked.connect(self.submit)
        self.leave.clicked.connect(self.left)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self, keys, self.submit)
        shortcut(self, "Esc", self.left.emit)
        if self.kind is CaseStepKind.ANSWERED:
            self.keep.clicked.connect(self._on_keep)
            shortcut(self, "Ctrl+R", self._on_keep)
            self.precedents.take_keys(self)
            self.precedents.chosen.connect(self._on_precedent)

    def _add(self, label: str, field: QWidget) -> None:
        self.body.addWidget(Text(label, "strong"))
        self.body.addWidget(field)
        self.body.addSpacing(6)

    def _day(self, label: str, value: date | None) -> DayField:
        field = DayField(label)
        field.show_day(value, self._today)
        field.entered.connect(self.submit)
        self._add(label, field)
        return field

    def _chips(self, group: QButtonGroup, names: list[str], label: str, chosen: int) -> None:
        chips: list[QWidget] = []
        for place, name in enumerate(names):
            chip = Button(name, "chip", name=f"{label} {name}")
            chip.setCheckable(True)
            chip.setChecked(place == chosen)
            group.addButton(chip, place)
            for keys in ("Return", "Enter"):
                shortcut(chip, keys, self.submit)
            chips.append(chip)
        flow = Flow()
        self._add(label, flow)
        flow.put(chips)

    # --- what it says ---

    def start(self) -> None:
        """The keyboard is where something has to be written."""
        first = (self.of, self.department, self.period, self.text, self.on)
        field = next((each for each in first if each is not None), self.save)
        if self.kind is CaseStepKind.CORRECTED and self.on is not None:
            field = self.on
        field.setFocus()

    def begun(self) -> bool:
        """Whether anything is written here that would be lost."""
        return any(text is not None and text.isVisibleTo(self) and text.live_text().strip() for text in (self.text,))

    def restore(self, text: str) -> None:
        """What was written here before and not saved."""
        if self.text is not None:
            self.text.fill(text)

    def say_overtaken(self, sentence: str) -> None:
        """Somebody else has done something meanwhile."""
        self.told.say(sentence)

    def show_trouble(self, name: str, sentence: str) -> None:
        """Say what is wrong, mark the field and go there."""
        fields: dict[str, QWidget | None] = {
            "text": self.text,
            "remedy": self.remedy,
            "period": self.period,
            "department_code": self.department,
            "until": self.until,
            "on": self.on,
        }
        for key, field in fields.items():
            if isinstance(field, DayField | PickField):
                field.mark(key == name)
            elif field is not None:
                field.setProperty("wrong", "true" if key == name else "false")
                restyle(field)
        self.trouble.say(sentence)
        wrong = fields.get(name)
        if wrong is not None and sentence:
            wrong.setFocus()

    def submit(self) -> None:
        """Save what stands here, unless a day cannot be read."""
        for name, field in (("until", self.until), ("on", self.on)):
            if field is not None and field.unclear:
                self.show_trouble(name, self.tr("날짜를 11.30이나 2026-11-30처럼 적어 주세요. 저장하지 않았습니다."))
                return
        self.show_trouble("", "")
        self.submitted.emit(self.step())

    def step(self) -> NewStep:
        """What stands in the form, with every half-composed syllable in it."""
        refused = self._result is CaseResult.REFUSED
        return NewStep(
            self.kind,
            text=self.text.settled_text() if self.text is not None else "",
            on=self.on.day if self.on is not None else None,
            of=self.of.currentData() if self.of is not None else None,
            until=self.until.day if self.until is not None else None,
            period=self.period.settled_text().strip() if self.period is not None else "",
            consent=self.consent is not None and self.consent.isChecked(),
            department_code=self.department.settle() if self.department is not None else "",
            transfer=_TRANSFERS[self.transfers.checkedId()] if self.department is not None else TransferKind.INSIDE,
            result=self._result,
            remedy=self.remedy.settled_text() if self.remedy is not None and refused else "",
        )

    def _clock_words(self, kind: TransferKind) -> str:
        if kind is TransferKind.INSIDE:
            return self.tr("다른 부서 · 3근무시간")
        return self.tr("처리할 부서 · 1근무시간")

    def _on_result(self, place: int) -> None:
        self._result = results_of(self._view.case.kind)[place]
        self._show_remedy()

    def _show_remedy(self) -> None:
        if self.remedy is None:
            return
        refused = self._result is CaseResult.REFUSED
        if refused and not self.remedy.live_text():
            self.remedy.fill(remedy_words(self._view.case.kind))
        self.remedy.setVisible(refused)
        self.remedy_label.setVisible(refused)

    def _on_edited(self) -> None:
        if self.text is not None:
            self.text_edited.emit(self.text.live_text())

    def _on_precedent(self, answer: str) -> None:
        """Put it where the cursor is; what stands there already stays."""
        if self.text is not None:
            self.text.settled_text()
            self.text.insertPlainText(answer)
            self.text.setFocus()

    def _on_keep(self) -> None:
        if self.text is not None and self.text.settled_text().strip():
            self.precedent_wanted.emit(self.text.settled_text())
