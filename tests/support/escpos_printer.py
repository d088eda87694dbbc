"""A receipt printer: reads the bytes of ESC/POS one by one, burns what they say on a strip, and answers as told."""

from __future__ import annotations

import os
import socket
import threading
import time
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from PIL import Image

FINE = 0b0001_0010
OFFLINE = FINE | 0b0000_1000
COVER = FINE | 0b0000_0100
STOPPED_FOR_PAPER = FINE | 0b0010_0000
ERROR = FINE | 0b0100_0000
PAPER_END = FINE | 0b0110_1100
NEAR_END = FINE | 0b0000_1100
LINE = 30


class Manner(Enum):
    """How the printer behaves towards whoever asks or sends."""

    ANSWERS = "answers"
    SILENT = "silent"
    GARBAGE = "garbage"
    READS_NOTHING = "reads nothing"
    HANGS_UP = "hangs up"
    FALLS_SILENT = "falls silent"


class _Gone(Exception):
    pass


@dataclass
class EscposPrinter:
    """The head is `dots` wide. `rows_left` is the paper, in rows; `after_rows` is where a manner begins to show."""

    dots: int = 576
    manner: Manner = Manner.ANSWERS
    rows_left: int = 1_000_000
    after_rows: int = 0
    knows_in_turn: bool = True
    answering: bool = True
    cover_open: bool = False
    stopped: bool = False
    broken: bool = False
    near_end: bool = False
    first_dot_at: float = 0.0
    bands: int = 0
    cuts: list[int] = field(default_factory=list)
    asked: list[int] = field(default_factory=list)
    unknown: list[bytes] = field(default_factory=list)
    _rows: list[bytes] = field(default_factory=list)

    # --- what came out ---

    @property
    def rows(self) -> int:
        return len(self._rows)

    def paper(self) -> Image.Image:
        """The strip, one pixel a dot."""
        width = (self.dots + 7) // 8 * 8
        strip = Image.frombytes("1", (width, len(self._rows)), b"".join(self._rows), "raw", "1;I")
        return strip.crop((0, 0, self.dots, len(self._rows))).convert("L")

    def slips(self) -> list[Image.Image]:
        """The strip in the pieces it was cut into."""
        edges = [0, *self.cuts]
        return [self.paper().crop((0, top, self.dots, end)) for top, end in pairwise(edges)]

    # --- the machine ---

    def work(self, take: Callable[[int], bytes], give: Callable[[bytes], object]) -> None:
        """Obey the bytes that `take` gives, until there are no more."""
        try:
            while True:
                self._command(take, give)
        except _Gone:
            return

    def _command(self, take: Callable[[int], bytes], give: Callable[[bytes], object]) -> None:
        match take(1):
            case b"\x10":
                self._at_once(take, give)
            case b"\x1b":
                self._escape(take)
            case b"\x1d":
                self._group(take, give)
            case b"\n":
                self._feed(LINE)
            case other:
                self.unknown.append(other)

    def _at_once(self, take: Callable[[int], bytes], give: Callable[[bytes], object]) -> None:
        command = take(2)
        if command[:1] != b"\x04":
            self.unknown.append(b"\x10" + command)
            return
        question = command[1]
        self.asked.append(question)
        if self._answers():
            give(bytes([self._state(question)]) if self.manner is not Manner.GARBAGE else b"\xff\x00?")

    def _state(self, question: int) -> int:
        out = self.rows_left <= 0
        match question:
            case 1:
                return OFFLINE if out or self.cover_open or self.stopped or self.broken else FINE
            case 2:
                answer = COVER if self.cover_open else FINE
                return answer | (STOPPED_FOR_PAPER if out else 0) | (ERROR if self.broken else 0)
            case 4:
                return PAPER_END if out else NEAR_END if self.near_end else FINE
        return FINE

    def _answers(self) -> bool:
        fallen = self.manner is Manner.FALLS_SILENT and self.rows >= self.after_rows
        return self.answering and self.manner not in (Manner.SILENT, Manner.READS_NOTHING) and not fallen

    def _escape(self, take: Callable[[int], bytes]) -> None:
        match take(1):
            case b"@":
                return
            case b"d":
                self._feed(take(1)[0] * LINE)
            case b"J":
                self._feed(take(1)[0])
            case b"3" | b"a":
                take(1)
            case b"2":
                return
            case other:
                self.unknown.append(b"\x1b" + other)

    def _group(self, take: Callable[[int], bytes], give: Callable[[bytes], object]) -> None:
        match take(1):
            case b"v":
                self._raster(take)
            case b"V":
                if take(1)[0] >= 65:
                    take(1)
                if self.rows_left > 0:
                    self.cuts.append(self.rows)
            case b"r":
                kind = take(1)
                # In its turn: a printer without paper does not get to it.
                if self.knows_in_turn and self.rows_left > 0 and self._answers():
                    give(b"\x03" if self.near_end and kind == b"\x01" else b"\x00")
            case other:
                self.unknown.append(b"\x1d" + other)

    def _raster(self, take: Callable[[int], bytes]) -> None:
        head = take(6)
        assert head[:2] == b"0\0", "GS v 0, every dot once"
        width, height = int.from_bytes(head[2:4], "little"), int.from_bytes(head[4:6], "little")
        assert width * 8 <= (self.dots + 7) // 8 * 8, "wider than the head"
        self.first_dot_at = self.first_dot_at or time.perf_counter()
        self.bands += 1
        for _ in range(height):
            self._burn(take(width))
            if self.manner is Manner.HANGS_UP and self.rows >= self.after_rows:
                raise _Gone

    def _feed(self, rows: int) -> None:
        for _ in range(rows):
            self._burn(b"")

    def _burn(self, row: bytes) -> None:
        if self.rows_left > 0:
            self.rows_left -= 1
            self._rows.append(row.ljust((self.dots + 7) // 8, b"\0"))


@contextmanager
def listening(printer: EscposPrinter) -> Iterator[str]:
    """`printer` on a loopback port, one job after the other; its address."""
    server = socket.socket()
    # A printer has little memory: what it does not read stays with whoever sends.
    server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    server.bind(("127.0.0.1", 0))
    server.listen()
    ended = threading.Event()
    thread = threading.Thread(target=_serve, args=(printer, server, ended), name="escpos printer")
    thread.start()
    try:
        yield f"tcp:127.0.0.1:{server.getsockname()[1]}"
    finally:
        ended.set()
        server.shutdown(socket.SHUT_RDWR)
        thread.join()
        server.close()


def _serve(printer: EscposPrinter, server: socket.socket, ended: threading.Event) -> None:
    while not ended.is_set():
        try:
            connection, _ = server.accept()
        except OSError:
            return
        with connection:
            if printer.manner is Manner.READS_NOTHING:
                ended.wait()
                return
            printer.work(_exactly(connection.recv), connection.sendall)


@contextmanager
def on_a_cable(printer: EscposPrinter) -> Iterator[str]:
    """`printer` behind a serial port; its address."""
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    thread = threading.Thread(
        target=printer.work, args=(_exactly(lambda size: os.read(ours, size)), lambda said: os.write(ours, said))
    )
    thread.start()
    try:
        yield f"serial:{os.ttyname(theirs)}:115200"
    finally:
        # The last end of the cable that is open; without it reading ends.
        os.close(theirs)
        thread.join()
        os.close(ours)


def _exactly(read: Callable[[int], bytes]) -> Callable[[int], bytes]:
    def take(size: int) -> bytes:
        found = b""
        while len(found) < size:
            try:
                more = read(size - len(found))
            except OSError as error:
                raise _Gone from error
            if not more:
                raise _Gone
            found += more
        return found

    return take


def from_bytes(sent: bytes, dots: int = 576) -> EscposPrinter:
    """The printer that got `sent` over a line it cannot answer on."""
    printer, left = EscposPrinter(dots, Manner.SILENT), memoryview(sent)

    def read(size: int) -> bytes:
        nonlocal left
        found, left = bytes(left[:size]), left[size:]
        return found

    printer.work(_exactly(read), lambda _: None)
    return printer
