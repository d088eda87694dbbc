"""minwon office: the settings that hold for every counter."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from app.commands.context import emit, office, office_as_actor
from app.domain.offices import OfficeSettings

office_commands = typer.Typer(help="Settings that hold for every counter of the office.")


@office_commands.command("show")
def show() -> None:
    """The settings as one JSON object."""
    with office() as opened:
        emit(_line(opened.offices.settings()))


@office_commands.command("set")
def change(
    name: Annotated[str | None, typer.Option(help="the office's name")] = None,
    survey_host: Annotated[str | None, typer.Option(help="the host in the slip's QR code")] = None,
    undo_seconds: Annotated[int | None, typer.Option(help="how long a registration can be undone, 0 to 60")] = None,
    slip_days: Annotated[int | None, typer.Option(help="days a slip can be answered after its own, 1 to 60")] = None,
    finish_on_next: Annotated[
        bool | None, typer.Option(help="whether registering a visit finishes the one before")
    ] = None,
    opens: Annotated[str | None, typer.Option(help="when the office opens, such as 09:00")] = None,
    closes: Annotated[str | None, typer.Option(help="when it closes, such as 18:00")] = None,
    lunch: Annotated[str | None, typer.Option(help="no working time, such as 12:00-13:00; '' for none")] = None,
    day_end: Annotated[str | None, typer.Option(help="when visits left open are closed as not recorded")] = None,
    lock_minutes: Annotated[
        int | None, typer.Option(help="minutes without a key until the screen locks, 1 to 60")
    ] = None,
    note_days: Annotated[int | None, typer.Option(help="days until notes about visits are erased, 30 to 3650")] = None,
    hold_days: Annotated[
        int | None, typer.Option(help="days other counters' visits are kept on this PC, 1 to 3650")
    ] = None,
    case_days: Annotated[
        int | None, typer.Option(help="days until what is personal in ended cases is erased, 30 to 3650")
    ] = None,
    attachment_mb: Annotated[int | None, typer.Option(help="size of an attachment, 1 to 20 MB")] = None,
    case_mb: Annotated[int | None, typer.Option(help="size of all attachments of a case, 1 to 100 MB")] = None,
    talk_notice: Annotated[int | None, typer.Option(help="minutes until a talk is told that it must end")] = None,
    talk_end: Annotated[int | None, typer.Option(help="minutes until a talk may be ended; later than that")] = None,
    card_days: Annotated[
        int | None, typer.Option(help="working days within which a card of the board is looked at, 1 to 60")
    ] = None,
    approval_box: Annotated[
        list[str] | None, typer.Option(help="a box of the sheet's 결재란; give it once for each box, 1 to 5")
    ] = None,
) -> None:
    """Change what is given; the administrator alone may."""
    with office_as_actor() as (opened, actor):
        wanted = {
            "name": name,
            "survey_host": survey_host,
            "undo_seconds": undo_seconds,
            "slip_days": slip_days,
            "finish_on_next": finish_on_next,
            "opens": opens,
            "closes": closes,
            "lunch": lunch,
            "day_end": day_end,
            "lock_minutes": lock_minutes,
            "note_days": note_days,
            "hold_days": hold_days,
            "case_days": case_days,
            "attachment_mb": attachment_mb,
            "case_mb": case_mb,
            "talk_notice": talk_notice,
            "talk_end": talk_end,
            "card_days": card_days,
            "approval_boxes": tuple(approval_box) if approval_box else None,
        }
        given = {key: value for key, value in wanted.items() if value is not None}
        emit(_line(opened.offices.change(actor, **given)))


def _line(settings: OfficeSettings) -> dict[str, object]:
    return {**asdict(settings), "approval_boxes": list(settings.approval_boxes)}
