"""What the administrator sees and changes: accounts, services, departments and counters with their versions.

`version` is the row's version as it was read. A change names the one it has seen, so that two people who change the
same row do not overwrite each other unawares.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.actors import Role
from app.domain.due import Period
from app.domain.errors import BadValue
from app.domain.plain_text import check_plain_text

NAME_LIMIT = 40
KEYWORDS_LIMIT = 200
LOGIN_LIMIT = 32
PHONES_LIMIT = 400

_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9_-]{0,15}")
_COUNTER = re.compile(r"[A-Z0-9]{1,4}")
_PHONE = re.compile(r"0\d{1,3}-?\d{3,4}-?\d{4}|1\d{3}-?\d{4}|1\d{2,3}")
_KEYS = range(1, 10)


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """An account. `retired_at`: since when it is withdrawn; `must_change`: it has a temporary password."""

    login: str
    name: str
    role: Role
    must_change: bool
    retired_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class IssuedPassword:
    """A temporary password, shown once and stored nowhere."""

    person: PersonEntry
    password: str


@dataclass(frozen=True, slots=True)
class DepartmentEntry:
    """A department. `number` stands for it in tokens and never changes."""

    code: str
    number: int
    name: str
    bureau: str
    location: str
    phone: str
    phones: tuple[str, ...]
    retired_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class ServiceEntry:
    """A service. `position` orders the office's list; `period` as in `ServiceForm`."""

    code: str
    name: str
    department_code: str
    department_name: str
    area: str
    area_number: int
    key: int | None
    keywords: str
    period: str
    position: int
    retired_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class CounterEntry:
    """A counter. `here`: the one this desk stands at."""

    code: str
    name: str
    here: bool
    retired_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class DepartmentForm:
    """What can be set of a department."""

    name: str
    bureau: str = ""
    location: str = ""
    phone: str = ""
    phones: tuple[str, ...] = ()

    def checked(self) -> DepartmentForm:
        """The same, tidied. Errors: `BadValue` with the field's name, those of `check_plain_text`."""
        phones = tuple(dict.fromkeys(check_phone("phones", phone) for phone in self.phones if phone.strip()))
        return DepartmentForm(
            required("name", self.name, NAME_LIMIT),
            check_plain_text("bureau", self.bureau, NAME_LIMIT),
            check_plain_text("location", self.location, NAME_LIMIT),
            check_phone("phone", self.phone),
            phones,
        )


@dataclass(frozen=True, slots=True)
class ServiceForm:
    """What can be set of a service. `area` may be empty: then it is the department's own name.

    `period` is how long its cases may take (처리기간): "now", "3h", "7d", "2w", "1m", "1y"; "" not set.
    """

    name: str
    department_code: str
    area: str = ""
    key: int | None = None
    keywords: str = ""
    period: str = ""

    def checked(self) -> ServiceForm:
        """The same, tidied. Errors: `BadValue` with the field's name, `BadPeriod`, those of `check_plain_text`."""
        if self.key is not None and self.key not in _KEYS:
            raise BadValue("key", str(self.key))
        return replace(
            self,
            name=required("name", self.name, NAME_LIMIT),
            area=check_plain_text("area", self.area, NAME_LIMIT),
            keywords=check_plain_text("keywords", self.keywords, KEYWORDS_LIMIT),
            period=str(Period.parse(self.period)) if self.period.strip() else "",
        )


def required(field: str, text: str, limit: int) -> str:
    """A text that may not be empty. Errors: `BadValue`, those of `check_plain_text`."""
    tidied = check_plain_text(field, text, limit)
    if not tidied:
        raise BadValue(field, "")
    return tidied


def check_login(login: str) -> str:
    """Errors: `BadValue` unless it is Latin letters, digits, dots, dashes; what everybody can type on any keyboard."""
    tidied = login.strip()
    if not _LOGIN.fullmatch(tidied) or len(tidied) > LOGIN_LIMIT:
        raise BadValue("login", login[:LOGIN_LIMIT])
    return tidied


def check_service_code(code: str) -> str:
    """Capitals, digits, dashes, at most 16. Errors: `BadValue`."""
    tidied = code.strip().upper()
    if not _CODE.fullmatch(tidied):
        raise BadValue("code", code[:NAME_LIMIT])
    return tidied


def check_counter_code(code: str) -> str:
    """It begins every visit number: one to four capitals or digits. Errors: `BadValue`."""
    tidied = code.strip().upper()
    if not _COUNTER.fullmatch(tidied):
        raise BadValue("code", code[:NAME_LIMIT])
    return tidied


def check_phone(field: str, phone: str) -> str:
    """A Korean number with its leading zero, a 15xx-xxxx one or a short one (120); empty stays empty.

    A spreadsheet that took the number for a quantity has lost the zero: that is refused. Errors: `BadValue`.
    """
    tidied = check_plain_text(field, phone, NAME_LIMIT)
    if tidied and not _PHONE.fullmatch(re.sub(r"[ .)(]", "", tidied)):
        raise BadValue(field, tidied)
    return tidied


def free_code(prefix: str, taken: Iterable[str], digits: int = 3) -> str:
    """The next code after the highest with this prefix: D001, D002, …"""
    numbers = [int(code[len(prefix) :]) for code in taken if code.startswith(prefix) and code[len(prefix) :].isdigit()]
    return f"{prefix}{max(numbers, default=0) + 1:0{digits}d}"
