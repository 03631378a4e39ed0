"""Real people and made-up ones do not get into one store; the key is made once."""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kaocheng.kernel.refusing import Refusal
from kaocheng.site.serving import preparing
from kaocheng.site.serving.folders import make_folders

AT = datetime(2026, 3, 2, tzinfo=UTC)


def test_the_key_is_made_once(tmp_path: Path) -> None:
    """Long, and for the server alone."""
    store = tmp_path / "a" / "store"
    keys = set()
    for _ in range(2):
        make_folders(store)
        keys.add((store / "secret-key").read_text("ascii"))
    assert (1, True) == (len(keys), len(keys.pop()) > 60)
    assert 0o600 == stat.S_IMODE((store / "secret-key").stat().st_mode)


@pytest.mark.parametrize(
    ("held", "marked", "demo", "code"),
    [(True, False, True, "demo.real"), (True, True, False, "demo.made")],
)
def test_the_two_kinds_of_store_stay_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: bool, marked: bool, demo: bool, code: str
) -> None:
    """Whichever came first."""
    monkeypatch.setattr(preparing, "DEMO", "kaocheng.site")
    for name, there in (("secret-key", held), ("demo", marked)):
        if there:
            (tmp_path / name).touch()
    with pytest.raises(Refusal) as refused:
        list(preparing.prepare(tmp_path, rescue="", demo=demo, at=AT))
    assert code == refused.value.code


def test_a_version_without_a_demonstration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Says so."""
    monkeypatch.setattr(preparing, "DEMO", "kaocheng.site.no_such_module")
    with pytest.raises(Refusal, match="没有带示范数据"):
        list(preparing.prepare(tmp_path / "s", rescue="", demo=True, at=AT))
