"""One change, written with its operation and its audit row in the same transaction (design law 2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from app.db.unit_of_work import UnitOfWork
from app.domain.actors import Actor


class Trail:
    """Leaves the trail of what `actor` does at `counter_code` at the moment `at`, inside `work`."""

    def __init__(self, work: UnitOfWork, actor: Actor, counter_code: str, at: datetime) -> None:
        self._work = work
        self._actor = actor
        self._counter_code = counter_code
        self._at = at

    def operation(
        self,
        entity: str,
        row_id: str,
        kind: str,
        fields: Mapping[str, object],
        *,
        personal: Mapping[str, str] | None = None,
        about: str = "",
    ) -> None:
        """An operation for the shared side; `kind` is create, edit or erase.

        `about` is the visit it belongs to, where the fields do not say so.
        """
        self._work.outbox.write(
            at=self._at,
            entity=entity,
            row_id=row_id,
            kind=kind,
            by=self._actor.login,
            fields=fields,
            personal=personal,
            about=about,
        )

    def act(self, action: str, entity: str, row_id: str, detail: Mapping[str, object] | None = None) -> None:
        """A row of the access log."""
        self._work.audit.write(
            at=self._at,
            login=self._actor.login,
            role=self._actor.role.value,
            counter_code=self._counter_code,
            action=action,
            entity=entity,
            row_id=row_id,
            detail=detail,
        )
