"""What each of the seven letters says, in order, whatever paper it stands on. The words are those of official forms.

They follow 민원 처리에 관한 법률 (법) and its 시행령 (영): 접수증 법 9조, 영 6조; 보완 법 22조, 영 24·25조; 연장 영
21조; 이송 법 16조, 영 13조; 진행상황 영 23조; 처리결과 with reason and remedy 법 27조, and the objection 법 35조;
독촉장, from the petition examiner to the head of the department, 영 28조. Each names the clerk and where to reach
them (영 31조).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.cases import CaseKind, CaseResult, Channel, WrittenBy
from app.domain.languages import ScreenLanguage
from app.domain.letters import LetterContent, LetterKind
from app.domain.people import masked_name
from app.printing.case_words import CASE_WORDS
from app.printing.dates import in_zone_of
from app.printing.fonts import printable
from app.printing.letter_words import ACT, DECREE, day_words, due_words, head_of, laws, moment, planned_words

Rows = tuple[tuple[str, str], ...]

_WORDS = CASE_WORDS[ScreenLanguage.KO]
_STATUTORY = (CaseKind.PERMIT, CaseKind.REPORT, CaseKind.REGISTER, CaseKind.CERTIFICATE)

TITLES: Mapping[LetterKind, str] = {
    LetterKind.RECEIPT: "민원 접수증",
    LetterKind.SUPPLEMENT: "민원문서 보완요구서",
    LetterKind.EXTENSION: "처리기간 연장 통지서",
    LetterKind.TRANSFER: "민원문서 이송 통지서",
    LetterKind.PROGRESS: "처리 진행상황 통지서",
    LetterKind.RESULT: "민원 처리결과 통지서",
    LetterKind.REMINDER: "민원 처리 독촉장",
}
EXAMINER = "민원심사관"


@dataclass(frozen=True, slots=True)
class LetterBody:
    """A letter's parts from the top down; "" and () are left out.

    `subject` stands behind 제목; `sections` are titled texts of any length; `notes` small print; `law` the articles;
    `signer` whose name stands under it, and `seal` what belongs beside the name.
    """

    title: str
    receiver: str
    address: str
    subject: str
    lead: str
    rows: Rows
    sections: Rows
    notes: tuple[str, ...]
    law: str
    on: date
    signer: str
    seal: str


def letter_body(content: LetterContent) -> LetterBody:
    """What `content` says."""
    lead, rows, sections, notes = _PARTS[content.kind](content)
    reminder = content.kind is LetterKind.REMINDER
    receipt = content.kind is LetterKind.RECEIPT
    title = "칭찬 접수증" if receipt and content.case.kind is CaseKind.PRAISE else TITLES[content.kind]
    subject = "" if receipt else _subject(content)
    on = _received_at(content).date() if receipt else content.step_on or content.printed_at.date()
    return LetterBody(
        title=title,
        receiver="" if receipt else _receiver(content),
        address="" if receipt or reminder else printable(content.case.address),
        subject=subject,
        lead=lead,
        rows=rows,
        sections=tuple((name, text) for name, text in sections if printable(text)),
        notes=notes,
        law=laws(content.articles),
        on=on,
        signer=EXAMINER if reminder else head_of(content.office),
        seal="서명" if reminder else "직인",
    )


def _receiver(content: LetterContent) -> str:
    name = printable(content.receiver)
    if content.kind is LetterKind.REMINDER:
        return (
            f"{name}장"
            if name.endswith(("과", "국", "실", "소", "센터", "팀", "단", "관"))
            else name or "처리주무부서의 장"
        )
    return f"{name} 귀하" if name else "민원인 귀하"


def _subject(content: LetterContent) -> str:
    said = {
        LetterKind.SUPPLEMENT: "민원문서의 보완 요구",
        LetterKind.EXTENSION: "민원 처리기간의 연장 알림",
        LetterKind.TRANSFER: "민원문서의 이송 알림",
        LetterKind.PROGRESS: "민원 처리 진행상황 알림",
        LetterKind.RESULT: "민원 처리결과 알림",
        LetterKind.REMINDER: "처리기간이 지난 민원의 처리 독촉",
    }[content.kind]
    return f"{said} (접수번호 {printable(content.case.number)})"


def _received_at(content: LetterContent) -> datetime:
    return in_zone_of(content.printed_at, content.case.received_at)


def _received(content: LetterContent) -> str:
    """The beginning of every sentence to the citizen."""
    return f"귀하께서 {day_words(_received_at(content).date())} 신청하신 민원"


def _case_rows(content: LetterContent) -> Rows:
    """What names the case."""
    case = content.case
    number = printable(case.number)
    if other := printable(case.external_number):
        number = f"{number} (새올 {other})"
    return (
        ("접수번호", number),
        ("접수 일시", moment(_received_at(content))),
        ("민원 종류", _kind(content)),
        ("민원명", case.title),
    )


def _kind(content: LetterContent) -> str:
    flags = [name for flag, name in _WORDS.flags.items() if flag in content.case.flags]
    return " · ".join((_WORDS.kinds[content.case.kind], *flags))


Parts = tuple[str, Rows, Rows, tuple[str, ...]]
"""The sentence, the table, the titled texts, the notes."""


def _receipt(content: LetterContent) -> Parts:
    case = content.case
    praise = case.kind is CaseKind.PRAISE
    came = _WORDS.channels[case.channel]
    if case.written_by is WrittenBy.CLERK:
        came = f"{came} (말씀하신 내용을 담당자가 대신 적음)"
    elif case.channel is Channel.COUNTER:
        came = f"{came} (신청인이 직접 적음)"
    rows = (
        *_case_rows(content),
        ("신청인", masked_name(printable(case.name))),
        ("접수 방법", came),
        ("처리기한", due_words(content.due_day, content.due_clock)),
        ("처리 부서", content.department),
        ("위치", content.location),
        ("전화", content.phone),
        ("담당자", content.clerk),
    )
    if praise:
        return "말씀해 주신 칭찬을 다음과 같이 받았습니다. 고맙습니다.", rows, (), ()
    where = "위 전화로 " if printable(content.phone) else ""
    notes = [f"처리 상황이 궁금하시면 접수번호를 알려 주시고 {where}문의하시기 바랍니다."]
    if content.due_day is not None:
        notes.append(
            "보완이나 현장조사에 걸린 기간은 처리기간에 들지 않아 처리기한이 늦추어질 수 있으며, 바뀌면 알려 드립니다."
        )
    return "귀하의 민원을 다음과 같이 접수하였습니다.", rows, (), tuple(notes)


def _supplement(content: LetterContent) -> Parts:
    until = f"{day_words(content.until)}까지 " if content.until else ""
    rows = (
        *_case_rows(content),
        ("보완 기한", due_words(content.until, "")),
        ("보내실 곳", " · ".join(filter(printable, (content.department, content.location, content.phone)))),
    )
    notes = (
        "기한 안에 보완하기 어려우시면 필요한 기간을 밝혀 두 번까지 기한의 연장을 요청하실 수 있습니다.",
        "기한까지 보완하지 않으시면 10일 이내의 기간을 정하여 다시 보완을 요구할 수 있고, 그 기간에도 보완하지 "
        "않으시면 그 이유를 밝혀 민원문서를 되돌려 드릴 수 있습니다.",
        "보완을 요구한 날부터 보완된 민원문서가 도착한 날까지는 처리기간에 넣지 않습니다.",
    )
    lead = f"{_received(content)}에 다음과 같이 보완이 필요하여 알려 드리니, {until}보완하여 주시기 바랍니다."
    return lead, rows, (("보완할 사항", content.step_text),), notes


def _extension(content: LetterContent) -> Parts:
    rows = (
        *_case_rows(content),
        ("당초 처리기한", due_words(content.due_before, "")),
        ("처리완료 예정일", planned_words(content.due_day, content.due_clock)),
    )
    lead = (
        f"{_received(content)}을 부득이한 사유로 처리기간 안에 처리하기 어려워 다음과 같이 처리기간을 연장하였음을 "
        "알려 드립니다. 양해하여 주시기 바랍니다."
    )
    return lead, rows, (("연장 사유", content.step_text),), ()


def _transfer(content: LetterContent) -> Parts:
    to = printable(content.to_department)
    rows = (
        *_case_rows(content),
        ("이송한 날", day_words(content.step_on) if content.step_on else ""),
        ("이송받은 곳", to),
        ("이송받은 곳 전화", content.to_phone),
        ("처리기한", due_words(content.due_day, content.due_clock)),
    )
    where = f"{to}에서" if to else "다른 곳에서"
    lead = f"{_received(content)}은 {where} 처리할 사항이어서 다음과 같이 이송하였음을 알려 드립니다."
    notes = ("앞으로 처리에 관한 문의는 이송받은 곳으로 하시기 바랍니다. 신청을 다시 하실 필요는 없습니다.",)
    first, _, rest = content.step_text.partition("\n")
    # What is passed on to another authority begins with its name, which stands in the table already.
    reason = rest if printable(first) == to else content.step_text
    return lead, rows, (("이송 사유", reason),), notes


def _progress(content: LetterContent) -> Parts:
    rows = (*_case_rows(content), ("처리완료 예정일", planned_words(content.due_day, content.due_clock)))
    lead = f"{_received(content)}의 처리 진행상황과 처리완료 예정일을 다음과 같이 알려 드립니다."
    return lead, rows, (("처리 진행상황", content.step_text),), ()


_TEXT_TITLES: Mapping[CaseResult, str] = {
    CaseResult.REFUSED: "거부하는 이유",
    CaseResult.RETURNED: "되돌려 드리는 이유",
    CaseResult.REPEATED: "종결하는 이유",
}


def _result(content: LetterContent) -> Parts:
    result, case = content.result, content.case
    rows = (
        *_case_rows(content),
        ("처리결과", _WORDS.results[result] if result else ""),
        ("처리한 날", day_words(content.step_on) if content.step_on else ""),
    )
    title = _TEXT_TITLES.get(result, "처리 내용") if result else "처리 내용"
    sections = ((title, content.step_text), ("구제절차", content.remedy), ("이의신청", _objection(content)))
    notes = []
    if case.kind is CaseKind.GRIEVANCE:
        notes.append(
            "이 통지를 받은 경우에도 국민권익위원회 또는 시민고충처리위원회에 고충민원을 신청하실 수 있습니다"
            f"({DECREE} 제17조제8항)."
        )
    lead = f"{_received(content)}의 처리결과를 다음과 같이 알려 드립니다."
    return lead, rows, sections, tuple(notes)


def _objection(content: LetterContent) -> str:
    """The right to object to a refusal, which is that of statutory petitions alone (법 35조)."""
    if content.result is not CaseResult.REFUSED or content.case.kind not in _STATUTORY:
        return ""
    until = f"({day_words(content.object_until)}까지)" if content.object_until else ""
    return (
        f"이 처분에 불복하시는 경우 거부처분을 받은 날부터 60일 이내{until}에 {head_of(content.office)}에게 문서로 "
        "이의신청을 하실 수 있습니다. 이의신청을 받은 날부터 10일 이내에 결정하여 알려 드리며, 부득이한 경우 10일의 "
        "범위에서 연장할 수 있습니다. 이의신청 여부와 관계없이 행정심판이나 행정소송을 제기하실 수 있습니다"
        f"({ACT} 제35조)."
    )


def _reminder(content: LetterContent) -> Parts:
    on = content.step_on or content.printed_at.date()
    late = (on - content.due_day).days if content.due_day else 0
    due = due_words(content.due_day, content.due_clock)
    rows = (
        *_case_rows(content),
        ("신청인", masked_name(printable(content.case.name))),
        ("처리 부서", content.department),
        ("처리기한", f"{due} ({late:,}일 지남)" if late > 0 else due),
    )
    lead = (
        "귀 부서에서 처리하고 있는 다음 민원의 처리기간이 지났으므로, 지체 없이 처리하여 그 결과를 민원인에게 통지하고 "
        "민원심사관에게 알려 주시기 바랍니다."
    )
    return lead, rows, (("확인한 사항", content.step_text),), ()


_PARTS: Mapping[LetterKind, Callable[[LetterContent], Parts]] = {
    LetterKind.RECEIPT: _receipt,
    LetterKind.SUPPLEMENT: _supplement,
    LetterKind.EXTENSION: _extension,
    LetterKind.TRANSFER: _transfer,
    LetterKind.PROGRESS: _progress,
    LetterKind.RESULT: _result,
    LetterKind.REMINDER: _reminder,
}
