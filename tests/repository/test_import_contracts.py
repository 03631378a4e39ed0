"""The import contracts must be able to fail: each is shown an import it forbids."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLANTS = {
    "upwards": ("kernel", "import kaocheng.disclosure"),
    "siblings": ("money", "import kaocheng.performance"),
    "reader": ("reading", "import kaocheng.editions"),
    "writer": ("writing", "import kaocheng.money"),
    "file format": ("disclosure", "import lxml.etree"),
    "framework in the core": ("cases", "import django.db"),
    "siblings of the hall": ("cases", "import kaocheng.feedback"),
    "app upwards": ("site/base", "import kaocheng.site.audit"),
    "app beside": ("site/feedback", "import kaocheng.site.cases"),
    "unlisted app": ("site/newapp", ""),
    "unlisted package": ("newpackage", ""),
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


def _stem(plant: str) -> str:
    return f"planted_{plant.replace(' ', '_')}"


def _named(plant: str) -> str:
    """How the checker names what was planted: by the import, or as a package no layer lists."""
    package, line = PLANTS[plant]
    module = f"kaocheng.{package.replace('/', '.')}"
    imported = line.removeprefix("import ").removesuffix(".db").removesuffix(".etree")
    return f"{module}.{_stem(plant)} -> {imported} (" if line else f"- {module}\n"


def _copy(folder: Path) -> Path:
    """A copy of the package to plant into."""
    shutil.copytree(
        ROOT / "src/kaocheng", folder / "kaocheng", ignore=shutil.ignore_patterns("__pycache__")
    )
    return folder


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """What is said of a copy into which all the forbidden imports were planted."""
    sources = _copy(tmp_path_factory.mktemp("planted"))
    for plant, (package, line) in PLANTS.items():
        folder = sources / "kaocheng" / package
        folder.mkdir(exist_ok=True)
        (folder / f"{_stem(plant)}.py").write_text(f'"""Planted."""\n\n{line}\n', "utf-8")
        if not (folder / "__init__.py").exists():
            (folder / "__init__.py").write_text('"""Planted."""\n', "utf-8")
    return _lint(sources)


@pytest.mark.parametrize("plant", PLANTS)
def test_a_planted_import_breaks_the_contract(
    planted: subprocess.CompletedProcess[str], plant: str
) -> None:
    """The clean copy passes; the same copy with forbidden imports fails and names each."""
    assert 1 == planted.returncode
    assert _named(plant) in planted.stdout


def test_the_package_keeps_its_contracts(tmp_path: Path) -> None:
    """Without a planted import nothing is broken, so the failures above are due to the plants."""
    result = _lint(_copy(tmp_path))
    assert 0 == result.returncode, result.stdout
