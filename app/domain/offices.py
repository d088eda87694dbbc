"""Records of the office itself: departments, services, counters, and the office's own settings."""

from __future__ import annotations

from dataclasses import dataclass, field


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
    instead of the service, so that an answer does not point at a rare service (design section 5).
    """

    code: str
    name: str
    department_code: str
    department_name: str
    area: str
    area_number: int
    key: int | None
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class CounterRecord:
    """A desk where people are served. `code` begins every visit number given there (A-037)."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """What is the same on every counter of the office. Lengths of time in the unit of the name."""

    name: str
    survey_host: str
    timezone: str = "Asia/Seoul"
    undo_seconds: int = 10
    slip_days: int = 7
    finish_on_next: bool = True
    approval_boxes: tuple[str, ...] = field(default=("담당", "팀장", "과장"))
