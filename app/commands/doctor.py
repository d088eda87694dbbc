"""minwon doctor: what is wrong with this installation, in plain words."""

from __future__ import annotations

import typer

from app.bootstrap import diagnose, examine_home
from app.commands.context import emit, general, language, say
from app.domain.health import Health

_UNAVAILABLE = 4


def doctor() -> None:
    """Say what is wrong with this installation; needs no sign-in, changes nothing. Ends with 4 when anything is.

    On an office with a shared side both sides are compared as well: it ends with 0 only when they agree and nothing is
    unsent.
    """
    spoken = language()
    broken = False
    for finding in examine_home(general.home):
        words = diagnose(finding, spoken)
        broken = broken or finding.state is Health.PROBLEM
        emit(
            {
                "name": finding.check.value,
                "state": finding.state.value,
                "code": finding.code.value,
                "sentence": words.sentence,
                "what_to_do": words.what_to_do,
                **({"found": dict(finding.values)} if finding.values else {}),
            }
        )
        say(" ".join(part for part in (f"[{words.state}] {words.name}:", words.sentence, words.what_to_do) if part))
    if broken:
        raise typer.Exit(_UNAVAILABLE)
