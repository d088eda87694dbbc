"""The same file is the same locked bytes in one office, and tells nothing in another."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.crypto.file_locks import LONGER_BY, blob_name, file_key, lock_file, unlock_file
from app.crypto.secrets import CannotUnlock

OFFICE, OTHER = "11111111-2222-4333-8444-555555555555", "11111111-2222-4333-8444-555555555556"


@given(st.binary(max_size=3000))
def test_what_was_locked_opens_and_is_the_same_every_time(content: bytes) -> None:
    key = file_key(content, OFFICE)
    locked = lock_file(key, content)
    assert lock_file(file_key(content, OFFICE), content) == locked
    assert unlock_file(key, locked) == content
    assert len(locked) == len(content) + LONGER_BY
    assert blob_name(locked) == hashlib.sha256(locked).hexdigest()


@given(st.binary(min_size=24, max_size=300))
def test_nothing_of_a_file_stands_in_its_locked_bytes(content: bytes) -> None:
    locked = lock_file(file_key(content, OFFICE), content)
    assert all(content[at : at + 16] not in locked for at in range(len(content) - 15))


def test_another_office_has_other_keys_and_other_names() -> None:
    ours, theirs = file_key(b"scan", OFFICE), file_key(b"scan", OTHER)
    assert ours != theirs
    assert blob_name(lock_file(ours, b"scan")) != blob_name(lock_file(theirs, b"scan"))
    assert file_key(b"scan", OFFICE) != file_key(b"scan.", OFFICE)


@given(st.binary(min_size=1, max_size=300), st.data())
def test_what_was_altered_or_is_of_another_key_does_not_open(content: bytes, data: st.DataObject) -> None:
    key = file_key(content, OFFICE)
    locked = bytearray(lock_file(key, content))
    locked[data.draw(st.integers(0, len(locked) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(CannotUnlock):
        unlock_file(key, bytes(locked))
    with pytest.raises(CannotUnlock):
        unlock_file(file_key(content, OTHER), lock_file(key, content))
    for no_key in (b"", b"short"):
        with pytest.raises(CannotUnlock):
            unlock_file(no_key, lock_file(key, content))
