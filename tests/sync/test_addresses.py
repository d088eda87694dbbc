"""Addresses as people type them."""

from __future__ import annotations

import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.sharing import Login, SharedAddress, SharedKind
from app.domain.sharing_errors import SharedAddressUnusable
from app.sync.addresses import read_address


def postgresql(host: str = "db", port: int = 5432, database: str = "minwon", **options: str) -> SharedAddress:
    return SharedAddress(SharedKind.POSTGRESQL, host=host, port=port, database=database, options=options)


@pytest.mark.parametrize(
    ("text", "address", "login"),
    [
        ("postgresql://db/minwon", postgresql(), None),
        ("  postgresql://db/minwon \n", postgresql(), None),
        ("postgres://db:5433/minwon", postgresql(port=5433), None),
        ("PostgreSQL://DB.Hanbit.go.kr/minwon", postgresql("db.hanbit.go.kr"), None),
        ("postgresql://admin@db/minwon", postgresql(), Login("admin", "")),
        ("postgresql://admin:secret@db/minwon", postgresql(), Login("admin", "secret")),
        ("postgresql://ad%40min:p%40ss%2Fw%3Aord%25@db/minwon", postgresql(), Login("ad@min", "p@ss/w:ord%")),
        ("postgresql://관리자:비밀@db/민원", postgresql(database="민원"), Login("관리자", "비밀")),
        ("postgresql://db/%EB%AF%BC%EC%9B%90", postgresql(database="민원"), None),
        ("postgresql://a:b:c@db/minwon", postgresql(), Login("a", "b:c")),
        ("postgresql://[fe80::1]:5433/minwon", postgresql("fe80::1", 5433), None),
        ("postgresql://10.0.0.5/minwon", postgresql("10.0.0.5"), None),
        (
            "postgresql://db/minwon?sslmode=verify-full&sslrootcert=/etc/ca%20office.pem",
            postgresql(sslmode="verify-full", sslrootcert="/etc/ca office.pem"),
            None,
        ),
    ],
)
def test_a_server_s_address_is_read(text: str, address: SharedAddress, login: Login | None) -> None:
    assert read_address(text) == (address, login)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("sqlite:////srv/share/office.db", "/srv/share/office.db"),
        ("sqlite:////srv/공유/민원%20실.db", "/srv/공유/민원 실.db"),
        ("SQLITE:////srv/office.db", "/srv/office.db"),
        ("sqlite:////srv/100%25.db", "/srv/100%.db"),
    ],
)
def test_a_path_is_read(text: str, path: str) -> None:
    address, login = read_address(text, windows=False)
    assert (address, login) == (SharedAddress(SharedKind.FILE, path=path), None)


def test_a_path_that_begins_nowhere_begins_here(
    tmp_path: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(tmp_path))
    address, _ = read_address("sqlite:///share/office.db", windows=False)
    assert address.path == f"{tmp_path}/share/office.db"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("sqlite:///C:/share/office.db", "C:/share/office.db"),
        ("sqlite:///c:\\share\\office.db", "c:/share/office.db"),
        ("sqlite:////server/share/office.db", "//server/share/office.db"),
        ("sqlite://///server/share/office.db", "//server/share/office.db"),
        ("sqlite:///\\\\server\\share\\민원 실.db", "//server/share/민원 실.db"),
    ],
)
def test_a_windows_path_is_read(text: str, path: str) -> None:
    address, _ = read_address(text, windows=True)
    assert address.path == path


@pytest.mark.parametrize(
    "text",
    [
        "",
        "minwon",
        "postgresql:",
        "postgresql://",
        "postgresql:///minwon",
        "postgresql://db",
        "postgresql://db/",
        "postgresql://db/a/b",
        "postgresql://db:port/minwon",
        "postgresql://db:0/minwon",
        "postgresql://db:99999/minwon",
        "postgresql://:secret@db/minwon",
        "postgresql://db/minwon?sslmode=none",
        "postgresql://db/minwon?password=secret",
        "postgresql://db/minwon?sslmode=require&sslmode=disable",
        "postgresql://db/minwon?sslmode=",
        "postgresql://db/minwon#secret",
        "postgresql://a,b/minwon",
        "postgresql://[fe80::1/minwon",
        "postgresql://admin:se%00cret@db/minwon",
        "postgresql://admin:secret%FF@db/minwon",
        "postgresql://admin:se\tcret@db/minwon",
        "mysql://db/minwon",
        "http://db/minwon",
        "sqlite:",
        "sqlite:///",
        "sqlite://office.db",
        "sqlite:////srv/share/",
        "sqlite:////srv/office.db?mode=ro",
        "sqlite:////srv/off%00ice.db",
        "sqlite:///:memory:?cache=shared",
    ],
)
def test_anything_else_is_unusable_and_not_repeated(text: str) -> None:
    with pytest.raises(SharedAddressUnusable) as caught:
        read_address(text)
    told = "".join(traceback.format_exception(caught.value, chain=True)).replace(__file__, "")
    assert vars(caught.value) == {}
    assert "secret" not in str(caught.value) + repr(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None, told


@pytest.mark.parametrize("text", ["sqlite:///C:office.db", "sqlite:////server", "sqlite:////server/share"])
def test_half_a_windows_path_is_unusable(text: str) -> None:
    with pytest.raises(SharedAddressUnusable):
        read_address(text, windows=True)


@given(st.text(st.characters(min_codepoint=0x20, exclude_categories=["C"], exclude_characters="/"), min_size=1))
def test_a_path_comes_back_as_it_was(name: str) -> None:
    address = SharedAddress(SharedKind.FILE, path=f"/srv/x{name}x")
    assert read_address(address.url(), windows=False) == (address, None)


@given(
    st.text(st.characters(min_codepoint=0x20, exclude_categories=["C"], exclude_characters="/"), min_size=1),
    st.integers(1, 65535),
    st.sampled_from(["db", "10.0.0.5", "fe80::1", "db.hanbit.go.kr"]),
    st.dictionaries(st.just("sslrootcert"), st.text(st.characters(exclude_categories=["C"]), min_size=1)),
)
def test_a_server_s_address_comes_back_as_it_was(name: str, port: int, host: str, options: dict[str, str]) -> None:
    address = postgresql(host, port, f"x{name}x", **options)
    assert read_address(address.url()) == (address, None)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    for begin in ("", "sqlite:///", "postgresql://", "postgresql://db/"):
        for windows in (False, True):
            try:
                address, _ = read_address(begin + text, windows=windows)
            except SharedAddressUnusable:
                continue
            assert address.path or (address.host and address.database)
