"""Words of a fixed set as they stand in a table: what only a newer program knows reads as something this one knows."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

_Told = TypeVar("_Told", bound=StrEnum)


def told(kind: type[_Told], code: str, otherwise: _Told) -> _Told:
    """The member of `kind` that `code` names, or `otherwise`."""
    try:
        return kind(code)
    except ValueError:
        return otherwise
