"""The import contracts must be able to fail: each is shown an import it forbids."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLANTS = {
    "upwards": ("kernel", "import kaocheng.disclosure", "kaocheng.kernel.planted"),
    "siblings": ("money", "import kaocheng.performance", "kaocheng.money.planted"),
    "reader": ("reading", "import kaocheng.editions", "kaocheng.reading.planted"),
    "writer": ("writing", "import kaocheng.money", "kaocheng.writing.planted"),
    "file format": ("disclosure", "import lxml.etree", "kaocheng.disclosure.planted"),
    "framework in the core": ("cases", "import django.db", "kaocheng.cases.planted"),
    "siblings of the hall": ("cases", "import kaocheng.feedback", "kaocheng.cases.planted"),
    "app upwards": ("site/base", "import kaocheng.site.audit", "kaocheng.site.base.planted"),
    "app beside": ("site/feedback", "import kaocheng.site.cases", "kaocheng.site.feedback.planted"),
    "unlisted app": ("site/newcomer", "", "newcomer"),
    "unlisted package": ("newcomer", "", "newcomer"),
}


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    arguments = ["--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    return subprocess.run(
        [sys.executable, "-c", command, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the package to plant into."""
    shutil.copytree(
        ROOT / "src/kaocheng", tmp_path / "kaocheng", ignore=shutil.ignore_patterns("__pycache__")
    )
    return tmp_path


@pytest.mark.parametrize("plant", PLANTS)
def test_a_planted_import_breaks_the_contract(sources: Path, plant: str) -> None:
    """The clean copy passes; the same copy with one forbidden import fails and names it."""
    package, line, named = PLANTS[plant]
    folder = sources / "kaocheng" / package
    folder.mkdir(exist_ok=True)
    (folder / "planted.py").write_text(f'"""Planted."""\n\n{line}\n', "utf-8")
    if not (folder / "__init__.py").exists():
        (folder / "__init__.py").write_text('"""Planted."""\n', "utf-8")
    result = _lint(sources)
    assert (1, True) == (result.returncode, named in result.stdout), result.stdout


def test_the_package_keeps_its_contracts(sources: Path) -> None:
    """Without a planted import nothing is broken, so the failures above are due to the plant."""
    result = _lint(sources)
    assert 0 == result.returncode, result.stdout
