"""What was done at a list, so that Ctrl+Z can do the opposite: several steps back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

Key = tuple[str, str]
"""Which row: the kind of list and the row's code."""

NO_ROW: Key = ("", "")
_NAMES = ("code", "login", "id")
"""What a row calls the thing that tells it from the others."""


@dataclass(frozen=True)
class Step:
    """The opposite of a change. `work` takes the version of the row as this screen left it."""

    words: str
    key: Key
    work: Callable[[int | None], Any]


@dataclass(frozen=True)
class Change:
    """Something to be done: `words` say it when it is done; `opposite` is None where there is none.

    `work` gives back the changed row, whose version is remembered. Neither may hold a widget: they run elsewhere.
    """

    words: str
    key: Key
    work: Callable[[], Any]
    opposite: Callable[[int | None], Any] | None = None
    opposite_of: Callable[[Any], Callable[[int | None], Any]] | None = None
    """The opposite of making a row whose code is known only afterwards."""


class UndoSteps:
    """A stack of steps and the version in which each row was left.

    A row that somebody else changed meanwhile has another version: the services refuse then, and nothing is lost.
    """

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._versions: dict[Key, int] = {}

    @property
    def words(self) -> str:
        """What Ctrl+Z would take back now, or nothing."""
        return self._steps[-1].words if self._steps else ""

    def did(self, change: Change, result: object) -> None:
        """`change` has been done; a new row names its code in `result`."""
        key = change.key
        if key[0] and not key[1]:
            key = (key[0], next((str(got) for name in _NAMES if (got := getattr(result, name, None))), ""))
        self.left(key, result)
        opposite = change.opposite
        if change.opposite_of is not None:
            opposite = change.opposite_of(result)
        if opposite is not None:
            self._steps.append(Step(change.words, key, opposite))

    def left(self, key: Key, result: object) -> None:
        """Remember the version that `result`, the row `key`, has now."""
        version = getattr(result, "version", None)
        if isinstance(version, int):
            self._versions[key] = version

    def put_back(self, step: Step) -> None:
        """`step` could not be done now, and may be tried again."""
        self._steps.append(step)

    def take(self) -> tuple[Step, int | None] | None:
        """The step to undo next, and the version to do it on."""
        if not self._steps:
            return None
        step = self._steps.pop()
        return step, self._versions.get(step.key)


def retire_made(retire: Callable[..., Any], actor: object, made: Any) -> Callable[[int | None], Any]:
    """The opposite of having made a row: retiring it."""
    return partial(retire, actor, made.code)
