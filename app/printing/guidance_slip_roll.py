"""The guidance slip on a thermal roll, as long as it takes. The unit is one dot of a 203-dpi head."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.guidance_slips import GuidanceList, GuidanceSlip
from app.domain.slips import Paper
from app.printing.drawing import Drawing
from app.printing.guidance_slip_column import Column, TypeSizes
from app.printing.guidance_slip_parts import write_event, write_foot, write_heading, write_slip, write_step
from app.printing.slip_roll import ROLL58, ROLL80, Roll

ROLLS: Mapping[Paper, tuple[Roll, TypeSizes]] = {
    Paper.ROLL80: (ROLL80, TypeSizes(office=32, name=72, place=54, task=36, body=30, label=25)),
    Paper.ROLL58: (ROLL58, TypeSizes(office=28, name=58, place=44, task=32, body=28, label=23)),
}


def draw_guidance_roll(content: GuidanceSlip | GuidanceList, roll: Roll, sizes: TypeSizes) -> tuple[Drawing, int]:
    """The whole roll, and the length of paper it takes, in dots."""
    column = Column(Drawing().in_language(content.language), roll.left, roll.top, roll.printable, sizes)
    write_heading(column, content)
    if isinstance(content, GuidanceSlip):
        write_slip(column, content)
    else:
        write_event(column, content)
        for number, step in enumerate(content.steps, start=1):
            write_step(column, step, number, content.language)
        column.rule(2)
        column.gap(0.4)
    write_foot(column, content)
    return column.drawing, round(column.y) + roll.bottom
