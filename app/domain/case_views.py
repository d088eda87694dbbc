"""What is shown of a case, and what may be put right in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.attachments import Attachment
from app.domain.case_hindrances import Hindrance
from app.domain.case_standing import CaseCourse
from app.domain.case_steps import CaseStep, CaseStepKind
from app.domain.cases import Case, CaseFlag, CaseKind, CaseLine, Channel, WrittenBy
from app.domain.due import Due


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case with all there is about it. `names` are people's by login, `departments` by code.

    `steps` are in the order they count in. `same_matter` are the other cases on its matter, newest first; `submissions`
    how often the matter had come when this one did, it among them, and `notices` how often it had been answered before.
    `possible` are the steps it allows today, `hindered` tells why it does not allow others. `sealed`: it is the audit
    officer's, and who looks is another: texts, names and attachments are left out.
    """

    case: Case
    line: CaseLine
    course: CaseCourse
    due: Due | None
    steps: tuple[CaseStep, ...]
    names: Mapping[str, str]
    departments: Mapping[str, str]
    attachments: tuple[Attachment, ...]
    same_matter: tuple[CaseLine, ...]
    submissions: int
    notices: int
    possible: frozenset[CaseStepKind]
    hindered: Mapping[CaseStepKind, Hindrance]
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class CaseChange:
    """What is put right of a case as it was received; None leaves it as it is. Its department changes by a transfer."""

    kind: CaseKind | None = None
    title: str | None = None
    text: str | None = None
    name: str | None = None
    phone: str | None = None
    address: str | None = None
    channel: Channel | None = None
    written_by: WrittenBy | None = None
    service_code: str | None = None
    period: str | None = None
    flags: frozenset[CaseFlag] | None = None
    external_number: str | None = None
