"""A survey store with fresh keys, and slips for it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from nacl.public import PrivateKey

from app.config.paths import resources
from app.crypto.sealing import open_sealed
from app.crypto.signing import key_id, new_seed, public_key, sign_token
from app.db.store_files import CounterKey, StoreKeys, StoreOffice, write_store_files
from app.domain.sealed import SealedNote
from app.domain.tokens import MARKED_NONCE_BYTES, TokenClaims, minute_mark

DAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
EARLIER = NOON - timedelta(minutes=20)
OFFICE = StoreOffice(
    name="한빛구청",
    host="survey.hanbit.go.kr",
    phones=("02-000-4000", "02-000-4101"),
    departments={3: "민원여권과", 4: "세무1과"},
)
GOOD_ANSWERS: Mapping[str, str | list[str]] = {
    "Q1_KIND": "5",
    "Q2_ROUTE": "ONCE",
    "Q3_EXPLAIN": "4",
    "Q4_SPEED": "4",
    "Q5_FAIR": "5",
    "Q6_TROUBLE": ["NONE"],
    "Q7_INTEGRITY": ["NONE"],
    "Q8_OVERALL": "4",
    "Q9_COMMENT": "",
}


def survey_raw() -> dict[str, Any]:
    """The survey the program ships with."""
    raw: dict[str, Any] = json.loads((resources() / "survey" / "survey.json").read_text(encoding="utf-8"))
    return raw


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def forward(self, by: timedelta) -> None:
        self.at += by


@dataclass
class SurveyPlace:
    """A store folder, the counter's private seed and the audit officer's private key."""

    folder: Path
    seed: bytes = field(default_factory=new_seed)
    audit_private: bytes = field(default_factory=lambda: bytes(PrivateKey.generate()))
    with_audit_key: bool = True
    slip_days: int = 7

    def write(self) -> SurveyPlace:
        write_store_files(self.folder, self.keys(), OFFICE, survey_raw())
        return self

    def keys(self) -> StoreKeys:
        public = public_key(self.seed)
        audit = bytes(PrivateKey(self.audit_private).public_key) if self.with_audit_key else None
        return StoreKeys(self.slip_days, "Asia/Seoul", (CounterKey(key_id(public), public),), audit)

    def claims(
        self, department: int = 3, area: int = 1, day: date = DAY, registered_at: datetime = EARLIER
    ) -> TokenClaims:
        afternoon = (registered_at + timedelta(hours=9)).hour >= 12
        nonce, mark = os.urandom(MARKED_NONCE_BYTES), minute_mark(registered_at)
        return TokenClaims(key_id(public_key(self.seed)), department, area, day, afternoon, nonce, mark)

    def token(self, department: int = 3, area: int = 1, day: date = DAY, registered_at: datetime = EARLIER) -> str:
        """A fresh slip's token."""
        return sign_token(self.claims(department, area, day, registered_at), self.seed)

    def today_token(self) -> str:
        """A fresh slip of the real today, for servers that go by the real clock."""
        now = datetime.now(UTC)
        return self.token(day=(now + timedelta(hours=9)).date(), registered_at=now)

    def opened(self, envelope: bytes) -> SealedNote:
        """What the audit officer reads in `envelope`."""
        return SealedNote.from_padded(open_sealed(self.audit_private, envelope))

    def stranger(self) -> SurveyPlace:
        """The same office as somebody sees it who has no key of it."""
        return replace(self, seed=new_seed())
