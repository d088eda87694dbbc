"""What an invitation opens on PostgreSQL: the login that follows from the code redeems itself, once."""

from __future__ import annotations

from collections.abc import Callable

from app.crypto.invites import invite_login, new_password
from app.domain.sharing import InviteCode, Login, SharedAddress
from app.domain.sharing_errors import (
    CounterNameTaken,
    HomeRemoved,
    InviteUsed,
    SharedLoginRefused,
    SharedSideSilent,
    SharedSideUnreachable,
)
from app.sync.hub import Redeemed
from app.sync.postgres.connection import DeadlineConnection, Link
from app.sync.postgres.logins import set_password


class PostgresDoor:
    """`Door` on PostgreSQL."""

    def __init__(self, address: SharedAddress, deadline: float = 15.0) -> None:
        self._address = address
        self._deadline = deadline

    def redeem(self, code: InviteCode, home: str, name: str, public_key: bytes) -> Redeemed:
        """Enter the home and change the login's password in one transaction: either both have happened or none.

        The server tells a wrong password from an unknown login as little as a used code from one that never was:
        both are `InviteUsed`. If the program ends after the commit and before it has written the new password down,
        nobody knows that any more; the administrator removes the counter, which was never seen, and invites again.
        """
        first = invite_login(code)
        lasting = Login(first.user, new_password())

        def work(connection: DeadlineConnection) -> Redeemed:
            with connection.transaction():
                asked = "SELECT * FROM minwon.redeem(%s, %s, %s)"
                [(office, office_name, counter, epoch)] = connection.execute(asked, (home, name, public_key)).fetchall()
                set_password(connection, lasting)
                return Redeemed(office, office_name, counter, epoch, lasting)

        try:
            return self._with(first, work)
        except (SharedSideUnreachable, SharedSideSilent) as cut:
            # Cut while the answer was on its way: either nothing has happened, or the new password holds.
            try:
                return self._with(lasting, work)
            except SharedLoginRefused:
                raise cut from None
        except CounterNameTaken:
            raise CounterNameTaken(name) from None
        except (SharedLoginRefused, HomeRemoved):
            raise InviteUsed from None

    def close(self) -> None:
        """Nothing stays open between calls."""

    def _with(self, login: Login, work: Callable[[DeadlineConnection], Redeemed]) -> Redeemed:
        link = Link(self._address, login, self._deadline)
        try:
            return link.run(work)
        finally:
            link.close()
