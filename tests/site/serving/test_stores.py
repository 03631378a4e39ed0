"""A large store says beforehand how long its update may take."""

from __future__ import annotations

import pytest

from kaocheng.site.serving import stores

pytestmark = pytest.mark.django_db
GIB = 1 << 30


@pytest.mark.parametrize(
    ("steps", "size", "said"),
    [
        (0, 4 * GIB, ""), (2, stores.LARGE - 1, ""),
        (2, stores.LARGE, "数据库有 0.2 GB，要更新 2 步，大约 1 分钟"),
        (1, 4 * GIB + 1, "数据库有 4.0 GB，要更新 1 步，大约 5 分钟"),
    ],
)  # fmt: skip
def test_a_long_update_is_told(
    monkeypatch: pytest.MonkeyPatch, steps: int, size: int, said: str
) -> None:
    """Nothing where nothing is to be done, or soon."""
    monkeypatch.setattr(stores, "_pending", lambda: steps)
    monkeypatch.setattr(stores, "_size", lambda: size)
    assert said == stores.awaited().partition("；")[0]


def test_the_store_of_the_tests_is_small() -> None:
    """Its size is asked of either database; nothing is to be done in it."""
    assert 0 <= stores._size() < GIB
    assert "" == stores.awaited()
