"""Every counter of the office as its administrator sees it: who was heard when, and what waits there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.domain.sharing import CounterState
from app.ui.shared.record_table import Column
from app.ui.shared.theme import Tone
from app.ui.sharing.words import CLOCK_LIMIT, clock, moment

translate = QCoreApplication.translate

SILENT_AFTER = timedelta(days=3)


def counter_columns(
    zone: ZoneInfo, here: Callable[[], str], named: Callable[[str], str]
) -> tuple[Column[CounterState], ...]:
    """`here` gives the code of the counter this PC is, `named` the name of a department by its code."""

    def heard(one: CounterState) -> str:
        now = datetime.now(UTC).astimezone(zone).date()
        return "–" if one.last_seen is None else moment(one.last_seen, zone, now)

    return (
        Column(translate("Sharing", "코드"), lambda c: c.counter_code or "–", 70, bold=True),
        Column(translate("Sharing", "이름"), lambda c: c.name or "–"),
        Column(
            translate("Sharing", "상태"),
            lambda c: state_words(c, zone, here())[0],
            230,
            tone=lambda c: state_words(c, zone, here())[1],
        ),
        Column(
            translate("Sharing", "보는 부서"),
            lambda c: department_words(c, named),
            130,
            tip=lambda c: ", ".join(map(named, c.departments)) if c.departments else department_words(c, named),
        ),
        Column(translate("Sharing", "버전"), lambda c: c.release or "–", 90),
        Column(translate("Sharing", "마지막 연락"), heard, 120),
        Column(translate("Sharing", "보낼 것"), lambda c: str(c.unsent), 90, right=True),
        Column(translate("Sharing", "두 값"), lambda c: str(c.conflicts), 80, right=True),
        Column(translate("Sharing", "시계"), lambda c: clock(c.clock), 120, tone=_clock_tone),
    )


def state_words(one: CounterState, zone: ZoneInfo, here: str) -> tuple[str, Tone]:
    """How a counter stands, and how much attention that needs."""
    now = datetime.now(UTC)
    if one.removed_on is not None:
        return translate("Sharing", "{day}에 뺌").format(day=f"{one.removed_on:%Y-%m-%d}"), Tone.QUIET
    if one.invited_until is not None:
        until = f"{one.invited_until.astimezone(zone):%m-%d %H:%M}"
        if one.invited_until < now:
            return translate("Sharing", "초대 기한 지남 ({until})").format(until=until), Tone.QUIET
        return translate("Sharing", "초대함 · {until}까지").format(until=until), Tone.PRIMARY
    if one.last_seen is None:
        return translate("Sharing", "아직 연락 없음"), Tone.WARNING
    silent = now - one.last_seen
    if silent > SILENT_AFTER:
        return translate("Sharing", "{days}일째 연락 없음").format(days=silent.days), Tone.WARNING
    if one.counter_code == here:
        return translate("Sharing", "이 PC"), Tone.SUCCESS
    return translate("Sharing", "공유 중"), Tone.SUCCESS


def department_words(one: CounterState, named: Callable[[str], str]) -> str:
    """Whose visits it is given."""
    if one.departments is None:
        return translate("Sharing", "모든 부서")
    if len(one.departments) == 1:
        return named(one.departments[0])
    return translate("Sharing", "부서 {count}곳").format(count=len(one.departments))


def _clock_tone(one: CounterState) -> Tone:
    return Tone.WARNING if one.clock is not None and abs(one.clock) > CLOCK_LIMIT else Tone.QUIET
