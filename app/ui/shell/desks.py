"""The desks of this window: one is open, others wait for their owners with everything that was begun on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.config.settings import DeskSettings
from app.ui.away.curtain import Curtain
from app.ui.shared.session import SignedIn
from app.ui.shared.unfinished import Unfinished
from app.ui.shell.view import ShellView

KEPT_AT_MOST = 6


@dataclass
class Desk:
    """Somebody's screens at this window. `dressed` are the settings they were made with."""

    signed_in: SignedIn
    shell: ShellView
    dressed: DeskSettings
    curtain: Curtain | None = None

    @property
    def login(self) -> str:
        return self.signed_in.actor.login

    @property
    def name(self) -> str:
        return self.signed_in.actor.name

    def has_role(self) -> bool:
        """Whether its screens are those of the role its owner has now. The services refuse any other role's."""
        return self.shell.session.actor.role is self.signed_in.actor.role

    def fits(self, settings: DeskSettings) -> bool:
        """Whether words, widths, the owner's name and the counter are those of today; colours change in place."""
        made_for = self.shell.session.signed_in
        dressed = (self.dressed.language, self.dressed.text_size, made_for.actor, made_for.counter)
        return dressed == (settings.language, settings.text_size, self.signed_in.actor, self.signed_in.counter)


class KeptDesks:
    """Desks whose owners gave the window to somebody else, the longest away first."""

    def __init__(self) -> None:
        self._kept: dict[str, Desk] = {}

    def __iter__(self) -> Iterator[Desk]:
        return iter(self._kept.values())

    def unfinished(self) -> dict[str, Unfinished]:
        """What is kept for whom, by login; those for whom nothing is kept are left out."""
        return {login: begun for login, desk in self._kept.items() if (begun := desk.shell.unfinished())}

    def has_room_for(self, desk: Desk) -> bool:
        """Whether `desk` could be put aside without throwing away what somebody has begun."""
        return not desk.shell.unfinished() or len(self.unfinished()) < KEPT_AT_MOST

    def put(self, desk: Desk) -> None:
        """Keep `desk`. Where there are too many, the one longest away with nothing begun on it goes."""
        self._kept[desk.login] = desk
        for login in [login for login, kept in self._kept.items() if not kept.shell.unfinished()]:
            if len(self._kept) > KEPT_AT_MOST:
                self._drop(login)

    def take(self, login: str) -> Desk | None:
        """The desk of whoever has come back, if one is kept."""
        return self._kept.pop(login, None)

    def _drop(self, login: str) -> None:
        self._kept.pop(login).shell.deleteLater()
