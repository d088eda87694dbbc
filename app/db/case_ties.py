"""What has been done with a case beside its steps, and which other records speak of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import Connection, exists, select

from app.db.record_rows import pieces
from app.models.tables import attachment, audit, case_file, improvement, precedent, re_review


class CaseTies:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def numbers(self, ids: Iterable[str]) -> dict[str, tuple[str, bool]]:
        """Of those of `ids` that are here, the number, and whether it is the audit officer's."""
        columns = (case_file.c.id, case_file.c.number, case_file.c.to_auditor)
        found: dict[str, tuple[str, bool]] = {}
        for piece in pieces(set(ids)):
            rows = self._connection.execute(select(*columns).where(case_file.c.id.in_(piece)))
            found.update((row.id, (row.number, bool(row.to_auditor))) for row in rows)
        return found

    def attached(self, case_id: str) -> bool:
        """Whether anything is or was attached to it."""
        return self._is_there(exists().where(attachment.c.case_id == case_id))

    def linked(self, case_id: str) -> bool:
        """Whether an improvement task, a second look or a precedent speaks of it."""
        return (
            self._is_there(exists().where(re_review.c.case_id == case_id))
            or self._is_there(exists().where(precedent.c.case_id == case_id))
            or self._is_there(exists().where(improvement.c.links.contains(case_id, autoescape=True)))
        )

    def printed(self, case_id: str, since: datetime) -> bool:
        """Whether a letter of it was printed on this PC; `since` is when it was received.

        The access log has no index and years of rows, so it is read backwards and no further than it can matter.
        """
        return any(row_id == case_id for row_id in self._printed(since))

    def _printed(self, since: datetime) -> Iterator[str]:
        columns = (audit.c.at, audit.c.action, audit.c.row_id)
        newest = select(*columns).order_by(audit.c.n.desc()).execution_options(yield_per=500)
        with self._connection.execute(newest) as rows:
            for row in rows:
                if row.at < since:
                    return
                if row.action == "print_letter":
                    yield row.row_id

    def _is_there(self, asked: object) -> bool:
        return bool(self._connection.scalar(select(asked)))  # type: ignore[call-overload]
