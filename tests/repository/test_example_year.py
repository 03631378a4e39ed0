"""The example year is what its script makes: nobody edits it by hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_example_year_is_as_made(tmp_path: Path) -> None:
    """The same files, the same bytes."""
    script = [sys.executable, "tools/make_year.py", str(tmp_path)]
    subprocess.run(script, cwd=ROOT, check=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in (ROOT / "examples/year").iterdir()}
    assert kept == made
