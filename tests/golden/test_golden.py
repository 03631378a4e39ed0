"""What is said of the examples, compared as text with what was read and agreed to before.

`make golden` writes the files anew; the difference is for a person to read.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools.golden import FORMATS, GOLDEN, ROOT, output

EXAMPLES = sorted((ROOT / "examples").glob("qinghe_*"))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_output_is_as_agreed(example: Path, form: str) -> None:
    """The whole output, character by character."""
    agreed = (GOLDEN / f"{example.stem}.{FORMATS[form]}").read_text("utf-8")
    assert agreed == output(example, form)


def test_the_clean_example_has_no_finding() -> None:
    """A right document gives neither errors nor notes."""
    assert (GOLDEN / "qinghe_2020_clean.jsonl").read_text("utf-8") == ""


def test_the_faulty_example_gives_as_many_roots_as_it_has_faults() -> None:
    """Every fault that was put in is reported at its words, and nothing is reported elsewhere."""
    lines = (GOLDEN / "qinghe_2020_faulty.jsonl").read_text("utf-8").splitlines()
    found = {record["line"] for record in map(json.loads, lines) if not record["consequence_of"]}
    assert _faulty_lines() == found


def _faulty_lines() -> set[int]:
    clean, faulty = (
        (ROOT / f"examples/qinghe_2020_{word}.txt").read_text("utf-8").splitlines()
        for word in ("clean", "faulty")
    )
    return {n for n, pair in enumerate(zip(clean, faulty, strict=True), 1) if len(set(pair)) == 2}
