"""What is said of the examples, compared as text with what was read and agreed to before.

`make golden` writes the files anew; the difference is for a person to read.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.disclosure.compose.package_text import package
from tools.golden import FORMATS, GOLDEN, ROOT, output

EXAMPLES = sorted((ROOT / "examples").glob("qinghe_*"))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_output_is_as_agreed(example: Path, form: str) -> None:
    """The whole output, character by character."""
    agreed = (GOLDEN / f"{example.stem}.{FORMATS[form]}").read_text("utf-8")
    assert agreed == output(example, form)


def test_the_package_of_the_example_year_is_as_agreed() -> None:
    """Every heading, sentence, chart and cell of what `kaocheng publish examples/year` writes."""
    assert (GOLDEN / "example_year.txt").read_text("utf-8") == package()


def test_the_clean_example_has_no_finding() -> None:
    """A right document gives neither errors nor notes."""
    assert (GOLDEN / "qinghe_2020_clean.jsonl").read_text("utf-8") == ""


# where a fault is reported that has no words of its own, or that the equations cannot pin down
REPORTED_AT = {
    "差旅费": "301\t工资福利支出",
    "没有国有资本经营预算": "国有资本经营预算财政拨款收入支出决算表",
}


def test_every_fault_is_reported_once_and_nothing_else() -> None:
    """Every fault that was put in is reported at its line, and no other line is."""
    lines = (GOLDEN / "qinghe_2020_faulty.jsonl").read_text("utf-8").splitlines()
    found = [r["line"] for r in map(json.loads, lines) if not r["consequence_of"]]
    assert _faulty_lines() == found


def _faulty_lines() -> list[int]:
    clean, faulty = (
        (ROOT / f"examples/qinghe_2020_{word}.txt").read_text("utf-8").splitlines()
        for word in ("clean", "faulty")
    )
    pairs = enumerate(zip(clean, faulty, strict=True), 1)
    return sorted(_reported(n, pair[0], clean) for n, pair in pairs if len(set(pair)) == 2)


def _reported(number: int, right: str, clean: list[str]) -> int:
    for words, instead in REPORTED_AT.items():
        if words in right:
            return next(n for n, line in enumerate(clean, 1) if line.startswith(instead))
    return number
