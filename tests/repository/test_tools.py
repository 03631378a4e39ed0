"""The scripts for developers do what CONTRIBUTING says of them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tools import new_rule


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder with two rules of one family, in different packages."""
    for name in ("disclosure/rules/sum004_x.py", "performance/rules/sum007_y.py"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    monkeypatch.setattr(new_rule, "ROOT", tmp_path)
    return tmp_path


def test_a_new_rule_takes_the_next_number_of_all_packages(packages: Path) -> None:
    """Two files side by side; the page is TOML with an example of each kind."""
    assert 0 == new_rule.main(["SUM", "wrong_total", "合计不符", "disclosure"])
    module, page = (
        packages / f"disclosure/rules/sum008_wrong_total{suffix}" for suffix in (".py", ".toml")
    )
    compile(module.read_text("utf-8"), module, "exec")
    assert "合计不符" in module.read_text("utf-8")
    stored = tomllib.loads(page.read_text("utf-8"))
    assert {"what", "why", "remedy", "basis", "fails", "passes", "skips"} <= set(stored)


@pytest.mark.parametrize("arguments", [[], ["SUMS", "x"], ["SUM", "Wrong"], ["SUM", "../x"]])
def test_misuse_shows_the_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written for a code or a name that cannot be one."""
    assert 2 == new_rule.main(arguments)
    assert "make new-rule" in capsys.readouterr().err
