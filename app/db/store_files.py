"""The two files a survey store is made of when it is exported: `keys.json` and `survey.json` (design section 5)."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from app.config.files import write_error
from app.domain.errors import BadValue, SurveyFileUnreadable, SurveyStoreDamaged
from app.domain.surveys import QuestionType, Survey, SurveyInvalid, parse_survey
from app.domain.tokens import KEY_ID_BYTES
from app.models.survey_store import BODY_BYTES

KEYS_NAME = "keys.json"
SURVEY_NAME = "survey.json"
_PUBLIC_KEY_BYTES = 32
_FOLDER_MODE = 0o755
_FILE_MODE = 0o644
_OF_A_HOME = ("minwon.db", "keys")
_PAUSES = (0.05, 0.1, 0.2, 0.4)


@dataclass(frozen=True, slots=True)
class CounterKey:
    """A counter's public signing key, and the four bytes that name it inside a token.

    Slips of days after `until` are not its; None: it is in use. A server of an older release does not look at it.
    """

    key_id: bytes
    public: bytes
    until: date | None = None

    def signs_on(self, day: date) -> bool:
        """Whether slips of `day` may be signed with it."""
        return self.until is None or day <= self.until


@dataclass(frozen=True, slots=True)
class StoreKeys:
    """`audit_public` is None until the audit officer has made a key; Q7 is not asked before."""

    slip_days: int
    timezone: str
    counters: tuple[CounterKey, ...]
    audit_public: bytes | None

    def counter(self, key_id: bytes) -> CounterKey | None:
        return next((key for key in self.counters if key.key_id == key_id), None)


def counter_keys(found: Iterable[CounterKey]) -> tuple[CounterKey, ...]:
    """Each key once, in the order of the keys. Counters that share a PC have one key, and it ends with that PC."""
    ends: dict[tuple[bytes, bytes], date | None] = {}
    for key in found:
        named, before = (key.public, key.key_id), ends.get((key.public, key.key_id))
        ends[named] = key.until if before is None else max(before, key.until or before)
    return tuple(
        CounterKey(key_id, public, until) for (public, key_id), until in sorted(ends.items(), key=lambda e: e[0])
    )


@dataclass(frozen=True, slots=True)
class StoreOffice:
    """What the pages say about the office. `phones` are its own numbers, which a comment may name."""

    name: str
    host: str
    phones: tuple[str, ...]
    departments: Mapping[int, str]


def refresh_store_files(folder: Path, keys: StoreKeys, office: StoreOffice, survey_raw: Mapping[str, Any]) -> bool:
    """As `write_store_files`, with the survey that is there already; `survey_raw` where there is none.

    Nothing is written when both say the same already; whether something was. An audit key that is known is not given up
    for none: one is never taken back, but it may arrive later than the rest. Errors: those of `write_store_files`,
    `SurveyStoreDamaged`; nothing has changed then.
    """
    if (folder / KEYS_NAME).exists():
        before, (_, told) = read_store_keys(folder), read_store_survey(folder)
        keys = replace(keys, audit_public=keys.audit_public or before.audit_public)
        if (before, told) == (keys, office):
            return False
        survey_raw = json.loads((folder / SURVEY_NAME).read_text(encoding="utf-8"))
    write_store_files(folder, keys, office, survey_raw)
    return True


def write_store_files(folder: Path, keys: StoreKeys, office: StoreOffice, survey_raw: Mapping[str, Any]) -> None:
    """Write both files into `folder`, each in one step. A folder made here may be read by anyone; one that is there
    keeps its mode, and a desk's own home is refused: nothing of it is for the survey server.

    Errors: `BadValue`, `CannotWrite`, `DiskFull`, `SurveyFileUnreadable`.
    """
    try:
        _check_fits(parse_survey(survey_raw))
    except SurveyInvalid as error:
        raise SurveyFileUnreadable(str(folder / SURVEY_NAME)) from error
    _make_folder(folder)
    _replace(folder / SURVEY_NAME, {**survey_raw, "office": office_to_json(office)})
    _replace(folder / KEYS_NAME, keys_to_json(keys))


def _make_folder(folder: Path) -> None:
    try:
        if any((folder / name).exists() for name in _OF_A_HOME):
            raise BadValue("store", str(folder))
        folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            folder.mkdir()
        except FileExistsError:
            if not folder.is_dir():
                raise
        else:
            folder.chmod(_FOLDER_MODE)  # mkdir's own mode is cut by the umask
    except OSError as error:
        raise write_error(error, folder) from error


def read_store_keys(folder: Path) -> StoreKeys:
    """Errors: `SurveyStoreDamaged`; of the folder when there is no such file."""
    path = folder / KEYS_NAME
    try:
        return keys_from_json(json.loads(path.read_text(encoding="utf-8")))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SurveyStoreDamaged(str(folder)) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SurveyStoreDamaged(str(path)) from error


def read_store_survey(folder: Path) -> tuple[Survey, StoreOffice]:
    """Errors: `SurveyStoreDamaged` when there is no such file, `SurveyFileUnreadable`, also when an answer would not
    fit its row."""
    path = folder / SURVEY_NAME
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        survey = parse_survey(raw)
        _check_fits(survey)
        return survey, office_from_json(raw["office"])
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SurveyStoreDamaged(str(folder)) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, SurveyInvalid) as error:
        raise SurveyFileUnreadable(str(path)) from error


def _check_fits(survey: Survey) -> None:
    """Refuse a survey whose longest answer would not fit the fixed size of a row."""
    options = {
        q.id: [o.value for o in q.options] for q in survey.questions if not q.sealed and q.type is not QuestionType.TEXT
    }
    letters = sum(4 * (q.limit or BODY_BYTES) for q in survey.questions if q.type is QuestionType.TEXT)
    room = len(json.dumps({"answers": options, "comment": "", "sealed": False})) + letters
    if room > BODY_BYTES:
        raise SurveyInvalid("an answer would be longer than its row")


def _replace(path: Path, content: Mapping[str, Any]) -> None:
    draft: Path | None = None
    try:
        # A name of its own: two exports at once must not write into each other's draft.
        descriptor, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".tmp", dir=path.parent)
        draft = Path(name)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(content, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(_FILE_MODE)
        _put_in_place(draft, path)
    except OSError as error:
        raise write_error(error, path) from error
    finally:
        if draft is not None:
            with suppress(OSError):
                draft.unlink(missing_ok=True)


def _put_in_place(draft: Path, path: Path) -> None:
    """Rename, again after a moment while Windows refuses because somebody reads the old file."""
    for pause in _PAUSES:
        try:
            draft.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    draft.replace(path)


def keys_to_json(keys: StoreKeys) -> dict[str, Any]:
    return {
        "slip_days": keys.slip_days,
        "timezone": keys.timezone,
        "counters": [_counter_to_json(key) for key in keys.counters],
        "audit_public": None if keys.audit_public is None else keys.audit_public.hex(),
    }


def _counter_to_json(key: CounterKey) -> dict[str, str]:
    named = {"key_id": key.key_id.hex(), "public": key.public.hex()}
    return named if key.until is None else {**named, "until": key.until.isoformat()}


def keys_from_json(raw: Mapping[str, Any]) -> StoreKeys:
    """Errors: `ValueError` and its like for what `keys_to_json` does not make."""
    audit = raw["audit_public"]
    timezone = str(raw["timezone"])
    ZoneInfo(timezone)  # an unknown zone is a KeyError here rather than at the first visitor
    slip_days = int(raw["slip_days"])
    if slip_days < 0:
        raise ValueError("slip_days")
    return StoreKeys(
        slip_days=slip_days,
        timezone=timezone,
        counters=tuple(
            CounterKey(
                _exactly(key["key_id"], KEY_ID_BYTES),
                _exactly(key["public"], _PUBLIC_KEY_BYTES),
                date.fromisoformat(key["until"]) if key.get("until") else None,
            )
            for key in raw["counters"]
        ),
        audit_public=None if audit is None else _exactly(audit, _PUBLIC_KEY_BYTES),
    )


def _exactly(text: str, size: int) -> bytes:
    found = bytes.fromhex(text)
    if len(found) != size:
        raise ValueError("a key of the wrong size")
    return found


def office_to_json(office: StoreOffice) -> dict[str, Any]:
    return {
        "name": office.name,
        "host": office.host,
        "phones": list(office.phones),
        "departments": {str(number): {"name": name} for number, name in office.departments.items()},
    }


def office_from_json(raw: Mapping[str, Any]) -> StoreOffice:
    """Errors: `ValueError` and its like for what `office_to_json` does not make."""
    return StoreOffice(
        name=str(raw["name"]),
        host=str(raw["host"]),
        phones=tuple(str(phone) for phone in raw["phones"]),
        departments={int(number): str(entry["name"]) for number, entry in raw["departments"].items()},
    )
