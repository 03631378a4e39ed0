"""Every module has a test that speaks of it, or a reason why another test covers it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"

# rules are tested by their own examples, and packages by their modules
# an app's configuration, addresses and migrations are run by every test of the site
SELF_TESTED = re.compile(
    r"rules\.[a-z]{3}\d{3}_|__main__$|^kaocheng(\.\w+)?$"
    r"|^kaocheng\.site\.\w+(\.(apps|urls|migrations(\.\w+)?|templatetags(\.\w+)?))?$|^kaocheng\.site\.settings\."
)
COVERED_ELSEWHERE: dict[str, str] = {
    "kaocheng.cli.refusals": "an exception without behaviour",
    "kaocheng.cli.serving": "run as a command in tests/site/serving/test_serve.py",
    "kaocheng.site.serving.server": "the same",
    "kaocheng.site.accounts.entrance": "forms of allauth, in tests/site/accounts/test_signing.py",
    "kaocheng.site.accounts.lockout": "in tests/site/accounts/test_signing.py",
    "kaocheng.site.accounts.middleware": "in tests/site/accounts/test_signing.py",
    "kaocheng.site.accounts.receivers": "in tests/site/accounts/test_signing.py",
    "kaocheng.site.base.middleware": "in tests/site/base/test_errors.py",
}


def _modules() -> dict[str, Path]:
    paths = sorted((SOURCE / "kaocheng").rglob("*.py"))
    named = (path.relative_to(SOURCE).with_suffix("").parts for path in paths)
    return {
        ".".join(parts).removesuffix(".__init__"): path
        for parts, path in zip(named, paths, strict=True)
    }


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


def _package(name: str) -> str:
    return ".".join(name.split(".")[:2])


def _opened() -> set[str]:
    """The addresses of apps that have tests of their own: their pages are reached through them."""
    folders = (ROOT / "tests/site").iterdir()
    return {f"kaocheng.site.{folder.name}.urls" for folder in folders if folder.is_dir()}


def _reached(modules: dict[str, Path]) -> set[str]:
    """Modules a test imports, and what those use of their own package."""
    tests = (_imports(path) for path in (ROOT / "tests").rglob("*.py"))
    todo = {name for names in [*tests, _opened()] for name in names if name in modules}
    reached: set[str] = set()
    while todo:
        name = todo.pop()
        reached.add(name)
        used = {n for n in _imports(modules[name]) if n in modules}
        todo |= {n for n in used if _package(n) == _package(name)} - reached
    return reached | {name.rpartition(".")[0] for name in reached}


def test_every_module_has_a_test() -> None:
    """A test file at the mirrored path, or a test that imports it or what it is a part of."""
    modules = _modules()
    reached = _reached(modules)
    untested = [
        name
        for name in modules
        if not SELF_TESTED.search(name)
        and name not in reached
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
