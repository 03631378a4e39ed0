"""Writes the expected outputs of the examples anew (make golden); read the difference."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
FORMATS = {"text": "txt", "json": "jsonl"}


def output(example: Path, form: str) -> str:
    """What `kaocheng check` prints for one example, named as from the repository root."""
    command = [sys.executable, "-m", "kaocheng.cli", "check", f"examples/{example.name}"]
    done = subprocess.run(
        [*command, "--format", form], cwd=ROOT, capture_output=True, check=False, encoding="utf-8"
    )
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)
    return done.stdout


def figures() -> str:
    """figures.json of the tiny year that the tests of the proof are made with."""
    command = [sys.executable, "-m", "tests.proof.making"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    return done.stdout


def package() -> str:
    """The papers of the example year as text."""
    command = [sys.executable, "-m", "tests.disclosure.compose.package_text"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    return done.stdout


def openapi() -> str:
    """The OpenAPI document of the site's API."""
    command = [sys.executable, "-m", "tests.site.api.golden"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    return done.stdout


def main() -> None:
    """Write every golden file."""
    (GOLDEN / "openapi.json").write_text(openapi(), "utf-8")
    (GOLDEN / "tiny_figures.json").write_text(figures(), "utf-8")
    (GOLDEN / "example_year.txt").write_text(package(), "utf-8")
    for example in sorted((ROOT / "examples").glob("qinghe_*")):
        for form, suffix in FORMATS.items():
            path = GOLDEN / f"{example.stem}.{suffix}"
            path.write_text(output(example, form), "utf-8")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
