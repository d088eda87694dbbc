"""Something between counters and their server that does everything a network can do to a message."""

from __future__ import annotations

import asyncio
import random
import socket
import struct
import threading
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, fields
from types import TracebackType

_PIECE = 16_384
_LOOK_AGAIN = 0.02


@dataclass(frozen=True)
class Weather:
    """What happens to messages. `latency` is in seconds, half to one and a half of it each; `bandwidth` in bytes a
    second, 0 for as fast as it goes. `cut`, `torn` and `lost_reply` are chances for each piece of a message.

    `refuse`: no new connection. `black_hole`: everything is taken and nothing comes out. `half_open`: the server's end
    of each connection is gone, and nobody tells the counter.
    """

    latency: float = 0.0
    bandwidth: int = 0
    cut: float = 0.0
    torn: float = 0.0
    lost_reply: float = 0.0
    refuse: bool = False
    black_hole: bool = False
    half_open: bool = False

    @property
    def name(self) -> str:
        """What is not as it is in fair weather."""
        fair = Weather()
        worse = [f.name for f in fields(self) if getattr(self, f.name) != getattr(fair, f.name)]
        return " ".join(worse) or "fair"

    @property
    def dead(self) -> bool:
        return self.refuse or self.black_hole or self.half_open


class FaultProxy:
    """Stands before `port` of this machine while it is entered; `weather` may be changed at any time."""

    def __init__(self, port: int, seed: int) -> None:
        self.weather = Weather()
        self.met: Counter[str] = Counter()
        self.port = 0
        self._to = port
        self._chance = random.Random(seed)
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._ended = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> FaultProxy:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join()

    def cut_all(self) -> None:
        """Every connection there is ends at once."""
        self.met["cut all"] += 1
        self._loop.call_soon_threadsafe(lambda: [task.cancel() for task in self._tasks])

    # --- in the thread ---

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._let_in, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._ended.wait()
        server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await server.wait_closed()

    async def _let_in(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._carry(reader, writer)
        except asyncio.CancelledError:
            pass
        finally:
            self._tasks.discard(task)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ends = [writer]
        try:
            if self.weather.refuse:
                self.met["refused"] += 1
                return
            with suppress(OSError):
                server_reader, server_writer = await asyncio.open_connection("127.0.0.1", self._to)
                ends.append(server_writer)
                there = asyncio.create_task(self._pass_on(reader, server_writer, reply=False))
                back = asyncio.create_task(self._pass_on(server_reader, writer, reply=True))
                try:
                    await asyncio.wait((there, back), return_when=asyncio.FIRST_COMPLETED)
                    while self.weather.half_open:
                        server_writer.transport.abort()
                        self.met["half open"] += 1
                        await asyncio.sleep(1)
                finally:
                    for task in (there, back):
                        task.cancel()
                    await asyncio.gather(there, back, return_exceptions=True)
        finally:
            for end in ends:
                _reset(end)

    async def _pass_on(self, source: asyncio.StreamReader, target: asyncio.StreamWriter, *, reply: bool) -> None:
        with suppress(OSError):
            while piece := await source.read(_PIECE):
                weather = self.weather
                if weather.latency:
                    await asyncio.sleep(weather.latency * (0.5 + self._chance.random()))
                if weather.bandwidth:
                    await asyncio.sleep(len(piece) / weather.bandwidth)
                while self.weather.black_hole:
                    self.met["black hole"] += 1
                    await asyncio.sleep(_LOOK_AGAIN)
                if self.weather.half_open or self._happens("cut", weather.cut):
                    return
                if reply and self._happens("lost reply", weather.lost_reply):
                    return
                if self._happens("torn", weather.torn):
                    target.write(piece[: self._chance.randrange(len(piece))])
                    await target.drain()
                    return
                target.write(piece)
                await target.drain()

    def _happens(self, what: str, chance: float) -> bool:
        happens = self._chance.random() < chance
        self.met[what] += happens
        return happens


def _reset(writer: asyncio.StreamWriter) -> None:
    """As when a cable is pulled out: no polite end."""
    end = writer.get_extra_info("socket")
    with suppress(OSError):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
