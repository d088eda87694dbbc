"""Where passwords lie: the operating system's store if there is one, else one file that is its owner's alone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoStore
from keyring.backends.null import Keyring as SwitchedOff
from keyring.errors import KeyringLocked

from app.bootstrap import join_home, opened_office
from app.config.paths import Home
from app.domain.errors import DiskFull
from app.domain.sharing import Login, SharedAddress
from app.domain.sharing_errors import InviteUsed, PasswordStoreUnavailable, SharedLoginRefused, SharedSideUnreachable
from app.domain.visits import NewVisit
from app.sync.passwords import StoredPasswords, has_store
from tests.support.faults import in_unprivileged_child
from tests.support.offices import PASSWORD, home, home_template, stored
from tests.support.postgres import Cluster, new_database
from tests.support.silent_proxy import SilentProxy

__all__ = ["home", "home_template"]

OFFICE = "0193d0c4-0000-7000-8000-000000000001"


class Store(KeyringBackend):
    """The operating system's store, reduced to what a program sees of it."""

    viable = False
    """keyring takes the best of all classes there are; this one is used only where a test sets it."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        del self.kept[service, username]

    def _answer(self) -> None:
        if self.locked:
            raise KeyringLocked("the user has not unlocked it")


@pytest.fixture
def no_store() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(NoStore())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def store(no_store: None) -> Store:
    store = Store()
    keyring.set_keyring(store)
    return store


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    folder = tmp_path / "keys"
    folder.mkdir(0o700)
    return folder


def test_with_a_store_nothing_lies_in_a_file(store: Store, keys: Path) -> None:
    passwords = StoredPasswords(keys, OFFICE)
    assert passwords.get("minwon_c_1") is None
    passwords.put("minwon_c_1", "첫째")
    passwords.put("administrator", "둘째")
    passwords.put("minwon_c_1", "셋째")
    assert (passwords.get("minwon_c_1"), passwords.get("administrator")) == ("셋째", "둘째")
    assert StoredPasswords(keys, "another office").get("administrator") is None
    passwords.forget("minwon_c_1")
    passwords.forget("nobody")
    assert passwords.get("minwon_c_1") is None
    assert list(store.kept.values()) == ["둘째"]
    assert list(keys.iterdir()) == []


def test_without_a_store_they_lie_in_one_file_of_its_owner(no_store: None, keys: Path) -> None:
    assert not has_store()
    passwords = StoredPasswords(keys, OFFICE)
    passwords.put("minwon_c_1", "첫째")
    passwords.put("administrator", "둘째")
    (file,) = keys.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert StoredPasswords(keys, OFFICE).get("minwon_c_1") == "첫째"
    passwords.forget("minwon_c_1")
    passwords.forget("nobody")
    assert json.loads(file.read_text("utf-8")) == {"administrator": "둘째"}


def test_a_store_that_is_switched_off_is_none(no_store: None, keys: Path) -> None:
    keyring.set_keyring(SwitchedOff())
    StoredPasswords(keys, OFFICE).put("administrator", "첫째")
    assert StoredPasswords(keys, OFFICE).get("administrator") == "첫째"


def test_a_store_that_came_later_takes_over(no_store: None, keys: Path) -> None:
    passwords = StoredPasswords(keys, OFFICE)
    passwords.put("minwon_c_1", "old")
    store = Store()
    keyring.set_keyring(store)
    assert passwords.get("minwon_c_1") == "old", "what is in the file still holds"
    passwords.put("minwon_c_1", "new")
    assert passwords.get("minwon_c_1") == "new"
    assert "old" not in (keys / "shared.json").read_text("utf-8")


@pytest.mark.parametrize("spoilt", ["", "{", "[1, 2]", "null"])
def test_a_file_that_cannot_be_read_holds_nothing(no_store: None, keys: Path, spoilt: str) -> None:
    (keys / "shared.json").write_text(spoilt, "utf-8")
    passwords = StoredPasswords(keys, OFFICE)
    assert passwords.get("administrator") is None
    passwords.put("administrator", "첫째")
    assert passwords.get("administrator") == "첫째"


def test_a_store_that_does_not_answer(store: Store, keys: Path) -> None:
    passwords = StoredPasswords(keys, OFFICE)
    passwords.put("administrator", "첫째")
    store.locked = True
    for ask in (lambda: passwords.get("administrator"), lambda: passwords.forget("administrator")):
        with pytest.raises(PasswordStoreUnavailable):
            ask()
    with pytest.raises(PasswordStoreUnavailable):
        passwords.put("administrator", "둘째")
    assert list(keys.iterdir()) == [], "what the store does not take goes nowhere else"
    store.locked = False
    assert passwords.get("administrator") == "첫째"


def test_a_full_disk_leaves_the_passwords_there_were(no_store: None, keys: Path) -> None:
    StoredPasswords(keys, OFFICE).put("administrator", "첫째")

    def attempt() -> str:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (8, 8))
        try:
            StoredPasswords(keys, OFFICE).put("administrator", "둘째" * 20)
        except DiskFull:
            return StoredPasswords(keys, OFFICE).get("administrator") or ""
        return "written"

    assert in_unprivileged_child(attempt, keep_account=True) == "첫째"


# --- over a real server ---


def shared(home: Home, cluster: Cluster) -> tuple[SharedAddress, Login]:
    address, login = new_database(cluster)
    with opened_office(home) as office:
        admin = office.accounts.sign_in("admin", PASSWORD)
        office.sharing.begin(admin, address, login)
        office.sharing.exchange()
    return address, login


def test_a_home_that_goes_on_as_another_counter_keeps_its_login(
    store: Store, home: Home, postgres_cluster: Cluster, tmp_path: Path
) -> None:
    shared(home, postgres_cluster)
    image = Home(tmp_path / "image")
    shutil.copytree(home.root, image.root)
    for each in (home, image):
        with opened_office(each) as office:
            office.visits.register(office.accounts.sign_in("clerk1", PASSWORD), NewVisit("SEAL"))
            office.sharing.exchange()
            office.sharing.exchange()
    assert stored(home, "SELECT counter_code FROM home") != stored(image, "SELECT counter_code FROM home")
    with opened_office(image) as office:
        assert office.sharing.exchange().unsent == 0
    assert not (home.keys / "shared.json").exists()


def test_a_password_that_got_lost_is_said_to_be_refused(store: Store, home: Home, postgres_cluster: Cluster) -> None:
    shared(home, postgres_cluster)
    store.kept.clear()
    with opened_office(home) as office:
        with pytest.raises(SharedLoginRefused) as refused:
            office.sharing.exchange()
        assert refused.value.user.startswith("minwon_c_")
        assert office.sharing.state().trouble == "SharedLoginRefused"
        assert office.sharing.state().failing_since is not None


def test_a_locked_store_is_told_in_the_state(store: Store, home: Home, postgres_cluster: Cluster) -> None:
    shared(home, postgres_cluster)
    store.locked = True
    with opened_office(home) as office:
        with pytest.raises(PasswordStoreUnavailable):
            office.sharing.exchange()
        assert office.sharing.state().trouble == "PasswordStoreUnavailable"
        store.locked = False
        office.sharing.exchange()
        assert office.sharing.state().trouble == ""


class Cutting(Store):
    """Once it has kept a password, nobody is there any more over the network: the code is redeemed by then."""

    def __init__(self, kept: dict[tuple[str, str], str], proxy: SilentProxy) -> None:
        super().__init__()
        self.kept = kept
        self.proxy = proxy
        self.cut = 0

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password)
        self.proxy.__exit__(None, None, None)
        self.cut += 1


@pytest.mark.parametrize("stands", [False, True])
def test_a_join_that_is_cut_off_leaves_neither_a_home_nor_a_password(
    store: Store, home: Home, postgres_cluster: Cluster, tmp_path: Path, stands: bool
) -> None:
    address, _ = shared(home, postgres_cluster)
    new = Home(tmp_path / "new")
    if stands:
        new.root.mkdir()
    with opened_office(home) as office:
        admin = office.accounts.sign_in("admin", PASSWORD)
        codes = [office.sharing.invite(admin).code for _ in range(2)]
    kept, names = dict(store.kept), sorted(path.name for path in tmp_path.iterdir())
    proxy = SilentProxy(address.port)
    proxy.__enter__()
    cutting = Cutting(store.kept, proxy)
    keyring.set_keyring(cutting)
    through = SharedAddress(address.kind, host=address.host, port=proxy.port, database=address.database)
    with pytest.raises(SharedSideUnreachable):
        join_home(new, through, codes[0], "새 창구")
    assert cutting.cut == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    assert not stands or list(new.root.iterdir()) == []
    assert store.kept == kept

    keyring.set_keyring(store)
    with pytest.raises(InviteUsed):
        join_home(new, address, codes[0], "새 창구")
    join_home(new, address, codes[1], "다른 창구")
    with opened_office(new) as office:
        assert office.sharing.exchange().unsent == 0
