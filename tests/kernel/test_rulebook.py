"""Rules are found by looking, and a code stands for one rule."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from kaocheng.kernel.findings import Severity
from kaocheng.kernel.rulebook import rules_in, unique

RULE = '''"""A rule."""
from kaocheng.kernel.rulebook import rule

@rule("甲不等于乙", family="甲", of=str, severity="note")
def {name}(text):
    """Never says anything."""
    return ()
'''


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """An empty package of rules on the path."""
    (tmp_path / "planted_rules").mkdir()
    (tmp_path / "planted_rules/__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    module = ModuleType("planted_rules")
    module.__path__ = [str(tmp_path / "planted_rules")]
    monkeypatch.setitem(sys.modules, "planted_rules", module)
    yield module
    for name in [name for name in sys.modules if name.startswith("planted_rules.")]:
        del sys.modules[name]


def _plant(package: ModuleType, name: str, text: str) -> None:
    (Path(package.__path__[0]) / f"{name}.py").write_text(text, "utf-8")


def test_a_module_named_by_a_code_is_a_rule(package: ModuleType) -> None:
    """Others in the folder are helpers; the page is read from beside the function."""
    _plant(package, "abc001_first", RULE.format(name="first"))
    _plant(package, "helpers", "X = 1")
    (Path(package.__path__[0]) / "abc001_first.toml").write_text('what = "甲"', "utf-8")
    (rule,) = rules_in(package)
    assert ("ABC001", "甲不等于乙", Severity.NOTE) == (rule.code, rule.title, rule.severity)
    assert {"what": "甲"} == rule.page()


@pytest.mark.parametrize("text", ['"""No rule."""', RULE.format(name="a") + RULE.format(name="b")])
def test_a_module_holds_exactly_one_rule(package: ModuleType, text: str) -> None:
    """None or two stop the start, with the module's name."""
    _plant(package, "abc002_second", text)
    with pytest.raises(ValueError, match="abc002_second"):
        list(rules_in(package))


def test_a_code_is_used_once(package: ModuleType) -> None:
    """Two rules with one code stop the start."""
    for name in ("abc003_one", "abc003_two"):
        _plant(package, name, RULE.format(name="judge"))
    with pytest.raises(ValueError, match="ABC003"):
        unique(rules_in(package))
