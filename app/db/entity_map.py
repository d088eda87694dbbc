"""What a map between a document of the shared side and a row of this home's tables is made of."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table

Convert = Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _moment_text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def pairs_text(pairs: Iterable[Iterable[str]]) -> str:
    """Pairs of texts as JSON. Errors: `TypeError`, `ValueError` for anything else: it could not be read again."""
    read = [(first, second) for first, second in pairs]
    if not all(isinstance(text, str) for pair in read for text in pair):
        raise TypeError(read)
    return json.dumps(read, ensure_ascii=False)


def object_text(said: Mapping[str, Any]) -> str:
    """An object as JSON. Errors: `TypeError` for anything else."""
    if not isinstance(said, Mapping):
        raise TypeError(said)
    return json.dumps(dict(said), ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True, slots=True)
class Field:
    """A field and the column of the same name; `into` and `out` turn the value for the column and back."""

    name: str
    default: Any = None
    into: Convert = _same
    out: Convert = _same


@dataclass(frozen=True, slots=True)
class EntityMap:
    """`key` is the column with the row's id; `personal` fields travel locked; `fixed` columns are this home's own.

    `rank`: an entity refers to entities of lower rank only.
    """

    entity: str
    table: Table
    key: str
    fields: tuple[Field, ...]
    rank: int
    personal: tuple[str, ...] = ()
    fixed: Mapping[str, Any] = field(default_factory=dict)

    def row(self, row_id: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        """The columns of a whole document whose personal fields have been opened."""
        values = {f.name: f.into(fields.get(f.name, f.default)) for f in self.fields}
        return {self.key: row_id, **values, **{name: fields.get(name) or "" for name in self.personal}}

    def document(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a row, personal ones left out."""
        return {f.name: f.out(row[f.name]) for f in self.fields}


def moment_field(name: str) -> Field:
    return Field(name, None, _moment, _moment_text)


def day_field(name: str) -> Field:
    return Field(name, None, _day, _day_text)
