"""Giving the survey server what it needs: public keys and the survey file, nothing else (design section 5)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.crypto.signing import key_id
from app.db.store_files import CounterKey, StoreKeys, StoreOffice, write_store_files
from app.db.unit_of_work import Database
from app.domain.errors import SurveyFileUnreadable


class SurveyStoreService:
    def __init__(self, database: Database, survey_file: Path) -> None:
        self._database = database
        self._survey_file = survey_file

    def survey(self) -> Mapping[str, Any]:
        """The survey as parsed JSON. Errors: `SurveyFileUnreadable`."""
        try:
            raw: Mapping[str, Any] = json.loads(self._survey_file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise SurveyFileUnreadable(str(self._survey_file)) from error
        return raw

    def export(self, folder: Path) -> None:
        """Write the store's two files into `folder`, made when missing. All of it is public. Errors: `CannotWrite`."""
        with self._database.read() as work:
            settings = work.offices.settings()
            departments = work.offices.departments()
            publics = work.offices.public_keys()
            audit_key = work.people.audit_key()
        keys = StoreKeys(
            slip_days=settings.slip_days,
            timezone=settings.timezone,
            counters=tuple(CounterKey(key_id(public), public) for public in publics),
            audit_public=audit_key.public if audit_key else None,
        )
        office = StoreOffice(
            name=settings.name,
            host=settings.survey_host,
            phones=tuple(sorted({phone for d in departments for phone in (d.phone, *d.phones)})),
            departments={d.number: d.name for d in departments},
        )
        write_store_files(folder, keys, office, self.survey())
