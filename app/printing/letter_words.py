"""How official letters name things: the law in full, the head of an office, a deadline. All of it is Korean."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.languages import Language
from app.printing.dates import date_words
from app.printing.fonts import printable

ACT = "「민원 처리에 관한 법률」"
DECREE = "「민원 처리에 관한 법률 시행령」"
_SHORT = (("민원처리법 시행령", DECREE), ("민원처리법", ACT))

_HEADS = (("구", "청장"), ("군", "수"), ("시", "장"), ("도", "지사"), ("읍", "장"), ("면", "장"), ("동", "장"))
_WITH_HEAD = ("청", "소", "원", "센터", "관", "국", "위원회", "본부", "공단", "공사")


def full_law(article: str) -> str:
    """An article with its law's whole name: 민원처리법 시행령 제21조 → 「민원 처리에 관한 법률 시행령」 제21조."""
    for short, full in _SHORT:
        if article.startswith(short):
            return full + article.removeprefix(short)
    return article


def laws(articles: tuple[str, ...]) -> str:
    """The articles a letter stands on, one after the other; the same law is named once."""
    said: list[str] = []
    before = ""
    for article in dict.fromkeys(filter(printable, articles)):
        full = full_law(printable(article))
        law = full[: full.find("」") + 1]
        said.append(full.removeprefix(law).strip() if law and law == before else full)
        before = law
    return ", ".join(said)


def head_of(office: str) -> str:
    """Whose name a letter bears: 한빛구 and 한빛구청 → 한빛구청장, 새빛시 → 새빛시장; other names stay as they are."""
    name = printable(office)
    for ending in _WITH_HEAD:
        if name.endswith(ending):
            return f"{name}장"
    for ending, head in _HEADS:
        if name.endswith(ending):
            return name + head
    return name


def day_words(day: date) -> str:
    return date_words(day, Language.KO)


def moment(at: datetime) -> str:
    return f"{day_words(at.date())} {at:%H:%M}"


def due_words(day: date | None, clock: str) -> str:
    """A deadline; one without a time of day is the whole day."""
    if day is None:
        return ""
    return f"{day_words(day)} {clock}까지" if clock else f"{day_words(day)}까지"


def planned_words(day: date | None, clock: str) -> str:
    """When something is expected to be done."""
    return due_words(day, clock).removesuffix("까지")


def spaced(name: str) -> str:
    """A name with room between its letters, as a signature has it; long ones and several words stay together."""
    return " ".join(name) if len(name) <= 8 and " " not in name else name
