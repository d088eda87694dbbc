"""The office's counters: the administrator adds, renames, retires and reinstates them."""

from __future__ import annotations

from app.crypto.signing import public_key
from app.db.home_keys import HomeKeys
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor
from app.domain.administration import NAME_LIMIT, CounterEntry, check_counter_code, required
from app.domain.errors import AlreadyThere, CounterInUse, RecordChanged
from app.domain.offices import CounterRecord
from app.services.clock import Clock
from app.services.trail import Trail


class CounterService:
    """`seen` is the version of the row that the change is meant for; None stands for whatever it is now.

    A counter added here gets this home's public key, so that slips given there from this home can be answered.
    """

    def __init__(self, database: Database, keys: HomeKeys, clock: Clock) -> None:
        self._database = database
        self._keys = keys
        self._clock = clock

    def list(self, actor: Actor) -> tuple[CounterEntry, ...]:
        """Retired ones too. Errors: `NotAllowed`."""
        actor.require(Action.CHANGE_SERVICES)
        with self._database.read() as work:
            work.people.require_active(actor)
            return work.lists.counters(work.offices.here().code)

    def add(self, actor: Actor, code: str, name: str) -> CounterEntry:
        """Errors: `NotAllowed`, `BadValue`, `AlreadyThere`."""
        actor.require(Action.CHANGE_SERVICES)
        code, name = check_counter_code(code), required("name", name, NAME_LIMIT)
        with self._database.write() as work:
            public = public_key(self._keys.seed(self._keys.key_in_force(work.offices.signing_key())))
            here, trail = self._begin(work, actor)
            if any(counter.code == code for counter in work.lists.counters(here)):
                raise AlreadyThere(code)
            work.offices.add_counter(CounterRecord(code, name), public)
            trail.operation("counter", code, "create", {"name": name, "public_key": public.hex(), "home": ""})
            trail.act("add_counter", "counter", code)
            return work.lists.counter(code, here)

    def rename(self, actor: Actor, code: str, name: str, seen: int | None = None) -> CounterEntry:
        """Errors: `NotAllowed`, `BadValue`, `UnknownCounter`, `RecordChanged`."""
        actor.require(Action.CHANGE_SERVICES)
        name = required("name", name, NAME_LIMIT)
        with self._database.write() as work:
            here, trail = self._begin(work, actor)
            entry = _seen(work.lists.counter(code, here), seen)
            if entry.name != name:
                work.lists.change_counter(code, entry.version, {"name": name})
                trail.operation("counter", code, "edit", {"name": name})
                trail.act("change_counter", "counter", code, {"changed": ["name"]})
            return work.lists.counter(code, here)

    def retire(self, actor: Actor, code: str, seen: int | None = None) -> CounterEntry:
        """Nobody is called there any more; its visits and their numbers stay.

        Errors: as renaming, and `CounterInUse` for the one this desk stands at, the home's own, and where visits are
        open.
        """
        return self._set(actor, code, seen, retired=True)

    def reinstate(self, actor: Actor, code: str, seen: int | None = None) -> CounterEntry:
        """Errors: as renaming."""
        return self._set(actor, code, seen, retired=False)

    def _set(self, actor: Actor, code: str, seen: int | None, *, retired: bool) -> CounterEntry:
        actor.require(Action.CHANGE_SERVICES)
        with self._database.write() as work:
            here, trail = self._begin(work, actor)
            entry = _seen(work.lists.counter(code, here), seen)
            if (entry.retired_at is not None) is retired:
                return entry
            in_use = entry.here or code == work.offices.home_counter() or work.lists.open_visits_at(code)
            if retired and in_use:
                raise CounterInUse(entry.name)
            at = self._clock() if retired else None
            work.lists.change_counter(code, entry.version, {"retired_at": at})
            fields = {"retired_at": at.isoformat() if at else None}
            trail.operation("counter", code, "edit", fields)
            trail.act("retire_counter" if retired else "reinstate_counter", "counter", code)
            return work.lists.counter(code, here)

    def _begin(self, work: UnitOfWork, actor: Actor) -> tuple[str, Trail]:
        work.people.require_active(actor)
        here = work.offices.here().code
        return here, Trail(work, actor, here, self._clock())


def _seen(entry: CounterEntry, seen: int | None) -> CounterEntry:
    if seen is not None and seen != entry.version:
        raise RecordChanged(entry.code)
    return entry
