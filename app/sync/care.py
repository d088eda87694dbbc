"""What the shared side needs every night. It is the PC's own doing: nothing that people see changes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.config.paths import Home
from app.db.unit_of_work import Database
from app.domain.errors import BadValue, CannotWrite
from app.domain.sharing import SharedKind
from app.domain.sharing_errors import NotShared
from app.sync.file.nightly import NightlyCheck
from app.sync.passwords import StoredPasswords, administrator_login


@dataclass(frozen=True, slots=True)
class Cared:
    """`pruned`: entries of a server's feed that were superseded. `copy`: of a shared file; None when somebody else had
    looked after it that day."""

    pruned: int | None = None
    copy: Path | None = None


def care_for_shared_side(database: Database, home: Home, copies: Path | None) -> Cared:
    """Erase cases that nobody is left to erase; take superseded entries out of a server's feed; look at a shared file
    and copy it into `copies`.

    A copy holds everything the office shares, the survey's answers included, so it never lies in a counter's home.
    Errors: `NotShared`, `BadValue` for a file without `copies`, `CannotWrite` also inside the home,
    `SharedRightsMissing` where the administrator's login is not kept, those of `NightlyCheck.check_and_copy`, the
    `SharedSide…` family.
    """
    with database.read() as work:
        link = work.shared.link()
    if link is None:
        raise NotShared
    if link.address.kind is SharedKind.FILE:
        if copies is None:
            raise BadValue("--copies", "")
        if copies.resolve().is_relative_to(home.root.resolve()):
            raise CannotWrite(str(copies))
        return Cared(copy=NightlyCheck(link.address).check_and_copy(copies))
    from app.sync.postgres.postgres_owner import PostgresOwner

    login = administrator_login(StoredPasswords(home.keys, link.office), link.user)
    owner = PostgresOwner(link.address, login)
    try:
        owner.forget_cases()
        return Cared(pruned=owner.prune())
    finally:
        owner.close()
