"""Expected failures. Each carries data, never a sentence: `ui/shared/messages.py` says it in the user's language.

Everything that is not an `AppError` is a bug (design law 8).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
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
class PaperNotOnRoll(AppError):
    """A receipt printer has a roll; the paper asked for is a sheet."""

    printer: str


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
class VisitNotWaiting(AppError):
    number: str


@dataclass(eq=False)
class VisitNotOpen(AppError):
    number: str


@dataclass(eq=False)
class VisitElsewhere(AppError):
    """Another counter is serving the visit, has called it, or is to call it."""

    number: str
    counter: str


@dataclass(eq=False)
class NobodyWaiting(AppError):
    pass


@dataclass(eq=False)
class UnknownCounter(AppError):
    code: str


@dataclass(eq=False)
class TooManyServices(AppError):
    limit: int


@dataclass(eq=False)
class ServiceTwice(AppError):
    code: str


@dataclass(eq=False)
class WordMissing(AppError):
    """A word why is needed."""

    field: str


@dataclass(eq=False)
class PeriodBackwards(AppError):
    """A period that ends before it begins."""

    first: date
    last: date


@dataclass(eq=False)
class PeriodTooLong(AppError):
    """Longer than so many years."""

    first: date
    last: date
    years: int


@dataclass(eq=False)
class Cancelled(AppError):
    """Whoever waited for it did not want it any more."""


@dataclass(eq=False)
class SlipExpired(AppError):
    """The slip's survey can no longer be answered, and its token has been deleted."""

    number: str


@dataclass(eq=False)
class ServiceRetired(UnknownService):
    """The office does not offer this service any more; visits that have it keep it."""

    name: str


@dataclass(eq=False)
class RecordChanged(AppError):
    """Somebody else changed the row after it was read."""

    row: str


@dataclass(eq=False)
class AlreadyThere(AppError):
    """A login or a code that is taken."""

    code: str


@dataclass(eq=False)
class UnknownPerson(AppError):
    login: str


@dataclass(eq=False)
class UnknownDepartment(AppError):
    code: str


@dataclass(eq=False)
class KeyTaken(AppError):
    key: int
    service: str


@dataclass(eq=False)
class DepartmentInUse(AppError):
    department: str
    services: int


@dataclass(eq=False)
class CounterInUse(AppError):
    """This desk stands there, or visits are still open there."""

    counter: str


@dataclass(eq=False)
class SamePassword(AppError):
    pass


@dataclass(eq=False)
class NotAnAdministrator(AppError):
    login: str


@dataclass(eq=False)
class TableTooLarge(AppError):
    """A file to import is too large to be read; `limit` is in megabytes."""

    limit: int


@dataclass(eq=False)
class TableTooLong(AppError):
    limit: int


@dataclass(eq=False)
class TableEmpty(AppError):
    pass


@dataclass(eq=False)
class TableUnreadable(AppError):
    """Neither a CSV nor an XLSX file, or a damaged one."""

    path: str


@dataclass(eq=False)
class TableNotText(AppError):
    """A CSV file in none of the known encodings, or with damaged letters; `line` is the first such line."""

    line: int


@dataclass(eq=False)
class ColumnMissing(AppError):
    column: str


@dataclass(eq=False)
class ColumnTwice(AppError):
    column: str


@dataclass(eq=False)
class ImportHasBadRows(AppError):
    bad: int


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
class AccountWithdrawn(AppError):
    """The account was withdrawn, or its role changed, after its owner signed in."""

    exit_code: ClassVar[int] = 3
    login: str


@dataclass(eq=False)
class PasswordMustChange(AppError):
    """The password is a temporary one; nothing can be done with it but choosing an own one."""

    exit_code: ClassVar[int] = 3
    login: str


@dataclass(eq=False)
class WrongPassword(AppError):
    exit_code: ClassVar[int] = 3


@dataclass(eq=False)
class LastAdministrator(AppError):
    exit_code: ClassVar[int] = 3


@dataclass(eq=False)
class WrongRecoveryCode(AppError):
    exit_code: ClassVar[int] = 3


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


@dataclass(eq=False)
class PrinterOutOfPaper(Unavailable):
    printer: str


@dataclass(eq=False)
class PrinterCoverOpen(Unavailable):
    printer: str


@dataclass(eq=False)
class PrinterOffline(Unavailable):
    printer: str


@dataclass(eq=False)
class PrinterUnreachable(Unavailable):
    """A receipt printer could not be reached, took no more bytes, or stopped answering in the middle."""

    printer: str
