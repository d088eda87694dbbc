"""Giving the survey server what it needs: public keys and the survey file, nothing else (design section 5)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.crypto.signing import key_id
from app.db.home_keys import office_key, office_seed
from app.db.signed_keys import pin_office, take_signed_keys, write_signed_keys
from app.db.store_files import CounterKey, StoreKeys, StoreOffice, counter_keys, write_store_files
from app.db.unit_of_work import Database
from app.domain.actors import Action, Actor
from app.domain.errors import SurveyFileUnreadable
from app.services.clock import Clock
from app.services.trail import Trail


class SurveyStoreService:
    """`keys` is the home's folder of keys."""

    def __init__(self, database: Database, survey_file: Path, keys: Path, clock: Clock) -> None:
        self._database = database
        self._survey_file = survey_file
        self._keys = keys
        self._clock = clock

    def survey(self) -> Mapping[str, Any]:
        """The survey as parsed JSON. Errors: `SurveyFileUnreadable`."""
        return read_survey(self._survey_file)

    def export(self, folder: Path) -> None:
        """Write the store's two files into `folder`, made when missing. All of it is public.

        Where this home has the office's key, the store takes lists signed with it from now on. Errors: `CannotWrite`,
        `DiskFull`, `BadValue`, `SurveyFileUnreadable`, `KeyFileDamaged`.
        """
        keys, office = self._public()
        write_store_files(folder, keys, office, self.survey())
        signer = office_key(self._keys)
        if signer is not None:
            pin_office(folder, signer, self._clock())

    def sign_keys(self, actor: Actor, path: Path) -> StoreKeys:
        """Write a signed list of the keys to `path`, for a survey server that reaches no shared side; what is in it.

        Errors: `NotAllowed`, `CannotWrite`, `DiskFull`, `KeyFileDamaged`.
        """
        actor.require(Action.SHARE)
        with self._database.read() as work:
            work.people.require_active(actor)
        keys, office = self._public()
        now = self._clock()
        write_signed_keys(path, keys, office, now, office_seed(self._keys))
        with self._database.write() as work:
            Trail(work, actor, work.offices.here().code, now).act("sign_survey_keys", "survey_keys", "")
        return keys

    def _public(self) -> tuple[StoreKeys, StoreOffice]:
        with self._database.read() as work:
            settings = work.offices.settings()
            departments = work.offices.departments()
            slip_keys = work.offices.slip_keys()
            audit_key = work.people.audit_key()
        keys = StoreKeys(
            slip_days=settings.slip_days,
            timezone=settings.timezone,
            counters=counter_keys(CounterKey(key_id(public), public, until) for public, until in slip_keys),
            audit_public=audit_key.public if audit_key else None,
        )
        office = StoreOffice(
            name=settings.name,
            host=settings.survey_host,
            phones=tuple(sorted({phone for d in departments for phone in (d.phone, *d.phones)})),
            departments={d.number: d.name for d in departments},
        )
        return keys, office


def take_keys(folder: Path, path: Path, survey_file: Path) -> bool:
    """Bring the keys of the store in `folder` up to date from a signed list; whether they have changed. Needs no home.

    Errors: those of `take_signed_keys`, `SurveyFileUnreadable`.
    """
    return take_signed_keys(path, folder, read_survey(survey_file))


def read_survey(path: Path) -> Mapping[str, Any]:
    """The survey as parsed JSON. Errors: `SurveyFileUnreadable`."""
    try:
        raw: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SurveyFileUnreadable(str(path)) from error
    return raw
