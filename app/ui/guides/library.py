"""The guide files: one Markdown file a role in `resources/guides/ko`, pictures beside them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.config.paths import resources
from app.domain.actors import Role

GUIDE_OF_ROLE = {
    Role.CLERK: "clerk.md",
    Role.CONSULTANT: "consultant.md",
    Role.SUPERVISOR: "supervisor.md",
    Role.AUDITOR: "auditor.md",
    Role.ADMIN: "administrator.md",
}


@dataclass(frozen=True, slots=True)
class Guide:
    """One guide: its file and its Markdown text."""

    path: Path
    text: str


def guides_folder() -> Path:
    """Where the guides lie; links and pictures in them are relative to it."""
    return resources() / "guides" / "ko"


def guide_of(role: Role) -> Guide:
    """The guide for a role."""
    return read_guide(GUIDE_OF_ROLE[role])


def read_guide(name: str) -> Guide:
    """The guide file `name`. Errors: `OSError` when there is none of that name."""
    path = guides_folder() / name
    return Guide(path, path.read_text(encoding="utf-8"))
