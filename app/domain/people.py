"""Records and rules of accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.actors import Role

PASSWORD_MINIMUM = 8
PASSPHRASE_MINIMUM = 8
PRACTICE_MINIMUM = 1
"""The practice office holds nothing worth guarding; its secrets may be as short as one likes."""

FAILURES_BEFORE_LOCK = 5
LOCK_TIME = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """`retired_at`: since when the account is withdrawn. `must_change`: its password is a temporary one."""

    login: str
    name: str
    role: Role
    password_hash: str
    failures: int
    locked_until: datetime | None
    retired_at: datetime | None = None
    must_change: bool = False


def masked_name(name: str) -> str:
    """A name as it stands on paper: 홍길동 → 홍*동, 남궁민수 → 남**수, 이산 → 이*."""
    if len(name) <= 2:
        return name[:1] + "*" * (len(name) - 1)
    return name[0] + "*" * (len(name) - 2) + name[-1]
