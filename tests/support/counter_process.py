"""A counter as a process of its own: somebody works at it all the time, and it exchanges all the time.

Every line it writes to its file tells of one visit that a clerk was told was saved, when, and how long that took.
"""

from __future__ import annotations

import json
import os
import random
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TextIO

from app.bootstrap import Office, open_office
from app.config.paths import Home
from app.domain.actors import Actor, Role
from app.domain.administration import ServiceForm
from app.domain.errors import AppError
from app.domain.visits import NewVisit

_CLERK = Actor("clerk1", "", Role.CLERK)
_ADMIN = Actor("admin", "", Role.ADMIN)
_SERVICES = ("SEAL", "MOVEIN", "PASSPORT")


def _work(office: Office, told: TextIO, chance: random.Random, ended: threading.Event) -> None:
    known: list[str] = []
    while not ended.wait(chance.uniform(0.005, 0.06)):
        with suppress(AppError):
            what = chance.random()
            if what < 0.45 or not known:
                known = [*known[-30:], _save(office, told, chance)]
            elif what < 0.85:
                _step(office, chance, _pick(office, known, chance))
            elif what < 0.92:
                services = tuple(chance.sample(_SERVICES, 2))
                office.corrections.correct_services(_CLERK, _pick(office, known, chance), services, "바꿈")
            elif what < 0.96:
                service = next(s for s in office.admin.catalogue.services(_ADMIN) if s.code == "SEAL")
                form = ServiceForm(f"인감 {chance.randrange(5)}", service.department_code, service.area, service.key)
                office.admin.catalogue.edit_service(_ADMIN, "SEAL", form)
            else:
                office.offices.change(_ADMIN, undo_seconds=chance.randrange(10, 60))


def _save(office: Office, told: TextIO, chance: random.Random) -> str:
    began = time.monotonic()
    new = NewVisit(chance.choice(_SERVICES), note="메모" if chance.random() < 0.5 else "")
    made = (office.visits.register if chance.random() < 0.7 else office.visits.admit)(_CLERK, new)
    said = {"visit_id": made.visit.id, "at": time.time(), "seconds": time.monotonic() - began}
    told.write(json.dumps(said) + "\n")
    told.flush()
    return made.visit.id


def _pick(office: Office, known: list[str], chance: random.Random) -> str:
    """One of this counter's visits, or of somebody else's who waits."""
    waiting = [visit.id for visit in office.reception.queue(_CLERK)[:10]] if chance.random() < 0.5 else []
    return chance.choice(waiting or known)


def _step(office: Office, chance: random.Random, visit_id: str) -> None:
    codes = [counter.code for counter in office.offices.counters(_CLERK)]
    steps: list[Callable[[], object]] = [
        lambda: office.reception.call(_CLERK, visit_id),
        lambda: office.reception.start(_CLERK, visit_id),
        lambda: office.reception.leave(_CLERK, visit_id),
        lambda: office.visits.finish(_CLERK, visit_id),
        lambda: office.visits.undo(_CLERK, visit_id),
        lambda: office.reception.hand_over(_CLERK, visit_id, chance.choice(codes), "그쪽으로"),
    ]
    chance.choice(steps)()


def _exchange(office: Office, chance: random.Random, ended: threading.Event) -> None:
    while not ended.wait(chance.uniform(0.01, 0.15)):
        with suppress(AppError):
            office.sharing.exchange()


def main(root: Path, told: Path, seed: int, ahead: float) -> None:
    office = open_office(Home(root), lambda: datetime.now(UTC) + timedelta(seconds=ahead))
    ended = threading.Event()
    exchanging = threading.Thread(target=_exchange, args=(office, random.Random(seed + 1), ended))
    with told.open("a") as file:
        working = threading.Thread(target=_work, args=(office, file, random.Random(seed), ended))
        exchanging.start()
        working.start()
        sys.stdin.read()  # ends when whoever started this does not want it any more
        ended.set()
        working.join()
    os._exit(0)  # an exchange may be waiting for an answer that never comes


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))
