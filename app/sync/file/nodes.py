"""Homes in a shared file: who they are, where they stand, and which counter codes are taken."""

from __future__ import annotations

import json
import sqlite3
import string
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, product

from app.domain.sharing import OperationKind, Ticket
from app.domain.sharing_errors import HomeRemoved, SharedSideRestored
from app.sync.file.documents import current, enter_own
from app.sync.file.shared_file import Meta

COUNTER = "counter"


@dataclass(frozen=True, slots=True)
class Node:
    """A home. `departments` are those whose visits it may hold; None: all."""

    home: str
    counter_code: str
    name: str
    public_key: bytes
    ticket: Ticket
    departments: frozenset[str] | None
    removed: bool
    renewed_from: str | None


def node_of(connection: sqlite3.Connection, home: str) -> Node | None:
    row = connection.execute(
        "SELECT home, counter_code, name, public_key, ticket_count, ticket_mark, departments, removed_on, renewed_from "
        "FROM node WHERE home = ?",
        (home,),
    ).fetchone()
    if row is None:
        return None
    departments = None if row[6] is None else frozenset(json.loads(row[6]))
    _, code, name, public_key, count_, mark, _, removed_on, renewed_from = row
    return Node(home, code, name, public_key, Ticket(count_, mark), departments, removed_on is not None, renewed_from)


def known_node(connection: sqlite3.Connection, meta: Meta, home: str, epoch: str, address: str) -> Node:
    """The home, if it may go on. Errors: `SharedSideRestored`, `HomeRemoved`."""
    node = node_of(connection, home)
    if epoch != meta.epoch or node is None:
        raise SharedSideRestored(address)
    if node.removed:
        raise HomeRemoved()
    return node


def set_ticket(connection: sqlite3.Connection, home: str, ticket: Ticket) -> None:
    connection.execute(
        "UPDATE node SET ticket_count = ?, ticket_mark = ? WHERE home = ?", (ticket.count, ticket.mark, home)
    )


def add_node(
    connection: sqlite3.Connection,
    home: str,
    code: str,
    name: str,
    public_key: bytes,
    now: str,
    departments: frozenset[str] | None = None,
    renewed_from: str | None = None,
) -> None:
    """A new home, which may hold visits of `departments` only (None: all)."""
    limit = None if departments is None else json.dumps(sorted(departments))
    connection.execute(
        "INSERT INTO node (home, counter_code, name, public_key, joined_at, renewed_from, departments) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (home, code, name, public_key, now, renewed_from, limit),
    )


def add_counter(connection: sqlite3.Connection, home: str, code: str, name: str, public_key: bytes, now: str) -> None:
    """The counter of a home as everybody sees it."""
    fields = {"name": name, "public_key": public_key.hex(), "home": home}
    enter_own(connection, OperationKind.CREATE, (COUNTER, code), fields, now)


def key_accepted(connection: sqlite3.Connection, node: Node, today: str) -> bool:
    """Whether everybody can read from the counter's document that slips of this home are good today."""
    counter = current(connection, (COUNTER, node.counter_code))
    if node.removed or counter is None or counter.fields.get("public_key") != node.public_key.hex():
        return False
    until = counter.fields.get("key_until")
    return until is None or str(until) >= today


def taken_codes(connection: sqlite3.Connection) -> set[str]:
    found = connection.execute(
        "SELECT row_id FROM doc WHERE entity = ? UNION SELECT counter_code FROM node", (COUNTER,)
    ).fetchall()
    return {code for (code,) in found}


def taken_names(connection: sqlite3.Connection) -> set[str]:
    """Names of counters and their codes, in lower case."""
    found = connection.execute(
        "SELECT fields ->> 'name' FROM doc WHERE entity = ? UNION SELECT name FROM node", (COUNTER,)
    ).fetchall()
    return {str(name).casefold() for (name,) in found if name} | {code.casefold() for code in taken_codes(connection)}


def free_counter_code(taken: set[str]) -> str:
    """The first of A to Z, then AA, AB and so on that is not taken."""
    return next(code for code in _codes() if code not in taken)


def _codes() -> Iterator[str]:
    for length in count(1):
        yield from map("".join, product(string.ascii_uppercase, repeat=length))
