"""Looking at the keys of a home and at its survey store without changing a byte of either."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from app.crypto.secrets import CannotUnlock, unlock
from app.crypto.signing import public_key
from app.db.hold_key import HOLD_KEY_VARIABLE, hold_key, hold_key_path
from app.db.home_keys import read_home_keys
from app.db.store_files import read_store_keys, read_store_survey
from app.db.survey_file import ANSWERS_NAME, database_uri
from app.db.survey_tokens import key_mark
from app.domain.errors import AppError, KeyFileDamaged
from app.domain.health import Check, Code, Finding, problem
from app.models.survey_store import ADDED_TABLES, hold_key_mark, store_metadata

_BUSY_SECONDS = 2.0
_ADDED = {table.name for table in ADDED_TABLES}


def look_at_keys(folder: Path, publics: Sequence[bytes] | None, locked: bytes | None) -> Finding:
    """Whether the keys in `folder` are there, for their owner alone, and those of this database.

    `publics` are the counters' public keys and `locked` something locked with the nonce key; None where the database
    does not tell.
    """
    check = Check.KEYS
    for name in ("slip.key", "nonce.key"):
        if not (folder / name).exists():
            return problem(check, Code.KEY_MISSING, file=f"{folder.name}/{name}")
    try:
        keys = read_home_keys(folder)
    except KeyFileDamaged as error:
        return problem(check, Code.KEY_DAMAGED, file=f"{folder.name}/{Path(error.path).name}")
    if publics is not None and public_key(keys.slip_seed) not in publics:
        return problem(check, Code.KEY_OF_ANOTHER, file=f"{folder.name}/slip.key")
    if locked is not None:
        try:
            unlock(keys.nonce_key, locked)
        except CannotUnlock:
            return problem(check, Code.KEY_OF_ANOTHER, file=f"{folder.name}/nonce.key")
    exposed = [path.name for path in sorted(folder.glob("*.key")) if _others_may_read(path)]
    if exposed:
        return problem(check, Code.KEY_EXPOSED, file=f"{folder.name}/{exposed[0]}")
    return Finding(check)


def look_at_store(folder: Path, own_key: Path) -> Finding:
    """The survey store in `folder`, whose server keeps its key in `own_key` unless it was told another place."""
    check = Check.SURVEY_STORE
    if not folder.is_dir():
        return Finding(check, code=Code.NO_STORE)
    try:
        counters = len(read_store_keys(folder).counters)
        read_store_survey(folder)
    except AppError as error:
        return problem(check, Code.STORE_DAMAGED, file=Path(str(getattr(error, "path", folder))).name)
    answers = folder / ANSWERS_NAME
    if not answers.exists() or answers.stat().st_size == 0:
        return Finding(check, values={"counters": counters, "answers": False})
    # A server that was given the folder and not the home keeps its key in the folder.
    elsewhere = bool(os.environ.get(HOLD_KEY_VARIABLE)) or not own_key.exists()
    return _look_at_answers(answers, hold_key_path(folder, None if elsewhere else own_key), counters)


def _look_at_answers(path: Path, key_path: Path, counters: int) -> Finding:
    check = Check.SURVEY_STORE
    # Its journal is undone by whoever opens it next; a reader that must change nothing looks past it.
    cut_off = path.with_name(path.name + "-journal").exists()
    uri = database_uri(path.resolve(), "ro") + ("&immutable=1" if cut_off else "")
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS)) as connection:
            connection.execute("PRAGMA query_only = ON")
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            whole = cut_off or [row[0] for row in connection.execute("PRAGMA quick_check(1)")] == ["ok"]
            if not whole or not tables >= store_metadata.tables.keys() - _ADDED:
                return problem(check, Code.STORE_DAMAGED, file=path.name)
            marks = [bytes(row[0]) for row in connection.execute(str(select(hold_key_mark.c.mark)))]
    except (sqlite3.Error, TypeError):
        return problem(check, Code.STORE_DAMAGED, file=path.name)
    try:
        fits = marks == [key_mark(hold_key(key_path, may_make=False))]
    except AppError:
        fits = False
    if not fits:
        return problem(check, Code.HOLD_KEY_WRONG, file=key_path.name)
    return Finding(check, values={"counters": counters, "answers": True})


def _others_may_read(path: Path) -> bool:
    """Whether anybody but the owner may; only where rights are such."""
    return os.name == "posix" and bool(path.stat().st_mode & 0o077)
