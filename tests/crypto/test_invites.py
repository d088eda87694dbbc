"""The one-time code: it survives being read out, and a slip of the tongue is noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.crypto.invites import SECRET_BYTES, invite_id, invite_login, invite_text, new_invite, read_invite
from app.domain.readable_codes import ALPHABET
from app.domain.sharing import InviteCode
from app.domain.sharing_errors import InviteUnusable

CODES = st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES).map(InviteCode)


@given(CODES)
def test_a_code_reads_as_it_was_written(code: InviteCode) -> None:
    text = invite_text(code)
    assert len(text.replace("-", "")) == 28
    assert read_invite(text) == read_invite(f" {text.lower().replace('-', ' ')} ") == code


def test_one_wrong_sign_is_noticed() -> None:
    """The checksum has twelve bits: about one mistake in four thousand gets through, and then no login answers."""
    right = invite_text(InviteCode(bytes(range(SECRET_BYTES)))).replace("-", "")
    wrong = [right[:at] + sign + right[at + 1 :] for at in range(28) for sign in ALPHABET if sign != right[at]]
    assert len(wrong) == 868
    assert sum(map(is_readable, wrong)) <= 3


def is_readable(text: str) -> bool:
    try:
        read_invite(text)
    except InviteUnusable:
        return False
    return True


@pytest.mark.parametrize("text", ["", "K7QM", "0" * 28, "한글" * 14, "2" * 28, "K7QM-" * 7])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(InviteUnusable):
        read_invite(text)


def test_login_password_and_mark_follow_from_the_code_and_tell_nothing_of_each_other() -> None:
    code = new_invite()
    login = invite_login(code)
    assert login == invite_login(read_invite(invite_text(code)))
    assert len({login.user, login.password, invite_id(code), code.secret.hex(), invite_login(new_invite()).user}) == 5
    assert login.user.startswith("minwon_c_")
    assert code.secret.hex() not in login.user + login.password + invite_id(code)
