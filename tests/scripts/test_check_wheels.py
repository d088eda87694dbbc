"""make check sees a package that Windows could not install; what uv itself says is not asked here (no network)."""

from __future__ import annotations

import pytest

from scripts.check_wheels import faults

HASH = "0f" * 32


def package(*files: str) -> dict[str, object]:
    wheels = [{"url": f"https://example.org/{file}", "hashes": {"sha256": HASH}} for file in files]
    return {"name": "thing", "version": "1.0", "wheels": wheels}


@pytest.mark.parametrize(
    ("files", "locked", "said"),
    [
        (["thing-1.0-cp311-cp311-win_amd64.whl"], HASH, []),
        (["thing-1.0-py3-none-any.whl"], HASH, []),
        (["thing-1.0-cp311-cp311-manylinux_2_28_x86_64.whl"], HASH, ["thing 1.0 has no wheel for Windows"]),
        (["thing-1.0-cp311-cp311-win32.whl"], HASH, ["thing 1.0 has no wheel for Windows"]),
        ([], HASH, ["thing 1.0 has no wheel for Windows"]),
        (["thing-1.0-py3-none-any.whl"], "1f" * 32, ["thing 1.0: the hash of its Windows wheel is not locked"]),
    ],
)
def test_a_wheel_for_windows_with_a_locked_hash(files: list[str], locked: str, said: list[str]) -> None:
    assert faults([package(*files)], f"thing==1.0 \\\n    --hash=sha256:{locked}\n") == said
