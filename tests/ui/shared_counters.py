"""Two counters of one office over a real shared file: the window stands at one, the other is worked at directly."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.bootstrap import Office, join_home, open_office
from app.config.paths import Home
from app.domain.actors import Actor
from app.domain.sharing import SharedAddress, SharedKind
from tests.support.offices import PASSWORD, SetClock


@dataclass
class Shared:
    """`folder` holds the shared file; `other` is the second counter's home, open."""

    folder: Path
    address: SharedAddress
    other: Office

    def cut(self) -> None:
        """Nobody reaches the share any more."""
        self.folder.rename(self.folder.with_name("cut off"))

    def heal(self) -> None:
        self.folder.with_name("cut off").rename(self.folder)

    def actor(self, login: str) -> Actor:
        """Somebody signed in at the second counter."""
        return self.other.accounts.sign_in(login, PASSWORD)


def share(office: Office, folder: Path) -> SharedAddress:
    """Let `office` be shared through a file in `folder`."""
    folder.mkdir()
    address = SharedAddress(SharedKind.FILE, path=str(folder / "office.db"))
    office.sharing.begin(office.accounts.sign_in("admin", PASSWORD), address, None)
    office.sharing.exchange()
    return address


@pytest.fixture
def shared(office: Office, clock: SetClock, tmp_path: Path) -> Iterator[Shared]:
    """The office's home and a second one, in step. The clock stands where the shared file's own clock is."""
    clock.at = datetime.now(UTC)
    folder = tmp_path / "share"
    address = share(office, folder)
    code = office.sharing.invite(office.accounts.sign_in("admin", PASSWORD)).code
    home = Home(tmp_path / "second")
    join_home(home, address, code, "새 창구", clock)
    office.sharing.exchange()
    with closing(open_office(home, clock)) as other:
        yield Shared(folder, address, other)
