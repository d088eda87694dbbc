"""What becomes of operations: the rules of the shared side, over documents that were read before (design section 4).

Nothing here reads or writes: `Merging` is given what the operations touch, and says what is to be written.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from app.domain.sharing import Operation, OperationKind, Outcome, Refusal, Result
from app.sync.file.storable import all_storable, storable

FIELDS_LIMIT = 64 * 1024
"""Bytes of `Operation.fields`."""

VISIT = "visit"
CASE = "case_file"
ROOTS = frozenset({VISIT, CASE})
"""What has a department and a day; what belongs to one goes where it goes."""

NEVER = "9999-12-31"
"""The day of a case that has not ended."""

CONFLICT = "conflict"
SURVEY = "survey"
"""What the survey server is called in the ledger."""
SYSTEM = "system"
"""What the shared side itself is called in the ledger."""
_NOT_FOR_COUNTERS = frozenset({"sealed", "survey_answer", "survey_day"})
OF_A_CASE = frozenset({"case_step", "attachment"})
_ERASED_BY_COUNTERS = frozenset({"visit", "visit_step", "guidance", CASE, *OF_A_CASE, "card", "incident", "re_review"})
"""Whose words have a time; a stolen login must not make people or departments unreadable."""

_SAID_AT_ENTERING = frozenset({"public_key", "home", "key_until"})
"""Of a counter: whose slips are believed, and until when, no counter says of another one, nor of itself afterwards."""
_ENTITY_LIMIT = 64
_ROW_LIMIT = 256
_RANKS = {"counter": 0, "department": 0, "person": 0, "office_setting": 0, "service": 1, "audit_key": 1}
_RANKS |= {VISIT: 2, "visit_step": 3, "slip": 3}
_RANKS |= {"task": 0, "holiday": 0, "decisive_question": 1, "life_event": 1, "phrase_ruling": 1, "guidance": 2}
_RANKS |= {"improvement": 0, "improvement_review": 1, "card": 1, "precedent": 1}
_RANKS |= {CASE: 2, "incident": 2, "re_review": 2, "case_step": 3, "attachment": 3}
_RANK_OF_UNKNOWN = 9

RecordName = tuple[str, str]
"""Entity and row id."""

Stamp = tuple[int, str, str, str]
"""Who set a field last: the version that did, the home, the login, and the shared side's time (ISO)."""

Verdict = tuple[Result, int, str]
"""What became of an operation, the version of its record after it, and why it was refused ("": it was not)."""

# Made once, like `_decoded`: making one takes longer than using it.
_NUMBER_WRITTEN = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(slots=True)
class Kept:
    """A document as the shared side keeps it. `stamps` are of fields set after it was made; `made` is of all others.

    `parent` is the visit or case it belongs to; `day`, `department` and `holder` (a home) decide who may hold it.
    `number` is a visit's: no two may have the same.
    """

    place: int
    entity: str
    row_id: str
    version: int
    home: str
    made: Stamp
    erased: bool
    fields: dict[str, Any]
    holder: str
    stamps: dict[str, Stamp] = field(default_factory=dict)
    parent: str | None = None
    day: str | None = None
    department: str | None = None
    number: str | None = None
    text: str | None = None
    """The fields as JSON text, where it is known already."""

    @property
    def name(self) -> RecordName:
        return self.entity, self.row_id

    def stamp(self, field_name: str) -> Stamp:
        return self.stamps.get(field_name, self.made)


class Offered(NamedTuple):
    """An operation and its changed fields, None when it is malformed. `turn` is its place among those offered with it,
    from 1: the order in which its home did things, whatever order they are taken in.

    `root` is the visit or case it says its record belongs to, `number` what it numbers a new visit.
    """

    operation: Operation
    fields: dict[str, Any] | None
    turn: int
    root: RecordName | None = None
    number: str | None = None


class Entered(NamedTuple):
    """An operation as the ledger keeps it. `place` counts refused ones too."""

    place: int
    operation: Operation
    fields: str
    result: Result
    version: int
    reason: str

    @property
    def outcome(self) -> Outcome:
        place = 0 if self.result is Result.REFUSED else self.place
        return Outcome(self.operation.op_id, self.result, self.version, place, self.reason)


@dataclass(slots=True)
class Merging:
    """Operations of `home` taken one after the other at the time `now`; `place` is the last place given, and `at` that
    of the operation at hand.

    `kept` holds every document they name and the visits and cases they belong to, `children` the documents of each of
    these whose department or day they may change, or which they may erase, `tombs` which records were erased. `numbers`
    tells whose a visit number is (None: nobody's), and `whose` is asked for those it does not tell.
    After `enter`: `entered` goes into the ledger, `touched` is to be written in that order (`fresh`: not there before),
    and of `buried` records the key goes and the tombstone is set.
    """

    home: str
    now: str
    place: int
    kept: dict[RecordName, Kept]
    children: Mapping[str, list[Kept]]
    tombs: set[RecordName]
    numbers: dict[str, str | None] = field(default_factory=dict)
    whose: Callable[[str], str | None] = field(default=lambda _number: None)
    entered: list[Entered] = field(default_factory=list)
    touched: dict[RecordName, Kept] = field(default_factory=dict)
    fresh: set[RecordName] = field(default_factory=set)
    buried: list[RecordName] = field(default_factory=list)
    first: int = field(init=False)
    at: int = field(init=False)

    def __post_init__(self) -> None:
        self.first = self.at = self.place

    def take(self, offered: Offered) -> Outcome:
        """The operation's outcome; it must not be in the ledger yet."""
        return self.enter(offered).outcome

    def enter(self, offered: Offered) -> Entered:
        """Like `take`; the answer can be made when nobody has to wait for it."""
        operation, fields, turn, _, _ = offered
        self.at = self.first + turn
        if self.at > self.place:
            self.place = self.at
        if fields is None:
            verdict = _refused(Refusal.MALFORMED)
        elif not self._may(operation, fields):
            verdict = _refused(Refusal.FORBIDDEN)
        elif operation.kind is OperationKind.CREATE:
            verdict = self._create(offered, fields)
        elif operation.kind is OperationKind.EDIT:
            verdict = self._edit(operation, fields)
        else:
            verdict = self._erase(operation)
        entered = Entered(self.at, operation, "" if fields is None else operation.fields, *verdict)
        self.entered.append(entered)
        return entered

    def _may(self, operation: Operation, fields: Mapping[str, Any]) -> bool:
        if operation.entity in _NOT_FOR_COUNTERS:
            return self.home in (SYSTEM, SURVEY)
        if operation.kind is OperationKind.CREATE or self.home == SYSTEM:
            return True
        if operation.kind is OperationKind.ERASE:
            return operation.entity in _ERASED_BY_COUNTERS
        if operation.entity == "counter":
            return not fields.keys() & _SAID_AT_ENTERING
        return operation.entity != "audit_key"

    def _create(self, offered: Offered, fields: dict[str, Any]) -> Verdict:
        operation, number = offered.operation, offered.number
        name = (operation.entity, operation.row_id)
        there = self.kept.get(name)
        if there is not None:
            unlike = self._unlike(there, operation, fields)
            if unlike:
                self._keep_both(operation, there, unlike)
            return Result.CONFLICT if unlike else Result.EXISTS, there.version, ""
        root = None if offered.root is None else self.kept.get(offered.root)
        if root is None and offered.root is not None:
            return _refused(Refusal.ORPHAN)
        made = (1, self.home, operation.by, self.now)
        kept = Kept(self.at, *name, 1, self.home, made, False, fields, self.home)
        kept.text = operation.fields
        if root is not None:
            _follow(kept, root)
            if _goes_with(kept, root):
                self._bury(name)
        if name in self.tombs:
            kept.erased, kept.fields, kept.text = True, unlocked(fields), None
            number = visit_number_of(kept.fields)
        if operation.entity in ROOTS:
            _place(kept, number if operation.entity == VISIT else None)
            if kept.number is not None and self._owner(kept.number) is not None:
                return _refused(Refusal.NUMBER_TAKEN)
        self.kept[name] = kept
        if kept.number is not None:
            self.numbers[kept.number] = kept.row_id
        self._add(name, kept)
        return Result.APPLIED, 1, ""

    def _edit(self, operation: Operation, fields: dict[str, Any]) -> Verdict:
        kept = self.kept.get((operation.entity, operation.row_id))
        if kept is None:
            return _refused(Refusal.ORPHAN)
        root = None if kept.parent is None else self.kept.get((CASE, kept.parent))
        if root is not None and not kept.erased and _goes_with(kept, root):
            self._empty(kept)
        if kept.erased:
            fields = unlocked(fields)
        if operation.entity == VISIT:
            number = visit_number_of({**kept.fields, **fields})
            if number is not None and self._owner(number) not in (None, kept.row_id):
                return _refused(Refusal.NUMBER_TAKEN)
        version = kept.version + 1
        stamp = (version, self.home, operation.by, self.now)
        conflicts = self._conflicts(kept, operation, fields)
        # Anew, not in place: what was read stays as it was read.
        kept.fields, kept.text = {**kept.fields, **fields}, None
        kept.stamps = {**kept.stamps, **dict.fromkeys(fields, stamp)}
        kept.version = version
        self.touched.setdefault(kept.name, kept)
        if kept.entity in ROOTS:
            self._move(kept)
        if conflicts:
            self._keep_both(operation, kept, conflicts)
        return Result.CONFLICT if conflicts else Result.APPLIED, version, ""

    def _conflicts(self, kept: Kept, operation: Operation, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Fields that another home has set since this one looked, with both values."""
        found: dict[str, Any] = {}
        for name, value in fields.items():
            # Which of two has settled it is not worth another one.
            if name not in kept.fields or kept.entity == CONFLICT:
                continue
            other = kept.fields[name]
            version, home, by, at = kept.stamp(name)
            if version > operation.base_version and home != self.home and not same(other, value):
                found[name] = {"kept": value, "kept_by": operation.by, "kept_at": self.now}
                found[name] |= {"other": other, "other_by": by, "other_at": at}
        return found

    def _unlike(self, there: Kept, operation: Operation, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Fields in which a record that two homes created differs from what stands, with both values.

        Text that the second one locked cannot be opened by anybody: the record's key is the first one's.
        """
        found: dict[str, Any] = {}
        if there.home == self.home or there.entity == CONFLICT:
            return found
        for name, value in fields.items():
            kept = there.fields.get(name)
            if is_locked(value) or is_locked(kept) or same(kept, value):
                continue
            _, _, by, at = there.stamp(name)
            found[name] = {"kept": kept, "kept_by": by, "kept_at": at}
            found[name] |= {"other": value, "other_by": operation.by, "other_at": self.now}
        return found

    def _keep_both(self, operation: Operation, about: Kept, conflicts: dict[str, Any]) -> None:
        name = (CONFLICT, operation.op_id)
        if name in self.kept:
            return
        fields = {"entity": about.entity, "row_id": about.row_id, "fields": conflicts}
        made = (1, self.home, operation.by, self.now)
        kept = Kept(self.at, *name, 1, self.home, made, erased=False, fields=fields, holder=about.holder)
        kept.parent = about.row_id if about.entity in ROOTS else about.parent
        kept.day, kept.department = about.day, about.department
        self.kept[name] = kept
        self._add(name, kept)

    def _erase(self, operation: Operation) -> Verdict:
        name = (operation.entity, operation.row_id)
        self._bury(name)
        kept = self.kept.get(name)
        if kept is None:
            return Result.APPLIED, 0, ""
        kept.version += 1
        emptied = [field_name for field_name, value in kept.fields.items() if is_locked(value)]
        kept.stamps = {**kept.stamps, **dict.fromkeys(emptied, (kept.version, self.home, operation.by, self.now))}
        kept.fields, kept.text = unlocked(kept.fields), None
        kept.erased = True
        self.touched.setdefault(name, kept)
        for child in self._children(kept) if kept.entity == CASE else ():
            if not child.erased and _goes_with(child, kept):
                self._empty(child)
        return Result.APPLIED, kept.version, ""

    def _bury(self, name: RecordName) -> None:
        self.tombs.add(name)
        self.buried.append(name)

    def _empty(self, child: Kept) -> None:
        """What belongs to an erased case is erased with it, whoever knew of it. Its version stays: nobody has said
        anything of it, and counters take what was erased at the version they know."""
        self._bury(child.name)
        child.fields, child.text = unlocked(child.fields), None
        child.erased = True
        self.touched.setdefault(child.name, child)

    def _children(self, root: Kept) -> list[Kept]:
        fresh = [child for child in self.touched.values() if child.parent == root.row_id]
        found = {child.name: child for child in (*self.children.get(root.row_id, ()), *fresh)}
        return [self.kept.setdefault(name, child) for name, child in found.items()]

    def _move(self, root: Kept) -> None:
        """After an edit of a visit or case: its number, and what belongs to it goes where and when it goes."""
        before = (root.number, root.day, root.department)
        _place(root, visit_number_of(root.fields) if root.entity == VISIT else None)
        if root.number != before[0]:
            if before[0] is not None:
                self.numbers[before[0]] = None
            if root.number is not None:
                self.numbers[root.number] = root.row_id
        if (root.day, root.department) == before[1:]:
            return
        for child in self._children(root):
            child.day, child.department = root.day, root.department
            self.touched.pop(child.name, None)
            self.touched[child.name] = child

    def _owner(self, number: str) -> str | None:
        if number not in self.numbers:
            self.numbers[number] = self.whose(number)
        return self.numbers[number]

    def _add(self, name: RecordName, kept: Kept) -> None:
        self.fresh.add(name)
        self.touched[name] = kept


def read_offer(operations: Iterable[Operation]) -> list[Offered]:
    """Operations read and in the order they are taken in; without those whose id no database can hold."""
    named = [operation for operation in operations if storable(operation.op_id)]
    turns = {id(each): turn for turn, each in enumerate(sorted(named, key=lambda o: o.n), start=1)}
    return [_read(operation, turns[id(operation)]) for operation in in_order(named)]


def _read(operation: Operation, turn: int) -> Offered:
    fields = read_fields(operation)
    if fields is None:
        return Offered(operation, None, turn)
    numbers = operation.entity == VISIT and operation.kind is OperationKind.CREATE
    number = visit_number_of(fields) if numbers else None
    return Offered(operation, fields, turn, root_of(operation.entity, fields), number)


def root_of(entity: str, fields: Mapping[str, Any]) -> RecordName | None:
    """The visit or case that a record with these fields belongs to; None for one that belongs to none, or is one."""
    if entity in ROOTS:
        return None
    root = CASE if entity in OF_A_CASE else VISIT
    said = fields.get("case_id" if root == CASE else "visit_id")
    return None if said is None else (root, str(said))


def refused(operation: Operation, reason: Refusal) -> Outcome:
    return Outcome(operation.op_id, Result.REFUSED, 0, 0, reason.value)


def _refused(reason: Refusal) -> Verdict:
    return Result.REFUSED, 0, reason.value


def in_order(operations: Iterable[Operation]) -> list[Operation]:
    """Parents before children, and every record's operations in the order they were made in."""
    return sorted(operations, key=lambda o: (_RANKS.get(o.entity, _RANK_OF_UNKNOWN), o.entity, o.row_id, o.n))


def read_fields(operation: Operation) -> dict[str, Any] | None:
    """The changed fields; None when they are no object, too long, or hold what a database cannot."""
    text = operation.fields
    if not storable("".join((operation.entity, operation.row_id, operation.by, operation.at, text))):
        return None
    if not 0 < len(operation.entity) <= _ENTITY_LIMIT or not 0 < len(operation.row_id) <= _ROW_LIMIT:
        return None
    if len(text) > FIELDS_LIMIT // 4 and len(text.encode()) > FIELDS_LIMIT:
        return None
    try:
        fields = _decoded(text)
        # Written as escapes, signs that no database takes can stand in a text that looks harmless.
        if "\\u" in text and not all_storable(fields):
            return None
    except (ValueError, RecursionError):
        return None
    return fields if isinstance(fields, dict) else None


def unlocked(fields: Mapping[str, Any]) -> dict[str, Any]:
    """`fields` with everything locked under a record's key left empty."""
    return {name: "" if is_locked(value) else value for name, value in fields.items()}


def is_locked(value: Any) -> bool:
    """Personal text as it travels: ciphertext under the key of its record."""
    return isinstance(value, dict) and "locked" in value


def same(one: Any, other: Any) -> bool:
    """Equal as JSON: true is not 1."""
    return bool(one == other) and json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def visit_number_of(fields: Mapping[str, Any]) -> str | None:
    """What no two visits share: counter, day and running number."""
    parts = [fields.get(name) for name in ("counter_code", "day", "seq")]
    return None if None in parts else _NUMBER_WRITTEN(parts)


def _place(root: Kept, number: str | None) -> None:
    """A visit has its day, a case the day it ended on."""
    root.number = number
    day = root.fields.get("day") if root.entity == VISIT else root.fields.get("ended_on") or NEVER
    department = root.fields.get("department_code")
    root.day = None if day is None else str(day)
    root.department = None if department is None else str(department)


def _goes_with(kept: Kept, root: Kept) -> bool:
    """Whether a record is erased because that to which it belongs is."""
    return kept.entity in OF_A_CASE and root.entity == CASE and root.erased


def _follow(kept: Kept, root: Kept) -> None:
    kept.parent = root.row_id
    kept.day, kept.department, kept.holder = root.day, root.department, root.holder


def _no_number(name: str) -> Any:
    raise ValueError(name)


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


_decoded = json.JSONDecoder(parse_constant=_no_number, parse_float=_number).decode
