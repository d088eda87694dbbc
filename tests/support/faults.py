"""Faults at the edge of the process: an account without rights, a folder that cannot be written."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Everything below `folder` readable by all, writable by none (but root, who needs `in_unprivileged_child`)."""
    everything = [folder, *folder.rglob("*")]
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in everything}
    opened = [parent for parent in folder.parents if parent != Path("/") and not parent.stat().st_mode & stat.S_IXOTH]
    parents = {path: stat.S_IMODE(path.stat().st_mode) for path in opened}
    for path in opened:
        path.chmod(parents[path] | stat.S_IXOTH | stat.S_IROTH)
    for path in everything:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield
    finally:
        for path, mode in {**modes, **parents}.items():
            path.chmod(mode)


def in_unprivileged_child(work: Callable[[], str], *, keep_account: bool = False) -> str:
    """What `work` returns when it runs in a child process; as root, under an account without rights."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            if os.geteuid() == 0 and not keep_account:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            answer = work()
        except BaseException as error:
            answer = f"{type(error).__name__}: {error}"
        os.write(writer, answer.encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said
