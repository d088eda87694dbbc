"""What somebody has begun at a screen and not brought to its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable


@dataclass(frozen=True)
class Unfinished:
    """`unsaved` counts visits that could not be saved; `typed` tells whether a form is half filled in."""

    unsaved: int = 0
    typed: bool = False

    def __bool__(self) -> bool:
        return self.unsaved > 0 or self.typed

    def __add__(self, other: Unfinished) -> Unfinished:
        return Unfinished(self.unsaved + other.unsaved, self.typed or other.typed)


@runtime_checkable
class HoldsUnfinished(Protocol):
    """A screen that may hold such things."""

    def unfinished(self) -> Unfinished:
        """What is begun here and not done. What is being composed counts."""
