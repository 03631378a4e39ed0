"""The repository keeps its own rules: size, docstrings, tests, documentation, words."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from kaocheng.cli.grammar import FORMATS, grammar
from kaocheng.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
CODE = [
    *SOURCES,
    *TESTS,
    *sorted((ROOT / "tools").glob("*.py")),
    *sorted((ROOT / "bench").glob("*.py")),
]
TEXTS = [
    path
    for folder in (
        "src",
        "tests",
        "docs",
        "decisions",
        "changelog.d",
        "examples",
        "tools",
        "bench",
        ".ci",
    )
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".md", ".toml", ".txt", ".jsonl", ".html", ".css", ".js", ""}
    and path.is_file()
] + [path for path in sorted(ROOT.iterdir()) if path.is_file()]

# spelt in pieces, so that this file does not hold the words it looks for
FORBIDDEN = re.compile(
    "|".join(
        ("/w" + "ork/", "/t" + "mp/", "/r" + "oot/", "py" + r"pi\.org", "python" + "hosted",
         "npm" + "js", "deb" + r"\.debian", "sub-?" + "agent", "as an " + "AI")
    ),
    re.IGNORECASE,
)  # fmt: skip


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text("utf-8"))
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_no_file_over_400_lines() -> None:
    """What is longer is two things."""
    lengths = {_name(path): path.read_text("utf-8").count("\n") for path in CODE}
    assert {} == {name: length for name, length in lengths.items() if length > 400}


def test_no_function_over_40_lines() -> None:
    """What is longer does two things."""
    lengths = {
        f"{_name(path)}:{f.name}": (f.end_lineno or 0) - f.lineno + 1
        for path in CODE
        if path not in TESTS
        for f in _functions(path)
    }
    assert {} == {name: length for name, length in lengths.items() if length > 40}


def test_every_module_has_a_docstring() -> None:
    """A newcomer reads the first line of each file."""
    assert [] == [_name(p) for p in CODE if not ast.get_docstring(ast.parse(p.read_text("utf-8")))]


def test_no_import_inside_a_function() -> None:
    """What a module needs stands at its head."""
    inner = [
        f"{_name(path)}:{f.name}"
        for path in SOURCES
        for f in _functions(path)
        if any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(f))
    ]
    assert [] == inner


def test_every_test_has_a_docstring() -> None:
    """A test says what it promises, or it cannot be judged when it fails."""
    bare = [
        f"{_name(path)}:{f.name}"
        for path in TESTS
        for f in _functions(path)
        if f.name.startswith("test_") and not ast.get_docstring(f)
    ]
    assert [] == bare


def test_no_forbidden_words() -> None:
    """No absolute path of somebody's machine and no registry host in any text of the repository."""
    found = {
        _name(path): match[0]
        for path in TEXTS
        if (match := FORBIDDEN.search(path.read_text("utf-8", errors="replace")))
    }
    assert {} == found


def test_every_command_and_option_is_documented() -> None:
    """The pages in docs/ name every command, every option and every format."""
    page = "".join(path.read_text("utf-8") for path in sorted((ROOT / "docs").glob("*.md")))
    chosen = next(a for a in grammar()._actions if a.dest == "command").choices or {}
    options = {
        word
        for parser in chosen.values()
        for action in parser._actions
        for word in action.option_strings
        if word.startswith("--") and word != "--help"
    }
    wanted = (
        options | {f"kaocheng {name}" for name in COMMANDS} | {f"`--format {f}`" for f in FORMATS}
    )
    assert set() == {word for word in wanted if word not in page}


def test_every_command_of_the_grammar_can_be_run() -> None:
    """The grammar and the table of commands name the same commands."""
    chosen = next(a for a in grammar()._actions if a.dest == "command").choices or {}
    assert set(COMMANDS) == set(chosen)
