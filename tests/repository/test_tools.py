"""The scripts for developers do what CONTRIBUTING says of them."""

from __future__ import annotations

import os
import re
import runpy
import tomllib
from pathlib import Path

import pytest

from tools import new_rule, together


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


@pytest.mark.parametrize("package", new_rule.PACKAGES)
def test_a_new_rule_is_a_rule(package: str, packages: Path) -> None:
    """Its module runs as it stands, and takes nothing from a package above its own."""
    assert 0 == new_rule.main(["SUM", "wrong_total", '“合计”写成了"共计"', package])
    (module,) = packages.glob(f"{package}/rules/sum008_*.py")
    made = runpy.run_path(str(module))
    assert '“合计”写成了"共计"' == made["wrong_total"].declared.title
    taken = re.findall(r"from kaocheng\.(\w+)", module.read_text("utf-8"))
    assert {"kernel", package} == set(taken)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["SUMS", "x", "题"],
        ["SUM", "Wrong", "题"],
        ["SUM", "../x", "题"],
        ["SUM", "x_y"],
        ["SUM", "x_y", "题", "nowhere"],
    ],
)
def test_misuse_shows_the_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written for a code or a name that cannot be one."""
    assert 2 == new_rule.main(arguments)
    assert "make new-rule" in capsys.readouterr().err


def test_commands_run_together(capfd: pytest.CaptureFixture[str]) -> None:
    """Each is heard once and whole; one that fails is named, and the others end."""
    assert 0 == together.main(["echo first", "echo second; echo more >&2"])
    said = capfd.readouterr().out
    assert said.count("first\n") == said.count("second\nmore\n") == 1
    assert 1 == together.main(["echo good", "echo bad; exit 3", "false"])
    said = capfd.readouterr().out
    assert "good\n" in said
    assert "bad\n" in said
    assert said.endswith("\nFailed: echo bad; exit 3\nFailed: false\n")


def test_commands_run_at_once(tmp_path: Path) -> None:
    """Each opens a pipe that the other opens at its other end: one after the other they would never end."""
    os.mkfifo(tmp_path / "pipe")
    assert 0 == together.main([f"echo x > {tmp_path}/pipe", f"cat {tmp_path}/pipe"])
