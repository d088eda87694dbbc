"""How a deadline was counted: every day between the receipt and the end, one by one, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from app.domain.due import CountedDay, Due, NotCounted, RuleCode, Skipped
from app.ui.cases.words import period_words, standing_clock
from app.ui.shared import case_words
from app.ui.shared.record_table import Column, RecordTable, RecordTableModel
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, Notice, Text, row, shortcut

if TYPE_CHECKING:
    from app.domain.case_views import CaseView

translate = QCoreApplication.translate


@dataclass(frozen=True)
class DayRow:
    """One day of the way. `count` is which counted day it is, 0 for one that is not counted."""

    day: date
    count: int
    words: str
    why: str
    article: str
    last: bool

    @property
    def tone(self) -> Tone:
        if self.last:
            return Tone.WARNING
        return Tone.PRIMARY if self.count else Tone.QUIET


def day_rows(due: Due) -> tuple[DayRow, ...]:
    """Counted and passed-over days in the order of the calendar."""
    rows: list[DayRow] = []
    for number, counted in enumerate(due.counted, start=1):
        rows.append(_counted_row(counted, number, last=number == len(due.counted)))
    for each in due.skipped:
        # The rule itself stands above: a row names an article only where it is another one.
        article = each.article if each.article != due.rule.article else ""
        rows.append(DayRow(each.day, 0, "–", _why(each), article, last=False))
    return tuple(sorted(rows, key=lambda each: (each.day, each.count)))


def rule_words(due: Due) -> str:
    """By which rule, in a sentence, with its articles."""
    match due.rule.code:
        case RuleCode.AT_ONCE | RuleCode.HOURS:
            said = translate("DueCard", "받은 때부터 근무시간으로 셉니다(하루 8시간).")
        case RuleCode.DAYS:
            said = translate("DueCard", "받은 날부터 세고 토요일과 쉬는 날은 빼고 셉니다.")
        case RuleCode.CALENDAR:
            said = translate("DueCard", "받은 날부터 달력대로 세고, 끝 날이 쉬는 날이면 다음 근무일까지입니다.")
        case _:
            said = translate("DueCard", "첫날은 빼고 달력대로 세고, 끝 날이 쉬는 날이면 다음 근무일까지입니다.")
    return f"{said} {', '.join((due.rule.article, *due.rule.further))}"


class DueCard(Card):
    """Opened by a click on a due date or Ctrl+D; Esc leaves, unless the page has that key itself."""

    left = Signal()

    def __init__(self, *, esc: bool = True) -> None:
        super().__init__(margins=(18, 14, 18, 12))
        self.column.setSpacing(8)
        self.title = Text(self.tr("기한을 어떻게 셌나요?"), "heading", wrap=True)
        self.due = Text("", "title", wrap=True)
        self.rule = Text("", "body", wrap=True)
        self.moved = Notice(Tone.WARNING, "clock")
        self.pause = Notice(Tone.PRIMARY, "hourglass")
        self.model: RecordTableModel[DayRow] = RecordTableModel(
            _columns(), key=lambda each: (each.day, each.count), parent=self
        )
        self.table = RecordTable(self.tr("하루씩 센 날"))
        self.table.setModel(self.model)
        self.table.fit_columns(self.model.columns)
        self.close_button = Button(self.tr("닫기  Esc"), "secondary", name=self.tr("닫기"))
        self.column.addWidget(self.title)
        self.column.addWidget(self.due)
        self.column.addWidget(self.rule)
        self.column.addWidget(self.moved)
        self.column.addWidget(self.pause)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(row(1, self.close_button))
        self.close_button.clicked.connect(self.left)
        if esc:
            shortcut(self, "Esc", self.left.emit)
        self.setFocusProxy(self.table)

    def show_case(self, view: CaseView, today: date) -> None:
        """The way of one case's deadline."""
        due = view.due
        if due is None:
            self.due.say(self.tr("기한이 없습니다"))
            self.rule.say(self.tr("칭찬처럼 법에 처리기간이 없는 것입니다."))
            self.model.set_records(())
            return
        self.show_due(due, today)
        if view.case.period:
            self.rule.say(f"{period_words(view.case.period)} · {rule_words(due)}")
        moved = view.line.moved_from
        self.moved.say(
            ""
            if moved is None
            else self.tr("쉬는 날이 바뀌어 기한이 {day}에서 옮겨졌습니다.").format(day=case_words.day(moved, today))
        )
        self.pause.say(standing_clock(view, today))

    def show_due(self, due: Due, today: date) -> None:
        """The way of a deadline that belongs to no case yet."""
        self.due.say(case_words.due_moment(due.day, due.clock, today))
        self.rule.say(rule_words(due))
        self.moved.say("")
        self.pause.say("")
        rows = day_rows(due)
        self.model.set_records(rows)
        if rows:
            self.table.selectRow(0)
            self.table.scrollToTop()


def _columns() -> tuple[Column[DayRow], ...]:
    return (
        Column(translate("DueCard", "날짜"), lambda each: case_words.day(each.day), 124, bold=True),
        Column(translate("DueCard", "센 날"), lambda each: each.words, 132, tone=lambda each: each.tone),
        Column(translate("DueCard", "까닭"), _reason, tip=_reason),
    )


def _reason(each: DayRow) -> str:
    return f"{each.why} · {each.article}" if each.why and each.article else each.why


def _counted_row(counted: CountedDay, number: int, *, last: bool) -> DayRow:
    words = translate("DueCard", "{number}일째").format(number=number)
    why = ""
    if counted.spans:
        words = _length(counted.minutes)
        why = ", ".join(f"{start:%H:%M}–{end:%H:%M}" for start, end in counted.spans)
    if last:
        end = translate("DueCard", "여기까지")
        why = f"{end} · {why}" if why else end
    return DayRow(counted.day, number, words, why, "", last)


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not rest:
        return translate("DueCard", "{hours}시간").format(hours=hours)
    if not hours:
        return translate("DueCard", "{minutes}분").format(minutes=rest)
    return translate("DueCard", "{hours}시간 {minutes}분").format(hours=hours, minutes=rest)


def _why(skipped: Skipped) -> str:
    match skipped.why:
        case NotCounted.WEEKEND:
            return translate("DueCard", "주말")
        case NotCounted.HOLIDAY:
            return skipped.name or translate("DueCard", "쉬는 날")
        case NotCounted.AFTER_HOURS:
            return translate("DueCard", "근무가 끝난 뒤에 받음")
        case NotCounted.FIRST_DAY:
            return translate("DueCard", "첫날은 세지 않음")
        case NotCounted.SUPPLEMENT:
            return translate("DueCard", "보완을 기다린 날")
        case NotCounted.SURVEY:
            return translate("DueCard", "현장조사한 날")
        case NotCounted.PAUSE:
            return translate("DueCard", "멈춘 날")
