"""Cases as the command line writes them."""

from __future__ import annotations

from app.commands.due import due_line
from app.domain.case_steps import CaseStep
from app.domain.case_views import CaseView
from app.domain.cases import CaseLine, CasePage


def case_line(view: CaseView) -> dict[str, object]:
    """A case, and where it stands."""
    case, course = view.case, view.course
    return {
        **list_line(view.line),
        "name": case.name,
        "phone": case.phone,
        "address": case.address,
        "text": case.text,
        "channel": case.channel.value,
        "written_by": case.written_by.value,
        "received_by": case.received_by,
        "service": case.service_code,
        "period": case.period,
        "flags": sorted(flag.value for flag in case.flags),
        "visit_id": case.visit_id,
        "external_number": case.external_number,
        "version": case.version,
        "erased": case.erased,
        "sealed": view.sealed,
        "answered_on": course.answered_on.isoformat() if course.answered_on else None,
        "transfer_due": course.transfer.due.isoformat(timespec="minutes") if course.transfer else None,
        "submissions": view.submissions,
        "notices": view.notices,
        "same_matter": [line.number for line in view.same_matter],
        "steps": len(view.steps),
        "possible": sorted(kind.value for kind in view.possible),
    }


def case_lines(view: CaseView) -> list[dict[str, object]]:
    """A case with its deadline counted day by day, then each of its steps."""
    explained = due_line(view.due) if view.due is not None else None
    steps = [_step_line(view, step) for step in view.steps]
    return [{**case_line(view), "deadline": explained}, *steps]


def list_line(line: CaseLine) -> dict[str, object]:
    """A case in a list."""
    clock = f"T{line.due_clock}" if line.due_clock else ""
    return {
        "case_id": line.id,
        "number": line.number,
        "kind": line.kind.value,
        "title": line.title,
        "masked_name": line.masked_name,
        "department": line.department_code,
        "department_name": line.department,
        "status": line.status.value,
        "received_at": line.received_at.isoformat(),
        "due": line.due_day.isoformat() + clock if line.due_day else None,
        "moved_from": line.moved_from.isoformat() if line.moved_from else None,
        "owner": line.owner,
        "supplements": line.supplements,
        "ended_on": line.ended_on.isoformat() if line.ended_on else None,
        "result": line.result.value if line.result else None,
        "to_auditor": line.to_auditor,
        "elsewhere": line.elsewhere,
    }


def page_end(page: CasePage) -> dict[str, object]:
    """What is said after a page: how to go on, where was searched, and for what instead."""
    return {"more": page.more or None, "where": page.where.value, "read_as": page.read_as or None}


def _step_line(view: CaseView, step: CaseStep) -> dict[str, object]:
    """`counts` is false for a step that was undone or does not fit; `on` is the day it was really done on."""
    course = view.course
    return {
        "step_id": step.id,
        "kind": step.kind.value,
        "on": course.corrected.get(step.id, step.on).isoformat(),
        "at": step.at.isoformat(),
        "by": step.by,
        "counter": step.counter_code,
        "text": step.text,
        "remedy": step.remedy,
        "of": step.of,
        **step.detail,
        "undone": step.id in course.undone,
        "counts": step.id not in course.undone and step.id not in course.unfit,
    }
