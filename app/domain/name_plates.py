"""What stands on the plate at a counter: who sits there, and that they are glad to help."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class NamePlate:
    """`role` is what the person does there, "" for nothing; `photo` a JPEG or PNG, None leaves room to paste one."""

    office: str
    department: str
    name: str
    role: str = ""
    photo: Path | None = None
