"""The shared side on PostgreSQL as the survey server sees it: four functions, and nothing can be read back."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from datetime import date
from typing import Any, LiteralString

import psycopg

from app.domain.shared_survey import SurveyAnswer, SurveyComment, SurveyKey, SurveyKeys
from app.domain.sharing import Login, SharedAddress
from app.sync.postgres.connection import DeadlineConnection, Link

_BATCH = 500


class PostgresSurvey:
    """`SurveyHub` on PostgreSQL, with a login that is a member of minwon_survey."""

    def __init__(self, address: SharedAddress, login: Login, deadline: float = 15.0) -> None:
        self._link = Link(address, login, deadline)

    def submit_answers(self, answers: Sequence[SurveyAnswer]) -> None:
        for first in range(0, len(answers), _BATCH):
            batch = json.dumps([_told(answer) for answer in answers[first : first + _BATCH]], ensure_ascii=False)
            self._call("SELECT minwon.survey_submit(%s)", batch)

    def publish_comments(self, comments: Sequence[SurveyComment]) -> bool:
        return all(self._published(comments[first : first + _BATCH]) for first in range(0, len(comments), _BATCH))

    def _published(self, comments: Sequence[SurveyComment]) -> bool:
        batch = json.dumps([_comment(comment) for comment in comments])

        def work(connection: DeadlineConnection) -> bool:
            try:
                connection.execute("SELECT minwon.survey_cards(%s)", (batch,))
            except psycopg.errors.UndefinedFunction:
                return False
            return True

        return self._link.run(work)

    def survey_keys(self) -> SurveyKeys:
        [(told,)] = self._call("SELECT minwon.survey_keys()")
        return SurveyKeys(
            office=told["office"],
            host=told["host"],
            phones=tuple(told["phones"]),
            departments={int(number): name for number, name in told["departments"].items()},
            slip_days=told["slip_days"],
            timezone=told["timezone"],
            counters=tuple(
                SurveyKey(
                    bytes.fromhex(key["key_id"]),
                    bytes.fromhex(key["public"]),
                    None if key["until"] is None else date.fromisoformat(key["until"]),
                )
                for key in told["counters"]
            ),
            audit_public=None if told["audit_public"] is None else bytes.fromhex(told["audit_public"]),
        )

    def publish_figures(self, day: date, tallies: str) -> None:
        self._call("SELECT minwon.survey_publish(%s, %s)", day, tallies)

    def close(self) -> None:
        self._link.close()

    def _call(self, statement: LiteralString, *values: object) -> list[tuple[Any, ...]]:
        return self._link.run(lambda connection: connection.execute(statement, values).fetchall())


def _told(answer: SurveyAnswer) -> dict[str, object]:
    return {
        "id": answer.id,
        "day": answer.day.isoformat(),
        "department": answer.department,
        "area": answer.area,
        "language": answer.language,
        "body": json.loads(answer.body),
        "envelope": base64.b64encode(answer.envelope).decode("ascii"),
    }


def _comment(comment: SurveyComment) -> dict[str, object]:
    return {
        "id": comment.id,
        "day": comment.day.isoformat(),
        "department": comment.department,
        "side": comment.side,
        "text": comment.text,
        "key": comment.key.hex(),
    }
