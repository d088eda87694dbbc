"""The office's directory: who does what and where, and what the office adds to it for whoever shows the way.

`Task`, `Question` and `LifeEvent` are the office's own data; the language of citizens is not kept here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.errors import BadValue, TextTooLong
from app.domain.plain_text import check_plain_text

QUESTION_LIMIT = 120
CHOICE_LIMIT = 40
CHOICES = range(2, 6)
"""How many choices a decisive question may have."""
EVENT_LIMIT = 40
NOTE_LIMIT = 200
STEPS_LIMIT = 30

NEIGHBOURHOOD = "동주민센터"
"""What any neighbourhood centre is called in the directory; those named after their 동 end the same way."""

OUTSIDE = "외부기관"
"""The bureau under which a directory lists what is not in this building."""

_LIMITS = {
    "bureau": 60,
    "department": 60,
    "team": 60,
    "title": 200,
    "keywords": 500,
    "location": 120,
    "phone": 60,
    "words": 4000,
    "papers": 1000,
    "way": 300,
}
_OF_LINES = frozenset({"papers", "way"})
IMPORTED = ("bureau", "department", "team", "title", "keywords", "location", "phone")
"""What a directory file brings; a new file replaces these and nothing else."""
ADDED = ("words", "papers", "way")
"""What the office keeps itself; a new file leaves these as they are."""


@dataclass(frozen=True, slots=True)
class TaskForm:
    """What one row of the directory says. `keywords` and `words` are separated by spaces or commas, `papers` by lines.

    `words` are everyday words of this office for the task, `papers` what the citizen brings, `way` how to walk there.
    """

    department: str
    title: str
    bureau: str = ""
    team: str = ""
    keywords: str = ""
    location: str = ""
    phone: str = ""
    words: str = ""
    papers: str = ""
    way: str = ""

    def checked(self) -> TaskForm:
        """The same with outer spaces gone. Errors: `BadValue` for an empty name, those of `check_plain_text`."""
        values = {}
        for name, limit in _LIMITS.items():
            lines = getattr(self, name).splitlines() if name in _OF_LINES else [getattr(self, name)]
            values[name] = "\n".join(check_plain_text(name, line, limit) for line in lines).strip()
            if len(values[name]) > limit:
                raise TextTooLong(name, limit, len(values[name]))
        for name in ("department", "title"):
            if not values[name]:
                raise BadValue(name, "")
        return replace(self, **values)


@dataclass(frozen=True, slots=True)
class Task:
    """A task of a department. `version` counts its changes; one that is not `active` is found no more."""

    id: str
    form: TaskForm
    position: int = 0
    active: bool = True
    version: int = 1

    @property
    def department(self) -> str:
        return self.form.department

    @property
    def title(self) -> str:
        return self.form.title

    @property
    def outside(self) -> bool:
        """Whether it is done somewhere else than in this office's buildings."""
        return self.form.bureau == OUTSIDE

    @property
    def in_neighbourhood(self) -> bool:
        """Whether it is done at the neighbourhood centre of where the citizen lives."""
        return self.form.department.endswith(NEIGHBOURHOOD)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a decisive question, and the task it leads to."""

    text: str
    task_id: str


@dataclass(frozen=True, slots=True)
class QuestionForm:
    """What can be set of a decisive question."""

    text: str
    choices: tuple[Choice, ...]

    def checked(self) -> QuestionForm:
        """The same, tidied. Errors: `BadValue` (`question`, `choices`), those of `check_plain_text`."""
        text = check_plain_text("question", self.text, QUESTION_LIMIT)
        choices = tuple(Choice(check_plain_text("choices", c.text, CHOICE_LIMIT), c.task_id) for c in self.choices)
        if not text:
            raise BadValue("question", "")
        if len(choices) not in CHOICES or len({choice.text for choice in choices}) < len(choices):
            raise BadValue("choices", ", ".join(choice.text for choice in choices))
        if not all(choice.text and choice.task_id for choice in choices):
            raise BadValue("choices", "")
        return QuestionForm(text, choices)


@dataclass(frozen=True, slots=True)
class Question:
    """What decides between tasks that sound alike: "속도위반인가요, 주차위반인가요?". Two to five choices."""

    id: str
    text: str
    choices: tuple[Choice, ...]
    active: bool = True
    version: int = 1

    @property
    def form(self) -> QuestionForm:
        return QuestionForm(self.text, self.choices)


@dataclass(frozen=True, slots=True)
class LifeStep:
    """One thing to do. `task_id` says where; `note` says what, and by when."""

    task_id: str
    note: str


@dataclass(frozen=True, slots=True)
class LifeEventForm:
    """What can be set of a life event. `words` are separated by commas."""

    name: str
    words: str
    steps: tuple[LifeStep, ...]

    def checked(self) -> LifeEventForm:
        """The same, tidied. Errors: `BadValue` (`event`, `steps`), those of `check_plain_text`."""
        name = check_plain_text("event", self.name, EVENT_LIMIT)
        words = check_plain_text("words", self.words, _LIMITS["words"])
        steps = tuple(LifeStep(s.task_id, check_plain_text("step_note", s.note, NOTE_LIMIT)) for s in self.steps)
        if not name:
            raise BadValue("event", "")
        if len(steps) not in range(1, STEPS_LIMIT + 1) or not all(step.task_id for step in steps):
            raise BadValue("steps", "")
        return LifeEventForm(name, words, steps)


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """What happens in a life and what is then to be done, in order. `words` are how people say that it happened."""

    id: str
    name: str
    words: str
    steps: tuple[LifeStep, ...]
    position: int = 0
    active: bool = True
    version: int = 1

    @property
    def form(self) -> LifeEventForm:
        return LifeEventForm(self.name, self.words, self.steps)


def same_department(one: str, other: str) -> bool:
    """Whether two names of the directory mean the same desk: every neighbourhood centre does the same work."""
    return one == other or (one.endswith(NEIGHBOURHOOD) and other.endswith(NEIGHBOURHOOD))
