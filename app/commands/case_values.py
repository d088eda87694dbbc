"""Reading cases and steps that were typed as options, or given as a JSON object with the options' names."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from app.commands.values import read_date, read_moment
from app.domain.case_errors import TimeNeeded
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.case_views import CaseChange
from app.domain.cases import (
    CaseFilter,
    CaseFlag,
    CaseKind,
    CaseOrder,
    CaseResult,
    CaseScope,
    Channel,
    NewCase,
    WrittenBy,
)
from app.domain.due import Counting, Period, statutory_period
from app.domain.errors import BadValue
from app.domain.guidance import TransferKind

_LONGEST = 100_000
"""Characters of a JSON object that are read."""
_Word = TypeVar("_Word", bound=StrEnum)


def given(source: str, typed: Mapping[str, Any]) -> dict[str, Any]:
    """What was said: the JSON object in the file `source` ("-": stdin, "": none), and over it what was typed.

    Errors: `BadValue` for what is no such object, names an option there is not, or has a value of another kind.
    """
    said = _read(source) if source else {}
    for name, value in said.items():
        if name not in typed:
            raise BadValue(name, str(value)[:40])
        if name == "flag":
            fits = isinstance(value, list) and all(isinstance(each, str) for each in value)
        elif name in ("by_clerk", "consent"):
            fits = isinstance(value, bool)
        elif name == "seen":
            fits = isinstance(value, int) and not isinstance(value, bool)
        else:
            fits = isinstance(value, str)
        if not fits:
            raise BadValue(name, str(value)[:40])
    return {**said, **{name: value for name, value in typed.items() if value is not None}}


def _read(source: str) -> dict[str, Any]:
    """Names may be written with - or _. Errors: `BadValue`."""
    try:
        if source == "-":
            sys.stdin.reconfigure(encoding="utf-8", errors="strict")  # type: ignore[union-attr]
            text = sys.stdin.read(_LONGEST + 1)
        else:
            text = Path(source).read_text(encoding="utf-8-sig")
        read = json.loads(text) if len(text) <= _LONGEST else None
    except (OSError, ValueError, RecursionError) as error:
        raise BadValue("--json", source) from error
    if not isinstance(read, dict):
        raise BadValue("--json", source)
    return {name.replace("-", "_"): value for name, value in read.items() if value is not None}


def new_case(said: Mapping[str, Any], timezone: str) -> NewCase:
    """Errors: `BadValue`, `BadPeriod`, `TimeNeeded`."""
    if "kind" not in said:
        raise BadValue("--kind", "")
    kind = _word("--kind", CaseKind, said["kind"])
    return NewCase(
        kind=kind,
        title=said.get("title", ""),
        text=said.get("text", ""),
        channel=_word("--channel", Channel, said.get("channel", Channel.COUNTER)),
        written_by=WrittenBy.CLERK if said.get("by_clerk") else WrittenBy.CITIZEN,
        name=said.get("name", ""),
        phone=said.get("phone", ""),
        address=said.get("address", ""),
        department_code=said.get("department", ""),
        service_code=said.get("service"),
        period=said.get("period", ""),
        flags=_flags(said.get("flag", [])),
        visit_id=said.get("visit"),
        matter_id=said.get("matter"),
        external_number=said.get("external_number", ""),
        received=_received(said, kind, timezone),
    )


def _received(said: Mapping[str, Any], kind: CaseKind, timezone: str) -> datetime | None:
    """A day without a time is enough where days are counted. Errors: `BadValue`, `BadPeriod`, `TimeNeeded`."""
    typed = said.get("received")
    if typed is None:
        return None
    with suppress(ValueError):
        date.fromisoformat(typed)
        period = Period.parse(said["period"]) if said.get("period") else statutory_period(kind)
        if period is not None and period.counting is Counting.HOUR:
            raise TimeNeeded(str(period))
    return read_moment("--received", typed, timezone)


def new_step(said: Mapping[str, Any]) -> NewStep:
    """Errors: `BadValue`."""
    if "kind" not in said:
        raise BadValue("--kind", "")
    result = said.get("result")
    return NewStep(
        kind=_word("--kind", CaseStepKind, said["kind"]),
        text=said.get("text", ""),
        on=read_date("--on", said["on"]) if said.get("on") else None,
        of=said.get("of"),
        until=read_date("--until", said["until"]) if said.get("until") else None,
        period=said.get("period", ""),
        consent=bool(said.get("consent")),
        department_code=said.get("department", ""),
        transfer=_word("--transfer", TransferKind, said.get("transfer", TransferKind.INSIDE)),
        result=_word("--result", CaseResult, result) if result else None,
        remedy=said.get("remedy", ""),
    )


def change(said: Mapping[str, Any]) -> CaseChange:
    """Errors: `BadValue`."""
    texts = ("title", "text", "name", "phone", "address", "period", "external_number")
    written = {True: WrittenBy.CLERK, False: WrittenBy.CITIZEN, None: None}[said.get("by_clerk")]
    return CaseChange(
        kind=_word("--kind", CaseKind, said["kind"]) if "kind" in said else None,
        channel=_word("--channel", Channel, said["channel"]) if "channel" in said else None,
        written_by=written,
        service_code=said.get("service"),
        flags=_flags(said["flag"]) if "flag" in said else None,
        **{name: said[name] for name in texts if name in said},
    )


def case_filter(said: Mapping[str, Any]) -> CaseFilter:
    """Errors: `BadValue`."""
    return CaseFilter(
        scope=_word("--scope", CaseScope, said.get("scope", CaseScope.OPEN)),
        text=said.get("text", ""),
        kind=_word("--kind", CaseKind, said["kind"]) if "kind" in said else None,
        department_code=said.get("department", ""),
        first=read_date("--first", said["first"]) if said.get("first") else None,
        last=read_date("--last", said["last"]) if said.get("last") else None,
        order=_word("--order", CaseOrder, said.get("order", CaseOrder.DUE)),
    )


def _flags(typed: list[str]) -> frozenset[CaseFlag]:
    return frozenset(_word("--flag", CaseFlag, flag.upper()) for flag in typed)


def _word(option: str, words: type[_Word], typed: str) -> _Word:
    """Errors: `BadValue`."""
    for word in words:
        if word.value == typed:
            return word
    raise BadValue(option, str(typed)[:40])
