"""The one thread in which the pages' work at the store is done, so that the event loop never waits for the disk.

What came in while the disk was busy is done together, in one transaction: a durable write costs the same for one answer
as for ten. Nobody is answered before what was done for them is safely stored.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from app.db.survey_store import StoreTurn, SurveyStore, Work

MOST_TOGETHER = 32
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class _Waiting:
    work: Work[Any]
    made: asyncio.Future[Any]
    looks: bool


class StoreLane:
    """To be started and stopped on the event loop that it is used from."""

    def __init__(self, store: SurveyStore) -> None:
        self._store = store
        self._queue: queue.SimpleQueue[list[_Waiting] | None] = queue.SimpleQueue()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._arrived: list[_Waiting] = []
        self._thread = threading.Thread(target=self._run, name="survey-store", daemon=True)

    def start(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._thread.start()

    def stop(self) -> None:
        """End it after what is waiting already; blocks until then, and not on the event loop, which has to run."""
        assert self._loop is not None
        # By way of the loop, behind what it is to hand over first.
        self._loop.call_soon_threadsafe(self._queue.put, None)
        self._thread.join()

    async def do(self, work: Work[_Made]) -> _Made:
        """What `work` makes, once it is safely stored. Errors: its own, and those of the store.

        Whoever is gone before has it done all the same: it may be half done by then.
        """
        return await self._queued(work, looks=False)

    def seems_open(self, day: date, nonce: bytes) -> bool:
        """As `SurveyStore.seems_open`."""
        return self._store.seems_open(day, nonce)

    async def look(self, work: Work[_Made]) -> _Made:
        """What `work` finds, which changes nothing: it need not wait for what others have stored."""
        return await self._queued(work, looks=True)

    async def _queued(self, work: Work[_Made], *, looks: bool) -> _Made:
        loop = asyncio.get_running_loop()
        made: asyncio.Future[_Made] = loop.create_future()
        if not self._arrived:
            loop.call_soon(self._hand_over)
        self._arrived.append(_Waiting(work, made, looks))
        return await made

    def _hand_over(self) -> None:
        # After everything the loop had at hand: what comes with it is committed with it, and the loop would have kept
        # the interpreter from the store's thread until then anyway.
        arrived, self._arrived = self._arrived, []
        self._queue.put(arrived)

    def _run(self) -> None:
        ended = False
        while not ended:
            waiting: list[_Waiting] = []
            while not ended and (not waiting or (len(waiting) < MOST_TOGETHER and not self._queue.empty())):
                taken = self._queue.get()
                ended = taken is None
                waiting += taken or ()
            for start in range(0, len(waiting), MOST_TOGETHER):
                some = waiting[start : start + MOST_TOGETHER]
                self._do_together([one for one in some if one.looks], [one for one in some if not one.looks])

    def _do_together(self, lookers: Sequence[_Waiting], doers: Sequence[_Waiting]) -> None:
        def look_for_all(turn: StoreTurn) -> None:
            # Told at once: what they see is stored already, as nothing of this turn has been done yet.
            self._tell_soon(lookers, [one.work(turn) for one in lookers])

        works: list[Work[Any]] = [look_for_all] if lookers else []
        results = self._store.together([*works, *(one.work for one in doers)])
        if lookers and isinstance(failed := results.pop(0), Exception):
            self._tell_soon(lookers, [failed] * len(lookers))
        self._tell_soon(doers, results)

    def _tell_soon(self, waiting: Sequence[_Waiting], results: Sequence[Any]) -> None:
        assert self._loop is not None
        if waiting:
            self._loop.call_soon_threadsafe(_tell, [one.made for one in waiting], results)


def _tell(futures: Sequence[asyncio.Future[Any]], results: Sequence[Any]) -> None:
    for future, result in zip(futures, results, strict=True):
        if future.done():
            continue  # told before, or cancelled: the browser has gone away
        if isinstance(result, Exception):
            future.set_exception(result)
        else:
            future.set_result(result)
