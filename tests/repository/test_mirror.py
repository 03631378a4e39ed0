"""Every module has a test that speaks of it, or a reason why another test covers it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"

# rules are tested by their own examples, and packages by their modules
SELF_TESTED = re.compile(r"rules\.[a-z]{3}\d{3}_|__init__$|__main__$")
COVERED_ELSEWHERE = {
    "kaocheng.cli.refusals": "an exception without behaviour",
    "kaocheng.cli.slips": "a value without behaviour, made in tests/cli/test_tally.py",
}


def _modules() -> list[str]:
    paths = sorted((SOURCE / "kaocheng").rglob("*.py"))
    return [".".join(path.relative_to(SOURCE).with_suffix("").parts) for path in paths]


def _spoken_of() -> set[str]:
    names: set[str] = set()
    for path in (ROOT / "tests").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
            elif isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
    return names


def test_every_module_has_a_test() -> None:
    """A test file at the mirrored path, or a test that imports the module by name."""
    spoken = _spoken_of()
    untested = [
        name
        for name in _modules()
        if not SELF_TESTED.search(name)
        and name not in spoken
        and name not in COVERED_ELSEWHERE
        and not _mirrored(name)
    ]
    assert [] == untested


def _mirrored(name: str) -> bool:
    *folders, last = name.split(".")[1:]
    return (ROOT / "tests" / "/".join(folders) / f"test_{last}.py").exists()


def test_the_exceptions_are_still_needed() -> None:
    """A module that is gone, or has a test of its own by now, leaves the list."""
    modules = _modules()
    assert [] == [n for n in COVERED_ELSEWHERE if n not in modules or _mirrored(n)]
