"""An empty folder becomes a counter of an office that has a shared side (design §4)."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from app.config.paths import Home
from app.crypto.invites import read_invite
from app.crypto.signing import public_key
from app.db.home_keys import make_home_keys
from app.db.opening import create_database
from app.db.schema_version import HEAD
from app.db.unit_of_work import Database
from app.domain.administration import NAME_LIMIT, required
from app.domain.errors import AppError
from app.domain.sharing import SharedAddress
from app.sync.hub import Door
from app.sync.hubs import open_door, open_hub
from app.sync.sharing import OpenHub, Sharing, SharingParts


def fill_joined_home(
    home: Home,
    address: SharedAddress,
    code: str,
    name: str,
    clock: Callable[[], datetime],
    release: str,
    *,
    door: Callable[[SharedAddress], Door] = open_door,
    hub: OpenHub = open_hub,
) -> str:
    """Fill the new folder `home` as the counter `name`, with everything it is to hold; the counter's code.

    What the code opens is opened once: whatever fails afterwards needs a new code. The login it gives is this home's
    own; a login in the address someone typed is never used. Errors: `InviteUnusable`, `InviteUsed`, `InviteExpired`,
    `CounterNameTaken`, those of `required` for the name, the `SharedSide…` family, `PasswordStoreUnavailable`.
    """
    invite = read_invite(code)
    name = required("counter", name, NAME_LIMIT)
    keys = make_home_keys(home.keys)
    home_id = str(uuid.uuid4())
    opened = door(address)
    try:
        place = opened.redeem(invite, home_id, name, public_key(keys.slip_seed))
    finally:
        opened.close()
    database = Database(create_database(home.database), home.database)
    try:
        with database.write() as work:
            work.offices.add_home(home_id, place.counter_code, sample=False)
            user = place.login.user if place.login else ""
            work.shared.attach(place.office, address, user, place.epoch, HEAD, clock(), joined=True)
        parts = SharingParts(database, home, clock, release, open_hub=hub)
        passwords = parts.passwords(home.keys, place.office)
        if place.login is not None:
            passwords.put(place.login.user, place.login.password)
        try:
            _catch_up(parts)
        except BaseException:
            if place.login is not None:
                with suppress(AppError):
                    passwords.forget(place.login.user)  # the folder goes; the store would keep it
            raise
        (home.root / "sync.lock").unlink(missing_ok=True)
    finally:
        database.close()
    return place.counter_code


def _catch_up(parts: SharingParts) -> None:
    sharing = Sharing(parts)
    try:
        sharing.exchange()
    finally:
        sharing.close()
