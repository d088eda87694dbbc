"""Addresses of receipt printers, as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import BadValue
from app.domain.printer_addresses import Connection, is_printer_address, parse_printer_address


@pytest.mark.parametrize(
    ("typed", "connection", "place", "numbers"),
    [
        ("tcp:192.168.0.50:9100", Connection.TCP, "192.168.0.50", (9100,)),
        ("tcp:192.168.0.50", Connection.TCP, "192.168.0.50", (9100,)),
        (" TCP:printer-2.hanbit.go.kr:515 ", Connection.TCP, "printer-2.hanbit.go.kr", (515,)),
        ("usb:04b8:0E15", Connection.USB, "", (0x04B8, 0x0E15)),
        ("serial:/dev/ttyUSB0", Connection.SERIAL, "/dev/ttyUSB0", (9600,)),
        ("serial:/dev/ttyS1:115200", Connection.SERIAL, "/dev/ttyS1", (115200,)),
        ("serial:COM3", Connection.SERIAL, "COM3", (9600,)),
        ("serial:COM12:38400", Connection.SERIAL, "COM12", (38400,)),
        ("file:/dev/usb/lp0", Connection.FILE, "/dev/usb/lp0", ()),
        ("file:C:\\영수증\\slip one.bin", Connection.FILE, "C:\\영수증\\slip one.bin", ()),
    ],
)
def test_what_can_be_typed(typed: str, connection: Connection, place: str, numbers: tuple[int, ...]) -> None:
    address = parse_printer_address(typed)
    assert (address.connection, address.place, address.numbers) == (connection, place, numbers)
    assert address.typed == typed.strip()
    assert is_printer_address(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "tcp:",
        "tcp::9100",
        "tcp:host:",
        "tcp:host:0",
        "tcp:host:65536",
        "tcp:host:9100:1",
        "tcp:300.1.1.1:9100",
        "tcp:192.168.0:9100",
        "tcp:192.168.0.50:９１００",
        "tcp:-host:9100",
        "tcp:ho st:9100",
        "tcp:" + "x" * 64,
        "usb:",
        "usb:04b8",
        "usb:4b8:e15",
        "usb:04b8:0e1g",
        "serial:",
        "serial:COM3:1",
        "serial:COM3:fast",
        "file:",
        "file: ",
        "file:/tmp/a\0b",
        "file:/tmp/a\nb",
        "http://printer",
        "EPSON TM-T88",
        "files",
    ],
)
def test_what_cannot(typed: str) -> None:
    with pytest.raises(BadValue) as refused:
        parse_printer_address(typed)
    assert refused.value.field == "printer"


@pytest.mark.parametrize("name", ["", "files", "창구 프린터", "EPSON TM-T88", "tcp", "Serial printer"])
def test_the_systems_printers_are_not_addresses(name: str) -> None:
    assert not is_printer_address(name)


@given(st.text(max_size=40), st.sampled_from(Connection))
def test_nothing_typed_is_a_bug(rest: str, connection: Connection) -> None:
    try:
        found = parse_printer_address(f"{connection.value}:{rest}")
    except BadValue:
        return
    assert found.connection is connection
