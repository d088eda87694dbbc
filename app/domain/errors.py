"""Expected failures. Each carries data, never a sentence: `ui/shared/messages.py` says it in the user's language.

Everything that is not an `AppError` is a bug (design law 8).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar


@dataclass(eq=False)
class AppError(Exception):
    """An expected failure. `exit_code` is what the command line ends with."""

    exit_code: ClassVar[int] = 2


# --- bad input: the user can put it right (exit 2) -------------------------------------------------------------------


@dataclass(eq=False)
class UnknownService(AppError):
    code: str


@dataclass(eq=False)
class UnknownVisit(AppError):
    visit_id: str


@dataclass(eq=False)
class TextTooLong(AppError):
    field: str
    limit: int
    length: int


@dataclass(eq=False)
class ControlCharacterInText(AppError):
    field: str
    position: int


@dataclass(eq=False)
class EmojiInText(AppError):
    field: str
    position: int


@dataclass(eq=False)
class RightToLeftText(AppError):
    field: str
    position: int


@dataclass(eq=False)
class PersonalDataInText(AppError):
    """Personal data stands in a text that must not hold any. The text itself is not carried (design law 11)."""

    field: str
    kind: str
    start: int
    end: int


@dataclass(eq=False)
class BadValue(AppError):
    """An option or argument that cannot be read, such as a date."""

    field: str
    value: str


@dataclass(eq=False)
class UndoTooLate(AppError):
    number: str
    seconds: int


@dataclass(eq=False)
class VisitIsUndone(AppError):
    number: str


@dataclass(eq=False)
class VisitNotServing(AppError):
    number: str


@dataclass(eq=False)
class HomeExists(AppError):
    path: str


@dataclass(eq=False)
class PasswordTooShort(AppError):
    minimum: int


@dataclass(eq=False)
class PassphraseTooShort(AppError):
    minimum: int


@dataclass(eq=False)
class PassphraseEqualsPassword(AppError):
    pass


@dataclass(eq=False)
class SettingsUnreadable(AppError):
    path: str


@dataclass(eq=False)
class SurveyFileUnreadable(AppError):
    path: str


# --- not allowed (exit 3) --------------------------------------------------------------------------------------------


@dataclass(eq=False)
class NotAllowed(AppError):
    exit_code: ClassVar[int] = 3
    action: str
    role: str


@dataclass(eq=False)
class SignInNeeded(AppError):
    exit_code: ClassVar[int] = 3


@dataclass(eq=False)
class SignInFailed(AppError):
    exit_code: ClassVar[int] = 3


@dataclass(eq=False)
class AccountLocked(AppError):
    exit_code: ClassVar[int] = 3
    until: datetime


@dataclass(eq=False)
class WrongPassphrase(AppError):
    exit_code: ClassVar[int] = 3


@dataclass(eq=False)
class NoAuditKey(AppError):
    """No audit officer has made a key yet, so nothing has been sealed."""

    exit_code: ClassVar[int] = 3


# --- unavailable (exit 4) --------------------------------------------------------------------------------------------


@dataclass(eq=False)
class Unavailable(AppError):
    exit_code: ClassVar[int] = 4


@dataclass(eq=False)
class HomeMissing(Unavailable):
    path: str


@dataclass(eq=False)
class HomeReadOnly(Unavailable):
    path: str


@dataclass(eq=False)
class DiskFull(Unavailable):
    path: str


@dataclass(eq=False)
class DatabaseDamaged(Unavailable):
    path: str


@dataclass(eq=False)
class DatabaseNewer(Unavailable):
    found: str
    known: str


@dataclass(eq=False)
class DatabaseBusy(Unavailable):
    pass


@dataclass(eq=False)
class KeyFileDamaged(Unavailable):
    path: str


@dataclass(eq=False)
class SurveyStoreDamaged(Unavailable):
    path: str


@dataclass(eq=False)
class CannotWrite(Unavailable):
    path: str


@dataclass(eq=False)
class AddressInUse(Unavailable):
    host: str
    port: int


@dataclass(eq=False)
class NoDisplay(Unavailable):
    pass


@dataclass(eq=False)
class NoPrinter(Unavailable):
    pass


@dataclass(eq=False)
class PrinterFailed(Unavailable):
    printer: str
