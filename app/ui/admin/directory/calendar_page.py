"""Holidays year by year and the lunch hour: what working hours are counted with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from app.domain.calendars import FIRST_YEAR, LAST_YEAR, Holiday
from app.domain.offices import OfficeSettings
from app.ui.admin.directory.lunch_card import LunchCard
from app.ui.admin.directory.presenter import DirectoryPresenter
from app.ui.admin.directory.words import weekday
from app.ui.shared.changes import NO_ROW, Change
from app.ui.shared.list_page import ListPage
from app.ui.shared.record_table import Column
from app.ui.shared.side_form import FormField
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Text, shortcut

translate = QCoreApplication.translate
_SATURDAY = 5


class CalendarPage(ListPage):
    """Alt+← and Alt+→ turn to another year; Ctrl+D takes a holiday away."""

    entity = "holiday"

    def __init__(self, directory: DirectoryPresenter) -> None:
        columns: tuple[Column[Holiday], ...] = (
            Column(translate("Directory", "날짜"), lambda h: h.day.isoformat(), 130, bold=True),
            Column(translate("Directory", "요일"), lambda h: weekday(h.day), 70, tone=_day_tone),
            Column(translate("Directory", "쉬는 날"), lambda h: h.name),
            Column(translate("Directory", "정한 곳"), _who, 160),
        )
        self.directory = directory
        super().__init__(directory.admin, translate("Directory", "쉬는 날"), columns)
        self.year = Text("", "heading")
        self.year.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.earlier = Button("", "quiet", "chevron-left", self.tr("지난해"))
        self.later = Button("", "quiet", "chevron-right", self.tr("다음 해"))
        self.lunch = LunchCard()
        self.retired.hide()
        for place, widget in enumerate((self.earlier, self.year, self.later)):
            self.head.insertWidget(place, widget)
        for button, keys in ((self.earlier, "Alt+←"), (self.later, "Alt+→")):
            button.setFixedSize(40, 40)
            button.setToolTip(keys)
        self.side.addWidget(self.lunch)
        self.earlier.clicked.connect(self.turn_back)
        self.later.clicked.connect(self.turn_on)
        self.lunch.submitted.connect(self.save_lunch)
        shortcut(self, "Alt+Left", self.turn_back)
        shortcut(self, "Alt+Right", self.turn_on)
        self.empty.say(
            self.tr("이 해에는 쉬는 날이 아직 없습니다"),
            self.tr("Ctrl+N으로 넣으세요. 토요일과 일요일은 넣지 않아도 됩니다."),
        )

    @property
    def dirty(self) -> bool:
        return self.form.dirty or self.lunch.dirty

    # --- holidays ---

    def fields(self) -> Sequence[FormField]:
        return (
            FormField("day", self.tr("날짜"), self.tr("예: 2026-10-05"), fixed=True),
            FormField("name", self.tr("이름"), self.tr("예: 임시공휴일")),
        )

    def entries(self, lists: Any) -> Sequence[Holiday]:
        found: Sequence[Holiday] = lists.holidays
        return found

    def code_of(self, entry: Holiday) -> str:
        return entry.day.isoformat()

    def is_retired(self, entry: Holiday) -> bool:
        return False

    def found_by(self, entry: Holiday) -> str:
        return f"{entry.day.isoformat()} {entry.name}"

    def values(self, entry: Holiday | None) -> Mapping[str, str]:
        return {} if entry is None else {"day": entry.day.isoformat(), "name": entry.name}

    def heading(self, entry: Holiday | None) -> str:
        return self.tr("새 쉬는 날") if entry is None else entry.name

    def state(self, entry: Holiday | None) -> str:
        if entry is None:
            return ""
        return self.tr("이 기관이 정했습니다.") if entry.own else self.tr("프로그램에 들어 있는 공휴일입니다.")

    def toggle_words(self, retired: bool) -> str:
        return self.tr("쉬는 날에서 빼기  Ctrl+D")

    def show_lists(self, lists: Any) -> None:
        self.year.say(self.tr("{year}년").format(year=lists.year))
        self.earlier.setEnabled(lists.year > FIRST_YEAR)
        self.later.setEnabled(lists.year < LAST_YEAR)
        self.lunch.show_settings(lists.settings)
        super().show_lists(lists)

    def show_saved(self, result: object) -> None:
        """A holiday of another year is shown in its year."""
        if isinstance(result, OfficeSettings):
            self.lunch.done()
            return
        if isinstance(result, Holiday):
            self.form.dirty = False
            self.entry = result
            self.directory.year = result.day.year
        if not self.form.dirty:
            self.table.setFocus()

    def show_trouble(self, field: str, sentence: str) -> None:
        if field == "lunch":
            self.lunch.say(sentence)
        else:
            super().show_trouble(field, sentence)

    def submit(self, values: Mapping[str, str], entry: Holiday | None) -> None:
        day = _read_day(values["day"])
        if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.form.grid.show_trouble("day", self.tr("날짜를 2026-10-05처럼 적어 주세요. 바뀐 것은 없습니다."))
            return
        calendar, actor = self.presenter.parts.calendar, self.presenter.actor
        before = entry or next((h for h in self.model.records if h.day == day), None)
        back: Callable[[], Any] = partial(calendar.remove_holiday, actor, day)
        if before is not None:
            back = partial(calendar.add_holiday, actor, day, before.name)
        name = values["name"].strip()
        self.presenter.make(
            Change(
                self.tr("{day} {name}을(를) 쉬는 날로 정했습니다.").format(day=day.isoformat(), name=name),
                NO_ROW,
                partial(calendar.add_holiday, actor, day, name),
                partial(_back, back),
            )
        )

    def retire(self, entry: Holiday) -> None:
        calendar, actor = self.presenter.parts.calendar, self.presenter.actor
        self.presenter.make(
            Change(
                self.tr("{day} {name}을(를) 쉬는 날에서 뺐습니다.").format(day=entry.day.isoformat(), name=entry.name),
                NO_ROW,
                partial(calendar.remove_holiday, actor, entry.day),
                partial(_back, partial(calendar.add_holiday, actor, entry.day, entry.name)),
            )
        )

    def turn_back(self) -> None:
        self._turn(-1)

    def turn_on(self) -> None:
        self._turn(1)

    def _turn(self, years: int) -> None:
        wanted = self.directory.year + years
        if self.lists is not None and FIRST_YEAR <= wanted <= LAST_YEAR and not self._keep_typed():
            self.show_entry(None)
            self.directory.turn_to_year(wanted)

    # --- lunch ---

    def save_lunch(self) -> None:
        """The lunch hour as it is typed; nothing typed stands for none."""
        if self.lists is None:
            return
        before, wanted = self.lists.settings.lunch, self.lunch.wanted()
        if wanted == before:
            self.lunch.done()
            self.lunch.show_settings(self.lists.settings)
            return
        change, actor = self.presenter.parts.offices.change, self.presenter.actor
        self.presenter.make(
            Change(
                self.tr("점심시간을 저장했습니다."),
                NO_ROW,
                partial(change, actor, lunch=wanted),
                partial(_back, partial(change, actor, lunch=before)),
            )
        )


def _back(work: Any, _seen: int | None) -> Any:
    return work()


def _read_day(text: str) -> date | None:
    """2026-10-05, 2026.10.5, 20261005; None for anything else."""
    parts = text.replace(".", "-").replace("/", "-").strip(" -").split("-")
    if len(parts) == 1 and len(parts[0]) == 8:
        parts = [parts[0][:4], parts[0][4:6], parts[0][6:]]
    if len(parts) != 3 or not all(part.strip().isdecimal() for part in parts):
        return None
    try:
        return date(*(int(part) for part in parts))
    except (ValueError, OverflowError):
        return None


def _who(entry: Holiday) -> str:
    return translate("Directory", "이 기관") if entry.own else translate("Directory", "공휴일")


def _day_tone(entry: Holiday) -> Tone:
    """A holiday on a weekend changes nothing."""
    return Tone.QUIET if entry.day.weekday() >= _SATURDAY else Tone.PRIMARY
