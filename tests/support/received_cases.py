"""Cases received at the practice office: a fixture that receives one, and what is kept of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from app.bootstrap import Office
from app.config.paths import Home
from app.domain.actors import Actor
from app.domain.cases import Case, CaseKind, NewCase
from tests.support.offices import PASSWORD, stored

RESIDENT = "800101-1234567"
NAMED = {"name": "홍길동", "phone": "010-1234-5678", "address": "한빛구 은하로 1"}
Open = Callable[..., Case]


@pytest.fixture
def colleague(office: Office) -> Actor:
    return office.accounts.sign_in("clerk2", PASSWORD)


@pytest.fixture
def receive(office: Office, clerk: Actor) -> Open:
    """A case received by the clerk; a simple question unless something else is said."""

    def receive(kind: CaseKind = CaseKind.OTHER, title: str = "가로등이 꺼졌어요", **said: Any) -> Case:
        named = {} if kind in (CaseKind.OTHER, CaseKind.PRAISE) else NAMED
        return office.cases.open(clerk, NewCase(kind, title, **{"department_code": "D001", **named, **said}))

    return receive


def actions(home: Home, case_id: str) -> list[str]:
    """What the access log has of a case."""
    return [action for (action,) in stored(home, "SELECT action FROM audit WHERE row_id = ? ORDER BY n", [case_id])]


def operations(home: Home, entity: str) -> list[tuple[str, dict[str, Any]]]:
    """What the other counters are told, oldest first."""
    rows = stored(home, "SELECT kind, fields FROM outbox WHERE entity = ? ORDER BY n", [entity])
    return [(kind, json.loads(fields)) for kind, fields in rows]
