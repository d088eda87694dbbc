"""Expected failures of everything that has to do with the shared side. See `app.domain.errors`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from app.domain.errors import AppError, Unavailable

# --- bad input (exit 2) ----------------------------------------------------------------------------------------------


@dataclass(eq=False)
class SharedAddressUnusable(AppError):
    """Neither `postgresql://host/database` nor `sqlite:///path`. What was typed may hold a password: not carried."""


@dataclass(eq=False)
class InviteUnusable(AppError):
    """Not a code of this program: mistyped, or cut off."""


@dataclass(eq=False)
class InviteUsed(AppError):
    pass


@dataclass(eq=False)
class InviteExpired(AppError):
    pass


@dataclass(eq=False)
class UnknownInvitation(AppError):
    invitation: str


@dataclass(eq=False)
class InvitationTaken(AppError):
    """A counter was made with it, so it cannot be withdrawn any more."""


@dataclass(eq=False)
class CounterNameTaken(AppError):
    name: str


@dataclass(eq=False)
class AlreadyShared(AppError):
    """This home has a shared side already."""

    address: str


@dataclass(eq=False)
class NotShared(AppError):
    """This home has no shared side."""


@dataclass(eq=False)
class BackupUnusable(AppError):
    """The file is no backup of a home, is damaged, or comes from a newer release."""

    path: str


@dataclass(eq=False)
class SurveyKeysUnusable(AppError):
    """The file is no signed list of survey keys, or was altered after it was signed."""

    path: str


@dataclass(eq=False)
class SurveyKeysOfAnother(AppError):
    """The list is signed, but not by the office that the survey store belongs to."""

    path: str


@dataclass(eq=False)
class SurveyKeysOlder(AppError):
    """The survey store has a newer list already; moments are aware."""

    path: str
    issued_at: datetime
    known: datetime


@dataclass(eq=False)
class ConflictSettled(AppError):
    """Somebody has settled it meanwhile."""


# --- not allowed (exit 3) --------------------------------------------------------------------------------------------


@dataclass(eq=False)
class SharedLoginRefused(AppError):
    """User or password is wrong over there."""

    exit_code: ClassVar[int] = 3
    user: str


@dataclass(eq=False)
class SharedRightsMissing(AppError):
    """The database login may not do this: making the shared side and inviting need its administrator."""

    exit_code: ClassVar[int] = 3
    user: str


@dataclass(eq=False)
class HomeRemoved(AppError):
    """An administrator has removed this counter from the shared side."""

    exit_code: ClassVar[int] = 3


# --- unavailable (exit 4) --------------------------------------------------------------------------------------------


@dataclass(eq=False)
class SharedSideUnavailable(Unavailable):
    """Any reason why nothing could be said to the shared side just now; `address` without user and password."""

    address: str


@dataclass(eq=False)
class SharedSideUnreachable(SharedSideUnavailable):
    """No such host, nothing listens there, no such folder, or the network is cut."""


@dataclass(eq=False)
class SharedSideSilent(SharedSideUnavailable):
    """It was reached and does not answer."""


@dataclass(eq=False)
class SharedCertificateRefused(SharedSideUnavailable):
    """Its TLS certificate is not the office's, is for another name, or there is no TLS."""


@dataclass(eq=False)
class SharedDatabaseMissing(SharedSideUnavailable):
    """The server knows no such database, or the file is not there."""


@dataclass(eq=False)
class SharedSideNotOurs(SharedSideUnavailable):
    """Something else is kept there, or nothing yet."""


@dataclass(eq=False)
class SharedSideOfAnotherOffice(SharedSideUnavailable):
    office: str


@dataclass(eq=False)
class SharedSideNewer(SharedSideUnavailable):
    """It asks for a newer program."""

    found: int
    known: int


@dataclass(eq=False)
class SharedSideBusy(SharedSideUnavailable):
    """Locked by somebody else for too long, or a deadlock or serialization failure: trying again helps."""


@dataclass(eq=False)
class SharedSideReadOnly(SharedSideUnavailable):
    pass


@dataclass(eq=False)
class SharedSideFull(SharedSideUnavailable):
    """No room on its disk."""


@dataclass(eq=False)
class SharedSideDamaged(SharedSideUnavailable):
    """Truncated, replaced, or not readable as what it was."""


@dataclass(eq=False)
class SharedFileInCloudFolder(SharedSideUnavailable):
    """A folder that a cloud program copies about spoils a shared file."""


@dataclass(eq=False)
class SharedFileDoesNotLock(SharedSideUnavailable):
    """Two programs may write there at the same time; that spoils a shared file."""


@dataclass(eq=False)
class SharedSideRestored(SharedSideUnavailable):
    """It is not the one this home last spoke to: the home offers everything again by itself."""


@dataclass(eq=False)
class HomeBehind(SharedSideUnavailable):
    """The shared side knows this home's past better: the home takes a new counter code by itself."""


@dataclass(eq=False)
class DayNotHere(Unavailable):
    """The day's visits are kept on the shared side only, and that cannot be reached just now."""

    day: date


@dataclass(eq=False)
class SealedAnswersElsewhere(Unavailable):
    """Sealed answers lie in the survey store, and the audit officer's key in one home: neither is in this one."""


@dataclass(eq=False)
class PasswordStoreUnavailable(Unavailable):
    """The operating system's store for passwords does not answer."""


@dataclass(eq=False)
class KeyNotAccepted(Unavailable):
    """The shared side has not accepted this counter's key yet, so a slip cannot carry a QR code."""

    since: datetime | None = None
