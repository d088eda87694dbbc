"""Cases on the same matter: counted together, and the second grievance among them the audit officer's."""

from __future__ import annotations

from app.db.case_sealing import seal_seconds
from app.domain.case_errors import NotPossibleNow
from app.domain.case_hindrances import Hindrance
from app.domain.cases import Case
from app.services.case_changes import change_case
from app.services.case_reading import CaseReader
from app.services.visit_steps import AtCounter


def link_case(here: AtCounter, reader: CaseReader, case_id: str, earlier_id: str) -> Case:
    """Say that a case is on the same matter as an earlier one; those already linked with it come along.

    A grievance after another one on the matter becomes the audit officer's. Errors: `UnknownCase`, `NotAllowed`,
    `NotPossibleNow` where `earlier_id` is the case itself.
    """
    case, earlier = reader.case(case_id), reader.work.cases.get(earlier_id)
    reader.must_be_open_to(case)
    if case.id == earlier.id:
        raise NotPossibleNow("link", Hindrance.SAME_CASE.value)
    if case.matter_id == earlier.matter_id:
        return case
    # Also those that are the audit officer's: that they go together is no secret, and they stay the officer's.
    for each in here.work.cases.of_matter(case.matter_id):
        change_case(here, each, {"matter_id": earlier.matter_id})
    seal_seconds(here.work, [earlier.matter_id], here.now.at)
    here.trail.act("link_case", "case_file", case.id, {"earlier": earlier.number})
    return here.work.cases.get(case.id)


def unlink_case(here: AtCounter, reader: CaseReader, case_id: str) -> Case:
    """Say that a case is on a matter of its own after all; the others stay together.

    What is the audit officer's only they take out, and it goes back to its department then: nobody else decides that a
    grievance was not the second. Errors: `UnknownCase`, `NotAllowed`, `NotPossibleNow` where it is alone already.
    """
    case = reader.case(case_id)
    reader.must_be_open_to(case)
    others = [each for each in here.work.cases.of_matter(case.matter_id) if each.id != case.id]
    if not others:
        raise NotPossibleNow("unlink", Hindrance.NOT_LINKED.value)
    if not case.to_auditor and any(each.to_auditor for each in others):
        raise NotPossibleNow("unlink", Hindrance.LINKED_WITH_AUDITORS.value)
    if case.id == case.matter_id:
        for each in others:
            change_case(here, each, {"matter_id": others[0].id})
    else:
        change_case(here, case, {"matter_id": case.id})
    if case.to_auditor:
        change_case(here, here.work.cases.get(case.id), {"to_auditor": False})
    here.trail.act("unlink_case", "case_file", case.id, {"from": others[0].number})
    return here.work.cases.get(case.id)
