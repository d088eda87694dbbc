"""Records of the office itself: departments, services, counters, and the office's own settings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from app.domain.calendars import lunch_hours
from app.domain.errors import BadValue
from app.domain.plain_text import check_plain_text

_HOST = re.compile(r"(?=.{1,100}(?::\d|$))[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_BOX_LIMIT = 10
_NAME_LIMIT = 40


@dataclass(frozen=True, slots=True)
class DepartmentRecord:
    """`number` (1..65535) stands for the department in a token, so that a slip stays short.

    `phones` are all its numbers, those of its teams included; citizens may write them in a comment.
    """

    code: str
    number: int
    name: str
    bureau: str
    location: str
    phone: str
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceRecord:
    """What a clerk picks with one key. `key` is the digit 1..9 on the counter screen, or None.

    `area` (with `area_number`, 1..65535) is the service area: the coarse group that a token and an answer carry
    instead of the service, so that an answer does not point at a rare service (design section 5). `period` is how long
    its cases may take (`app.domain.due.Period`), "" where the office has not set it.
    """

    code: str
    name: str
    department_code: str
    department_name: str
    area: str
    area_number: int
    key: int | None
    keywords: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class CounterRecord:
    """A desk where people are served. `code` begins every visit number given there (A-037)."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """What is the same on every counter of the office. Lengths of time in the unit of the name.

    `opens` and `closes` are the office's hours, `lunch` ("12:00-13:00", "" for none) is no working time; at `day_end`
    visits left open are closed as not recorded. The screen locks after `lock_minutes` without a key; what clerks wrote
    about a visit, and what citizens said, is erased after `note_days`. Visits of other counters are kept on this PC for
    `hold_days`; the shared side has them all.

    What is personal in cases, cards, notes of abuse and second looks is erased after `case_days`, counted from the
    case's end. Attachments are `attachment_mb` at most, those of a case together `case_mb`. A talk is told that it must
    end after `talk_notice` minutes and may be ended after `talk_end`. A card is looked at within `card_days` working
    days: the office's own clock, no statute's.
    """

    name: str
    survey_host: str
    timezone: str = "Asia/Seoul"
    undo_seconds: int = 10
    slip_days: int = 7
    finish_on_next: bool = True
    approval_boxes: tuple[str, ...] = field(default=("담당", "팀장", "과장"))
    opens: str = "09:00"
    closes: str = "18:00"
    day_end: str = "19:00"
    lock_minutes: int = 10
    note_days: int = 365
    hold_days: int = 30
    lunch: str = "12:00-13:00"
    case_days: int = 1095
    attachment_mb: int = 20
    case_mb: int = 100
    talk_notice: int = 15
    talk_end: int = 20
    card_days: int = 7

    def checked(self) -> OfficeSettings:
        """The same settings with their texts tidied.

        Errors: `BadValue` with the setting's name; those of `check_plain_text`.
        """
        if not _HOST.fullmatch(self.survey_host):
            raise BadValue("survey_host", self.survey_host)
        for name, value, lowest, highest in (
            ("undo_seconds", self.undo_seconds, 0, 60),
            ("slip_days", self.slip_days, 1, 60),
            ("approval_boxes", len(self.approval_boxes), 1, 5),
            ("lock_minutes", self.lock_minutes, 1, 60),
            ("note_days", self.note_days, 30, 3650),
            ("hold_days", self.hold_days, 1, 3650),
            ("case_days", self.case_days, 30, 3650),
            ("attachment_mb", self.attachment_mb, 1, 20),
            ("case_mb", self.case_mb, 1, 100),
            ("talk_notice", self.talk_notice, 1, 120),
            ("talk_end", self.talk_end, self.talk_notice + 1, 180),
            ("card_days", self.card_days, 1, 60),
        ):
            if not lowest <= value <= highest:
                raise BadValue(name, str(value))
        for name, text in (("opens", self.opens), ("closes", self.closes), ("day_end", self.day_end)):
            if not _CLOCK.fullmatch(text):
                raise BadValue(name, text)
        if not self.opens < self.closes <= self.day_end:
            raise BadValue("closes" if self.opens >= self.closes else "day_end", self.closes)
        lunch_hours(self.lunch)
        office = check_plain_text("office_name", self.name, _NAME_LIMIT)
        boxes = tuple(check_plain_text("approval_boxes", box, _BOX_LIMIT) for box in self.approval_boxes)
        if not office or not all(boxes):
            raise BadValue("approval_boxes" if office else "office_name", "")
        return replace(self, name=office, approval_boxes=boxes)
